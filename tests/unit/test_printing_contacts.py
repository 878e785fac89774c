"""The contact list on paper: one line a person, whole words, thousands of rows."""

from dataclasses import replace
from typing import Any

import pytest
from reportlab.platypus import Table

from kts_desktop.printing.papers.contacts import render
from kts_desktop.printing.tagged.table import DataTable
from kts_desktop.services.contacts_paper import ContactLine, ContactList, ContactOrder
from tests.helpers.case_files import a_head
from tests.helpers.pdf_checks import texts
from tests.helpers.reading import HOSTILE, assert_sound, in_order, whole

ANNA = ContactLine(
    name="Lichtmoos, Dr. Anna",
    function="Leitung",
    unit="Stabsstelle",
    body="Zwönitz",
    phone="03774 1234-5",
    mail="a.lichtmoos@zwoenitz.example",
)


def a_list(language: str = "de", count: int = 1, **fields: Any) -> ContactList:
    """Return a list of as many people."""
    made = ContactList(
        head=a_head(language, number=""),
        kind="",
        about=(),
        filters=(("filter_text", "ahorn"), ("filter_state", "Sachsen")),
        order=ContactOrder.NAME,
        lines=tuple(replace(ANNA, name=f"Person{i:04}, Anna") for i in range(count)),
    )
    return replace(made, **fields)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("count", [0, 1, 130])
def test_a_list_meets_both_standards_and_leaves_nothing_unread(language: str, count: int) -> None:
    assert_sound(render(a_list(language, count)))


def test_the_head_says_what_the_list_holds_and_each_row_stands_in_order() -> None:
    in_order(
        whole(render(a_list(lines=(ANNA,)))),
        [
            *("Kontakte der Geschäftsstelle", "Wörter: ahorn · Land: Sachsen", "Sortiert nach: Nachname"),
            *("1 Person", "Enthält personenbezogene Daten", "Name Funktion, Einheit Stelle Telefon E-Mail"),
            *("Lichtmoos, Dr. Anna", "Leitung, Stabsstelle", "Zwönitz", "03774 1234-5"),
            "a.lichtmoos@zwoenitz.example",
        ],
    )


@pytest.mark.parametrize(
    ("kind", "about", "title"),
    [
        ("organisation", ("Lemgo",), "Kontakte: Lemgo"),
        ("project", ("A", "B", "C"), "Kontakte zum Projekt A und 2 weitere"),
        ("event", ("Konferenz",), "Kontakte zur Veranstaltung Konferenz"),
        ("advisory_case", ("KTS-1",), "Kontakte zum Vorgang KTS-1"),
        ("person", (), "Ausgewählte Kontakte"),
    ],
)
def test_the_title_names_the_records(kind: str, about: tuple[str, ...], title: str) -> None:
    assert title in whole(render(a_list(kind=kind, about=about)))


def test_a_thousand_rows_stand_in_order_and_the_head_on_each_page() -> None:
    paper = render(a_list(count=1_000))
    pages = texts(paper.content)

    in_order(" ".join(pages), [f"Person{i:04}," for i in range(1_000)])
    assert all("Funktion, Einheit" in page for page in pages)


def test_long_texts_keep_their_words_whole_on_more_lines() -> None:
    line = replace(
        ANNA,
        function="Beauftragte für die Digitalisierung der kommunalen Daseinsvorsorge",
        mail="maximiliane-charlotte-elisabeth.grosswiesner@beispielhochschule-fachgebiet-stadt.example",
    )

    text = whole(render(a_list(lines=(line,))))

    in_order(text, ["Beauftragte für die Digitalisierung der kommunalen Daseinsvorsorge"])
    assert "grosswiesner@" in text


def test_what_is_not_wanted_is_no_column() -> None:
    text = whole(render(a_list(lines=(ANNA,), phone=False, mail=False)))

    assert "Telefon" not in text
    assert "@" not in text


def test_an_empty_list_says_so() -> None:
    assert "Niemand gefunden." in whole(render(a_list(count=0)))


def test_hostile_texts_are_printed_as_they_are() -> None:
    lines = tuple(
        ContactLine(name=text, function=text, unit=text, body=text, phone=text, mail=text) for text in HOSTILE
    )

    paper = render(a_list(lines=(*lines, replace(ANNA, body="Wort " * 400))))

    assert_sound(paper)
    assert "<b>fett</b> & <para> &amp; ]]>" in whole(paper)
    assert "… siehe Akte" in whole(paper)


def test_the_same_list_gives_the_same_bytes() -> None:
    assert render(a_list(count=60)) == render(a_list(count=60))


def test_the_cells_of_a_list_are_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cells: list[object] = []
    drawn: Any = vars(Table)["_drawCell"]  # ReportLab's own drawing of a cell

    def watched(table: DataTable, *cell: object) -> None:
        cells.append(cell[0])
        drawn(table, *cell)

    monkeypatch.setattr(DataTable, "_drawCell", watched, raising=False)

    paper = render(a_list(count=120))

    assert len(cells) == 120 * 5 + 5 * paper.pages  # and the heads on each page
