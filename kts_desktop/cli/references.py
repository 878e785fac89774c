"""Records named on the command line: by number, official key, file number or name."""

from types import MappingProxyType

from sqlalchemy import text

from kts_desktop.core.errors import NotFoundError
from kts_desktop.services import callers, directory
from kts_desktop.storage.sessions import Session

# field without its ``_id``: the kind it names
_KINDS = MappingProxyType(
    {
        "organisation": "organisation",
        "host": "organisation",
        "parent": "organisation",
        "project": "project",
        "person": "person",
        "owed_by": "person",
        "contact": "person",
        "lead": "adviser",
        "deputy": "adviser",
        "assignee": "adviser",
        "author": "adviser",
        "organiser": "adviser",
        "case": "advisory_case",
        "note": "note",
        "event": "event",
        "series": "event_series",
    }
)
MARKS = MappingProxyType({stem: kind.upper() for stem, kind in _KINDS.items()})
_NAMED = MappingProxyType(
    {
        "adviser": "SELECT id FROM adviser WHERE (name=:typed OR mark=:typed) AND deleted_at IS NULL",
        "advisory_case": "SELECT id FROM advisory_case WHERE number=:typed AND deleted_at IS NULL",
        "project": "SELECT id FROM project WHERE (title=:typed OR number=:typed OR project_name=:typed) "
        "AND deleted_at IS NULL",
        "event": "SELECT id FROM event WHERE title=:typed AND deleted_at IS NULL ORDER BY starts_at DESC",
        "event_series": "SELECT id FROM event_series WHERE name=:typed AND deleted_at IS NULL",
    }
)


def find(session: Session, stem: str, typed: str) -> int:
    """Return the id of the record meant; a municipality of the directory is taken over.

    Raises NotFoundError ``reference_unknown`` or ``reference_ambiguous``.
    """
    return of_kind(session, _KINDS.get(stem, stem), typed)


def of_kind(session: Session, kind: str, typed: str) -> int:
    """Return the id of a record of a kind by what was typed."""
    if typed.startswith("#") and typed[1:].isdecimal():
        return int(typed[1:])
    if kind == "organisation":
        return _place(session, typed)
    if kind == "person":
        return _person(session, typed)
    statement = _NAMED.get(kind)
    found = list(session.scalars(text(statement), {"typed": typed})) if statement else []
    if found:
        return int(found[0])
    raise NotFoundError("reference_unknown", typed=typed)


def numbered(session: Session, kind: str, typed: str) -> int:
    """Return the same, for a record that may be named by its bare number as well."""
    return int(typed) if typed.isdecimal() else of_kind(session, kind, typed)


def _place(session: Session, typed: str) -> int:
    hits = directory.find(session, typed, limit=20)
    exact = [hit for hit in hits if typed in {hit.name, hit.key}]
    chosen = exact or hits
    if not chosen:
        raise NotFoundError("reference_unknown", typed=typed)
    if len(exact) > 1:
        places = "; ".join(f"{hit.key} {hit.name} ({hit.district})" for hit in exact)
        raise NotFoundError("reference_ambiguous", typed=typed, places=places)
    return directory.resolve(session, chosen[0].token)


def _person(session: Session, typed: str) -> int:
    found = [one for one in callers.callers(session, typed, limit=3) if one.person_id is not None]
    if not found:
        raise NotFoundError("reference_unknown", typed=typed)
    if len({one.person_id for one in found}) > 1:
        people = "; ".join(f"#{one.person_id} {one.name} ({one.body})" for one in found)
        raise NotFoundError("reference_ambiguous", typed=typed, places=people)
    return int(found[0].person_id or 0)
