"""The history of a person or body in words: steps with their fields, codes of value lists resolved."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from kts_desktop.core.sentences.fields import FIELDS
from kts_desktop.core.sentences.labels import label
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services.history import HistoryRow
from kts_desktop.ui.contacts.words import BODY_TYPE, KIND, PURPOSE, SALUTATION, STATE, Words, way_name
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.history import FieldChange, HistoryLine

_LISTS = {
    ("organisation", "kind"): KIND,
    ("organisation", "body_type"): BODY_TYPE,
    ("organisation", "state"): STATE,
    ("person", "salutation"): SALUTATION,
    ("consent", "purpose"): PURPOSE,
}
_DAYS = frozenset(("informed_on", "valid_from", "valid_to", "given_on", "withdrawn_on", "population_as_of"))
_TICKS = frozenset(("is_primary", "preferred", "budget_emergency"))
_UNTOLD = frozenset(("normal",))  # kept beside what was typed


def lines(rows: Sequence[HistoryRow], words: Words, language: str, now: datetime) -> list[HistoryLine]:
    """Return one line for each step, its fields below it."""
    told = []
    for (at, who, key), step in groupby(rows, key=_step):
        changes = tuple(
            _change(row, words, language) for row in step if row.field and row.field not in _UNTOLD
        )
        when = formats.current().relative(at, now)
        told.append(HistoryLine(who=who, when=when, label=label(key, language), changes=changes))
    return told


def _step(row: HistoryRow) -> tuple[datetime, str, str]:
    return row.at, row.who, row.label


def _change(row: HistoryRow, words: Words, language: str) -> FieldChange:
    english, german = FIELDS.get(row.field, (row.field, row.field))
    name = german if language == "de" else english
    if row.field == "deleted_at":
        return FieldChange(field=name, old="", new=_existence(row))
    return FieldChange(field=name, old=_value(row, row.old, words), new=_value(row, row.new, words))


def _existence(row: HistoryRow) -> str:
    if row.new:
        return QCoreApplication.translate("contacts", "taken out of the bin")
    return QCoreApplication.translate("contacts", "moved to the bin")


def _value(row: HistoryRow, value: str | datetime | None, words: Words) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return formats.current().moment(value)
    list_key = _LISTS.get((row.table, row.field))
    if list_key is not None:
        return words.of(list_key, value)
    if row.field in _DAYS:
        return formats.current().day(date.fromisoformat(value))
    if row.field in _TICKS:
        yes = QCoreApplication.translate("contacts", "yes")
        return yes if value == "1" else QCoreApplication.translate("contacts", "no")
    is_way = row.table == "contact_point" and row.field == "kind" and value in set(ContactKind)
    return way_name(ContactKind(value)) if is_way else value
