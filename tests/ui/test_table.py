"""The model of every list, and the selection that is kept by id."""

from collections.abc import Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QHeaderView, QMenu
from pytestqt.qtbot import QtBot

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.cards import Card, CardList
from kts_desktop.ui.kit.list_view import LEAST_WIDE, ListView
from kts_desktop.ui.kit.table import CHIP_ROLE, KEPT_WINDOWS, WINDOW, Column, WindowedTable

COLUMNS: tuple[Column[str], ...] = (
    Column("name", lambda: "Name", str),
    Column("size", lambda: "Size", lambda v: str(len(v)), number=True),
    Column("note", lambda: "Note", lambda v: v.upper(), sortable=False),
)
Lists = CardList[str] | ListView[str]


class Rows:
    """A loader that remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, ids: Sequence[int]) -> dict[int, str]:
        self.asked.append(ids[0])
        return {id_: f"row {id_}" for id_ in ids if id_ != 13}


def same(text: str, ids: Sequence[int]) -> dict[int, str]:
    return dict.fromkeys(ids, text)


@pytest.fixture(params=["cards", "table"])
def rows(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Lists]:
    made: Lists = (
        CardList("test.list", lambda row: Card(headline=row))
        if request.param == "cards"
        else ListView("test.list", COLUMNS, "name")
    )
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    yield made
    made.close()


def test_it_keeps_qts_contract(qapp: object) -> None:
    table = WindowedTable(COLUMNS)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_ids(range(3), Rows())
    table.refresh_ids([1])
    table.show_ids([], Rows())
    assert table.rowCount() == 0


def test_only_what_is_seen_is_fetched(qtbot: QtBot, rows: Lists) -> None:
    load = Rows()
    rows.show_ids(range(100_000), load)
    rows.scrollToBottom()
    qtbot.waitUntil(lambda: 100_000 - WINDOW in load.asked)
    assert set(load.asked) <= {0, 100_000 - WINDOW}


def test_typing_in_a_list_does_not_fetch_every_window(qtbot: QtBot, rows: Lists) -> None:
    load = Rows()
    rows.show_ids(range(10_000), load)
    qtbot.keyClicks(rows, "zz")
    assert set(load.asked) <= {0}


def test_old_windows_are_dropped(qapp: object) -> None:
    table, load = WindowedTable(COLUMNS), Rows()
    table.show_ids(range(WINDOW * (KEPT_WINDOWS + 2)), load)
    for number in (*range(KEPT_WINDOWS + 2), 0):
        assert table.row_at(table.index(number * WINDOW, 0)) is not None
    assert load.asked.count(0) == 2


def test_new_ids_bring_fresh_rows(qapp: object) -> None:
    table = WindowedTable(COLUMNS)
    for text in ("before", "after"):
        table.show_ids([7], partial(same, text))
        assert table.index(0, 0).data() == text


def test_refreshing_some_ids_loads_their_window_alone(qapp: object) -> None:
    table, load = WindowedTable(COLUMNS), Rows()
    table.show_ids(range(3 * WINDOW), load)
    for number in range(3):
        table.index(number * WINDOW, 0).data()
    load.asked.clear()
    table.refresh_ids([WINDOW + 5])
    for number in range(3):
        table.index(number * WINDOW, 0).data()
    assert load.asked == [WINDOW]


def test_a_row_that_went_meanwhile_is_blank(qapp: object) -> None:
    table = WindowedTable(COLUMNS)
    table.show_ids([12, 13], Rows())
    assert [table.index(n, 0).data() for n in (0, 1)] == ["row 12", ""]


def test_a_cell_speaks_its_heading_and_the_first_one_its_place(qapp: object) -> None:
    table = WindowedTable(COLUMNS)
    table.show_ids([4, 5, 6], Rows())
    spoken = [table.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 1)]
    assert spoken == ["Name: row 5, row 2 of 3", "Size: 5"]


def test_a_click_on_the_heading_asks_for_an_order(qtbot: QtBot) -> None:
    table = WindowedTable(COLUMNS)
    with qtbot.waitSignal(table.sort_wanted) as asked:
        table.sort(1, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["size", True]


def test_a_column_that_cannot_sort_keeps_the_order_in_force(qtbot: QtBot) -> None:
    view = ListView("test.list", COLUMNS, "name")
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.table.sort_wanted):
        view.horizontalHeader().setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    assert view.horizontalHeader().sortIndicatorSection() == 0


def test_the_chosen_record_stays_chosen_in_a_reversed_order(rows: Lists) -> None:
    rows.show_ids([1, 2, 3, 4, 5], Rows())
    rows.selection.select(2)
    rows.show_ids([5, 4, 3, 2, 1], Rows())
    assert rows.selection.current_id() == 2
    assert rows.selection.selected_ids() == [2]
    assert rows.currentIndex().row() == 3


def test_a_reset_does_not_tell_the_same_record_again(qtbot: QtBot, rows: Lists) -> None:
    rows.show_ids([1, 2, 3], Rows())
    rows.selection.select(2)
    with qtbot.assertNotEmitted(rows.selection.chosen):
        rows.show_ids([3, 2, 1], Rows())


def test_a_record_that_left_the_list_is_told_as_none(qtbot: QtBot, rows: Lists) -> None:
    rows.show_ids([1, 2, 3], Rows())
    rows.selection.select(2)
    with qtbot.waitSignal(rows.selection.chosen) as chosen:
        rows.show_ids([1, 3], Rows())
    assert chosen.args == [0]
    assert rows.currentIndex().row() == 1  # the arrow keys go on from there


def test_several_chosen_records_stay_chosen(rows: Lists) -> None:
    rows.show_ids([1, 2, 3, 4], Rows())
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (0, 2):
        rows.selectionModel().select(rows.table.index(row, 0), flags)
    rows.show_ids([4, 3, 2, 1], Rows())
    assert rows.selection.selected_ids() == [3, 1]


def test_arrows_move_and_enter_opens(qtbot: QtBot, rows: Lists) -> None:
    rows.show_ids([7, 8, 9], Rows())
    rows.selection.select(7)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.selection.current_id() == 8
    with qtbot.waitSignal(rows.selection.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == [8]


def test_selecting_what_the_list_does_not_hold_says_so(rows: Lists) -> None:
    rows.show_ids([1], Rows())
    assert rows.selection.select(2) is False


def test_copying_gives_text_with_heads_in_the_order_shown(qtbot: QtBot) -> None:
    view = ListView("test.list", COLUMNS, "name")
    qtbot.addWidget(view)
    view.show_ids([1, 2], Rows())
    view.horizontalHeader().moveSection(1, 0)
    view.horizontalHeader().setSectionHidden(2, True)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Size\tName\n5\trow 1\n5\trow 2"


def test_copying_cards_gives_one_line_a_card(qtbot: QtBot) -> None:
    cards: CardList[str] = CardList("test.list", lambda row: Card(headline=row, chip="Open", kind="open"))
    qtbot.addWidget(cards)
    cards.show_ids([1, 2], Rows())
    cards.selectAll()
    qtbot.keyClick(cards, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "row 1\tOpen\nrow 2\tOpen"


def test_columns_come_back_as_they_were_left(qtbot: QtBot) -> None:
    left, back = ListView("a.list", COLUMNS, "name"), ListView("b.list", COLUMNS, "name")
    for view in (left, back):
        qtbot.addWidget(view)
    left.horizontalHeader().resizeSection(1, 222)
    left.horizontalHeader().setSectionHidden(2, True)
    left.horizontalHeader().moveSection(1, 0)
    left.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    back.set_looks(left.looks())
    assert back.looks() == left.looks()
    assert back.horizontalHeader().sectionResizeMode(0) is QHeaderView.ResizeMode.Stretch


def test_looks_of_a_newer_version_are_passed_over(qtbot: QtBot) -> None:
    view = ListView("a.list", COLUMNS, "name")
    qtbot.addWidget(view)
    before = view.looks()
    view.set_looks({"widths": "wide", "order": ["name", "else"], "sort": ["else", True], "hidden": 3})
    assert view.looks() == before


def test_tab_leaves_the_list(rows: Lists) -> None:
    assert rows.tabKeyNavigation() is False


def test_columns_are_chosen_from_a_menu_that_the_keyboard_reaches(qtbot: QtBot) -> None:
    view = ListView("test.list", COLUMNS, "name")
    qtbot.addWidget(view)
    view.show()
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    name, size, _ = menu.actions()
    assert not name.isEnabled()  # the wide column stays
    size.trigger()
    assert view.horizontalHeader().isSectionHidden(1)
    menu.close()


def test_the_wide_column_stays_readable_where_it_is_narrow(qtbot: QtBot) -> None:
    view = ListView("test.list", COLUMNS, "name")
    qtbot.addWidget(view)
    view.resize(1000, 300)
    view.show()
    assert view.columnWidth(0) > LEAST_WIDE
    view.resize(320, 300)
    qtbot.waitUntil(lambda: view.columnWidth(0) == LEAST_WIDE)


def test_showing_the_order_in_force_does_not_ask_for_it_again(qtbot: QtBot) -> None:
    view = ListView("test.list", COLUMNS, "name")
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.table.sort_wanted):
        view.sort_by("size", descending=True)
    assert view.looks()["sort"] == ["size", True]


def test_a_status_column_shows_a_chip(qtbot: QtBot) -> None:
    column: Column[str] = Column("status", lambda: "Status", str, chip=lambda _: "open")
    view = ListView("test.list", (column,), "status")
    qtbot.addWidget(view)
    view.show_ids([1], Rows())
    view.show()
    assert view.table.index(0, 0).data(CHIP_ROLE) == "open"
    grounds = {view.viewport().grab().toImage().pixelColor(x, 8).name() for x in range(8, 60)}
    assert theme.tokens().open[1].lower() in grounds
