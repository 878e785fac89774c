"""Dated notes: calls, mails, visits, remarks."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index

from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE


class Note(Record, kw_only=True):
    """One note; it may stand on a case, a body, a project or an event, or on none yet."""

    __tablename__ = "note"
    __table_args__ = (
        Index("ix_note_case", "case_id", "happened_at", sqlite_where=ALIVE),
        Index("ix_note_organisation", "organisation_id", "happened_at", sqlite_where=ALIVE),
        Index("ix_note_happened", "happened_at", "id", sqlite_where=ALIVE),
        SYNCED,
    )

    kind: Mapped[str]  # value list note_kind
    happened_at: Mapped[datetime]
    duration_min: Mapped[int | None] = mapped_column(default=None)
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    next_step: Mapped[str] = mapped_column(default="")
    author_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None, index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("advisory_case.id"), default=None)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), default=None)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), default=None, index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), default=None, index=True)
    caller: Mapped[str] = mapped_column(default="")  # who called, as heard, while no person is chosen


class NotePerson(Record, kw_only=True):
    """A person who took part in what a note tells."""

    __tablename__ = "note_person"

    note_id: Mapped[int] = mapped_column(ForeignKey("note.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
