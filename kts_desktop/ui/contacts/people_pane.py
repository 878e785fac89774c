"""People: the list on the left, one person on the right, the form in its place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.models.vocab import ContactKind, PersonOrder
from kts_desktop.services import drafts
from kts_desktop.services.contact_points import Of, Owner
from kts_desktop.services.person_cards import PersonCard
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.services.persons import PersonDraft
from kts_desktop.ui.contacts.cards import PersonCards
from kts_desktop.ui.contacts.contact_pane import ContactPane
from kts_desktop.ui.contacts.people_presenter import (
    IN_BIN,
    NOT_INFORMED,
    RESTRICTED,
    WITHOUT_PHONE,
    WITHOUT_POST,
    PeoplePresenter,
)
from kts_desktop.ui.contacts.person_erasing import PersonErasing
from kts_desktop.ui.contacts.person_form import PersonForm
from kts_desktop.ui.contacts.person_reading import ADDRESS, PersonReading
from kts_desktop.ui.contacts.words import KIND, STATE
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.choosers import Hit
from kts_desktop.ui.kit.filters import Filter
from kts_desktop.ui.kit.formats import current
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace

_BULK = (("informed", "check"), ("compare", "users"), ("delete", "trash-2"))


class PeoplePane(ContactPane):
    """List, read view and form of people."""

    presenter: PeoplePresenter
    kind = "person"
    _card: PersonCard | None
    compare_wanted = Signal(int, int)
    separate_wanted = Signal(int)

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(workspace, notice, parent)
        self.setObjectName("contacts.people")
        self._cards = PersonCards()
        self.reading = PersonReading(self)
        list_pane = ListPane(CardList("people.list", self._cards), "people", self)
        self._put_together(list_pane, self.reading.detail, "people")
        self.bulk = {key: self.list.bulk.add_action(key, picture) for key, picture in _BULK}
        self.presenter = PeoplePresenter(workspace, self, self)
        self.erasing = PersonErasing(workspace, notice, self)
        self._connect()

    def show_rows(self, ids: Sequence[int], load: Loader[PersonRow]) -> None:
        """Show these people."""
        self._cards.words = self.presenter.words
        self.list.show_ids(ids, load)
        count = len(ids)
        self.list.set_count(
            self.tr("1 person") if count == 1 else self.tr("{0} people").format(current().number(count))
        )

    def show_card(self, card: PersonCard | None, lines: Sequence[HistoryLine]) -> None:
        """Show a person, unless a form is open: it stays until it is saved or discarded."""
        self._card = card
        if self.editing.form is not None:
            return
        if card is None:
            self.reading.detail.show_placeholder()
        else:
            self.following.know({line.id: line.shown for line in card.contacts})
            self.reading.show_card(card, self.presenter.words)
            self.reading.show_history(lines)
        self.card_shown.emit(0 if card is None else card.id)

    def create_person(self) -> None:
        """Show an empty form."""
        if self.editing.may_leave():
            self._show_form(0, PersonDraft(), self.tr("New person"))

    def create_person_at(self, organisation_id: int, body: str) -> None:
        """Show an empty form for a person of a body."""
        if self.editing.may_leave():
            form = self._show_form(0, PersonDraft(), self.tr("New person"))
            form.set_values({"organisation_id": Hit(organisation_id, body)})

    def duplicate_person(self) -> None:
        """Show the form of a new person with body, unit and language of the chosen one: a colleague."""
        card = self._card
        if card is None or not self.editing.may_leave():
            return
        form = self._show_form(0, PersonDraft(language=card.draft.language), self.tr("New person"))
        post = card.present
        if post is not None:
            form.set_values({"organisation_id": Hit(post.organisation_id, post.body), "unit": post.unit})

    @Slot(str)
    def edit_person(self, field: str = "") -> None:
        """Show the form of the chosen person, or one field of it in its place."""
        card = self._card
        if card is not None and card.deleted_at is None and self.editing.form is None:
            self._show_form(card.id, self.presenter.draft(), card.draft.full, field)

    def delete_people(self) -> None:
        """Move the chosen people to the bin."""
        self.presenter.remove(self._chosen_ids())

    def retranslate(self) -> None:
        """Set every text."""
        words = self.presenter.words
        self.list.set_title(self.tr("People"))
        self.list.set_new(self.tr("New"))
        self.list.set_search(self.tr("Name, body, phone or e-mail"))
        self.list.set_empty(
            self.tr("No people yet"),
            self.tr("People you add here can be found by name, body, number and e-mail."),
            self.tr("New person"),
        )
        missing = (
            (WITHOUT_PHONE, self.tr("without phone")),
            (NOT_INFORMED, self.tr("not informed yet")),
            (WITHOUT_POST, self.tr("without body")),
        )
        shown = ((RESTRICTED, self.tr("restricted")), (IN_BIN, self.tr("in the bin")))
        orders = (
            (PersonOrder.BODY.value, self.tr("body")),
            (PersonOrder.CHANGED.value, self.tr("last change")),
        )
        self.list.set_filters(
            [
                Filter("kind", self.tr("Kind of body"), words.choices(KIND)),
                Filter("state", self.tr("Federal state"), words.choices(STATE)),
                Filter("missing", self.tr("Missing"), missing),
                Filter("shown", self.tr("Show"), shown),
                Filter("order", self.tr("Sorted by"), orders),
            ]
        )
        names = {
            "informed": self.tr("Informed today"),
            "compare": self.tr("Compare"),
            "delete": self.tr("Delete"),
        }
        for key, button in self.bulk.items():
            button.setText(names[key])
            button.setAccessibleName(names[key])
        self.reading.retranslate()

    def _edit(self) -> None:
        self.edit_person()

    def _connect(self) -> None:
        self._connect_list()
        self.list.new_wanted.connect(self.create_person)
        self.list.empty_pressed.connect(self.create_person)
        self.list.selection_changed.connect(self._on_selection)
        self.editing.saved.connect(self._on_saved)
        reading = self.reading
        reading.edit.clicked.connect(self._on_edit)
        reading.detail.field_wanted.connect(self.edit_person)
        reading.change_post.clicked.connect(self._on_change_post)
        reading.delete.clicked.connect(self.delete_people)
        reading.restore.clicked.connect(self._on_restore)
        reading.link_wanted.connect(self.following.follow)
        for action in reading.acts.values():
            action.triggered.connect(self._on_act)
        for button in self.bulk.values():
            button.clicked.connect(self._on_act)
        for box in (reading.ways, reading.posts, reading.consents, reading.merged):
            box.add_wanted.connect(self._on_add)
            box.act_wanted.connect(self._on_part)
        self.reading.history.earlier_wanted.connect(self.show_earlier)

    def _show_form(self, person_id: int, draft: PersonDraft, title: str, field: str = "") -> PersonForm:
        form = PersonForm(self.presenter.words, self.presenter.bodies, self._workspace.clock, person_id, self)
        form.set_title(title)
        form.show_draft(draft)
        form.suspects_due.connect(self._on_suspects_due)
        form.other_wanted.connect(self._on_other_wanted)
        self.editing.begin(form, person_id, first="given_name", only=field)
        if not field:
            self._keep_draft(drafts, form, self._card.uid if person_id and self._card else drafts.NEW)
        self.split.show_detail()
        return form

    @Slot(int)
    def _on_selection(self, count: int) -> None:
        self.bulk["compare"].setEnabled(count == 2)  # noqa: PLR2004 - side by side stand two

    @Slot(int)
    def _on_saved(self, _person_id: int) -> None:
        form = self.editing.form
        if isinstance(form, PersonForm):
            self.presenter.save(form.entry())

    @Slot()
    def _on_edit(self) -> None:
        self.edit_person()

    @Slot()
    def _on_change_post(self) -> None:
        if self._card is not None:
            self.parts.open_change(self._card)

    @Slot()
    def _on_suspects_due(self) -> None:
        form = self.editing.form
        if isinstance(form, PersonForm) and self._workspace.is_open:  # asked a moment after typing
            mails, numbers = form.reach()
            form.show_suspects(self.presenter.suspects(form.person(), mails, numbers, form.person_id))

    @Slot(int)
    def _on_other_wanted(self, person_id: int) -> None:
        self.show_saved(person_id)

    @Slot()
    def _on_act(self) -> None:
        key = self.sender().objectName().rpartition(".")[2]
        current, chosen = self.presenter.current, self.list.selection.selected_ids()
        if key == "restrict":
            self.presenter.restrict(current)
        elif key == "lift":
            self.presenter.lift_restriction(current)
        elif key == "erase":
            self.erasing.ask(current)
        elif key == "delete":
            self.presenter.remove(chosen)
        elif key == "informed":
            self.presenter.set_informed(chosen or [current])
        elif key == "compare" and len(chosen) == 2:  # noqa: PLR2004 - side by side stand two
            self.compare_wanted.emit(*chosen)
        else:
            self._notice.show_text(self.tr("Choose the second person too, holding Ctrl, then Compare."))

    @Slot(str)
    def _on_add(self, key: str) -> None:
        card = self._card
        if card is None:
            return
        if self.sender() is self.reading.ways:
            main = card.present
            kind = ContactKind.POSTAL if key == ADDRESS else ContactKind.PHONE
            self.parts.open_way(Owner(Of.POST, main.id) if main else Owner(Of.PERSON, card.id), kind)
        elif self.sender() is self.reading.posts:
            self.parts.open_post(card.id)
        else:
            self.parts.open_consent(card.id)

    @Slot(str, int)
    def _on_part(self, act: str, part_id: int) -> None:
        card, box, presenter = self._card, self.sender(), self.parts.presenter
        if card is None:
            return
        if act == "separate":
            self.separate_wanted.emit(part_id)
        elif act == "withdraw":
            presenter.withdraw(part_id)
        elif box is self.reading.ways:
            self._act_on_way(card, act, part_id)
        elif box is self.reading.posts and act == "edit":
            self.parts.open_post(card.id, next(post for post in card.posts if post.id == part_id))
        elif box is self.reading.posts:
            presenter.remove_post(part_id)
        elif act == "edit":
            self.parts.open_consent(card.id, part_id)
        else:
            presenter.remove_consent(part_id)
