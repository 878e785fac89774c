"""What the panes of people and of bodies share: choosing, ways to reach somebody, links, the bin."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.services.organisation_cards import OrganisationCard
from kts_desktop.services.person_cards import PersonCard
from kts_desktop.ui.contacts.bodies_presenter import BodiesPresenter
from kts_desktop.ui.contacts.following import Following
from kts_desktop.ui.contacts.part_dialogs import PartDialogs
from kts_desktop.ui.contacts.people_presenter import PeoplePresenter
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.record_pane import RecordPane
from kts_desktop.ui.kit.staying import spot_of
from kts_desktop.ui.workspace import Workspace


class ContactPane(RecordPane):
    """Base of the two panes."""

    presenter: PeoplePresenter | BodiesPresenter
    card_shown = Signal(int)  # 0: none

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(workspace, notice, parent)
        self._card: PersonCard | OrganisationCard | None = None
        self.parts = PartDialogs(workspace, notice, self)
        self.following = Following(workspace, self)

    def start(self) -> None:
        """Read value lists and records, and set all texts."""
        self.parts.read_words()
        super().start()

    def show_saved(self, record_id: int) -> None:
        """Close the form, and choose what was saved; by Ctrl+S go on in the form."""
        spot = spot_of(self.editing.form)
        self.editing.end()
        self.select(record_id)
        self.presenter.choose(record_id)
        if spot is not None:
            self._go_on(spot, self._edit)

    def _edit(self) -> None:
        raise NotImplementedError

    def select(self, record_id: int) -> None:
        """Choose a record, lifting filters that hide it; one that is in no list is shown all the same."""
        self.split.show_detail()
        if not record_id or self.list.selection.select(record_id):
            return
        self.list.clear_filters()
        if not self.list.selection.select(record_id):
            self.presenter.choose(record_id)

    def _chosen_ids(self) -> list[int]:
        """Return the chosen records, else the one shown."""
        return self.list.selection.selected_ids() or [id_ for id_ in (self.presenter.current,) if id_]

    def _connect_list(self) -> None:
        self.list.searched.connect(self.presenter.search)
        self.list.filtered.connect(self.presenter.narrow)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)

    def _act_on_way(self, card: PersonCard | OrganisationCard, act: str, contact_id: int) -> None:
        """Copy, edit or remove a way to reach somebody."""
        line = next(line for line in card.contacts if line.id == contact_id)
        if act == "copy":
            self.following.copy(line.shown)
        elif act == "edit":
            self.parts.open_way(line.owner, contact_id=contact_id)
        else:
            self.parts.presenter.remove_way(contact_id)

    @Slot(int)
    def _on_chosen(self, record_id: int) -> None:
        if record_id == self.presenter.current and self._card is not None:
            return
        if self.editing.form is not None and not self.editing.may_leave():
            self.list.selection.select(self.editing.record_id)
            return
        self.presenter.choose(record_id)

    @Slot(int)
    def _on_opened(self, _record_id: int) -> None:
        self.split.show_detail()

    @Slot()
    def _on_restore(self) -> None:
        self.presenter.restore(self.presenter.current)
