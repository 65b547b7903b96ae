"""The summary as a Word document, for consultants who edit it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table

from advisor.content.people import Brand
from advisor.content.words import Words
from advisor.summary.briefing import Briefing
from advisor.summary.formats.markdown_blocks import blocks
from advisor.summary.plain import Reference
from advisor.summary.summary_data import COMPANY_LENGTH, Reason, Summary, VerdictText, clean
from advisor.summary.wording import day

WIDTH = 170
"""Millimetres between the margins of an A4 page."""
_NEW_YEAR = (1980, 1, 1, 0, 0, 0)


def write(summary: Summary, words: Words, brand: Brand, link: str = "", briefing: Briefing | None = None) -> bytes:
    """The file; same input, same bytes. `briefing`: only in the consultant's edition."""
    return _Word(summary, words, brand, link).written(briefing)


class _Word:
    def __init__(self, summary: Summary, words: Words, brand: Brand, link: str) -> None:
        self.summary, self.words, self.brand, self.link = summary, words, brand, link
        self.file: Document = docx.Document()
        self._set_up()

    def written(self, briefing: Briefing | None) -> bytes:
        self._decision()
        for verdict in self.summary.verdicts:
            self._verdict(verdict)
        self._matrix()
        self._open()
        self._changes()
        self._effort()
        self._road_map()
        self._notes_and_steps()
        self._given()
        if briefing:
            self._briefing(briefing)
        raw = BytesIO()
        self.file.save(raw)
        return _dated(raw)

    def _set_up(self) -> None:
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(20)
        section.footer.paragraphs[0].text = f"{self.summary.brand} · {self.summary.content_hash[:12]}"
        style = self.file.styles["Normal"]
        style.font.name, style.font.size = "Calibri", Pt(10)
        colour = RGBColor.from_string(self.brand.colours.primary.lstrip("#"))
        for level in ("Title", "Heading 1", "Heading 2"):
            self.file.styles[level].font.color.rgb = colour
        known = self.file.core_properties
        noon = datetime.combine(self.summary.day, time(12))
        known.title, known.author = self.words["document.title"], self.summary.brand[:255]
        known.created = known.modified = noon
        known.comments, known.language, known.last_modified_by = "", "en", self.summary.brand[:255]

    def say(self, text: str, style: str | None = None, *, strong: bool = False, small: bool = False) -> None:
        run = self.file.add_paragraph(style=style).add_run(plain(text))
        run.bold = strong
        run.font.size = Pt(8) if small else None

    def points(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.say(text, "List Bullet")

    def head(self, key: str, level: int = 1, **values: object) -> None:
        self.file.add_heading(plain(self.words(key, **values)), level)

    def prose(self, text: str) -> None:
        for block in blocks(text):
            style = {"bullets": "List Bullet", "numbers": "List Number"}.get(block["kind"])
            for item in block["items"]:
                paragraph = self.file.add_paragraph(style=style)
                for run in item:
                    paragraph.add_run(plain(run["text"])).bold = run["strong"]

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[float]) -> None:
        """`shares`: widths as parts of the whole; without them a column may collapse."""
        table: Table = self.file.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            cell.text = plain(text)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in rows:
            added = table.add_row()  # type: ignore[no-untyped-call]
            for cell, text in zip(added.cells, row, strict=True):
                cell.text = plain(text)
        widths = [Mm(WIDTH * share / sum(shares)) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for line in table.rows:
            cannot_split = OxmlElement("w:cantSplit")
            line._tr.get_or_add_trPr().append(cannot_split)
            for cell, width in zip(line.cells, widths, strict=True):
                cell.width = width
        self.file.add_paragraph()

    def _decision(self) -> None:
        summary, words = self.summary, self.words
        self.file.add_heading(plain(words["document.title"]), 0)
        if summary.company:
            self.say(words("document.for-company", company=clean(summary.company, COMPANY_LENGTH)), strong=True)
        self.say(
            words("document.date", date=day(summary.day, words)) + (f" · {self.link}" if self.link else ""), small=True
        )
        if summary.glance:
            for task in summary.glance.tasks:
                rows = [(words[f"glance.{key}"], getattr(task, key)) for key in _TOLD]
                self.table((task.asks, task.do), rows, (1, 5))
            if summary.glance.more:
                self.say(summary.glance.more, strong=True)
        else:
            self.head("result.suggested")
            self.points(summary.suggestions)
        if summary.certificates:
            self.head("result.other-certificates")
            self.say(words["result.other-certificates-why"])
        for certificate in summary.certificates:
            issuer = words("result.issuer", issuer=certificate.issuer)
            self.say(f"{certificate.name} · {issuer}", strong=True)
            self.say(certificate.because)
            self._provision(certificate.reference)

    def _verdict(self, verdict: VerdictText) -> None:
        self.file.add_heading(plain(f"{verdict.name}: {verdict.headline}"), 1)
        if verdict.reported:
            self.say(self.words["result.reported"], strong=True)
        self.say(verdict.title, strong=True)
        self.prose(verdict.text)
        if verdict.range:
            self.say(verdict.range)
        for reason in verdict.reasons:
            self._reason(reason)
        if verdict.also:
            self.head("result.also", 2)
        for reason in verdict.also:
            self._reason(reason)

    def _reason(self, reason: Reason) -> None:
        self.say(f"{reason.jurisdiction}: {reason.because}", "List Bullet")
        if reason.answers:
            self.say(self.words("result.because-of", answers="; ".join(reason.answers)), small=True)
        self._provision(reason.reference)
        if reason.misconception:
            self.say(f"{self.words['result.belief']}: {reason.misconception}", small=True)

    def _provision(self, reference: Reference) -> None:
        checked = self.words("result.checked", date=day(reference.checked, self.words))
        parts = ", ".join((reference.title, *reference.cite))
        self.say(f"{parts}. {checked}, {reference.confidence_label}. {reference.link}", small=True)

    def _matrix(self) -> None:
        if self.summary.matrix:
            self.head("result.matrix")
            self.say(self.words["result.matrix-caption"])
            names = [verdict.name for verdict in self.summary.verdicts]
            rows = [
                (row.name, *("\n".join((cell.headline, *cell.lines)) for cell in row.cells))
                for row in self.summary.matrix
            ]
            self.table((self.words["result.market"], *names), rows, (2, *(3 for _ in names)))

    def _open(self) -> None:
        if self.summary.open:
            self.head("result.open")
            self.points(f"{o.question} {self.words('result.open-ask', whom=o.ask_whom)}" for o in self.summary.open)

    def _changes(self) -> None:
        if self.summary.levers:
            self.head("document.changes")
        for changes in self.summary.levers:
            self.file.add_heading(plain(changes.name), 2)
            for text in filter(None, (changes.none, changes.more)):
                self.say(text)
            for group in changes.groups:
                self.say(group.title, strong=True)
                self.points(f"{lever.sentence} {lever.depends}".strip() for lever in group.levers)

    def _effort(self) -> None:
        effort, words = self.summary.effort, self.words
        if effort is None:
            return
        self.head("effort.title")
        self.say(f"{words('document.takes-for', people=effort.people)} {words['effort.intro']}")
        for standard in effort.standards:
            head = (standard.name, words["document.value"], words["document.from-document"])
            estimate = f" ({words['effort.estimate']})"
            rows = [
                (f.label, f.value + (estimate if f.estimate else ""), " ".join(f"[{n}]" for n in f.origins))
                for f in standard.figures
            ]
            self.table(head, rows, (4, 3, 2))
        self.points(effort.remarks)
        for place, origin in enumerate(effort.origins, 1):
            self.say(f"[{place}] {origin.text} {origin.link}".rstrip(), small=True)

    def _road_map(self) -> None:
        plan, words = self.summary.road_map, self.words
        if plan is None:
            return
        self.head("roadmap.title")
        self.say(plan.sentence, strong=True)
        self.say(plan.origin.text, small=True)
        head = [words[f"document.{key}"] for key in ("step", "begins", "ends")]
        self.table(head, [(s.title, day(s.start, words), day(s.end, words)) for s in plan.steps], (4, 2, 2))
        self.points(plan.remedies)

    def _notes_and_steps(self) -> None:
        if self.summary.notes:
            self.head("result.notes")
        for note in self.summary.notes:
            self.say(f"{note.label}: {note.say}", "List Bullet")
            self._provision(note.reference)
        if self.summary.steps:
            self.head("result.steps")
        for step in self.summary.steps:
            self.say(step.title, strong=True)
            self.prose(step.text)

    def _given(self) -> None:
        summary, words = self.summary, self.words
        self.head("result.answers")
        head = (words["document.question"], words["document.answer"])
        self.table(head, [(given.question, "; ".join(given.answers)) for given in summary.answers], (1, 1))
        if summary.unasked:
            self.say(summary.unasked)
        self.head("document.sources")
        self.points(f"{source.line or source.title} {source.link}" for source in summary.sources)
        self.head("document.limits")
        self.say(summary.limits)
        made = words("document.made-from", hash=summary.content_hash, date=day(summary.day, words))
        self.say(f"{made} {summary.proof} {words['document.unsigned-form']}", small=True)
        self.say(f"{summary.contact_ask} {summary.contact_link} {summary.contact_email}", strong=True)

    def _briefing(self, briefing: Briefing) -> None:
        self.file.add_page_break()  # type: ignore[no-untyped-call]
        self.file.add_heading(plain(briefing.title), 1)
        self.say(briefing.warning, strong=True)
        for part in briefing.parts:
            self.file.add_heading(plain(part.title), 2)
            self.points(f"{point.say} {point.answer}".rstrip() for point in part.points)


_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_TOLD = ("when", "cost", "why")


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
