"""Dialogs of trust: comparing an identifier by phone, and giving up a laptop that is lost."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.exchange.sync.views import Colleague, Loss
from kts_desktop.ui.exchange.words import moment
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.facts import Line, LineBox
from kts_desktop.ui.kit.measure import sized


class CompareDialog(Dialog):
    """Shows the digits, and asks for the last group as your colleague reads it."""

    confirmed = Signal(object, str)  # Colleague, all digits with the last group as typed

    def __init__(self, colleague: Colleague, parent: QWidget | None = None) -> None:
        name = colleague.person or colleague.label
        super().__init__(self.tr("Is this the laptop of {0}?").format(name), parent)
        self.setObjectName("exchange.compare")
        self._colleague = colleague
        self._groups = colleague.digits.split()
        sized(self, min_width=520)
        self.add_sentence(
            self.tr(
                "Call your colleague and have them read the eight groups of their identifier to you. "
                "Below you see the first seven; type the last one as you hear it."
            )
        )
        shown = "   ".join(self._groups[:4]) + "\n" + "   ".join((*self._groups[4:-1], "·····"))
        self.digits = QLabel(shown, self)
        self.digits.setProperty("role", "title")
        self.digits.setAccessibleName(" ".join(self._groups[:-1]))
        self.digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.body.addWidget(self.digits)
        self.last = QLineEdit(self)
        self.last.setObjectName("exchange.compare.last")
        self.last.setAccessibleName(self.tr("Last group of the identifier"))
        self.last.setPlaceholderText(self.tr("last five digits"))
        self.last.setMaxLength(12)
        self.body.addWidget(self.last)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.add_close(self.tr("Not now"))
        self.go = self.add_verb(self.tr("They are the same"), primary=True)
        self.go.setObjectName("exchange.compare.go")
        self.go.setEnabled(False)
        self.last.textChanged.connect(self._on_typed)
        self.go.clicked.connect(self._on_go)
        self.last.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.go.setEnabled(len(_digits(text)) == len(self._groups[-1]))
        self.problem.hide()

    @Slot()
    def _on_go(self) -> None:
        if _digits(self.last.text()) != self._groups[-1]:
            told = self.tr(
                "These digits belong to another laptop. Do not trust this card; "
                "ask your colleague for a new one."
            )
            self.problem.setText(told)
            self.problem.show()
            announce(self.problem, told)
            self.last.setFocus(Qt.FocusReason.OtherFocusReason)
            self.last.selectAll()
            return
        self.confirmed.emit(self._colleague, " ".join((*self._groups[:-1], _digits(self.last.text()))))
        self.accept()


class LossDialog(Dialog):
    """Tells what the finder of a laptop could read if its key were known, and asks before it is given up."""

    confirmed = Signal(object)  # Colleague

    def __init__(
        self, colleague: Colleague, loss: Loss, language: str, parent: QWidget | None = None
    ) -> None:
        name = colleague.person or colleague.label
        super().__init__(self.tr("Mark the laptop of {0} as lost?").format(name), parent)
        self.setObjectName("exchange.loss")
        self._colleague = colleague
        sized(self, min_width=520)
        self.add_sentence(
            self.tr(
                "From now on no package of this laptop is accepted, what it changed after today is "
                "dropped, and nothing is encrypted for it any more. This travels to your colleagues "
                "with your next package."
            )
        )
        at = moment(loss.known_until_ms)
        day = formats.current().moment(at) if at else self.tr("never exchanged")
        box = LineBox("exchange.loss.counts", self)
        box.set_heading(self.tr("What lay on it (last known state: {0})").format(day))
        write = formats.current().number
        box.set_lines(
            [Line(kind_name(kind, language, many=True), write(count)) for kind, count in loss.counts],
            self.tr("Nothing of this office."),
        )
        self.body.addWidget(box)
        self.add_sentence(
            self.tr(
                "The data are encrypted. Tell the data protection officer: "
                "a notice may be due within 72 hours."
            )
        )
        self.stay = self.add_close(self.tr("Cancel"))
        self.go = self.add_verb(self.tr("Mark as lost"), danger=True)
        self.go.setObjectName("exchange.loss.go")
        self.go.clicked.connect(self._on_go)
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_go(self) -> None:
        self.confirmed.emit(self._colleague)
        self.accept()


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
