"""Every page over the demo office: named for screen readers, walked by keyboard, legible at every size."""

from collections.abc import Iterator
from typing import TypeGuard

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.field_holder import FieldHolder
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.shell.commands import Commands
from kts_desktop.ui.shell.language import Speech
from kts_desktop.ui.shell.pages import PAGES
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace
from tests.helpers.qt import differing, nameless, settle
from tests.helpers.shell import FixedAnswers

LEAST_HIT_AREA = 24  # pixels, the floor of WCAG 2.2
MOST_STEPS = 400
ROWS = {QAccessible.Role.ListItem, QAccessible.Role.Row, QAccessible.Role.Cell}
KEYS = [entry.key for entry in PAGES]
WITH_FORM = ["cases", "events", "projects", "contacts"]


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, demo_workspace: Workspace, settings: Settings
) -> Iterator[ShellWindow]:
    """The window over the demo office, in German."""
    theme.apply(qapp, "light", 100)
    speech, jobs = Speech(qapp), Jobs(parent=demo_workspace)
    speech.speak("de")
    demo_workspace.language = "de"
    window = ShellWindow(demo_workspace, settings)
    commands = Commands(window, demo_workspace, settings, FixedAnswers(jobs))
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.show_pages()
    commands.read_steps()
    yield window
    window.close_pages()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    jobs.shutdown()
    speech.fall_silent()
    theme.apply(qapp, "light", 100)


def open_page(qtbot: QtBot, window: ShellWindow, key: str) -> QWidget:
    """Open a page and choose the first entry of its first list, as a user would."""
    page = window.go_to(key)
    assert page is not None
    settle(qtbot, window, window.place._workspace)
    lists = [view for view in page.findChildren(QAbstractItemView) if view.isVisibleTo(page)]
    for view in lists:
        if view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))
            break
    settle(qtbot, window, window.place._workspace)
    return page


def takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(policy) and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


@pytest.mark.parametrize("key", KEYS)
def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, window: ShellWindow, key: str) -> None:
    open_page(qtbot, window, key)
    assert nameless(window) == []


@pytest.mark.parametrize("key", KEYS)
def test_tab_reaches_everything_and_is_never_trapped(qtbot: QtBot, window: ShellWindow, key: str) -> None:
    page = open_page(qtbot, window, key)
    window.activateWindow()
    window.sidebar.list.setFocus()
    wanted = {part for part in page.findChildren(QWidget) if takes_tab(part)}
    reached: list[QWidget] = []
    for _ in range(MOST_STEPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is window.sidebar.list and reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    else:
        pytest.fail(f"Tab does not come back: {reached[-3:]}")
    missed = [
        f"{type(part).__name__} {part.objectName()}" for part in wanted - set(reached) if not radio(part)
    ]
    assert missed == []


def radio(part: QWidget) -> bool:
    """Tell whether Tab passes over a part on purpose: one of a group of buttons stands for all."""
    if not isinstance(part, QAbstractButton):
        return False
    groups: list[QButtonGroup | None] = [part.group()]
    return part.autoExclusive() or any(group is not None and group.exclusive() for group in groups)


@pytest.mark.parametrize("key", KEYS)
def test_what_is_clicked_is_large_enough(qtbot: QtBot, window: ShellWindow, key: str) -> None:
    assert too_small(open_page(qtbot, window, key)) == []


def too_small(page: QWidget) -> list[str]:
    """Return what can be clicked and is smaller than a finger or an unsteady hand needs."""
    return [
        f"{part.objectName()} {part.width()}×{part.height()}"
        for part in page.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QComboBox)
        and part.isVisible()
        and min(part.width(), part.height()) < LEAST_HIT_AREA
        and not is_link(part)
    ]


def is_link(part: QWidget) -> bool:
    """Tell whether a part is a link in a line of text, which may be as high as the line."""
    return type(part).__name__ == "Link" or part.property("role") in {"crumb", "linkbutton"}


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("key", KEYS)
def test_no_text_is_cut_at_any_size(
    qtbot: QtBot, qapp: QApplication, window: ShellWindow, key: str, zoom: int
) -> None:
    theme.apply(qapp, "light", zoom)
    page = open_page(qtbot, window, key)
    assert [name for part in page.findChildren(QWidget) if (name := cut(part))] == []
    assert [name for area in page.findChildren(QScrollArea) if (name := overflow(area))] == []


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("key", WITH_FORM)
def test_a_form_is_named_large_enough_and_whole(
    qtbot: QtBot, qapp: QApplication, window: ShellWindow, key: str, zoom: int
) -> None:
    theme.apply(qapp, "light", zoom)
    page = open_page(qtbot, window, key)
    window.actions_of_window.action("edit").trigger()
    settle(qtbot, window, window.place._workspace)
    assert any(form.isVisible() for form in page.findChildren(Form))
    assert nameless(page) == []
    assert too_small(page) == []
    assert [name for part in page.findChildren(QWidget) if (name := cut(part))] == []
    assert [name for area in page.findChildren(QScrollArea) if (name := overflow(area))] == []


@pytest.mark.parametrize("key", WITH_FORM)
def test_a_value_changed_in_its_place_is_named_and_large_enough(
    qtbot: QtBot, window: ShellWindow, key: str
) -> None:
    page = open_page(qtbot, window, key)
    detail = next(one for one in page.findChildren(FieldHolder) if one.isVisible())
    value = detail._changeables()[-1]
    detail.field_wanted.emit(value.field)
    settle(qtbot, window, window.place._workspace)
    assert nameless(page) == []
    assert too_small(page) == []


@pytest.mark.parametrize("key", KEYS)
def test_no_button_is_cut_in_a_narrow_window(qtbot: QtBot, window: ShellWindow, key: str) -> None:
    window.resize(900, 760)
    page = open_page(qtbot, window, key)
    settle(qtbot, window, window.place._workspace)
    assert [name for part in page.findChildren(QAbstractButton) if (name := cut(part))] == []


def cut(part: QWidget) -> str:
    """Return the text for which a part is too small; empty if it fits."""
    if not part.isVisible() or part.width() <= 1 or not isinstance(part, QLabel | QAbstractButton):
        return ""
    text = part.text()
    if not text or (isinstance(part, QLabel) and part.wordWrap()):
        return ""
    if part.property("elides") or type(part).__name__ in {"Link", "Chip"}:
        return ""
    room = part.width() - (part.iconSize().width() if has_picture(part) else 0)
    is_cut = part.fontMetrics().horizontalAdvance(text.replace("&", "")) > room
    return f"{part.objectName()}: {text}" if is_cut else ""


def overflow(area: QScrollArea) -> str:
    """Return the name of what scrolls up and down but is wider than its area; empty if it fits."""
    is_lost = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    content = area.widget()
    if not content or not is_lost or not area.isVisible():
        return ""
    return content.objectName() if content.width() > area.viewport().width() + 1 else ""


def has_picture(part: QLabel | QAbstractButton) -> TypeGuard[QAbstractButton]:
    return isinstance(part, QAbstractButton) and not part.icon().isNull()


def test_lists_speak_whole_rows(qtbot: QtBot, window: ShellWindow) -> None:
    page = open_page(qtbot, window, "cases")
    view = page.findChild(QAbstractItemView, "cases.list")
    assert isinstance(view, QAbstractItemView)
    table = QAccessible.queryAccessibleInterface(view)
    children = [table.child(number) for number in range(table.childCount())]
    spoken = [child.text(QAccessible.Text.Name) for child in children if child.role() in ROWS]
    assert len(spoken[0].split(", ")) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_the_focus_is_seen(qtbot: QtBot, qapp: QApplication, window: ShellWindow, scheme: str) -> None:
    theme.apply(qapp, scheme, 100)
    window.activateWindow()
    window.sidebar.list.setFocus()
    settle(qtbot, window, window.place._workspace)
    with_focus = window.sidebar.grab().toImage()
    window.sidebar.menu.setFocus()
    settle(qtbot, window, window.place._workspace)
    without = window.sidebar.grab().toImage()
    assert differing(with_focus, without) > 100


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_every_scheme_paints_the_window_in_its_colours(
    qtbot: QtBot, qapp: QApplication, window: ShellWindow, scheme: str
) -> None:
    theme.apply(qapp, scheme, 100)
    settle(qtbot, window, window.place._workspace)
    image = window.sidebar.grab().toImage()
    assert image.pixelColor(4, image.height() // 2 + 60).name().upper() == theme.tokens().sidebar
