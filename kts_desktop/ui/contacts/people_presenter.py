"""The list of people and the person shown: answers the gestures and follows the news; no widget here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.vocab import PersonId, PersonOrder
from kts_desktop.services import directory, duplicates, person_cards, person_lists, persons
from kts_desktop.services.contact_points import ContactDraft
from kts_desktop.services.duplicates import Candidate
from kts_desktop.services.person_cards import PersonCard
from kts_desktop.services.person_lists import PersonFilter, PersonRow
from kts_desktop.services.persons import PersonDraft
from kts_desktop.services.posts import PostDraft
from kts_desktop.ui.contacts.writing import Writing
from kts_desktop.ui.kit.among import among
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.record_news import RecordNews
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LISTED = ("person", "affiliation", "contact_point", "organisation", "vocabulary")
SHOWN = ("consent", "case_person", "advisory_case", "note", "note_person", "registration", "event")
WITHOUT_PHONE, NOT_INFORMED, WITHOUT_POST = "without_phone", "not_informed", "without_post"
RESTRICTED, IN_BIN = "restricted", "in_bin"


class PeopleView(Telling, Protocol):
    """What the presenter needs of the view; a fake in tests."""

    def show_rows(self, ids: Sequence[PersonId], load: Loader[PersonRow]) -> None:
        """Show these people."""

    def show_card(self, card: PersonCard | None, lines: Sequence[HistoryLine]) -> None:
        """Show everything about one person and its history, or that none is chosen."""

    def show_saved(self, person_id: int) -> None:
        """Close the form, and choose what was saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the form of a person hands over; a new one brings post and ways to reach them along."""

    draft: PersonDraft
    person_id: int = 0
    post: PostDraft | None = None  # its body may be a place of the directory (negative)
    contacts: tuple[ContactDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """Somebody who may be the person being entered."""

    row: PersonRow
    candidate: Candidate


class PeoplePresenter(Writing, RecordNews):
    """Knows what is searched, in which order, and who is shown."""

    LISTED: ClassVar = LISTED
    SHOWN: ClassVar = SHOWN

    def __init__(self, workspace: Workspace, view: PeopleView, parent: QObject) -> None:
        super().__init__(workspace, view, parent)
        self._view = view
        self.wanted = PersonFilter()
        self.order = PersonOrder.NAME
        workspace.changed.connect(self.follow)

    @property
    def today(self) -> date:
        """Return the day of the clock."""
        return local_date(self._workspace.clock())

    def refresh(self) -> None:
        """Read list and card anew."""
        found = self._workspace.read(
            lambda session: person_lists.ids(
                session,
                self.wanted,
                self.order,
                descending=self.order is PersonOrder.CHANGED,
                today=self.today,
            )
        )
        self._view.show_rows(found, self._load)
        self.choose(self.current)

    def search(self, text: str) -> None:
        """Narrow the list to what was typed."""
        self.wanted = replace(self.wanted, text=text)
        self.refresh()

    def narrow(self, values: Mapping[str, str]) -> None:
        """Narrow the list by the filters, and sort it."""
        missing, shown = values.get("missing", ""), values.get("shown", "")
        self.wanted = replace(
            self.wanted,
            kind=values.get("kind", ""),
            state=values.get("state", ""),
            without_phone=missing == WITHOUT_PHONE,
            not_informed=missing == NOT_INFORMED,
            without_post=missing == WITHOUT_POST,
            restricted=shown == RESTRICTED,
            in_bin=shown == IN_BIN,
            among=among(values),
        )
        self.order = PersonOrder(values.get("order") or PersonOrder.NAME)
        self.refresh()

    def choose(self, record_id: int) -> None:
        """Show a person; 0 shows none. A merged one is shown as the record that was kept."""
        card = self._card(record_id) if record_id else None
        self.current = card.id if card is not None else 0
        self._view.show_card(card, self.history_of(persons.KIND, card.id) if card is not None else ())

    def draft(self) -> PersonDraft:
        """Return what the form of the person shown edits."""
        current = self.current
        return self._workspace.read(lambda session: persons.draft_of(session, current))

    def save(self, entry: Entry) -> None:
        """Change a person, or add one; the view learns the id."""
        label = "person.edit" if entry.person_id else "person.add"
        self.write(label, lambda session: _saved(session, entry)).succeeded.connect(self._on_saved)

    def remove(self, ids: Sequence[int]) -> None:
        """Move people to the bin."""
        label = "person.delete" if len(ids) == 1 else "bulk.delete"
        if ids:
            self.write(label, lambda session: persons.delete(session, ids), offers_undo=True)

    def restore(self, person_id: int) -> None:
        """Take a person out of the bin."""
        self.write("person.restore", lambda session: persons.restore(session, person_id))

    def set_informed(self, ids: Sequence[int]) -> None:
        """Note that people were told today what is kept about them."""
        on = self.today
        self.write(
            "person.informed", lambda session: persons.set_informed(session, ids, on), offers_undo=True
        )

    def restrict(self, person_id: int) -> None:
        """Hide a person from lists, search and papers."""
        at = self._workspace.clock()
        self.write(
            "person.restrict", lambda session: persons.restrict(session, person_id, at=at), offers_undo=True
        )

    def lift_restriction(self, person_id: int) -> None:
        """Show a person again."""
        self.write(
            "person.lift", lambda session: persons.lift_restriction(session, person_id), offers_undo=True
        )

    def separate(self, person_id: int) -> None:
        """Take a merge back: the record stands for itself again."""
        self.write(
            "person.separate", lambda session: duplicates.separate(session, person_id), offers_undo=True
        )

    def suspects(
        self, draft: PersonDraft, mails: Sequence[str], numbers: Sequence[str], except_id: int
    ) -> list[Suspect]:
        """Return who in the office may be the person being typed."""

        def query(session: "Session") -> list[Suspect]:
            found = duplicates.candidates(
                session, draft, mails=mails, numbers=numbers, except_id=except_id or None
            )
            ids = [one.person_id for one in found]
            rows = person_lists.rows(session, ids, today=self.today)
            return [Suspect(row=rows[one.person_id], candidate=one) for one in found]

        return self._workspace.read(query)

    def _load(self, ids: Sequence[int]) -> Mapping[int, PersonRow]:
        return self._workspace.read(lambda session: person_lists.rows(session, ids, today=self.today))

    def _card(self, person_id: int) -> PersonCard | None:
        language = self._workspace.language
        try:
            return self._workspace.read(
                lambda session: person_cards.card(session, person_id, today=self.today, language=language)
            )
        except NotFoundError:
            return None

    @Slot(object)
    def _on_saved(self, person_id: object) -> None:
        assert isinstance(person_id, int)
        self._view.show_saved(person_id)


def _saved(session: "Session", entry: Entry) -> int:
    if entry.person_id:
        persons.edit(session, entry.person_id, entry.draft)
        return entry.person_id
    post = entry.post
    if post is not None and post.organisation_id is not None:
        post = replace(post, organisation_id=directory.resolve(session, post.organisation_id))
    if post is None:
        return persons.add(session, entry.draft, contacts=entry.contacts)
    return persons.add(session, entry.draft, post=post, post_contacts=entry.contacts)
