"""Conflicts: the fields on which the laptops differ, and deciding for a value."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.exchange.sync.content import Value
from kts_desktop.exchange.sync.views import Conflict
from kts_desktop.ui.exchange.asking import Asking
from kts_desktop.ui.exchange.desk import DeskOf
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace


class ConflictsView(Protocol):
    """What the presenter shows things on."""

    def show_conflicts(self, ids: Sequence[int], load: Loader[Conflict]) -> None:
        """Show the list."""

    def select(self, place: int) -> None:
        """Choose a line of the list."""

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show one conflict with its sides."""

    def show_decided(self) -> None:
        """Say that a conflict is decided, and offer to take it back."""

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused."""


class ConflictsPresenter(Asking):
    """Knows the conflicts as of the last reading; after a decision the next one is shown."""

    counted = Signal(int)

    def __init__(self, workspace: Workspace, desk_of: DeskOf, view: ConflictsView, parent: QObject) -> None:
        super().__init__(workspace, desk_of, view, parent)
        self._view = view
        self._conflicts: tuple[Conflict, ...] = ()

    def refresh(self) -> None:
        """Read the conflicts anew."""
        self.write(lambda desk, _: (tuple(desk.conflicts()), Changes())).succeeded.connect(self._on_read)

    def choose(self, place: int) -> None:
        """Show a conflict of the list; 0 shows none."""
        self.current = place
        self._view.show_conflict(self._at(place))

    def resolve(self, value: Value) -> None:
        """Decide the shown conflict for a value."""
        conflict = self._at(self.current)
        if conflict is not None:
            self.write(lambda desk, _: (None, desk.resolve(conflict, value))).succeeded.connect(
                self._on_decided
            )

    def open_record(self) -> None:
        """Show the record of the shown conflict on its page."""
        conflict = self._at(self.current)
        if conflict is not None:
            self._workspace.open_record(conflict.kind, conflict.record_id)

    def _at(self, place: int) -> Conflict | None:
        return self._conflicts[place - 1] if 0 < place <= len(self._conflicts) else None

    @Slot(object)
    def _on_read(self, conflicts: object) -> None:
        self._conflicts = cast("tuple[Conflict, ...]", conflicts)
        rows = dict(enumerate(self._conflicts, start=1))
        self._view.show_conflicts(tuple(rows), lambda ids: {id_: rows[id_] for id_ in ids})
        self.counted.emit(len(rows))
        place = min(max(self.current, 1), len(rows))
        self.go_to(place)

    @Slot(object)
    def _on_decided(self, _value: object) -> None:
        self._view.show_decided()
        self.refresh()
