"""One conflict to decide: what both began from, what each wrote, both together, or a value of its own."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QRadioButton, QVBoxLayout, QWidget

from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.exchange.sync.content import Value
from kts_desktop.exchange.sync.views import Conflict, Opinion, Side
from kts_desktop.ui.exchange.words import conflict_field, moment
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.facts import TextBlock, reading
from kts_desktop.ui.kit.fields import LongTextField
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.workspace import Workspace

BOTH, OWN_VALUE = -2, -3  # ids of the choices that are no side


class ConflictReading(Detail):
    """The right side of the list of conflicts; nothing is chosen beforehand."""

    decided = Signal(object)  # Value

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("exchange.conflicts", parent)
        self._workspace = workspace
        self._conflict: Conflict | None = None
        self.open_record = self.add_action("open", "external-link")
        self.decide = self.add_action("decide", "check", primary=True)
        self._explained = QLabel(self)
        self._explained.setProperty("role", "muted")
        self._explained.setWordWrap(True)
        self.base = TextBlock("exchange.conflict.base", self)
        self._choices = QWidget(self)
        self._column = QVBoxLayout(self._choices)
        spaced(self._column, (0, 0, 0, 0), 12)
        self.group = QButtonGroup(self)
        self.value = LongTextField(lines=4)
        self.add_tab("conflict", reading("exchange.conflict", self._explained, self.base, self._choices))
        self.decide.clicked.connect(self._on_decide)
        self.group.idToggled.connect(self._on_chosen)
        self.value.changed.connect(self._on_typed)
        self.show_placeholder()

    def set_texts(self) -> None:
        """Set every text."""
        self.set_placeholder(
            self.tr("No conflict chosen"),
            self.tr("Where two of you changed the same field, you decide here."),
        )
        name_button(self.open_record, self.tr("Open record"))
        name_button(self.decide, self.tr("Decide"))
        self.value.set_name(self.tr("Another value"))

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show a conflict, or that none is chosen."""
        if conflict is not None and conflict == self._conflict:
            return
        self._conflict = conflict
        if conflict is None:
            self.show_placeholder()
            return
        language = self._workspace.language
        self.set_crumb([Crumb(kind_name(conflict.kind, language)), Crumb(conflict.title)])
        self.set_title(conflict_field(conflict, language))
        self._explained.setText(self._explanation(conflict))
        self.base.set_text(self.tr("Before"), conflict.base or "")
        self._fill(conflict)
        self.decide.setEnabled(False)
        self.show_content()

    def chosen(self) -> Value:
        """Return the value that the choice stands for."""
        conflict, choice = self._conflict, self.group.checkedId()
        if conflict is None:
            return None
        if choice == OWN_VALUE:
            return str(self.value.value() or "")
        if choice == BOTH:
            return both(conflict)
        return conflict.sides[choice].value

    def _explanation(self, conflict: Conflict) -> str:
        if conflict.opinion is Opinion.EXISTENCE:
            return self.tr(
                "One of you deleted this record while the other changed it. It stays until you decide."
            )
        return self.tr(
            "Neither of you had seen the other's change. Until you decide, the marked value is shown; "
            "nothing is lost."
        )

    def _fill(self, conflict: Conflict) -> None:
        for button in self.group.buttons():
            self.group.removeButton(button)
        self.value.setParent(self)
        self.value.hide()
        empty(self._column)
        for number, side in enumerate(conflict.sides):
            self._add(number, self._headline(side), side.shown or self.tr("empty"))
        if conflict.opinion is Opinion.TEXT:
            heading = (
                self.tr("Both, put together")
                if conflict.merged is not None
                else self.tr("Both, one after the other")
            )
            self._add(BOTH, heading, both(conflict))
        if conflict.opinion is not Opinion.EXISTENCE and all(_is_text(side.value) for side in conflict.sides):
            self.value.set_value(next(side.shown for side in conflict.sides if side.is_displayed))
            self._add(OWN_VALUE, self.tr("Another value"), "").addWidget(self.value)
            self.value.show()

    def _add(self, number: int, heading: str, text: str) -> QVBoxLayout:
        """Add one choice as a card, its text below the button; returns where more of it goes."""
        card = QFrame(self._choices)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        spaced(column, (14, 10, 14, 12), 4)
        button = QRadioButton(heading, card)
        button.setObjectName(f"exchange.conflict.choice.{number}")
        button.setAccessibleName(f"{heading}: {text}" if text else heading)
        column.addWidget(button)
        if text:
            shown = QLabel(text, card)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setWordWrap(True)
            shown.setContentsMargins(26, 0, 0, 0)
            column.addWidget(shown)
        self.group.addButton(button, number)
        self._column.addWidget(card)
        return column

    def _headline(self, side: Side) -> str:
        whose = self.tr("Mine") if side.is_own else (side.person or side.laptop)
        at: datetime | None = moment(side.at_ms)
        when = formats.current().relative(at, self._workspace.clock()) if at else ""
        marked = self.tr("shown now") if side.is_displayed else ""
        return " · ".join(part for part in (whose, when, marked) if part)

    @Slot(int, bool)
    def _on_chosen(self, _number: int, _is_on: bool) -> None:
        self.decide.setEnabled(self.group.checkedId() != -1)

    @Slot()
    def _on_typed(self) -> None:
        button = self.group.button(OWN_VALUE)
        if self.value.isVisible():
            button.setChecked(True)

    @Slot()
    def _on_decide(self) -> None:
        if self.group.checkedId() != -1:
            self.decided.emit(self.chosen())


def both(conflict: Conflict) -> str:
    """Return the merge of a text, or all wordings one after the other where they overlap."""
    if conflict.merged is not None:
        return conflict.merged
    return "\n\n".join(dict.fromkeys(side.shown for side in conflict.sides if side.shown))


def _is_text(value: Value) -> bool:
    return value is None or isinstance(value, str)
