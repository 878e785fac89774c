"""What printing many packs in one go does: whom is meant, the job, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.printing.catalogue import BRIEFING, PAPERS
from kts_desktop.services import advisers, paper_batch, vocabulary
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.pack_requests import BODY
from kts_desktop.services.paper_batch import BatchReport, Outcome, Wanted
from kts_desktop.services.paper_options import Ask
from kts_desktop.ui.packs.many_work import CheckRoom, PrintMany
from kts_desktop.ui.packs.presenter import PacksPresenter
from kts_desktop.ui.workspace import Workspace

COHORT, STATE = "cohort", "state"
_LISTS = (COHORT, STATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A body, and a sentence about its pack: why there is none, or what to know of it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyResult:
    """A batch that is over; ``problem`` is the sentence of what ended it early, if something did.

    ``file`` is the one that holds all packs, where one does.
    """

    printed: int
    total: int
    skipped: tuple[Told, ...]
    missing: int
    folder: Path
    remarks: tuple[Told, ...] = ()
    file: Path | None = None
    problem: str = ""

    @property
    def is_stopped(self) -> bool:
        """Tell whether some were not come to."""
        return self.missing > 0


class ManyPresenter(QObject):
    """Prints with the options of the pack shown, one batch at a time."""

    running_changed = Signal(bool)
    ended = Signal(object)  # ManyResult
    begun = Signal()
    declined = Signal(str)  # a sentence: why printing did not begin
    refused = Signal(object)  # UserFacingError: printed, but not logged

    def __init__(self, workspace: Workspace, packs: PacksPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._packs = workspace, packs
        self._options = BriefingOptions()
        self._rest: tuple[Ask, ...] = ()
        self._work: PrintMany | None = None
        self._title = ""
        self._is_single = False
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

    def start(self, wanted: Wanted, folder: Path, title: str, *, single: bool = False) -> None:
        """Look whether there is room, then begin to print: a file for each body, or a ``single`` one.

        ``begun`` or ``declined`` tells which of both came of it.
        """
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
        self._check(asks, folder, title, single=single)

    def go_on(self, folder: Path, title: str) -> None:
        """Print what the last batch skipped or did not come to, from today's records."""
        now = self._workspace.clock()
        self._check([replace(ask, now=now) for ask in self._rest], folder, title, single=self._is_single)

    def tell_halted(self) -> None:
        """Tell of a batch that locking the office stopped: what was printed by then is noted."""
        for work in self._workspace.toils.take_halted(PrintMany):
            self._is_single = work.single
            self._finish(work, self.tr("The office was locked meanwhile."))

    def _bodies(self, wanted: Wanted) -> list[int]:
        today = local_date(self._workspace.clock())
        return self._workspace.read(lambda session: paper_batch.bodies(session, wanted, today))

    def _check(self, asks: Sequence[Ask], folder: Path, title: str, *, single: bool) -> None:
        if self.is_running or not asks:
            return
        self._title, self._error, self._is_single = title, None, single
        self._work = PrintMany(paper=PAPERS[BRIEFING], asks=tuple(asks), folder=folder, single=single)
        self.running_changed.emit(True)
        ticket = self._workspace.fetch(CheckRoom(folder=folder, count=len(asks)))
        ticket.succeeded.connect(self._on_room)
        ticket.failed.connect(self._on_no_room)

    @Slot()
    def _on_room(self) -> None:
        assert self._work is not None
        ticket = self._workspace.toils.begin(self._work, self._title)
        ticket.failed.connect(self._on_failed)
        ticket.finished.connect(self._on_finished)
        self.begun.emit()

    @Slot(object)
    def _on_no_room(self, error: object) -> None:
        self._work = None
        self.running_changed.emit(False)
        if isinstance(error, UserFacingError):
            self.declined.emit(sentence(error, self._workspace.language))
        elif isinstance(error, BaseException):
            raise error

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self._error = error
        elif isinstance(error, BaseException):
            raise error

    @Slot()
    def _on_finished(self) -> None:
        """Tell of what was printed, however the batch ended."""
        work, self._work = self._work, None
        self.running_changed.emit(False)
        if work is None or not self._workspace.is_open:
            return
        problem = sentence(self._error, self._workspace.language) if self._error is not None else ""
        self._finish(work, problem)

    def _finish(self, work: PrintMany, problem: str) -> None:
        report = paper_batch.report(work.outcomes, work.asks)
        self._rest = (*(one.ask for one in report.skipped), *report.missing)
        self.ended.emit(self._result(report, work, problem))
        if work.unnoted is not None:
            self.refused.emit(work.unnoted)

    def _result(self, report: BatchReport, work: PrintMany, problem: str) -> ManyResult:
        language = self._workspace.language
        return ManyResult(
            printed=len(report.printed),
            total=len(work.asks),
            skipped=tuple(
                Told(name=one.name or f"#{one.ask.ids[0]}", text=sentence(one.error, language))
                for one in report.skipped
                if one.error is not None
            ),
            remarks=tuple(
                Told(name=one.name, text=text) for one in report.printed for text in self._remarks(one)
            ),
            missing=len(report.missing),
            folder=work.folder,
            file=report.printed[0].path if work.single and report.printed else None,
            problem=problem,
        )

    def _remarks(self, outcome: Outcome) -> list[str]:
        """Return what whoever printed a pack should know of it."""
        letters = " ".join(outcome.replaced)
        lacking = self.tr("The font lacks these characters; they are printed as boxes: {0}").format(letters)
        return [*outcome.remarks, *([lacking] if letters else [])]
