"""Model projects: the list on the left, the project on the right."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import UserFacingError, ValidationError
from kts_desktop.models.vocab import ProjectId
from kts_desktop.services import drafts
from kts_desktop.services.measures import MeasureCard
from kts_desktop.services.project_lists import NOT_KNOWN, ProjectRow
from kts_desktop.services.projects import ProjectCard, ProjectDraft
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.choosers import Hit
from kts_desktop.ui.kit.filters import Filter
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.record_pane import RecordPane
from kts_desktop.ui.kit.staying import spot_of
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.projects import forms
from kts_desktop.ui.projects.cards import ProjectCards
from kts_desktop.ui.projects.cohort_chips import CohortChips
from kts_desktop.ui.projects.dialogs import (
    FormDialog,
    MeasureDialog,
    funding_form,
    member_form,
    milestone_form,
)
from kts_desktop.ui.projects.presenter import ProjectsPresenter, place_hits
from kts_desktop.ui.projects.project_reading import PARTS, ProjectReading
from kts_desktop.ui.projects.words import CATEGORY, PHASE, STATE
from kts_desktop.ui.workspace import Workspace

_PHASES_NOT_OFFERED = ("ended", "funding_period")
_BELOW_SEARCH = 2


class ProjectsPane(RecordPane):
    """List, read view and forms of the model projects."""

    presenter: ProjectsPresenter
    kind = "project"
    rows_shown = Signal(object, object)  # ids, loader: the map shows the same
    project_shown = Signal(int)
    case_wanted = Signal(int, int)  # token of the lead, project

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(workspace, notice, parent)
        self.setObjectName("projects.projects")
        self.cards = ProjectCards()
        self._card: ProjectCard | None = None
        self._dialog: FormDialog | None = None
        self.reading = ProjectReading(self)
        list_pane = ListPane(CardList("projects.list", self.cards), "projects", self)
        self.cohorts = CohortChips("projects.cohorts", list_pane)
        column = list_pane.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(_BELOW_SEARCH, self.cohorts)
        self._put_together(list_pane, self.reading.detail, "projects")
        self.presenter = ProjectsPresenter(workspace, self, self)
        self._connect()

    def show_rows(self, ids: Sequence[ProjectId], load: Loader[ProjectRow]) -> None:
        """Show these projects, here and on the map."""
        self.cards.words = self.presenter.words
        self.list.show_ids(ids, load)
        self.list.set_count(self.tr("%n model project(s)", "", len(ids)))
        self.rows_shown.emit(ids, load)

    def show_card(self, card: ProjectCard, lines: Sequence[HistoryLine]) -> None:
        """Show a project; an open form is left only where nothing is lost."""
        if not self.editing.may_show(card.id):
            if self.editing.record_id != card.id:
                self.select(self.editing.record_id)
            return
        self._card = card
        self.reading.show_card(card, self.presenter.words, local_date(self._workspace.clock()))
        self.reading.show_history(lines)
        self.project_shown.emit(card.id)

    def show_nothing(self) -> None:
        """Show that no project is chosen."""
        self._card = None
        if self.editing.form is None:
            self.reading.detail.show_placeholder()
            self.project_shown.emit(0)

    def show_measure(self, card: MeasureCard) -> None:
        """Show a measure to read."""
        dialog = MeasureDialog(card, self.presenter.words, self)
        dialog.edit_wanted.connect(self._edit_measure)
        dialog.open()

    def show_error(self, error: UserFacingError) -> None:
        """Show a refusal in the open dialog or form, else in the window."""
        if self._dialog is not None:
            self._dialog.form.show_error(error)
        else:
            super().show_error(error)

    def show_removed(self, count: int) -> None:
        """Say what went, and offer to take it back."""
        self._notice.show_undo(self.tr("%n model project(s) moved to the bin", "", count))

    def close_forms(self) -> None:
        """Close what was saved, and show the project as it is now."""
        if self._dialog is not None:
            self._dialog.accept()
        self.editing.end()
        self.presenter.choose(self.presenter.current)

    def show_saved(self, record_id: int) -> None:
        """Close the form, and choose what was saved; by Ctrl+S go on in the form."""
        spot = spot_of(self.editing.form)
        self.close_forms()
        if record_id:
            self.select(record_id)
        if spot is not None:
            self._go_on(spot, self.edit_project)

    def select(self, record_id: int) -> None:
        """Choose a project, lifting filters that hide it."""
        if not record_id or self.list.selection.select(record_id):
            return
        self.cohorts.set_chosen(())
        self.list.clear_filters()
        self.presenter.narrow_cohorts(())
        self.list.selection.select(record_id)

    def create_project(self) -> None:
        """Show an empty form."""
        if self.editing.may_show(-1):
            self._show_form(0)

    @Slot(str)
    def edit_project(self, field: str = "") -> None:
        """Show the form of the chosen project, or one field of it in its place."""
        if self.presenter.current and self.editing.form is None:
            self._show_form(self.presenter.current, field)

    def delete_projects(self) -> None:
        """Move the chosen projects to the bin."""
        self.presenter.remove(self.list.selection.selected_ids())

    def print_project(self) -> None:
        """Ask for the papers of the lead."""
        if self._card is not None and self._card.members:
            self._workspace.print_for("organisation", self._card.members[0].organisation_id)

    def open_measure(self, measure_id: int) -> None:
        """Show a measure and the project it belongs to."""
        draft = self.presenter.measure_draft(measure_id)
        if draft.project_id:
            self.select(draft.project_id)
            self.reading.detail.show_tab("measures")
        self.presenter.read_measure(measure_id)

    def retranslate(self) -> None:
        """Set every text."""
        words = self.presenter.words
        self.list.set_title(self.tr("Model projects"))
        self.list.set_new(self.tr("New"))
        self.list.set_search(self.tr("Search projects and members"))
        self.list.set_empty(self.tr("No model projects"), self.tr("The reference data hold none."))
        phases = [pair for pair in words.choices(PHASE) if pair[0] not in _PHASES_NOT_OFFERED]
        self.list.set_filters(
            [
                Filter("state", self.tr("State"), words.choices(STATE)),
                Filter("category", self.tr("Size category"), words.choices(CATEGORY)),
                Filter("phase", self.tr("Phase today"), (*phases, (NOT_KNOWN, self.tr("not known")))),
            ]
        )
        self.reading.retranslate()

    def _connect(self) -> None:
        self.list.searched.connect(self.presenter.search)
        self.list.filtered.connect(self.presenter.narrow)
        self.list.chosen.connect(self.presenter.choose)
        self.list.new_wanted.connect(self.create_project)
        self.cohorts.changed.connect(self.presenter.narrow_cohorts)
        self.reading.edit.clicked.connect(self._on_edit)
        self.reading.detail.field_wanted.connect(self.edit_project)
        self.reading.new_case.clicked.connect(self._on_new_case)
        self.reading.print.clicked.connect(self.print_project)
        self.reading.delete.clicked.connect(self.delete_projects)
        self.reading.link_wanted.connect(self._on_link)
        self.reading.part_wanted.connect(self._on_part)
        self.editing.saved.connect(self._on_saved)
        self.reading.history.earlier_wanted.connect(self.show_earlier)

    def _show_form(self, project_id: int, field: str = "") -> None:
        draft = ProjectDraft(title="") if not project_id else self.presenter.draft()
        form = forms.project_form(self.presenter.words, self.presenter.cohorts(), self._workspace.clock, self)
        form.set_title(draft.title or self.tr("New model project"))
        form.set_values(forms.project_values(draft))
        self.editing.begin(form, project_id, key="project", only=field)
        if not field:
            self._keep_draft(drafts, form, self._card.uid if project_id and self._card else drafts.NEW)
        self.split.show_detail()

    @Slot()
    def _on_edit(self) -> None:
        self.edit_project()

    @Slot(int)
    def _edit_measure(self, measure_id: int) -> None:
        form = forms.measure_form(self.presenter.words, self)
        draft = self.presenter.measure_draft(measure_id)
        form.set_title(draft.title or self.tr("New measure"))
        form.set_values(forms.measure_values(draft))
        self.editing.begin(form, measure_id, key="measure")

    @Slot(int)
    def _on_saved(self, record_id: int) -> None:
        form = self.editing.form
        if form is None:
            return
        if self.editing.key == "measure":
            before = self.presenter.measure_draft(record_id)
            self.presenter.save_measure(record_id, forms.measure_draft(form.values(), before))
        else:
            before_project = self.presenter.draft() if record_id else ProjectDraft(title="")
            self.presenter.save(record_id, forms.project_draft(form.values(), before_project))

    @Slot()
    def _on_new_case(self) -> None:
        if self._card is not None:
            lead = self._card.members[0].organisation_id if self._card.members else 0
            self.case_wanted.emit(lead, self._card.id)

    @Slot(str, int)
    def _on_link(self, kind: str, record_id: int) -> None:
        if kind == "measure":
            self.presenter.read_measure(record_id)
        elif kind in PARTS:
            self._open_part(kind, record_id)
        else:
            self._workspace.open_record(kind, record_id)

    @Slot(str)
    def _on_part(self, key: str) -> None:
        if key == "measure":
            self._edit_measure(0)
        else:
            self._open_part(key, 0)

    def _open_part(self, key: str, part_id: int) -> None:
        words, clock = self.presenter.words, self._workspace.clock
        values: Mapping[str, Any] = {}
        if key == "project_member":
            form, heading = member_form(words, self._places, self), self.tr("Member of the project")
        elif key == "milestone":
            form, heading = milestone_form(words, clock, self), self.tr("Milestone")
            values = self._part_values(form, self._card.milestones if self._card else (), part_id)
        else:
            form, heading = funding_form(words, clock, self), self.tr("Amount")
            values = self._part_values(form, self._card.fundings if self._card else (), part_id)
        form.set_values(values)
        is_removable = bool(part_id) or key == "project_member"
        self._dialog = FormDialog(heading, form, key, part_id, self, removable=is_removable)
        self._dialog.saved.connect(self._on_part_saved)
        self._dialog.removed.connect(self._on_part_removed)
        self._dialog.finished.connect(self._on_dialog_closed)
        self._dialog.open()

    @staticmethod
    def _part_values(form: Form, rows: Sequence[Any], part_id: int) -> Mapping[str, Any]:
        row = next((row for row in rows if row.id == part_id), None)
        return {} if row is None else {key: getattr(row, key) for key in form.grid.fields()}

    def _places(self, text: str) -> Sequence[Hit]:
        return place_hits(self._workspace, self.presenter.words, text)

    @Slot(str, int)
    def _on_part_saved(self, key: str, part_id: int) -> None:
        if self._dialog is not None:
            self.presenter.save_part(key, part_id, self._dialog.form.values())

    @Slot(str, int)
    def _on_part_removed(self, key: str, part_id: int) -> None:
        if self._dialog is None or key != "project_member":
            self.presenter.remove_part(key, part_id)
            return
        body = self._dialog.form.values()["organisation_id"]
        members = self._card.members if self._card else ()
        known = next((member.id for member in members if member.organisation_id == body), 0)
        if known:
            self.presenter.remove_part(key, known)
        else:
            self._dialog.form.show_error(ValidationError("organisation_id", "not_a_member"))

    @Slot()
    def _on_dialog_closed(self) -> None:
        self._dialog = None
