"""The bootstrap: standard library only, old syntax, plain words about what is missing."""

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

import start

SOURCE = Path(start.__file__).read_text(encoding="utf-8")
LOCK = start.LOCK.read_text(encoding="utf-8")
PROJECT = tomllib.loads((start.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def recorded(monkeypatch: pytest.MonkeyPatch, *, status: int) -> list[tuple[str, ...]]:
    """Record what is run instead of running it."""
    ran: list[tuple[str, ...]] = []

    def run(*words: str) -> int:
        ran.append(words)
        return status

    monkeypatch.setattr(start, "run", run)
    return ran


def test_an_old_python_can_read_it() -> None:
    ast.parse(SOURCE, feature_version=(3, 8))


def test_it_needs_the_standard_library_only() -> None:
    names = re.findall(r"^(?:import|from) (\w+)", SOURCE, re.MULTILINE)
    assert set(names) <= sys.stdlib_module_names


def test_without_a_command_it_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main() == 2
    said = capsys.readouterr().out
    for command in ("demo", "check", "build", *start.COMMANDS):
        assert f"start.py {command}" in said


def test_an_unknown_command_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main("dance") == 2
    assert "start.py demo" in capsys.readouterr().out


def test_a_library_is_found_or_missed() -> None:
    assert not start.loads("libthere-is-no-such-thing.so.9")


def test_a_missing_package_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as left:
        start.install_packages(["libegl1"])
    assert "sudo apt-get install -y --no-install-recommends libegl1" in str(left.value)


def test_another_system_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit) as left:
        start.install_packages(["libegl1", "libgl1"])
    assert "libegl1 libgl1" in str(left.value)


def test_a_wrong_python_is_told_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit) as left:
        start.find_python()
    assert "3.11" in str(left.value)
    assert "3.8" in str(left.value)


@pytest.mark.parametrize("display", [True, False])
def test_the_demo_opens_the_window_where_there_is_a_display_and_says_so_where_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], display: bool
) -> None:
    ran = recorded(monkeypatch, status=0)
    monkeypatch.setattr(start, "DISPLAY", display)
    assert start.demo("python", "--seed", "7") == 0
    made = ("python", "-m", "kts_desktop", "demo", "--folder", "kts-demo", "--seed", "7")
    window = ("python", "-m", "kts_desktop", "--profile", "kts-demo/office")
    assert ran == ([made, window] if display else [made])
    assert ("no display" in capsys.readouterr().out) is not display


def test_a_demo_that_fails_opens_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = recorded(monkeypatch, status=2)
    monkeypatch.setattr(start, "DISPLAY", True)
    assert (start.demo("python"), len(ran)) == (2, 1)


def python(code: str) -> tuple[str, ...]:
    """Return the command that runs a few lines in the place of pytest."""
    return (sys.executable, "-c", code)


def test_without_further_words_each_test_is_in_one_of_two_halves() -> None:
    first, second = start.HALVES.values()
    assert first == ("tests", *(f"--ignore={folder}" for folder in second))  # all but the second's
    assert all((start.ROOT / folder).is_dir() for folder in second)


@pytest.mark.parametrize("cores", [1, 2])
def test_a_failure_of_either_half_is_the_status_and_is_named(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], cores: int
) -> None:
    monkeypatch.setattr(start, "cores", lambda: cores)
    names = list(start.HALVES)
    for failing in (0, 1):
        for number, name in enumerate(names):
            code = f"print('words of', {name!r}); raise SystemExit({5 if number == failing else 0})"
            monkeypatch.setitem(start.HALVES, name, ("-c", code))
        monkeypatch.setitem(start.COMMANDS, "test", ())
        assert start.run_tests(sys.executable) == 5
        said = capfdbinary.readouterr().out.decode().split("\n")
        said = [line.strip() for line in said if line.strip()]
        verdicts = [
            f"{name}: {'FAILED with status 5' if names[failing] == name else 'passed'}" for name in names
        ]
        assert said == [*(f"words of {name}" for name in names), *verdicts]


def test_a_crash_of_a_half_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "run_beside", lambda *_: [0, -11])
    monkeypatch.setattr(start, "cores", lambda: 2)
    assert start.run_tests("python") == -11


def test_further_words_go_to_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = recorded(monkeypatch, status=3)
    assert start.run_tests("python", "-k", "lock") == 3
    assert ran == [("python", "-m", "pytest", "-k", "lock")]


def test_the_halves_run_at_the_same_time(tmp_path: Path) -> None:
    meet = "import pathlib, sys, time\npathlib.Path(sys.argv[1]).touch()\n"
    meet += "while not pathlib.Path(sys.argv[2]).exists(): time.sleep(0.01)"
    one, other = str(tmp_path / "one"), str(tmp_path / "other")
    assert start.run_beside((*python(meet), one, other), (*python(meet), other, one)) == [0, 0]


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
@pytest.mark.parametrize("is_for_all", [True, False], ids=["Ctrl+C", "the first process alone"])
def test_an_interruption_ends_both_halves(tmp_path: Path, *, is_for_all: bool) -> None:
    places = [tmp_path / "one", tmp_path / "other"]
    code = "import os, pathlib, sys, time\np = pathlib.Path(sys.argv[1])\n"
    code += (
        "p.with_suffix('.new').write_text(str(os.getpid()))\np.with_suffix('.new').rename(p)\ntime.sleep(50)"
    )
    halves = [(*python(code), str(place)) for place in places]
    above = f"import start\nstart.PATIENCE = 0.1\nstart.run_beside(*{halves!r})"
    running = subprocess.Popen(
        python(above),
        cwd=start.ROOT,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    while not all(place.exists() for place in places):
        time.sleep(0.01)
    (os.killpg if is_for_all else os.kill)(running.pid, signal.SIGINT)
    said = running.communicate()[0]
    assert running.returncode != 0
    assert b"KeyboardInterrupt" in said
    for place in places:
        with pytest.raises(ProcessLookupError):
            os.kill(int(place.read_text()), 0)


def test_every_dependency_is_locked_with_its_hashes() -> None:
    locked = dict(re.findall(r"^([a-z0-9-]+)==(.+?)(?=^\w|\Z)", LOCK, re.MULTILINE | re.DOTALL))
    groups = PROJECT["dependency-groups"]
    wanted = [*PROJECT["project"]["dependencies"], *groups["test"], *groups["lint"], *groups["build"]]
    for requirement in wanted:
        name = re.split(r"[=<>]", requirement)[0].lower()
        assert "--hash=sha256:" in locked[name], name
    assert all("--hash=sha256:" in block for block in locked.values())


def test_the_lock_names_no_place_to_load_from() -> None:
    assert not re.search(r"://|--index|--extra|--find-links|-i ", LOCK)


def test_the_continuous_run_calls_the_test_command() -> None:
    script = (start.ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "python3 start.py test" in script
    subprocess.run(["sh", "-n", ".ci/run"], cwd=start.ROOT, check=True)  # noqa: S607 - any shell
