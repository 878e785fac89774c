"""One laptop to read: its identifier, whom it belongs to, what it and this one know of each other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kts_desktop.exchange.sync.views import Colleague, OwnLaptop, Trust
from kts_desktop.ui.exchange.words import CHIPS, age, trust_word
from kts_desktop.ui.kit.detail import Detail, name_button
from kts_desktop.ui.kit.facts import Box, Fact, Facts, reading
from kts_desktop.ui.workspace import Workspace

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class LaptopReading(Detail):
    """The right side of the list of laptops."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("exchange.laptops", parent)
        self._workspace = workspace
        self.card = self.add_action("card", "save")
        self.read = self.add_action("read", "user-plus", primary=True)
        self.lost = self.add_action("lost", "ban")
        self.compare = self.add_action("compare", "shield-check", primary=True)
        self.export = self.add_action("export", "upload", primary=True)
        self.facts = Facts("exchange.laptop.facts", 3, self)
        self.state = Facts("exchange.laptop.state", 3, self)
        self._state_box = Box("exchange.laptop.known", self)
        self._state_box.body.addWidget(self.state)
        self._digits_box = Box("exchange.laptop.digits", self)
        self._digits, self._hint = QLabel(self), QLabel(self)
        self._digits.setProperty("role", "heading")
        self._digits.setTextInteractionFlags(_SELECTABLE)
        self._digits.setWordWrap(True)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        for label in (self._digits, self._hint):
            self._digits_box.body.addWidget(label)
        self.add_tab("laptop", reading("exchange.laptop", self.facts, self._state_box, self._digits_box))
        self.show_placeholder()

    def set_texts(self) -> None:
        """Set every text."""
        self.set_placeholder(self.tr("No laptop chosen"), self.tr("Choose one on the left."))
        name_button(self.card, self.tr("Save key card …"))
        name_button(self.read, self.tr("Read a colleague's card …"))
        name_button(self.lost, self.tr("Mark as lost …"))
        name_button(self.compare, self.tr("Compare identifier …"))
        name_button(self.export, self.tr("Write package …"))
        self._state_box.set_heading(self.tr("What each of you knows"))
        self._digits_box.set_heading(self.tr("Identifier"))

    def show_laptop(self, laptop: OwnLaptop | Colleague | None) -> None:
        """Show a laptop, or that none is chosen."""
        if laptop is None:
            self.show_placeholder()
            return
        is_own = isinstance(laptop, OwnLaptop)
        self.card.setVisible(is_own)
        self.read.setVisible(is_own)
        self._state_box.setVisible(not is_own)
        self._digits.setText(_grouped(laptop.digits))
        self._digits.setAccessibleName(self.tr("Identifier: {0}").format(laptop.digits))
        if isinstance(laptop, OwnLaptop):
            self._show_own(laptop)
        else:
            self._show_colleague(laptop)
        self.show_content()

    def _show_own(self, own: OwnLaptop) -> None:
        for button in (self.lost, self.compare, self.export):
            button.setVisible(False)
        self.set_title(self.tr("This laptop"))
        self.facts.set_facts(
            [
                Fact(self.tr("Adviser"), own.person),
                Fact(self.tr("Name of the laptop"), own.label),
                Fact(self.tr("Own changes not yet given out"), str(own.unsealed_changes)),
            ]
        )
        self._hint.setText(
            self.tr(
                "Give your key card to your colleagues and read theirs. Then compare the identifiers "
                "by phone, digit by digit: only confirmed laptops can exchange packages."
            )
        )

    def _show_colleague(self, one: Colleague) -> None:
        self.lost.setVisible(one.trust is not Trust.REVOKED)
        self.compare.setVisible(one.trust is Trust.UNCONFIRMED)
        self.export.setVisible(one.trust is Trust.CONFIRMED)
        self.set_title(one.person or one.label)
        now = self._workspace.clock()
        facts = [
            Fact(self.tr("Laptop"), one.label),
            Fact(self.tr("Trust"), trust_word(one.trust), chip=CHIPS[one.trust]),
        ]
        if one.verified_by:
            facts.append(Fact(self.tr("Confirmed by"), one.verified_by))
        self.facts.set_facts(facts)
        self.state.set_facts(
            [
                Fact(self.tr("Their last state here"), age(one.theirs_ms, now)),
                Fact(self.tr("Your last state there"), age(one.ours_ms, now)),
                Fact(self.tr("Your changes they have not confirmed"), str(one.unconfirmed_changes)),
            ]
        )
        self._hint.setText(self._hint_for(one))

    def _hint_for(self, one: Colleague) -> str:
        if one.trust is Trust.REVOKED:
            return self.tr(
                "This laptop is marked as lost: nothing is accepted from it, and nothing is given to it."
            )
        if one.trust is Trust.UNCONFIRMED:
            return self.tr("Have your colleague read the digits of their laptop to you, and compare them.")
        return self.tr("These digits were compared; packages of this laptop are accepted.")


def _grouped(digits: str) -> str:
    """Set eight groups of five digits in two lines of four."""
    groups = digits.split()
    return "\n".join("   ".join(groups[start : start + 4]) for start in range(0, len(groups), 4))
