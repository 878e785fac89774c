"""The read view of a person: numbers first, then posts, form of address, consents, what they took part in."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kts_desktop.services.consents import ConsentRow
from kts_desktop.services.person_cards import Merged, PersonCard
from kts_desktop.services.posts import PostRow
from kts_desktop.ui.contacts import shared_lines
from kts_desktop.ui.contacts.items import Act, Item, ItemBox
from kts_desktop.ui.contacts.words import PURPOSE, Words, joined, language_name, span
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.facts import Fact, Facts, LineBox, TextBlock, reading
from kts_desktop.ui.kit.history import History, HistoryLine

TABS = ("overview", "cases", "events", "notes", "history")
WAY, ADDRESS = "way", "address"
MENU = ("informed", "restrict", "lift", "compare", "erase")


class PersonReading(QObject):
    """Shows one person in a detail pane; the pane answers its buttons."""

    link_wanted = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.detail = Detail("people", parent)
        self.restore = self.detail.add_action("restore", "archive-restore")
        self.edit = self.detail.add_action("edit", "pencil")
        self.change_post = self.detail.add_action("change_post", "briefcase")
        self.delete = self.detail.add_action("delete", "trash-2", flat=True)
        self.more = self.detail.add_action("more", "ellipsis", flat=True)
        self.menu = QMenu(self.more)
        self.acts = {key: QAction(self.menu) for key in MENU}
        self.facts, self._remark = Facts("people.facts", 3), TextBlock("people.remark")
        self.ways, self.posts = ItemBox("people.ways"), ItemBox("people.posts")
        self.consents = ItemBox("people.consents")
        self.merged = ItemBox("people.merged", can_add=False)
        self._boxes = {key: LineBox(f"people.{key}") for key in ("cases", "events", "notes")}
        self.history = History("people.history")
        self.ways.offer((WAY, ADDRESS))
        self._lay_out()
        self.retranslate()

    def show_card(self, card: PersonCard, words: Words) -> None:
        """Show everything about a person."""
        main = card.present
        crumbs = [Crumb(main.body, "organisation", main.organisation_id)] if main else []
        place = words.place(main.district, main.state, name=main.body) if main else ""
        crumbs += [Crumb(place)] if place else []
        crumbs += [Crumb(text) for text in self._standing(card)]
        self.detail.set_crumb(crumbs)
        self.detail.set_title(card.draft.full)
        self.facts.set_facts(self._facts_of(card))
        self._remark.set_text(self.tr("Remarks"), card.draft.remark, "remark")
        self._show_parts(card, words)
        self._show_lines(card, words)
        self._show_actions(card)
        self.detail.show_content()

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        """Show what was changed."""
        self.history.set_rows(lines, self.tr("Nothing has been changed yet."))

    def retranslate(self) -> None:
        """Set the texts that do not hang on the person shown."""
        name_button(self.restore, self.tr("Restore"))
        name_button(self.edit, self.tr("Edit"), "Ctrl+E")
        name_button(self.change_post, self.tr("Changes post"))
        name_button(self.delete, self.tr("Delete"), "Del", icon_only=True)
        name_button(self.more, self.tr("More actions"), icon_only=True)
        names = {
            "informed": self.tr("Informed today about the data kept"),
            "restrict": self.tr("Restrict processing"),
            "lift": self.tr("Lift the restriction"),
            "compare": self.tr("Compare with another person …"),
            "erase": self.tr("Erase person …"),
        }
        for key, action in self.acts.items():
            action.setText(names[key])
        self.ways.set_texts(self.tr("Contact"), self.tr("Add phone, e-mail or address"))
        self.ways.name_offers((self.tr("Phone, e-mail or website"), self.tr("Postal address")))
        self.posts.set_texts(self.tr("Posts"), self.tr("Add a post"))
        self.consents.set_texts(self.tr("Consents"), self.tr("Record a consent"))
        self.merged.set_texts(self.tr("Merged records"))
        self._boxes["cases"].set_heading(self.tr("Cases"))
        self._boxes["events"].set_heading(self.tr("Events"))
        self._boxes["notes"].set_heading(self.tr("Notes"))
        self.history.set_heading(self.tr("History"))
        self._name_tabs({})
        self.detail.set_placeholder(
            self.tr("No person chosen"), self.tr("Choose a person on the left, or type a few letters.")
        )

    def _lay_out(self) -> None:
        overview = (self.ways, self.posts, self.facts, self._remark, self.consents, self.merged)
        for key in TABS:
            parts: tuple[QWidget, ...]
            if key == "overview":
                parts = overview
            else:
                parts = (self.history,) if key == "history" else (self._boxes[key],)
            self.detail.add_tab(key, reading(f"people.{key}_view", *parts))
        for part in (self.ways, self.posts, self.merged):
            part.link_wanted.connect(self.link_wanted)
        for box in self._boxes.values():
            box.link_wanted.connect(self.link_wanted)
        self.facts.link_wanted.connect(self.link_wanted)
        for key, action in self.acts.items():
            action.setObjectName(f"people.{key}")
            self.menu.addAction(action)
        if isinstance(self.more, QToolButton):
            self.more.setMenu(self.menu)
            self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _standing(self, card: PersonCard) -> list[str]:
        day = formats.current().day
        told = []
        if card.deleted_at is not None:
            told.append(self.tr("in the bin"))
        if card.restricted_at is not None:
            on = day(card.restricted_at.astimezone().date())
            told.append(self.tr("processing restricted since {0}").format(on))
        return told

    def _show_actions(self, card: PersonCard) -> None:
        is_alive = card.deleted_at is None
        self.restore.setVisible(not is_alive)
        for button in (self.edit, self.change_post, self.delete):
            button.setVisible(is_alive)
        for key, action in self.acts.items():
            action.setVisible(is_alive or key == "erase")
        self.acts["restrict"].setVisible(is_alive and card.restricted_at is None)
        self.acts["lift"].setVisible(is_alive and card.restricted_at is not None)
        for box in (self.ways, self.posts, self.consents):
            box.add.setVisible(is_alive)

    def _facts_of(self, card: PersonCard) -> list[Fact]:
        day = formats.current().day
        informed = card.draft.informed_on
        facts = [
            Fact(self.tr("Letter salutation"), card.letter_salutation, field="letter_salutation"),
            Fact(self.tr("Official title"), card.draft.office_title, field="office_title"),
            Fact(self.tr("Language"), language_name(card.draft.language), field="language"),
            Fact(self.tr("Address"), "\n".join(card.address)),
            Fact(self.tr("Pronouns"), card.draft.pronouns, field="pronouns"),
        ]
        told = [fact for fact in facts if fact.text]
        if informed:
            told.append(Fact(self.tr("Informed on"), day(informed), field="informed_on"))
        else:
            told.append(
                Fact(self.tr("Informed on"), self.tr("not informed yet"), chip="wait", field="informed_on")
            )
        return told

    def _show_parts(self, card: PersonCard, words: Words) -> None:
        bodies = {post.id: post.body for post in card.posts} if len(card.posts) > 1 else {}
        self.ways.set_items(
            shared_lines.ways(card.contacts, bodies), self.tr("No phone number and no e-mail is known yet.")
        )
        self.posts.set_items(
            [self._post(post, words) for post in card.posts], self.tr("This person belongs to no body.")
        )
        self.consents.set_items(
            [self._consent(consent, words) for consent in card.consents],
            self.tr("No consent is recorded: name and number are not passed on."),
        )
        self.merged.setVisible(bool(card.merged))
        self.merged.set_items([self._merged(one) for one in card.merged], "")

    def _post(self, post: PostRow, words: Words) -> Item:
        chip = "" if post.is_present else self.tr("former")
        if post.is_present and post.is_primary:
            chip = self.tr("main post")
        place = words.place(post.district, post.state, name=post.body)
        return Item(
            id=post.id,
            text=joined(post.function, post.body, by=", "),
            sub=joined(post.unit, place, span(post.valid_from, post.valid_to)),
            icon="briefcase" if post.is_present else "history",
            kind="organisation",
            target=post.organisation_id,
            chip=chip,
            chip_kind="open" if post.is_present else "plain",
            acts=shared_lines.edit_acts(),
        )

    def _consent(self, consent: ConsentRow, words: Words) -> Item:
        day = formats.current().day
        given = self.tr("given on {0}").format(day(consent.given_on)) if consent.given_on else ""
        ended = consent.withdrawn_on
        gone = self.tr("withdrawn on {0}").format(day(ended)) if ended else ""
        acts = shared_lines.edit_acts()
        if consent.is_in_force:
            acts = (Act(key="withdraw", name=self.tr("Withdrawn today"), icon="ban"), *acts)  # type: ignore[assignment]
        return Item(
            id=consent.id,
            text=words.of(PURPOSE, consent.purpose),
            sub=joined(given, gone, consent.way, consent.wording, consent.proof),
            icon="shield-check" if consent.is_in_force else "ban",
            chip="" if consent.is_in_force else self.tr("withdrawn"),
            chip_kind="due",
            acts=acts,
        )

    def _merged(self, one: Merged) -> Item:
        undo = Act(key="separate", name=self.tr("Undo merge"), icon="undo-2")
        return Item(id=one.id, text=one.name, icon="users", acts=(undo,))

    def _show_lines(self, card: PersonCard, words: Words) -> None:
        lines = {
            "cases": shared_lines.case_lines(card.cases, words),
            "events": shared_lines.visit_lines(card.visits, words),
            "notes": shared_lines.note_lines(card.notes, words),
        }
        nothing = {
            "cases": self.tr("No case names this person yet."),
            "events": self.tr("This person was registered for no event yet."),
            "notes": self.tr("No note names this person yet."),
        }
        for key, box in self._boxes.items():
            box.set_lines(lines[key], nothing[key])
        self._name_tabs({key: len(found) for key, found in lines.items()})

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
