"""Killing a program without warning while it works on a profile."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Victim:
    """The program that is killed, over and over."""

    def __init__(self) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.victim"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def kill(self, *, after_acks: int = 0, after_seconds: float = 0.0, **order: str) -> list[str]:
        """Let it act, kill it without warning, and return what it had acknowledged by then."""
        assert self._program.stdin is not None
        self._program.stdin.write(f"{json.dumps(order)}\n")
        self._program.stdin.flush()
        pid = int(self._line().removeprefix("pid "))
        acks: list[str] = []
        line = ""
        while len(acks) < after_acks and line != "end":
            line = self._line()
            acks.extend([line.removeprefix("ack ")] if line.startswith("ack") else [])
        time.sleep(after_seconds)
        os.kill(pid, signal.SIGKILL)
        self._program.stdin.write("reap\n")
        self._program.stdin.flush()
        while line != "dead":
            line = self._line()
            acks.extend([line.removeprefix("ack ")] if line.startswith("ack") else [])
        return acks

    def close(self) -> None:
        """End it."""
        self._program.kill()
        self._program.communicate()

    def _line(self) -> str:
        assert self._program.stdout is not None
        line = self._program.stdout.readline()
        assert line, "the program to be killed ended by itself"
        return line.strip()
