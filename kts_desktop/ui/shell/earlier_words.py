"""How an earlier state is told: values in words, and which words of two texts differ."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.facts import NOTHING

if TYPE_CHECKING:
    from kts_desktop.services.earlier import Difference, EarlierRecord
    from kts_desktop.services.stored_values import Value

Labels = Mapping[str, Mapping[str, str]]
Piece = tuple[str, bool]  # words, and whether the other text lacks them
_MOST = 4000  # words beyond which a comparison would make one wait
_SILENT = frozenset(
    {"normal", "owner", "owner_kind", "left", "right", "sha256", "mime", "source", "position"}
)


class Teller:
    """Tells records, fields and values in one language."""

    def __init__(self, labels: Labels, language: str) -> None:
        self._labels, self._language = labels, language

    def record(self, record: "EarlierRecord") -> str:
        """Return what a record is and how it is called."""
        name = self._labels.get(record.name_list, {}).get(record.name, record.name)
        kind = kind_name(record.table, self._language)
        return f"{kind}: {name}" if name else kind

    def field(self, one: "Difference") -> str:
        """Return the name of a field, or that the whole entry is meant."""
        if not one.field:
            return QCoreApplication.translate("earlier", "The whole entry")
        return field_name(one.field, self._language)

    def now(self, record: "EarlierRecord", one: "Difference") -> str:
        """Return what stands there today."""
        if one.field:
            return self._value(one, one.now)
        if record.standing == "binned":
            return QCoreApplication.translate("earlier", "in the bin")
        return QCoreApplication.translate("earlier", "not there")

    def then(self, one: "Difference") -> str:
        """Return what stood there then."""
        return self._value(one, one.then) if one.field else QCoreApplication.translate("earlier", "there")

    def contents(self, record: "EarlierRecord") -> str:
        """Return all that a record held that is not there today, a line for each field."""
        lines = (
            f"{self.field(one)}: {self._value(one, one.then)}"
            for one in record.contents
            if one.then is not None and one.field not in _SILENT
        )
        return "\n".join(lines)

    def aside(self, one: "Difference") -> str:
        """Return what is to be known before a difference is taken over; mostly nothing."""
        if one.is_lost:
            return QCoreApplication.translate(
                "earlier", "What it referred to is not there today: the field would become empty."
            )
        if one.is_delicate:
            return QCoreApplication.translate(
                "earlier", "Only comes back if you tick it: somebody used a right, or it is sensitive."
            )
        return ""

    def _value(self, one: "Difference", value: "Value") -> str:
        if value is None:
            return NOTHING
        if isinstance(value, datetime):
            return formats.current().moment(value)
        if one.list_key:
            words = self._labels.get(one.list_key, {})
            return ", ".join(words.get(code, code) for code in value.split())
        return formats.current().loose(value) if one.is_day else value


def compared(now: str, then: str) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """Return both texts in pieces, each with whether the other lacks it; long texts in one piece."""
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (now, then))
    if max(len(old), len(new)) > _MOST:
        return [(now, False)], [(then, False)]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    left = list(_pieces((old[a:b], tag) for tag, a, b, _, _ in steps))
    right = list(_pieces((new[c:d], tag) for tag, _, _, c, d in steps))
    return left, right


def _pieces(runs: Iterator[tuple[list[str], str]]) -> Iterator[Piece]:
    return (("".join(words), tag != "equal") for words, tag in runs if words)
