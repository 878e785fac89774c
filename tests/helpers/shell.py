"""A shell to drive: a window over simple pages, the whole program over an office on disk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kts_desktop import app
from kts_desktop.core.settings import LANGUAGE, LAST_PAGE, SCHEME, Settings
from kts_desktop.ui.jobs import Jobs, Ticket
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.shell.inquiries import Found, Steps
from kts_desktop.ui.shell.pages import Builder, PageEntry
from kts_desktop.ui.workspace import Workspace


class NotePage(Page):
    """A page with one field that remembers what it was asked."""

    key: ClassVar[str] = "notes"

    def __init__(self, workspace: Workspace, _settings: Settings) -> None:
        super().__init__(workspace)
        self.can = frozenset({"create", "find"})
        self.done: list[str] = []
        self.is_clean = True
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Notes")
        QVBoxLayout(self).addWidget(self.field)

    def abilities(self) -> frozenset[str]:
        return self.can

    def do_create(self) -> None:
        self.done.append("create")

    def do_find(self) -> None:
        self.done.append("find")

    def retranslate(self) -> None:
        self.done.append("retranslate")

    def open_record(self, kind: str, record_id: int) -> None:
        self.done.append(f"{kind} {record_id}")
        self.record_shown.emit(kind, record_id)

    def may_leave(self) -> bool:
        return self.is_clean


class OtherPage(NotePage):
    """A second page."""

    key: ClassVar[str] = "others"


def entry(page: Builder, key: str, *, section: str = "work", kinds: tuple[str, ...] = ()) -> PageEntry:
    """Return an entry of the navigation."""
    return PageEntry(
        key=key, source_title=key.title(), icon="inbox", build=page, section=section, kinds=kinds
    )


ENTRIES = (
    entry(NotePage, "notes", kinds=("note",)),
    entry(OtherPage, "others", section="directory", kinds=("person",)),
    entry(OtherPage, "program", section="program"),
    entry(OtherPage, "search", section=""),
)


class FixedAnswers:
    """Answers the shell without an office."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self.asked: list[str] = []
        self.found: list[Found] = []
        self.next = Steps()

    def records(self, text: str) -> Ticket:
        self.asked.append(text)
        found = list(self.found)
        return self._jobs.run(lambda _: found)

    def steps(self) -> Steps:
        return self.next

    def counts(self) -> Ticket:
        return self._jobs.run(lambda _: {"notes": 3})


@contextmanager
def program(
    qapp: QApplication,
    folder: Path,
    profile: Path | None = None,
    *,
    language: str = "en",
    page: str = "settings",
) -> Iterator[app.Desk]:
    """Assemble the whole program as ``main`` does, and close it in order."""
    file = folder / "program.json"
    if not file.exists():
        settings = Settings(file)
        settings.put(LANGUAGE, language)
        settings.put(SCHEME, "light")
        settings.put(LAST_PAGE, page)
        settings.save()
    desk = app.build(qapp, profile, file)
    desk.window.painted.connect(desk.begin)
    try:
        yield desk
    finally:
        desk.close()
        desk.window.close()
        desk.window.deleteLater()


def child(root: QWidget, name: str) -> QWidget:
    """Return the one visible part with a name."""
    found = [part for part in root.findChildren(QWidget, name) if part.isVisibleTo(root)]
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def when_there(root: QWidget, name: str) -> Callable[[], bool]:
    """Return a question for ``waitUntil``: is the part shown?"""
    return lambda: any(part.isVisibleTo(root) for part in root.findChildren(QWidget, name))
