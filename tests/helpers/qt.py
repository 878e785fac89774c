"""Questions every test of a widget asks: is it named, does it go when closed, what is drawn."""

import gc
import weakref
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.ui.jobs import Ticket

ROUNDS = 5
SOON = 200  # milliseconds: longer no view waits before it asks
STILL = 3  # turns of the event loop in which nothing is left to come


def nameless(root: QWidget) -> list[str]:
    """Return the visible widgets that take the focus and have no name for screen readers."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        takes_focus = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if not takes_focus or not widget.isVisibleTo(root) or widget.focusProxy() is not None:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        if not name.strip() or name == type(widget).__name__:
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Make a window the one that has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def settle(qtbot: QtBot, *roots: QObject) -> None:
    """Let answers arrive and be drawn: until below ``roots`` no job runs and nothing is about to be asked."""
    still = 0
    while still < STILL:
        qtbot.wait(1)
        still = 0 if any(map(_is_busy, roots)) else still + 1


def _is_busy(root: QObject) -> bool:
    waiting = [timer for timer in root.findChildren(QTimer) if timer.isActive() and timer.isSingleShot()]
    return bool(root.findChildren(Ticket)) or any(timer.remainingTime() < SOON for timer in waiting)


def leaked(make: Callable[[], QWidget]) -> int:
    """Return how many widgets are still alive after each was shown and closed."""
    alive = []
    for _ in range(ROUNDS):
        widget = make()
        alive.append(weakref.ref(widget))
        widget.show()
        widget.close()
        widget.deleteLater()
        del widget
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sum(ref() is not None for ref in alive)


def differing(first: QImage, second: QImage) -> int:
    """Return how many pixels of two pictures differ."""
    assert first.size() == second.size()
    return sum(
        first.pixel(x, y) != second.pixel(x, y) for y in range(first.height()) for x in range(first.width())
    )
