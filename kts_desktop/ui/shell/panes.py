"""Keyboard walk between the panes of the window: F6 forwards, Shift+F6 backwards."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QTabBar, QTabWidget, QWidget


def next_pane(window: QWidget, forwards: bool) -> None:
    """Give the focus to the first focusable part of the next (or previous) pane."""
    panes = _panes(window)
    if not panes:
        return
    focused = QApplication.focusWidget()
    here = next((number for number, pane in enumerate(panes) if _holds(pane, focused)), -1)
    step = 1 if forwards else -1
    for offset in range(1, len(panes) + 1):
        target = _first_focusable(panes[(here + step * offset) % len(panes)])
        if target is not None:
            reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
            target.setFocus(reason)
            return


def next_tab(place: QWidget, forwards: bool) -> None:
    """Show the next (or previous) tab: of the tabs that have the focus, else of the record shown."""
    bars = [bar for bar in place.findChildren(QTabBar) if bar.isVisible() and bar.count() > 1]
    if not bars:
        return
    bar = next((one for one in bars if one.hasFocus()), max(bars, key=_depth))
    tabs = [number for number in range(bar.count()) if bar.isTabVisible(number)]
    here = tabs.index(bar.currentIndex()) if bar.currentIndex() in tabs else 0
    bar.setCurrentIndex(tabs[(here + (1 if forwards else -1)) % len(tabs)])


def _depth(part: QWidget) -> int:
    """Return how deep a part lies: the tabs of a record lie below the switch of its page."""
    parent = part.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)


def _panes(window: QWidget) -> list[QWidget]:
    """Return what a user sees as panes: sidebar, the children of splitters, else the page itself."""
    found = [part for part in window.findChildren(QWidget, "sidebar") if part.isVisible()]
    splitters = [part for part in window.findChildren(QSplitter) if part.isVisible()]
    inner = [part.widget(number) for part in splitters for number in range(part.count())]
    panes = [pane for pane in inner if pane is not None and pane.isVisible() and not _has_splitter(pane)]
    if not panes:
        panes = [part for part in window.findChildren(QWidget, "shell.place") if part.isVisible()]
    places = [pane.mapTo(window, QPoint(0, 0)) for pane in panes]
    order = sorted(range(len(panes)), key=[(place.x(), place.y()) for place in places].__getitem__)
    return found + [panes[number] for number in order]


def _has_splitter(pane: QWidget) -> bool:
    return isinstance(pane, QSplitter) or any(part.isVisible() for part in pane.findChildren(QSplitter))


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _first_focusable(pane: QWidget) -> QWidget | None:
    candidates: Sequence[QWidget] = [pane, *pane.findChildren(QWidget)]
    walk = [part for part in candidates if _takes_tab(part)]
    lists = [part for part in walk if part.property("paneFocus")]
    return (lists or walk or [None])[0]  # type: ignore[list-item]


def _takes_tab(part: QWidget) -> bool:
    policy = part.focusPolicy()
    return (
        part.isVisible()
        and part.isEnabled()
        and bool(policy.value & Qt.FocusPolicy.TabFocus.value)
        and not isinstance(part, QTabWidget)
    )
