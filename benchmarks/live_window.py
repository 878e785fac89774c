"""Whether the window stays live while packs of all model projects are printed: the gaps between its turns.

The whole program with its window, off screen, and a timer that beats every other millisecond. A gap is judged
against 50 ms, half of what a hand on the keyboard begins to feel. It is time on the wall, since that is what
one waits: on a machine that is busy otherwise a figure says little.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measuring import Figure, Limit
from benchmarks.office import Ground
from benchmarks.start_up import ROOT

GAP_MS = 50.0
_ROUNDS = 3
_WATCHED = """
import gc, json, sys
from pathlib import Path
from time import perf_counter
gc.disable()
from kts_desktop.ui.kit.binding import spare_imports
spare_imports()
from kts_desktop import app
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
class Beat(QTimer):
    def __init__(self):
        super().__init__(interval=2, timerType=Qt.TimerType.PreciseTimer)
        self.gaps, self.last = [], perf_counter()
        self.timeout.connect(self.beat)
    def beat(self):
        now = perf_counter()
        self.gaps.append(now - self.last)
        self.last = now
def until(there):
    while not there():
        qt.processEvents()
office, out, single = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "single"
qt = QApplication([]); desk = app.build(qt, office, out / "settings.json")
desk.window.painted.connect(desk.begin); desk.window.show()
until(lambda: desk.window.is_open)
app._collect_again()
from kts_desktop.core.clock import local_date
from kts_desktop.services import paper_batch
from kts_desktop.services.paper_batch import Wanted
wanted, day = Wanted(all_projects=True), local_date(desk.workspace.clock())
desk.workspace.print_for("organisation", desk.workspace.read(lambda s: paper_batch.bodies(s, wanted, day))[0])
page = desk.window.place.page()
until(lambda: page.presenter.made is not None)
settled = perf_counter() + 4
until(lambda: perf_counter() > settled)
ended = []
many = page.many.presenter
many.ended.connect(ended.append)
many.begin()
beat = Beat(); beat.start()
many.start(wanted, out, "packs", single=single)
until(lambda: ended)
beat.stop()
print(json.dumps({"gaps": beat.gaps, "printed": ended[0].printed}))
desk.close()
"""


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield the longest gap while packs are printed, a file each and all in one."""
    with tempfile.TemporaryDirectory() as folder:
        demo = [sys.executable, "-m", "kts_desktop", "demo", "--folder", folder]
        subprocess.run(demo, check=True, cwd=ROOT, capture_output=True)
        rounds = min(ground.rounds, _ROUNDS)
        for way, name in (("each", "a file each"), ("single", "all in one file")):
            longest = median(_longest(Path(folder) / "office", way) for _ in range(rounds))
            yield Figure(name=f"longest gap, {name}", ours=longest, limit=GAP_MS, judged=Limit.TIME)


def _longest(office: Path, way: str) -> float:
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-c", _WATCHED, str(office), out, way]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, env=environment)
    told = json.loads(done.stdout.decode().splitlines()[-1])
    if not told["printed"]:
        raise RuntimeError("nothing was printed")
    return float(max(told["gaps"]))
