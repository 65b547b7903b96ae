"""Needs, things, answers and the situation name only what exists, and fill in only what can be filled in."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from advisor.content.need_references import check_needs
from advisor.reading.record import Record
from advisor.rules.needs_model import NeedRule
from tests.support.invented import jurisdiction, need, obligation, option, pattern, question, rules, situation, thing
from tests.support.invented_needs import QUESTIONS

LAW = obligation("law", "legal-qms", {"crew": "many"}, certificate="badge")
PORTS = question("ports", option("north", name="north paper"), "south")
SOUND = (LAW, PORTS, thing("badge"), need("own", {"crew": "many"}, thing="badge"), pattern("any"))


def complaints(*records: Record) -> list[str]:
    return [mistake.text for mistake in check_needs(rules(*QUESTIONS, *SOUND, *records))]


def test_what_names_only_what_exists_passes() -> None:
    assert not complaints()
    whole: dict[str, Any] = {
        "of": ["law"],
        "each": "ports",
        "thing": "badge",
        "replaces": ["own", "keel", "law", "badge"],
        "source": "almanac",
        "jurisdiction": "coast",
        "what": "Have {option}",
        "why": "{option} is wanted.",
    }
    first = {"id": "own", "thing": "keel-system", "kind": ["certificate", "system"]}
    say = "{what} {thing} {by} {places} {certificate_places} {system_places} {when}"
    fits = pattern("fits", {"crew": "many"}, first=first, levels={"keel": ["legal-qms"]}, say=say)
    told = situation(
        on_market={"sails": "yes"}, unresearched={"crew": "many"}, asked_about={"crew": "alone"}, deadline="ports"
    )
    assert not complaints(need("whole", {"crew": "many"}, **whole), fits, told, jurisdiction("coast"))


@pytest.mark.parametrize(
    "more",
    [
        *({"of": ["low"]}, {"each": "prts"}, {"thing": "bagde"}, {"replaces": ["onw"]}, {"source": "almanach"}),
        *(
            {"jurisdiction": "cost"},
            {"what": "{option}"},
            {"why": "{what}"},
            {"what": "{"},
            {"unless": {"crw": "many"}},
        ),
        *({"each": "ports", "what": "{port}"}, {"what": ""}),
    ],
)
def test_a_need_is_told_each_name_that_does_not_exist(more: dict[str, Any]) -> None:
    (told,) = complaints(need("wrong", {"crew": "many"}, **more))
    assert told.startswith("'wrong':")


@pytest.mark.parametrize(
    "more",
    [
        *({"first": {"id": "onw"}}, {"has": {"thing": "bagde"}}, {"lacks": {"id": "low"}}, {"levels": {"kel": []}}),
        *({"levels": {"keel": ["legal"]}}, {"say": "{who}"}, {"say": ""}, {"unless": {"crew": "may"}}),
    ],
)
def test_an_answer_is_told_each_name_that_does_not_exist(more: dict[str, Any]) -> None:
    (told,) = complaints(pattern("wrong", **more))
    assert told.startswith("'wrong':")


@pytest.mark.parametrize("wrong", [thing("paper", standard="kel"), thing("paper", stands=[({"hold": "badge"}, "met")])])
def test_a_thing_is_told_each_name_that_does_not_exist(wrong: Record) -> None:
    assert len(complaints(wrong)) == 1


@pytest.mark.parametrize(
    "wrong", [{"on_market": {"sail": "yes"}}, {"unresearched": {"crew": "may"}}, {"deadline": "day"}, {"size": "day"}]
)
def test_the_situation_is_told_each_name_that_does_not_exist(wrong: dict[str, Any]) -> None:
    assert len(complaints(situation(**wrong))) == 1


def test_a_need_for_everybody_is_refused() -> None:
    assert len(complaints(need("everybody"))) == 1
    assert not complaints(need("somebody", of=["law"]))


@pytest.mark.parametrize(
    "wrong",
    [
        *({"wanted": "king"}, {"firm": "hard"}, {"who": "us"}, {"kind": "thing"}, {"lead": "second"}),
        *({"time": {"when": "soon"}}, {"what": "x" * 121}, {"unknown": "key"}),
    ],
)
def test_a_need_of_another_form_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        NeedRule.model_validate({"id": "own", "when": {"crew": "many"}, "wanted": "law", "what": "Own"} | wrong)


def test_a_time_may_be_a_phrase_and_a_list_a_single_word() -> None:
    assert need("own", time="With the form").time.says == "With the form"
    match = pattern("own", first={"kind": "system", "wanted": ["law", "tender"]}).first
    assert match
    assert (match.kind, match.wanted) == (("system",), ("law", "tender"))
