"""The structure tree of a tagged PDF: what a reader follows instead of places on a page."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

ANNOTATION_KEYS = 1_000_000  # parent-tree keys of annotations start above those of pages
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
Attributes = Mapping[str, Mapping[str, Any]]


class Node:
    """Identity of one structure element; it belongs to a flowable and outlives splits and passes."""

    __slots__ = ("alt", "attributes", "ident", "lang", "tag")

    def __init__(
        self,
        tag: str,
        *,
        alt: str | None = None,
        lang: str | None = None,
        ident: str | None = None,
        attributes: Attributes | None = None,
    ) -> None:
        self.tag = tag
        self.alt = alt
        self.lang = lang
        self.ident = ident
        self.attributes = dict(attributes or {})


Path = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content of one element on one page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation of one element on one page."""

    page: int
    name: str


@dataclass(eq=False, slots=True)
class Element:
    """One structure element; ``to`` is the reference to it once it has its number."""

    node: Node
    parent: "Element | None"
    ref: str
    tag: str
    to: str = ""
    kids: list["Element | Content | Annotation"] = field(default_factory=list)
    attributes: dict[str, Mapping[str, Any]] = field(default_factory=dict)


class Tree:
    """The elements of the document, in reading order.

    ``depth`` is by how many levels headings lie deeper than they say of themselves.
    """

    def __init__(self) -> None:
        self.depth = 0
        self._all: list[Element] = []
        self._by_key: dict[Hashable, Element] = {}
        self._pages: list[list[Element]] = []
        self._page: list[Element] = []
        self._annotations: list[tuple[int, Element]] = []
        self.open: list[Element] = [self._new(Node("Document"), None)]

    def element(self, parent: Element, key: Hashable, node: Node) -> Element:
        """Return the element of ``key``, made below ``parent`` at first sight."""
        found = self._by_key.get(key)
        if found is None:
            found = self._by_key[key] = self._new(node, parent)
        return found

    def resolve(self, path: Path) -> Element:
        """Return the element at the end of a path of nodes below the element now open."""
        element = self.open[-1]
        for node in path:
            element = self.element(element, node, node)
        return element

    def begin_chapter(self, node: Node, *, depth: int) -> None:
        """Let what follows stand in a chapter of its own, its headings ``depth`` levels deeper."""
        root = self.open[0]
        self.open = [root, self.element(root, node, node)]
        self.depth = depth

    def mark(self, element: Element, page: int) -> str:
        """Return the operator that opens marked content of ``element``."""
        mcid = len(self._page)
        self._page.append(element)
        element.kids.append(Content(page, mcid))
        return f"/{element.tag} <</MCID {mcid}>> BDC"

    def annotate(self, element: Element, page: int, name: str) -> int:
        """Hang an annotation below ``element``; returns its key in the parent tree."""
        key = ANNOTATION_KEYS + len(self._annotations)
        self._annotations.append((key, element))
        element.kids.append(Annotation(page, name))
        return key

    def annotation_count(self) -> int:
        """Return how many annotations there are so far."""
        return len(self._annotations)

    def end_page(self) -> None:
        """Close the list of the page's marked content."""
        self._pages.append(self._page)
        self._page = []

    def write(self, document: Any) -> PDFObjectReference:
        """Add the tree to the document; returns the reference to its root."""
        root = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFObjectReference(self._all[0].ref),
            "ParentTree": PDFObjectReference("SEPT"),
            "ParentTreeNextKey": ANNOTATION_KEYS + len(self._annotations),
        }
        if named := sorted((e.node.ident, e.ref) for e in self._all if e.node.ident is not None):
            pairs = [part for ident, ref in named for part in (PDFString(ident), PDFObjectReference(ref))]
            limits = PDFArray([PDFString(named[0][0]), PDFString(named[-1][0])])
            leaf = PDFDictionary({"Limits": limits, "Names": PDFArray(pairs)})
            root["IDTree"] = PDFDictionary({"Kids": PDFArray([leaf])})
        document.Reference(PDFDictionary(root), "SEROOT")
        entries = [_Entry() for _ in self._all]
        for element, entry in zip(self._all, entries, strict=True):
            element.to = _to(document.Reference(entry, element.ref), document)
        pages = [
            _to(PDFObjectReference(f"Page{number}"), document) for number in range(1, len(self._pages) + 1)
        ]
        for element, entry in zip(self._all, entries, strict=True):
            entry.content = _entry(element, pages, document)
        numbers = [f"{index} [{' '.join([e.to for e in page])}]" for index, page in enumerate(self._pages)]
        numbers += [f"{key} {element.to}" for key, element in self._annotations]
        tree = _Entry()
        tree.content = f"<< /Nums [{' '.join(numbers)}] >>".encode("ascii")
        document.Reference(tree, "SEPT")
        return PDFObjectReference("SEROOT")

    def _new(self, node: Node, parent: Element | None) -> Element:
        tag = _deeper(node.tag, self.depth) if self.depth else node.tag
        element = Element(node, parent, f"SE{len(self._all)}", tag, attributes=dict(node.attributes))
        self._all.append(element)
        if parent is not None:
            parent.kids.append(element)
        return element


def _deeper(tag: str, depth: int) -> str:
    """Return the tag of a heading some levels further down; every other tag as it is."""
    return _HEADINGS[_HEADINGS.index(tag) + depth] if tag in _HEADINGS else tag


class _Entry(PDFObject):
    """An object of the file that is written already: there are hundreds on a few pages."""

    content = b""

    def format(self, _document: Any) -> bytes:
        """Return what stands in the file."""
        return self.content


def _entry(element: Element, pages: Sequence[str], document: Any) -> bytes:
    """Return an element as it stands in the file; ``pages`` are the references to the pages."""
    node, home = element.node, _home_page(element)
    above = element.parent.to if element.parent else _root(document)
    out = f"<< /Type /StructElem /S /{element.tag} /P {above}"
    if home is not None:
        out += f" /Pg {pages[home - 1]}"
    if kids := [_kid(kid, home, pages, document) for kid in element.kids]:
        out += f" /K {kids[0]}" if len(kids) == 1 else f" /K [{' '.join(kids)}]"
    written = out.encode("ascii")
    for key, text in ((b" /Alt ", node.alt), (b" /Lang ", node.lang), (b" /ID ", node.ident)):
        if text is not None:
            written += key + PDFString(text).format(document)
    if element.attributes:
        attributes = [PDFDictionary({"O": PDFName(k), **v}) for k, v in element.attributes.items()]
        shown: Any = attributes[0] if len(attributes) == 1 else PDFArray(attributes)
        written += b" /A " + shown.format(document)
    return written + b" >>"


def _root(document: Any) -> str:
    return _to(PDFObjectReference("SEROOT"), document)


def _to(reference: PDFObjectReference, document: Any) -> str:
    """Return a reference to an object that has its number."""
    return str(reference.format(document), "ascii")


def _kid(kid: Element | Content | Annotation, home: int | None, pages: Sequence[str], document: Any) -> str:
    if isinstance(kid, Element):
        return kid.to
    if isinstance(kid, Annotation):
        target = _to(document.refAnnotation(kid.name), document)
        return f"<< /Type /OBJR /Pg {pages[kid.page - 1]} /Obj {target} >>"
    if kid.page == home:
        return str(kid.mcid)
    return f"<< /Type /MCR /Pg {pages[kid.page - 1]} /MCID {kid.mcid} >>"


def _home_page(element: Element) -> int | None:
    """Return the first page with content of the element; grouping elements take their first kid's."""
    for kid in element.kids:
        if isinstance(kid, Content):
            return kid.page  # pages are drawn in turn
    for kid in element.kids:
        home = _home_page(kid) if isinstance(kid, Element) else kid.page
        if home is not None:
            return home
    return None
