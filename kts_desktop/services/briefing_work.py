"""What a pack says about the work: cases with their notes, what is owed, events."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.declaring import aliased
from kts_desktop.models.event import Event, EventHost
from kts_desktop.models.note import Note, NotePerson
from kts_desktop.models.person import Affiliation, Person
from kts_desktop.models.registration import Registration
from kts_desktop.models.task import Task
from kts_desktop.models.vocab import OPEN_CASE_STATES, TaskKind
from kts_desktop.services import snapshot, taggings
from kts_desktop.services.briefing_labels import Asked, day_of, name_of
from kts_desktop.services.briefing_place import visible
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.services.snapshot import Case, Duty

_LONGEST_CONCERN = 1_500
_FOLLOWED = (TaskKind.FOLLOW_UP, TaskKind.DEADLINE, TaskKind.MINUTES_TASK)
_HOST = {"de": "richtet aus", "en": "host"}


@dataclass(frozen=True, slots=True)
class Depth:
    """How many notes of a case are shown, and how long each may be."""

    notes: int
    letters: int


@dataclass(frozen=True, slots=True)
class Duties:
    """What is owed, by kind."""

    follow_ups: tuple[Duty, ...]
    ours: tuple[Duty, ...]
    theirs: tuple[Duty, ...]


def case_ids(asked: Asked, organisation_id: int) -> list[int]:
    """Return the cases of a body: the open ones, newest first, then those closed in the period."""
    case = AdvisoryCase
    is_open = case.state.in_([state.value for state in OPEN_CASE_STATES])
    ended = func.coalesce(case.closed_on, case.filed_on, case.received_on)
    return list(
        asked.session.scalars(
            select(case.id)
            .where(
                case.organisation_id == organisation_id,
                case.deleted_at.is_(None),
                or_(is_open, ended >= asked.since.date()),
            )
            .order_by(is_open.desc(), case.received_on.desc(), case.id.desc())
        )
    )


def cases(asked: Asked, ids: Sequence[int], depth: Mapping[int, Depth], usual: Depth) -> tuple[Case, ...]:
    """Return cases in the order of ``ids``; ``depth`` tells how many notes of a case, else ``usual`` does."""
    lead, deputy = aliased(Adviser), aliased(Adviser)
    rows = {
        case.id: (case, lead_name or "", deputy_name or "")
        for case, lead_name, deputy_name in asked.session.execute(
            select(AdvisoryCase, lead.name, deputy.name)
            .outerjoin(lead, lead.id == AdvisoryCase.lead_id)
            .outerjoin(deputy, deputy.id == AdvisoryCase.deputy_id)
            .where(AdvisoryCase.id.in_(ids), AdvisoryCase.deleted_at.is_(None))
        )
    }
    owners = [case.uid for case, _, _ in rows.values()]
    themes = taggings.codes_of_many(asked.session, owners, taggings.THEME)
    guidelines = taggings.codes_of_many(asked.session, owners, taggings.GUIDELINE)
    most = max([usual.notes, *(d.notes for d in depth.values())])
    notes, counts = _notes(asked, ids, most)
    out = []
    for case_id in (i for i in ids if i in rows):
        row, lead_name, deputy_name = rows[case_id]
        wanted = depth.get(case_id, usual)
        out.append(
            Case(
                number=row.number,
                subject=row.subject,
                state=asked.label("case_state", row.state),
                open=row.state in OPEN_CASE_STATES,
                priority=asked.label("case_priority", row.priority) if row.priority != "normal" else "",
                form=asked.label("advice_form", row.advice_form),
                lead=lead_name,
                deputy=deputy_name,
                received=row.received_on,
                closed=row.closed_on,
                concern=asked.cut(row.concern, _LONGEST_CONCERN),
                result=asked.cut(row.result, _LONGEST_CONCERN),
                themes=asked.label_all("theme", themes.get(row.uid, ())),
                guidelines=asked.label_all("charter_guideline", guidelines.get(row.uid, ())),
                notes=tuple(_shown(asked, found, wanted) for found in notes.get(case_id, [])[: wanted.notes]),
                note_count=counts.get(case_id, 0),
            )
        )
    return tuple(out)


def duties(asked: Asked, organisation_id: int, project_id: int | None, ids: Sequence[int]) -> Duties:
    """Return what is open on the body, its project and its cases, by day."""
    rows = asked.session.execute(
        select(Task, Adviser.name, Person, AdvisoryCase.number, Note.happened_at)
        .outerjoin(Adviser, Adviser.id == Task.assignee_id)
        .outerjoin(Person, (Person.id == Task.owed_by_id) & visible(Person))
        .outerjoin(AdvisoryCase, AdvisoryCase.id == Task.case_id)
        .outerjoin(Note, Note.id == Task.note_id)
        .where(
            Task.deleted_at.is_(None),
            Task.done_at.is_(None),
            or_(
                Task.case_id.in_(ids),
                (Task.organisation_id == organisation_id) & Task.case_id.is_(None),
                (Task.project_id == (project_id or 0)) & Task.case_id.is_(None),
            ),
        )
        .order_by(Task.due_on, Task.id)
    )
    groups: dict[TaskKind, list[Duty]] = defaultdict(list)
    for task, assignee, person, number, at in rows:
        kind = TaskKind(task.kind)
        owing = name_of(person, asked.language) if kind is TaskKind.THEIR_PROMISE else ""
        duty = Duty(
            what=task.title,
            due=task.due_on,
            who=owing or assignee or "",
            number=number or "",
            since=day_of(at),
        )
        groups[TaskKind.FOLLOW_UP if kind in _FOLLOWED else kind].append(duty)
    return Duties(
        follow_ups=tuple(groups[TaskKind.FOLLOW_UP]),
        ours=tuple(groups[TaskKind.OUR_PROMISE]),
        theirs=tuple(groups[TaskKind.THEIR_PROMISE]),
    )


def events(asked: Asked, organisation_id: int) -> tuple[snapshot.Event, ...]:
    """Return the events a body hosts or sends people to, the latest first."""
    hosted = set(
        asked.session.scalars(
            select(EventHost.event_id).where(
                EventHost.organisation_id == organisation_id, EventHost.deleted_at.is_(None)
            )
        )
    )
    sent = _registrations(asked, organisation_id)
    rows = asked.session.scalars(
        select(Event)
        .where(Event.id.in_([*hosted, *sent]), Event.deleted_at.is_(None), Event.starts_at >= asked.since)
        .order_by(Event.starts_at.desc(), Event.id)
    )
    out = []
    for row in rows:
        parts = [_HOST[asked.language]] if row.id in hosted else []
        people = []
        for name, state, role in sent.get(row.id, []):
            label = asked.label("registration_state", state)
            people.append(
                f"{name} ({label})"
                if role == "participant"
                else f"{name} ({asked.label('event_role', role)}, {label})"
            )
        out.append(
            snapshot.Event(
                begins=row.starts_at.astimezone(PAPER_ZONE),
                title=row.title,
                place=", ".join(text for text in (row.venue, row.venue_address) if text),
                mode=asked.label("event_mode", row.mode),
                part=", ".join(parts),
                people=tuple(people),
            )
        )
    return tuple(out)


def _registrations(asked: Asked, organisation_id: int) -> dict[int, list[tuple[str, str, str]]]:
    """Return, by event, who of a body is registered: name, state, role."""
    of_the_body = select(Affiliation.person_id).where(
        Affiliation.organisation_id == organisation_id,
        Affiliation.deleted_at.is_(None),
        or_(Affiliation.valid_to.is_(None), Affiliation.valid_to >= asked.today),
    )
    place = Registration
    rows = asked.session.execute(
        select(place.event_id, place.typed_name, place.state, place.role, Person)
        .outerjoin(Person, Person.id == place.person_id)
        .where(
            place.deleted_at.is_(None),
            or_(
                place.organisation_id == organisation_id,
                place.organisation_id.is_(None) & place.person_id.in_(of_the_body),
            ),
            or_(place.person_id.is_(None), visible(Person)),
        )
        .order_by(place.event_id, place.id)
    )
    out: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for event_id, typed, state, role, person in rows:
        name = name_of(person, asked.language) or typed
        if name:
            out[event_id].append((name, state, role))
    return out


@dataclass(frozen=True, slots=True)
class _FoundNote:
    note: Note
    author: str
    people: tuple[str, ...]


def _notes(asked: Asked, ids: Sequence[int], most: int) -> tuple[dict[int, list[_FoundNote]], dict[int, int]]:
    """Return the last notes of each case, newest first, and how many there are in all."""
    ranked = (
        select(
            Note.id,
            func.row_number()
            .over(partition_by=Note.case_id, order_by=(Note.happened_at.desc(), Note.id.desc()))
            .label("rank"),
            func.count().over(partition_by=Note.case_id).label("total"),
        )
        .where(Note.case_id.in_(ids), Note.deleted_at.is_(None), Note.happened_at <= asked.now)  # no plans
        .subquery()
    )
    rows = asked.session.execute(
        select(Note, Adviser.name, ranked.c.total, ranked.c.rank)
        .join(ranked, ranked.c.id == Note.id)
        .outerjoin(Adviser, Adviser.id == Note.author_id)
        .where(ranked.c.rank <= most, or_(ranked.c.rank == 1, Note.happened_at >= asked.since))
        .order_by(Note.case_id, ranked.c.rank)
    ).all()
    people = _note_people(asked, [note.id for note, *_ in rows])
    found: dict[int, list[_FoundNote]] = defaultdict(list)
    counts: dict[int, int] = {}
    for note, author, total, _ in rows:
        names = people.get(note.id, (note.caller,) if note.caller else ())
        found[note.case_id or 0].append(_FoundNote(note, author or "", tuple(names)))
        counts[note.case_id or 0] = total
    return found, counts


def _note_people(asked: Asked, note_ids: Sequence[int]) -> dict[int, list[str]]:
    rows = asked.session.execute(
        select(NotePerson.note_id, Person)
        .join(Person, (Person.id == NotePerson.person_id) & visible(Person))
        .where(NotePerson.note_id.in_(note_ids), NotePerson.deleted_at.is_(None))
        .order_by(NotePerson.note_id, NotePerson.id)
    )
    out: dict[int, list[str]] = defaultdict(list)
    for note_id, person in rows:
        out[note_id].append(name_of(person, asked.language))
    return out


def _shown(asked: Asked, found: _FoundNote, depth: Depth) -> snapshot.Note:
    note = found.note
    text = "\n".join(part for part in (note.title, note.text) if part)
    return snapshot.Note(
        at=note.happened_at.astimezone(PAPER_ZONE),
        kind=asked.label("note_kind", note.kind),
        who=found.author,
        people=", ".join(found.people),
        text=asked.cut(text, depth.letters),
        next_step=asked.cut(note.next_step, depth.letters),
    )
