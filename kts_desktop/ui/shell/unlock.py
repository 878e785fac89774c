"""What the window shows while an office is locked, wants a secret, or does not open."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.ui.shell.arrivals import Secret
from kts_desktop.ui.shell.panel import Panel

_BACKUPS = "*.ktsbackup"


def asked_secret(error: UserFacingError) -> Secret:
    """Return what a failure to open asks for."""
    for secret in (Secret.PASSPHRASE, Secret.CODE):
        if secret.value in error.code:
            return secret
    return Secret.CODE if error.code in {"wrong_key", "keyring_locked"} else Secret.NONE


class LockPanel(Panel):
    """Stands in for the pages of a locked office."""

    unlock_wanted = Signal(str, str, bool)  # kind of secret, secret, remember it

    def __init__(self, secret: Secret, parent: QWidget | None = None) -> None:
        super().__init__("lock", parent)
        self._secret = secret
        self._field = self.add_field("secret", secret=True) if secret is Secret.PASSPHRASE else None
        self._unlock = self.add_button("unlock", primary=True)
        self._unlock.clicked.connect(self._on_unlock)
        if self._field is not None:
            self._field.returnPressed.connect(self._on_unlock)
        self.setFocusProxy(self._field or self._unlock)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.heading.setText(self.tr("The office is locked"))
        self.sentence.setText(self.tr("Everything is saved and closed. Nothing of it is in memory any more."))
        self._unlock.setText(self.tr("Unlock"))
        if self._field is not None:
            self.label(self._field, self.tr("Passphrase"))

    @Slot()
    def _on_unlock(self) -> None:
        text = self._field.text() if self._field is not None else ""
        self.unlock_wanted.emit(self._secret.value, text, True)


class UnlockPanel(Panel):
    """Says why an office does not open, and offers each way out."""

    unlock_wanted = Signal(str, str, bool)
    restore_wanted = Signal(Path)
    other_wanted = Signal()

    def __init__(self, error: UserFacingError, language: str, parent: QWidget | None = None) -> None:
        super().__init__("unlock", parent)
        self._error = error
        self._language = language
        self._secret = asked_secret(error)
        self._field = self.add_field("secret", secret=self._secret is Secret.PASSPHRASE)
        self._remember = QCheckBox(self)
        self._remember.setObjectName("unlock.remember")
        self._remember.setChecked(True)
        self.body.addWidget(self._remember)
        self._other_secret = self.add_button("other_secret", first=True)
        self._other = self.add_button("other")
        self._restore = self.add_button("restore")
        self._open = self.add_button("open", primary=True)
        self._field.returnPressed.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._restore.clicked.connect(self._on_restore)
        self._other.clicked.connect(self.other_wanted)
        self._other_secret.clicked.connect(self._on_other_secret)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        asks = self._secret is not Secret.NONE
        self.heading.setText(
            self.tr("Open the office") if asks else self.tr("The office could not be opened")
        )
        self.sentence.setText(sentence(self._error, self._language))
        if self._secret is Secret.PASSPHRASE:
            self.label(self._field, self.tr("Passphrase"))
            self._other_secret.setText(self.tr("Use the recovery code"))
        else:
            self.label(self._field, self.tr("Recovery code (eight groups of five characters)"))
            self._other_secret.setText(self.tr("Use the passphrase"))
        self._remember.setText(self.tr("Remember on this computer"))
        self._other.setText(self.tr("Another office …"))
        self._restore.setText(self.tr("Restore a backup …"))
        self._open.setText(self.tr("Open") if asks else self.tr("Try again"))
        for part in (self._remember, self._other_secret):
            part.setVisible(asks)
        self.show_field(visible=asks)
        self._restore.setVisible(self._can_restore())

    def show_field(self, *, visible: bool) -> None:
        """Show or hide the field with its label."""
        self._field.setVisible(visible)
        self._labels["secret"].setVisible(visible)
        self.setFocusProxy(self._field if visible else self._open)

    def _can_restore(self) -> bool:
        return self._secret is Secret.NONE and (
            "damaged" in self._error.code or "missing" in self._error.code
        )

    @Slot()
    def _on_open(self) -> None:
        self._open.setEnabled(False)
        self.unlock_wanted.emit(self._secret.value, self._field.text(), self._remember.isChecked())

    @Slot()
    def _on_other_secret(self) -> None:
        self._secret = Secret.CODE if self._secret is Secret.PASSPHRASE else Secret.PASSPHRASE
        self._field.clear()
        self.retranslate()
        self._field.setFocus()

    @Slot()
    def _on_restore(self) -> None:
        known = self._error.details.get("backup")
        if known:
            self.restore_wanted.emit(Path(str(known)))
            return
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"), "", _BACKUPS)
        if name:
            self.restore_wanted.emit(Path(name))
