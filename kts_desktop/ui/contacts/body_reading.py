"""The read view of a body: how to reach it, its people, keys, cases, events and notes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kts_desktop.services.countries import HOME, country_name
from kts_desktop.services.organisation_cards import BodyLink, KeyLine, Member, OrganisationCard
from kts_desktop.ui.contacts import shared_lines
from kts_desktop.ui.contacts.items import Item, ItemBox
from kts_desktop.ui.contacts.person_reading import ADDRESS, WAY
from kts_desktop.ui.contacts.words import (
    BODY_TYPE,
    KIND,
    SIZE,
    STATE,
    Words,
    is_municipal,
    joined,
    population,
    span,
)
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.facts import Fact, Facts, Line, LineBox, TextBlock, reading
from kts_desktop.ui.kit.history import History, HistoryLine

TABS = ("overview", "cases", "events", "notes", "history")


class BodyReading(QObject):
    """Shows one body in a detail pane; the pane answers its buttons."""

    link_wanted = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.detail = Detail("bodies", parent)
        self.restore = self.detail.add_action("restore", "archive-restore")
        self.profile = self.detail.add_action("profile", "map-pin")
        self.edit = self.detail.add_action("edit", "pencil")
        self.print = self.detail.add_action("print", "printer")
        self.delete = self.detail.add_action("delete", "trash-2", flat=True)
        self.facts, self._remark = Facts("bodies.facts", 3), TextBlock("bodies.remark")
        self.ways, self.people = ItemBox("bodies.ways"), ItemBox("bodies.people")
        self.keys = ItemBox("bodies.keys")
        self._boxes = {
            key: LineBox(f"bodies.{key}") for key in ("below", "networks", "cases", "events", "notes")
        }
        self.history = History("bodies.history")
        self.ways.offer((WAY, ADDRESS))
        self._lay_out()
        self.retranslate()

    def show_card(self, card: OrganisationCard, words: Words, language: str) -> None:
        """Show everything about a body."""
        draft = card.draft
        crumbs = [Crumb(words.of(KIND, draft.kind))]
        place = words.place(draft.district, draft.state, name=draft.name)
        crumbs += [Crumb(place)] if place else []
        crumbs += [Crumb(self.tr("in the bin"))] if card.deleted_at is not None else []
        self.detail.set_crumb(crumbs)
        told = draft.designation and draft.designation not in draft.name
        title = f"{draft.name}, {draft.designation}" if told else draft.name
        self.detail.set_title(title, "name", self.tr("Name"))
        self.facts.set_facts(self._facts_of(card, words, language))
        self._remark.set_text(self.tr("Remarks"), draft.remark, "remark")
        self.ways.set_items(
            shared_lines.ways(card.contacts, {}), self.tr("No phone number and no address is known yet.")
        )
        self.people.set_items([self._member(one) for one in card.people], self.tr("No person is known yet."))
        self.keys.set_items([self._key(key) for key in card.keys], self.tr("This body has no official key."))
        self._show_lines(card, words)
        self._show_actions(card)
        self.detail.show_content()

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        """Show what was changed."""
        self.history.set_rows(lines, self.tr("Nothing has been changed yet."))

    def retranslate(self) -> None:
        """Set the texts that do not hang on the body shown."""
        name_button(self.restore, self.tr("Restore"))
        name_button(self.profile, self.tr("Profile"))
        name_button(self.edit, self.tr("Edit"), "Ctrl+E")
        name_button(self.print, self.tr("Print"), "Ctrl+P")
        name_button(self.delete, self.tr("Delete"), "Del", icon_only=True)
        self.ways.set_texts(self.tr("Contact"), self.tr("Add phone, e-mail or address"))
        self.ways.name_offers((self.tr("Phone, e-mail or website"), self.tr("Postal address")))
        self.people.set_texts(self.tr("People"), self.tr("Add a person"))
        self.keys.set_texts(self.tr("Official keys"), self.tr("Add a key"))
        headings = {
            "below": self.tr("Belonging to it"),
            "networks": self.tr("Networks"),
            "cases": self.tr("Cases"),
            "events": self.tr("Events"),
            "notes": self.tr("Notes"),
        }
        for key, box in self._boxes.items():
            box.set_heading(headings[key])
        self.history.set_heading(self.tr("History"))
        self._name_tabs({})
        self.detail.set_placeholder(
            self.tr("No body chosen"), self.tr("Choose a body on the left, or type a few letters.")
        )

    def _lay_out(self) -> None:
        overview = (
            self.ways,
            self.people,
            self.facts,
            self._remark,
            self._boxes["below"],
            self._boxes["networks"],
            self.keys,
        )
        for key in TABS:
            parts: tuple[QWidget, ...]
            if key == "overview":
                parts = overview
            else:
                parts = (self.history,) if key == "history" else (self._boxes[key],)
            self.detail.add_tab(key, reading(f"bodies.{key}_view", *parts))
        for part in (self.ways, self.people):
            part.link_wanted.connect(self.link_wanted)
        for box in self._boxes.values():
            box.link_wanted.connect(self.link_wanted)
        self.facts.link_wanted.connect(self.link_wanted)

    def _show_actions(self, card: OrganisationCard) -> None:
        is_alive = card.deleted_at is None
        self.restore.setVisible(not is_alive)
        self.profile.setVisible(is_alive and is_municipal(card.draft.kind))
        for button in (self.edit, self.print, self.delete):
            button.setVisible(is_alive)
        for box in (self.ways, self.people, self.keys):
            box.add.setVisible(is_alive)

    def _facts_of(self, card: OrganisationCard, words: Words, language: str) -> list[Fact]:
        draft = card.draft
        people = population(draft.population, draft.population_as_of, draft.population_source)
        abroad = country_name(draft.country, language) if draft.country not in ("", HOME) else ""
        facts = [
            Fact(self.tr("Kind"), words.of(KIND, draft.kind), field="kind"),
            Fact(self.tr("Type of body"), words.of(BODY_TYPE, draft.body_type), field="body_type"),
            Fact(self.tr("Short name"), draft.short_name, field="short_name"),
            Fact(self.tr("State"), words.of(STATE, draft.state), field="state"),
            Fact(
                self.tr("District"), "" if draft.district == draft.name else draft.district, field="district"
            ),
            Fact(self.tr("Country"), abroad, field="country"),
            Fact(self.tr("Population"), people, field="population"),
            Fact(self.tr("Size class"), words.of(SIZE, card.size)),
            Fact(self.tr("Seat"), draft.seat, field="seat"),
            self._parent(card.parent),
        ]
        return [fact for fact in facts if fact.text]

    def _parent(self, parent: BodyLink | None) -> Fact:
        if parent is None:
            return Fact(self.tr("Parent body"), "", field="parent_id")
        return Fact(self.tr("Parent body"), parent.name, "organisation", parent.id, field="parent_id")

    def _member(self, member: Member) -> Item:
        post, person = member.post, member.person
        return Item(
            id=post.id,
            text=person.name,
            sub=joined(
                post.function, post.unit, person.phone or person.mail, span(post.valid_from, post.valid_to)
            ),
            icon="user" if post.is_present else "history",
            kind="person",
            target=person.id,
            chip="" if post.is_present else self.tr("former"),
        )

    def _key(self, key: KeyLine) -> Item:
        ended = key.valid_to is not None
        successor = self.tr("successor {0}").format(key.successor) if key.successor else ""
        return Item(
            id=key.id,
            text=f"{key.scheme.value} {key.value}",
            sub=joined(span(key.valid_from, key.valid_to), successor),
            icon="key-round",
            chip=self.tr("ended") if ended else "",
            acts=shared_lines.edit_acts(),
        )

    def _show_lines(self, card: OrganisationCard, words: Words) -> None:
        lines = {
            "below": [Line(one.name, "", "building-2", "organisation", one.id) for one in card.below],
            "networks": [
                Line(joined(one.network, one.person), joined(one.role, one.group), "network")
                for one in card.networks
            ],
            "cases": shared_lines.case_lines(card.cases, words),
            "events": shared_lines.event_lines(card.events),
            "notes": shared_lines.note_lines(card.notes, words),
        }
        nothing = {
            "cases": self.tr("There is no case on this body yet."),
            "events": self.tr("This body has taken part in no event yet."),
            "notes": self.tr("There is no note on this body yet."),
        }
        for key, box in self._boxes.items():
            box.set_lines(lines[key], nothing.get(key, ""))
            box.setVisible(bool(lines[key]) or key in nothing)
        self._name_tabs({key: len(lines[key]) for key in nothing})

    def _name_tabs(self, counts: dict[str, int]) -> None:
        names = (
            self.tr("Overview"),
            self.tr("Cases"),
            self.tr("Events"),
            self.tr("Notes"),
            self.tr("History"),
        )
        for key, name in zip(TABS, names, strict=True):
            self.detail.set_tab(key, name, counts.get(key))
