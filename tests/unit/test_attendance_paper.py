"""The attendance of a series: gathered over its dates, and 24 people by 9 dates on one page."""

from datetime import timedelta
from typing import Any

import pytest

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.vocab import EventState, RegistrationState
from kts_desktop.printing.papers.attendance import render
from kts_desktop.services import attendance_paper, events, registrations
from kts_desktop.services.attendance_paper import AttendanceData, AttendanceOptions, Date, Row
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.storage.store import Store
from tests.helpers import pdf_checks
from tests.helpers.build_events import NOW, START, person, register, schedule
from tests.helpers.hostile import NAMES
from tests.helpers.paper_heads import STARTS, a_head
from tests.helpers.pdf_checks import texts, words_of

STATES = ("attended", "absent", "excused", "confirmed", "")


def dates(count: int) -> tuple[Date, ...]:
    """Return so many dates, a month apart."""
    return tuple(
        Date(number=n, title=f"Treffen {n}", starts_at=STARTS + timedelta(days=30 * n))
        for n in range(1, count + 1)
    )


def rows(count: int, of_dates: int) -> tuple[Row, ...]:
    """Return so many people in all states."""
    return tuple(
        Row(
            name=f"Anna Lichtmoos{n}",
            body="Lemgo",
            states=tuple(STATES[(n + at) % len(STATES)] for at in range(of_dates)),
            has_missed_two=n == 1,
        )
        for n in range(1, count + 1)
    )


def data(people: int = 24, count: int = 9, **values: Any) -> AttendanceData:
    """Return what a matrix is made from."""
    own: dict[str, Any] = {
        "head": a_head(),
        "series": "Peer-Learning Starkregen",
        "dates": dates(count),
        "rows": rows(people, count),
    }
    return AttendanceData(**{**own, **values})


def gathered(store: Store, series_id: int, **options: Any) -> AttendanceData:
    """Return what the matrix of a series is made from."""
    with store.read() as session:
        ask = Ask(kind="event_series", ids=(series_id,), options=AttendanceOptions(**options), now=NOW)
        return attendance_paper.gather(session, ask)


def test_twenty_four_people_and_nine_dates_stand_on_one_page() -> None:
    paper = render(data())

    assert paper.pages == 1
    text = words_of(texts(paper.content)[0])
    assert all(f"Anna Lichtmoos{n} " in text for n in range(1, 25))
    assert "11.01.26" not in text
    assert "9 " in text


@pytest.mark.parametrize(("people", "count"), [(1, 1), (24, 9), (3, 25), (150, 9)])
def test_every_matrix_meets_both_standards_and_leaves_nothing_unread(people: int, count: int) -> None:
    content = render(data(people, count)).content

    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


def test_a_state_is_a_sign_and_the_head_says_what_it_means() -> None:
    one = Row(name="Anna", body="Lemgo", states=STATES, has_missed_two=False)

    text = words_of(texts(render(data(rows=(one,), dates=dates(5))).content)[0])

    assert "Anna Lemgo ✓ – e · 1 von 3" in text
    assert "✓ anwesend, – abwesend, e entschuldigt" in text


def test_who_missed_two_in_a_row_has_a_star_that_is_explained() -> None:
    text = words_of(texts(render(data()).content)[0])

    assert "Anna Lichtmoos1 * " in text
    assert "* hat die letzten zwei erfassten Termine versäumt" in text


def test_more_dates_than_fit_go_on_pages_of_their_own_and_none_is_lost() -> None:
    paper = render(data(5, 20))

    pages = [words_of(text) for text in texts(paper.content)]
    assert len(pages) == 3
    assert "Termine 1 bis 9 von 20" in pages[0]
    assert "Termine 19 bis 20 von 20" in pages[2]


def test_hard_names_stay_on_one_line_each() -> None:
    hard = tuple(Row(name=name, body=name, states=("attended",), has_missed_two=False) for name in NAMES)

    content = render(data(rows=hard, dates=dates(1))).content

    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "2a") == []


@pytest.mark.parametrize(
    ("count", "people", "sentence"),
    [(0, 0, "hat noch keinen Termin"), (2, 0, "ist bisher jemand angemeldet")],
)
def test_an_empty_series_says_so(count: int, people: int, sentence: str) -> None:
    content = render(data(people, count)).content

    assert sentence in words_of(texts(content)[0])
    assert pdf_checks.problems(content) == []


def test_the_same_matrix_gives_the_same_bytes() -> None:
    assert render(data()).content == render(data()).content


def test_a_series_is_gathered_without_dates_called_off_and_people_who_never_came_near(store: Store) -> None:
    with store.write("event.schedule") as session:
        series = events.add_series(session, "Peer-Learning")
        first = schedule(session, series_id=series, series_number=1)
        second = schedule(
            session,
            series_id=series,
            series_number=2,
            starts_at=START + timedelta(days=30),
            ends_at=START + timedelta(days=31),
        )
        off = schedule(
            session,
            series_id=series,
            starts_at=START + timedelta(days=60),
            ends_at=START + timedelta(days=61),
        )
        for name, state in (("Anna A", "attended"), ("Bo B", "invited"), ("Eva C", "declined")):
            register(session, first, name, state=RegistrationState(state))
        register(session, second, "Anna A", state=RegistrationState.EXCUSED)
        hidden = person(session, "Ida", "Zander", restricted_at=NOW)
        registrations.add(session, first, RegistrationDraft(person_id=hidden))
        events.set_state(session, [off], EventState.CANCELLED)

    found = gathered(store, series)

    assert [one.number for one in found.dates] == [1, 2]
    assert [(row.name, row.states) for row in found.rows] == [("Anna A", ("attended", "excused"))]
    assert [row.name for row in gathered(store, series, invited=True).rows] == ["Anna A", "Bo B", "Eva C"]
    assert found.series == "Peer-Learning"


def test_a_series_that_is_gone_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError):
        gathered(store, 99)
