"""The documents of a record: a box that lists them, and a veil that says where dropped files go."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kts_desktop.ui.kit import formats, theme
from kts_desktop.ui.kit.detail import Detail, record_button
from kts_desktop.ui.kit.facts import Box, Link
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.icons import IconLabel, icon
from kts_desktop.ui.kit.measure import px, sized, spaced

if TYPE_CHECKING:
    from kts_desktop.services.attachments import AttachmentRow

_LINK = "attachment"


class DocumentsBox(Box):
    """Lists documents, each with its own buttons; the name opens a copy to read."""

    add_wanted = Signal()
    open_wanted = Signal(int)
    save_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._lines: tuple[AttachmentRow, ...] = ()
        self._owner = ""
        self._now: datetime | None = None
        self.add = self.add_button("add")
        self.add.setIcon(icon("file-plus"))
        sized(self.add, icon=16)
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        spaced(self._column, (0, 0, 0, 0), 8)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._hint)
        self.add.clicked.connect(self.add_wanted)
        self.retranslate()

    def show_documents(self, lines: "Sequence[AttachmentRow]", owner_kind: str, now: datetime) -> None:
        """Show these documents; of one that hangs on another kind of record it is said."""
        self._lines, self._owner, self._now = tuple(lines), owner_kind, now
        empty(self._column)
        for line in lines:
            self._column.addWidget(self._row(line, now))
        self._rows.setVisible(bool(lines))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text but those of the lines."""
        self.set_heading(self.tr("Documents"))
        self.add.setText(self.tr("Attach …"))
        self.add.setAccessibleName(self.tr("Attach files"))
        if self._lines:
            self._hint.setText(self.tr("More files can be dropped here."))
        else:
            self._hint.setText(self.tr("No document yet. Drop files here, or choose them with “Attach …”."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            if self._now is not None:
                self.show_documents(self._lines, self._owner, self._now)

    def _row(self, line: "AttachmentRow", now: datetime) -> QWidget:
        row = QWidget(self._rows)
        layout = QHBoxLayout(row)
        spaced(layout, (0, 0, 0, 0), 12)
        sign = IconLabel("file-text" if line.is_there else "triangle-alert", 18, parent=row)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        names = QVBoxLayout()
        spaced(names, (0, 2, 0, 2), 0)
        link = Link(line.name, _LINK, line.id, row)
        link.wanted.connect(self._on_open)
        names.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        told = QLabel(self._told(line, now), row)
        told.setProperty("role", "caption" if line.is_there else "error")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        told.setToolTip(formats.current().moment(line.attached_at))
        names.addWidget(told)
        layout.addLayout(names, 1)
        save = record_button("download", self.tr("Save a copy of {0}").format(line.name), line.id, row)
        save.clicked.connect(self._on_save)
        remove = record_button("trash-2", self.tr("Remove {0}").format(line.name), line.id, row)
        remove.clicked.connect(self._on_remove)
        layout.addWidget(save)
        layout.addWidget(remove)
        return row

    def _told(self, line: "AttachmentRow", now: datetime) -> str:
        write = formats.current()
        origins = {
            "note": self.tr("on a note"),
            "task": self.tr("on a follow-up"),
            "document": self.tr("on a document"),
        }
        parts = [
            "" if line.is_there else self.tr("content missing"),
            write.size(line.size),
            self.tr("attached {0}").format(write.relative(line.attached_at, now)),
            self.tr("file of {0}").format(write.day(line.dated_on)) if line.dated_on else "",
            origins.get(line.owner_kind, "") if line.owner_kind != self._owner else "",
        ]
        return " · ".join(part for part in parts if part)

    @Slot(str, int)
    def _on_open(self, _kind: str, record: int) -> None:
        self.open_wanted.emit(record)

    @Slot()
    def _on_save(self) -> None:
        self.save_wanted.emit(int(self.sender().property("record")))

    @Slot()
    def _on_remove(self) -> None:
        self.remove_wanted.emit(int(self.sender().property("record")))


class DropVeil(QWidget):
    """Lies over a detail pane while files are dragged over it, and says what letting go would do."""

    dropped = Signal(object)  # list[Path]

    def __init__(self, detail: Detail) -> None:
        super().__init__(detail)
        self.setObjectName("documents.veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._detail, self._takes = detail, False
        self._words = ""
        detail.setAcceptDrops(True)
        detail.installEventFilter(self)
        self.hide()

    def take(self, words: str) -> None:
        """Take files for the record shown, saying so in these words; none while they are empty."""
        self._words = words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow files over the pane; a form that is open may be of another record, so none is taken then."""
        kind = event.type()
        if kind is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            self._takes = bool(self._words and _files(event)) and self._detail.form() is None
            if self._takes:
                self.setGeometry(self._detail.rect())
                self.raise_()
                self.show()
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                return True
        elif kind is QEvent.Type.DragLeave:
            self.hide()
        elif kind is QEvent.Type.Drop and isinstance(event, QDropEvent) and self._takes:
            self.hide()
            self._takes = False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(_files(event))
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a light ground, a dashed frame and the words."""
        tokens, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.window)
        ground.setAlpha(225)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(tokens.accent), px(2), Qt.PenStyle.DashLine))
        frame = self.rect().adjusted(px(16), px(16), -px(16), -px(16))
        painter.drawRoundedRect(frame, px(10), px(10))
        painter.setPen(QColor(tokens.text))
        painter.setFont(theme.font(18))
        painter.drawText(QRect(frame), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        painter.end()


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
