"""The real program on a real screen: started, worked with by the keyboard, closed by the window manager.

Needs Xvfb, a window manager, xdotool and Qt's libraries for windows; skipped where they are missing.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import start
from kts_desktop.core.clock import utc_now
from kts_desktop.services import search
from kts_desktop.services.demo import making
from kts_desktop.storage.creating import create_demo_profile
from kts_desktop.storage.opening import open_profile
from kts_desktop.storage.unlocking import Unlock

ROOT = Path(__file__).parents[2]
TOOLS = ("xvfb-run", "xdotool", "openbox", "setxkbmap")
PATIENCE = 40  # seconds
AREAS = (
    "Mein Tag",
    "Beratungsfälle",
    "Austauschtermine",
    "Kommunen & Projekte",
    "Kontakte",
    "Papiere",
    "Quartalsbericht",
    "Abgleich",
    "Einstellungen",
)
SCREEN = "-screen 0 1440x900x24 -noreset"

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux"
        or not all(map(shutil.which, TOOLS))
        or not all(map(start.loads, start.WINDOWS)),
        reason="needs Xvfb, openbox, xdotool and the libraries of a window",
    ),
    pytest.mark.timeout(180),
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo office as a profile on disk."""
    folder = tmp_path_factory.mktemp("journey") / "office"
    created = create_demo_profile(folder, now=utc_now())
    making.make_demo(created.store, today=utc_now().astimezone().date())
    created.opened.close()
    return folder


class Screen:
    """A screen without glass, with the program running on it."""

    def __init__(self, environment: dict[str, str], program: "subprocess.Popen[str]") -> None:
        self._environment = environment
        self._program = program
        self._window = self._wait_for_window()

    def key(self, *keys: str) -> None:
        """Press keys one after the other."""
        self._do("key", "--clearmodifiers", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text as a person does."""
        self._do("type", "--delay", "40", text)

    def wait_for(self, area: str) -> None:
        """Wait until the window shows an area, which its title names."""
        deadline = time.monotonic() + PATIENCE
        title = ""
        while time.monotonic() < deadline:
            title = self._do("getwindowname", self._window).strip()
            if title == f"{area} – KTS Desktop":
                return
            time.sleep(0.1)
        pytest.fail(f"{area!r} does not come: {title!r}")

    def close(self) -> int:
        """Close the window as its manager does, and return the program's exit status."""
        self._do("windowactivate", "--sync", self._window)
        self.key("alt+F4")
        return self._program.wait(PATIENCE)

    def _wait_for_window(self) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self._program.poll() is None, "the program ended"
            found = self._do("search", "--onlyvisible", "--name", "KTS Desktop", check=False).split()
            if found:
                self._do("windowactivate", "--sync", found[-1])
                return found[-1]
            time.sleep(0.2)
        pytest.fail("no window")

    def _do(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words],  # noqa: S607 - whichever is installed
            env=self._environment,
            check=check,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return done.stdout


@contextmanager
def screen(tmp_path: Path, office: Path) -> Iterator[Screen]:
    """Start display, window manager and program; end whatever is left of them."""
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "QT_QPA_PLATFORM": "xcb",
    }
    environment.pop("DISPLAY", None)
    ready = tmp_path / "display"
    data = tmp_path / "data" / "kts-desktop"
    data.mkdir(parents=True)
    (data / "settings.json").write_text(json.dumps({"language": "de", "scheme": "light"}), encoding="utf-8")
    # with the layout at hand no key has to be mapped anew while letters are typed, which loses some
    begin = f'setxkbmap de; echo $DISPLAY $XAUTHORITY > "{ready}"; exec openbox'
    server = subprocess.Popen(
        ["xvfb-run", "-a", "-s", SCREEN, "sh", "-c", begin],  # noqa: S607
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    program: subprocess.Popen[str] | None = None
    try:
        environment |= zip(("DISPLAY", "XAUTHORITY"), _display(ready), strict=True)
        words = [sys.executable, "-m", "kts_desktop", "--profile", str(office)]
        program = subprocess.Popen(words, env=environment, cwd=ROOT, text=True)
        yield Screen(environment, program)
    finally:
        if program is not None and program.poll() is None:
            program.kill()
            program.wait(PATIENCE)
        os.killpg(server.pid, 15)
        server.wait(PATIENCE)


def _display(ready: Path) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        words = ready.read_text().split() if ready.exists() else []
        if len(words) == 2:
            return words
        time.sleep(0.1)
    pytest.fail("no display")


def titles(office: Path, text: str) -> list[str]:
    """Return what a search in the closed office finds."""
    opened = open_profile(office, Unlock(), now=utc_now())
    try:
        with opened.store.read() as session:
            return [hit.title for hit in search.find(session, text)]
    finally:
        opened.close()


def test_the_program_starts_works_and_closes_without_a_trace(tmp_path: Path, office: Path) -> None:
    with screen(tmp_path, office) as program:
        program.wait_for("Mein Tag")
        program.key("ctrl+2")
        program.wait_for("Beratungsfälle")
        program.key("ctrl+k")
        program.type("faelle")  # finds "Beratungsfälle", the area in front of all records
        program.key("Escape")
        program.key("ctrl+k")
        program.type("austauschtermine")
        program.key("Return")
        program.wait_for("Austauschtermine")
        program.key("alt+Left")
        program.wait_for("Beratungsfälle")
        assert program.close() == 0
    kept = json.loads((tmp_path / "data" / "kts-desktop" / "settings.json").read_text(encoding="utf-8"))
    assert kept["last_page"] == "cases"
    assert kept["last_profile"] == str(office)
    assert titles(office, "datenplattform")


def test_the_log_of_a_quiet_run_holds_no_warning(tmp_path: Path, office: Path) -> None:
    with screen(tmp_path, office) as program:
        program.wait_for("Mein Tag")
        for number, area in enumerate(AREAS, start=1):
            program.key(f"ctrl+{number}")
            program.wait_for(area)
        program.key("ctrl+plus", "ctrl+plus", "ctrl+0")
        assert program.close() == 0
    log = tmp_path / "data" / "kts-desktop" / "kts-desktop.log"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    assert [line for line in lines if " ERROR " in line or " WARNING " in line] == []


def test_a_case_typed_with_umlauts_is_saved_by_the_keyboard_alone(tmp_path: Path, office: Path) -> None:
    with screen(tmp_path, office) as program:
        program.wait_for("Mein Tag")
        program.key("ctrl+2")
        program.wait_for("Beratungsfälle")
        program.key("ctrl+n")
        program.type("Bad Köstritz fragt nach Wärmeplänen")
        program.key("ctrl+Return")
        time.sleep(1.5)  # saving shows no more than a line
        assert program.close() == 0
    assert "Bad Köstritz fragt nach Wärmeplänen" in titles(office, "köstritz wärmepläne")
