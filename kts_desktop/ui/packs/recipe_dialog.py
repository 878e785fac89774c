"""Asks for the name under which a choice of parts is kept."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.fields import TextField


class RecipeDialog(Dialog):
    """Stays open until the recipe is saved, so that a name refused can be mended."""

    named = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save as recipe"), parent)
        self.setObjectName("packs.recipe_dialog")
        self.add_sentence(
            self.tr("The parts, their order and the options are kept under this name and can be used again.")
        )
        label = QLabel(self.tr("Name"), self)
        label.setProperty("role", "label")
        self.name = TextField(self, limit=120)
        self.name.set_value(name)
        self.name.set_name(self.tr("Name of the recipe"))
        label.setBuddy(self.name.line)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        for part in (label, self.name, self.problem):
            self.body.addWidget(part)
        self.add_close(self.tr("Cancel"))
        self.keep = self.add_verb(self.tr("Save recipe"), primary=True)
        self.keep.clicked.connect(self._on_keep)
        self.name.line.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why the name was refused; what was typed stays."""
        self.problem.setText(sentence)
        self.problem.show()
        self.name.set_wrong(sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.problem, sentence)

    @Slot()
    def _on_keep(self) -> None:
        self.named.emit(self.name.value())
