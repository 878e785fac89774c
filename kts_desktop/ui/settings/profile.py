"""The office as a file: where it lies, its backups, what opens it."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.settings import SECOND_PLACE, Settings
from kts_desktop.services.offices import BackupRow, OfficeFacts, refuse_second_place
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.dialogs import Dialog, confirm
from kts_desktop.ui.kit.facts import Fact, Facts, Line, LineBox
from kts_desktop.ui.kit.fields import TextField
from kts_desktop.ui.kit.form_grid import FormGrid
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.settings.care import Care
from kts_desktop.ui.settings.section import Section
from kts_desktop.ui.workspace import Workspace

_BACKUPS = "*.ktsbackup"
_SHORTEST = 8


class ProfileSection(Section):
    """Facts, backups, and the buttons that look after them."""

    def __init__(self, workspace: Workspace, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("profile", parent)
        self._workspace = workspace
        self._settings = settings
        self._care: Care | None = None
        self._facts: OfficeFacts | None = None
        self._rows: Sequence[BackupRow] = ()
        self._backup_to_restore: Path | None = None
        self._shown = Facts("settings.profile.facts", 2, self)
        self._list = LineBox("settings.profile.backups", self)
        self._back_up = self._list.add_button("back_up")
        self._restore = self._list.add_button("restore")
        self._second = self._list.add_button("second")
        self._no_second = self._list.add_button("no_second")
        self._passphrase, self._code, self._key = (QPushButton(self) for _ in range(3))
        self._key.setObjectName("settings.profile.key")
        self._key.hide()  # until it is known what it would ask for
        self._passphrase.setObjectName("settings.profile.passphrase")
        self._code.setObjectName("settings.profile.code")
        row = QHBoxLayout()
        spaced(row, spacing=8)
        row.addWidget(self._passphrase)
        row.addWidget(self._code)
        row.addWidget(self._key)
        row.addStretch()
        self.body.addWidget(self._shown)
        self.body.addLayout(row)
        self.body.addWidget(self._list)
        self._back_up.clicked.connect(self._on_back_up)
        self._restore.clicked.connect(self._on_restore)
        self._second.clicked.connect(self._on_second)
        self._no_second.clicked.connect(self._on_no_second)
        self._passphrase.clicked.connect(self._on_passphrase)
        self._code.clicked.connect(self._on_code)
        self._key.clicked.connect(self._on_key)
        self.retranslate()

    def take_care(self, care: Care) -> None:
        """Take what the section asks its questions."""
        self._care = care

    @Slot()
    def show_now(self) -> None:
        """Read facts and backups anew."""
        if self._care is not None:
            self._care.facts().succeeded.connect(self._on_facts)

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Office file and backups"))
        self._list.set_heading(self.tr("Backups"))
        self._back_up.setText(self.tr("Back up now"))
        self._restore.setText(self.tr("Restore …"))
        self._second.setText(self.tr("Second place …"))
        self._no_second.setText(self.tr("Without a second place"))
        has = self._facts is not None and self._facts.has_passphrase
        self._passphrase.setText(self.tr("Change the passphrase …") if has else self.tr("Set a passphrase …"))
        self._code.setText(self.tr("New recovery code …"))
        self._key.setText(self.tr("New key …"))
        self._show()

    def _show(self) -> None:
        if self._facts is None:
            return
        facts, write = self._facts, formats.current()
        is_lockable = facts.is_encrypted and not facts.is_demo and not facts.is_read_only
        self._passphrase.setVisible(is_lockable)
        self._code.setVisible(is_lockable)
        self._key.setVisible(is_lockable)
        self._second.setVisible(not facts.is_demo)
        self._no_second.setVisible(bool(self._settings.get(SECOND_PLACE)) and not facts.is_demo)
        last = next((row for row in self._rows if row.checked_at is not None), None)
        when = write.relative(last.made_at, self._workspace.clock()) if last else self.tr("never")
        self._shown.set_facts(
            [
                Fact(self.tr("Folder"), str(facts.folder), wide=True),
                Fact(self.tr("Encryption"), self._encryption(facts)),
                Fact(self.tr("Last checked backup"), when),
                Fact(self.tr("Second place of backups"), self._second_place(facts), wide=True),
                Fact(self.tr("Last rehearsal of a restore"), self._rehearsal(facts)),
            ]
        )
        self._list.set_lines(
            [
                Line(
                    write.moment(row.made_at),
                    aside=self.tr("checked") if row.checked_at else self.tr("not checked"),
                    icon="shield-check" if row.checked_at else "archive",
                )
                for row in self._rows[:20]
            ],
            self.tr("There is no backup yet."),
        )

    def _encryption(self, facts: OfficeFacts) -> str:
        if facts.is_demo:
            return self.tr("Encrypted, but the key lies beside it: sample data only")
        if not facts.is_encrypted:
            return self.tr("Not encrypted")
        return self.tr("Encrypted, passphrase set") if facts.has_passphrase else self.tr("Encrypted")

    def _second_place(self, facts: OfficeFacts) -> str:
        if facts.is_demo:
            return self.tr("not needed: sample data only")
        return self._settings.get(SECOND_PLACE) or self.tr("none: a lost computer takes its backups along")

    def _rehearsal(self, facts: OfficeFacts) -> str:
        if facts.rehearsed_at is None:
            return self.tr("not needed: sample data only") if facts.is_demo else self.tr("none yet")
        when = formats.current().relative(facts.rehearsed_at, self._workspace.clock())
        if facts.is_rehearsal_sound:
            return self.tr("{when}, restored and read").format(when=when)
        return self.tr("{when}, failed: please back up now").format(when=when)

    @Slot(object)
    def _on_facts(self, answer: object) -> None:
        self._facts, self._rows = cast("tuple[OfficeFacts, Sequence[BackupRow]]", answer)
        self.retranslate()

    @Slot()
    def _on_back_up(self) -> None:
        ticket = self._care.back_up() if self._care is not None else None
        if ticket is not None:
            ticket.succeeded.connect(self.show_now)

    @Slot()
    def _on_restore(self) -> None:
        folder = str(self._facts.folder / "backups") if self._facts else ""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"), folder, _BACKUPS)
        if name:
            self.ask_restore(Path(name))

    @Slot()
    def _on_second(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the second place of backups"), self._settings.get(SECOND_PLACE)
        )
        if name:
            self.choose_second(Path(name))

    def choose_second(self, place: Path) -> None:
        """Keep a place for copies of backups, and back up at once: one sees whether it works."""
        try:
            if self._facts is not None:
                refuse_second_place(self._facts.folder, place)
        except UserFacingError as error:
            self._on_failed(error)
            return
        self._keep_second(str(place))
        self._on_back_up()

    @Slot()
    def _on_no_second(self) -> None:
        self._keep_second("")

    def _keep_second(self, place: str) -> None:
        self._settings.put(SECOND_PLACE, place)
        self._settings.save()
        self._show()

    def ask_restore(self, backup: Path) -> None:
        """Ask before a backup takes the place of the present file."""
        self._backup_to_restore = backup
        question = confirm(
            self,
            self.tr("Restore this backup?"),
            self.tr(
                "The backup {name} takes the place of the present file. The present file is kept in the "
                "folder of backups."
            ).format(name=backup.name),
            self.tr("Restore"),
        )
        question.confirmed.connect(self._on_restore_confirmed)

    @Slot()
    def _on_restore_confirmed(self) -> None:
        if self._care is not None and self._backup_to_restore is not None:
            self._care.restore(self._backup_to_restore)

    @Slot()
    def _on_passphrase(self) -> None:
        dialog = PassphraseDialog(self)
        dialog.chosen.connect(self._on_passphrase_chosen)
        dialog.open()

    @Slot(str)
    def _on_passphrase_chosen(self, text: str) -> None:
        if self._care is not None:
            ticket = self._care.set_passphrase(text)
            ticket.succeeded.connect(self._on_passphrase_set)
            ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_passphrase_set(self, _nothing: object) -> None:
        self._workspace.say(self.tr("The passphrase is set. Older backups still open with the old one."))
        self.show_now()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        self._workspace.say(sentence(error, self._workspace.language))

    @Slot()
    def _on_code(self) -> None:
        question = confirm(
            self,
            self.tr("Make a new recovery code?"),
            self.tr("The old code then opens older backups only. The new one is shown once."),
            self.tr("Make a new code"),
            danger=False,
        )
        question.confirmed.connect(self._on_code_confirmed)

    @Slot()
    def _on_code_confirmed(self) -> None:
        if self._care is not None:
            self._care.renew_recovery_code()

    @Slot()
    def _on_key(self) -> None:
        heading = self.tr("Encrypt the office with a new key?")
        if self._facts is not None and self._facts.has_passphrase:
            dialog = PassphraseDialog(self, heading, self._told_of_key())
            dialog.chosen.connect(self._on_key_confirmed)
            dialog.open()
            return
        told = " ".join(self._told_of_key())
        question = confirm(self, heading, told, self.tr("New key"), danger=False)
        question.confirmed.connect(self._on_key_confirmed)

    def _told_of_key(self) -> tuple[str, str]:
        return (
            self.tr(
                "For when somebody may have seen the key, the code or the passphrase. The office is closed, "
                "backed up and encrypted anew, and you get a new recovery code."
            ),
            self.tr(
                "Backups made before still open with the old code and passphrase; they are deleted within 35 "
                "days, those before an upgrade within 90. What may have been copied already stays readable "
                "to whoever has it."
            ),
        )

    @Slot()
    @Slot(str)
    def _on_key_confirmed(self, passphrase: str = "") -> None:
        if self._care is not None:
            self._care.change_key(passphrase)


class PassphraseDialog(Dialog):
    """Asks for a passphrase twice; ``told`` says before what it is for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, heading: str = "", told: Sequence[str] = ()) -> None:
        super().__init__(heading or QCoreApplication.translate("PassphraseDialog", "Passphrase"), parent)
        self.setObjectName("dialog.passphrase")
        for text in told:
            self.add_sentence(text)
        self._grid = FormGrid(1, self)
        self._fields = {key: TextField(self) for key in ("passphrase", "again")}
        for key, field in self._fields.items():
            self._grid.add(key, field, required=True, wide=True)
            editor = cast("QLineEdit", field.editors()[0])
            editor.setEchoMode(QLineEdit.EchoMode.Password)
            editor.setObjectName(f"passphrase.{key}")
        self.add_sentence(self.tr("At least eight characters; a sentence is easier to remember than a word."))
        self.body.addWidget(self._grid)
        self._grid.set_label("passphrase", self.tr("New passphrase"))
        self._grid.set_label("again", self.tr("New passphrase again"))
        self.add_close(self.tr("Cancel"))
        self.add_verb(self.tr("Set"), primary=True).clicked.connect(self._on_set)

    @Slot()
    def _on_set(self) -> None:
        self._grid.clear_errors()
        first, again = (str(field.value()) for field in self._fields.values())
        if len(first) < _SHORTEST:
            self._grid.mark("passphrase", self.tr("Please choose a passphrase of at least eight characters."))
            self._grid.go_to("passphrase")
        elif first != again:
            self._grid.mark("again", self.tr("The two passphrases differ."))
            self._grid.go_to("again")
        else:
            self.chosen.emit(first)
            self.accept()
