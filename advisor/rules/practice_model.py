"""What it takes in practice to get a certificate: who gives it, where to look, what counts, steps, time and cost."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from advisor.reading.record import Id, Record
from advisor.rules.model import Confidence, Ids, Texts

PracticePart = Literal["issued_by", "look_up", "counts", "steps", "lasts", "cost"]
PARTS: tuple[PracticePart, ...] = get_args(PracticePart)
"""In the order in which they are told."""
Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=260)]


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class PracticeLine(Record):
    """`say`: a sentence or two, or the steps. `link`: where to look. What is left out is that of the whole entry."""

    say: Annotated[tuple[Said, ...], BeforeValidator(_several), Field(min_length=1)]
    link: Address | None = None
    source: Id | None = None
    cite: Texts = ()
    checked: date | None = None
    review_by: date | None = None
    confidence: Confidence = "high"

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        """A text or a list of texts says only what it says."""
        return value if isinstance(value, dict) else {"say": value}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        texts: JsonSchemaValue = {"type": "array", "items": {"type": "string"}}
        return {"anyOf": [{"type": "string"}, texts, handler(schema)]}


class Practice(Record):
    """How the things under `of` are got. `left_out`: why nothing can be told of them; nobody reads it but editors.

    `source`, `cite`, `checked`, `confidence`: of each line that does not name its own. `facts`: ids of the research
    facts that it carries.
    """

    id: Id
    of: Annotated[Ids, Field(min_length=1)]
    left_out: Annotated[str, StringConstraints(strip_whitespace=True, max_length=320)] = ""
    issued_by: PracticeLine | None = None
    look_up: PracticeLine | None = None
    counts: PracticeLine | None = None
    steps: PracticeLine | None = None
    lasts: PracticeLine | None = None
    cost: PracticeLine | None = None
    source: Id | None = None
    cite: Texts = ()
    checked: date | None = None
    review_by: date | None = None
    confidence: Confidence = "high"
    facts: Texts = ()

    @model_validator(mode="after")
    def _told(self) -> "Practice":
        if not self.left_out and not any(getattr(self, part) for part in PARTS):
            raise ValueError("says nothing: write a part, or under 'left_out' why nothing can be told")
        return self

    def lines(self) -> Iterator[tuple[PracticePart, PracticeLine]]:
        """What is told, each line with all that stands behind it."""
        for part in PARTS:
            if line := getattr(self, part):
                yield part, self._whole(line)

    def _whole(self, line: PracticeLine) -> PracticeLine:
        """A line with a source of its own takes no clause from the entry."""
        own = line.model_fields_set | ({"cite"} if line.source else set())
        return line.model_copy(update={name: getattr(self, name) for name in _BEHIND if name not in own})


_BEHIND = ("source", "cite", "checked", "review_by", "confidence")
