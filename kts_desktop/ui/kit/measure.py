"""Measures that grow with the text: every distance is designed at 100 % and scaled here."""

from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QWidget

BASE = 14  # size of running text in pixels at 100 %
SCALE = "ktsScale"  # property of the application
_MARGINS, _SPACING, _SIZES = "ktsMargins", "ktsSpacing", "ktsSizes"
_Margins = tuple[int, int, int, int]


@runtime_checkable
class Rescaling(Protocol):
    """A widget that has to do more than take new margins when the zoom changes."""

    def rescaled(self) -> None:
        """Take measures from the zoom in force."""


def scale() -> float:
    """Return the factor in force: text zoom times the system's own text size."""
    app = QApplication.instance()
    value = app.property(SCALE) if app is not None else None
    return float(value) if value else 1.0


def px(design: float) -> int:
    """Return a measure designed at 100 % in the pixels in force."""
    size = round(abs(design) * scale())
    if design < 0:
        return -size
    return max(1, size) if design else 0


def spaced(layout: QLayout, margins: _Margins = (0, 0, 0, 0), spacing: int = 8) -> None:
    """Give a layout margins (left, top, right, bottom) and spacing that follow the text zoom."""
    layout.setProperty(_MARGINS, list(margins))
    layout.setProperty(_SPACING, spacing)
    _space(layout)


def sized(
    widget: QWidget,
    *,
    width: int = 0,
    height: int = 0,
    min_width: int = 0,
    max_width: int = 0,
    min_height: int = 0,
    icon: int = 0,
) -> None:
    """Give a widget fixed or least sizes, or an icon size, that follow the text zoom; 0 leaves one free."""
    widget.setProperty(_SIZES, [width, height, min_width, max_width, min_height, icon])
    _size(widget)


def rescale(app: QApplication) -> None:
    """Bring every measured layout and widget to the zoom in force."""
    for widget in app.allWidgets():
        _size(widget)
        layout = widget.layout()
        if layout is not None:
            for one in (layout, *layout.findChildren(QLayout)):
                _space(one)
        if isinstance(widget, Rescaling):
            widget.rescaled()


def _space(layout: QLayout) -> None:
    margins = cast("list[int] | None", layout.property(_MARGINS))
    if margins is not None:
        layout.setContentsMargins(*(px(margin) for margin in margins))
        layout.setSpacing(px(cast("int", layout.property(_SPACING))))


def _size(widget: QWidget) -> None:
    sizes = cast("list[int] | None", widget.property(_SIZES))
    if sizes is None:
        return
    width, height, min_width, max_width, min_height, icon = sizes
    for wanted, put in (
        (width, widget.setFixedWidth),
        (height, widget.setFixedHeight),
        (min_width, widget.setMinimumWidth),
        (max_width, widget.setMaximumWidth),
        (min_height, widget.setMinimumHeight),
    ):
        if wanted:
            put(px(wanted))
    if icon and isinstance(widget, QAbstractButton):
        widget.setIconSize(QSize(px(icon), px(icon)))
