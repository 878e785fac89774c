"""Advisory cases and the people they concern."""

from datetime import date, datetime

from sqlalchemy import Computed, ForeignKey, Index, text

from kts_desktop.core import folding
from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE
from kts_desktop.models.vocab import CaseState

FILED = text("state = 'filed'")  # those in the bin as well: their period runs on


class AdvisoryCase(Record, kw_only=True):
    """One case. ``number`` is the file number, given once and never changed by renumbering.

    ``next_due_on`` and ``last_note_at`` are kept by triggers from tasks and notes; they are local, neither
    journaled nor exchanged.
    """

    __tablename__ = "advisory_case"
    __table_args__ = (
        Index("ix_case_received", "received_on", "id", sqlite_where=ALIVE),
        Index("ix_case_number", "number", "id", sqlite_where=ALIVE),
        Index("ix_case_subject", "sort_key", "id", sqlite_where=ALIVE),
        Index("ix_case_due", "next_due_on", "id", sqlite_where=ALIVE),
        Index("ix_case_last_note", "last_note_at", "id", sqlite_where=ALIVE),
        Index("ix_case_state", "state", "received_on", "id", sqlite_where=ALIVE),
        Index("ix_case_lead", "lead_id", "state", "received_on", "id", sqlite_where=ALIVE),
        Index("ix_case_priority", "priority", "received_on", "id", sqlite_where=ALIVE),
        Index("ix_case_advice_form", "advice_form", "received_on", "id", sqlite_where=ALIVE),
        Index("ix_case_organisation", "organisation_id", "id", sqlite_where=ALIVE),
        Index("ix_case_kept", "retention_class", "filed_on", "closed_on", sqlite_where=FILED),
        SYNCED,
    )

    number: Mapped[str]
    subject: Mapped[str]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), default=None)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), default=None, index=True)
    advice_form: Mapped[str] = mapped_column(default="individual")  # value list advice_form
    channel: Mapped[str] = mapped_column(default="phone")  # value list channel
    received_on: Mapped[date]
    state: Mapped[str] = mapped_column(default=CaseState.NEW.value)
    priority: Mapped[str] = mapped_column(default="normal")  # value list case_priority
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None)
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None, index=True)
    concern: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None] = mapped_column(default=None)
    filed_on: Mapped[date | None] = mapped_column(default=None)  # begins the retention period
    retention_class: Mapped[str] = mapped_column(default="case")
    file_place: Mapped[str] = mapped_column(default="")  # where the papers are
    next_due_on: Mapped[date | None] = mapped_column(default=None, init=False)
    last_note_at: Mapped[datetime | None] = mapped_column(default=None, init=False)
    sort_key: Mapped[str] = mapped_column(
        Computed(folding.sql("subject", folding.LIST_ORDER), persisted=False), init=False
    )


class CasePerson(Record, kw_only=True):
    """A person of a case and the part they play."""

    __tablename__ = "case_person"

    case_id: Mapped[int] = mapped_column(ForeignKey("advisory_case.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
