"""The first run: a new office, its recovery code, the way back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop import app
from kts_desktop.core.errors import ProfileError
from kts_desktop.core.settings import LAST_PROFILE, Settings
from kts_desktop.services import advisers, office_settings
from kts_desktop.services.demo import making, staff
from kts_desktop.services.demo.calendar import Calendar
from kts_desktop.services.demo.desk import Desk, document
from kts_desktop.services.demo.texts import Texts
from kts_desktop.storage.progress import Progress
from kts_desktop.storage.store import Store
from kts_desktop.ui.shell.arrivals import NewOffice, Secret
from kts_desktop.ui.shell.demo_making import DemoMakingPanel
from kts_desktop.ui.shell.first_run import NewOfficePanel, RecoveryPanel, WelcomePanel
from kts_desktop.ui.shell.recovery_sheet import save_sheet
from kts_desktop.ui.shell.unlock import LockPanel, UnlockPanel
from tests.helpers.qt import leaked, nameless
from tests.helpers.shell import child, program, when_there

CODE = "AAAA1-BBBB2-CCCC3-DDDD4-EEEE5-FFFF6-GGGG7-HHHH8"
GROUPS = CODE.split("-")
WHOLE = {"adviser": "Anna", "office": "KTS", "passphrase": "ein Satz", "again": "ein Satz"}


def fill(qtbot: QtBot, root: QWidget, **texts: str) -> None:
    for name, text in texts.items():
        field = child(root, f"{root.objectName()}.{name}")
        assert isinstance(field, QLineEdit)
        field.clear()
        qtbot.keyClicks(field, text)


@pytest.fixture
def form(qtbot: QtBot) -> NewOfficePanel:
    panel = NewOfficePanel(has_keyring=False)
    qtbot.addWidget(panel)
    panel.resize(900, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def sheet(qtbot: QtBot) -> RecoveryPanel:
    panel = RecoveryPanel(CODE, "KTS")
    qtbot.addWidget(panel)
    panel.resize(900, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def problem(panel: QWidget) -> str:
    label = panel.findChild(QLabel, f"{panel.objectName()}.problem")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisibleTo(panel) else ""


def test_a_name_and_a_passphrase_make_an_office(qtbot: QtBot, form: NewOfficePanel) -> None:
    fill(qtbot, form, **WHOLE)
    with qtbot.waitSignal(form.made) as made:
        qtbot.mouseClick(child(form, "new_office.make"), Qt.MouseButton.LeftButton)
    assert made.args == [NewOffice(adviser="Anna", office="KTS", passphrase=WHOLE["again"])]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"adviser": ""}, "your name"),
        ({"office": ""}, "name of the office"),
        ({"passphrase": "kurz", "again": "kurz"}, "at least eight"),
        ({"again": "ein andrer"}, "differ"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    qtbot: QtBot, form: NewOfficePanel, texts: dict[str, str], said: str
) -> None:
    fill(qtbot, form, **WHOLE | texts)
    with qtbot.assertNotEmitted(form.made):
        qtbot.keyClick(child(form, "new_office.again"), Qt.Key.Key_Return)
    assert said in problem(form)


def test_with_a_keyring_no_passphrase_is_needed(qtbot: QtBot) -> None:
    form = NewOfficePanel(has_keyring=True)
    qtbot.addWidget(form)
    form.resize(900, 900)
    with qtbot.waitExposed(form):
        form.show()
    fill(qtbot, form, adviser="Anna")
    with qtbot.waitSignal(form.made):
        qtbot.keyClick(child(form, "new_office.make"), Qt.Key.Key_Space)


def asked(sheet: RecoveryPanel) -> Iterator[tuple[QLineEdit, str]]:
    for field in sheet.findChildren(QLineEdit):
        number = int(field.objectName().removeprefix("recovery.group"))
        yield field, GROUPS[number - 1]


def test_the_code_is_left_only_when_two_groups_were_typed_back(qtbot: QtBot, sheet: RecoveryPanel) -> None:
    with qtbot.assertNotEmitted(sheet.finished):
        qtbot.mouseClick(child(sheet, "recovery.finish"), Qt.MouseButton.LeftButton)
    assert "reads differently" in problem(sheet)
    for field, group in asked(sheet):
        qtbot.keyClicks(field, group.lower())
    with qtbot.waitSignal(sheet.finished):
        qtbot.mouseClick(child(sheet, "recovery.finish"), Qt.MouseButton.LeftButton)


def test_one_right_group_is_not_enough(qtbot: QtBot, sheet: RecoveryPanel) -> None:
    (first, group), (second, _) = asked(sheet)
    qtbot.keyClicks(first, group)
    qtbot.keyClicks(second, "ZZZZZ")
    with qtbot.assertNotEmitted(sheet.finished):
        qtbot.keyClick(second, Qt.Key.Key_Return)


def test_the_saved_sheet_holds_every_group(qapp: QApplication, tmp_path: Path) -> None:
    save_sheet(str(tmp_path / "code.pdf"), CODE, "Büro Bonn & Berlin")
    document = pypdfium2.PdfDocument(tmp_path / "code.pdf")
    text = document[0].get_textpage().get_text_range()
    assert len(document) == 1
    assert all(group in text for group in GROUPS)
    assert "Büro Bonn & Berlin" in text


@pytest.mark.parametrize(
    "make",
    [
        WelcomePanel,
        DemoMakingPanel,
        lambda: NewOfficePanel(has_keyring=True),
        lambda: RecoveryPanel(CODE, "KTS"),
        lambda: LockPanel(Secret.PASSPHRASE),
        lambda: UnlockPanel(ProfileError("keyring_absent_passphrase"), "en"),
        lambda: UnlockPanel(ProfileError("damaged", page=3), "de"),
    ],
)
def test_every_panel_is_named_and_freed(qtbot: QtBot, make: type[QWidget]) -> None:
    panel = make()
    qtbot.addWidget(panel)
    panel.show()
    assert nameless(panel) == []
    assert leaked(make) == 0


def test_tab_goes_through_the_panel_of_the_code_in_reading_order(qtbot: QtBot) -> None:
    panel = RecoveryPanel(CODE, "KTS")
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    walked: list[str] = []
    part: QWidget | None = child(panel, "recovery.code")
    while len(walked) < 5:
        part = part.nextInFocusChain() if part is not None else None
        assert part is not None
        if part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
            walked.append(part.objectName().rpartition(".")[2].rstrip("12345678"))
    assert walked == ["group", "group", "print", "save", "finish"]
    places = [child(panel, f"recovery.{name}").x() for name in ("print", "save", "finish")]
    assert places == sorted(places)


def test_a_new_office_is_made_from_the_window_and_can_be_worked_in(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kts_desktop.core.paths.profiles", lambda: tmp_path / "profiles")
    with program(qapp, tmp_path) as desk:
        desk.window.show()
        make_office(qtbot, desk)
        assert desk.workspace.read(office_settings.read).office_name == "KTS Bonn"
        me = desk.workspace.read(advisers.me)
        assert me is not None
        assert me.name == "Anna"
        kept = Settings(tmp_path / "program.json").get(LAST_PROFILE)
        assert kept == str(tmp_path / "profiles" / "office")  # while it is open: a crash keeps it
    assert (tmp_path / "profiles" / "office" / "kts.db").is_file()


def test_while_the_demo_office_is_made_the_window_says_what_and_counts_the_steps(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kts_desktop.core.paths.profiles", lambda: tmp_path / "profiles")
    go_on = Event()
    monkeypatch.setattr(making, "make_demo", _Halting(go_on))
    with program(qapp, tmp_path) as desk:
        window = desk.window
        window.show()
        qtbot.waitUntil(when_there(window, "welcome.demo"))
        qtbot.mouseClick(child(window, "welcome.demo"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(when_there(window, "demo_making.step"), timeout=10_000)
        step, bar = child(window, "demo_making.step"), child(window, "demo_making.bar")
        assert isinstance(step, QLabel)
        assert isinstance(bar, QProgressBar)
        qtbot.waitUntil(lambda: step.text() == "Step 4 of 10")
        assert (bar.value(), bar.maximum()) == (3, 10)
        go_on.set()
        qtbot.waitUntil(lambda: window.is_open, timeout=10_000)


class _Halting:
    """Enters an office as the demo does, only smaller, and waits after three steps."""

    def __init__(self, go_on: Event) -> None:
        self._go_on = go_on

    def __call__(self, store: Store, *, today: date, progress: Progress) -> dict[str, int]:
        progress(0, 10)
        progress(3, 10)
        assert self._go_on.wait(20)
        with store.write("demo") as session:
            staff.set_up_office(session, _desk(today))
        progress(10, 10)
        return {}


def _desk(today: date) -> Desk:
    rng = Random(1)  # noqa: S311 - as the demo, never a secret
    return Desk(calendar=Calendar(today), rng=rng, texts=Texts(document("texts"), rng), scale=1)


def make_office(qtbot: QtBot, desk: app.Desk) -> None:
    window = desk.window
    qtbot.waitUntil(when_there(window, "welcome.new"))
    qtbot.mouseClick(child(window, "welcome.new"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(when_there(window, "new_office.adviser"), timeout=10_000)
    panel = child(window, "new_office")
    fill(qtbot, panel, **WHOLE | {"office": "KTS Bonn"})
    qtbot.mouseClick(child(window, "new_office.make"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(when_there(window, "recovery.code"), timeout=30_000)
    label = child(window, "recovery.code")
    assert isinstance(label, QLabel)
    groups = label.text().split()
    for field in child(window, "recovery").findChildren(QLineEdit):
        qtbot.keyClicks(field, groups[int(field.objectName().removeprefix("recovery.group")) - 1])
    qtbot.mouseClick(child(window, "recovery.finish"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.is_open, timeout=10_000)
