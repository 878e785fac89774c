"""The page of advisory cases: widgets and wiring; what it does stands in the presenter."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kts_desktop.core.clock import local_date
from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseId, CaseState
from kts_desktop.services import vocabulary
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.ui.cases import words
from kts_desktop.ui.cases.lookups import Lookups
from kts_desktop.ui.cases.presenter import CasesPresenter
from kts_desktop.ui.cases.searching import CaseSearching
from kts_desktop.ui.cases.side import CaseSide
from kts_desktop.ui.cases.table import CaseWords
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.staying import Spot, go_back, spot_of
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.telling import PageTelling
from kts_desktop.ui.kit.value_words import ValueWords
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.ui.cases.form import CaseForm
    from kts_desktop.ui.cases.one_case import CaseView


class CasesPage(Page):
    """List and card of advisory cases, their notes and follow-ups."""

    key = "cases"

    def __init__(self, workspace: Workspace, _settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._view: CaseView | None = None
        self._editing: CaseId | None = None
        self._is_going_on = False
        self._lookups = Lookups(workspace)
        self._words = CaseWords(local_date(workspace.clock()))
        self.pane = ListPane(CardList("cases.list", self._words.card), "cases", self)
        self.searching = CaseSearching(self.pane, self._lookups)
        self.detail = Detail("cases", self)
        self.notice = PageTelling(self, workspace, self.detail)
        self.presenter = CasesPresenter(workspace, self, self.notice, self)
        self.side = CaseSide(workspace, self.notice, self._lookups, self._shown, self.detail)
        layout = QVBoxLayout(self)
        spaced(layout, (0, 0, 0, 0), 0)
        self._split = SplitPane(self.pane, self.detail, "cases", self)
        layout.addWidget(self._split)
        self._connect()
        self.side.clear()
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

    def show_case(self, view: "CaseView | None") -> None:
        """Show a case in the read view, unless a form is open on it."""
        self._view = view
        if self.detail.form() is None or view is None:
            self._read()
        self.abilities_changed.emit()

    def show_saved(self, case_id: CaseId) -> None:
        """Leave the form and show what was saved; by Ctrl+S go on in the form."""
        from kts_desktop.ui.cases.form import CaseForm

        spot, is_case = spot_of(self.detail.form()), isinstance(self.detail.form(), CaseForm)
        self._editing = None
        self.detail.show_content()
        self.presenter.show(case_id)
        self.pane.selection.select(case_id)
        if spot is not None:
            self._go_on(spot, is_part=not is_case)

    def do_create(self) -> None:
        """Begin a new case."""
        form = self._case_form(None)
        form.set_title(self.tr("New case"))
        form.show_new(self.presenter.today)
        self._open(form)

    def do_edit(self) -> None:
        """Open the form of the case shown."""
        self._edit()

    @Slot(str)
    def _edit(self, field: str = "") -> None:
        """Open the form of the case shown, or one field of it in its place."""
        draft = self.presenter.draft()
        if draft is None or self._view is None:
            return
        form = self._case_form(self._view.card.id)
        form.set_title(self.tr("Edit case {0}").format(self._view.card.number))
        form.show_draft(draft, self._view.card)
        self._open(form, field)

    def do_duplicate(self) -> None:
        """Begin a new case with the body, people and themes of the one shown."""
        draft = self.presenter.draft()
        if draft is None or self._view is None:
            return
        form = self._case_form(None)
        form.set_title(self.tr("New case"))
        blank = replace(draft, received_on=self.presenter.today, state="new", result="", concern="")
        form.show_draft(blank, self._view.card)
        self._open(form)

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

    def retranslate(self) -> None:
        """Set every text."""
        self._words.words = known = self._known()
        self.pane.set_title(self.tr("Advisory cases"))
        self.pane.set_new(self.tr("New"))
        self.pane.set_search(self.tr("Search advisory cases"))
        self.pane.set_empty(
            self.tr("No open case"),
            self.tr("Open one here; the filter shows the closed ones."),
            self.tr("New case"),
        )
        self.searching.retranslate(known)
        self.side.retranslate(known)
        if self._view is not None:
            self._read()

    def _pane_of(self, _kind: str) -> ListPane:
        self._split.show_list()
        return self.pane

    def _known(self) -> ValueWords:
        language = self.workspace.language
        found = self.workspace.read(lambda session: vocabulary.many_labels(session, words.LISTS, language))
        return ValueWords(found)

    def _read(self) -> None:
        if self._view is None:
            self.side.clear()
        else:
            self.side.show(self._view, self.presenter.history())

    def _case_form(self, case_id: CaseId | None) -> "CaseForm":
        from kts_desktop.ui.cases.form import CaseForm

        self._editing = case_id
        return CaseForm(self._lookups, self._known(), self)

    def _shown_record(self) -> tuple[str, int]:
        return "advisory_case", self._view.card.id if self._view else 0

    def _shown(self) -> "CaseView | None":
        return self._view

    def _go_on(self, spot: Spot, *, is_part: bool) -> None:
        self._is_going_on = True  # what a draft holds was saved just now
        if is_part:
            self.side.parts.reopen()
        else:
            self._edit()
        self._is_going_on = False
        go_back(self.detail.form(), spot)

    @Slot(object)
    def _open(self, form: Form, field: str = "") -> None:
        if not field:
            self._keep_draft(form)
        form.saved.connect(self._on_form_saved)
        form.discarded.connect(self._on_form_discarded)
        self.detail.show_form(form, field)
        self._split.show_detail()
        (form.grid.fields()[field] if field else form).setFocus()

    def _keep_draft(self, form: Form) -> None:
        """Keep what is typed, and bring back what a crash left; changed notes and follow-ups are left out."""
        from kts_desktop.services import drafts
        from kts_desktop.ui.cases.form import CaseForm
        from kts_desktop.ui.cases.part_forms import NoteForm
        from kts_desktop.ui.kit.draft_keeper import DraftKeeper

        is_new_part = isinstance(form, NoteForm) and form.is_new
        if not (isinstance(form, CaseForm) or is_new_part):
            return
        is_about_shown = is_new_part or self._editing is not None
        record = self._view.card.uid if self._view and is_about_shown else drafts.NEW
        keeper = DraftKeeper(self.workspace, form, drafts, record)
        if not self._is_going_on and keeper.restore():
            at = formats.current().moment(keeper.restored_at or self.workspace.clock())
            self.notice.show_text(self.tr("Draft of {0} restored.").format(at))

    def _case_of(self, kind: str, record_id: int) -> int | None:
        if kind == "advisory_case":
            return record_id
        from kts_desktop.ui.cases.one_case import case_of

        return self.workspace.read(lambda session: case_of(session, kind, record_id))

    def _connect(self) -> None:
        pane, side, presenter = self.pane, self.side, self.presenter
        pane.chosen.connect(self._on_chosen)
        pane.searched.connect(presenter.search)
        pane.filtered.connect(presenter.narrow)
        pane.new_wanted.connect(self.do_create)
        pane.empty_pressed.connect(self.do_create)
        self.searching.sort_wanted.connect(presenter.sort)
        self.searching.state_wanted.connect(presenter.set_state)
        self.searching.delete_wanted.connect(presenter.delete)
        self.detail.field_wanted.connect(self._edit)
        side.edit_wanted.connect(self.do_edit)
        side.print_wanted.connect(self.do_print)
        side.earlier_wanted.connect(self.do_earlier)
        side.link_wanted.connect(self.workspace.open_record)
        side.state_wanted.connect(self._on_state)
        side.form_wanted.connect(self._open)
        side.part_saved.connect(self._on_part_saved)

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
        from kts_desktop.ui.cases.form import CaseForm

        form = self.detail.form()
        if isinstance(form, CaseForm):
            self.presenter.save(form.entered(), self._editing)
        elif isinstance(form, Form):
            self.side.parts.keep(form)

    @Slot()
    def _on_part_saved(self) -> None:
        if self._view is not None:
            self.show_saved(self._view.card.id)

    @Slot()
    def _on_form_discarded(self) -> None:
        self._editing = None
        self.detail.show_content()
        self._read()
