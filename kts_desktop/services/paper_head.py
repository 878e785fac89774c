"""What every paper says of itself: from which office, as at when, carried by whom."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kts_desktop.models.adviser import Adviser
from kts_desktop.services import advisers, office_settings, phones
from kts_desktop.services.events import HOME_ZONE
from kts_desktop.storage.sessions import Session

PAPER_ZONE = ZoneInfo(HOME_ZONE)  # papers tell the same time wherever they are made


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who the paper comes from, as the office's settings say."""

    name: str
    unit: str = ""
    address: str = ""
    confidentiality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisor:
    """Who carries the paper, and the number to call on the day."""

    name: str = ""
    unit: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of one paper; ``taken`` is local time, ``number`` the file number of every page."""

    language: str
    taken: datetime
    office: Office
    adviser: Advisor
    number: str = ""
    demo: bool = False


def head(session: Session, *, language: str, now: datetime, adviser: int = 0, number: str = "") -> Head:
    """Return the head of a paper; ``adviser`` is who carries it, 0 for the one of this laptop."""
    settings = office_settings.read(session)
    return Head(
        language=language,
        taken=now.astimezone(PAPER_ZONE).replace(microsecond=0),
        office=_office(settings),
        adviser=_adviser(session, adviser),
        number=number,
        demo=settings.is_demo,
    )


def _office(settings: office_settings.OfficeSettings) -> Office:
    town = " ".join(text for text in (settings.postcode, settings.city) if text)
    return Office(
        name=settings.office_name,
        address=", ".join(text for text in (settings.street, town) if text),
        confidentiality=settings.confidentiality,
    )


def _adviser(session: Session, adviser_id: int) -> Advisor:
    if not adviser_id:
        me = advisers.me(session)
        return Advisor(name=me.name, unit=me.unit, phone=phones.shown(me.phone)) if me else Advisor()
    row = session.get(Adviser, adviser_id)
    return Advisor(name=row.name, unit=row.unit, phone=phones.shown(row.phone)) if row else Advisor()
