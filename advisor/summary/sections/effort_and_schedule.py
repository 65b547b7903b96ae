"""What it takes: days, months and money with the documents that they come from, the road map, and the next steps."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary import blocks, markdown_blocks
from advisor.summary.blocks import DocumentSection, paragraph, quiet, row, runs, strong
from advisor.summary.summary_data import EffortText, FigureText, RoadMapText, StepText, Summary
from advisor.summary.wording import day


def days_and_costs(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.effort:
        yield DocumentSection("effort", words["effort.title"], tuple(_effort(summary.effort, words)))


def _effort(effort: EffortText, words: Words) -> Iterator[blocks.Block]:
    yield paragraph(f"{words('document.takes-for', people=effort.people)} {words['effort.intro']}")
    for standard in effort.standards:
        if standard.held:
            yield paragraph(strong(f"{standard.name}. "), standard.held)
    yield _table(effort, words)
    yield blocks.Points(tuple(map(runs, effort.remarks)))
    yield blocks.Subheading(words["document.figures-from"])
    yield blocks.Points(tuple(runs(quiet(origin.text, origin.link)) for origin in effort.origins), numbered=True)


def _table(effort: EffortText, words: Words) -> blocks.Table:
    """A row for each figure, a column for each standard."""
    found = [{figure.label: figure for figure in standard.figures} for standard in effort.standards]
    labels = dict.fromkeys(label for figures in found for label in figures)
    head = (words["document.figure"], *(standard.name for standard in effort.standards))
    rows = ((*row(label), *(_value(figures.get(label), words) for figures in found)) for label in labels)
    return blocks.Table(head, tuple(rows), shares=(6, *(5 for _ in found)))


def _value(figure: FigureText | None, words: Words) -> blocks.TableCell:
    """The numbers in brackets are those of the origins."""
    if figure is None:
        return blocks.TableCell(runs("–"))
    estimate = f" {words['effort.estimate']}" if figure.estimate else ""
    places = f" [{', '.join(map(str, figure.origins))}]" if figure.origins else ""
    return blocks.TableCell(runs(strong(figure.value), quiet(estimate), quiet(places)))


def schedule(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """The road map: by when each step is done."""
    if summary.road_map:
        yield DocumentSection("road-map", words["roadmap.title"], tuple(_road_map(summary.road_map, words)))


def _road_map(plan: RoadMapText, words: Words) -> Iterator[blocks.Block]:
    yield paragraph(strong(plan.sentence), quiet(f" {words['effort.estimate']}" if plan.origin.estimate else ""))
    yield paragraph(quiet(plan.origin.text))
    yield _bars(plan, words)
    head = (words["document.step"], words["document.begins"], words["document.ends"])
    rows = tuple(row(step.title, day(step.start, words), day(step.end, words)) for step in plan.steps)
    yield blocks.Table(head, rows, shares=(5, 2, 2))
    if plan.remedies:
        yield blocks.Subheading(words["roadmap.remedies"])
        yield blocks.Points(tuple(map(runs, plan.remedies)))


def _bars(plan: RoadMapText, words: Words) -> blocks.Bars:
    """Of all steps until the certificate; the last step follows it. The table says the same."""
    whole = max(1, (max(plan.certificate, plan.deadline or plan.certificate) - plan.begin).days)
    bars = (
        blocks.Bar(step.title, (step.start - plan.begin).days / whole, (step.end - plan.begin).days / whole)
        for step in plan.steps[:-1]
    )
    there = words("document.certificate-there", date=day(plan.certificate, words))
    return blocks.Bars(schedule_in_words(plan, words), tuple(bars), first=day(plan.begin, words), last=there)


def schedule_in_words(plan: RoadMapText, words: Words) -> str:
    steps = (
        words("document.gantt-step", title=step.title, start=day(step.start, words), end=day(step.end, words))
        for step in plan.steps[:-1]
    )
    begin, certificate = day(plan.begin, words), day(plan.certificate, words)
    return words("document.gantt", begin=begin, certificate=certificate, steps=" ".join(steps))


def next_steps(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """Each with the opening of its page."""
    if summary.steps:
        points = blocks.Points(tuple(map(_step, summary.steps)), numbered=True)
        yield DocumentSection("steps", words["result.steps"], (points,))


def _step(step: StepText) -> blocks.Runs:
    first = markdown_blocks.blocks(step.text)[:1]
    opening = [run for block in first if isinstance(block, blocks.Paragraph) for run in block.runs]
    return (strong(f"{step.title}. "), *opening)
