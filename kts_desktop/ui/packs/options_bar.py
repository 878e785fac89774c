"""Which paper it is, and how it is made: the fields follow from the options of the paper."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from kts_desktop.services.paper_options import PaperOptions, options_of, with_values
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.fields import ChoiceField, Field
from kts_desktop.ui.kit.flow import FlowLayout
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.packs import words
from kts_desktop.ui.packs.offers import Offer
from kts_desktop.ui.packs.option_fields import Choices, Input, inputs

_LETTERS, _PAPER_LETTERS = 7, 18  # room of a closed list
_PAUSE = 600  # milliseconds after the last letter before the paper is made anew

_WIDTHS = MappingProxyType(  # of fields for more than a word
    {"subject": 320, "letter_text": 560, "own_text": 420, "enclosures": 240, "closing": 180, "signed_by": 180}
)


class OptionsBar(QWidget):
    """Changes show at once: every change asks for the paper anew, a typed one after a pause."""

    changed = Signal(object)  # PaperOptions
    paper_chosen = Signal(str)  # code of an offer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packs.options")
        self._is_showing = False
        self._offers: tuple[Offer, ...] = ()
        self._options = PaperOptions()
        self._made_for: tuple[object, ...] = ()
        self._inputs: tuple[Input, ...] = ()
        self._labels: dict[str, QLabel] = {}
        self._pairs: list[QWidget] = []
        self._rare: list[QWidget] = []
        self.more = QToolButton(self)
        self.more.setObjectName("packs.more")
        self.more.setCheckable(True)
        self.more.setProperty("flat", True)
        self.more.toggled.connect(self._on_more)
        self.many = QPushButton(
            icon("files"), "", self
        )  # here, as the head has no room for it in a narrow window
        self.many.setObjectName("packs.many")
        sized(self.many, icon=16)
        self.printer = QPushButton(icon("printer"), "", self)
        self.printer.setObjectName("packs.set_right")
        self.printer.hide()
        sized(self.printer, icon=16)
        self.paper = ChoiceField()
        self.paper.box.setObjectName("packs.paper")
        self.paper.changed.connect(self._on_paper)
        self._flow = FlowLayout(self, 16)
        self._paper_label = QLabel(self)
        self._flow.addWidget(_pair(self, self._paper_label, self.paper))
        self.paper.box.setMinimumContentsLength(_PAPER_LETTERS)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("packs.trouble")
        self.trouble.setProperty("role", "error")
        self.trouble.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell)

    def options(self) -> PaperOptions:
        """Return what is chosen; what does not fit stays as it was."""
        values = {one.option.name: one.value() for one in self._inputs if one.fits()}
        chosen = with_values(self._options, values)
        beyond = {one.option.name for one in self._inputs if self._is_beyond(one, chosen)}
        kept = {name: getattr(self._options, name) for name in beyond}
        return with_values(chosen, {name: min(kept[name], chosen.limit_of(name) or 1) for name in beyond})

    def field(self, name: str) -> Field | None:
        """Return the field of an option, None if the paper shown has none."""
        return next((one.field for one in self._inputs if one.option.name == name), None)

    def show_offers(self, found: Sequence[Offer], chosen: str) -> None:
        """Show which papers there are, and the one that is made."""
        self._is_showing = True
        self._offers = tuple(found)
        self._offer_papers()
        self.paper.set_value(chosen)
        self._is_showing = False

    def show_options(self, options: PaperOptions, lists: Mapping[str, Choices]) -> None:
        """Show how a paper was made, without asking for it anew; ``lists`` holds value lists by option."""
        self._is_showing = True
        self._pause.stop()
        self._options = options
        made_for = (type(options), tuple(lists.items()))
        if made_for != self._made_for:
            self._made_for = made_for
            self._build(lists)
        for one in self._inputs:
            if one.value() != getattr(options, one.option.name):
                one.show(getattr(options, one.option.name))
        self._is_showing = False

    def retranslate(self) -> None:
        """Set every text; the fields are made anew when the paper is shown next."""
        self._is_showing = True
        self._paper_label.setText(self.tr("Paper"))
        self.paper.set_name(self.tr("Which paper"))
        name_button(self.more, self.tr("More options"))
        name_button(self.many, self.tr("Many at once …"))
        name_button(self.printer, self.tr("Set the printer right …"))
        self._offer_papers()
        for one in self._inputs:
            name = words.option_name(one.option.name)
            one.field.set_name(name)
            if one.option.name in self._labels:
                self._labels[one.option.name].setText(name)
        self._made_for = ()
        self._is_showing = False

    def _offer_papers(self) -> None:
        self.paper.set_choices(
            tuple(
                (
                    one.code,
                    words.paper_name(one.paper)
                    if one.subject.kind == self._main_kind()
                    else f"{words.paper_name(one.paper)} · {one.subject.title}",
                )
                for one in self._offers
            )
        )

    def _main_kind(self) -> str:
        """Return the kind of record most papers on offer are about."""
        kinds = [one.subject.kind for one in self._offers]
        return max(kinds, key=kinds.count)

    def _build(self, lists: Mapping[str, Choices]) -> None:
        for pair in self._pairs:
            self._flow.removeWidget(pair)
            pair.setParent(None)
            pair.deleteLater()
        self._pairs.clear()
        self._rare.clear()
        self._labels.clear()
        self._inputs = inputs(options_of(type(self._options)), lists)
        for one in self._inputs:
            self._add(one)
        for last in (self.more, self.many, self.printer, self.trouble):  # below what they are about
            self._flow.removeWidget(last)
            self._flow.addWidget(last)
        self.trouble.hide()
        self._on_more()

    def _add(self, one: Input) -> None:
        name, option = words.option_name(one.option.name), one.option.name
        one.field.editors()[0].setObjectName(f"packs.{option}")
        if one.is_tick:
            pair: QWidget = one.field
        else:
            self._labels[option] = QLabel(name)
            pair = _pair(self, self._labels[option], one.field, option)
        one.field.set_name(name)
        one.field.changed.connect(self._on_typed if one.is_typed else self._on_changed)
        self._flow.addWidget(pair)
        self._pairs.append(pair)
        if one.is_rare:
            self._rare.append(pair)
        else:
            pair.show()

    @Slot()
    def _on_more(self) -> None:
        """Show what is seldom chosen, or hide it."""
        for pair in self._rare:
            pair.setVisible(self.more.isChecked())
        self.more.setVisible(bool(self._rare))
        self.updateGeometry()

    @Slot()
    def _on_paper(self) -> None:
        if not self._is_showing:
            self.paper_chosen.emit(self.paper.value())

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_showing:
            self._tell()

    @Slot()
    def _on_typed(self) -> None:
        if not self._is_showing:
            self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        values = {one.option.name: one.value() for one in self._inputs if one.fits()}
        chosen = with_values(self._options, values)
        told = {one.option.name: self._wrong(one, chosen) for one in self._inputs}
        problems = [text for text in told.values() if text]
        for one in self._inputs:
            one.field.set_wrong(told[one.option.name])
        self.trouble.setText(" ".join(problems))
        self.trouble.setVisible(bool(problems))
        if problems:
            announce(self.trouble, self.trouble.text())
        self.changed.emit(self.options())

    @staticmethod
    def _is_beyond(one: Input, chosen: PaperOptions) -> bool:
        """Tell whether a number is larger than the other options allow."""
        most = chosen.limit_of(one.option.name)
        value = one.value()
        return most is not None and isinstance(value, int) and value > most

    def _wrong(self, one: Input, chosen: PaperOptions) -> str:
        """Return what is wrong with an input; empty if nothing is."""
        if not one.fits():
            return self._bounds(one)
        if self._is_beyond(one, chosen):
            name, most = words.option_name(one.option.name), chosen.limit_of(one.option.name)
            return self.tr("{0}: this sheet has places 1 to {1}. The paper keeps the last one.").format(
                name, most
            )
        return ""

    def _bounds(self, one: Input) -> str:
        name, low, high = words.option_name(one.option.name), one.option.at_least or 0, one.option.at_most
        if high is None:
            return self.tr("{0}: a whole number from {1}. The paper keeps the last one.").format(name, low)
        return self.tr("{0}: a whole number from {1} to {2}. The paper keeps the last one.").format(
            name, low, high
        )


def _pair(parent: QWidget, label: QLabel, field: Field, name: str = "") -> QWidget:
    """Return a label with its field."""
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    spaced(row, (0, 0, 0, 0), 8)
    label.setProperty("role", "label")
    editor = field.editors()[0]
    label.setBuddy(editor)
    if isinstance(field, ChoiceField):
        field.box.setMinimumContentsLength(_LETTERS)
    else:
        sized(editor, width=_WIDTHS.get(name, 110))
    row.addWidget(label)
    row.addWidget(field)
    return pair
