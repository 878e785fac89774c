"""Single defects planted in a good pack: each must be noticed, or the checks prove nothing."""

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from kts_desktop.printing.papers.briefing import render
from tests.helpers import pdf_checks
from tests.helpers.pdf_checks import elements
from tests.helpers.snapshots import rich

Fault = Callable[[pikepdf.Pdf], None]


def hide_a_page(pdf: pikepdf.Pdf) -> None:
    _hide(pdf, rb"/\w+ <</MCID \d+>> BDC", 0)


def hide_a_paragraph(pdf: pikepdf.Pdf) -> None:
    _hide(pdf, rb"/P <</MCID \d+>> BDC", 1)


def drop_an_alternative_text(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def jump_a_heading_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.H4


def empty_the_parent_tree(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array([]))


def drop_a_font_file(pdf: pikepdf.Pdf) -> None:
    del next(o for o in pdf.objects if isinstance(o, Dictionary) and "/FontFile2" in o)["/FontFile2"]


def silence_a_link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].Annots[0]["/Contents"]


def drop_a_cell(pdf: pikepdf.Pdf) -> None:
    row = next(r for r in elements(pdf, "TR") if isinstance(r.K, Array) and len(r.K) > 1)
    row.K = Array(list(row.K)[:-1])


def lose_a_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].children.pop()


def lose_a_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def turn_a_soft_hyphen_hard(pdf: pikepdf.Pdf) -> None:
    """Let the ToUnicode map say "-" where a word is cut: search and speech then break it."""
    for font in _fonts(pdf):
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<00AD>", b"<002D>"))


def map_a_letter_to_nothing(pdf: pikepdf.Pdf) -> None:
    """Map a code to U+0000, as ReportLab does by itself."""
    font = next(_fonts(pdf))
    font.ToUnicode.write(re.sub(rb"<0061>", b"<0000>", font.ToUnicode.read_bytes(), count=1))


def use_a_font_that_is_not_there(pdf: pikepdf.Pdf) -> None:
    """Bring in Helvetica, as bullets and charts of ReportLab do by default."""
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].Resources.Font["/F1"] = pdf.make_indirect(helvetica)


def lead_the_contents_elsewhere(pdf: pikepdf.Pdf) -> None:
    first, second = pdf.pages[1].Annots[0], pdf.pages[1].Annots[-1]
    key = "/Dest" if "/Dest" in first else "/A"
    first[key] = second[key]


FAULTS: tuple[Fault, ...] = (
    turn_a_soft_hyphen_hard,
    map_a_letter_to_nothing,
    use_a_font_that_is_not_there,
    lead_the_contents_elsewhere,
    hide_a_page,
    hide_a_paragraph,
    drop_an_alternative_text,
    jump_a_heading_level,
    empty_the_parent_tree,
    drop_a_font_file,
    silence_a_link,
    drop_a_cell,
    lose_a_bookmark,
    lose_a_page,
)


@pytest.fixture(scope="module")
def good() -> bytes:
    return render(rich()).content


@pytest.mark.parametrize("plant", FAULTS, ids=lambda fault: fault.__name__)
def test_a_single_defect_is_noticed(plant: Fault, good: bytes) -> None:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        plant(pdf)
        spoilt = io.BytesIO()
        pdf.save(spoilt)

    found = [*pdf_checks.problems(spoilt.getvalue()), *pdf_checks.violations(spoilt.getvalue(), "ua1")]

    assert pdf_checks.problems(good) == []
    assert found


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for found in pdf.objects:
        if isinstance(found, Dictionary) and found.get("/Type") == Name.Font and "/ToUnicode" in found:
            yield found


def _hide(pdf: pikepdf.Pdf, pattern: bytes, count: int) -> None:
    page = pdf.pages[2]
    page.Contents = pdf.make_stream(
        re.sub(pattern, b"/Artifact BMC", page.Contents.read_bytes(), count=count)
    )
