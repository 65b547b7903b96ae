"""What obliges a company to hold a certificate: the levels of a verdict, each a row of content/bases.yaml."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from advisor.reading.record import Id, Record

Asker = Literal["law", "buyer", "choice"]
"""Who asks for a certificate; `choice`: nobody, it is one way among others."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Badge = Literal["red", "orange", "yellow", "green", "blue", "violet", "gray", "primary"]
"""The colours of Streamlit's badges, for light and for dark pages."""


class Basis(Record):
    """One level of a verdict. Two are the same if their ids are, wherever they were written.

    `owes`: what the company must have. `colour`: in pictures and documents, for light and for dark backgrounds.
    """

    id: Id
    asker: Asker
    owes: Literal["certificate", "system", "nothing"]
    badge: Badge
    colour: Colour
    rank: int = Field(default=0, exclude=True)
    """Its place in the file, which starts with the weakest; given at reading."""

    @property
    def asks(self) -> bool:
        """Whether anything speaks for a certificate; nothing does at the weakest level."""
        return self.rank > 0

    @property
    def by_law(self) -> bool:
        return self.asker == "law"

    @property
    def certificate_by_law(self) -> bool:
        return self.by_law and self.owes == "certificate"

    def __str__(self) -> str:
        return self.id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Basis) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)


def context(bases: Iterable[Basis]) -> dict[str, Any]:
    """What has to be known to read a record that names a basis by its id."""
    return {"bases": {basis.id: basis for basis in bases}}


def _named(value: object, info: ValidationInfo) -> Basis:
    if isinstance(value, Basis):
        return value
    bases: Mapping[object, Basis] = (info.context or context(()))["bases"]
    if isinstance(value, str) and value in bases:
        return bases[value]
    *most, last = (f"'{name}'" for name in bases) if bases else ("none",)
    expected = f"{', '.join(most)} or {last}" if most else last
    raise PydanticCustomError("enum", "Input should be {expected}", {"expected": expected})


NamedBasis = Annotated[Basis, PlainValidator(_named), PlainSerializer(str)]
"""Written as the id of a basis."""
NamedBases = Annotated[tuple[NamedBasis, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)]
"""Written as one id or a list of them."""
