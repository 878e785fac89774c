"""The content of a briefing pack as other typesetters take it: blocks, a page of HTML, data for Typst."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import fields
from enum import Enum
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from kts_desktop.core.paths import resource
from kts_desktop.printing.figures import place, plane_size
from kts_desktop.services.snapshot import Count, Position, Snapshot

Block = dict[str, Any]
_PARTS = (
    ("measures", "Maßnahmen"),
    ("contacts", "Personen"),
    ("changes", "Was sich geändert hat"),
    ("history", "Chronik"),
    ("follow_ups", "Wiedervorlagen"),
    ("ours", "Das haben wir zugesagt"),
    ("theirs", "Das wurde uns zugesagt"),
)
_AFTER_CASES = (
    ("events", "Veranstaltungen"),
    ("peers", "Vergleichbare Kommunen"),
    ("documents", "Dokumente"),
)
_NARROW, _WIDE = 16, 45  # letters a column counts for, at least and at most
_BREAK: Block = {"kind": "break"}
_LISTED = 2  # the level of heading that stands in the contents
_OF_PROJECT = ("members", "phases", "milestones", "funding")
STYLE = """
@font-face {{ font-family: Own; src: url({regular}); }}
@font-face {{ font-family: Own; src: url({strong}); font-weight: bold; }}
@page {{ size: A4; margin: 22mm 20mm 22mm 25mm;
  @top-left {{ content: "{head}"; font: 8.5pt Own; }}
  @top-right {{ content: "{right}"; font: 8.5pt Own; }}
  @bottom-left {{ content: "{foot}"; font: 8.5pt Own; }}
  @bottom-right {{ content: "Seite " counter(page) " von " counter(pages); font: 8.5pt Own; }} }}
body {{ font: 10.5pt Own; line-height: 1.35; }}
h1 {{ font-size: 22pt; }} h2 {{ font-size: 15pt; }} h3 {{ font-size: 12pt; }}
nav a::after {{ content: leader(".") target-counter(attr(href), page); }}
nav a {{ display: block; color: inherit; text-decoration: none; }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 9.5pt; }}
th {{ text-align: left; border-bottom: 1pt solid #333; }}
td {{ vertical-align: top; border-bottom: 0.4pt solid #aaa; }} td, th {{ padding: 2pt 4pt; }}
tr {{ break-inside: avoid; }} h2, h3 {{ break-after: avoid; }}
"""
TYPST = """
#let data = json("DATA")
#set document(title: data.title)
#set page(paper: "a4", margin: (top: 22mm, bottom: 22mm, left: 25mm, right: 20mm),
  header: text(size: 8.5pt, [#data.head #h(1fr) #data.right]),
  footer: context text(size: 8.5pt, [#data.foot #h(1fr) Seite #counter(page).display("1 von 1", both: true)]))
#set text(font: "FONT", size: 10.5pt, lang: "de")
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + gray }), inset: 3pt)
#heading(level: 1, outlined: false, data.title)
#outline(title: "Inhalt", depth: 2)
#pagebreak()
#for block in data.blocks {
  if block.kind == "break" { pagebreak() }
  else if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "words" { par(block.text) }
  else if block.kind == "picture" { image(block.file, alt: block.alt, width: block.width * 1mm) }
  else { text(size: 9.5pt, table(columns: block.shares.map(share => share * 1fr),
    table.header(..block.head.map(t => strong(t))), ..block.rows.flatten())) }
}
"""


def blocks(snapshot: Snapshot, folder: Path) -> list[Block]:
    """Return what the pack holds, in its order; pictures are written into the folder."""
    found: list[Block] = [_heading(2, "Steckbrief"), _pairs(snapshot.profile)]
    if snapshot.profile.position:
        found.append(_picture(folder, "place", _map([snapshot.profile.position]), "Lage in Deutschland", 45))
        dots = [snapshot.profile.position, *(one.position for one in snapshot.partners)]
        alt = f"Lage von {snapshot.profile.name} in Deutschland"
        found += [_heading(2, "Lage"), _picture(folder, "map", _map(dots), alt)]
    if snapshot.project:
        found += [_heading(2, "Projekt und Phasen"), _pairs(snapshot.project)]
        for name in _OF_PROJECT:
            found += _table(3, name, getattr(snapshot.project, name))
        bars = [
            Count(label=one.label, value=number + 1) for number, one in enumerate(snapshot.project.phases)
        ]
        found += [_picture(folder, "phases", _bars(bars), "Phasen des Projekts", 150)] if bars else []
    for name, title in _PARTS:
        part = list(_table(2, title, getattr(snapshot, name)))
        found += [_BREAK, *part, _BREAK] if part and name == "history" else part
    found += _cases(snapshot)
    for name, title in _AFTER_CASES:
        found += _table(2, title, getattr(snapshot, name))
    return [*found, *_charts(snapshot, folder)]


def page(snapshot: Snapshot, folder: Path, fonts: tuple[Path, Path]) -> str:
    """Return the pack as a page of HTML with a table of contents."""
    found = blocks(snapshot, folder)
    heads = [(number, one) for number, one in enumerate(found) if one.get("level") == _LISTED]
    furniture = _furniture(snapshot)
    links = "".join(f'<a href="#h{number}">{escape(one["text"])}</a>' for number, one in heads)
    style = STYLE.format(regular=fonts[0].as_uri(), strong=fonts[1].as_uri(), **furniture)
    title = escape(_title(snapshot))
    return (
        f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head><body><h1>{title}</h1><nav>{links}</nav>"
        f'<div style="break-after: page"></div>{"".join(map(_html, range(len(found)), found))}</body></html>'
    )


def data(snapshot: Snapshot, folder: Path) -> str:
    """Return the pack as JSON, which the template for Typst reads."""
    whole = {"title": _title(snapshot), **_furniture(snapshot), "blocks": blocks(snapshot, folder)}
    return json.dumps(whole, ensure_ascii=False)


def _furniture(snapshot: Snapshot) -> dict[str, str]:
    """Return what stands above and below every page."""
    stamp = f"Stand {snapshot.taken:%d.%m.%Y, %H:%M} Uhr"
    foot = f"{snapshot.head.number} · {stamp}" if snapshot.head.number else stamp
    return {"head": _title(snapshot), "right": "Nur für den Dienstgebrauch", "foot": foot}


def _title(snapshot: Snapshot) -> str:
    return f"Briefing-Mappe {snapshot.profile.name}"


def _html(number: int, block: Block) -> str:
    if block["kind"] == "heading":
        return f'<h{block["level"]} id="h{number}">{escape(block["text"])}</h{block["level"]}>'
    if block["kind"] == "break":
        return '<div style="break-after: page"></div>'
    if block["kind"] == "words":
        return f"<p>{escape(block['text'])}</p>"
    if block["kind"] == "picture":
        size = f'style="width: {block["width"]}mm"'
        return f'<p><img src="{block["file"]}" alt="{escape(block["alt"])}" {size}></p>'
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in block["head"])
    rows = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in block["rows"])
    cols = "".join(f'<col style="width: {share:.0%}">' for share in block["shares"])
    top = f"<colgroup>{cols}</colgroup><thead><tr>{head}</tr></thead>"
    return f"<table>{top}<tbody><tr>{'</tr><tr>'.join(rows)}</tr></tbody></table>"


def _heading(level: int, text: str) -> Block:
    return {"kind": "heading", "level": level, "text": text}


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """Return a table whose columns share the width by the longest of their texts, as ours do by hand."""
    most = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    weights = [min(max(one, _NARROW), _WIDE) for one in most]
    shares = [one / sum(weights) for one in weights]
    return {"kind": "rows", "head": head, "rows": rows, "shares": shares}


def _picture(folder: Path, name: str, drawing: str, alt: str, width: float = 110) -> Block:
    (folder / f"{name}.svg").write_text(drawing, encoding="utf-8")
    return {"kind": "picture", "file": f"{name}.svg", "alt": alt, "width": width}


def _pairs(record: Any) -> Block:
    """Return the plain fields of a record as a table of two columns."""
    rows = [
        [one.name, _said(getattr(record, one.name))] for one in fields(record) if one.name not in _OF_PROJECT
    ]
    return _rows(["Angabe", "Wert"], [row for row in rows if row[1]])


def _table(level: int, title: str, records: Sequence[Any]) -> Iterator[Block]:
    """Yield heading and table of records; columns in which nobody has a value are left out."""
    if not records:
        return
    names = [one.name for one in fields(records[0]) if any(_said(getattr(row, one.name)) for row in records)]
    rows = [[_said(getattr(row, name)) for name in names] for row in records]
    yield _heading(level, title)
    yield _rows(names, rows)


def _cases(snapshot: Snapshot) -> Iterator[Block]:
    if snapshot.cases:
        yield _heading(2, "Vorgänge")
    for case in snapshot.cases:
        yield _heading(3, f"{case.number} {case.subject}")
        rows = [[one.name, _said(getattr(case, one.name))] for one in fields(case) if one.name != "notes"]
        yield _rows(["Angabe", "Wert"], [row for row in rows if row[1]])
        for note in case.notes:
            yield {"kind": "words", "text": " ".join(_said(getattr(note, one.name)) for one in fields(note))}


def _said(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "ja" if value else ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_said, value)))
    if hasattr(value, "__dataclass_fields__"):
        return " ".join(filter(None, (_said(getattr(value, one.name)) for one in fields(value))))
    return str(value)


def _charts(snapshot: Snapshot, folder: Path) -> Iterator[Block]:
    shown = [(name, getattr(snapshot, name)) for name in ("quarters", "topics") if getattr(snapshot, name)]
    if shown:
        yield _heading(2, "Zahlen")
    for name, counts in shown:
        told = ", ".join(f"{one.label}: {one.value}" for one in counts)
        yield _picture(folder, name, _bars(counts), told)
        yield from _table(3, name, counts)


def _bars(counts: Sequence[Count]) -> str:
    """Return bars with their labels and values."""
    most = max(1, *(one.value for one in counts))
    drawn = chain.from_iterable(
        (
            f'<text x="0" y="{number * 18 + 12}" font-size="9">{escape(one.label)}</text>',
            (
                f'<rect x="140" y="{number * 18 + 2}" width="{260 * one.value / most:.1f}" height="13" '
                'fill="#24508c"/>'
            ),
            f'<text x="410" y="{number * 18 + 12}" font-size="9">{one.value}</text>',
        )
        for number, one in enumerate(counts)
    )
    return _svg(440, len(counts) * 18 + 4, "".join(drawn))


def _map(dots: Sequence[Position]) -> str:
    """Return the states as paths, with a dot for each place."""
    wide, high = plane_size()
    states = json.loads(resource("reference/germany_states.json").read_text("utf-8"))["states"]
    paths = ("".join(map(_ring, state["rings"])) for state in states)
    drawn = [f'<path d="{path}" fill="#e3e8f0" stroke="#fff" fill-rule="evenodd"/>' for path in paths]
    for dot in dots:
        x, y = place(dot)
        drawn.append(f'<circle cx="{x:.1f}" cy="{high - y:.1f}" r="{wide / 90:.1f}" fill="#24508c"/>')
    return _svg(math.ceil(wide), math.ceil(high), "".join(drawn))


def _ring(ring: Sequence[float]) -> str:
    points = zip(ring[0::2], ring[1::2], strict=True)
    return f"M{'L'.join(f'{x} {y}' for x, y in points)}Z"


def _svg(width: int, height: int, drawn: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{drawn}</svg>'
