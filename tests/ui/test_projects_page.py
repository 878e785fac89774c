"""The page of municipalities and projects: real widgets over a real encrypted office."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import ProjectId
from kts_desktop.services import cases, directory, project_parts, projects
from kts_desktop.services.project_lists import ProjectRow
from kts_desktop.services.projects import ProjectCard
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.projects.dialogs import MeasureDialog
from kts_desktop.ui.projects.page import ProjectsPage
from kts_desktop.ui.projects.presenter import ProjectsPresenter
from kts_desktop.ui.projects.timeline import Bar, Stone, TimeLine
from kts_desktop.ui.projects.words import loose, population, span
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import a_case
from tests.helpers.build_projects import a_measure, a_post, the_body, the_project
from tests.helpers.qt import differing, leaked, nameless

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _german_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(qtbot: QtBot, office_workspace: Workspace, settings: Settings) -> Iterator[ProjectsPage]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    office_workspace.attach(office_workspace.detach(), undo)  # type: ignore[arg-type]
    made = ProjectsPage(office_workspace, settings)
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    yield made
    made.close()


def part(page: QWidget, name: str) -> Any:
    """Return a visible part by its object name."""
    found = [child for child in page.findChildren(QWidget, name) if child.isVisibleTo(page)]
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def texts(page: QWidget) -> str:
    """Return everything the page shows, in one string."""
    told = []
    for child in page.findChildren(QWidget):
        text = getattr(child, "text", None)
        if callable(text) and child.isVisibleTo(page):
            told.append(str(text()))
    return "\n".join(told)


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def titles(page: ProjectsPage) -> list[str]:
    table = page.projects.list.rows.table
    loaded: list[Any] = [table.row_at(table.index(row, 0)) for row in range(table.rowCount())]
    return [row.title for row in loaded]


def places(page: ProjectsPage) -> list[str]:
    table = page.places.list.rows.table
    loaded: list[Any] = [table.row_at(table.index(row, 0)) for row in range(min(table.rowCount(), 30))]
    return [row.hit.name for row in loaded]


def show(page: ProjectsPage, office: Store, title: str) -> ProjectId:
    with office.read() as session:
        project = the_project(session, title)
    page.open_record("project", project)
    return project


def search_places(page: ProjectsPage, qtbot: QtBot, typed: str) -> None:
    page._show_mode("places")
    line = part(page, "places.search")
    line.clear()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_all_projects_are_listed_by_title(page: ProjectsPage) -> None:
    found = titles(page)
    assert len(found) == 73
    assert found[:2] == ["Aalen und Heidenheim an der Brenz", "Arnsberg, Olpe, Menden, Soest, Bad Berleburg"]


def test_cohort_chips_narrow_list_and_map_alike(page: ProjectsPage, qtbot: QtBot) -> None:
    chip = part(page, "projects.cohorts.2019")
    click(qtbot, chip)
    assert len(titles(page)) == 13
    assert chip.text() == "✓ 2019"
    page._show_mode("map")
    assert page.map.list.table.rowCount() == 13
    click(qtbot, part(page, "map.cohorts.2021"))
    assert len(titles(page)) == 41


def test_searching_finds_a_project_by_one_of_its_members(page: ProjectsPage, qtbot: QtBot) -> None:
    line = part(page, "projects.search")
    qtbot.keyClicks(line, "kalletal")
    qtbot.waitUntil(lambda: titles(page) == ["Lemgo"], timeout=3000)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert page.projects.list.selection.current_id()
    assert "digital.interkommunal" in texts(page)


def test_the_card_tells_population_with_day_and_source(page: ProjectsPage, office: Store) -> None:
    show(page, office, "Zwönitz")
    told = texts(page)
    assert "11.358 (31.12.2024, Destatis GV-ISys, Gebietsstand 30.11.2025)" in told
    assert "Sachsen" in told


def test_press_figures_are_told_as_such(page: ProjectsPage, office: Store) -> None:
    show(page, office, "Ulm")
    told = texts(page)
    assert "8.000.000,00 €" in told
    assert told.count("according to public statements") == 2


def test_the_time_line_is_told_in_words_too(page: ProjectsPage, office: Store) -> None:
    show(page, office, "Jena")
    line = part(page, "projects.timeline")
    assert "09/2020 – 03/2023" in line.accessibleDescription()
    assert line.accessibleName()
    show(page, office, "Cottbus")
    assert "No dates of its phases are known." in texts(page)


def test_editing_by_keyboard_saves_and_can_be_undone(page: ProjectsPage, office: Store, qtbot: QtBot) -> None:
    project = show(page, office, "Cottbus")
    page.perform("edit")
    line = part(page, "projects.form.project_name")
    line.setFocus()
    qtbot.keyClicks(line, "Smarte Lausitz")
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Cottbus – Smarte Lausitz" in texts(page))
    with qtbot.waitSignal(page.workspace.changed):
        page.workspace.undo()
    with office.read() as session:
        assert projects.draft_of(session, project).project_name == ""


def test_a_wrong_phase_is_told_at_its_field_and_nothing_typed_is_lost(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    show(page, office, "Jena")
    page.perform("edit")
    line = part(page, "projects.form.strategy_to")
    line.setText("bald")
    click(qtbot, part(page, "projects.form.save"))
    qtbot.waitUntil(lambda: "Bitte geben Sie ein Jahr" in texts(page))
    assert line.text() == "bald"
    assert page.projects.editing.is_dirty()
    assert not page.may_leave()


def test_a_form_with_changes_is_not_left_by_choosing_another_project(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    project = show(page, office, "Jena")
    page.perform("edit")
    part(page, "projects.form.project_name").setText("X")
    with office.read() as session:
        other = the_project(session, "Ulm")
    page.projects.list.selection.select(other)
    assert page.projects.list.selection.current_id() == project
    assert part(page, "projects.form.project_name").text() == "X"
    click(qtbot, part(page, "projects.form.discard"))
    page.projects.list.selection.select(other)
    assert "Ulm4CleverCity" in texts(page)


def test_a_new_project_is_chosen_after_saving(page: ProjectsPage, qtbot: QtBot) -> None:
    page.perform("create")
    qtbot.keyClicks(part(page, "projects.form.title"), "Musterstadt")
    click(qtbot, part(page, "projects.form.save"))
    qtbot.waitUntil(lambda: "Musterstadt" in titles(page))
    qtbot.waitUntil(lambda: page.projects.reading.detail.form() is None)
    assert page.projects.presenter.current


def test_deleting_offers_to_take_it_back(page: ProjectsPage, office: Store, qtbot: QtBot) -> None:
    show(page, office, "Ulm")
    click(qtbot, part(page, "projects.delete"))
    qtbot.waitUntil(lambda: len(titles(page)) == 72)
    click(qtbot, part(page, "notice.undo"))
    qtbot.waitUntil(lambda: len(titles(page)) == 73)


def test_a_milestone_is_set_in_a_dialog_and_changed_by_its_link(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    project = show(page, office, "Jena")
    page.projects._on_part("milestone")
    dialog = page.projects._dialog
    assert dialog is not None
    qtbot.keyClicks(part(dialog, "projects.milestone_form.due_on"), "31.8.2027")
    click(qtbot, part(dialog, "projects.milestone_form.save"))
    qtbot.waitUntil(lambda: "due 31.08.2027" in texts(page))
    with office.read() as session:
        [stone] = project_parts.milestones(session, project)
    page.projects._on_link("milestone", stone.id)
    again = page.projects._dialog
    assert again is not None
    assert part(again, "projects.milestone_form.due_on").text() == "31.08.2027"
    click(qtbot, again.remove)
    qtbot.waitUntil(lambda: "No milestones yet." in texts(page))


def test_an_amount_without_kind_of_number_keeps_the_dialog_open(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    show(page, office, "Cottbus")
    page.projects._on_part("funding")
    dialog = page.projects._dialog
    assert dialog is not None
    qtbot.keyClicks(part(dialog, "projects.funding_form.amount"), "viel")
    click(qtbot, part(dialog, "projects.funding_form.save"))
    assert dialog.isVisible()
    part(dialog, "projects.funding_form.amount").setText("1.500.000,50")
    click(qtbot, part(dialog, "projects.funding_form.save"))
    qtbot.waitUntil(lambda: "1.500.000,50 €" in texts(page))


def test_a_member_out_of_the_directory_is_taken_over_and_may_leave_again(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    project = show(page, office, "Cottbus")
    for text, wanted in (("save", 2), ("remove", 1)):
        page.projects._on_part("project_member")
        dialog = page.projects._dialog
        assert dialog is not None
        [hit] = [h for h in page.projects._places("Guben") if h.label == "Guben"]
        dialog.form.set_values({"organisation_id": hit})
        click(qtbot, dialog.remove if text == "remove" else part(dialog, "projects.project_member_form.save"))
        qtbot.waitUntil(lambda: page.projects._dialog is None)
        with office.read() as session:
            assert len(project_parts.members(session, project)) == wanted


def test_removing_who_is_no_member_is_refused_in_words(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    show(page, office, "Cottbus")
    page.projects._on_part("project_member")
    dialog = page.projects._dialog
    assert dialog is not None
    click(qtbot, dialog.remove)
    assert "nicht beteiligt" in texts(dialog)
    dialog.reject()


def test_measures_are_read_in_a_dialog_and_edited_in_the_form(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    with office.write("measure.add") as session:
        project = the_project(session, "Zwönitz")
        measure = a_measure(session, project_id=project, stage="consolidation")
    page.open_record("measure", measure)
    [dialog] = page.projects.findChildren(MeasureDialog)
    assert "Verstetigung" in "\n".join(chip.accessibleName() for chip in dialog.findChildren(QWidget))
    click(qtbot, dialog.edit)
    part(page, "projects.measure_form.title").setText("Pegel in Echtzeit")
    click(qtbot, part(page, "projects.measure_form.save"))
    qtbot.waitUntil(lambda: "Pegel in Echtzeit" in texts(page))


def test_the_directory_is_searched_tolerantly_with_district_and_state(
    page: ProjectsPage, qtbot: QtBot
) -> None:
    search_places(page, qtbot, "Neuenkirchen")
    assert places(page)[:11] == ["Neuenkirchen"] * 11
    table = page.places.list.rows.table
    assert "Steinfurt · Nordrhein-Westfalen" in table.index(0, 0).data()
    search_places(page, qtbot, "krefled")
    assert places(page) == ["Krefeld"]


def test_opening_a_case_on_a_place_of_the_directory_takes_it_over(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    search_places(page, qtbot, "Nordhorn")
    page.places.list.selection.select(page.places.list.rows.table.id_at(0))
    assert "nothing on this place yet" in texts(page)
    click(qtbot, part(page, "places.new_case"))
    dialog = page._dialog
    assert dialog is not None
    qtbot.keyClicks(part(dialog, "projects.case_form.subject"), "Erstberatung")
    with qtbot.waitSignal(page.workspace.record_wanted) as wanted:
        click(qtbot, part(dialog, "projects.case_form.save"))
    kind, case_id = wanted.args
    with office.read() as session:
        card = cases.card(session, case_id)
        assert directory.find(session, "Nordhorn")[0].organisation_id == card.organisation_id
    assert (kind, card.subject, card.lead) == ("advisory_case", "Erstberatung", "Mira Ahornthal")
    qtbot.waitUntil(lambda: page._dialog is None)


def test_a_blank_subject_keeps_the_case_dialog_open(page: ProjectsPage, office: Store, qtbot: QtBot) -> None:
    show(page, office, "Ulm")
    click(qtbot, part(page, "projects.new_case"))
    dialog = page._dialog
    assert dialog is not None
    click(qtbot, part(dialog, "projects.case_form.save"))
    assert dialog.isVisible()
    dialog.reject()


def test_taking_a_place_over_shows_it_as_a_body_and_can_be_undone(page: ProjectsPage, qtbot: QtBot) -> None:
    search_places(page, qtbot, "Nordhorn")
    page.places.list.selection.select(page.places.list.rows.table.id_at(0))
    assert "edit" not in page.abilities()
    click(qtbot, part(page, "places.adopt"))
    qtbot.waitUntil(lambda: page.places.presenter.current > 0)
    assert {"edit", "print", "delete"} <= page.abilities()
    with qtbot.waitSignal(page.workspace.changed):
        page.workspace.undo()
    assert page.places.presenter.current <= 0


def test_a_body_is_edited_and_another_is_added_by_hand(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    with office.read() as session:
        body = directory.find(session, "Zwönitz")[0].organisation_id
    page.open_record("organisation", body or 0)
    page.perform("edit")
    part(page, "places.form.seat").setText("Markt 6")
    click(qtbot, part(page, "places.form.save"))
    qtbot.waitUntil(lambda: "Markt 6" in texts(page))
    page.perform("create")
    part(page, "places.form.name").setText("Verein Beispiel e. V.")
    click(qtbot, part(page, "places.form.save"))
    qtbot.waitUntil(lambda: page.places.editing.form is None)
    assert "Verein Beispiel e. V." in texts(page)


def test_the_card_of_a_body_leads_to_people_and_cases(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    with office.write("case.open") as session:
        body = the_body(session, "Zwönitz")
        person = a_post(session, body)
        case = a_case(session, organisation_id=body)
    page.open_record("organisation", body)
    page.places.reading.detail.show_tab("people")
    with qtbot.waitSignal(page.workspace.record_wanted) as wanted:
        page.places._on_link("person", person)
    assert wanted.args == ["person", person]
    page.places.reading.detail.show_tab("cases")
    assert "Starkregen-Frühwarnung" in texts(page)
    assert case


def test_a_body_in_a_filtered_list_is_found_by_its_link(
    page: ProjectsPage, office: Store, qtbot: QtBot
) -> None:
    search_places(page, qtbot, "Nordhorn")
    with office.read() as session:
        body = directory.find(session, "Zwönitz")[0].organisation_id
    page.open_record("organisation", body or 0)
    assert page.places.list.selection.current_id() == body
    assert part(page, "places.search").text() == ""


def test_deleting_a_body_frees_its_place_in_the_directory(page: ProjectsPage, qtbot: QtBot) -> None:
    search_places(page, qtbot, "Guben")
    page.places.list.selection.select(page.places.list.rows.table.id_at(0))
    page.perform("delete")
    qtbot.waitUntil(lambda: page.places.list.rows.table.id_at(0) < 0)
    assert places(page)[0] == "Guben"


def test_list_and_map_choose_alike(page: ProjectsPage, office: Store) -> None:
    with office.read() as session:
        ulm, jena = the_project(session, "Ulm"), the_project(session, "Jena")
    page.projects.list.selection.select(ulm)
    page._show_mode("map")
    assert page.map.map.selected() == ulm
    assert page.map.list.selection.current_id() == ulm
    page.map._on_marked(jena)
    assert page.map.list.selection.current_id() == jena
    assert page.projects.list.selection.current_id() == jena
    assert len(page.map.map._marks) == 73


def test_enter_on_the_map_opens_the_project(page: ProjectsPage, office: Store, qtbot: QtBot) -> None:
    with office.read() as session:
        jena = the_project(session, "Jena")
    page._show_mode("map")
    page.map.list.selection.select(jena)
    page.map.list.setFocus()
    qtbot.keyClick(page.map.list, Qt.Key.Key_Return)
    assert page.switch.currentIndex() == 0
    assert page.projects.presenter.current == jena


def test_printing_asks_for_the_papers_of_the_lead(page: ProjectsPage, office: Store, qtbot: QtBot) -> None:
    show(page, office, "Ulm")
    with qtbot.waitSignal(page.workspace.paper_wanted) as wanted:
        page.perform("print")
    assert wanted.args[0] == "organisation"
    with office.read() as session:
        assert directory.find(session, "Ulm")[0].organisation_id == wanted.args[1]


def test_find_and_filter_go_to_the_list_shown(page: ProjectsPage) -> None:
    page._show_mode("map")
    page.perform("find")
    assert page.switch.currentIndex() == 0
    page.perform("filter")
    assert page.projects.list.panel.isVisible()
    page.projects.list.panel.hide()
    page.projects.list.panel.set_value("category", "large_city")
    assert len(titles(page)) == 28


def test_everything_that_takes_the_focus_has_a_name(page: ProjectsPage, office: Store) -> None:
    show(page, office, "Ulm")
    for mode in ("projects", "places", "map"):
        page._show_mode(mode)
        assert nameless(page) == [], mode
    page._show_mode("projects")
    page.perform("edit")
    assert nameless(page) == []


def test_the_list_is_a_sound_model(page: ProjectsPage) -> None:
    for rows in (page.projects.list.rows, page.map.list):
        QAbstractItemModelTester(rows.table, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
        rows.table.show_ids(list(reversed(rows.table.ids())), page.projects.presenter._load)


def test_nothing_of_the_page_stays_alive(
    qtbot: QtBot, office_workspace: Workspace, settings: Settings
) -> None:
    assert leaked(lambda: ProjectsPage(office_workspace, settings)) == 0


def test_the_line_draws_bars_and_marks_and_today(qtbot: QtBot) -> None:
    line, empty = TimeLine("line"), TimeLine("empty")
    bars = [Bar(label="A", dates="", first=date(2020, 1, 1), last=None, chip="wait")]
    stones = [Stone(label="M", day=date(2022, 1, 1), is_reached=True)]
    for widget, marks in ((line, stones), (empty, [])):
        qtbot.addWidget(widget)
        widget.show_line(bars, marks, TODAY, name="N", today_word="Today")
        widget.resize(600, 120)
    assert differing(line.grab().toImage(), empty.grab().toImage()) > 50
    assert "M: 01.01.2022" in line.accessibleDescription()
    empty.show_line([], [], TODAY, name="N", today_word="Today")
    assert empty.isHidden()


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        ("2020-09", "2023-03", "09/2020 – 03/2023"),
        ("2021", "", "from 2021"),
        ("", "2026-12-31", "until 31.12.2026"),
        ("", "", ""),
    ],
)
def test_spans_are_told_as_exactly_as_they_are_known(starts: str, ends: str, told: str) -> None:
    assert span(starts, ends) == told
    assert loose("2021") == "2021"


def test_a_population_without_a_day_says_so() -> None:
    assert population(13_953, None, "GeoNames") == "13.953 (undated, GeoNames)"
    assert population(None, None, "") == ""


class FakeView:
    """Notes what the presenter shows."""

    def __init__(self) -> None:
        self.ids: Sequence[int] = ()
        self.card: ProjectCard | None = None
        self.errors: list[UserFacingError] = []
        self.removed = 0
        self.closed = 0
        self.chosen = 0

    def show_rows(self, ids: Sequence[ProjectId], _load: Loader[ProjectRow]) -> None:
        self.ids = ids

    def show_card(self, card: ProjectCard, _lines: Sequence[HistoryLine]) -> None:
        self.card = card

    def show_nothing(self) -> None:
        self.card = None

    def show_measure(self, _card: object) -> None:
        raise AssertionError

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error)

    def show_undo(self, _text: str) -> None:
        raise AssertionError

    def show_removed(self, count: int) -> None:
        self.removed = count

    def close_forms(self) -> None:
        self.closed += 1

    def show_saved(self, record_id: int) -> None:
        self.closed, self.chosen = self.closed + 1, record_id

    def select(self, record_id: int) -> None:
        self.chosen = record_id


def test_the_presenter_shows_what_was_changed_elsewhere(office_workspace: Workspace, qtbot: QtBot) -> None:
    view = FakeView()
    presenter = ProjectsPresenter(office_workspace, view)
    presenter.refresh()
    presenter.choose(view.ids[0])
    first = int(view.ids[0])
    with qtbot.waitSignal(office_workspace.changed):
        office_workspace.write("project.delete", lambda session, _: projects.delete(session, [first]))
    assert len(view.ids) == 72
    assert view.card is None
    assert presenter.current == 0


def test_the_presenter_hands_a_refusal_to_the_view(office_workspace: Workspace, qtbot: QtBot) -> None:
    view = FakeView()
    presenter = ProjectsPresenter(office_workspace, view)
    presenter.refresh()
    presenter.choose(view.ids[0])
    presenter.save_part("milestone", 0, {"kind": "grant"})
    qtbot.waitUntil(lambda: bool(view.errors))
    assert view.errors[0].code == "blank"
    assert view.closed == 0
