"""What validators leave out: coverage, tree, headings, contents, page numbers, fonts, links, hyphens.

A page made wholly invisible to a screen reader passes PDF/UA validators; ``unread`` finds it. ``problems``
runs every check of this file over one paper; ``violations`` asks the validator.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import page as page_validation
import pikepdf
import pypdfium2

from tests.helpers.pdf_headings import outline, wrong_contents, wrong_headings
from tests.helpers.pdf_structure import misplaced, mute_figures, mute_links, wrong_parents, wrong_tables
from tests.helpers.pdf_tree import TAGGED, UNTYPED, Mark, Reader, elements, shape

__all__ = [
    "elements",
    "outline",
    "problems",
    "read_aloud",
    "shape",
    "texts",
    "violations",
    "words_of",
    "wrong_numbers",
]

_RIGHT_MARGIN = 53  # 20 mm less the blank that ends a line, which nobody sees
_TOP, _BOTTOM = 62.0, 57.0  # header and footer lie within these of the edges
_SIGN = 2  # letters of a mark that is told in words beside it, such as that of a role
_REAL_GLYPHS = 0x20
_SUBSET = re.compile(r"/[A-Z]{6}\+")
_SPEAKING = re.compile("H[1-6]|Link|Lbl|Span")
_CUT = re.compile(r"(\w*[aeiouäöü]\w*[a-zäöüß])- ?$")
_GOES_ON = re.compile(r"[a-zäöüß]\w*[aeiouäöü]\w*")
Check = Callable[[pikepdf.Pdf, Reader], Iterator[str]]


def texts(content: bytes) -> list[str]:
    """Return the text of each page as a reader of the file gets it, soft hyphens resolved."""
    return [_joined(raw) for raw in _raw_texts(content)]


def words_of(text: str) -> str:
    """Return a text with each run of white space as one blank."""
    return " ".join(text.split())


def read_aloud(content: bytes) -> str:
    """Return the text in the order of the structure, as one line: what a screen reader says."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return words_of(_plain(Reader(pdf).aloud()))


def violations(content: bytes, profile: str) -> list[str]:
    """Return what the validator finds against ``ua1`` or ``2a``."""
    limits = page_validation.SafetyLimits.unlimited()
    result = page_validation.validate_pdf_bytes(content, profile=profile, limits=limits)
    return [f"{failure.rule_id} {failure.message}" for failure in result.failures]


def problems(content: bytes, *, numbered: bool = True, margin: float = _RIGHT_MARGIN) -> list[str]:
    """Return every finding of every check.

    Sheets, such as badges, are not ``numbered``: no page must say its number, but none may say a wrong one.
    """
    found: list[str] = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        reader = Reader(pdf)
        for check in CHECKS:
            found += check(pdf, reader)
        found += pdf.check_pdf_syntax()
    if not numbered:  # nor need the bookmarks of a sheet be its headings
        found = [line for line in found if "bookmark" not in line or "nowhere" in line]
    raw = _raw_texts(content)
    found += wrong_numbers([_joined(text) for text in raw], every_page=numbered)
    return [*found, *beyond_the_margin(content, margin)]


def beyond_the_margin(content: bytes, margin: float = _RIGHT_MARGIN) -> Iterator[str]:
    """Find text that runs out of its page at the right."""
    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            edges = [text.get_rect(i)[2] for i in range(text.count_rects())]
            if edges and max(edges) > page.get_width() - margin:
                yield f"page {number + 1}: text up to {max(edges):.0f} points"
    finally:
        document.close()


def unread(_pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find text nobody claimed, and marks that page and tree do not share."""
    seen: Counter[Mark] = Counter()
    for number, sheet in enumerate(reader.sheets, 1):
        seen.update(Mark(number, mcid) for mcid in sheet.ids())
        if any(piece.state == UNTYPED and piece.text for piece in sheet.pieces):
            yield f"page {number}: text in an untyped artifact"
        if sheet.loose or sheet.unbalanced:
            yield f"page {number}: something outside marked content"
    tree = Counter(mark for branch in reader.branches for mark in branch.marks)
    if seen != tree:
        yield f"marks differ: {len(seen - tree)} only on pages, {len(tree - seen)} only in the tree"
    if twice := [mark for mark, count in (seen | tree).items() if count > 1]:
        yield f"{len(twice)} marks stand more than once"


def hidden(pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find text in the body of a page that is told as decoration and read nowhere else."""
    read = words_of(reader.aloud())
    for number, (page, sheet) in enumerate(zip(pdf.pages, reader.sheets, strict=True), 1):
        high = float(page.mediabox[3])
        for piece in sheet.pieces:
            if piece.state == TAGGED:
                continue
            for text, y in piece.parts:
                said = words_of(text)
                is_sign = len(said) <= _SIGN
                if _BOTTOM < y < high - _TOP and not is_sign and said not in read:
                    yield f"page {number}: nobody hears {text[:60]!r}"


def hollow(_pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find elements that hold nothing, and headings, links and labels without a word."""
    for branch in reader.branches:
        if not branch.kids and not branch.notes and branch.tag not in ("TD", "TH"):
            yield f"an empty {branch.tag}"
        elif _SPEAKING.fullmatch(branch.tag) and not reader.text(branch):
            yield f"a {branch.tag} without text"


def wrong_numbers(pages: list[str], *, every_page: bool = True) -> Iterator[str]:
    """Find pages that say another number than theirs, or none."""
    for number, text in enumerate(pages, 1):
        counters = re.findall(r"(?:Seite|Page) (\d+) (?:von|of) (\d+)", text)
        right = (str(number), str(len(pages)))
        if set(counters) - {right} or len(counters) > 1 or (every_page and not counters):
            yield f"page {number} says {counters}"


def poor_fonts(pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find fonts that are not in the file, whole instead of a part, or cannot be read back."""
    for obj in pdf.objects:
        if not isinstance(obj, pikepdf.Dictionary) or obj.get("/Type") != pikepdf.Name.Font:
            continue
        descriptor = obj.get("/FontDescriptor")
        name = str(obj.get("/BaseFont"))
        if descriptor is None or not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield f"font {name} is not embedded"
        elif not _SUBSET.match(name):
            yield f"font {name} is embedded whole"
        elif "/ToUnicode" not in obj:
            yield f"font {name} has no ToUnicode"
    for number, sheet in enumerate(reader.sheets, 1):
        if sheet.unmapped:
            yield f"page {number}: {sheet.unmapped} codes without a character"
        if any(ord(char) < _REAL_GLYPHS for piece in sheet.pieces for char in piece.text):
            yield f"page {number}: a control character in the text"


def hard_hyphens(_pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find words that a line end cuts with a hyphen that search would keep.

    PDFium cannot tell: it takes any hyphen at a line end for a soft one.
    """
    read = reader.aloud()
    for number, sheet in enumerate(reader.sheets, 1):
        for piece in sheet.pieces:
            for (line, _), (following, _) in pairwise(piece.parts):
                left, right = _CUT.search(line), _GOES_ON.match(following)
                if not left or not right:
                    continue
                word = f"{left[1]}-{right[0]}"
                if read.count(word) > 1 or re.search(
                    rf"[@/]\S*{re.escape(word)}|{re.escape(word)}\S*[@/]", read
                ):
                    continue  # the writer's own stand often, or in an address
                yield f"page {number}: hard hyphen in {word}"


CHECKS: tuple[Check, ...] = (
    unread,
    hidden,
    hollow,
    misplaced,
    wrong_parents,
    wrong_tables,
    mute_links,
    mute_figures,
    wrong_headings,
    wrong_contents,
    poor_fonts,
    hard_hyphens,
)


def _raw_texts(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [document[i].get_textpage().get_text_range() for i in range(len(document))]
    finally:
        document.close()


def _joined(text: str) -> str:
    # PDFium shows a soft hyphen at a line end as U+FFFE or U+0002
    return _plain(re.sub("[\u00ad\ufffe\x02](\r?\n)?", "", text))


def _plain(text: str) -> str:
    return text.replace("\u00ad", "").replace("\u00a0", " ").replace("\u202f", " ")
