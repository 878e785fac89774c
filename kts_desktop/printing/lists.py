"""Lists and notes: paragraphs that share one list, however deep, and notes that the text leads to."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from kts_desktop.printing.tagged.canvas import jump
from kts_desktop.printing.tagged.structure import Node, Path
from kts_desktop.printing.tagged.text import Para

Item = str | tuple[str, Sequence["Item"]]  # markup, or markup with a list below it


def bullets(items: Sequence[Item], style: ParagraphStyle, *, ordered: bool = False) -> list[Flowable]:
    """Return the paragraphs of one list, of markup; an item with items of its own holds a list below it."""
    return _nested(items, style, (), ordered=ordered)


def dated(items: Sequence[tuple[str, str]], style: ParagraphStyle) -> list[Flowable]:
    """Return a list whose labels, plain text such as a date, stand in a column of their own."""
    return _list(items, style, "None")


def notes(items: Sequence[tuple[str, str]], style: ParagraphStyle) -> list[Flowable]:
    """Return notes of (key, markup), counted from 1, to which ``note_mark`` leads."""
    out: list[Flowable] = []
    for number, (key, text) in enumerate(items, 1):
        node = Node("Note", ident=f"note-{key}")
        para = Para(text, style, bulletText=str(number), path=(node, Node("P")), label=(node, Node("Lbl")))
        para.anchor = f"note-{key}"
        out.append(para)
    return out


def note_mark(number: int, key: str, spoken: str) -> str:
    """Return the raised number that leads to a note, as markup; ``spoken`` says where it leads."""
    return jump(f"<super>{number}</super>", f"note-{key}", spoken)


def _nested(items: Sequence[Item], style: ParagraphStyle, within: Path, *, ordered: bool) -> list[Flowable]:
    root = Node("L", attributes={"List": {"ListNumbering": PDFName("Decimal" if ordered else "Disc")}})
    inner = (
        ParagraphStyle(
            "inner",
            style,
            leftIndent=style.leftIndent * 2 - style.bulletIndent,
            bulletIndent=style.leftIndent,
        )
        if any(not isinstance(item, str) for item in items)
        else style
    )
    out: list[Flowable] = []
    for number, item in enumerate(items, 1):
        text, below = (item, ()) if isinstance(item, str) else item
        entry, body = Node("LI"), Node("LBody")
        mark = f"{number}." if ordered else "\u2022"
        path = (*within, root, entry, body)
        out.append(Para(text, style, bulletText=mark, path=path, label=(*within, root, entry, Node("Lbl"))))
        if below:
            out += _nested(below, inner, path, ordered=ordered)
    return out


def _list(items: Sequence[tuple[str, str]], style: ParagraphStyle, numbering: str) -> list[Flowable]:
    root = Node("L", attributes={"List": {"ListNumbering": PDFName(numbering)}})
    out: list[Flowable] = []
    for label, text in items:
        item = Node("LI")
        body, mark = (root, item, Node("LBody")), (root, item, Node("Lbl"))
        out.append(Para(text, style, bulletText=label, path=body, label=mark))
    return out
