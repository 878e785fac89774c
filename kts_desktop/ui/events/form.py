"""The form of an event."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.core.clock import HOME_ZONE
from kts_desktop.models.vocab import EventMode, EventState
from kts_desktop.services.events import EventDraft
from kts_desktop.ui.events import times, words
from kts_desktop.ui.events.choices import Lookup, Offered
from kts_desktop.ui.kit.choosers import Hit, MultiChoice
from kts_desktop.ui.kit.date_fields import DateField, TimeField
from kts_desktop.ui.kit.fields import (
    CheckField,
    ChoiceField,
    LongTextField,
    MoneyField,
    NumberField,
    TextField,
)
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.many_field import ManyField

_PLAIN = (
    "title",
    "format",
    "mode",
    "state",
    "zone",
    "venue",
    "venue_address",
    "capacity",
    "accessibility",
    "online_link",
    "series_number",
    "new_series",
    "registration_deadline",
    "agenda",
    "themes",
    "guidelines",
)
_CENTS = 100


class EventForm(Form):
    """Everything planned about an event; days and times are read on the clock of its zone."""

    def __init__(self, lookup: Lookup, parent: QWidget | None = None) -> None:
        super().__init__("events.form", parent)
        self._base: EventDraft | None = None
        self._lookup = lookup
        self._begins, self._ends, self._zone = DateField(), DateField(), ChoiceField(times.zone_choices())
        self._group = CheckField()
        self._lists: dict[str, ChoiceField | MultiChoice] = {
            "format": ChoiceField(),
            "mode": ChoiceField(),
            "state": ChoiceField(),
            "organiser": ChoiceField(nothing="–"),
            "series_id": ChoiceField(nothing="–"),
            "themes": MultiChoice(lines=5),
            "guidelines": MultiChoice(lines=5),
        }
        self._add_basics()
        self._add_place()
        self._add_planning()
        self.add("group", self._group, wide=True)
        self.retranslate_fields()

    def begin(self, *, me: int | None) -> None:
        """Begin a new event."""
        self.set_values(
            {
                "zone": HOME_ZONE,
                "organiser": str(me or ""),
                "state": EventState.PLANNED.value,
                "mode": EventMode.ON_SITE.value,
            }
        )
        self._show_group(is_shown=False)

    def show_draft(self, draft: EventDraft, hosts: Sequence[Hit], *, is_copy: bool = False) -> None:
        """Show an event to edit, or the copy of one, which has no day yet."""
        self._base = draft
        begin, end = times.in_zone(draft.starts_at, draft.zone), times.in_zone(draft.ends_at, draft.zone)
        self._zone.set_choices(times.zone_choices(draft.zone))
        self.set_values(
            {
                **{key: getattr(draft, key) for key in _PLAIN},
                "starts_at": None if is_copy else begin.date(),
                "starts_time": begin.time(),
                "ends_at": None if is_copy else end.date(),
                "ends_time": end.time(),
                "hosts": tuple(hosts),
                "organiser": str(draft.organiser_id or ""),
                "series_id": str(draft.series_id or ""),
                "budget_cents": None if draft.budget_cents is None else Decimal(draft.budget_cents) / _CENTS,
                "group": is_copy,
            }
        )
        self._show_group(is_shown=is_copy)

    def entered(self) -> EventDraft:
        """Return what was entered; hosts that are not taken over yet have negative numbers."""
        found = self.values()
        budget = found["budget_cents"]
        values: dict[str, Any] = {
            **{key: found[key] for key in _PLAIN},
            "starts_at": times.to_utc(found["starts_at"], found["starts_time"], found["zone"]),
            "ends_at": times.to_utc(
                found["ends_at"] or found["starts_at"], found["ends_time"], found["zone"]
            ),
            "host_ids": found["hosts"],
            "organiser_id": int(found["organiser"]) if found["organiser"] else None,
            "series_id": int(found["series_id"]) if found["series_id"] else None,
            "budget_cents": None if budget is None else int(budget * _CENTS),
        }
        return replace(self._base, **values) if self._base is not None else EventDraft(**values)

    def wants_group(self) -> bool:
        """Tell whether the participants of the event copied are to be invited."""
        return bool(self.values()["group"])

    def retranslate_fields(self) -> None:
        """Set labels, helps and choices."""
        self._offer(self._lookup.offered())
        self.set_labels(self._names(), self._helps())

    def _add_basics(self) -> None:
        self.add_section("basics")
        self.add("title", TextField(), required=True, wide=True)
        self.add("format", self._lists["format"], required=True)
        self.add("mode", self._lists["mode"], required=True)
        self.add("starts_at", self._begins, required=True)
        self.add("starts_time", TimeField(), required=True)
        self.add("ends_at", self._ends)
        self.add("ends_time", TimeField(), required=True)
        self.add("zone", self._zone, required=True)
        self.add("state", self._lists["state"], required=True)
        self._begins.line.editingFinished.connect(self._on_day)

    def _add_place(self) -> None:
        self.add_section("place")
        self.add("hosts", ManyField(self._lookup.bodies), wide=True)
        self.add("venue", TextField())
        self.add("venue_address", TextField())
        self.add("capacity", NumberField())
        self.add("online_link", TextField())
        self.add("accessibility", TextField(), wide=True)

    def _add_planning(self) -> None:
        self.add_section("planning")
        self.add("organiser", self._lists["organiser"])
        self.add("registration_deadline", DateField())
        self.add("series_id", self._lists["series_id"])
        self.add("series_number", NumberField())
        self.add("new_series", TextField())
        self.add("budget_cents", MoneyField())
        self.add("themes", self._lists["themes"])
        self.add("guidelines", self._lists["guidelines"])
        self.add("agenda", LongTextField(lines=6), wide=True)

    def _offer(self, offered: Offered) -> None:
        known = {
            "format": words.choices(offered.words, words.FORMAT, ("workshop",)),
            "mode": words.choices(offered.words, words.MODE, tuple(EventMode)),
            "state": words.choices(offered.words, words.STATE, tuple(EventState)),
            "organiser": offered.advisers,
            "series_id": offered.series,
            "themes": offered.words.choices(words.THEME),
            "guidelines": offered.words.choices(words.GUIDELINE),
        }
        for key, choices in known.items():
            self._lists[key].set_choices(choices)

    def _names(self) -> dict[str, str]:
        return {
            "basics": self.tr("Event"),
            "title": self.tr("Title"),
            "format": self.tr("Format"),
            "mode": self.tr("Mode"),
            "state": self.tr("State"),
            "starts_at": self.tr("Begins on"),
            "starts_time": self.tr("Begins at"),
            "ends_at": self.tr("Ends on"),
            "ends_time": self.tr("Ends at"),
            "zone": self.tr("Time zone"),
            "place": self.tr("Place"),
            "hosts": self.tr("Host municipalities"),
            "venue": self.tr("Venue"),
            "venue_address": self.tr("Address of the venue"),
            "capacity": self.tr("Capacity"),
            "online_link": self.tr("Online link"),
            "accessibility": self.tr("Accessibility"),
            "planning": self.tr("Planning"),
            "organiser": self.tr("Organiser"),
            "registration_deadline": self.tr("Registration deadline"),
            "series_id": self.tr("Series"),
            "series_number": self.tr("Number in the series"),
            "new_series": self.tr("Or a new series"),
            "budget_cents": self.tr("Budget"),
            "themes": self.tr("Themes"),
            "guidelines": self.tr("Charter guidelines"),
            "agenda": self.tr("Agenda"),
            "group": self.tr("Invite the participants of the event copied"),
        }

    def _helps(self) -> dict[str, str]:
        return {
            "capacity": self.tr("Left open: no limit, no waiting list."),
            "series_number": self.tr("Left open: the next number of the series."),
            "organiser": self.tr("Special needs of participants are shown to the organiser only."),
        }

    def _show_group(self, *, is_shown: bool) -> None:
        self._group.setVisible(is_shown)

    @Slot()
    def _on_day(self) -> None:
        """Let the end follow the beginning while it is blank or lies before."""
        begin, end = self._begins.value(), self._ends.value()
        if begin is not None and (end is None or end < begin):
            self._ends.set_value(begin)
