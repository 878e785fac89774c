"""What stands on the case shown: begins, changes and keeps its notes and follow-ups."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.models.vocab import NoteId, TaskId
from kts_desktop.services import notes, tasks
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.ui.cases.lookups import Lookups
from kts_desktop.ui.cases.one_case import CaseView
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.value_words import ValueWords
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.ui.cases.part_forms import NoteForm, TaskForm

Shown = Callable[[], CaseView | None]


class CaseParts(Writing):
    """Makes the forms of notes and follow-ups and writes what was entered; the page shows them."""

    form_wanted = Signal(object)  # Form
    saved = Signal()

    def __init__(
        self, workspace: Workspace, telling: Telling, lookups: Lookups, shown: Shown, parent: QObject
    ) -> None:
        super().__init__(workspace, telling, parent)
        self._lookups, self._shown = lookups, shown
        self.words = ValueWords()
        self._record: int | None = None
        self._is_note = False

    @Slot()
    def add_note(self) -> None:
        """Begin a note on the case shown."""
        shown = self._shown()
        if shown is None:
            return
        card = shown.card
        form = self._note_form(is_new=True)
        form.set_title(self.tr("New note"))
        form.show_draft(
            NoteDraft(
                happened_at=self._workspace.clock(),
                case_id=card.id,
                organisation_id=card.organisation_id,
                author_id=self._lookups.me(),
            )
        )
        self._begin(form, None)

    @Slot(int)
    def edit_note(self, note_id: int) -> None:
        """Open the form of a note."""
        from kts_desktop.ui.cases.part_forms import people_of

        shown = self._shown()
        row = next((one for one in shown.notes if one.id == note_id), None) if shown else None
        if row is None:
            return
        draft = self._workspace.read(lambda session: notes.draft_of(session, NoteId(note_id)))
        form = self._note_form(is_new=False)
        form.set_title(self.tr("Edit note"))
        form.show_draft(draft, people_of(row, draft))
        self._begin(form, note_id)

    @Slot(int)
    def delete_note(self, note_id: int) -> None:
        """Move a note to the bin."""
        self.write("note.delete", lambda session: notes.delete(session, [NoteId(note_id)]), offers_undo=True)

    @Slot()
    def add_task(self) -> None:
        """Begin a follow-up on the case shown."""
        shown = self._shown()
        if shown is None:
            return
        today = self._workspace.clock().astimezone().date()
        form = self._task_form()
        form.set_title(self.tr("New follow-up"))
        form.show_draft(
            TaskDraft(title="", due_on=today, case_id=shown.card.id, assignee_id=self._lookups.me())
        )
        self._begin(form, None)

    @Slot(int)
    def edit_task(self, task_id: int) -> None:
        """Open the form of a follow-up."""
        draft = self._workspace.read(lambda session: tasks.draft_of(session, TaskId(task_id)))
        form = self._task_form()
        form.set_title(self.tr("Edit follow-up"))
        form.show_draft(draft)
        self._begin(form, task_id)

    @Slot(int)
    def complete_task(self, task_id: int) -> None:
        """Tick a follow-up off."""
        self.write("task.done", lambda session: tasks.complete(session, TaskId(task_id)), offers_undo=True)

    def keep(self, form: Form) -> None:
        """Write what was entered; the form stays open until it is kept."""
        from kts_desktop.ui.cases.part_forms import NoteForm, TaskForm

        if isinstance(form, NoteForm):
            self._keep_note(form, self._record)
        elif isinstance(form, TaskForm):
            self._keep_task(form, self._record)

    def reopen(self) -> None:
        """Open what was kept last anew."""
        if self._record is not None:
            (self.edit_note if self._is_note else self.edit_task)(self._record)

    def _keep_note(self, form: "NoteForm", record: int | None) -> None:
        call = form.entered()

        def use_case(session: "Session") -> int:
            if record is None:
                return notes.log_call(session, call)
            notes.edit(session, NoteId(record), call.note)
            return record

        self.write("note.edit" if record else "note.add", use_case).succeeded.connect(self._on_kept)

    def _keep_task(self, form: "TaskForm", record: int | None) -> None:
        draft = form.entered()

        def use_case(session: "Session") -> int:
            if record is None:
                return tasks.add(session, draft)
            tasks.edit(session, TaskId(record), draft)
            return record

        self.write("task.edit" if record else "task.add", use_case).succeeded.connect(self._on_kept)

    def _note_form(self, *, is_new: bool) -> "NoteForm":
        from kts_desktop.ui.cases.part_forms import NoteForm

        return NoteForm(self._lookups, self.words, self._workspace.clock, is_new=is_new)

    def _task_form(self) -> "TaskForm":
        from kts_desktop.ui.cases.part_forms import TaskForm

        return TaskForm(self._lookups, self.words, self._workspace.clock)

    def _begin(self, form: Form, record: int | None) -> None:
        from kts_desktop.ui.cases.part_forms import NoteForm

        self._record, self._is_note = record, isinstance(form, NoteForm)
        self.form_wanted.emit(form)

    @Slot(object)
    def _on_kept(self, record: object) -> None:
        self._record = cast("int", record)
        self.saved.emit()
