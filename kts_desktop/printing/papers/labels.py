"""Mailing labels on sheets: at most six lines each, in the largest type in which all of them fit."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from kts_desktop.printing.book import bound
from kts_desktop.printing.fitting import LEADING, fit, fit_whole
from kts_desktop.printing.flowables import mm
from kts_desktop.printing.fonts import REGULAR
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.pen import Pen, Run
from kts_desktop.printing.sheets import SHEETS
from kts_desktop.printing.tiles import Paint, bare_page, label_pages, lone_sentence
from kts_desktop.printing.words.labels import TEXTS
from kts_desktop.services.labels_paper import Label, LabelsData

_SIZES, _LEAST_WHOLE = (10, 9.5, 9, 8.5, 8, 7.5, 7), 8.5  # smaller than this, words are cut instead
_LINES = 8  # of paper: one of the address may take two of them
_SIDE = 6 * mm
Lines = list[tuple[str, bool]]  # each with whether it names the addressee


def render(data: LabelsData, *, progress: Progress = no_progress) -> Paper:
    """Return the sheets; where nobody has an address, a page that says so."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    air = max(SHEETS[data.use.sheet].air * mm, 3.5 * mm)
    paints: list[tuple[str, Paint]] = [
        (look.glyphs.text(label.listed), partial(_paint, _printable(label, look), air))
        for label in data.labels
    ]
    story = label_pages(data.use, paints, partial(_sheet_title, look))
    title = look.words("labels_about", about=data.about) if data.about else look.words("labels")
    made = bound(
        story or lone_sentence(look, "nobody", "nobody_text", count=len(data.missing)),
        look,
        data.head,
        title=title,
        templates=[bare_page()],
        progress=progress,
    )
    return replace(made, remarks=tuple(_missing(data, look)))


def _missing(data: LabelsData, look: Look) -> Iterator[str]:
    for one in data.missing:
        yield look.words("missing", name=f"{one.name} ({one.body})" if one.body else one.name)


def _sheet_title(look: Look, number: int, first: str, last: str) -> str:
    return look.words("sheet", number=number, first=first, last=last)


def _printable(label: Label, look: Look) -> Lines:
    return [(look.glyphs.text(line), place < label.naming) for place, line in enumerate(label.lines)]


def _paint(lines: Lines, air: float, pen: Pen, wide: float, high: float) -> None:
    """Write an address in the middle of the height, as the post reads it: one type, from the left."""
    size, rows = _laid_out(lines, wide - 2 * _SIDE, high - 2 * air)
    y = (high + len(rows) * size * LEADING) / 2 - size * 0.85
    runs = [
        (Run(_SIDE, y - row * size * LEADING, line, REGULAR, size), names)
        for row, (line, names) in enumerate(rows)
    ]
    pen.write("H1", [run for run, names in runs if names])
    pen.write("P", [run for run, names in runs if not names])


def _laid_out(lines: Lines, room: float, height: float) -> tuple[float, Lines]:
    """Return the largest size in which the lines fit, long ones broken, and what stands on each."""
    for size in (size for size in _SIZES if size >= _LEAST_WHOLE):
        whole = [fit_whole(line, REGULAR, room=room, sizes=(size,), lines=2) for line, _ in lines]
        rows = _rows(lines, [one.lines for one in whole if one]) if all(whole) else None
        if rows is not None and _fits(rows, size, height):
            return size, rows
    for size in _SIZES:
        rows = _rows(
            lines, [fit(line, REGULAR, room=room, sizes=(size,), lines=2).lines for line, _ in lines]
        )
        if _fits(rows, size, height):
            return size, rows
    last = _SIZES[-1]
    return last, _rows(lines, [fit(line, REGULAR, room=room, sizes=(last,)).lines for line, _ in lines])


def _fits(rows: Lines, size: float, height: float) -> bool:
    return len(rows) <= min(_LINES, height / (size * LEADING))


def _rows(lines: Lines, broken: list[tuple[str, ...]]) -> Lines:
    return [(row, names) for (_, names), rows in zip(lines, broken, strict=True) for row in rows]
