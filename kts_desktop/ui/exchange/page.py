"""The page of the exchange: laptops, packages, conflicts, and the switch above them."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kts_desktop.core.changes import Changes
from kts_desktop.core.settings import EXCHANGE_FOLDER, Settings
from kts_desktop.exchange.sync.desk import Desks
from kts_desktop.ui.exchange.colleagues_pane import ColleaguesPane
from kts_desktop.ui.exchange.conflicts_pane import ConflictsPane
from kts_desktop.ui.exchange.desk import DeskOf
from kts_desktop.ui.exchange.packages_pane import PackagesPane
from kts_desktop.ui.kit.detail import TabBar
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.workspace import Workspace

PARTS = ("packages", "laptops", "conflicts")
CARD = ".ktskarte"


class ExchangePage(Page):
    """Knows which part is shown; each part reads its own list."""

    key: ClassVar[str] = "exchange"

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        desk_of: DeskOf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        desk_of = desk_of or Desks()
        self._settings = settings
        self._notice = Notice(self)
        self.switch = TabBar(self)
        self.switch.setObjectName("exchange.switch")
        self.packages = PackagesPane(workspace, desk_of, self._notice, self)
        self.laptops = ColleaguesPane(workspace, desk_of, self)
        self.conflicts = ConflictsPane(workspace, desk_of, self._notice, self)
        self._counts = dict.fromkeys(PARTS, 0)
        self._is_due = self._is_behind = False
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        folder = settings.get(EXCHANGE_FOLDER)
        if folder:
            self.packages.watch(Path(folder))
            self.laptops.set_folder(Path(folder))
        self.retranslate()
        self.do_refresh()

    def abilities(self) -> frozenset[str]:
        """Return what can be done with the part shown."""
        return frozenset({"refresh", "create"} if self._part() != "conflicts" else {"refresh"})

    def do_create(self) -> None:
        """Write a package, or open one."""
        if self._part() == "laptops":
            self.laptops.export()
        else:
            self.packages.open_package()

    def do_refresh(self) -> None:
        """Read every part anew; the laptops first, as without the own keys nothing else can be read."""
        self._is_due = True
        self.laptops.presenter.refresh()

    def take_file(self, path: Path) -> None:
        """Look into a package let go over the window, or read a key card."""
        if path.suffix.lower() == CARD:
            self._show("laptops")
            self.laptops.presenter.take_card(path)
        else:
            self._show("packages")
            self.packages.presenter.open(path)

    def open_record(self, kind: str, _record_id: int) -> None:
        """Show one of the parts."""
        self._show(kind.removeprefix("exchange."))

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while another page was shown; a save elsewhere does not wait for it."""
        super().showEvent(event)
        if self._is_behind:
            self._catch_up()

    def retranslate(self) -> None:
        """Set every text."""
        self.switch.setAccessibleName(self.tr("View"))
        self._name_parts()
        for pane in (self.packages, self.laptops, self.conflicts):
            pane.retranslate()

    def _name_parts(self) -> None:
        names = {
            "packages": self.tr("Packages"),
            "laptops": self.tr("Laptops"),
            "conflicts": self.tr("Conflicts"),
        }
        for place, part in enumerate(PARTS):
            count = self._counts[part]
            self.switch.setTabText(place, f"{names[part]} ({count})" if count else names[part])

    def _part(self) -> str:
        return PARTS[self.switch.currentIndex()]

    def _show(self, part: str) -> None:
        if part in PARTS:
            self.switch.setCurrentIndex(PARTS.index(part))

    def _lay_out(self) -> None:
        for part, pane in zip(PARTS, (self.packages, self.laptops, self.conflicts), strict=True):
            self.switch.addTab(part)
            self._stack.addWidget(pane)
        head = QHBoxLayout()
        spaced(head, (18, 6, 18, 0), 0)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        spaced(column, (0, 0, 0, 0), 0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._on_part)
        self.laptops.presenter.known.connect(self._on_known)
        self.packages.presenter.counted.connect(self._on_packages)
        self.conflicts.presenter.counted.connect(self._on_conflicts)
        self.packages.folder_chosen.connect(self._on_folder)
        self.laptops.folder_chosen.connect(self.packages.presenter.refresh)
        self._notice.undo_wanted.connect(self.workspace.undo)
        self.workspace.changed.connect(self._on_changed)

    @Slot()
    def _on_known(self) -> None:
        if self._is_due:
            self._is_due = False
            self.packages.presenter.refresh()
            self.conflicts.presenter.refresh()

    @Slot(int)
    def _on_part(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.abilities_changed.emit()

    @Slot(int)
    def _on_packages(self, count: int) -> None:
        self._counts["packages"] = count
        self._name_parts()

    @Slot(int)
    def _on_conflicts(self, count: int) -> None:
        self._counts["conflicts"] = count
        self._name_parts()

    @Slot(str)
    def _on_folder(self, folder: str) -> None:
        self._settings.put(EXCHANGE_FOLDER, folder)
        self._settings.save()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes and self.isVisible():
            self._catch_up()
        elif changes:
            self._is_behind = True

    def _catch_up(self) -> None:
        self._is_behind = False
        self.conflicts.presenter.refresh()
        self.laptops.presenter.refresh()
