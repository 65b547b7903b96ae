"""Every sentence that the program says stands in the words, with the placeholders that are filled in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from tests.support.visitor import content

PRODUCT = Path(__file__).resolve().parents[2]
CODE = sorted([*PRODUCT.glob("advisor/**/*.py"), *PRODUCT.glob("pages/*.py")])
TEMPLATES = sorted([*PRODUCT.glob("advisor/**/*.typ"), *PRODUCT.glob("advisor/**/*.html")])
_SAY = re.compile(r"""\bsay\(\s*["']([a-z0-9.-]+)["']\s*[,)]""")


def said(file: Path) -> Iterator[tuple[str, set[str] | None]]:
    """Keys that are written out, with the names that are filled in; None where a text is taken as it stands."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _is_words(node.func) and node.args and _is_text(node.args[0]):
            known = all(word.arg for word in node.keywords)
            yield node.args[0].value, {str(word.arg) for word in node.keywords} if known else None  # type: ignore[attr-defined]
        if isinstance(node, ast.Subscript) and _is_words(node.value) and _is_text(node.slice):
            yield node.slice.value, None  # type: ignore[attr-defined]


def _is_words(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name == "words"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and "." in node.value


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.relative_to(PRODUCT).as_posix())
def test_what_the_code_says_has_words_and_all_that_they_ask_for(file: Path) -> None:
    words = content().words
    for key, filled in said(file):
        assert key in words
        if filled is not None:
            assert placeholders(words[key]) <= filled, key


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(PRODUCT).as_posix())
def test_what_a_template_says_has_words(file: Path) -> None:
    assert [key for key in _SAY.findall(file.read_text("utf-8")) if key not in content().words] == []


def test_the_search_finds_what_it_looks_for() -> None:
    assert sum(1 for file in CODE for _ in said(file)) > 150
    assert sum(len(_SAY.findall(file.read_text("utf-8"))) for file in TEMPLATES) > 50
