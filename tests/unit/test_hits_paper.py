"""The list of hits: what a search finds, set so that it fits one page, never cut in silence."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kts_desktop.core.errors import NotFoundError
from kts_desktop.printing.look import Look
from kts_desktop.printing.papers.hits import fitted, render
from kts_desktop.printing.words.hits import TEXTS
from kts_desktop.services import hits_paper
from kts_desktop.services.hits_paper import COLUMNS, HitList, HitRow, HitsOptions
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_body, a_case, a_note
from tests.helpers.case_files import a_head
from tests.helpers.reading import HOSTILE, assert_sound, in_order, whole
from tests.helpers.snapshots import TAKEN

ROW = HitRow(
    kind="note",
    title="Messpunkte am Bach",
    aside="KTS-PB/A0001#2026 Zwönitz",
    day=date(2026, 11, 2),
    passage="…wer wertet nachts aus?…",
)


def a_list(language: str = "de", count: int = 1, **fields: Any) -> HitList:
    """Return a list of as many hits."""
    made = HitList(
        head=a_head(language, number=""),
        query="Starkregen",
        kind="",
        rows=tuple(replace(ROW, title=f"Messpunkt {i:03}") for i in range(count)),
        found=count,
        counts=(("note", count),),
        columns=COLUMNS,
    )
    return replace(made, **fields)


def gathered(store: Store, about: str = "", *ids: int, **options: Any) -> HitList:
    """Return the hits of a search, or records."""
    ask = Ask(kind=about, ids=ids, options=HitsOptions(**options), now=NOON)
    with store.read() as session:
        return hits_paper.gather(session, ask)


def fit_of(data: HitList) -> tuple[float, bool, tuple[str, ...]]:
    """Return how a list is set: size, whether across, the columns dropped."""
    fit = fitted(data, Look("de", TAKEN, texts=TEXTS))
    return fit.size, fit.across, fit.dropped


def test_a_search_gives_its_hits_of_every_kind_and_counts_them(store: Store) -> None:
    with store.write("case.open") as session:
        body = a_body(session, "Zwönitz")
        case = a_case(session, subject="Starkregen am Bach", organisation_id=body)
        a_note(session, case_id=case, text="Wer wertet den Starkregen nachts aus?")
        a_note(session, text="Anderes")

    data = gathered(store, text="Starkregen")

    assert [row.kind for row in data.rows] == ["advisory_case", "note"]
    assert data.rows[0].aside.endswith("Zwönitz")
    assert "Starkregen nachts" in data.rows[1].passage
    assert data.counts == (("advisory_case", 1), ("note", 1))
    assert [row.kind for row in gathered(store, text="Starkregen", kind="note").rows] == ["note"]


def test_more_hits_than_are_printed_are_counted(store: Store) -> None:
    with store.write("note.add") as session:
        for number in range(9):
            a_note(session, text=f"Starkregen {number}")

    data = gathered(store, text="Starkregen", most=4)

    assert (len(data.rows), data.found) == (4, 9)
    assert "die ersten 4 von 9 Treffern" in whole(render(data))


def test_chosen_records_stand_in_the_order_chosen(store: Store) -> None:
    with store.write("case.open") as session:
        first, second = (a_case(session, subject=one) for one in ("Eins", "Zwei"))

    data = gathered(store, "advisory_case", second, first)

    assert [row.title for row in data.rows] == ["Zwei", "Eins"]
    with pytest.raises(NotFoundError):
        gathered(store, "advisory_case", 99)


def test_a_note_without_a_title_ends_with_a_whole_word(store: Store) -> None:
    with store.write("note.add") as session:
        a_note(session, text="Starkregen " + "Wasserstand " * 20)

    assert gathered(store, text="Starkregen").rows[0].title.endswith("Wasserstand …")


@pytest.mark.parametrize(
    ("typed", "columns"),
    [
        ("title,day", ("title", "day")),
        ("day, kind,day", ("title", "day", "kind")),
        ("nonsense", COLUMNS),
        ("", COLUMNS),
    ],
)
def test_columns_come_in_the_order_typed_and_the_title_always(
    store: Store, typed: str, columns: tuple[str, ...]
) -> None:
    assert gathered(store, text="x", columns=typed).columns == columns


def test_a_short_list_stands_upright_in_the_larger_type() -> None:
    assert fit_of(a_list(count=8)) == (9.5, False, ())


def test_a_fuller_list_takes_the_smaller_type_then_the_page_across() -> None:
    assert fit_of(a_list(count=30, columns=("title", "day"))) == (9.5, False, ())
    assert fit_of(a_list(count=36, columns=("title", "day"))) == (8.5, False, ())
    wide = replace(
        ROW, aside="Wasserwirtschaftsverbandsgeschäftsstelle", passage="Hochwasserrückhaltebeckenbau"
    )
    wide = replace(wide, title="Starkregengefahrenkartenwerkstatt")
    assert fit_of(a_list(rows=(wide,))) == (8.5, True, ())


def test_columns_that_do_not_fit_are_dropped_from_the_last_and_named() -> None:
    long = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    row = replace(ROW, title=long, aside=long, passage=long)
    data = a_list(rows=(row,), columns=("title", "aside", "kind", "passage", "day"))

    paper = render(data)

    assert fit_of(data) == (8.5, True, ("passage", "day"))
    assert paper.remarks == ("Die Spalten Fundstelle, Datum passen nicht auf die Seite und fehlen.",)
    assert paper.remarks[0] in whole(paper)
    assert long in whole(paper)


def test_what_fits_no_page_runs_on_and_keeps_every_row() -> None:
    paper = render(a_list(count=200))

    assert paper.pages > 1
    in_order(whole(paper), [f"Messpunkt {i:03}" for i in range(200)])
    assert_sound(paper)


def test_every_field_of_a_hit_stands_in_its_order() -> None:
    in_order(
        whole(render(a_list(rows=(ROW,)))),
        [
            *("Treffer zu „Starkregen“", "1 Treffer · Namen zuerst", "Art Titel Gehört zu Datum Fundstelle"),
            *("Vermerk", "Messpunkte am Bach", "KTS-PB/A0001#2026 Zwönitz", "02.11.2026"),
            "…wer wertet nachts aus?…",
        ],
    )


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("count", [0, 5])
def test_lists_meet_both_standards(language: str, count: int) -> None:
    assert_sound(render(a_list(language, count)))


def test_hostile_texts_are_printed_as_they_are() -> None:
    rows = tuple(HitRow(kind="note", title=text, aside=text, passage=text) for text in HOSTILE)

    paper = render(a_list(rows=rows, query=HOSTILE[0]))

    assert_sound(paper)
    assert "<b>fett</b> & <para> &amp; ]]>" in whole(paper)
    assert render(a_list(rows=rows)) == render(a_list(rows=rows))
