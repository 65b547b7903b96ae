"""From when until when something holds."""

from datetime import date

from pydantic import Field

from advisor.reading.record import Record


class Validity(Record):
    """From and until are the first and the last day."""

    from_: date | None = Field(default=None, alias="from")
    until: date | None = None

    def covers(self, day: date) -> bool:
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)
