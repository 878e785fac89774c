"""Guards against faults of the Qt binding itself; they decide whether a new version may enter the lock."""

import subprocess
import sys

import pytest

ROUNDS = 2000
PROBE = """
import gc, sys
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

def fill():
    model.appendRow([QStandardItem("a"), QStandardItem("b")])

def repaint():
    view.viewport().repaint()

app = QApplication([])
model, view = QStandardItemModel(50, 5), QTableView()
view.setModel(QStandardItemModel(50, 5))
view.show()
ballast = [None] * 10_000_000  # so that a fault shows as a number before it aborts the process
{case}()
gc.collect()
gc.disable()
before = sys.getrefcount(None)
for _ in range({rounds}):
    {case}()
sys.exit(sys.getrefcount(None) < before - {rounds} // 2)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
@pytest.mark.parametrize("case", ["fill", "repaint"])
def test_qt_keeps_the_references_of_none(case: str) -> None:
    probe = PROBE.format(case=case, rounds=ROUNDS)
    subprocess.run([sys.executable, "-c", probe], check=True, timeout=50)
