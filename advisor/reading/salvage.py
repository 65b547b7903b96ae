"""Makes a record of an entry that has mistakes, so that the check can go on and name everything at once."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import ValidationError

from advisor.reading.record import Record

M = TypeVar("M", bound=Record)


def salvaged(model: type[M], entry: dict[str, Any], problems: Iterable[Any], context: Mapping[str, Any]) -> M | None:
    """The record without what is wrong: too long texts are cut, other faults left out. None if too little is left.

    The mistakes have been noted; nobody but the check ever sees such a record.
    """
    data = deepcopy(entry)
    for problem in problems:
        _mend(data, list(problem["loc"]), problem)
        data |= model.instead.get(str(problem["loc"][0]), {})
    try:
        return model.model_validate(data, context=context)
    except ValidationError:
        return None


def _mend(data: Any, path: list[Any], problem: Any) -> None:
    for step in path[:-1]:
        if not _has(data, step):
            return
        data = data[step]
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
