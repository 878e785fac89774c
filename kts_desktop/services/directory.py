"""One search over the municipality directory and the office's own bodies, and taking a municipality over.

Places of both are named by one number, the token: the id of a body, or the negative id of a directory entry
that the office has not taken over yet. A body that was taken over is told once, as the body.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.register import RegisterEntry
from kts_desktop.models.vocab import KeyScheme, OrganisationId, RegisterId
from kts_desktop.services import place_words
from kts_desktop.services.place_words import Wanted
from kts_desktop.services.places import designation_in_words, full_name, without_kind
from kts_desktop.services.reference_files import SOURCE, key_uid, organisation_uid
from kts_desktop.storage import search
from kts_desktop.storage.sessions import Session

KIND = RegisterEntry.__tablename__
_CANDIDATES = 400
_KEY = re.compile(r"\d{2,12}")
_AGS_DIGITS = 8
_KINDS = {"municipality": "municipality", "district": "district", "association": "municipality"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHit:
    """A municipality, district or other body; ``state`` is the official key of the federal state.

    ``organisation_id`` is there if the office knows the body, ``register_id`` if the directory does.
    """

    name: str
    designation: str
    kind: str  # value list organisation_kind
    body_type: str  # value list body_type
    state: str
    district: str
    key: str  # AGS, else ARS, else empty
    population: int | None
    population_as_of: date | None
    population_source: str
    register_id: RegisterId | None = None
    organisation_id: OrganisationId | None = None

    @property
    def token(self) -> int:
        """Return the one number that names the place in lists."""
        return self.organisation_id or -(self.register_id or 0)

    @property
    def is_adopted(self) -> bool:
        """Tell whether the office has taken the place over."""
        return self.organisation_id is not None


def find(session: Session, typed: str, limit: int = 20) -> list[PlaceHit]:
    """Return places by name, part of it, district, state or key: the exact name first, then by size.

    If nothing is found, one wrong letter in a word is forgiven. An empty text finds nothing.
    """
    digits = typed.replace(" ", "")
    if _KEY.fullmatch(digits):
        return _by_key(session, digits)[:limit]
    for wanted in place_words.readings(session, typed):
        found = _by_words(session, wanted)
        if found:
            return found[:limit]
    return []


def hits(session: Session, tokens: Iterable[int]) -> dict[int, PlaceHit]:
    """Return places by their tokens; one that is gone is left out, one taken over meanwhile is the body."""
    wanted = list(tokens)
    places = _entries(session, {-token for token in wanted if token < 0})
    places |= {-hit.register_id: hit for hit in places.values() if hit.register_id}
    bodies = _bodies(session, {token for token in wanted if token > 0})
    return {token: hit for token in wanted if (hit := bodies.get(token) or places.get(token))}


def resolve(session: Session, token: int) -> OrganisationId:
    """Return the body a token names, taking the place over if it is only in the directory."""
    return OrganisationId(token) if token > 0 else adopt(session, RegisterId(-token))


def adopt(session: Session, register_id: RegisterId) -> OrganisationId:
    """Return the body of a directory entry, making it with its keys if the office does not know it yet.

    A body in the bin is taken out of it. Two laptops that take over the same place make the same record.
    Raises NotFoundError if the directory does not hold the entry.
    """
    entry = session.get(RegisterEntry, register_id)
    if entry is None:
        raise NotFoundError("gone", id=register_id)
    known = owners(session, {entry.ags or entry.ars})
    if known:
        return next(iter(known.values()))
    scheme = KeyScheme.AGS if entry.ags else KeyScheme.ARS
    uid = organisation_uid(scheme, entry.ags or entry.ars)
    body = session.scalar(select(Organisation).where(Organisation.uid == uid)) or _new_body(entry, uid)
    body.deleted_at = None
    session.add(body)
    session.flush()
    _give_key(session, body, KeyScheme.AGS, entry.ags)
    _give_key(session, body, KeyScheme.ARS, entry.ars)
    session.flush()
    return OrganisationId(body.id)


def owners(session: Session, keys: Collection[str]) -> dict[str, OrganisationId]:
    """Return the bodies that bear these keys (AGS or ARS); a merged body stands for the one it went into."""
    found = session.execute(
        select(OrganisationKey.value, Organisation.id, Organisation.merged_into_id)
        .join(Organisation, Organisation.id == OrganisationKey.organisation_id)
        .where(
            OrganisationKey.value.in_(keys),
            OrganisationKey.scheme.in_((KeyScheme.AGS.value, KeyScheme.ARS.value)),
            OrganisationKey.deleted_at.is_(None),
            Organisation.deleted_at.is_(None),
        )
    )
    return {value: OrganisationId(into or body) for value, body, into in found}


_SHARED = ("name", "designation", "body_type", "state", "district")
_COUNTED = ("population", "population_as_of", "population_source")
_ENTRY = tuple(getattr(RegisterEntry, name) for name in ("id", *_SHARED, *_COUNTED, "level", "ags", "ars"))
_BODY = tuple(getattr(Organisation, name) for name in ("id", *_SHARED, *_COUNTED, "kind"))


def _entries(session: Session, ids: Collection[int]) -> dict[int, PlaceHit]:
    """Return directory entries by the token of each: the body where the office has taken it over."""
    if not ids:
        return {}
    rows = session.execute(select(*_ENTRY).where(RegisterEntry.id.in_(ids))).all()
    taken = owners(session, {row.ags or row.ars for row in rows})
    bodies = _plain_bodies(session, set(taken.values()))
    found = {}
    for row in rows:
        body = bodies.get(taken.get(row.ags or row.ars, 0))
        hit = (
            _entry_hit(row)
            if body is None
            else replace(body, register_id=RegisterId(row.id), key=row.ags or row.ars)
        )
        found[hit.token] = hit
    return found


def _bodies(session: Session, ids: Collection[int]) -> dict[int, PlaceHit]:
    """Return bodies by id, with their key and their entry in the directory."""
    found = _plain_bodies(session, ids)
    keys = session.execute(
        select(OrganisationKey.organisation_id, OrganisationKey.value)
        .where(
            OrganisationKey.organisation_id.in_(found),
            OrganisationKey.scheme.in_((KeyScheme.AGS.value, KeyScheme.ARS.value)),
            OrganisationKey.deleted_at.is_(None),
            OrganisationKey.valid_to.is_(None),
        )
        .order_by(OrganisationKey.scheme.desc(), OrganisationKey.id)  # the AGS last: it counts
    )
    by_body: dict[int, str] = dict(keys.all())
    entries = _ids_by_key(session, by_body.values())
    return {
        id_: replace(hit, key=by_body.get(id_, ""), register_id=entries.get(by_body.get(id_, "")))
        for id_, hit in found.items()
    }


def _plain_bodies(session: Session, ids: Collection[int]) -> dict[int, PlaceHit]:
    if not ids:
        return {}
    rows = session.execute(select(*_BODY).where(Organisation.id.in_(ids), Organisation.deleted_at.is_(None)))
    return {row.id: _body_hit(row) for row in rows}


def _ids_by_key(session: Session, keys: Iterable[str]) -> dict[str, RegisterId]:
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    by_ags = session.execute(select(RegisterEntry.ags, RegisterEntry.id).where(RegisterEntry.ags.in_(wanted)))
    found = {key: RegisterId(id_) for key, id_ in by_ags}
    rest = wanted - set(found)
    if rest:
        by_ars = session.execute(
            select(RegisterEntry.ars, RegisterEntry.id).where(
                RegisterEntry.ags == "", RegisterEntry.ars.in_(rest)
            )
        )
        found |= {key: RegisterId(id_) for key, id_ in by_ars}
    return found


def _by_key(session: Session, digits: str) -> list[PlaceHit]:
    """Return places whose AGS, ARS or postcode begins with these digits, the shortest keys first."""
    last = f"{digits}\x7f"
    entry = RegisterEntry
    ids = session.scalars(
        select(entry.id).where(entry.ags.between(digits, last)).order_by(entry.ags).limit(_CANDIDATES)
    ).all()
    if not ids or len(digits) > _AGS_DIGITS:
        ids = session.scalars(
            select(entry.id).where(entry.ars.between(digits, last)).limit(_CANDIDATES)
        ).all()
    codes = session.scalars(select(entry.id).where(entry.postcode == digits).limit(_CANDIDATES)).all()
    bodies = session.scalars(
        select(OrganisationKey.organisation_id)
        .where(OrganisationKey.value.between(digits, last), OrganisationKey.deleted_at.is_(None))
        .limit(_CANDIDATES)
    ).all()
    found = _bodies(session, set(bodies)) | _entries(session, {*ids, *codes})
    return sorted(found.values(), key=lambda hit: (len(hit.key), hit.key))


def _by_words(session: Session, wanted: Wanted) -> list[PlaceHit]:
    entries = _matching(session, RegisterEntry, wanted)
    bodies = _matching(session, Organisation, wanted)
    found = _bodies(session, bodies) | _entries(session, entries)
    places = [hit for hit in found.values() if wanted.state in ("", hit.state)]
    return sorted(places, key=lambda hit: _rank(hit, wanted))


def _rank(hit: PlaceHit, wanted: Wanted) -> tuple[bool, int, bool, int, str, str, str]:
    bare = without_kind(hit.name)
    names = (place_words.plain(hit.name), place_words.plain(bare))
    spellings = (place_words.spelled(hit.name), place_words.spelled(bare))
    likeness = (
        spellings[0] in wanted.spellings,
        spellings[1] in wanted.spellings,
        any(one.startswith(typed) for typed in wanted.spellings for one in spellings),
        names[0] in wanted.names,
        names[1] in wanted.names,
    )
    begins = any(one.startswith(typed) for typed in wanted.names for one in names)
    is_other_kind = wanted.is_district and hit.kind != "district"
    nearest = likeness.index(True) if any(likeness) else len(likeness)
    return is_other_kind, nearest, not begins, -(hit.population or 0), names[0], hit.state, hit.district


def _matching(session: Session, record: type[RegisterEntry | Organisation], wanted: Wanted) -> set[int]:
    """Return the ids of those of exactly this name, those that begin with it, and the largest others."""
    kind = record.__tablename__
    query = select(record.id).order_by(record.population.desc()).limit(_CANDIDATES)
    if record is Organisation:
        query = query.where(Organisation.deleted_at.is_(None))
    anywhere = search.matching_expression(kind, wanted.anywhere)
    found = set(session.scalars(query.where(record.id.in_(anywhere))))
    if len(found) == _CANDIDATES:
        begin = search.matching_expression(kind, wanted.beginning)
        found |= set(session.scalars(query.where(record.id.in_(begin))))
        found |= set(session.scalars(query.where(record.sort_key.in_(wanted.names + wanted.spellings))))
    return found


def _entry_hit(row: Row[Any]) -> PlaceHit:
    return PlaceHit(
        name=full_name(row.name, row.body_type),
        designation=designation_in_words(row.designation),
        kind=_KINDS[row.level],
        body_type=row.body_type,
        state=row.state,
        district="" if row.level == "district" or row.district == row.name else row.district,
        key=row.ags or row.ars,
        population=row.population,
        population_as_of=row.population_as_of,
        population_source=row.population_source,
        register_id=RegisterId(row.id),
    )


def _body_hit(row: Row[Any]) -> PlaceHit:
    return PlaceHit(
        name=row.name,
        designation=row.designation,
        kind=row.kind,
        body_type=row.body_type,
        state=row.state,
        district="" if row.district == row.name else row.district,
        key="",
        population=row.population,
        population_as_of=row.population_as_of,
        population_source=row.population_source,
        organisation_id=OrganisationId(row.id),
    )


def _new_body(entry: RegisterEntry, uid: bytes) -> Organisation:
    is_placed = entry.position_is_exact
    return Organisation(
        uid=uid,
        kind=_KINDS[entry.level],
        name=full_name(entry.name, entry.body_type),
        designation=designation_in_words(entry.designation),
        body_type=entry.body_type,
        state=entry.state,
        district=entry.district,
        population=entry.population,
        population_as_of=entry.population_as_of,
        population_source=entry.population_source,
        area_ha=entry.area_ha,
        lat=entry.lat if is_placed else None,
        lon=entry.lon if is_placed else None,
        source=SOURCE,
    )


def _give_key(session: Session, body: Organisation, scheme: KeyScheme, value: str) -> None:
    if not value:
        return
    uid = key_uid(body.uid, scheme, value)
    known = session.scalar(select(OrganisationKey).where(OrganisationKey.uid == uid))
    if known is not None:
        known.deleted_at = None
        return
    session.add(
        OrganisationKey(uid=uid, organisation_id=body.id, scheme=scheme.value, value=value, source=SOURCE)
    )
