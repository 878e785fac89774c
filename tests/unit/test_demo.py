"""The demo office: what stands in it, that it is invented, and that it is the same every time."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from kts_desktop.core import folding
from kts_desktop.core.errors import RefusedError
from kts_desktop.models.vocab import EventId
from kts_desktop.services import (
    advisers,
    dump,
    duplicates,
    event_sessions,
    office_settings,
    registration_lists,
    registrations,
    special_needs,
    today,
)
from kts_desktop.services.demo import making
from kts_desktop.services.demo.calendar import Calendar
from kts_desktop.services.demo.desk import SOURCE, document
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.conftest import KEY

T = date(2026, 11, 24)
NOW = Calendar(T).morning
ERASED = "Notburga"  # nobody of the demo is called so; the name of somebody erased stands nowhere
FICTION = re.compile(
    r"\+49(?:30231250|3023125\d{3}|6990009\d{1,3}|4066969\d{1,3}|2214710\d{1,3}|8999998\d{1,3}|17139200\d\d)"
)
_MADE_BY_US = f"source='{SOURCE}' AND deleted_at IS NULL"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, demo_file: bytes) -> Iterator[Store]:
    """The demo office all tests get a copy of, because making it takes seconds."""
    path = tmp_path_factory.mktemp("demo") / "kts.db"
    path.write_bytes(demo_file)
    store = Store(path, KEY)
    yield store
    store.close()


@pytest.fixture
def session(made: Store) -> Iterator[Session]:
    """A session that reads the demo office."""
    with made.read() as reading:
        yield reading


def _make(path: Path) -> Store:
    store = Store(path, KEY)
    store.create_schema()
    making.make_demo(store, today=T)
    return store


@pytest.mark.parametrize(
    ("table_name", "condition", "count"),
    [
        ("adviser", "1", 9),
        ("person", "1", 160),
        ("person", "language='en'", 8),
        ("person", "salutation='neutral'", 6),
        ("person", "degree<>''", 9),
        ("organisation", "1", 23),
        ("affiliation", "1", 173),
        ("affiliation", "valid_to<'2026-11-24'", 12),
        ("consent", "1", 208),
        ("consent", "withdrawn_on IS NOT NULL", 4),
        ("advisory_case", "1", 40),
        ("advisory_case", "state='in_progress'", 28),
        ("advisory_case", "state='waiting'", 5),
        ("advisory_case", "state='closed'", 5),
        ("advisory_case", "state='filed'", 2),
        ("note", "1", 214),
        ("note", "case_id IS NOT NULL", 205),
        ("note", "case_id IS NULL AND (organisation_id IS NOT NULL OR event_id IS NOT NULL)", 6),
        ("note", "length(text) > 6000", 1),
        ("task", "done_at IS NULL", 58),
        ("task", "done_at IS NULL AND kind='follow_up'", 33),
        ("task", "done_at IS NULL AND kind='our_promise'", 10),
        ("task", "done_at IS NULL AND kind='their_promise'", 8),
        ("task", "done_at IS NULL AND kind='minutes_task'", 5),
        ("task", "done_at IS NULL AND kind='deadline'", 2),
        ("task", "done_at IS NOT NULL", 61),
        ("measure", "1", 30),
        ("knowledge_item", "state='draft'", 4),
        ("knowledge_item", "state='approved'", 3),
        ("knowledge_item", "state='published'", 5),
        ("document", "1", 9),
        ("peer_link", "1", 46),
        ("event", "1", 12),
        ("registration", "1", 421),
        ("special_need", "1", 63),
        ("network_membership", "1", 71),
        ("saved_search", "1", 5),
        ("pack_recipe", "1", 4),
        ("duplicate_verdict", "1", 1),
    ],
)
def test_the_demo_holds_what_it_promises(
    session: Session, table_name: str, condition: str, count: int
) -> None:
    found = session.scalar(text(f"SELECT count(*) FROM {table_name} WHERE {_MADE_BY_US} AND {condition}"))
    assert found == count


def test_ninety_one_bodies_have_a_mailbox_of_the_demo(session: Session) -> None:
    query = (
        f"SELECT count(DISTINCT organisation_id) FROM contact_point WHERE {_MADE_BY_US} AND organisation_id>0"
    )
    assert session.scalar(text(query)) == 91


def test_the_window_opens_on_six_overdue_five_due_and_fifteen_to_come(session: Session) -> None:
    figures = today.counts(session, T)
    assert (figures.overdue, figures.today, figures.week) == (6, 5, 15)
    assert (figures.unassigned, figures.drafts, figures.open_cases) == (3, 2, 33)


def test_tomorrow_brings_a_visit_to_eichenzell_at_ten(session: Session) -> None:
    first = today.appointments(session, T)[0]
    assert (first.kind, first.place) == ("note", "Eichenzell")
    assert first.starts_at == Calendar(T).moment(date(2026, 11, 25), 10)


def test_mira_ahornthal_is_me_and_stands_in_for_henrik_joergensund(session: Session) -> None:
    me = advisers.me(session)
    assert me is not None
    assert (me.name, me.mark) == ("Mira Ahornthal", "A")
    (stand_in,) = today.day(session, T, me.id).stand_ins
    assert (stand_in.adviser, stand_in.ends_on) == ("Henrik Jørgensund", date(2026, 12, 5))


def test_the_office_says_that_it_is_a_demo(session: Session) -> None:
    assert office_settings.read(session).is_demo


# rule 1: invented, and recognisably so


def test_every_family_name_is_of_the_invented_pool(session: Session) -> None:
    pool = document("names")
    known = {*pool["family"], *pool["marked"], *(name for _, name in pool["prefixed"])}
    known |= {name for names in pool["abroad"].values() for name in names}
    assert set(session.scalars(text("SELECT DISTINCT family_name FROM person"))) <= known
    typed = session.scalars(text("SELECT typed_name FROM registration WHERE typed_name<>''"))
    folded = {folding.name_fold(name) for name in known}
    strangers = [name for name in typed if not any(one in folding.name_fold(name) for one in folded)]
    assert strangers == []


def test_every_mail_address_ends_in_example(session: Session) -> None:
    mails = _values(session, "kind='email'") + list(session.scalars(text("SELECT email FROM adviser")))
    assert len(mails) > 200
    assert [mail for mail in mails if not mail.endswith(".example")] == []


def test_every_phone_is_of_the_blocks_for_fiction(session: Session) -> None:
    query = f"SELECT normal FROM contact_point WHERE kind IN ('phone','mobile') AND {_MADE_BY_US}"
    numbers = list(session.scalars(text(query)))
    assert len(numbers) > 200
    assert [number for number in numbers if not FICTION.fullmatch(number)] == []


def test_phones_are_typed_in_six_ways(session: Session) -> None:
    typed = _values(session, "kind='phone' AND affiliation_id>0")
    ways = Counter(re.sub(r"\d+", "9", number) for number in typed)
    assert set(ways) == {"9 9-9", "9/9-9", "(9) 9", "+9 9 9-9", "+9 (9)9 9 9", "9 9 9"}


def test_every_address_is_a_pattern_street(session: Session) -> None:
    query = f"SELECT street, postcode FROM contact_point WHERE kind='postal' AND {_MADE_BY_US}"
    rows = session.execute(text(query)).all()
    assert len(rows) == 91
    assert all(street.startswith(("Musterstraße", "Musterplatz")) for street, _ in rows)
    assert {postcode for _, postcode in rows} == {"00000"}


def test_nobody_of_the_real_contact_points_takes_part(session: Session) -> None:
    query = "SELECT count(*) FROM contact_point WHERE source<>:ours AND (person_id>0 OR affiliation_id>0)"
    assert session.scalar(text(query), {"ours": SOURCE}) == 0


def test_invented_bodies_say_so(session: Session) -> None:
    names = session.scalars(text(f"SELECT name FROM organisation WHERE {_MADE_BY_US}"))
    assert [name for name in names if "beispiel" not in name.casefold()] == []


def test_every_record_that_was_made_says_where_it_comes_from(session: Session) -> None:
    for name in (
        "person",
        "affiliation",
        "advisory_case",
        "note",
        "task",
        "event",
        "registration",
        "consent",
    ):
        assert session.scalar(text(f"SELECT count(*) FROM {name} WHERE source<>:ours"), {"ours": SOURCE}) == 0


def test_the_erased_person_is_named_nowhere(session: Session) -> None:
    assert not [line for line in dump.lines(session) if ERASED in line]


# the same every time


def test_the_same_seed_and_day_make_the_same_office(made: Store, tmp_path: Path) -> None:
    again = _make(tmp_path / "again.db")
    with made.read() as one, again.read() as other:
        assert list(dump.lines(one)) == list(dump.lines(other))
        for name in ("person", "note", "task", "registration_step"):
            query = text(f"SELECT uid, created_at, updated_at FROM {name} ORDER BY id")
            assert one.execute(query).all() == other.execute(query).all()
    again.close()


def test_the_demo_cannot_be_undone_away(made: Store) -> None:
    with pytest.raises(RefusedError):
        undo.undo(made)


def test_nothing_was_made_later_than_the_morning_of_the_day(session: Session) -> None:
    latest = session.scalar(text(f"SELECT max(created_at) FROM note WHERE {_MADE_BY_US}"))
    assert latest is not None
    assert latest <= int(NOW.timestamp() * 1000)


# the conference


@pytest.fixture
def conference(session: Session) -> EventId:
    """The regional conference of the demo."""
    found = session.scalar(text("SELECT id FROM event WHERE title='Regionalkonferenz Nr. 24'"))
    assert found is not None
    return EventId(found)


def test_the_conference_is_full_with_eleven_waiting(session: Session, conference: EventId) -> None:
    states = {state: count for state, count in registration_lists.counts(session, conference) if count}
    assert states == {
        "confirmed": 106,
        "deputy_sent": 4,
        "waiting": 11,
        "tentative": 3,
        "cancelled": 7,
        "declined": 4,
    }
    places = registration_lists.places(session, conference)
    assert (places.capacity, places.taken, places.waiting, places.free) == (110, 110, 11, 0)


def test_five_moved_up_and_two_of_the_waiting_asked_in_the_same_minute(
    session: Session, conference: EventId
) -> None:
    rows = registration_lists.everyone(session, conference)
    waiting = [row.registered_at for row in rows if row.rank]
    assert sum(row.has_moved_up for row in rows) == 5
    assert len(set(waiting)) == len(waiting) - 1


def test_names_roles_badges_and_photos_of_the_conference(session: Session, conference: EventId) -> None:
    rows = registration_lists.everyone(session, conference)
    roles = Counter(row.role for row in rows)
    assert sum(row.person_id is None for row in rows) == 51
    assert (roles["speaker"], roles["facilitator"], roles["host"], roles["press"]) == (7, 3, 2, 2)
    assert sum(row.badge_printed_at is not None for row in rows) == 90
    assert sum(row.no_photo for row in rows) == 12


def test_the_first_workshop_is_full_with_six_waiting(session: Session, conference: EventId) -> None:
    workshop = event_sessions.of_event(session, conference)[1]
    assert (workshop.capacity, workshop.taken, workshop.waiting) == (40, 40, 6)


def test_needs_of_the_conference_are_counted(session: Session, conference: EventId) -> None:
    kinds = Counter(line.kind for line in special_needs.of_event(session, conference))
    assert kinds == {
        "wheelchair": 2,
        "sign_language": 1,
        "large_print": 1,
        "vegetarian": 31,
        "vegan": 9,
        "allergy": 4,
    }


def test_nobody_moves_up_while_the_conference_is_full(session: Session, conference: EventId) -> None:
    assert registrations.next_in_line(session, conference) is None


# on purpose


def test_two_pairs_of_people_look_like_one_person(session: Session) -> None:
    found = {tuple(_names(session, pair.left_id, pair.right_id)) for pair in duplicates.pairs(session)}
    assert found == {
        ("Katharina Müllerbach", "Katharina Muellerbach"),
        ("Stefan Maierfeld", "Stefan Maierfeld"),
    }


def test_one_merge_was_made_and_one_person_is_restricted(session: Session) -> None:
    assert session.scalar(text("SELECT count(*) FROM person WHERE merged_into_id>0")) == 1
    assert session.scalar(text("SELECT count(*) FROM person WHERE restricted_at IS NOT NULL")) == 1


def test_a_mayor_whose_term_ended_still_has_an_invitation(session: Session) -> None:
    query = """SELECT count(*) FROM registration r JOIN affiliation a ON a.person_id=r.person_id
        WHERE r.state='invited' AND a.valid_to='2026-11-15'"""
    assert session.scalar(text(query)) == 1


def test_a_past_event_is_still_open(session: Session) -> None:
    query = text("SELECT title FROM event WHERE state='open' AND ends_at < :now")
    assert list(session.scalars(query, {"now": int(NOW.timestamp() * 1000)})) == [
        "Web-Seminar: Vergabe und Open Source"
    ]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1 FROM note WHERE case_id IS NULL AND organisation_id IS NULL AND event_id IS NULL",
        "SELECT 1 FROM advisory_case c WHERE NOT EXISTS (SELECT 1 FROM case_person p WHERE p.case_id=c.id)",
        "SELECT 1 FROM organisation o WHERE o.id NOT IN (SELECT organisation_id FROM organisation_key)",
        "SELECT 1 FROM organisation_key WHERE value='16061097' AND valid_to IS NOT NULL AND successor<>''",
        "SELECT 1 FROM task t JOIN absence a ON a.adviser_id=t.assignee_id WHERE t.done_at IS NULL",
        "SELECT 1 FROM task WHERE done_at IS NULL AND strftime('%w', due_on)='6'",
        "SELECT 1 FROM note WHERE instr(text, char(173)) AND instr(text, '👍') AND instr(text, char(8207))",
        "SELECT 1 FROM contact_point WHERE value='030 23125-0 (Zentrale)' AND normal='+4930231250'",
        "SELECT 1 FROM adviser WHERE left_on='2026-10-15'",
    ],
)
def test_what_is_odd_on_purpose_is_there(session: Session, query: str) -> None:
    assert session.scalar(text(query)) == 1


def test_file_numbers_bear_the_mark_of_the_adviser_and_the_number_of_the_case(session: Session) -> None:
    numbers = set(session.scalars(text("SELECT number FROM advisory_case")))
    assert {"KTS-PB/A0013#2026", "KTS-PB/B0039#2026", "KTS-PB/A0015#2025"} <= numbers
    assert len(numbers) == 40


def _values(session: Session, condition: str) -> list[str]:
    return list(session.scalars(text(f"SELECT value FROM contact_point WHERE {_MADE_BY_US} AND {condition}")))


def _names(session: Session, *ids: int) -> Iterator[str]:
    for id_ in ids:
        yield str(
            session.scalar(text("SELECT given_name||' '||family_name FROM person WHERE id=:id"), {"id": id_})
        )
