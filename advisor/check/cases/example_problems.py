"""What the examples and personas say against the content: verdicts that do not hold, answers missing, gaps."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from advisor.check.cases.replay import Replay, next_question
from advisor.check.problem import Problem, Severity, problem
from advisor.check.readable_content import ReadableContent
from advisor.check.solver.prover import Prover
from advisor.check.texts.citations import speaking
from advisor.content.people import Example, Persona
from advisor.rules.evaluator import evaluate_one
from advisor.rules.ruleset import Ruleset


def case_problems(
    draft: ReadableContent, replays: Sequence[Replay], rules: Ruleset, prover: Prover, today: date
) -> list[Problem]:
    """`rules`: those in force today."""
    return [
        *_examples(replays),
        *_hidden(draft, today),
        *_unanswered(draft, replays, today),
        *_not_asked(replays),
        *_unfired(prover, rules, replays),
    ]


def _examples(replays: Iterable[Replay]) -> Iterator[Problem]:
    for done in replays:
        example = done.example
        if done.differences:
            severity: Severity = "error" if example.confirmed else "warning"
            said = f"'{example.name}': {'; '.join(done.differences)}"
            yield Problem(severity, "example-fails", example.file, example.line, example.name, said, example.answers)
        if not example.confirmed:
            said = f"'{example.name}' is only proposed: agree with its verdicts and remove 'confirmed: false'"
            yield Problem("warning", "unconfirmed", example.file, example.line, example.name, said, example.answers)


def _hidden(draft: ReadableContent, today: date) -> Iterator[Problem]:
    """Options chosen although nobody with these answers is shown them."""
    people: tuple[Example | Persona, ...] = (*draft.examples, *draft.personas)
    for person in people:
        planes = evaluate_one(draft.ruleset.on(getattr(person, "on", None) or today), person.answers)
        for question, shown in zip(planes.program.ruleset.questions, planes.program.shown_at, strict=True):
            hidden = [option for option in person.answers.get(question.id, ()) if not planes.possible[shown[option]]]
            for chosen in hidden:
                where = f"'{chosen}' of '{question.id}', which nobody with these answers is shown"
                said = f"'{person.name}' chooses {where}"
                yield Problem("error", "hidden-answer", person.file, person.line, person.name, said, person.answers)


def _unanswered(draft: ReadableContent, replays: Iterable[Replay], today: date) -> Iterator[Problem]:
    """Examples and personas that are not finished; one problem for each question, for a new one concerns many."""
    lacking: dict[str, list[Example | Persona]] = {}
    for done in replays:
        lacking.setdefault(done.unanswered, []).append(done.example)
    for persona in draft.personas:
        lacking.setdefault(next_question(draft.ruleset, persona, today), []).append(persona)
    lacking.pop("", None)
    for question, (first, *others) in lacking.items():
        leave = f" and {len(others)} more examples and personas leave" if others else " leaves"
        said = f"'{first.name}'{leave} the question '{question}' unanswered that could still change the result"
        how = f"; write an answer into all: python -m advisor answer {question}=OPTION" if others else ""
        yield Problem("error", "unanswered", first.file, first.line, question, said + how, first.answers)


def _not_asked(replays: Iterable[Replay]) -> Iterator[Problem]:
    """Answers that no company of this kind would give; one problem for each question."""
    answering: dict[str, list[Example]] = {}
    for done in replays:
        for question in done.not_asked:
            answering.setdefault(question, []).append(done.example)
    for question, (first, *others) in answering.items():
        who = f"'{first.name}' and {len(others)} more examples answer" if others else f"'{first.name}' answers"
        said = f"{who} the question '{question}', which is not asked with these answers"
        yield Problem("warning", "not-asked", first.file, first.line, question, said, first.answers)


def _unfired(prover: Prover, rules: Ruleset, replays: Iterable[Replay]) -> Iterator[Problem]:
    """Obligations in force that no confirmed example fires."""
    fired = {name for done in replays if done.example.confirmed for name in done.fired}
    for place, obligation in enumerate(rules.obligations):
        if obligation.id not in fired:
            yield problem("no-example", obligation, f"no example fires '{obligation.id}'", speaking(prover, place))
