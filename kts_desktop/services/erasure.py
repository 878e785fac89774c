"""Erasing people for good (Art. 17 GDPR), and special needs when their time has come.

The name may stand in the words of other records, which the program must not rewrite: they are listed, the
adviser edits them, and ``redact`` then makes the history forget what stood there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import ColumnElement, Text, false, func, or_, select

from kts_desktop.core import folding
from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import NotFoundError, RefusedError
from kts_desktop.models.base import table_named
from kts_desktop.models.catalogue import BY_NAME, TABLES, SyncedTable
from kts_desktop.models.event import Event
from kts_desktop.models.person import Affiliation, Consent, ContactPoint, Person
from kts_desktop.models.registration import Registration, SpecialNeed
from kts_desktop.services import special_needs
from kts_desktop.storage import erasing
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store

_AROUND = 40  # letters either side of a hit
_ENDINGS = "(?:s|es|sche[nrs]?)?"
_SHORTEST = 6  # a shorter number or address would be found everywhere
# rows that go with a person, or are emptied, by the column that names the person
_BY_PERSON = frozenset({"affiliation", "consent", "case_person", "note_person", "network_membership"})
_BY_UID = MappingProxyType({"tagging": "owner", "attachment": "owner", "printed_paper": "subject"})
_BY_REGISTRATION = frozenset({"registration_step", "special_need"})
_CLEARED = frozenset({"typed_name", "badge_text", "remark"})
# namesakes, and numbers that belong to a body as well, are no mention
_OWN = MappingProxyType(
    {"person": frozenset({"family_name"}), "contact_point": frozenset({"value", "normal"})}
)
_CODES = """
    kind state role scheme code list_key owner_kind left_kind right_kind subject_kind source language
    body_type country channel advice_form priority retention_class relation form category phase stage mode
    cost_class format zone currency mime state_hash file_hash redaction purpose salutation
"""
_CODED = frozenset(_CODES.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A field of another record that names a person; ``excerpt`` shows the words around it."""

    kind: str  # table
    id: int
    uid: bytes
    field: str
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What erasing a person would take along, and what would stay."""

    name: str
    records: int  # posts, ways to reach them, consents
    registrations: int  # stay in the counts, without the name
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What an erasure touched, and who else names the person."""

    changes: Changes
    mentions: tuple[Mention, ...] = ()


def outlook(session: Session, person_id: int) -> Outlook:
    """Return what erasing a person means; raises NotFoundError."""
    family = _family(session, person_id)
    person = session.get_one(Person, person_id)
    posts = [
        post.id for post in session.scalars(select(Affiliation).where(Affiliation.person_id.in_(family)))
    ]
    counted = (
        select(ContactPoint.id).where(
            or_(ContactPoint.person_id.in_(family), ContactPoint.affiliation_id.in_(posts))
        ),
        select(Consent.id).where(Consent.person_id.in_(family)),
    )
    return Outlook(
        name=f"{person.given_name} {person.family_name}".strip(),
        records=len(posts) + sum(len(session.scalars(query).all()) for query in counted),
        registrations=len(
            session.scalars(select(Registration.id).where(Registration.person_id.in_(family))).all()
        ),
        mentions=tuple(mentions(session, person_id)),
    )


def mentions(session: Session, person_id: int) -> list[Mention]:
    """Return the fields of other records that hold the family name, a number or an address of a person.

    A family name that is a word of its own, such as Berg, finds more than is meant. Raises NotFoundError.
    """
    family = _family(session, person_id)
    pattern = _pattern(session, family)
    return [mention for table in TABLES for mention in _in_table(session, table, family, pattern)]


def erase_person(store: Store, person_id: int) -> Erasure:
    """Erase a person with all records merged into it, for good; return who else names it.

    Raises NotFoundError.
    """
    with store.read() as session:
        named = tuple(mentions(session, person_id))
        uids = list(session.scalars(select(Person.uid).where(Person.id.in_(_family(session, person_id)))))
    return Erasure(changes=erasing.erase(store, Person.__tablename__, uids, "person.erase"), mentions=named)


def redact(store: Store, table: str, uid: bytes, field: str) -> None:
    """Make the history forget what a field of a record held; the present value stays.

    Raises NotFoundError for a field there is not.
    """
    known = BY_NAME.get(table)
    if known is None or all(one.name != field for one in known.fields):
        raise NotFoundError("field_unknown", name=field)
    erasing.redact(store, table, uid, field)


def forget(store: Store, mention: Mention) -> Changes:
    """Redact the field of a mention once it was edited.

    Raises RefusedError ``redact_unedited`` while the words still stand there; a record that is gone is done.
    """
    column = table_named(mention.kind).c[mention.field]
    with store.read() as session:
        present = session.scalar(select(column).where(column.table.c.uid == mention.uid))
    if present and mention.excerpt.strip("…") in " ".join(str(present).split()):
        raise RefusedError("redact_unedited")
    redact(store, mention.kind, mention.uid, mention.field)
    return Changes.of(mention.kind, mention.id)


def erase_due_needs(store: Store, now: datetime) -> Changes:
    """Erase the special needs of events that ended 14 days ago or more."""
    with store.read() as session:
        due = [one.event_id for one in special_needs.due_for_erasure(session, now)]
        of_events = (
            select(SpecialNeed.uid)
            .join(Registration, Registration.id == SpecialNeed.registration_id)
            .join(Event, Event.id == Registration.event_id)
            .where(Event.id.in_(due))
        )
        uids = list(session.scalars(of_events))
    if not uids:
        return Changes()
    return erasing.erase(store, special_needs.KIND, uids, "special_need.erase")


def _family(session: Session, person_id: int) -> list[int]:
    """Return a person and all that was merged with it, in the bin or not; raises NotFoundError."""
    if session.get(Person, person_id) is None:
        raise NotFoundError("gone", id=person_id)
    links = session.execute(
        select(Person.id, Person.merged_into_id).where(Person.merged_into_id.is_not(None))
    ).all()
    found, before = {person_id}, 0
    while len(found) != before:
        before = len(found)
        found.update(one for link in links if found & set(link) for one in link)
    return sorted(found)


def _pattern(session: Session, family: Sequence[int]) -> re.Pattern[str]:
    names = session.scalars(select(Person.family_name).where(Person.id.in_(family)))
    words = [rf"\b{re.escape(folding.fold(name.strip()))}{_ENDINGS}\b" for name in names if name.strip()]
    posts = select(Affiliation.id).where(Affiliation.person_id.in_(family))
    values = session.scalars(
        select(ContactPoint.value).where(
            or_(ContactPoint.person_id.in_(family), ContactPoint.affiliation_id.in_(posts))
        )
    )
    words.extend(
        re.escape(folding.fold(value.strip())) for value in values if len(value.strip()) >= _SHORTEST
    )
    return re.compile("|".join(dict.fromkeys(words)) or r"(?!)")


def _in_table(
    session: Session, table: SyncedTable, family: Sequence[int], pattern: re.Pattern[str]
) -> Iterator[Mention]:
    columns = table_named(table.name).c
    own = _OWN.get(table.name, frozenset())
    names = [
        field.name
        for field in table.fields
        if type(columns[field.name].type) is Text and field.name not in _CODED | own
    ]
    of_them = _of_family(table, family)
    if not names:
        return
    query = select(columns.id, columns.uid, of_them, *(columns[name] for name in names))
    for id_, uid, is_theirs, *texts in session.execute(query):
        if is_theirs and table.name != Registration.__tablename__:
            continue
        for name, words in zip(names, texts, strict=True):
            hit = pattern.search(folding.fold(words)) if words else None
            if hit is not None and not (is_theirs and name in _CLEARED):
                excerpt = _excerpt(words, hit.start())
                yield Mention(kind=table.name, id=id_, uid=uid, field=name, excerpt=excerpt)


def _of_family(table: SyncedTable, family: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition for a row that goes with the person, or for a registration of the person."""
    columns = table_named(table.name).c
    if table.name == Person.__tablename__:
        return columns.id.in_(family)
    if table.name == ContactPoint.__tablename__:
        posts = select(Affiliation.id).where(Affiliation.person_id.in_(family))
        return func.coalesce(columns.person_id.in_(family), false()) | func.coalesce(
            columns.affiliation_id.in_(posts), false()
        )
    if table.name in _BY_UID:
        return columns[_BY_UID[table.name]].in_(select(Person.uid).where(Person.id.in_(family)))
    if table.name in _BY_REGISTRATION:
        return columns.registration_id.in_(select(Registration.id).where(Registration.person_id.in_(family)))
    if table.name in _BY_PERSON or table.name == Registration.__tablename__:
        return columns.person_id.in_(family)
    return false()


def _excerpt(text: str, place: int) -> str:
    """Return the words around a place; folding shortens texts a little, so the place is near enough."""
    begin, end = max(0, place - _AROUND), place + 2 * _AROUND
    words = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{words}{'…' if end < len(text) else ''}"
