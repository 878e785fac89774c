"""The page of the quarterly report: every figure leads to exactly what it counts; what was reported stays."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseState
from kts_desktop.services import cases, persons, report_records
from kts_desktop.services.report_figures import Quarter
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.reports.dialogs import FreezeDialog, RecordsDialog
from kts_desktop.ui.reports.figures_view import Behind
from kts_desktop.ui.reports.page import FIGURES, FROZEN, LISTED, ReportsPage
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import NOON, a_case, a_note, a_person
from tests.helpers.qt import leaked, nameless
from tests.helpers.reading_xlsx import read_book
from tests.helpers.shell import child, when_there

LONG = 20_000
PANES = {"advisory_case": "cases", "event": "events", "person": "people", "organisation": "bodies"}

_PEOPLE = text(
    "SELECT r.person_id FROM registration r JOIN event e ON e.id=r.event_id WHERE r.state='attended' "
    "AND r.person_id IS NOT NULL AND e.starts_at >= 1775001600000 AND e.starts_at < 1782864000000 LIMIT 1"
)  # at an event of the second quarter of 2026


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, store: Store, settings: Settings) -> Iterator[ReportsPage]:
    with store.write("case.open") as session:
        person = a_person(session)
        case = a_case(session, received_on=date(2026, 8, 3), person_ids=(person,))
        a_case(session, received_on=date(2026, 5, 3))
        a_note(session, case_id=case, happened_at=datetime(2026, 8, 4, 9, tzinfo=UTC), text="Rückruf")
        cases.set_state(session, [case], CaseState.CLOSED, date(2026, 9, 1))
    workspace.clock = lambda: NOON
    workspace.language = "en"
    workspace.attach(store, undo)
    page = ReportsPage(workspace, settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    counted(page, qtbot)
    yield page
    page.hide()


def counted(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.presenter.counted is not None, timeout=LONG)


def behind(page: ReportsPage, label: str) -> Behind:
    return next(one for one in page.figures.behind() if one.label.startswith(label))


def texts(page: ReportsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def shows(qtbot: QtBot, page: ReportsPage, text: str) -> None:
    """Wait until a text is in sight: new labels are shown with the next turn of the event loop."""
    qtbot.waitUntil(lambda: text in texts(page), timeout=LONG)


def froze(page: ReportsPage, qtbot: QtBot, *, suppress: bool = False) -> None:
    """Freeze the quarter shown as the user does."""
    kept = len(page.presenter.counted.kept) if page.presenter.counted else 0
    page.freeze.click()
    dialog = page.findChild(FreezeDialog)
    assert dialog is not None
    dialog.suppress.set_value(suppress)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    def is_kept() -> bool:
        return page.presenter.counted is not None and len(page.presenter.counted.kept) == kept + 1

    qtbot.waitUntil(is_kept, timeout=LONG)


def test_the_last_whole_quarter_is_shown_first_beside_the_one_before(page: ReportsPage, qtbot: QtBot) -> None:
    assert page.presenter.quarter == Quarter(2026, 3)
    assert page.pane.selection.current_id() == 20263
    shows(qtbot, page, "Quarterly report III/2026")
    shows(qtbot, page, "II/2026")
    assert behind(page, "New cases, III/2026").ids != behind(page, "New cases, II/2026").ids


def test_another_quarter_is_chosen_in_the_list_and_found_by_its_year(page: ReportsPage, qtbot: QtBot) -> None:
    page.pane.selection.select(20262)
    qtbot.waitUntil(lambda: "Quarterly report II/2026" in texts(page), timeout=LONG)
    qtbot.keyClicks(page.pane.search, "IV/")
    page.pane.search.flush()
    assert list(page.pane.rows.table.ids()) == [20264]


def test_every_figure_of_the_demo_office_opens_a_list_of_exactly_what_it_counts(
    qtbot: QtBot, demo_workspace: Workspace, demo: Store, settings: Settings
) -> None:
    with demo.write("person.restrict") as session:
        one = next(iter(session.execute(_PEOPLE).scalars()))
        persons.restrict(session, one, at=NOON)
    demo_workspace.clock = lambda: NOON
    window = ShellWindow(demo_workspace, settings)
    qtbot.addWidget(window)
    window.show_pages()
    page = window.go_to("reports")
    assert isinstance(page, ReportsPage)
    page.presenter.show(20262)
    qtbot.waitUntil(lambda: page.presenter.counted is not None, timeout=LONG)

    found = page.figures.behind()
    assert {one.kind for one in found} == {*LISTED, "note", "registration"}
    assert any(one in behind.ids for behind in found if behind.kind == "person")
    for figure in found:
        if figure.kind not in LISTED:
            with demo.read() as session:
                lines = report_records.lines(session, figure.kind, figure.ids)
            assert sorted(line.id for line in lines) == sorted(figure.ids), figure.label
            continue
        page.figures.wanted.emit(figure)
        pane = window.findChild(ListPane, f"{PANES[figure.kind]}.list_pane")
        assert pane is not None
        assert sorted(pane.rows.table.ids()) == sorted(figure.ids), figure.label
        assert pane.is_narrowed
    window.close()


def test_lifting_the_chip_shows_the_whole_list_again(
    qtbot: QtBot, demo_workspace: Workspace, settings: Settings
) -> None:
    window = ShellWindow(demo_workspace, settings)
    qtbot.addWidget(window)
    window.show()
    window.show_pages()
    window.go_to("cases")
    pane = window.findChild(ListPane, "cases.list_pane")
    assert pane is not None
    before = list(pane.rows.table.ids())
    pane.panel.set_value("state", "all")
    every = list(pane.rows.table.ids())

    demo_workspace.show_list("advisory_case", every[:2], "New cases (2)")
    assert list(pane.rows.table.ids()) == every[:2]
    chip = pane.chips.findChild(QPushButton, "cases.chips.among")
    assert chip is not None
    assert chip.text() == "New cases (2)"
    chip.click()

    assert list(pane.rows.table.ids()) == before
    demo_workspace.show_list("advisory_case", every[:2], "New cases (2)")
    pane.clear_filters()
    assert list(pane.rows.table.ids()) == before


def test_contacts_without_a_list_of_their_own_are_listed_and_opened(page: ReportsPage, qtbot: QtBot) -> None:
    figure = behind(page, "Contacts (notes), III/2026")
    page.figures.wanted.emit(figure)
    dialog = page.findChild(RecordsDialog)
    assert dialog is not None
    assert list(dialog.list.table.ids()) == list(figure.ids)
    assert nameless(dialog) == []

    with qtbot.waitSignal(page.workspace.record_wanted) as opened:
        dialog.go.click()

    assert opened.args == ["note", figure.ids[0]]


def test_a_frozen_report_is_listed_with_its_hash_and_says_what_has_changed_since(
    page: ReportsPage, qtbot: QtBot, store: Store
) -> None:
    froze(page, qtbot)
    shows(qtbot, page, "every figure is still the same")
    page.detail.show_tab(FROZEN)
    kept = page.presenter.counted
    assert kept is not None
    shows(qtbot, page, kept.kept[0].row.sha256[:8])
    assert any(part.accessibleName() == "Unchanged" for part in page.frozen.findChildren(QWidget))
    page.detail.show_tab(FIGURES)

    def late(session: object, _ticket: object) -> object:
        return a_case(session, received_on=date(2026, 9, 30))  # type: ignore[arg-type]

    page.workspace.write("case.open", late)
    qtbot.waitUntil(lambda: "counted otherwise today" in texts(page), timeout=LONG)
    shows(qtbot, page, "≠ 1")


def test_a_damaged_file_is_said_and_its_figures_are_not_compared(
    page: ReportsPage, qtbot: QtBot, store: Store
) -> None:
    froze(page, qtbot)
    assert store.blobs is not None
    for path in store.blobs.folder.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1] + b"\0")
    page.do_refresh()

    qtbot.waitUntil(lambda: "The frozen report is damaged" in texts(page), timeout=LONG)
    page.detail.show_tab(FROZEN)
    shows(qtbot, page, "can bring it back from a backup")


def test_freezing_again_says_that_a_report_is_kept_and_an_unfinished_quarter_is_named(
    page: ReportsPage, qtbot: QtBot
) -> None:
    page.presenter.show(20264)
    counted(page, qtbot)
    froze(page, qtbot, suppress=True)
    page.freeze.click()
    dialog = page.findChildren(FreezeDialog)[-1]
    told = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "not over yet" in told
    assert "is kept already and stays" in told
    dialog.reject()
    page.detail.show_tab(FROZEN)
    shows(qtbot, page, "left out")


def test_figures_are_saved_as_a_workbook_and_frozen_files_into_a_folder(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.book.click()
    chooser = page.findChild(QFileDialog, "reports.save_book")
    assert chooser is not None
    assert chooser.selectedFiles()[0].endswith("Report_2026-Q3.xlsx")
    chooser.fileSelected.emit(str(tmp_path / "a.xlsx"))
    chooser.reject()
    qtbot.waitUntil((tmp_path / "a.xlsx").exists, timeout=LONG)
    assert read_book((tmp_path / "a.xlsx").read_bytes()).sheets[0].name == "Overview"

    froze(page, qtbot)
    page.detail.show_tab(FROZEN)
    qtbot.waitUntil(when_there(page, "reports.frozen_0.save"), timeout=LONG)
    child(page, "reports.frozen_0.save").click()  # type: ignore[attr-defined]
    folder = page.findChild(QFileDialog, "reports.save_files")
    assert folder is not None
    (tmp_path / "out").mkdir()
    folder.fileSelected.emit(str(tmp_path / "out"))
    folder.reject()
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").iterdir())) == 4, timeout=LONG)


def test_the_paper_of_the_quarter_shown_is_asked_for(page: ReportsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.workspace.paper_wanted) as asked:
        page.perform("print")

    assert asked.args == ["report", 20263]


def test_everything_on_the_page_has_a_name_and_nothing_stays_behind(
    page: ReportsPage, qtbot: QtBot, settings: Settings
) -> None:
    froze(page, qtbot)
    for tab in (FIGURES, FROZEN):
        page.detail.show_tab(tab)
        assert nameless(page) == []
    assert leaked(lambda: FreezeDialog("III/2026", ("Sentence",), page)) == 0
