"""Colours, measures, fonts and icons."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.icons import icon, icon_file, paint_icon
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.kit.tokens import SCHEMES, Tokens, contrast

ENOUGH = 4.5
SEEN = 3.0  # what must be seen to be used


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light", 100)
    yield
    theme.apply(qapp, "light", 100)


@pytest.mark.parametrize("tokens", SCHEMES.values(), ids=list(SCHEMES))
def test_every_text_can_be_read_on_its_ground(tokens: Tokens) -> None:
    low = {pair: contrast(*pair) for pair in tokens.text_pairs() if contrast(*pair) < ENOUGH}
    assert low == {}


@pytest.mark.parametrize("tokens", SCHEMES.values(), ids=list(SCHEMES))
def test_the_ring_of_the_focus_can_be_seen_on_every_ground(tokens: Tokens) -> None:
    grounds = (tokens.window, tokens.surface, tokens.sidebar, tokens.field, tokens.selected, tokens.hover)
    assert min(contrast(tokens.accent, ground) for ground in grounds) >= SEEN


def test_high_contrast_shows_the_edges_of_fields() -> None:
    tokens = SCHEMES["contrast"]
    assert contrast(tokens.edge, tokens.window) >= SEEN


def test_contrast_agrees_with_the_published_examples() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", list(SCHEMES))
def test_a_scheme_reaches_palette_and_tokens(qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, scheme)
    assert theme.tokens().name == scheme
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.tokens().text)


def test_an_unknown_scheme_follows_the_system(qapp: QApplication) -> None:
    theme.apply(qapp, "system")
    assert theme.tokens().name in SCHEMES


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_zoom_scales_text_and_every_measure(qapp: QApplication, qtbot: QtBot, zoom: int) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column, inner, button = QVBoxLayout(box), QVBoxLayout(), QPushButton("x")
    column.addLayout(inner)
    inner.addWidget(button)
    spaced(column, (10, 20, 30, 40), 10)
    spaced(inner, (20, 0, 0, 0), 10)
    sized(button, width=100, icon=20)
    theme.apply(qapp, "light", zoom)
    scaled = [n * zoom // 100 for n in (10, 20, 30, 40)]
    margins = column.contentsMargins()
    assert [margins.left(), margins.top(), margins.right(), margins.bottom()] == scaled
    assert inner.contentsMargins().left() == 20 * zoom // 100
    assert button.minimumWidth() == zoom
    assert button.iconSize() == QSize(20 * zoom // 100, 20 * zoom // 100)
    assert qapp.font().pixelSize() == round(14 * zoom / 100)


def test_a_hairline_never_vanishes(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 80)
    assert (px(0), px(1), px(-4)) == (0, 1, -3)


def test_the_interface_speaks_in_its_own_font(qapp: QApplication) -> None:
    assert theme.font().family() == theme.FAMILY


def test_without_font_files_the_system_s_font_stands_in(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "FAMILY", "No Such Family")
    assert theme.font().pixelSize() == 14
    theme.load_faces("NoSuchFace")


def painted(picture: QIcon) -> QImage:
    return picture.pixmap(QSize(18, 18)).toImage()


def test_an_icon_follows_the_palette(qapp: QApplication) -> None:
    plus = icon("plus")
    light = painted(plus)
    theme.apply(qapp, "dark")
    assert painted(plus) != light


def test_a_missing_icon_is_a_square_and_no_failure(qapp: QApplication) -> None:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, "no-such-icon", QRectF(0, 0, 24, 24), "#000000")
    painter.end()
    assert image.pixelColor(5, 12).alpha() > 0


def test_the_style_sheet_gets_its_arrows_as_files(qapp: QApplication) -> None:
    path = icon_file("chevron-down", "#123456")
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - a path as Qt wants it
        assert "#123456" in file.read()


def test_text_is_not_cut_at_twice_the_size(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light", 200)
    label = QLabel("Beratungsfälle")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.show()
    assert label.sizeHint().height() >= label.fontMetrics().height() > px(20)


def test_the_program_follows_the_system_only_if_it_was_asked_to(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    theme.apply(qapp, "dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens().name == "dark"
    theme.apply(qapp, "system")
    qapp.setPalette(QPalette())
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.tokens().text)
