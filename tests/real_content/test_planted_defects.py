"""Defects planted one at a time in the real content, chosen by form and never by name; each is found and replayed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from advisor.check.proofs.prove import prove
from advisor.check.readable_content import ReadableContent, read_what_can_be_read
from advisor.content.library import ROOT
from advisor.rules import conditions
from advisor.rules.conditions import All, Condition, Not
from advisor.rules.model import Obligation, Option, Question, Validity
from tests.support.shows import Shown

Mutant = tuple[ReadableContent, str, str]
"""The content with a defect, the rule that must find it, and the id that must be named."""


@pytest.fixture(scope="module")
def draft() -> ReadableContent:
    return read_what_can_be_read(ROOT)


@pytest.fixture(scope="module")
def today(draft: ReadableContent) -> date:
    """A day on which the content was just checked, so that these tests do not age with it."""
    return max(statement.checked for statement in draft.ruleset.statements)


def with_obligations(draft: ReadableContent, obligations: Iterable[Obligation]) -> ReadableContent:
    return replace(draft, ruleset=replace(draft.ruleset, obligations=tuple(obligations)))


def changed(draft: ReadableContent, obligation: Obligation, **update: object) -> ReadableContent:
    new = obligation.model_copy(update=update)
    return with_obligations(draft, [new if o is obligation else o for o in draft.ruleset.obligations])


def added(draft: ReadableContent, obligation: Obligation, **update: object) -> ReadableContent:
    new = obligation.model_copy(update={"id": "planted", "overrides": (), **update})
    return with_obligations(draft, [*draft.ruleset.obligations, new])


def asked(draft: ReadableContent, question: Question, **update: object) -> ReadableContent:
    new = question.model_copy(update=update)
    questions = tuple(new if q is question else q for q in draft.ruleset.questions)
    return replace(draft, ruleset=replace(draft.ruleset, questions=questions))


def specific(draft: ReadableContent) -> Obligation:
    """One by law in a country, that overrides nothing, is overridden by nothing and agreed to nothing."""
    rules = draft.ruleset
    beaten = {loser for o in rules.obligations for loser in o.overrides}
    return next(
        o
        for o in rules.obligations
        if o.basis.id == "legal-qms"
        and o.certificate
        and not (o.overrides or o.together or o.unless or o.id in beaten)
        and rules.jurisdictions[o.jurisdiction].option
        and o.valid == Validity()
        and isinstance(o.when, All)
        and not any(o.id in p.overrides for p in rules.obligations)
    )


def question(draft: ReadableContent, kind: str) -> Question:
    return next(q for q in draft.ruleset.questions if q.kind == kind and q.ask_if is not None and not q.always)


def contradiction(condition: Condition | None) -> Condition:
    first = next(conditions.tests(condition))
    return conditions.Test(first.question, "none_of", first.options)


def two_bases(draft: ReadableContent) -> Mutant:
    return added(draft, specific(draft), basis=draft.ruleset.basis("commercial")), "conflict", "planted"


def stronger_beside(draft: ReadableContent) -> Mutant:
    return added(draft, specific(draft), basis=draft.ruleset.basis("legal-certificate")), "conflict", specific(draft).id


def twice(draft: ReadableContent) -> Mutant:
    return added(draft, specific(draft)), "identical", "planted"


def overlapping(draft: ReadableContent) -> Mutant:
    """A narrower condition with a weaker basis, agreed to stand beside the stronger one, so never seen."""
    mutant = added(draft, specific(draft), basis=draft.ruleset.basis("commercial"), together="strongest")
    return mutant, "shadowed", "planted"


def impossible(draft: ReadableContent) -> Mutant:
    own = specific(draft)
    assert own.when is not None
    return changed(draft, own, when=All((own.when, contradiction(own.when)))), "never-fires", own.id


def swallowed(draft: ReadableContent) -> Mutant:
    own = specific(draft)
    return changed(draft, own, unless=next(conditions.tests(own.when))), "never-fires", own.id


def swallowed_in_part(draft: ReadableContent) -> Mutant:
    """One more option in a list, which the rest of the condition excludes."""
    own = specific(draft)
    test = next(t for t in conditions.tests(own.when) if t.mode == "any_of")
    asked = draft.ruleset.question(test.question)
    assert own.when is not None
    assert asked is not None
    more = next(o.id for o in asked.options if o.id not in test.options and not o.unknown)
    wider = replace(test, options=(*test.options, more))
    excluded = conditions.Test(test.question, "none_of", (more,))
    return changed(draft, own, when=All((own.when, wider, excluded))), "idle-part", own.id


def asked_of_fewer(draft: ReadableContent) -> Mutant:
    """A question is no longer asked of those with the first of the answers that an obligation lists."""
    rules = draft.ruleset
    order = [q.id for q in rules.questions]
    for own in rules.obligations:
        parts = [p for p in (own.when.parts if isinstance(own.when, All) else ()) if isinstance(p, conditions.Test)]
        for test, other in permutations(parts, 2):
            later = rules.questions[order.index(other.question)]
            if len(test.options) > 1 and later.ask_if and order.index(test.question) < order.index(other.question):
                fewer = conditions.Test(test.question, "none_of", test.options[:1])
                return asked(draft, later, ask_if=All((later.ask_if, fewer))), "idle-part", own.id
    raise AssertionError("no obligation has a list of answers")


def overruled(draft: ReadableContent) -> Mutant:
    own = specific(draft)
    return added(draft, own, overrides=(own.id,)), "always-overridden", own.id


def forgotten_override(draft: ReadableContent) -> Mutant:
    """Take away an override of another basis in the same place, where nothing else is agreed."""
    by_id = {o.id: o for o in draft.ruleset.obligations}
    for own in draft.ruleset.obligations:
        for name in own.overrides:
            other = by_id[name]
            same = (own.jurisdiction, own.standard) == (other.jurisdiction, other.standard)
            agreed = own.together or other.together or draft.ruleset.jurisdictions[own.jurisdiction].several
            if same and own.basis is not other.basis and not agreed:
                kept = tuple(loser for loser in own.overrides if loser != name)
                weak = min(own, other, key=lambda o: o.basis.rank)
                return changed(draft, own, overrides=kept), "conflict", weak.id
    own = specific(draft)
    return added(draft, own, basis=draft.ruleset.basis("contractual")), "conflict", "planted"


def never_asked(draft: ReadableContent) -> Mutant:
    own = question(draft, "one")
    assert own.ask_if is not None
    return asked(draft, own, ask_if=All((own.ask_if, contradiction(own.ask_if)))), "unreachable-question", own.id


def idle_among_one(draft: ReadableContent) -> Mutant:
    own = question(draft, "one")
    return asked(draft, own, options=(*own.options, Option(id="planted", label="Planted"))), "idle-option", own.id


def idle_among_many(draft: ReadableContent) -> Mutant:
    own = question(draft, "many")
    return asked(draft, own, options=(*own.options, Option(id="planted", label="Planted"))), "idle-option", own.id


def hidden_for_ever(draft: ReadableContent) -> Mutant:
    own = question(draft, "many")
    assert own.ask_if is not None
    option = own.options[0].model_copy(update={"show_if": Not(own.ask_if)})
    return asked(draft, own, options=(option, *own.options[1:])), "unreachable-option", own.id


def nothing_left(draft: ReadableContent) -> Mutant:
    own = question(draft, "one")
    assert own.ask_if is not None
    options = tuple(o.model_copy(update={"show_if": Not(own.ask_if)}) for o in own.options)
    return asked(draft, own, options=options), "no-option-left", own.id


def idle_question(draft: ReadableContent) -> Mutant:
    rules = draft.ruleset
    planted = Question.model_validate(
        {"id": "planted", "ask": "Planted?", "why": "No reason.", "kind": "one"}
        | {"options": [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]}
    )
    return replace(draft, ruleset=replace(rules, questions=(*rules.questions, planted))), "idle-question", "planted"


def gap(draft: ReadableContent) -> Mutant:
    group = draft.groups[0]
    left = [o for o in draft.ruleset.obligations if o.jurisdiction != group.jurisdictions[0]]
    return with_obligations(draft, left), "group-gap", group.id


def nobody_gets_it(draft: ReadableContent) -> Mutant:
    own = next(o for o in draft.ruleset.obligations if o.when is None and o.unless is None)
    losers = [
        o.model_copy(update={"overrides": tuple(n for n in o.overrides if n != own.id)})
        for o in draft.ruleset.obligations
    ]
    planted = own.model_copy(update={"basis": draft.ruleset.basis("legal-certificate")})
    return (
        with_obligations(draft, [planted if o.id == own.id else o for o in losers]),
        "unreachable-verdict",
        own.standard,
    )


def skippable(draft: ReadableContent) -> Mutant:
    own, other = specific(draft), question(draft, "one")
    known = next(o.id for o in other.options if not o.unknown)
    return changed(draft, own, unless=conditions.Test(other.id, "none_of", (known,))), "none-of-skipped", own.id


def no_citation(draft: ReadableContent) -> Mutant:
    return changed(draft, specific(draft), cite=()), "missing-citation", specific(draft).id


def no_date(draft: ReadableContent) -> Mutant:
    own = specific(draft)
    sources = dict(draft.ruleset.sources)
    sources[own.source] = sources[own.source].model_copy(update={"version": "as amended"})
    return replace(draft, ruleset=replace(draft.ruleset, sources=sources)), "undated-source", own.id


def overdue(draft: ReadableContent) -> Mutant:
    own = specific(draft)
    return changed(draft, own, review_by=own.checked - timedelta(40)), "overdue-review", own.id


def too_long(draft: ReadableContent) -> Mutant:
    own = specific(draft)
    return changed(draft, own, because="Much too long. " * 25), "too-long", own.id


def long_question(draft: ReadableContent) -> Mutant:
    own = question(draft, "one")
    return asked(draft, own, ask="Really? " * 20), "too-long", own.id


DAILY: list[Callable[[ReadableContent], Mutant]] = [two_bases, swallowed_in_part, idle_question, gap]
"""One for each kind of proof; each takes seconds, and the same defects in invented content are found every time."""
SELDOM: list[Callable[[ReadableContent], Mutant]] = [
    stronger_beside,
    twice,
    overlapping,
    impossible,
    swallowed,
    asked_of_fewer,
    overruled,
    forgotten_override,
    never_asked,
    idle_among_one,
    idle_among_many,
    hidden_for_ever,
    nothing_left,
    nobody_gets_it,
    skippable,
    no_citation,
    no_date,
    overdue,
    too_long,
    long_question,
]


@pytest.mark.parametrize(
    "plant",
    [*DAILY, *(pytest.param(plant, marks=pytest.mark.thorough) for plant in SELDOM)],
    ids=lambda plant: plant.__name__,
)
def test_a_defect_planted_in_the_content_is_found(
    plant: Callable[[ReadableContent], Mutant], draft: ReadableContent, today: date
) -> None:
    mutant, rule, name = plant(draft)
    problems = prove(mutant.ruleset.on(today), mutant.groups, today).problems
    found = [p for p in problems if p.rule == rule and f"'{name}'" in f"'{p.about}' {p.text}"]
    assert found, problems
    for problem in found:
        assert problem.answers
        assert Shown(problem, mutant, today).holds(), problem


@pytest.mark.thorough
def test_every_counterexample_of_a_bare_ruleset_shows_what_it_says(draft: ReadableContent, today: date) -> None:
    """Without overrides, agreements and marks there are hundreds of problems: all of them are replayed."""
    bare = replace(
        draft.ruleset,
        questions=tuple(_unmarked(q) for q in draft.ruleset.questions),
        obligations=tuple(o.model_copy(update={"overrides": (), "together": None}) for o in draft.ruleset.obligations),
    )
    mutant = replace(draft, ruleset=bare)
    problems = prove(bare.on(today), draft.groups, today).problems
    assert len(problems) > 50
    assert [str(p) for p in problems if not Shown(p, mutant, today).holds()] == []


def _unmarked(own: Question) -> Question:
    return own.model_copy(update={"options": tuple(o.model_copy(update={"neutral": False}) for o in own.options)})
