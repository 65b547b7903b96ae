"""Days, months and money in words, each with the document that it comes from."""

from collections.abc import Iterator, Mapping

from advisor.content.library import Content
from advisor.content.words import Words
from advisor.effort.estimate import Effort, StandardEffort, cost
from advisor.effort.ranges import Range
from advisor.effort.roadmap import Plan
from advisor.effort.tables import EffortTables, Origin
from advisor.summary.summary_data import EffortText, FigureText, OriginText, StandardFigures, Wanted
from advisor.summary.wording import amount, day, month, span

_FIGURES = ("initial", "surveillance", "recertification", "first-cycle", "later-cycle", "likely", "months", "own-days")
SAID_KEYS = {"effort.{}": _FIGURES}
OF_A_SYSTEM = ("months", "system")
"""What ends with the certificate elsewhere."""


def origin_text(origin: Origin, words: Words) -> OriginText:
    estimated = origin.kind == "estimate"
    if origin.read == "own-knowledge" and not estimated:
        unread = "effort.origin-unread-place" if origin.place else "effort.origin-unread"
        text = words(unread, document=origin.document, place=origin.place)
    else:
        key = "effort.origin-place" if origin.place else "effort.origin"
        read = words["effort.estimate"] if estimated else words[f"read.{origin.read}"]
        text = words(key, document=origin.document, place=origin.place, date=day(origin.checked, words), read=read)
    return OriginText(text=text, link=origin.link, estimate=estimated)


def pace(key: str, plan: Plan, months: Range, by: str, words: Words) -> str:
    """When it can be there, by months, for a day would promise too much. `by`: the deadline inside a sentence."""
    return words(
        key,
        by=by,
        begin=month(plan.begin_by, words) if plan.begin_by else "",
        earliest=month(plan.earliest, words),
        careful=month(plan.careful, words),
        months=amount(months, "unit.month", words),
    )


def effort_text(content: Content, effort: Effort, rate: Range | None, wanted: Mapping[str, Wanted]) -> EffortText:
    """`wanted`: id of a standard → what somebody asks for."""
    origins: dict[str, Origin] = {}
    standards = tuple(
        _standard(content, one, wanted.get(name, "choice"), origins) for name, one in effort.standards.items()
    )
    money = tuple(_money(content, effort, rate))
    remarks = (*_combined(content, effort), *_savings(content, effort), *money)
    return EffortText(
        people=amount(effort.people, "unit.person", content.words),
        standards=standards,
        of_audits=money,
        remarks=(*remarks, *(caution.say for caution in effort.cautions)),
        origins=tuple(origin_text(origin, content.words) for origin in origins.values()),
    )


def _standard(content: Content, effort: StandardEffort, wanted: Wanted, origins: dict[str, Origin]) -> StandardFigures:
    words = content.words
    return StandardFigures(
        standard=effort.standard,
        name=_name(content, effort.standard),
        held=words["effort.held"] if effort.held else "",
        wanted=wanted,
        figures=tuple(
            FigureText(
                key=key,
                label=words["effort.months-system" if (key, wanted) == OF_A_SYSTEM else f"effort.{key}"],
                value=span(value, words),
                estimate=any(content.effort.origin(name).kind == "estimate" for name in ids),
                origins=tuple(_place(content.effort.origin(name), origins) for name in ids),
            )
            for key, value, ids in _figures(content.effort, effort)
            if value
        ),
    )


def _place(origin: Origin, origins: dict[str, Origin]) -> int:
    origins.setdefault(origin.id, origin)
    return list(origins).index(origin.id) + 1


def _figures(figures: EffortTables, effort: StandardEffort) -> Iterator[tuple[str, Range | None, tuple[str, ...]]]:
    """Key of the label, value, ids of the origins."""
    table = next(table for table in figures.audits if table.standard == effort.standard)
    own, initial = effort.table, table.origin
    yearly, renewed = figures.cycle.surveillance.origin, figures.cycle.recertification.origin
    if not effort.held:
        yield "initial", own.initial, (initial,)
    yield "surveillance", own.surveillance, (yearly,)
    yield "recertification", own.recertification, (renewed,)
    if effort.held:
        yield "later-cycle", own.later_cycle, (initial, yearly, renewed)
        return
    yield "first-cycle", own.first_cycle, (initial, yearly)
    if table.adjust and effort.likely.first_cycle != own.first_cycle:
        yield "likely", effort.likely.first_cycle, (table.adjust.origin,)
    known = {origin.id for origin in effort.origins}
    for key, value, entries in (("months", effort.months, figures.months), ("own-days", effort.own_days, figures.work)):
        ids = dict.fromkeys(e.origin for e in entries if e.standard == effort.standard and e.origin in known)
        yield key, value, tuple(ids) if value else ()


def _combined(content: Content, effort: Effort) -> Iterator[str]:
    """Only where both audits are still ahead."""
    for (base, adds), days in effort.combined.items():
        if not any(effort.standards[standard].held for standard in (base, adds)):
            label = content.words("effort.combined", base=_name(content, base), adds=_name(content, adds))
            yield f"{label}: {span(days.first_cycle, content.words)}"


def _savings(content: Content, effort: Effort) -> Iterator[str]:
    """Whose comparison it is, the sentence says itself."""
    for reuse in effort.savings:
        yield content.words(
            "effort.reuse",
            total=len(reuse.clauses),
            wants=_name(content, reuse.wants),
            has=_name(content, reuse.has),
            high=reuse.high,
            partial=reuse.partial,
            new=reuse.new,
        )


def _money(content: Content, effort: Effort, rate: Range | None) -> Iterator[str]:
    words = content.words
    if rate is None:
        yield words["document.no-rate"]
        return
    for one in effort.standards.values():
        key, money = "effort.cost-held" if one.held else "effort.cost", cost(one.ahead, rate)
        yield f"{_name(content, one.standard)}: {words(key, rate=span(rate, words), cost=span(money, words))}"


def _name(content: Content, standard: str) -> str:
    return next(s.name for s in content.ruleset.standards if s.id == standard)
