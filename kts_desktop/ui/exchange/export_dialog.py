"""Dialogs of a package to give away: for whom and where, and that it is written and verified."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from kts_desktop.exchange.sync.views import Colleague, Exported
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.choosers import MultiChoice
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.fields import CheckField
from kts_desktop.ui.kit.folder_field import FolderField
from kts_desktop.ui.kit.measure import sized

_WIDTH = 540


class ExportDialog(Dialog):
    """Offers the confirmed laptops; without a choice beforehand all are ticked."""

    wanted = Signal(object, Path, bool)  # tuple[Colleague, ...], folder, everything

    def __init__(
        self,
        colleagues: Sequence[Colleague],
        ticked: Collection[bytes],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Write a package"), parent)
        self.setObjectName("exchange.export_dialog")
        sized(self, min_width=_WIDTH)
        self._colleagues = tuple(colleagues)
        self.add_sentence(
            self.tr(
                "A package holds everything its readers have not confirmed yet; only they can open it. "
                "A lost one costs nothing: the next one holds it again."
            )
        )
        self.to = MultiChoice(
            [(str(place), _told(one)) for place, one in enumerate(self._colleagues)],
            lines=min(6, max(3, len(self._colleagues))),
        )
        self.folder = FolderField(folder)
        self.whole = CheckField()
        for name, field in (
            (self.tr("For"), self.to),
            (self.tr("Folder or stick"), self.folder),
            (self.tr("Everything, for a new laptop"), self.whole),
        ):
            field.set_name(name)
            if field is not self.whole:
                label = QLabel(name, self)
                label.setProperty("role", "label")
                label.setBuddy(field.editors()[0])
                self.body.addWidget(label)
            self.body.addWidget(field)
        chosen = [n for n, one in enumerate(self._colleagues) if not ticked or one.fingerprint in ticked]
        self.to.set_value([str(n) for n in chosen])
        self.to.line.setVisible(len(self._colleagues) > 6)  # noqa: PLR2004 - as many as the list shows at once
        self.add_close(self.tr("Cancel"))
        self.go = self.add_verb(self.tr("Write package"), primary=True)
        self.go.setObjectName("exchange.export_go")
        self.to.changed.connect(self._on_changed)
        self.go.clicked.connect(self._on_go)
        self._on_changed()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_changed(self) -> None:
        self.go.setEnabled(bool(self.to.value()))

    @Slot()
    def _on_go(self) -> None:
        to = tuple(self._colleagues[int(place)] for place in self.to.value())
        self.wanted.emit(to, self.folder.value(), bool(self.whole.value()))
        self.accept()


class ExportedDialog(Dialog):
    """Says that the file is complete, for whom it is, and that the stick may go."""

    def __init__(self, exported: Exported, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The package is written and checked"), parent)
        self.setObjectName("exchange.exported")
        sized(self, min_width=_WIDTH)
        self._path = exported.path
        write = formats.current()
        self.add_sentence(
            self.tr("{records} records, {fields} values, {size}; for {names}.").format(
                records=write.number(exported.records),
                fields=write.number(exported.fields),
                size=write.size(exported.size),
                names=", ".join(exported.recipients),
            )
        )
        name = self.add_sentence(str(exported.path))
        name.setProperty("role", "strong")
        name.setAccessibleName(self.tr("File: {0}").format(exported.path))
        self.add_sentence(
            self.tr("It was read back and is whole: you may remove the stick or send the file.")
        )
        self.copy = self.add_verb(self.tr("Copy the name"))
        self.open_folder = self.add_verb(self.tr("Open folder"))
        close = self.add_verb(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        self.copy.clicked.connect(self._on_copy)
        self.open_folder.clicked.connect(self._on_open)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._path.name)

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def _told(one: Colleague) -> str:
    return " · ".join(part for part in (one.person, one.label) if part)
