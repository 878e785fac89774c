"""Who comes to an event: registrations, their steps, sessions chosen, special needs."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index

from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE
from kts_desktop.models.vocab import RegistrationState


class Registration(Record, kw_only=True):
    """One person's place at an event: a person of the directory, or a typed-in name and body."""

    __tablename__ = "registration"
    __table_args__ = (Index("ix_registration_event", "event_id", "state", sqlite_where=ALIVE), SYNCED)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), default=None, index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id"), default=None, index=True
    )
    typed_name: Mapped[str] = mapped_column(default="")
    typed_body: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default=RegistrationState.REQUESTED.value)
    role: Mapped[str] = mapped_column(default="participant")  # value list event_role
    registered_at: Mapped[datetime | None] = mapped_column(default=None)  # the rank on the waiting list
    badge_text: Mapped[str] = mapped_column(default="")
    badge_printed_at: Mapped[datetime | None] = mapped_column(default=None)
    badge_code: Mapped[bytes | None] = mapped_column(default=None)  # random, never personal
    no_photo: Mapped[bool] = mapped_column(default=False)
    arrived_at: Mapped[datetime | None] = mapped_column(default=None)
    deputy_for_id: Mapped[int | None] = mapped_column(ForeignKey("registration.id"), default=None)
    remark: Mapped[str] = mapped_column(default="")


class RegistrationStep(Record, kw_only=True):
    """One change of a registration's state, kept because who moved up is asked afterwards."""

    __tablename__ = "registration_step"

    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id"), index=True)
    state: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None)
    reason: Mapped[str] = mapped_column(default="")


class SessionRegistration(Record, kw_only=True):
    """A session somebody signed up for."""

    __tablename__ = "session_registration"

    session_id: Mapped[int] = mapped_column(ForeignKey("event_session.id"), index=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id"), index=True)
    state: Mapped[str] = mapped_column(default=RegistrationState.CONFIRMED.value)


class SpecialNeed(Record, kw_only=True):
    """Catering and accessibility (Art. 9 GDPR): for organisers only, erased 14 days after the event."""

    __tablename__ = "special_need"

    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id"), index=True)
    kind: Mapped[str]  # value list special_need_kind
    remark: Mapped[str] = mapped_column(default="")
