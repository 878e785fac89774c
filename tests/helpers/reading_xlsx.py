"""Reads workbooks back with the standard library alone: sheets, cells, styles, names."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element, fromstring

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DATES = (14, 22)  # the numbers of the built-in formats of days and moments


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """One sheet: its rows without the empty cells at their ends, the rows that stay in sight."""

    name: str
    rows: list[list[object]]
    frozen: int
    filtered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBook:
    """A workbook; ``names`` maps sheet and name to cells."""

    sheets: list[ReadSheet]
    names: dict[tuple[int, str], str]
    parts: dict[str, bytes]


def read_book(content: bytes) -> ReadBook:
    """Return what a workbook holds; every part has to be XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for text in parts.values():
        _parsed(text)
    book, formats = _parsed(parts["xl/workbook.xml"]), _formats(_parsed(parts["xl/styles.xml"]))
    sheets = [
        _sheet(one.attrib["name"], _parsed(parts[f"xl/worksheets/sheet{number}.xml"]), formats)
        for number, one in enumerate(book.iter(f"{_MAIN}sheet"), start=1)
    ]
    names = {
        (int(one.attrib["localSheetId"]), one.attrib["name"]): one.text or ""
        for one in book.iter(f"{_MAIN}definedName")
    }
    return ReadBook(sheets=sheets, names=names, parts=parts)


def _parsed(text: bytes) -> Element:
    return fromstring(text)  # noqa: S314 - a file of our own making


def _formats(styles: Element) -> list[int]:
    (found,) = styles.iter(f"{_MAIN}cellXfs")
    return [int(one.attrib["numFmtId"]) for one in found]


def _sheet(name: str, sheet: Element, formats: list[int]) -> ReadSheet:
    rows = [[_value(cell, formats) for cell in row] for row in sheet.iter(f"{_MAIN}row")]
    panes, filters = list(sheet.iter(f"{_MAIN}pane")), list(sheet.iter(f"{_MAIN}autoFilter"))
    return ReadSheet(
        name=name,
        rows=rows,
        frozen=int(panes[0].attrib["ySplit"]) if panes else 0,
        filtered=filters[0].attrib["ref"] if filters else "",
    )


def _value(cell: Element, formats: list[int]) -> object:
    if cell.attrib.get("t") == "inlineStr":
        return "".join(cell.itertext())
    text = "".join(cell.itertext())
    if not text:
        return None
    if formats[int(cell.attrib["s"])] in _DATES:
        return date(1899, 12, 30) + timedelta(days=int(float(text)))
    return int(text)
