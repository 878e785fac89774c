"""Putting a package on a medium: whole and read back, or not at all, and why not."""

import resource
import shutil
import signal
from pathlib import Path
from typing import BinaryIO

import pytest

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import carrying
from tests.helpers.profiles import as_nobody, refusal

CONTENT = b"Paket" * 50_000


def write(file: BinaryIO) -> int:
    """Write the content."""
    return file.write(CONTENT)


def accept(draft: Path) -> None:
    """Find everything in order."""
    assert draft.read_bytes() == CONTENT


def test_what_was_written_and_read_back_bears_its_name_and_nothing_else_stays(tmp_path: Path) -> None:
    path, size = carrying.put(tmp_path, "a.ktspaket", write, accept)
    again, _ = carrying.put(tmp_path, "a.ktspaket", write, accept)
    assert size == len(CONTENT)
    assert (
        {path.name, again.name} == {"a.ktspaket", "a-2.ktspaket"} == {one.name for one in tmp_path.iterdir()}
    )


def test_a_full_medium_keeps_nothing_half_written(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        refused = refusal(lambda: carrying.put(tmp_path, "a.ktspaket", write, accept))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert refused.code == "package_no_space"
    assert list(tmp_path.iterdir()) == []


def test_a_stick_pulled_meanwhile_is_told(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    def pull(file: BinaryIO) -> int:
        shutil.rmtree(stick)
        return write(file)

    assert refusal(lambda: carrying.put(stick, "a.ktspaket", pull, accept)).code == "package_medium_gone"
    assert refusal(lambda: carrying.put(stick, "a.ktspaket", write, accept)).code == "package_medium_gone"


def test_a_medium_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with as_nobody(stick):
        refused = refusal(lambda: carrying.put(stick, "a.ktspaket", write, accept))
    assert refused.code == "package_read_only"


def test_what_comes_back_otherwise_is_deleted_there(tmp_path: Path) -> None:
    def find_fault(_draft: Path) -> None:
        raise PackageError("package_damaged")

    refused = refusal(lambda: carrying.put(tmp_path, "a.ktspaket", write, find_fault))
    assert refused.code == "package_not_kept"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.ktspaket"])
def test_a_crash_while_writing_leaves_no_package(tmp_path: Path, name: str) -> None:
    def break_off(file: BinaryIO) -> int:
        file.write(CONTENT[:100])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carrying.put(tmp_path, name, break_off, accept)
    assert list(tmp_path.iterdir()) == []
