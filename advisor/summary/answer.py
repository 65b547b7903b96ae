"""Says the answer: one sentence, and the things to have, to do or to clear up that it stands for."""

from advisor.assessment.assessment import Assessment
from advisor.rules.basis import Basis
from advisor.summary.answer_data import AnswerText, ChangeText, NeedText, OpenAnswer, Wish
from advisor.summary.summarise import summarise
from advisor.summary.summary_data import Task
from advisor.summary.tasks import Tasks

ROOM = 4
"""Things that stand on the first screen; the rest follows behind one tap."""


def answer_of(assessment: Assessment) -> AnswerText:
    """The answer to what these answers ask."""
    summary = summarise(assessment)
    needs = tuple(_need(assessment, place, task) for place, task in enumerate(Tasks(summary, assessment).all()))
    strongest = max(summary.verdicts, key=lambda verdict: verdict.rank)
    return AnswerText(
        sentence=strongest.title,
        needs=needs[:ROOM],
        later=needs[ROOM:],
        open=tuple(
            OpenAnswer(id=o.question.id, question=o.question.ask, ask_whom=o.ask_whom, changes="")
            for o in assessment.recommendation.open_questions
        ),
    )


def _need(assessment: Assessment, place: int, task: Task) -> NeedText:
    basis = assessment.rules.basis(task.basis)
    return NeedText(
        id=f"task-{place}",
        kind=basis.owes,
        wish=_wish(basis),
        half=basis.owes == "system",
        optional=basis.asker == "choice",
        overdue=False,
        when=task.when,
        what=task.do,
        who=task.asks,
        why=task.why,
        takes=task.cost,
        references=(task.reference,) if task.reference else (),
    )


def _wish(basis: Basis) -> Wish:
    if not basis.asks:
        return "open"
    return {"law": "law", "buyer": "contract", "choice": "choice"}[basis.asker]  # type: ignore[return-value]


def changes_of(assessment: Assessment) -> tuple[ChangeText, ...]:
    """The changes that could really happen to this company."""
    return ()
