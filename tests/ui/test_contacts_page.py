"""The page of contacts: lists, cards, forms, dialogs, by click and by keyboard."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.settings import Settings
from kts_desktop.services import consents, duplicates, person_cards, persons
from kts_desktop.services.contact_points import Of
from kts_desktop.services.person_cards import PersonCard
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.contacts.duplicates_dialog import DuplicatesDialog
from kts_desktop.ui.contacts.page import ContactsPage
from kts_desktop.ui.contacts.part_forms import FormDialog
from kts_desktop.ui.contacts.people_presenter import NOT_INFORMED, PeoplePresenter
from kts_desktop.ui.contacts.person_form import PersonForm
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import a_case
from tests.helpers.build_contacts import a_body, a_mail, a_person, a_phone, a_post
from tests.helpers.qt import leaked, nameless

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = date(2026, 11, 24)
LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module", autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def desk(office_workspace: Workspace, office: Store) -> Workspace:
    """A workspace at noon of the test day, with undo."""
    office_workspace.clock = lambda: NOW
    office_workspace.attach(office, undo)
    return office_workspace


@pytest.fixture
def people(office: Store) -> dict[str, int]:
    """Anna Lichtmoos, in office at Krefeld with a number; Paul Wiesenfurt, alone; Zoe Ahornthal."""
    with office.write("demo") as session:
        krefeld = a_body(session, "Krefeld an der Probe")
        anna = a_person(session, salutation="ms")
        post = a_post(session, anna, krefeld, function="CDO", valid_from=date(2022, 1, 1))
        a_phone(session, post, "02151/86-1234 (Vorzimmer)", Of.POST)
        a_mail(session, anna, "anna@krefeld.example")
        paul = a_person(session, "Wiesenfurt", "Paul")
        zoe = a_person(session, "Ahornthal", "Zoe")
    return {"anna": anna, "paul": paul, "zoe": zoe, "krefeld": krefeld, "post": post}


@pytest.fixture
def page(qtbot: QtBot, desk: Workspace, people: dict[str, int], settings: Settings) -> Iterator[ContactsPage]:
    shown = ContactsPage(desk, settings)
    qtbot.addWidget(shown)
    shown.resize(1136, 800)
    shown.show()
    yield shown
    shown.close()


def names(page: ContactsPage) -> list[str]:
    table = page.people.list.rows.table
    rows = [table.row_at(table.index(row, 0)) for row in range(table.rowCount())]
    return [row.name for row in rows if row is not None]


def texts(widget: QWidget, kind: type[QAbstractButton]) -> list[str]:
    return [child.text() for child in widget.findChildren(kind) if child.isVisibleTo(widget)]


def button_with(widget: QWidget, part: str) -> QAbstractButton:
    return next(
        button
        for button in widget.findChildren(QAbstractButton)
        if part in button.text() and button.isVisibleTo(widget)
    )


def child(widget: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    found = widget.findChild(kind, name)
    assert isinstance(found, QWidget), name
    return found


def card_of(store: Store, person_id: int) -> PersonCard:
    with store.read() as session:
        return person_cards.card(session, person_id, today=TODAY)


def wait_written(qtbot: QtBot, page: ContactsPage) -> None:
    with qtbot.waitSignal(page.workspace.changed):
        pass


def form_of(page: ContactsPage) -> PersonForm:
    form = page.people.editing.form
    assert isinstance(form, PersonForm)
    return form


def dialog_of(page: ContactsPage) -> FormDialog:
    dialog = page.people.parts.dialog
    assert dialog is not None
    return dialog


def test_people_stand_by_name_and_the_first_letters_find_one(qtbot: QtBot, page: ContactsPage) -> None:
    assert names(page) == ["Zoe Ahornthal", "Anna Lichtmoos", "Paul Wiesenfurt"]
    page.do_find()
    qtbot.keyClicks(page.people.list.search, "kref licht")
    qtbot.waitUntil(lambda: names(page) == ["Anna Lichtmoos"])
    qtbot.keyClick(page.people.list.search, Qt.Key.Key_Down)

    assert page.people.presenter.current != 0
    assert page.people.reading.detail.current_tab() == "overview"


def test_a_card_shows_the_number_first_and_a_click_copies_it(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], desk: Workspace
) -> None:
    page.open_record("person", people["anna"])
    number = button_with(page.people.reading.ways, "86-1234")
    with qtbot.waitSignal(desk.said):
        qtbot.mouseClick(number, LEFT_BUTTON)

    assert QGuiApplication.clipboard().text() == "02151 86-1234"


def test_a_mail_address_opens_a_mail(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def record(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", record)
    page.open_record("person", people["anna"])
    qtbot.keyClick(button_with(page.people.reading.ways, "@"), Qt.Key.Key_Return)

    assert opened == ["mailto:anna@krefeld.example"]


def test_a_new_person_is_saved_with_post_and_number(qtbot: QtBot, page: ContactsPage, office: Store) -> None:
    page.do_create()
    form = form_of(page)
    for key, typed in (
        ("given_name", "Leyla"),
        ("family_name", "Cicektepe"),
        ("phone", "030/23125-0 (Zentrale)"),
        ("email", "leyla@stadt.example"),
    ):
        qtbot.keyClicks(form.grid.fields()[key].editors()[0], typed)
    hit = page.people.presenter.bodies("Krefeld an der")[0]
    form.set_values({**form.values(), "organisation_id": hit, "function": "Referatsleitung"})
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.people.editing.form is None)
    card = card_of(office, page.people.presenter.current)

    assert card.draft.full == "Leyla Cicektepe"
    assert [(post.body, post.function) for post in card.posts] == [
        ("Krefeld an der Probe", "Referatsleitung")
    ]
    assert [line.shown for line in card.contacts] == ["030 23125-0", "leyla@stadt.example"]
    assert "Leyla Cicektepe" in names(page)


def test_a_body_of_the_directory_is_taken_over_with_its_first_person(
    qtbot: QtBot, page: ContactsPage, office: Store
) -> None:
    page.do_create()
    form = form_of(page)
    hit = page.people.presenter.bodies("Zwönitz")[0]
    form.set_values({"family_name": "Birkenfurt", "organisation_id": hit})
    form.save.click()
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.people.editing.form is None)

    assert card_of(office, page.people.presenter.current).posts[0].body == "Zwönitz"


def test_a_refused_form_keeps_what_was_typed(qtbot: QtBot, page: ContactsPage) -> None:
    page.do_create()
    form = form_of(page)
    form.set_values({"family_name": "Birkenfurt", "email": "kein Postfach"})
    form.save.click()
    qtbot.waitUntil(lambda: "kein Postfach" in " ".join(texts_of_labels(form)))

    assert form.values()["family_name"] == "Birkenfurt"
    assert page.people.editing.form is form


def texts_of_labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_while_typing_the_one_already_there_is_offered(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int]
) -> None:
    """J1.5."""
    page.do_create()
    form = form_of(page)
    qtbot.keyClicks(form.grid.fields()["given_name"].editors()[0], "Anna")
    qtbot.keyClicks(form.grid.fields()["family_name"].editors()[0], "Lychtmos")
    qtbot.waitUntil(form.hint.isVisible)
    told = " ".join(texts_of_labels(form.hint))
    (instead,) = [b for b in form.hint.findChildren(QPushButton) if b.text() == "Open this instead"]
    qtbot.mouseClick(instead, LEFT_BUTTON)

    assert "CDO" in told
    assert "Krefeld an der Probe" in told
    assert page.people.presenter.current == people["anna"]
    assert page.people.editing.form is None


def test_editing_by_key_changes_the_person(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    page.open_record("person", people["paul"])
    assert "edit" in page.abilities()
    page.perform("edit")
    form = form_of(page)
    qtbot.keyClicks(form.grid.fields()["degree"].editors()[0], "Dr.")
    form.save.click()
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.people.editing.form is None)

    assert card_of(office, people["paul"]).draft.full == "Dr. Paul Wiesenfurt"
    assert "Dr. Paul Wiesenfurt" in names(page)


def test_a_form_with_something_typed_is_not_left_by_another_row(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int]
) -> None:
    page.open_record("person", people["paul"])
    page.do_edit()
    form = form_of(page)
    qtbot.keyClicks(form.grid.fields()["remark"].editors()[0], "Notiz")
    page.people.list.selection.select(people["anna"])

    assert page.people.editing.form is form
    assert page.people.list.selection.current_id() == people["paul"]
    assert not page.may_leave()
    form.discarded.emit()
    assert page.may_leave()


def test_deleting_offers_to_take_it_back(qtbot: QtBot, page: ContactsPage, people: dict[str, int]) -> None:
    page.open_record("person", people["paul"])
    page.do_delete()
    qtbot.waitUntil(lambda: "Paul Wiesenfurt" not in names(page))
    undo_button = child(page, "notice.undo", QPushButton)
    qtbot.waitUntil(undo_button.isVisible)
    qtbot.mouseClick(undo_button, LEFT_BUTTON)
    qtbot.waitUntil(lambda: "Paul Wiesenfurt" in names(page))


def test_somebody_changes_the_post_in_one_dialog(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    """J11.1."""
    with office.write("case.open") as session:
        a_case(session, person_ids=(people["anna"],), subject="Verstetigung")
    page.open_record("person", people["anna"])
    qtbot.mouseClick(page.people.reading.change_post, LEFT_BUTTON)
    dialog = dialog_of(page)
    told = " ".join(texts_of_labels(dialog))
    hit = page.people.presenter.bodies("Solingen")[0]
    dialog.form.set_values({"organisation_id": hit, "function": "Beigeordnete"})
    dialog.form.save.click()
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.people.parts.dialog is None)
    now, before = card_of(office, people["anna"]).posts

    assert "Verstetigung" in told
    assert (before.body, before.valid_to) == ("Krefeld an der Probe", date(2026, 11, 23))
    assert (now.body, now.function, now.valid_from) == ("Solingen", "Beigeordnete", TODAY)


def test_a_number_is_added_edited_and_removed(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    page.open_record("person", people["paul"])
    page.people.reading.ways.add.menu().actions()[0].trigger()
    dialog = dialog_of(page)
    qtbot.keyClicks(dialog.form.grid.fields()["value"].editors()[0], "0171/3920012")
    dialog.form.save.click()
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.people.parts.dialog is None)
    (line,) = card_of(office, people["paul"]).contacts
    qtbot.mouseClick(child(page, f"people.ways.edit.{line.id}", QToolButton), LEFT_BUTTON)
    again = dialog_of(page)
    again.form.set_values({"value": ""})
    again.form.set_values({"value": "0171/3920013", "kind": "mobile"})
    again.form.save.click()
    wait_written(qtbot, page)
    edited = card_of(office, people["paul"]).contacts
    qtbot.waitUntil(lambda: page.people.parts.dialog is None)
    qtbot.mouseClick(child(page, f"people.ways.remove.{line.id}", QToolButton), LEFT_BUTTON)
    wait_written(qtbot, page)

    assert [one.shown for one in edited] == ["0171 3920013"]
    assert card_of(office, people["paul"]).contacts == ()


def test_a_refusal_stays_in_the_dialog(qtbot: QtBot, page: ContactsPage, people: dict[str, int]) -> None:
    page.open_record("person", people["paul"])
    page.people.reading.ways.add.menu().actions()[0].trigger()
    dialog = dialog_of(page)
    dialog.form.set_values({"kind": "email", "value": "kein Postfach"})
    dialog.form.save.click()
    qtbot.waitUntil(lambda: any("kein Postfach" in text for text in texts_of_labels(dialog)))

    assert page.people.parts.dialog is dialog
    dialog.reject()
    assert page.people.parts.dialog is None


def test_a_postal_address_makes_the_address_of_a_letter(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    page.open_record("person", people["paul"])
    page.people.reading.ways.add.menu().actions()[1].trigger()
    dialog = dialog_of(page)
    dialog.form.set_values({"street": "Musterplatz 1", "postcode": "00000", "city": "Zwönitz"})
    dialog.form.save.click()
    wait_written(qtbot, page)

    assert card_of(office, people["paul"]).address == ("Paul Wiesenfurt", "Musterplatz 1", "00000 Zwönitz")


def test_posts_are_added_and_edited(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    page.open_record("person", people["anna"])
    qtbot.mouseClick(page.people.reading.posts.add, LEFT_BUTTON)
    dialog = dialog_of(page)
    dialog.form.set_values(
        {"organisation_id": page.people.presenter.bodies("Solingen")[0], "is_primary": False}
    )
    dialog.form.save.click()
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.people.parts.dialog is None)
    qtbot.mouseClick(child(page, f"people.posts.edit.{people['post']}", QToolButton), LEFT_BUTTON)
    shown = dialog_of(page).form.values()
    dialog_of(page).form.set_values({"function": "Leitung", "organisation_id": None})
    dialog_of(page).form.save.click()
    assert dialog_of(page).isVisible()
    dialog_of(page).reject()

    assert shown["function"] == "CDO"
    assert {post.body for post in card_of(office, people["anna"]).posts} == {
        "Krefeld an der Probe",
        "Solingen",
    }


def test_a_consent_is_recorded_and_withdrawn(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    page.open_record("person", people["anna"])
    qtbot.mouseClick(page.people.reading.consents.add, LEFT_BUTTON)
    dialog_of(page).form.set_values({"purpose": "peer_referral"})
    dialog_of(page).form.save.click()
    wait_written(qtbot, page)
    with office.read() as session:
        assert consents.has_given(session, people["anna"], consents.REFERRAL)
        (given,) = consents.of_people(session, [people["anna"]])
    qtbot.mouseClick(child(page, f"people.consents.withdraw.{given.id}", QToolButton), LEFT_BUTTON)
    wait_written(qtbot, page)
    with office.read() as session:
        assert not consents.has_given(session, people["anna"], consents.REFERRAL)


def test_restricting_hides_and_the_filter_brings_back(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int]
) -> None:
    page.open_record("person", people["paul"])
    page.people.reading.acts["restrict"].trigger()
    qtbot.waitUntil(lambda: "Paul Wiesenfurt" not in names(page))
    page.people.list.panel.set_value("shown", "restricted")
    assert names(page) == ["Paul Wiesenfurt"]
    page.people.select(people["paul"])
    page.people.reading.acts["lift"].trigger()
    qtbot.waitUntil(lambda: names(page) == [])
    page.people.list.clear_filters()
    assert "Paul Wiesenfurt" in names(page)


def test_several_people_are_noted_as_informed(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int]
) -> None:
    page.people.list.panel.set_value("missing", NOT_INFORMED)
    page.people.list.rows.selectAll()
    qtbot.mouseClick(page.people.bulk["informed"], LEFT_BUTTON)
    qtbot.waitUntil(lambda: names(page) == [])


def test_two_people_are_compared_and_merged(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    page.people.compare_wanted.emit(people["paul"], people["anna"])
    dialog = page.findChild(DuplicatesDialog)
    assert isinstance(dialog, DuplicatesDialog)
    right = child(dialog, "contacts.duplicates.family_name.1", QRadioButton)
    assert isinstance(right, QRadioButton)
    assert right.text() == "Wiesenfurt"
    right.click()
    qtbot.mouseClick(dialog.merge, LEFT_BUTTON)
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: "Anna Wiesenfurt" in names(page))
    page.open_record("person", people["paul"])

    assert page.people.presenter.current == people["anna"]
    assert page.people.reading.merged.isVisibleTo(page)
    qtbot.mouseClick(child(page, f"people.merged.separate.{people['paul']}", QToolButton), LEFT_BUTTON)
    qtbot.waitUntil(lambda: "Paul Wiesenfurt" in names(page))


def test_pairs_of_the_office_are_gone_through(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    with office.write("person.add") as session:
        a_person(session, "Lychtmoos", "Anna")
        a_person(session, "Ahorntal", "Zoe")
    qtbot.mouseClick(page.duplicates, LEFT_BUTTON)
    dialog = page.findChild(DuplicatesDialog)
    assert isinstance(dialog, DuplicatesDialog)
    qtbot.waitUntil(dialog.merge.isVisible)
    qtbot.mouseClick(dialog.skip, LEFT_BUTTON)
    qtbot.mouseClick(dialog.distinct, LEFT_BUTTON)
    qtbot.waitUntil(lambda: not dialog.merge.isVisible())
    dialog.leave.click()
    with office.read() as session:
        assert len(duplicates.pairs(session)) == 1


def test_bodies_are_listed_edited_and_lead_to_their_people(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], office: Store
) -> None:
    page.open_record("organisation", people["krefeld"])
    assert page.mode() == "bodies"
    assert "Anna Lichtmoos" in texts(page.bodies.reading.people, QAbstractButton)
    page.do_edit()
    form = page.bodies.editing.form
    assert form is not None
    form.set_values({"population": 230_000})
    form.save.click()
    qtbot.waitUntil(lambda: any("comes from" in text for text in texts_of_labels(form)))
    form.set_values({"population": 230_000, "population_source": "Destatis"})
    form.save.click()
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.bodies.editing.form is None)
    qtbot.mouseClick(page.bodies.reading.people.add, LEFT_BUTTON)

    assert page.mode() == "people"
    assert form_of(page).values()["organisation_id"] == people["krefeld"]


def test_a_body_gets_a_key_and_goes_to_the_bin_and_back(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int]
) -> None:
    page.open_record("organisation", people["krefeld"])
    qtbot.mouseClick(page.bodies.reading.keys.add, LEFT_BUTTON)
    dialog = page.bodies.parts.dialog
    assert dialog is not None
    dialog.form.set_values({"scheme": "AGS", "value": "05999999"})
    dialog.form.save.click()
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.bodies.parts.dialog is None)
    assert any("AGS 05999999" in text for text in texts_of_labels(page.bodies.reading.keys))
    page.do_delete()
    wait_written(qtbot, page)
    page.open_record("organisation", people["krefeld"])
    qtbot.mouseClick(page.bodies.reading.restore, LEFT_BUTTON)
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.bodies.list.selection.select(people["krefeld"]))


def test_a_new_body_begins_with_the_form(qtbot: QtBot, page: ContactsPage) -> None:
    page.switch.setCurrentIndex(1)
    page.do_create()
    form = page.bodies.editing.form
    assert form is not None
    form.set_values({"name": "Beispielbote", "kind": "press"})
    form.save.click()
    wait_written(qtbot, page)
    qtbot.waitUntil(lambda: page.bodies.presenter.current != 0)

    assert page.bodies.reading.detail.isVisible()
    assert "print" in page.abilities()


def test_links_lead_to_other_records(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], desk: Workspace
) -> None:
    page.open_record("person", people["anna"])
    with qtbot.waitSignal(desk.record_wanted) as asked:
        qtbot.mouseClick(button_with(page.people.reading.posts, "Krefeld"), LEFT_BUTTON)

    assert asked.args == ["organisation", people["krefeld"]]


def test_the_card_follows_a_change_made_elsewhere(
    qtbot: QtBot, page: ContactsPage, people: dict[str, int], desk: Workspace
) -> None:
    page.open_record("person", people["paul"])
    desk.write("person.edit", lambda session, _: a_phone(session, people["paul"], "030 23125-9"))
    wait_written(qtbot, page)

    qtbot.waitUntil(lambda: "030 23125-9" in texts(page.people.reading.ways, QAbstractButton))


@pytest.mark.parametrize("mode", [0, 1])
def test_everything_has_a_name(page: ContactsPage, people: dict[str, int], mode: int) -> None:
    page.open_record(*(("person", people["anna"]) if mode == 0 else ("organisation", people["krefeld"])))
    assert nameless(page) == []
    page.do_edit()
    assert nameless(page) == []


def test_no_page_stays_behind(
    qapp: object, desk: Workspace, people: dict[str, int], settings: Settings
) -> None:
    assert leaked(lambda: ContactsPage(desk, settings)) == 0


def test_no_dialog_stays_behind(qapp: object, desk: Workspace, page: ContactsPage) -> None:
    assert leaked(lambda: DuplicatesDialog(desk, page)) == 0


def test_texts_follow_the_language(page: ContactsPage, people: dict[str, int]) -> None:
    page.open_record("person", people["anna"])
    page.changeEvent(QEvent(QEvent.Type.LanguageChange))

    assert page.people.reading.edit.accessibleName() == "Edit"
    assert names(page)[1] == "Anna Lichtmoos"


class FakeView:
    """Keeps what the presenter says."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.card: PersonCard | None = None
        self.errors: list[str] = []
        self.undo: list[str] = []
        self.saved: list[int] = []

    def show_rows(self, ids: Sequence[int], load: Loader[PersonRow]) -> None:
        self.ids = list(ids)

    def show_card(self, card: PersonCard | None, lines: Sequence[HistoryLine]) -> None:
        self.card = card

    def show_saved(self, person_id: int) -> None:
        self.saved.append(person_id)

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error.code)

    def show_undo(self, text: str) -> None:
        self.undo.append(text)


def test_the_presenter_needs_no_widget(
    qtbot: QtBot, qapp: object, desk: Workspace, people: dict[str, int], office: Store
) -> None:
    view = FakeView()
    presenter = PeoplePresenter(desk, view, desk)
    presenter.refresh()
    presenter.search("ahorn")
    assert view.ids == [people["zoe"]]
    presenter.choose(people["zoe"])
    with qtbot.waitSignal(desk.changed):
        presenter.remove([people["zoe"]])
    qtbot.waitUntil(lambda: view.undo == ["Person in den Papierkorb gelegt"])
    presenter.remove([people["zoe"]])
    qtbot.waitUntil(lambda: view.errors == ["gone"])
    presenter.deleteLater()

    assert view.ids == []
    with office.write("restore") as session:
        persons.restore(session, people["zoe"])


def test_a_duplicate_of_a_person_is_a_colleague_at_the_same_body(
    page: ContactsPage, people: dict[str, int]
) -> None:
    page.open_record("person", people["anna"])
    page.perform("duplicate")
    form = page.people.editing.form
    assert isinstance(form, PersonForm)
    assert form.person_id == 0
    assert form.values()["organisation_id"] == people["krefeld"]
    assert form.values()["family_name"] == ""
    assert form.values()["phone"] == ""


def test_a_duplicate_of_a_body_keeps_its_kind_and_wants_a_name(
    page: ContactsPage, people: dict[str, int]
) -> None:
    page.open_record("organisation", people["krefeld"])
    kind = page.bodies.presenter.draft().kind
    page.perform("duplicate")
    form = page.bodies.editing.form
    assert form is not None
    assert page.bodies.editing.record_id == 0
    assert (form.values()["name"], form.values()["kind"]) == ("", kind)
    assert not form.check()
