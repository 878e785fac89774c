"""What stands on a case: its notes with their text, and its follow-ups to tick off."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kts_desktop.models.vocab import TaskKind
from kts_desktop.services.attachments import AttachmentRow
from kts_desktop.services.notes import NoteRow
from kts_desktop.services.tasks import TaskRow
from kts_desktop.ui.cases import words
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import record_button
from kts_desktop.ui.kit.facts import Box, Chip, Link
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.icons import IconLabel
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.value_words import ValueWords


class NoteBox(Box):
    """The notes of a case, the newest first, each with its text and its own edit and delete."""

    edit_wanted = Signal(int)
    delete_wanted = Signal(int)
    attach_wanted = Signal(int)
    document_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._documents: dict[int, QVBoxLayout] = {}
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        spaced(self._column, (0, 0, 0, 0), 18)
        self.body.addWidget(self._rows)

    def show_notes(self, notes: Sequence[NoteRow], known: ValueWords, now: datetime, nothing: str) -> None:
        """Show these notes; without any the sentence ``nothing``."""
        empty(self._column)
        self._documents.clear()
        for note in notes:
            self._column.addWidget(self._row(note, known, now))
        if not notes:
            self._column.addWidget(_label(nothing, "muted", self._rows))

    @Slot(object)
    def show_documents(self, lines: Sequence[AttachmentRow]) -> None:
        """Name below each note the documents that hang on it."""
        for place in self._documents.values():
            empty(place)
        for line in lines:
            if line.owner_kind == "note" and line.owner_id in self._documents:
                link = Link(line.name, "attachment", line.id, self._rows)
                link.wanted.connect(self._on_document)
                self._documents[line.owner_id].addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, note: NoteRow, known: ValueWords, now: datetime) -> QWidget:
        box = QWidget(self._rows)
        outer = QHBoxLayout(box)
        spaced(outer, (0, 0, 0, 0), 12)
        sign = IconLabel(words.NOTE_ICONS.get(note.kind, "sticky-note"), 18, parent=box)
        above = QVBoxLayout()
        spaced(above, (0, 7, 0, 0), 0)  # level with the words beside the buttons
        above.addWidget(sign)
        above.addStretch()
        outer.addLayout(above)
        column = QVBoxLayout()
        spaced(column, (0, 0, 0, 0), 0)
        column.addLayout(self._head(note, known, now, box))
        for text, role in ((note.title, "strong"), (note.text, ""), (_next(note), "muted")):
            if text:
                column.addWidget(_label(text, role, box))
        self._documents[note.id] = QVBoxLayout()
        spaced(self._documents[note.id], (0, 0, 0, 0), 2)
        column.addLayout(self._documents[note.id])
        outer.addLayout(column, 1)
        return box

    def _head(self, note: NoteRow, known: ValueWords, now: datetime, box: QWidget) -> QHBoxLayout:
        who = ", ".join(note.people) or note.caller
        kind = known.of(words.NOTE, note.kind)
        day = formats.current().moment(note.happened_at)
        lasted = note.duration_min or 0
        minutes = QCoreApplication.translate("cases", "%n min", "", lasted)
        aside = " · ".join(part for part in (day, minutes if lasted else "", note.author) if part)
        names = QVBoxLayout()
        spaced(names, (0, 5, 0, 5), 0)
        names.addWidget(_label(" · ".join(part for part in (kind, who) if part), "strong", box))
        when = _label(aside, "caption", box)
        when.setToolTip(formats.current().relative(note.happened_at, now))
        names.addWidget(when)
        head = QHBoxLayout()
        spaced(head, (0, 0, 0, 0), 4)
        head.addLayout(names, 1)
        name = f"{kind}, {day}"
        for sign, text, slot in (
            ("file-plus", QCoreApplication.translate("cases", "Attach to the note: {0}"), self._on_attach),
            ("pencil", QCoreApplication.translate("cases", "Edit note: {0}"), self._on_edit),
            ("trash-2", QCoreApplication.translate("cases", "Delete note: {0}"), self._on_delete),
        ):
            button = record_button(sign, text.format(name), note.id, box)
            button.clicked.connect(slot)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    @Slot(str, int)
    def _on_document(self, _kind: str, record: int) -> None:
        self.document_wanted.emit(record)

    @Slot()
    def _on_attach(self) -> None:
        self.attach_wanted.emit(int(self.sender().property("record")))

    @Slot()
    def _on_edit(self) -> None:
        self.edit_wanted.emit(int(self.sender().property("record")))

    @Slot()
    def _on_delete(self) -> None:
        self.delete_wanted.emit(int(self.sender().property("record")))


class TaskBox(Box):
    """Follow-ups and promises: what, who owes, until when, and a button to tick off."""

    done_wanted = Signal(int)
    edit_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        spaced(self._column, (0, 0, 0, 0), 8)
        self.body.addWidget(self._rows)

    def show_tasks(self, tasks: Sequence[TaskRow], known: ValueWords, today: date, nothing: str) -> None:
        """Show these follow-ups; without any the sentence ``nothing``."""
        empty(self._column)
        for task in tasks:
            self._column.addWidget(self._row(task, known, today))
        if not tasks:
            self._column.addWidget(_label(nothing, "muted", self._rows))

    def _row(self, task: TaskRow, known: ValueWords, today: date) -> QWidget:
        box = QWidget(self._rows)
        row = QHBoxLayout(box)
        spaced(row, (0, 0, 0, 0), 8)
        if task.done_at is None:
            tick = record_button(
                "circle", QCoreApplication.translate("cases", "Done: {0}").format(task.title), task.id, box
            )
            tick.clicked.connect(self._on_done)
            row.addWidget(tick)
        else:
            row.addWidget(IconLabel("circle-check", 18, parent=box))
        told = known.of(words.TASK, task.kind) if task.kind != TaskKind.FOLLOW_UP else ""
        names = QVBoxLayout()
        spaced(names, (0, 0, 0, 0), 0)
        names.addWidget(_label(task.title, "", box))
        if aside := " · ".join(part for part in (told, task.assignee) if part):
            names.addWidget(_label(aside, "caption", box))
        row.addLayout(names, 1)
        row.addWidget(self._due(task, today, box), 0, Qt.AlignmentFlag.AlignVCenter)
        if task.done_at is None:
            edit = record_button(
                "pencil", QCoreApplication.translate("cases", "Edit: {0}").format(task.title), task.id, box
            )
            edit.clicked.connect(self._on_edit)
            row.addWidget(edit)
        return box

    def _due(self, task: TaskRow, today: date, box: QWidget) -> QWidget:
        if task.done_at is not None:
            done = QCoreApplication.translate("cases", "done {0}")
            return Chip(done.format(formats.current().day(task.done_at.astimezone().date())), "done", box)
        return Chip(words.due(task.due_on, today), "due" if task.due_on <= today else "open", box)

    @Slot()
    def _on_done(self) -> None:
        self.done_wanted.emit(int(self.sender().property("record")))

    @Slot()
    def _on_edit(self) -> None:
        self.edit_wanted.emit(int(self.sender().property("record")))


def _next(note: NoteRow) -> str:
    if not note.next_step:
        return ""
    return QCoreApplication.translate("cases", "Next step: {0}").format(note.next_step)


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label
