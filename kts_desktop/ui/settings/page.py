"""The settings: rare, lasting choices; what concerns a view stays at the view."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.core.settings import Settings
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.settings.about import AboutSection
from kts_desktop.ui.settings.appearance import AppearanceSection
from kts_desktop.ui.settings.care import Care
from kts_desktop.ui.settings.keys import KeysSection
from kts_desktop.ui.settings.office import OfficeSection
from kts_desktop.ui.settings.privacy import PrivacySection
from kts_desktop.ui.settings.profile import ProfileSection
from kts_desktop.ui.settings.reference import ReferenceSection
from kts_desktop.ui.settings.section import Section
from kts_desktop.ui.settings.section_list import SectionDelegate
from kts_desktop.ui.workspace import Workspace

BACKUP = ".ktsbackup"
_KIND = "settings."  # kind of a record, as the shell opens a section: settings.keys


class SettingsPage(Page):
    """Sections on the left, one of them on the right."""

    key: ClassVar[str] = "settings"

    def __init__(self, workspace: Workspace, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._care: Care | None = None
        self._appearance = AppearanceSection(settings, self)
        self._office = OfficeSection(workspace, self)
        self.profile = ProfileSection(workspace, settings, self)
        self.reference = ReferenceSection(workspace, self)
        self._privacy = PrivacySection(workspace, self)
        self._keys = KeysSection(self)
        self._sections: dict[str, tuple[Section, str]] = {
            "appearance": (self._appearance, "monitor"),
            "office": (self._office, "landmark"),
            "profile": (self.profile, "hard-drive"),
            "privacy": (self._privacy, "eye-off"),
            "reference": (self.reference, "map"),
            "keys": (self._keys, "keyboard"),
            "about": (AboutSection(self), "info"),
        }
        self.list = QListWidget(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._appearance.looks_changed.connect(self._on_looks_changed)
        self.list.currentRowChanged.connect(self._on_row)
        self.retranslate()
        self.list.setCurrentRow(0)

    def take_care(self, care: Care) -> None:
        """Take what looks after the office and the looks of the program."""
        self._care = care
        self.profile.take_care(care)
        self.reference.take_care(care)
        self._keys.show_keys(care.keys())
        self._on_row(self.list.currentRow())

    def open_record(self, kind: str, _record_id: int) -> None:
        """Open a section: ``settings.keys``."""
        names = list(self._sections)
        name = kind.removeprefix(_KIND)
        if name == "privacy":
            self._privacy.open_due()
        if name in names:
            self.list.setCurrentRow(names.index(name))
            self.list.setFocus()

    def take_file(self, path: Path) -> None:
        """Ask about a backup, or show what a register file would change."""
        is_backup = path.suffix.lower() == BACKUP
        self.open_record(f"{_KIND}{'profile' if is_backup else 'reference'}", 0)
        if is_backup:
            self.profile.ask_restore(path)
        else:
            self.reference.preview(path)

    def may_leave(self) -> bool:
        """Tell whether the form of the office is unchanged."""
        return not self._office.is_dirty()

    def abilities(self) -> frozenset[str]:
        """Return that everything can be read anew."""
        return frozenset({"refresh"})

    def do_refresh(self) -> None:
        """Read the section shown anew."""
        self._on_row(self.list.currentRow())

    def retranslate(self) -> None:
        """Set every text."""
        titles = (
            self.tr("Appearance and language"),
            self.tr("Office"),
            self.tr("Office file and backups"),
            self.tr("Data protection"),
            self.tr("Reference data"),
            self.tr("Keyboard"),
            self.tr("About and sources"),
        )
        for row, title in enumerate(titles):
            self.list.item(row).setText(title)
        self.list.setAccessibleName(self.tr("Sections of the settings"))
        if self._care is not None:
            self._keys.show_keys(self._care.keys())

    def _lay_out(self) -> None:
        self.list.setObjectName("settings.sections")
        self.list.setItemDelegate(SectionDelegate(self.list))
        self.list.setMouseTracking(True)
        sized(self.list, width=270)
        for section, picture in self._sections.values():
            self.list.addItem(QListWidgetItem(icon(picture), ""))
            self._stack.addWidget(section)
        row = QHBoxLayout(self)
        spaced(row, spacing=0)
        pane = QFrame(self)
        pane.setProperty("role", "listpane")
        column = QVBoxLayout(pane)
        spaced(column, (0, 14, 0, 0))
        column.addWidget(self.list)
        row.addWidget(pane)
        row.addWidget(self._stack, 1)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        section = self._stack.currentWidget()
        if isinstance(section, Section):
            section.show_now()

    @Slot()
    def _on_looks_changed(self) -> None:
        if self._care is not None:
            self._care.dress()
