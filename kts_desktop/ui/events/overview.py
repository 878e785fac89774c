"""The first tab of an event: what, when, where, who; agenda; special needs for organisers."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kts_desktop.models.vocab import EventMode
from kts_desktop.services.event_lists import EventCard, Host
from kts_desktop.services.event_series import SeriesDate
from kts_desktop.services.special_needs import NeedLine
from kts_desktop.ui.events import times, words
from kts_desktop.ui.events.table import EventWords
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.facts import Fact, Facts, Line, LineBox, TextBlock
from kts_desktop.ui.kit.measure import spaced

_CENTS = 100
CATERING = frozenset({"vegetarian", "vegan", "halal", "kosher"})  # told as a number, without names


class OverviewTab(QWidget):
    """The read view; special needs are shown on demand only."""

    link_wanted = Signal(str, int)
    needs_wanted = Signal()

    def __init__(self, told: EventWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.overview")
        self._told = told
        self._card: EventCard | None = None
        self._facts = Facts("events.facts", parent=self)
        self._agenda = TextBlock("events.agenda", self)
        self._series = LineBox("events.series", self)
        self._needs = LineBox("events.needs", self)
        self.show_needs: QPushButton = self._needs.add_button("show")
        self._lay_out()
        self._facts.link_wanted.connect(self.link_wanted)
        self._series.link_wanted.connect(self.link_wanted)
        self.show_needs.clicked.connect(self.needs_wanted)

    def show_card(self, card: EventCard) -> None:
        """Show an event; special needs are hidden again for another one."""
        is_other = self._card is None or self._card.id != card.id
        self._card = card
        self.retranslate()
        if is_other:
            self._hide_needs()

    def show_lines(self, lines: Sequence[NeedLine] | None) -> None:
        """Show who needs what; None tells that this adviser may not see it."""
        self.show_needs.setVisible(False)
        if lines is None:
            self._needs.set_lines((), self.tr("Special needs are shown to the organiser of the event only."))
        else:
            self._needs.set_lines(self._need_lines(lines), self.tr("Nobody told any."))

    def retranslate(self) -> None:
        """Set the texts."""
        self._needs.set_heading(self.tr("Special needs"))
        self.show_needs.setText(self.tr("Show"))
        self.show_needs.setAccessibleName(self.tr("Show special needs"))
        card = self._card
        if card is None:
            return
        self._facts.set_facts([*self._main_facts(card), *self._place_facts(card)])
        self._needs.setVisible(card.registered > 0)
        self._agenda.set_text(self.tr("Agenda"), card.agenda, "agenda")
        self._series.setVisible(len(card.dates) > 1)
        self._series.set_heading(self.tr("Dates of the series {0}").format(card.series))
        self._series.set_lines([self._date(one, card) for one in card.dates])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _main_facts(self, card: EventCard) -> list[Fact]:
        told = self._told.words
        deadline = card.registration_deadline
        chip = words.EVENT_CHIPS.get(card.state, "plain")
        facts = [
            Fact(self.tr("When"), times.span_told(card.starts_at, card.ends_at, card.zone), wide=True),
            Fact(self.tr("State"), told.of(words.STATE, card.state), chip=chip, field="state"),
            Fact(self.tr("Mode"), told.of(words.MODE, card.mode), field="mode"),
            Fact(self.tr("Places"), words.places_told(card.places), field="capacity"),
            Fact(
                self.tr("Registration deadline"),
                formats.current().day(deadline) if deadline is not None else "",
                field="registration_deadline",
            ),
            Fact(self.tr("Organiser"), card.organiser, field="organiser"),
        ]
        if card.budget_cents is not None:
            facts.append(
                Fact(self.tr("Budget"), _money(card.budget_cents, card.currency), field="budget_cents")
            )
        counts = [f"{told.of(words.REGISTRATION, state)} {count}" for state, count in card.counts if count]
        if counts:
            facts.append(Fact(self.tr("Registrations"), " · ".join(counts), wide=True))
        elsewhere = times.elsewhere_told(card.starts_at, card.zone, card.format)
        if elsewhere:
            facts.insert(1, Fact(self.tr("Begins elsewhere"), elsewhere, wide=True))
        return facts

    def _place_facts(self, card: EventCard) -> list[Fact]:
        told = self._told.words
        facts = [self._host(host) for host in card.hosts] or [Fact(self.tr("Host municipality"), "")]
        if card.mode != EventMode.ONLINE or card.venue:
            venue = ", ".join(part for part in (card.venue, card.venue_address) if part)
            facts += [
                Fact(self.tr("Venue"), venue, field="venue"),
                Fact(self.tr("Accessibility"), card.accessibility, field="accessibility"),
            ]
        if card.mode != EventMode.ON_SITE or card.online_link:
            facts.append(Fact(self.tr("Online link"), card.online_link, field="online_link"))
        if card.themes:
            facts.append(
                Fact(self.tr("Themes"), told.of_many(words.THEME, card.themes), wide=True, field="themes")
            )
        if card.guidelines:
            charter = told.of_many(words.GUIDELINE, card.guidelines)
            facts.append(Fact(self.tr("Charter guidelines"), charter, wide=True, field="guidelines"))
        return facts

    def _host(self, host: Host) -> Fact:
        state = self._told.words.of(words.FEDERAL_STATE, host.state) if host.state else ""
        name = f"{host.name} ({state})" if state and state != host.name else host.name
        return Fact(self.tr("Host municipality"), name, "organisation", host.organisation_id)

    def _date(self, one: SeriesDate, card: EventCard) -> Line:
        day = times.day_told(times.in_zone(one.starts_at, one.zone).date())
        number = "" if one.number is None else self.tr("No. {0}").format(one.number)
        told = " · ".join(part for part in (number, one.title) if part)
        aside = f"{day} · {self._told.words.of(words.STATE, one.state)}"
        if one.event_id == card.id:
            return Line(told, aside)
        return Line(told, aside, kind="event", id=int(one.event_id))

    def _need_lines(self, lines: Sequence[NeedLine]) -> list[Line]:
        told = []
        for kind in dict.fromkeys(line.kind for line in lines):
            of_kind = [line for line in lines if line.kind == kind]
            label = self._told.words.of(words.NEED, kind)
            if kind in CATERING:
                told.append(Line(label, str(len(of_kind))))
            else:
                told += [self._need(label, line) for line in of_kind]
        return told

    @staticmethod
    def _need(label: str, line: NeedLine) -> Line:
        text = f"{label}: {line.name}"
        return Line(f"{text} ({line.remark})" if line.remark else text, line.body)

    def _hide_needs(self) -> None:
        self.show_needs.setVisible(True)
        self._needs.set_lines((), self.tr("Catering and support; not shown until you ask for it."))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, (0, 8, 0, 20), 14)
        for part in (self._facts, self._agenda, self._series, self._needs):
            column.addWidget(part)
        column.addStretch()


def _money(cents: int, currency: str) -> str:
    return formats.current().money(Decimal(cents) / _CENTS, currency)
