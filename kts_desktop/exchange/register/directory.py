"""Compares an edition of the municipality directory with the present one, and puts it in its place.

The directory is replaced as a whole; what an edition does not know is kept: points, and the end of a name
that was cut. ``apply`` is also the preview, run inside ``stage.preview``.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from sqlalchemy import delete, func, insert, select, text

from kts_desktop.core import folding
from kts_desktop.exchange.register.gv100ad import NAME_WIDTH
from kts_desktop.models.base import table_named
from kts_desktop.models.register import RegisterEdition, RegisterEntry
from kts_desktop.services.register_editions import Edition, Entry, Level, with_mean_points
from kts_desktop.storage import search_schema
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import also_changed

KIND = RegisterEntry.__tablename__
_COLUMNS = tuple(field.name for field in fields(Entry))


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """An entry before and after: renamed under its key, or moved to another key."""

    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What an edition changes, each list in the order of the keys."""

    added: tuple[Entry, ...]
    vanished: tuple[Entry, ...]
    renamed: tuple[Replacement, ...]
    rekeyed: tuple[Replacement, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether no key and no name changes."""
        return not (self.added or self.vanished or self.renamed or self.rekeyed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an import does, to be shown before it is done and told afterwards."""

    edition: Edition
    difference: Difference
    population: int  # of all municipalities, to compare with the published sum
    without_point: int  # municipalities that stand at the mean of their district


def present(session: Session) -> Edition | None:
    """Return the edition in place, or None in a new profile."""
    stamp = session.execute(
        select(RegisterEdition.as_of, RegisterEdition.origin, RegisterEdition.attribution)
    ).first()
    if stamp is None:
        return None
    rows = session.execute(select(*(getattr(RegisterEntry, column) for column in _COLUMNS)))
    entries = (Entry(**{**row._mapping, "level": Level(row.level)}) for row in rows)  # noqa: SLF001
    return Edition(
        as_of=stamp.as_of, origin=stamp.origin, attribution=stamp.attribution, entries=tuple(entries)
    )


def apply(session: Session, edition: Edition) -> Outcome:
    """Put an edition in place of the present one and return what that changed."""
    old = present(session)
    entries = old.entries if old else ()
    merged = merge(entries, edition) if old else edition
    replace_all(session, merged)
    units = [entry for entry in merged.entries if entry.level is Level.MUNICIPALITY]
    return Outcome(
        edition=merged,
        difference=compare(entries, merged.entries),
        population=sum(entry.population or 0 for entry in units),
        without_point=sum(not entry.is_located for entry in units),
    )


def replace_all(session: Session, edition: Edition) -> None:
    """Replace the directory and its search index; an entry that stays keeps its row number."""
    numbers = {
        (Level(row.level), row.ags or row.ars): row.id
        for row in session.execute(
            select(RegisterEntry.id, RegisterEntry.level, RegisterEntry.ags, RegisterEntry.ars)
        )
    }
    following = session.execute(select(func.coalesce(func.max(RegisterEntry.id), 0))).scalar_one()
    rows = []
    for entry in edition.entries:
        number = numbers.get(entry.key)
        if number is None:
            number = following = following + 1
        rows.append({"id": number, **{column: getattr(entry, column) for column in _COLUMNS}})
    session.execute(text(f"INSERT INTO {KIND}_fts({KIND}_fts) VALUES('delete-all')"))
    session.execute(delete(RegisterEntry))
    session.execute(delete(RegisterEdition))
    if rows:
        session.execute(insert(table_named(KIND)), rows)  # the mapped class would part them by gaps
    session.execute(
        insert(RegisterEdition).values(
            as_of=edition.as_of,
            origin=edition.origin,
            attribution=edition.attribution,
            entries=len(rows),
        )
    )
    session.execute(text(search_schema.fill_statement(KIND)))
    also_changed(session, KIND)


def compare(old: Iterable[Entry], new: Iterable[Entry]) -> Difference:
    """Return what became of the entries; nothing is told of levels the old edition did not have."""
    before = {entry.key: entry for entry in old}
    levels = {level for level, _ in before}
    after = {entry.key: entry for entry in new if entry.level in levels}
    moved = _moved(
        [entry for key, entry in sorted(before.items()) if key not in after],
        [entry for key, entry in sorted(after.items()) if key not in before],
    )
    gone = {pair.before.key for pair in moved}
    come = {pair.after.key for pair in moved}
    stayed = [Replacement(before=before[key], after=after[key]) for key in sorted(before) if key in after]
    reassigned = [
        pair for pair in stayed if pair.before.ars and pair.after.ars and pair.before.ars != pair.after.ars
    ]
    return Difference(
        added=tuple(after[key] for key in sorted(after) if key not in before and key not in come),
        vanished=tuple(before[key] for key in sorted(before) if key not in after and key not in gone),
        renamed=tuple(pair for pair in stayed if pair.before.full_name != pair.after.full_name),
        rekeyed=tuple(sorted((*moved, *reassigned), key=lambda pair: pair.before.key)),
    )


def merge(old: Iterable[Entry], edition: Edition) -> Edition:
    """Return the edition with the points and the longer names that the present directory knows."""
    known = {entry.key: entry for entry in old}
    fresh = {entry.key for entry in edition.entries}
    pairs = _moved(
        [entry for key, entry in known.items() if key not in fresh],
        [entry for entry in edition.entries if entry.key not in known],
    )
    before = {pair.after.key: pair.before for pair in pairs}
    entries = (_completed(entry, known.get(entry.key) or before.get(entry.key)) for entry in edition.entries)
    return replace(edition, entries=with_mean_points(entries))


def _completed(entry: Entry, before: Entry | None) -> Entry:
    if before is None:
        return entry
    if entry.lat is None and before.lat is not None:
        entry = replace(entry, lat=before.lat, lon=before.lon, position_is_exact=before.position_is_exact)
    if len(entry.full_name) >= NAME_WIDTH and before.full_name.startswith(entry.full_name):
        entry = replace(entry, name=before.name, designation=before.designation)
    return entry


def _moved(gone: list[Entry], come: list[Entry]) -> list[Replacement]:
    """Pair entries that kept name, level and state under another key, where only one on each side fits."""
    by_name: dict[tuple[str, str, str], tuple[list[Entry], list[Entry]]] = defaultdict(lambda: ([], []))
    for side, entries in enumerate((gone, come)):
        for entry in entries:
            by_name[entry.level, entry.state, folding.fold(entry.name)][side].append(entry)
    return [
        Replacement(before=before[0], after=after[0])
        for before, after in by_name.values()
        if len(before) == len(after) == 1
    ]
