"""What is needed, each need with its reasons, what is not, what is open; what page one leaves for later; contact."""

from collections.abc import Iterable, Iterator

from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.answer_data import AnswerText, NeedText, OpenAnswer
from advisor.summary.blocks import DocumentSection, LabelledBlocks, Paragraph, paragraph, quiet, strong
from advisor.summary.page_one import PARTS, Part, each_once, page_one
from advisor.summary.provision import LOOKED_UP, cited
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import Reference
from advisor.summary.wording import day

SAID_KEYS = {"document.need-{}": ("instead", "takes", "stands")}


def answer(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    """All of it in one place. Where there are pages, the first has less room: see `page_one`."""
    if summary.answer:
        told = tuple(_in_full(summary, summary.answer, words))
        title = "document.needs" if summary.answer.needs else "document.no-needs"
        yield DocumentSection("answer", words[title], told)


def _in_full(summary: Summary, answer: AnswerText, words: Words) -> Iterator[blocks.Block]:
    for need in each_once((*answer.needs, *answer.later)):
        yield need_entry(need, PARTS, words)
    if answer.not_needed:
        yield LabelledBlocks(words["document.not-needed"], (paragraph(answer.not_needed),))
    for open_ in answer.open:
        yield open_entry(open_, words)
    if not summary.settled:
        yield paragraph(words["result.unfinished"])


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
            yield paragraph(*provisions(need.references, words))
        elif part in SAID_KEYS["document.need-{}"]:
            yield paragraph(strong(words[f"document.need-{part}"]), f": {getattr(need, part)}")
        else:
            text = getattr(need, part)
            yield paragraph(strong(text) if part == "reported" else text)


def provisions(references: Iterable[Reference], words: Words) -> Iterator[blocks.Run]:
    """Each source with its clauses, linked, once."""
    for place, reference in enumerate(dict.fromkeys(references)):
        yield quiet("; " if place else "")
        yield from cited(reference, words)


def law_checked(needs: Iterable[NeedText], words: Words) -> str:
    """Since when the sources of these needs may have changed, and how many of them nobody looked up."""
    cited = {reference.source: reference for need in needs for reference in need.references if reference.checked}
    known = [reference.checked for reference in cited.values() if reference.checked and reference.read in LOOKED_UP]
    unread = len(cited) - len(known)
    if not known:
        return words["document.law-none-read"] if unread else ""
    oldest = words("document.law-checked", date=day(min(known), words))
    return " ".join((oldest, *([words.count("document.law-not-read", unread)] if unread else ())))


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
    """On paper: the other needs and open answers in full, and what page one had to leave out of its own."""
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
