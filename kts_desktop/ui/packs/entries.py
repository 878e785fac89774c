"""The list on the left: what was printed lately, or what a pack can be made for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kts_desktop.services.pack_requests import Subject
from kts_desktop.services.paper_log import PaperRow
from kts_desktop.services.snapshot import Scope
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import Card

_KINDS = 4  # of entries: every number of a kind gets a place of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: a printed paper, or a subject found by typing."""

    id: int
    subject: Subject | None
    row: PaperRow | None = None
    is_same: bool | None = None


class Entries:
    """The rows of the list by their numbers, and the cards that show them."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._entries: dict[int, Entry] = {}

    def take_recent(self, rows: Sequence[PaperRow], states: Mapping[int, bool]) -> list[int]:
        """Hold printed papers; return their numbers in order."""
        return self._take(
            Entry(id=row.id * _KINDS, subject=row.subject, row=row, is_same=states.get(row.id))
            for row in rows
        )

    def take_subjects(self, subjects: Sequence[Subject]) -> list[int]:
        """Hold subjects; return their numbers in order."""
        return self._take(Entry(id=_number(subject), subject=subject) for subject in subjects)

    def load(self, ids: Sequence[int]) -> dict[int, Entry]:
        """Return the rows of a window."""
        return {id_: self._entries[id_] for id_ in ids if id_ in self._entries}

    def get(self, entry_id: int) -> Entry | None:
        """Return a row, None if the list does not hold it any more."""
        return self._entries.get(entry_id)

    def card(self, entry: Entry) -> Card:
        """Return how a row looks."""
        return _paper_card(entry, entry.row, self.now) if entry.row else _subject_card(entry.subject)

    def _take(self, entries: Iterable[Entry]) -> list[int]:
        self._entries = {entry.id: entry for entry in entries}
        return list(self._entries)


def _number(subject: Subject) -> int:
    kind = 3 if subject.scope is Scope.CASE else 1 if subject.is_adopted else 2
    return abs(subject.id) * _KINDS + kind


def _paper_card(entry: Entry, row: PaperRow, now: datetime) -> Card:
    translate = QCoreApplication.translate
    subject = entry.subject
    language = translate("packs", "German") if row.language == "de" else translate("packs", "English")
    number = row.pages
    pages = translate("packs", "%n page(s)", "", number)
    chip, kind = "", ""
    if subject is None:
        chip, kind = translate("packs", "record gone"), "due"
    elif entry.is_same is not None:
        same, other = translate("packs", "data unchanged"), translate("packs", "data changed since")
        chip, kind = (same, "done") if entry.is_same else (other, "wait")
    return Card(
        headline=_headline(subject),
        aside=formats.current().relative(row.printed_at, now),
        line=f"{subject.title}" if subject and subject.scope is Scope.CASE else _whole_body(),
        chip=chip,
        kind=kind,
        note=f"{pages} · {language}",
    )


def _subject_card(subject: Subject | None) -> Card:
    translate = QCoreApplication.translate
    if subject is None:
        return Card(headline="")
    if subject.scope is Scope.CASE:
        number = subject.aside
        return Card(
            headline=_headline(subject),
            aside=number,
            line=subject.title,
            chip=translate("packs", "Advisory case"),
            kind="open",
        )
    if subject.is_adopted:
        return Card(headline=subject.title, line=subject.aside, chip=translate("packs", "Body"), kind="plain")
    return Card(
        headline=subject.title,
        line=subject.aside,
        chip=translate("packs", "Directory"),
        note=translate("packs", "not taken over yet"),
    )


def _headline(subject: Subject | None) -> str:
    if subject is None:
        return QCoreApplication.translate("packs", "Briefing pack")
    if subject.scope is Scope.CASE:
        return subject.body or subject.aside
    return subject.title


def _whole_body() -> str:
    return QCoreApplication.translate("packs", "Everything about the body")
