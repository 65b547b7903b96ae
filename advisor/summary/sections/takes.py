"""What it takes, only where something is to be built: days and months with their origins, one time line, steps."""

from collections.abc import Iterator
from datetime import date, timedelta

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, paragraph, quiet, row, runs, strong
from advisor.summary.summary_data import EffortText, FigureText, RoadMapText, StandardFigures, Summary
from advisor.summary.wording import month

_BUILT = ("system", "certificate")
"""Kinds of need that somebody works towards for months."""
_OF_THE_SYSTEM = ("months", "own-days")
"""Figures of the work, whether or not somebody certifies it."""
_MOST_REMARKS = 1


def what_it_takes(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """Nothing of a certificate that the company may as well leave, and no figures for a size that nobody asked."""
    if not is_built(summary) or (summary.answer and summary.answer.size):
        return
    told: list[blocks.Block] = []
    if summary.effort and (standards := _shown(summary.effort)):
        told += _effort(summary.effort, standards, words)
    if summary.road_map:
        told += _schedule(summary.road_map, words)
    if told:
        told += _steps(summary, words)
        yield DocumentSection("takes", words["effort.title"], tuple(told))


def is_built(summary: Summary) -> bool:
    if summary.answer is None:
        return False
    needs = (*summary.answer.needs, *summary.answer.later)
    return any(need.kind in _BUILT and not need.optional for need in needs)


def _shown(effort: EffortText) -> tuple[StandardFigures, ...]:
    return tuple(s for s in effort.standards if s.wanted != "choice" and not s.held)


def _figures(standard: StandardFigures) -> dict[str, FigureText]:
    """By label. Where only the system is owed, the audits are those of a certificate that nobody asks for."""
    kept = (f for f in standard.figures if standard.wanted == "certificate" or f.key in _OF_THE_SYSTEM)
    return {figure.label: figure for figure in kept}


def _effort(effort: EffortText, standards: tuple[StandardFigures, ...], words: Words) -> Iterator[blocks.Block]:
    found = list(map(_figures, standards))
    origins = sorted({place for figures in found for figure in figures.values() for place in figure.origins})
    yield paragraph(words("document.takes-for", people=effort.people))
    yield _table(standards, found, origins, words)
    chosen = (words("document.if-chosen", standard=s.name, days=d) for s in standards for d in _days_of_choice(s))
    audited = any(standard.wanted == "certificate" for standard in standards)
    remarks = [remark for remark in effort.remarks if audited or remark not in effort.of_audits]
    if told := (*chosen, *remarks[:_MOST_REMARKS]):
        yield blocks.Points(tuple(map(runs, told)))
    sources = (effort.origins[place - 1] for place in origins)
    yield paragraph(quiet(words["document.figures-from"]))
    yield blocks.Points(tuple(runs(quiet(origin.text, origin.link)) for origin in sources), numbered=True)


def _days_of_choice(standard: StandardFigures) -> Iterator[str]:
    if standard.wanted == "system":
        yield from (figure.value for figure in standard.figures if figure.key == "first-cycle")


def _table(
    standards: tuple[StandardFigures, ...], found: list[dict[str, FigureText]], origins: list[int], words: Words
) -> blocks.Table:
    """A row for each figure, a column for each standard. The numbers in brackets are those of the origins."""
    head = (words["document.figure"], *(standard.name for standard in standards))
    labels = dict.fromkeys(label for figures in found for label in figures)
    rows = ((*row(label), *(_value(figures.get(label), origins, words) for figures in found)) for label in labels)
    return blocks.Table(head, tuple(rows), shares=(6, *(5 for _ in found)))


def _value(figure: FigureText | None, origins: list[int], words: Words) -> blocks.TableCell:
    if figure is None:
        return blocks.TableCell(runs("–"))
    estimate = f" {words['effort.estimate']}" if figure.estimate else ""
    places = ", ".join(str(origins.index(place) + 1) for place in figure.origins)
    return blocks.TableCell(runs(strong(figure.value), quiet(estimate), quiet(f" [{places}]" if places else "")))


def _schedule(plan: RoadMapText, words: Words) -> Iterator[blocks.Block]:
    yield paragraph(strong(plan.sentence), quiet(f" {plan.origin.text}"))
    yield _bars(plan, words)
    if plan.remedies:
        yield blocks.Points(tuple(map(runs, plan.remedies)))


def _bars(plan: RoadMapText, words: Words) -> blocks.Bars:
    """All steps until it is there."""
    last = max(plan.certificate, plan.deadline or plan.certificate)
    whole = max(1, (last - plan.begin).days)

    def place(when: date) -> float:
        return (when - plan.begin).days / whole

    bars = (blocks.Bar(step.title, place(step.start), place(step.end)) for step in plan.steps[:-1])
    marks = ((words("document.quarter", **quarter), place(first)) for first, quarter in _quarters(plan.begin, last))
    key = "document.certificate-there" if plan.certified else "document.system-there"
    there = words(key, date=month(plan.certificate, words))
    return blocks.Bars(_in_words(plan, words), tuple(bars), month(plan.begin, words), there, tuple(marks))


def _quarters(begin: date, end: date) -> Iterator[tuple[date, dict[str, int]]]:
    """The first day of each quarter in between."""
    on = begin + timedelta(days=1)
    while on < end:
        if on.day == 1 and on.month % 3 == 1:
            yield on, {"quarter": on.month // 3 + 1, "year": on.year}
        on += timedelta(days=1)


def _in_words(plan: RoadMapText, words: Words) -> str:
    steps = (
        words("document.gantt-step", title=step.title, start=month(step.start, words), end=month(step.end, words))
        for step in plan.steps[:-1]
    )
    begin, ready = month(plan.begin, words), month(plan.certificate, words)
    key = "document.gantt" if plan.certified else "document.gantt-system"
    return words(key, begin=begin, certificate=ready, steps=" ".join(steps))


def _steps(summary: Summary, words: Words) -> Iterator[blocks.Block]:
    """A line each, with the month in which it ends where there is a time line."""
    plan = summary.road_map
    if plan:
        ends = ((step.title, words("document.step-until", month=month(step.end, words))) for step in plan.steps[:-1])
        lines = [*ends, (plan.steps[-1].title, "")]
    else:
        lines = [(step.title, "") for step in summary.steps]
    if lines:
        yield blocks.Subheading(words["document.steps"])
        yield blocks.Points(tuple(runs(strong(title), f". {until}".rstrip()) for title, until in lines), numbered=True)
