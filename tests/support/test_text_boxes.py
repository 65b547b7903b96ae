"""The test of text boxes finds what it is there to find."""

from __future__ import annotations

import pytest
import typst

from tests.support.text_boxes import problems

LINE = '#set page(paper: "a4", margin: 20mm)\n#set text(size: 9.5pt)\n= A title\n#lorem(60)\n'


def made(source: str) -> list[str]:
    return problems(typst.compile((LINE + source).encode(), format="pdf"))


def test_ordinary_text_has_no_problem() -> None:
    assert made("#lorem(300)") == []


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("#place(dx: 160mm, [Far too long to fit])", "leaves its margins"),
        ("#block(width: 30mm, box(width: 400mm, [#lorem(90)]))", "leaves its margins"),
        ("#place(top, dy: 12mm, text(size: 12pt)[Lies upon])", "lie on each other"),
        ("#pagebreak()\n.", "hardly a word"),
    ],
)
def test_a_planted_defect_is_found(source: str, problem: str) -> None:
    assert any(problem in found for found in made(source))
