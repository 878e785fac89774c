"""Design tokens: the one place for colours, type and space, turned into a palette and a style sheet."""

import platform
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from kts_desktop.core.paths import resource
from kts_desktop.ui.kit.measure import BASE, SCALE, px, rescale
from kts_desktop.ui.kit.sheet import style_sheet
from kts_desktop.ui.kit.tokens import CONTRAST, DARK, LIGHT, SCHEMES, Tokens, contrast

__all__ = ["CONTRAST", "DARK", "LIGHT", "Tokens", "apply", "contrast", "font", "load_faces", "px", "tokens"]

FAMILY = "Source Sans 3"
_FACES_AT_START = ("Regular", "Semibold", "Bold")
_OTHER_FACES = ("It", "SemiboldIt", "BoldIt")
_SCHEME, _WISH, _ZOOM, _SYSTEM, _FACES = "ktsScheme", "ktsWish", "ktsZoom", "ktsSystemScale", "ktsFaces"
_WINDOWS_TEXT = 9.0  # points of the system's text at 100 %


def apply(app: QApplication, scheme: str = "system", zoom: int = 100) -> None:
    """Dress the application: Fusion on all systems, our palette, our sheet, our sizes.

    ``scheme`` is system, light, dark or contrast; ``zoom`` is the size of text in percent (80 to 200).
    """
    from_system = app.property(_SYSTEM)
    if from_system is None:
        from_system = _system_text_scale(app)
        app.setProperty(_SYSTEM, from_system)
        _SystemWatch(app)
    app.setProperty(_WISH, scheme)
    app.setProperty(_ZOOM, zoom)
    app.setProperty(SCALE, float(from_system) * zoom / 100)
    chosen = SCHEMES[scheme if scheme in SCHEMES else _system_scheme(app)]
    app.setProperty(_SCHEME, chosen.name)
    load_faces(*_FACES_AT_START)
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_palette(chosen))
    app.setStyleSheet(style_sheet(chosen))
    rescale(app)


def tokens() -> Tokens:
    """Return the tokens in force."""
    app = QApplication.instance()
    name = app.property(_SCHEME) if app is not None else None
    return SCHEMES[cast("str", name)] if name else LIGHT


def font(size: int = BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the interface; ``size`` is designed at 100 %."""
    made = QFont(FAMILY) if FAMILY in QFontDatabase.families() else QFont(QApplication.font())
    made.setPixelSize(px(size))
    made.setWeight(weight)
    return made


def load_faces(*faces: str) -> None:
    """Load faces of the family once; without arguments all that were left out at the start.

    A missing file is no failure: the system's font stands in.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    loaded = set(cast("list[str]", app.property(_FACES) or []))
    for face in faces or _OTHER_FACES:
        path = _font_file(face)
        if face not in loaded and path is not None:
            QFontDatabase.addApplicationFont(str(path))
            loaded.add(face)
    app.setProperty(_FACES, sorted(loaded))


def _font_file(face: str) -> Path | None:
    try:
        return resource(f"fonts/SourceSans3-{face}.ttf")
    except FileNotFoundError:
        return None


class _SystemWatch(QObject):
    """Dresses the application anew when the system changes its scheme and the user wished to follow it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        if self._app.property(_WISH) == "system":
            apply(self._app, "system", int(self._app.property(_ZOOM)))


def _system_scheme(app: QApplication) -> str:
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _system_text_scale(app: QApplication) -> float:
    """Return the system's text size; X11, Wayland and macOS scale the whole window by themselves."""
    if platform.system() != "Windows":
        return 1.0
    return min(2.0, max(1.0, QFontInfo(app.font()).pointSizeF() / _WINDOWS_TEXT))


def _palette(chosen: Tokens) -> QPalette:
    made, role = QPalette(), QPalette.ColorRole
    for roles, colour in (
        ((role.Window, role.AlternateBase), chosen.window),
        ((role.Base,), chosen.field),
        ((role.Button, role.Light, role.ToolTipText), chosen.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipBase), chosen.text),
        ((role.PlaceholderText,), chosen.muted),
        ((role.Highlight, role.Link, role.LinkVisited, role.Accent), chosen.accent),
        ((role.HighlightedText, role.BrightText), chosen.on_accent),
        ((role.Midlight,), chosen.hover),
        ((role.Mid, role.Dark), chosen.border),
    ):
        for one in roles:
            made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(chosen.muted))
    return made
