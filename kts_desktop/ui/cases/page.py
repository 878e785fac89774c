"""The page of advisory cases: widgets and wiring; what it does stands in the presenter."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseId, CaseState, NoteId, TaskId
from kts_desktop.services import notes, tasks, vocabulary
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.ui.cases import words
from kts_desktop.ui.cases.form import CaseForm
from kts_desktop.ui.cases.lookups import Lookups
from kts_desktop.ui.cases.part_forms import NoteForm, TaskForm, people_of
from kts_desktop.ui.cases.presenter import CasesPresenter, CaseView
from kts_desktop.ui.cases.reading import CaseReading
from kts_desktop.ui.cases.searching import CaseSearching
from kts_desktop.ui.cases.table import CaseWords
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.dialogs import message
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.value_words import ValueWords
from kts_desktop.ui.workspace import Workspace


class CasesPage(Page):
    """List and card of advisory cases, their notes and follow-ups."""

    key = "cases"

    def __init__(self, workspace: Workspace, _settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._view: CaseView | None = None
        self._editing: tuple[str, int | None] = ("", None)
        self._lookups = Lookups(workspace)
        self.presenter = CasesPresenter(workspace, self, self)
        self._words = CaseWords(self.presenter.today)
        self.pane = ListPane(CardList("cases.list", self._words.card), "cases", self)
        self.searching = CaseSearching(self.pane, self._lookups)
        self.reading = CaseReading(self)
        self.detail = self.reading.detail
        layout = QVBoxLayout(self)
        spaced(layout, (0, 0, 0, 0), 0)
        self._split = SplitPane(self.pane, self.detail, "cases", self)
        layout.addWidget(self._split)
        self.notice = Notice(self)
        self._connect()
        self.detail.show_placeholder()
        self.retranslate()
        self.presenter.narrow({})

    def abilities(self) -> frozenset[str]:
        """Return what can be done now."""
        always = {"create", "find", "filter", "refresh"}
        return frozenset(always | ({"edit", "delete", "print", "duplicate"} if self._view else set()))

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a case, or the case a note or follow-up stands on."""
        case_id = self._case_of(kind, record_id)
        if case_id:
            self.pane.selection.select(case_id)
            self.presenter.show(CaseId(case_id))
            self._split.show_detail()

    def may_leave(self) -> bool:
        """Tell whether no changed form is open."""
        form = self.detail.form()
        return not (isinstance(form, Form) and form.is_dirty())

    def show_cases(self, ids: Sequence[CaseId], load: Loader[CaseRow]) -> None:
        """Show the list."""
        self._words.today = self.presenter.today
        self.pane.show_ids(ids, load)
        self.pane.set_count(self.tr("%n case(s)", "", len(ids)))

    def show_case(self, view: CaseView | None) -> None:
        """Show a case in the read view, unless a form is open on it."""
        self._view = view
        if self.detail.form() is None or view is None:
            self._read()
        self.abilities_changed.emit()

    def show_saved(self, case_id: CaseId) -> None:
        """Leave the form and show what was saved."""
        self._editing = ("", None)
        self.detail.show_content()
        self.presenter.show(case_id)
        self.pane.selection.select(case_id)

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused, at the field where a form is open; what was typed stays."""
        form = self.detail.form()
        if isinstance(form, Form):
            form.show_error(error)
        else:
            message(self, self.tr("Not possible"), sentence(error, self.workspace.language))

    def show_undo(self, text: str) -> None:
        """Offer to take back what was done."""
        self.notice.show_undo(text)

    def do_create(self) -> None:
        """Begin a new case."""
        form = self._case_form(None)
        form.set_title(self.tr("New case"))
        form.show_new(self.presenter.today)
        self._open(form, "case", None)

    def do_edit(self) -> None:
        """Open the form of the case shown."""
        draft = self.presenter.draft()
        if draft is None or self._view is None:
            return
        form = self._case_form(self._view.card.id)
        form.set_title(self.tr("Edit case {0}").format(self._view.card.number))
        form.show_draft(draft, self._view.card)
        self._open(form, "case", self._view.card.id)

    def do_duplicate(self) -> None:
        """Begin a new case with the body, people and themes of the one shown."""
        draft = self.presenter.draft()
        if draft is None or self._view is None:
            return
        form = self._case_form(None)
        form.set_title(self.tr("New case"))
        blank = replace(draft, received_on=self.presenter.today, state="new", result="", concern="")
        form.show_draft(blank, self._view.card)
        self._open(form, "case", None)

    def do_delete(self) -> None:
        """Move the chosen cases to the bin."""
        chosen = self.pane.selection.selected_ids() or ([self._view.card.id] if self._view else [])
        if chosen:
            self.presenter.delete([CaseId(id_) for id_ in chosen])

    def do_find(self) -> None:
        """Go to the search field."""
        self.pane.focus_search()

    def do_filter(self) -> None:
        """Open the filter."""
        self.pane.open_filter()

    def do_refresh(self) -> None:
        """Read everything anew."""
        self.presenter.refresh()

    def do_print(self) -> None:
        """Ask for the briefing pack of the case shown."""
        if self._view:
            self.workspace.print_for("advisory_case", self._view.card.id)

    @Slot()
    def add_note(self) -> None:
        """Begin a note on the case shown."""
        if self._view is None:
            return
        card = self._view.card
        form = NoteForm(self._lookups, self._known(), self.workspace.clock, is_new=True, parent=self)
        form.set_title(self.tr("New note"))
        now = self.workspace.clock()
        form.show_draft(
            NoteDraft(
                happened_at=now,
                case_id=card.id,
                organisation_id=card.organisation_id,
                author_id=self._lookups.me(),
            )
        )
        self._open(form, "note", None)

    @Slot(int)
    def edit_note(self, note_id: int) -> None:
        """Open the form of a note."""
        view = self._view
        row = next((one for one in view.notes if one.id == note_id), None) if view else None
        if row is None:
            return
        draft = self.workspace.read(lambda session: notes.draft_of(session, NoteId(note_id)))
        form = NoteForm(self._lookups, self._known(), self.workspace.clock, is_new=False, parent=self)
        form.set_title(self.tr("Edit note"))
        form.show_draft(draft, people_of(row, draft))
        self._open(form, "note", note_id)

    @Slot()
    def add_task(self) -> None:
        """Begin a follow-up on the case shown."""
        if self._view is None:
            return
        form = TaskForm(self._lookups, self._known(), self.workspace.clock, self)
        form.set_title(self.tr("New follow-up"))
        me = self._lookups.me()
        form.show_draft(
            TaskDraft(title="", due_on=self.presenter.today, case_id=self._view.card.id, assignee_id=me)
        )
        self._open(form, "task", None)

    @Slot(int)
    def edit_task(self, task_id: int) -> None:
        """Open the form of a follow-up."""
        draft = self.workspace.read(lambda session: tasks.draft_of(session, TaskId(task_id)))
        form = TaskForm(self._lookups, self._known(), self.workspace.clock, self)
        form.set_title(self.tr("Edit follow-up"))
        form.show_draft(draft)
        self._open(form, "task", task_id)

    def retranslate(self) -> None:
        """Set every text."""
        self._words.words = known = self._known()
        self.pane.set_title(self.tr("Advisory cases"))
        self.pane.set_new(self.tr("New"))
        self.pane.set_search(self.tr("Search advisory cases"))
        self.pane.set_empty(
            self.tr("No case here"),
            self.tr("No case matches search and filters."),
            self.tr("Clear filter"),
        )
        self.searching.retranslate(known)
        self.reading.retranslate()
        if self._view is not None:
            self._read()

    def _known(self) -> ValueWords:
        language = self.workspace.language
        found = self.workspace.read(lambda session: vocabulary.many_labels(session, words.LISTS, language))
        return ValueWords(found)

    def _read(self) -> None:
        if self._view is None:
            self.detail.show_placeholder()
            return
        self.reading.show(self._view, self._words.words, self.workspace.clock())
        self.reading.show_history(self.presenter.history(), self.workspace.language, self.workspace.clock())

    def _case_form(self, case_id: CaseId | None) -> CaseForm:
        self._editing = ("case", case_id)
        return CaseForm(self._lookups, self._known(), self)

    def _open(self, form: Form, what: str, record: int | None) -> None:
        self._editing = (what, record)
        form.saved.connect(self._on_form_saved)
        form.discarded.connect(self._on_form_discarded)
        self.detail.show_form(form)
        self._split.show_detail()
        form.setFocus()

    def _case_of(self, kind: str, record_id: int) -> int | None:
        if kind == "advisory_case":
            return record_id
        if kind == "note":
            rows = self.workspace.read(lambda session: notes.rows(session, [record_id]))
            return rows[record_id].case_id if record_id in rows else None
        found = self.workspace.read(lambda session: tasks.rows(session, [record_id]))
        return found[record_id].case_id if record_id in found else None

    def _connect(self) -> None:
        pane, reading, presenter = self.pane, self.reading, self.presenter
        pane.chosen.connect(self._on_chosen)
        pane.searched.connect(presenter.search)
        pane.filtered.connect(presenter.narrow)
        pane.new_wanted.connect(self.do_create)
        pane.empty_pressed.connect(pane.clear_filters)
        self.searching.sort_wanted.connect(presenter.sort)
        self.searching.state_wanted.connect(presenter.set_state)
        self.searching.delete_wanted.connect(presenter.delete)
        reading.edit.clicked.connect(self.do_edit)
        reading.print.clicked.connect(self.do_print)
        reading.note.clicked.connect(self.add_note)
        reading.link_wanted.connect(self.workspace.open_record)
        reading.state_wanted.connect(self._on_state)
        reading.notes.edit_wanted.connect(self.edit_note)
        reading.notes.delete_wanted.connect(presenter.delete_note)
        reading.tasks.done_wanted.connect(presenter.complete_task)
        reading.tasks.edit_wanted.connect(self.edit_task)
        reading.task_wanted.connect(self.add_task)
        self.notice.undo_wanted.connect(self.workspace.undo)

    @Slot(int)
    def _on_chosen(self, case_id: int) -> None:
        if not self.may_leave():
            return
        self.detail.show_content()
        self.presenter.show(CaseId(case_id) if case_id else None)
        if case_id:
            self.record_shown.emit("advisory_case", case_id)

    @Slot(object)
    def _on_state(self, state: CaseState) -> None:
        if self._view is not None:
            self.presenter.set_state([self._view.card.id], state)

    @Slot()
    def _on_form_saved(self) -> None:
        form, (_, record) = self.detail.form(), self._editing
        if isinstance(form, CaseForm):
            self.presenter.save(form.entered(), CaseId(record) if record else None)
        elif isinstance(form, NoteForm):
            self.presenter.log(form.entered(), NoteId(record) if record else None)
        elif isinstance(form, TaskForm):
            self.presenter.save_task(form.entered(), TaskId(record) if record else None)

    @Slot()
    def _on_form_discarded(self) -> None:
        self._editing = ("", None)
        self.detail.show_content()
        self._read()
