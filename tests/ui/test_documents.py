"""Documents in the window: attached by dialog and by dropping, opened, copied out, removed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.services import attachments
from kts_desktop.services.attachments import AttachmentRow
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.cases.page import CasesPage
from kts_desktop.ui.events.page import EventsPage
from kts_desktop.ui.kit.documents import DropVeil
from kts_desktop.ui.kit.facts import Link
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import NOON, a_case, a_note
from tests.helpers.build_events import schedule
from tests.helpers.build_files import LETTER, a_file, attach, blobs_in
from tests.helpers.qt import nameless

CASE = "advisory_case"


@pytest.fixture
def page(qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings) -> Iterator[CasesPage]:
    with office.write("case.open") as session:
        a_note(session, case_id=a_case(session))
    office_workspace.clock = lambda: NOON
    office_workspace.attach(office, undo)
    page = CasesPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.open_record(CASE, 1)
    page.detail.show_tab("documents")
    yield page


def rows(store: Store, kind: str = CASE, id_: int = 1) -> list[AttachmentRow]:
    with store.read() as session:
        return attachments.of_record(session, kind, id_)


def told(page: QWidget) -> str:
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    links = [link.text() for link in page.findChildren(Link) if link.isVisibleTo(page)]
    return "\n".join([*labels, *links])


def tab(page: CasesPage, key: str) -> str:
    bar = page.detail.tabs
    return next(bar.tabText(n) for n in range(bar.count()) if key in bar.tabText(n))


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def press(page: QWidget, name: str, qtbot: QtBot) -> None:
    found = page.findChildren(QToolButton)
    buttons = [button for button in found if button.accessibleName() == name and button.isVisible()]
    assert len(buttons) == 1
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_a_chosen_file_is_attached_and_can_be_taken_back(
    page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(page.side.reading.documents.add, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog, "documents.choose")
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(a_file(tmp_path)), str(a_file(tmp_path, "Plan.png", b"plan"))])
    dialog.close()
    qtbot.waitUntil(lambda: "Bescheid.pdf" in told(page))
    assert "120 kB" in told(page)
    assert "(2)" in tab(page, "Documents")
    assert page.notice.isVisible()
    with qtbot.waitSignal(page.workspace.changed):
        page.notice.undo_wanted.emit()
    assert rows(office) == []
    assert "No document yet" in told(page)


def test_files_are_dropped_anywhere_on_the_case(
    page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    page.detail.show_tab("overview")
    data = mime(a_file(tmp_path))
    veil = page.findChild(DropVeil)
    assert veil is not None
    assert enter(page.detail, data)
    assert veil.isVisible()
    QApplication.sendEvent(page.detail, QDragLeaveEvent())
    assert not veil.isVisible()
    assert enter(page.detail, data)
    with qtbot.waitSignal(page.workspace.changed):
        drop(page.detail, data)
    assert not veil.isVisible()
    assert [row.name for row in rows(office)] == ["Bescheid.pdf"]


def test_text_is_not_taken_and_nothing_while_a_form_is_open(page: CasesPage, tmp_path: Path) -> None:
    words = QMimeData()
    words.setText("only words")
    assert not enter(page.detail, words)
    page.do_create()
    assert not enter(page.detail, mime(a_file(tmp_path)))


def test_without_a_case_nothing_is_taken(
    qtbot: QtBot, office_workspace: Workspace, settings: Settings, tmp_path: Path
) -> None:
    page = CasesPage(office_workspace, settings)
    qtbot.addWidget(page)
    assert not enter(page.detail, mime(a_file(tmp_path)))


def test_a_file_that_cannot_be_attached_is_told_and_nothing_is_written(
    page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    assert enter(page.detail, mime(a_file(tmp_path, "leer.pdf", b"")))
    drop(page.detail, mime(a_file(tmp_path), a_file(tmp_path, "leer.pdf", b"")))
    qtbot.waitUntil(lambda: page.findChild(QWidget, "dialog.message") is not None)
    message = page.findChild(QWidget, "dialog.message")
    assert message is not None
    assert "leer.pdf" in told(message)
    assert rows(office) == []


def test_the_name_opens_a_copy_with_the_system_s_program(
    page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(office, CASE, 1, a_file(tmp_path))
    page.do_refresh()
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    link = next(one for one in page.findChildren(Link) if one.text() == "Bescheid.pdf")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert Path(opened[0]).read_bytes() == LETTER
    assert "Bescheid" not in opened[0]


def test_a_copy_is_saved_where_the_user_likes(
    page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(office, CASE, 1, a_file(tmp_path))
    page.do_refresh()
    press(page, "Save a copy of Bescheid.pdf", qtbot)
    dialog = page.findChild(QFileDialog, "documents.save")
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "anderswo.pdf"
    target.write_text("an older file, which the dialog asked about")
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: target.read_bytes() == LETTER)
    assert sorted(path.name for path in tmp_path.glob("*.part*")) == []


def test_a_removed_document_comes_back_by_undo(
    page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(office, CASE, 1, a_file(tmp_path))
    page.do_refresh()
    with qtbot.waitSignal(page.workspace.changed):
        press(page, "Remove Bescheid.pdf", qtbot)
    qtbot.waitUntil(page.notice.isVisible)
    assert "Dokument entfernt" in told(page.notice)
    with qtbot.waitSignal(page.workspace.changed):
        page.notice.undo_wanted.emit()
    assert "Bescheid.pdf" in told(page)


def test_a_missing_content_is_told_in_the_list_and_when_opened(
    page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(office, CASE, 1, a_file(tmp_path))
    assert office.blobs is not None
    for blob in blobs_in(office.blobs.folder):
        blob.unlink()
    page.do_refresh()
    assert "content missing" in told(page)
    page.side.documents.open(1)
    qtbot.waitUntil(lambda: page.findChild(QWidget, "dialog.message") is not None)


def test_what_no_program_opens_is_told(
    page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(office, CASE, 1, a_file(tmp_path))
    page.do_refresh()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page.side.documents.open(1)
    qtbot.waitUntil(lambda: page.findChild(QWidget, "dialog.message") is not None)


def test_a_note_bears_its_own_documents(page: CasesPage, office: Store, qtbot: QtBot, tmp_path: Path) -> None:
    page.detail.show_tab("course")
    [button] = [
        one
        for one in page.findChildren(QToolButton)
        if one.accessibleName().startswith("Attach to the note") and one.isVisible()
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog, "documents.choose")
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(a_file(tmp_path))])
    dialog.close()
    qtbot.waitUntil(lambda: "Bescheid.pdf" in told(page.side.reading.notes))
    assert [row.owner_kind for row in rows(office)] == ["note"]
    page.detail.show_tab("documents")
    assert "on a note" in told(page)


def test_an_event_has_its_documents_too(
    qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings, tmp_path: Path
) -> None:
    with office.write("event.schedule") as session:
        event = int(schedule(session))
    attach(office, "event", event, a_file(tmp_path, "Einladung.pdf", b"Einladung"))
    page = EventsPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.open_record("event", event)
    page.detail.show_tab("documents")
    assert "Einladung.pdf" in told(page)
    assert nameless(page) == []
    with qtbot.waitSignal(office_workspace.changed):
        assert enter(page.detail, mime(a_file(tmp_path)))
        drop(page.detail, mime(a_file(tmp_path)))
    assert {row.name for row in rows(office, "event", event)} == {"Einladung.pdf", "Bescheid.pdf"}


def test_every_part_has_a_name(page: CasesPage, office: Store, tmp_path: Path) -> None:
    attach(office, CASE, 1, a_file(tmp_path))
    page.do_refresh()
    assert nameless(page) == []
