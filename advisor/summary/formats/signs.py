"""Who stands behind a need, as a sign with a colour: those of the levels of a verdict, so that both say the same."""

from collections.abc import Iterable

from advisor.rules.basis import Asker, Basis

_ASKERS: dict[str, tuple[Asker, str]] = {
    "law": ("law", "certificate"),
    "law-system": ("law", "system"),
    "contract": ("buyer", "certificate"),
    "contract-system": ("buyer", "certificate"),
    "asked": ("buyer", "certificate"),
    "asked-system": ("buyer", "certificate"),
}
_NONE = "#57606a"


def colours(bases: Iterable[Basis]) -> dict[str, str]:
    """Sign → colour. What nobody asks for is of the strongest such level; a question is grey."""
    known = list(bases)
    found = {sign: _colour(known, *asked) for sign, asked in _ASKERS.items()}
    chosen = [basis.colour for basis in known if basis.asker == "choice"]
    choice = chosen[-1] if chosen else _NONE
    return {**found, "choice": choice, "choice-system": choice, "open": _NONE, "open-system": _NONE}


def _colour(bases: list[Basis], asker: Asker, owes: str) -> str:
    return next((basis.colour for basis in bases if basis.asker == asker and basis.owes == owes), _NONE)
