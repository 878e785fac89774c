"""The rows of the two lists as cards."""

from PySide6.QtCore import QCoreApplication

from kts_desktop.services import phones
from kts_desktop.services.organisation_lists import OrganisationRow
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.ui.contacts.words import KIND, Words, joined
from kts_desktop.ui.kit.cards import Card


class PersonCards:
    """Tells a person in three lines: name and phone, function and body, district and state."""

    def __init__(self) -> None:
        self.words = Words()

    def __call__(self, row: PersonRow) -> Card:
        """Return the card of a row."""
        chip, kind = _standing(row)
        line = joined(row.function, row.body, by=", ")
        if not line:
            line = QCoreApplication.translate("contacts", "no body")
        return Card(
            headline=row.name,
            aside=row.phone,
            line=line,
            chip=chip,
            kind=kind,
            note=self.words.place(row.district, row.state, name=row.body, country=row.country),
        )


class BodyCards:
    """Tells a body in three lines: name and phone, kind, people and cases, district and state."""

    def __init__(self) -> None:
        self.words = Words()

    def __call__(self, row: OrganisationRow) -> Card:
        """Return the card of a row."""
        people, cases = row.people, row.open_cases
        told = QCoreApplication.translate("contacts", "%n person(s)", "", people)
        chip = QCoreApplication.translate("contacts", "%n open case(s)", "", cases)
        return Card(
            headline=row.name,
            aside=phones.shown(row.phone),
            line=joined(self.words.of(KIND, row.kind), told if people else ""),
            chip=chip if cases else "",
            kind="open" if cases else "",
            note=self.words.place(row.district, row.state, name=row.name, country=row.country),
        )


def _standing(row: PersonRow) -> tuple[str, str]:
    if row.is_restricted:
        return QCoreApplication.translate("contacts", "restricted"), "due"
    if row.has_left:
        return QCoreApplication.translate("contacts", "has left"), "wait"
    return "", ""
