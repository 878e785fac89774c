"""Buttons that narrow the projects to one or several cohorts."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from kts_desktop.ui.kit.measure import sized, spaced

COHORTS = ("2019", "2020", "2021")


class CohortChips(QWidget):
    """One button a cohort; none pressed means all."""

    changed = Signal(object)  # tuple[str, ...]: the cohorts chosen

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        row = QHBoxLayout(self)
        spaced(row, (18, 0, 14, 0), 6)
        self._buttons: dict[str, QToolButton] = {}
        for code in COHORTS:
            button = QToolButton(self)
            button.setObjectName(f"{name}.{code}")
            button.setCheckable(True)
            button.setText(code)
            sized(button, icon=14)
            button.toggled.connect(self._on_toggled)
            row.addWidget(button)
            self._buttons[code] = button
        row.addStretch()
        self.retranslate()

    def chosen(self) -> tuple[str, ...]:
        """Return the cohorts pressed."""
        return tuple(code for code, button in self._buttons.items() if button.isChecked())

    def set_chosen(self, cohorts: tuple[str, ...]) -> None:
        """Press these without telling anybody."""
        for code, button in self._buttons.items():
            was_blocked = button.blockSignals(True)
            button.setChecked(code in cohorts)
            button.blockSignals(was_blocked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the names for screen readers, and the tick that says without colour what is pressed."""
        for code, button in self._buttons.items():
            button.setText(f"✓ {code}" if button.isChecked() else code)
            button.setAccessibleName(self.tr("Cohort {0}").format(code))
            button.setToolTip(self.tr("Show only the projects of cohort {0}").format(code))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _on_toggled(self) -> None:
        self.retranslate()
        self.changed.emit(self.chosen())
