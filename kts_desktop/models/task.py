"""Follow-ups, promises of both sides, deadlines."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text

from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE
from kts_desktop.models.vocab import TaskKind

OPEN = text("deleted_at IS NULL AND done_at IS NULL")


class Task(Record, kw_only=True):
    """Something owed by a day, with its reason in words, on any record."""

    __tablename__ = "task"
    __table_args__ = (
        Index("ix_task_due", "due_on", "id", sqlite_where=OPEN),
        Index("ix_task_case", "case_id", "due_on", sqlite_where=ALIVE),
        Index("ix_task_assignee", "assignee_id", "due_on", sqlite_where=OPEN),
        SYNCED,
    )

    title: Mapped[str]
    due_on: Mapped[date]
    kind: Mapped[str] = mapped_column(default=TaskKind.FOLLOW_UP.value)
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None)
    owed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), default=None, index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("advisory_case.id"), default=None)
    note_id: Mapped[int | None] = mapped_column(ForeignKey("note.id"), default=None, index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id"), default=None, index=True
    )
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), default=None, index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), default=None, index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), default=None, index=True)
    done_at: Mapped[datetime | None] = mapped_column(default=None, index=True)
    result: Mapped[str] = mapped_column(default="")
