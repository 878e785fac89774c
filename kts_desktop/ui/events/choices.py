"""What the fields of the forms offer: value lists, advisers, series, bodies and people found while typing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kts_desktop.core.clock import local_date
from kts_desktop.models.vocab import PersonId
from kts_desktop.services import (
    advisers,
    callers,
    directory,
    events,
    notes,
    person_lists,
    typed_names,
    vocabulary,
)
from kts_desktop.services.directory import PlaceHit
from kts_desktop.services.typed_names import Namesake
from kts_desktop.ui.events import words
from kts_desktop.ui.kit.choosers import Hit
from kts_desktop.ui.kit.value_words import Choices, ValueWords
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The choices of the forms in the language in force."""

    words: ValueWords
    advisers: Choices
    series: Choices
    me: int | None


class Lookup:
    """Answers the fields of the forms by short reads."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def words(self) -> ValueWords:
        """Return the labels of all value lists of this page."""
        approved = QCoreApplication.translate("events", "approved")
        minutes = {"draft": QCoreApplication.translate("events", "draft"), "approved": approved}
        return ValueWords({**self._workspace.read(self._labels), words.MINUTES: minutes})

    def offered(self) -> Offered:
        """Return what the forms offer."""
        return self._workspace.read(self._offered)

    def bodies(self, typed: str) -> list[Hit]:
        """Return bodies and places of the directory; a place not taken over yet has a negative number."""
        states = self.words()
        found = self._workspace.read(lambda session: directory.find(session, typed, _MOST))
        return [_place_hit(hit, states) for hit in found]

    def bodies_named(self, ids: tuple[int, ...]) -> list[Hit]:
        """Return bodies by their ids, in the same order."""
        states = self.words()
        found = self._workspace.read(lambda session: directory.hits(session, ids))
        return [_place_hit(found[id_], states) for id_ in ids if id_ in found]

    def people(self, typed: str) -> list[Hit]:
        """Return people of the directory by name, body or number."""
        today, language = local_date(self._workspace.clock()), self._workspace.language
        found = self._workspace.read(
            lambda session: callers.callers(session, typed, _MOST, language=language, today=today)
        )
        return [
            Hit(one.person_id, one.name, " · ".join(part for part in (one.function, one.body) if part))
            for one in found
            if one.person_id is not None
        ]

    def person(self, person_id: int) -> Hit | None:
        """Return a person by id."""
        today = local_date(self._workspace.clock())
        found = self._workspace.read(lambda session: person_lists.rows(session, [person_id], today=today))
        row = found.get(person_id)
        return Hit(row.id, row.name, row.function) if row is not None else None

    def body_of(self, person_id: PersonId) -> Hit | None:
        """Return the body of a person's present main post."""
        found = self._workspace.read(lambda session: notes.body_of_person(session, person_id))
        return next(iter(self.bodies_named((found,))), None) if found is not None else None

    def namesakes(self, typed: str) -> list[Namesake]:
        """Return people of the directory a typed-in name may mean."""
        today = local_date(self._workspace.clock())
        return self._workspace.read(lambda session: typed_names.namesakes(session, typed, today=today))

    def _labels(self, session: "Session") -> dict[str, dict[str, str]]:
        return vocabulary.many_labels(session, words.LISTS, self._workspace.language)

    def _offered(self, session: "Session") -> Offered:
        today = local_date(self._workspace.clock())
        me = advisers.me(session)
        return Offered(
            words=ValueWords(self._labels(session)),
            advisers=tuple((str(id_), name) for id_, name in advisers.choices(session, today=today)),
            series=tuple((str(id_), name) for id_, name in events.series_choices(session)),
            me=me.id if me else None,
        )


def _place_hit(hit: PlaceHit, states: ValueWords) -> Hit:
    state = states.of(words.FEDERAL_STATE, hit.state) if hit.state else ""
    return Hit(hit.token, hit.name, " · ".join(part for part in (hit.district, state) if part))
