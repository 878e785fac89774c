#!/usr/bin/env python3
"""Set up and run KTS Desktop from a checkout, with nothing but Python on the computer.

python3 start.py demo     make the demo office, print its papers, open the window if there is a display
python3 start.py test     run all tests, in two processes side by side (further words go to pytest, in one)
python3 start.py run      open the window (further words go to the program)
python3 start.py check    format, lint, types, import contracts, tests
python3 start.py bench    speed, as ratios measured side by side
python3 start.py build    freeze the program into dist/ and let it test itself

The first call makes .venv from requirements.lock; later calls start at once. Standard library only, and no
newer syntax than Python 3.8 reads, so that an old Python can be told that it is too old.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
DEMO = "kts-demo"
FROZEN = ROOT / "dist" / "kts-desktop" / ("kts-desktop-cli.exe" if os.name == "nt" else "kts-desktop-cli")
VERSIONS = ("3.14", "3.13", "3.12", "3.11")
LINUX = sys.platform.startswith("linux")
DISPLAY = not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
UV = shutil.which("uv")

DRAWING = {  # shared library: its package in Debian and Ubuntu; without these Qt does not load at all
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOWS = {  # and these for windows on a screen
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
PROGRAM = ("-m", "kts_desktop")
IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
CHECKS = {
    "format": ("-m", "ruff", "format", "--check"),
    "lint": ("-m", "ruff", "check"),
    "types": ("-m", "mypy"),
    "imports": ("-c", IMPORTS),
}
COMMANDS = {"test": ("-m", "pytest"), "run": PROGRAM, "bench": ("-m", "benchmarks")}
HALVES = {  # of the tests, of about the same work; what is new falls into the first unless it is a unit test
    "window and journeys": ("tests", "--ignore=tests/unit"),
    "units": ("tests/unit",),
}
PATIENCE = 10  # seconds that interrupted tests get to put away what they started


def main(command: str = "", *words: str) -> int:
    """Prepare what is missing, then run the command and return its exit status."""
    if command not in {"demo", "check", "build", *COMMANDS}:
        print(__doc__)
        return 2
    venv = ROOT / "build" / "venv" if command == "build" else ROOT / ".venv"
    python = str(venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    windows = DISPLAY and command in {"demo", "run"}
    prepare(venv, python, {**DRAWING, **WINDOWS} if windows else DRAWING)
    if command == "demo":
        return demo(python, *words)
    if command == "check":
        failed = [name for name, check in CHECKS.items() if run(python, *check) != 0]
        failed += ["tests"] if run_tests(python) != 0 else []
        print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
        return len(failed)
    if command == "build":
        return build(python)
    if command == "test":
        return run_tests(python, *words)
    return run(python, *COMMANDS[command], *words)


def run_tests(python: str, *words: str) -> int:
    """Run what the words choose in one process; without words all tests, in two where there are two cores.

    Each half runs one test after the other and answers with a status of its own, so a crash cannot hide.
    """
    pytest = (python, *COMMANDS["test"])
    if words:
        return run(*pytest, *words)
    halves = [(*pytest, *half) for half in HALVES.values()]
    statuses = run_beside(*halves) if cores() > 1 else [run(*half) for half in halves]
    print()
    for name, status in zip(HALVES, statuses):  # noqa: B905 - strict is newer than Python 3.8
        print(f"{name}: {f'FAILED with status {status}' if status else 'passed'}", flush=True)
    return next(filter(None, statuses), 0)


def run_beside(first: tuple[str, ...], second: tuple[str, ...]) -> list[int]:
    """Run two commands side by side, show the second's words after the first's, and return both statuses."""
    with tempfile.TemporaryFile() as kept:
        running = [subprocess.Popen(second, cwd=ROOT, stdout=kept, stderr=subprocess.STDOUT)]
        try:
            running.append(subprocess.Popen(first, cwd=ROOT))
            return [command.wait() for command in reversed(running)]
        finally:
            for command in running:
                end(command)
            kept.seek(0)
            print(flush=True)
            shutil.copyfileobj(kept, sys.stdout.buffer)
            sys.stdout.flush()


def end(command: subprocess.Popen[bytes]) -> None:
    """Give an interrupted command time to put away what it started, then end it."""
    try:
        command.wait(PATIENCE)  # Ctrl+C has reached it as well
    except subprocess.TimeoutExpired:
        command.kill()
        command.wait()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def demo(python: str, *words: str) -> int:
    """Make the demo office and its papers, then open the window on it; without a display say so."""
    if not DISPLAY:
        print(
            "There is no display here, so no window opens. The demo office and its papers are made:",
            flush=True,
        )
    status = run(python, *PROGRAM, "demo", "--folder", DEMO, *words)
    if status != 0 or not DISPLAY:
        return status  # the command has listed what it made
    return run(python, *PROGRAM, "--profile", DEMO + "/office")


def build(python: str) -> int:
    """Freeze the program, then run the self-test of what was built."""
    if LINUX and not shutil.which("objdump"):
        install_packages(["binutils"])
    print("Building dist/kts-desktop ...", flush=True)
    status = run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec")
    return status or run(str(FROZEN), "selftest")


def prepare(venv: Path, python: str, libraries: dict[str, str]) -> None:
    """Make sure of the system's libraries and of the environment."""
    stamp = venv / "made-from"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    made = stamp.is_file() and stamp.read_text() == wanted and quiet(python, "-c", "import PySide6")
    base = "" if made or UV else find_python()
    missing = [package for library, package in libraries.items() if LINUX and not loads(library)]
    if base and not quiet(base, "-c", "import ensurepip"):  # Debian keeps it in a package of its own
        version = subprocess.check_output([base, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
        missing.append(f"python{version.decode().strip()}-venv")
    if missing:
        install_packages(missing)
    if made:
        return
    print(f"Setting up {venv.relative_to(ROOT)} (once; about 250 MB to load) ...", flush=True)
    hashes = ("--require-hashes", "-r", str(LOCK))
    if UV:
        must(UV, "venv", "--quiet", "--clear", "--python", ">=3.11,<3.15", str(venv))
        must(UV, "pip", "install", "--quiet", "--compile-bytecode", "--python", python, *hashes)
    else:
        must(base, "-m", "venv", "--clear", str(venv))
        must(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", *hashes)
    stamp.write_text(wanted)


def find_python() -> str:
    """Return a Python of the right age: this one, or another one on the path."""
    mine = ".".join(map(str, sys.version_info[:2]))
    found = [sys.executable] if mine in VERSIONS else [shutil.which("python" + v) for v in VERSIONS]
    return next(filter(None, found), None) or sys.exit(f"Python 3.11 to 3.14 is needed; this is {mine}.")


def install_packages(packages: list[str]) -> None:
    """Install system packages if we may; else say exactly what to do."""
    install = ("apt-get", "install", "-y", "--no-install-recommends", *packages)
    if not shutil.which("apt-get"):
        sys.exit(f"Please install what your system calls these Debian packages: {' '.join(packages)}")
    if os.geteuid() != 0:
        sys.exit(f"System packages are missing. Run this, then start again:\n\n  sudo {' '.join(install)}\n")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    if not quiet(*install):
        must("apt-get", "-q", "update")
        must(*install)


def loads(library: str) -> bool:
    """Tell whether the system has a shared library."""
    try:
        return bool(ctypes.CDLL(library))
    except OSError:
        return False


def run(*words: str) -> int:
    """Run a command in the checkout and return its exit status."""
    return subprocess.call(words, cwd=ROOT)


def quiet(*words: str) -> bool:
    """Run a command without a word and tell whether it went well."""
    return bool(shutil.which(words[0])) and not subprocess.run(words, capture_output=True).returncode


def must(*words: str) -> None:
    """Run a command; stop here if it fails."""
    if run(*words) != 0:
        sys.exit(f"This failed: {' '.join(words)}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
