"""The base of all that editors write: frozen, and it knows where it was written."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class Record(BaseModel):
    """One entry of a file. `instead`: key that may be unreadable → what then counts, so that the check can go on."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    instead: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

    file: str = Field(default="", exclude=True)
    line: int = Field(default=0, exclude=True)
