"""Attendance sheets on paper: rows to sign, none too high, with a line on privacy."""

import io
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from kts_desktop.printing.papers.signin import render
from kts_desktop.services.event_facts import Part
from kts_desktop.services.signin_paper import Door, Line, Sheet, SigninData
from tests.helpers import pdf_checks, pdf_tiles
from tests.helpers.hostile import LONGEST, NAMES
from tests.helpers.paper_heads import ENDS, STARTS, a_head, an_event
from tests.helpers.pdf_checks import texts, words_of

ROW_MM = 7


def lines(count: int) -> tuple[Line, ...]:
    """Return so many lines."""
    return tuple(
        Line(
            number=n,
            family_name=f"Lichtmoos{n}",
            given_name="Anna",
            body="Lemgo",
            photo=(None, True, False)[n % 3],
        )
        for n in range(1, count + 1)
    )


def data(*doors: Door, part: Part | None = None, **values: Any) -> SigninData:
    """Return what a sheet is made from."""
    own: dict[str, Any] = {
        "head": a_head(),
        "event": an_event(),
        "controller": "Projektbüro Beispiel",
        "sheets": (Sheet(part=part, doors=doors),),
        "blank": 8,
    }
    return SigninData(**{**own, **values})


def one_door(*some: Line) -> Door:
    """Return the door for everybody."""
    return Door(first="A", last="Z", lines=some)


@pytest.mark.parametrize("count", [0, 1, 12, 135, 450])
def test_sheets_meet_both_standards_and_leave_nothing_unread(count: int) -> None:
    content = render(data(one_door(*lines(count)))).content

    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


def test_hard_names_fit_their_rows() -> None:
    hard = [Line(number=1, family_name=name, given_name=name, body=name, photo=None) for name in NAMES]

    content = render(data(one_door(*hard), blank=0)).content

    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "2a") == []
    assert LONGEST in "".join("".join(texts(content)).split())


def test_twenty_rows_stand_on_the_first_page_and_twenty_three_on_the_next() -> None:
    pages = [words_of(text) for text in texts(render(data(one_door(*lines(50)), blank=0)).content)]

    assert "Lichtmoos20 " in pages[0]
    assert "Lichtmoos21 " in pages[1]
    assert "Lichtmoos43 " in pages[1]
    assert "Lichtmoos44 " in pages[2]


def test_rows_are_seven_millimetres_apart() -> None:
    (page,) = pdf_tiles.places(render(data(one_door(*lines(5)), blank=0)).content)
    tops = sorted(bottom for text, _, _, _, bottom in page if text.startswith("Lichtmoos"))

    assert len(tops) == 5
    for above, below in pairwise(tops):
        assert below - above == pytest.approx(ROW_MM, abs=0.05)


def test_the_head_tells_event_time_place_and_who_answers_for_the_data() -> None:
    text = words_of(texts(render(data(one_door(*lines(2)))).content)[0])

    assert "Teilnahmeliste: Regionalkonferenz Nr. 24 Freitag, 11. Dezember 2026, 09:30–16:30 Uhr" in text
    assert "Beispielhalle" in text
    assert "werden ein Jahr nach der Veranstaltung gelöscht. Verantwortlich: Projektbüro Beispiel." in text
    assert "Nr. Name Vorname Kommune, Organisation Foto Unterschrift" in text


def test_photos_are_yes_no_or_a_box_to_tick() -> None:
    text = words_of(texts(render(data(one_door(*lines(3)), blank=0)).content)[0])

    assert "Lemgo ja" in text
    assert "Lemgo nein" in text
    assert "Lemgo ☐" in text


def test_each_door_begins_a_page_and_names_its_letters() -> None:
    doors = (Door(first="A", last="K", lines=lines(30)), Door(first="L", last="Z", lines=lines(2)))

    content = render(data(*doors)).content

    pages = [words_of(text) for text in texts(content)]
    assert "Nachnamen A bis K" in pages[0]
    assert "Nachnamen L bis Z" in pages[-1]
    assert pdf_checks.problems(content) == []


def test_a_session_has_its_own_time_and_room() -> None:
    part = Part(
        id=1,
        title="Starkregen",
        starts_at=STARTS.replace(hour=11),
        ends_at=ENDS.replace(hour=13),
        room="Raum 2",
        speakers="",
        sign_up=True,
        capacity=None,
    )

    text = words_of(texts(render(data(one_door(*lines(1)), part=part)).content)[0])

    assert "Starkregen Freitag, 11. Dezember 2026, 11:30–13:30 Uhr · Raum 2 · Beispielhalle" in text


def test_nobody_expected_leaves_blank_rows_and_a_sentence() -> None:
    content = render(data(one_door())).content

    assert "Bisher wird niemand erwartet; die Zeilen sind für alle" in words_of(texts(content)[0])
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf_checks.elements(pdf, "TR")) == 9


def test_neither_people_nor_rows_is_still_a_sentence() -> None:
    content = render(data(one_door(), blank=0)).content

    assert "leere Zeilen sind nicht verlangt" in words_of(texts(content)[0])
    assert pdf_checks.problems(content) == []


def test_the_same_sheet_gives_the_same_bytes() -> None:
    made = data(one_door(*lines(25)))

    assert render(made).content == render(made).content
