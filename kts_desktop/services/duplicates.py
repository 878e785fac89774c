"""People that may be in the office twice: found while typing and over the whole store, told apart, merged.

A merge is one field: the younger record points to the older one. Its posts, phones, consents, notes stay
where they are and are read together, so that a merge can be taken back after weeks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from sqlalchemy import select, text

from kts_desktop.core import folding
from kts_desktop.core.errors import NotFoundError, RefusedError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.person import DuplicateVerdict, Person
from kts_desktop.models.vocab import PersonId
from kts_desktop.services import name_likeness, persons, phones
from kts_desktop.services.name_likeness import Likeness
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage.sessions import Session

_SHORTEST_NAME = 2
_MOST_SHARED = 6  # a number or address of more people than these is a switchboard or a functional mailbox
_MOST_ALIKE = 40  # of one sound; more are found by phone and mail alone


class Reason(StrEnum):
    """Why two records may be one person."""

    NAME = "name"
    MAIL = "mail"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody in the office who may be the person being entered; the strongest reason first."""

    person_id: PersonId
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two records that may be one person; ``left_id`` is the older one, which a merge would keep."""

    left_id: PersonId
    right_id: PersonId
    reasons: tuple[Reason, ...]


def candidates(
    session: Session,
    draft: PersonDraft,
    *,
    mails: Sequence[str] = (),
    numbers: Sequence[str] = (),
    except_id: int | None = None,
    limit: int = 5,
) -> list[Candidate]:
    """Return who in the office may be the person being entered, the likeliest first.

    ``mails`` and ``numbers`` are as typed. People whose processing is restricted are found too, since a
    second record of them must not come about.
    """
    normals = {mail.strip().lower(): Reason.MAIL for mail in mails if "@" in mail}
    normals |= {number: Reason.PHONE for number in map(phones.dialled, numbers) if number}
    reasons: dict[int, set[Reason]] = defaultdict(set)
    for id_ in _named_alike(session, draft):
        reasons[id_].add(Reason.NAME)
    for id_, normal in _reached_at(session, list(normals)):
        reasons[id_].add(normals[normal])
    told = persons.family(session, except_id) if except_id is not None else ()
    kept = _alive_and_kept(session, reasons)
    hits: dict[PersonId, set[Reason]] = defaultdict(set)
    for id_, why in reasons.items():
        if id_ in kept and kept[id_] not in told:
            hits[kept[id_]] |= why
    ordered = sorted(hits.items(), key=lambda hit: (_weight(hit[1]), hit[0]))
    return [Candidate(person_id=id_, reasons=_sorted(why)) for id_, why in ordered[:limit]]


def pairs(session: Session, limit: int = 500) -> list[Pair]:
    """Return the pairs of the whole store that may be one person, the likeliest first.

    Pairs told apart by ``distinct`` do not come again; merged and restricted records are left out.
    """
    known: dict[int, str] = {id_: key for id_, key in session.execute(text(_NAMES))}  # noqa: C416 - rows
    names = {id_: name_likeness.likeness(key) for id_, key in known.items()}
    reasons: dict[tuple[int, int], set[Reason]] = defaultdict(set)
    for pair, reason in (*_sharing(session, names), *_of_one_sound(names)):
        reasons[pair].add(reason)
    for pair in _verdicts(session):
        reasons.pop(pair, None)
    ordered = sorted(reasons.items(), key=lambda found: (_weight(found[1]), known[found[0][0]], found[0]))
    ages = _uids(session, {id_ for pair, _ in ordered[:limit] for id_ in pair})
    return [_pair(pair, why, ages) for pair, why in ordered[:limit]]


def distinct(session: Session, one_id: int, other_id: int, *, source: str = "") -> None:
    """Remember that two people are not the same, so that the pair is not offered again."""
    left, right = sorted((_alive(session, one_id), _alive(session, other_id)), key=lambda person: person.uid)
    uid = link_uid(DuplicateVerdict.__tablename__, left.uid, right.uid)
    verdict = session.scalar(select(DuplicateVerdict).where(DuplicateVerdict.uid == uid))
    if verdict is not None:
        verdict.deleted_at = None
        return
    session.add(DuplicateVerdict(uid=uid, left_id=left.id, right_id=right.id, source=source))
    session.flush()


def merge(session: Session, one_id: int, other_id: int, draft: PersonDraft | None = None) -> PersonId:
    """Make two records one person and return the kept one, which is always the older.

    Always the older, so that merges on two laptops agree. ``draft`` holds the fields as chosen from both.
    What was merged into the younger record before goes along. Raises RefusedError for one and the same.
    """
    kept, gone = sorted(
        (_alive(session, persons.kept(session, one_id)), _alive(session, persons.kept(session, other_id))),
        key=lambda person: person.uid,
    )
    if kept.id == gone.id:
        raise RefusedError("merge_with_itself")
    if draft is not None:
        persons.edit(session, kept.id, draft)
    if gone.restricted_at is not None and kept.restricted_at is None:
        kept.restricted_at = gone.restricted_at
    for id_ in persons.family(session, gone.id):
        _alive(session, id_).merged_into_id = kept.id
    session.flush()
    return PersonId(kept.id)


def separate(session: Session, person_id: int) -> None:
    """Take a merge back: the record stands for itself again, with all that was its own.

    The two are remembered as different people, since a person decided it.
    """
    person = _alive(session, person_id)
    if person.merged_into_id is None:
        raise RefusedError("not_merged")
    kept_id, person.merged_into_id = person.merged_into_id, None
    session.flush()
    distinct(session, kept_id, person_id)


def older_first(session: Session, one_id: int, other_id: int) -> tuple[PersonId, PersonId]:
    """Return two people in the order a merge sees them: the one to keep first."""
    left, right = sorted((_alive(session, one_id), _alive(session, other_id)), key=lambda person: person.uid)
    return PersonId(left.id), PersonId(right.id)


def _named_alike(session: Session, draft: PersonDraft) -> Iterator[int]:
    wanted = name_likeness.of_parts(draft.family_name, draft.given_name)
    if len(folding.fold(draft.family_name.strip())) < _SHORTEST_NAME or not wanted.words:
        return
    for letter in name_likeness.first_letters(wanted.words[0][0]):
        found = session.execute(
            text(
                "SELECT id, sort_key FROM person WHERE sort_key >= :begin AND sort_key < :end "
                "AND deleted_at IS NULL"
            ),
            {"begin": letter, "end": chr(ord(letter) + 1)},
        )
        for id_, key in found:
            if name_likeness.are_alike(wanted, name_likeness.likeness(key)):
                yield id_


def _reached_at(session: Session, normals: Sequence[str]) -> Iterator[tuple[int, str]]:
    for normal in normals:
        for id_ in session.scalars(text(_REACHED), {"normal": normal}):
            yield id_, normal


def _alive_and_kept(session: Session, ids: Iterable[int]) -> dict[int, PersonId]:
    wanted = list(ids)
    found = session.execute(
        select(Person.id, Person.merged_into_id).where(Person.id.in_(wanted), Person.deleted_at.is_(None))
    )
    return {id_: PersonId(target or id_) for id_, target in found}


def _sharing(session: Session, names: dict[int, Likeness]) -> Iterator[tuple[tuple[int, int], Reason]]:
    """Yield the pairs that share a number or an address and do not clash in both names."""
    shared: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for normal, kind, id_ in session.execute(text(_SHARED)):
        if id_ in names:
            shared[normal].append((id_, kind))
    for people in shared.values():
        ids = sorted({id_ for id_, _ in people})
        if len(ids) <= _MOST_SHARED:
            reason = Reason.MAIL if people[0][1] == "email" else Reason.PHONE
            for one, other in combinations(ids, 2):
                if _is_plausible(names[one], names[other]):
                    yield (one, other), reason


def _is_plausible(one: Likeness, other: Likeness) -> bool:
    """Tell whether two names that share a phone may be one's: alike, or one given name (after a wedding)."""
    return name_likeness.are_alike(one, other) or bool(set(one.words[1:]) & set(other.words[1:]))


def _of_one_sound(names: dict[int, Likeness]) -> Iterator[tuple[tuple[int, int], Reason]]:
    """Yield the pairs whose names sound alike; an initial may stand for the given name."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    initials: dict[tuple[str, str], list[int]] = defaultdict(list)
    families: dict[str, list[int]] = defaultdict(list)
    for id_, name in names.items():
        given = name.words[1] if len(name.words) > 1 else ""
        if len(given) == 1:
            initials[name.key, given].append(id_)
        elif given:
            blocks[name.key, name_likeness.sound(given)].append(id_)
            families[name.key].append(id_)
    for ids in blocks.values():
        yield from _alike_within(ids, names)
    for (key, initial), ids in initials.items():
        begun = [id_ for id_ in families[key] if names[id_].words[1].startswith(initial)]
        yield from _alike_within([*ids, *begun], names)


def _alike_within(ids: Sequence[int], names: dict[int, Likeness]) -> Iterator[tuple[tuple[int, int], Reason]]:
    if len(ids) <= _MOST_ALIKE:
        for one, other in combinations(sorted(ids), 2):
            if name_likeness.are_alike(names[one], names[other]):
                yield (one, other), Reason.NAME


def _verdicts(session: Session) -> Iterator[tuple[int, int]]:
    found = session.execute(
        select(DuplicateVerdict.left_id, DuplicateVerdict.right_id).where(
            DuplicateVerdict.deleted_at.is_(None)
        )
    )
    for left, right in found:
        yield min(left, right), max(left, right)


def _uids(session: Session, ids: set[int]) -> dict[int, bytes]:
    found = session.execute(select(Person.id, Person.uid).where(Person.id.in_(ids)))
    return {id_: uid for id_, uid in found}  # noqa: C416 - rows


def _pair(pair: tuple[int, int], why: set[Reason], ages: dict[int, bytes]) -> Pair:
    left, right = sorted(pair, key=lambda id_: ages[id_])
    return Pair(left_id=PersonId(left), right_id=PersonId(right), reasons=_sorted(why))


def _weight(reasons: set[Reason]) -> int:
    """Order reasons: name with mail, name with phone, mail, name, phone."""
    points = {Reason.NAME: 4, Reason.MAIL: 5, Reason.PHONE: 3}
    return -sum(points[reason] for reason in reasons)


def _sorted(reasons: set[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in Reason if reason in reasons)


def _alive(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None or person.deleted_at is not None:
        raise NotFoundError("gone", id=person_id)
    return person


_NAMES = """
SELECT id, sort_key FROM person
WHERE deleted_at IS NULL AND +merged_into_id IS NULL AND restricted_at IS NULL ORDER BY sort_key
"""
_REACHED = """
SELECT coalesce(c.person_id, a.person_id)
FROM contact_point c LEFT JOIN affiliation a ON a.id=c.affiliation_id
WHERE c.normal=:normal AND c.deleted_at IS NULL AND coalesce(c.person_id, a.person_id) IS NOT NULL
"""
_SHARED = """
SELECT c.normal, c.kind, coalesce(c.person_id, a.person_id)
FROM contact_point c LEFT JOIN affiliation a ON a.id=c.affiliation_id
WHERE c.normal IN (SELECT normal FROM contact_point WHERE deleted_at IS NULL AND normal<>''
                   AND organisation_id IS NULL GROUP BY normal HAVING count(*) > 1)
AND c.deleted_at IS NULL AND c.kind IN ('email','phone','mobile') AND c.organisation_id IS NULL
"""
