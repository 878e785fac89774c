"""Which record a kept draft belongs to, so that the start page can name it and lead there."""

from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import select

from kts_desktop.models.base import Record
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.event import Event
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.project import Project
from kts_desktop.services.drafts import NEW, KeptDraft
from kts_desktop.storage.sessions import Session

_OF_FORM: MappingProxyType[str, tuple[type[Record], tuple[str, ...]]] = MappingProxyType(
    {
        "cases": (AdvisoryCase, ("subject",)),
        "events": (Event, ("title",)),
        "people": (Person, ("given_name", "family_name")),
        "bodies": (Organisation, ("name",)),
        "places": (Organisation, ("name",)),
        "projects": (Project, ("title",)),
    }
)  # columns by name: a table is made only for a draft of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPlace:
    """A record by kind, id and name; id 0 for one that is new, no kind for a call that is not saved."""

    kind: str = ""
    id: int = 0
    name: str = ""


def place_of(session: Session, kept: KeptDraft) -> DraftPlace:
    """Return where a draft belongs; the first word of the form's name tells the kind of the record."""
    known = _OF_FORM.get(kept.form.partition(".")[0])
    if known is None:
        return DraftPlace()
    table, columns = known
    kind = table.__tablename__
    if kept.record == NEW:
        return DraftPlace(kind=kind)
    named = [getattr(table, column) for column in columns]
    row = session.execute(select(table.id, *named).where(table.uid == kept.record)).one_or_none()
    return DraftPlace(kind=kind) if row is None else DraftPlace(kind=kind, id=row[0], name=" ".join(row[1:]))
