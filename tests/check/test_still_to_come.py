"""How many questions were still to come is read from the visits of the examples."""

from __future__ import annotations

from advisor.check.cases.still_to_come import still_to_come


def test_the_open_question_counts_and_the_last_one_has_itself_before_it() -> None:
    assert still_to_come([("keel", "mast", "sail"), ("keel", "sail")]) == {
        "keel": (2, 3),
        "mast": (2, 2),
        "sail": (1, 1),
    }


def test_a_rare_short_visit_does_not_make_the_least() -> None:
    usual, rare = [("keel", "mast", "sail")] * 40, [("keel",)]
    assert still_to_come([*usual, *rare])["keel"] == (3, 3)
