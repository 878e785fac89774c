"""The read view of a case: overview, course, related cases, history."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kts_desktop.core.clock import local_date
from kts_desktop.models.vocab import CaseState
from kts_desktop.services.cases import CaseCard
from kts_desktop.ui.cases import words
from kts_desktop.ui.cases.course import NoteBox, TaskBox
from kts_desktop.ui.cases.one_case import CaseView
from kts_desktop.ui.kit import formats, record_history
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.documents import DocumentsBox
from kts_desktop.ui.kit.facts import Fact, Facts, Line, LineBox, TextBlock, reading
from kts_desktop.ui.kit.history import History
from kts_desktop.ui.kit.value_words import ValueWords

if TYPE_CHECKING:
    from kts_desktop.services.history import HistoryRow


class CaseReading(QObject):
    """Fills the detail pane; knows no session."""

    link_wanted = Signal(str, int)
    state_wanted = Signal(object)  # CaseState
    task_wanted = Signal()

    def __init__(self, detail: Detail) -> None:
        super().__init__(detail)
        self.detail = detail
        self.state = self.detail.add_action("state", "circle-dot", flat=True)
        self.note = self.detail.add_action("note", "plus", primary=True)
        self.edit = self.detail.add_action("edit")
        self.print = self.detail.add_action("print", "printer")
        self.facts = Facts("cases.facts")
        self.concern, self.result = TextBlock("cases.concern"), TextBlock("cases.result")
        self.tasks, self.done = TaskBox("cases.tasks"), TaskBox("cases.done")
        self._add_task = self.tasks.add_button("add")
        self.notes, self.related = NoteBox("cases.notes"), LineBox("cases.related")
        self.documents = DocumentsBox("cases.documents")
        self.people, self.history = LineBox("cases.people"), History("cases.history")
        overview = (self.facts, self.concern, self.result, self.tasks, self.people, self.related)
        self.detail.add_tab("overview", reading("cases.overview", *overview))
        self.detail.add_tab("course", reading("cases.course", self.notes))
        self.detail.add_tab("documents", reading("cases.files", self.documents))
        self.detail.add_tab("done", reading("cases.ticked", self.done))
        self.detail.add_tab("history", reading("cases.past", self.history))
        self._states = self._state_menu(detail)
        self._known = ValueWords()
        for part in (self.detail, self.facts, self.people, self.related):
            part.link_wanted.connect(self.link_wanted)
        self._add_task.clicked.connect(self.task_wanted)

    def show(self, view: CaseView, known: ValueWords, now: datetime) -> None:
        """Show a case."""
        card, today = view.card, local_date(now)
        crumbs = [Crumb(card.number)]
        if card.organisation_id:
            crumbs.insert(0, Crumb(card.body, "organisation", card.organisation_id))
        self.detail.set_crumb(crumbs)
        self.detail.set_title(card.subject, "subject", self.tr("Subject"))
        self.facts.set_facts(self._facts(card, known, now))
        self.concern.set_text(self.tr("Concern"), card.concern, "concern")
        self.result.set_text(self.tr("Result"), card.result, "result")
        self.tasks.show_tasks(view.open_tasks, known, today, self.tr("Nothing is owed."))
        self.done.show_tasks(view.done_tasks, known, today, self.tr("Nothing is ticked off yet."))
        self.notes.show_notes(view.notes, known, now, self.tr("No call, mail or visit noted yet."))
        self._show_links(card)
        self.detail.set_tab("course", self.tr("Course"), len(view.notes))
        self.detail.set_tab("done", self.tr("Done"), len(view.done_tasks))
        self._name_state(known.of(words.STATE, card.state))
        self._offer_states(known, card.state)
        self.detail.show_content()

    @Slot(int)
    def count_documents(self, count: int) -> None:
        """Say in the tab how many documents there are."""
        self.detail.set_tab("documents", self.tr("Documents"), count)

    def show_history(self, rows: "Sequence[HistoryRow]", language: str, now: datetime) -> None:
        """Show what was changed."""
        lines = record_history.lines(rows, words.FIELDS, self._known, language, now)
        self.history.set_rows(lines, self.tr("Nothing has been changed yet."))

    def retranslate(self) -> None:
        """Set the texts that do not depend on a case."""
        name_button(self.note, self.tr("Note"))
        name_button(self.edit, self.tr("Edit"), "Ctrl+E")
        name_button(self.print, self.tr("Briefing pack"), "Ctrl+P")
        self._add_task.setText(self.tr("Add follow-up"))
        self.detail.set_tab("overview", self.tr("Overview"))
        self.detail.set_tab("course", self.tr("Course"))
        self.detail.set_tab("documents", self.tr("Documents"))
        self.detail.set_tab("done", self.tr("Done"))
        self.detail.set_tab("history", self.tr("Changes"))
        self.tasks.set_heading(self.tr("Follow-ups and promises"))
        self.done.set_heading(self.tr("Ticked off"))
        self.notes.set_heading(self.tr("Course"))
        self.people.set_heading(self.tr("People"))
        self.related.set_heading(self.tr("Related cases"))
        self.history.set_heading(self.tr("Changes"))

    def _facts(self, card: CaseCard, known: ValueWords, now: datetime) -> list[Fact]:
        day = formats.current().day
        self._known = known
        due = words.due(card.next_due_on, local_date(now))
        place = " · ".join(
            part for part in (card.body_district, known.of(words.LAND, card.body_state)) if part
        )
        facts = [
            Fact(
                self.tr("State"),
                known.of(words.STATE, card.state),
                chip=words.CHIPS.get(card.state, "open"),
                field="state",
            ),
            Fact(self.tr("Next follow-up"), due),
            Fact(self.tr("Received on"), day(card.received_on), field="received_on"),
            Fact(
                self.tr("Body"), card.body, "organisation", card.organisation_id or 0, field="organisation_id"
            ),
            Fact(self.tr("District and state"), place),
            Fact(self.tr("Model project"), card.project, "project", card.project_id or 0, field="project_id"),
            Fact(self.tr("Form of advice"), known.of(words.FORM, card.advice_form), field="advice_form"),
            Fact(self.tr("Received by"), known.of(words.CHANNEL, card.channel), field="channel"),
            Fact(self.tr("Priority"), known.of(words.PRIORITY, card.priority), field="priority"),
            Fact(self.tr("Lead adviser"), card.lead, field="lead_id"),
            Fact(self.tr("Deputy"), card.deputy, field="deputy_id"),
            Fact(self.tr("Place of the papers"), card.file_place, field="file_place"),
        ]
        if card.closed_on:
            facts.append(Fact(self.tr("Closed on"), day(card.closed_on)))
        if card.filed_on:
            facts.append(Fact(self.tr("Filed on"), day(card.filed_on)))
        themes = known.of_many(words.THEME, card.themes)
        facts.append(Fact(self.tr("Themes"), themes, wide=True, field="themes"))
        guidelines = known.of_many(words.GUIDELINE, card.guidelines)
        facts.append(Fact(self.tr("Charter guidelines"), guidelines, wide=True, field="guidelines"))
        return facts

    def _show_links(self, card: CaseCard) -> None:
        self.people.set_lines(
            [Line(one.name, one.role, "user", "person", one.person_id) for one in card.people],
            self.tr("No person is named."),
        )
        self.related.set_lines(
            [
                Line(f"{one.body}: {one.subject}", one.number, "link", "advisory_case", one.id)
                for one in card.related
            ]
        )
        self.related.setVisible(bool(card.related))

    def _state_menu(self, parent: QWidget) -> dict[CaseState, QAction]:
        menu = QMenu(parent)
        menu.setObjectName("cases.state_menu")
        actions: dict[CaseState, QAction] = {}
        for state in CaseState:
            action = QAction(menu)
            action.setCheckable(True)
            action.setData(state.value)
            action.triggered.connect(self._on_state)
            menu.addAction(action)
            actions[state] = action
        assert isinstance(self.state, QToolButton)
        self.state.setMenu(menu)
        self.state.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return actions

    def _offer_states(self, known: ValueWords, present: str) -> None:
        for state, action in self._states.items():
            action.setText(known.of(words.STATE, state.value))
            action.setChecked(state.value == present)

    def _name_state(self, label: str) -> None:
        name_button(self.state, self.tr("Change state (now: {0})").format(label), icon_only=True)

    @Slot()
    def _on_state(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.state_wanted.emit(CaseState(action.data()))
