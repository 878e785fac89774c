"""The list of bodies and the body shown: answers the gestures and follows the news; no widget here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.vocab import OrganisationId, OrganisationOrder
from kts_desktop.services import directory, organisation_cards, organisation_lists, organisations
from kts_desktop.services.organisation_cards import OrganisationCard
from kts_desktop.services.organisation_lists import OrganisationFilter, OrganisationRow
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.ui.contacts.writing import Writing
from kts_desktop.ui.kit.among import among
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.record_news import RecordNews
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LISTED = ("organisation", "affiliation", "contact_point", "advisory_case", "person", "vocabulary")
SHOWN = ("organisation_key", "note", "event", "event_host", "registration", "network_membership")
WITHOUT_PEOPLE, IN_BIN, MUNICIPAL, OTHERS = "without_people", "in_bin", "municipal", "others"


class BodiesView(Telling, Protocol):
    """What the presenter needs of the view; a fake in tests."""

    def show_rows(self, ids: Sequence[OrganisationId], load: Loader[OrganisationRow]) -> None:
        """Show these bodies."""

    def show_card(self, card: OrganisationCard | None, lines: Sequence[HistoryLine]) -> None:
        """Show everything about one body and its history, or that none is chosen."""

    def show_saved(self, organisation_id: int) -> None:
        """Close the form, and choose what was saved."""


class BodiesPresenter(Writing, RecordNews):
    """Knows what is searched, in which order, and which body is shown."""

    LISTED: ClassVar = LISTED
    SHOWN: ClassVar = SHOWN

    def __init__(self, workspace: Workspace, view: BodiesView, parent: QObject) -> None:
        super().__init__(workspace, view, parent)
        self._view = view
        self.wanted = OrganisationFilter()
        self.order = OrganisationOrder.NAME
        workspace.changed.connect(self.follow)

    def refresh(self) -> None:
        """Read list and card anew."""
        is_by_size = self.order is OrganisationOrder.POPULATION
        found = self._workspace.read(
            lambda session: organisation_lists.ids(session, self.wanted, self.order, descending=is_by_size)
        )
        self._view.show_rows(found, self._load)
        self.choose(self.current)

    def search(self, text: str) -> None:
        """Narrow the list to what was typed."""
        self.wanted = replace(self.wanted, text=text)
        self.refresh()

    def narrow(self, values: Mapping[str, str]) -> None:
        """Narrow the list by the filters, and sort it."""
        sort, shown = values.get("sort", ""), values.get("shown", "")
        self.wanted = replace(
            self.wanted,
            kind=values.get("kind", ""),
            state=values.get("state", ""),
            municipal=sort == MUNICIPAL if sort else None,
            without_people=shown == WITHOUT_PEOPLE,
            in_bin=shown == IN_BIN,
            among=among(values),
        )
        self.order = OrganisationOrder(values.get("order") or OrganisationOrder.NAME)
        self.refresh()

    def choose(self, record_id: int) -> None:
        """Show a body; 0 shows none."""
        card = self._card(record_id) if record_id else None
        self.current = card.id if card is not None else 0
        self._view.show_card(card, self.history_of(organisations.KIND, card.id) if card is not None else ())

    def draft(self) -> OrganisationDraft:
        """Return what the form of the body shown edits."""
        current = self.current
        return self._workspace.read(lambda session: organisations.draft_of(session, current))

    def name_of(self, organisation_id: int) -> str:
        """Return the name of a body, for a field that shows it."""
        return self._workspace.read(
            lambda session: organisation_lists.rows(session, [organisation_id])[organisation_id].name
        )

    def save(self, organisation_id: int, draft: OrganisationDraft) -> None:
        """Change a body, or add one for 0; the view learns the id."""
        label = "organisation.edit" if organisation_id else "organisation.add"
        ticket = self.write(label, lambda session: _saved(session, organisation_id, draft))
        ticket.succeeded.connect(self._on_saved)

    def remove(self, ids: Sequence[int]) -> None:
        """Move bodies to the bin."""
        label = "organisation.delete" if len(ids) == 1 else "bulk.delete"
        if ids:
            self.write(label, lambda session: organisations.delete(session, ids), offers_undo=True)

    def restore(self, organisation_id: int) -> None:
        """Take a body out of the bin."""
        self.write("organisation.restore", lambda session: organisations.restore(session, organisation_id))

    def _load(self, ids: Sequence[int]) -> Mapping[int, OrganisationRow]:
        return self._workspace.read(lambda session: organisation_lists.rows(session, ids))

    def _card(self, organisation_id: int) -> OrganisationCard | None:
        today = local_date(self._workspace.clock())
        try:
            return self._workspace.read(
                lambda session: organisation_cards.card(session, organisation_id, today=today)
            )
        except NotFoundError:
            return None

    @Slot(object)
    def _on_saved(self, organisation_id: object) -> None:
        assert isinstance(organisation_id, int)
        self._view.show_saved(organisation_id)


def _saved(session: "Session", organisation_id: int, draft: OrganisationDraft) -> int:
    if draft.parent_id is not None:
        draft = replace(draft, parent_id=directory.resolve(session, draft.parent_id))
    if organisation_id:
        organisations.edit(session, organisation_id, draft)
        return organisation_id
    return organisations.add(session, draft)
