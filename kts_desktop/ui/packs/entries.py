"""The list on the left: what was printed lately, or what a pack can be made for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kts_desktop.services.pack_requests import BODY, CASE, EVENT, OFFICE, PERSON, Subject
from kts_desktop.services.paper_log import PaperRow
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import Card
from kts_desktop.ui.packs import words

_KINDS = 8  # of entries: every number of a kind gets a place of its own; 0 is that of printed papers
_IN_DIRECTORY, _ELSEWHERE = 2, 7
_PLACES = {BODY: 1, CASE: 3, EVENT: 4, PERSON: 5, OFFICE: 6}


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
        """Hold the office as a whole and printed papers; return their numbers in order."""
        office = Subject(kind=OFFICE)
        printed = (
            Entry(id=row.id * _KINDS, subject=row.subject, row=row, is_same=states.get(row.id))
            for row in rows
        )
        return self._take([Entry(id=_number(office), subject=office), *printed])

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
    if subject.kind == BODY and not subject.is_adopted:
        return abs(subject.id) * _KINDS + _IN_DIRECTORY
    return subject.id * _KINDS + _PLACES.get(subject.kind, _ELSEWHERE)


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
    more = len(row.together) - 1
    others = translate("packs", "and %n more", "", more)
    return Card(
        headline=f"{_headline(subject)} {others}" if more > 0 else _headline(subject),
        aside=formats.current().relative(row.printed_at, now),
        line=_what(subject, row.paper),
        chip=chip,
        kind=kind,
        note=f"{pages} · {language}",
    )


def _what(subject: Subject | None, paper: str) -> str:
    """Return which paper it is, with the case it is about."""
    name = words.paper_name(paper)
    return f"{name} · {subject.title}" if subject and subject.kind == CASE else name


def _subject_card(subject: Subject | None) -> Card:
    translate = QCoreApplication.translate
    if subject is None:
        return Card(headline="")
    if subject.kind == OFFICE:
        return Card(headline=_headline(subject), line=translate("packs", "Lists and reports of all records"))
    if subject.kind == CASE:
        return Card(
            headline=_headline(subject),
            aside=subject.aside,
            line=subject.title,
            chip=translate("packs", "Advisory case"),
            kind="open",
        )
    if not subject.is_adopted:
        return Card(
            headline=subject.title,
            line=subject.aside,
            chip=translate("packs", "Directory"),
            note=translate("packs", "not taken over yet"),
        )
    chips = {EVENT: translate("packs", "Event"), PERSON: translate("packs", "Person")}
    chip = chips.get(subject.kind) or translate("packs", "Body")
    return Card(headline=subject.title, line=subject.aside, chip=chip, kind="plain")


def _headline(subject: Subject | None) -> str:
    if subject is None:
        return QCoreApplication.translate("packs", "Record gone")
    if subject.kind == OFFICE:
        return QCoreApplication.translate("packs", "The whole office")
    if subject.kind == CASE:
        return subject.body or subject.aside
    return subject.title
