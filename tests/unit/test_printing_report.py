"""The quarterly report on paper and as CSV: every figure in both, hidden ones in neither."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kts_desktop.printing.paper import Paper
from kts_desktop.printing.papers.report import render
from kts_desktop.printing.words.report import TEXTS
from kts_desktop.services.frozen_reports import Revision
from kts_desktop.services.report_figures import Breakdown, Figure, Quarter
from kts_desktop.services.report_paper import ReportData
from kts_desktop.services.reports import Report
from tests.helpers.case_files import a_head
from tests.helpers.pdf_checks import texts, words_of
from tests.helpers.reading import HOSTILE, assert_sound, in_order, whole
from tests.helpers.reading_xlsx import read_book


def figure(label: str, value: int, before: int, code: str = "x") -> Figure:
    """Return a figure over as many records."""
    return Figure(code=code, label=label, ids=tuple(range(value)), ids_before=tuple(range(before)))


def breakdown(key: str, *figures: Figure, total: tuple[int, int] | None = None, **fields: Any) -> Breakdown:
    """Return a breakdown whose total is the sum of its rows."""
    now, then = total or (sum(f.value for f in figures), sum(f.before for f in figures))
    return Breakdown(key=key, kind="", figures=figures, total=figure("", now, then), **fields)


def a_report(
    language: str = "de", labels: tuple[str, str] = ("Bayern", "Hessen"), **fields: Any
) -> ReportData:
    """Return a report with a breakdown of every group."""
    first, second = labels
    alone = ("opened", "closed", "open_at_end", "notes", "people", "bodies", "events", "attended")
    report = Report(
        quarter=Quarter(2026, 4),
        overview=tuple(breakdown(key, total=(1_230 + i, 1_220)) for i, key in enumerate(alone)),
        cases=(
            breakdown("state", figure(first, 17, 20), figure(second, 1, 4)),
            breakdown("theme", figure(first, 17, 2), figure(second, 9, 9), total=(18, 24), is_multiple=True),
        ),
        contacts=(breakdown("note_kind", figure("Telefonnotiz", 40, 41)),),
        events=(breakdown("event_format"),),
    )
    return ReportData(head=a_head(language, number=""), report=report, **fields)


def rows_of(paper: Paper) -> list[list[str]]:
    """Return the rows of the CSV file."""
    text = paper.beside[0].content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("options", [{}, {"suppress": True}, {"charts": False}, {"large": True}])
def test_a_report_meets_both_standards_and_leaves_nothing_unread(
    language: str, options: dict[str, Any]
) -> None:
    assert_sound(render(a_report(language, **options)))


def test_every_figure_stands_in_its_order_with_the_quarter_before() -> None:
    in_order(
        whole(render(a_report())),
        [
            *("Quartalsbericht IV/2026", "01.10.2026 bis 31.12.2026", "Inhalt", "1 Überblick"),
            *("Kennzahl IV/2026 III/2026 Veränderung", "Neue Fälle 1.230 1.220 +10"),
            *("Teilnahmen 1.237 1.220 +17", "2 Beratungsfälle", "Neue Fälle nach Land"),
            *(
                "Merkmal IV/2026 III/2026 Veränderung",
                "Bayern 17 20 −3",
                "Hessen 1 4 −3",
                "Insgesamt 18 24 −6",
            ),
            *("Neue Fälle nach Thema", "Insgesamt 18 24", "ergeben nicht die Summe", "3 Kontakte"),
            *("Telefonnotiz 40 41 −1", "4 Veranstaltungen", "Keine Einträge in beiden Quartalen."),
            *("5 Quellen und Definitionen", "Stand 24.11.2026", "Keine Zahl ist nach Beraterinnen"),
        ],
    )


def test_the_csv_holds_the_same_figures() -> None:
    rows = rows_of(render(a_report()))

    assert rows[0] == ["Kennzahl", "Code", "Merkmal", "IV/2026", "III/2026"]
    assert ["Neue Fälle nach Land", "x", "Hessen", "1", "4"] in rows
    assert ["Neue Fälle nach Land", "", "Insgesamt", "18", "24"] in rows
    assert rows[1][2:] == ["Neue Fälle", "1230", "1220"]


def test_the_workbook_holds_the_same_figures_as_numbers_below_frozen_heads() -> None:
    book = read_book(render(a_report()).beside[1].content)

    assert [one.name for one in book.sheets] == [
        *("Überblick", "Beratungsfälle", "Kontakte", "Veranstaltungen", "Quellen und Definitionen")
    ]
    overview, cases = book.sheets[0], book.sheets[1]
    assert overview.rows[:2] == [["Quartalsbericht IV/2026"], ["Erster Tag", date(2026, 10, 1)]]
    assert overview.rows[2] == ["Letzter Tag", date(2026, 12, 31)]
    assert overview.rows[overview.frozen - 1] == ["Kennzahl", "IV/2026", "III/2026", "Veränderung"]
    assert overview.rows[overview.frozen] == ["Neue Fälle", 1_230, 1_220, 10]
    assert cases.frozen == 1
    assert cases.rows[1] == ["Neue Fälle nach Land", "x", "Bayern", 17, 20, -3]
    assert ["Neue Fälle nach Land", "", "Insgesamt", 18, 24, -6] in cases.rows
    assert cases.filtered == f"A1:F{len(cases.rows)}"


def test_the_workbook_speaks_english_and_hides_what_the_paper_hides() -> None:
    book = read_book(render(a_report("en", suppress=True)).beside[1].content)

    assert book.sheets[1].rows[2] == ["New cases by state", "x", "Hessen", "*", 4, "*"]
    assert book.sheets[-1].rows[-1][0] == TEXTS["hidden_about"][0]


def test_what_was_reported_otherwise_is_listed_against_the_frozen_report() -> None:
    told = Revision(table="overview", code="opened", label="opened", reported=40, counted=42)
    of_land = Revision(table="by_state", code="x", label="Hessen", reported=3, counted=4)
    at = datetime(2026, 10, 2, 9, tzinfo=UTC)

    paper = render(a_report(reported_at=at, revisions=(told, of_land)))

    assert_sound(paper)
    in_order(
        whole(paper),
        [
            *("5 Änderungen zum vorigen Bericht", "III/2026 wurde am 02.10.2026", "Berichtet Heute"),
            *("Neue Fälle 40 42", "Neue Fälle nach Land Hessen 3 4", "6 Quellen"),
        ],
    )
    assert "gelten unverändert" in whole(render(a_report(reported_at=at)))
    assert "Änderungen zum vorigen" not in whole(render(a_report()))


def test_hidden_figures_stand_neither_on_paper_nor_in_the_csv_nor_in_a_chart() -> None:
    paper = render(a_report(suppress=True))
    text, rows = whole(paper), rows_of(paper)

    in_order(
        text,
        ["Werte unter 3 sind nicht ausgewiesen", "Neue Fälle nach Land", "Bayern * 20 *", "Hessen * 4 *"],
    )
    assert ["Neue Fälle nach Land", "x", "Hessen", "", "4"] in rows
    assert ["Neue Fälle nach Land", "x", "Bayern", "", "20"] in rows
    assert b"Hessen mit" not in paper.content


def test_every_page_says_as_at_when() -> None:
    pages = texts(render(a_report()).content)
    assert len(pages) > 1
    assert all("Stand 24.11.2026" in words_of(page) for page in pages)


@pytest.mark.parametrize("rows", [3, 9, 14])
@pytest.mark.parametrize("large", [False, True])
def test_a_heading_stays_with_what_it_is_about(rows: int, large: bool) -> None:
    many = breakdown("theme", *(figure(f"Thema {i}", i + 1, 1, code=str(i)) for i in range(rows)))
    data = a_report(large=large)
    report = replace(data.report, cases=(many, many, many), contacts=(replace(many, key="note_kind"),))
    pages = [words_of(page) for page in texts(render(replace(data, report=report)).content)][1:]
    for page in pages:
        for title in ("Neue Fälle nach Thema", "Kontakte nach Art"):
            if title in page:
                assert "Thema 0" in page[page.rindex(title) :]
        if "2 Beratungsfälle" in page:
            assert "Neue Fälle nach Thema" in page


def test_a_chart_is_left_out_on_request() -> None:
    with_charts, without = render(a_report()), render(a_report(charts=False))

    assert b"/Figure" in with_charts.content
    assert b"/Figure" not in without.content


def test_hostile_labels_are_printed_as_they_are_and_are_no_formula() -> None:
    paper = render(a_report(labels=(HOSTILE[0], "=1+1")))

    assert_sound(paper)
    assert "<b>fett</b> & <para> &amp; ]]>" in whole(paper)
    assert "'=1+1" in [row[2] for row in rows_of(paper)]
    for text in HOSTILE[1:]:
        assert_sound(render(a_report(labels=(text, "Hessen"))))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(a_report()) == render(a_report())
