"""Undo and redo: all of a step or nothing, and never over somebody else's edit."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text

from kts_desktop.core.errors import RefusedError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.models import everything
from kts_desktop.models.vocab import CaseId, CaseState, ChangeKind
from kts_desktop.services import cases, notes
from kts_desktop.services.notes import CallDraft
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers.build import NOTE, TODAY, a_case, a_note

assert everything.MODULES


def subjects(store: Store) -> list[str]:
    with store.read() as session:
        return list(
            session.scalars(text("SELECT subject FROM advisory_case WHERE deleted_at IS NULL ORDER BY id"))
        )


def steps(store: Store) -> undo.Steps:
    with store.read() as session:
        return undo.next_steps(session.connection())


def test_a_logged_call_goes_and_comes_back_as_one_step(store: Store) -> None:
    call = CallDraft(note=NOTE, follow_up="Zurückrufen", due_on=TODAY)
    store.run("call.log", lambda session: notes.log_call(session, call))
    touched = undo.undo(store)
    assert touched.concerns("note")
    assert touched.concerns("task")
    assert steps(store) == undo.Steps(undo="", redo="call.log")
    undo.redo(store)
    with store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM task WHERE deleted_at IS NULL")) == 1


def test_nothing_to_undo_is_said_plainly(store: Store) -> None:
    with pytest.raises(RefusedError) as refused:
        undo.undo(store)
    assert refused.value.code == "nothing_to_undo"
    with pytest.raises(RefusedError) as refused:
        undo.redo(store)
    assert refused.value.code == "nothing_to_redo"


def test_a_new_edit_ends_the_chance_to_redo(store: Store) -> None:
    store.run("case.open", a_case)
    undo.undo(store)
    store.run("note.add", a_note)
    assert steps(store) == undo.Steps(undo="note.add", redo="")


def test_a_bulk_edit_is_one_step(store: Store) -> None:
    ids, _ = store.run("case.open", lambda session: [a_case(session) for _ in range(30)])
    store.run("case.set_state", lambda session: cases.set_state(session, ids, CaseState.CLOSED, TODAY))
    undo.undo(store)
    with store.read() as session:
        states = session.execute(text("SELECT DISTINCT state, closed_on FROM advisory_case")).all()
    assert [tuple(row) for row in states] == [("new", None)]


def received(store: Store, statement: str) -> None:
    """Change data as a package from a colleague does: not an own step."""
    with store.write("received", kind=ChangeKind.RECEIVED) as session:
        session.execute(text(statement))


def test_a_field_changed_since_refuses_the_whole_step_and_offers_the_one_before(store: Store) -> None:
    store.run("case.open", lambda session: a_case(session, subject="Eins"))
    with store.write("case.edit") as session:
        session.execute(text("UPDATE advisory_case SET subject='Zwei', concern='neu'"))
    received(store, "UPDATE advisory_case SET subject='Drei'")
    with pytest.raises(RefusedError) as refused:
        undo.undo(store)
    assert subjects(store) == ["Drei"]
    assert "Betreff" in sentence(refused.value, "de")
    assert "Subject" in sentence(refused.value, "en")
    assert steps(store).undo == "case.open"
    with store.read() as session:
        assert session.scalar(text("SELECT concern FROM advisory_case")) == "neu"


def test_a_record_somebody_else_changed_is_not_binned_by_undoing_its_birth(store: Store) -> None:
    store.run("case.open", a_case)
    received(store, "UPDATE advisory_case SET result='von anderer Hand'")
    with pytest.raises(RefusedError, match="undo_refused"):
        undo.undo(store)
    assert len(subjects(store)) == 1


def test_a_record_a_colleague_binned_is_not_raised_by_undo(store: Store) -> None:
    store.run("case.open", a_case)
    with store.write("case.edit") as session:
        session.execute(text("UPDATE advisory_case SET subject='neu'"))
    received(store, "UPDATE advisory_case SET deleted_at=1")
    with pytest.raises(RefusedError, match="undo_refused"):
        undo.undo(store)
    assert subjects(store) == []


class UndoWalk(RuleBasedStateMachine):
    """Random edits, undos and redos against a list of remembered states."""

    fresh: ClassVar[Callable[[], Store]]

    def __init__(self) -> None:
        super().__init__()
        self.past: list[dict[int, Any]] = []
        self.future: list[dict[int, Any]] = []

    @initialize()
    def open(self) -> None:
        self.store: Store = UndoWalk.fresh()
        self.now = self.look()

    @rule(subject=st.sampled_from(["a", "b", "c"]))
    def make(self, subject: str) -> None:
        self.step(lambda session: a_case(session, subject=subject))

    @precondition(lambda self: self.now)
    @rule(data=st.data(), column=st.sampled_from(["subject", "concern"]), value=st.sampled_from(["x", "y"]))
    def edit(self, data: st.DataObject, column: str, value: str) -> None:
        case_id = data.draw(st.sampled_from(sorted(self.now)))
        statement = text(f"UPDATE advisory_case SET {column}=:value WHERE id=:id")
        self.step(lambda session: session.execute(statement, {"value": value, "id": case_id}))

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def bin(self, data: st.DataObject) -> None:
        case_id = data.draw(st.sampled_from(sorted(self.now)))
        self.step(lambda session: cases.delete(session, [CaseId(case_id)]))

    @precondition(lambda self: self.past)
    @rule()
    def take_back(self) -> None:
        undo.undo(self.store)
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def do_again(self) -> None:
        undo.redo(self.store)
        self.past.append(self.now)
        self.now = self.future.pop()

    @invariant()
    def the_data_are_as_remembered(self) -> None:
        assert self.look() == self.now

    def step(self, use_case: Any) -> None:
        before = self.now
        _, changes = self.store.run("case.edit", use_case)
        if changes:
            self.past.append(before)
            self.future.clear()
            self.now = self.look()

    def look(self) -> dict[int, Any]:
        with self.store.read() as session:
            rows = session.execute(
                text("SELECT id, subject, concern FROM advisory_case WHERE deleted_at IS NULL")
            )
            return {row.id: (row.subject, row.concern) for row in rows}

    def teardown(self) -> None:
        self.store.close()


def test_any_walk_of_edits_undos_and_redos_keeps_the_states(tmp_path: Any, empty_file: bytes) -> None:
    made = 0

    def fresh() -> Store:
        nonlocal made
        made += 1
        path = tmp_path / f"{made}.db"
        path.write_bytes(empty_file)
        return Store(path, bytes(range(32)))

    UndoWalk.fresh = staticmethod(fresh)
    run_state_machine_as_test(
        UndoWalk, settings=settings(max_examples=25, stateful_step_count=25, deadline=None)
    )
