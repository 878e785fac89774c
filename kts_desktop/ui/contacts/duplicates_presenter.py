"""Two records side by side: merge them, tell them apart, go on to the next pair; no widget here."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.services import duplicates, person_cards
from kts_desktop.services.duplicates import Pair
from kts_desktop.services.person_cards import PersonCard
from kts_desktop.services.persons import PersonDraft
from kts_desktop.ui.contacts.writing import Writing
from kts_desktop.ui.kit.writing import Telling
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FIELDS = tuple(field.name for field in fields(PersonDraft))


class ComparingView(Telling, Protocol):
    """What the presenter needs of the dialog; a fake in tests."""

    def show_pair(self, pair: Pair, left: PersonCard, right: PersonCard, place: int, count: int) -> None:
        """Show two people side by side; the left one would be kept."""

    def show_end(self, decided: int) -> None:
        """Say that no pair is left."""


@dataclass(slots=True)
class _Queue:
    pairs: Sequence[Pair]
    place: int = -1
    decided: int = 0


class DuplicatesPresenter(Writing):
    """Goes through pairs; a pair one of whose records is gone meanwhile is passed over."""

    def __init__(self, workspace: Workspace, view: ComparingView, parent: QObject) -> None:
        super().__init__(workspace, view, parent)
        self._view = view
        self._queue = _Queue(())

    @property
    def pair(self) -> Pair:
        """Return the pair shown."""
        return self._queue.pairs[self._queue.place]

    def look(self) -> None:
        """Look for pairs in the whole office, off the GUI thread."""
        ticket = self._workspace.fetch(lambda session, _: duplicates.pairs(session))
        ticket.succeeded.connect(self._on_found)

    def compare(self, one_id: int, other_id: int) -> None:
        """Show two people that were chosen."""
        left, right = self._workspace.read(lambda session: duplicates.older_first(session, one_id, other_id))
        self._begin([Pair(left_id=left, right_id=right, reasons=())])

    def merge(self, draft: PersonDraft) -> None:
        """Make the two one person with the fields as chosen."""
        pair = self.pair
        ticket = self.write(
            "person.merge",
            lambda session: duplicates.merge(session, pair.left_id, pair.right_id, draft),
            offers_undo=True,
        )
        ticket.succeeded.connect(self._on_decided)

    def distinct(self) -> None:
        """Remember that the two are different people."""
        pair = self.pair
        ticket = self.write(
            "person.distinct",
            lambda session: duplicates.distinct(session, pair.left_id, pair.right_id),
            offers_undo=True,
        )
        ticket.succeeded.connect(self._on_decided)

    def advance(self) -> None:
        """Go on to the next pair."""
        queue = self._queue
        while True:
            queue.place += 1
            if queue.place >= len(queue.pairs):
                self._view.show_end(queue.decided)
                return
            cards = self._cards(self.pair)
            if cards is not None:
                self._view.show_pair(self.pair, *cards, queue.place + 1, len(queue.pairs))
                return

    def _begin(self, pairs: Sequence[Pair]) -> None:
        self._queue = _Queue(pairs)
        self.advance()

    def _cards(self, pair: Pair) -> tuple[PersonCard, PersonCard] | None:
        today, language = local_date(self._workspace.clock()), self._workspace.language

        def query(session: "Session") -> tuple[PersonCard, PersonCard]:
            left, right = (
                person_cards.card(session, id_, today=today, language=language)
                for id_ in (pair.left_id, pair.right_id)
            )
            return left, right

        try:
            left, right = self._workspace.read(query)
        except NotFoundError:
            return None
        is_one = left.id == right.id or left.deleted_at is not None or right.deleted_at is not None
        return None if is_one else (left, right)

    @Slot(object)
    def _on_found(self, pairs: object) -> None:
        self._begin(cast("Sequence[Pair]", pairs))

    @Slot(object)
    def _on_decided(self, _value: object) -> None:
        self._queue.decided += 1
        self.advance()
