"""Workbooks (XLSX, ISO/IEC 29500) of plain tables: the same sheets give the same bytes.

Numbers are numbers and days are days, so that a spreadsheet can go on with them; a text is never a formula.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from xml.sax.saxutils import escape, quoteattr

SUFFIX = ".xlsx"
_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no zones
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the time of every part: the oldest the archive can hold
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Dress(IntEnum):
    """How a cell looks; the number is its place among the styles of the workbook."""

    PLAIN = 0
    TITLE = 1
    HEAD = 2
    HEAD_RIGHT = 3
    NUMBER = 4
    NUMBER_TOTAL = 5
    CHANGE = 6
    CHANGE_TOTAL = 7
    DAY = 8
    MOMENT = 9
    WRAPPED = 10
    TOTAL = 11
    RIGHT = 12
    RIGHT_TOTAL = 13


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; an empty one has no value."""

    value: str | int | date | datetime | None = None
    dress: Dress = Dress.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; ``widths`` are those of the columns, in letters.

    ``head`` is the number of its head row, counted from 1, which stays in sight; 0: it has none.
    """

    name: str
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: int = 0
    is_filtered: bool = False

    @property
    def area(self) -> str:
        """Return the cells in use, such as ``$A$1:$F$12``."""
        return f"$A$1:${_column(len(self.widths))}${max(1, len(self.rows))}"

    @property
    def listed(self) -> str:
        """Return the cells of the head row and of all below it."""
        return f"$A${self.head}:${_column(len(self.widths))}${max(self.head, len(self.rows))}"


def written(sheets: Sequence[Sheet], *, title: str, author: str, made: datetime) -> bytes:
    """Return the workbook as a file; ``made`` is local time."""
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _root_relations(),
        "docProps/core.xml": _core(title, author, made),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _workbook_relations(len(sheets)),
        "xl/styles.xml": _STYLES,
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": _sheet(one, title) for n, one in enumerate(sheets, start=1)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _OLDEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 0, 0  # the same on every system
            archive.writestr(info, (_HEAD + text).encode())
    return target.getvalue()


def _sheet(sheet: Sheet, title: str) -> str:
    rows = "".join(_row(number, row) for number, row in enumerate(sheet.rows, start=1))
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(sheet.widths, start=1)
    )
    below = f"A{sheet.head + 1}"
    pane = (
        f'<pane ySplit="{sheet.head}" topLeftCell="{below}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="{below}" sqref="{below}"/>'
        if sheet.head
        else ""
    )
    listed = f'<autoFilter ref="{sheet.listed.replace("$", "")}"/>' if sheet.is_filtered else ""
    foot = escape(f"&L&8{_footer(title)}&R&8&P / &N")
    return (
        f'<worksheet xmlns="{_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="{sheet.area.replace("$", "")}"/>'
        f'<sheetViews><sheetView workbookViewId="0" showGridLines="0">{pane}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>{rows}</sheetData>{listed}'
        '<pageMargins left="0.7" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>'
        f"<headerFooter><oddFooter>{foot}</oddFooter></headerFooter></worksheet>"
    )


def _row(number: int, row: Sequence[Cell]) -> str:
    cells = "".join(_cell(f"{_column(place)}{number}", cell) for place, cell in enumerate(row, start=1))
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, cell: Cell) -> str:
    start, value = f'<c r="{place}" s="{int(cell.dress)}"', cell.value
    if value is None:
        return f"{start}/>"
    if isinstance(value, str):
        text = escape(_NO_XML.sub("\ufffd", value))
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f"{start}><v>{_number(value)}</v></c>"


def _number(value: float | date | datetime) -> str:
    """Return a number, or the days since the first one that spreadsheets know."""
    if isinstance(value, datetime):
        return f"{(value.replace(tzinfo=None) - _DAY_0) / timedelta(days=1):.8f}"
    if isinstance(value, date):
        return str((value - _DAY_0.date()).days)
    return str(value)


def _column(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _workbook(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(one.name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, one in enumerate(sheets, start=1)
    )
    names = "".join(_names(place, one) for place, one in enumerate(sheets))
    return (
        f'<workbook xmlns="{_NAMESPACE}" xmlns:r="{_RELATIONS}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{names}</definedNames></workbook>"
    )


def _names(place: int, sheet: Sheet) -> str:
    """Return what a spreadsheet prints of a sheet, and which rows it repeats on every page."""
    name = "'" + sheet.name.replace("'", "''") + "'!"
    found = {"_FilterDatabase": sheet.listed} if sheet.is_filtered else {}
    found["Print_Area"] = sheet.area
    if sheet.head:
        found["Print_Titles"] = f"${sheet.head}:${sheet.head}"
    return "".join(
        f'<definedName name="_xlnm.{key}" localSheetId="{place}"{_HIDDEN * (key == "_FilterDatabase")}>'
        f"{escape(name + cells)}</definedName>"
        for key, cells in found.items()
    )


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in range(1, count + 1)
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{sheets}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _root_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def _workbook_relations(count: int) -> str:
    sheets = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, count + 1)
    )
    styles = f'<Relationship Id="rId{count + 1}" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{sheets}{styles}</Relationships>'


def _core(title: str, author: str, made: datetime) -> str:
    terms = "http://purl.org/dc/terms/"
    moment = f"{made:%Y-%m-%dT%H:%M:%S}Z"
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="{terms}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(_NO_XML.sub('', title))}</dc:title>"
        f"<dc:creator>{escape(_NO_XML.sub('', author))}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created></cp:coreProperties>'
    )


def _footer(text: str) -> str:
    """Return a text in which the signs of a footer mean themselves."""
    return _NO_XML.sub("", text).replace("&", "&&")


_HIDDEN = ' hidden="1"'
_INK, _LINE, _FILL, _ACCENT = "FF1B2330", "FF8A94A6", "FFE6ECF5", "FF1F4B8F"
_FONT = '<name val="Calibri"/><family val="2"/>'
_BOLD_UNDER_RULE = ' fontId="1" borderId="2" applyFont="1" applyBorder="1"'
_TO_THE_RIGHT = '<alignment horizontal="right"/>'


def _style(more: str = "", number: int = 0, inner: str = "") -> str:
    has = {"fontId": 0, "fillId": 0, "borderId": 0}
    plain = "".join(f' {key}="{value}"' for key, value in has.items() if f"{key}=" not in more)
    mark = ' applyNumberFormat="1"' if number else ""
    mark += ' applyAlignment="1"' if inner else ""
    return f'<xf xfId="0" numFmtId="{number}"{plain}{more}{mark}>{inner}</xf>'


_HEAD_LOOK = ' fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"'
_WHOLE, _SIGNED, _DATE, _DATE_TIME = 3, 164, 14, 22
_FORMATS = (  # in the order of Dress
    _style(),
    _style(' fontId="2" applyFont="1"'),
    _style(_HEAD_LOOK, inner='<alignment vertical="center" wrapText="1"/>'),
    _style(_HEAD_LOOK, inner='<alignment horizontal="right" vertical="center" wrapText="1"/>'),
    _style(number=_WHOLE),
    _style(_BOLD_UNDER_RULE, _WHOLE),
    _style(number=_SIGNED),
    _style(_BOLD_UNDER_RULE, _SIGNED),
    _style(number=_DATE, inner='<alignment horizontal="left"/>'),
    _style(number=_DATE_TIME, inner='<alignment horizontal="left"/>'),
    _style(inner='<alignment vertical="top" wrapText="1"/>'),
    _style(_BOLD_UNDER_RULE),
    _style(inner=_TO_THE_RIGHT),
    _style(_BOLD_UNDER_RULE, inner=_TO_THE_RIGHT),
)
_STYLES = (
    f'<styleSheet xmlns="{_NAMESPACE}">'
    f'<numFmts count="1"><numFmt numFmtId="{_SIGNED}" formatCode="+#,##0;\u2212#,##0;0"/></numFmts>'
    f'<fonts count="3"><font><sz val="11"/><color rgb="{_INK}"/>{_FONT}</font>'
    f'<font><b/><sz val="11"/><color rgb="{_INK}"/>{_FONT}</font>'
    f'<font><b/><sz val="16"/><color rgb="{_ACCENT}"/>{_FONT}</font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    f'<fill><patternFill patternType="solid"><fgColor rgb="{_FILL}"/></patternFill></fill></fills>'
    '<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>'
    f'<border><left/><right/><top/><bottom style="thin"><color rgb="{_LINE}"/></bottom><diagonal/></border>'
    f'<border><left/><right/><top style="thin"><color rgb="{_LINE}"/></top><bottom/><diagonal/></border>'
    "</borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(_FORMATS)}">{"".join(_FORMATS)}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
