"""What a range promises: the truth lies in it, and knowing more never widens it."""

from __future__ import annotations

from typing import Any

from hypothesis import given, strategies as st

from advisor.rules.basis import Basis
from advisor.rules.model import Obligation, Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.verdict import Recommendation, judge
from tests.properties import reference
from tests.properties.rulesets import Given, answers, cases, rulesets
from tests.support.invented import BASES, LEVEL

NOTHING = -1
SMALL = {"questions_at_most": 4, "obligations_at_most": 5}


def rank(basis: Basis | None) -> int:
    return NOTHING if basis is None else basis.rank


def truth(ruleset: Ruleset, completion: Given, standard: str, places: set[str]) -> int:
    """The rank of the strongest that stands, NOTHING where nothing does."""
    found = [o for o in reference.standing(ruleset, completion) if o.standard == standard and o.jurisdiction in places]
    return rank(reference.strongest(found)) if found else NOTHING


def row_places(ruleset: Ruleset, name: str) -> set[str]:
    return {name} | {place.id for place in ruleset.jurisdictions.values() if place.within == name}


def cells(ruleset: Ruleset, recommendation: Recommendation) -> dict[tuple[str, str], Any]:
    return {(row.jurisdiction.id, s): cell for row in recommendation.matrix for s, cell in row.cells.items()}


@given(cases(**SMALL))
def test_whatever_the_unknown_turns_out_to_be_the_verdict_lies_in_the_range(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    recommendation = judge(ruleset, given_)
    everywhere = set(ruleset.jurisdictions)
    for completion in (c for c in reference.completions(ruleset, given_) if reference.can_be_given(ruleset, c)):
        for standard, verdict in recommendation.verdicts.items():
            found = max(truth(ruleset, completion, standard, everywhere), LEVEL["not-needed"].rank)
            assert verdict.basis.rank <= found <= verdict.at_most.rank
        for (name, standard), cell in cells(ruleset, recommendation).items():
            found = truth(ruleset, completion, standard, row_places(ruleset, name))
            assert rank(cell.basis) <= found <= rank(cell.at_most)


def test_who_is_offered_nothing_but_not_to_know_has_no_other_answer() -> None:
    keel: dict[str, Any] = {"id": "keel", "ask": "Keel?", "why": "We ask.", "kind": "one"}
    mast: dict[str, Any] = {"id": "mast", "ask": "Mast?", "why": "We ask.", "kind": "one"}
    high = {"id": "high", "label": "High", "show_if": {"keel": "deep"}}
    unsure = {"id": "unsure", "label": "Unsure", "unknown": True, "ask_whom": "the skipper"}
    keel["options"] = [{"id": "deep", "label": "Deep"}, {"id": "flat", "label": "Flat"}]
    mast["options"] = [high, unsure]
    ruleset = Ruleset(tuple(Question.model_validate(question) for question in (keel, mast)), BASES)
    assert reference.can_be_given(ruleset, {"keel": ("deep",), "mast": ("high",)})
    assert not reference.can_be_given(ruleset, {"keel": ("flat",), "mast": ("high",)})


@given(cases())
def test_when_all_is_known_the_range_is_the_verdict_of_the_reference(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    completion = next(reference.completions(ruleset, given_))
    recommendation = judge(ruleset, completion)
    standing = reference.standing(ruleset, completion)
    for standard, verdict in recommendation.verdicts.items():
        own = [o for o in standing if o.standard == standard]
        assert verdict.basis is verdict.at_most is reference.strongest(own)
        assert {f.obligation.id for f in verdict.findings} == {o.id for o in own}
        assert all(f.obligation.basis is verdict.basis for f in verdict.decided_by)
    assert {c.id for c, _ in recommendation.certificates} == {o.certificate.id for o in standing if o.certificate}


@given(cases())
def test_the_range_reaches_up_to_the_strongest_that_is_possible(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    for standard, verdict in judge(ruleset, given_).verdicts.items():
        possible = [
            o
            for o in ruleset.obligations
            if o.standard == standard and reference.stands(o, ruleset, given_) is not False
        ]
        assert verdict.at_most is reference.strongest(possible)


@given(st.data())
def test_answering_more_never_widens_a_range(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    before = data.draw(answers(ruleset))
    after = dict(before)
    for question in ruleset.questions:
        if reference.given(question, before) is None and data.draw(st.booleans()):
            after[question.id] = data.draw(st.sampled_from(reference.offered(question, ruleset, after)))
    earlier, later = judge(ruleset, before), judge(ruleset, after)
    for standard, verdict in earlier.verdicts.items():
        assert verdict.basis.rank <= later.verdicts[standard].basis.rank
        assert later.verdicts[standard].at_most.rank <= verdict.at_most.rank
    new = cells(ruleset, later)
    for key, cell in cells(ruleset, earlier).items():
        if key in new:
            assert rank(cell.basis) <= rank(new[key].basis)
            assert rank(new[key].at_most) <= rank(cell.at_most)


@given(cases())
def test_not_knowing_says_as_little_as_not_answering(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    silent = {q.id: given_[q.id] for q in ruleset.questions if reference.given(q, given_)}
    said, unsaid = judge(ruleset, given_), judge(ruleset, silent)
    assert said.verdicts == unsaid.verdicts
    assert said.matrix == unsaid.matrix


@given(cases())
def test_what_is_named_for_certain_is_certain(case: tuple[Ruleset, Given]) -> None:
    """Each certificate and each deciding finding of the strongest basis holds however the unknown turns out."""
    ruleset, given_ = case
    recommendation = judge(ruleset, given_)
    assert {c.id for c, _ in recommendation.certificates} == reference.named(ruleset, given_)
    for verdict in recommendation.verdicts.values():
        for finding in verdict.findings:
            assert reference.fires(finding.obligation, ruleset, given_) is True
            assert finding.obligation.basis.rank <= verdict.basis.rank


@given(cases())
def test_reasons_are_answers_given_and_suffice_to_make_it_fire(case: tuple[Ruleset, Given]) -> None:
    ruleset, given_ = case
    for verdict in judge(ruleset, given_).verdicts.values():
        for finding in verdict.findings:
            for question, chosen in finding.answers.items():
                assert set(chosen) <= set(given_[question])
            assert _fires_on(finding.obligation, ruleset, given_)


def _fires_on(obligation: Obligation, ruleset: Ruleset, given_: Given) -> bool:
    return reference.fires(obligation, ruleset, given_) is True
