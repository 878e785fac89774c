"""Single defects planted in a good pack: each must be noticed, or the checks prove nothing."""

import io
import re
from collections.abc import Callable

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


FAULTS: tuple[Fault, ...] = (
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


def _hide(pdf: pikepdf.Pdf, pattern: bytes, count: int) -> None:
    page = pdf.pages[2]
    page.Contents = pdf.make_stream(
        re.sub(pattern, b"/Artifact BMC", page.Contents.read_bytes(), count=count)
    )
