"""The structure tree of a tagged PDF: what a reader follows instead of places on a page."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)

ANNOTATION_KEYS = 1_000_000  # parent-tree keys of annotations start above those of pages
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
    """One structure element of one pass."""

    node: Node
    parent: "Element | None"
    ref: str
    kids: list["Element | Content | Annotation"] = field(default_factory=list)
    attributes: dict[str, Mapping[str, Any]] = field(default_factory=dict)


class Tree:
    """The elements of one pass over the document, in reading order."""

    def __init__(self) -> None:
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

    def mark(self, element: Element, page: int) -> str:
        """Return the operator that opens marked content of ``element``."""
        mcid = len(self._page)
        self._page.append(element)
        element.kids.append(Content(page, mcid))
        return f"/{element.node.tag} <</MCID {mcid}>> BDC"

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
        for element in self._all:
            document.Reference(PDFDictionary(_entry(element, document)), element.ref)
        numbers: list[object] = []
        for index, elements in enumerate(self._pages):
            numbers += [index, PDFArray([PDFObjectReference(e.ref) for e in elements])]
        for key, element in self._annotations:
            numbers += [key, PDFObjectReference(element.ref)]
        document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}), "SEPT")
        return PDFObjectReference("SEROOT")

    def _new(self, node: Node, parent: Element | None) -> Element:
        element = Element(node, parent, f"SE{len(self._all)}", attributes=dict(node.attributes))
        self._all.append(element)
        if parent is not None:
            parent.kids.append(element)
        return element


def _entry(element: Element, document: Any) -> dict[str, Any]:
    node = element.node
    out: dict[str, Any] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(node.tag),
        "P": PDFObjectReference(element.parent.ref if element.parent else "SEROOT"),
    }
    out |= {
        key: PDFString(text)
        for key, text in (("Alt", node.alt), ("Lang", node.lang), ("ID", node.ident))
        if text is not None
    }
    if element.attributes:
        attributes = [PDFDictionary({"O": PDFName(k), **v}) for k, v in element.attributes.items()]
        out["A"] = attributes[0] if len(attributes) == 1 else PDFArray(attributes)
    home = _home_page(element)
    if home is not None:
        out["Pg"] = PDFObjectReference(f"Page{home}")
    if kids := [_kid(kid, home, document) for kid in element.kids]:
        out["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
    return out


def _kid(kid: Element | Content | Annotation, home: int | None, document: Any) -> object:
    if isinstance(kid, Element):
        return PDFObjectReference(kid.ref)
    page = PDFObjectReference(f"Page{kid.page}")
    if isinstance(kid, Annotation):
        return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": document.refAnnotation(kid.name)})
    if kid.page == home:
        return kid.mcid
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.mcid})


def _home_page(element: Element) -> int | None:
    """Return the first page with content of the element; grouping elements take their first kid's."""
    own = [kid.page for kid in element.kids if isinstance(kid, Content)]
    if own:
        return min(own)
    queue: Sequence[Element | Content | Annotation] = list(element.kids)
    while queue:
        first, *rest = queue
        if not isinstance(first, Element):
            return first.page
        queue = [*first.kids, *rest]
    return None
