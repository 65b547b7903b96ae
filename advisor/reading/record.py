"""The base of all that editors write: frozen, and it knows where it was written."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class Record(BaseModel):
    """One entry of a file. `instead`: key that may be unreadable → what then counts, so that the check can go on."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    instead: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

    file: str = Field(default="", exclude=True)
    line: int = Field(default=0, exclude=True)

    @classmethod
    def salvaged(cls, entry: dict[str, Any], problems: Iterable[Any], context: Mapping[str, Any]) -> Self | None:
        """The record without what is wrong: too long texts are cut, other faults left out. None if too little is left.

        The mistakes have been noted; nobody but the check ever sees such a record.
        """
        data = deepcopy(entry)
        for problem in problems:
            _mend(data, list(problem["loc"]), problem)
            data |= cls.instead.get(str(problem["loc"][0]), {})
        try:
            return cls.model_validate(data, context=context)
        except ValidationError:
            return None


def _mend(data: Any, path: list[Any], problem: Any) -> None:
    for step in path[:-1]:
        data = data[step] if _has(data, step) else None
    if not _has(data, path[-1]):
        return
    if problem["type"] == "string_too_long":
        data[path[-1]] = data[path[-1]][: problem["ctx"]["max_length"]]
    elif isinstance(data, dict):
        del data[path[-1]]


def _has(data: Any, key: Any) -> bool:
    if isinstance(data, list):
        return isinstance(key, int) and key < len(data)
    return isinstance(data, dict) and key in data
