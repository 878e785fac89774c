"""Minutes and follow-ups of the event shown."""

from datetime import date

from PySide6.QtCore import Signal

from kts_desktop.models.vocab import EventId, TaskId, TaskKind
from kts_desktop.services import events, tasks
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.ui.kit.writing import Writing


class MinutesPresenter(Writing):
    """Answers what is done with minutes and tasks; a task here is the same record as in the follow-ups."""

    saved = Signal()
    task_added = Signal()

    def save(self, event_id: EventId, text: str) -> None:
        """Keep the text as a draft."""
        ticket = self.write("event.minutes", lambda s: events.write_minutes(s, event_id, text))
        ticket.succeeded.connect(self.saved)

    def approve(self, event_id: EventId) -> None:
        """Fix the text."""
        self.write("event.approve", lambda s: events.approve_minutes(s, event_id), offers_undo=True)

    def add_task(self, event_id: EventId, title: str, due_on: date, assignee_id: int | None) -> None:
        """Add a task that was agreed at the event."""
        draft = TaskDraft(
            title=title,
            due_on=due_on,
            kind=TaskKind.MINUTES_TASK.value,
            assignee_id=assignee_id,
            event_id=event_id,
        )
        ticket = self.write("task.add", lambda s: tasks.add(s, draft))
        ticket.succeeded.connect(self.task_added)

    def tick(self, task_id: int, is_done: bool) -> None:
        """Tick a task off, or open it again."""
        if is_done:
            self.write("task.done", lambda s: tasks.complete(s, TaskId(task_id)))
        else:
            self.write("task.reopen", lambda s: tasks.reopen(s, TaskId(task_id)))
