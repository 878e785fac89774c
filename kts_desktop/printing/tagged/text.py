"""Paragraphs that keep their place in the structure tree over page breaks and passes."""
# ruff: noqa: N802, N803, N815, SLF001 - overrides ReportLab's methods and reads its private state

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus import paragraph as engine

from kts_desktop.printing.tagged import plain
from kts_desktop.printing.tagged.canvas import (
    GLUE,
    SOFT_HYPHEN,
    PlainText,
    TaggedCanvas,
    TaggedText,
    is_language,
    line_end,
    passage,
)
from kts_desktop.printing.tagged.inking import OtherSubsetError
from kts_desktop.printing.tagged.structure import Node, Path

_plain_splits: Any = (engine._SplitWordHY, engine._SHYStr, engine._SplitWordLL)  # type: ignore[attr-defined]
_NO_BREAK = "\u00a0"
_TIGHT = -1e-8  # points a line may lack before its blanks are narrowed
_TOLERANCE = -0.5  # points by which rounding may exceed a line
_forced: Any = (engine._SplitWord, engine._SplitFrag)  # type: ignore[attr-defined]
_ends: Any = (engine._SplitWordEnd, engine._SplitFragHS)  # type: ignore[attr-defined]
_marked_splits: Any = (engine._SplitFragHY, engine._SplitFragLL)  # type: ignore[attr-defined]


class Outline:
    """Where a heading stands in bookmarks and contents."""

    __slots__ = ("in_contents", "level", "text")

    def __init__(self, level: int, text: str, *, in_contents: bool) -> None:
        self.level = level
        self.text = text.replace(SOFT_HYPHEN, "")  # unknown to the encoding of bookmarks
        self.in_contents = in_contents


class Para(Paragraph):
    """A paragraph of one element; the parts it is split into share the element.

    ``text`` is our markup: what a user wrote must be escaped by the caller.
    """

    canv: TaggedCanvas
    blPara: Any
    outline: Outline | None = None
    anchor = ""  # name of the place where a jump leads

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle | None = None,
        bulletText: str | None = None,
        frags: list[Any] | None = None,
        *,
        tag: str = "P",
        lang: str | None = None,
        path: Path | None = None,
        label: Path | None = None,
    ) -> None:
        if text is not None and style is not None and frags is None:
            frags = plain.parsed(text, style)
        super().__init__(text, style, bulletText=bulletText, frags=frags)  # type: ignore[arg-type]
        self.path = path or (Node(tag, lang=lang),)
        self.label = label
        # ReportLab writes split words back into ``frags``; wrapped again with another page break they
        # would show "Verwal- tung". So each wrap of an unsplit paragraph starts from what was parsed.
        self._parsed = None if text is None else self.frags
        self._kept: tuple[Any, ...] | None = None  # the last wrap: most paragraphs are asked several times

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Break the lines; a word that still runs out of them is cut where it has to be."""
        if self._kept is not None and self._kept[0] == availWidth:
            _, self.blPara, self.frags, self.width, self.height, size = self._kept
            return size  # type: ignore[no-any-return]
        size = self._laid_out(availWidth, availHeight)
        if self.style.embeddedHyphenation and self.overflows():
            # broken at its hyphens, a word may leave a piece that is too long, and ReportLab lets it be
            self.style = ParagraphStyle(
                self.style.name, self.style, embeddedHyphenation=0, hyphenationLang=""
            )
            if self._parsed is None:
                _release(self.frags)
            size = self._laid_out(availWidth, availHeight)
        if self._parsed is not None and availWidth > 0:
            self._kept = (availWidth, self.blPara, self.frags, self.width, self.height, size)
        return size

    def _laid_out(self, width: float, height: float) -> tuple[float, float]:
        if self._parsed is not None:
            self.frags = self._parsed
        return super().wrap(width, height)

    def breakLines(self, width: Any) -> Any:
        """Break the text into lines."""
        found = None if self.bulletText else plain.one_line(self.frags, self.style, width[0])
        if found is None:
            return super().breakLines(width)
        lines, self._width_max = found
        self.height = self._splitLongWordCount = self._hyphenations = 0
        return lines

    def overflows(self) -> bool:
        """Tell whether a line of the last wrap runs out of its width."""
        lines = self.blPara.lines
        spare = [line[0] if isinstance(line, tuple) else line.extraSpace for line in lines]
        return bool(spare) and min(spare) < _TOLERANCE

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Return parts that belong to the same element."""
        parts = super().split(availWidth, availHeight)
        if parts and isinstance(parts[0], Para):
            parts[0].anchor = self.anchor
        for part in parts:
            if isinstance(part, Para) and part is not self:
                part.path, part.label = self.path, self.label
        return parts

    def beginText(self, x: float, y: float) -> PDFTextObject:
        """Return the text object to write into: marked, unless something else is being marked."""
        canvas = self.canv
        if canvas.muted:
            return PlainText(canvas, x, y)
        text = TaggedText(canvas, x, y)
        canvas.label = None
        element = canvas.tree.resolve(self.path)
        if self.blPara.kind == 0 and self.blPara.link:  # one whole passage: ReportLab makes no link record
            keys, whole = self.blPara.link, element
            element = passage(canvas.tree, whole, keys, self.path[-1])
            links = [
                passage(canvas.tree, whole, keys[: place + 1], self.path[-1])
                for place, key in enumerate(keys)
                if not is_language(key[1])
            ]
            canvas.pending_links += links * len(self.blPara.lines)
        text.open(element, self.path[-1])
        return text

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:  # type: ignore[override]
        """Draw the lines at a place."""
        style, lines = self.style, self.blPara
        is_whole = not (canvas.muted or self.bulletText or self.anchor)
        if is_whole and plain.is_plain(style, lines) and self._written(canvas, x, y):
            return
        super().drawOn(canvas, x, y, _sW)  # type: ignore[call-arg]

    def _written(self, canvas: TaggedCanvas, x: float, y: float) -> bool:
        """Write plain lines without more ado; return whether the font had room for their letters."""
        if _soften(self):
            self._kept = None  # its lines are those of this page now
        style, lines = self.style, self.blPara
        at = (x + style.leftIndent, y + self.height - lines.fontSize)
        try:
            texts = [_spaced(spare, words) for spare, words in lines.lines]
            shown = canvas.ink.write(lines, style.leading, at, texts)
        except OtherSubsetError:
            return False
        canvas.put(canvas.tree.resolve(self.path), shown)
        return True

    def draw(self) -> None:
        """Draw the lines, with the label of a list item first."""
        canvas = self.canv
        if self.anchor:
            canvas.bookmarkHorizontal(self.anchor, 0, self.height)
        if self.label is not None and self.bulletText:
            canvas.label = canvas.tree.resolve(self.label)
        if _soften(self):
            self._kept = None  # its lines are those of this page now
        super().draw()
        canvas.label = None


def _spaced(spare: float, words: list[str]) -> tuple[str, float]:
    """Return a line as it is put out, and how much its blanks are widened: less than 0 where it is tight."""
    text = " ".join(words)
    blanks = len(words) + text.count(_NO_BREAK) - 1
    return line_end(text), spare / blanks if spare < _TIGHT and blanks > 0 else 0.0


def _release(frags: list[Any]) -> None:
    """Let the last word before a page end be cut again: its pieces were joined, and held together."""
    last = frags[-1]
    if isinstance(last, list):  # a word of several pieces: its width, then each piece with its text
        *before, (piece, text) = last[1:]
        if text.endswith("-"):
            frags[-1] = [last[0], *before, (piece, text[:-1] + SOFT_HYPHEN)]
    elif words := getattr(last, "words", None):
        words[-1] = words[-1][:-1] + SOFT_HYPHEN if words[-1].endswith("-") else str(words[-1])


def _soften(para: Para) -> bool:
    """Turn the hyphens of the line breaker into U+00AD and glue words cut without one: search joins both.

    Return whether there were any.
    """
    block, is_changed = para.blPara, False
    if block.kind == 0:
        for _, words in block.lines:
            if words:
                joined = _joined(words[-1], words[-1], _plain_splits)
                is_changed |= joined != words[-1]
                words[-1] = joined
        return is_changed
    for line, following in zip(block.lines, [*block.lines[1:], None], strict=True):
        end = len(para.frags) if following is None else getattr(following, "sFW", 0)
        if 0 < end <= len(para.frags) and any(getattr(word, "text", "") for word in line.words):
            place = _last_shown(line.words)
            last = line.words[place]
            text = _joined(last.text, para.frags[end - 1], _marked_splits)
            if text != last.text:
                line.words[place], is_changed = last.clone(text=text), True
    return is_changed


def _last_shown(words: list[Any]) -> int:
    """Return the place of the last piece of a line with a text: ReportLab may put an empty one behind it."""
    return max(place for place, word in enumerate(words) if getattr(word, "text", ""))


def _joined(text: str, word: Any, hyphenated: Any) -> str:
    """Return the end of a line so that it reads on without a space where a word was cut."""
    if isinstance(word, hyphenated) and text.endswith("-"):
        return text[:-1] + SOFT_HYPHEN
    if isinstance(word, _forced) and not isinstance(word, _ends) and not text.endswith((GLUE, SOFT_HYPHEN)):
        return text + GLUE
    return text
