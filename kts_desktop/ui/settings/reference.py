"""The municipality directory: which edition there is, and how to bring in the official register."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.exchange import stage
from kts_desktop.exchange.register import directory, entries, gv100ad
from kts_desktop.exchange.register.directory import Outcome
from kts_desktop.services.register_editions import Edition, Entry, Level
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.dialogs import Dialog, message
from kts_desktop.ui.kit.facts import Fact, Facts
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.settings.care import Care
from kts_desktop.ui.settings.section import Section
from kts_desktop.ui.workspace import Workspace

_EXAMPLES = 8  # names shown of each sort of change


class ReferenceSection(Section):
    """Shows the edition and imports another, after a preview."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("reference", parent)
        self._workspace = workspace
        self._care: Care | None = None
        self._edition: Edition | None = None
        self._offered: Edition | None = None
        self._facts = Facts("settings.reference.facts", 3, self)
        self._import = QPushButton(self)
        self._import.setObjectName("settings.reference.import")
        row = QHBoxLayout()
        spaced(row)
        row.addWidget(self._import)
        row.addStretch()
        self.body.addWidget(self._facts)
        self.body.addLayout(row)
        self._import.clicked.connect(self._on_import)
        self.retranslate()

    def take_care(self, care: Care) -> None:
        """Take what makes the backup before an import."""
        self._care = care

    @Slot()
    def show_now(self) -> None:
        """Read the edition anew."""
        self._workspace.fetch(lambda session, _: directory.present(session)).succeeded.connect(
            self._on_edition
        )

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Reference data"))
        self._import.setText(self.tr("Import the official register (GV100AD) …"))
        self._show()

    def preview(self, path: Path) -> Ticket:
        """Read a register file and show what it would change; nothing is changed yet."""
        self._import.setEnabled(False)
        ticket = self._workspace.write(
            "register.import",
            lambda session, _: stage.preview(session, partial(directory.apply, edition=_read(path))),
            title=self.tr("Reading the register"),
        )
        ticket.succeeded.connect(self._on_previewed)
        ticket.failed.connect(self._on_failed)
        ticket.finished.connect(self._on_finished)
        return ticket

    def _show(self) -> None:
        write, edition = formats.current(), self._edition
        if edition is None:
            self._facts.set_facts([Fact(self.tr("Municipality directory"), self.tr("not loaded"))])
            return
        towns = [entry for entry in edition.entries if entry.level is Level.MUNICIPALITY]
        self._facts.set_facts(
            [
                Fact(self.tr("Territorial status"), write.day(edition.as_of)),
                Fact(self.tr("Origin"), edition.origin),
                Fact(self.tr("Municipalities"), write.number(len(towns))),
                Fact(self.tr("Source"), edition.attribution, wide=True),
            ]
        )

    @Slot(object)
    def _on_edition(self, edition: object) -> None:
        self._edition = cast("Edition | None", edition)
        self._show()

    @Slot()
    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the register file"), "", "GV100AD (*.txt *.asc *.gz)"
        )
        if name:
            self.preview(Path(name))

    @Slot(object)
    def _on_previewed(self, outcome: object) -> None:
        found = cast("Outcome", outcome)
        self._offered = found.edition
        dialog = OutcomeDialog(found, self)
        dialog.accepted.connect(self._on_accepted)
        dialog.open()

    @Slot()
    def _on_accepted(self) -> None:
        backup = self._care.back_up() if self._care is not None else None
        if backup is None:
            self._take_over()
        else:
            backup.succeeded.connect(self._take_over)

    @Slot()
    def _take_over(self) -> None:
        edition, self._offered = self._offered, None
        if edition is None:
            return
        ticket = self._workspace.write(
            "register.import",
            lambda session, _: directory.apply(session, edition),
            title=self.tr("Taking over the register"),
        )
        ticket.succeeded.connect(self._on_taken_over)
        ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_taken_over(self, _outcome: object) -> None:
        self._workspace.say(self.tr("The municipality directory is replaced."))
        self.show_now()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        message(self, self.tr("Nothing was imported"), sentence(error, self._workspace.language))

    @Slot()
    def _on_finished(self) -> None:
        self._import.setEnabled(True)


class OutcomeDialog(Dialog):
    """Shows what an import would change, and asks."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        write, difference = formats.current(), outcome.difference
        heading = QCoreApplication.translate("OutcomeDialog", "Municipality directory as of {day}")
        super().__init__(heading.format(day=write.day(outcome.edition.as_of)), parent)
        self.setObjectName("dialog.register")
        self._counts = Facts("dialog.register.counts", 3, self)
        self._counts.set_facts(
            [
                Fact(self.tr("New"), write.number(len(difference.added))),
                Fact(self.tr("Gone"), write.number(len(difference.vanished))),
                Fact(self.tr("Renamed"), write.number(len(difference.renamed))),
                Fact(self.tr("New key"), write.number(len(difference.rekeyed))),
                Fact(self.tr("Population"), write.number(outcome.population)),
                Fact(self.tr("Without a point of their own"), write.number(outcome.without_point)),
                Fact(self.tr("New, among them"), _some(difference.added), wide=True),
                Fact(self.tr("Gone, among them"), _some(difference.vanished), wide=True),
            ]
        )
        self.body.addWidget(self._counts)
        self.add_sentence(
            self.tr("Bodies, cases and contacts of the office stay as they are. A backup is made first.")
        )
        self.add_close(self.tr("Cancel"))
        self.add_verb(self.tr("Take over"), primary=True).clicked.connect(self.accept)


def _some(found: tuple[Entry, ...]) -> str:
    names = ", ".join(entry.name for entry in found[:_EXAMPLES])
    return f"{names} …" if len(found) > _EXAMPLES else names


def _read(path: Path) -> Edition:
    with TemporaryDirectory() as folder:
        staged = stage.quarantine(path, Path(folder))
        data = stage.content(staged)
    return entries.of_register(gv100ad.parse(data))
