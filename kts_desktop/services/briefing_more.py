"""What a pack says beside body and work: the appointment, documents, partners on the map, small figures."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import or_, select

from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.document import Attachment, Document
from kts_desktop.models.event import Event, EventHost
from kts_desktop.models.note import Note
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.project import Project, ProjectMember
from kts_desktop.models.vocab import EventState
from kts_desktop.services import taggings
from kts_desktop.services.briefing_labels import Asked, day_of
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.services.snapshot import Count, Paperwork, Partner, Position, Visit

_DEGREE = 10_000_000
_QUARTERS = 8
_TOPICS = 10
_LONGEST = 3_000


def visit(asked: Asked, organisation_id: int, case_ids: Sequence[int], address: str) -> Visit | None:
    """Return the next visit, else the next event the body hosts; from the beginning of today on."""
    begin = datetime.combine(asked.today, time(), PAPER_ZONE).astimezone(UTC)
    query = (
        select(Note.happened_at, Note.title, Note.text, AdvisoryCase.subject)
        .select_from(Note.__table__)
        .outerjoin(AdvisoryCase.__table__, AdvisoryCase.id == Note.case_id)
        .where(
            Note.deleted_at.is_(None),
            Note.kind == "visit",
            Note.happened_at >= begin,
            or_(Note.case_id.in_(case_ids), Note.organisation_id == (organisation_id or -1)),
        )
        .order_by(Note.happened_at, Note.id)
        .limit(1)
    )
    found = asked.session.execute(query).first()
    if found is not None:
        return Visit(
            at=found.happened_at.astimezone(PAPER_ZONE),
            purpose=found.title or found.subject or "",
            address=address,
            agenda=asked.cut(found.text, _LONGEST),
        )
    return _hosted(asked, organisation_id, begin)


def _hosted(asked: Asked, organisation_id: int, begin: datetime) -> Visit | None:
    query = (
        select(Event.starts_at, Event.title, Event.venue, Event.venue_address, Event.agenda)
        .select_from(Event.__table__)
        .join(EventHost.__table__, EventHost.event_id == Event.id)
        .where(
            EventHost.organisation_id == organisation_id,
            EventHost.deleted_at.is_(None),
            Event.deleted_at.is_(None),
            Event.state != EventState.CANCELLED.value,
            Event.starts_at >= begin,
        )
        .order_by(Event.starts_at, Event.id)
        .limit(1)
    )
    found = asked.session.execute(query).first()
    if found is None:
        return None
    return Visit(
        at=found.starts_at.astimezone(PAPER_ZONE),
        place=found.venue,
        purpose=found.title,
        address=found.venue_address,
        agenda=asked.cut(found.agenda, _LONGEST),
        is_public=True,
    )


def documents(
    asked: Asked, organisation_id: int, project_id: int | None, case_ids: Sequence[int]
) -> tuple[Paperwork, ...]:
    """Return documents and attached files of the body, its project and its cases, the oldest first."""
    owners = _owners(asked, organisation_id, project_id, case_ids)
    files = select(
        Attachment.owner,
        Attachment.name,
        Attachment.size,
        Attachment.sha256,
        Attachment.dated_on,
        Attachment.created_at,
    ).where(Attachment.owner.in_(list(owners)), Attachment.deleted_at.is_(None))
    found = [
        Paperwork(
            name=row.name,
            on=row.dated_on or day_of(row.created_at),
            size=row.size,
            mark=row.sha256.hex()[:12],
            about=owners[row.owner],
        )
        for row in asked.session.execute(files)
    ]
    titles = (
        select(Document.title, Document.dated_on, Document.origin, AdvisoryCase.number)
        .select_from(Document.__table__)
        .outerjoin(AdvisoryCase.__table__, AdvisoryCase.id == Document.case_id)
        .where(
            Document.deleted_at.is_(None),
            or_(
                Document.organisation_id == (organisation_id or -1),
                Document.project_id == (project_id or -1),
                Document.case_id.in_(case_ids),
            ),
        )
    )
    found += [
        Paperwork(name=row.title, on=row.dated_on, about=row.number or row.origin)
        for row in asked.session.execute(titles)
    ]
    return tuple(sorted(set(found), key=lambda one: (one.on or date.min, one.name, one.mark)))


def _owners(
    asked: Asked, organisation_id: int, project_id: int | None, case_ids: Sequence[int]
) -> dict[bytes, str]:
    case, note = AdvisoryCase, Note
    queries: list[Any] = [
        select(case.uid, case.number).where(case.id.in_(case_ids)),
        select(Organisation.uid, Organisation.name).where(Organisation.id == organisation_id),
        select(Project.uid, Project.title).where(Project.id == (project_id or 0)),
        select(note.uid, case.number)
        .select_from(note.__table__)
        .join(case.__table__, case.id == note.case_id)
        .where(note.case_id.in_(case_ids), note.deleted_at.is_(None)),
    ]
    return {uid: name for query in queries for uid, name in asked.session.execute(query)}


def partners(asked: Asked, organisation_id: int, project_id: int | None) -> tuple[Partner, ...]:
    """Return the other members of the project whose position is known, in the project's order."""
    member = ProjectMember
    query = (
        select(Organisation.name, Organisation.lat, Organisation.lon, Organisation.state, member.role)
        .select_from(member.__table__)
        .join(Organisation.__table__, Organisation.id == member.organisation_id)
        .where(
            member.project_id == (project_id or 0),
            member.organisation_id != organisation_id,
            member.deleted_at.is_(None),
            Organisation.deleted_at.is_(None),
            Organisation.lat.is_not(None),
            Organisation.lon.is_not(None),
        )
        .order_by(member.position, Organisation.sort_key, Organisation.id)
    )
    return tuple(
        Partner(
            name=name,
            position=Position(lat=(lat or 0) / _DEGREE, lon=(lon or 0) / _DEGREE),
            state=asked.label("state", state) if state else "",
            role=asked.label("project_member_role", role),
        )
        for name, lat, lon, state, role in asked.session.execute(query)
    )


def quarters(asked: Asked, organisation_id: int, case_ids: Sequence[int]) -> tuple[Count, ...]:
    """Return how many contacts there were in each of the last eight quarters, the oldest first."""
    last = asked.today.year * 4 + (asked.today.month - 1) // 3
    query = select(Note.happened_at).where(
        Note.deleted_at.is_(None),
        Note.happened_at <= asked.now,
        or_(Note.case_id.in_(case_ids), Note.organisation_id == (organisation_id or -1)),
    )
    found: Counter[int] = Counter()
    for moment in asked.session.scalars(query):
        day = day_of(moment) or asked.today
        found[day.year * 4 + (day.month - 1) // 3] += 1
    numerals = ("I", "II", "III", "IV")
    return tuple(
        Count(label=f"{numerals[place % 4]}/{place // 4}", value=found[place])
        for place in range(last - _QUARTERS + 1, last + 1)
    )


def topics(asked: Asked, case_ids: Sequence[int]) -> tuple[Count, ...]:
    """Return how many cases there are by theme, the most frequent first."""
    uids = list(asked.session.scalars(select(AdvisoryCase.uid).where(AdvisoryCase.id.in_(case_ids))))
    themes = taggings.codes_of_many(asked.session, uids, taggings.THEME)
    found = Counter(code for codes in themes.values() for code in set(codes))
    told = sorted((asked.label("theme", code), count) for code, count in found.items())
    told.sort(key=lambda pair: -pair[1])
    return tuple(Count(label=label, value=count) for label, count in told[:_TOPICS])


def theme_codes(asked: Asked, case_ids: Sequence[int]) -> tuple[str, ...]:
    """Return the codes of the themes of cases, in alphabetical order."""
    uids = list(asked.session.scalars(select(AdvisoryCase.uid).where(AdvisoryCase.id.in_(case_ids))))
    found = taggings.codes_of_many(asked.session, uids, taggings.THEME)
    return tuple(sorted({code for codes in found.values() for code in codes}))
