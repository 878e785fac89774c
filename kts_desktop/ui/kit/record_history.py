"""The history of a record in words: steps with their fields, codes of value lists resolved."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.labels import label
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.history import FieldChange, HistoryLine
from kts_desktop.ui.kit.value_words import ValueWords

if TYPE_CHECKING:
    from kts_desktop.services.history import HistoryRow

Lists = Mapping[tuple[str, str], str]  # (table, column): its value list
_SILENT = frozenset({"position", "uid", "owner", "source", "normal"})
_NO_PARTS: Mapping[str, str] = MappingProxyType({})
_ISO_DAY = 10


def lines(
    rows: "Sequence[HistoryRow]",
    lists: Lists,
    words: ValueWords,
    language: str,
    now: datetime,
    *,
    named: frozenset[str] = frozenset(),
    parts: Mapping[str, str] = _NO_PARTS,
    loose: frozenset[str] = frozenset(),
) -> list[HistoryLine]:
    """Return one line for each step, the newest first, its fields below it.

    Of the tables ``named`` a change also says which record it was, of those in ``parts`` what part of the
    record it is; fields in ``loose`` hold a day, a month or a year.
    """
    told = []
    for (at, who, key), step in groupby(rows, key=_step):
        shown = [row for row in step if row.field and row.field not in _SILENT]
        changes = tuple(
            _change(row, lists, words, _field(row, language, named, parts), loose=row.field in loose)
            for row in shown
        )
        when = formats.current().relative(at, now)
        told.append(HistoryLine(who=who, when=when, label=label(key, language), changes=changes))
    return told


def _step(row: "HistoryRow") -> tuple[datetime, str, str]:
    return row.at, row.who, row.label


def _field(row: "HistoryRow", language: str, named: frozenset[str], parts: Mapping[str, str]) -> str:
    name = field_name(row.field, language)
    whose = row.record if row.table in named else parts.get(row.table, "")
    return f"{whose}: {name}" if whose else name


def _change(row: "HistoryRow", lists: Lists, words: ValueWords, name: str, *, loose: bool) -> FieldChange:
    if row.field == "deleted_at":
        return FieldChange(field=name, old="", new=_existence(is_alive=bool(row.new)))
    list_key = lists.get((row.table, row.field), "")
    old, new = (_value(value, list_key, words, loose=loose) for value in (row.old, row.new))
    return FieldChange(field=name, old=old, new=new)


def _existence(*, is_alive: bool) -> str:
    if is_alive:
        return QCoreApplication.translate("history", "taken out of the bin")
    return QCoreApplication.translate("history", "moved to the bin")


def _value(value: str | datetime | None, list_key: str, words: ValueWords, *, loose: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return formats.current().moment(value)
    if list_key:
        return words.of_many(list_key, value.split())  # some fields hold several codes
    return formats.current().loose(value) if loose else _day(value)


def _day(text: str) -> str:
    """Tell a day in the language in force; any other text stays as it is."""
    if len(text) != _ISO_DAY:
        return text
    try:
        return formats.current().day(date.fromisoformat(text))
    except ValueError:
        return text
