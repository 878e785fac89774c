"""From process start to the first paint and to the first list of the demo office, against a bare window.

Off screen, a process each. The time is the processor's, all threads of the process together, since the start
is work from end to end and waiting for other programs is not ours.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

if sys.platform != "win32":
    import resource

from benchmarks.measuring import Figure, Limit, alternating
from benchmarks.office import Ground

ROOT = Path(__file__).parents[1]
BARE = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def event(self, event):
        if event.type() is QEvent.Type.Paint: QTimer.singleShot(0, qt.quit)
        return super().event(event)
qt = QApplication([]); window = Window(); window.show(); sys.exit(qt.exec())
"""
PAINT = """
import sys
from pathlib import Path
import gc
gc.disable()
from kts_desktop.ui.kit.binding import spare_imports
spare_imports()
from kts_desktop import app
from PySide6.QtWidgets import QApplication
qt = QApplication([]); desk = app.build(qt, Path("{profile}"), Path("{settings}"))
desk.window.painted.connect(qt.quit); desk.window.show(); sys.exit(qt.exec())
"""
LIST = """
import os
from pathlib import Path
import gc
gc.disable()
from kts_desktop.ui.kit.binding import spare_imports
spare_imports()
from kts_desktop import app
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication
class Painted(QObject):
    def watch(self, page):
        for view in page.findChildren(QAbstractItemView): view.viewport().installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            view = watched.parent()
            rows = view.model().rowCount() if view.model() else 0
            if view.objectName().startswith("{page}.") and rows: os._exit(0)
        return False
qt = QApplication([]); watch = Painted()
desk = app.build(qt, Path("{profile}"), Path("{settings}"))
desk.window.place.built.connect(watch.watch)
desk.window.painted.connect(desk.begin); desk.window.show(); qt.exec(); os._exit(1)
"""
PAGES = ("today", "cases")
FIRST_PAINT, FIRST_LIST = 2.0, 4.0


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield the figures of the first paint, and of the first list on two pages."""
    with tempfile.TemporaryDirectory() as folder:
        demo = [sys.executable, "-m", "kts_desktop", "demo", "--folder", folder]
        subprocess.run(demo, check=True, cwd=ROOT, capture_output=True)
        for name, program, limit in _programs(Path(folder)):
            ours, rival = alternating(_Started(program), _Started(BARE), ground.rounds)
            yield Figure(
                name=f"start, {name}",
                ours=ours,
                rival=rival,
                rival_name="a bare window",
                limit=limit,
                judged=Limit.RATIO,
            )


def _programs(folder: Path) -> Iterator[tuple[str, str, float]]:
    for page in PAGES:
        settings = folder / f"{page}.json"
        settings.write_text(f'{{"last_page": "{page}"}}', encoding="utf-8")
        places = {"{profile}": (folder / "office").as_posix(), "{settings}": settings.as_posix()}
        if page == PAGES[0]:
            yield "first paint", _filled(PAINT, places), FIRST_PAINT
        yield f"first list ({page})", _filled(LIST, {**places, "{page}": page}), FIRST_LIST


def _filled(program: str, places: dict[str, str]) -> str:
    for place, value in places.items():
        program = program.replace(place, value)
    return program


class _Started:
    """Runs a program and returns the processor time it took."""

    def __init__(self, program: str) -> None:
        self._program = program

    def __call__(self) -> float:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else each start would compile our own files
        before = _of_children()
        subprocess.run(
            [sys.executable, "-c", self._program],
            check=True,
            env=environment,
            cwd=ROOT,
            stderr=subprocess.DEVNULL,
        )
        return _of_children() - before


def _of_children() -> float:
    """Return the processor time of the processes that ended; Windows tells none, so there it is real time."""
    if sys.platform == "win32":
        return perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
