"""Many packs in one go from the window: whom it means, whole files, what was skipped and why."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kts_desktop.core.settings import Settings
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.printing import batch
from kts_desktop.printing.catalogue import PAPERS
from kts_desktop.services import paper_log
from kts_desktop.services.briefing_options import BriefingOptions, Redaction
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.packs import many_presenter
from kts_desktop.ui.packs.many_dialog import ManyDialog
from kts_desktop.ui.packs.many_presenter import ManyResult, Told
from kts_desktop.ui.packs.many_result import ManyResultDialog
from kts_desktop.ui.packs.page import PacksPage
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import NOON, a_body, a_case
from tests.helpers.qt import leaked, nameless

PACK = PAPERS["briefing"]
LONG = 20_000  # milliseconds: fonts are read with the first paper
BREMEN = "04"  # no model project is there
NAMES = ("Blumenthal", "Lehe", "Vegesack")
FILES = [f"2026-11-24_Briefing_{name}.pdf" for name in NAMES]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def bodies(office: Store) -> list[int]:
    with office.write("case.open") as session:
        ids = [a_body(session, name, state=BREMEN) for name in NAMES]
        for id_ in ids:
            a_case(session, organisation_id=id_)
    return ids


@pytest.fixture
def page(
    qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings, bodies: list[int]
) -> Iterator[PacksPage]:
    office_workspace.clock = lambda: NOON
    office_workspace.language = "en"
    office_workspace.attach(office, undo)
    page = PacksPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.open_record("organisation", bodies[0])
    page.presenter.set_options(BriefingOptions(parts="glance", note_pages=0, redaction=Redaction.EXTERNAL))
    qtbot.waitUntil(lambda: page.presenter.made is not None, timeout=LONG)
    yield page
    page.presenter.cancel()
    page.hide()


def asked(page: PacksPage, folder: Path, state: str = BREMEN) -> ManyDialog:
    """Open the question and choose a state and a folder, as the user does."""
    page.paper.many.click()
    dialog = page.findChild(ManyDialog)
    assert dialog is not None
    dialog.which.set_value("state")
    dialog.items["state"].set_value(state)
    dialog.choose.click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(folder))
    chooser.reject()
    return dialog


def result_of(page: PacksPage, qtbot: QtBot) -> ManyResultDialog:
    qtbot.waitUntil(lambda: page.findChild(ManyResultDialog) is not None, timeout=LONG)
    dialog = page.findChild(ManyResultDialog)
    assert dialog is not None
    return dialog


def logged(page: PacksPage) -> list[str]:
    def read(session: Any) -> list[str]:
        return [one.file_name for one in paper_log.rows(session, paper_log.recent(session, 9)).values()]

    return sorted(page.workspace.read(read))


def texts(dialog: ManyDialog | ManyResultDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def rendering(monkeypatch: pytest.MonkeyPatch, before: Callable[[str], None]) -> None:
    """Let something happen before the pack of each body is laid out."""

    def render(data: Any, **options: Any) -> Any:
        before(data.profile.name)
        return PACK.render(data, **options)

    monkeypatch.setattr(many_presenter, "PAPERS", {"briefing": replace(PACK, render=render)})


def test_three_bodies_get_a_file_and_an_entry_each(page: PacksPage, qtbot: QtBot, folder: Path) -> None:
    titles: list[str] = []
    steps: list[tuple[int, int, str]] = []

    def follow(ticket: Ticket) -> None:
        titles.append(ticket.title)
        ticket.progressed.connect(lambda *step: steps.append(step))

    page.workspace.started.connect(follow)
    dialog = asked(page, folder)
    assert dialog.found.text().startswith("3 ")
    assert "People outside" in dialog.like.text()
    dialog.go.click()
    assert not page.paper.many.isEnabled()
    assert texts(result_of(page, qtbot)).startswith("3 printed")
    assert page.paper.many.isEnabled()
    assert sorted(path.name for path in folder.iterdir()) == FILES
    qtbot.waitUntil(lambda: logged(page) == FILES)
    assert titles == ["Printing packs"]
    assert steps == [(0, 3, ""), *((place + 1, 3, name) for place, name in enumerate(NAMES))]
    assert [len(PdfDocument(path)) for path in folder.iterdir()] == [1, 1, 1]


def test_the_number_of_bodies_follows_the_choice(page: PacksPage, folder: Path) -> None:
    dialog = asked(page, folder)
    dialog.which.set_value("all")
    everybody = int(dialog.found.text().split()[0])
    dialog.which.set_value("cohort")
    cohorts = []
    for code in ("2019", "2020", "2021"):
        dialog.items["cohort"].set_value(code)
        cohorts.append(int(dialog.found.text().split()[0]))
    assert dialog.items["cohort"].isVisible()
    assert not dialog.items["state"].isVisible()
    assert 65 < everybody <= sum(cohorts) <= 73
    dialog.reject()


def test_a_choice_that_means_nobody_cannot_be_printed(
    page: PacksPage, folder: Path, office: Store, bodies: list[int]
) -> None:
    with office.write("body.delete") as session:
        for id_ in bodies:
            session.get(Organisation, id_).deleted_at = NOON  # type: ignore[union-attr]
    dialog = asked(page, folder)
    assert dialog.found.text().startswith("0 ")
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_a_pack_that_fails_is_skipped_told_and_can_be_tried_again(
    page: PacksPage, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str) -> None:
        if name == "Lehe":
            raise ValueError("too tall")

    rendering(monkeypatch, fail)
    asked(page, folder).go.click()
    result = result_of(page, qtbot)
    assert texts(result).startswith("2 printed, 1 skipped")
    assert result.skipped.item(0).text().startswith("Lehe: The paper Lehe could not be laid out")
    assert sorted(path.name for path in folder.iterdir()) == [FILES[0], FILES[2]]
    qtbot.waitUntil(lambda: logged(page) == [FILES[0], FILES[2]])
    monkeypatch.undo()
    assert result.rest.text() == "Try the skipped ones again"
    result.rest.click()
    qtbot.waitUntil(lambda: logged(page) == FILES, timeout=LONG)
    assert sorted(path.name for path in folder.iterdir()) == FILES


def test_cancel_leaves_whole_files_and_the_rest_can_be_printed(
    page: PacksPage, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tickets: list[Ticket] = []
    page.workspace.started.connect(tickets.append)

    def stop(name: str) -> None:
        if name == "Lehe":
            tickets[0].cancel()

    rendering(monkeypatch, stop)
    asked(page, folder).go.click()
    result = result_of(page, qtbot)
    assert texts(result).startswith("Stopped after 2 of 3\n2 printed.")
    assert sorted(path.name for path in folder.iterdir()) == FILES[:2]
    assert [len(PdfDocument(path)) for path in folder.iterdir()] == [1, 1]
    qtbot.waitUntil(lambda: logged(page) == FILES[:2])
    monkeypatch.undo()
    assert result.rest.text() == "Print the rest"
    result.rest.click()
    qtbot.waitUntil(lambda: logged(page) == FILES, timeout=LONG)


def test_a_folder_that_vanishes_ends_the_batch_with_a_sentence(
    page: PacksPage, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(name: str) -> None:
        if name == "Lehe":
            shutil.rmtree(folder)

    rendering(monkeypatch, lose)
    asked(page, folder).go.click()
    result = result_of(page, qtbot)
    assert texts(result).startswith("Stopped after 1 of 3")
    assert "out" in result.problem.text()
    qtbot.waitUntil(lambda: logged(page) == FILES[:1])
    result.reject()


def test_no_room_is_told_before_the_first_pack_and_the_choice_stays(
    page: PacksPage, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1_000_000))
    dialog = asked(page, folder)
    dialog.go.click()
    qtbot.waitUntil(dialog.problem.isVisible, timeout=LONG)
    assert dialog.isVisible()
    assert dialog.go.isEnabled()
    assert "1 MB left" in dialog.problem.text()
    assert dialog.chosen().state == BREMEN
    assert not page.many.presenter.is_running
    assert list(folder.iterdir()) == []
    monkeypatch.undo()
    folder.rmdir()
    dialog.go.click()
    assert dialog.problem.isVisible()
    assert "out" in dialog.problem.text()
    dialog.reject()


def test_the_folder_is_remembered_and_opened_from_the_result(
    page: PacksPage, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    asked(page, folder).reject()
    page.paper.many.click()
    dialog = page.findChildren(ManyDialog)[-1]
    assert dialog.folder.text() == str(folder)
    dialog.which.set_value("state")
    dialog.items["state"].set_value(BREMEN)
    dialog.go.click()
    result = result_of(page, qtbot)
    qtbot.mouseClick(result.folder, Qt.MouseButton.LeftButton)
    assert opened == [str(folder)]
    result.reject()


def test_only_the_briefing_pack_offers_many(page: PacksPage, qtbot: QtBot) -> None:
    assert page.paper.many.isVisible()
    code = next(one.code for one in page.presenter._found if one.paper != "briefing")
    page.presenter.choose_paper(code)
    assert not page.paper.many.isVisible()
    qtbot.waitUntil(lambda: page.presenter.made is not None, timeout=LONG)


def test_everything_in_both_dialogs_has_a_name(page: PacksPage, folder: Path) -> None:
    dialog = asked(page, folder)
    assert nameless(dialog) == []
    dialog.reject()
    result = ManyResultDialog(_result(folder), page)
    result.show()
    assert nameless(result) == []
    result.close()


def test_closed_dialogs_go_away(page: PacksPage, folder: Path) -> None:
    presenter = page.many.presenter
    assert leaked(lambda: ManyDialog(presenter.lists(), presenter.count, folder, page)) == 0
    assert leaked(lambda: ManyResultDialog(_result(folder), page)) == 0


def _result(folder: Path) -> ManyResult:
    skipped = (Told(name="Lehe", text="The record is gone."),)
    return ManyResult(printed=1, total=3, skipped=skipped, missing=1, folder=folder)


def test_all_packs_go_into_one_file_with_an_entry_each(page: PacksPage, qtbot: QtBot, folder: Path) -> None:
    dialog = asked(page, folder)
    dialog.files.set_value("single")
    dialog.go.click()
    result = result_of(page, qtbot)
    (path,) = folder.iterdir()
    assert texts(result).startswith(f"3 printed\nAll packs are in the file {path.name}")
    with PdfDocument(path) as pdf:
        assert len(pdf) == 4
        assert [mark.get_title() for mark in pdf.get_toc()][1::2] == list(NAMES)
    qtbot.waitUntil(lambda: len(page.workspace.read(entries)) == 3)


def test_what_to_know_of_a_printed_pack_is_told(
    page: PacksPage, qtbot: QtBot, folder: Path, office: Store, bodies: list[int]
) -> None:
    with office.write("body.edit") as session:
        session.get(Organisation, bodies[1]).name = "Lehe 🌲"  # type: ignore[union-attr]
    asked(page, folder).go.click()
    result = result_of(page, qtbot)
    assert [result.remarks.item(row).text() for row in range(result.remarks.count())] == [
        "Lehe 🌲: The font lacks these characters; they are printed as boxes: 🌲"
    ]
    assert not result.skipped.isVisibleTo(result)


def test_rooms_are_looked_at_and_packs_laid_out_off_the_gui_thread(
    page: PacksPage, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[object] = []
    check_room = batch.check_room

    def look(place: Path, count: int) -> None:
        threads.append(current_thread())
        check_room(place, count)

    monkeypatch.setattr(batch, "check_room", look)
    rendering(monkeypatch, lambda _name: threads.append(current_thread()))
    asked(page, folder).go.click()
    result_of(page, qtbot)
    assert len(threads) >= 4
    assert main_thread() not in threads


def test_locking_stops_the_batch_but_loses_no_entry_and_says_so_afterwards(
    page: PacksPage, qtbot: QtBot, folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, halted = page.workspace, list[Event]()
    reached, locked = Event(), Event()

    def wait(name: str) -> None:
        if name == "Lehe":
            reached.set()
            assert locked.wait(20)

    rendering(monkeypatch, wait)
    asked(page, folder).go.click()
    qtbot.waitUntil(reached.is_set, timeout=LONG)
    halted += workspace.toils.halt()  # as locking does, before the file is closed
    page.hide()
    page.many.presenter.blockSignals(True)  # the page is thrown away
    office = workspace.detach()
    assert office is not None
    locked.set()
    assert all(one.wait(20) for one in halted)
    with office.read() as session:
        assert sorted(one.file_name for one in entries(session)) == FILES[:2]
    workspace.attach(office, undo)
    again = PacksPage(workspace, settings)
    qtbot.addWidget(again)
    again.show()
    result = result_of(again, qtbot)
    assert texts(result).startswith("Stopped after 2 of 3")
    assert result.problem.text() == "The office was locked meanwhile."
    monkeypatch.undo()
    result.rest.click()
    qtbot.waitUntil(lambda: logged(again) == FILES, timeout=LONG)


def entries(session: Any) -> list[PrintedPaper]:
    return list(session.scalars(select(PrintedPaper)))


def test_a_file_of_many_is_one_entry_of_the_list_and_is_made_again_as_a_whole(
    page: PacksPage, qtbot: QtBot, folder: Path
) -> None:
    dialog = asked(page, folder)
    dialog.files.set_value("single")
    dialog.go.click()
    result_of(page, qtbot).reject()
    qtbot.waitUntil(lambda: len(page.workspace.read(entries)) == 3)
    row = page.workspace.read(lambda session: paper_log.rows(session, paper_log.recent(session, 9)))
    (one,) = row.values()
    page.presenter.repeat(one)
    qtbot.waitUntil(lambda: page.presenter.made is not None, timeout=LONG)
    made = page.presenter.made
    assert made is not None
    assert [bound.data.profile.name for bound in made.bound] == list(NAMES)
    assert (made.paper.pages, made.file_name()) == (4, "2026-11-24_Briefing_3-Kommunen.pdf")
    card = page._entries.card(next(entry for entry in page._entries._entries.values() if entry.row))
    assert card.headline == "Blumenthal and 2 more"
