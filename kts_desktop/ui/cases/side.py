"""The right side of the page: the case shown, its documents, and the forms of what stands on it.

A start shows the list alone, so what fills this side is loaded and made with the first case that is shown.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.ui.cases.lookups import Lookups
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.value_words import ValueWords
from kts_desktop.ui.kit.writing import Telling
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.services.history import HistoryRow
    from kts_desktop.ui.cases.one_case import CaseView
    from kts_desktop.ui.cases.parts import CaseParts
    from kts_desktop.ui.cases.reading import CaseReading
    from kts_desktop.ui.kit.document_keeping import DocumentKeeping

    Filling = tuple[CaseReading, DocumentKeeping, CaseParts]


class CaseSide(QObject):
    """Fills the detail pane when there is something to show, and tells what is wanted there."""

    edit_wanted = Signal()
    print_wanted = Signal()
    earlier_wanted = Signal()
    link_wanted = Signal(str, int)
    state_wanted = Signal(object)  # CaseState
    form_wanted = Signal(object)  # Form
    part_saved = Signal()

    def __init__(
        self,
        workspace: Workspace,
        telling: Telling,
        lookups: Lookups,
        shown: "Callable[[], CaseView | None]",
        detail: Detail,
    ) -> None:
        super().__init__(detail)
        self._workspace, self._telling, self._lookups, self._shown = workspace, telling, lookups, shown
        self._detail = detail
        self._words = ValueWords()
        self._filling: Filling | None = None

    @property
    def reading(self) -> "CaseReading":
        """Return the read view."""
        return self._filled()[0]

    @property
    def documents(self) -> "DocumentKeeping":
        """Return what keeps the documents of the case shown."""
        return self._filled()[1]

    @property
    def parts(self) -> "CaseParts":
        """Return what begins and changes notes and follow-ups."""
        return self._filled()[2]

    def show(self, view: "CaseView", rows: "Sequence[HistoryRow]") -> None:
        """Show a case with its documents and what was changed."""
        now = self._workspace.clock()
        self.reading.show(view, self._words, now)
        self.documents.show("advisory_case", view.card.id)
        self.reading.show_history(rows, self._workspace.language, now)

    def clear(self) -> None:
        """Show that no case is chosen."""
        if self._filling is not None:
            self.documents.show("advisory_case", None)
        self._detail.show_placeholder()

    def retranslate(self, known: ValueWords) -> None:
        """Set the texts that do not depend on a case, and take the words of the value lists."""
        self._words = known
        self._detail.set_placeholder(
            self.tr("No case chosen"), self.tr("Choose a case on the left, or open a new one with Ctrl+N.")
        )
        if self._filling is not None:
            self._name(self._filling)

    def _name(self, filling: "Filling") -> None:
        reading, _, parts = filling
        reading.retranslate()
        parts.words = self._words

    def _filled(self) -> "Filling":
        if self._filling is None:
            self._filling = self._fill()
            self._name(self._filling)
        return self._filling

    def _fill(self) -> "Filling":
        from kts_desktop.services import attachments
        from kts_desktop.ui.cases.parts import CaseParts
        from kts_desktop.ui.cases.reading import CaseReading
        from kts_desktop.ui.kit.document_keeping import DocumentKeeping

        workspace, telling = self._workspace, self._telling
        reading = CaseReading(self._detail)
        documents = DocumentKeeping(workspace, telling, attachments, reading.documents, self._detail)
        parts = CaseParts(workspace, telling, self._lookups, self._shown, self)
        reading.edit.clicked.connect(self.edit_wanted)
        reading.print.clicked.connect(self.print_wanted)
        reading.history.earlier_wanted.connect(self.earlier_wanted)
        reading.link_wanted.connect(self.link_wanted)
        reading.state_wanted.connect(self.state_wanted)
        reading.note.clicked.connect(parts.add_note)
        reading.task_wanted.connect(parts.add_task)
        reading.notes.edit_wanted.connect(parts.edit_note)
        reading.notes.delete_wanted.connect(parts.delete_note)
        reading.notes.attach_wanted.connect(self._on_note_attach)
        reading.notes.document_wanted.connect(documents.open)
        reading.tasks.done_wanted.connect(parts.complete_task)
        reading.tasks.edit_wanted.connect(parts.edit_task)
        documents.counted.connect(reading.count_documents)
        documents.listed.connect(reading.notes.show_documents)
        parts.form_wanted.connect(self.form_wanted)
        parts.saved.connect(self.part_saved)
        return reading, documents, parts

    @Slot(int)
    def _on_note_attach(self, note_id: int) -> None:
        self.documents.choose_for("note", note_id)
