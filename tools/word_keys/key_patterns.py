"""Which texts a Python expression can give, as far as they are written out nearby; the rest stays a hole."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

HOLE = "{}"
Scope = tuple[ast.AST, ...]
"""The module, functions and comprehensions around an expression, the innermost last."""


class KeyUse(NamedTuple):
    """A key where it is said. `key`: with `{}` for what is known only at run time. `filled`: None if it is not seen
    what is filled in. `counted`: its text depends on a number."""

    key: str
    filled: frozenset[str] | None
    file: str
    line: int
    counted: bool = False


def texts(node: ast.expr, scope: Scope) -> set[str]:
    """`f"duty.{kind}"` gives `duty.{}`, or each text that `kind` is bound to in its function or module."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=first, orelse=second):
            return texts(first, scope) | texts(second, scope)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _joined([texts(left, scope), texts(right, scope)])
        case ast.JoinedStr(values=parts):
            return _joined([texts(part, scope) for part in parts])
        case ast.FormattedValue(value=value):
            return texts(value, scope)
        case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[_, *default]):
            known = _written(table, scope)
            choices = [*known.values, *default] if isinstance(known, ast.Dict) else []
            return set().union(*(texts(choice, scope) for choice in choices)) or {HOLE}
        case ast.Name(id=name):
            return _named(name, scope)
    return {HOLE}


def parameter(node: ast.expr, scope: Scope) -> bool:
    """Whether the caller of the innermost function hands it in."""
    inner = function(scope)
    return isinstance(node, ast.Name) and inner is not None and node.id in arguments(inner)


def function(scope: Scope) -> ast.FunctionDef | None:
    return next((inner for inner in reversed(scope) if isinstance(inner, ast.FunctionDef)), None)


def arguments(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[str]:
    """Names of what a function is called with, without `self`."""
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return names[1:] if names[:1] == ["self"] else names


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def _joined(parts: list[set[str]]) -> set[str]:
    return {"".join(some) for some in product(*parts)}


def _named(name: str, scope: Scope) -> set[str]:
    """What the nearest loop or function that binds this name, or the module, binds it to."""
    for inner in reversed(scope):
        if isinstance(inner, _FUNCTIONS) and name in arguments(inner):
            return {HOLE}
        if found := [value for node in _own(inner) for value in _bound(name, node, scope)]:
            return set().union(*(texts(value, scope) if value else {HOLE} for value in found))
    return {HOLE}


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes that bind names in this very scope."""
    if isinstance(scope, COMPREHENSIONS):
        yield from scope.generators
        return
    for node in ast.iter_child_nodes(scope):
        if not isinstance(node, (*COMPREHENSIONS, *_FUNCTIONS)):
            yield node
            yield from _own(node)


def _bound(name: str, node: ast.AST, scope: Scope) -> Iterator[ast.expr | None]:
    """Every expression that this node binds the name to; None where it is not written out."""
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    names = [part.id for part in ast.walk(target) if isinstance(part, ast.Name)] if target else []
    for value in _values(node, scope) if name in names else ():
        if isinstance(target, ast.Name):
            yield value
        else:
            yield value.elts[names.index(name)] if isinstance(value, ast.Tuple) else None


def _values(node: ast.AST, scope: Scope) -> list[ast.expr | None]:
    match node:
        case ast.Assign(value=value) | ast.NamedExpr(value=value) | ast.AnnAssign(value=ast.expr() as value):
            return [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
        case ast.For(iter=several) | ast.comprehension(iter=several):
            return _items(several, scope)
    return [None]


def _items(several: ast.expr, scope: Scope) -> list[ast.expr | None]:
    """What a loop runs over, where that is written out here or as a constant of the module."""
    match several:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts) | ast.Dict(keys=parts):
            return [item for part in parts for item in _starred(part, scope)]
        case ast.Call(func=ast.Attribute(value=table, attr="items")):
            known = _written(table, scope)
            pairs = zip(known.keys, known.values, strict=True) if isinstance(known, ast.Dict) else ()
            return [ast.Tuple([key, value]) for key, value in pairs if key] or [None]
        case ast.Name() if (written := _written(several, scope)) is not several:
            return _items(written, scope)
    return [None]


def _starred(part: ast.expr | None, scope: Scope) -> list[ast.expr | None]:
    return _items(part.value, scope) if isinstance(part, ast.Starred) else [part]


def _written(node: ast.expr, scope: Scope) -> ast.expr:
    """What a name stands for that is assigned once around here; anything else as it is."""
    name = getattr(node, "id", "")
    for inner in reversed(scope):
        found = [value for part in _own(inner) for value in _assigned(part, name)]
        if found:
            return found[0] if len(found) == 1 and isinstance(found[0], ast.Tuple | ast.List | ast.Dict) else node
    return node


def _assigned(part: ast.AST, name: str) -> Iterator[ast.expr]:
    match part:
        case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
            yield value
        case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
            yield value
