"""The first run: open an office, make a new one, or look at the demo office; and the recovery code."""

import secrets
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import px, sized
from kts_desktop.ui.shell.arrivals import NewOffice
from kts_desktop.ui.shell.panel import Panel
from kts_desktop.ui.shell.recovery_sheet import print_sheet, rows_of, save_sheet

_Role = QPalette.ColorRole
_BACKUPS = "*.ktsbackup"
_SHORTEST = 8
_ASKED_GROUPS = 2


class WelcomePanel(Panel):
    """Three choices and a way back from a backup."""

    new_wanted = Signal()
    demo_wanted = Signal()
    open_wanted = Signal(Path)
    restore_wanted = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("welcome", parent)
        self._new = self._add_choice("new", "file-plus", primary=True)
        self._demo = self._add_choice("demo", "sparkles")
        self._open = self._add_choice("open", "folder-open")
        self._restore = self.add_button("restore", first=True)
        self._restore.setProperty("flat", True)
        self._new.clicked.connect(self.new_wanted)
        self._demo.clicked.connect(self.demo_wanted)
        self._open.clicked.connect(self._on_open)
        self._restore.clicked.connect(self._on_restore)
        self.setFocusProxy(self._new)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.heading.setText(self.tr("Welcome to KTS Desktop"))
        self.sentence.setText(
            self.tr(
                "Advisory cases, contacts, exchange events and briefing packs, encrypted on this computer."
            )
        )
        self._new.setText(self.tr("Set up a new office"))
        self._demo.setText(self.tr("Look around in the demo office"))
        self._open.setText(self.tr("Open an office on this computer …"))
        self._restore.setText(self.tr("Restore a backup …"))

    def _add_choice(self, name: str, picture: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"welcome.{name}")
        button.setProperty("primary", primary)
        button.setIcon(icon(picture, _Role.HighlightedText if primary else _Role.ButtonText))
        button.setAutoDefault(True)
        sized(button, icon=20, min_height=44)
        self.body.addWidget(button)
        return button

    @Slot()
    def _on_open(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder of the office"))
        if name:
            self.open_wanted.emit(Path(name))

    @Slot()
    def _on_restore(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"), "", _BACKUPS)
        if name:
            self.restore_wanted.emit(Path(name))


class NewOfficePanel(Panel):
    """Asks for the names, and for a passphrase where the computer has no keyring."""

    made = Signal(object)  # NewOffice
    back_wanted = Signal()

    def __init__(self, *, has_keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__("new_office", parent)
        self._has_keyring = has_keyring
        self._adviser = self.add_field("adviser")
        self._office = self.add_field("office")
        self._passphrase = self.add_field("passphrase", secret=True)
        self._again = self.add_field("again", secret=True)
        self._note = QLabel(self)
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        self.body.addWidget(self._note)
        self._back = self.add_button("back")
        self._make = self.add_button("make", primary=True)
        self._back.clicked.connect(self.back_wanted)
        self._make.clicked.connect(self._on_make)
        for field in (self._adviser, self._office, self._passphrase, self._again):
            field.returnPressed.connect(self._on_make)
        self.setFocusProxy(self._adviser)
        self.retranslate()
        self._office.setText(self.tr("Coordination and Transfer Centre Smart Cities"))

    def retranslate(self) -> None:
        """Set every text."""
        self.heading.setText(self.tr("A new office"))
        self.sentence.setText(self.tr("All of this can be changed later in the settings."))
        self.label(self._adviser, self.tr("Your name (required)"))
        self.label(self._office, self.tr("Name of the office (required)"))
        if self._has_keyring:
            self.label(self._passphrase, self.tr("Passphrase (only if you want one)"))
            self._note.setText(
                self.tr(
                    "The keyring of this computer keeps the key. "
                    "A passphrase is asked for in addition after locking."
                )
            )
        else:
            self.label(self._passphrase, self.tr("Passphrase (required)"))
            self._note.setText(
                self.tr(
                    "This computer has no keyring that keeps the key, so the passphrase opens the office."
                )
            )
        self.label(self._again, self.tr("Passphrase again"))
        self._back.setText(self.tr("Back"))
        self._make.setText(self.tr("Set up"))

    @Slot()
    def _on_make(self) -> None:
        problem = self._problem()
        self.show_problem(problem)
        if not problem:
            self._make.setEnabled(False)
            self.made.emit(
                NewOffice(
                    adviser=self._adviser.text().strip(),
                    office=self._office.text().strip(),
                    passphrase=self._passphrase.text(),
                )
            )

    def show_problem(self, text: str) -> None:
        """Say what is wrong, and let the user try again."""
        super().show_problem(text)
        self._make.setEnabled(True)

    def _problem(self) -> str:
        passphrase = self._passphrase.text()
        if not self._adviser.text().strip():
            self._adviser.setFocus()
            return self.tr("Please enter your name.")
        if not self._office.text().strip():
            self._office.setFocus()
            return self.tr("Please enter the name of the office.")
        if (passphrase or not self._has_keyring) and len(passphrase) < _SHORTEST:
            self._passphrase.setFocus()
            return self.tr("Please choose a passphrase of at least eight characters.")
        if passphrase != self._again.text():
            self._again.setFocus()
            return self.tr("The two passphrases differ.")
        return ""


class RecoveryPanel(Panel):
    """Shows the recovery code once; it goes on when two groups were typed back."""

    finished = Signal()

    def __init__(self, code: str, office: str, parent: QWidget | None = None) -> None:
        super().__init__("recovery", parent)
        self._code = code
        self._office = office
        groups = code.split("-")
        numbers = sorted(secrets.SystemRandom().sample(range(len(groups)), _ASKED_GROUPS))
        self._asked = {number: groups[number] for number in numbers}
        self._shown = QLabel("\n".join(rows_of(code)), self)
        self._shown.setObjectName("recovery.code")
        self._shown.setFont(_code_font())
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.body.addWidget(self._shown)
        self._fields = {number: self.add_field(f"group{number + 1}") for number in self._asked}
        self._print = self.add_button("print", first=True)
        self._save = self.add_button("save", first=True)
        self._go_on = self.add_button("finish", primary=True)
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._go_on.clicked.connect(self._on_finish)
        for field in self._fields.values():
            field.returnPressed.connect(self._on_finish)
        self.setFocusProxy(self._print)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.heading.setText(self.tr("Your recovery code"))
        self.sentence.setText(
            self.tr(
                "It opens the office when the keyring is lost or the passphrase is forgotten, and it is "
                "shown only now. Print or save it, keep it where you keep contracts, "
                "then type two groups back."
            )
        )
        self._shown.setAccessibleName(self.tr("Recovery code"))
        for number, field in self._fields.items():
            self.label(field, self.tr("Group {number}").format(number=number + 1))
        self._print.setText(self.tr("Print …"))
        self._save.setText(self.tr("Save as PDF …"))
        self._go_on.setText(self.tr("I have kept the code"))

    @Slot()
    def _on_print(self) -> None:
        print_sheet(self, self._code, self._office)

    @Slot()
    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery code"), "kts-recovery-code.pdf", "*.pdf"
        )
        if name:
            save_sheet(name, self._code, self._office)

    @Slot()
    def _on_finish(self) -> None:
        for number, group in self._asked.items():
            field = self._fields[number]
            if _clean(field.text()) != group:
                field.setFocus()
                wrong = self.tr("Group {number} reads differently on the sheet.")
                self.show_problem(wrong.format(number=number + 1))
                return
        self.finished.emit()


def _code_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(px(20))
    return font


def _clean(text: str) -> str:
    """Read letters as people misread them, in the way the recovery code allows."""
    return text.strip().upper().translate(str.maketrans("ILO", "110"))
