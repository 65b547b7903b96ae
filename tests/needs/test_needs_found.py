"""Which needs follow from obligations and from the editors' own rules, and that each thing is said once."""

from __future__ import annotations

import pytest

from tests.support.invented import need, obligation, question, thing
from tests.support.invented_needs import ids, needs

BY_LAW = obligation("law", "legal-certificate", {"crew": "many"})
BY_BUYER = obligation("buyer", "contractual", {"crew": "many"}, jurisdiction="club")
PORTS = question("ports", {"id": "north", "label": "N", "name": "north paper"}, "south", "none", "unsure", kind="many")


@pytest.mark.parametrize(
    ("basis", "more", "followed"),
    [
        ("legal-qms", {}, [("keel-system", "system", "law", "binding")]),
        ("legal-certificate", {}, [("keel", "certificate", "law", "binding")]),
        ("contractual", {}, [("keel", "certificate", "contract", "binding")]),
        ("commercial", {}, [("keel", "certificate", "own", "own")]),
        ("not-needed", {}, []),
        ("legal-certificate", {"certificate": "badge"}, [("badge", "certificate", "law", "binding")]),
        (
            "legal-qms",
            {"certificate": "badge"},
            [("badge", "certificate", "law", "binding"), ("keel-system", "system", "law", "binding")],
        ),
        ("legal-qms", {"thing": "logbook"}, [("logbook", "system", "law", "binding")]),
    ],
)
def test_an_obligation_that_stands_is_a_need_for_what_it_owes(
    basis: str, more: dict[str, object], followed: list[tuple[str, ...]]
) -> None:
    found = needs(obligation("law", basis, {"crew": "many"}, **more))
    assert sorted((n.id, n.kind, n.wanted, n.firm) for n in found) == followed
    assert all(n.findings[0].obligation.id == "law" for n in found)


def test_what_only_may_stand_is_no_need() -> None:
    assert ids(obligation("law", "legal-qms", {"sails": "yes"})) == []


def test_a_certificate_that_an_open_exception_may_spare_is_no_need_yet() -> None:
    rule = obligation("law", "legal-certificate", {"crew": "many"}, certificate="badge")
    exception = obligation("exempt", "legal-certificate", {"sails": "no"}, overrides=["law"])
    assert ids(rule, exception) == []
    assert ids(rule, exception, sails=("yes",)) == ["badge"]
    assert ids(rule, exception, sails=("no",)) == ["keel"]


@pytest.mark.parametrize(("asked_by", "wanted"), [("law", "law"), ("buyer", "contract"), ("choice", "trade")])
def test_a_paper_is_wanted_by_whoever_asks_for_it(asked_by: str, wanted: str) -> None:
    paper = {"id": "badge", "name": "Badge", "issuer": "the harbour", "asked_by": asked_by}
    (badge, _) = sorted(needs(obligation("law", "legal-qms", {"crew": "many"}, certificate=paper)), key=lambda n: n.id)
    assert (badge.id, badge.wanted) == ("badge", wanted)


def test_one_thing_wanted_in_several_places_is_said_once_with_all_of_them() -> None:
    (said,) = needs(BY_LAW, obligation("other", "legal-certificate", {"crew": "many"}, jurisdiction="club"))
    assert said.places == ("coast", "club")
    assert {finding.obligation.id for finding in said.findings} == {"law", "other"}


def test_one_thing_wanted_by_several_is_said_where_the_most_urgent_stands_with_the_others_beside_it() -> None:
    (said,) = needs(BY_LAW, BY_BUYER)
    assert (said.wanted, [other.wanted for other in said.also]) == ("contract", ["law"])
    assert [each.places for each in said.all] == [("club",), ("coast",)]
    assert {"law", "buyer", "keel"} <= said.names


def test_who_is_obliged_is_not_told_that_it_may_also_choose() -> None:
    (said,) = needs(BY_LAW, obligation("pays", "commercial", {"crew": "many"}, jurisdiction="club"))
    assert (said.wanted, said.also) == ("law", ())


def test_the_same_thing_of_another_holder_is_another_need() -> None:
    badge = {"when": {"crew": "many"}, "thing": "badge"}
    assert ids(thing("badge"), need("ours", **badge), need("theirs", **badge, who="maker")) == ["ours", "theirs"]


def test_what_one_does_with_a_thing_is_another_need_than_to_have_it() -> None:
    badge = {"when": {"crew": "many"}, "thing": "badge"}
    assert set(ids(thing("badge"), need("have", **badge), need("keep", **badge, kind="keep"))) == {"have", "keep"}


def test_a_certificate_wanted_by_a_buyer_is_its_own_need_beside_a_system_wanted_by_law() -> None:
    assert ids(obligation("law", "legal-qms", {"crew": "many"}), BY_BUYER) == ["keel", "keel-system"]


def test_a_rule_speaks_in_the_place_of_its_obligations_and_carries_them() -> None:
    (said,) = needs(BY_LAW, need("own", of=["law", "absent"], wanted="law"))
    assert said.id == "own"
    assert [finding.obligation.id for finding in said.findings] == ["law"]
    assert said.places == ("coast",)


def test_a_rule_of_obligations_is_silent_where_none_of_them_stands() -> None:
    assert ids(obligation("law", "legal-qms", {"crew": "alone"}), need("own", of=["law"])) == []


@pytest.mark.parametrize("named", ["keel", "law", "other"])
def test_a_rule_replaces_a_thing_an_obligation_or_another_rule(named: str) -> None:
    other = need("other", {"crew": "many"}, thing="keel", wanted="law")
    assert ids(BY_LAW, other, need("better", {"crew": "many"}, replaces=["keel", "law", "other"])) == ["better"]
    assert named not in ids(BY_LAW, other, need("better", {"crew": "many"}, replaces=[named]))


def test_a_choice_that_is_replaced_falls_away() -> None:
    pays = obligation("pays", "commercial", {"crew": "many"})
    assert ids(pays, need("better", {"crew": "many"}, replaces=["keel"])) == ["better"]
    assert ids(pays, need("better", {"crew": "many"}, replaces=["pays"])) == ["better"]


def test_an_exception_of_a_rule_keeps_it_silent() -> None:
    assert ids(need("own", {"crew": "many"}, unless={"sails": "no"}), sails=("no",)) == []
    assert ids(need("own", {"crew": "many"}, unless={"sails": "no"}), sails=("yes",)) == ["own"]
    assert ids(need("own", {"crew": "many"}, unless={"sails": "no"})) == []


def test_each_chosen_option_with_a_name_is_a_need_and_may_name_a_thing() -> None:
    rule = need("port", {"crew": "many"}, each="ports")
    (north,) = needs(PORTS, thing("north", "approval"), rule, ports=("north", "south"))
    assert (north.id, north.kind, north.option and north.option.id) == ("port-north", "approval", "north")
    assert "north" in north.names


@pytest.mark.parametrize("named", ["port", "port-north"])
def test_what_a_rule_says_of_an_option_is_replaced_by_its_own_name_or_the_rule_s(named: str) -> None:
    rule, better = need("port", {"crew": "many"}, each="ports"), need("better", {"crew": "many"}, replaces=[named])
    assert ids(PORTS, rule, better, ports=("north",)) == ["better"]


@pytest.mark.parametrize("chosen", ["none", "unsure", "south"])
def test_what_is_no_demand_is_no_need(chosen: str) -> None:
    assert ids(PORTS, need("port", {"crew": "many"}, each="ports"), ports=(chosen,)) == []


def test_what_has_no_thing_is_cleared_up_unless_it_says_otherwise() -> None:
    (plain, decided) = needs(need("ask", {"crew": "many"}), need("bid", {"crew": "many"}, kind="decide"))
    assert (plain.kind, decided.kind) == ("clarify", "decide")


def test_what_rests_on_hearsay_alone_is_only_reported() -> None:
    heard = obligation("heard", "legal-certificate", {"crew": "many"}, confidence="low")
    (alone,) = needs(heard)
    (together,) = needs(heard, obligation("read", "legal-certificate", {"crew": "many"}, jurisdiction="club"))
    assert (alone.reported, together.reported) == (True, False)
    assert needs(need("own", {"crew": "many"}, confidence="low"))[0].reported


def test_an_obligation_of_a_thing_without_an_entry_lends_its_own_words() -> None:
    paper = needs(obligation("law", "legal-certificate", {"crew": "many"}, certificate="badge"))[0].thing
    system = needs(obligation("law", "legal-qms", {"crew": "many"}))[0].thing
    assert paper
    assert system
    assert (paper.name, system.standard) == ("Badge", "keel")
