"""The manual in a window of its own: the page of the area, contents, search in the page, the way back.

The pages are the Markdown files of ``docs/manual``; they travel with the program and need no network.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.core.paths import resource
from kts_desktop.core.settings import Settings
from kts_desktop.ui.kit import formats, theme
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.list_pane import SearchLine
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.shell import manual_look

PAGES = (
    "index", "start", "today", "cases", "events", "projects", "contacts", "packs", "reports", "exchange",
    "search", "settings", "keys", "commands",
)  # fmt: skip
FIRST = "index"
_LOOKS = "manual"
_SIZE = (1000, 720)
_CONTENTS = 270
_LINE = 28
_BLOCK = Qt.ItemDataRole.UserRole
_PAGE = Qt.ItemDataRole.UserRole + 1
_ZOOM_KEYS = {"zoom_in": ("Ctrl++", "Ctrl+="), "zoom_out": ("Ctrl+-",), "zoom_reset": ("Ctrl+0",)}


def path_of(page: str, language: str) -> Path:
    """Return the file of a page; raises FileNotFoundError if the manual has no such page."""
    return resource(f"manual/{page}.md" if language == "en" else f"manual/{language}/{page}.md")


def title_of(path: Path) -> str:
    """Return the first heading of a page."""
    with path.open(encoding="utf-8") as lines:
        return next(lines).removeprefix("# ").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Where the searched text stands in the page, and which place is the present one."""

    places: tuple[QTextCursor, ...] = ()
    present: int = 0


class Manual(QDialog):
    """Shows the manual beside the work; it never blocks the window."""

    action_wanted = Signal(str)  # an action of the window that has a key here too: text size

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._language = formats.current().language
        self._page = ""
        self._hits = Hits()
        self.contents = QTreeWidget(self)
        self.text = QTextBrowser(self)
        self.field = SearchLine("manual.field", self)
        self.back, self.forward = QToolButton(self), QToolButton(self)
        self.previous, self.next = QToolButton(self), QToolButton(self)
        self.count = QLabel(self)
        self._dress()
        self._lay_out()
        self._connect()
        self._fill()
        self.retranslate()
        self.text.setFocus()

    def page(self) -> str:
        """Return the name of the page shown."""
        return self._page

    def show_page(self, page: str) -> None:
        """Show a page; an unknown one shows the contents."""
        wanted = page if page in PAGES else FIRST
        if wanted != self.page():
            self.text.setSource(QUrl.fromLocalFile(str(path_of(wanted, self._language))))

    def speak(self, language: str) -> None:
        """Show the same page in another language."""
        page, self._language = self.page() or FIRST, language
        self._fill()
        self.text.setSource(QUrl.fromLocalFile(str(path_of(page, language))))
        self.text.clearHistory()

    def retranslate(self) -> None:
        """Set every text."""
        self.setWindowTitle(self.tr("Manual of KTS Desktop"))
        self.contents.setAccessibleName(self.tr("Contents of the manual"))
        self.text.setAccessibleName(self.tr("Page of the manual"))
        self.field.setPlaceholderText(self.tr("Find in this page"))
        self.field.setAccessibleName(self.tr("Find in this page"))
        name_button(self.back, self.tr("Back"), "Alt+Left", icon_only=True)
        name_button(self.forward, self.tr("Forward"), "Alt+Right", icon_only=True)
        name_button(self.previous, self.tr("Previous place"), "Shift+F3", icon_only=True)
        name_button(self.next, self.tr("Next place"), "F3", icon_only=True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, colours and text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.speak(formats.current().language)

    def rescaled(self) -> None:
        """Take sizes and colours from the theme in force, at the same place of the page."""
        place = self.text.verticalScrollBar().value()
        for line in self.contents.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            line.setSizeHint(0, QSize(0, px(_LINE)))
        self._show_look()
        self.text.verticalScrollBar().setValue(place)

    def done(self, result: int) -> None:
        """Remember how large the window was."""
        self._settings.put_view(_LOOKS, {"width": self.width(), "height": self.height()})
        super().done(result)

    def _dress(self) -> None:
        self.setObjectName("manual")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.contents.setObjectName("manual.contents")
        self.contents.setHeaderHidden(True)
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sized(self.contents, width=_CONTENTS)
        self.text.setObjectName("manual.text")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenExternalLinks(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for name, button, sign in (
            ("back", self.back, "arrow-left"),
            ("forward", self.forward, "arrow-right"),
            ("previous", self.previous, "chevron-up"),
            ("next", self.next, "chevron-down"),
        ):
            button.setObjectName(f"manual.{name}")
            button.setIcon(icon(sign))
            button.setProperty("flat", True)
            button.setEnabled(False)
            sized(button, icon=18)
        self.count.setProperty("role", "caption")
        kept = self._settings.view(_LOOKS)
        width, height = (kept.get(key) for key in ("width", "height"))
        is_kept = isinstance(width, int) and isinstance(height, int)
        least = QSize(px(_SIZE[0]), px(_SIZE[1]))
        self.resize(QSize(cast("int", width), cast("int", height)) if is_kept else least)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        spaced(head, (12, 10, 12, 10), 6)
        head.addWidget(self.back)
        head.addWidget(self.forward)
        head.addStretch()
        head.addWidget(self.count)
        head.addWidget(self.field)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        sized(self.field, width=260)
        body = QHBoxLayout()
        spaced(body, spacing=0)
        side = QFrame(self)
        side.setProperty("role", "listpane")
        inner = QVBoxLayout(side)
        spaced(inner, (8, 8, 0, 8))
        inner.addWidget(self.contents)
        body.addWidget(side)
        body.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        spaced(column, spacing=0)
        column.addLayout(head)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.text.backward)
        self.forward.clicked.connect(self.text.forward)
        self.text.backwardAvailable.connect(self.back.setEnabled)
        self.text.forwardAvailable.connect(self.forward.setEnabled)
        self.text.sourceChanged.connect(self._on_source)
        self.contents.itemActivated.connect(self._on_chosen)
        self.contents.itemClicked.connect(self._on_chosen)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_next)
        self.field.left_downwards.connect(self.text.setFocus)
        self.next.clicked.connect(self._on_next)
        self.previous.clicked.connect(self._on_previous)
        for keys, slot in (
            (("Ctrl+F",), self._on_find),
            (("F3", "Ctrl+G"), self._on_next),
            (("Shift+F3", "Ctrl+Shift+G"), self._on_previous),
            (("Alt+Left",), self.text.backward),
            (("Alt+Right",), self.text.forward),
        ):
            for one in keys:
                QShortcut(QKeySequence(one), self).activated.connect(slot)
        for action, zoom_keys in _ZOOM_KEYS.items():
            for one in zoom_keys:
                shortcut = QShortcut(QKeySequence(one), self)
                shortcut.setProperty("action", action)
                shortcut.activated.connect(self._on_zoom)

    def _fill(self) -> None:
        """Name the pages in the contents."""
        self.contents.clear()
        for page in PAGES:
            self.contents.addTopLevelItem(_line(title_of(path_of(page, self._language)), page))

    def _show_look(self) -> None:
        manual_look.dress(self.text.document())
        self._search(self.field.text())

    def _item(self, page: str) -> QTreeWidgetItem:
        return cast("QTreeWidgetItem", self.contents.topLevelItem(PAGES.index(page)))

    @Slot(QUrl)
    def _on_source(self, source: QUrl) -> None:
        """Dress the page, and show its headings below its name in the contents.

        The browser tells of the new page before it names it as its own.
        """
        self._page = page = Path(source.path()).stem
        self._show_look()
        for other in PAGES:
            self._item(other).takeChildren()
        item = self._item(page)
        for level, text, block in manual_look.headings(self.text.document()):
            if level == 2:  # noqa: PLR2004 - the headings below the title
                item.addChild(_line(text, page, block))
        item.setExpanded(True)
        self.contents.setCurrentItem(item)
        announce(self.text, item.text(0))

    @Slot(QTreeWidgetItem, int)
    def _on_chosen(self, item: QTreeWidgetItem, _column: int) -> None:
        self.show_page(str(item.data(0, _PAGE)))
        block = item.data(0, _BLOCK)
        if block is not None:
            found = self.text.document().findBlockByNumber(int(block))
            self.text.setTextCursor(QTextCursor(found))
            top = self.text.document().documentLayout().blockBoundingRect(found).top()
            self.text.verticalScrollBar().setValue(int(top) - px(8))
            self.text.setFocus()

    @Slot()
    def _on_find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._search(text)
        self._go()

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot()
    def _on_previous(self) -> None:
        self._step(-1)

    @Slot()
    def _on_zoom(self) -> None:
        self.action_wanted.emit(str(self.sender().property("action")))

    def _step(self, by: int) -> None:
        if self._hits.places:
            present = (self._hits.present + by) % len(self._hits.places)
            self._hits = Hits(places=self._hits.places, present=present)
            self._go()

    def _search(self, text: str) -> None:
        """Find every place of a text in the page, whatever its case."""
        places = []
        if text.strip():
            document: QTextDocument = self.text.document()
            found = document.find(text.strip())
            while not found.isNull():
                places.append(found)
                found = document.find(text.strip(), found)
        self._hits = Hits(places=tuple(places))
        self.previous.setEnabled(bool(places))
        self.next.setEnabled(bool(places))
        self._mark()

    def _go(self) -> None:
        """Show the present place and say which of how many it is."""
        self._mark()
        if self._hits.places:
            place = QTextCursor(self._hits.places[self._hits.present])
            place.clearSelection()
            self.text.setTextCursor(place)
            self.text.ensureCursorVisible()
        announce(self.count, self.count.text())

    def _mark(self) -> None:
        tokens, marks = theme.tokens(), []
        for number, place in enumerate(self._hits.places):
            mark, look = QTextEdit.ExtraSelection(), QTextCharFormat()
            front, back = tokens.wait if number != self._hits.present else (tokens.on_accent, tokens.accent)
            look.setForeground(QColor(front))
            look.setBackground(QColor(back))
            mark.cursor, mark.format = place, look
            marks.append(mark)
        self.text.setExtraSelections(marks)
        self.count.setText(self._told())

    def _told(self) -> str:
        if not self.field.text().strip():
            return ""
        if not self._hits.places:
            return self.tr("Not on this page")
        return self.tr("{number} of {all}").format(number=self._hits.present + 1, all=len(self._hits.places))


def _line(text: str, page: str, block: int | None = None) -> QTreeWidgetItem:
    """Return a line of the contents: a page, or the heading in a block of it."""
    line = QTreeWidgetItem([text])
    line.setSizeHint(0, QSize(0, px(_LINE)))
    line.setData(0, _PAGE, page)
    line.setData(0, _BLOCK, block)
    return line
