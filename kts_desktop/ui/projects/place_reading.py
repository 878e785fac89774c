"""The read view of a place: what the directory tells, and what the office has on it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kts_desktop.models.vocab import ContactKind
from kts_desktop.services.contact_points import ContactLine
from kts_desktop.services.networks import MembershipRow
from kts_desktop.services.place_cards import KeyRow, PlaceCard
from kts_desktop.services.place_lists import SimilarPlace
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.facts import NOTHING, Fact, Facts, Line, LineBox, TextBlock, reading
from kts_desktop.ui.kit.history import History, HistoryLine
from kts_desktop.ui.projects import boxes
from kts_desktop.ui.projects.words import (
    KIND,
    ROLE,
    SIZE,
    STATE,
    Words,
    area,
    cohort,
    inhabitants,
    kilometres,
    population,
)

TABS = ("overview", "people", "cases", "events", "history")
_ICONS = {
    ContactKind.PHONE: "phone",
    ContactKind.MOBILE: "phone",
    ContactKind.FAX: "printer",
    ContactKind.EMAIL: "mail",
    ContactKind.WEB: "globe",
    ContactKind.POSTAL: "map-pin",
}
PLACE = "place"  # the kind of a link to a place that may stand in the directory only


class PlaceReading(QObject):
    """Shows one place in a detail pane; a place of the directory can be taken over."""

    link_wanted = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.detail = Detail("places", parent)
        self.adopt = self.detail.add_action("adopt", "plus")
        self.edit = self.detail.add_action("edit", "pencil")
        self.new_case = self.detail.add_action("new_case", "folder-kanban")
        self.print = self.detail.add_action("print", "printer")
        self.delete = self.detail.add_action("delete", "trash-2", flat=True)
        self._facts = Facts("places.facts", 3)
        self._hint, self._remark = TextBlock("places.hint"), TextBlock("places.remark")
        self._boxes = {
            key: LineBox(f"places.{key}")
            for key in (
                "projects",
                "measures",
                "ways",
                "networks",
                "similar",
                "people",
                "cases",
                "events",
            )
        }
        self.history = History("places.history")
        self._lay_out()
        self.retranslate()

    def show_card(self, card: PlaceCard, words: Words) -> None:
        """Show everything about a place."""
        hit = card.hit
        self.detail.set_crumb([Crumb(words.place(hit.district, hit.state) or words.of(KIND, hit.kind))])
        told = hit.designation and hit.designation not in hit.name
        title = f"{hit.name}, {hit.designation}" if told else hit.name
        self.detail.set_title(title, "name" if hit.is_adopted else "", self.tr("Name"))
        self._facts.set_facts(self._facts_of(card, words))
        self._hint.set_text(self.tr("Directory"), self._hint_of(card))
        self._remark.set_text(self.tr("Remarks"), card.remark, "remark" if hit.is_adopted else "")
        self._show_lines(card, words)
        for button, is_there in (
            (self.adopt, not hit.is_adopted),
            (self.edit, hit.is_adopted),
            (self.print, hit.is_adopted),
            (self.delete, hit.is_adopted),
        ):
            button.setVisible(is_there)
        for number, key in enumerate(TABS):
            self.detail.tabs.setTabVisible(number, hit.is_adopted or key == "overview")
        self.detail.show_content()

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        """Show what was changed."""
        self.history.set_rows(lines, self.tr("Nothing has been changed yet."))

    def retranslate(self) -> None:
        """Set the texts that do not hang on the place shown."""
        name_button(self.adopt, self.tr("Take into the office"))
        name_button(self.edit, self.tr("Edit"), "Ctrl+E")
        name_button(self.new_case, self.tr("Open a case"))
        name_button(self.print, self.tr("Print"), "Ctrl+P")
        name_button(self.delete, self.tr("Delete"), "Del", icon_only=True)
        headings = {
            "projects": self.tr("Model project"),
            "measures": self.tr("Measures"),
            "ways": self.tr("Contact"),
            "networks": self.tr("Networks"),
            "similar": self.tr("Model projects of the same size"),
            "people": self.tr("People"),
            "cases": self.tr("Cases"),
            "events": self.tr("Events"),
        }
        for key, box in self._boxes.items():
            box.set_heading(headings[key])
        self.history.set_heading(self.tr("History"))
        self._name_tabs({})
        self.detail.set_placeholder(
            self.tr("No place chosen"), self.tr("Choose a municipality, a district or another body.")
        )

    def _lay_out(self) -> None:
        overview = (
            self._facts,
            self._hint,
            *(self._boxes[key] for key in ("projects", "ways", "measures", "networks", "similar")),
            self._remark,
        )
        for key in TABS:
            parts = {"overview": overview, "history": (self.history,)}.get(key) or (self._boxes[key],)
            self.detail.add_tab(key, reading(f"places.{key}_view", *parts))
        self._facts.link_wanted.connect(self.link_wanted)
        for box in self._boxes.values():
            box.link_wanted.connect(self.link_wanted)

    def _facts_of(self, card: PlaceCard, words: Words) -> list[Fact]:
        hit = card.hit
        people = population(hit.population, hit.population_as_of, hit.population_source)
        share = self.tr("90 % (budgetary emergency)") if card.budget_emergency else ""
        facts = [
            Fact(self.tr("State"), words.of(STATE, hit.state) or NOTHING, field="state"),
            Fact(self.tr("Population"), people, field="population"),
            Fact(self.tr("Size class"), words.of(SIZE, card.size)),
            Fact(self.tr("District"), hit.district, field="district"),
            Fact(self.tr("Kind"), words.kind_of(hit), field="body_type"),
            Fact(self.tr("Area"), area(card.area_ha), field="area_ha"),
            *(Fact(key.scheme, _key(key)) for key in card.keys),
            Fact(self.tr("Postcode"), card.postcode),
            Fact(self.tr("Seat"), card.seat, field="seat"),
            Fact(self.tr("Country"), "" if card.country == "DE" else card.country, field="country"),
            Fact(self.tr("Federal share"), share, field="budget_emergency"),
        ]
        told = [fact for fact in facts if fact.text]
        return told if hit.is_adopted else [replace(fact, field="") for fact in told]

    def _hint_of(self, card: PlaceCard) -> str:
        if card.hit.is_adopted:
            return ""
        day = formats.current().day(card.edition) if card.edition else ""
        return self.tr(
            "From the municipality directory as of {0}. The office has nothing on this place yet; "
            "opening a case takes it into the office."
        ).format(day)

    def _show_lines(self, card: PlaceCard, words: Words) -> None:
        lines = {
            "projects": [
                Line(
                    one.title,
                    " · ".join((cohort(one.cohort), words.of(ROLE, one.role))),
                    "folder-kanban",
                    "project",
                    one.id,
                )
                for one in card.projects
            ],
            "measures": boxes.measure_lines(card.measures, words),
            "ways": [_way(way) for way in card.ways],
            "networks": [_membership(one) for one in card.networks],
            "similar": [_similar(one, words) for one in card.similar],
            "people": boxes.person_lines(card.people, with_body=False),
            "cases": boxes.case_lines(card.cases, words),
            "events": boxes.event_lines(card.events),
        }
        nothing = {
            "people": self.tr("No person of this body is known yet."),
            "cases": self.tr("There is no case on this body yet."),
            "events": self.tr("This body has taken part in no event yet."),
        }
        for key, box in self._boxes.items():
            box.set_lines(lines[key], nothing.get(key, ""))
            box.setVisible(bool(lines[key]) or key in nothing)
        self._name_tabs({key: len(lines[key]) for key in ("people", "cases", "events")})

    def _name_tabs(self, counts: dict[str, int]) -> None:
        names = (
            self.tr("Overview"),
            self.tr("People"),
            self.tr("Cases"),
            self.tr("Events"),
            self.tr("History"),
        )
        for key, name in zip(TABS, names, strict=True):
            self.detail.set_tab(key, name, counts.get(key))


def _key(key: KeyRow) -> str:
    if key.valid_to is None:
        return key.value
    ended = f"{key.value} († {formats.current().day(key.valid_to)})"
    return f"{ended} → {key.successor}" if key.successor else ended


def _way(way: ContactLine) -> Line:
    return Line(way.shown, way.label, _ICONS.get(way.kind, "link"))


def _membership(one: MembershipRow) -> Line:
    text = f"{one.network} ({one.person})" if one.person else one.network
    return Line(text, " · ".join(part for part in (one.role, one.group) if part), "network")


def _similar(place: SimilarPlace, words: Words) -> Line:
    hit = place.hit
    told = (words.of(STATE, hit.state), inhabitants(hit.population), kilometres(place.distance_km))
    return Line(hit.name, " · ".join(part for part in told if part), "building-2", PLACE, hit.token)
