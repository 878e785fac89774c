"""A canvas that keeps the structure tree; whatever no flowable claims is an artifact.

Each page opens as one untyped artifact. A tagged flowable closes it, writes its own marked content and
opens it again, so unmarked content cannot occur. Text never stands in an untyped artifact.
"""
# ruff: noqa: N802, N803, N815, RUF012, SLF001 - overrides ReportLab's methods and reads its private state

import hashlib
import html
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from kts_desktop.printing.tagged.inking import Ink
from kts_desktop.printing.tagged.metadata import add_output_intent, add_xmp
from kts_desktop.printing.tagged.stencil import Stencil
from kts_desktop.printing.tagged.structure import Element, Node, Path, Tree

SOFT_HYPHEN = "\u00ad"
GLUE = "\x01"  # ends a line that cuts a word without a hyphen; never put out
_ARTIFACT = "/Artifact BMC"
_PRINTED = 4  # annotation flag
_LANGUAGE = "lang:"
_JUMP = "document:"
_SPOKEN = "|"
Key = tuple[int, str]  # of a passage: its number in the paragraph, and where it leads or its language


def foreign(markup: str, lang: str) -> str:
    """Return markup in another language: read aloud with its voice, as a span of its own."""
    return f'<a href="{_LANGUAGE}{lang}">{markup}</a>'


def jump(markup: str, key: str, spoken: str) -> str:
    """Return markup that leads to the anchor ``key`` of this paper; ``spoken`` says where, in plain text."""
    target = html.escape(f"{_JUMP}{key}{_SPOKEN}{spoken}")
    return f'<a href="{target}">{markup}</a>'


def line_end(text: str) -> str:
    """Return a line as it is put out: with a blank behind its last word.

    ISO 32000-1 14.8.2.5: a word break is a space in the text, also where a line ends.
    """
    if text and text[-1] not in (" ", SOFT_HYPHEN, GLUE):
        text += " "
    return text.removesuffix(GLUE)


def is_language(target: str) -> bool:
    """Tell whether a passage is one of another language rather than a link."""
    return target.startswith(_LANGUAGE)


def passage(tree: Tree, element: Element, keys: Sequence[Key], node: Node) -> Element:
    """Return the element of nested passages within the paragraph of ``node``."""
    chain: tuple[Key, ...] = ()
    for key in keys:
        chain = (*chain, key)
        target = key[1]
        if is_language(target):
            inner: Path = (Node("Span", lang=target.removeprefix(_LANGUAGE)),)
        elif target.startswith(_JUMP):
            inner = (Node("Reference"), Node("Link"))
        else:
            inner = (Node("Link"),)
        for part in inner:
            element = tree.element(element, (part.tag, chain, node), part)
    return element


class _TaggedPage(pdfdoc.PDFPage):
    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


class _TaggedCatalog(pdfdoc.PDFCatalog):
    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__ = pdfdoc.PDFCatalog.__Refs__


class PlainText(PDFTextObject):
    """Text object within what is marked already, such as a picture."""

    def _textOut(self, text: str, TStar: int = 0) -> None:
        super()._textOut(line_end(text) if TStar else text.removesuffix(GLUE), TStar)  # type: ignore[misc]


class TaggedText(PDFTextObject):
    """Text object whose text is marked content of one element, cut at the borders of links."""

    _code: list[str]
    _canvas: "TaggedCanvas"

    def open(self, element: Element, node: Node) -> None:
        """Begin the marked content of ``element``; must come before any text."""
        self._element, self._node = element, node
        self._active: set[Key] = set()
        self._begun: list[Key] = []
        self._changed = False
        self._piece: int | None = None  # where the text last put out stands in the code, until it is settled
        self._code.append(self._canvas.mark(element))

    def _textOut(self, text: str, TStar: int = 0) -> None:
        self._settle()
        self._piece = len(self._code)
        super()._textOut(line_end(text) if TStar else text.removesuffix(GLUE), TStar)  # type: ignore[misc]

    def _linkRecord(self, key: Key, what: str) -> None:
        if what == "start":  # called after the passage's first text was put out
            self._active.add(key)
            self._begun.append(key)
        else:  # called before the text that follows the passage
            self._settle()
            self._active.discard(key)
        self._changed = True

    def _settle(self) -> None:
        """Mark the last text as what it turned out to be; passages that begin together nest by number."""
        if self._piece is not None and self._changed:
            self._code[self._piece : self._piece] = ["EMC", self._canvas.mark(self._passage())]
            links = [key for key in sorted(self._begun) if not is_language(key[1])]
            self._canvas.pending_links += [self._passage(key) for key in links]
            self._begun, self._changed = [], False
        self._piece = None

    def _passage(self, last: Key | None = None) -> Element:
        """Return the innermost element of the passages now open, or that of one of them."""
        keys = sorted(self._active)
        return passage(
            self._canvas.tree,
            self._element,
            keys if last is None else keys[: keys.index(last) + 1],
            self._node,
        )

    def getCode(self) -> str:
        """Return the operators, with the marked content closed."""
        self._settle()
        self._code.append("EMC")
        return super().getCode()


class TaggedCanvas(Canvas):
    """Canvas of the finished pages: ``tree`` holds what was marked."""

    _code: list[str]
    _doc: PDFDocument
    _pageNumber: int
    _enforceColorSpace: Any
    _filename: Any
    stamp: datetime
    lang: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("pdfVersion", (1, 7))
        super().__init__(*args, **kwargs)
        self.tree = Tree()
        self.label: Element | None = None
        self.muted = False
        self.pending_links: list[Element] = []
        self.ink = Ink(self)
        self._drawn = False
        self._code.append(_ARTIFACT)

    def mark(self, element: Element) -> str:
        """Return the operator that opens marked content of ``element`` on this page."""
        self._drawn = True
        return self.tree.mark(element, self._pageNumber)

    def put(self, element: Element, code: str) -> None:
        """Put out operators as one marked content of ``element``."""
        self._code += ["EMC", self.mark(element), code, "EMC", _ARTIFACT]

    def begin_marked(self, element: Element) -> None:
        """Begin marked content of ``element``; marked content never nests."""
        if self.muted:
            raise RuntimeError("marked content must not nest")
        self.muted = True
        self._code += ["EMC", self.mark(element)]

    def end_marked(self) -> None:
        """End what ``begin_marked`` or ``begin_artifact`` began."""
        self.muted = False
        self._code += ["EMC", _ARTIFACT]

    def begin_artifact(self, kind: str, subtype: str = "") -> None:
        """Begin a typed artifact, such as ``Pagination`` with subtype ``Footer``; no tags until its end."""
        self.muted = True
        more = f" /Subtype /{subtype}" if subtype else ""
        self._code += ["EMC", f"/Artifact <</Type /{kind}{more}>> BDC"]

    def show(self, stencil: Stencil) -> None:
        """Show a drawing in the colours and the width of line now set."""
        stencil.register(self._doc)
        self.doForm(stencil.name)

    def drawText(self, aTextObject: PDFTextObject) -> None:
        """Put out a text object: marked by itself, as the label of a list item, or within what is open."""
        if isinstance(aTextObject, TaggedText):
            self._code += ["EMC", aTextObject.getCode(), _ARTIFACT]
        elif self.label is not None and not self.muted:
            self.begin_marked(self.label)
            super().drawText(aTextObject)
            self.end_marked()
        else:
            super().drawText(aTextObject)

    def linkURL(self, url: str, *args: Any, **kwargs: Any) -> None:
        """Link a rectangle to an address; the description names it. A language is no link."""
        if is_language(url):
            return
        kwargs.setdefault("Contents", PDFString(url.removeprefix("mailto:").removeprefix("tel:")))
        super().linkURL(url, *args, **{**kwargs, "F": _PRINTED})

    def linkRect(self, contents: str, destinationname: str, *args: Any, **kwargs: Any) -> None:
        """Link a rectangle to a place in the document, described by ``contents`` or behind its key."""
        key, _, spoken = destinationname.partition(_SPOKEN)
        super().linkRect(contents or spoken, key, *args, **{**kwargs, "F": _PRINTED})

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> Any:
        name = name or f"TA{self.tree.annotation_count()}"
        link = self.pending_links.pop(0) if self.pending_links else self.tree.resolve((Node("Link"),))
        key = self.tree.annotate(link, self._pageNumber, name)
        if isinstance(annotation, PDFDictionary):
            annotation["StructParent"] = key
        else:
            annotation.permitted = (*annotation.permitted, "StructParent")
            annotation.otherkw["StructParent"] = key
        return super()._addAnnotation(annotation, name, addtopage)  # type: ignore[misc]

    def showPage(self) -> None:
        """End the page and open the next as an artifact."""
        self._code.append("EMC")
        number = self._pageNumber
        super().showPage()
        page: Any = self._doc.Pages.pages[-1]  # type: ignore[attr-defined]
        page.__class__ = _TaggedPage
        page.StructParents, page.Tabs, page.Trans = number - 1, PDFName("S"), None
        self.tree.end_page()
        self._drawn = False
        self._code.append(_ARTIFACT)

    def save(self) -> None:
        """Write the file with tree, metadata and colour profile; a page without content is left off."""
        if self._drawn:
            self.showPage()
        document, catalog = self._doc, self._doc.Catalog  # type: ignore[attr-defined]
        catalog.StructTreeRoot = self.tree.write(document)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.setViewerPreference("DisplayDocTitle", "true")
        catalog.Metadata = add_xmp(document, when=self.stamp.isoformat(timespec="seconds"), lang=self.lang)
        catalog.__class__ = _TaggedCatalog
        catalog.OutputIntents = add_output_intent(document)
        document.SaveToFile(self._filename, self)

    def set_stamp(self, stamp: datetime) -> None:
        """Date the file; its identifier follows from the moment and the content."""
        self.stamp = stamp.astimezone(UTC)
        document: Any = self._doc
        document._timeStamp.YMDhms = self.stamp.timetuple()[:6]
        document._timeStamp.dhh = document._timeStamp.dmm = 0
        document.signature = hashlib.md5(self.stamp.isoformat().encode(), usedforsecurity=False)
