"""Cures for defects of ReportLab 5.1.0 that would break PDF/A-2a or PDF/UA-1; applied on import."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import reportlab
from reportlab import rl_config
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfgen import canvas, pathobject, textobject

KNOWN = "5.1.0"  # of ReportLab; another version may have moved what this package reaches into
_BLOCK = 100  # a bfchar block of a ToUnicode map takes no more entries
_NUMBERS_KEPT = 50_000
_STREAM_END = b"endstream\n"
_format_as_shipped = PDFStream.format


def _format_stream(self: PDFStream, document: PDFDocument) -> bytes:
    """Put the end of line before ``endstream`` that ISO 19005 asks for."""
    out = _format_as_shipped(self, document)
    if not out.endswith(_STREAM_END):
        raise RuntimeError("PDFStream.format of this ReportLab version is not the known one")
    return out[: -len(_STREAM_END)] + b"\r\n" + _STREAM_END


def _to_unicode(fontname: str, subset: Sequence[int]) -> str:
    """Write the ToUnicode map without U+0000, in UTF-16 and in blocks of at most 100 entries."""
    entries = [f"<{i:02X}> <{_utf16(v)}>" for i, v in enumerate(subset) if v]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({fontname})",
        f"/Ordering ({fontname})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()


@lru_cache(maxsize=_NUMBERS_KEPT)
def _written(numbers: tuple[float, ...]) -> str:
    text: str = fp_str(*numbers)
    return text


def _numbers(*values: Any) -> str:
    """Write numbers as ReportLab does, each row of them once: most coordinates come again and again."""
    row = values[0] if len(values) == 1 and isinstance(values[0], tuple | list) else values
    return _written(tuple(row))


def apply(font_name: str) -> None:
    """Put the cures in place and let no font but ``font_name`` slip in by default.

    Raises RuntimeError for a version of ReportLab these cures were not made for.
    """
    if reportlab.Version != KNOWN:
        raise RuntimeError(
            f"ReportLab {reportlab.Version} is installed; papers are made and checked with {KNOWN} alone."
            " Read its CHANGES against printing/tagged, run all checks of papers, then raise the pin."
        )
    PDFStream.format = _format_stream  # type: ignore[method-assign]
    ttfonts.makeToUnicodeCMap = _to_unicode
    for module in (canvas, pathobject, textobject):
        module.fp_str = _numbers  # type: ignore[attr-defined]
    rl_config.useA85 = 0
    rl_config.canvas_basefontname = font_name
    rl_config.defaultGraphicsFontName = font_name
