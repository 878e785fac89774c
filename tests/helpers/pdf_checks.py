"""What validators leave out: coverage of the text, headings, contents, page numbers, fonts, hyphens.

A page made wholly invisible to a screen reader passes PDF/UA validators; ``unread`` finds it.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2

_RIGHT_MARGIN = 54  # 20 mm less a hair
_TEXT = {"Tj", "TJ", "'", '"'}
_PAINT = {"S", "s", "f", "F", "f*", "B", "b", "b*", "B*", "Do", "sh"}


def texts(content: bytes) -> list[str]:
    """Return the text of each page as a reader of the file gets it, soft hyphens resolved."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [_joined(document[i]) for i in range(len(document))]
    finally:
        document.close()


def words_of(text: str) -> str:
    """Return a text with each run of white space as one blank."""
    return " ".join(text.split())


def violations(content: bytes, profile: str) -> list[str]:
    """Return what the validator finds against ``ua1`` or ``2a``."""
    limits = page_validation.SafetyLimits.unlimited()
    result = page_validation.validate_pdf_bytes(content, profile=profile, limits=limits)
    return [f"{failure.rule_id} {failure.message}" for failure in result.failures]


def problems(content: bytes) -> list[str]:
    """Return every finding of every check."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = [*unread(pdf), *wrong_headings(pdf), *unembedded_fonts(pdf), *mute_links(pdf)]
        found += hollow(pdf)
    return [*found, *wrong_numbers(texts(content)), *beyond_the_margin(content)]


def beyond_the_margin(content: bytes) -> Iterator[str]:
    """Find text that runs out of its page at the right."""
    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            edges = [text.get_rect(i)[2] for i in range(text.count_rects())]
            if edges and max(edges) > page.get_width() - _RIGHT_MARGIN:
                yield f"page {number + 1}: text up to {max(edges):.0f} points"
    finally:
        document.close()


def unread(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Find text nobody claimed, and marks that page and tree do not share."""
    seen: Counter[Any] = Counter()
    for number, page in enumerate(pdf.pages, 1):
        count, ids = _content(page)
        seen.update((page.objgen, i) for i in ids)
        if count["untyped", "text"]:
            yield f"page {number}: text in an untyped artifact"
        if any(n for (state, _), n in count.items() if state in ("unmarked", "unbalanced")):
            yield f"page {number}: something outside marked content"
    tree = Counter((place, i) for _, place, i in _walk(pdf) if i is not None)
    if seen != tree:
        yield f"marks differ: {len(seen - tree)} only on pages, {len(tree - seen)} only in the tree"
    if len(pdf.Root.StructTreeRoot.ParentTree.get("/Nums", [])) // 2 < len(pdf.pages):
        yield "parent tree has fewer entries than pages"


def wrong_headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Find levels that jump and headings without a bookmark."""
    levels = [int(str(e.S)[2]) for e, _, i in _walk(pdf) if i is None and re.fullmatch(r"/H[1-6]", str(e.S))]
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"heading level jumps from {before} to {after}"
    if levels.count(1) != 1:
        yield f"{levels.count(1)} titles"
    if len(outline(pdf)) != len(levels):
        yield f"{len(outline(pdf))} bookmarks, {len(levels)} headings"


def wrong_numbers(pages: list[str]) -> Iterator[str]:
    """Find pages that say another number than theirs, or none."""
    for number, text in enumerate(pages, 1):
        counters = re.findall(r"(?:Seite|Page) (\d+) (?:von|of) (\d+)", text)
        if counters != [(str(number), str(len(pages)))]:
            yield f"page {number} says {counters}"


def unembedded_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Find fonts that are not in the file or cannot be read back."""
    for obj in pdf.objects:
        if not isinstance(obj, pikepdf.Dictionary) or obj.get("/Type") != pikepdf.Name.Font:
            continue
        descriptor = obj.get("/FontDescriptor")
        if descriptor is None or not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield f"font {obj.get('/BaseFont')} is not embedded"
        elif "/ToUnicode" not in obj:
            yield f"font {obj.get('/BaseFont')} has no ToUnicode"


def mute_links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Find links without a description and figures without a text."""
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", []):
            if not str(note.get("/Contents", "")).strip():
                yield f"page {number}: a link has no description"
    for element, _, i in _walk(pdf):
        if i is None and pikepdf.Name.Figure == element.S and not str(element.get("/Alt", "")).strip():
            yield "a figure has no alternative text"


def hollow(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Find elements that hold nothing: a figure or paragraph whose content is an artifact."""
    for element, _, i in _walk(pdf):
        if i is None and "/K" not in element and element.S not in (pikepdf.Name.TD, pikepdf.Name.TH):
            yield f"an empty {str(element.S)[1:]}"


def outline(pdf: pikepdf.Pdf) -> list[str]:
    """Return the titles of all bookmarks in order."""
    with pdf.open_outline() as found:
        todo, flat = list(found.root), []
        while todo:
            item = todo.pop(0)
            flat.append(item.title)
            todo[:0] = item.children
    return flat


def elements(pdf: pikepdf.Pdf, tag: str) -> list[Any]:
    """Return the structure elements of a tag."""
    return [e for e, _, i in _walk(pdf) if i is None and pikepdf.Name("/" + tag) == e.S]


def _joined(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_range()
    # PDFium shows a soft hyphen at a line end as U+FFFE or U+0002
    return re.sub("[\u00ad\ufffe\x02](\r?\n)?", "", text).replace("\u00a0", " ").replace("\u202f", " ")


def _content(page: pikepdf.Page) -> tuple[Counter[tuple[str, str]], list[int]]:
    stack: list[str] = []
    count: Counter[tuple[str, str]] = Counter()
    ids: list[int] = []
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        name = str(step.operator)
        if name in ("BMC", "BDC"):
            properties: Any = operands[1] if name == "BDC" else {}
            if str(operands[0]) == "/Artifact":
                stack.append(str(properties.get("/Type")) if properties else "untyped")
            else:
                stack.append("tagged")
                ids.append(int(properties["/MCID"]))
        elif name == "EMC":
            stack.pop()
        elif name in _TEXT or name in _PAINT:
            count[stack[-1] if stack else "unmarked", "text" if name in _TEXT else "paint"] += 1
    if stack:
        count["unbalanced", "marks"] += len(stack)
    return count, ids


def _walk(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any, int | None]]:
    """Yield (element, page of its content or None, id or None) over the structure tree."""

    def visit(element: Any, page: Any) -> Iterator[tuple[Any, Any, int | None]]:
        yield element, None, None
        page = element.get("/Pg", page)
        kids = element.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                yield element, kid.Pg.objgen, int(kid.MCID)
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                continue
            elif isinstance(kid, pikepdf.Dictionary):
                yield from visit(kid, page)
            else:
                yield element, page.objgen, int(kid)

    yield from visit(pdf.Root.StructTreeRoot.K, None)
