"""Gathering of the handover list: what whoever carries on for an absent adviser needs to know."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, or_, select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.adviser import Absence, Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.event import Event
from kts_desktop.models.note import Note
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.task import Task
from kts_desktop.models.vocab import OPEN_CASE_STATES, EventState, TaskKind
from kts_desktop.services import advisers, office_head, phones, vocabulary
from kts_desktop.services.briefing_labels import name_of
from kts_desktop.services.briefing_place import visible
from kts_desktop.services.paper_head import PAPER_ZONE, Head
from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, Ask, PaperOptions
from kts_desktop.storage.sessions import Session

OFFICE, ADVISER = "", "adviser"
SUBJECTS = frozenset({OFFICE, ADVISER})
_LISTS = ("case_state", "case_priority", "note_kind", "task_kind")
_SHOWN = 220  # letters of the last note


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverOptions(PaperOptions):
    """How far ahead appointments are told where no absence is entered, in days."""

    days_ahead: int = field(default=21, metadata={AT_LEAST: 1, AT_MOST: 365})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Something owed by a day; ``who`` is told where it is somebody outside."""

    what: str
    due: date
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The last note of a case, in short."""

    at: datetime
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One open case; ``next`` is what is due first."""

    number: str
    subject: str
    body: str = ""
    state: str = ""
    priority: str = ""
    last: Contact | None = None
    ours: tuple[Owed, ...] = ()
    theirs: tuple[Owed, ...] = ()
    next: Owed | None = None
    file_place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseTask:
    """A task outside the adviser's own cases."""

    kind: str
    owed: Owed
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A visit or an event of the time."""

    at: datetime
    what: str
    place: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The list; ``away_from`` is None where no absence is entered."""

    head: Head
    adviser: str
    unit: str = ""
    away_from: date | None = None
    away_to: date | None = None
    remark: str = ""
    deputy: str = ""
    deputy_phone: str = ""
    cases: tuple[CaseLine, ...] = ()
    tasks: tuple[LooseTask, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    until: date


@dataclass(frozen=True, slots=True)
class _Question:
    session: Session
    language: str
    today: date
    labels: dict[str, dict[str, str]]

    def label(self, list_key: str, code: str) -> str:
        return self.labels[list_key].get(code, code)


def gather(session: Session, ask: Ask) -> Handover:
    """Return the list of an adviser, of the one of this laptop where none is named.

    The absence is the one that runs or comes next. Raises NotFoundError if the adviser is gone.
    """
    options = ask.options
    assert isinstance(options, HandoverOptions)
    adviser = _adviser(session, ask)
    head = office_head.head(session, language=options.language, now=ask.now, adviser=adviser.id)
    today = head.taken.date()
    labels = vocabulary.many_labels(session, _LISTS, options.language)
    question = _Question(session, options.language, today, labels)
    absence, deputy = _absence(session, adviser.id, today)
    until = absence.ends_on if absence else today + timedelta(days=options.days_ahead)
    since = max(absence.starts_on, today) if absence else today
    cases = _cases(question, adviser.id)
    return Handover(
        head=head,
        adviser=adviser.name,
        unit=adviser.unit,
        away_from=absence.starts_on if absence else None,
        away_to=absence.ends_on if absence else None,
        remark=absence.remark if absence else "",
        deputy=deputy.name if deputy else "",
        deputy_phone=phones.shown(deputy.phone) if deputy else "",
        cases=tuple(cases.values()),
        tasks=_tasks(question, adviser.id, list(cases)),
        appointments=_appointments(session, adviser.id, since, until),
        until=until,
    )


def _adviser(session: Session, ask: Ask) -> Adviser:
    found: Adviser | None = None
    if ask.kind == ADVISER:
        found = session.get(Adviser, ask.ids[0]) if ask.ids else None
    else:
        me = advisers.me(session)
        found = session.get(Adviser, me.id) if me else None
    if found is None or found.deleted_at is not None:
        raise NotFoundError("gone", id=ask.ids[0] if ask.ids else 0)
    return found


def _absence(session: Session, adviser_id: int, today: date) -> tuple[Absence | None, Adviser | None]:
    absence = session.scalar(
        select(Absence)
        .where(Absence.adviser_id == adviser_id, Absence.deleted_at.is_(None), Absence.ends_on >= today)
        .order_by(Absence.starts_on, Absence.id)
        .limit(1)
    )
    deputy = session.get(Adviser, absence.deputy_id) if absence and absence.deputy_id else None
    return absence, deputy


def _cases(question: _Question, adviser_id: int) -> dict[int, CaseLine]:
    case = AdvisoryCase
    rows = question.session.execute(
        select(case, Organisation.name)
        .outerjoin(Organisation, Organisation.id == case.organisation_id)
        .where(
            case.lead_id == adviser_id,
            case.deleted_at.is_(None),
            case.state.in_([state.value for state in OPEN_CASE_STATES]),
        )
        .order_by(case.next_due_on.is_(None), case.next_due_on, case.number, case.id)
    ).all()
    ids = [row.id for row, _ in rows]
    last, owed = _last_notes(question, ids), _owed(question, ids)
    return {
        row.id: CaseLine(
            number=row.number,
            subject=row.subject,
            body=body or "",
            state=question.label("case_state", row.state),
            priority=question.label("case_priority", row.priority) if row.priority != "normal" else "",
            last=last.get(row.id),
            ours=tuple(one for kind, one in owed[row.id] if kind is TaskKind.OUR_PROMISE),
            theirs=tuple(one for kind, one in owed[row.id] if kind is TaskKind.THEIR_PROMISE),
            next=next((one for _, one in owed[row.id]), None),
            file_place=row.file_place,
        )
        for row, body in rows
    }


def _last_notes(question: _Question, ids: Sequence[int]) -> dict[int, Contact]:
    place = func.row_number().over(
        partition_by=Note.case_id, order_by=(Note.happened_at.desc(), Note.id.desc())
    )
    past = datetime.combine(question.today + timedelta(days=1), time(), PAPER_ZONE).astimezone(UTC)
    ranked = (
        select(Note.case_id, Note.happened_at, Note.kind, Note.title, Note.text, place.label("place"))
        .where(Note.case_id.in_(ids), Note.deleted_at.is_(None), Note.happened_at < past)
        .subquery()
    )
    return {
        row.case_id: Contact(
            at=row.happened_at.astimezone(PAPER_ZONE),
            kind=question.label("note_kind", row.kind),
            text=_short(row.title or row.text),
        )
        for row in question.session.execute(select(ranked).where(ranked.c.place == 1))
    }


def _owed(question: _Question, ids: Sequence[int]) -> defaultdict[int, list[tuple[TaskKind, Owed]]]:
    rows = question.session.execute(
        select(Task.case_id, Task.kind, Task.title, Task.due_on, Person)
        .outerjoin(Person, (Person.id == Task.owed_by_id) & visible(Person))
        .where(Task.case_id.in_(ids), Task.deleted_at.is_(None), Task.done_at.is_(None))
        .order_by(Task.due_on, Task.id)
    )
    out: defaultdict[int, list[tuple[TaskKind, Owed]]] = defaultdict(list)
    for case_id, kind, title, due_on, person in rows:
        who = name_of(person, question.language) if kind == TaskKind.THEIR_PROMISE else ""
        out[case_id or 0].append((TaskKind(kind), Owed(what=title, due=due_on, who=who)))
    return out


def _tasks(question: _Question, adviser_id: int, own: Sequence[int]) -> tuple[LooseTask, ...]:
    rows = question.session.execute(
        select(Task.kind, Task.title, Task.due_on, AdvisoryCase.number, Organisation.name, Event.title)
        .outerjoin(AdvisoryCase, AdvisoryCase.id == Task.case_id)
        .outerjoin(Organisation, Organisation.id == Task.organisation_id)
        .outerjoin(Event, Event.id == Task.event_id)
        .where(
            Task.assignee_id == adviser_id,
            Task.deleted_at.is_(None),
            Task.done_at.is_(None),
            or_(Task.case_id.is_(None), Task.case_id.not_in(own)),
        )
        .order_by(Task.due_on, Task.id)
    )
    return tuple(
        LooseTask(
            kind=question.label("task_kind", kind),
            owed=Owed(what=title, due=due_on),
            place=" · ".join(text for text in (number, body, event) if text),
        )
        for kind, title, due_on, number, body, event in rows
    )


def _appointments(session: Session, adviser_id: int, since: date, until: date) -> tuple[Appointment, ...]:
    start = datetime.combine(since, time(), PAPER_ZONE).astimezone(UTC)
    end = datetime.combine(until + timedelta(days=1), time(), PAPER_ZONE).astimezone(UTC)
    visits = session.execute(
        select(Note.happened_at, Note.title, Note.text, Organisation.name, AdvisoryCase.number)
        .outerjoin(AdvisoryCase, AdvisoryCase.id == Note.case_id)
        .outerjoin(
            Organisation,
            Organisation.id == func.coalesce(Note.organisation_id, AdvisoryCase.organisation_id),
        )
        .where(
            Note.author_id == adviser_id,
            Note.kind == "visit",
            Note.deleted_at.is_(None),
            Note.happened_at >= start,
            Note.happened_at < end,
        )
    )
    events = session.execute(
        select(Event.starts_at, Event.title, Event.venue).where(
            Event.organiser_id == adviser_id,
            Event.deleted_at.is_(None),
            Event.state != EventState.CANCELLED.value,
            Event.starts_at >= start,
            Event.starts_at < end,
        )
    )
    found = [_visit(*row) for row in visits]
    found += [
        Appointment(at=at.astimezone(PAPER_ZONE), what=title, place=venue) for at, title, venue in events
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.what)))


def _visit(at: datetime, title: str, text: str, body: str | None, number: Any) -> Appointment:
    what = _short(title or text)
    return Appointment(at=at.astimezone(PAPER_ZONE), what=what, place=body or "", number=number or "")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN].rsplit(maxsplit=1)[0]} …"
