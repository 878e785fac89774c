"""The page of municipalities and projects: projects, places and the map of the projects."""

from typing import ClassVar, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.settings import Settings
from kts_desktop.ui.kit.detail import TabBar
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.projects.dialogs import FormDialog, case_form
from kts_desktop.ui.projects.map_pane import MapPane
from kts_desktop.ui.projects.places_pane import PlacesPane
from kts_desktop.ui.projects.presenter import CaseOpener
from kts_desktop.ui.projects.projects_pane import ProjectsPane
from kts_desktop.ui.workspace import Workspace

MODES = ("projects", "places", "map")
_ALWAYS = frozenset(("create", "find", "filter", "refresh"))
_WITH_RECORD = frozenset(("edit", "delete", "print"))
_WITH_BODY = _WITH_RECORD | {"duplicate"}


class ProjectsPage(Page):
    """A switch above three views; the chosen project is the same in list and map."""

    key: ClassVar[str] = "projects"

    def __init__(self, workspace: Workspace, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._settings = settings
        self._notice = Notice(self)
        self._opener = CaseOpener(workspace, self)
        self._dialog: FormDialog | None = None
        self._case_of = (0, 0)
        self._started: set[str] = set()
        self.switch = TabBar(self)
        self.projects = ProjectsPane(workspace, self._notice, self)
        self.places = PlacesPane(workspace, self._notice, self)
        self.map = MapPane(self.projects.cards, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def abilities(self) -> frozenset[str]:
        """Return what can be done with what is shown."""
        if self._mode() == "places":
            return _ALWAYS | (_WITH_BODY if self.places.presenter.current > 0 else frozenset())
        found = _ALWAYS | (_WITH_RECORD if self.projects.presenter.current else frozenset())
        return found - {"filter"} if self._mode() == "map" else found

    def do_create(self) -> None:
        """Begin a new project or body."""
        if self._mode() == "places":
            self.places.create_body()
        else:
            self._show_mode("projects")
            self.projects.create_project()

    def do_edit(self) -> None:
        """Open the form of the shown record."""
        if self._mode() == "places":
            self.places.edit_body()
        else:
            self._show_mode("projects")
            self.projects.edit_project()

    def do_duplicate(self) -> None:
        """Begin a new body like the shown one; a model project has no second."""
        self.places.duplicate_body()

    def do_earlier(self) -> None:
        """Show what the shown record was in a backup."""
        (self.places if self._mode() == "places" else self.projects).show_earlier()

    def do_delete(self) -> None:
        """Move the chosen records to the bin."""
        if self._mode() == "places":
            self.places.delete_bodies()
        else:
            self.projects.delete_projects()

    def do_find(self) -> None:
        """Go to the search field."""
        if self._mode() == "map":
            self._show_mode("projects")
        self._list().focus_search()

    def do_filter(self) -> None:
        """Open the filter."""
        self._list().open_filter()

    def do_print(self) -> None:
        """Make the paper of the shown record."""
        if self._mode() == "places":
            self.places.print_place()
        else:
            self.projects.print_project()

    def do_refresh(self) -> None:
        """Read everything shown anew."""
        self._start(self._mode())

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a project, a body or a measure."""
        if kind == "organisation":
            self._show_mode("places")
            self.places.select(record_id)
            self.places.split.show_detail()
            return
        self._show_mode("projects")
        if kind == "measure":
            self.projects.open_measure(record_id)
        else:
            self.projects.select(record_id)
        self.projects.split.show_detail()

    def may_leave(self) -> bool:
        """Tell whether no form holds anything that was not saved."""
        return not (self.projects.editing.is_dirty() or self.places.editing.is_dirty())

    def retranslate(self) -> None:
        """Set every text, and read labels and lists in the language in force."""
        names = (self.tr("Model projects"), self.tr("Municipalities"), self.tr("Map"))
        for number, name in enumerate(names):
            self.switch.setTabText(number, name)
        self.switch.setAccessibleName(self.tr("View"))
        for mode in self._started or {"projects"}:
            self._start(mode)

    def _lay_out(self) -> None:
        self.switch.setObjectName("projects.switch")
        for mode, view in zip(MODES, (self.projects, self.places, self.map), strict=True):
            self.switch.addTab(mode)
            self._stack.addWidget(view)
        head = QHBoxLayout()
        spaced(head, (18, 6, 18, 0), 0)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        spaced(column, (0, 0, 0, 0), 0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._on_mode)
        self.projects.rows_shown.connect(self.map.show_rows)
        self.projects.project_shown.connect(self._on_project_shown)
        self.projects.cohorts.changed.connect(self.map.cohorts.set_chosen)
        self.map.cohorts.changed.connect(self._on_map_cohorts)
        self.map.chosen.connect(self.projects.select)
        self.map.opened.connect(self._on_map_opened)
        self.places.place_shown.connect(self._on_place_shown)
        self.places.measure_wanted.connect(self._on_measure)
        self.projects.case_wanted.connect(self._on_case_wanted)
        self.places.case_wanted.connect(self._on_case_wanted)
        self._notice.undo_wanted.connect(self._on_undo)

    def _mode(self) -> str:
        return MODES[self.switch.currentIndex()]

    def _list(self) -> ListPane:
        return self.places.list if self._mode() == "places" else self.projects.list

    def _show_mode(self, mode: str) -> None:
        self.switch.setCurrentIndex(MODES.index(mode))
        if mode not in self._started:
            self._start(mode)

    def _start(self, mode: str) -> None:
        """Read what a view shows; the map shows what the list of projects holds."""
        self._started.add(mode)
        if mode == "places":
            self.places.start()
        else:
            self.projects.start()

    @Slot(int)
    def _on_mode(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if MODES[place] not in self._started:
            self._start(MODES[place])
        self.abilities_changed.emit()

    @Slot(int)
    def _on_project_shown(self, project_id: int) -> None:
        self.map.select(project_id)
        self.abilities_changed.emit()
        if project_id and self._mode() != "places":
            self.record_shown.emit("project", project_id)

    @Slot(int)
    def _on_place_shown(self, token: int) -> None:
        self.abilities_changed.emit()
        if token > 0 and self._mode() == "places":
            self.record_shown.emit("organisation", token)

    @Slot(object)
    def _on_map_cohorts(self, cohorts: tuple[str, ...]) -> None:
        self.projects.cohorts.set_chosen(cohorts)
        self.projects.presenter.narrow_cohorts(cohorts)

    @Slot(int)
    def _on_map_opened(self, project_id: int) -> None:
        self.open_record("project", project_id)

    @Slot(int)
    def _on_measure(self, measure_id: int) -> None:
        self.open_record("measure", measure_id)

    @Slot(int, int)
    def _on_case_wanted(self, token: int, project_id: int) -> None:
        self._case_of = (token, project_id)
        words = self.projects.presenter.words
        form = case_form(words, self._opener.advisers(), self.workspace.clock, self)
        today = local_date(self.workspace.clock())
        form.set_values({"received_on": today, "advice_form": "individual", "lead_id": self._opener.me()})
        self._dialog = FormDialog(self.tr("New case"), form, "case", 0, self)
        self._dialog.saved.connect(self._on_case_saved)
        self._dialog.finished.connect(self._on_dialog_closed)
        self._dialog.open()

    @Slot(str, int)
    def _on_case_saved(self, _key: str, _id: int) -> None:
        if self._dialog is not None:
            ticket = self._opener.open_case(self._dialog.form.values(), *self._case_of)
            ticket.succeeded.connect(self._on_case_opened)
            ticket.failed.connect(self._on_case_refused)

    @Slot(object)
    def _on_case_opened(self, _case_id: object) -> None:
        if self._dialog is not None:
            self._dialog.accept()

    @Slot(object)
    def _on_case_refused(self, error: object) -> None:
        if not isinstance(error, UserFacingError):
            raise cast("Exception", error)
        if self._dialog is not None:
            self._dialog.form.show_error(error)

    @Slot()
    def _on_dialog_closed(self) -> None:
        self._dialog = None

    @Slot()
    def _on_undo(self) -> None:
        self.workspace.undo()
