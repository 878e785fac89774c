"""Killed without warning while it writes or takes over a package, a laptop has all of it or nothing."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kts_desktop.exchange.sync import envelope, package
from kts_desktop.exchange.sync.office import exchange_of
from kts_desktop.storage import check
from tests.helpers.day import NOW, Present
from tests.helpers.members import Member, make_pair, pair
from tests.helpers.profiles import refusal

POINTS, LONG = 6, 100


def killed(work: Callable[[], object], after: float) -> None:
    """Do something in a process of its own, and kill that."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Member, Member]:
    Present.begin()
    return make_pair(tmp_path_factory.mktemp("pair"))


def reopened(member: Member) -> None:
    member.opened = member.office.open()
    member.exchange = exchange_of(member.opened, member.keyring)


def take(member: Member, path: Path) -> None:
    reopened(member)
    member.exchange.apply(path)


def send(member: Member, other: Member, stick: Path) -> None:
    reopened(member)
    member.send(other, stick)


def try_import(made: tuple[Member, Member], folder: Path, points: int) -> None:
    folder.mkdir()
    for anna, ben, stick in pair(made, folder):
        for number in range(points):
            anna.add_person(f"Neu {number}")
            path = anna.send(ben, stick)
            ben.opened.close()

            killed(partial(take, ben, path), 0.05 + 0.7 * number / points)
            reopened(ben)
            assert ben.exchange.notes == ()
            report = check.check(ben.opened.folder, ben.opened.key, now=NOW)
            assert [one.code for one in report.findings] == []
            if f"Neu {number}" in ben.names():
                assert refusal(partial(ben.exchange.apply, path)).code == "package_already"
            else:
                ben.exchange.apply(path)
            assert f"Neu {number}" in ben.names()
        assert set(ben.names()) == set(anna.names())
    shutil.rmtree(folder)


def try_export(made: tuple[Member, Member], folder: Path, points: int) -> None:
    folder.mkdir()
    for anna, ben, stick in pair(made, folder):
        for number in range(points):
            anna.add_person(f"Neu {number}")
            anna.opened.close()

            killed(partial(send, anna, ben, stick), 0.05 + 0.4 * number / points)
            reopened(anna)
            assert anna.exchange.notes == ()
            for path in stick.glob("*.ktspaket"):
                with package.read(path, envelope.by_keys(ben.exchange.context.keys)) as one:
                    one.verify()
        ben.exchange.apply(anna.send(ben, stick))
        assert set(ben.names()) == set(anna.names())
    shutil.rmtree(folder)


def test_a_package_is_taken_over_whole_or_not_at_all(made: tuple[Member, Member], tmp_path: Path) -> None:
    try_import(made, tmp_path / "office", POINTS)


def test_a_package_lies_on_the_stick_whole_or_not_at_all(made: tuple[Member, Member], tmp_path: Path) -> None:
    try_export(made, tmp_path / "office", POINTS)


@pytest.mark.long_run
@pytest.mark.timeout(1800)
def test_two_hundred_kills_leave_all_or_nothing(made: tuple[Member, Member], tmp_path: Path) -> None:
    try_import(made, tmp_path / "one", LONG)
    try_export(made, tmp_path / "other", LONG)
