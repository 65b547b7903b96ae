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
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from advisor.summary import blocks
from advisor.summary.blocks import DocumentSection, Runs, quiet, runs, strong
from advisor.summary.formats.document import Document
from advisor.summary.wording import day

WIDTH = 170
"""Millimetres between the margins of an A4 page."""
_NEW_YEAR = (1980, 1, 1, 0, 0, 0)


def write(document: Document) -> bytes:
    """The file; same input, same bytes."""
    summary, words, private = document.summary, document.content.words, document.private_section
    file = docx.Document()
    _set_up(file, document)
    writer = _Writer(file)
    file.add_heading(plain(words["document.title"]), 0)
    if summary.company:
        writer.say(runs(strong(words("document.for-company", company=summary.company))))
    writer.say(runs(quiet(words("document.date", date=day(summary.day, words)))))
    if document.link:
        writer.say(runs(quiet(words["document.reopen"], document.link)))
    for section in document.sections:
        writer.section(section)
    writer.say(runs(quiet(words["document.unsigned-form"])))
    if private:
        file.add_page_break()  # type: ignore[no-untyped-call]
        writer.section(private)
    raw = BytesIO()
    file.save(raw)
    return _dated(raw)


def _set_up(file: WordFile, document: Document) -> None:
    summary, content = document.summary, document.content
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
    page.footer.paragraphs[0].text = plain(f"{summary.brand} · {summary.content_hash[:12]}")
    style = file.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10)
    for level in ("Title", "Heading 1", "Heading 2"):
        file.styles[level].font.color.rgb = RGBColor.from_string(content.brand.colours.primary.lstrip("#"))
    known, author = file.core_properties, summary.brand[:255]
    known.title, known.author, known.last_modified_by = content.words["document.title"], author, author
    known.created = known.modified = datetime.combine(summary.day, time(12))
    known.comments, known.language = "", content.words.locale.language


class _Writer:
    """Appends blocks to a file. Bars are left out: the table beside them says the same."""

    def __init__(self, file: WordFile) -> None:
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
        return _filled(self.file.add_paragraph(style=style), told)

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
            for cell, told in zip(table.add_row().cells, row, strict=True):
                _filled(cell.paragraphs[0], told.runs)
                for line in told.lines:
                    cell.add_paragraph(plain(line))
        self.file.add_paragraph()
        widths = [Mm(WIDTH * share / sum(block.shares)) for share in block.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for line in table.rows:
            line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for place, width in zip(line.cells, widths, strict=True):
                place.width = width


def _filled(paragraph: WordParagraph, told: Runs) -> WordParagraph:
    for run in told:
        added = paragraph.add_run(plain(run.text))
        added.bold = run.strong
        added.font.size = Pt(8) if run.quiet else None
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
