"""What a library imports for nothing comes when it is wanted, and then it is the real module."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BEGIN = """
import sys
from kts_desktop.core.postponing import postpone
postpone("asyncio", ["iscoroutine"])
import asyncio
held = asyncio
assert "asyncio.events" not in sys.modules
"""


@pytest.mark.parametrize(
    "program",
    [
        "assert asyncio.run(asyncio.sleep(0, 3)) == 3",
        "from asyncio import sleep; import asyncio; assert asyncio.sleep is sleep",
        "import asyncio.events; assert asyncio.events.get_event_loop",
        "import asyncio.events; assert held.events is asyncio.events and held is not asyncio",
        "assert not held.iscoroutine(3)",
        "assert not hasattr(held, 'nothing_of_this_name')",
        "postpone('asyncio'); asyncio.sleep; postpone('asyncio'); import asyncio; assert asyncio is not held",
    ],
)
def test_whatever_is_asked_of_a_postponed_module_the_real_one_answers(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"{BEGIN}{program}\nassert 'asyncio.events' in sys.modules"],
        cwd=ROOT,
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_sqlalchemy_opens_and_reads_without_asyncio() -> None:
    program = """
postpone("importlib.metadata")
from sqlalchemy import create_engine
with create_engine("sqlite://").connect() as connection:
    assert connection.exec_driver_sql("SELECT 3").scalar_one() == 3
assert not {"asyncio.events", "email.message"} & set(sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program],
        cwd=ROOT,
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
