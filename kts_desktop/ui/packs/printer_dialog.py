"""Asks by how much a printer is out, as read from its calibration page."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QWidget

from kts_desktop.core.printer_shifts import FARTHEST, Shift
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.fields import ChoiceField
from kts_desktop.ui.kit.formats import current
from kts_desktop.ui.kit.measure import sized, spaced

_TENTHS = 10
_MINUS, _PLUS = "-1", "1"


class PrinterDialog(Dialog):
    """One printer, how far its crosses lie off to the side and in height, and what follows from it."""

    wanted = Signal(str, object)  # name of the printer, Shift

    def __init__(
        self, printers: Sequence[str], shifts: Mapping[str, Shift], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Set the printer right"), parent)
        self.setObjectName("packs.printer_dialog")
        sized(self, min_width=520)
        self._shifts = dict(shifts)
        self.add_sentence(
            self.tr(
                "Print this page here, hold it with a sheet of labels against the light, and say how far the"
                " crosses lie from the corners of the labels."
            )
        )
        self.printer = ChoiceField(tuple((name, name) for name in printers))
        self.side, self.height_off = self._amount("side"), self._amount("height")
        self.to = ChoiceField(((_PLUS, self.tr("too far right")), (_MINUS, self.tr("too far left"))))
        self.at = ChoiceField(((_PLUS, self.tr("too low")), (_MINUS, self.tr("too high"))))
        self._lay_out()
        self.after = self.add_sentence("")
        self.after.setObjectName("packs.printer_after")
        self.add_close(self.tr("Cancel"))
        self.go = self.add_verb(self.tr("Set right"), primary=True)
        self.go.clicked.connect(self._on_go)
        for choice in (self.printer, self.to, self.at):
            choice.changed.connect(self._show)
        for amount in (self.side, self.height_off):
            amount.valueChanged.connect(self._show)
        self._show()

    def shift(self) -> Shift:
        """Return the shift that follows from what was measured with the one in force."""
        before = self._shifts.get(str(self.printer.value()), Shift())
        right = round(self.side.value() * _TENTHS) * int(str(self.to.value()))
        down = round(self.height_off.value() * _TENTHS) * int(str(self.at.value()))
        return before.corrected(right, down)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        spaced(grid, (0, 8, 0, 8), 10)
        grid.setColumnStretch(2, 1)
        rows = (
            (self.tr("Printer"), self.printer, None),
            (self.tr("The crosses lie"), self.side, self.to),
            (self.tr("and"), self.height_off, self.at),
        )
        for place, (name, first, second) in enumerate(rows):
            label = QLabel(name, self)
            label.setProperty("role", "label")
            grid.addWidget(label, place, 0)
            grid.addWidget(first, place, 1, 1, 2 if second is None else 1)
            if second is not None:
                grid.addWidget(second, place, 2)
        self.printer.set_name(self.tr("Printer"))
        self.side.setAccessibleName(self.tr("How far the crosses lie off to the side"))
        self.to.set_name(self.tr("To which side"))
        self.height_off.setAccessibleName(self.tr("How far the crosses lie off in height"))
        self.at.set_name(self.tr("Too low or too high"))
        self.body.addLayout(grid)

    def _amount(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setObjectName(f"packs.printer_{name}")
        box.setDecimals(1)
        box.setSingleStep(1 / _TENTHS)
        box.setRange(0, FARTHEST / _TENTHS)
        box.setSuffix(" mm")
        sized(box, width=110, min_height=34)
        return box

    @Slot()
    def _show(self) -> None:
        """Say what will be done, so that the direction can be checked."""
        shift = self.shift()
        if shift == Shift():
            self.after.setText(self.tr("Then this printer is not shifted."))
            return
        to = self.tr("to the right") if shift.right >= 0 else self.tr("to the left")
        at = self.tr("down") if shift.down >= 0 else self.tr("up")
        told = self.tr("Then badges and labels are printed {0} mm {1} and {2} mm {3}.")
        self.after.setText(told.format(_millimetres(shift.right), to, _millimetres(shift.down), at))

    @Slot()
    def _on_go(self) -> None:
        self.wanted.emit(str(self.printer.value()), self.shift())
        self.accept()


def _millimetres(tenths: int) -> str:
    text = f"{abs(tenths) / _TENTHS:.1f}"
    return text.replace(".", ",") if current().language == "de" else text
