"""Statements straight to the driver give what the session itself would give."""

from random import Random

import pytest
from sqlalchemy import Select, select, text

from kts_desktop.models.note import Note
from kts_desktop.storage.direct import ids_of, rows_of
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_note

ORDERS = ("title, id", "title DESC, id DESC", "length(text) DESC, id", "id DESC")


@pytest.fixture
def mixed(store: Store) -> Store:
    rng = Random(5)  # noqa: S311 - repeatable on purpose
    with store.write("note.add") as session:
        for _ in range(60):
            a_note(session, title=rng.choice("abc"), text="x" * rng.randint(1, 9))
    return store


@pytest.mark.parametrize("order", ORDERS)
def test_ids_come_in_the_order_of_the_statement(mixed: Store, order: str) -> None:
    plain = f"SELECT id FROM note WHERE title<>'b' ORDER BY {order}"
    built: Select[int] = select(Note.id).where(Note.title != "b").order_by(text(order))
    with mixed.read() as session:
        expected = list(session.scalars(text(plain)))
        assert 10 < len(expected) < 60
        assert ids_of(session, plain) == expected
        assert ids_of(session, built) == expected


def test_no_ids_are_an_empty_list(store: Store) -> None:
    with store.read() as session:
        assert ids_of(session, select(Note.id)) == []


def test_what_waits_in_the_session_counts(store: Store) -> None:
    with store.write("note.add") as session:
        session.add(Note(kind="call", happened_at=NOON, title="Anruf"))
        assert len(ids_of(session, select(Note.id))) == 1


def test_all_that_one_session_reads_is_of_one_moment(store: Store) -> None:
    counting = "SELECT count(*) FROM note"
    with store.read() as session:
        before = rows_of(session, counting)
        store.run("note.add", a_note)
        assert rows_of(session, counting) == before == [(session.scalar(text(counting)),)]
    with store.read() as session:
        assert rows_of(session, counting) == [(1,)] != before
