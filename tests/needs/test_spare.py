"""What is said of a chosen option only where the rest of the list calls for it."""

from __future__ import annotations

import pytest

from tests.support.invented import need, question, thing
from tests.support.invented_needs import ids, needs

SOUTH = {"id": "south", "label": "S", "name": "south"}
PORTS = question("ports", {"id": "north", "label": "N", "name": "north"}, SOUTH, "none", kind="many")
NORTH = thing("north", stands=[({"ports": "north"}, "met")])
WISH = need("wish", {"crew": "many"}, thing="north", wanted="customer", firm="asked")
CLAUSE = need("clause", {"crew": "many"}, thing="north")
BOTH = ("north", "south")


@pytest.mark.parametrize(
    ("only", "beside", "said"),
    [
        ("unspoken", WISH, ["each-south"]),
        ("unspoken", need("other", {"crew": "many"}), ["each-north"]),
        ("bound", WISH, []),
        ("bound", CLAUSE, ["each-north"]),
        ("free", WISH, ["each-north", "each-south"]),
        ("free", CLAUSE, ["each-south"]),
    ],
)
def test_it_is_said_where_the_others_call_for_it(only: str, beside: object, said: list[str]) -> None:
    each = need("each", {"ports": ["north", "south"]}, each="ports", only=only, what="See {option}", kind="decide")
    found = ids(PORTS, NORTH, beside, each, ports=BOTH)
    assert sorted(name for name in found if name.startswith("each")) == said


def test_what_nothing_else_speaks_of_is_said_once_of_all() -> None:
    each = need("each", {"ports": ["north", "south"]}, each="ports", only="unspoken", what="See {option}", kind="keep")
    (said,) = (one for one in needs(PORTS, NORTH, each, ports=BOTH) if one.option)
    assert said.option
    assert said.option.name == "north, south"


def test_a_thing_binds_to_the_options_that_say_that_it_is_held() -> None:
    licence = thing("licence", held=["south"])
    clause = need("clause", {"crew": "many"}, thing="licence")
    each = need("each", {"ports": ["north", "south"]}, each="ports", only="bound", what="See {option}", kind="decide")
    assert "each-south" in ids(PORTS, licence, clause, each, ports=BOTH)


def test_what_does_not_count_is_not_spoken_of() -> None:
    torn = thing("north", stands=[({"ports": "north"}, "defect")])
    each = need("each", {"ports": "north"}, each="ports", only="unspoken", what="See {option}", kind="keep")
    assert ids(PORTS, torn, each, ports=("north",)) == []
