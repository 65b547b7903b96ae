"""How many rules of its own each field has in each region: where nobody looked, the table says so."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from advisor.rules.evaluator import evaluate_one
from advisor.rules.model import Option, Question
from advisor.rules.needs_model import NeedRule
from advisor.rules.ruleset import Ruleset

_HEAD = """
## What is researched, by field and region

How many laws, approvals and schemes may be told to a company of the field in the region, and neither to one of no named
field there nor to one that sits and sells elsewhere. "Anywhere": those that no region decides. The last rows: what is
told of devices, products, bids and certificates whatever the field. A dash: nobody looked, or nothing was found.

"""

Told = frozenset[str]


class Field(NamedTuple):
    """`own`: region → how many rules of its own."""

    label: str
    anywhere: int
    own: Mapping[str, int]


def researched(ruleset: Ruleset) -> tuple[Field, ...]:
    """One row a field. Empty where the content does not say which questions ask for field and place."""
    situation = ruleset.situation
    if not situation.field or not situation.claims:
        return ()
    asked = ruleset.question_by_id[situation.field]
    places = [ruleset.question_by_id[name] for name in situation.claims.chosen]
    fields, regions = _said(asked), [option for option in _said(places[-1]) if not option.within]
    table = _Table(ruleset, asked, tuple(places), tuple(regions))
    return (*(table.row(field) for field in fields[:-1]), *(table.whatever(fields[-1], place) for place in places))


class _Table(NamedTuple):
    """What is told by field and region. The last option of each question names no field and no place in particular."""

    ruleset: Ruleset
    asked: Question
    places: tuple[Question, ...]
    regions: tuple[Option, ...]

    def row(self, field: Option) -> Field:
        """What is told to this field and to no other."""
        other = self.asked.option(_said(self.asked)[-1].id) or field
        return self._counted(field.label, lambda region: self.told(field, region) - self.told(other, region))

    def whatever(self, other: Option, place: Question) -> Field:
        """What is told in any field to who is asked for the place by this question."""
        label = f"Whatever the field, where `{place.id}` is asked"
        return self._counted(label, lambda region: self.told(other, region, (place,)))

    def _counted(self, label: str, own: Callable[[Option], Told]) -> Field:
        *named, elsewhere = self.regions
        anywhere = own(elsewhere)
        return Field(label, len(anywhere), {r.name or r.label: len(own(r) - anywhere) for r in named})

    def told(self, field: Option, region: Option, asked: Sequence[Question] = ()) -> Told:
        """Ids of what a company of this field may be told that is only in this region, as the questions `asked` say."""
        where = {
            place.id: self._parts(place, region if place in (asked or self.places) else None) for place in self.places
        }
        planes = evaluate_one(self.ruleset, {self.asked.id: (field.id,)} | where)
        obligations = zip(self.ruleset.obligations, planes.program.fires, strict=True)
        needs = zip(self.ruleset.needs, planes.program.wants, strict=True)
        told = [(duty.id, node) for duty, node in obligations] + [(n.id, node) for n, node in needs if _is_rule(n)]
        return frozenset(name for name, node in told if planes.possible[node] & 1)

    def _parts(self, place: Question, region: Option | None) -> tuple[str, ...]:
        """The region and all within it, as this question knows them; else its last option, which is any other."""
        name = region.id if region else ""
        within = {o.id for question in self.places for o in question.options if name in (o.id, o.within)}
        known = tuple(option.id for option in _said(place) if option.id in within)
        return known or (_said(place)[-1].id,)


def _is_rule(need: NeedRule) -> bool:
    """A law, an approval or a scheme; not what is to be decided or cleared up."""
    return need.kind not in ("clarify", "decide") and need.wanted in ("law", "authority", "register", "scheme", "trade")


def _said(question: Question) -> list[Option]:
    return [option for option in question.options if option.id not in question.alone]


def as_table(rows: Iterable[Field]) -> str:
    """Markdown, under a heading of its own; nothing without rows."""
    fields = list(rows)
    if not fields:
        return ""
    lines = [["Field", "Anywhere", *fields[0].own], ["---"] + ["---:"] * (len(fields[0].own) + 1)]
    lines += [[row.label, *(str(count or "–") for count in (row.anywhere, *row.own.values()))] for row in fields]
    return _HEAD + "".join(f"| {' | '.join(line)} |\n" for line in lines)
