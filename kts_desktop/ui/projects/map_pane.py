"""The model projects on the map, with the same projects in a list beside it; the choice runs both ways."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from kts_desktop.services.project_lists import ProjectRow
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.map import MapView
from kts_desktop.ui.kit.map_plane import Mark
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.projects.cards import ProjectCards
from kts_desktop.ui.projects.cohort_chips import COHORTS, CohortChips

_LIST_WIDTH = 340


class MapPane(QWidget):
    """List, map, and a line about the chosen project."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, cards: ProjectCards, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("projects.map")
        self._rows: dict[int, ProjectRow] = {}
        self._cards = cards
        self._title, self._count, self._legend = QLabel(self), QLabel(self), QLabel(self)
        self._name, self._told = QLabel(self), QLabel(self)
        self.cohorts = CohortChips("map.cohorts", self)
        self.list: CardList[ProjectRow] = CardList("map.list", cards)
        self.map = MapView("map.view", self)
        self.open = QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @Slot(object, object)
    def show_rows(self, ids: Sequence[int], load: Loader[ProjectRow]) -> None:
        """Show these projects in the list and on the map."""
        self._rows = dict(load(ids))
        with QSignalBlocker(self.list.selection):
            self.list.show_ids(ids, load)
        marks = [
            Mark(id=row.id, name=_named(row), lat=row.lat, lon=row.lon, group=_group(row))
            for row in self._rows.values()
            if row.lat is not None and row.lon is not None
        ]
        self.map.set_marks(marks)
        self._count.setText(self.tr("%n model project(s)", "", len(self._rows)))
        self._show(self.list.selection.current_id())

    @Slot(int)
    def select(self, project_id: int) -> None:
        """Show the chosen project without asking for it."""
        with QSignalBlocker(self.list.selection):
            if project_id:
                self.list.selection.select(project_id)
            else:
                self.list.selection.clear()
        self._show(project_id)

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Model projects"))
        self.list.setAccessibleName(self.tr("Model projects"))
        self.map.setAccessibleName(self.tr("Map of the model projects"))
        self.open.setText(self.tr("Show the project"))
        self.open.setAccessibleName(self.open.text())
        self._count.setText(self.tr("%n model project(s)", "", len(self._rows)))
        self._legend.setText(self.tr("Circle: cohort 2019 · square: cohort 2020 · triangle: cohort 2021"))
        self._show(self.list.selection.current_id())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        for label, role in (
            (self._title, "title"),
            (self._count, "caption"),
            (self._legend, "caption"),
            (self._name, "heading"),
            (self._told, "muted"),
        ):
            label.setProperty("role", role)
        self._told.setWordWrap(True)
        self._legend.setWordWrap(True)
        self.open.setObjectName("map.open")
        self.open.setEnabled(False)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([px(_LIST_WIDTH), px(3 * _LIST_WIDTH)])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _left(self) -> QFrame:
        left = QFrame(self)
        left.setProperty("role", "listpane")
        sized(left, min_width=280)
        column = QVBoxLayout(left)
        spaced(column, (0, 16, 0, 8), 10)
        for label in (self._title, self._count):
            row = QHBoxLayout()
            spaced(row, (18, 0, 14, 0), 0)
            row.addWidget(label)
            column.addLayout(row)
        column.insertWidget(1, self.cohorts)
        column.insertWidget(2, self.list, 1)
        return left

    def _right(self) -> QFrame:
        right = QFrame(self)
        right.setProperty("role", "detail")
        column = QVBoxLayout(right)
        spaced(column, (20, 16, 20, 16), 8)
        head = QHBoxLayout()
        spaced(head, (0, 0, 0, 0), 12)
        words = QVBoxLayout()
        spaced(words, (0, 0, 0, 0), 2)
        words.addWidget(self._name)
        words.addWidget(self._told)
        head.addLayout(words, 1)
        head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.map, 1)
        column.addWidget(self._legend)
        return right

    def _connect(self) -> None:
        self.list.selection.chosen.connect(self._on_chosen)
        self.list.selection.opened.connect(self.opened)
        self.map.chosen.connect(self._on_marked)
        self.map.opened.connect(self.opened)
        self.open.clicked.connect(self._on_open)

    def _show(self, project_id: int) -> None:
        self.map.select(project_id)
        row = self._rows.get(project_id)
        self.open.setEnabled(row is not None)
        if row is None:
            self._name.setText(self.tr("No project chosen"))
            self._told.setText(self.tr("Choose a project from the list or on the map."))
            return
        card = self._cards(row)
        self._name.setText(_named(row))
        self._told.setText(" · ".join(part for part in (row.cohort, card.note, card.chip) if part))

    @Slot(int)
    def _on_chosen(self, project_id: int) -> None:
        self._show(project_id)
        self.chosen.emit(project_id)

    @Slot(int)
    def _on_marked(self, project_id: int) -> None:
        self.select(project_id)
        self.chosen.emit(project_id)

    @Slot()
    def _on_open(self) -> None:
        self.opened.emit(self.list.selection.current_id())


def _group(row: ProjectRow) -> int:
    return COHORTS.index(row.cohort) if row.cohort in COHORTS else 0


def _named(row: ProjectRow) -> str:
    return f"{row.title} – {row.name}" if row.name else row.title
