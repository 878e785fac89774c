"""The log of disposals: file numbers and dates in a table, saved as a file for a spreadsheet."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.services import disposal_log
from kts_desktop.services.disposal_log import Disposal
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.dialogs import message
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.list_view import ListView
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.kit.table import Column
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NUMBER, FILED, KEPT, PROPOSED, DISPOSED = "number", "filed_on", "kept_until", "proposed_on", "disposed_on"
_DAY = 120


class DisposalLogPane(QWidget):
    """What was disposed of, the newest first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._entries: list[Disposal] = []
        self._order, self._descending = DISPOSED, True
        self._asked: Ticket | None = None
        self._told, self._count = QLabel(self), QLabel(self)
        self.list: ListView[Disposal] = ListView("disposal_log.list", _columns(), NUMBER, self)
        self.save = QPushButton(icon("download"), "", self)
        self.save.setObjectName("disposal_log.save")
        self._nothing = Placeholder(icon="archive", parent=self)
        self._card = QFrame(self)
        self._place = QStackedWidget(self)
        self._lay_out()
        self.list.sort_by(DISPOSED, descending=True)
        self.list.table.sort_wanted.connect(self._on_sort)
        self.save.clicked.connect(self._on_save)
        workspace.changed.connect(self._follow)
        self.retranslate()

    def show_now(self) -> None:
        """Read the log."""
        self._asked = self._workspace.fetch(lambda session, _: disposal_log.entries(session))
        self._asked.succeeded.connect(self._on_found)

    def save_as(self, path: Path) -> Ticket:
        """Write the log as a table, in the language of the program."""
        language = self._workspace.language

        def work(session: "Session", _ticket: Ticket) -> object:
            disposal_log.save_as(session, path, language)
            return path

        ticket = self._workspace.fetch(work)
        ticket.succeeded.connect(self._on_saved)
        ticket.failed.connect(self._on_failed)
        return ticket

    def retranslate(self) -> None:
        """Set every text."""
        self._told.setText(
            self.tr("What was disposed of: file numbers and dates, no names. No number is given again.")
        )
        self.list.setAccessibleName(self.tr("Log of disposals"))
        name_button(self.save, self.tr("Save as a table …"))
        self._nothing.set_texts(
            self.tr("Nothing has been disposed of yet"),
            self.tr("Each case that is disposed of leaves a line here."),
        )

    def _lay_out(self) -> None:
        for label, role in ((self._told, "muted"), (self._count, "caption")):
            label.setProperty("role", role)
        self._told.setWordWrap(True)
        self._card.setProperty("role", "card")
        inner = QVBoxLayout(self._card)
        spaced(inner, (8, 8, 8, 10), 8)
        inner.addWidget(self.list, 1)
        foot = QHBoxLayout()
        spaced(foot, (8, 0, 8, 0), 8)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.save)
        inner.addLayout(foot)
        sized(self.save, icon=16)
        self._place.addWidget(self._card)
        self._place.addWidget(self._nothing)
        column = QVBoxLayout(self)
        spaced(column, (28, 14, 28, 20), 14)
        column.addWidget(self._told)
        column.addWidget(self._place, 1)

    def _show(self) -> None:
        keyed = sorted(self._entries, key=attrgetter(self._order, NUMBER), reverse=self._descending)
        rows: Mapping[int, Disposal] = dict(enumerate(keyed, start=1))

        def load(ids: Sequence[int]) -> dict[int, Disposal]:
            return {id_: rows[id_] for id_ in ids}

        self.list.show_ids(rows, load)
        self._count.setText(self.tr("%n case(s) disposed of", "", len(keyed)))
        self._place.setCurrentWidget(self._card if keyed else self._nothing)

    @Slot(object)
    def _on_found(self, entries: object) -> None:
        if self.sender() is self._asked:
            self._asked = None
            self._entries = cast("list[Disposal]", entries)
            self._show()

    @Slot(str, bool)
    def _on_sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._show()

    @Slot()
    def _on_save(self) -> None:
        day = local_date(self._workspace.clock()).isoformat()
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the log"), self.tr("disposals {day}.csv").format(day=day), "CSV (*.csv)"
        )
        if name:
            self.save_as(Path(name))

    @Slot(object)
    def _on_saved(self, path: object) -> None:
        self._workspace.say(self.tr("Saved as {0}.").format(cast("Path", path).name))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not isinstance(error, UserFacingError):
            assert isinstance(error, BaseException)
            raise error
        message(self, self.tr("Not saved"), sentence(error, self._workspace.language))

    @Slot(Changes)
    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and changes.concerns("advisory_case", "setting"):
            self.show_now()


def _columns() -> tuple[Column[Disposal], ...]:
    write = formats.current
    return (
        Column(
            NUMBER,
            lambda: QCoreApplication.translate("disposal", "File number"),
            lambda one: one.number,
        ),
        Column(
            FILED,
            lambda: QCoreApplication.translate("disposal", "Filed"),
            lambda one: write().day(one.filed_on),
            width=_DAY,
        ),
        Column(
            KEPT,
            lambda: QCoreApplication.translate("disposal", "Kept until"),
            lambda one: write().day(one.kept_until),
            width=_DAY,
        ),
        Column(
            PROPOSED,
            lambda: QCoreApplication.translate("disposal", "Proposed"),
            lambda one: write().day(one.proposed_on),
            width=_DAY,
        ),
        Column(
            DISPOSED,
            lambda: QCoreApplication.translate("disposal", "Disposed of"),
            lambda one: write().day(one.disposed_on),
            width=_DAY,
        ),
    )
