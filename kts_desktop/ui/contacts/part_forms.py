"""Small forms in dialogs: a post, a way to reach somebody, a consent, a key; and the form of a body."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.core.errors import UserFacingError
from kts_desktop.models.vocab import ContactKind, KeyScheme
from kts_desktop.services.consents import ConsentDraft
from kts_desktop.services.contact_points import ContactDraft
from kts_desktop.services.countries import countries
from kts_desktop.services.organisations import KeyDraft, OrganisationDraft
from kts_desktop.services.posts import PostDraft
from kts_desktop.ui.contacts.words import BODY_TYPE, KIND, PURPOSE, STATE, Words, way_name
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.choosers import Hit, Query, SearchField
from kts_desktop.ui.kit.date_fields import DateField
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.fields import CheckField, ChoiceField, LongTextField, NumberField, TextField
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.measure import sized, spaced

NOTHING = "–"
POST, WAY, CONSENT, KEY = "post", "way", "consent", "key"


class FormDialog(Dialog):
    """A form in a dialog, about the part ``part_id`` (0: a new one); stays open until it was saved."""

    saved = Signal()

    def __init__(self, heading: str, form: Form, key: str, part_id: int, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.setObjectName(f"contacts.{key}_dialog")
        self.form, self.key, self.part_id = form, key, part_id
        form.setParent(self)
        inner = form.layout()
        if inner is not None:
            spaced(inner, (0, 0, 0, 0), 12)
        self.body.addWidget(form)
        sized(self, min_width=560)
        form.saved.connect(self.saved)
        form.discarded.connect(self.reject)

    def follow(self, ticket: Ticket) -> None:
        """Close once the writing is done; a refusal is shown by ``show_error``."""
        ticket.succeeded.connect(self._on_done)

    def show_error(self, error: UserFacingError) -> None:
        """Show a refusal at its field."""
        self.form.show_error(error)

    @Slot(object)
    def _on_done(self, _value: object) -> None:
        self.accept()


def post_form(bodies: Query, clock: Clock, parent: QWidget, *, with_end: bool = True) -> Form:
    """Return a form for a post; without ``with_end`` it is one that begins."""
    form = Form("contacts.post_form", parent)
    form.add("organisation_id", SearchField(bodies), required=True, wide=True)
    form.add("function", TextField(limit=200))
    form.add("unit", TextField(limit=200))
    form.add("valid_from", DateField(clock=clock), required=not with_end)
    labels = {
        "organisation_id": QCoreApplication.translate("contacts", "Body"),
        "function": QCoreApplication.translate("contacts", "Function"),
        "unit": QCoreApplication.translate("contacts", "Organisational unit"),
        "valid_from": QCoreApplication.translate("contacts", "First day"),
    }
    if with_end:
        form.add("valid_to", DateField(clock=clock))
        form.add("is_primary", CheckField())
        labels["valid_to"] = QCoreApplication.translate("contacts", "Last day")
        labels["is_primary"] = QCoreApplication.translate("contacts", "Main post")
    form.set_labels(labels)
    return form


def post_values(draft: PostDraft, body: str) -> dict[str, Any]:
    """Return what the form shows of a post."""
    chosen = None if draft.organisation_id is None else Hit(draft.organisation_id, body)
    values = {field.name: getattr(draft, field.name) for field in fields(PostDraft)}
    return {**values, "organisation_id": chosen}


def post_draft(values: dict[str, Any]) -> PostDraft:
    """Return the post that a form holds."""
    return PostDraft(**values)


def way_form(parent: QWidget) -> Form:
    """Return a form for a number, a mail address or a website."""
    form = Form("contacts.way_form", parent)
    kinds = [(kind.value, way_name(kind)) for kind in ContactKind if kind is not ContactKind.POSTAL]
    form.add("kind", ChoiceField(kinds), required=True)
    form.add("value", TextField(limit=300), required=True)
    form.add("label", TextField(limit=200), wide=True)
    form.add("preferred", CheckField(), wide=True)
    form.set_labels(
        {
            "kind": QCoreApplication.translate("contacts", "Kind"),
            "value": QCoreApplication.translate("contacts", "Number or address"),
            "label": QCoreApplication.translate("contacts", "Label"),
            "preferred": QCoreApplication.translate("contacts", "Preferred"),
        },
        {
            "value": QCoreApplication.translate("contacts", "Phone numbers are kept as typed."),
            "label": QCoreApplication.translate("contacts", "Front office, extension, Wednesdays only"),
        },
    )
    return form


def address_form(parent: QWidget, language: str) -> Form:
    """Return a form for a postal address."""
    form = Form("contacts.address_form", parent)
    form.add("street", TextField(limit=200), wide=True)
    form.add("postcode", TextField(limit=20))
    form.add("city", TextField(limit=120), required=True)
    form.add("country", ChoiceField(countries(language), nothing=NOTHING))
    form.add("label", TextField(limit=200))
    form.add("preferred", CheckField(), wide=True)
    form.set_labels(
        {
            "street": QCoreApplication.translate("contacts", "Street or PO box"),
            "postcode": QCoreApplication.translate("contacts", "Postcode"),
            "city": QCoreApplication.translate("contacts", "Town"),
            "country": QCoreApplication.translate("contacts", "Country"),
            "label": QCoreApplication.translate("contacts", "Label"),
            "preferred": QCoreApplication.translate("contacts", "Preferred"),
        }
    )
    return form


def way_values(draft: ContactDraft) -> dict[str, Any]:
    """Return what the form shows of a way."""
    keys = _ADDRESS if draft.is_address else _WAY
    return {key: getattr(draft, key) for key in keys}


def way_draft(values: dict[str, Any]) -> ContactDraft:
    """Return the way that a form holds; one without a kind is a postal address."""
    return ContactDraft(**{**values, "kind": ContactKind(values.get("kind", ContactKind.POSTAL))})


def consent_form(words: Words, clock: Clock, parent: QWidget) -> Form:
    """Return a form for a consent."""
    form = Form("contacts.consent_form", parent)
    form.add("purpose", ChoiceField(words.choices(PURPOSE)), required=True, wide=True)
    form.add("given_on", DateField(clock=clock), required=True)
    form.add("way", TextField(limit=120))
    form.add("wording", TextField(limit=200))
    form.add("proof", TextField(limit=200))
    form.add("withdrawn_on", DateField(clock=clock))
    form.set_labels(
        {
            "purpose": QCoreApplication.translate("contacts", "Purpose"),
            "given_on": QCoreApplication.translate("contacts", "Given on"),
            "way": QCoreApplication.translate("contacts", "Way"),
            "wording": QCoreApplication.translate("contacts", "Wording"),
            "proof": QCoreApplication.translate("contacts", "Proof"),
            "withdrawn_on": QCoreApplication.translate("contacts", "Withdrawn on"),
        },
        {
            "way": QCoreApplication.translate("contacts", "E-mail, form, by word of mouth"),
            "wording": QCoreApplication.translate("contacts", "Version of the text that was agreed to"),
            "proof": QCoreApplication.translate("contacts", "Where the declaration lies"),
        },
    )
    return form


def consent_values(draft: ConsentDraft) -> dict[str, Any]:
    """Return what the form shows of a consent."""
    return {field.name: getattr(draft, field.name) for field in fields(ConsentDraft)}


def key_form(clock: Clock, parent: QWidget) -> Form:
    """Return a form for an official key."""
    form = Form("contacts.key_form", parent)
    form.add("scheme", ChoiceField([(scheme.value, scheme.value) for scheme in KeyScheme]), required=True)
    form.add("value", TextField(limit=40), required=True)
    form.add("valid_from", DateField(clock=clock))
    form.add("valid_to", DateField(clock=clock))
    form.add("successor", TextField(limit=40))
    form.set_labels(
        {
            "scheme": QCoreApplication.translate("contacts", "Kind of key"),
            "value": QCoreApplication.translate("contacts", "Key"),
            "valid_from": QCoreApplication.translate("contacts", "First day"),
            "valid_to": QCoreApplication.translate("contacts", "Last day"),
            "successor": QCoreApplication.translate("contacts", "Successor"),
        },
        {"value": QCoreApplication.translate("contacts", "With leading zeros: 05114000")},
    )
    return form


def key_draft(values: dict[str, Any]) -> KeyDraft:
    """Return the key that a form holds."""
    return KeyDraft(**{**values, "scheme": KeyScheme(values["scheme"])})


def body_form(words: Words, bodies: Query, clock: Clock, language: str, parent: QWidget) -> Form:
    """Return a form for a body."""
    form = Form("bodies.form", parent)
    form.add("name", TextField(limit=200), required=True, wide=True)
    form.add("kind", ChoiceField(words.choices(KIND)), required=True)
    form.add("body_type", ChoiceField(words.choices(BODY_TYPE), nothing=NOTHING))
    form.add("designation", TextField(limit=200))
    form.add("short_name", TextField(limit=80))
    form.add("state", ChoiceField(words.choices(STATE), nothing=NOTHING))
    form.add("district", TextField(limit=120))
    form.add("country", ChoiceField(countries(language)), required=True)
    form.add("seat", TextField(limit=120))
    form.add("parent_id", SearchField(bodies), wide=True)
    form.add_section("size")
    form.add("population", NumberField())
    form.add("population_as_of", DateField(clock=clock))
    form.add("population_source", TextField(limit=200), wide=True)
    form.add("budget_emergency", CheckField(), wide=True)
    form.add("remark", LongTextField(lines=4), wide=True)
    form.set_labels(
        {
            "name": QCoreApplication.translate("contacts", "Name"),
            "kind": QCoreApplication.translate("contacts", "Kind"),
            "body_type": QCoreApplication.translate("contacts", "Type of body"),
            "designation": QCoreApplication.translate("contacts", "Designation"),
            "short_name": QCoreApplication.translate("contacts", "Short name"),
            "state": QCoreApplication.translate("contacts", "State"),
            "district": QCoreApplication.translate("contacts", "District"),
            "country": QCoreApplication.translate("contacts", "Country"),
            "seat": QCoreApplication.translate("contacts", "Seat"),
            "parent_id": QCoreApplication.translate("contacts", "Parent body"),
            "size": QCoreApplication.translate("contacts", "Size and funding"),
            "population": QCoreApplication.translate("contacts", "Population"),
            "population_as_of": QCoreApplication.translate("contacts", "As of"),
            "population_source": QCoreApplication.translate("contacts", "Source of the population"),
            "budget_emergency": QCoreApplication.translate("contacts", "Budgetary emergency"),
            "remark": QCoreApplication.translate("contacts", "Remarks"),
        }
    )
    return form


def body_values(draft: OrganisationDraft, parent: str) -> dict[str, Any]:
    """Return what the form shows of a body."""
    values = {key: getattr(draft, key) for key in _BODY}
    chosen = None if draft.parent_id is None else Hit(draft.parent_id, parent)
    return {**values, "parent_id": chosen}


def body_draft(values: dict[str, Any], before: OrganisationDraft) -> OrganisationDraft:
    """Return the body that a form holds; what it does not offer stays as it was."""
    kept = {field.name: getattr(before, field.name) for field in fields(OrganisationDraft)}
    return OrganisationDraft(**{**kept, **{key: values[key] for key in _BODY}})


_WAY = ("kind", "value", "label", "preferred")
_ADDRESS = ("street", "postcode", "city", "country", "label", "preferred")
_BODY: Sequence[str] = (
    "name",
    "kind",
    "body_type",
    "designation",
    "short_name",
    "state",
    "district",
    "country",
    "seat",
    "parent_id",
    "population",
    "population_as_of",
    "population_source",
    "budget_emergency",
    "remark",
)
