"""Bodies: the list on the left, one body on the right, the form in its place."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.models.vocab import ContactKind, OrganisationOrder
from kts_desktop.services import drafts
from kts_desktop.services.contact_points import Of, Owner
from kts_desktop.services.organisation_cards import OrganisationCard
from kts_desktop.services.organisation_lists import OrganisationRow
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.ui.contacts.bodies_presenter import (
    IN_BIN,
    MUNICIPAL,
    OTHERS,
    WITHOUT_PEOPLE,
    BodiesPresenter,
)
from kts_desktop.ui.contacts.body_reading import BodyReading
from kts_desktop.ui.contacts.cards import BodyCards
from kts_desktop.ui.contacts.contact_pane import ContactPane
from kts_desktop.ui.contacts.part_forms import body_draft, body_form, body_values
from kts_desktop.ui.contacts.person_reading import ADDRESS
from kts_desktop.ui.contacts.words import KIND, STATE
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.filters import Filter
from kts_desktop.ui.kit.formats import current
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace


class BodiesPane(ContactPane):
    """List, read view and form of bodies."""

    presenter: BodiesPresenter
    kind = "organisation"
    _card: OrganisationCard | None
    person_wanted = Signal(int)  # a new person at this body

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(workspace, notice, parent)
        self.setObjectName("contacts.bodies")
        self._cards = BodyCards()
        self.reading = BodyReading(self)
        list_pane = ListPane(CardList("bodies.list", self._cards), "bodies", self)
        self._put_together(list_pane, self.reading.detail, "bodies")
        self.bulk_delete = self.list.bulk.add_action("delete", "trash-2")
        self.presenter = BodiesPresenter(workspace, self, self)
        self._connect()

    def show_rows(self, ids: Sequence[int], load: Loader[OrganisationRow]) -> None:
        """Show these bodies."""
        self._cards.words = self.presenter.words
        self.list.show_ids(ids, load)
        count = len(ids)
        self.list.set_count(
            self.tr("1 body") if count == 1 else self.tr("{0} bodies").format(current().number(count))
        )

    def show_card(self, card: OrganisationCard | None, lines: Sequence[HistoryLine]) -> None:
        """Show a body, unless a form is open: it stays until it is saved or discarded."""
        self._card = card
        if self.editing.form is not None:
            return
        if card is None:
            self.reading.detail.show_placeholder()
        else:
            self.following.know({line.id: line.shown for line in card.contacts})
            self.reading.show_card(card, self.presenter.words, self._workspace.language)
            self.reading.show_history(lines)
        self.card_shown.emit(0 if card is None else card.id)

    def create_body(self) -> None:
        """Show an empty form."""
        if self.editing.may_leave():
            self._show_form(0, OrganisationDraft(kind=_FIRST_KIND), self.tr("New body"))

    def duplicate_body(self) -> None:
        """Show the form of a new body with all of the chosen one but its names."""
        if self._card is not None and self.editing.may_leave():
            draft = replace(self.presenter.draft(), name="", short_name="", remark="")
            self._show_form(0, draft, self.tr("New body"))

    @Slot(str)
    def edit_body(self, field: str = "") -> None:
        """Show the form of the chosen body, or one field of it in its place."""
        card = self._card
        if card is not None and card.deleted_at is None and self.editing.form is None:
            self._show_form(card.id, self.presenter.draft(), card.draft.name, field)

    def delete_bodies(self) -> None:
        """Move the chosen bodies to the bin."""
        self.presenter.remove(self._chosen_ids())

    def print_body(self) -> None:
        """Ask for the papers of the chosen body."""
        if self.presenter.current:
            self._workspace.print_for("organisation", self.presenter.current)

    def retranslate(self) -> None:
        """Set every text."""
        words = self.presenter.words
        self.list.set_title(self.tr("Bodies"))
        self.list.set_new(self.tr("New"))
        self.list.set_search(self.tr("Name, phone or e-mail"))
        self.list.set_empty(
            self.tr("No bodies yet"),
            self.tr("Ministries, institutes, associations and municipalities stand here together."),
            self.tr("New body"),
        )
        sorts = (
            (OTHERS, self.tr("all others")),
            (MUNICIPAL, self.tr("municipalities and districts")),
        )
        shown = ((WITHOUT_PEOPLE, self.tr("without people")), (IN_BIN, self.tr("in the bin")))
        orders = (
            (OrganisationOrder.STATE.value, self.tr("state")),
            (OrganisationOrder.POPULATION.value, self.tr("population")),
        )
        self.list.set_filters(
            [
                Filter("sort", self.tr("Group"), sorts),
                Filter("kind", self.tr("Kind"), words.choices(KIND)),
                Filter("state", self.tr("Federal state"), words.choices(STATE)),
                Filter("shown", self.tr("Show"), shown),
                Filter("order", self.tr("Sorted by"), orders),
            ]
        )
        self.bulk_delete.setText(self.tr("Delete"))
        self.bulk_delete.setAccessibleName(self.tr("Delete"))
        self.reading.retranslate()

    def _edit(self) -> None:
        self.edit_body()

    def _connect(self) -> None:
        self._connect_list()
        self.list.new_wanted.connect(self.create_body)
        self.list.empty_pressed.connect(self.create_body)
        self.bulk_delete.clicked.connect(self.delete_bodies)
        self.editing.saved.connect(self._on_saved)
        reading = self.reading
        reading.edit.clicked.connect(self._on_edit)
        reading.detail.field_wanted.connect(self.edit_body)
        reading.delete.clicked.connect(self.delete_bodies)
        reading.print.clicked.connect(self.print_body)
        reading.restore.clicked.connect(self._on_restore)
        reading.profile.clicked.connect(self._on_profile)
        reading.link_wanted.connect(self.following.follow)
        for box in (reading.ways, reading.people, reading.keys):
            box.add_wanted.connect(self._on_add)
            box.act_wanted.connect(self._on_part)
        self.reading.history.earlier_wanted.connect(self.show_earlier)

    def _show_form(self, organisation_id: int, draft: OrganisationDraft, title: str, field: str = "") -> None:
        presenter = self.presenter
        form = body_form(
            presenter.words, presenter.bodies, self._workspace.clock, self._workspace.language, self
        )
        form.set_title(title)
        parent = presenter.name_of(draft.parent_id) if draft.parent_id else ""
        form.set_values(body_values(draft, parent))
        self.editing.begin(form, organisation_id, first="name", only=field)
        if not field:
            self._keep_draft(drafts, form, self._card.uid if organisation_id and self._card else drafts.NEW)
        self.split.show_detail()

    @Slot(int)
    def _on_saved(self, organisation_id: int) -> None:
        form = self.editing.form
        if form is not None:
            before = self.presenter.draft() if organisation_id else OrganisationDraft()
            self.presenter.save(organisation_id, body_draft(form.values(), before))

    @Slot()
    def _on_edit(self) -> None:
        self.edit_body()

    @Slot()
    def _on_profile(self) -> None:
        self._workspace.open_record("organisation", self.presenter.current)

    @Slot(str)
    def _on_add(self, key: str) -> None:
        if self._card is None:
            return
        if self.sender() is self.reading.ways:
            kind = ContactKind.POSTAL if key == ADDRESS else ContactKind.PHONE
            self.parts.open_way(Owner(Of.BODY, self._card.id), kind)
        elif self.sender() is self.reading.people:
            self.person_wanted.emit(self._card.id)
        else:
            self.parts.open_key(self._card.id)

    @Slot(str, int)
    def _on_part(self, act: str, part_id: int) -> None:
        card = self._card
        if card is None:
            return
        if self.sender() is self.reading.keys:
            if act == "edit":
                self.parts.open_key(card.id, next(key for key in card.keys if key.id == part_id))
            else:
                self.parts.presenter.remove_key(part_id)
            return
        self._act_on_way(card, act, part_id)


_FIRST_KIND = "state_authority"
