"""Page one, complete by itself: what is needed, what is not, what is open, whom to ask; then the rest."""

from collections.abc import Iterable, Iterator

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.answer_data import AnswerText, NeedText, OpenAnswer
from advisor.summary.blocks import DocumentSection, LabelledBlocks, Paragraph, paragraph, quiet, strong
from advisor.summary.page_one import PARTS, Part, page_one
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import Reference
from advisor.summary.wording import day, listed

SAID_KEYS = {"document.need-{}": ("instead", "takes", "stands")}


def answer(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """The PDF lays this out by hand, so that it stays one page."""
    if summary.answer:
        told = tuple(_page_one(summary, summary.answer, words))
        title = "document.needs" if summary.answer.needs else "document.no-needs"
        yield DocumentSection("answer", words[title], told)


def _page_one(summary: Summary, answer: AnswerText, words: Words) -> Iterator[blocks.Block]:
    page = page_one(summary, answer)
    for told in page.needs:
        yield need_entry(told.need, told.parts, words)
    if answer.not_needed:
        yield LabelledBlocks(words["document.not-needed"], (paragraph(answer.not_needed),))
    for open_ in page.open:
        yield open_entry(open_, words)
    if not summary.settled:
        yield paragraph(words["result.unfinished"])
    if checked := law_checked((told.need for told in page.needs if "references" in told.parts), words):
        yield paragraph(quiet(checked))


def need_entry(need: NeedText, parts: Iterable[Part], words: Words) -> LabelledBlocks:
    said = (paragraph(strong(need.what)), *need_lines(need, parts, words))
    return LabelledBlocks(need.when, said, note=need.when_note, sign=sign(need))


def sign(need: NeedText) -> str:
    """Half of a sign stands for a system without a certificate."""
    return f"{need.wish}-system" if need.half else need.wish


def need_lines(need: NeedText, parts: Iterable[Part], words: Words) -> Iterator[Paragraph]:
    """Who wants it, then the parts that are told, each only where it says something."""
    yield paragraph(" · ".join(filter(None, (need.who, need.holder))))
    yield from part_lines(need, parts, words)


def part_lines(need: NeedText, parts: Iterable[Part], words: Words) -> Iterator[Paragraph]:
    for part in (part for part in PARTS if part in parts and getattr(need, part)):
        if part == "references":
            yield paragraph(*provisions(need.references))
        elif part in SAID_KEYS["document.need-{}"]:
            yield paragraph(strong(words[f"document.need-{part}"]), f": {getattr(need, part)}")
        else:
            text = getattr(need, part)
            yield paragraph(strong(text) if part == "reported" else text)


def provisions(references: Iterable[Reference]) -> Iterator[blocks.Run]:
    """Each source with its clauses, linked, once."""
    for place, reference in enumerate(dict.fromkeys(references)):
        yield quiet("; " if place else "")
        yield quiet(", ".join((reference.title, *reference.cite)), reference.link)


def law_checked(needs: Iterable[NeedText], words: Words) -> str:
    days = sorted({reference.checked for need in needs for reference in need.references})
    return words("document.law-checked", dates=listed((day(on, words) for on in days), words)) if days else ""


def open_entry(open_: OpenAnswer, words: Words) -> LabelledBlocks:
    ask = (paragraph(words("result.open-ask", whom=open_.ask_whom)),) if open_.ask_whom else ()
    changes = (paragraph(open_.changes),) if open_.changes else ()
    return LabelledBlocks(words["document.open"], (paragraph(strong(open_.question)), *ask, *changes), sign="open")


def contact(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    web = blocks.Run(summary.contact_link, link=summary.contact_link)
    mail = blocks.Run(summary.contact_email, link=f"mailto:{summary.contact_email}")
    said = paragraph(strong(f"{summary.contact_ask} "), web, " · ", mail)
    yield DocumentSection("contact", words["result.contact"], (said,))


def more_needs(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """The other needs and open answers in full, and what page one had to leave out of its own."""
    if summary.answer:
        page = page_one(summary, summary.answer)
        added = (LabelledBlocks(t.need.what, tuple(part_lines(t.need, t.left, words))) for t in page.needs if t.left)
        others = (need_entry(need, PARTS, words) for need in page.behind)
        opened = (open_entry(open_, words) for open_ in page.open_behind)
        if told := (*added, *others, *opened):
            yield DocumentSection("more-needs", words["document.needs-more"], told)


def said_on_page_one(summary: Summary) -> set[str]:
    """Sentences that need not be said again."""
    if summary.answer is None:
        return set()
    needs = (*summary.answer.needs, *summary.answer.later)
    return {text for need in needs for text in (need.what, need.why, need.who, need.reported)}
