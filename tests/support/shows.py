"""Replays the counterexample of a problem through the running evaluator: does it show what the problem says?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from advisor.check.cases.replay import replay
from advisor.check.problem import Problem
from advisor.check.readable_content import ReadableContent
from advisor.needs.advice import Advice, advise
from advisor.rules.conditions import tests
from advisor.rules.evaluator import Planes, columns, evaluate, evaluate_one
from advisor.rules.model import Obligation, Question
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.journey import visible_options, walk
from advisor.verdicts.verdict import judge, judged


class Shown:
    """A problem beside the draft that it was found in."""

    def __init__(self, problem: Problem, draft: ReadableContent, today: date) -> None:
        self.problem, self.draft, self.today = problem, draft, today
        self.rules = draft.ruleset.on(today)
        self.planes = evaluate_one(self.rules, problem.answers)

    def holds(self) -> bool:
        return bool(_SHOWS[self.problem.rule](self))

    @property
    def question(self) -> Question:
        question = self.rules.question(self.problem.about)
        assert question is not None
        return question

    @property
    def option(self) -> str:
        return self.problem.text.split("'")[1]

    def place(self, name: str = "") -> int:
        return next(i for i, o in enumerate(self.rules.obligations) if o.id == (name or self.problem.about))

    def obligation(self, name: str = "") -> Obligation:
        return self.rules.obligations[self.place(name)]

    def fires(self, name: str = "") -> bool:
        return bool(self.planes.certain[self.planes.program.fires[self.place(name)]])

    def stands(self, name: str = "") -> bool:
        return bool(self.planes.finding(self.place(name))[0])

    def asked(self, question: Question | None = None) -> bool:
        place = self.rules.questions.index(question or self.question)
        return bool(self.planes.certain[self.planes.program.applies[place]])

    def speaks(self) -> bool:
        """The obligation or note fires, or the question is asked."""
        notes = [i for i, note in enumerate(self.rules.notes) if note.id == self.problem.about]
        if notes:
            return bool(self.planes.certain[self.planes.program.explains[notes[0]]])
        if self.rules.question(self.problem.about):
            return self.asked()
        if self.problem.about in self.rules.sources:
            return any(o.source == self.problem.about and self.stands(o.id) for o in self.rules.obligations)
        if self.problem.about in {rule.id for rule in self.rules.needs}:
            return _needed(self)
        if self.problem.about in self.rules.things:
            return True
        return self.fires()

    def other_ids(self) -> list[str]:
        """The other obligations that the text names."""
        known = {o.id for o in self.rules.obligations}
        return [part for part in self.problem.text.split("'") if part in known and part != self.problem.about]


def _never_asked(shown: Shown) -> bool:
    question = shown.question
    answers = shown.problem.answers | {question.id: (question.options[0].id,)}
    return question.id in walk(shown.rules, answers).set_aside


def _never_shown(shown: Shown) -> bool:
    question = shown.question
    option = next(i for i, o in enumerate(question.options) if o.id == shown.option)
    node = shown.planes.program.shown[shown.rules.questions.index(question)][option]
    return not (shown.asked() and shown.planes.certain[node])


def _nothing_to_choose(shown: Shown) -> bool:
    visible = visible_options(shown.rules, shown.question, shown.problem.answers)
    return shown.asked() and all(option.unknown for option in visible)


def _without_option(shown: Shown) -> Planes:
    """The same answers, but the option is replaced by one that nothing speaks of."""
    rules, answers = shown.rules, shown.problem.answers
    given = columns(rules, [answers])
    given.chosen[rules.questions.index(shown.question)].pop(shown.option)
    return evaluate(rules.program, given)


def _same_without(shown: Shown) -> bool:
    other = _without_option(shown)
    findings = range(len(shown.rules.obligations))
    notes = shown.planes.program.explains
    return (
        shown.option in shown.problem.answers[shown.question.id]
        and all(shown.planes.finding(i) == other.finding(i) for i in findings)
        and all(shown.planes.certain[n] == other.certain[n] for n in notes)
    )


def _same_for_every_option(shown: Shown) -> bool:
    def told(option: str) -> object:
        recommendation = judge(shown.rules, shown.problem.answers | {shown.question.id: (option,)})
        found = {f.obligation.id for v in recommendation.verdicts.values() for f in v.findings}
        return found, {note.id for note in recommendation.notes}

    return len({repr(told(option.id)) for option in shown.question.options if not option.unknown}) == 1


def _outshone(shown: Shown) -> bool:
    own = shown.obligation()
    cell = [o for o in shown.rules.obligations if (o.standard, o.jurisdiction) == (own.standard, own.jurisdiction)]
    return shown.stands() and any(shown.stands(o.id) and o.basis.rank > own.basis.rank for o in cell)


def _contradicts(shown: Shown) -> bool:
    own = shown.obligation()
    both = [own, *map(shown.obligation, shown.other_ids())]
    return all(shown.stands(o.id) for o in both) and len({o.basis for o in both}) == len(both)


def _another_verdict(shown: Shown) -> bool:
    verdict = judge(shown.rules, shown.problem.answers).verdicts[shown.problem.about]
    missing = next(b for b in shown.rules.bases if f"verdict {b} " in shown.problem.text)
    wanted = [o for o in shown.rules.obligations if o.standard == verdict.standard.id and o.basis is missing]
    return verdict.basis is not missing and any(shown.fires(o.id) for o in wanted)


def _no_answer(shown: Shown) -> bool:
    group = next(group for group in shown.draft.groups if group.id == shown.problem.about)
    named = shown.problem.text.rsplit("'", 2)[1]
    standard = next(s for s in group.standards if f"answer on {s} " in shown.problem.text)
    place = next(row for row in judge(shown.rules, shown.problem.answers).matrix if row.jurisdiction.id == named)
    basis = place.cells[standard].at_most
    return basis is None or basis.rank < (group.at_least.rank if group.at_least else 0)


def _silent_when_skipped(shown: Shown) -> bool:
    skipped = [q for q in shown.rules.questions if f"none_of on {q.id}" in shown.problem.text]
    return not all(shown.asked(question) for question in skipped)


def _spoke_on_its_last_day(shown: Shown) -> bool:
    until = next(o.valid.until for o in shown.draft.ruleset.obligations if o.id == shown.problem.about)
    assert until is not None
    return Shown(shown.problem, shown.draft, until).fires() and until + timedelta(1) <= shown.today


def _circle(shown: Shown) -> bool:
    return shown.fires() and not shown.stands()


def _page_is_shown(shown: Shown) -> bool:
    standard, _, basis = shown.problem.file.rsplit("/", 1)[-1].removesuffix(".md").partition(".")
    if "outcomes" not in shown.problem.file:
        return not shown.problem.answers
    return judge(shown.rules, shown.problem.answers).verdicts[standard].basis.id == basis


def _hides(shown: Shown) -> bool:
    _, option, question = (part for part in shown.problem.text.split("'")[1::2])
    own = shown.rules.question(question)
    assert own is not None
    others = {name: chosen for name, chosen in shown.problem.answers.items() if name != question}
    return option not in {o.id for o in visible_options(shown.rules, own, others)}


def _not_asked(shown: Shown) -> bool:
    return shown.problem.about in walk(shown.rules, shown.problem.answers).set_aside


def _differs(shown: Shown) -> bool:
    example = next(e for e in shown.draft.examples if e.name == shown.problem.about)
    return any(text in shown.problem.text for text in replay(shown.draft.ruleset, example, shown.today).differences)


def _proposed(shown: Shown) -> bool:
    return not next(e for e in shown.draft.examples if e.name == shown.problem.about).confirmed


def _advice(shown: Shown) -> Advice:
    evaluated = Evaluated(shown.rules, shown.problem.answers)
    return advise(evaluated, judged(evaluated), shown.today)


def _needed(shown: Shown, name: str = "") -> bool:
    name = name or shown.problem.about
    return any(name in need.names or need.id.startswith(f"{name}-") for need in _advice(shown).needs)


def _answers(shown: Shown) -> bool:
    answer = _advice(shown).answer
    return answer is not None and answer.pattern.id == shown.problem.about


def _not_demanded(shown: Shown) -> bool:
    option, question = shown.problem.text.split("'")[1::2]
    return option in shown.problem.answers[question]


def _sails_elsewhere(shown: Shown) -> bool:
    home = shown.rules.jurisdictions[shown.problem.text.split("'")[3]]
    chosen = {(question, option) for question, options in shown.problem.answers.items() for option in options}
    return chosen.isdisjoint((test.question, option) for test in tests(home.option) for option in test.options)


_SHOWS: dict[str, Callable[[Shown], object]] = {
    "unreachable-question": _never_asked,
    "unreachable-option": _never_shown,
    "no-option-left": _nothing_to_choose,
    "idle-question": _same_for_every_option,
    "idle-option": _same_without,
    "not-neutral": lambda shown: not _same_without(shown) or shown.question,
    "never-fires": lambda shown: not shown.fires(),
    "note-never-shows": lambda shown: not shown.speaks(),
    "always-overridden": lambda shown: shown.fires() and not shown.stands(),
    "shadowed": _outshone,
    "idle-part": Shown.fires,
    "idle-override": lambda shown: shown.fires() and not any(map(shown.fires, shown.other_ids())),
    "override-elsewhere": Shown.fires,
    "identical": lambda shown: shown.fires() and all(map(shown.fires, shown.other_ids())),
    "conflict": _contradicts,
    "unreachable-verdict": _another_verdict,
    "unused-verdict": lambda shown: not shown.problem.answers,
    "group-gap": _no_answer,
    "empty-group": lambda shown: "nobody" in shown.problem.text,
    "none-of-skipped": _silent_when_skipped,
    "missing-citation": Shown.speaks,
    "undated-source": Shown.speaks,
    "overdue-review": Shown.speaks,
    "too-long": Shown.speaks,
    "never-needed": lambda shown: not _needed(shown),
    "never-stands": lambda shown: shown.problem.answers,
    "no-thing": lambda shown: shown.stands(),
    "never-answers": lambda shown: not _answers(shown),
    "no-last-answer": lambda shown: not shown.problem.answers,
    "empty-answer": _answers,
    "unresearched-answer": lambda shown: _answers(shown) and _advice(shown).unresearched,
    "long-answer": lambda shown: len(shown.problem.text.split(": ", 1)[1].split()) > 22,
    "unanswered-demand": _not_demanded,
    "not-the-law": _needed,
    "keeps-defect": _needed,
    "silenced-demand": lambda shown: shown.speaks() or _needed(shown),
    "no-row": _not_demanded,
    "from-elsewhere": lambda shown: shown.speaks() and _sails_elsewhere(shown),
    "names-a-place": lambda shown: not shown.problem.answers,
    "unknown-source": Shown.speaks,
    "unknown-name": Shown.speaks,
    "duplicate": Shown.speaks,
    "form": Shown.speaks,
    "no-example": Shown.speaks,
    "override-circle": _circle,
    "out-of-force": _spoke_on_its_last_day,
    "dead-link": _page_is_shown,
    "long-page": _page_is_shown,
    "raw-html": _page_is_shown,
    "unfinished": _page_is_shown,
    "unsafe-link": _page_is_shown,
    "hidden-answer": _hides,
    "not-asked": _not_asked,
    "example-fails": _differs,
    "unconfirmed": _proposed,
}
