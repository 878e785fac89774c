"""Reads the head of a paper from the office's settings and advisers."""

from datetime import datetime

from kts_desktop.models.adviser import Adviser
from kts_desktop.services import advisers, office_settings, phones
from kts_desktop.services.paper_head import PAPER_ZONE, Advisor, Head, Office
from kts_desktop.storage.sessions import Session


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
