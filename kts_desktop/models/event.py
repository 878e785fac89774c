"""Exchange events, their series and sessions."""

from datetime import date, datetime

from sqlalchemy import Computed, ForeignKey, Index

from kts_desktop.core import folding
from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE
from kts_desktop.models.vocab import EventMode, EventState


class EventSeries(Record, kw_only=True):
    """A numbered series of events."""

    __tablename__ = "event_series"

    name: Mapped[str]
    format: Mapped[str] = mapped_column(default="")  # value list event_format


class Event(Record, kw_only=True):
    """One event. Times are moments; ``zone`` names the zone they are told in."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_starts", "starts_at", "id", sqlite_where=ALIVE),
        Index("ix_event_title", "sort_key", "id", sqlite_where=ALIVE),
        Index("ix_event_state", "state", "starts_at", sqlite_where=ALIVE),
        SYNCED,
    )

    title: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    zone: Mapped[str] = mapped_column(default="Europe/Berlin")
    format: Mapped[str] = mapped_column(default="workshop")  # value list event_format
    mode: Mapped[str] = mapped_column(default=EventMode.ON_SITE.value)
    state: Mapped[str] = mapped_column(default=EventState.PLANNED.value)
    series_id: Mapped[int | None] = mapped_column(ForeignKey("event_series.id"), default=None, index=True)
    series_number: Mapped[int | None] = mapped_column(default=None)
    venue: Mapped[str] = mapped_column(default="")
    venue_address: Mapped[str] = mapped_column(default="")
    capacity: Mapped[int | None] = mapped_column(default=None)
    accessibility: Mapped[str] = mapped_column(default="")
    online_link: Mapped[str] = mapped_column(default="")
    registration_deadline: Mapped[date | None] = mapped_column(default=None)
    budget_cents: Mapped[int | None] = mapped_column(default=None)
    currency: Mapped[str] = mapped_column(default="EUR")
    agenda: Mapped[str] = mapped_column(default="")
    report: Mapped[str] = mapped_column(default="")
    minutes_state: Mapped[str] = mapped_column(default="")  # draft or approved
    organiser_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None, index=True)
    sort_key: Mapped[str] = mapped_column(
        Computed(folding.sql("title", folding.LIST_ORDER), persisted=False), init=False
    )


class EventHost(Record, kw_only=True):
    """A body that hosts an event."""

    __tablename__ = "event_host"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class EventSession(Record, kw_only=True):
    """A part of an event with its own time, room and capacity."""

    __tablename__ = "event_session"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    title: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    room: Mapped[str] = mapped_column(default="")
    capacity: Mapped[int | None] = mapped_column(default=None)
    speakers: Mapped[str] = mapped_column(default="")
    sign_up: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
