"""The right pane of a page: where one is, the title, what can be done, and the record in tabs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.facts import Link
from kts_desktop.ui.kit.field_holder import FieldHolder
from kts_desktop.ui.kit.flow import Turning, empty
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.in_place import Editable, InPlace
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.kit.states import Placeholder


@dataclass(frozen=True, slots=True)
class Crumb:
    """One part of the line that says where one is; with a kind and id it is a link."""

    text: str
    kind: str = ""
    id: int = 0


def name_button(button: QAbstractButton, text: str, shortcut: str = "", *, icon_only: bool = False) -> None:
    """Give a button its text, its name for screen readers and a tooltip with the shortcut."""
    if not icon_only:
        button.setText(text if button.icon().isNull() else f" {text}")  # air between icon and word
    button.setAccessibleName(text)
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{text} ({keys})" if keys else text)


def record_button(sign: str, name: str, record: int, parent: QWidget) -> QToolButton:
    """Return a small flat button for one record in a list, which its property ``record`` names."""
    button = QToolButton(parent)
    button.setIcon(icon(sign))
    button.setProperty("flat", True)
    button.setProperty("record", record)
    name_button(button, name, icon_only=True)
    return button


class TabBar(QTabBar):
    """Tabs as words on a hairline; the chosen one is underlined, the focus a ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room of the words and their air."""
        metrics = QFontMetrics(theme.font(weight=QFont.Weight.DemiBold))
        width = metrics.horizontalAdvance(self.tabText(index)) + px(10) + px(18)
        return QSize(width, metrics.height() + px(18))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: words are not cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairline, words, underline and ring."""
        tokens, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(weight=QFont.Weight.DemiBold))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(tokens.border))
        under = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            rect = self.tabRect(index).adjusted(0, 0, -px(18), 0)
            is_current = index == self.currentIndex()
            painter.setPen(QColor(tokens.text if is_current or index == under else tokens.muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if is_current:
                line = QRect(rect.left(), self.height() - 2, rect.width(), 2)
                painter.fillRect(line, QColor(tokens.accent))
                if self.hasFocus():
                    painter.setPen(QPen(QColor(tokens.accent), 2))
                    painter.drawRoundedRect(rect.adjusted(1, 5, -1, -6), px(5), px(5))
        painter.end()


class Detail(FieldHolder):
    """One record: placeholder, read view in tabs, or a form in their place."""

    link_wanted = Signal(str, int)
    tab_changed = Signal(str)
    back_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.detail")
        self.setProperty("role", "detail")
        self._name = name
        self._keys: list[str] = []
        self._form: QWidget | None = None
        self._in_place: InPlace | None = None
        self.back = QToolButton(self)
        self._crumbs, self._actions = QHBoxLayout(), QHBoxLayout()
        self._title_place = Editable(self)
        self._title = QLabel(self._title_place)
        self.tabs = TabBar(self)
        self._bodies = QStackedWidget(self)
        self._nothing = Placeholder(icon="inbox", parent=self)
        self._reading = QWidget(self)
        self._place = QStackedWidget(self)
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab)
        self.back.clicked.connect(self.back_wanted)
        self.retranslate()

    def set_crumb(self, crumbs: Sequence[Crumb]) -> None:
        """Say where one is, such as the municipality and the file number."""
        empty(self._crumbs)
        for number, crumb in enumerate(crumbs):
            if number:
                self._crumbs.addWidget(_muted("·", self._reading), 0, Qt.AlignmentFlag.AlignVCenter)
            part = self._link(crumb) if crumb.kind else _muted(crumb.text, self._reading)
            self._crumbs.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._crumbs.addStretch()  # in a line of their own they stay together

    def set_title(self, text: str, field: str = "", name: str = "") -> None:
        """Set the title of the record; ``field`` changes it, ``name`` is what a list of fields calls it."""
        self._title.setText(text)
        self._title_place.set_field(field, name)

    def add_action(
        self, key: str, picture: str = "", *, flat: bool = False, primary: bool = False
    ) -> QAbstractButton:
        """Return a new button of the head; the page names it by ``name_button`` and connects it.

        A flat one shows its icon alone.
        """
        button: QAbstractButton = QToolButton(self._reading) if flat else QPushButton(self._reading)
        button.setObjectName(f"{self._name}.{key}")
        button.setProperty("flat", flat)
        button.setProperty("primary", primary)
        if picture:
            role = QPalette.ColorRole.HighlightedText if primary else QPalette.ColorRole.ButtonText
            button.setIcon(icon(picture, role))
            sized(button, icon=16)
        self._actions.addWidget(button)
        return button

    def add_tab(self, key: str, body: QWidget, *, scroll: bool = True) -> None:
        """Add a part of the record; a long one scrolls."""
        self._keys.append(key)
        self._bodies.addWidget(_scrolling(body) if scroll else body)
        self.tabs.addTab(key)
        self.tabs.setVisible(len(self._keys) > 1)

    def set_tab(self, key: str, text: str, count: int | None = None) -> None:
        """Name a tab, with how many it holds."""
        self.tabs.setTabText(self._keys.index(key), text if count is None else f"{text} ({count})")

    def current_tab(self) -> str:
        """Return the key of the part shown."""
        return self._keys[self.tabs.currentIndex()]

    def show_tab(self, key: str) -> None:
        """Show a part."""
        self.tabs.setCurrentIndex(self._keys.index(key))

    def set_placeholder(self, heading: str, sentence: str = "") -> None:
        """Set what stands here while nothing is chosen."""
        self._nothing.set_texts(heading, sentence)

    def show_placeholder(self) -> None:
        """Show that nothing is chosen."""
        self._place.setCurrentWidget(self._nothing)

    def show_content(self) -> None:
        """Show the read view; a form leaves."""
        self._place.setCurrentWidget(self._reading)
        if self._in_place is not None:
            self._in_place.end()
            self._in_place = None
        if self._form is not None:
            self._place.removeWidget(self._form)
            self._form.setParent(None)
            self._form.deleteLater()
            self._form = None

    def show_form(self, form: QWidget, field: str = "") -> None:
        """Show a form in place of the read view; it is thrown away by ``show_content``.

        With ``field`` only this field is shown, in the place of its value; where the value is not shown
        the whole form comes, with the focus there.
        """
        self.show_content()
        self._form = form
        place = next((one for one in self._changeables() if field and one.field == field), None)
        if isinstance(form, Form) and place is not None and field in form.grid.fields():
            form.setParent(self)
            form.hide()
            form.whole_wanted.connect(self._on_whole_wanted)
            self._in_place = InPlace(form, field, place)
        else:
            self._place.addWidget(form)
            self._place.setCurrentWidget(form)

    def form(self) -> QWidget | None:
        """Return the form that is open."""
        return self._form

    def retranslate(self) -> None:
        """Set the pane's own texts."""
        name_button(self.back, self.tr("Back to the list"))
        self.tabs.setAccessibleName(self.tr("Parts of the record"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        self.back.setObjectName(f"{self._name}.back")
        self.back.setIcon(icon("arrow-left"))
        self.back.setProperty("flat", True)
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setVisible(False)
        sized(self.back, icon=16)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs.setObjectName(f"{self._name}.tabs")
        spaced(self._crumbs, (0, 0, 0, 0), 6)
        spaced(self._actions, (0, 0, 0, 0), 10)
        column = QVBoxLayout(self._reading)
        spaced(column, (28, 16, 28, 0), 10)
        title = QVBoxLayout(self._title_place)
        spaced(title, (0, 0, 0, 0), 0)
        title.addWidget(self._title)
        self._title_place.watch(self._title)
        column.addLayout(Turning(self._crumbs, self._actions))
        column.addWidget(self._title_place)
        column.addWidget(self.tabs)
        column.addWidget(self._bodies, 1)
        self._place.addWidget(self._nothing)
        self._place.addWidget(self._reading)
        outer = QVBoxLayout(self)
        spaced(outer, (0, 0, 0, 0), 0)
        bar = QHBoxLayout()
        spaced(bar, (20, 8, 0, 0), 0)
        bar.addWidget(self.back)
        bar.addStretch()
        outer.addLayout(bar)
        outer.addWidget(self._place, 1)

    def _changeables(self) -> list[Editable]:
        """Return the values of the part shown that can be changed, in reading order."""
        if self._place.currentWidget() is not self._reading:
            return []
        part = self._bodies.currentWidget()
        inner = [] if part is None else part.findChildren(Editable)
        return [one for one in (self._title_place, *inner) if one.field]

    @Slot()
    def _on_whole_wanted(self) -> None:
        if self._in_place is not None and self._form is not None:
            self._in_place.end()
            self._in_place = None
            self._place.addWidget(self._form)
            self._place.setCurrentWidget(self._form)

    def _link(self, crumb: Crumb) -> Link:
        link = Link(crumb.text, crumb.kind, crumb.id, self._reading, is_quiet=True)
        link.wanted.connect(self.link_wanted)
        return link

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self._bodies.setCurrentIndex(index)
        if index >= 0:
            self.tab_changed.emit(self._keys[index])


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    return label


def _scrolling(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    body.setProperty("role", "clear")
    area.setWidget(body)
    area.viewport().setAutoFillBackground(False)
    return area
