"""Background jobs: where they run, where their results arrive, how they stop."""

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kts_desktop.core.errors import RefusedError
from kts_desktop.ui.jobs import Jobs, Ticket


class Listener(QObject):
    """Remembers what arrived, and whether it arrived on the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived: list[tuple[object, bool]] = []
        self.steps: list[tuple[int, int, str]] = []

    def take(self, value: object) -> None:
        self.arrived.append((value, current_thread() is main_thread()))

    def count(self, done: int, total: int, text: str) -> None:
        self.steps.append((done, total, text))


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shutdown()


def refuse(_ticket: Ticket) -> object:
    raise RefusedError("gone")


def test_work_runs_off_the_gui_thread_and_its_result_arrives_on_it(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    ticket = jobs.run(lambda _: current_thread() is main_thread())
    ticket.succeeded.connect(listener.take)
    with qtbot.waitSignal(ticket.finished):
        pass
    assert listener.arrived == [(False, True)]


def test_jobs_of_one_lane_run_one_at_a_time_in_order(qtbot: QtBot, jobs: Jobs) -> None:
    trace: list[str] = []

    def work(name: str) -> None:
        trace.append(f"{name} begins")
        Event().wait(0.02)
        trace.append(f"{name} ends")

    jobs.run(lambda _: work("a"))
    with qtbot.waitSignal(jobs.run(lambda _: work("b")).finished):
        pass
    assert trace == ["a begins", "a ends", "b begins", "b ends"]


def test_a_failure_arrives_as_a_failure(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.run(lambda _: 1 // 0).failed) as failed:
        pass
    assert failed.args is not None
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_a_failure_nobody_listens_for_is_passed_on_if_the_user_can_cure_it(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.run(refuse).unheard) as unheard:
        pass
    assert unheard.args is not None
    assert isinstance(unheard.args[0], RefusedError)


def test_a_bug_nobody_listens_for_is_raised_on_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    ticket = jobs.run(lambda _: 1 // 0)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(ticket.finished):
        pass
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_progress_arrives_in_words_and_numbers(qtbot: QtBot, jobs: Jobs) -> None:
    listener, go = Listener(), Event()

    def work(ticket: Ticket) -> None:
        go.wait(5)
        ticket.step(1, 2, "Bonn")

    ticket = jobs.run(work)
    ticket.progressed.connect(listener.count)
    with qtbot.waitSignal(ticket.finished):
        go.set()
    assert listener.steps == [(1, 2, "Bonn")]


def test_progress_is_heard_even_if_the_worker_was_faster(qtbot: QtBot, jobs: Jobs) -> None:
    listener, stepped = Listener(), Event()

    def work(ticket: Ticket) -> None:
        ticket.step(1, 2)
        stepped.set()

    ticket = jobs.run(work)
    assert stepped.wait(5)
    ticket.progressed.connect(listener.count)
    with qtbot.waitSignal(ticket.finished):
        pass
    assert listener.steps == [(1, 2, "")]


def test_a_cancelled_job_stops_at_its_next_step_and_reports_neither_success_nor_failure(
    qtbot: QtBot, jobs: Jobs
) -> None:
    listener, go = Listener(), Event()

    def work(ticket: Ticket) -> str:
        go.wait(5)
        ticket.step(1, 2)
        return "not stopped"

    ticket = jobs.run(work)
    ticket.succeeded.connect(listener.take)
    ticket.failed.connect(listener.take)
    ticket.cancel()
    with qtbot.waitSignal(ticket.finished):
        go.set()
    assert listener.arrived == []


def test_cancel_breaks_off_the_statement_that_runs(qtbot: QtBot, jobs: Jobs) -> None:
    broken, begun = Event(), Event()

    def work(ticket: Ticket) -> None:
        ticket.interrupt_with(broken.set)
        begun.set()
        broken.wait(5)
        ticket.interrupt_with(None)

    ticket = jobs.run(work)
    assert begun.wait(5)
    with qtbot.waitSignal(ticket.finished):
        ticket.cancel()
    assert broken.is_set()


def test_what_arrives_may_be_exchanged_on_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()

    def arrive(value: object) -> object:
        return (value, current_thread() is main_thread())

    ticket = jobs.run(lambda _: 7, arrival=arrive)
    ticket.succeeded.connect(listener.take)
    with qtbot.waitSignal(ticket.finished):
        pass
    assert listener.arrived == [((7, True), True)]


def test_waiting_jobs_are_dropped_when_the_lane_closes(qtbot: QtBot, qapp: object) -> None:
    jobs, go, ran = Jobs(), Event(), Event()
    jobs.run(lambda _: go.wait(5))
    waiting = jobs.run(lambda _: ran.set())
    with qtbot.waitSignal(waiting.finished):
        go.set()
        jobs.shutdown()
    assert not ran.is_set()
