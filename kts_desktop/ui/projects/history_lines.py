"""The history of a record in words: steps with their fields, codes of value lists resolved."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from kts_desktop.core.sentences.fields import FIELDS
from kts_desktop.core.sentences.labels import label
from kts_desktop.services.history import HistoryRow
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.history import FieldChange, HistoryLine
from kts_desktop.ui.projects.words import (
    BODY,
    CATEGORY,
    COST,
    FORM,
    FUNDING,
    KIND,
    MILESTONE,
    PHASE,
    ROLE,
    STAGE,
    STATE,
    TRANSFER,
    Words,
    loose,
)

_LISTS = {
    ("milestone", "kind"): MILESTONE,
    ("funding", "kind"): FUNDING,
    ("organisation", "kind"): KIND,
    ("organisation", "body_type"): BODY,
    ("organisation", "state"): STATE,
    ("project", "state"): STATE,
    ("project", "category"): CATEGORY,
    ("project", "form"): FORM,
    ("project_phase", "phase"): PHASE,
    ("project_member", "role"): ROLE,
    ("measure", "stage"): STAGE,
    ("measure", "cost_class"): COST,
    ("measure", "transferability"): TRANSFER,
}
_LOOSE = frozenset(("starts", "ends", "due_on", "reached_on", "as_of", "population_as_of"))


def lines(rows: Sequence[HistoryRow], words: Words, language: str, now: datetime) -> list[HistoryLine]:
    """Return one line for each step, its fields below it."""
    told = []
    for (at, who, key), step in groupby(rows, key=_step):
        changes = tuple(_change(row, words, language) for row in step if row.field)
        when = formats.current().relative(at, now)
        told.append(HistoryLine(who=who, when=when, label=label(key, language), changes=changes))
    return told


def _step(row: HistoryRow) -> tuple[datetime, str, str]:
    return row.at, row.who, row.label


def _change(row: HistoryRow, words: Words, language: str) -> FieldChange:
    english, german = FIELDS.get(row.field, (row.field, row.field))
    name = german if language == "de" else english
    part = _part(row.table)
    name = f"{part}: {name}" if part else name
    if row.field == "deleted_at":
        return FieldChange(field=name, old="", new=_existence(row))
    return FieldChange(field=name, old=_value(row, row.old, words), new=_value(row, row.new, words))


def _part(table: str) -> str:
    """Return what a part of the record is called; empty for the record itself."""
    parts = {
        "project_member": QCoreApplication.translate("projects", "Member"),
        "project_phase": QCoreApplication.translate("projects", "Phase"),
        "milestone": QCoreApplication.translate("projects", "Milestone"),
        "funding": QCoreApplication.translate("projects", "Amount"),
        "organisation_key": QCoreApplication.translate("projects", "Key"),
        "contact_point": QCoreApplication.translate("projects", "Contact"),
    }
    return parts.get(table, "")


def _existence(row: HistoryRow) -> str:
    if row.new:
        return QCoreApplication.translate("projects", "taken out of the bin")
    return QCoreApplication.translate("projects", "moved to the bin")


def _value(row: HistoryRow, value: str | datetime | None, words: Words) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return formats.current().moment(value)
    list_key = _LISTS.get((row.table, row.field))
    if list_key is not None:
        return words.of_many(list_key, value.split()) if list_key == STATE else words.of(list_key, value)
    return loose(value) if row.field in _LOOSE else value
