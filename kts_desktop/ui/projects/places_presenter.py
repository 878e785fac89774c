"""What the list of places does; no widget here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.vocab import RegisterId
from kts_desktop.services import directory, organisations, place_cards, place_lists
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.place_cards import PlaceCard
from kts_desktop.services.place_lists import PlaceFilter, PlaceOrder, PlaceRow
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.record_news import RecordNews
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.projects.presenter import SHOWN, history_of, words_of
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LISTED = ("organisation", "organisation_key", "register_entry", "project", "project_member", "vocabulary")


class PlacesView(Telling, Protocol):
    """What the presenter needs of the view; a fake in tests."""

    def show_rows(self, ids: Sequence[int], load: Loader[PlaceRow]) -> None:
        """Show these places."""

    def show_card(self, card: PlaceCard, lines: Sequence[HistoryLine]) -> None:
        """Show everything about one."""

    def show_nothing(self) -> None:
        """Show that none is chosen."""

    def show_removed(self, count: int) -> None:
        """Say what went, and offer to take it back."""

    def show_saved(self, record_id: int) -> None:
        """Close the form, and choose what was saved; 0 stays where it is."""

    def select(self, record_id: int) -> None:
        """Choose a place in the list."""


class PlacesPresenter(RecordNews, Writing):
    """Answers the gestures on places and follows the news of the workspace."""

    LISTED: ClassVar = LISTED
    SHOWN: ClassVar = SHOWN

    def __init__(self, workspace: Workspace, view: PlacesView, parent: QObject | None = None) -> None:
        super().__init__(workspace, view, parent)
        self._view = view
        self.wanted = PlaceFilter()
        self.order = PlaceOrder.NAME
        self.words = words_of(workspace)
        workspace.changed.connect(self.follow)

    def read_words(self) -> None:
        """Read the labels of the value lists anew."""
        self.words = words_of(self._workspace)

    def refresh(self) -> None:
        """Show the places that the filter lets pass, and the chosen one."""
        is_by_size = self.order is PlaceOrder.POPULATION
        found = self._workspace.read(
            lambda session: place_lists.tokens(session, self.wanted, self.order, descending=is_by_size)
        )
        self._view.show_rows(found, self._load)
        self.choose(self.current)

    def search(self, text: str) -> None:
        """Narrow the list to what was typed."""
        self.wanted = replace(self.wanted, text=text)
        self.refresh()

    def narrow(self, values: Mapping[str, str]) -> None:
        """Narrow the list by the filters, and sort it."""
        self.wanted = replace(
            self.wanted,
            state=values.get("state", ""),
            kind=values.get("kind", ""),
            size=values.get("size", ""),
            only_adopted=values.get("known", "") == "adopted",
        )
        self.order = PlaceOrder(values.get("order") or PlaceOrder.NAME)
        self.refresh()

    def choose(self, record_id: int) -> None:
        """Show a place by its token; 0 shows none. One taken over meanwhile is shown as the body."""
        card = self._card(record_id) if record_id else None
        self.current = card.hit.token if card is not None else 0
        if card is None:
            self._view.show_nothing()
        else:
            self._view.show_card(card, self._history(card))

    def adopt(self) -> None:
        """Take the chosen place into the office."""
        register_id = RegisterId(-self.current)
        ticket = self.write("organisation.adopt", lambda session: directory.adopt(session, register_id))
        ticket.succeeded.connect(self._on_saved)

    def draft(self) -> OrganisationDraft:
        """Return the draft of the chosen body."""
        current = self.current
        return self._workspace.read(lambda session: organisations.draft_of(session, current))

    def save(self, body_id: int, draft: OrganisationDraft) -> None:
        """Change a body, or add one for 0."""
        if body_id:
            ticket = self.write(
                "organisation.edit", lambda session: organisations.edit(session, body_id, draft)
            )
        else:
            ticket = self.write("organisation.add", lambda session: organisations.add(session, draft))
        ticket.succeeded.connect(self._on_saved)

    def remove(self, tokens: Sequence[int]) -> None:
        """Move bodies to the bin; places of the directory stay where they are."""
        bodies = [token for token in tokens if token > 0]
        if bodies:
            ticket = self.write("organisation.delete", lambda session: _removed(session, bodies))
            ticket.succeeded.connect(self._on_removed)

    def _card(self, token: int) -> PlaceCard | None:
        today = local_date(self._workspace.clock())
        try:
            return self._workspace.read(lambda session: place_cards.card(session, token, today))
        except NotFoundError:
            return None

    def _history(self, card: PlaceCard) -> list[HistoryLine]:
        body = card.hit.organisation_id
        return [] if body is None else history_of(self._workspace, organisations.KIND, body, self.words)

    def _load(self, tokens: Sequence[int]) -> Mapping[int, PlaceRow]:
        return self._workspace.read(lambda session: place_lists.rows(session, tokens))

    @Slot(object)
    def _on_saved(self, body_id: object) -> None:
        self._view.show_saved(body_id if isinstance(body_id, int) else 0)

    @Slot(object)
    def _on_removed(self, count: object) -> None:
        self._view.show_removed(cast("int", count))


def _removed(session: "Session", bodies: Sequence[int]) -> int:
    organisations.delete(session, bodies)
    return len(bodies)
