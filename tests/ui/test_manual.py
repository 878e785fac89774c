"""The manual in the program: the page of the area, links, search, languages, and that it names everything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.measure import px
from kts_desktop.ui.settings.page import SettingsPage
from kts_desktop.ui.shell.action_table import ACTIONS
from kts_desktop.ui.shell.language import LANGUAGES, Speech
from kts_desktop.ui.shell.manual import FIRST, PAGES, Manual, path_of, title_of
from kts_desktop.ui.shell.manual_look import headings
from kts_desktop.ui.shell.pages import PAGES as AREAS
from kts_desktop.ui.workspace import Workspace
from tests.helpers.qt import activate, differing, leaked, nameless

KEY_NAMES = {
    "en": {"Return": "Enter"},
    "de": {
        "Ctrl": "Strg", "Shift": "Umschalt", "Del": "Entf", "Left": "Links", "Right": "Rechts",
        "Return": "Eingabe",
    },
}  # fmt: skip


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speech = Speech(qapp)
    speech.speak(request.param)
    yield request.param
    speech.speak("en")
    speech.fall_silent()


@pytest.fixture
def manual(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Manual]:
    speech = Speech(qapp)
    speech.speak("en")
    theme.apply(qapp, "light", 100)
    manual = Manual(settings)
    manual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(manual)
    manual.show_page(FIRST)
    with qtbot.waitExposed(manual):
        manual.show()
    yield manual
    theme.apply(qapp, "light", 100)
    speech.speak("en")
    speech.fall_silent()


def line(manual: Manual, text: str) -> QTreeWidgetItem:
    [found] = manual.contents.findItems(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found


def shown(manual: Manual) -> str:
    return manual.text.document().firstBlock().text()


def written(shortcut: str, language: str) -> str:
    """Return a shortcut as the manual writes it."""
    names = KEY_NAMES[language]
    parts = shortcut.removesuffix("+").rstrip("+").split("+") + (["+"] if shortcut.endswith("++") else [])
    return "+".join(names.get(part, part) for part in parts)


def test_every_area_has_its_page_and_every_page_its_place(language: str) -> None:
    assert {entry.key for entry in AREAS} <= set(PAGES)
    folder = path_of(FIRST, language).parent
    assert {path.stem for path in folder.glob("*.md")} == set(PAGES)


def test_a_page_bears_the_title_of_its_area(language: str) -> None:
    titles = {entry.key: entry.title() for entry in AREAS if entry.key != "search"}
    assert {key: title_of(path_of(key, language)) for key in titles} == titles


def test_every_action_and_key_is_named(language: str) -> None:
    text = path_of("keys", language).read_text(encoding="utf-8")
    missing = []
    for action in ACTIONS:
        keys = ", ".join(written(shortcut, language) for shortcut in action.shortcuts)
        name = action.plain_text()
        if language == "de" and name == action.source.replace("&", ""):
            continue  # not translated yet: the test of the translations tells
        told = f"| {keys} | {name} |" if keys else f"**{name}**"
        missing += [] if told in text else [told]
    assert missing == []


def test_no_key_is_invented(language: str) -> None:
    text = path_of("keys", language).read_text(encoding="utf-8")
    known = {", ".join(written(key, language) for key in action.shortcuts) for action in ACTIONS}
    rows = [row.split(" | ")[0].removeprefix("| ") for row in text.splitlines() if row.startswith("| ")]
    assert [row for row in rows if row not in known and row not in {"key", "Taste"}] == []


def test_every_setting_is_named(
    qtbot: QtBot, language: str, demo_workspace: Workspace, settings: Settings
) -> None:
    demo_workspace.language = language
    page = SettingsPage(demo_workspace, settings)
    qtbot.addWidget(page)
    text = path_of("settings", language).read_text(encoding="utf-8")
    sections = [page.list.item(row).text() for row in range(page.list.count())]
    fields = [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    verbs = [
        button.text()
        for button in page.profile.findChildren(QAbstractButton)
        + page.reference.findChildren(QAbstractButton)
    ]
    assert len(fields) > 12
    told = {name.strip() for name in (*sections, *fields, *verbs)} - {""}
    assert {name for name in told if name not in text} == set()


def test_links_lead_to_their_pages_and_back(qtbot: QtBot, manual: Manual) -> None:
    link = manual.text.document().find("My day")
    place = manual.text.cursorRect(link).center()
    qtbot.mouseClick(manual.text.viewport(), Qt.MouseButton.LeftButton, pos=place - QPoint(10, 0))
    assert (manual.page(), shown(manual)) == ("today", "My day")
    manual.show_page("cases")
    activate(qtbot, manual)
    qtbot.keyClick(manual.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (manual.page(), shown(manual)) == ("today", "My day")
    qtbot.mouseClick(manual.forward, Qt.MouseButton.LeftButton)
    assert manual.page() == "cases"
    assert not manual.forward.isEnabled()


def test_every_page_can_be_shown_and_has_its_headings_in_the_contents(manual: Manual) -> None:
    for page in PAGES:
        manual.show_page(page)
        below = [text for level, text, _ in headings(manual.text.document()) if level == 2]
        item = manual.contents.currentItem()
        assert item is not None
        assert [heading.text(0) for row in range(item.childCount()) if (heading := item.child(row))] == below
        assert below


def test_a_heading_of_the_contents_leads_there(qtbot: QtBot, manual: Manual) -> None:
    manual.show_page("commands")
    manual.contents.itemActivated.emit(line(manual, "Examples"), 0)
    assert manual.text.textCursor().block().text() == "Examples"
    assert manual.text.verticalScrollBar().value() > 0


def test_an_unknown_page_shows_the_contents(manual: Manual) -> None:
    manual.show_page("today")
    manual.show_page("nothing")
    assert manual.page() == FIRST


def test_a_text_is_found_place_after_place(qtbot: QtBot, manual: Manual) -> None:
    manual.show_page("keys")
    activate(qtbot, manual)
    qtbot.keyClick(manual.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.field.hasFocus()
    qtbot.keyClicks(manual.field, "SHIFT")
    number = len(manual.text.extraSelections())
    assert manual.count.text() == f"1 of {number}"
    places = []
    for _ in range(number):
        places.append(manual.text.textCursor().position())
        qtbot.keyClick(manual.field, Qt.Key.Key_Return)
    assert places == sorted(set(places))
    assert manual.text.textCursor().position() == places[0]
    qtbot.keyClick(manual.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert manual.count.text() == f"{number} of {number}"


def test_a_text_that_is_not_there_is_told(manual: Manual) -> None:
    manual.field.setText("zeppelin")
    assert manual.count.text() == "Not on this page"
    assert not manual.next.isEnabled()
    manual.field.clear()
    assert manual.count.text() == ""


def test_the_page_stays_when_the_language_changes(qapp: QApplication, manual: Manual) -> None:
    manual.show_page("cases")
    speech = Speech(qapp)
    speech.speak("de")
    qapp.processEvents()
    assert (manual.page(), shown(manual)) == ("cases", "Beratungsfälle")
    speech.speak("en")
    qapp.processEvents()
    assert shown(manual) == "Advisory cases"
    speech.fall_silent()


def test_colours_and_size_follow_the_theme(qapp: QApplication, manual: Manual) -> None:
    light, size = manual.text.grab().toImage(), manual.text.document().defaultFont().pixelSize()
    theme.apply(qapp, "dark", 100)
    assert differing(light, manual.text.grab().toImage()) > 10_000
    theme.apply(qapp, "dark", 150)
    assert manual.text.document().defaultFont().pixelSize() == round(size * 1.5)


@pytest.mark.parametrize(("scheme", "zoom"), [("light", 100), ("dark", 150), ("contrast", 80)])
def test_headings_links_and_tables_are_drawn_from_the_theme(
    qapp: QApplication, manual: Manual, scheme: str, zoom: int
) -> None:
    manual.show_page("keys")
    theme.apply(qapp, scheme, zoom)
    document, tokens = manual.text.document(), theme.tokens()
    title = document.firstBlock().textFormats()[0]
    assert title.format.font().pixelSize() == px(23)
    link = document.find("Exchange events", document.find("Ins adds")).charFormat()
    assert link.foreground().color() == QColor(tokens.accent)
    table = document.find("Ctrl+Q").currentTable()
    assert table is not None
    assert table.format().borderBrush().color() == QColor(tokens.border)
    assert table.cellAt(0, 0).format().background().color() == QColor(tokens.hover)


@pytest.mark.parametrize(
    ("key", "action"),
    [(Qt.Key.Key_Plus, "zoom_in"), (Qt.Key.Key_Minus, "zoom_out"), (Qt.Key.Key_0, "zoom_reset")],
)
def test_the_keys_of_the_text_size_work_here_too(
    qtbot: QtBot, manual: Manual, key: Qt.Key, action: str
) -> None:
    activate(qtbot, manual)
    with qtbot.waitSignal(manual.action_wanted) as asked:
        qtbot.keyClick(manual.text, key, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [action]


def test_everything_has_a_name(manual: Manual) -> None:
    assert nameless(manual) == []


def test_escape_closes_and_the_size_is_remembered(qtbot: QtBot, manual: Manual, settings: Settings) -> None:
    manual.resize(900, 640)
    qtbot.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()
    again = Manual(settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (900, 640)


def test_a_closed_manual_goes(qtbot: QtBot, settings: Settings) -> None:
    manual = Manual(settings)
    manual.show()
    with qtbot.waitSignal(manual.destroyed):
        manual.close()


def test_a_closed_manual_leaves_nothing_behind(qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert leaked(lambda: Manual(settings)) == 0
