"""The bodies of the demo: real municipalities and districts, and invented ones called "Beispiel"."""

import re
from datetime import date

from sqlalchemy import select

from kts_desktop.core import folding
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.vocab import ContactKind, KeyScheme, OrganisationId
from kts_desktop.services import contact_points, directory, organisation_cards, organisations
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.services.demo.desk import SOURCE, Body, Desk, Row, table
from kts_desktop.services.demo.numbers import Numbers
from kts_desktop.services.organisations import KeyDraft, OrganisationDraft
from kts_desktop.storage.sessions import Session

_STREETS = ("Musterstraße", "Musterplatz")
_ABROAD = ("BR", "MX", "PE", "IN")
_UDER = "16061097"
_NOT_A_TOWN = re.compile(r"(?:Landkreis|Kreis|Amt|Verband) ")
_NOT_IN_DOMAIN = re.compile(r"[^a-z0-9]+")


def gather(session: Session, desk: Desk, numbers: Numbers) -> None:
    """Take the real bodies over from the directory, invent the others, and give each a way to reach it."""
    for place, row in enumerate(table("bodies")):
        with desk.at(desk.calendar.on(-410 + place % 60)):
            body = _body(session, row)
            desk.bodies[row["key"]] = body
            _give_contacts(session, body, place, numbers)
        desk.count("bodies")
    with desk.at(desk.calendar.on(-100)):
        _end_a_key(session, desk)


def domain_of(name: str, group: str) -> str:
    """Return the invented domain of a body, which can never be anybody's."""
    plain = _NOT_IN_DOMAIN.sub("-", folding.name_fold(name).split(" (")[0]).strip("-")[:40].strip("-")
    is_town = group in ("model", "other") and "beispiel" not in plain and not _NOT_A_TOWN.match(name)
    return f"stadt-{plain}.example" if is_town else f"{plain}.example"


def _body(session: Session, row: Row) -> Body:
    if row["kind"]:
        is_abroad = row["key"] in _ABROAD
        draft = OrganisationDraft(
            name=row["name"],
            kind=row["kind"],
            state=row["state"],
            country=row["key"] if is_abroad else "DE",
            language="en" if is_abroad else "de",
            remark="Erfundene Stelle für Beispieldaten.",
        )
        body_id = organisations.add(session, draft, source=SOURCE)
    else:
        body_id = _real(session, row["key"])
    found = session.get(Organisation, body_id)
    assert found is not None
    return Body(
        id=body_id,
        key=row["key"],
        name=found.name,
        group=row["group"],
        state=found.state,
        domain=domain_of(found.name, row["group"]),
        population=found.population or 0,
        people=int(row["people"]),
    )


def _real(session: Session, key: str) -> OrganisationId:
    """Return a body by its official key, or by its name where it has none; raises NotFoundError."""
    if not key.isdigit():
        found = session.scalar(
            select(Organisation.id).where(Organisation.name == key, Organisation.deleted_at.is_(None))
        )
        if found is None:
            raise NotFoundError("gone", id=0)
        return OrganisationId(found)
    known = directory.owners(session, [key])
    if key in known:
        return known[key]
    hits = [hit for hit in directory.find(session, key) if hit.key == key]
    if not hits:
        raise NotFoundError("gone", id=int(key))
    return directory.resolve(session, hits[0].token)


def _give_contacts(session: Session, body: Body, place: int, numbers: Numbers) -> None:
    """Give a body its switchboard, functional mailbox, website and address; those abroad have no phone."""
    box = "smartcity" if body.group in ("model", "other") else "info"
    ways = [
        ContactDraft(kind=ContactKind.EMAIL, value=f"{box}@{body.domain}", preferred=True),
        ContactDraft(kind=ContactKind.WEB, value=f"https://www.{body.domain}"),
        ContactDraft(
            kind=ContactKind.POSTAL,
            street=f"{_STREETS[place % 2]} {place % 40 + 1}",
            postcode="00000",
            city=body.name.split(" (")[0] if body.group in ("model", "other") else "Musterstadt",
            country=body.key if body.group == "abroad" else "",
        ),
    ]
    if body.group != "abroad":
        ways.append(ContactDraft(kind=ContactKind.PHONE, value=numbers.switchboard(), label="Zentrale"))
    for way in ways:
        contact_points.add(session, Owner(Of.BODY, body.id), way, source=SOURCE)


def _end_a_key(session: Session, desk: Desk) -> None:
    """Keep a municipality whose key ended, with its successor entered by hand."""
    hits = [hit for hit in directory.find(session, _UDER) if hit.key == _UDER]
    if not hits:
        return
    uder = directory.resolve(session, hits[0].token)
    card = organisation_cards.card(session, uder, today=desk.today)
    for key in card.keys:
        if key.scheme == KeyScheme.AGS and key.value == _UDER:
            ended = KeyDraft(
                scheme=KeyScheme.AGS,
                value=_UDER,
                valid_to=date(2023, 12, 31),
                successor="zusammengelegte Gemeinde, von Hand eingetragen",
            )
            organisations.edit_key(session, key.id, ended)
