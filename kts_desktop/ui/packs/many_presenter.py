"""What printing many packs in one go does: whom is meant, the job, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.printing import batch
from kts_desktop.printing.catalogue import BRIEFING, PAPERS
from kts_desktop.services import advisers, paper_batch, vocabulary
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.pack_requests import BODY
from kts_desktop.services.paper_batch import BatchReport, Wanted
from kts_desktop.services.paper_options import Ask
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.packs.many_work import NoteMany, PrintMany
from kts_desktop.ui.packs.presenter import PacksPresenter
from kts_desktop.ui.workspace import Workspace

COHORT, STATE = "cohort", "state"
_LISTS = (COHORT, STATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A body that got no pack, and the sentence that tells why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyResult:
    """A batch that is over; ``problem`` is the sentence of the error that ended it early, if one did."""

    printed: int
    total: int
    skipped: tuple[Skipped, ...]
    missing: int
    folder: Path
    problem: str = ""

    @property
    def is_stopped(self) -> bool:
        """Tell whether some were not come to."""
        return self.missing > 0


class ManyPresenter(QObject):
    """Prints with the options of the pack shown, one batch at a time."""

    running_changed = Signal(bool)
    ended = Signal(object)  # ManyResult
    refused = Signal(object)  # UserFacingError: printed, but not logged

    def __init__(self, workspace: Workspace, packs: PacksPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._packs = workspace, packs
        self._options = BriefingOptions()
        self._rest: tuple[Ask, ...] = ()
        self._work: PrintMany | None = None
        self._error: UserFacingError | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether a batch runs."""
        return self._work is not None

    def begin(self) -> BriefingOptions | None:
        """Take the options of the pack shown for the next batch; None if no pack is shown."""
        order = self._packs.order
        if self.is_running or order is None or not isinstance(order.options, BriefingOptions):
            return None
        self._options = order.options
        return self._options

    def lists(self) -> dict[str, dict[str, str]]:
        """Return the cohorts and the federal states by code."""
        language = self._workspace.language
        return self._workspace.read(lambda session: vocabulary.many_labels(session, _LISTS, language))

    def count(self, wanted: Wanted) -> int:
        """Return how many bodies are meant."""
        return len(self._bodies(wanted))

    def start(self, wanted: Wanted, folder: Path, title: str) -> str:
        """Begin to print; return a sentence if that is not possible, else nothing."""
        me = self._workspace.read(advisers.me)
        asks = [
            Ask(
                kind=BODY,
                ids=(id_,),
                options=self._options,
                now=self._workspace.clock(),
                adviser=me.id if me else 0,
            )
            for id_ in self._bodies(wanted)
        ]
        return self._run(asks, folder, title)

    def go_on(self, folder: Path, title: str) -> str:
        """Print what the last batch skipped or did not come to, from today's records."""
        now = self._workspace.clock()
        return self._run([replace(ask, now=now) for ask in self._rest], folder, title)

    def _bodies(self, wanted: Wanted) -> list[int]:
        today = local_date(self._workspace.clock())
        return self._workspace.read(lambda session: paper_batch.bodies(session, wanted, today))

    def _run(self, asks: Sequence[Ask], folder: Path, title: str) -> str:
        if self.is_running or not asks:
            return ""
        try:
            batch.check_room(folder, len(asks))
        except UserFacingError as error:
            return sentence(error, self._workspace.language)
        self._work, self._error = PrintMany(paper=PAPERS[BRIEFING], asks=tuple(asks), folder=folder), None
        ticket = self._workspace.fetch(self._work, title)
        ticket.failed.connect(self._on_failed)
        ticket.finished.connect(self._on_finished)
        self.running_changed.emit(True)
        return ""

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self._error = error
        elif isinstance(error, BaseException):
            raise error

    @Slot()
    def _on_finished(self) -> None:
        """Note what was printed, however the batch ended, and tell of it."""
        work, self._work = self._work, None
        self.running_changed.emit(False)
        if work is None or not self._workspace.is_open:
            return
        report = paper_batch.report(work.outcomes, work.asks)
        self._note(report)
        self._rest = (*(one.ask for one in report.skipped), *report.missing)
        self.ended.emit(self._result(report, work))

    def _note(self, report: BatchReport) -> None:
        printed = tuple(one.noted for one in report.printed if one.noted is not None)
        if printed:
            ticket: Ticket = self._workspace.write("paper.printed", NoteMany(printed=printed))
            ticket.failed.connect(self._on_not_noted)

    @Slot(object)
    def _on_not_noted(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self.refused.emit(error)
        elif isinstance(error, BaseException):
            raise error

    def _result(self, report: BatchReport, work: PrintMany) -> ManyResult:
        language = self._workspace.language
        return ManyResult(
            printed=len(report.printed),
            total=len(work.asks),
            skipped=tuple(
                Skipped(name=one.name or f"#{one.ask.ids[0]}", reason=sentence(one.error, language))
                for one in report.skipped
                if one.error is not None
            ),
            missing=len(report.missing),
            folder=work.folder,
            problem=sentence(self._error, language) if self._error is not None else "",
        )
