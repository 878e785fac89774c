"""What the list of places does; no widget here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError, UserFacingError
from kts_desktop.models.vocab import RegisterId
from kts_desktop.services import directory, history, organisations, place_cards, place_lists
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.place_cards import PlaceCard
from kts_desktop.services.place_lists import PlaceFilter, PlaceOrder, PlaceRow
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.projects import history_lines
from kts_desktop.ui.projects.presenter import SHOWN, words_of
from kts_desktop.ui.workspace import Workspace

LISTED = ("organisation", "organisation_key", "register_entry", "project", "project_member", "vocabulary")


class PlacesView(Protocol):
    """What the presenter needs of the view; a fake in tests."""

    def show_rows(self, ids: Sequence[int], load: Loader[PlaceRow]) -> None:
        """Show these places."""

    def show_card(self, card: PlaceCard, lines: Sequence[HistoryLine]) -> None:
        """Show everything about one."""

    def show_nothing(self) -> None:
        """Show that none is chosen."""

    def show_error(self, error: UserFacingError) -> None:
        """Show what was refused."""

    def show_removed(self, count: int) -> None:
        """Say what went, and offer to take it back."""

    def close_forms(self) -> None:
        """Close what was saved."""

    def select(self, record_id: int) -> None:
        """Choose a place in the list."""


class PlacesPresenter(QObject):
    """Answers the gestures on places and follows the news of the workspace."""

    def __init__(self, workspace: Workspace, view: PlacesView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._view = workspace, view
        self.wanted = PlaceFilter()
        self.order = PlaceOrder.NAME
        self.current = 0
        self.words = words_of(workspace)
        workspace.changed.connect(self._follow)

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

    def choose(self, token: int) -> None:
        """Show a place; 0 shows none. One that was taken over meanwhile is shown as the body."""
        self.current = token
        if not token:
            self._view.show_nothing()
            return
        today = local_date(self._workspace.clock())
        try:
            card = self._workspace.read(lambda session: place_cards.card(session, token, today))
        except NotFoundError:
            self.current = 0
            self._view.show_nothing()
            return
        self.current = card.hit.token
        self._view.show_card(card, self._history(card))

    def adopt(self) -> None:
        """Take the chosen place into the office."""
        register_id = RegisterId(-self.current)
        ticket = self._workspace.write(
            "organisation.adopt", lambda session, _: directory.adopt(session, register_id)
        )
        ticket.succeeded.connect(self._on_saved)
        ticket.failed.connect(self._on_failed)

    def draft(self) -> OrganisationDraft:
        """Return the draft of the chosen body."""
        current = self.current
        return self._workspace.read(lambda session: organisations.draft_of(session, current))

    def save(self, body_id: int, draft: OrganisationDraft) -> None:
        """Change a body, or add one for 0."""
        if body_id:
            ticket = self._workspace.write(
                "organisation.edit", lambda session, _: organisations.edit(session, body_id, draft)
            )
        else:
            ticket = self._workspace.write(
                "organisation.add", lambda session, _: organisations.add(session, draft)
            )
        ticket.succeeded.connect(self._on_saved)
        ticket.failed.connect(self._on_failed)

    def remove(self, tokens: Sequence[int]) -> None:
        """Move bodies to the bin; places of the directory stay where they are."""
        bodies = [token for token in tokens if token > 0]
        if not bodies:
            return
        ticket = self._workspace.write("organisation.delete", lambda session, _: _removed(session, bodies))
        ticket.succeeded.connect(self._on_removed)
        ticket.failed.connect(self._on_failed)

    def _history(self, card: PlaceCard) -> list[HistoryLine]:
        body = card.hit.organisation_id
        if body is None:
            return []
        rows = self._workspace.read(lambda session: history.of_record(session, organisations.KIND, body))
        now = self._workspace.clock()
        return history_lines.lines(rows, self.words, self._workspace.language, now)

    def _load(self, tokens: Sequence[int]) -> Mapping[int, PlaceRow]:
        return self._workspace.read(lambda session: place_lists.rows(session, tokens))

    @Slot(object)
    def _follow(self, changes: object) -> None:
        told = cast("Changes", changes)
        if told.concerns("vocabulary"):
            self.words = words_of(self._workspace)
        if told.concerns(*LISTED):
            self.refresh()
        elif told.concerns(*SHOWN):
            self.choose(self.current)

    @Slot(object)
    def _on_saved(self, body_id: object) -> None:
        self._view.close_forms()
        if isinstance(body_id, int):
            self._view.select(body_id)

    @Slot(object)
    def _on_removed(self, count: object) -> None:
        self._view.show_removed(cast("int", count))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not isinstance(error, UserFacingError):
            raise cast("Exception", error)
        self._view.show_error(error)


def _removed(session: Any, bodies: Sequence[int]) -> int:
    organisations.delete(session, bodies)
    return len(bodies)
