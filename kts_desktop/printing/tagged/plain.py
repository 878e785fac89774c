"""Plain paragraphs without ReportLab's detours: most of a paper's texts hold no markup and fill one line.

What is not plain goes the long way; both ways put out the same text at the same place.
"""

from functools import lru_cache
from typing import Any

from reportlab.lib.abag import ABag
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.fonts import ps2tt, tt2ps
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent, getFont
from reportlab.platypus import paragraph
from reportlab.platypus.paraparser import ParaFrag

_engine: Any = paragraph
_SOFT_HYPHEN = "\u00ad"
_FONTS_KEPT = 256


def parsed(text: str, style: ParagraphStyle) -> list[Any] | None:
    """Return what ReportLab's parser makes of a text; None where that has to look at it itself."""
    if "<" in text or "&" in text or style.textTransform:
        return None
    frag = ParaFrag(
        __tag__="para",
        rise=0,
        greek=0,
        link=[],
        fontSize=style.fontSize,
        textColor=style.textColor,
        us_lines=[],
        text=_engine.cleanBlockQuotedText(text),
    )
    frag.__dict__ |= _face(style.fontName)
    return [frag] if frag.text else None


def one_line(frags: list[Any], style: ParagraphStyle, room: float) -> tuple[ABag, float] | None:
    """Return the broken text and its width; None where it does not fit one line of ``room`` points."""
    if len(frags) != 1 or style.endDots or style.wordWrap or style.shaping:
        return None
    frag = frags[0]
    text = getattr(frag, "text", "")
    if not text or _SOFT_HYPHEN in text or hasattr(frag, "cbDefn") or hasattr(frag, "backColor"):
        return None
    words = _engine.split(text)
    measured, size = getFont(frag.fontName).stringWidth, frag.fontSize
    blank = measured(" ", size)
    wide = -blank
    for word in words:
        wide = wide + blank + measured(word, size)
    if wide > room or not words:
        return None
    ascent, descent = getAscentDescent(frag.fontName, size)
    return frag.clone(kind=0, lines=[(room - wide, words)], ascent=ascent, descent=descent), wide


def is_plain(style: ParagraphStyle, lines: Any) -> bool:
    """Tell whether broken lines are of one type at the left, with nothing behind, below or around them."""
    return bool(
        lines.kind == 0
        and lines.lines
        and not lines.link
        and not lines.us_lines
        and style.alignment == TA_LEFT
        and not style.firstLineIndent
        and not style.backColor
        and not (style.borderWidth and style.borderColor)
        and not style.wordWrap
        and not getattr(style, "autoLeading", "")
    )


@lru_cache(maxsize=_FONTS_KEPT)
def _face(name: str) -> dict[str, Any]:
    """Return how the parser notes a face: the family's name with its marks, put together again."""
    family, bold, italic = ps2tt(name)
    return {"fontName": tt2ps(family, bold, italic), "bold": bold, "italic": italic}
