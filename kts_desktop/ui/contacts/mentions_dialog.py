"""After an erasure: the entries that still name the person, to be edited one by one and then forgotten."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.sentences.fields import field_name
from kts_desktop.services import erasure
from kts_desktop.services.erasure import Mention
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.icons import IconLabel
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.storage.store import Store

_OPENED = frozenset(
    {
        "advisory_case",
        "note",
        "task",
        "event",
        "registration",
        "organisation",
        "project",
        "measure",
        "person",
    }
)


class MentionsDialog(Dialog):
    """Stays beside the window while the entries are edited; closing it leaves the rest as it is."""

    def __init__(self, workspace: Workspace, mentions: Sequence[Mention], parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("people.mentions")
        self.setModal(False)
        self._workspace = workspace
        self._mentions = tuple(mentions)
        self._lines: list[_Line] = []
        self.setWindowTitle(self.tr("These entries still name the person"))
        self._heading.setText(self.windowTitle())
        self.add_sentence(
            self.tr(
                "Open each and edit its text. Then let the history forget what stood there before. The list "
                "is kept nowhere: what you leave out stays named."
            )
        )
        self.body.addWidget(self._list(), 1)
        self._problem = self.add_sentence("")
        self._problem.setProperty("role", "error")
        self._problem.hide()
        self.add_verb(self.tr("Close"), primary=True).clicked.connect(self.accept)
        sized(self, min_width=640)

    def _list(self) -> QScrollArea:
        ground = QWidget(self)
        ground.setProperty("role", "clear")
        column = QVBoxLayout(ground)
        spaced(column, (0, 0, 8, 0), 12)
        for number, mention in enumerate(self._mentions):
            line = _Line(mention, number, self._told(mention), ground)
            line.open.clicked.connect(self._on_open)
            line.forget.clicked.connect(self._on_forget)
            self._lines.append(line)
            column.addWidget(line)
        column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        area.setMinimumHeight(min(px(360), ground.sizeHint().height() + px(8)))
        return area

    def _told(self, mention: Mention) -> str:
        names = {
            "advisory_case": self.tr("Case"),
            "note": self.tr("Note"),
            "task": self.tr("Follow-up"),
            "event": self.tr("Event"),
            "registration": self.tr("Registration"),
            "organisation": self.tr("Body"),
            "project": self.tr("Project"),
            "person": self.tr("Person"),
        }
        kind = names.get(mention.kind, self.tr("Entry"))
        return f"{kind} {mention.id}, {field_name(mention.field, self._workspace.language)}"

    @Slot()
    def _on_open(self) -> None:
        mention = self._mentions[int(self.sender().property("number"))]
        self._workspace.open_record(mention.kind, mention.id)

    @Slot()
    def _on_forget(self) -> None:
        number = int(self.sender().property("number"))
        mention = self._mentions[number]

        def job(store: "Store", _ticket: Ticket) -> Changes:
            return erasure.forget(store, mention)

        ticket = self._workspace.erase(job)
        ticket.setProperty("number", number)
        ticket.succeeded.connect(self._on_forgotten)
        ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_forgotten(self, _changes: object) -> None:
        self._problem.hide()
        self._lines[int(self.sender().property("number"))].settle(self.tr("forgotten"))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not isinstance(error, UserFacingError):
            assert isinstance(error, BaseException)
            raise error
        self._problem.setText(sentence(error, self._workspace.language))
        self._problem.show()


class _Line(QWidget):
    """One entry: what it is, the words around the name, and what can be done."""

    def __init__(self, mention: Mention, number: int, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        spaced(row, (0, 0, 0, 0), 8)
        words = QVBoxLayout()
        spaced(words, (0, 0, 0, 0), 0)
        self._excerpt = QLabel(mention.excerpt, self)
        for label, role in ((QLabel(told, self), "strong"), (self._excerpt, "")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", role)
            words.addWidget(label)
        row.addLayout(words, 1)
        self.open, self.forget = QPushButton(self), QPushButton(self)
        self.open.setText(self.tr("Open"))
        self.open.setAccessibleName(self.tr("Open {0}").format(told))
        self.open.setVisible(mention.kind in _OPENED)
        self.forget.setText(self.tr("Forget what stood there"))
        self.forget.setAccessibleName(self.tr("Forget what stood there: {0}").format(told))
        for button in (self.open, self.forget):
            button.setProperty("number", number)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._row = row

    def settle(self, word: str) -> None:
        """Show that this entry is done; its words go, for they hold the name."""
        self.open.hide()
        self.forget.hide()
        self._excerpt.setText(word)
        self._excerpt.setProperty("role", "muted")
        self._row.addWidget(IconLabel("circle-check", 18, parent=self), 0, Qt.AlignmentFlag.AlignTop)
