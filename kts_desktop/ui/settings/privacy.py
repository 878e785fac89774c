"""Data protection: disposal of filed cases, its log, and how long the history of people is kept."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kts_desktop.ui.kit.detail import TabBar
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.settings.disposal import DisposalPane
from kts_desktop.ui.settings.disposal_log import DisposalLogPane
from kts_desktop.ui.settings.section import Section
from kts_desktop.ui.settings.shortening import ShorteningPane
from kts_desktop.ui.workspace import Workspace


class PrivacySection(Section):
    """Three parts in tabs; each is read when it is shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("privacy", parent, scrolls=False)
        self.tabs = TabBar(self)
        self.tabs.setObjectName("settings.privacy.parts")
        self.due = DisposalPane(workspace, self)
        self.log = DisposalLogPane(workspace, self)
        self._shortening = ShorteningPane(workspace, self)
        self._stack = QStackedWidget(self)
        for pane in (self.due, self.log, self._shortening):
            self.tabs.addTab("")
            self._stack.addWidget(pane)
        head = QVBoxLayout()
        spaced(head, (28, 0, 28, 0))
        head.addWidget(self.tabs)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.body.setSpacing(0)
        self.tabs.currentChanged.connect(self._on_tab)
        self.retranslate()

    def show_now(self) -> None:
        """Read the part shown."""
        pane = self._stack.currentWidget()
        assert isinstance(pane, DisposalPane | DisposalLogPane | ShorteningPane)
        pane.show_now()

    def open_due(self) -> None:
        """Show what is due for disposal."""
        self.tabs.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Data protection"))
        self.tabs.setAccessibleName(self.tr("Parts of data protection"))
        names = (self.tr("Disposal of cases"), self.tr("Log of disposals"), self.tr("History"))
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.show_now()
