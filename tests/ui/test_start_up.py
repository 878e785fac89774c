"""Starting: the window first, everything heavy after it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import shibokensupport.feature as _feature
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.settings import LAST_PAGE, LAST_PROFILE, Settings
from kts_desktop.services import advisers, cases, tasks
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.cases import CaseDraft
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.storage.creating import create_demo_profile
from kts_desktop.ui.kit.binding import spare_imports
from kts_desktop.ui.settings.page import SettingsPage
from tests.helpers.profiles import PASSPHRASE, Office
from tests.helpers.shell import child, program, when_there

ROOT = Path(__file__).parents[2]
HEAVY = {
    "PIL",
    "alembic",
    "argon2",
    "asyncio",
    "cryptography",
    "holidays",
    "keyring",
    "phonenumbers",
    "pypdfium2",
    "pyphen",
    "reportlab",
    "segno",
    "sqlalchemy",
    "sqlcipher3",
    "sqlite3",
}
PROBE = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QDialog
from kts_desktop import app
qt = QApplication([])
desk = app.build(qt, Path("none"), Path("none.json"))
loaded = []
desk.window.painted.connect(lambda: (loaded.extend({HEAVY!r} & set(sys.modules)), qt.quit()))
desk.window.show()
qt.exec()
loaded += [made.__name__ for made in QDialog.__subclasses__() if made.__name__ == "QWizard"]
sys.exit(", ".join(loaded) or 0)
"""

LATER = HEAVY - {"asyncio", "sqlalchemy", "sqlcipher3"} | {
    "asyncio.events",  # a placeholder stands for the package itself
    "ctypes",
    "email.message",
    "kts_desktop.models.measure",
    "kts_desktop.services.attachments",
    "kts_desktop.services.callers",
    "kts_desktop.services.cases",
    "kts_desktop.services.directory",
    "kts_desktop.services.draft_places",
    "kts_desktop.services.project_lists",
    "kts_desktop.storage.pending_key",
    "kts_desktop.storage.upgrading",
    "kts_desktop.ui.cases.form",
    "kts_desktop.ui.cases.part_forms",
    "kts_desktop.ui.cases.parts",
    "kts_desktop.ui.cases.reading",
    "kts_desktop.ui.kit.choosers",
    "kts_desktop.ui.kit.date_fields",
    "kts_desktop.ui.kit.documents",
    "kts_desktop.ui.kit.history",
    "kts_desktop.ui.shell.first_run",
    "kts_desktop.ui.today.call_form",
    "socket",
    "sqlalchemy.orm",
    "subprocess",
}
LISTED = f"""
import os
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication
from kts_desktop.ui.kit.binding import spare_imports
spare_imports()
from kts_desktop import app
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and isinstance(view := watched.parent(), QAbstractItemView):
            if view.objectName() == sys.argv[3] + ".list" and view.model().rowCount() == 1:
                print(*sorted({LATER!r} & set(sys.modules)), flush=True)
                os._exit(0)
        return False
qt = QApplication([])
watch = Painted()
qt.installEventFilter(watch)
desk = app.build(qt, Path(sys.argv[1]), Path(sys.argv[2]))
desk.window.painted.connect(desk.begin)
desk.window.show()
qt.exec()
"""


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo office, which opens without being asked anything, with a case and a follow-up due today."""
    folder = tmp_path_factory.mktemp("listed") / "office"
    now = utc_now()
    made = create_demo_profile(folder, now=now)
    with made.store.write("case.open") as session:
        adviser = advisers.add(session, AdviserDraft(name="Erika Beispiel", mark="B"))
        draft = CaseDraft(subject="Datenplattform", received_on=now.date(), lead_id=adviser)
        case = cases.open_case(session, draft)
        tasks.add(session, TaskDraft(title="Zurückrufen", due_on=local_date(now), case_id=case))
    made.opened.close()
    return folder


@pytest.fixture
def office(template: Office, tmp_path: Path) -> Office:
    return template.copy_to(tmp_path / "office")


def unlock(qtbot: QtBot, window: QWidget, text: str) -> None:
    field = child(window, "unlock.secret")
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=ROOT, timeout=50, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", ["today", "cases"])
def test_the_first_list_waits_for_nothing_it_does_not_need(
    demo_folder: Path, tmp_path: Path, page: str
) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps({"last_page": page}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LISTED, str(demo_folder), str(settings), page],
        cwd=ROOT,
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_the_binding_does_not_look_into_every_module() -> None:
    """If a new version of the binding goes another way, starting takes a fifth longer and this says so."""
    assert spare_imports()
    _feature.pyside_feature_dict.pop("colorsys", None)
    exec("import colorsys")  # noqa: S102 - a statement, since only these are looked into
    assert "colorsys" not in _feature.pyside_feature_dict


def test_the_window_is_there_first_and_the_page_follows(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    with program(qapp, tmp_path, office.folder) as desk:
        with qtbot.waitSignal(desk.window.painted):
            desk.window.show()
        assert desk.window.place.page() is None

        qtbot.waitUntil(when_there(desk.window, "unlock.secret"))
        unlock(qtbot, desk.window, PASSPHRASE)
        qtbot.waitUntil(lambda: isinstance(desk.window.place.page(), SettingsPage), timeout=10_000)
    kept = Settings(tmp_path / "program.json")
    assert kept.get(LAST_PAGE) == "settings"
    assert kept.get(LAST_PROFILE) == str(office.folder)


def test_a_wrong_passphrase_is_said_and_can_be_tried_again(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        qtbot.waitUntil(when_there(desk.window, "unlock.secret"))
        unlock(qtbot, desk.window, "nicht der lange Satz")
        qtbot.waitUntil(when_there(desk.window, "unlock.secret"))
        unlock(qtbot, desk.window, PASSPHRASE)
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)


def test_the_recovery_code_opens_as_well(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        qtbot.waitUntil(when_there(desk.window, "unlock.other_secret"))
        qtbot.mouseClick(child(desk.window, "unlock.other_secret"), Qt.MouseButton.LeftButton)
        unlock(qtbot, desk.window, office.code.lower())
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)


def test_an_office_that_does_not_open_is_explained_in_a_sentence(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    office.place.sidecar.write_text('{"format": 99, "created_by": "9.0"}')
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        qtbot.waitUntil(when_there(desk.window, "unlock.open"))
        panel = child(desk.window, "unlock")
        assert any("9.0" in label.text() for label in panel.findChildren(QLabel))
        assert not when_there(desk.window, "unlock.secret")()


def test_a_damaged_file_offers_its_backup_and_opens_from_it(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    office.database.write_bytes(b"no database" * 1000)
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        qtbot.waitUntil(when_there(desk.window, "unlock.secret"))
        unlock(qtbot, desk.window, PASSPHRASE)
        qtbot.waitUntil(when_there(desk.window, "unlock.restore"))
        qtbot.mouseClick(child(desk.window, "unlock.restore"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(when_there(desk.window, "unlock.secret"))
        unlock(qtbot, desk.window, PASSPHRASE)
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=15_000)


def test_locking_throws_the_pages_away_and_asks_for_the_passphrase(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        qtbot.waitUntil(when_there(desk.window, "unlock.secret"))
        unlock(qtbot, desk.window, PASSPHRASE)
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
        qtbot.waitUntil(lambda: desk.window.actions_of_window.action("lock").isEnabled())
        qtbot.keyClick(desk.window.sidebar.list, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(when_there(desk.window, "lock.secret"))
        qtbot.waitUntil(lambda: not desk.window.findChildren(SettingsPage))
        qtbot.waitUntil(lambda: not office.place.lock.read_text())
        field = child(desk.window, "lock.secret")
        qtbot.keyClicks(field, PASSPHRASE)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)


def test_without_an_office_the_window_offers_the_choices(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with program(qapp, tmp_path) as desk:
        desk.window.show()
        qtbot.waitUntil(when_there(desk.window, "welcome.new"))
        for choice in ("welcome.new", "welcome.demo", "welcome.open", "welcome.restore"):
            assert child(desk.window, choice).isEnabled()
