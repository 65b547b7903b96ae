"""The summary as a Word document, for consultants who edit it."""

import re
import zipfile
from collections.abc import Iterable
from datetime import datetime, time
from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable, _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from advisor.summary import blocks
from advisor.summary.blocks import Block, DocumentSection, LabelledBlocks, Run, Runs, quiet, runs, strong
from advisor.summary.formats import word_styles as styles
from advisor.summary.formats.document import Document
from advisor.summary.wording import day

WIDTH = 170
"""Millimetres between the margins of an A4 page."""
_NEW_YEAR = (1980, 1, 1, 0, 0, 0)


def write(document: Document) -> bytes:
    """The file; same input, same bytes."""
    summary, words = document.summary, document.content.words
    file = docx.Document()
    _set_up(file, document)
    writer = _Writer(file)
    file.add_paragraph(plain(document.headline), styles.TITLE)
    about = [document.kind] if document.headline != document.kind else []
    if summary.company:
        about.append(words("document.for-company", company=summary.company))
    about.append(words("document.date", date=day(summary.day, words)))
    reopen = (" · ", Run(words["document.reopen"], link=document.link)) if document.link else ()
    writer.say(runs(" · ".join(about), *reopen), styles.ABOUT)
    for section in document.sections:
        writer.section(section)
    if document.keys and not document.briefing:
        writer.say(runs(words["document.unsigned-form"]), styles.ABOUT)
    raw = BytesIO()
    file.save(raw)
    return _dated(raw)


def _set_up(file: WordFile, document: Document) -> None:
    summary, content = document.summary, document.content
    styles.set_page(file)
    styles.add_styles(file, content.brand.colours.primary.lstrip("#"))
    foot = file.sections[0].footer.paragraphs[0]
    foot.text, foot.style = plain(f"{summary.brand} · {summary.content_hash[:12]}"), file.styles[styles.ABOUT]
    known, author = file.core_properties, summary.brand[:255]
    known.title, known.author, known.last_modified_by = document.kind, author, author
    known.created = known.modified = datetime.combine(summary.day, time(12))
    known.comments, known.language = "", content.words.locale.language


class _Writer:
    """Appends blocks to a file. Bars are left out: the steps beside them say the same."""

    def __init__(self, file: WordFile) -> None:
        self.file = file

    def section(self, section: DocumentSection) -> None:
        if section.title:
            self.file.add_paragraph(plain(section.title), styles.HEADING)
        entries: list[LabelledBlocks] = []
        for block in section.blocks:
            if isinstance(block, LabelledBlocks):
                entries.append(block)
                continue
            self.entries(entries)
            entries = []
            self.add(block)
        self.entries(entries)

    def add(self, block: Block) -> None:
        match block:
            case blocks.Subheading():
                self.file.add_paragraph(plain(block.text), styles.SUBHEADING)
            case blocks.Paragraph():
                self.say(block.runs)
            case blocks.Points():
                self.points(block)
            case blocks.Table():
                self.table(block)

    def say(self, told: Runs, style: str = styles.TEXT) -> WordParagraph:
        return _filled(self.file.add_paragraph(style=style), told)

    def points(self, points: blocks.Points) -> None:
        """Word would count on from one numbered list to the next, so the numbers are written out."""
        for number, item in enumerate(points.items, 1):
            if points.numbered:
                self.say((*runs(f"{number}. "), *item))
            else:
                self.say(item, styles.POINT)

    def entries(self, entries: list[LabelledBlocks]) -> None:
        """Side by side: the label and what is said about it."""
        if not entries:
            return
        table = self.file.add_table(rows=0, cols=2, style=styles.ENTRIES)
        for entry in entries:
            label, told = table.add_row().cells
            _fill(label, [(runs(strong(entry.label)), styles.LABEL), *_below(entry)])
            _fill(told, [line for block in entry.blocks for line in _lines(block)])
        self._fit(table, (10, 31))

    def table(self, block: blocks.Table) -> None:
        table = self.file.add_table(rows=1, cols=len(block.head), style=styles.TABLE)
        for cell, title in zip(table.rows[0].cells, block.head, strict=True):
            _fill(cell, [(runs(title), styles.CELL)])
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in block.rows:
            for cell, told in zip(table.add_row().cells, row, strict=True):
                _fill(cell, [(line, styles.CELL) for line in (told.runs, *told.lines)])
        self._fit(table, block.shares)

    def _fit(self, table: WordTable, shares: tuple[int, ...]) -> None:
        """With widths, because without them a column may collapse."""
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        widths = [Mm(WIDTH * share / sum(shares)) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for line in table.rows:
            line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for place, width in zip(line.cells, widths, strict=True):
                place.width = width
        self.file.add_paragraph(style=styles.CELL)


def _below(entry: LabelledBlocks) -> list[tuple[Runs, str]]:
    return [(runs(quiet(text)), styles.CELL) for text in (entry.note, entry.headline) if text]


def _lines(block: blocks.Paragraph | blocks.Points) -> list[tuple[Runs, str]]:
    if isinstance(block, blocks.Paragraph):
        return [(block.runs, styles.CELL)]
    return [(item, styles.POINT) for item in block.items]


def _fill(cell: WordCell, lines: Iterable[tuple[Runs, str]]) -> None:
    """A cell has one paragraph from the beginning."""
    for place, (told, style) in enumerate(lines):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        paragraph.style = style
        _filled(paragraph, told)


def _filled(paragraph: WordParagraph, told: Runs) -> WordParagraph:
    for run in told:
        added = paragraph.add_run(plain(run.text))
        if run.quiet or run.strong:
            added.style = styles.QUIET if run.quiet else styles.STRONG
        if run.link:
            target = paragraph.part.relate_to(plain(run.link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), target)
            added.font.underline = True
            paragraph._p.replace(added._r, link)
            link.append(added._r)
    return paragraph


_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Without the characters that XML forbids, which the library would refuse."""
    return _FORBIDDEN.sub("", text)


def _dated(raw: BytesIO) -> bytes:
    """The same file with one date in all its parts, so that the same input gives the same bytes."""
    made = BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _NEW_YEAR)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return made.getvalue()
