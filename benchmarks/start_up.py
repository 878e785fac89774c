"""From process start to the first paint and to the first list, against a bare window, off screen."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
ROUNDS = 9
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
from PySide6.QtWidgets import QApplication
from kts_desktop import app
qt = QApplication([]); desk = app.build(qt, Path("{profile}"), Path("{settings}"))
desk.window.painted.connect(qt.quit); desk.window.show(); sys.exit(qt.exec())
"""
LIST = """
import os
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication
from kts_desktop import app
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and isinstance(watched.parent(), QAbstractItemView):
            view = watched.parent()
            rows = view.model().rowCount() if view.model() else 0
            if view.objectName().startswith("{page}.") and rows: os._exit(0)
        return False
qt = QApplication([]); watch = Painted(); qt.installEventFilter(watch)
desk = app.build(qt, Path("{profile}"), Path("{settings}"))
desk.window.painted.connect(desk.begin); desk.window.show(); qt.exec(); os._exit(1)
"""
PAGE = "cases"
BUDGETS = {"start: first paint": (PAINT, 2.0), "start: first list": (LIST, 4.0)}


def main() -> bool:
    """Print each ratio and tell whether all keep their budgets."""
    with tempfile.TemporaryDirectory() as folder:
        demo = [sys.executable, "-m", "kts_desktop", "demo", "--folder", folder]
        subprocess.run(demo, check=True, cwd=ROOT, capture_output=True)
        settings = Path(folder, "settings.json")
        settings.write_text(f'{{"last_page": "{PAGE}"}}', encoding="utf-8")
        places = {"{profile}": Path(folder, "office"), "{settings}": settings, "{page}": PAGE}
        kept = [_judge(name, _filled(program, places), budget) for name, (program, budget) in BUDGETS.items()]
    return all(kept)


def _filled(program: str, places: dict[str, object]) -> str:
    for place, value in places.items():
        program = program.replace(place, value.as_posix() if isinstance(value, Path) else str(value))
    return program


def _judge(name: str, program: str, budget: float) -> bool:
    _seconds(program)  # warms the file cache
    rounds = [(_seconds(program), _seconds(BARE)) for _ in range(ROUNDS)]
    ours, bare = (median(times) for times in zip(*rounds, strict=True))
    ratio = median(mine / theirs for mine, theirs in rounds)
    print(
        f"{name}: {ours * 1000:.0f} ms, bare window {bare * 1000:.0f} ms, ratio {ratio:.2f} (budget {budget})"
    )
    return ratio <= budget


def _seconds(program: str) -> float:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else each start would compile our own files
    begun = perf_counter()
    subprocess.run(
        [sys.executable, "-c", program], check=True, env=environment, capture_output=True, cwd=ROOT
    )
    return perf_counter() - begun


if __name__ == "__main__":
    sys.exit(not main())
