"""Mailing labels and the calibration page: whole addresses on their labels, crosses on the corners."""

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from kts_desktop.printing.papers import calibration
from kts_desktop.printing.papers.labels import render
from kts_desktop.printing.sheets import SHEETS
from kts_desktop.services.calibration_paper import CalibrationData
from kts_desktop.services.labels_paper import Label, LabelsData, Missing
from kts_desktop.services.sheet_options import LabelSheet, SheetUse
from tests.helpers import pdf_checks, pdf_tiles
from tests.helpers.hostile import LONGEST, NAMES
from tests.helpers.paper_heads import a_head
from tests.helpers.pdf_checks import texts, words_of

MAYOR = ("Frau Oberbürgermeisterin", "Dr. Erika Mustermann", "Stadt Zwönitz", "Markt 3a", "08297 Zwönitz")
ALL_LABELS = [sheet.value for sheet in LabelSheet]
MM = 72 / 25.4


def data(*addresses: tuple[str, ...], sheet: str = "70x37", **values: Any) -> LabelsData:
    """Return what labels are made from."""
    labels = tuple(Label(lines=lines, naming=min(2, len(lines)), listed=lines[0]) for lines in addresses)
    own: dict[str, Any] = {
        "head": a_head(),
        "about": "",
        "labels": labels,
        "missing": (),
        "use": SheetUse(sheet=sheet),
    }
    return LabelsData(**{**own, **values})


@pytest.mark.parametrize("sheet", ALL_LABELS)
def test_labels_of_hard_addresses_stay_on_their_labels_and_meet_both_standards(sheet: str) -> None:
    hard = [(name, name, name, name, "12345 Ort", "ÖSTERREICH") for name in NAMES if name.strip()]
    content = render(data(*hard, sheet=sheet)).content
    kind = SHEETS[sheet]

    assert pdf_tiles.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []
    spots = [kind.spot(place) for place in range(kind.count)]
    for page in pdf_tiles.places(content):
        for text, left, top, right, bottom in page:
            on = [
                x
                for x, y in spots
                if x <= left and right <= x + kind.width and y <= top and bottom <= y + kind.height
            ]
            assert len(on) == 1, text


@pytest.mark.parametrize("sheet", ALL_LABELS)
def test_a_label_shows_every_line_in_its_order(sheet: str) -> None:
    long = (
        "Herrn",
        LONGEST,
        "Koordinierungs- und Transferstelle Modellprojekte Smart Cities",
        "Straße 1",
        "53227 Bonn",
    )

    text = render(data(MAYOR, long, sheet=sheet)).content

    assert " ".join(MAYOR) in words_of(texts(text)[0])
    assert "".join("".join(long).split()) in "".join(texts(text)[0].split())


def test_labels_begin_where_the_used_sheet_goes_on() -> None:
    (page,) = pdf_tiles.places(render(data(MAYOR, use=SheetUse(sheet="70x37", start=6))).content)

    left, top = SHEETS["70x37"].spot(5)
    for _, x, y, _, _ in page:
        assert left < x < left + 70
        assert top < y < top + 37


def test_missing_addresses_are_remarked_by_name() -> None:
    missing = (Missing(name="Anna Lichtmoos", body="Stadt Beispielau"), Missing(name="Lemgo", body=""))

    paper = render(data(MAYOR, missing=missing))

    assert paper.remarks == (
        "Keine Postanschrift: Anna Lichtmoos (Stadt Beispielau)",
        "Keine Postanschrift: Lemgo",
    )


def test_no_address_at_all_is_told_in_a_sentence() -> None:
    missing = (Missing(name="Anna Lichtmoos", body=""),)

    content = render(data(missing=missing)).content

    assert "hat niemand eine Postanschrift" in words_of(texts(content)[0])
    assert pdf_checks.violations(content, "ua1") == []


def test_the_same_labels_give_the_same_bytes() -> None:
    assert render(data(MAYOR)).content == render(data(MAYOR)).content
    assert render(replace(data(MAYOR), head=a_head("en"))).content != render(data(MAYOR)).content


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_the_calibration_page_has_a_cross_on_each_corner_of_each_label(name: str) -> None:
    sheet = SHEETS[name]
    content = calibration.render(
        CalibrationData(head=a_head(), use=SheetUse(sheet=name, shift_x=3, shift_y=-5))
    ).content

    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []
    assert pdf_tiles.problems(content) == []
    crossings = _crossings(content)
    for place in range(sheet.count):
        x, y = sheet.spot(place)
        for corner in ((x, y), (x + sheet.width, y + sheet.height)):
            at = (corner[0] + 0.3, corner[1] - 0.5)
            assert any(abs(at[0] - one[0]) < 0.02 and abs(at[1] - one[1]) < 0.02 for one in crossings), at


def test_the_calibration_page_says_what_to_do_and_which_shift_was_tried() -> None:
    use = SheetUse(sheet="99x38", shift_x=3, shift_y=-5)

    text = words_of(texts(calibration.render(CalibrationData(head=a_head(), use=use)).content)[0])

    assert "Kalibrierung 99,1 × 38,1 mm (2 × 7)" in text
    assert "Drucken Sie diese Seite auf weißes Papier" in text
    assert "3 nach rechts, \u22125 nach unten" in text


def test_the_scale_is_a_hundred_millimetres_long() -> None:
    content = calibration.render(CalibrationData(head=a_head(), use=SheetUse(sheet="a7"))).content

    long = [right - left for left, top, right, bottom in _lines(content) if top == bottom]
    assert any(length == pytest.approx(100, abs=0.01) for length in long)


def _lines(content: bytes) -> list[tuple[float, float, float, float]]:
    """Return the straight lines of the page: from, to, in mm from the upper left corner."""
    out, start = [], (0.0, 0.0)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for step in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(step.operator) not in ("m", "l"):
                continue
            operands: Any = step.operands
            here = (float(operands[0]) / MM, 297 - float(operands[1]) / MM)
            if str(step.operator) == "l":
                out.append((*start, *here))
            start = here
    return out


def _crossings(content: bytes) -> list[tuple[float, float]]:
    """Return the middles of the crosses."""
    return [
        ((left + right) / 2, (top + bottom) / 2)
        for left, top, right, bottom in _lines(content)
        if abs(abs(right - left) - 5) < 0.01 or abs(abs(bottom - top) - 5) < 0.01
    ]
