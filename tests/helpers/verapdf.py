"""What veraPDF says of files, where a developer has installed it.

``KTS_VERAPDF`` names its command. Nothing is judged without it.
"""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

FLAVOURS = ("ua1", "2a")
_AT_ONCE = 200  # files of one call
_LINE = re.compile(r"^(PASS|FAIL)\s+(.+?\.pdf)(?:\s.*)?$")


def command() -> str:
    """Return the command of veraPDF; empty where there is none."""
    return os.environ.get("KTS_VERAPDF", "")


def failed(files: Sequence[Path], flavour: str) -> list[str]:
    """Return the files veraPDF fails, with its words; one it keeps silent about was not judged and fails."""
    passed: set[str] = set()
    said: list[str] = []
    for begin in range(0, len(files), _AT_ONCE):
        call = [
            command(),
            "--format",
            "text",
            "--flavour",
            flavour,
            *map(str, files[begin : begin + _AT_ONCE]),
        ]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        lines = [found for found in map(_LINE.match, done.stdout.splitlines()) if found]
        passed |= {line[2] for line in lines if line[1] == "PASS"} - {
            line[2] for line in lines if line[1] == "FAIL"
        }
        said += done.stdout.splitlines() + done.stderr.splitlines()
    wrong = [str(file) for file in files if str(file) not in passed]
    return [f"{name}: {'; '.join(line for line in said if name in line) or 'not judged'}" for name in wrong]
