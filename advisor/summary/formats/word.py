"""The summary as a Word document, for consultants who edit it."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, Run, Runs, TableCell, quiet, runs, strong
from advisor.summary.briefing import Briefing, briefing_section
from advisor.summary.outline import outline
from advisor.summary.summary_data import COMPANY_LENGTH, Summary, clean
from advisor.summary.wording import day

WIDTH = 170
"""Millimetres between the margins of an A4 page."""
_NEW_YEAR = (1980, 1, 1, 0, 0, 0)


def write(summary: Summary, words: Words, brand: Brand, link: str = "", briefing: Briefing | None = None) -> bytes:
    """The file; same input, same bytes. `briefing`: only in the consultant's edition."""
    file = docx.Document()
    _set_up(file, summary, words, brand)
    writer = _Writer(file)
    file.add_heading(plain(words["document.title"]), 0)
    if summary.company:
        writer.say(runs(strong(words("document.for-company", company=clean(summary.company, COMPANY_LENGTH)))))
    writer.say(runs(quiet(words("document.date", date=day(summary.day, words)))))
    if link:
        writer.say(runs(quiet(words["document.reopen"], link)))
    for section in outline(summary, words):
        writer.section(section)
    writer.say(runs(quiet(words["document.unsigned-form"])))
    if briefing:
        file.add_page_break()  # type: ignore[no-untyped-call]
        writer.section(briefing_section(briefing))
    raw = BytesIO()
    file.save(raw)
    return _dated(raw)


def _set_up(file: Document, summary: Summary, words: Words, brand: Brand) -> None:
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
    page.footer.paragraphs[0].text = plain(f"{summary.brand} · {summary.content_hash[:12]}")
    style = file.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10)
    colour = RGBColor.from_string(brand.colours.primary.lstrip("#"))
    for level in ("Title", "Heading 1", "Heading 2"):
        file.styles[level].font.color.rgb = colour
    known = file.core_properties
    known.title, known.author = words["document.title"], summary.brand[:255]
    known.created = known.modified = datetime.combine(summary.day, time(12))
    known.comments, known.language, known.last_modified_by = "", "en", summary.brand[:255]


class _Writer:
    """Appends blocks to a file. Bars are left out: the table beside them says the same."""

    def __init__(self, file: Document) -> None:
        self.file = file

    def section(self, section: DocumentSection) -> None:
        self.file.add_heading(plain(section.title), 1)
        self.add(section.blocks)

    def add(self, told: Iterable[blocks.Block]) -> None:
        for block in told:
            match block:
                case blocks.Subheading():
                    self.file.add_heading(plain(block.text), 2)
                case blocks.Paragraph():
                    self.say(block.runs)
                case blocks.Points():
                    self.points(block)
                case blocks.LabelledBlocks():
                    label = " · ".join(filter(None, (block.label, block.headline)))
                    self.say(runs(strong(label))).paragraph_format.keep_with_next = True
                    self.add(block.blocks)
                case blocks.Table():
                    self.table(block)

    def say(self, told: Runs, style: str | None = None) -> WordParagraph:
        paragraph = self.file.add_paragraph(style=style)
        for run in told:
            _add_run(paragraph, run)
        return paragraph

    def points(self, points: blocks.Points) -> None:
        """Word would count on from one numbered list to the next, so the numbers are written out."""
        for number, item in enumerate(points.items, 1):
            if points.numbered:
                self.say((*runs(f"{number}. "), *item))
            else:
                self.say(item, "List Bullet")

    def table(self, block: blocks.Table) -> None:
        """With widths, because without them a column may collapse."""
        table = self.file.add_table(rows=1, cols=len(block.head), style="Light Grid Accent 1")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        for cell, title in zip(table.rows[0].cells, block.head, strict=True):
            cell.text = plain(title)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in block.rows:
            added = table.add_row()
            for cell, told in zip(added.cells, row, strict=True):
                _fill(cell, told)
        _set_widths(table, block.shares)
        self.file.add_paragraph()


def _fill(cell: _Cell, told: TableCell) -> None:
    for run in told.runs:
        _add_run(cell.paragraphs[0], run)
    for line in told.lines:
        cell.add_paragraph(plain(line))


def _set_widths(table: WordTable, shares: Sequence[int]) -> None:
    widths = [Mm(WIDTH * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for line in table.rows:
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = width


def _add_run(paragraph: WordParagraph, run: Run) -> None:
    added = paragraph.add_run(plain(run.text))
    added.bold = run.strong
    added.font.size = Pt(8) if run.quiet else None
    if run.link:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(plain(run.link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        added.font.underline = True
        paragraph._p.replace(added._r, link)
        link.append(added._r)


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
