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
_MOST_REMARKS, _MOST_REMEDIES = 1, 3


def what_it_takes(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """Nothing of a certificate that the company may as well leave, and no figures for a size that nobody asked."""
    if not is_built(summary) or (summary.answer and summary.answer.size):
        return
    told: list[blocks.Block] = []
    if summary.effort and (effort := asked_for(summary.effort)):
        told += _effort(summary.effort, effort, words)
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


def asked_for(effort: EffortText) -> EffortText | None:
    """Only what somebody asks for and is not there: no figures of a certificate that the company may as well leave.

    Where only the system is owed, the audits are those of a certificate that nobody asks for.
    """
    standards = tuple(map(_asked, (s for s in effort.standards if s.wanted != "choice" and not s.held)))
    used = sorted({place for s in standards for figure in s.figures for place in figure.origins})
    audited = any(standard.wanted == "certificate" for standard in standards)
    if not used:
        return None
    return effort.model_copy(
        update={
            "standards": tuple(_numbered(standard, used) for standard in standards),
            "remarks": tuple(r for r in effort.remarks if audited or r not in effort.of_audits),
            "origins": tuple(effort.origins[place - 1] for place in used),
        }
    )


def _asked(standard: StandardFigures) -> StandardFigures:
    kept = tuple(f for f in standard.figures if standard.wanted == "certificate" or f.key in _OF_THE_SYSTEM)
    return standard.model_copy(update={"figures": kept})


def _numbered(standard: StandardFigures, used: list[int]) -> StandardFigures:
    """With its origins counted among those that are left."""

    def moved(figure: FigureText) -> FigureText:
        places = tuple(used.index(place) + 1 for place in figure.origins)
        return figure.model_copy(update={"origins": places})

    return standard.model_copy(update={"figures": tuple(map(moved, standard.figures))})


def _effort(whole: EffortText, effort: EffortText, words: Words) -> Iterator[blocks.Block]:
    """`whole`: with the figures of what the company may leave, too."""
    yield paragraph(words("document.takes-for", people=effort.people))
    yield _table(effort.standards, words)
    asked = {standard.standard for standard in effort.standards}
    chosen = (
        words("document.if-chosen", standard=s.name, days=d)
        for s in whole.standards
        if s.standard in asked
        for d in _days_of_choice(s)
    )
    if told := (*chosen, *effort.remarks[:_MOST_REMARKS]):
        yield blocks.Points(tuple(map(runs, told)))
    yield paragraph(quiet(words["document.figures-from"]))
    yield blocks.Points(tuple(runs(quiet(o.text, o.link)) for o in effort.origins), numbered=True)


def _days_of_choice(standard: StandardFigures) -> Iterator[str]:
    if standard.wanted == "system":
        yield from (figure.value for figure in standard.figures if figure.key == "first-cycle")


def _table(standards: tuple[StandardFigures, ...], words: Words) -> blocks.Table:
    """A row for each figure, a column for each standard. The numbers in brackets are those of the origins."""
    found = [{figure.label: figure for figure in standard.figures} for standard in standards]
    head = (words["document.figure"], *(standard.name for standard in standards))
    labels = dict.fromkeys(label for figures in found for label in figures)
    rows = ((*row(label), *(_value(figures.get(label), words) for figures in found)) for label in labels)
    return blocks.Table(head, tuple(rows), shares=(6, *(5 for _ in found)))


def _value(figure: FigureText | None, words: Words) -> blocks.TableCell:
    if figure is None:
        return blocks.TableCell(runs("–"))
    estimate = f" {words['effort.estimate']}" if figure.estimate else ""
    places = ", ".join(map(str, figure.origins))
    return blocks.TableCell(runs(strong(figure.value), quiet(estimate), quiet(f" [{places}]" if places else "")))


def _schedule(plan: RoadMapText, words: Words) -> Iterator[blocks.Block]:
    yield paragraph(strong(plan.sentence), quiet(f" {plan.origin.text}"))
    yield _bars(plan, words)
    if plan.remedies:
        yield blocks.Points(tuple(map(runs, plan.remedies[:_MOST_REMEDIES])))


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
    """A line each, with the month in which it ends; none where nobody can say how long it takes."""
    if plan := summary.road_map:
        ends = ((step.title, words("document.step-until", month=month(step.end, words))) for step in plan.steps[:-1])
        lines = [*ends, (plan.steps[-1].title, "")]
        yield blocks.Subheading(words["document.steps"])
        yield blocks.Points(tuple(runs(strong(title), f". {until}".rstrip()) for title, until in lines), numbered=True)
