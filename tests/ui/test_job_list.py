"""The list of the last jobs: what ran, how it ended, and no more than ten."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kts_desktop.core.errors import RefusedError
from kts_desktop.ui.jobs import Jobs, Ticket
from kts_desktop.ui.kit.job_list import KEPT, JobList
from tests.helpers.build import NOON
from tests.helpers.qt import leaked


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shutdown()


@pytest.fixture
def list_(qtbot: QtBot) -> JobList:
    found = JobList(lambda: NOON)
    qtbot.addWidget(found)
    return found


def entries(list_: JobList) -> list[str]:
    list_.open()
    menu = list_.findChildren(QMenu, "jobs.menu")[-1]
    texts = [action.text() for action in menu.actions()]
    menu.close()
    return [text.rpartition(",")[0] or text for text in texts]


def refuse(_ticket: Ticket) -> object:
    raise RefusedError("gone")


def wait(ticket: Ticket) -> None:
    stopped = Event()
    ticket.step(0, 1)
    while not ticket.is_cancelled:
        stopped.wait(0.01)
    ticket.step(1, 1)


def run(qtbot: QtBot, jobs: Jobs, list_: JobList, title: str) -> None:
    ticket = jobs.run(lambda _: None, title)
    list_.follow(ticket)
    with qtbot.waitSignal(ticket.finished):
        pass


def test_before_the_first_job_the_list_says_so_and_its_button_is_hidden(list_: JobList) -> None:
    assert list_.isHidden()
    assert entries(list_) == ["No job has run yet."]


def test_a_job_is_listed_with_how_it_ended(qtbot: QtBot, jobs: Jobs, list_: JobList) -> None:
    run(qtbot, jobs, list_, "Backing up")
    told: list[object] = []
    refused = jobs.run(refuse, "Import")
    refused.unheard.connect(told.append)
    list_.follow(refused)
    with qtbot.waitSignal(refused.finished):
        pass
    stopped = jobs.run(wait, "Report")
    list_.follow(stopped)
    assert entries(list_)[0] == "Report: running since"
    stopped.cancel()
    with qtbot.waitSignal(stopped.finished):
        pass
    assert entries(list_) == ["Report: stopped", "Import: failed", "Backing up: done"]
    assert len(told) == 1, "the failure is still told by those who listen for it"


def test_only_the_last_ten_are_kept(qtbot: QtBot, jobs: Jobs, list_: JobList) -> None:
    for number in range(KEPT + 2):
        run(qtbot, jobs, list_, f"Job {number}")
    assert entries(list_) == [f"Job {number}: done" for number in range(KEPT + 1, 1, -1)]


def test_closing_the_office_forgets_them(qtbot: QtBot, jobs: Jobs, list_: JobList) -> None:
    run(qtbot, jobs, list_, "Backing up")
    assert not list_.isHidden()
    list_.forget()
    assert list_.isHidden()
    assert entries(list_) == ["No job has run yet."]


def test_the_list_is_freed(qapp: object) -> None:
    assert leaked(lambda: JobList(lambda: NOON)) == 0
