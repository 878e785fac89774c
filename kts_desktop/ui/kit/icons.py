"""Stroke icons that take their colour from the palette when they are painted."""

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from kts_desktop.core.paths import resource
from kts_desktop.ui.kit.measure import px

Role = QPalette.ColorRole
_STROKE = 'stroke-width="1.75"'
_MISSING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'stroke-width="1.75"><rect x="5" y="5" width="14" height="14" rx="3"/></svg>'
)


def icon(name: str, role: Role = Role.WindowText) -> QIcon:
    """Return the icon ``resources/icons/<name>.svg``; a square stands in for a missing file."""
    return QIcon(_SvgEngine(name, role))


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: str) -> None:
    """Paint an icon in a colour of its own, as delegates do."""
    _renderer(name, colour).render(painter, rect)


def icon_file(name: str, colour: str) -> str:
    """Return the path of an icon in one colour, for the style sheet, which takes files alone."""
    target = _folder() / f"{name}-{colour.removeprefix('#')}.svg"
    if not target.exists():
        target.write_text(_source(name).replace("currentColor", colour), encoding="utf-8")
    return target.as_posix()


class IconLabel(QLabel):
    """A picture beside a text; screen readers pass over it."""

    def __init__(
        self, name: str, size: int = 18, role: Role = Role.WindowText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._role = name, size, role

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at the zoom in force."""
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a picture does not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        """Paint the icon in the middle."""
        painter = QPainter(self)
        side = float(px(self._size))
        middle = self.rect().center()
        square = QRectF(middle.x() - side / 2 + 0.5, middle.y() - side / 2 + 0.5, side, side)
        paint_icon(painter, self._name, square, self.palette().color(self._role).name())
        painter.end()


class _SvgEngine(QIconEngine):
    """Paints a stroke SVG in the colour that the palette has now."""

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name, self._role = name, role

    def clone(self) -> QIconEngine:
        return _SvgEngine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        group = QPalette.ColorGroup.Disabled if mode is QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        colour = QGuiApplication.palette().color(group, self._role).name()
        paint_icon(painter, self._name, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return QPixmap.fromImage(image)


@cache
def _source(name: str) -> str:
    try:
        text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return _MISSING
    return text.replace('stroke-width="2"', _STROKE)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@cache
def _holder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="kts-desktop-", ignore_cleanup_errors=True)


def _folder() -> Path:
    return Path(_holder().name)
