"""Put an unassigned call on a case."""

from PySide6.QtWidgets import QWidget

from kts_desktop.models.vocab import CaseId
from kts_desktop.ui.kit.fields import ChoiceField
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.value_words import Choices


class AssignForm(Form):
    """Chooses one of the open cases; typing narrows them."""

    def __init__(self, cases: Choices, parent: QWidget) -> None:
        super().__init__("today.assign", parent, columns=1)
        self.add("case_id", ChoiceField(cases, nothing=""), required=True)
        self.retranslate_fields()

    def entered(self) -> CaseId:
        """Return the case chosen."""
        return CaseId(int(self.values()["case_id"]))

    def retranslate_fields(self) -> None:
        """Set the labels."""
        self.set_labels({"case_id": self.tr("Case")})
