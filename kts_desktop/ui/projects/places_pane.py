"""Municipalities, districts and other bodies: the whole directory on the left, one place on the right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.services import drafts
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.place_cards import PlaceCard
from kts_desktop.services.place_lists import PlaceOrder, PlaceRow
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.filters import Filter
from kts_desktop.ui.kit.formats import current
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.record_pane import RecordPane
from kts_desktop.ui.kit.staying import spot_of
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.projects import forms
from kts_desktop.ui.projects.cards import PlaceCards
from kts_desktop.ui.projects.place_reading import PLACE, PlaceReading
from kts_desktop.ui.projects.places_presenter import PlacesPresenter
from kts_desktop.ui.projects.words import KIND, SIZE, STATE
from kts_desktop.ui.workspace import Workspace


class PlacesPane(RecordPane):
    """List, read view and form of places; a place of the directory can be taken into the office."""

    presenter: PlacesPresenter
    kind = "organisation"
    place_shown = Signal(int)  # token
    case_wanted = Signal(int, int)  # token, project
    measure_wanted = Signal(int)

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(workspace, notice, parent)
        self.setObjectName("projects.places")
        self._cards = PlaceCards()
        self._card: PlaceCard | None = None
        self.reading = PlaceReading(self)
        list_pane = ListPane(CardList("places.list", self._cards), "places", self)
        self._put_together(list_pane, self.reading.detail, "places")
        self.presenter = PlacesPresenter(workspace, self, self)
        self._connect()

    def show_rows(self, ids: Sequence[int], load: Loader[PlaceRow]) -> None:
        """Show these places."""
        self._cards.words = self.presenter.words
        self.list.show_ids(ids, load)
        count = self.tr("1 place") if len(ids) == 1 else self.tr("{0} places")
        self.list.set_count(count.format(current().number(len(ids))))

    def show_card(self, card: PlaceCard, lines: Sequence[HistoryLine]) -> None:
        """Show a place; an open form is left only where nothing is lost."""
        token = card.hit.token
        if not self.editing.may_show(token):
            if self.editing.record_id != token:
                self.select(self.editing.record_id)
            return
        self._card = card
        self.reading.show_card(card, self.presenter.words)
        self.reading.show_history(lines)
        self.place_shown.emit(token)

    def show_nothing(self) -> None:
        """Show that no place is chosen."""
        self._card = None
        if self.editing.form is None:
            self.reading.detail.show_placeholder()
            self.place_shown.emit(0)

    def show_removed(self, count: int) -> None:
        """Say what went, and offer to take it back."""
        self._notice.show_undo(self.tr("%n body(ies) moved to the bin", "", count))

    def close_forms(self) -> None:
        """Close what was saved, and show the place as it is now."""
        self.editing.end()
        self.presenter.choose(self.presenter.current)

    def show_saved(self, record_id: int) -> None:
        """Close the form, and choose what was saved; by Ctrl+S go on in the form."""
        spot = spot_of(self.editing.form)
        self.close_forms()
        if record_id:
            self.select(record_id)
        if spot is not None:
            self._go_on(spot, self.edit_body)

    def select(self, record_id: int) -> None:
        """Choose a place by its token, lifting filters that hide it."""
        if record_id and not self.list.selection.select(record_id):
            self.list.clear_filters()
            self.list.selection.select(record_id)

    def create_body(self) -> None:
        """Show an empty form, for bodies that stand in no directory."""
        if self.editing.may_show(-1):
            self._show_form(0)

    def duplicate_body(self) -> None:
        """Show the form of a new body with all of the chosen one but its names."""
        if self.presenter.current > 0 and self.editing.may_show(-1):
            self._show_form(0, copied=replace(self.presenter.draft(), name="", short_name="", remark=""))

    @Slot(str)
    def edit_body(self, field: str = "") -> None:
        """Show the form of the chosen body, or one field of it in its place."""
        if self.presenter.current > 0 and self.editing.form is None:
            self._show_form(self.presenter.current, field)

    def delete_bodies(self) -> None:
        """Move the chosen bodies to the bin."""
        self.presenter.remove(self.list.selection.selected_ids())

    def print_place(self) -> None:
        """Ask for the papers of the chosen body."""
        if self.presenter.current > 0:
            self._workspace.print_for("organisation", self.presenter.current)

    def retranslate(self) -> None:
        """Set every text."""
        words = self.presenter.words
        self.list.set_title(self.tr("Municipalities"))
        self.list.set_new(self.tr("New body"))
        self.list.set_search(self.tr("Search by name, district or key"))
        self.list.set_empty(self.tr("No places"), self.tr("The municipality directory is empty."))
        self.list.set_filters(
            [
                Filter("state", self.tr("State"), words.choices(STATE)),
                Filter("size", self.tr("Size class"), words.choices(SIZE)),
                Filter("kind", self.tr("Kind"), words.choices(KIND)),
                Filter("known", self.tr("In the office"), (("adopted", self.tr("only these")),)),
                Filter(
                    "order", self.tr("Sorted by"), ((PlaceOrder.POPULATION.value, self.tr("population")),)
                ),
            ]
        )
        self.reading.retranslate()

    def _connect(self) -> None:
        self.list.searched.connect(self.presenter.search)
        self.list.filtered.connect(self.presenter.narrow)
        self.list.chosen.connect(self.presenter.choose)
        self.list.new_wanted.connect(self.create_body)
        self.reading.adopt.clicked.connect(self.presenter.adopt)
        self.reading.edit.clicked.connect(self._on_edit)
        self.reading.detail.field_wanted.connect(self.edit_body)
        self.reading.new_case.clicked.connect(self._on_new_case)
        self.reading.print.clicked.connect(self.print_place)
        self.reading.delete.clicked.connect(self.delete_bodies)
        self.reading.link_wanted.connect(self._on_link)
        self.editing.saved.connect(self._on_saved)
        self.reading.history.earlier_wanted.connect(self.show_earlier)

    def _show_form(self, body_id: int, field: str = "", copied: OrganisationDraft | None = None) -> None:
        draft = self.presenter.draft() if body_id else copied or OrganisationDraft()
        form = forms.body_form(self.presenter.words, self._workspace.clock, self)
        form.set_title(draft.name or self.tr("New body"))
        form.set_values(forms.body_values(draft))
        self.editing.begin(form, body_id, only=field)
        if not field:
            self._keep_draft(drafts, form, self._card.uid if body_id and self._card else drafts.NEW)
        self.split.show_detail()

    @Slot()
    def _on_edit(self) -> None:
        self.edit_body()

    @Slot(int)
    def _on_saved(self, body_id: int) -> None:
        form = self.editing.form
        if form is not None:
            before = self.presenter.draft() if body_id else OrganisationDraft()
            self.presenter.save(body_id, forms.body_draft(form.values(), before))

    @Slot()
    def _on_new_case(self) -> None:
        if self._card is not None:
            project = self._card.projects[0].id if self._card.projects else 0
            self.case_wanted.emit(self._card.hit.token, project)

    @Slot(str, int)
    def _on_link(self, kind: str, record_id: int) -> None:
        if kind == PLACE:
            self.select(record_id)
        elif kind == "measure":
            self.measure_wanted.emit(record_id)
        else:
            self._workspace.open_record(kind, record_id)
