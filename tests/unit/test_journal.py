"""The change journal: nothing is written without a label, and the journal tells everything."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kts_desktop.core.errors import RefusedError
from kts_desktop.models import late
from kts_desktop.models.base import METADATA, Record
from kts_desktop.models.catalogue import BY_NAME, TABLES
from kts_desktop.services import cases, history
from kts_desktop.storage.store import Store, changes_of
from tests.helpers.build import a_body, a_case, a_note, a_task

LOCAL = {"id", "uid", "created_at", "updated_at", "deleted_at", "sort_key", "next_due_on", "last_note_at"}


def test_the_catalogue_names_every_field_of_every_synced_table() -> None:
    mapped = {vars(one)["__tablename__"] for one in late.classes() if issubclass(one, Record)}
    assert mapped == set(BY_NAME)
    for table in TABLES:
        columns = METADATA.tables[table.name].columns
        assert {field.name for field in table.fields} == set(columns.keys()) - LOCAL
        targets = {c.name: next(iter(c.foreign_keys)).column.table.name for c in columns if c.foreign_keys}
        assert {field.name: field.target for field in table.fields if field.target} == targets


def test_numbers_of_tables_and_fields_are_used_once() -> None:
    assert len({table.number for table in TABLES}) == len(TABLES)
    for table in TABLES:
        assert len({field.number for field in table.fields}) == len(table.fields) <= 63


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_table_takes_a_write_without_a_label(store: Store, table: Any) -> None:
    with pytest.raises(IntegrityError, match="kts:unlabelled"), store.maintain() as connection:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        needed = {
            name: _filler(str(declared))
            for _, name, declared, required, default, _, hidden in connection.exec_driver_sql(
                f"PRAGMA table_xinfo({table.name})"
            )
            if required and default is None and not hidden and name != "id"
        }
        columns = ",".join(f'"{name}"' for name in needed)
        marks = ",".join("?" * len(needed))
        connection.exec_driver_sql(
            f"INSERT INTO {table.name}({columns}) VALUES({marks})", tuple(needed.values())
        )


def _filler(declared: str) -> object:
    return {"INTEGER": 1, "BLOB": b"0123456789abcdef"}.get(declared, "x")


def test_changes_name_what_was_touched_and_nothing_else(store: Store) -> None:
    with store.write("case.open") as session:
        case_id = a_case(session)
    assert changes_of(session).ids("advisory_case") == {case_id}
    assert not changes_of(session).concerns("note", "task", "person")


def test_a_write_without_effect_leaves_no_undo_step(store: Store) -> None:
    with store.write("case.edit"):
        pass
    with store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM change_set WHERE label='case.edit'")) == 0


def test_a_failed_write_leaves_neither_data_nor_journal(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write("case.open") as session:
        a_case(session)
        raise ZeroDivisionError
    with store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM advisory_case")) == 0
        assert session.scalar(text("SELECT tx FROM journal_ctx")) is None
        assert session.scalar(text("SELECT count(*) FROM change_set WHERE label='case.open'")) == 0


def test_a_record_in_the_bin_takes_no_edit(store: Store) -> None:
    case_id, _ = store.run("case.open", a_case)
    store.run("case.delete", lambda session: cases.delete(session, [case_id]))
    with pytest.raises(RefusedError, match="in_bin"), store.write("case.edit") as session:
        session.execute(text("UPDATE advisory_case SET subject='x' WHERE id=:id"), {"id": case_id})


@pytest.mark.parametrize(
    ("statement", "mark"),
    [
        ("DELETE FROM advisory_case", "kts:hard-delete"),
        ("UPDATE advisory_case SET uid=x'00112233445566778899aabbccddeeff'", "kts:uid"),
    ],
)
def test_the_bin_and_the_uid_cannot_be_got_around(store: Store, statement: str, mark: str) -> None:
    store.run("case.open", a_case)
    with pytest.raises(IntegrityError, match=mark), store.write("bulk.edit") as session:
        session.execute(text(statement))


def test_the_history_of_a_case_tells_its_notes_and_tasks_too(store: Store) -> None:
    case_id, _ = store.run("case.open", a_case)
    store.run("note.add", lambda session: a_note(session, case_id=case_id))
    store.run("task.add", lambda session: a_task(session, case_id=case_id))
    with store.read() as session:
        lines = history.of_record(session, "advisory_case", case_id)
    assert [(line.label, line.table) for line in lines] == [
        ("task.add", "task"),
        ("note.add", "note"),
        ("case.open", "advisory_case"),
    ]
    assert {line.who for line in lines} == {"Mira Ahornthal"}


def test_the_history_names_records_instead_of_numbers(store: Store) -> None:
    case_id, _ = store.run("case.open", a_case)
    body, _ = store.run("organisation.add", lambda session: a_body(session, "Bautzen / Budyšin"))
    with store.write("case.edit") as session:
        session.execute(text("UPDATE advisory_case SET organisation_id=:body"), {"body": body})
    with store.read() as session:
        newest = history.of_record(session, "advisory_case", case_id)[0]
    assert (newest.field, newest.old, newest.new) == ("organisation_id", None, "Bautzen / Budyšin")


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12)
edits = st.lists(
    st.tuples(st.sampled_from(["subject", "concern", "result", "priority"]), words), min_size=1, max_size=8
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=edits)
def test_the_journal_read_backwards_gives_the_first_state(store: Store, steps: list[tuple[str, str]]) -> None:
    case_id, _ = store.run("case.open", a_case)
    first = _state(store, case_id)
    for column, value in steps:
        with store.write("case.edit") as session:
            session.execute(
                text(f'UPDATE advisory_case SET "{column}"=:value WHERE id=:id'),
                {"value": value, "id": case_id},
            )
    state = _state(store, case_id)
    names = {field.number: field.name for field in BY_NAME["advisory_case"].fields}
    for number, old, new in _rows_backwards(store, case_id):
        assert state[names[number]] == new
        state[names[number]] = old
    assert state == first


def _state(store: Store, case_id: int) -> dict[str, object]:
    with store.read() as session:
        row = session.execute(text("SELECT * FROM advisory_case WHERE id=:id"), {"id": case_id}).one()
    return {key: value for key, value in row._mapping.items() if key not in LOCAL}


def _rows_backwards(store: Store, case_id: int) -> Iterator[tuple[int, object, object]]:
    with store.read() as session:
        found = session.execute(
            text(
                "SELECT fld, old, new FROM change WHERE op=1 AND rec="
                "(SELECT uid FROM advisory_case WHERE id=:id) ORDER BY seq DESC"
            ),
            {"id": case_id},
        ).all()
    yield from ((number, old, new) for number, old, new in found)
