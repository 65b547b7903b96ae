"""Finds the keys of the words that Python says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.word_keys.key_patterns import COMPREHENSIONS, KeyUse, Scope, arguments, function, parameter, texts

_KEY = re.compile(r"[a-z-]+\.[a-z0-9{]")


class _Helper(NamedTuple):
    """A function that says the key which it is called with."""

    place: int
    counted: bool


class _Reader(ast.NodeVisitor):
    """Finds `words["key"]`, `words("key", name=…)`, `words.count("key", …)`, and calls that hand a key to a helper."""

    def __init__(self, tree: ast.Module, file: str, helpers: dict[str, _Helper]) -> None:
        self.file, self.helpers, self.found = file, helpers, list[KeyUse]()
        self.scope: Scope = (tree,)

    def visit(self, node: ast.AST) -> None:
        outer = self.scope
        if isinstance(node, (ast.FunctionDef, *COMPREHENSIONS)):
            self.scope = (*outer, node)
        elif isinstance(node, ast.Subscript) and _is_words(node.value):
            self._say(node.slice, frozenset())
        elif isinstance(node, ast.Call) and node.args:
            self._call(node)
        self.generic_visit(node)
        self.scope = outer

    def _call(self, node: ast.Call) -> None:
        names = frozenset(word.arg or "" for word in node.keywords)
        filled = None if "" in names else names
        if _is_words(node.func):
            self._say(node.args[0], filled)
        elif isinstance(node.func, ast.Attribute) and _is_words(node.func.value) and node.func.attr == "count":
            self._say(node.args[0], filled if filled is None else filled | {"count"}, counted=True)
        elif (helper := self.helpers.get(_name(node.func))) and len(node.args) > helper.place:
            self._say(node.args[helper.place], None, counted=helper.counted)

    def _say(self, node: ast.expr, filled: frozenset[str] | None, *, counted: bool = False) -> None:
        inner = function(self.scope)
        if inner and parameter(node, self.scope):
            self.helpers[inner.name] = _Helper(arguments(inner).index(_name(node)), counted)
        for key in texts(node, self.scope):
            if _KEY.match(key):
                self.found.append(KeyUse(key, filled, self.file, node.lineno, counted))


def in_python(files: Iterable[tuple[Path, str]]) -> Iterator[KeyUse]:
    """Twice, for a helper is known only after all files are read."""
    trees = [(ast.parse(path.read_text("utf-8")), name) for path, name in files]
    helpers: dict[str, _Helper] = {}
    for tree, name in trees:
        _Reader(tree, name, helpers).visit(tree)
    for tree, name in trees:
        reader = _Reader(tree, name, helpers)
        reader.visit(tree)
        yield from reader.found


def _is_words(node: ast.expr) -> bool:
    """Whatever is called so; `Words` itself says a few texts as well."""
    return _name(node) in ("words", "self", "_texts")


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
