"""Reads a tagged PDF as a screen reader does: elements, marked content, and the text in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

UNTYPED = "untyped"
UNMARKED = "unmarked"
TAGGED = "tagged"
_TEXT = {"Tj", "TJ", "'", '"'}
_PAINT = {"S", "s", "f", "F", "f*", "B", "b", "b*", "B*", "Do", "sh"}
_MAPPED = re.compile(r"<([0-9A-F]+)> <([0-9A-F]+)>")
Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Piece:
    """What stands between a begin and an end of marked content: its state, id, text and where that begins."""

    state: str  # tagged, or the type of an artifact
    mcid: int | None = None
    paints: int = 0
    parts: list[tuple[str, float]] = field(default_factory=list)  # texts as shown, with their height

    @property
    def text(self) -> str:
        """Return all text of the piece."""
        return "".join(text for text, _ in self.parts)


@dataclass(slots=True)
class Sheet:
    """One page: its pieces, what stands outside them, and codes no font maps to a character."""

    pieces: list[Piece]
    loose: int = 0
    unbalanced: int = 0
    unmapped: int = 0

    def ids(self) -> list[int]:
        """Return the ids of marked content in order."""
        return [piece.mcid for piece in self.pieces if piece.mcid is not None]


def sheets(pdf: pikepdf.Pdf) -> list[Sheet]:
    """Return all pages as pieces."""
    maps: dict[Any, dict[int, str]] = {}
    return [_Reading(page, maps).sheet for page in pdf.pages]


def walk(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the elements of the structure tree in reading order."""
    todo = [pdf.Root.StructTreeRoot.K]
    while todo:
        element = todo.pop()
        yield element
        todo += reversed(inner(element))


def kids(element: Any) -> list[Any]:
    """Return what is in an element: elements, ids, references."""
    found = element.get("/K")
    return list(found) if isinstance(found, pikepdf.Array) else [] if found is None else [found]


def inner(element: Any) -> list[Any]:
    """Return the elements in an element."""
    return [kid for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def tag(element: Any) -> str:
    """Return the tag of an element."""
    return str(element.S)[1:]


def elements(pdf: pikepdf.Pdf, wanted: str) -> list[Any]:
    """Return the structure elements of a tag."""
    return [e for e in walk(pdf) if tag(e) == wanted]


def shape(element: Any) -> str:
    """Return an element and what is in it as one line, such as ``P(Link)``."""
    found = [shape(kid) for kid in inner(element)]
    return tag(element) + (f"({' '.join(found)})" if found else "")


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference to marked content: number of the page, 0 for one that is gone, and id."""

    page: int
    mcid: int


@dataclass(eq=False, slots=True)
class Branch:
    """One element, read once: its tag, its object, what is in it, the annotations it refers to."""

    tag: str
    raw: Any
    kids: list["Branch | Mark"]
    notes: list[Any]

    @property
    def branches(self) -> list["Branch"]:
        """Return the elements in it."""
        return [kid for kid in self.kids if isinstance(kid, Branch)]

    @property
    def marks(self) -> list[Mark]:
        """Return its own marked content."""
        return [kid for kid in self.kids if isinstance(kid, Mark)]

    def every(self) -> Iterator["Branch"]:
        """Yield it and all elements below it, in reading order."""
        todo = [self]
        while todo:
            branch = todo.pop()
            yield branch
            todo += reversed(branch.branches)

    def attributes(self) -> dict[str, Any]:
        """Return its attributes, of all owners together."""
        found = self.raw.get("/A")
        owners = list(found) if isinstance(found, pikepdf.Array) else [] if found is None else [found]
        return {key: value for owner in owners for key, value in owner.items()}


class Reader:
    """A file as it is read aloud: pages in pieces, the tree, and the text of each element."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.sheets = sheets(pdf)
        self._numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._texts = {
            Mark(number, piece.mcid): piece.text
            for number, sheet in enumerate(self.sheets, 1)
            for piece in sheet.pieces
            if piece.mcid is not None
        }
        self.root = self._read(pdf.Root.StructTreeRoot.K, 0)
        self.branches = list(self.root.every())

    def all_of(self, wanted: str) -> list[Branch]:
        """Return the elements of a tag."""
        return [branch for branch in self.branches if branch.tag == wanted]

    def aloud(self, *, alternatives: bool = False) -> str:
        """Return all text in reading order; with the words that stand for pictures if asked."""
        return self._spoken(self.root, alternatives=alternatives)

    def text(self, branch: Branch) -> str:
        """Return the text of an element as one line."""
        return " ".join(self._spoken(branch, alternatives=False).split())

    def page(self, branch: Branch) -> int:
        """Return the number of the first page with content of an element, 0 if there is none."""
        return next((mark.page for inside in branch.every() for mark in inside.marks), 0)

    def number(self, page: Any) -> int:
        """Return the number of a page object, 0 for one that is gone."""
        return self._numbers.get(page.objgen, 0)

    def _read(self, element: Any, page: int) -> Branch:
        branch = Branch(str(element.S)[1:], element, [], [])
        if "/Pg" in element:
            page = self.number(element.Pg)
        for kid in kids(element):
            if not isinstance(kid, pikepdf.Dictionary):
                branch.kids.append(Mark(page, int(kid)))
            elif "/S" in kid:
                branch.kids.append(self._read(kid, page))
            elif "/MCID" in kid:
                branch.kids.append(Mark(self.number(kid.Pg), int(kid.MCID)))
            else:
                branch.notes.append(kid.Obj)
        return branch

    def _spoken(self, branch: Branch, *, alternatives: bool) -> str:
        if "/Alt" in branch.raw:
            return f"{branch.raw.Alt}\n" if alternatives else ""
        parts = [
            self._texts.get(kid, "")
            if isinstance(kid, Mark)
            else self._spoken(kid, alternatives=alternatives)
            for kid in branch.kids
        ]
        return "".join(parts) + ("" if branch.tag in ("Link", "Span", "Reference") else "\n")


class _Reading:
    """Walks over the operators of one page."""

    def __init__(self, page: pikepdf.Page, maps: dict[Any, dict[int, str]]) -> None:
        self.sheet = Sheet([])
        self._maps = maps
        self._fonts: Any = page.Resources.Font if "/Font" in page.get("/Resources", []) else {}
        self._font: dict[int, str] = {}
        self._stack: list[Piece] = []
        self._matrix, self._line, self._saved = _UNIT, _UNIT, list[Matrix]()
        for operands, operator in pikepdf.parse_content_stream(page):  # type: ignore[misc]
            self._step(str(operator), operands)
        self.sheet.unbalanced += len(self._stack)

    def _step(self, name: str, operands: Any) -> None:
        if name in ("BMC", "BDC"):
            self._begin(operands)
        elif name == "EMC":
            if self._stack:
                self._stack.pop()
            else:
                self.sheet.unbalanced += 1
        elif name == "Tf":
            self._font = self._map(str(operands[0]))
        elif name in _TEXT:
            self._show(operands[-1])
        elif name in _PAINT:
            if self._stack:
                self._stack[-1].paints += 1
            else:
                self.sheet.loose += 1
        else:
            self._move(name, operands)

    def _begin(self, operands: Any) -> None:
        properties: Any = operands[1] if len(operands) > 1 else {}
        if str(operands[0]) == "/Artifact":
            kind = properties.get("/Type") if properties else None
            piece = Piece(str(kind)[1:] if kind is not None else UNTYPED)
        else:
            piece = Piece(TAGGED, int(properties["/MCID"]))
        self._stack.append(piece)
        self.sheet.pieces.append(piece)

    def _show(self, what: Any) -> None:
        strings = [what] if isinstance(what, pikepdf.String) else what
        codes = b"".join(bytes(string) for string in strings if isinstance(string, pikepdf.String))
        text = "".join(self._font.get(code, "") for code in codes)
        self.sheet.unmapped += sum(code not in self._font for code in codes)
        if not self._stack:
            self.sheet.loose += 1
            return
        self._stack[-1].parts.append((text, _times(self._line, self._matrix)[5]))

    def _move(self, name: str, operands: Any) -> None:
        match name:
            case "q":
                self._saved.append(self._matrix)
            case "Q":
                self._matrix = self._saved.pop()
            case "cm":
                self._matrix = _times(_matrix(operands), self._matrix)
            case "BT":
                self._line = _UNIT
            case "Tm":
                self._line = _matrix(operands)
            case "Td" | "TD":
                self._line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._line)

    def _map(self, name: str) -> dict[int, str]:
        font = self._fonts[name]
        if font.objgen not in self._maps:
            stream = font.ToUnicode.read_bytes().decode("ascii") if "/ToUnicode" in font else ""
            body = stream.partition("endcodespacerange")[2]
            self._maps[font.objgen] = {
                int(code, 16): bytes.fromhex(value).decode("utf-16-be")
                for code, value in _MAPPED.findall(body)
            }
        return self._maps[font.objgen]


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
