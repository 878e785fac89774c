"""The form of a person, with a hint at who in the office may be the one being typed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services.contact_points import ContactDraft
from kts_desktop.services.persons import PersonDraft
from kts_desktop.services.posts import PostDraft
from kts_desktop.services.salutations import computed_salutation
from kts_desktop.ui.contacts.items import Act, Item, ItemBox
from kts_desktop.ui.contacts.people_presenter import Entry, Suspect
from kts_desktop.ui.contacts.words import SALUTATION, Words, joined, language_name, reasons
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.choosers import Query, SearchField
from kts_desktop.ui.kit.date_fields import DateField
from kts_desktop.ui.kit.fields import ChoiceField, LongTextField, PhoneField, TextField
from kts_desktop.ui.kit.form import Form

_PAUSE = 250  # milliseconds after the last letter before duplicates are looked for
_NAME = ("salutation", "degree", "given_name", "family_name")
_MORE = ("name_prefix", "name_suffix", "office_title", "letter_salutation", "language", "pronouns")
_PERSON = (*_NAME, *_MORE, "informed_on", "remark")


class PersonForm(Form):
    """Takes a person's names and, for a new one, the post and the numbers too."""

    suspects_due = Signal()
    other_wanted = Signal(int)  # open this person instead

    def __init__(self, words: Words, bodies: Query, clock: Clock, person_id: int, parent: QWidget) -> None:
        super().__init__("people.form", parent)
        self.person_id = person_id
        self._words = words
        self.hint = ItemBox("people.hint", self, can_add=False)
        self.hint.setVisible(False)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self.hint)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self.suspects_due)
        self._add_fields(bodies, clock)
        self._label_fields()
        self.changed.connect(self._on_typed)
        self.hint.act_wanted.connect(self._on_act)
        self.hint.link_wanted.connect(self._on_act)

    def show_draft(self, draft: PersonDraft) -> None:
        """Fill in what is known."""
        self.set_values({key: getattr(draft, key) for key in _PERSON})
        self._wait.stop()
        self._show_salutation()

    def person(self) -> PersonDraft:
        """Return the person as typed."""
        values = self.values()
        return PersonDraft(**{key: values[key] for key in _PERSON})

    def entry(self) -> Entry:
        """Return all that is to be saved."""
        if self.person_id:
            return Entry(draft=self.person(), person_id=self.person_id)
        values = self.values()
        post = None
        if values["organisation_id"] is not None:
            post = PostDraft(
                organisation_id=values["organisation_id"], function=values["function"], unit=values["unit"]
            )
        return Entry(draft=self.person(), post=post, contacts=tuple(self._ways(values)))

    def reach(self) -> tuple[list[str], list[str]]:
        """Return the addresses and the numbers as typed."""
        values = self.values()
        mails = [values["email"]] if values.get("email") else []
        return mails, [values[key] for key in ("phone", "mobile") if values.get(key)]

    def show_suspects(self, suspects: Sequence[Suspect]) -> None:
        """Say who in the office may be the one being typed."""
        self.hint.set_texts(self.tr("Perhaps already in the office"))
        self.hint.set_items([self._suspect(one) for one in suspects], "")
        if suspects and not self.hint.isVisible():
            announce(self, self.tr("Perhaps already in the office"))
        self.hint.setVisible(bool(suspects))

    def _suspect(self, suspect: Suspect) -> Item:
        row = suspect.row
        place = self._words.place(row.district, row.state, name=row.body, country=row.country)
        return Item(
            id=row.id,
            text=row.name,
            sub=joined(row.function, row.body, place, reasons(suspect.candidate.reasons)),
            icon="user",
            kind="person",
            acts=(Act(key="open", name=self.tr("Open this instead"), icon="arrow-right", is_worded=True),),
        )

    def _add_fields(self, bodies: Query, clock: Clock) -> None:
        self.add("salutation", ChoiceField(self._words.choices(SALUTATION)))
        self.add("degree", TextField(limit=60))
        self.add("given_name", TextField(limit=120))
        self.add("family_name", TextField(limit=120), required=True)
        if not self.person_id:
            self.add_section("post")
            self.add("organisation_id", SearchField(bodies))
            self.add("function", TextField(limit=200))
            self.add("unit", TextField(limit=200))
            self.add("phone", PhoneField())
            self.add("mobile", PhoneField())
            self.add("email", TextField(limit=200))
        self.add_section("more")
        for key in ("name_prefix", "name_suffix", "office_title", "letter_salutation"):
            self.add(key, TextField(limit=120))
        self.add("language", ChoiceField([(code, language_name(code)) for code in ("de", "en")]))
        self.add("pronouns", TextField(limit=60))
        self.add("informed_on", DateField(clock=clock))
        self.add("remark", LongTextField(lines=4), wide=True)

    def _label_fields(self) -> None:
        labels = {
            "salutation": self.tr("Salutation"),
            "degree": self.tr("Academic degree"),
            "given_name": self.tr("First name"),
            "family_name": self.tr("Surname"),
            "more": self.tr("Letters and data protection"),
            "name_prefix": self.tr("Name prefix"),
            "name_suffix": self.tr("Name suffix"),
            "office_title": self.tr("Official title"),
            "letter_salutation": self.tr("Letter salutation"),
            "language": self.tr("Language of letters"),
            "pronouns": self.tr("Pronouns"),
            "informed_on": self.tr("Informed on"),
            "remark": self.tr("Remarks"),
        }
        helps = {
            "name_prefix": self.tr("von, zu, van der"),
            "office_title": self.tr("As it stands in an address: Oberbürgermeisterin, Landrat"),
            "informed_on": self.tr("When the person was told what is kept about them"),
        }
        if not self.person_id:
            labels |= {
                "post": self.tr("Post and contact"),
                "organisation_id": self.tr("Body"),
                "function": self.tr("Function"),
                "unit": self.tr("Organisational unit"),
                "phone": self.tr("Phone"),
                "mobile": self.tr("Mobile phone"),
                "email": self.tr("E-mail"),
            }
            helps["phone"] = self.tr("Kept as typed: 030/1234-0 (switchboard)")
        self.set_labels(labels, helps)
        self._show_salutation()

    def _show_salutation(self) -> None:
        computed = computed_salutation(self.person())
        self.grid.set_helps({"letter_salutation": self.tr("Without an entry: {0}").format(computed)})

    def _ways(self, values: dict[str, Any]) -> list[ContactDraft]:
        kinds = {"phone": ContactKind.PHONE, "mobile": ContactKind.MOBILE, "email": ContactKind.EMAIL}
        return [
            ContactDraft(kind=kind, value=values[key]) for key, kind in kinds.items() if values[key].strip()
        ]

    @Slot()
    def _on_typed(self) -> None:
        self._show_salutation()
        self._wait.start()

    @Slot()
    def _on_act(self, *wanted: object) -> None:
        person_id = wanted[-1]
        assert isinstance(person_id, int)
        self.other_wanted.emit(person_id)
