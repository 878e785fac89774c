"""All papers by their word: the one place that pairs what gathers a paper's data with what lays it out.

The log, the command line and the window know papers through it alone. A layout is loaded when it is used.
"""
# ruff: noqa: PLC0415 - nobody loads all layouts, and ReportLab, to print one

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from kts_desktop.printing.paper import Bundle, Paper, Progress, no_progress
from kts_desktop.services import (
    attendance_paper,
    badges_paper,
    briefing_paper,
    calibration_paper,
    case_paper,
    certificate_paper,
    contacts_paper,
    exchange_paper,
    handover_paper,
    hits_paper,
    keycard_paper,
    labels_paper,
    letter_paper,
    programme_paper,
    report_paper,
    signin_paper,
    signs_paper,
)
from kts_desktop.services.attendance_paper import AttendanceData, AttendanceOptions
from kts_desktop.services.badges_paper import BadgesData, BadgesOptions
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.calibration_paper import CalibrationData, CalibrationOptions
from kts_desktop.services.case_file import CaseFile
from kts_desktop.services.case_paper import CaseOptions
from kts_desktop.services.certificate_paper import CertificateData, CertificateOptions
from kts_desktop.services.contacts_paper import ContactList, ContactsOptions
from kts_desktop.services.exchange_paper import ExchangeOptions, ExchangeReport
from kts_desktop.services.handover_paper import Handover, HandoverOptions
from kts_desktop.services.hits_paper import HitList, HitsOptions
from kts_desktop.services.keycard_paper import Keycard, KeycardOptions
from kts_desktop.services.labels_paper import LabelsData, LabelsOptions
from kts_desktop.services.letter_paper import Letter, LetterOptions
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.services.programme_paper import ProgrammeData, ProgrammeOptions
from kts_desktop.services.report_options import ReportOptions
from kts_desktop.services.report_paper import ReportData
from kts_desktop.services.signin_paper import SigninData, SigninOptions
from kts_desktop.services.signs_paper import SignsData, SignsOptions
from kts_desktop.services.snapshot import Snapshot

if TYPE_CHECKING:
    from kts_desktop.storage.sessions import Session

BRIEFING = "briefing"
CASE = "case"
CONTACTS = "contacts"
HANDOVER = "handover"
HITS = "hits"
_EVENT, _REGISTRATION, _SERIES = "event", "registration", "event_series"
LETTER = "letter"
REPORT = "report"


class RenderMany(Protocol):
    """Lays out several papers as one file: the same data, the same bytes."""

    def __call__(self, data: Sequence[Any], *, progress: Progress = no_progress) -> Bundle:
        """Return the file; raises ShareError where one paper of it cannot be laid out."""


class Render(Protocol):
    """Lays out a paper's data: the same data, the same bytes."""

    def __call__(self, data: Any, *, progress: Progress = no_progress) -> Paper:
        """Return the finished paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One paper: its word, the kinds of records it can be about, how it is gathered and laid out.

    The empty kind among ``subjects`` is the office as a whole. ``file_words`` name the file in English and in
    German; ``named`` tells from the data what it is about, for the file's name. ``takes_many``: several
    records can share one paper. ``render_many`` binds one paper for each of them into a file, which
    ``many_words`` name by their ``{count}``.
    """

    key: str
    subjects: frozenset[str]
    options: type[PaperOptions]
    gather: "Callable[[Session, Ask], Any]"
    render: Render
    file_words: tuple[str, str]
    named: Callable[[Any], str]
    takes_many: bool = True
    render_many: RenderMany | None = None
    many_words: tuple[str, str] = ("{count}", "{count}")

    def file_word(self, language: str) -> str:
        """Return the word for file names in a language."""
        return self.file_words[language == "de"]

    def many_word(self, language: str, count: int) -> str:
        """Return what so many papers in one file are about, for its name."""
        return self.many_words[language == "de"].format(count=count)


def _briefing(data: Snapshot, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import briefing

    return briefing.render(data, progress=progress)


def _briefings(data: Sequence[Snapshot], *, progress: Progress = no_progress) -> Bundle:
    from kts_desktop.printing.papers import briefing

    return briefing.render_many(data, progress=progress)


def _letters(data: Sequence[Letter], *, progress: Progress = no_progress) -> Bundle:
    from kts_desktop.printing.papers import letter

    return letter.render_many(data, progress=progress)


def _case(data: CaseFile, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import case

    return case.render(data, progress=progress)


def _contacts(data: ContactList, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import contacts

    return contacts.render(data, progress=progress)


def _handover(data: Handover, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import handover

    return handover.render(data, progress=progress)


def _hits(data: HitList, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import hits

    return hits.render(data, progress=progress)


def _badges(data: BadgesData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import badges

    return badges.render(data, progress=progress)


def _calibration(data: CalibrationData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import calibration

    return calibration.render(data, progress=progress)


def _exchange(data: ExchangeReport, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import exchange

    return exchange.render(data, progress=progress)


def _keycard(data: Keycard, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import keycard

    return keycard.render(data, progress=progress)


def _letter(data: Letter, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import letter

    return letter.render(data, progress=progress)


def _labels(data: LabelsData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import labels

    return labels.render(data, progress=progress)


def _signin(data: SigninData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import signin

    return signin.render(data, progress=progress)


def _signs(data: SignsData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import signs

    return signs.render(data, progress=progress)


def _report(data: ReportData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import report

    return report.render(data, progress=progress)


def _attendance(data: AttendanceData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import attendance

    return attendance.render(data, progress=progress)


def _certificate(data: CertificateData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import certificate

    return certificate.render(data, progress=progress)


def _programme(data: ProgrammeData, *, progress: Progress = no_progress) -> Paper:
    from kts_desktop.printing.papers import programme

    return programme.render(data, progress=progress)


_ALL = (
    PaperKind(
        key=BRIEFING,
        subjects=frozenset({briefing_paper.BODY, briefing_paper.CASE}),
        options=BriefingOptions,
        gather=briefing_paper.gather,
        render=_briefing,
        file_words=("Briefing", "Briefing"),
        named=attrgetter("profile.name"),
        takes_many=False,
        render_many=_briefings,
        many_words=("{count} bodies", "{count} Kommunen"),
    ),
    PaperKind(
        key=CASE,
        subjects=frozenset({case_paper.KIND}),
        options=CaseOptions,
        gather=case_paper.gather,
        render=_case,
        file_words=("Case-file", "Fallakte"),
        named=attrgetter("facts.number"),
        takes_many=False,
    ),
    PaperKind(
        key=CONTACTS,
        subjects=contacts_paper.SUBJECTS,
        options=ContactsOptions,
        gather=contacts_paper.gather,
        render=_contacts,
        file_words=("Contacts", "Kontaktliste"),
        named=lambda data: data.about[0] if data.about else "",
    ),
    PaperKind(
        key=HANDOVER,
        subjects=handover_paper.SUBJECTS,
        options=HandoverOptions,
        gather=handover_paper.gather,
        render=_handover,
        file_words=("Handover", "Uebergabeliste"),
        named=attrgetter("adviser"),
        takes_many=False,
    ),
    PaperKind(
        key=HITS,
        subjects=hits_paper.SUBJECTS,
        options=HitsOptions,
        gather=hits_paper.gather,
        render=_hits,
        file_words=("Hits", "Treffer"),
        named=attrgetter("query"),
    ),
    PaperKind(
        key="badges",
        subjects=frozenset({_EVENT, _REGISTRATION}),
        options=BadgesOptions,
        gather=badges_paper.gather,
        render=_badges,
        file_words=("Badges", "Namensschilder"),
        named=attrgetter("event"),
        takes_many=False,
    ),
    PaperKind(
        key="calibration",
        subjects=frozenset({""}),
        options=CalibrationOptions,
        gather=calibration_paper.gather,
        render=_calibration,
        file_words=("Calibration", "Kalibrierung"),
        named=attrgetter("use.sheet"),
        takes_many=False,
    ),
    PaperKind(
        key="exchange",
        subjects=frozenset({""}),
        options=ExchangeOptions,
        gather=exchange_paper.gather,
        render=_exchange,
        file_words=("Exchange-report", "Austauschbericht"),
        named=attrgetter("sender"),
        takes_many=False,
    ),
    PaperKind(
        key="keycard",
        subjects=frozenset({""}),
        options=KeycardOptions,
        gather=keycard_paper.gather,
        render=_keycard,
        file_words=("Key-card", "Schluesselkarte"),
        named=attrgetter("person"),
        takes_many=False,
    ),
    PaperKind(
        key="labels",
        subjects=labels_paper.SUBJECTS,
        options=LabelsOptions,
        gather=labels_paper.gather,
        render=_labels,
        file_words=("Labels", "Etiketten"),
        named=attrgetter("about"),
    ),
    PaperKind(
        key="signin",
        subjects=frozenset({_EVENT}),
        options=SigninOptions,
        gather=signin_paper.gather,
        render=_signin,
        file_words=("Attendance-sheet", "Teilnahmeliste"),
        named=attrgetter("event.title"),
        takes_many=False,
    ),
    PaperKind(
        key="signs",
        subjects=frozenset({_EVENT, _REGISTRATION}),
        options=SignsOptions,
        gather=signs_paper.gather,
        render=_signs,
        file_words=("Table-signs", "Tischschilder"),
        named=attrgetter("event"),
        takes_many=False,
    ),
    PaperKind(
        key=LETTER,
        subjects=letter_paper.SUBJECTS,
        options=LetterOptions,
        gather=letter_paper.gather,
        render=_letter,
        file_words=("Letter", "Brief"),
        named=attrgetter("recipient"),
        takes_many=False,
        render_many=_letters,
        many_words=("{count} recipients", "{count} Empfangende"),
    ),
    PaperKind(
        key=REPORT,
        subjects=frozenset({report_paper.OFFICE}),
        options=ReportOptions,
        gather=report_paper.gather,
        render=_report,
        file_words=("Report", "Quartalsbericht"),
        named=lambda data: f"{data.report.quarter.year} Q{data.report.quarter.number}",
    ),
    PaperKind(
        key="programme",
        subjects=frozenset({_EVENT}),
        options=ProgrammeOptions,
        gather=programme_paper.gather,
        render=_programme,
        file_words=("Programme", "Programm"),
        named=attrgetter("event.title"),
        takes_many=False,
    ),
    PaperKind(
        key="certificate",
        subjects=frozenset({_EVENT, _REGISTRATION}),
        options=CertificateOptions,
        gather=certificate_paper.gather,
        render=_certificate,
        file_words=("Certificate", "Teilnahmebescheinigung"),
        named=attrgetter("event.title"),
        takes_many=False,
    ),
    PaperKind(
        key="attendance",
        subjects=frozenset({_SERIES}),
        options=AttendanceOptions,
        gather=attendance_paper.gather,
        render=_attendance,
        file_words=("Attendance", "Teilnahme"),
        named=attrgetter("series"),
        takes_many=False,
    ),
)
PAPERS: Mapping[str, PaperKind] = MappingProxyType({one.key: one for one in _ALL})
