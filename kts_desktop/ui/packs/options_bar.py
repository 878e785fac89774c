"""How the paper is made: its language, how far it looks back, the size of its type."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.ui.kit.fields import CheckField, ChoiceField
from kts_desktop.ui.kit.flow import FlowLayout
from kts_desktop.ui.kit.measure import spaced

MONTHS = (6, 12, 24, 60, 120)
_LETTERS = 7  # room of a closed list


class OptionsBar(QWidget):
    """Changes show at once: every change asks for the paper anew."""

    changed = Signal(BriefingOptions)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packs.options")
        self._is_showing = False
        self.language, self.months, self.large = ChoiceField(), ChoiceField(), CheckField()
        self._labels = {"language": QLabel(self), "months": QLabel(self)}
        self._offer()
        flow = FlowLayout(self, 16)
        for key, field in (("language", self.language), ("months", self.months)):
            flow.addWidget(self._pair(key, field))
        flow.addWidget(self.large)
        self.language.box.setObjectName("packs.language")
        self.months.box.setObjectName("packs.months")
        self.large.tick.setObjectName("packs.large")
        for one in (self.language, self.months, self.large):
            one.changed.connect(self._on_changed)

    def options(self) -> BriefingOptions:
        """Return what is chosen."""
        return BriefingOptions(
            language=self.language.value(), months_back=int(self.months.value()), large=self.large.value()
        )

    def show_options(self, options: BriefingOptions) -> None:
        """Show how a paper was made, without asking for it anew."""
        self._is_showing = True
        self.language.set_value(options.language)
        self.months.set_value(str(options.months_back))
        self.large.set_value(options.large)
        self._is_showing = False

    def retranslate(self) -> None:
        """Set every text."""
        self._is_showing = True
        self._offer()
        self._is_showing = False
        self._labels["language"].setText(self.tr("Language"))
        self._labels["months"].setText(self.tr("Look back"))
        self.language.set_name(self.tr("Language of the paper"))
        self.months.set_name(self.tr("How far the paper looks back"))
        self.large.set_name(self.tr("Large print"))

    def _offer(self) -> None:
        self.language.set_choices((("de", self.tr("German")), ("en", self.tr("English"))))
        periods = (
            self.tr("6 months"),
            self.tr("1 year"),
            self.tr("2 years"),
            self.tr("5 years"),
            self.tr("10 years"),
        )
        choices = tuple((str(months), text) for months, text in zip(MONTHS, periods, strict=True))
        self.months.set_choices(choices)

    def _pair(self, key: str, field: ChoiceField) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        spaced(row, (0, 0, 0, 0), 8)
        self._labels[key].setProperty("role", "label")
        self._labels[key].setBuddy(field.box)
        field.box.setMinimumContentsLength(_LETTERS)
        row.addWidget(self._labels[key])
        row.addWidget(field)
        return pair

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit(self.options())
