"""How follow-ups look in the agenda."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kts_desktop.models.vocab import TaskKind
from kts_desktop.services.tasks import TaskRow
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import Card
from kts_desktop.ui.kit.value_words import ValueWords

TASK_KIND, NOTE_KIND = "task_kind", "note_kind"
LISTS = (TASK_KIND, NOTE_KIND)


class TaskWords:
    """Makes the texts of the cards; words and day are exchanged when language or date change."""

    def __init__(self, today: date) -> None:
        self.words = ValueWords()
        self.today = today

    def card(self, row: TaskRow) -> Card:
        """Return the card of a follow-up: what, whose, and since when it is due, in words."""
        kind = self.words.of(TASK_KIND, row.kind) if row.kind != TaskKind.FOLLOW_UP else ""
        about = row.case_subject or row.event
        return Card(
            headline=row.title,
            aside=formats.current().day(row.due_on),
            line=" · ".join(part for part in (row.body, about) if part),
            chip=self._chip(row),
            kind=self._colour(row),
            note=" · ".join(part for part in (kind, row.assignee, row.case_number) if part),
        )

    def _chip(self, row: TaskRow) -> str:
        if row.done_at is not None:
            return QCoreApplication.translate("today", "done")
        days = (row.due_on - self.today).days
        if days < 0:
            return QCoreApplication.translate("today", "%n day(s) overdue", "", -days)
        if days == 0:
            return QCoreApplication.translate("today", "today")
        return QCoreApplication.translate("today", "in %n day(s)", "", days)

    def _colour(self, row: TaskRow) -> str:
        if row.done_at is not None:
            return "done"
        return "due" if row.due_on < self.today else "wait" if row.due_on == self.today else "open"
