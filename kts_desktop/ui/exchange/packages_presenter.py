"""Packages: those that came and went, those in the watched folder; looked at before they are taken over."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.exchange.sync.questions import ASKED
from kts_desktop.exchange.sync.views import Entry, Report, Stage, TakeBackPlan
from kts_desktop.ui.exchange.asking import Asking
from kts_desktop.ui.exchange.desk import Desk, DeskOf
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace


class PackagesView(Protocol):
    """What the presenter shows things on."""

    def show_entries(self, ids: Sequence[int], load: Loader[Entry]) -> None:
        """Show the list."""

    def select(self, place: int) -> None:
        """Choose a line of the list."""

    def show_entry(self, entry: Entry | None, report: Report | None) -> None:
        """Show one package, with what it did or would do where that is known."""

    def show_looking(self) -> None:
        """Say that the package is being looked at."""

    def show_taken(self, report: Report) -> None:
        """Say what was taken over."""

    def show_plan(self, plan: TakeBackPlan) -> None:
        """Tell what taking a package back would do, and ask."""

    def show_renewed(self) -> None:
        """Say that the preview was made anew, since something had changed."""

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused."""


class PackagesPresenter(Asking):
    """Knows the packages as of the last reading, and the preview of the one shown."""

    counted = Signal(int)  # how many wait to be looked at

    def __init__(self, workspace: Workspace, desk_of: DeskOf, view: PackagesView, parent: QObject) -> None:
        super().__init__(workspace, desk_of, view, parent)
        self._view = view
        self._entries: tuple[Entry, ...] = ()
        self._opened: dict[Path, Entry] = {}  # given by hand, lying elsewhere
        self._previews: dict[Path, Report] = {}
        self._asked: Path | None = None
        self.folder: Path | None = None

    def refresh(self) -> None:
        """Read the list anew."""
        folder = self.folder
        self.look(lambda desk: tuple(desk.entries(folder))).succeeded.connect(self._on_read)

    def choose(self, place: int) -> None:
        """Show a package of the list, and look into a new one; 0 shows none."""
        self.current = place
        entry = self._at(place)
        if entry is not None and entry.stage is Stage.NEW and entry.path is not None:
            self._look_into(entry.path)
        else:
            self._view.show_entry(entry, None if entry is None else entry.report)

    def open(self, path: Path) -> None:
        """Take a file given by hand."""
        self._previews.pop(path, None)
        self._asked = path
        size = path.stat().st_size if path.is_file() else 0
        now = round(self._workspace.clock().timestamp() * 1000)
        self._opened[path] = Entry(id=b"", stage=Stage.NEW, partner="", at_ms=now, size=size, path=path)
        self.refresh()

    def questions(self) -> tuple[str, ...]:
        """Return what has to be answered before the shown package is taken over, as sentences."""
        report = self._shown()
        found = () if report is None else report.warnings
        return tuple(self.warning(code, details) for code, details in found if code in ASKED)

    def apply(self, title: str) -> Ticket | None:
        """Take the shown package over as it was shown; its questions count as answered with yes."""
        entry, report = self._at(self.current), self._shown()
        if entry is None or entry.path is None or report is None:
            return None
        path, accepted = entry.path, {code for code, _ in report.warnings} & ASKED

        def write(desk: Desk, ticket: Ticket) -> tuple[object, Changes]:
            return desk.apply(path, report.token, accepted, ticket.step)

        ticket = self.write(write, title)
        ticket.succeeded.connect(self._on_applied)
        return ticket

    def plan_back(self) -> None:
        """Find out what taking the shown package back would do."""
        entry = self._at(self.current)
        if entry is not None and entry.id:
            self.write(lambda desk, _: (desk.plan_back(entry.id), Changes())).succeeded.connect(
                self._on_planned
            )

    def take_back(self) -> None:
        """Put the values from before the shown package in place again."""
        entry = self._at(self.current)
        if entry is not None and entry.id:
            self.write(lambda desk, _: (None, desk.take_back(entry.id))).succeeded.connect(self._on_done)

    def problem(self, entry: Entry) -> str:
        """Return why a package was refused or waits, as a sentence; empty if it was not."""
        if not entry.problem:
            return ""
        return sentence(UserFacingError(entry.problem, **dict(entry.details)), self._workspace.language)

    def warning(self, code: str, details: Sequence[tuple[str, str]]) -> str:
        """Return a warning of a preview as a sentence."""
        return sentence(UserFacingError(code, **dict(details)), self._workspace.language)

    def _shown(self) -> Report | None:
        entry = self._at(self.current)
        return None if entry is None or entry.path is None else self._previews.get(entry.path)

    def _at(self, place: int) -> Entry | None:
        return self._entries[place - 1] if 0 < place <= len(self._entries) else None

    def _show_entries(self) -> dict[int, Entry]:
        rows = dict(enumerate(self._entries, start=1))
        self._view.show_entries(tuple(rows), lambda ids: {id_: rows[id_] for id_ in ids})
        return rows

    def _look_into(self, path: Path) -> None:
        known = self._previews.get(path)
        if known is not None:
            self._view.show_entry(self._at(self.current), known)
            return
        self._view.show_looking()
        self._asked = path

        def preview(desk: Desk, ticket: Ticket) -> tuple[object, Changes]:
            return desk.preview(path, ticket.step), Changes()

        ticket = self.write(preview)
        ticket.setProperty("path", str(path))
        ticket.succeeded.connect(self._on_previewed)

    @Slot(object)
    def _on_read(self, entries: object) -> None:
        listed = cast("tuple[Entry, ...]", entries)
        known = {one.path for one in listed}
        by_hand = [one for path, one in self._opened.items() if path not in known and path.exists()]
        self._entries = (*by_hand, *listed)
        rows = self._show_entries()
        self.counted.emit(sum(one.stage is Stage.NEW for one in self._entries))
        asked, self._asked = self._asked, None
        place = next((place for place, one in rows.items() if asked and one.path == asked), 0)
        place = place or min(max(self.current, 1), len(rows))
        self.go_to(place)

    @Slot(object)
    def _on_previewed(self, report: object) -> None:
        path = Path(str(self.sender().property("path")))
        if self._asked == path:
            self._asked = None  # what fails from now on is no fault of the file
        found = self._previews[path] = cast("Report", report)
        self._entries = tuple(
            replace(one, partner=found.sender) if one.path == path and not one.partner else one
            for one in self._entries
        )
        self._show_entries()
        entry = self._at(self.current)
        if entry is not None and entry.path == path:
            self._view.show_entry(entry, self._previews[path])

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError) and error.code == "package_stale_preview":
            self._previews.clear()
            self._view.show_renewed()
        elif isinstance(error, UserFacingError) and self._asked is not None:
            self._refuse(self._asked, error)
            return
        else:
            super()._on_failed(error)
        self.refresh()

    def _refuse(self, path: Path, error: UserFacingError) -> None:
        """Show on the package itself why it cannot be looked into."""
        self._asked = None
        place = next((n for n, one in enumerate(self._entries, start=1) if one.path == path), 0)
        entry = self._at(place)
        if entry is None:
            self._view.show_error(error)
            return
        stage = Stage.WAITING if error.code == "package_gap" else Stage.REFUSED
        details = tuple(error.details.items())
        refused = replace(entry, stage=stage, problem=error.code, details=details)
        self._entries = tuple(refused if one is entry else one for one in self._entries)
        if path in self._opened:
            self._opened[path] = refused
        self._show_entries()
        self._view.show_entry(refused, None)

    @Slot(object)
    def _on_planned(self, plan: object) -> None:
        self._view.show_plan(cast("TakeBackPlan", plan))

    @Slot(object)
    def _on_applied(self, report: object) -> None:
        entry = self._at(self.current)
        if entry is not None and entry.path is not None:
            self._previews.pop(entry.path, None)
            self._opened.pop(entry.path, None)
        self._view.show_taken(cast("Report", report))
        self.refresh()

    @Slot(object)
    def _on_done(self, _value: object) -> None:
        self.refresh()
