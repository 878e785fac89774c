"""The read view of a project, in the order advisers know from the programme's own profiles."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from kts_desktop.services import loose_dates
from kts_desktop.services.project_parts import FundingRow, MemberRow, MilestoneRow, PhaseRow
from kts_desktop.services.projects import ProjectCard
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.facts import NOTHING, Box, Fact, Facts, Line, LineBox, TextBlock, reading
from kts_desktop.ui.kit.history import History, HistoryLine
from kts_desktop.ui.projects import boxes
from kts_desktop.ui.projects.timeline import Bar, Stone, TimeLine
from kts_desktop.ui.projects.words import (
    CATEGORY,
    FIELD,
    FORM,
    FUNDING,
    MILESTONE,
    PHASE,
    PHASE_CHIPS,
    ROLE,
    STATE,
    Words,
    area,
    cohort,
    population,
    span,
)

TABS = ("overview", "measures", "cases", "people", "events", "history")
PARTS = ("project_member", "milestone", "funding", "measure")


class ProjectReading(QObject):
    """Shows one project in a detail pane; says which link was followed and which part is to be added."""

    link_wanted = Signal(str, int)
    part_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.detail = Detail("projects", parent)
        self.edit = self.detail.add_action("edit", "pencil")
        self.new_case = self.detail.add_action("new_case", "folder-kanban")
        self.print = self.detail.add_action("print", "printer")
        self.delete = self.detail.add_action("delete", "trash-2", flat=True)
        self._facts = Facts("projects.facts", 3)
        self._line_card = Box("projects.phases")
        self._line, self._phase_note = TimeLine("projects.timeline"), TextBlock("projects.phase_note")
        texts = ("vision", "strategy", "remark", "source")
        self._texts = {key: TextBlock(f"projects.{key}") for key in texts}
        self._boxes = {
            key: LineBox(f"projects.{key}")
            for key in ("members", "milestones", "fundings", "measures", "cases", "people", "events")
        }
        self.history = History("projects.history")
        self._adders: dict[QAbstractButton, str] = {}
        self._lay_out()
        self.retranslate()

    def show_card(self, card: ProjectCard, words: Words, today: date) -> None:
        """Show everything about a project."""
        self.detail.set_crumb(
            [Crumb(part) for part in (cohort(card.cohort), words.of(FORM, card.form), card.number) if part]
        )
        title = f"{card.title} – {card.project_name}" if card.project_name else card.title
        self.detail.set_title(title, "title", self.tr("Title"))
        self._facts.set_facts(self._facts_of(card, words))
        self._show_line(card, words, today)
        self._texts["vision"].set_text(self.tr("Vision"), card.vision, "vision")
        self._texts["strategy"].set_text(self.tr("Strategy"), card.strategy, "strategy")
        self._texts["remark"].set_text(self.tr("Remarks"), card.remark, "remark")
        self._texts["source"].set_text(self.tr("Sources"), card.source.replace(" ", "\n"))
        self._show_parts(card, words)
        self._show_related(card, words)
        self.detail.show_content()

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        """Show what was changed."""
        self.history.set_rows(lines, self.tr("Nothing has been changed yet."))

    def retranslate(self) -> None:
        """Set the texts that do not hang on the project shown."""
        name_button(self.edit, self.tr("Edit"), "Ctrl+E")
        name_button(self.new_case, self.tr("New case"))
        name_button(self.print, self.tr("Print"), "Ctrl+P")
        name_button(self.delete, self.tr("Delete"), "Del", icon_only=True)
        texts = {
            "project_member": self.tr("Members …"),
            "milestone": self.tr("Add milestone"),
            "funding": self.tr("Add amount"),
            "measure": self.tr("Add measure"),
        }
        for button, key in self._adders.items():
            button.setText(texts[key])
            button.setAccessibleName(texts[key])
        self._line_card.set_heading(self.tr("Phases"))
        headings = {
            "members": self.tr("Members"),
            "milestones": self.tr("Milestones"),
            "fundings": self.tr("Funding"),
            "measures": self.tr("Measures"),
            "cases": self.tr("Cases"),
            "people": self.tr("People"),
            "events": self.tr("Events"),
        }
        for key, box in self._boxes.items():
            box.set_heading(headings[key])
        self.history.set_heading(self.tr("History"))
        self._name_tabs({})
        self.detail.set_placeholder(
            self.tr("No project chosen"), self.tr("Choose a model project from the list.")
        )

    def _lay_out(self) -> None:
        self._line_card.body.addWidget(self._line)
        self._line_card.body.addWidget(self._phase_note)
        for key, part in zip(("members", "milestones", "fundings", "measures"), PARTS, strict=True):
            button = self._boxes[key].add_button(part)
            button.clicked.connect(self._on_add)
            self._adders[button] = part
        overview = (
            self._facts,
            self._line_card,
            self._texts["vision"],
            self._texts["strategy"],
            self._boxes["members"],
            self._boxes["milestones"],
            self._boxes["fundings"],
            self._texts["remark"],
            self._texts["source"],
        )
        for key in TABS:
            parts = {"overview": overview, "history": (self.history,)}.get(key) or (self._boxes[key],)
            self.detail.add_tab(key, reading(f"projects.{key}_view", *parts))
        self._facts.link_wanted.connect(self.link_wanted)
        for box in self._boxes.values():
            box.link_wanted.connect(self.link_wanted)
        self.detail.link_wanted.connect(self.link_wanted)

    def _facts_of(self, card: ProjectCard, words: Words) -> list[Fact]:
        people = population(card.population, card.population_as_of, card.population_source)
        running = words.running(card.running)
        chip = PHASE_CHIPS.get(card.running[0], "plain") if card.running else ""
        facts = [
            Fact(self.tr("State"), words.of_many(STATE, card.state.split()) or NOTHING, field="state"),
            Fact(self.tr("Population"), people or NOTHING, field="population"),
            Fact(self.tr("Size category"), words.of(CATEGORY, card.category) or NOTHING, field="category"),
            Fact(self.tr("Area"), area(card.area_ha)),
            Fact(self.tr("Phase today"), running or self.tr("not known"), chip=chip),
            Fact(self.tr("Fields"), words.of_many(FIELD, card.fields), field="fields"),
            Fact(self.tr("Working title"), card.working_title, field="working_title"),
            Fact(self.tr("Entry"), card.entry, field="entry"),
            Fact(self.tr("Website"), card.website, field="website"),
        ]
        contact = card.people[0] if card.people else None
        if contact is not None:
            told = ", ".join(part for part in (contact.name, contact.function) if part)
            facts.append(Fact(self.tr("Contact"), told, "person", contact.id))
        return [fact for fact in facts if fact.text]

    def _show_line(self, card: ProjectCard, words: Words, today: date) -> None:
        bars = [
            Bar(
                label=words.of(PHASE, phase.phase),
                dates=span(phase.starts, phase.ends),
                first=loose_dates.first_day(phase.starts) if phase.starts else None,
                last=loose_dates.last_day(phase.ends) if phase.ends else None,
                chip=PHASE_CHIPS.get(phase.phase, "plain"),
            )
            for phase in sorted(card.phases, key=_by_order)
        ]
        stones = [
            Stone(label=words.of(MILESTONE, stone.kind), day=day, is_reached=stone.reached_on is not None)
            for stone in card.milestones
            if (day := stone.reached_on or stone.due_on) is not None
        ]
        self._line.show_line(
            bars, stones, today, name=self.tr("Time line of the project"), today_word=self.tr("Today")
        )
        note = card.phase_note or ("" if bars else self.tr("No dates of its phases are known."))
        self._phase_note.set_text(self.tr("Note on the phases"), note, "phase_note")

    def _show_parts(self, card: ProjectCard, words: Words) -> None:
        self._boxes["members"].set_lines(
            [_member_line(member, words) for member in card.members], self.tr("No body takes part yet.")
        )
        self._boxes["milestones"].set_lines(
            [_milestone_line(stone, words, self.tr("due")) for stone in card.milestones],
            self.tr("No milestones yet."),
        )
        self._boxes["fundings"].set_lines(
            list(self._funding_lines(card.fundings, words)), self.tr("No amounts are known.")
        )

    def _funding_lines(self, fundings: Sequence[FundingRow], words: Words) -> Iterator[Line]:
        told = ""
        for row in fundings:
            amount = formats.current().money(row.amount, row.currency)
            aside = self.tr("by notice") if row.is_official else self.tr("according to public statements")
            if row.as_of:
                aside = f"{aside}, {formats.current().day(row.as_of)}"
            yield Line(f"{words.of(FUNDING, row.kind)}: {amount}", aside, "landmark", "funding", row.id)
            note = " · ".join(part for part in (row.remark, row.origin) if part)
            if note and note != told:
                told = note
                yield Line(note)

    def _show_related(self, card: ProjectCard, words: Words) -> None:
        self._boxes["measures"].set_lines(
            boxes.measure_lines(card.measures, words), self.tr("No measures are known yet.")
        )
        self._boxes["cases"].set_lines(
            boxes.case_lines(card.cases, words), self.tr("There is no case on this project yet.")
        )
        self._boxes["people"].set_lines(
            boxes.person_lines(card.people, with_body=True), self.tr("No person of the members is known yet.")
        )
        self._boxes["events"].set_lines(
            boxes.event_lines(card.events), self.tr("The members have taken part in no event yet.")
        )
        counts = {
            "measures": card.measures,
            "cases": card.cases,
            "people": card.people,
            "events": card.events,
        }
        self._name_tabs({key: len(rows) for key, rows in counts.items()})

    def _name_tabs(self, counts: dict[str, int]) -> None:
        names = (
            self.tr("Profile"),
            self.tr("Measures"),
            self.tr("Cases"),
            self.tr("People"),
            self.tr("Events"),
            self.tr("History"),
        )
        for key, name in zip(TABS, names, strict=True):
            self.detail.set_tab(key, name, counts.get(key))

    @Slot()
    def _on_add(self) -> None:
        button = self.sender()
        if isinstance(button, QAbstractButton):
            self.part_wanted.emit(self._adders[button])


def _by_order(phase: PhaseRow) -> tuple[int, str]:
    order = ("funding_period", "strategy")
    return order.index(phase.phase) if phase.phase in order else len(order), phase.starts


def _member_line(member: MemberRow, words: Words) -> Line:
    place = words.place(member.district if member.district != member.name else "", member.state)
    aside = " · ".join(part for part in (words.of(ROLE, member.role), place) if part)
    return Line(member.name, aside, "building-2", "organisation", member.organisation_id)


def _milestone_line(stone: MilestoneRow, words: Words, due: str) -> Line:
    day = formats.current().day
    told = day(stone.reached_on) if stone.reached_on else ""
    if not told and stone.due_on:
        told = f"{due} {day(stone.due_on)}"
    text = ": ".join(part for part in (words.of(MILESTONE, stone.kind), stone.remark) if part)
    return Line(text, told, "flag", "milestone", stone.id)
