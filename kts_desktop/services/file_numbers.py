"""File numbers of cases: a settable pattern with the mark of the adviser, so that no two laptops meet."""

import re
from datetime import date

from sqlalchemy import select

from kts_desktop.models.case import AdvisoryCase
from kts_desktop.services import advisers, disposal_log, office_settings
from kts_desktop.storage.sessions import Session

_RUNNING = "\x00"


def next_number(session: Session, received_on: date) -> str:
    """Return the next free file number of this laptop for the year of ``received_on``.

    Cases in the bin, and those disposed of, keep their numbers: a number is never given twice.
    """
    office = office_settings.read(session)
    adviser = advisers.me(session)
    mark = adviser.mark if adviser else ""
    unit = (adviser.unit if adviser and len(adviser.unit) <= 4 else "") or office.unit  # noqa: PLR2004 - an abbreviation
    plain = re.sub(r"\{running[^}]*\}", _RUNNING, office.number_pattern)
    before, _, after = plain.format(unit=unit, mark=mark, year=received_on.year).partition(_RUNNING)
    highest = 0
    present = session.scalars(select(AdvisoryCase.number).where(AdvisoryCase.number.startswith(before)))
    disposed = [one.number for one in disposal_log.entries(session) if one.number.startswith(before)]
    for number in (*present, *disposed):
        running = number.removeprefix(before).removesuffix(after)
        if number.endswith(after) and running.isdecimal():
            highest = max(highest, int(running))
    return office.number_pattern.format(unit=unit, mark=mark, running=highest + 1, year=received_on.year)
