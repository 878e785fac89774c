"""``restore --record``: what one record was in a backup, and chosen values of it taken over."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import select, text

from kts_desktop.cli import references
from kts_desktop.cli.answers import Answer, table
from kts_desktop.cli.profile import opened, unlock
from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.models.base import table_named
from kts_desktop.models.catalogue import BY_NAME
from kts_desktop.services import earlier, earlier_taking, value_lists
from kts_desktop.services.earlier import WHOLE, Choice, Difference, Earlier, EarlierRecord, Standing
from kts_desktop.services.earlier_taking import Taken
from kts_desktop.services.stored_values import Value
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.sessions import Session

_TABLES = MappingProxyType(
    {
        "case": "advisory_case",
        "note": "note",
        "task": "task",
        "person": "person",
        "body": "organisation",
        "event": "event",
        "project": "project",
        "measure": "measure",
    }
)
_NAMED = MappingProxyType(
    {
        "organisation": "SELECT id FROM organisation WHERE deleted_at IS NULL AND (name=:typed OR id IN "
        "(SELECT organisation_id FROM organisation_key WHERE value=:typed AND deleted_at IS NULL))",
        "person": "SELECT id FROM person WHERE deleted_at IS NULL AND merged_into_id IS NULL "
        "AND (trim(given_name || ' ' || family_name)=:typed OR family_name=:typed)",
        "measure": "SELECT id FROM measure WHERE title=:typed AND deleted_at IS NULL",
        "note": "SELECT id FROM note WHERE title=:typed AND deleted_at IS NULL",
        "task": "SELECT id FROM task WHERE title=:typed AND deleted_at IS NULL",
    }
)
_MOST = 60  # letters of a value in a line; --json tells all


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--record``, ``--from``, ``--apply`` and ``--field``."""
    parser.add_argument(
        "--record", nargs=2, metavar=("KIND", "REF"), help="compare one record with what it was in a backup"
    )
    parser.add_argument("--from", dest="source", type=Path, metavar="BACKUP", help="file, or its bare name")
    parser.add_argument("--apply", action="store_true", help="take over what differs, as one step")
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAME",
        help="only this field of the record, or KIND or KIND.FIELD of its parts; may be repeated",
    )


def run(chosen: argparse.Namespace) -> Answer:
    """Show what differs, or take it over."""
    word, typed = chosen.record
    kind = _TABLES.get(word)
    if kind is None:
        raise RefusedError("option_unreadable", value=word, option="--record")
    if chosen.source is None:
        raise RefusedError("option_missing", option="--from")
    with opened(chosen) as profile:
        path = chosen.source if chosen.source.exists() else profile.folder.backups / chosen.source.name

        def find(session: Session) -> bytes:
            return _uid(session, kind, typed)

        # the key of the open profile serves unless the backup was made under another one
        found = earlier.compare(profile, path, kind, find, unlock=unlock(chosen), now=utc_now())
        if not chosen.apply:
            return _shown(profile, found, chosen.lang)
        picked = _picked(found, chosen.field) if chosen.field else found.advised()
        taken, _ = profile.store.run(
            earlier_taking.LABEL, lambda session: earlier_taking.take_over(session, found, picked)
        )
    return _told(taken, chosen.lang)


def _uid(session: Session, kind: str, typed: str) -> bytes:
    id_ = _id(session, kind, typed)
    columns = table_named(kind).c
    uid: bytes | None = session.scalar(select(columns.uid).where(columns.id == id_))
    if uid is None:
        raise NotFoundError("reference_unknown", typed=typed)
    return uid


def _id(session: Session, kind: str, typed: str) -> int:
    if kind not in _NAMED or typed.removeprefix("#").isdecimal():
        return references.numbered(session, kind, typed)
    ids = list(session.scalars(text(_NAMED[kind]), {"typed": typed}))
    if not ids:
        raise NotFoundError("reference_unknown", typed=typed)
    if len(ids) > 1:
        places = "; ".join(f"#{id_}" for id_ in ids)
        raise NotFoundError("reference_ambiguous", typed=typed, places=places)
    return int(ids[0])


def _picked(found: Earlier, names: Sequence[str]) -> frozenset[Choice]:
    return frozenset(choice for name in names for choice in _named(found, name))


def _named(found: Earlier, name: str) -> list[Choice]:
    """Return what a name chooses: a field of the record, all of a kind of part, or a field of these."""
    own = {field.name for field in BY_NAME[found.kind].fields}
    word, _, field = name.partition(".")
    kind = _TABLES.get(word, word)
    if name in own:
        return [(found.uid, name)]
    if kind not in BY_NAME or (field and field not in {one.name for one in BY_NAME[kind].fields}):
        raise NotFoundError("field_unknown", name=name)
    return [
        (record.uid, one.field)
        for record in found.records
        if record.table == kind
        for one in record.differences
        if field in {"", one.field}
    ]


def _shown(profile: Opened, found: Earlier, language: str) -> Answer:
    with profile.store.read() as session:
        labels = value_lists.labels(session, found.list_keys(), language)
    is_german = language == "de"
    heads = (
        ("Eintrag", "Feld", "heute", "damals", "") if is_german else ("entry", "field", "today", "then", "")
    )
    rows = [_line(record, one, labels, language) for record in found.records for one in record.differences]
    lines = (
        table([heads, *rows]) if rows else ["Nichts unterscheidet sich." if is_german else "Nothing differs."]
    )
    lines += [sentence(note, language) for note in found.notes]
    if found.newer:
        count = found.newer
        lines.append(
            f"Seither entstanden und bleibt: {count}" if is_german else f"Made since, stays: {count}"
        )
    return Answer(lines=lines, data=found)


def _line(
    record: EarlierRecord, one: Difference, labels: Mapping[str, Mapping[str, str]], language: str
) -> list[str]:
    is_german = language == "de"
    name = labels.get(record.name_list, {}).get(record.name, record.name)
    entry = f"{kind_name(record.table, language)} {name}".strip()
    aside = ("nur mit --field" if is_german else "only by --field") if one.is_delicate else ""
    if one.is_lost:
        aside = "gibt es heute nicht" if is_german else "not there today"
    if one.field == WHOLE:
        gone = {
            Standing.BINNED: ("in the bin", "im Papierkorb"),
            Standing.MISSING: ("not there", "nicht da"),
        }[record.standing]
        whole = ("(ganzer Eintrag)", "da") if is_german else ("(whole entry)", "there")
        return [_short(entry), whole[0], gone[is_german], whole[1], aside]
    words = labels.get(one.list_key, {})
    now, then = (_value(value, words) for value in (one.now, one.then))
    return [_short(entry), field_name(one.field, language), now, then, aside]


def _value(value: Value, words: Mapping[str, str]) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone():%Y-%m-%d %H:%M}"
    if not value:
        return "–"
    return ", ".join(words.get(code, code) for code in value.split()) if words else _short(value)


def _short(told: str) -> str:
    line = " ".join(told.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"


def _told(taken: Taken, language: str) -> Answer:
    is_german = language == "de"
    lines = [
        f"Übernommen: {taken.values} Werte, {taken.records} Einträge."
        if is_german
        else f"Taken over: {taken.values} values, {taken.records} entries."
    ]
    if taken.emptied:
        names = ", ".join(field_name(name, language) for name in taken.emptied)
        lines.append(f"Leer, weil es das Ziel nicht mehr gibt: {names}" if is_german else f"Empty: {names}")
    if taken.left_out:
        names = ", ".join(taken.left_out)
        lines.append(f"Nicht wiederherstellbar: {names}" if is_german else f"Not to be had: {names}")
    return Answer(lines=lines, data=taken)
