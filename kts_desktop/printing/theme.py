"""How papers look: print palette, page geometry, paragraph styles.

The palette is that of paper, never of the screen; it reads in grey, and nothing is told by colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from kts_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD, register
from kts_desktop.printing.hyphens import english, german

INK = HexColor("#1B2330")
MUTED_HEX = "#4A5464"
MUTED = HexColor(MUTED_HEX)
LINE = HexColor("#8A94A6")
HAIR = HexColor("#C3CAD6")
FILL = HexColor("#EDF1F7")
MID = HexColor("#C2CFE3")
ACCENT = HexColor("#1F4B8F")
WARM = HexColor(
    "#A8480C"
)  # second, third and fourth series of a chart; each has a shape or pattern beside it
GREEN = HexColor("#1B6B3A")
VIOLET = HexColor("#6A3D8A")
PAPER = HexColor("#FFFFFF")
RUST = HexColor("#B4500F")
PINE = HexColor("#1B6B3A")
PLUM = HexColor("#6B3FA0")

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, 20 * mm, 22 * mm, 20 * mm  # the left margin is punched
WIDTH = PAGE_WIDTH - LEFT - RIGHT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

NORMAL, LARGE = 10.5, 14.0
FURNITURE_SIZE = 8.5
HYPHENATION: Mapping[str, Any] = MappingProxyType({"de": german, "en": english})
RECORDS_HYPHENATION: Any = german  # records are written in German, whatever language the paper speaks

TableCommands = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of one type size and language."""

    size: float
    body: ParagraphStyle
    text: ParagraphStyle
    lead: ParagraphStyle
    item: ParagraphStyle
    dated: ParagraphStyle
    cell: ParagraphStyle
    cell_plain: ParagraphStyle
    cell_strong: ParagraphStyle
    cell_muted: ParagraphStyle
    cell_key: ParagraphStyle
    head: ParagraphStyle
    caption: ParagraphStyle
    credit: ParagraphStyle
    meta: ParagraphStyle
    office: ParagraphStyle
    kicker: ParagraphStyle
    place: ParagraphStyle
    h1: ParagraphStyle
    h2: ParagraphStyle
    h3: ParagraphStyle
    again: ParagraphStyle
    again_small: ParagraphStyle
    toc: tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]
    table: TableCommands
    facts: TableCommands


@cache
def styles(size: float = NORMAL, language: str = "de") -> Styles:
    """Return the styles for a body size in points: ``NORMAL``, or ``LARGE`` for large print."""
    register()
    body = ParagraphStyle(
        "body",
        fontName=REGULAR,
        bulletFontName=SEMIBOLD,
        bulletFontSize=size,
        fontSize=size,
        leading=size * 1.38,
        spaceAfter=size * 0.5,
        textColor=INK,
        allowOrphans=0,
        allowWidows=0,
        hyphenationLang=HYPHENATION[language],
        embeddedHyphenation=1,
        splitLongWords=1,
    )
    return _of_body(size, body)


def _of_body(size: float, body: ParagraphStyle) -> Styles:
    small = max(9.5, size * 0.88)
    text = ParagraphStyle("text", body, hyphenationLang=RECORDS_HYPHENATION)
    cell = ParagraphStyle("cell", text, fontSize=small, leading=small * 1.28, spaceAfter=0)
    plain = ParagraphStyle("plain", cell, hyphenationLang="")
    muted = ParagraphStyle("muted", cell, textColor=MUTED)
    tall = ParagraphStyle("tall", plain, fontName=BOLD, textColor=ACCENT)
    return Styles(
        size=size,
        body=body,
        text=text,
        lead=ParagraphStyle("lead", body, fontSize=size * 1.12, leading=size * 1.5),
        item=ParagraphStyle(
            "item", body, leftIndent=size * 1.2, bulletIndent=size * 0.1, spaceAfter=size * 0.25
        ),
        dated=ParagraphStyle(
            "dated", cell, leftIndent=size * 6.6, spaceAfter=size * 0.6, bulletFontSize=small, bulletIndent=0
        ),
        cell=cell,
        cell_plain=plain,
        cell_strong=ParagraphStyle("strong", plain, fontName=SEMIBOLD),
        cell_muted=muted,
        cell_key=ParagraphStyle("key", plain, textColor=MUTED),
        head=ParagraphStyle("head", plain, fontName=SEMIBOLD, textColor=MUTED),
        caption=ParagraphStyle("caption", muted, spaceBefore=2, spaceAfter=size * 0.6),
        credit=ParagraphStyle("credit", plain, fontSize=7, leading=8.6, textColor=MUTED, spaceBefore=1),
        meta=ParagraphStyle("meta", cell, textColor=MUTED, spaceAfter=size * 0.35),
        office=ParagraphStyle("office", body, spaceAfter=0, hyphenationLang=""),
        kicker=ParagraphStyle(
            "kicker", plain, fontName=SEMIBOLD, fontSize=size * 1.05, leading=size * 1.4, textColor=ACCENT
        ),
        place=ParagraphStyle("place", plain, fontSize=size * 1.2, leading=size * 1.6, textColor=INK),
        h1=ParagraphStyle("h1", tall, fontSize=34, leading=37),
        h2=ParagraphStyle("h2", tall, fontSize=size * 1.5, leading=size * 1.8, spaceAfter=size * 0.55),
        h3=ParagraphStyle(
            "h3", tall, fontSize=size * 1.14, leading=size * 1.45, spaceBefore=size, spaceAfter=size * 0.3
        ),
        again=ParagraphStyle(
            "again", muted, fontSize=size, leading=size * 1.3, spaceAfter=size * 0.5, hyphenationLang=""
        ),
        again_small=ParagraphStyle("again_small", muted, fontSize=small * 0.9, leading=small * 1.12),
        toc=_contents(size, small, body),
        table=_table(size),
        facts=_facts(size),
    )


def _contents(
    size: float, small: float, body: ParagraphStyle
) -> tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]:
    line = ParagraphStyle(
        "toc2", body, fontName=SEMIBOLD, hyphenationLang="", spaceBefore=size * 0.45, spaceAfter=0
    )
    below = ParagraphStyle(
        "toc3",
        line,
        fontName=REGULAR,
        fontSize=small,
        leading=small * 1.3,
        leftIndent=size * 1.8,
        spaceBefore=1.5,
        textColor=MUTED,
    )
    return ParagraphStyle("toc1", line, textColor=INK), line, below


def _table(size: float) -> TableCommands:
    pad = size * 0.32
    return (
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIR),
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), size * 0.8),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 1.25),
    )


def _facts(size: float) -> TableCommands:
    return (
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        *((command, *rest) for command, *rest in _table(size) if command != "LINEBELOW"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIR),
    )
