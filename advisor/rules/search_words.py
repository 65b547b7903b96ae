"""How an answer is found in a long list: by the words that people type, and under a heading."""

from typing import Annotated, Any
from unicodedata import combining, normalize

from pydantic import BeforeValidator, Field, StringConstraints

from advisor.reading.record import Id, Record


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


SearchWord = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
SearchWords = Annotated[tuple[SearchWord, ...], BeforeValidator(_listed)]


def folded(text: str) -> str:
    """Without accents and capitals, as it may be typed."""
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


class AnswerGroup(Record):
    """A heading and the options below it. It decides nothing."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    options: Annotated[tuple[Id, ...], BeforeValidator(_listed), Field(min_length=1)]
