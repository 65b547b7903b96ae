"""Reads the levels of a verdict, and knows which words each of them needs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from advisor.content.words import PRODUCT, Words, words_of
from advisor.reading.reader import ContentError, Reader, duplicates
from advisor.reading.strict_yaml import Mistake
from advisor.rules.basis import Asker, Basis, context

FILE = "content/bases.yaml"


def read_bases(reader: Reader) -> tuple[Basis, ...]:
    """All levels, weakest first; whatever the reader reads after them may name them.

    Where there are none the product's own stand in, so that the check can go on.
    """
    written = reader.list_of(Basis, FILE)
    by_id = {basis.id: basis for basis in reversed(written)}
    ids = dict.fromkeys(basis.id for basis in written)
    bases = tuple(by_id[name].model_copy(update={"rank": rank}) for rank, name in enumerate(ids))
    reader.mistakes += [*duplicates("basis", written), *_mistakes(bases)]
    if not bases:
        if reader.root == PRODUCT:
            raise ContentError(reader.mistakes)
        bases = read_bases(Reader(PRODUCT))
    reader.context = context(bases)
    return bases


def _mistakes(bases: Sequence[Basis]) -> Iterator[Mistake]:
    if not bases:
        yield Mistake(FILE, 1, "no basis is left: write the one where nothing is needed, and one for each asker")
        return
    if bases[0].owes != "nothing":
        text = "stands first, so it holds where nothing is found: write 'owes: nothing', or another one before it"
        yield _at(bases[0], text)
    for asker in get_args(Asker):
        if not any(basis.asker == asker and basis.owes != "system" for basis in bases):
            text = f"no basis for a certificate that is asked for by '{asker}': write one with 'asker: {asker}'"
            yield Mistake(FILE, 1, text)


def _at(basis: Basis, text: str) -> Mistake:
    return Mistake(basis.file, basis.line, f"'{basis.id}': {text}", "form", basis.id)


def unsaid(bases: Iterable[Basis], words: Words) -> Iterator[Mistake]:
    """Levels that the words leave out."""
    missing = ((basis, key) for basis in bases for key in words_of(basis) if key not in words)
    return (_at(basis, f"needs its words: write '{key}' in content/words.yaml") for basis, key in missing)
