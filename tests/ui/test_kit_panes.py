"""The frame of a page: list pane, detail, split, read view, states, notice, dialogs, job bar."""

from collections.abc import Iterator, Sequence
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.ui.jobs import Jobs, Ticket
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.cards import Card, CardList
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.dialogs import ConfirmDialog, Dialog, confirm, message
from kts_desktop.ui.kit.facts import Chip, Fact, Facts, Line, LineBox, Link, TextBlock, reading
from kts_desktop.ui.kit.filters import Filter
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.history import FieldChange, History, HistoryLine
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.list_view import ListView
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.progress import JobBar
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.kit.table import Column
from tests.helpers.qt import activate, differing, leaked, nameless

TOWNS = {1: "Ahlen", 2: "Brandis", 3: "Celle"}
STATUS = Filter("status", "Status", (("open", "Open"), ("wait", "Waiting")))
THEME = Filter("theme", "Theme", (("data", "Data"),))


def card(town: str) -> Card:
    return Card(headline=town, line="A question", chip="Open", kind="open", note="Data", aside="24.11.2026")


def load(ids: Sequence[int]) -> dict[int, str]:
    return {id_: TOWNS[id_] for id_ in ids}


def make_pane() -> ListPane:
    pane = ListPane(CardList("test.list", card), "test")
    pane.set_title("Cases")
    pane.set_new("New")
    pane.set_search("Search cases")
    pane.set_filters((STATUS, THEME))
    pane.set_count("3 cases")
    pane.show_ids([1, 2, 3], load)
    return pane


def make_detail() -> Detail:
    detail = Detail("test")
    detail.set_crumb((Crumb("Ahlen", "organisation", 7), Crumb("Case 2026-0147")))
    detail.set_title("Funding for a climate data platform")
    name_button(detail.add_action("edit"), "Edit", "Ctrl+E")
    name_button(detail.add_action("history", "history", flat=True), "History", icon_only=True)
    facts = Facts("test.facts")
    facts.set_facts((Fact("Status", "Open", chip="open"), Fact("Body", "Ahlen", "organisation", 7)))
    detail.add_tab("overview", reading("test.read", facts))
    detail.add_tab("steps", QLabel())
    detail.set_tab("overview", "Overview")
    detail.set_tab("steps", "Steps", 3)
    detail.show_content()
    return detail


@pytest.fixture
def pane(qtbot: QtBot) -> ListPane:
    pane = make_pane()
    qtbot.addWidget(pane)
    pane.resize(400, 700)
    pane.show()
    return pane


@pytest.fixture
def detail(qtbot: QtBot) -> Detail:
    detail = make_detail()
    qtbot.addWidget(detail)
    detail.resize(700, 600)
    detail.show()
    return detail


@pytest.fixture
def split(qtbot: QtBot) -> SplitPane:
    split = SplitPane(make_pane(), make_detail(), "test")
    qtbot.addWidget(split)
    split.resize(1200, 700)
    split.show()
    return split


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shutdown()


def part(root: QWidget, name: str) -> QWidget:
    found = root.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def texts(root: QWidget) -> list[str]:
    return [one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root) and one.text()]


# list pane
def test_the_search_waits_for_a_pause_and_goes_out_once(qtbot: QtBot, pane: ListPane) -> None:
    told: list[str] = []
    pane.searched.connect(told.append)
    qtbot.keyClicks(pane.search, "bonn")
    assert told == []
    qtbot.waitUntil(lambda: told == ["bonn"])


def test_escape_empties_the_search(qtbot: QtBot, pane: ListPane) -> None:
    pane.search.setText("bonn")
    pane.search.flush()
    with qtbot.waitSignal(pane.searched) as searched:
        qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert searched.args == [""]


def test_down_goes_from_the_search_to_the_first_hit(qtbot: QtBot, pane: ListPane) -> None:
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.selection.current_id() == 1


def test_a_filter_shows_as_a_chip_and_the_chip_lifts_it(qtbot: QtBot, pane: ListPane) -> None:
    with qtbot.waitSignal(pane.filtered) as filtered:
        pane.panel.set_value("status", "wait")
    assert filtered.args == [{"status": "wait"}]
    chip = part(pane, "test.chips.status")
    assert isinstance(chip, QPushButton)
    assert chip.text() == "Status: Waiting"
    with qtbot.waitSignal(pane.filtered) as lifted:
        chip.click()
    assert lifted.args == [{}]


def test_a_filter_is_set_in_the_panel_by_keyboard(qtbot: QtBot, pane: ListPane) -> None:
    pane.open_filter()
    box = part(pane.panel, "test.filters.status")
    with qtbot.waitSignal(pane.filtered) as filtered:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert filtered.args == [{"status": "open"}]
    assert nameless(pane.panel) == []
    pane.panel.close()


def test_an_empty_result_names_its_filter_and_offers_to_clear_it(qtbot: QtBot, pane: ListPane) -> None:
    pane.panel.set_value("status", "wait")
    pane.search.setText("bonn")
    pane.show_ids([], load)
    said = " ".join(texts(pane))
    assert "bonn" in said
    assert "Status: Waiting" in said
    button = next(b for b in pane.findChildren(QPushButton) if b.text() == "Clear filter" and b.isVisible())
    with qtbot.waitSignal(pane.filtered) as filtered:
        button.click()
    assert filtered.args == [{}]
    assert pane.search.text() == ""


def test_a_list_without_a_record_says_what_to_do(qtbot: QtBot, pane: ListPane) -> None:
    pane.set_empty("No cases yet", "A case begins with a call.", "New case")
    pane.show_ids([], load)
    button = next(b for b in pane.findChildren(QPushButton) if b.text() == "New case")
    with qtbot.waitSignal(pane.empty_pressed):
        button.click()


def test_the_bar_for_many_counts_from_two_rows_on(pane: ListPane) -> None:
    pane.bulk.add_action("delete", "trash-2").setText("Delete")
    pane.selection.select(1)
    assert not pane.bulk.isVisible()
    pane.rows.selectAll()
    assert pane.bulk.isVisible()


def test_everything_in_the_pane_has_a_name(pane: ListPane) -> None:
    pane.panel.set_value("status", "wait")
    assert nameless(pane) == []


def test_the_focus_is_seen_in_the_list(qtbot: QtBot, pane: ListPane) -> None:
    activate(qtbot, pane)
    pane.selection.select(2)
    pane.search.setFocus()
    without = pane.rows.viewport().grab().toImage()
    pane.rows.setFocus()
    ring = 2 * 2 * (pane.rows.viewport().width() + 70)
    assert differing(without, pane.rows.viewport().grab().toImage()) > ring * 0.8


# detail
def test_tabs_carry_their_counts_and_tell_the_part_shown(qtbot: QtBot, detail: Detail) -> None:
    assert detail.tabs.tabText(1) == "Steps (3)"
    with qtbot.waitSignal(detail.tab_changed) as changed:
        qtbot.keyClick(detail.tabs, Qt.Key.Key_Right)
    assert changed.args == ["steps"]
    detail.show_tab("overview")
    assert detail.current_tab() == "overview"


def test_a_crumb_leads_to_its_record(qtbot: QtBot, detail: Detail) -> None:
    facts = detail.findChild(Facts)
    assert isinstance(facts, Facts)
    crumb = next(link for link in detail.findChildren(Link) if not facts.isAncestorOf(link))
    with qtbot.waitSignal(detail.link_wanted) as wanted:
        qtbot.keyClick(crumb, Qt.Key.Key_Return)
    assert wanted.args == ["organisation", 7]


def test_a_form_takes_the_place_of_the_read_view_and_goes_again(detail: Detail) -> None:
    form = Form("test.form")
    detail.show_form(form)
    assert form.isVisible()
    detail.show_content()
    assert detail.form() is None
    assert detail.tabs.isVisible()


def test_everything_in_the_detail_has_a_name(detail: Detail) -> None:
    assert nameless(detail) == []


def test_the_placeholder_says_that_nothing_is_chosen(detail: Detail) -> None:
    detail.set_placeholder("No case chosen", "Choose one on the left.")
    detail.show_placeholder()
    assert "No case chosen" in texts(detail)
    assert not detail.tabs.isVisible()


# split
def test_list_and_detail_stand_side_by_side_where_there_is_room(split: SplitPane) -> None:
    assert split._pane.isVisible()
    assert split._detail.isVisible()
    assert not split._detail.back.isVisible()


def test_list_and_detail_take_turns_where_it_is_narrow(qtbot: QtBot, split: SplitPane) -> None:
    split._pane.setMinimumWidth(100)
    split.resize(600, 700)
    qtbot.waitUntil(lambda: not split._detail.isVisible())
    activate(qtbot, split)
    split._pane.rows.setFocus()
    split._pane.opened.emit(1)
    assert split._detail.isVisible()
    assert not split._pane.isVisible()
    assert split._detail.back.hasFocus()
    split._detail.back.click()
    assert split._pane.isVisible()


def test_the_width_of_the_list_is_remembered_at_any_zoom(qapp: QApplication, split: SplitPane) -> None:
    split.set_looks({"list": 450})
    theme.apply(qapp, "light", 120)
    assert split.looks() == {"list": 450}
    assert split._pane.width() == 540
    theme.apply(qapp, "light", 100)
    assert split._pane.width() == 450


# read view
def test_facts_reflow_into_fewer_columns(qtbot: QtBot) -> None:
    facts = Facts("test.facts")
    qtbot.addWidget(facts)
    facts.set_facts([Fact(f"Label {number}", f"Value {number}") for number in range(3)])
    facts.resize(700, 200)
    facts.show()
    tops = {label.mapTo(facts, label.rect().topLeft()).y() for label in _labels(facts)}
    assert len(tops) == 1
    facts.resize(220, 400)
    qtbot.waitUntil(lambda: len({one.mapTo(facts, one.rect().topLeft()).y() for one in _labels(facts)}) == 3)


def test_a_fact_without_a_value_shows_a_dash_and_values_can_be_copied(qtbot: QtBot) -> None:
    facts = Facts("test.facts")
    qtbot.addWidget(facts)
    facts.set_facts((Fact("Due", ""),))
    value = next(one for one in facts.findChildren(QLabel) if one.text() == "–")
    assert value.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_the_same_facts_are_not_built_again(qtbot: QtBot) -> None:
    facts = Facts("test.facts")
    qtbot.addWidget(facts)
    facts.set_facts((Fact("Due", "3.12."),))
    before = facts.findChildren(QLabel)
    facts.set_facts((Fact("Due", "3.12."),))
    assert facts.findChildren(QLabel) == before


def test_lines_lead_to_their_records(qtbot: QtBot) -> None:
    box = LineBox("test.lines")
    qtbot.addWidget(box)
    box.set_heading("Course")
    box.set_lines((Line("Call", "today", "phone"), Line("Event", "27.11.", "users", "event", 4)))
    box.show()
    with qtbot.waitSignal(box.link_wanted) as wanted:
        box.findChildren(Link)[0].click()
    assert wanted.args == ["event", 4]
    box.set_lines((), "Nothing yet.")
    qtbot.waitUntil(lambda: texts(box) == ["Course", "Nothing yet."])


def test_markup_in_a_record_is_shown_as_text(qtbot: QtBot) -> None:
    block = TextBlock("test.block")
    qtbot.addWidget(block)
    block.set_text("Request", "<b>bold</b>")
    value = next(one for one in block.findChildren(QLabel) if "bold" in one.text())
    assert value.textFormat() is Qt.TextFormat.PlainText
    block.set_text("Request", "")
    assert block.isHidden()


def test_the_history_tells_who_when_and_what(qtbot: QtBot) -> None:
    history = History("test.history")
    qtbot.addWidget(history)
    change = FieldChange(field="Due", old="", new="3.12.2026")
    history.set_rows((HistoryLine(who="A", when="5 min ago", label="Case changed", changes=(change,)),))
    assert "Due: – → 3.12.2026" in texts(history)
    assert "5 min ago · A" in texts(history)


def test_a_status_is_a_word(qtbot: QtBot) -> None:
    chip = Chip("Waiting", "wait")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Waiting"


# states, notice, dialogs, jobs
def test_a_placeholder_has_at_most_one_button(qtbot: QtBot) -> None:
    place = Placeholder("Opening …")
    qtbot.addWidget(place)
    place.show()
    assert not place.findChildren(QPushButton)[0].isVisible()
    place.set_texts("Failed", "The file is missing.", "Try again")
    with qtbot.waitSignal(place.pressed):
        place.findChildren(QPushButton)[0].click()


def test_the_notice_offers_undo_and_goes(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    notice = Notice(page)
    notice.show_undo("The case is in the bin.")
    assert notice.isVisible()
    assert page.rect().contains(notice.geometry())
    assert nameless(notice) == []
    with qtbot.waitSignal(notice.undo_wanted):
        part(notice, "notice.undo").click()  # type: ignore[attr-defined]
    assert not notice.isVisible()


def test_a_question_has_verbs_and_the_safe_answer_is_at_hand(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    question = confirm(page, "Delete for good?", "This cannot be undone.", "Delete")
    assert question.isModal()
    assert question.go.text() == "Delete"
    assert question.stay.isDefault()
    with qtbot.waitSignal(question.confirmed):
        question.go.click()


def test_escape_answers_a_question_with_no(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    question = confirm(page, "Delete for good?", "This cannot be undone.", "Delete")
    with qtbot.assertNotEmitted(question.confirmed), qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question, Qt.Key.Key_Escape)


def test_a_message_has_one_button(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    told = message(page, "Done", "All is well.")
    with qtbot.waitSignal(told.accepted):
        told.findChildren(QPushButton)[0].click()


def test_a_job_shows_words_and_numbers_and_can_be_stopped(qtbot: QtBot, jobs: Jobs) -> None:
    bar, go = JobBar(), Event()
    qtbot.addWidget(bar)
    bar.show()

    def work(ticket: Ticket) -> None:
        ticket.step(1, 1284, "Bonn")
        go.wait(5)
        ticket.step(2, 1284)

    ticket = jobs.run(work, "Import")
    bar.follow(ticket)
    with qtbot.waitSignal(ticket.finished):
        qtbot.waitUntil(lambda: any("1 of 1,284" in text or "1 of 1.284" in text for text in texts(bar)))
        qtbot.waitUntil(bar.isVisible)
        part(bar, "jobs.cancel").click()  # type: ignore[attr-defined]
        go.set()
    assert ticket.is_cancelled
    assert not bar.isVisible()


def test_a_short_job_shows_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    ticket = jobs.run(lambda _: None, "Quick")
    bar.follow(ticket)
    with qtbot.waitSignal(ticket.finished):
        assert not bar.isVisible()
    assert not bar.isVisible()


def _ask() -> QWidget:
    return ConfirmDialog("Delete?", "It goes.", "Delete")


def _say() -> QWidget:
    dialog = Dialog("Done")
    dialog.add_sentence("All is well.")
    dialog.add_close("Close")
    return dialog


def _table() -> QWidget:
    column: Column[str] = Column("name", lambda: "Name", str)
    return ListView("test.list", (column,), "name")


@pytest.mark.parametrize("make", [_ask, _say, _table, make_pane, make_detail, Placeholder, JobBar])
def test_what_is_closed_leaves_nothing_behind(qapp: object, make: type[QWidget]) -> None:
    assert leaked(make) == 0


def _labels(root: QWidget) -> list[QLabel]:
    return [one for one in root.findChildren(QLabel) if one.property("role") == "label"]


def test_the_notice_goes_by_itself_but_not_below_the_focus(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    activate(qtbot, page)
    notice = Notice(page)
    notice.show_undo("The case is in the bin.")
    part(notice, "notice.undo").setFocus()
    notice._on_time()
    assert notice.isVisible()
    part(notice, "notice.undo").clearFocus()
    notice.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    notice._on_time()
    assert not notice.isVisible()


def test_own_texts_follow_the_language(pane: ListPane, detail: Detail) -> None:
    for widget in (pane, detail):
        for one in (widget, *widget.findChildren(QWidget)):
            QApplication.sendEvent(one, QEvent(QEvent.Type.LanguageChange))
    assert nameless(pane) == []
    assert nameless(detail) == []


def test_a_box_offers_its_button_in_its_head(qtbot: QtBot) -> None:
    box = LineBox("test.lines")
    qtbot.addWidget(box)
    assert box.add_button("add").objectName() == "test.lines.add"


def test_actions_stand_below_the_crumb_at_their_own_size_where_both_do_not_fit(qtbot: QtBot) -> None:
    detail = Detail("test")
    qtbot.addWidget(detail)
    detail.set_crumb([Crumb("Landkreis Wunsiedel im Fichtelgebirge", "organisation", 1)])
    first, second = (detail.add_action(key) for key in ("edit", "print"))
    for button, text in ((first, "Edit"), (second, "Print")):
        name_button(button, text)
    detail.add_tab("overview", QWidget())
    detail.show_content()
    detail.resize(900, 500)
    with qtbot.waitExposed(detail):
        detail.show()
    crumb = detail.findChild(Link)
    assert crumb is not None
    wide = first.width()
    qtbot.waitUntil(lambda: first.y() < crumb.geometry().bottom())
    detail.resize(380, 500)
    qtbot.waitUntil(lambda: first.y() >= crumb.geometry().bottom())
    assert first.x() == crumb.x()
    assert first.width() == wide
