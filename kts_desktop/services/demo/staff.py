"""The office of the demo: its name, nine advisers, who looks after what, who is away."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from kts_desktop.models.adviser import Absence, Adviser, Responsibility
from kts_desktop.models.project import Project
from kts_desktop.services import advisers, office_settings
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.demo.desk import SOURCE, Desk, table
from kts_desktop.storage.sessions import Session

_ME = "A1"
_AWAY, _STANDS_IN = "A4", "A1"


def set_up_office(session: Session, desk: Desk) -> None:
    """Name the office as a demo, add its advisers and their duties."""
    office = replace(
        office_settings.read(session),
        street="Musterstraße 1",
        postcode="00000",
        city="Musterstadt",
        phone="030 23125-0",
        email="kts@projektbuero-beispiel.example",
        website="https://projektbuero-beispiel.example",
        controller="Projektbüro Beispiel, Musterstraße 1, 00000 Musterstadt",
        privacy_officer="datenschutz@projektbuero-beispiel.example",
        is_demo=True,
    )
    with desk.at(desk.calendar.on(-420)):
        office_settings.save(session, office)
        for row in table("advisers"):
            _add(session, desk, row["id"], row["left"])
        advisers.be(session, desk.advisers[_ME])
        _share_out(session, desk)
    with desk.at(desk.calendar.on(-20)):
        absence = Absence(
            adviser_id=desk.advisers[_AWAY],
            deputy_id=desk.advisers[_STANDS_IN],
            starts_on=desk.today - timedelta(days=3),
            ends_on=desk.today + timedelta(days=11),
            remark="Urlaub",
            source=SOURCE,
        )
        session.add(absence)
        session.flush()


def _add(session: Session, desk: Desk, name: str, left: str) -> None:
    row = next(row for row in table("advisers") if row["id"] == name)
    left_on: date | None = desk.calendar.day(left) if left else None
    draft = AdviserDraft(
        name=row["name"],
        mark=row["mark"],
        unit=row["unit"],
        email=row["mail"],
        phone=row["phone"],
        left_on=left_on,
    )
    desk.advisers[name] = advisers.add(session, draft)
    desk.adviser_names[name] = row["name"]
    adviser = session.get(Adviser, desk.advisers[name])
    assert adviser is not None
    adviser.source = SOURCE
    desk.count("advisers")


def _share_out(session: Session, desk: Desk) -> None:
    """Give each federal state, some themes and one project to an adviser, with deputies."""
    begun = desk.calendar.exactly(-420)
    for row in table("advisers"):
        duties = [("state", code) for code in row["states"].split()]
        duties += [("theme", code) for code in row["themes"].split()]
        for scope, code in duties:
            for name, is_deputy in ((row["id"], False), (row["deputy"], True)):
                if name:
                    session.add(
                        Responsibility(
                            adviser_id=desk.advisers[name],
                            scope=scope,
                            code=code,
                            is_deputy=is_deputy,
                            valid_from=begun,
                            source=SOURCE,
                        )
                    )
    lemgo = session.scalar(select(Project.id).where(Project.number == "MPSC-2020-31"))
    session.add(
        Responsibility(
            adviser_id=desk.advisers["A1"], scope="project", project_id=lemgo, valid_from=begun, source=SOURCE
        )
    )
    session.flush()
