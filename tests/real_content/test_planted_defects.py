"""Defects planted in the real content, chosen by form and never by name; each is found and replayed.

Many are planted at once, each in a statement or question of its own, because a proof of the whole content takes long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import permutations

import pytest

from advisor.check.problem import Problem
from advisor.check.proofs.prove import prove
from advisor.check.readable_content import ReadableContent, read_what_can_be_read
from advisor.content.library import ROOT
from advisor.rules import conditions
from advisor.rules.conditions import All, Condition, Not
from advisor.rules.model import Obligation, Option, Question
from advisor.rules.ruleset import Ruleset
from advisor.rules.validity import Validity
from tests.support.shows import Shown


class Ground:
    """The content that defects are planted in. What is asked of it is given out once."""

    def __init__(self, draft: ReadableContent) -> None:
        self.draft = draft
        self._obligations, self._questions = _specific(draft.ruleset), _free(draft.ruleset)

    @property
    def rules(self) -> Ruleset:
        return self.draft.ruleset

    def specific(self) -> Obligation:
        return next(self._obligations)

    def question(self, kind: str) -> Question:
        own = next(q for q in self._questions if q.kind == kind)
        self._questions.remove(own)
        return own

    def change(self, own: Obligation, **update: object) -> str:
        new = own.model_copy(update=update)
        self._set(obligations=tuple(new if o.id == own.id else o for o in self.rules.obligations))
        return own.id

    def add(self, own: Obligation, **update: object) -> str:
        """Another beside it."""
        new = own.model_copy(update={"id": f"planted-{own.id}", "overrides": (), **update})
        self._set(obligations=(*self.rules.obligations, new))
        return new.id

    def ask(self, own: Question, **update: object) -> str:
        self._questions = [q for q in self._questions if q.id != own.id]
        new = own.model_copy(update=update)
        self._set(questions=tuple(new if q.id == own.id else q for q in self.rules.questions))
        return own.id

    def keep(self, kept: Callable[[Obligation], bool]) -> None:
        self._set(obligations=tuple(o for o in self.rules.obligations if kept(o)))

    def plant(self, question: Question) -> None:
        self._set(questions=(*self.rules.questions, question))

    def cite(self, source: str, **update: object) -> None:
        sources = dict(self.rules.sources)
        sources[source] = sources[source].model_copy(update=update)
        self._set(sources=sources)

    def _set(self, **update: object) -> None:
        self.draft = replace(self.draft, ruleset=replace(self.rules, **update))  # type: ignore[arg-type]


Planted = tuple[str, str]
"""The rule that must find a defect, and the id that must be named."""


def _specific(rules: Ruleset) -> Iterator[Obligation]:
    """Those by law in a country, that override nothing, are overridden by nothing and agreed to nothing: one a cell."""
    beaten = {loser for o in rules.obligations for loser in o.overrides}
    cells = set()
    for o in rules.obligations:
        alone = not (o.overrides or o.together or o.unless or o.id in beaten) and o.valid == Validity()
        listed = isinstance(o.when, All) and any(len(t.options) > 1 for t in conditions.tests(o.when))
        by_law = o.basis.id == "legal-qms" and rules.jurisdictions[o.jurisdiction].option
        if alone and listed and by_law and o.cell not in cells:
            cells.add(o.cell)
            yield o


def _free(rules: Ruleset) -> list[Question]:
    """Those that are not asked of everybody, and on which no other hangs."""
    return [q for q in rules.questions if q.ask_if is not None and not q.always and not rules.depends.leads_to[q.id]]


def contradiction(condition: Condition | None) -> Condition:
    first = next(conditions.tests(condition))
    return conditions.Test(first.question, "none_of", first.options)


def two_bases(ground: Ground) -> Planted:
    return "conflict", ground.add(ground.specific(), basis=ground.rules.basis("commercial"))


def stronger_beside(ground: Ground) -> Planted:
    own = ground.specific()
    ground.add(own, basis=ground.rules.basis("legal-certificate"))
    return "conflict", own.id


def twice(ground: Ground) -> Planted:
    return "identical", ground.add(ground.specific())


def overlapping(ground: Ground) -> Planted:
    """A narrower condition with a weaker basis, agreed to stand beside the stronger one, so never seen."""
    weaker = ground.rules.basis("commercial")
    return "shadowed", ground.add(ground.specific(), basis=weaker, together="strongest")


def impossible(ground: Ground) -> Planted:
    own = ground.specific()
    assert own.when is not None
    return "never-fires", ground.change(own, when=All((own.when, contradiction(own.when))))


def swallowed(ground: Ground) -> Planted:
    own = ground.specific()
    return "never-fires", ground.change(own, unless=next(conditions.tests(own.when)))


def swallowed_in_part(ground: Ground) -> Planted:
    """One more option in a list, which the rest of the condition excludes."""
    own = ground.specific()
    test = next(t for t in conditions.tests(own.when) if t.mode == "any_of")
    asked = ground.rules.question(test.question)
    assert own.when is not None
    assert asked is not None
    more = next(o.id for o in asked.options if o.id not in test.options and not o.unknown)
    wider = replace(test, options=(*test.options, more))
    excluded = conditions.Test(test.question, "none_of", (more,))
    return "idle-part", ground.change(own, when=All((own.when, wider, excluded)))


def overruled(ground: Ground) -> Planted:
    own = ground.specific()
    ground.add(own, overrides=(own.id,))
    return "always-overridden", own.id


def skippable(ground: Ground) -> Planted:
    own, other = ground.specific(), ground.question("one")
    known = next(o.id for o in other.options if not o.unknown)
    return "none-of-skipped", ground.change(own, unless=conditions.Test(other.id, "none_of", (known,)))


def no_citation(ground: Ground) -> Planted:
    return "missing-citation", ground.change(ground.specific(), cite=())


def no_date(ground: Ground) -> Planted:
    own = ground.specific()
    ground.cite(own.source, version="as amended")
    return "undated-source", own.id


def overdue(ground: Ground) -> Planted:
    own = ground.specific()
    return "overdue-review", ground.change(own, review_by=own.checked - timedelta(40))


def too_long(ground: Ground) -> Planted:
    return "too-long", ground.change(ground.specific(), because="Much too long. " * 25)


def forgotten_override(ground: Ground) -> Planted:
    """Take away an override of another basis in the same place, where nothing else is agreed."""
    by_id = {o.id: o for o in ground.rules.obligations}
    for own in ground.rules.obligations:
        for name in own.overrides:
            other = by_id[name]
            agreed = own.together or other.together or ground.rules.jurisdictions[own.jurisdiction].several
            if own.cell == other.cell and own.basis is not other.basis and not agreed:
                ground.change(own, overrides=tuple(loser for loser in own.overrides if loser != name))
                return "conflict", min(own, other, key=lambda o: o.basis.rank).id
    return two_bases(ground)


def asked_of_fewer(ground: Ground) -> Planted:
    """A question is no longer asked of those with the first of the answers that an obligation lists."""
    rules = ground.rules
    order = [q.id for q in rules.questions]
    for own in rules.obligations:
        parts = [p for p in (own.when.parts if isinstance(own.when, All) else ()) if isinstance(p, conditions.Test)]
        for test, other in permutations(parts, 2):
            later = rules.questions[order.index(other.question)]
            if len(test.options) > 1 and later.ask_if and order.index(test.question) < order.index(other.question):
                fewer = conditions.Test(test.question, "none_of", test.options[:1])
                ground.ask(later, ask_if=All((later.ask_if, fewer)))
                return "idle-part", own.id
    raise AssertionError("no obligation has a list of answers")


def never_asked(ground: Ground) -> Planted:
    own = ground.question("one")
    assert own.ask_if is not None
    return "unreachable-question", ground.ask(own, ask_if=All((own.ask_if, Not(own.ask_if))))


def idle_among_one(ground: Ground) -> Planted:
    own = ground.question("one")
    return "idle-option", ground.ask(own, options=(*own.options, Option(id="planted", label="Planted")))


def idle_among_many(ground: Ground) -> Planted:
    own = ground.question("many")
    return "idle-option", ground.ask(own, options=(*own.options, Option(id="planted", label="Planted")))


def hidden_for_ever(ground: Ground) -> Planted:
    own = ground.question("many")
    assert own.ask_if is not None
    option = own.options[0].model_copy(update={"show_if": Not(own.ask_if)})
    return "unreachable-option", ground.ask(own, options=(option, *own.options[1:]))


def nothing_left(ground: Ground) -> Planted:
    own = ground.question("one")
    assert own.ask_if is not None
    options = tuple(o.model_copy(update={"show_if": Not(own.ask_if)}) for o in own.options)
    return "no-option-left", ground.ask(own, options=options)


def long_question(ground: Ground) -> Planted:
    return "too-long", ground.ask(ground.question("one"), ask="Really? " * 20)


def idle_question(ground: Ground) -> Planted:
    options = [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]
    data = {"id": "planted", "ask": "Planted?", "why": "No reason.", "kind": "one", "options": options}
    ground.plant(Question.model_validate(data))
    return "idle-question", "planted"


def gap(ground: Ground) -> Planted:
    group = ground.draft.groups[0]
    ground.keep(lambda o: o.jurisdiction != group.jurisdictions[0])
    return "group-gap", group.id


def nobody_gets_it(ground: Ground) -> Planted:
    """Everybody gets more than the weakest."""
    own = next(o for o in ground.rules.obligations if o.when is None and o.unless is None)
    for loser in [o for o in ground.rules.obligations if own.id in o.overrides]:
        ground.change(loser, overrides=tuple(name for name in loser.overrides if name != own.id))
    ground.change(own, basis=ground.rules.basis("legal-certificate"))
    return "unreachable-verdict", own.standard


Plant = Callable[[Ground], Planted]
TOGETHER: list[list[Plant]] = [
    [
        *(two_bases, stronger_beside, twice, overlapping, impossible, swallowed, swallowed_in_part, overruled),
        *(skippable, no_citation, no_date, overdue, too_long),
    ],
    [
        *(asked_of_fewer, never_asked, idle_among_one, idle_among_many, hidden_for_ever, nothing_left, long_question),
        *(idle_question, forgotten_override),
    ],
    [nobody_gets_it, gap],
]
"""Those of one line do not touch each other, so that one proof finds them all."""


@cache
def draft() -> ReadableContent:
    return read_what_can_be_read(ROOT)


@cache
def today() -> date:
    """A day on which the content was just checked, so that these tests do not age with it."""
    return max(statement.checked for statement in draft().ruleset.statements)


@cache
def proved(line: int) -> tuple[ReadableContent, dict[str, Planted], tuple[Problem, ...]]:
    """The content with the defects of a line, what must be found of each, and what was."""
    ground = Ground(draft())
    wanted = {plant.__name__: plant(ground) for plant in TOGETHER[line]}
    return ground.draft, wanted, prove(ground.rules.on(today()), ground.draft.groups, today()).problems


@pytest.mark.parametrize(
    ("line", "plant"), [(line, plant.__name__) for line, plants in enumerate(TOGETHER) for plant in plants]
)
def test_a_defect_planted_in_the_content_is_found(line: int, plant: str) -> None:
    mutant, wanted, problems = proved(line)
    rule, name = wanted[plant]
    found = [p for p in problems if p.rule == rule and f"'{name}'" in f"'{p.about}' {p.text}"]
    assert found, problems
    for problem in found:
        assert problem.answers
        assert Shown(problem, mutant, today()).holds(), problem


@pytest.mark.thorough
def test_every_counterexample_of_a_bare_ruleset_shows_what_it_says() -> None:
    """Without overrides, agreements and marks there are hundreds of problems: all of them are replayed."""
    bare = replace(
        draft().ruleset,
        questions=tuple(_unmarked(q) for q in draft().ruleset.questions),
        obligations=tuple(
            o.model_copy(update={"overrides": (), "together": None}) for o in draft().ruleset.obligations
        ),
    )
    mutant = replace(draft(), ruleset=bare)
    problems = prove(bare.on(today()), draft().groups, today()).problems
    assert len(problems) > 50
    assert [str(p) for p in problems if not Shown(p, mutant, today()).holds()] == []


def _unmarked(own: Question) -> Question:
    return own.model_copy(update={"options": tuple(o.model_copy(update={"neutral": False}) for o in own.options)})
