"""Proves that whoever reports a claim is answered about it by name, whatever else was answered."""

from collections.abc import Iterator
from functools import partial

from advisor.check.needs.claim_cases import may_make_true, options_tested
from advisor.check.needs.possible_needs import PossibleNeed, PossibleNeeds, chosen, possible_needs
from advisor.check.needs.promises import followed_by, is_about
from advisor.check.problem import Problem, problem
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover
from advisor.rules.model import Option, Question
from advisor.rules.needs_model import AnswerPattern, Match, NeedRule
from advisor.rules.ruleset import Ruleset
from advisor.rules.situation_model import ClaimQuestions

CONFIRMED = {"claimed": True, "wanted": ("law",), "there": True}
"""What a pattern looks for that answers every claim that is right."""


def claims_answered(prover: Prover) -> Iterator[Problem]:
    """Claims that some headline passes over, and claims beside another one that no need names."""
    ruleset = prover.ruleset
    asked = ruleset.situation.claims
    question = ruleset.question(asked.said) if asked else None
    if asked is None or question is None:
        return
    possible = possible_needs(ruleset)
    claims = [option for option in question.options if not option.unknown and not option.exclusive]
    for claim in claims:
        yield from _passed_over(prover, question, claim)
        yield from _forgotten(prover, asked, question, claim, possible)


def _alone(cases: AllAnswers, question: Question, claim: Option) -> list[int]:
    """This claim is reported, and no other."""
    others = (chosen(cases, question.id, option.id) for option in question.options if option.id != claim.id)
    return [chosen(cases, question.id, claim.id), *(~other for other in others)]


def _passed_over(prover: Prover, question: Question, claim: Option) -> Iterator[Problem]:
    """Somebody with this claim alone reads a sentence that is about no claim, or none about this one."""
    patterns = prover.ruleset.answers
    ours = [place for place, pattern in enumerate(patterns) if claim.id in options_tested(pattern.when, question.id)]
    always = [place for place in _answers_all(patterns) if place in ours]
    last = max(always, default=len(patterns))

    def unanswered(cases: AllAnswers) -> list[int]:
        return [*_alone(cases, question, claim), *(~_node(cases, place) for place in always)]

    if prover.can(unanswered):
        text = f"'{claim.id}' of '{question.id}' has no pattern that always answers it"
        yield problem(
            "unanswered-claim", question, text, prover.complete.switches.shortest(unanswered(prover.complete))
        )
        return
    for place in (place for place in range(last) if place not in ours):
        wish = partial(_first, place=place, question=question, claim=claim, always=always)
        if prover.can(wish):
            text = f"'{patterns[place].id}' answers somebody who reports '{claim.id}' and says nothing of it"
            answers = prover.complete.switches.shortest(wish(prover.complete))
            yield problem("unanswered-claim", patterns[place], text, answers)


def _first(cases: AllAnswers, place: int, question: Question, claim: Option, always: list[int]) -> list[int]:
    """The pattern at this place may be said to somebody with this claim before one of its own always is."""
    before = (~_node(cases, at) for at in always if at < place)
    return [*_alone(cases, question, claim), _node(cases, place), *before]


def _answers_all(patterns: tuple[AnswerPattern, ...]) -> Iterator[int]:
    """Places of the patterns that answer whoever they are for, if none before them does.

    One for claims that are wrong does, where another for the same people answers all that are right.
    """
    plain = [place for place, pattern in enumerate(patterns) if _is_plain(pattern)]
    confirming = [pattern for pattern in patterns if pattern.right and _is_plain(pattern, Match(**CONFIRMED))]
    for place in plain:
        pattern = patterns[place]
        right = any(yes.claimed == pattern.claimed and yes.when == pattern.when for yes in confirming)
        if pattern.right is None or (pattern.right is False and right):
            yield place


def _is_plain(pattern: AnswerPattern, has: Match | None = None) -> bool:
    """It looks for nothing else than for this; names that may be missing leave it out."""
    if pattern.own or pattern.levels or pattern.place or pattern.unless or "{claimed" in pattern.say:
        return False
    others = (pattern.first, pattern.lacks, pattern.empty, pattern.open)
    same = pattern.has is None if has is None else pattern.has is not None and _lines(pattern.has) == _lines(has)
    return same and all(line is None for line in others) and "places}" not in pattern.say


def _lines(match: Match) -> dict[str, object]:
    return match.model_dump(exclude={"file", "line"})


def _node(cases: AllAnswers, place: int) -> int:
    return cases.circuit.wire_of(cases.planes.certain[cases.program.says[place]])


def _forgotten(
    prover: Prover, asked: ClaimQuestions, question: Question, claim: Option, possible: PossibleNeeds
) -> Iterator[Problem]:
    """A claim beside another, which the headline may be about, that no need is about."""
    about = {*_about(prover.ruleset, asked, question, claim, possible), *_demanded(prover, asked, claim, possible)}

    def wish(cases: AllAnswers) -> list[int]:
        others = [o for o in question.options if o is not claim and not o.unknown and not o.exclusive]
        beside = cases.circuit.any_of(chosen(cases, question.id, other.id) for other in others)
        named = cases.circuit.any_of(need.certain(cases) for need in about)
        return [chosen(cases, question.id, claim.id), beside, ~named]

    if prover.can(wish):
        text = f"'{claim.id}' of '{question.id}' is reported beside another claim, and no need is about it"
        answers = prover.complete.switches.shortest(wish(prover.complete))
        yield problem("forgotten-claim", question, text, answers)


def _about(
    ruleset: Ruleset, asked: ClaimQuestions, question: Question, claim: Option, possible: PossibleNeeds
) -> Iterator[PossibleNeed]:
    """Needs that wait for this claim, that call it wrong, or that may make it true."""
    yield from may_make_true(ruleset, (claim.id,), None, possible) if claim.id in asked.about else ()
    for need in possible:
        record = need.record
        if isinstance(record, NeedRule) and (claim.id in record.refutes or (question.id, claim.id) in need.waits[0]):
            yield need


def _demanded(prover: Prover, asked: ClaimQuestions, claim: Option, possible: PossibleNeeds) -> Iterator[PossibleNeed]:
    """Needs about a document that demands what is claimed."""
    for name in prover.ruleset.situation.demanded:
        question = prover.ruleset.question(name)
        for option in question.options if question else ():
            if question and option.id in asked.about.get(claim.id, ()):
                followed = followed_by(prover, question, option)
                yield from (need for need in possible if is_about(need, question, option, followed))
