"""The GUI's door to the use cases: reads, writes, news, undo."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlalchemy.orm import Session

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import RefusedError
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.jobs import Jobs, Ticket
from kts_desktop.ui.workspace import Workspace
from tests.helpers import build

LABEL = "case.open"


class Listener(QObject):
    """Remembers in which order things arrived."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def take(self, value: object) -> None:
        self.heard.append(value)

    def end(self) -> None:
        self.heard.append("ended")


@pytest.fixture
def workspace(qapp: object, store: Store) -> Iterator[Workspace]:
    writer, readers = Jobs(), Jobs(2)
    workspace = Workspace(writer, readers)
    workspace.attach(store, undo)
    yield workspace
    readers.shutdown()
    writer.shutdown()


def open_case(session: Session, _ticket: Ticket) -> int:
    return build.a_case(session)


def cases(session: Session) -> int:
    return int(session.scalar(text("SELECT count(*) FROM advisory_case WHERE deleted_at IS NULL")) or 0)


def written(qtbot: QtBot, workspace: Workspace) -> int:
    with qtbot.waitSignal(workspace.write(LABEL, open_case).succeeded) as saved:
        pass
    assert saved.args is not None
    return int(saved.args[0])


def test_a_write_tells_what_it_touched_before_it_answers(qtbot: QtBot, workspace: Workspace) -> None:
    listener = Listener()
    workspace.changed.connect(listener.take)
    ticket = workspace.write(LABEL, open_case)
    ticket.succeeded.connect(listener.take)
    with qtbot.waitSignal(ticket.finished):
        pass
    changes, case_id = listener.heard
    assert isinstance(changes, Changes)
    assert changes.ids("advisory_case") == {case_id}


def test_a_refused_write_changes_nothing_and_tells_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    def refuse(session: Session, ticket: Ticket) -> object:
        open_case(session, ticket)
        raise RefusedError("gone")

    with (
        qtbot.assertNotEmitted(workspace.changed),
        qtbot.waitSignal(workspace.failed) as failed,
    ):
        workspace.write(LABEL, refuse)
    assert failed.args is not None
    assert isinstance(failed.args[0], RefusedError)
    assert workspace.read(cases) == 0


def test_undo_and_redo_tell_what_they_touched(qtbot: QtBot, workspace: Workspace) -> None:
    written(qtbot, workspace)
    with qtbot.waitSignals([workspace.changed, workspace.undo_changed]):
        workspace.undo()
    assert workspace.read(cases) == 0
    with qtbot.waitSignal(workspace.changed):
        workspace.redo()
    assert workspace.read(cases) == 1


def test_nothing_to_undo_is_a_sentence_and_no_crash(qtbot: QtBot, workspace: Workspace) -> None:
    with qtbot.waitSignal(workspace.failed) as failed:
        workspace.undo()
    assert failed.args is not None
    assert isinstance(failed.args[0], RefusedError)


def test_a_long_query_is_broken_off_by_cancel(qtbot: QtBot, workspace: Workspace) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"

    def count(session: Session, ticket: Ticket) -> Any:
        ticket.step(0, 0)
        return session.scalar(text(endless))

    ticket = workspace.fetch(count, "Counting")
    with qtbot.waitSignal(ticket.progressed):
        pass
    listener = Listener()
    ticket.finished.connect(listener.end)

    def stopped() -> bool:
        if not listener.heard:
            ticket.cancel()
        return bool(listener.heard)

    qtbot.waitUntil(stopped, timeout=20_000)
    assert workspace.read(cases) == 0


def test_jobs_with_a_title_are_announced(qtbot: QtBot, workspace: Workspace) -> None:
    with qtbot.waitSignal(workspace.started) as started:
        ticket = workspace.fetch(lambda session, _: cases(session), "Counting")
    assert started.args == [ticket]
    with qtbot.assertNotEmitted(workspace.started), qtbot.waitSignal(ticket.finished):
        quiet = workspace.fetch(lambda session, _: cases(session))
    qtbot.waitUntil(lambda: not quiet.is_cancelled)


def test_a_page_before_the_store_is_a_bug(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.detach()
    with pytest.raises(RuntimeError, match="before the store"):
        workspace.read(cases)


def test_changes_answer_for_kinds_and_ids() -> None:
    changes = Changes.together((Changes.of("note", 1, 2), Changes.of("task", 3)))
    assert changes.concerns("task", "person")
    assert not changes.concerns("person")
    assert changes.ids("note") == {1, 2}
    assert not Changes()


def test_a_result_that_comes_after_the_office_was_closed_reaches_nobody(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    listener = Listener()
    ticket = workspace.write(LABEL, open_case)
    ticket.succeeded.connect(listener.take)
    ticket.finished.connect(listener.end)
    workspace.changed.connect(listener.take)
    store_before = workspace.detach()
    with qtbot.waitSignal(ticket.finished):
        pass
    assert listener.heard == ["ended"]
    assert store_before is store
    with store.read() as session:
        assert cases(session) == 1, "the work itself was done"


def test_a_failure_after_the_office_was_closed_is_told_all_the_same(
    qtbot: QtBot, workspace: Workspace
) -> None:
    listener = Listener()

    def refuse(_session: Session, _ticket: Ticket) -> object:
        raise RefusedError("gone")

    ticket = workspace.write(LABEL, refuse)
    ticket.failed.connect(listener.take)
    workspace.detach()
    with qtbot.waitSignal(workspace.failed) as told:
        pass
    assert told.args is not None
    assert isinstance(told.args[0], RefusedError)
    assert listener.heard == []
