"""Fields and forms: forgiving input, errors at the field, nothing typed is lost."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.core.errors import RefusedError, ValidationError
from kts_desktop.ui.kit.choosers import Hit, MultiChoice, SearchField
from kts_desktop.ui.kit.date_fields import CalendarPopup, DateField, DateTimeField, TimeField
from kts_desktop.ui.kit.dialogs import ConfirmDialog
from kts_desktop.ui.kit.fields import (
    CheckField,
    ChoiceField,
    Field,
    LongTextField,
    MoneyField,
    NumberField,
    PhoneField,
    TextField,
)
from kts_desktop.ui.kit.form import Form
from tests.helpers.qt import activate, leaked, nameless

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
BODIES = (Hit(1, "Eichenzell", "Hessen"), Hit(2, "Eichwalde", "Brandenburg"))
STATES = (("open", "Open"), ("wait", "Waiting"), ("done", "Done"))


def noon() -> datetime:
    return NOON


def find(text: str) -> Sequence[Hit]:
    return [hit for hit in BODIES if hit.label.casefold().startswith(text.casefold())]


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


def all_fields() -> dict[str, Field]:
    return {
        "subject": TextField(),
        "phone": PhoneField(),
        "text": LongTextField(),
        "count": NumberField(),
        "sum": MoneyField(),
        "status": ChoiceField(STATES, nothing="–"),
        "due": DateField(clock=noon),
        "at": TimeField(),
        "meeting": DateTimeField(clock=noon),
        "body": SearchField(find),
        "themes": MultiChoice((("a", "Mobility"), ("b", "Data"))),
        "news": CheckField(),
    }


VALUES: dict[str, Any] = {
    "subject": "Starkregen",
    "phone": "0661/12-34",
    "text": "Zwei\nZeilen",
    "count": 1284,
    "sum": Decimal("1250.50"),
    "status": "wait",
    "due": date(2026, 12, 3),
    "at": time(9, 30),
    "meeting": datetime(2026, 12, 3, 8, 30, tzinfo=UTC),
    "themes": ("b",),
    "news": True,
}


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form("test.form")
    qtbot.addWidget(form)
    for key, field in all_fields().items():
        form.add(key, field, required=key in {"subject", "body"}, wide=key == "text")
    form.set_labels({key: key.title() for key in all_fields()})
    form.resize(700, 900)
    form.show()
    return form


def errors(form: Form) -> list[str]:
    labels = form.findChildren(QLabel)
    return [one.text() for one in labels if one.property("role") == "error" and one.isVisibleTo(form)]


def line(form: Form, key: str) -> QWidget:
    widget = form.findChild(QWidget, f"test.form.{key}")
    assert isinstance(widget, QWidget)
    return widget


def test_values_come_back_as_they_went_in(form: Form) -> None:
    form.set_values({**VALUES, "body": BODIES[1]})
    assert form.values() == {**VALUES, "body": 2}
    assert not form.is_dirty()


def test_a_blank_form_holds_no_values(form: Form) -> None:
    blanks = {key: value for key, value in form.values().items() if value not in ("", None, (), False)}
    assert blanks == {}


def test_a_draft_brings_back_what_was_typed_even_if_it_is_wrong(qtbot: QtBot, form: Form) -> None:
    form.set_values({**VALUES, "body": BODIES[0]})
    qtbot.keyClicks(line(form, "at"), "x")
    draft = form.draft()
    form.set_values(dict.fromkeys(form.values()))
    form.set_draft(draft)
    assert form.draft() == draft
    assert form.is_dirty()
    assert form.values()["body"] == 1


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("due", "+7", (date(2026, 12, 1), "01.12.2026")),
        ("due", "mo", (date(2026, 11, 30), "30.11.2026")),
        ("at", "930", (time(9, 30), "09:30")),
        ("count", "1.284", (1284, "1.284")),
        ("sum", "1.250,5", (Decimal("1250.50"), "1.250,5")),
        ("phone", " +49 661 12 ", ("+49 661 12", " +49 661 12 ")),
    ],
)
def test_forgiving_input(qtbot: QtBot, form: Form, key: str, typed: str, kept: tuple[object, str]) -> None:
    activate(qtbot, form)
    line(form, key).setFocus()
    qtbot.keyClicks(line(form, key), typed)
    qtbot.keyClick(line(form, key), Qt.Key.Key_Tab)
    assert (form.values()[key], form.draft()[key]) == kept


@pytest.mark.parametrize("key", ["count", "sum", "due", "at", "meeting", "body"])
def test_what_cannot_be_read_is_said_at_the_field_and_stays(qtbot: QtBot, form: Form, key: str) -> None:
    form.set_values({**VALUES, "body": BODIES[0]})
    form.set_values({key: None})
    qtbot.keyClicks(line(form, key), "nonsense")
    with qtbot.assertNotEmitted(form.saved):
        form.save.click()
    assert len(errors(form)) == 1
    assert "nonsense" in form.draft()[key]
    assert line(form, key).accessibleDescription() == errors(form)[0]


def test_required_fields_are_asked_for_and_the_first_gets_the_focus(form: Form) -> None:
    form.activateWindow()
    assert form.check() is False
    assert len(errors(form)) == 2
    assert form.focusWidget() is line(form, "subject")


def test_a_refusal_of_the_use_case_stands_at_its_field(form: Form) -> None:
    form.set_values(VALUES)
    form.show_error(ValidationError("phone", "blank"))
    assert errors(form) == ["Bitte füllen Sie dieses Feld aus."]
    assert form.focusWidget() is line(form, "phone")
    assert form.values()["subject"] == "Starkregen"


def test_a_refusal_without_a_field_stands_at_the_foot(form: Form) -> None:
    form.show_error(RefusedError("gone"))
    assert len(errors(form)) == 1
    form.set_values(VALUES)
    assert errors(form) == []


def test_ctrl_return_saves(qtbot: QtBot, form: Form) -> None:
    form.set_values({**VALUES, "body": BODIES[0]})
    activate(qtbot, form)
    line(form, "text").setFocus()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(line(form, "text"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_double_click_saves_once_and_a_refusal_or_a_change_lets_save_again(
    qtbot: QtBot, form: Form
) -> None:
    form.set_values({**VALUES, "body": BODIES[0]})
    saved: list[bool] = []
    form.saved.connect(lambda: saved.append(form.stays))
    qtbot.mouseDClick(form.save, Qt.MouseButton.LeftButton)
    form.save.click()
    activate(qtbot, form)
    qtbot.keyClick(line(form, "subject"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (saved, form.stays) == ([False], False)
    form.show_error(RefusedError("gone"))
    form.save.click()
    assert len(saved) == 2
    qtbot.keyClicks(line(form, "subject"), "n")
    form.save.click()
    assert len(saved) == 3


def test_escape_leaves_an_unchanged_form_at_once(qtbot: QtBot, form: Form) -> None:
    form.set_values(VALUES)
    with qtbot.waitSignal(form.discarded):
        qtbot.keyClick(line(form, "subject"), Qt.Key.Key_Escape)


def test_escape_asks_when_something_was_typed(qtbot: QtBot, form: Form) -> None:
    form.set_values(VALUES)
    qtbot.keyClicks(line(form, "subject"), "!")
    with qtbot.assertNotEmitted(form.discarded):
        qtbot.keyClick(line(form, "subject"), Qt.Key.Key_Escape)
    question = form.findChild(ConfirmDialog)
    assert isinstance(question, ConfirmDialog)
    with qtbot.waitSignal(form.discarded):
        question.go.click()


def test_a_draft_is_due_when_a_field_with_fresh_text_loses_the_focus(qtbot: QtBot, form: Form) -> None:
    activate(qtbot, form)
    line(form, "subject").setFocus()
    qtbot.keyClicks(line(form, "subject"), "Neu")
    with qtbot.waitSignal(form.draft_due):
        qtbot.keyClick(line(form, "subject"), Qt.Key.Key_Tab)


def test_tab_goes_through_the_fields_in_reading_order(qtbot: QtBot, form: Form) -> None:
    activate(qtbot, form)
    line(form, "subject").setFocus()
    seen = []
    for _ in range(16):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.objectName().removeprefix("test.form."))
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [
        *("subject", "phone", "text", "count", "sum", "status", "due", "at", "meeting", "meeting.1"),
        *("body", "themes", "themes.1", "news", "discard", "save"),
    ]


def test_every_field_has_a_name(form: Form) -> None:
    assert nameless(form) == []
    assert line(form, "subject").accessibleName() == "Subject, required"


def test_fields_stand_below_one_another_where_it_is_narrow(form: Form, qtbot: QtBot) -> None:
    def left(key: str) -> int:
        return line(form, key).mapTo(form, line(form, key).rect().topLeft()).x()

    assert left("phone") > left("subject")
    form.resize(420, 900)
    qtbot.waitUntil(lambda: left("phone") == left("subject"))


def test_a_record_is_chosen_by_typing(qtbot: QtBot) -> None:
    field = SearchField(find)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "eichw")
    qtbot.waitUntil(_popup(field).isVisible)
    qtbot.keyClick(_popup(field), Qt.Key.Key_Down)
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(_popup(field), Qt.Key.Key_Return)
    assert picked.args == [2]
    assert field.value() == 2
    assert field.line.text() == "Eichwalde"


def test_a_search_without_a_match_says_so_and_chooses_nothing(qtbot: QtBot) -> None:
    field = SearchField(find)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "zz")
    qtbot.waitUntil(_popup(field).isVisible)
    assert field._hits.item(0).text() == "No match"
    qtbot.keyClick(_popup(field), Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(field.picked):
        qtbot.keyClick(_popup(field), Qt.Key.Key_Return)
    assert field.line.text() == "zz"


def test_the_focus_of_a_form_goes_to_its_first_field(qtbot: QtBot, form: Form) -> None:
    activate(qtbot, form)
    form.setFocus()
    assert QApplication.focusWidget() is form.grid.fields()["subject"].editors()[0]


def test_the_mark_of_a_wrong_field_goes_when_it_is_changed(form: Form) -> None:
    form.grid.mark("subject", "Please fill in this field.")
    form.grid.mark("phone", "Please check the number.")
    form.grid.fields()["subject"].set_value("Starkregen")
    wrong = {key for key, field in form.grid.fields().items() if field.editors()[0].property("wrong")}
    assert wrong == {"phone"}


def test_running_text_takes_the_height_of_its_lines_up_to_a_bound(qtbot: QtBot) -> None:
    field = LongTextField(lines=4)
    qtbot.addWidget(field)
    field.resize(400, 600)
    field.show()
    heights = []
    for lines in (1, 8, 80):
        field.set_value("\n".join(["line"] * lines))
        heights.append(field.text.sizeHint().height())
    assert heights[0] < heights[1] < heights[2] < 16 * field.text.fontMetrics().lineSpacing()


def test_typing_on_lets_go_of_the_chosen_record(qtbot: QtBot) -> None:
    field = SearchField(find)
    qtbot.addWidget(field)
    field.set_value(BODIES[0])
    qtbot.keyClicks(field.line, "x")
    assert field.value() is None
    assert field.problem() != ""


def _popup(field: SearchField) -> QWidget:
    return field._popup


def test_a_long_choice_can_be_searched_and_never_takes_free_words(qtbot: QtBot) -> None:
    field = ChoiceField([(f"c{number}", f"Choice {number}") for number in range(30)])
    qtbot.addWidget(field)
    field.set_value("c7")
    line_edit = field.box.lineEdit()
    assert line_edit is not None
    line_edit.setText("elsewhere")
    line_edit.editingFinished.emit()
    assert field.value() == "c7"
    assert field.box.currentText() == "Choice 7"


def test_a_code_the_list_does_not_hold_survives_the_form(qtbot: QtBot) -> None:
    field = ChoiceField(STATES)
    qtbot.addWidget(field)
    field.set_value("retired")
    assert field.value() == "retired"


def test_new_choices_keep_the_value(qtbot: QtBot) -> None:
    field = ChoiceField(STATES)
    qtbot.addWidget(field)
    field.set_value("done")
    with qtbot.assertNotEmitted(field.changed):
        field.set_choices((("done", "Erledigt"), ("open", "Offen")))
    assert field.value() == "done"


def test_a_list_of_ticks_is_narrowed_without_losing_ticks(qtbot: QtBot) -> None:
    field = MultiChoice((("a", "Mobility"), ("b", "Data"), ("c", "Law")))
    qtbot.addWidget(field)
    field.set_value(("a", "c"))
    field.line.setText("dat")
    assert [field.items.item(row).isHidden() for row in range(3)] == [True, False, True]
    assert field.value() == ("a", "c")


def test_arrows_go_day_by_day(qtbot: QtBot) -> None:
    field = DateField(clock=noon)
    qtbot.addWidget(field)
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 24)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == date(2026, 11, 23)


def test_the_calendar_opens_by_key_and_gives_its_day(qtbot: QtBot) -> None:
    field = DateField(clock=noon)
    qtbot.addWidget(field)
    field.set_name("Due")
    field.show()
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    assert nameless(popup) == []
    popup._on_picked(QDate(2026, 12, 24))
    assert field.value() == date(2026, 12, 24)


def test_a_closed_form_leaves_nothing_behind(qapp: object) -> None:
    def make() -> QWidget:
        form = Form("test.form")
        for key, field in all_fields().items():
            form.add(key, field)
        return form

    assert leaked(make) == 0
