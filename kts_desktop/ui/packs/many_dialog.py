"""Asks which bodies get a pack and where the files go."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from kts_desktop.services.paper_batch import Wanted
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.fields import ChoiceField
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.packs.many_presenter import COHORT, STATE

_ALL = "all"
_EACH, _SINGLE = "each", "single"
_WIDTH = 520


class ManyDialog(Dialog):
    """Stays open until printing begins, so that a folder without room can be exchanged."""

    wanted = Signal(object, Path, bool)  # Wanted, folder, all in one file
    folder_chosen = Signal(Path)

    def __init__(
        self,
        lists: Mapping[str, Mapping[str, str]],
        count: Callable[[Wanted], int],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Many at once"), parent)
        self.setObjectName("packs.many_dialog")
        sized(self, min_width=_WIDTH)
        self._count, self._folder = count, folder
        self.add_sentence(self.tr("Each body gets a briefing pack, made like the pack shown:"))
        self.like = self.add_sentence("")
        self.like.setProperty("role", "muted")
        self._grid = QGridLayout()
        spaced(self._grid, (0, 8, 0, 0), 10)
        self._grid.setColumnStretch(1, 1)
        self.which = ChoiceField(
            (
                (_ALL, self.tr("All model projects")),
                (COHORT, self.tr("Model projects of a cohort")),
                (STATE, self.tr("Bodies of a federal state")),
            )
        )
        self.files = ChoiceField(
            ((_EACH, self.tr("One file for each body")), (_SINGLE, self.tr("All in one file, with contents")))
        )
        self.items = {key: ChoiceField(tuple(lists[key].items())) for key in (COHORT, STATE)}
        self._labels = {key: QLabel(self) for key in ("which", COHORT, STATE, "files", "folder")}
        self.found = QLabel(self)
        self.found.setObjectName("packs.many_found")
        self.found.setWordWrap(True)
        self.folder, self.choose = QLineEdit(self), QPushButton(self)
        self.problem = QLabel(self)
        self._lay_out()
        self.add_close(self.tr("Cancel"))
        self.go = self.add_verb(self.tr("Print them"), primary=True)
        self._name_parts()
        self._connect()
        self._show_folder()
        self._on_changed()
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_like(self, told: str) -> None:
        """Say how the packs will be made."""
        self.like.setText(told)

    def show_problem(self, sentence: str) -> None:
        """Say why printing did not begin; what was chosen stays."""
        self.go.setEnabled(True)
        self.problem.setText(sentence)
        self.problem.show()
        self.fit()
        announce(self.problem, sentence)

    def chosen(self) -> Wanted:
        """Return which bodies are meant."""
        which = self.which.value()
        if which == COHORT:
            return Wanted(cohort=self.items[COHORT].value())
        if which == STATE:
            return Wanted(state=self.items[STATE].value())
        return Wanted(all_projects=True)

    def fit(self) -> None:
        """Take the height that the sentences need now."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self.resize(self.width(), max(self.minimumHeight(), layout.heightForWidth(self.width())))

    def _lay_out(self) -> None:
        rows: tuple[tuple[str, QWidget], ...] = (
            ("which", self.which),
            (COHORT, self.items[COHORT]),
            (STATE, self.items[STATE]),
        )
        for place, (key, field) in enumerate(rows):
            self._grid.addWidget(self._labels[key], place, 0)
            self._grid.addWidget(field, place, 1)
        self._grid.addWidget(self.found, len(rows), 1)
        beside = QHBoxLayout()
        spaced(beside, (0, 0, 0, 0), 8)
        beside.addWidget(self.folder, 1)
        beside.addWidget(self.choose)
        self._grid.addWidget(self._labels["files"], len(rows) + 1, 0)
        self._grid.addWidget(self.files, len(rows) + 1, 1)
        self._grid.addWidget(self._labels["folder"], len(rows) + 2, 0)
        self._grid.addLayout(beside, len(rows) + 2, 1)
        self.body.addLayout(self._grid)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.body.addWidget(self.problem)

    def _name_parts(self) -> None:
        names = {
            "which": self.tr("Which bodies"),
            COHORT: self.tr("Cohort"),
            STATE: self.tr("Federal state"),
            "files": self.tr("Files"),
            "folder": self.tr("Folder"),
        }
        for key, label in self._labels.items():
            label.setText(names[key])
            label.setProperty("role", "label")
        for key, field in (("which", self.which), *self.items.items(), ("files", self.files)):
            field.set_name(names[key])
            field.editors()[0].setObjectName(f"packs.many_{key}")
            self._labels[key].setBuddy(field.editors()[0])
        self.folder.setObjectName("packs.many_folder")
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(names["folder"])
        self._labels["folder"].setBuddy(self.folder)
        self.choose.setObjectName("packs.many_choose")
        self.choose.setText(self.tr("Choose …"))
        self.choose.setAccessibleName(self.tr("Choose the folder for the files"))
        self.choose.setAutoDefault(False)
        self.go.setObjectName("packs.many_go")

    def _connect(self) -> None:
        for field in (self.which, *self.items.values()):
            field.changed.connect(self._on_changed)
        self.choose.clicked.connect(self._on_choose)
        self.go.clicked.connect(self._on_go)

    def _show_folder(self) -> None:
        self.folder.setText(str(self._folder))
        self.folder.setToolTip(str(self._folder))

    @Slot()
    def _on_changed(self) -> None:
        which = self.which.value()
        for key, field in self.items.items():
            field.setVisible(which == key)
            self._labels[key].setVisible(which == key)
        number = self._count(self.chosen())
        hint = self.tr("with a model project or an advisory case") if which == STATE else ""
        told = self.tr("%n body(ies) found", "", number)
        self.found.setText(f"{told}, {hint}" if hint else told)
        self.go.setEnabled(number > 0)
        self.problem.hide()
        announce(self.found, self.found.text())
        self.fit()

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the folder for the files"))
        dialog.setObjectName("packs.many_folder_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._folder))
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    @Slot(str)
    def _on_folder(self, name: str) -> None:
        self._folder = Path(name)
        self._show_folder()
        self.problem.hide()
        self.fit()
        self.folder_chosen.emit(self._folder)

    @Slot()
    def _on_go(self) -> None:
        self.go.setEnabled(False)  # until it is known whether there is room
        self.wanted.emit(self.chosen(), self._folder, self.files.value() == _SINGLE)
