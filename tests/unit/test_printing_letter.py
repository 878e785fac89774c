"""The letter on paper: its fields where the envelope's window is, its words whole, its pages numbered."""

from collections.abc import Callable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from kts_desktop.printing.paper import Paper
from kts_desktop.printing.papers.letter import render
from kts_desktop.services.letter_paper import Letter
from tests.helpers.letters import LINES, a_letter, bare_letter
from tests.helpers.pdf_checks import texts
from tests.helpers.reading import HOSTILE, assert_sound, in_order, whole

MM = 72 / 25.4
SHEET = 297.0
MAKERS: dict[str, Callable[[], Letter]] = {
    "german": a_letter,
    "english": lambda: a_letter("en", salutation="Dear Dr Rěčkowa"),
    "bare": bare_letter,
    "long": lambda: a_letter(paragraphs=("Ein Satz, der sich wiederholt. " * 30,) * 12),
}


def box(paper: Paper, text: str, page: int = 0) -> tuple[float, float, float, float]:
    """Return where a text stands, from the upper left corner in millimetres: left, top, right, bottom."""
    document = pypdfium2.PdfDocument(paper.content)
    try:
        reader = document[page].get_textpage()
        found = reader.search(text).get_next()
        assert found is not None, f"{text!r} is not on page {page + 1}"
        boxes = [reader.get_charbox(found[0] + i) for i in range(found[1])]
    finally:
        document.close()
    left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
    return left / MM, SHEET - top / MM, right / MM, SHEET - bottom / MM


def strokes(paper: Paper) -> Iterator[tuple[float, float, float]]:
    """Yield the lines of the first page in millimetres: left end, right end, distance from the top."""
    document = pypdfium2.PdfDocument(paper.content)
    try:
        for one in document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = one.get_bounds()
            yield left / MM, right / MM, SHEET - (top + bottom) / 2 / MM
    finally:
        document.close()


@pytest.mark.parametrize("name", MAKERS)
def test_a_letter_meets_both_standards_and_leaves_nothing_unread(name: str) -> None:
    assert_sound(render(MAKERS[name]()))


def test_every_part_of_a_letter_stands_in_its_order() -> None:
    in_order(
        whole(render(a_letter())),
        [
            *("Koordinierungs- und Transferstelle Modellprojekte Smart Cities",),
            *("Projektbüro Bonn · Musterstraße 1 · 00000 Musterstadt", "Telefon 030 23125-0"),
            *("kts@beispiel.example · beispiel.example",),
            *("KTS · Musterstraße 1 · 00000 Musterstadt", *LINES),
            *("Ihr Zeichen III/4", "Ihre Nachricht vom 12.11.2026", "Unser Zeichen KTS-PB/A0007#2026"),
            *(
                "Name Mira Ahornthal",
                "Telefon 0221 4710-101",
                "mira.ahornthal@ projektbuero-beispiel.example",
            ),
            *("Datum 24.11.2026", "Verstetigung des Pegelnetzes", "Sehr geehrte Frau Oberbürgermeisterin,"),
            *("vielen Dank für das Gespräch.", "Wir senden zwei Beispiele.", "Beide sind erprobt."),
            *("Mit freundlichen Grüßen", "Mira Ahornthal", "Anlagen", "Muster", "Übersicht"),
        ],
    )


def test_the_address_stands_in_the_window_of_the_envelope() -> None:
    paper = render(a_letter())

    for line in LINES:
        left, top, right, bottom = box(paper, line)
        assert left == pytest.approx(25, abs=1)
        assert right <= 105
        assert top >= 62.7
        assert bottom <= 90.2  # six lines of 4.55 mm


def test_the_lines_of_the_address_are_4_55_mm_apart() -> None:
    paper = render(a_letter())
    tops = [box(paper, line)[3] for line in ("Stadt Bud", "Stabsstelle")]

    assert tops[1] - tops[0] == pytest.approx(4.55, abs=0.6)


def test_the_return_line_stands_above_the_address_zone() -> None:
    left, top, right, bottom = box(render(a_letter()), "KTS · Musterstraße 1")

    assert left == pytest.approx(25, abs=0.6)
    assert 45 <= top <= bottom <= 62.7
    assert right <= 105


def test_information_block_and_text_begin_where_the_standard_puts_them() -> None:
    paper = render(a_letter())
    left, top, *_ = box(paper, "Ihr Zeichen")
    assert left == pytest.approx(125, abs=0.6)
    assert top == pytest.approx(50, abs=2.5)
    left, top, *_ = box(paper, "Verstetigung")
    assert left == pytest.approx(25, abs=0.6)
    assert top == pytest.approx(98.46, abs=2.5)


def test_fold_and_punch_marks_stand_at_the_left_edge() -> None:
    found = sorted(round(top, 1) for left, _, top in strokes(render(a_letter())) if left < 10)

    assert found == [105.0, 148.5, 210.0]
    assert not [1 for left, _, _ in strokes(render(a_letter(marks=False))) if left < 10]


def test_following_pages_name_the_subject_and_count_on() -> None:
    pages = texts(render(MAKERS["long"]()).content)

    assert len(pages) >= 3
    assert "Verstetigung des Pegelnetzes · an Dr. Hanka Rěčkowa · 24.11.2026" not in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert "Verstetigung des Pegelnetzes · an Dr. Hanka Rěčkowa · 24.11.2026" in page
        assert f"Seite {number} von {len(pages)}" in page


def test_an_address_of_seven_lines_leaves_out_the_unit_and_says_so() -> None:
    street = "Markt 1"
    full = (*LINES[:4], "Haus B", street, "02625 Bautzen")
    short = (*LINES[:3], "Haus B", street, "02625 Bautzen")

    paper = render(a_letter(addresses=(full, short)))

    text = whole(paper)
    in_order(text, short)
    assert "Stabsstelle" not in text
    assert paper.remarks == (
        "Die Anschrift von Dr. Hanka Rěčkowa wurde auf sechs Zeilen gekürzt; es fehlt: Stabsstelle.",
    )


def test_a_long_line_breaks_within_the_six_lines_before_anything_is_left_out() -> None:
    lines = (
        "Frau Anna Lichtmoos",
        "Zweckverband für gemeinsame Datenplattformen der Gemeinden im Hochwald",
        "00000 A",
    )

    paper = render(a_letter(addresses=(lines,)))

    assert "Zweckverband für gemeinsame" in whole(paper)
    assert "Gemeinden im Hochwald" in whole(paper)
    assert paper.remarks == ()
    assert box(paper, "Hochwald")[2] <= 105


def test_whatever_an_address_holds_the_town_stays_and_all_is_in_the_window() -> None:
    lines = tuple(f"Zeile {i} " + "Donaudampfschifffahrtsgesellschaft" * 3 for i in range(12))

    paper = render(a_letter(addresses=((*lines, "Markt 1", "02625 Bautzen"),)))

    assert box(paper, "02625 Bautzen")[3] <= 90.2
    assert box(paper, "Markt 1")[1] >= 62.7
    assert "gekürzt" in paper.remarks[0]
    assert_sound(paper)


def test_the_unknown_is_said_to_the_one_who_prints() -> None:
    paper = render(bare_letter())

    assert len(paper.remarks) == 2
    assert "keine Postanschrift" in paper.remarks[0]
    assert "Unser Schreiben vom 24.11.2026" in whole(paper)


def test_closing_and_name_stay_on_one_page() -> None:
    for count in range(24, 34):
        pages = texts(render(a_letter(paragraphs=("Zeile.",) * count)).content)
        holding = [i for i, page in enumerate(pages) if "Mit freundlichen Grüßen" in page]
        assert "Mira Ahornthal" in pages[holding[0]].split("Mit freundlichen Grüßen")[1]


def test_hostile_texts_are_printed_as_they_are() -> None:
    for text in HOSTILE:
        paper = render(
            a_letter(
                subject=text,
                addresses=((text,) * 5,),
                recipient=text,
                salutation=text,
                paragraphs=(text, text),
                enclosures=(text,),
                your_sign=text,
                your_letter=text,
                signed_by=text,
                closing=text,
            )
        )
        assert_sound(paper)
    assert "<b>fett</b> & <para> &amp; ]]>" in whole(render(a_letter(paragraphs=(HOSTILE[0],))))


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert render(a_letter()) == render(a_letter())
