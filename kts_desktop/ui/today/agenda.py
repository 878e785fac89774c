"""The agenda: which part of it, the follow-ups, and what can be done to the chosen ones."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kts_desktop.models.vocab import TaskId
from kts_desktop.services.tasks import TaskRow, TaskScope
from kts_desktop.services.today import DayCounts
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.detail import TabBar, name_button
from kts_desktop.ui.kit.flow import FlowLayout
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.today.cards import TaskWords

SCOPES = (TaskScope.OVERDUE, TaskScope.TODAY, TaskScope.WEEK, TaskScope.LATER, TaskScope.DONE)


class Agenda(QFrame):
    """Tabs with counts, cards of follow-ups, and a row of verbs."""

    scope_wanted = Signal(object)  # TaskScope
    verb_wanted = Signal(str)  # done, tomorrow, week, monday or open

    def __init__(self, words: TaskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today.agenda")
        self.setProperty("role", "card")
        self.tabs = TabBar(self)
        self.tabs.setObjectName("today.scopes")
        self.cards = CardList("today.list", words.card, self)
        self._nothing = Placeholder(icon="circle-check", parent=self)
        self._place = QStackedWidget(self)
        self.verbs: dict[str, QPushButton] = {}
        for _ in SCOPES:
            self.tabs.addTab("")
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab)
        self.cards.selection.selection_changed.connect(self._on_selection)
        self._on_selection(0)

    def chosen(self) -> list[TaskId]:
        """Return the follow-ups chosen."""
        return [TaskId(id_) for id_ in self.cards.selection.selected_ids()]

    def show_tasks(self, ids: Sequence[TaskId], load: Loader[TaskRow]) -> None:
        """Show these follow-ups."""
        self.cards.show_ids(ids, load)
        self._place.setCurrentWidget(self.cards if ids else self._nothing)

    def show_scope(self, scope: TaskScope, counts: DayCounts) -> None:
        """Mark the part shown, and how much each holds."""
        was_blocked = self.tabs.blockSignals(True)
        figures: Mapping[TaskScope, int] = {
            TaskScope.OVERDUE: counts.overdue,
            TaskScope.TODAY: counts.today,
            TaskScope.WEEK: counts.week,
        }
        names = self._names()
        for place, one in enumerate(SCOPES):
            told = f"{names[one]} ({figures[one]})" if one in figures else names[one]
            self.tabs.setTabText(place, told)
        self.tabs.setCurrentIndex(SCOPES.index(scope))
        self.tabs.blockSignals(was_blocked)
        self._nothing.set_texts(self.tr("Nothing here"), self._empty(scope), "")

    def retranslate(self) -> None:
        """Set every text."""
        self.tabs.setAccessibleName(self.tr("Part of the agenda"))
        self.cards.setAccessibleName(self.tr("Follow-ups"))
        names = {
            "done": self.tr("Done"),
            "tomorrow": self.tr("Tomorrow"),
            "week": self.tr("In a week"),
            "monday": self.tr("Monday"),
            "open": self.tr("Show the case"),
        }
        for key, button in self.verbs.items():
            name_button(button, names[key])

    def _names(self) -> Mapping[TaskScope, str]:
        return {
            TaskScope.OVERDUE: self.tr("Overdue"),
            TaskScope.TODAY: self.tr("Today"),
            TaskScope.WEEK: self.tr("Next seven days"),
            TaskScope.LATER: self.tr("Later"),
            TaskScope.DONE: self.tr("Done"),
        }

    def _empty(self, scope: TaskScope) -> str:
        sentences = {
            TaskScope.OVERDUE: self.tr("Nothing is overdue."),
            TaskScope.TODAY: self.tr("Nothing is due today."),
            TaskScope.WEEK: self.tr("Nothing is due in the next seven days."),
            TaskScope.LATER: self.tr("Nothing is due later."),
        }
        return sentences.get(scope, self.tr("Nothing has been ticked off yet."))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, (8, 6, 8, 8), 6)
        column.addWidget(self.tabs)
        self._place.addWidget(self.cards)
        self._place.addWidget(self._nothing)
        column.addWidget(self._place, 1)
        row = FlowLayout(gap=8)
        signs = {"done": "check", "tomorrow": "", "week": "", "monday": "", "open": "arrow-right"}
        for key, sign in signs.items():
            button = QPushButton(self)
            button.setObjectName(f"today.{key}")
            button.setProperty("verb", key)
            if sign:
                button.setIcon(icon(sign))
                sized(button, icon=16)
            button.clicked.connect(self._on_verb)
            row.addWidget(button)
            self.verbs[key] = button
        foot = QVBoxLayout()
        spaced(foot, (8, 2, 8, 2))
        foot.addLayout(row)
        column.addLayout(foot)

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        self.scope_wanted.emit(SCOPES[place])

    @Slot(int)
    def _on_selection(self, count: int) -> None:
        for key, button in self.verbs.items():
            button.setEnabled(count == 1 if key == "open" else count > 0)

    @Slot()
    def _on_verb(self) -> None:
        self.verb_wanted.emit(str(self.sender().property("verb")))
