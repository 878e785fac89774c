"""The journal of a case for its file: every step, oldest first, in words that need no window."""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import groupby
from types import MappingProxyType

from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.labels import label
from kts_desktop.services import history
from kts_desktop.services.case_file import Change, Step
from kts_desktop.services.history import HistoryRow
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.storage.sessions import Session

Labels = Mapping[str, Mapping[str, str]]
# (table, field): the value list its codes are of
LISTS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("advisory_case", "state"): "case_state",
        ("advisory_case", "advice_form"): "advice_form",
        ("advisory_case", "channel"): "channel",
        ("advisory_case", "priority"): "case_priority",
        ("advisory_case", "retention_class"): "retention_class",
        ("note", "kind"): "note_kind",
        ("task", "kind"): "task_kind",
    }
)
SILENT = frozenset({"position", "uid", "owner", "source", "normal"})
_BIN = {
    "de": ("in den Papierkorb gelegt", "wiederhergestellt"),
    "en": ("moved to the bin", "taken out of it"),
}
_ISO_DAY = len("2026-11-22")


def steps(session: Session, case_id: int, labels: Labels, language: str) -> tuple[Step, ...]:
    """Return the whole journal of a case and its parts.

    What a part of the case held when it was made is not repeated: each later change tells the old value.
    """
    rows = history.of_record(session, "advisory_case", case_id, most=history.ALL_ROWS)
    rows.reverse()
    told = []
    for (at, who, key), step in groupby(rows, key=lambda row: (row.at, row.who, row.label)):
        lines = list(step)
        told.append(
            Step(
                at=at.astimezone(PAPER_ZONE),
                who=who,
                what=label(key, language),
                changes=_changes(lines, labels, language),
                is_undone=all(line.is_undone for line in lines),
            )
        )
    return tuple(told)


def _changes(rows: list[HistoryRow], labels: Labels, language: str) -> tuple[Change, ...]:
    made = {(row.table, row.record) for row in rows if not row.field and row.table != "advisory_case"}
    out: list[Change] = []
    for row in rows:
        part = "" if row.table == "advisory_case" else row.record
        if not row.field:
            if part:
                out.append(Change(part=part))
        elif row.field not in SILENT and (row.table, row.record) not in made:
            out.append(change_of(row, part, labels, language))
    return tuple(out)


def change_of(row: HistoryRow, part: str, labels: Labels, language: str) -> Change:
    """Return a changed field in words: what it is called, what it held and holds."""
    if row.field == "deleted_at":
        binned, restored = _BIN[language]
        return Change(part=part, new=restored if row.new else binned)
    codes = labels.get(LISTS.get((row.table, row.field), ""), {})
    return Change(
        part=part,
        field=field_name(row.field, language),
        old=_value(row.old, codes, language),
        new=_value(row.new, codes, language),
    )


def _value(value: str | datetime | None, codes: Mapping[str, str], language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        local = value.astimezone(PAPER_ZONE)
        return f"{_day(local.date(), language)}, {local:%H:%M}"
    if len(value) == _ISO_DAY and value[4] == value[7] == "-":
        try:
            return _day(date.fromisoformat(value), language)
        except ValueError:
            return value
    return codes.get(value, value)


def _day(value: date, language: str) -> str:
    return f"{value:%d.%m.%Y}" if language == "de" else f"{value.day} {value:%b %Y}"
