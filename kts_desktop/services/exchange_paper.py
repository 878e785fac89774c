"""The report of a package that was taken over: from whom, when, how many of what, each field old and new."""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import text

from kts_desktop.core.errors import PackageError, RefusedError
from kts_desktop.core.sentences.failures import ALL, sentence
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.services import case_journal, history, stored_values, vocabulary
from kts_desktop.services.case_file import Change
from kts_desktop.services.case_journal import LISTS, SILENT
from kts_desktop.services.history import HistoryRow
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import PAPER_ZONE, Head
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.storage.sessions import Session

MOST_LINES = 2_000  # of the journal; a first package brings the whole office
EFFECTS = ("new", "newer", "concurrent", "deleted", "erased", "dropped", "stale")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeOptions(PaperOptions):
    """Which package: its number, or the beginning of it; empty for the one taken over last."""

    package: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """How many records of a kind; ``numbers`` stand in the order of ``EFFECTS``."""

    kind: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One record the package changed; one that was new here tells no fields."""

    kind: str
    name: str
    is_new: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeReport:
    """The report; ``counts`` is None for a package of before they were kept, and for extracts."""

    head: Head
    package: str
    sender: str
    taken_at: datetime
    created_at: datetime | None
    size: int
    is_taken_back: bool
    counts: tuple[KindLine, ...] | None
    conflicts: int
    warnings: tuple[str, ...]
    records: tuple[RecordLine, ...]
    is_cut: bool


def gather(session: Session, ask: Ask) -> ExchangeReport:
    """Return the report; raises RefusedError ``exchange_report_none`` where no one package is meant."""
    options = ask.options
    assert isinstance(options, ExchangeOptions)
    language = options.language
    found = _package(session, options.package)
    told: dict[str, Any] = json.loads(found.report or "{}")
    rows = history.of_package(session, found.id, most=MOST_LINES + 1)
    created = told.get("created")
    return ExchangeReport(
        head=head(session, language=language, now=ask.now, adviser=ask.adviser),
        package=found.id.hex(),
        sender=_sender(session, found.peer),
        taken_at=stored_values.moment(found.ms).astimezone(PAPER_ZONE),
        created_at=stored_values.moment(created).astimezone(PAPER_ZONE) if created else None,
        size=told.get("size", 0),
        is_taken_back="taken_back" in told,
        counts=tuple(_counted(one, language) for one in told["counts"]) if "counts" in told else None,
        conflicts=told.get("conflicts", 0),
        warnings=tuple(
            sentence(PackageError(code, **dict(details)), language)
            for code, details in told.get("warnings", ())
            if code in ALL
        ),
        records=_records(session, rows[:MOST_LINES], language),
        is_cut=len(rows) > MOST_LINES,
    )


def _package(session: Session, typed: str) -> Any:
    wanted = typed.strip().upper()
    rows = session.execute(
        text(
            "SELECT id, peer, ms, report FROM sync_pkg WHERE dir='in' "
            "AND substr(hex(id), 1, length(:wanted))=:wanted ORDER BY ms DESC, rowid DESC LIMIT 2"
        ),
        {"wanted": wanted},
    ).all()
    if not rows or (wanted and len(rows) > 1):
        raise RefusedError("exchange_report_none")
    return rows[0]


def _sender(session: Session, replica: bytes | None) -> str:
    card = session.scalar(text("SELECT card FROM sync_key WHERE rep=:rep"), {"rep": replica})
    if card is None:
        return replica.hex()[:8] if replica else ""
    told = json.loads(card)["what"]
    return ", ".join(filter(None, (told["person"], told["label"])))


def _counted(one: dict[str, Any], language: str) -> KindLine:
    return KindLine(
        kind=kind_name(one["kind"], language, many=True), numbers=tuple(one[effect] for effect in EFFECTS)
    )


def _records(session: Session, rows: list[HistoryRow], language: str) -> tuple[RecordLine, ...]:
    labels = vocabulary.many_labels(session, sorted(set(LISTS.values())), language)
    out = []
    for (table, name), group in groupby(rows, key=lambda row: (row.table, row.record)):
        lines = list(group)
        is_new = any(not line.field for line in lines)
        changes = tuple(
            case_journal.change_of(line, "", labels, language)
            for line in lines
            if not is_new and line.field not in SILENT
        )
        if is_new or changes:
            out.append(RecordLine(kind=kind_name(table, language), name=name, is_new=is_new, changes=changes))
    return tuple(out)
