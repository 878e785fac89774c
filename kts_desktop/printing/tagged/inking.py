"""Text as operators of a page: the codes of letters and colours, found once in a file."""
# ruff: noqa: SLF001 - reads ReportLab's private state

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen import textobject

_module: Any = textobject  # its ``fp_str`` is the one the cures put there


class OtherSubsetError(Exception):
    """A letter that the first subset of its font has no room for."""


class Ink:
    """Writes lines of one type with the fonts of a file."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._letters: dict[str, _Letters] = {}
        self._colours: dict[Color, str] = {}

    def write(
        self, type_: Any, leading: float, at: tuple[float, float], lines: Sequence[tuple[str, float]]
    ) -> str:
        """Return the operators that show lines from a place on, each with what its blanks are widened by.

        ``type_`` has ``fontName``, ``fontSize`` and ``textColor``. Raises OtherSubsetError.
        """
        letters = self._letters.get(type_.fontName)
        if letters is None:
            letters = self._letters[type_.fontName] = _Letters(type_.fontName, self._canvas)
        numbers = _module.fp_str
        shown = " ".join(
            [
                f"{numbers(wider)} Tw ({line.translate(letters)}) Tj T* 0 Tw"
                if wider
                else f"({line.translate(letters)}) Tj T*"
                for line, wider in lines
            ]
        )
        colour = self._colours.get(type_.textColor)
        if colour is None:
            colour = self._colours[type_.textColor] = self._coloured(type_.textColor)
        return (
            f"q {colour} BT 1 0 0 1 {numbers(*at)} Tm"
            f" {letters.name} {numbers(type_.fontSize)} Tf {numbers(leading)} TL {shown} ET Q"
        )

    def _coloured(self, colour: Color) -> str:
        enforced = self._canvas._enforceColorSpace
        shown = enforced(colour) if enforced else colour
        return f"{_module.fp_str(shown.red, shown.green, shown.blue)} rg"


class _Letters(dict[int, str]):
    """The code of each letter in the first subset of a font, which has room for two hundred."""

    def __init__(self, font: str, canvas: Any) -> None:
        super().__init__()
        found: Any = getFont(font)
        self._font, self._canvas = found, canvas
        self.name = str(found.getSubsetInternalName(0, canvas._doc))

    def __missing__(self, letter: int) -> str:
        ((subset, code),) = self._font.splitString(chr(letter), self._canvas._doc)
        if subset:
            raise OtherSubsetError(chr(letter))
        self[letter] = self._canvas._escape(code)
        return self[letter]
