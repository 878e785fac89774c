"""Minutes and tasks of an event, and the notes that stand on it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kts_desktop.services.event_lists import EventCard
from kts_desktop.services.events import MINUTES_APPROVED
from kts_desktop.services.notes import NoteRow
from kts_desktop.services.tasks import TaskRow
from kts_desktop.ui.events.choices import Offered
from kts_desktop.ui.events.task_line import TaskLine
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.facts import Box, Chip, Line, LineBox
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.measure import spaced


class MinutesTab(QWidget):
    """The text with its state, tasks to tick off, notes as links."""

    edit_wanted = Signal()
    approve_wanted = Signal()
    ticked = Signal(int, bool)  # task, done
    link_wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.minutes")
        self._card: EventCard | None = None
        self._text_box, self._tasks = Box("events.minutes.text", self), Box("events.minutes.tasks", self)
        self._notes = LineBox("events.minutes.notes", self)
        self._text, self._state = QLabel(self), QHBoxLayout()
        self.edit: QPushButton = self._text_box.add_button("edit")
        self.approve: QPushButton = self._text_box.add_button("approve")
        self.line = TaskLine(self)
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        self._lay_out()
        self.edit.clicked.connect(self.edit_wanted)
        self.approve.clicked.connect(self.approve_wanted)
        self._notes.link_wanted.connect(self.link_wanted)
        self.retranslate()

    def show_card(self, card: EventCard, offered: Offered) -> None:
        """Show minutes, tasks and notes of an event."""
        self._card = card
        self.line.set_advisers(offered)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self._text_box.set_heading(self.tr("Minutes"))
        self._tasks.set_heading(self.tr("Tasks agreed"))
        self._notes.set_heading(self.tr("Notes"))
        self.line.retranslate()
        for button, text in ((self.edit, self.tr("Write minutes")), (self.approve, self.tr("Approve"))):
            button.setText(text)
            button.setAccessibleName(text)
        if self._card is not None:
            self._show_text(self._card)
            self._show_tasks(self._card.tasks)
            self._show_notes(self._card)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _show_text(self, card: EventCard) -> None:
        is_fixed = card.minutes_state == MINUTES_APPROVED
        empty(self._state)
        if card.report:
            word = self.tr("approved") if is_fixed else self.tr("draft")
            self._state.addWidget(Chip(word, "done" if is_fixed else "wait", self._text_box))
        if is_fixed:
            hint = QLabel(self.tr("The text is fixed; write a correction as a note."), self._text_box)
            hint.setProperty("role", "caption")
            self._state.addWidget(hint)
        self._state.addStretch()
        self._text.setText(card.report or self.tr("Nothing has been written yet."))
        self._text.setProperty("role", "" if card.report else "muted")
        self._text.style().polish(self._text)
        self.edit.setVisible(not is_fixed)
        self.approve.setVisible(bool(card.report) and not is_fixed)

    def _show_tasks(self, tasks: Sequence[TaskRow]) -> None:
        empty(self._column)
        for task in tasks:
            self._column.addWidget(self._task(task))
        if not tasks:
            nothing = QLabel(self.tr("No tasks yet."), self._rows)
            nothing.setProperty("role", "muted")
            self._column.addWidget(nothing)

    def _task(self, task: TaskRow) -> QWidget:
        row = QWidget(self._rows)
        line = QHBoxLayout(row)
        spaced(line, (0, 0, 0, 0), 8)
        tick = QCheckBox(task.title, row)
        tick.setObjectName(f"events.minutes.task.{task.id}")
        tick.setAccessibleName(task.title)
        tick.setProperty("task", int(task.id))
        tick.setChecked(task.done_at is not None)
        tick.toggled.connect(self._on_toggled)
        day = formats.current().day(task.due_on)
        aside = QLabel(" · ".join(part for part in (task.assignee, day) if part), row)
        aside.setProperty("role", "muted")
        line.addWidget(tick, 1)
        line.addWidget(aside)
        return row

    def _show_notes(self, card: EventCard) -> None:
        lines = [
            Line(
                note.title or note.text.partition("\n")[0],
                " · ".join(
                    part for part in (note.author, formats.current().moment(note.happened_at)) if part
                ),
                "sticky-note",
                "note",
                int(note.id),
            )
            for note in card.notes
        ]
        self._notes.set_lines(lines, self.tr("No notes on this event."))

    @Slot(bool)
    def _on_toggled(self, is_done: bool) -> None:
        self.ticked.emit(int(self.sender().property("task")), is_done)

    def _lay_out(self) -> None:
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(self._text.textInteractionFlags().TextSelectableByMouse)
        spaced(self._state, (0, 0, 0, 0), 8)
        spaced(self._column, (0, 0, 0, 0), 6)
        self._text_box.body.addLayout(self._state)
        self._text_box.body.addWidget(self._text)
        self._tasks.body.addWidget(self._rows)
        self._tasks.body.addWidget(self.line)
        column = QVBoxLayout(self)
        spaced(column, (0, 8, 0, 20), 14)
        for part in (self._text_box, self._tasks, self._notes):
            column.addWidget(part)
        column.addStretch()


def _line(note: NoteRow) -> Line:
    told = note.title or note.text.partition("\n")[0]
    aside = " · ".join(part for part in (note.author, formats.current().moment(note.happened_at)) if part)
    return Line(told, aside, "sticky-note", "note", int(note.id))
