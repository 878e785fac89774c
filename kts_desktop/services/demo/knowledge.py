"""What the office of the demo knows: measures, knowledge items, documents, who exchanges with whom."""

from sqlalchemy import select

from kts_desktop.core.ids import link_uid
from kts_desktop.models.document import Document, KnowledgeItem
from kts_desktop.models.link import RecordLink
from kts_desktop.models.measure import Measure, PeerLink
from kts_desktop.models.project import Project
from kts_desktop.services import measures
from kts_desktop.services.demo.desk import SOURCE, Desk, Opened, Row, Someone, document, table
from kts_desktop.services.measures import MeasureDraft
from kts_desktop.storage.sessions import Session

_RATING = "Beispielbewertung"
_WANTED = {"role_model": 12, "knowledge_exchange": 18, "joint_development": 10, "transfer": 6}
_DURABLE = ("consolidation", "horizontal_scaling")
_EDITORS = ("A1", "A7", "A3", "A2")


def collect(session: Session, desk: Desk) -> None:
    """Enter measures, what was made of them, and the exchange between bodies."""
    _enter_measures(session, desk)
    _link_peers(session, desk)
    _write_items(session, desk)


def file_documents(session: Session, desk: Desk) -> None:
    """Enter the documents, which stand on cases and events."""
    by_number = {case.number: case.id for case in desk.cases}
    for row in table("documents"):
        dated = desk.calendar.day(row["dated"])
        with desk.at(dated, 12):
            made = Document(
                kind=row["kind"],
                title=row["title"],
                dated_on=dated,
                origin="Projektbüro Beispiel",
                summary=row["summary"],
                organisation_id=desk.bodies[row["body"]].id if row["body"] else None,
                case_id=by_number[int(row["case"])] if row["case"] else None,
                event_id=desk.events[int(row["event"])] if row["event"] else None,
                source=SOURCE,
            )
            session.add(made)
            session.flush()
        desk.count("documents")


def _enter_measures(session: Session, desk: Desk) -> None:
    found = session.execute(select(Project.number, Project.id))
    projects = {number: id_ for number, id_ in found}  # noqa: C416 - rows, not pairs
    contacts = {case.body.key: case for case in desk.cases}
    for place, row in enumerate(table("measures")):
        with desk.at(desk.calendar.on(-260 + 5 * place)):
            made = measures.add(
                session, _measure(row, projects[f"MPSC-{row['project']}"], contacts), source=SOURCE
            )
        desk.measures.append(made)
        desk.count("measures")


def _measure(row: Row, project_id: int, cases: dict[str, Opened]) -> MeasureDraft:
    is_durable = row["stage"] in _DURABLE
    contact = _contact(row["project"], cases)
    return MeasureDraft(
        title=row["title"],
        project_id=project_id,
        summary=row["summary"],
        stage=row["stage"],
        needs=row["needs"],
        cost_class=row["cost"],
        open_source=True if "open_source" in row["themes"] else None,
        transferability=row["transferability"],
        transferability_reason=row["reason"],
        durability="high" if is_durable else "",
        durability_reason=f"{_RATING}: Betrieb und Zuständigkeit sind geregelt." if is_durable else "",
        contact_id=contact.id if contact else None,
        themes=tuple(row["themes"].split()),
        guidelines=("L3",) if "sensors" in row["themes"] or "data_platform" in row["themes"] else ("L4",),
    )


def _contact(project: str, cases: dict[str, Opened]) -> Someone | None:
    """Return who may be asked about a measure: the first of the case of the project's town."""
    towns = {"2019-10": "14521710", "2019-09": "010595974", "2020-11": "16053000", "2021-12": "05762"}
    case = cases.get(towns.get(project, ""))
    return case.people[0] if case else None


def _link_peers(session: Session, desk: Desk) -> None:
    """Note who exchanges with whom: some pairs chosen, the others drawn, none twice."""
    pairs: dict[tuple[str, str], tuple[str, str, str]] = {}
    for row in table("peers"):
        pairs[row["from"], row["to"]] = (row["relation"], row["theme"], row["measure"])
    rest = dict(_WANTED)
    for relation, _, _ in pairs.values():
        rest[relation] -= 1
    places = [
        key for key, body in desk.bodies.items() if body.group in ("model", "other") and body.population
    ]
    themes = {row["key"]: row["themes"].split()[0] for row in table("cases")}
    for relation, count in rest.items():
        for _ in range(count):
            pair = _drawn(desk, places, pairs)
            pairs[pair] = (relation, themes.get(pair[0]) or themes.get(pair[1], "data_platform"), "")
    for place, ((left, right), (relation, theme, measure)) in enumerate(pairs.items()):
        with desk.at(desk.calendar.on(-240 + 4 * place)):
            session.add(
                PeerLink(
                    from_id=desk.bodies[left].id,
                    to_id=desk.bodies[right].id,
                    relation=relation,
                    theme=theme,
                    measure_id=desk.measures[int(measure) - 1] if measure else None,
                    since=desk.calendar.exactly(-400 + 7 * place),
                    origin=SOURCE,
                    source=SOURCE,
                )
            )
            session.flush()
        desk.count("peer links")


def _drawn(
    desk: Desk, places: list[str], known: dict[tuple[str, str], tuple[str, str, str]]
) -> tuple[str, str]:
    while True:
        left, right = desk.rng.sample(places, 2)
        if (left, right) not in known and (right, left) not in known:
            return left, right


def _write_items(session: Session, desk: Desk) -> None:
    for place, item in enumerate(document("knowledge")):
        as_of = desk.calendar.on(-110 + 9 * place)
        with desk.at(as_of, 11):
            made = KnowledgeItem(
                kind=item["kind"],
                title=item["title"],
                text=item["text"],
                state=item["state"],
                audience="Kommunen",
                origin="Beispielgespräche der Begleitforschung" if item["kind"] == "finding" else SOURCE,
                as_of=as_of,
                editor_id=desk.advisers[_EDITORS[place % len(_EDITORS)]],
                source=SOURCE,
            )
            session.add(made)
            session.flush()
            for number in item["measures"]:
                _link(session, made, desk.measures[number - 1])
        desk.count("knowledge items")


def _link(session: Session, item: KnowledgeItem, measure_id: int) -> None:
    measure = session.get(Measure, measure_id)
    assert measure is not None
    link = RecordLink(
        uid=link_uid("record_link", item.uid, measure.uid),
        left_kind=KnowledgeItem.__tablename__,
        left=item.uid,
        right_kind=Measure.__tablename__,
        right=measure.uid,
        relation="about",
        source=SOURCE,
    )
    session.add(link)
    session.flush()
