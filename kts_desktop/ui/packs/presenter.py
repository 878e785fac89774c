"""What the papers page does: find subjects, make a paper, keep it, tell what has changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.printing.catalogue import LETTER, PAPERS, REPORT
from kts_desktop.services import advisers, directory, pack_requests, paper_log, papers, vocabulary
from kts_desktop.services import search as find
from kts_desktop.services.directory import PlaceHit
from kts_desktop.services.letter_paper import LetterOptions
from kts_desktop.services.pack_requests import BODY, EVENT, OFFICE, PERSON, Subject
from kts_desktop.services.paper_log import PaperRow
from kts_desktop.services.paper_options import PaperOptions, from_text, with_values
from kts_desktop.services.report_options import ReportOptions
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.packs.letter_drafts import LetterDrafts
from kts_desktop.ui.packs.making import (
    Compare,
    Compared,
    Made,
    Make,
    NotePrint,
    Order,
    WriteFile,
    Written,
)
from kts_desktop.ui.packs.offers import Offer, offers, same_again
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

RECENT = 40
MATCHES = 20
_PAUSE = 400  # milliseconds after a change before states are compared


class ListView(Protocol):
    """What the presenter needs of the list."""

    def show_recent(self, rows: Sequence[PaperRow], states: Mapping[int, bool]) -> None: ...
    def show_matches(self, subjects: Sequence[Subject]) -> None: ...


class PaperView(Protocol):
    """What the presenter needs of the place that shows the paper."""

    def show_offer(self, subject: Subject) -> None: ...
    def show_making(self, order: Order, found: Sequence[Offer]) -> None: ...
    def show_progress(self, done: int, total: int) -> None: ...
    def show_paper(self, made: Made) -> None: ...
    def show_stale(self, *, is_stale: bool) -> None: ...
    def show_stopped(self) -> None: ...
    def show_failure(self, error: UserFacingError) -> None: ...
    def show_no_paper(self) -> None: ...


class PacksPresenter(QObject):
    """Answers the page's gestures and follows the news; the latest order alone is shown."""

    moved = Signal()  # there is a paper now, or none
    saved = Signal(Path)
    refused = Signal(object)  # UserFacingError: something could not be done, the paper stays

    def __init__(self, workspace: Workspace, listing: ListView, view: PaperView, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._listing, self._view = workspace, listing, view
        self._offered: Subject | None = None
        self._order: Order | None = None
        self._found: tuple[Offer, ...] = ()
        self._options: dict[str, PaperOptions] = {}  # by paper: as it was made last
        self._made: Made | None = None
        self._making: Ticket | None = None
        self._comparing: Ticket | None = None
        self._typed = ""
        self._rows: list[PaperRow] = []
        self._states: dict[int, bool] = {}
        self._is_watched = False
        self.saved_as: Path | None = None
        self._letters = LetterDrafts(workspace)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._compare)
        workspace.changed.connect(self._on_changed)

    @property
    def made(self) -> Made | None:
        """Return the paper shown; None while none is, or while another is being made."""
        return self._made

    @property
    def order(self) -> Order | None:
        """Return what was asked for last."""
        return self._order

    def watch(self, *, is_watched: bool) -> None:
        """Compare papers with the records while the page is looked at, and only then."""
        self._is_watched = is_watched
        if is_watched:
            self._pause.start()
        else:
            self._pause.stop()

    @Slot(str)
    def search(self, typed: str) -> None:
        """Show bodies and cases by what is typed, or what was printed lately."""
        self._typed = typed
        if not typed:
            self._show_recent()
            return
        language = self._workspace.language
        subjects = self._workspace.read(lambda session: _matches(session, typed, language))
        self._listing.show_matches(subjects)

    def open_record(self, kind: str, record_id: int) -> None:
        """Make the paper of a record."""
        if kind == papers.KIND:
            rows = self._workspace.read(lambda session: paper_log.rows(session, [record_id]))
            if record_id in rows:
                self.repeat(rows[record_id])
            return
        if kind == REPORT:
            self._make_report(record_id)
            return
        subject = self._workspace.read(lambda session: pack_requests.subject_of(session, kind, record_id))
        if subject is None:
            self._drop()
            self._view.show_no_paper()
        else:
            self.choose(subject)

    def choose(self, subject: Subject) -> None:
        """Make the paper of a subject, or offer to take it over from the directory."""
        if not subject.is_adopted:
            self._drop()
            self._offered = subject
            self._view.show_offer(subject)
            return
        self._found = self._workspace.read(lambda session: offers(session, subject))
        offer = same_again(self._found, self._order.paper if self._order else "")
        if offer is None:
            self._drop()
            self._view.show_no_paper()
        else:
            self._take(offer)

    @Slot(str)
    def choose_paper(self, code: str) -> None:
        """Make another of the papers on offer."""
        offer = next((one for one in self._found if one.code == code), None)
        if offer is not None:
            self._take(offer)

    def repeat(self, row: PaperRow) -> None:
        """Make a paper anew as it was made before."""
        subject, kind = row.subject, PAPERS.get(row.paper)
        if subject is None or kind is None:
            self._drop()
            self._view.show_no_paper()
            return
        self._found = self._workspace.read(lambda session: offers(session, subject))
        options = replace(from_text(kind.options, row.recipe), language=row.language)
        several = row.record_ids if len(row.record_ids) > 1 else ()
        self._make(Order(paper=row.paper, subject=subject, options=options, ids=several))

    def adopt(self, subject: Subject) -> None:
        """Take a municipality over from the directory and make its pack."""
        token = subject.id
        ticket = self._workspace.write(
            "organisation.adopt", lambda session, _: directory.resolve(session, token)
        )
        ticket.succeeded.connect(self._on_adopted)
        ticket.failed.connect(self._on_refused)

    @Slot(object)
    def set_options(self, options: object) -> None:
        """Make the paper shown in another way."""
        assert isinstance(options, PaperOptions)
        if self._order is not None and self._order.options != options:
            if isinstance(options, LetterOptions):
                self._letters.keep(self._order.subject, options)
            self._make(replace(self._order, options=options))

    @Slot()
    def go_on(self) -> None:
        """Do what stands between the user and the paper: take the municipality over, or make it again."""
        if self._offered is not None:
            self.adopt(self._offered)
        else:
            self.remake()

    @Slot()
    def remake(self) -> None:
        """Make the paper shown from today's records."""
        if self._order is not None:
            self._make(self._order)

    @Slot()
    def cancel(self) -> None:
        """Stop making."""
        if self._making is not None:
            self._stop()
            self._view.show_stopped()

    def save(self, path: Path) -> None:
        """Write the paper shown to a file, then log it."""
        if self._made is None:
            return
        ticket = self._workspace.fetch(WriteFile(made=self._made, path=path))
        ticket.succeeded.connect(self._on_written)
        ticket.failed.connect(self._on_refused)

    def note_printed(self, made: Made) -> None:
        """Log a paper that went to a printer."""
        self._note(made, "")

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self.refused.emit(error)
        elif isinstance(error, BaseException):
            raise error

    @Slot(object)
    def _on_written(self, written: object) -> None:
        assert isinstance(written, Written)
        if written.made is self._made:
            self.saved_as = written.path
        self._note(written.made, written.path.name)
        self.saved.emit(written.path)

    def _note(self, made: Made, file_name: str) -> None:
        ticket = self._workspace.write("paper.printed", NotePrint(made=made, file_name=file_name))
        ticket.failed.connect(self._on_refused)
        if made.order.paper == LETTER:
            self._letters.drop(made.order.subject)

    def _take(self, offer: Offer) -> None:
        """Make an offered paper as it was made last; the language is that of the paper before."""
        language = self._order.options.language if self._order else PaperOptions().language
        options = self._options.get(offer.paper) or PAPERS[offer.paper].options()
        if isinstance(options, LetterOptions):
            options = self._letters.begin(offer.subject, options)
        self._make(
            Order(paper=offer.paper, subject=offer.subject, options=replace(options, language=language))
        )

    def _make_report(self, number: int) -> None:
        """Make the report of a quarter by its number, such as 20263; how else is as it was made last."""
        office = Subject(kind=OFFICE)
        self._found = self._workspace.read(lambda session: offers(session, office))
        year, quarter = divmod(number, 10)
        last = self._options.get(REPORT) or ReportOptions(language=self._workspace.language)
        options = with_values(last, {"year": year, "quarter": quarter})
        self._make(Order(paper=REPORT, subject=office, options=options))

    def _make(self, order: Order) -> None:
        self._stop()
        self._options[order.paper] = order.options
        self._order, self._made, self._offered, self.saved_as = order, None, None, None
        self._view.show_making(order, self._found)
        self.moved.emit()
        me = self._workspace.read(advisers.me)
        work = Make(order=order, now=self._workspace.clock(), adviser_id=me.id if me else 0)
        self._making = self._workspace.fetch(work)
        self._making.progressed.connect(self._on_progressed)
        self._making.succeeded.connect(self._on_made)
        self._making.failed.connect(self._on_failed)

    def _drop(self) -> None:
        """Have no paper."""
        self._stop()
        self._order = self._made = self._offered = self.saved_as = None
        self.moved.emit()

    def _stop(self) -> None:
        if self._making is not None:
            self._making.cancel()
            self._making = None

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, _words: str) -> None:
        if self.sender() is self._making:
            self._view.show_progress(done, total)

    @Slot(object)
    def _on_made(self, made: object) -> None:
        if self.sender() is not self._making or not isinstance(made, Made):
            return
        self._making, self._made = None, made
        self._view.show_paper(made)
        self.moved.emit()
        self._compare_soon()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if self.sender() is not self._making:
            return
        self._making = None
        if isinstance(error, UserFacingError):
            self._view.show_failure(error)
        elif isinstance(error, BaseException):
            raise error

    @Slot(object)
    def _on_adopted(self, body_id: object) -> None:
        assert isinstance(body_id, int)
        self.search(self._typed)
        self.open_record("organisation", body_id)

    def _show_recent(self) -> None:
        """Show what was printed lately; the states follow."""
        self._rows = self._workspace.read(_recent)
        if not self._typed:
            self._listing.show_recent(self._rows, self._states)
        self._compare_soon()

    @Slot(object)
    def _on_changed(self, changes: object) -> None:
        assert isinstance(changes, Changes)
        if changes.concerns(papers.KIND):
            self._show_recent()
        else:
            self._compare_soon()

    def _compare_soon(self) -> None:
        if self._is_watched:
            self._pause.start()

    @Slot()
    def _compare(self) -> None:
        """Ask whether the papers still say what the records say, but not while another is being made."""
        if self._making is not None or not (self._rows or self._made):
            return
        if self._comparing is not None:
            self._comparing.cancel()
        self._comparing = self._workspace.fetch(Compare(rows=tuple(self._rows), made=self._made))
        self._comparing.succeeded.connect(self._on_compared)

    @Slot(object)
    def _on_compared(self, found: object) -> None:
        if self.sender() is not self._comparing or not isinstance(found, Compared):
            return
        self._comparing = None
        self._states = dict(found.states)
        if not self._typed:
            self._listing.show_recent(self._rows, self._states)
        if found.made is self._made and found.made is not None:
            self._view.show_stale(is_stale=found.is_stale)


def _recent(session: "Session") -> list[PaperRow]:
    ids = paper_log.recent(session, RECENT)
    rows = paper_log.rows(session, ids)
    return [rows[id_] for id_ in ids]


def _matches(session: "Session", typed: str, language: str) -> list[Subject]:
    """Return cases whose number was typed, then bodies, cases by their words, events and people."""
    cases = pack_requests.cases_matching(session, typed, MATCHES)
    lands = vocabulary.labels(session, "state", language)
    bodies = [_subject(hit, lands) for hit in directory.find(session, typed, MATCHES)]
    exact = [case for case in cases if case.aside.startswith(typed)]
    others = [
        Subject(kind=hit.kind, id=hit.id, title=hit.title, aside=hit.subtitle)
        for hit in find.find(session, typed, MATCHES, kinds=(EVENT, PERSON))
    ]
    return exact + bodies + [case for case in cases if case not in exact] + others


def _subject(hit: PlaceHit, lands: Mapping[str, str]) -> Subject:
    where = (hit.district or hit.designation, lands.get(hit.state, hit.state))
    return Subject(
        kind=BODY,
        id=hit.token,
        title=hit.name,
        aside=" · ".join(part for part in where if part),
        body_id=max(0, hit.token),
        body=hit.name,
    )
