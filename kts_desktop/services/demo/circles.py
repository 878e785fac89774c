"""The networks of the demo and who belongs to them."""

from collections.abc import Iterator

from sqlalchemy import select

from kts_desktop.models.network import Network
from kts_desktop.services import networks
from kts_desktop.services.demo import participants
from kts_desktop.services.demo.desk import SOURCE, Desk, Someone
from kts_desktop.services.networks import MembershipDraft
from kts_desktop.storage.sessions import Session

_NEW = (
    ("working_community", "AEG Urbane Digitale Zwillinge"),
    ("peer_learning", "Peer-Learning Starkregen"),
)
_GROUPS = {
    "model": "municipalities",
    "other": "municipalities",
    "state": "states",
    "research": "science",
}


def join(session: Session, desk: Desk) -> None:
    """Found two more networks and let people join all six."""
    with desk.at(desk.calendar.on(-380)):
        for kind, name in _NEW:
            networks.found_network(session, kind, name, source=SOURCE)
    found = session.execute(select(Network.kind, Network.id).order_by(Network.id))
    ids = {kind: id_ for kind, id_ in found}  # noqa: C416 - rows, not pairs
    for place, (kind, person, group, level) in enumerate(_members(desk)):
        begun = desk.calendar.on(-360 + 4 * place)
        draft = MembershipDraft(
            network_id=ids[kind],
            person_id=person.id,
            organisation_id=person.body.id if person.body else None,
            group=group,
            level=level,
            role="Sprecherin oder Sprecher" if place in (16, 42) else "Mitglied",
            valid_from=begun,
            valid_to=desk.calendar.on(-30) if place == 15 else None,  # noqa: PLR2004 - one who left
        )
        with desk.at(begun):
            networks.join(session, draft, source=SOURCE)
        desk.count("memberships")
    desk.count("networks", len(ids))


def _members(desk: Desk) -> Iterator[tuple[str, Someone, str, str]]:
    """Yield 71 memberships: kind of network, person, group on the platform, level in the network abroad."""
    model = participants.may_come(desk, "model")
    municipal, research = participants.may_come(desk, "other"), participants.may_come(desk, "research")
    platform = [
        *participants.may_come(desk, "platform")[:10],
        *model[:3],
        *desk.group("state")[:2],
        research[0],
    ]
    for person in platform:
        group = _GROUPS.get(person.group) or _group_of(person)
        yield "dialogue_platform", person, group, ""
    for place, person in enumerate([*desk.group("abroad"), *model[4:6]]):
        yield "iscn", person, "", "national" if place % 2 else "municipal"
    for person in model[10:18]:
        yield "connected_in_europe", person, "", ""
    for person in research[:8]:
        yield "research_cluster", person, "", ""
    for person in [*model[20:32], *municipal[:5]]:
        yield "working_community", person, "", ""
    for person in [*desk.at_body("06631006")[:2], *model[40:46], *municipal[5:9]]:
        yield "peer_learning", person, "", ""


def _group_of(person: Someone) -> str:
    key = person.body.key if person.body else ""
    if key in ("B21", "B22", "B23"):
        return "umbrella"
    return "civil_society" if key in ("B26", "B27", "B28") else "associations"
