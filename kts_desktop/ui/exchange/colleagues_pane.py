"""Laptops: the list on the left, one of them on the right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.exchange.sync.views import Colleague, Exported, Loss, OwnLaptop, Trust
from kts_desktop.ui.exchange.colleagues_presenter import ColleaguesPresenter, Laptop
from kts_desktop.ui.exchange.desk import DeskOf
from kts_desktop.ui.exchange.export_dialog import ExportDialog, ExportedDialog
from kts_desktop.ui.exchange.laptop_reading import LaptopReading
from kts_desktop.ui.exchange.trust_dialogs import CompareDialog, LossDialog
from kts_desktop.ui.exchange.words import LaptopCards
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace


class ColleaguesPane(QWidget):
    """List of laptops, trust, and packages for colleagues."""

    folder_chosen = Signal(Path)  # where packages were written

    def __init__(self, workspace: Workspace, desk_of: DeskOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = Path.home()
        self._cards = LaptopCards(workspace.clock())
        self.list = ListPane(CardList("exchange.laptops", self._cards), "exchange.laptops", self)
        self.list.search.hide()
        self.reading = LaptopReading(workspace, self)
        self.split = SplitPane(self.list, self.reading, "exchange.laptops", self)
        self.presenter = ColleaguesPresenter(workspace, desk_of, self, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self._connect()

    def set_folder(self, folder: Path) -> None:
        """Offer this folder for the next package."""
        self._folder = folder

    def show_laptops(self, ids: Sequence[int], load: Loader[Laptop]) -> None:
        """Show the list."""
        self._cards.now = self._workspace.clock()
        self.list.show_ids(ids, load)
        self.list.set_count(self.tr("%n colleague laptop(s)", "", len(ids) - 1))
        self.list.new.setEnabled(bool(self.presenter.confirmed()))

    def show_laptop(self, laptop: Laptop | None) -> None:
        """Show one laptop."""
        self.reading.show_laptop(laptop)

    def show_card_saved(self, path: Path) -> None:
        """Say where the key card lies."""
        self._workspace.say(self.tr("Key card saved: {0}").format(path))

    def show_unconfirmed(self, colleague: Colleague) -> None:
        """Ask to compare the identifier of a card that was just read."""
        if colleague.trust is Trust.UNCONFIRMED:
            self._compare(colleague)

    def show_loss(self, colleague: Colleague, loss: Loss) -> None:
        """Tell what lies on a laptop, and ask whether it is lost."""
        dialog = LossDialog(colleague, loss, self._workspace.language, self)
        dialog.confirmed.connect(self._on_lost)
        dialog.open()

    def show_exported(self, exported: Exported) -> None:
        """Say that a package may be carried away."""
        ExportedDialog(exported, self).open()

    def select(self, place: int) -> None:
        """Choose a line of the list."""
        self.list.selection.select(place)

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused."""
        self._workspace.failed.emit(error)

    @Slot()
    def export(self) -> None:
        """Ask for whom a package is and where it goes."""
        chosen = set(self.list.selection.selected_ids())
        ticked = {
            one.fingerprint
            for place in chosen
            if isinstance(one := self.presenter.laptop(place), Colleague) and one.trust is Trust.CONFIRMED
        }
        dialog = ExportDialog(self.presenter.confirmed(), ticked, self._folder, self)
        dialog.wanted.connect(self._on_export)
        dialog.open()

    @Slot()
    def read_card(self) -> None:
        """Ask for a colleague's key card."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose your colleague's key card"),
            str(self._folder),
            self.tr("Key cards (*.ktskarte)"),
        )
        if name:
            self.presenter.take_card(Path(name))

    def retranslate(self) -> None:
        """Set every text."""
        self.list.set_title(self.tr("Laptops"))
        self.list.set_new(self.tr("Write package"))
        self.reading.set_texts()
        self.presenter.choose(self.presenter.current)

    def _connect(self) -> None:
        self.list.chosen.connect(self.presenter.choose)
        self.list.new_wanted.connect(self.export)
        self.reading.export.clicked.connect(self.export)
        self.reading.read.clicked.connect(self.read_card)
        self.reading.card.clicked.connect(self._on_card)
        self.reading.compare.clicked.connect(self._on_compare)
        self.reading.lost.clicked.connect(self._on_ask_loss)

    def _shown(self) -> OwnLaptop | Colleague | None:
        return self.presenter.laptop(self.presenter.current)

    def _compare(self, colleague: Colleague) -> None:
        dialog = CompareDialog(colleague, self)
        dialog.confirmed.connect(self._on_compared)
        dialog.open()

    @Slot()
    def _on_card(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the key card"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._folder))
        dialog.fileSelected.connect(self._on_card_folder)
        dialog.open()

    @Slot(str)
    def _on_card_folder(self, name: str) -> None:
        self.presenter.save_card(Path(name))

    @Slot()
    def _on_compare(self) -> None:
        shown = self._shown()
        if isinstance(shown, Colleague):
            self._compare(shown)

    @Slot(object, str)
    def _on_compared(self, colleague: object, typed: str) -> None:
        assert isinstance(colleague, Colleague)
        self.presenter.confirm(colleague, typed)

    @Slot()
    def _on_ask_loss(self) -> None:
        shown = self._shown()
        if isinstance(shown, Colleague):
            self.presenter.ask_loss(shown)

    @Slot(object)
    def _on_lost(self, colleague: object) -> None:
        assert isinstance(colleague, Colleague)
        self.presenter.revoke(colleague)

    @Slot(object, Path, bool)
    def _on_export(self, to: tuple[Colleague, ...], folder: Path, whole: bool) -> None:
        self._folder = folder
        self.folder_chosen.emit(folder)
        self.presenter.export(to, folder, self.tr("Writing the package"), whole=whole)
