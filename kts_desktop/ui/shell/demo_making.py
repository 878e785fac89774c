"""What stands in the window while the demo office is being made."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from kts_desktop.ui.kit import formats
from kts_desktop.ui.shell.panel import Panel


class DemoMakingPanel(Panel):
    """Says what is being made and how far it is; the steps differ in length, so they are counted too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("demo_making", parent)
        self._done = self._total = 0
        self._bar = QProgressBar(self)
        self._bar.setObjectName("demo_making.bar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._step = QLabel(self)
        self._step.setObjectName("demo_making.step")
        self._step.setProperty("role", "caption")
        self.body.addWidget(self._bar)
        self.body.addWidget(self._step)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.heading.setText(self.tr("The demo office is being made"))
        self.sentence.setText(
            self.tr(
                "Real municipalities, invented people, cases, visits and events. This takes some seconds, "
                "once: the next time the demo office opens at once."
            )
        )
        self._bar.setAccessibleName(self.tr("Progress"))
        self._name_step()

    @Slot(int, int, str)
    def show_progress(self, done: int, total: int, _words: str) -> None:
        """Show how many steps are done."""
        self._done, self._total = done, total
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._name_step()

    def _name_step(self) -> None:
        number = formats.current().number
        step = min(self._done + 1, self._total)  # the step at work, not the last one done
        text = self.tr("Step {0} of {1}").format(number(step), number(self._total))
        self._step.setText(text if self._total else "")
