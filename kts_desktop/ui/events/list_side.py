"""The left side: the events as cards, with search, time, order and filters."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QBoxLayout, QWidget

from kts_desktop.models.vocab import EventId, EventMode, EventState
from kts_desktop.services.event_lists import EventRow
from kts_desktop.ui.events import times, words
from kts_desktop.ui.events.list_bar import ListBar
from kts_desktop.ui.events.table import EventDelegate, EventWords
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.filters import Filter
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.table import Loader

_BELOW_SEARCH = 2  # place in the pane's column: after title and search


class EventsPane(ListPane):
    """A list pane with a bar for the time."""

    def __init__(self, told: EventWords, parent: QWidget | None = None) -> None:
        cards: CardList[EventRow] = CardList("events.list", told.card)
        cards.setItemDelegate(EventDelegate(told.card, cards))
        self._told, self._months = told, tuple[date, ...]()
        super().__init__(cards, "events", parent)
        self.bar = ListBar(self)
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.insertWidget(_BELOW_SEARCH, self.bar)

    def show_events(self, ids: Sequence[EventId], load: Loader[EventRow]) -> None:
        """List these events."""
        self.show_ids(ids, load)
        self.set_count(self.tr("%n event(s)", "", len(ids)))

    def show_months(self, months: Sequence[date]) -> None:
        """Offer the months in which events begin."""
        if tuple(months) != self._months:
            self._months = tuple(months)
            self._offer()

    def retranslate(self) -> None:
        """Set the texts."""
        self.set_title(self.tr("Exchange events"))
        self.set_new(self.tr("New"))
        self.set_search(self.tr("Search in events"))
        self.set_empty(
            self.tr("No events here"),
            self.tr("Schedule one, or look at the past ones."),
            self.tr("New event"),
        )
        self._offer()
        super().retranslate()

    def _offer(self) -> None:
        told = self._told.words
        self.set_filters(
            [
                Filter("format", self.tr("Format"), words.choices(told, words.FORMAT)),
                Filter("mode", self.tr("Mode"), words.choices(told, words.MODE, tuple(EventMode))),
                Filter("state", self.tr("State"), words.choices(told, words.STATE, tuple(EventState))),
                Filter("month", self.tr("Month"), self._month_choices()),
                Filter("theme", self.tr("Theme"), words.choices(told, words.THEME)),
            ]
        )

    def _month_choices(self) -> list[tuple[str, str]]:
        return [(first.isoformat(), times.month_told(first)) for first in self._months]
