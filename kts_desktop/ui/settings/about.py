"""Version, sources of the data, licences."""

import re

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget

from kts_desktop import __version__
from kts_desktop.core.paths import resource
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.settings.section import Section

_RULE = re.compile(r"^---\s*$", re.MULTILINE)  # parts the German from the English half


class AboutSection(Section):
    """Who made it, and what it is made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("about", parent, scrolls=False)
        self._version = QLabel(self)
        self._version.setWordWrap(True)
        self._sources = QTextBrowser(self)
        self._sources.setObjectName("settings.about.sources")
        self._sources.setOpenLinks(False)
        self._sources.anchorClicked.connect(self._on_link)
        spaced(self.body, (28, 0, 28, 24), 14)
        self.body.addWidget(self._version)
        self.body.addWidget(self._sources, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("About KTS Desktop and its sources"))
        self._version.setText(
            self.tr(
                "Version {version}. Free software under the EUPL 1.2. The program never connects to the "
                "network; your data stays in the encrypted file on this computer."
            ).format(version=__version__)
        )
        self._sources.setAccessibleName(self.tr("Sources and licences"))
        self._sources.setMarkdown(self._text())

    def _text(self) -> str:
        whole = resource("reference/ATTRIBUTION.md").read_text(encoding="utf-8")
        parts = _RULE.split(whole)
        half = 0 if formats.current().language == "de" else -1
        return parts[half]

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        QDesktopServices.openUrl(link)
