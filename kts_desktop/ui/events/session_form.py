"""The form of a session."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kts_desktop.services.event_lists import EventCard
from kts_desktop.services.event_sessions import SessionDraft
from kts_desktop.ui.events import times
from kts_desktop.ui.kit.date_fields import DateField, TimeField
from kts_desktop.ui.kit.fields import CheckField, NumberField, TextField
from kts_desktop.ui.kit.form import Form

_PLAIN = ("title", "room", "capacity", "speakers", "sign_up")


class SessionForm(Form):
    """One session; its times are read on the clock of the event's zone."""

    def __init__(
        self, event: EventCard, draft: SessionDraft | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("events.session", parent)
        self._zone = event.zone
        self._base = draft or SessionDraft(title="", starts_at=event.starts_at, ends_at=event.ends_at)
        self.add("title", TextField(), required=True, wide=True)
        self.add("day", DateField(), required=True)
        self.add("room", TextField())
        self.add("starts_at", TimeField(), required=True)
        self.add("ends_at", TimeField(), required=True)
        self.add("speakers", TextField(), wide=True)
        self.add("capacity", NumberField())
        self.add("sign_up", CheckField(), wide=True)
        self.retranslate_fields()
        self._show()

    def entered(self) -> SessionDraft:
        """Return what was entered."""
        found = self.values()
        return replace(
            self._base,
            **{key: found[key] for key in _PLAIN},
            starts_at=times.to_utc(found["day"], found["starts_at"], self._zone),
            ends_at=times.to_utc(found["day"], found["ends_at"], self._zone),
        )

    def retranslate_fields(self) -> None:
        """Set the labels."""
        self.set_labels(
            {
                "title": self.tr("Title"),
                "day": self.tr("Day"),
                "room": self.tr("Room"),
                "starts_at": self.tr("Begins at"),
                "ends_at": self.tr("Ends at"),
                "speakers": self.tr("Speakers"),
                "capacity": self.tr("Capacity"),
                "sign_up": self.tr("Participants sign up for this session"),
            },
            {"capacity": self.tr("Left open: no limit.")},
        )

    def _show(self) -> None:
        begin = times.in_zone(self._base.starts_at, self._zone)
        end = times.in_zone(self._base.ends_at, self._zone)
        self.set_values(
            {
                **{key: getattr(self._base, key) for key in _PLAIN},
                "day": begin.date(),
                "starts_at": begin.time(),
                "ends_at": end.time(),
            }
        )
