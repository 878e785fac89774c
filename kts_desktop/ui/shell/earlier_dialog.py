"""What a record was in a backup: choose a backup, see what differs, take over what is wanted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.shell.earlier_presenter import EarlierPresenter
from kts_desktop.ui.shell.earlier_tree import DifferenceTree, TwoTexts
from kts_desktop.ui.shell.earlier_words import Teller
from kts_desktop.ui.shell.looking import Looked, LooksBack
from kts_desktop.ui.shell.unlock import asked_secret
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.services.earlier_taking import Taken
    from kts_desktop.services.offices import BackupRow

_BACKUPS = "*.ktsbackup"
_PATH = int(Qt.ItemDataRole.UserRole)
_PAUSE = 150  # milliseconds the keyboard rests on a backup before it is opened
_WIDE, _HIGH = 980, 640


class EarlierDialog(Dialog):
    """Backups on the left; on the right what differs, with a tick for each field."""

    said = Signal(str)

    def __init__(
        self, workspace: Workspace, archive: LooksBack, record: tuple[str, int], parent: QWidget
    ) -> None:
        super().__init__("", parent)
        self.setObjectName("earlier")
        self._workspace, self._archive = workspace, archive
        self.backups = QListWidget(self)
        self.tree, self._texts = DifferenceTree(self), TwoTexts(self)
        self._told, self._foot_note = QLabel(self), QLabel(self)
        self._place = QStackedWidget(self)
        self._state = Placeholder(icon="history", parent=self)
        self._working, self._bar, self.stop = QWidget(self), QProgressBar(self), QPushButton(self)
        self._locked, self._why, self.secret = QWidget(self), QLabel(self), QLineEdit(self)
        self.open_locked = QPushButton(self)
        self._found = QWidget(self)
        self.other = self.add_verb(self.tr("Another file …"))
        self.leave = self.add_close(self.tr("Close"))
        self.take = self.add_verb(self.tr("Take over"), primary=True)
        self._teller = Teller({}, workspace.language)
        self._resting = QTimer(self, interval=_PAUSE, singleShot=True)
        self.presenter = EarlierPresenter(archive, self, record, self)
        self.set_heading(self.tr("Earlier state: {0}").format(kind_name(record[0], self._workspace.language)))
        self._lay_out()
        self._connect()
        self._offer(0)
        self.resize(px(_WIDE), px(_HIGH))

    def begin(self) -> None:
        """Open, and list the backups."""
        self.open()
        self.show_looking()
        self.presenter.begin()

    def show_backups(self, rows: "Sequence[BackupRow]") -> None:
        """List the backups and open the newest; without any say so."""
        kinds = {
            "daily": self.tr("of the day"),
            "weekly": self.tr("of the week"),
            "manual": self.tr("made by hand"),
            "upgrade": self.tr("before an update"),
            "import": self.tr("before an import"),
        }
        for row in rows:
            told = f"{formats.current().moment(row.made_at)}\n{kinds.get(row.kind, row.kind)}"
            item = QListWidgetItem(icon("shield-check" if row.checked_at else "archive"), told, self.backups)
            item.setData(_PATH, row.path)
        if rows:
            self.backups.setCurrentRow(0)
            self.backups.setFocus()
        else:
            self._say(
                self.tr("There is no backup yet"),
                self.tr("The first one is made by itself; one on a stick can be opened as another file."),
            )

    def show_looking(self) -> None:
        """Say that a backup is being opened."""
        self._offer(0)
        self._bar.setRange(0, 0)
        self._place.setCurrentWidget(self._working)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far that is."""
        self._bar.setRange(0, 100)
        self._bar.setValue(done * 100 // max(1, total))

    def show_found(self, looked: Looked) -> None:
        """Show what differs, or that nothing does."""
        earlier, language = looked.earlier, self._workspace.language
        when = formats.current().moment(earlier.made_at)
        self.set_heading(
            self.tr("Earlier state: {0}").format(earlier.name or kind_name(earlier.kind, language))
        )
        notes = [sentence(note, language) for note in earlier.notes]
        if earlier.newer:
            notes.append(self.tr("%n part(s) were added since; they stay as they are.", "", earlier.newer))
        if not earlier.records:
            same = self.tr("In the backup of {0} the entry was as it is today.").format(when)
            self._say(self.tr("Nothing differs"), " ".join([same, *notes]), "circle-check")
            return
        self._teller = Teller(looked.labels, language)
        self._told.setText(" ".join(notes))
        self._told.setVisible(bool(notes))
        self._foot_note.hide()
        self._texts.set_heads(self.tr("Today"), when)
        self.tree.setHeaderLabels([self.tr("Field"), self.tr("Today"), when])
        self.tree.show_earlier(earlier, self._teller, earlier.advised())
        self._place.setCurrentWidget(self._found)
        count = sum(len(record.differences) for record in earlier.records)
        announce(self, self.tr("%n difference(s)", "", count))

    def show_stopped(self) -> None:
        """Say that the look was stopped."""
        self._say(self.tr("Stopped"), self.tr("Choose a backup on the left."))

    def show_problem(self, error: UserFacingError) -> None:
        """Say why nothing can be shown; ask for the code of then where that would help."""
        told = sentence(error, self._workspace.language)
        if asked_secret(error):
            self._why.setText(told)
            self.secret.clear()
            self._place.setCurrentWidget(self._locked)
            self._offer(0)
            self.secret.setFocus()
        else:
            self._say(self.tr("Nothing to compare"), told, "info")

    def show_refusal(self, error: UserFacingError) -> None:
        """Say why nothing was taken over, beside what differs."""
        self._foot_note.setText(sentence(error, self._workspace.language))
        self._foot_note.show()

    def show_taken(self, taken: "Taken") -> None:
        """Say what was taken over, and leave."""
        language = self._workspace.language
        count = taken.values + taken.records
        told = [self.tr("%n change(s) taken over from the backup; Undo takes them back.", "", count)]
        if taken.emptied:
            names = ", ".join(field_name(name, language) for name in taken.emptied)
            told.append(self.tr("Empty, because the target is gone: {0}.").format(names))
        if taken.left_out:
            told.append(self.tr("Could not be brought back: {0}.").format(", ".join(taken.left_out)))
        self._workspace.say(" ".join(told))
        self.accept()

    def done(self, result: int) -> None:
        """Stop a look that runs before leaving."""
        self._resting.stop()
        self.presenter.stop()
        super().done(result)

    def open_file(self, path: Path) -> None:
        """Look into a backup that lies elsewhere, such as on a stick."""
        self.backups.setCurrentRow(-1)
        self._resting.stop()
        self.presenter.choose(path)

    def _say(self, heading: str, words: str, picture: str = "history") -> None:
        self._offer(0)
        self._state.set_texts(heading, words)
        self._state.set_icon(picture)
        self._place.setCurrentWidget(self._state)
        announce(self, f"{heading}. {words}")

    @Slot(int)
    def _offer(self, count: int) -> None:
        """Let the button say how much it takes over."""
        self.take.setEnabled(count > 0)
        self.take.setVisible(self._archive.can_take)
        text = self.tr("Take over (%n)", "", count) if count else self.tr("Take over")
        self.take.setText(text)
        self.take.setAccessibleName(text)

    def _lay_out(self) -> None:
        self.backups.setObjectName("earlier.backups")
        self.backups.setAccessibleName(self.tr("Backups"))
        self.backups.setProperty("role", "lines")
        self.backups.setFrameShape(QFrame.Shape.NoFrame)
        self.backups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setAccessibleName(self.tr("What differs"))
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        sized(self.backups, width=216)
        for name, button in (("other", self.other), ("close", self.leave), ("take", self.take)):
            button.setObjectName(f"earlier.{name}")
        self._foot_note.setProperty("role", "error")
        self._told.setProperty("role", "muted")
        for label in (self._foot_note, self._told):
            label.setWordWrap(True)
        self._lay_out_working()
        self._lay_out_locked()
        self._lay_out_found()
        for part in (self._state, self._working, self._locked, self._found):
            self._place.addWidget(part)
        row = QHBoxLayout()
        spaced(row, (0, 0, 0, 0), 16)
        row.addWidget(self.backups)
        row.addWidget(self._place, 1)
        self.body.addLayout(row, 1)
        sized(self, min_width=720, min_height=460)

    def _lay_out_working(self) -> None:
        words = QLabel(self.tr("Opening the backup …"), self._working)
        words.setProperty("role", "heading")
        self.stop.setText(self.tr("Stop"))
        self.stop.setAccessibleName(self.tr("Stop opening the backup"))
        self.stop.setObjectName("earlier.stop")
        self.stop.setAutoDefault(False)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        sized(self._bar, width=280)
        column = QVBoxLayout(self._working)
        spaced(column, (0, 0, 0, 0), 14)
        column.addStretch(2)
        for part in (words, self._bar, self.stop):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _lay_out_locked(self) -> None:
        self._why.setWordWrap(True)
        label = QLabel(self.tr("Recovery code or passphrase of that time"), self._locked)
        label.setProperty("role", "label")
        label.setBuddy(self.secret)
        self.secret.setObjectName("earlier.secret")
        self.secret.setAccessibleName(label.text())
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.open_locked.setText(self.tr("Open the backup"))
        self.open_locked.setAccessibleName(self.open_locked.text())
        self.open_locked.setObjectName("earlier.open")
        column = QVBoxLayout(self._locked)
        spaced(column, (24, 0, 24, 0), 10)
        column.addStretch(2)
        for part in (self._why, label, self.secret):
            column.addWidget(part)
        column.addWidget(self.open_locked, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)

    def _lay_out_found(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical, self._found)
        parts.setProperty("role", "air")
        parts.setHandleWidth(px(12))
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.tree)
        parts.addWidget(self._texts)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([px(300), px(180)])
        column = QVBoxLayout(self._found)
        spaced(column, (0, 0, 0, 0), 8)
        column.addWidget(self._told)
        column.addWidget(parts, 1)
        column.addWidget(self._foot_note)

    def _connect(self) -> None:
        self.backups.currentItemChanged.connect(self._resting.start)
        self._resting.timeout.connect(self._on_rested)
        self.other.clicked.connect(self._on_other)
        self.take.clicked.connect(self._on_take)
        self.stop.clicked.connect(self.presenter.give_up)
        self.secret.returnPressed.connect(self._on_secret)
        self.open_locked.clicked.connect(self._on_secret)
        self.tree.chosen_changed.connect(self._offer)
        self.tree.shown_changed.connect(self._on_shown)

    @Slot()
    def _on_rested(self) -> None:
        item = self.backups.currentItem()
        if item is not None:
            self.presenter.choose(Path(item.data(_PATH)))

    @Slot()
    def _on_other(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"), "", _BACKUPS)
        if name:
            self.open_file(Path(name))

    @Slot()
    def _on_secret(self) -> None:
        text = self.secret.text()
        self.secret.clear()
        if text.strip():
            self.presenter.open_with(text)

    @Slot()
    def _on_take(self) -> None:
        self.presenter.take(self.tree.chosen())

    @Slot(int)
    def _on_shown(self, place: int) -> None:
        found = self.tree.difference(place)
        if found is None:
            self._texts.show_texts("", "")
            return
        record, one = found
        now, aside = self._teller.now(record, one), self._teller.aside(one)
        if one.field:
            self._texts.show_texts(now, self._teller.then(one), aside)
        else:
            self._texts.show_texts(now, self._teller.contents(record), aside, is_marked=False)
