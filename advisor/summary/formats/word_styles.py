"""The styles of the Word document, all its own: whoever edits it changes the look in one place."""

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

TITLE, HEADING, SUBHEADING = "Report Title", "Report Heading", "Report Subheading"
TEXT, ABOUT, POINT, LABEL, CELL = "Report Text", "Report About", "Report Point", "Report Label", "Report Cell"
QUIET, STRONG, LINK = "Report Quiet", "Report Strong", "Report Link"
TABLE, ENTRIES = "Report Table", "Report Entries"
FONT = "Calibri"
_INK, _PALE = "1D2329", "57606A"
_LINE = '<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def add_styles(file: WordFile, primary: str) -> None:
    """`primary`: the brand's colour, six digits. Headings keep Word's outline levels, which a screen reader follows."""
    _paragraph(file, TITLE, "Title", 24, primary, bold=True, after=4)
    _paragraph(file, HEADING, "Heading 1", 14, primary, bold=True, before=16, after=5)
    _paragraph(file, SUBHEADING, "Heading 2", 11, _INK, bold=True, before=10, after=3)
    _paragraph(file, TEXT, "Normal", 10, _INK, after=4)
    _paragraph(file, ABOUT, TEXT, 9, _PALE, after=6)
    _paragraph(file, POINT, "List Bullet", 10, _INK, after=3)
    _paragraph(file, LABEL, TEXT, 10, _INK, bold=True, after=2)
    _paragraph(file, CELL, TEXT, 9, _INK, before=1, after=2)
    _character(file, QUIET, 8, _PALE)
    _character(file, STRONG, None, "").font.bold = True
    _character(file, LINK, None, primary).font.underline = True
    _table(file, TABLE, _lines(("bottom", "insideH"), "D5DAE0"), _first_row(primary))
    _table(file, ENTRIES, _lines(("top", "bottom", "insideH"), "D5DAE0"), "")


def _paragraph(
    file: WordFile, name: str, base: str, size: int, colour: str, *, bold: bool = False, before: int = 0, after: int = 0
) -> ParagraphStyle:
    style: ParagraphStyle = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = file.styles[base], True
    _font(style, size, colour)
    style.font.bold, style.font.italic = bold, False
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.1
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is None and base == "Title":  # the default has a line below it
        style.element.get_or_add_pPr().insert(0, parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="nil"/></w:pBdr>'))
    return style


def _character(file: WordFile, name: str, size: int | None, colour: str) -> CharacterStyle:
    style: CharacterStyle = file.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    if size:
        style.font.size = Pt(size)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    return style


def _font(style: ParagraphStyle, size: int, colour: str) -> None:
    """For all scripts: without it a heading keeps the font of the default's theme."""
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def _table(file: WordFile, name: str, borders: str, more: str) -> None:
    style = file.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    inset = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _INSETS)
    shape = f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{inset}</w:tblCellMar>"
    style.element.append(parse_xml(f"<w:tblPr {nsdecls('w')}>{shape}</w:tblPr>"))
    if more:
        style.element.append(parse_xml(more))


_INSETS = (("top", 40), ("left", 80), ("bottom", 40), ("right", 80))


def _lines(edges: tuple[str, ...], colour: str) -> str:
    return "".join(_LINE.format(edge=edge, size=4, colour=colour) for edge in edges)


def _first_row(primary: str) -> str:
    line = _LINE.format(edge="bottom", size=8, colour=primary)
    cell = f'<w:tcBorders>{line}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EEF3F6"/>'
    row = f"<w:rPr><w:b/></w:rPr><w:tcPr>{cell}</w:tcPr>"
    return f'<w:tblStylePr {nsdecls("w")} w:type="firstRow">{row}</w:tblStylePr>'


def set_page(file: WordFile) -> None:
    """A4."""
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
