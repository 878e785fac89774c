"""The building blocks: paragraphs, tables, figures and lists keep their place in the structure."""

import io
import re
from datetime import UTC, datetime
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import Frame, PageTemplate

from kts_desktop.printing.fitting import fit
from kts_desktop.printing.flowables import (
    Beside,
    Figure,
    Flowable,
    Lines,
    Para,
    bullets,
    chunked_table,
    dated,
    fitted,
    gap,
    heading,
    mm,
)
from kts_desktop.printing.fonts import BOLD, REGULAR
from kts_desktop.printing.furniture import Furniture, pages
from kts_desktop.printing.tagged.document import TaggedDoc
from kts_desktop.printing.theme import HEIGHT, WIDTH, styles
from tests.helpers import pdf_checks
from tests.helpers.pdf_checks import elements, texts, words_of

STAMP = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
LONG = "Verwaltungsdigitalisierung und Beteiligungsverfahren in der interkommunalen Zusammenarbeit. " * 60


def document(*flowables: Flowable, height: float = HEIGHT) -> bytes:
    """Return a small file made of these flowables, below a title."""
    target = io.BytesIO()
    made = TaggedDoc(
        target, stamp=STAMP, lang="de-DE", font=REGULAR, title="Probe", author="KTS", subject="Probe"
    )
    frame = Frame(
        20 * mm, 20 * mm, WIDTH, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    made.addPageTemplates([PageTemplate("page", [frame])])
    made.write([heading("Probe", styles().h2, 1, in_toc=False), *flowables])
    return target.getvalue()


def findings(content: bytes) -> list[str]:
    """Return all findings but those on page numbers, which a bare file lacks."""
    found = (
        pdf_checks.problems(content)
        + pdf_checks.violations(content, "ua1")
        + pdf_checks.violations(content, "2a")
    )
    return [line for line in found if " says " not in line]


def test_a_figure_without_alternative_text_is_refused() -> None:
    with pytest.raises(ValueError, match="alternative text"):
        Figure(gap(10), "  ")


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    content = document(Para(LONG, styles().body), height=120 * mm)

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) > 1
        assert len(elements(pdf, "P")) == 1
    assert findings(content) == []


def test_words_cut_at_a_line_end_are_whole_for_search_and_speech() -> None:
    style = styles().body
    content = document(Para(LONG, style), Para(f"<b>Betont:</b> {LONG}", style), height=90 * mm)

    text = words_of("".join(texts(content)))
    assert text.count("Verwaltungsdigitalisierung und Beteiligungsverfahren in der interkommunalen") == 120


def test_list_items_have_label_and_body() -> None:
    content = document(
        *bullets(["eins", "zwei"], styles().item), *dated([("24.11.2026", "drei")], styles().dated)
    )

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [len(elements(pdf, tag)) for tag in ("L", "LI", "Lbl", "LBody")] == [2, 3, 3, 3]
    assert findings(content) == []


def test_a_link_over_several_lines_is_one_link() -> None:
    style = styles().body
    address = "https://www.example.org/leitfaden"
    inside = Para(f'Siehe <a href="{address}">{"die Arbeitshilfe zu Datenplattformen " * 9}</a> dort.', style)
    alone = Para(f'<a href="{address}">Arbeitshilfe</a>', style)

    content = document(inside, alone)

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(elements(pdf, "Link")) == 2
        assert len(pdf.pages[0].Annots) > 2
    assert findings(content) == []


@settings(max_examples=6, deadline=None)
@given(rows=st.integers(1, 400), size=st.integers(1, 250))
def test_a_table_in_parts_is_one_table_with_all_its_rows(rows: int, size: int) -> None:
    cells = [[Para(f"Zeile {i}", styles().cell), Para("Wert", styles().cell)] for i in range(rows)]
    head = [Para("Nr.", styles().head), Para("Wert", styles().head)]
    table = chunked_table(head, cells, size=size, colWidths=[80, 80], style=list(styles().table))

    content = document(*table)

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(elements(pdf, "Table")) == 1
        assert len(elements(pdf, "TH")) == 2
        assert len(elements(pdf, "TR")) == rows + 1
    assert findings(content) == []


def test_two_stacks_too_high_for_a_page_stand_one_below_the_other() -> None:
    left = [Para(f"links {i}", styles().body) for i in range(90)]
    right = [Para("rechts", styles().body)]

    text = words_of(" ".join(texts(document(Beside(left, right, right_width=50 * mm)))))

    assert text.index("links 0") < text.index("links 89") < text.index("rechts")


def test_two_stacks_are_read_left_before_right() -> None:
    content = document(
        Beside([Para("links", styles().body)], [Para("rechts", styles().body)], right_width=50 * mm)
    )

    assert words_of(texts(content)[0]).endswith("links rechts")
    assert findings(content) == []


def test_lines_to_write_on_fill_the_page_and_are_nothing_to_read() -> None:
    content = document(Lines(), Para("danach", styles().body))

    assert len(texts(content)) == 2
    assert findings(content) == []


@given(text=st.text(st.sampled_from("WMi -"), min_size=1, max_size=60).filter(str.strip))
def test_a_fitted_title_takes_the_largest_size_that_fits(text: str) -> None:
    para: Any = fitted(text, styles().h1, width=200, sizes=(40, 30, 20, 10), lines=2)

    assert para.style.fontSize in (40, 30, 20, 10)
    assert para.style.fontSize == 10 or para.wrap(200, 1_000)[1] <= 2 * para.style.leading + 0.1


def test_a_paragraph_laid_out_again_after_a_split_keeps_its_words() -> None:
    para: Any = Para(f"<b>Betont:</b> {LONG}", styles().body)
    para.wrap(150, 400)
    para.split(150, 400)

    para.wrap(WIDTH, HEIGHT)

    lines = [" ".join(word.text for word in line.words) for line in para.blPara.lines]
    assert not [line for line in lines if re.search(r"\w[-\u00ad] ?\w", line)]


def test_a_paper_without_contents_counts_its_pages_too() -> None:
    target = io.BytesIO()
    made = TaggedDoc(target, stamp=STAMP, lang="de-DE", font=REGULAR, title="Probe")
    made.addPageTemplates(
        pages(Furniture(header="", header_right="", footer="", remark="", counter="Seite {page} von {pages}"))
    )

    made.write([heading("Probe", styles().h2, 1, in_toc=False), Para(LONG * 3, styles().body)])

    assert list(pdf_checks.wrong_numbers(texts(target.getvalue()))) == []


@pytest.mark.parametrize("markup", ["{}", "<b>Quelle:</b> {}"])
@pytest.mark.parametrize("room", [60, 120, 200, 240])
def test_a_long_address_with_hyphens_stays_in_its_column(markup: str, room: int) -> None:
    address = "https://www.example.org/sachsen/chemnitz/chemnitz-stollberg/zwoenitz-wird-smart-city-100.html"
    para: Any = Para(markup.format(f"laut öffentlichen Angaben, {address}"), styles().cell)

    para.wrap(room, HEIGHT)

    spare = [line[0] if isinstance(line, tuple) else line.extraSpace for line in para.blPara.lines]
    assert min(spare) > -1


@pytest.mark.parametrize("width", [180, 250, 320])
@pytest.mark.parametrize("text", ["000000MWWWWWW-W", "000000MWWWWWW-WWWWWWW-W", "W" * 13 + "-W"])
def test_a_title_of_wide_letters_and_hyphens_stays_within_its_width(text: str, width: int) -> None:
    para = fitted(text, styles().h1, width=width, sizes=(34, 25, 17, 10), lines=2)
    para.wrap(width, 1_000)
    assert not para.overflows()


def test_a_place_narrower_than_a_letter_ends_the_fitting_all_the_same() -> None:
    assert fit("WWWW", BOLD, room=-5, sizes=(12, 8), lines=2).lines
