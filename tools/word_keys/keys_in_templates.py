"""Finds the keys of the words that templates say: `say("key", name=…)` in Jinja, `say("key", name: …)` in Typst."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

from jinja2 import Environment, nodes

from tools.word_keys.key_patterns import HOLE, KeyUse


def in_jinja(file: Path, name: str) -> Iterator[KeyUse]:
    tree = Environment(autoescape=True).parse(file.read_text("utf-8"))
    loops: dict[str, set[str]] = {}
    for node in tree.find_all((nodes.For, nodes.Call)):
        if isinstance(node, nodes.For) and isinstance(node.iter, nodes.Tuple) and isinstance(node.target, nodes.Name):
            loops[node.target.name] = {item.value for item in node.iter.items if isinstance(item, nodes.Const)}
        elif isinstance(node, nodes.Call) and getattr(node.node, "name", "") == "say":
            filled = frozenset(word.key for word in node.kwargs)
            yield from (KeyUse(key, filled, name, node.lineno) for key in _from_jinja(node.args[0], loops))


def _from_jinja(node: nodes.Expr, loops: Mapping[str, set[str]]) -> set[str]:
    match node:
        case nodes.Const():
            return {node.value}
        case nodes.Name():
            return loops.get(node.name, {HOLE})
        case nodes.CondExpr(expr1=first, expr2=nodes.Expr() as second):
            return _from_jinja(first, loops) | _from_jinja(second, loops)
        case nodes.Concat():
            return {"".join(parts) for parts in product(*(_from_jinja(part, loops) for part in node.nodes))}
    return {HOLE}


_QUOTED = r'(?:"[^"]*"|[^()"]|\((?:"[^"]*"|[^()"]|\([^()]*\))*\))*'
_SAY = re.compile(rf"\bsay\(({_QUOTED})\)")
_LIST = r'\(((?:\s*"[^"]*",?)+)\)'
_LOOP = re.compile(rf"for (\w+) in {_LIST}|{_LIST}\s*\.map\((\w+) =>")


def in_typst(file: Path, name: str) -> Iterator[KeyUse]:
    text = file.read_text("utf-8")
    for found in _SAY.finditer(text):
        loops = {
            m[1] or m[4]: set(re.findall(r'"([^"]*)"', m[2] or m[3])) for m in _LOOP.finditer(text, 0, found.start())
        }
        key, *rest = re.split(r",\s*(?=[a-z-]+:)", found[1].strip())
        filled = frozenset(part.partition(":")[0] for part in rest)
        line = text.count("\n", 0, found.start()) + 1
        for branch in re.split(r"[{}]", key) if key.startswith("if ") else [key]:
            yield from (KeyUse(one, filled, name, line) for one in _from_typst(branch, loops) if "." in one)


def _from_typst(key: str, loops: Mapping[str, set[str]]) -> set[str]:
    parts = [part.strip().rstrip(",") for part in key.split(" + ")]
    known = ({part.strip('"')} if part.startswith('"') else loops.get(part, {HOLE}) for part in parts)
    return {"".join(some) for some in product(*known)}
