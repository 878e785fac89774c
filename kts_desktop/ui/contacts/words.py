"""How people and bodies are told: labels of codes, spans of posts, ways to reach somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import vocabulary
from kts_desktop.services.countries import HOME, country_name
from kts_desktop.services.duplicates import Reason
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.value_words import ValueWords

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

STATE, KIND, BODY_TYPE, SIZE = "state", "organisation_kind", "body_type", "size_class"
SALUTATION, PURPOSE, CASE, NOTE, SEAT = (
    "salutation",
    "consent_purpose",
    "case_state",
    "note_kind",
    "registration_state",
)
LISTS = (STATE, KIND, BODY_TYPE, SIZE, SALUTATION, PURPOSE, CASE, NOTE, SEAT)
WAY, TICK = "way", "tick"  # not value lists: codes that only the program knows
CODED: Mapping[tuple[str, str], str] = MappingProxyType(  # the value list of a field, for the history
    {
        ("organisation", "kind"): KIND,
        ("organisation", "body_type"): BODY_TYPE,
        ("organisation", "state"): STATE,
        ("organisation", "budget_emergency"): TICK,
        ("person", "salutation"): SALUTATION,
        ("affiliation", "is_primary"): TICK,
        ("contact_point", "kind"): WAY,
        ("contact_point", "preferred"): TICK,
        ("consent", "purpose"): PURPOSE,
    }
)
WAY_ICONS: Mapping[ContactKind, str] = MappingProxyType(
    {
        ContactKind.PHONE: "phone",
        ContactKind.MOBILE: "phone",
        ContactKind.FAX: "printer",
        ContactKind.EMAIL: "mail",
        ContactKind.WEB: "globe",
        ContactKind.POSTAL: "map-pin",
        ContactKind.DE_MAIL: "mail",
        ContactKind.BEBPO: "mail",
    }
)
_MUNICIPAL = ("municipality", "district")


@dataclass(frozen=True, slots=True)
class Words(ValueWords):
    """The labels of this page's value lists in one language, and what is made of several of them."""

    language: str = "de"

    def place(self, district: str, state: str, *, name: str = "", country: str = "") -> str:
        """Return district and state, which tell bodies of one name apart; abroad the country.

        The district of a body is not told where it is the body's own ``name``.
        """
        abroad = country_name(country, self.language) if country not in ("", HOME) else ""
        return joined("" if district == name else district, self.of(STATE, state), abroad)


def words_of(session: "Session", language: str) -> Words:
    """Return the labels that this page needs."""
    own: dict[str, dict[str, str]] = {
        WAY: {kind.value: way_name(kind) for kind in ContactKind},
        TICK: {
            "0": QCoreApplication.translate("contacts", "no"),
            "1": QCoreApplication.translate("contacts", "yes"),
        },
    }
    return Words({**vocabulary.many_labels(session, LISTS, language), **own}, language)


def joined(*parts: str, by: str = " · ") -> str:
    """Return the parts that say something in one line."""
    return by.join(part for part in parts if part)


def span(begins: date | None, ends: date | None) -> str:
    """Return a span of which either end may be unknown."""
    day = formats.current().day
    if begins and ends:
        return f"{day(begins)} – {day(ends)}"
    if begins:
        return QCoreApplication.translate("contacts", "since {0}").format(day(begins))
    return QCoreApplication.translate("contacts", "until {0}").format(day(ends)) if ends else ""


def way_name(kind: ContactKind) -> str:
    """Return what a way to reach somebody is called."""
    names = {
        ContactKind.PHONE: QCoreApplication.translate("contacts", "Phone"),
        ContactKind.MOBILE: QCoreApplication.translate("contacts", "Mobile phone"),
        ContactKind.FAX: QCoreApplication.translate("contacts", "Fax"),
        ContactKind.EMAIL: QCoreApplication.translate("contacts", "E-mail"),
        ContactKind.WEB: QCoreApplication.translate("contacts", "Website"),
        ContactKind.POSTAL: QCoreApplication.translate("contacts", "Postal address"),
        ContactKind.DE_MAIL: QCoreApplication.translate("contacts", "De-Mail"),
        ContactKind.BEBPO: QCoreApplication.translate("contacts", "beBPo mailbox"),
    }
    return names[kind]


def reason_name(reason: Reason) -> str:
    """Return why two records may be one person."""
    names = {
        Reason.NAME: QCoreApplication.translate("contacts", "same or similar name"),
        Reason.MAIL: QCoreApplication.translate("contacts", "same e-mail"),
        Reason.PHONE: QCoreApplication.translate("contacts", "same phone"),
    }
    return names[reason]


def reasons(found: Sequence[Reason]) -> str:
    """Return the reasons in one line."""
    return ", ".join(reason_name(reason) for reason in found)


def language_name(code: str) -> str:
    """Return the language letters are written in."""
    if code == "en":
        return QCoreApplication.translate("contacts", "English")
    return QCoreApplication.translate("contacts", "German")


def population(count: int | None, as_of: date | None, source: str) -> str:
    """Return a population with its day and source."""
    undated = QCoreApplication.translate("contacts", "undated")
    return formats.current().counted(count, as_of, source, undated)


def is_municipal(kind: str) -> bool:
    """Tell whether a body is a town, a municipality or a district; those have a page of their own."""
    return kind in _MUNICIPAL
