"""The form in which minutes are written."""

from PySide6.QtWidgets import QWidget

from kts_desktop.ui.kit.fields import LongTextField
from kts_desktop.ui.kit.form import Form


class MinutesForm(Form):
    """One long text."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("events.minutes_form", parent)
        self.add("text", LongTextField(lines=16), wide=True)
        self.set_title(self.tr("Minutes"))
        self.set_labels(
            {"text": self.tr("Text of the minutes")},
            {"text": self.tr("Participants come from the registrations; write tasks below the minutes.")},
        )
        self.set_values({"text": text})

    def text(self) -> str:
        """Return what was written."""
        return str(self.values()["text"])
