"""The page of papers, driven as a user drives it: real records, real PDF files, real pictures of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kts_desktop.core.printer_shifts import Shift, keep_shift, shift_of
from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseId
from kts_desktop.printing.catalogue import PAPERS, PaperKind
from kts_desktop.services import cases, drafts, paper_log
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.pack_requests import BODY, CASE, EVENT, PERSON, Subject
from kts_desktop.services.paper_log import PaperRow
from kts_desktop.services.paper_options import from_text, options_of, with_values
from kts_desktop.services.sheet_options import shifted
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.kit import theme
from kts_desktop.ui.packs import words
from kts_desktop.ui.packs.entries import Entries
from kts_desktop.ui.packs.making import Made
from kts_desktop.ui.packs.option_fields import ELSEWHERE
from kts_desktop.ui.packs.page import PacksPage
from kts_desktop.ui.packs.pdf_pages import page_sizes
from kts_desktop.ui.packs.printer_dialog import PrinterDialog
from kts_desktop.ui.packs.printing import Print, pages_wanted
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import NOON, a_body, a_case, a_note, a_person, a_task
from tests.helpers.qt import leaked, nameless

LONG = 20_000  # milliseconds: fonts are read with the first paper
CHINESE = "漢字"
OFFICE = "The whole office"
SAME = ("name", "body")  # choices whose word is their code


@pytest.fixture
def case_id(office: Store) -> CaseId:
    with office.write("case.open") as session:
        body = a_body(session, "Haßfurt", state="09", district="Haßberge")
        case = a_case(session, subject="Wirkungsmessung", organisation_id=body)
        a_note(session, case_id=case, person_ids=(a_person(session),), text=f"Gespräch {CHINESE}")
        a_task(session, case_id=case)
    return case


@pytest.fixture
def page(
    qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings, case_id: CaseId
) -> Iterator[PacksPage]:
    office_workspace.clock = lambda: NOON
    office_workspace.attach(office, undo)
    page = PacksPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.presenter.cancel()
    page.hide()  # before the lanes close


def made(page: PacksPage, qtbot: QtBot) -> Made:
    """Wait for the paper; return it."""
    qtbot.waitUntil(lambda: page.presenter.made is not None, timeout=LONG)
    paper = page.presenter.made
    assert paper is not None
    return paper


def choose(page: PacksPage, option: str, value: object) -> None:
    """Choose an option as the user does."""
    field = page.paper.options.field(option)
    assert field is not None
    field.set_value(value)


def opened(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> Made:
    page.open_record("advisory_case", case_id)
    return made(page, qtbot)


def found(page: PacksPage, qtbot: QtBot, typed: str) -> list[str]:
    """Type into the search field; return the headlines of the list."""
    page.pane.search.clear()
    qtbot.keyClicks(page.pane.search, typed)
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Return)
    return headlines(page)


def headlines(page: PacksPage) -> list[str]:
    entries = (page._entries.get(id_) for id_ in page.pane.rows.table.ids())
    return [page._entries.card(entry).headline for entry in entries if entry]


def logged(page: PacksPage) -> list[PaperRow]:
    def read(session: object) -> list[PaperRow]:
        return list(paper_log.rows(session, paper_log.recent(session, 9)).values())  # type: ignore[arg-type]

    return page.workspace.read(read)


def dialog_of(page: PacksPage, name: str, qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: page.findChild(QDialog, name) is not None)
    dialog = page.findChild(QDialog, name)
    assert dialog is not None
    return dialog


def texts(widget: QDialog | PacksPage) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_without_a_paper_the_page_says_what_to_do(page: PacksPage) -> None:
    assert headlines(page) == [OFFICE]
    assert "No paper chosen" in texts(page)
    assert "print" not in page.abilities()


def test_the_preview_shows_as_many_pages_as_the_pack_of_a_case_has(
    page: PacksPage, qtbot: QtBot, case_id: CaseId
) -> None:
    paper = opened(page, qtbot, case_id)
    preview = page.paper.preview
    assert preview.count() == paper.paper.pages == len(PdfDocument(paper.paper.content)) > 2
    assert preview.thumbnails.count() == paper.paper.pages
    qtbot.waitUntil(lambda: not preview.view.picture().isNull())
    qtbot.waitUntil(lambda: preview.thumbnails.picture(paper.paper.pages - 1) is not None)
    assert "print" in page.abilities()


def test_the_keyboard_goes_through_the_pages(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    last = opened(page, qtbot, case_id).paper.pages - 1
    preview = page.paper.preview
    view = preview.view
    view.setFocus()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert preview.page() == 1
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert preview.page() == 0
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert (preview.page(), preview.next.isEnabled()) == (last, False)
    assert view.accessibleName() == f"Page {last + 1} of {last + 1}"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (preview.page(), preview.previous.isEnabled()) == (0, False)


def test_a_larger_page_is_drawn_sharp_again(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    opened(page, qtbot, case_id)
    view = page.paper.preview.view
    qtbot.waitUntil(lambda: not view.picture().isNull())
    before = view.percent()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.percent() > before
    assert not view.fits_width
    wide = view._sheet.width()
    qtbot.waitUntil(lambda: abs(view.picture().width() - wide) <= 1)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.percent() == before
    assert view.fits_width


def test_the_text_of_the_page_is_there_for_screen_readers(
    page: PacksPage, qtbot: QtBot, case_id: CaseId
) -> None:
    opened(page, qtbot, case_id)
    preview = page.paper.preview
    qtbot.mouseClick(preview.as_text, Qt.MouseButton.LeftButton)
    assert "Haßfurt" in preview.text.toPlainText()
    assert preview.text.accessibleName() == "Text of page 1"
    preview.turn(1)
    assert "Inhalt" in preview.text.toPlainText()


def test_the_language_of_the_paper_changes_its_text(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    german = opened(page, qtbot, case_id)
    page.paper.preview.as_text.click()
    assert "Seite 1 von" in page.paper.preview.text.toPlainText()
    choose(page, "language", "en")
    english = made(page, qtbot)
    assert english is not german
    assert "Page 1 of" in page.paper.preview.text.toPlainText()


def test_large_print_makes_more_pages_and_keeps_the_place(
    page: PacksPage, qtbot: QtBot, case_id: CaseId
) -> None:
    normal = opened(page, qtbot, case_id)
    page.paper.preview.turn(1)
    choose(page, "large", value=True)
    large = made(page, qtbot)
    assert large.order.options == with_values(normal.order.options, {"large": True})
    assert large.paper.content != normal.paper.content
    assert page.paper.preview.page() == 1


def test_every_paper_of_a_record_is_on_offer_and_made_when_chosen(
    page: PacksPage, qtbot: QtBot, case_id: CaseId
) -> None:
    opened(page, qtbot, case_id)
    box = page.paper.options.paper.box
    names = [box.itemText(place) for place in range(box.count())]
    assert names[:2] == ["Briefing pack", "Case file"]
    assert "Briefing pack · Haßfurt" in names
    box.setCurrentIndex(1)
    paper = made(page, qtbot)
    assert paper.order.paper == "case"
    assert page.paper.options.field("months_back") is None
    choose(page, "history", value=False)
    assert made(page, qtbot).order.options != paper.order.options


def test_a_number_that_does_not_fit_is_told_and_the_paper_stays(
    page: PacksPage, qtbot: QtBot, case_id: CaseId
) -> None:
    opened(page, qtbot, case_id)
    page.paper.options.paper.box.setCurrentIndex(1)
    paper = made(page, qtbot)
    choose(page, "volume_pages", 9_999)
    field = page.paper.options.field("volume_pages")
    qtbot.waitUntil(lambda: "2000" in texts(page) or "2,000" in texts(page))
    assert field is not None
    assert field.value() == 9_999
    assert page.presenter.made is paper


def test_the_office_as_a_whole_has_papers(page: PacksPage, qtbot: QtBot) -> None:
    page.pane.selection.select(page.pane.rows.table.ids()[0])
    assert made(page, qtbot).ask.kind == ""


@pytest.mark.parametrize("kind", PAPERS.values(), ids=PAPERS)
def test_every_paper_and_option_has_words(qapp: object, kind: PaperKind) -> None:
    assert words.paper_name(kind.key) != kind.key
    for option in options_of(kind.options):
        if option.name in ELSEWHERE:
            continue
        assert words.option_name(option.name) != option.name, option.name
        for code, label in words.choice_names(option):
            assert label != code or code in SAME, f"{option.name}: {code}"


def test_characters_the_font_lacks_are_told(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    opened(page, qtbot, case_id)
    line = page.paper.replaced
    assert line.isVisibleTo(page)
    assert all(letter in line.text() for letter in CHINESE)


def test_saving_proposes_a_name_writes_the_file_and_logs_it(
    page: PacksPage, qtbot: QtBot, case_id: CaseId, tmp_path: Path
) -> None:
    paper = opened(page, qtbot, case_id)
    qtbot.mouseClick(page.paper.save, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, "packs.save_dialog", qtbot)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "2026-11-24_Briefing_Hassfurt.pdf"
    dialog.selectFile(str(tmp_path / "mappe.pdf"))
    with qtbot.waitSignal(page.workspace.changed):
        dialog.accept()
    assert (tmp_path / "mappe.pdf").read_bytes() == paper.paper.content
    row = logged(page)[0]
    assert (row.file_name, row.pages) == ("mappe.pdf", paper.paper.pages)
    assert from_text(BriefingOptions, row.recipe) == paper.order.options
    assert headlines(page) == [OFFICE, "Haßfurt"]
    assert "Saved as mappe.pdf" in texts(page)


def test_a_folder_that_takes_no_file_gives_the_sentence_and_keeps_the_paper(
    page: PacksPage, qtbot: QtBot, case_id: CaseId, tmp_path: Path
) -> None:
    paper = opened(page, qtbot, case_id)
    page.presenter.save(tmp_path / "gone" / "mappe.pdf")
    dialog = dialog_of(page, "dialog.message", qtbot)
    assert "does not exist" in texts(dialog) or "gibt es nicht" in texts(dialog)
    assert page.presenter.made is paper
    assert page.paper.save.isEnabled()
    assert logged(page) == []
    dialog.accept()


def test_a_printed_paper_tells_whether_the_data_changed_since(
    page: PacksPage, qtbot: QtBot, case_id: CaseId, tmp_path: Path
) -> None:
    opened(page, qtbot, case_id)
    page.presenter.save(tmp_path / "mappe.pdf")
    qtbot.waitUntil(lambda: chips(page) == ["", "data unchanged"], timeout=LONG)

    def edit(session: object, _ticket: object) -> None:
        draft = cases.draft_of(session, case_id)  # type: ignore[arg-type]
        cases.edit(session, case_id, replace(draft, subject="Anderes"))  # type: ignore[arg-type]

    page.workspace.write("case.edit", edit)
    qtbot.waitUntil(lambda: chips(page) == ["", "data changed since"], timeout=LONG)
    assert page.paper.stale.isVisibleTo(page)
    qtbot.mouseClick(page.paper.remake, Qt.MouseButton.LeftButton)
    paper = made(page, qtbot)
    assert paper.data.subject == "Anderes"
    assert not page.paper.stale.isVisibleTo(page)


def chips(page: PacksPage) -> list[str]:
    entries = (page._entries.get(id_) for id_ in page.pane.rows.table.ids())
    return [page._entries.card(entry).chip for entry in entries if entry]


def test_a_printed_paper_is_made_again_as_it_was(
    page: PacksPage, qtbot: QtBot, case_id: CaseId, tmp_path: Path
) -> None:
    page.open_record("advisory_case", case_id)
    page.presenter.set_options(BriefingOptions(language="en", months_back=60, large=True))
    first = made(page, qtbot)
    with qtbot.waitSignal(page.workspace.changed):
        page.presenter.save(tmp_path / "pack.pdf")
    page.presenter.set_options(BriefingOptions())
    made(page, qtbot)
    page.pane.selection.select(page.pane.rows.table.ids()[-1])
    again = made(page, qtbot)
    assert again.order == first.order
    assert page.paper.options.options() == first.order.options


def test_typing_finds_bodies_and_cases(page: PacksPage, qtbot: QtBot) -> None:
    assert found(page, qtbot, "Wirkungsm") == ["Haßfurt"]
    assert "Haßfurt" in found(page, qtbot, "hassf")
    assert found(page, qtbot, "qqqq") == []


def test_choosing_a_body_of_the_office_makes_its_pack(page: PacksPage, qtbot: QtBot) -> None:
    found(page, qtbot, "hassfurt")
    ids = page.pane.rows.table.ids()
    entries = [page._entries.get(id_) for id_ in ids]
    own = next(
        entry.id
        for entry in entries
        if entry and entry.subject and entry.subject.is_adopted and entry.subject.kind == BODY
    )
    page.pane.selection.select(own)
    assert made(page, qtbot).data.profile.name == "Haßfurt"


def test_a_municipality_of_the_directory_is_taken_over_on_demand_only(
    page: PacksPage, qtbot: QtBot, office: Store, case_id: CaseId
) -> None:
    opened(page, qtbot, case_id)  # a pack, so that its parts are on offer
    page.paper.parts.setChecked(True)
    found(page, qtbot, "Zwiefalten")
    page.pane.selection.select(page.pane.rows.table.ids()[0])
    assert "stands in the directory only" in texts(page)
    assert page.presenter.made is None
    assert not page.paper.parts.isVisible()
    assert not page.paper.panel.isVisible()
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.mouseClick(page.paper.trouble._button, Qt.MouseButton.LeftButton)
    assert made(page, qtbot).data.profile.name == "Zwiefalten"
    undo.undo(office)  # the taking over is one step of its own


def test_clearing_the_search_keeps_the_paper_and_chooses_no_neighbour(
    page: PacksPage, qtbot: QtBot, case_id: CaseId, tmp_path: Path
) -> None:
    opened(page, qtbot, case_id)
    with qtbot.waitSignal(page.workspace.changed):
        page.presenter.save(tmp_path / "mappe.pdf")
    choose(page, "language", "en")
    made(page, qtbot)
    found(page, qtbot, "Wirkungsm")
    page.pane.selection.select(page.pane.rows.table.ids()[0])
    paper = made(page, qtbot)
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Escape)
    assert headlines(page) == [OFFICE, "Haßfurt"]
    assert page.presenter.made is paper


def test_the_latest_wish_alone_is_shown(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    page.open_record("advisory_case", case_id)
    page.presenter.set_options(BriefingOptions(language="en"))
    page.presenter.set_options(BriefingOptions(language="en", large=True))
    paper = made(page, qtbot)
    qtbot.wait(300)
    assert page.presenter.made is paper
    assert paper.order.options == BriefingOptions(language="en", large=True)


def test_a_paper_can_be_stopped_and_made_after_all(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    page.open_record("advisory_case", case_id)
    page.paper.making.cancel.click()
    assert "The paper was not finished." in texts(page)
    qtbot.wait(300)
    assert page.presenter.made is None
    qtbot.mouseClick(page.paper.trouble._button, Qt.MouseButton.LeftButton)
    assert made(page, qtbot).paper.pages > 2


def test_a_case_that_went_meanwhile_gives_a_sentence(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    opened(page, qtbot, case_id)
    page.workspace.write("case.delete", lambda session, _: cases.delete(session, [case_id]))
    qtbot.waitUntil(lambda: page.paper.stale.isVisibleTo(page), timeout=LONG)
    page.do_refresh()
    qtbot.waitUntil(lambda: "No paper" in texts(page), timeout=LONG)
    assert not page.paper.save.isEnabled()


def test_a_record_without_a_paper_is_told(page: PacksPage, case_id: CaseId) -> None:
    page.open_record("person", 4711)
    assert "No paper for this record" in texts(page)


def test_printing_paints_every_page_and_logs_it(
    page: PacksPage, qtbot: QtBot, case_id: CaseId, tmp_path: Path
) -> None:
    paper = opened(page, qtbot, case_id)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    with qtbot.waitSignal(page.workspace.changed, timeout=LONG):
        page.delivery.print_on(printer)
    assert len(page_sizes((tmp_path / "out.pdf").read_bytes())) == paper.paper.pages
    assert logged(page)[0].file_name == ""


def test_without_a_printer_a_file_is_offered(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    opened(page, qtbot, case_id)
    qtbot.mouseClick(page.paper.print, Qt.MouseButton.LeftButton)
    question = dialog_of(page, "dialog.confirm", qtbot)
    assert "knows no printer" in texts(question)
    question.go.click()  # type: ignore[attr-defined]
    dialog_of(page, "packs.save_dialog", qtbot).reject()


@pytest.mark.parametrize(
    ("first", "last", "pages"), [(2, 3, [1, 2]), (1, 1, [0]), (3, 9, [2, 3])], ids=["middle", "one", "end"]
)
def test_only_the_pages_wished_for_are_printed(qapp: object, first: int, last: int, pages: list[int]) -> None:
    printer = QPrinter()
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(first, last)
    assert pages_wanted(printer, 4) == pages
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_wanted(printer, 4) == pages[::-1]


def test_numbers_of_different_kinds_do_not_meet() -> None:
    entries = Entries(NOON)
    subjects = [
        Subject(kind=BODY, id=7, title="own"),
        Subject(kind=BODY, id=-7, title="directory"),
        Subject(kind=CASE, id=7, title="case", aside="2026-7"),
        Subject(kind=EVENT, id=7, title="event"),
        Subject(kind=PERSON, id=7, title="person"),
        Subject(kind=""),
    ]
    assert len(set(entries.take_subjects(subjects))) == len(subjects)


def test_everything_that_takes_the_focus_has_a_name(page: PacksPage, qtbot: QtBot, case_id: CaseId) -> None:
    opened(page, qtbot, case_id)
    assert nameless(page) == []


def test_the_page_grows_with_the_text(page: PacksPage, qtbot: QtBot, case_id: CaseId, qapp: object) -> None:
    opened(page, qtbot, case_id)
    before = page.paper.preview.thumbnails.width()
    theme.apply(qapp, "dark", 150)  # type: ignore[arg-type]
    try:
        qtbot.waitUntil(lambda: page.paper.preview.thumbnails.width() > before)
    finally:
        theme.apply(qapp, "light", 100)  # type: ignore[arg-type]


def test_a_closed_page_goes_away(
    qtbot: QtBot, office_workspace: Workspace, settings: Settings, case_id: CaseId
) -> None:
    def make() -> PacksPage:
        page = PacksPage(office_workspace, settings)
        page.open_record("advisory_case", case_id)
        made(page, qtbot)
        return page

    assert leaked(make) == 0


def test_from_a_case_the_saved_file_is_three_steps_away(
    qtbot: QtBot, office_workspace: Workspace, settings: Settings, case_id: CaseId, tmp_path: Path
) -> None:
    office_workspace.clock = lambda: NOON
    window = ShellWindow(office_workspace, settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.show_pages()
    office_workspace.open_record("advisory_case", case_id)
    case_page = window.place.page()
    assert case_page is not None
    case_page.perform("print")  # 1: Ctrl+P
    page = window.place.page()
    assert isinstance(page, PacksPage)
    made(page, qtbot)
    qtbot.mouseClick(page.paper.save, Qt.MouseButton.LeftButton)  # 2
    dialog = dialog_of(page, "packs.save_dialog", qtbot)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(tmp_path / "mappe.pdf"))
    with qtbot.waitSignal(page.presenter.saved):
        dialog.accept()  # 3
    assert (tmp_path / "mappe.pdf").exists()
    qtbot.waitUntil(lambda: len(logged(page)) == 1)
    page.hide()
    window.hide()


def test_a_printer_is_set_right_by_what_was_measured(
    page: PacksPage, qtbot: QtBot, settings: Settings, case_id: CaseId, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_shift(settings, "Laser", Shift(0, 5))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Laser", "Tinte"]))
    opened(page, qtbot, case_id)
    assert not page.paper.printer.isVisible()
    page.open_record("", 0)
    page.presenter.choose_paper("calibration  0")
    qtbot.waitUntil(page.paper.printer.isVisible, timeout=LONG)
    page.paper.printer.click()
    dialog = page.findChild(PrinterDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    dialog.side.setValue(1.5)
    dialog.height_off.setValue(0.3)
    dialog.at.set_value("-1")
    assert "1.5 mm to the left and 0.8 mm down" in dialog.after.text()
    dialog.go.click()

    assert shift_of(settings, "Laser") == Shift(-15, 8)
    assert shift_of(settings, "Tinte") == Shift()


def test_labels_are_laid_out_for_the_printer_and_a_pack_stays_as_it_is(
    page: PacksPage, qtbot: QtBot, case_id: CaseId
) -> None:
    page.open_record("", 0)
    made(page, qtbot)
    page.presenter.choose_paper("calibration  0")
    paper = made(page, qtbot)
    moved = Print(made=paper, printer=QPrinter(), words="{0}", shift=Shift(-15, 8)).content()
    assert moved != paper.paper.content
    assert moved == paper.order.kind.render(shifted(paper.data, Shift(-15, 8))).content

    pack = opened(page, qtbot, case_id)
    assert (
        Print(made=pack, printer=QPrinter(), words="{0}", shift=Shift(9, 9)).content() is pack.paper.content
    )


def test_a_first_label_beyond_the_sheet_is_said_at_the_field_and_not_taken(
    page: PacksPage, qtbot: QtBot, office: Store
) -> None:
    with office.write("person.add") as session:
        person = a_person(session)
    page.open_record("person", person)
    made(page, qtbot)
    page.presenter.choose_paper(f"labels person {person}")
    made(page, qtbot)
    choose(page, "start", 20)
    qtbot.waitUntil(lambda: _start(page) == 20, timeout=LONG)
    choose(page, "sheet", "99x38")
    qtbot.waitUntil(lambda: _start(page) == 14, timeout=LONG)
    assert "this sheet has places 1 to 14" in page.paper.options.trouble.text()
    choose(page, "start", 3)
    qtbot.waitUntil(lambda: _start(page) == 3, timeout=LONG)
    assert not page.paper.options.trouble.isVisible()
    choose(page, "start", 15)
    qtbot.waitUntil(page.paper.options.trouble.isVisible, timeout=LONG)
    assert _start(page) == 3


def _start(page: PacksPage) -> int:
    assert page.presenter.order is not None
    return int(getattr(page.presenter.order.options, "start", 0))


def letter_to(page: PacksPage, qtbot: QtBot, kind: str, record_id: int) -> Made:
    """Choose the letter among the papers of a record."""
    page.open_record(kind, record_id)
    offer = next(one for one in page.presenter._found if one.paper == "letter")
    page.presenter.choose_paper(offer.code)
    return made(page, qtbot)


def test_a_half_written_letter_is_there_after_a_crash_and_gone_once_it_went_out(
    page: PacksPage, qtbot: QtBot, office: Store, settings: Settings, tmp_path: Path
) -> None:
    with office.write("person.add") as session:
        person, other = a_person(session), a_person(session, family_name="Berg")
    letter_to(page, qtbot, "person", person)
    field = page.paper.options.field("letter_text")
    assert field is not None
    qtbot.keyClicks(field.editors()[0], "Halb geschrieben")
    qtbot.waitUntil(lambda: len(waiting(office)) == 1, timeout=LONG)
    assert [(one.form, "Halb geschrieben" in str(one.content)) for one in waiting(office)] == [
        ("people.letter", True)
    ]

    again = PacksPage(page.workspace, settings)  # as after a new start
    qtbot.addWidget(again)
    letter = letter_to(again, qtbot, "person", person)
    assert letter.data.paragraphs == ("Halb geschrieben",)
    assert letter_to(again, qtbot, "person", other).data.paragraphs == ()

    letter_to(again, qtbot, "person", person)
    again.presenter.save(tmp_path / "brief.pdf")
    qtbot.waitUntil(lambda: waiting(office) == [], timeout=LONG)
    again.presenter.cancel()


def waiting(office: Store) -> list[drafts.KeptDraft]:
    with office.read() as session:
        return drafts.waiting(session)
