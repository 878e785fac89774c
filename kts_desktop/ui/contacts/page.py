"""The page of contacts: people and the bodies they belong to."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kts_desktop.core.settings import Settings
from kts_desktop.ui.contacts.bodies_pane import BodiesPane
from kts_desktop.ui.contacts.duplicates_dialog import DuplicatesDialog
from kts_desktop.ui.contacts.people_pane import PeoplePane
from kts_desktop.ui.kit.detail import TabBar
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.workspace import Workspace

PEOPLE, BODIES = "people", "bodies"
MODES = (PEOPLE, BODIES)
_ALWAYS = frozenset(("create", "find", "filter", "refresh"))
_WITH_PERSON = frozenset(("edit", "delete", "duplicate"))
_WITH_BODY = _WITH_PERSON | {"print"}


class ContactsPage(Page):
    """A switch above two views: people, bodies."""

    key: ClassVar[str] = "contacts"

    def __init__(self, workspace: Workspace, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._settings = settings
        self._notice = Notice(self)
        self._started: set[str] = set()
        self.switch = TabBar(self)
        self.duplicates = QPushButton(self)
        self.people = PeoplePane(workspace, self._notice, self)
        self.bodies = BodiesPane(workspace, self._notice, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def abilities(self) -> frozenset[str]:
        """Return what can be done with what is shown."""
        if self.mode() == PEOPLE:
            return _ALWAYS | (_WITH_PERSON if self.people.presenter.current else frozenset())
        return _ALWAYS | (_WITH_BODY if self.bodies.presenter.current else frozenset())

    def mode(self) -> str:
        """Return which of the two views is shown."""
        return MODES[max(0, self.switch.currentIndex())]

    def do_create(self) -> None:
        """Begin a new person or body."""
        if self.mode() == PEOPLE:
            self.people.create_person()
        else:
            self.bodies.create_body()

    def do_edit(self) -> None:
        """Open the form of the shown record."""
        if self.mode() == PEOPLE:
            self.people.edit_person()
        else:
            self.bodies.edit_body()

    def do_duplicate(self) -> None:
        """Begin a new person or body like the shown one."""
        if self.mode() == PEOPLE:
            self.people.duplicate_person()
        else:
            self.bodies.duplicate_body()

    def do_earlier(self) -> None:
        """Show what the shown record was in a backup."""
        (self.people if self.mode() == PEOPLE else self.bodies).show_earlier()

    def do_delete(self) -> None:
        """Move the chosen records to the bin."""
        if self.mode() == PEOPLE:
            self.people.delete_people()
        else:
            self.bodies.delete_bodies()

    def do_find(self) -> None:
        """Go to the search field."""
        self._list().focus_search()

    def do_filter(self) -> None:
        """Open the filter."""
        self._list().open_filter()

    def do_print(self) -> None:
        """Ask for the papers of the shown body."""
        self.bodies.print_body()

    def do_refresh(self) -> None:
        """Read everything shown anew."""
        self._start(self.mode())

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a person or a body."""
        if kind == "organisation":
            self._show_mode(BODIES)
            if self.bodies.editing.may_leave():
                self.bodies.select(record_id)
        else:
            self._show_mode(PEOPLE)
            if self.people.editing.may_leave():
                self.people.select(record_id)

    def may_leave(self) -> bool:
        """Tell whether no form holds anything that was not saved."""
        return not (self.people.editing.is_dirty() or self.bodies.editing.is_dirty())

    def retranslate(self) -> None:
        """Set every text, and read labels and lists in the language in force."""
        for number, name in enumerate((self.tr("People"), self.tr("Bodies"))):
            self.switch.setTabText(number, name)
        self.switch.setAccessibleName(self.tr("View"))
        self.duplicates.setText(self.tr("Find duplicates"))
        self.duplicates.setAccessibleName(self.tr("Find duplicates"))
        for mode in self._started or {PEOPLE}:
            self._start(mode)

    def _pane_of(self, kind: str) -> ListPane:
        self._show_mode(BODIES if kind == "organisation" else PEOPLE)
        return self._list()

    def _lay_out(self) -> None:
        self.switch.setObjectName("contacts.switch")
        self.duplicates.setObjectName("contacts.find_duplicates")
        self.duplicates.setProperty("flat", True)
        self.duplicates.setIcon(icon("users"))
        sized(self.duplicates, icon=16)
        for mode, view in zip(MODES, (self.people, self.bodies), strict=True):
            self.switch.addTab(mode)
            self._stack.addWidget(view)
        beside = QHBoxLayout(self.switch)  # at the end of the line of tabs
        spaced(beside, (0, 0, 0, 4), 0)
        beside.addStretch()
        beside.addWidget(self.duplicates)
        head = QHBoxLayout()
        spaced(head, (18, 6, 18, 0), 0)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        spaced(column, (0, 0, 0, 0), 0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._on_mode)
        self.duplicates.clicked.connect(self._on_find_duplicates)
        self.people.card_shown.connect(self._on_person_shown)
        self.people.compare_wanted.connect(self._on_compare)
        self.people.separate_wanted.connect(self._on_separate)
        self.bodies.card_shown.connect(self._on_body_shown)
        self.bodies.person_wanted.connect(self._on_person_wanted)
        self._notice.undo_wanted.connect(self._on_undo)

    def _list(self) -> ListPane:
        return self.people.list if self.mode() == PEOPLE else self.bodies.list

    def _start(self, mode: str) -> None:
        self._started.add(mode)
        if mode == PEOPLE:
            self.people.start()
        else:
            self.bodies.start()

    def _show_mode(self, mode: str) -> None:
        self.switch.setCurrentIndex(MODES.index(mode))

    def _dialog(self) -> DuplicatesDialog:
        dialog = DuplicatesDialog(self.workspace, self)
        dialog.undoable.connect(self._notice.show_undo)
        dialog.open()
        return dialog

    @Slot(int)
    def _on_mode(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        if MODES[index] not in self._started:
            self._start(MODES[index])
        self.duplicates.setVisible(MODES[index] == PEOPLE)
        self.abilities_changed.emit()

    @Slot(int)
    def _on_person_shown(self, person_id: int) -> None:
        self.abilities_changed.emit()
        if person_id:
            self.record_shown.emit("person", person_id)

    @Slot(int)
    def _on_body_shown(self, organisation_id: int) -> None:
        self.abilities_changed.emit()
        if organisation_id:
            self.record_shown.emit("organisation", organisation_id)

    @Slot()
    def _on_find_duplicates(self) -> None:
        self._dialog().presenter.look()

    @Slot(int, int)
    def _on_compare(self, one_id: int, other_id: int) -> None:
        self._dialog().presenter.compare(one_id, other_id)

    @Slot(int)
    def _on_separate(self, person_id: int) -> None:
        self.people.presenter.separate(person_id)

    @Slot(int)
    def _on_person_wanted(self, organisation_id: int) -> None:
        self._show_mode(PEOPLE)
        self.people.create_person_at(organisation_id, self.bodies.presenter.name_of(organisation_id))

    @Slot()
    def _on_undo(self) -> None:
        self.workspace.undo()
