"""Checks of the structure tree itself: who may stand in whom, tables without gaps, parents, links."""

from collections import Counter
from collections.abc import Iterator

import pikepdf

from tests.helpers.pdf_tree import Branch, Mark, Reader

_PRINTED = 4
_TEXTS = ("P", "H1", "H2", "H3", "H4")
_BLOCKS = frozenset({*_TEXTS, "L", "Table", "Figure", "Sect", "Div", "Note", "Caption", "TOC"})
_INLINE = frozenset({"Span", "Link", "Reference"})
_MAY_HOLD: dict[str, frozenset[str]] = {
    "Document": _BLOCKS,
    "Sect": _BLOCKS,
    "Div": _BLOCKS,
    "TOC": frozenset({"TOCI", "TOC"}),
    "TOCI": frozenset({"Reference", "Lbl", "TOC"}),
    "Table": frozenset({"Caption", "THead", "TBody", "TFoot", "TR"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "TH": _BLOCKS | _INLINE,
    "TD": _BLOCKS | _INLINE,
    "L": frozenset({"LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "LBody": _BLOCKS | _INLINE,
    "Note": frozenset({"Lbl", "P", "L"}) | _INLINE,
    "Figure": frozenset(),
    "Lbl": _INLINE,
    "Link": _INLINE,
    "Reference": frozenset({"Link", "Span"}),
    "Span": _INLINE,
    "Caption": frozenset({"P"}) | _INLINE,
    **dict.fromkeys(_TEXTS, _INLINE),
}
_HOLD_NO_TEXT = frozenset(
    {"Document", "TOC", "TOCI", "Table", "THead", "TBody", "TR", "L", "LI", "Sect", "Div"}
)


def misplaced(_pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find elements where none of their kind may stand, and items without a body."""
    for branch in reader.branches:
        name = branch.tag
        if name not in _MAY_HOLD:
            yield f"an unknown {name}"
            continue
        if branch.marks and name in _HOLD_NO_TEXT:
            yield f"content directly in a {name}"
        for kid in branch.branches:
            if kid.tag not in _MAY_HOLD[name]:
                yield f"a {kid.tag} in a {name}"
            if kid.raw.get("/P") is None or kid.raw.P.objgen != branch.raw.objgen:
                yield f"a {kid.tag} that names another parent than its {name}"
        if name == "LI" and Counter(kid.tag for kid in branch.branches)["LBody"] != 1:
            yield "a list item without a body"
        if name == "Note" and not str(branch.raw.get("/ID", "")):
            yield "a note without an ID"


def wrong_parents(pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find pages and links for which the parent tree names no element, or another one than holds them."""
    tree = pdf.Root.StructTreeRoot.get("/ParentTree")
    numbers = list(tree.get("/Nums", [])) if tree is not None else []
    entries = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    holders = {mark: branch.raw.objgen for branch in reader.branches for mark in branch.marks}
    links = {note.objgen: branch.raw.objgen for branch in reader.branches for note in branch.notes}
    for number, (page, sheet) in enumerate(zip(pdf.pages, reader.sheets, strict=True), 1):
        found = entries.get(int(page.get("/StructParents", -1)))
        parents = list(found) if isinstance(found, pikepdf.Array) else []
        for mcid in sheet.ids():
            if mcid >= len(parents) or parents[mcid].objgen != holders.get(Mark(number, mcid)):
                yield f"page {number}: the parent tree does not name the element of mark {mcid}"
                break
        for note in page.get("/Annots", []):
            holder = entries.get(int(note.get("/StructParent", -1)))
            if holder is None or holder.objgen != links.get(note.objgen):
                yield f"page {number}: the parent tree does not name the element of a link"


def wrong_tables(_pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find tables whose rows differ in width, or whose heads do not say of what they are."""
    for number, table in enumerate(reader.all_of("Table"), 1):
        widths = set(_widths(table))
        if len(widths) > 1:
            yield f"table {number}: rows of {sorted(widths)} columns"
        heads = [branch for branch in table.every() if branch.tag == "TH"]
        if any("/Scope" not in head.attributes() for head in heads):
            yield f"table {number}: a head without scope"


def mute_links(pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find links without annotation, and annotations without words, print flag or link."""
    held = set()
    for link in reader.all_of("Link"):
        held |= {note.objgen for note in link.notes}
        if not link.notes:
            yield f"link {reader.text(link)!r} leads nowhere"
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", []):
            if not str(note.get("/Contents", "")).strip():
                yield f"page {number}: a link has no description"
            if not int(note.get("/F", 0)) & _PRINTED:
                yield f"page {number}: a link is not printed"
            if note.objgen not in held:
                yield f"page {number}: a link outside the tree"


def mute_figures(_pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find figures without words or without a box."""
    for figure in reader.all_of("Figure"):
        if not str(figure.raw.get("/Alt", "")).strip():
            yield "a figure has no alternative text"
        if "/BBox" not in figure.attributes():
            yield "a figure has no box"


def _widths(table: Branch) -> Iterator[int]:
    """Yield how many columns each row fills, with the cells that reach into it from above."""
    taken: dict[int, int] = {}  # column: rows that a cell still fills
    for row in (branch for branch in table.every() if branch.tag == "TR"):
        column = 0
        for cell in row.branches:
            while taken.get(column, 0):
                column += 1
            about = cell.attributes()
            for _ in range(int(about.get("/ColSpan", 1))):
                taken[column] = int(about.get("/RowSpan", 1))
                column += 1
        yield sum(1 for rows in taken.values() if rows)
        taken = {at: rows - 1 for at, rows in taken.items()}
