"""Translations: nothing forgotten, nothing broken, nothing cut when texts grow."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.ui.shell.arrivals import Secret
from kts_desktop.ui.shell.first_run import NewOfficePanel, RecoveryPanel, WelcomePanel
from kts_desktop.ui.shell.language import LANGUAGES, Speech
from kts_desktop.ui.shell.pages import PAGES, PageEntry
from kts_desktop.ui.shell.unlock import LockPanel
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace
from tests.helpers.shell import ENTRIES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "i18n"
FILES = sorted(FOLDER.glob("*.ts"))
PLACES = re.compile(r"\{[^{}]*\}|%n")
GROWTH = 1.35
OPEN, CLOSE = "⟦", "⟧"
CODE = "-".join(["AAAA1"] * 8)


def messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(file).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def translations(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    subprocess.run([sys.executable, str(FOLDER / "update.py"), str(folder)], check=True, cwd=ROOT)
    return folder


@pytest.mark.timeout(120)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_files_hold_exactly_the_texts_of_the_program(refreshed: Path, file: Path) -> None:
    assert (refreshed / file.name).read_text(encoding="utf-8") == file.read_text(encoding="utf-8")
    compiled = file.with_suffix(".qm")
    assert (refreshed / compiled.name).read_bytes() == compiled.read_bytes()


def test_the_collector_passes_over_no_text() -> None:
    """It does so where a number is no plain name: ``translate("map", "%n place(s)", "", len(marks))``."""
    known = {(context, message.findtext("source")) for context, message in messages(FOLDER / "kts_de.ts")}
    sources = [(path, ast.parse(path.read_text("utf-8"))) for path in (ROOT / "kts_desktop").rglob("*.py")]
    passed_over = [
        (path.name, call.lineno)
        for path, tree in sources
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) == "translate"
        and (texts := [part.value for part in call.args[:2] if isinstance(part, ast.Constant)])[1:]
        and tuple(texts) not in known
    ]
    assert passed_over == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_text_is_left_untranslated(file: Path) -> None:
    open_ones = [
        (context, message.findtext("source"))
        for context, message in messages(file)
        if message.find("translation[@type]") is not None or not all(translations(message))
    ]
    assert open_ones == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_placeholders_are_the_same_in_source_and_translation(file: Path) -> None:
    broken = [
        (context, message.findtext("source"), text)
        for context, message in messages(file)
        for text in translations(message)
        if sorted(PLACES.findall(message.findtext("source", ""))) != sorted(PLACES.findall(text))
    ]
    assert broken == []


def test_german_is_polite_and_calm() -> None:
    for context, message in messages(FOLDER / "kts_de.ts"):
        for text in translations(message):
            assert "!" not in text, (context, text)
            assert not re.search(r"\b(du|dein|deine|dir|dich)\b", text, re.IGNORECASE), (context, text)
            assert text == text.strip(), (context, text)


def test_numbers_have_their_own_forms_in_both_languages(qapp: QApplication) -> None:
    translate = QCoreApplication.translate
    expected = {"de": ("1 Fall", "2 Fälle"), "en": ("1 case", "2 cases")}
    for language in LANGUAGES:
        speech = Speech(qapp)
        speech.speak(language)
        said = tuple(translate("CasesPage", "%n case(s)", None, number) for number in (1, 2))
        speech.fall_silent()
        assert said == expected[language]


def test_the_language_changes_at_run_time(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, settings: Settings
) -> None:
    window = ShellWindow(workspace, settings)
    qtbot.addWidget(window)
    speech = Speech(qapp)
    titles = []
    for language in ("de", "en", "de"):
        speech.speak(language)
        qapp.sendPostedEvents(None, QEvent.Type.LanguageChange)
        qapp.processEvents()
        titles.append(window.sidebar.list.model().index(1, 0).data())
    speech.fall_silent()
    assert titles == ["Mein Tag", "My day", "Mein Tag"]


class Longer(QTranslator):
    """Puts every text between brackets and makes it a third longer."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        text = source.replace("%n", str(n))
        return f"{OPEN}{text}{'·' * int(len(text) * (GROWTH - 1))}{CLOSE}"


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    qapp.processEvents()  # pages hear of it while their workspace is there


def words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def is_text(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and OPEN not in text


def foreign(root: QWidget, own_words: frozenset[str]) -> list[str]:
    """Return the texts that did not come through the translator and are no data."""
    parts = [part for part in root.findChildren(QWidget) if part.isVisibleTo(root)]
    return [words(part) for part in parts if is_text(words(part)) and words(part) not in own_words]


def cut(root: QWidget) -> list[str]:
    """Return the texts for which their widget is too small."""
    found = []
    for part in root.findChildren(QWidget):
        if not part.isVisibleTo(root) or not words(part) or part.width() <= 1:
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            is_cut = part.heightForWidth(part.width()) > part.height() + 1
        elif isinstance(part, QLabel | QAbstractButton):
            is_cut = part.minimumSizeHint().width() > part.width() + 1
        else:
            is_cut = False
        if is_cut:
            found.append(f"{part.objectName()}: {words(part)}")
    return found


@pytest.mark.parametrize(
    "make",
    [
        WelcomePanel,
        lambda: NewOfficePanel(has_keyring=False),
        lambda: RecoveryPanel(CODE, "KTS"),
        lambda: LockPanel(Secret.PASSPHRASE),
    ],
)
def test_the_first_panels_bear_longer_texts(qtbot: QtBot, longer: None, make: type[QWidget]) -> None:
    panel = make()
    qtbot.addWidget(panel)
    panel.resize(1000, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    assert foreign(panel, frozenset({"AAAA1   AAAA1   AAAA1   AAAA1\nAAAA1   AAAA1   AAAA1   AAAA1"})) == []
    assert cut(panel) == []


def test_the_window_and_its_menu_bear_longer_texts(
    qtbot: QtBot, workspace: Workspace, longer: None, settings: Settings
) -> None:
    window = ShellWindow(workspace, settings, ENTRIES)
    qtbot.addWidget(window)
    window.resize(1280, 820)
    with qtbot.waitExposed(window):
        window.show()
    window.sample.show()
    assert foreign(window, frozenset({"KTS Desktop"})) == []
    assert cut(window) == []
    for menu in window.findChildren(QMenu):
        for action in menu.actions():
            assert action.text() == "" or OPEN in action.text()


@contextmanager
def shown(page: QWidget) -> Iterator[QWidget]:
    """Show a page, and delete it while its workspace is there: it would hear of the language later."""
    page.resize(1100, 900)
    page.show()
    QApplication.processEvents()
    yield page
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_an_empty_page_bears_longer_texts(
    entry: PageEntry, workspace: Workspace, longer: None, settings: Settings
) -> None:
    with shown(entry.build(workspace, settings)) as page:
        assert cut(page) == []
