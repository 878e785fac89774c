"""The figures of a quarter: cases, contacts, events, people and bodies, each with the records behind it.

Nothing is counted by adviser. The same records give the same figures, whenever they are asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import select

from kts_desktop.models.case import AdvisoryCase, CasePerson
from kts_desktop.models.event import Event
from kts_desktop.models.note import Note, NotePerson
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.project import Cohort, Project, ProjectMember
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import EventState, RegistrationState
from kts_desktop.services import places, taggings, vocabulary
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.services.report_figures import Breakdown, Figure, Quarter
from kts_desktop.storage.sessions import Session

CASE, NOTE, EVENT = AdvisoryCase.__tablename__, Note.__tablename__, Event.__tablename__
PERSON, BODY, REGISTRATION = "person", Organisation.__tablename__, Registration.__tablename__
NONE = ""  # the code of what has no value
_LISTS = (
    *("advice_form", "channel", "state", "size_class", "cohort", "programme_field", "theme"),
    *("charter_guideline", "note_kind", "event_format"),
)
_NO_VALUE = {"de": "ohne Angabe", "en": "not stated"}
_NOT_FUNDED = {"de": "nicht gefördert", "en": "not funded"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All figures of a quarter with those of the one before."""

    quarter: Quarter
    overview: tuple[Breakdown, ...]
    cases: tuple[Breakdown, ...]
    contacts: tuple[Breakdown, ...]
    events: tuple[Breakdown, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    id: int
    uid: bytes
    body_id: int | None
    project_id: int | None
    form: str
    channel: str
    state: str
    size: str


@dataclass(frozen=True, slots=True)
class _Note:
    id: int
    kind: str
    body_id: int | None


@dataclass(frozen=True, slots=True)
class _Event:
    id: int
    format: str


@dataclass(frozen=True, slots=True)
class _Period:
    """What happened in one quarter."""

    opened: list[_Case]
    closed: list[int]
    open_at_end: list[int]
    notes: list[_Note]
    events: list[_Event]
    attended: list[int]
    people: list[int]
    bodies: list[int]


def quarterly(session: Session, quarter: Quarter, language: str) -> Report:
    """Return the figures of a quarter and of the one before."""
    labels = vocabulary.many_labels(session, _LISTS, language)
    now, then = _period(session, quarter), _period(session, quarter.before)
    count = _Counter(session, labels, language)
    return Report(
        quarter=quarter,
        overview=(
            _alone("opened", CASE, [one.id for one in now.opened], [one.id for one in then.opened]),
            _alone("closed", CASE, now.closed, then.closed),
            _alone("open_at_end", CASE, now.open_at_end, then.open_at_end),
            _alone("notes", NOTE, [one.id for one in now.notes], [one.id for one in then.notes]),
            _alone("people", PERSON, now.people, then.people),
            _alone("bodies", BODY, now.bodies, then.bodies),
            _alone("events", EVENT, [one.id for one in now.events], [one.id for one in then.events]),
            _alone("attended", REGISTRATION, now.attended, then.attended),
        ),
        cases=count.cases(now.opened, then.opened),
        contacts=(
            count.by(
                "note_kind", NOTE, [(n.id, n.kind) for n in now.notes], [(n.id, n.kind) for n in then.notes]
            ),
        ),
        events=(
            count.by(
                "event_format",
                EVENT,
                [(e.id, e.format) for e in now.events],
                [(e.id, e.format) for e in then.events],
            ),
        ),
    )


class _Counter:
    """Sorts records into the rows of value lists."""

    def __init__(self, session: Session, labels: Mapping[str, Mapping[str, str]], language: str) -> None:
        self._session, self._labels, self._language = session, labels, language

    def cases(self, now: Sequence[_Case], then: Sequence[_Case]) -> tuple[Breakdown, ...]:
        """Return the new cases by each value list."""
        plain: tuple[tuple[str, Callable[[_Case], str]], ...] = (
            ("advice_form", lambda case: case.form),
            ("channel", lambda case: case.channel),
            ("state", lambda case: case.state),
            ("size_class", lambda case: case.size),
        )
        out = [
            self.by(key, CASE, [(c.id, of(c)) for c in now], [(c.id, of(c)) for c in then])
            for key, of in plain
        ]
        projects = _projects(self._session, [*now, *then])
        cohorts = _cohorts(self._session, set(projects.values()))
        fields = _fields(self._session, set(projects.values()))
        uids = [case.uid for case in (*now, *then)]
        themes = taggings.codes_of_many(self._session, uids, taggings.THEME)
        guidelines = taggings.codes_of_many(self._session, uids, taggings.GUIDELINE)

        def cohort(case: _Case) -> str:
            return cohorts.get(projects.get(case.id, 0), NONE)

        def field(case: _Case) -> Iterable[str]:
            return fields.get(projects.get(case.id, 0), ())

        out.append(
            self.by("cohort", CASE, [(c.id, cohort(c)) for c in now], [(c.id, cohort(c)) for c in then])
        )
        several: tuple[tuple[str, Callable[[_Case], Iterable[str]]], ...] = (
            ("programme_field", field),
            ("theme", lambda case: themes.get(case.uid, ())),
            ("charter_guideline", lambda case: guidelines.get(case.uid, ())),
        )
        for key, of_many in several:
            pairs = [[(c.id, code) for c in cases for code in of_many(c) or (NONE,)] for cases in (now, then)]
            out.append(self.by(key, CASE, pairs[0], pairs[1], is_multiple=True))
        return tuple(out)

    def by(
        self,
        key: str,
        kind: str,
        now: Sequence[tuple[int, str]],
        then: Sequence[tuple[int, str]],
        *,
        is_multiple: bool = False,
    ) -> Breakdown:
        """Return records by the codes of a value list, in its order; codes of neither quarter stay out."""
        this, last = _grouped(now), _grouped(then)
        codes = [code for code in self._labels[key] if code in this or code in last]
        codes += sorted((this.keys() | last.keys()) - set(codes) - {NONE})
        codes += [NONE] if NONE in this or NONE in last else []
        figures = tuple(
            Figure(
                code=code, label=self._label(key, code), ids=this.get(code, ()), ids_before=last.get(code, ())
            )
            for code in codes
        )
        return Breakdown(
            key=key,
            kind=kind,
            figures=figures,
            total=Figure(code=key, label="", ids=_once(now), ids_before=_once(then)),
            is_multiple=is_multiple,
        )

    def _label(self, key: str, code: str) -> str:
        if code:
            return self._labels[key].get(code, code)
        return (_NOT_FUNDED if key == "cohort" else _NO_VALUE)[self._language]


def _alone(key: str, kind: str, now: Sequence[int], then: Sequence[int]) -> Breakdown:
    total = Figure(code=key, label="", ids=tuple(sorted(now)), ids_before=tuple(sorted(then)))
    return Breakdown(key=key, kind=kind, figures=(), total=total)


def _grouped(pairs: Sequence[tuple[int, str]]) -> dict[str, tuple[int, ...]]:
    out: defaultdict[str, set[int]] = defaultdict(set)
    for id_, code in pairs:
        out[code].add(id_)
    return {code: tuple(sorted(ids)) for code, ids in out.items()}


def _once(pairs: Sequence[tuple[int, str]]) -> tuple[int, ...]:
    return tuple(sorted({id_ for id_, _ in pairs}))


def _period(session: Session, quarter: Quarter) -> _Period:
    begin, end = quarter.begins, quarter.after.begins
    opened, notes = _opened(session, begin, end), _notes(session, begin, end)
    events = _events(session, begin, end)
    case = AdvisoryCase
    alive = case.deleted_at.is_(None)
    closed = session.scalars(
        select(case.id).where(alive, case.closed_on >= begin, case.closed_on < end)
    ).all()
    still = session.scalars(
        select(case.id).where(
            alive, case.received_on < end, case.closed_on.is_(None) | (case.closed_on >= end)
        )
    ).all()
    attended = session.execute(
        select(Registration.id, Registration.person_id, Registration.organisation_id).where(
            Registration.event_id.in_([one.id for one in events]),
            Registration.state == RegistrationState.ATTENDED.value,
            Registration.deleted_at.is_(None),
        )
    ).all()
    people = {row.person_id for row in attended if row.person_id}
    of_notes = select(NotePerson.person_id).where(
        NotePerson.note_id.in_([one.id for one in notes]), NotePerson.deleted_at.is_(None)
    )
    of_cases = select(CasePerson.person_id).where(
        CasePerson.case_id.in_([one.id for one in opened]), CasePerson.deleted_at.is_(None)
    )
    people |= set(session.scalars(of_notes)) | set(session.scalars(of_cases))
    people = _kept(session, Person, people)
    bodies = {row.organisation_id for row in attended}
    bodies |= {one.body_id for one in opened} | {one.body_id for one in notes}
    bodies = _kept(session, Organisation, {body for body in bodies if body})
    return _Period(
        opened=opened,
        closed=list(closed),
        open_at_end=list(still),
        notes=notes,
        events=events,
        attended=[row.id for row in attended],
        people=sorted(people),
        bodies=sorted(bodies),
    )


def _kept(session: Session, model: type[Person | Organisation], ids: set[int]) -> set[int]:
    """Return records by the ones they were merged into, so that the same person counts once."""
    rows = session.execute(
        select(model.id, model.merged_into_id).where(
            model.merged_into_id.is_not(None), model.deleted_at.is_(None)
        )
    )
    into: dict[int, int] = {id_: target for id_, target in rows if target is not None}
    return {_last(into, id_) for id_ in ids}


def _last(into: Mapping[int, int], id_: int) -> int:
    seen = {id_}
    while into.get(id_, id_) not in seen:
        id_ = into[id_]
        seen.add(id_)
    return id_


def _opened(session: Session, begin: date, end: date) -> list[_Case]:
    case = AdvisoryCase
    rows = session.execute(
        select(
            case.id,
            case.uid,
            case.organisation_id,
            case.project_id,
            case.advice_form,
            case.channel,
            Organisation.state,
            Organisation.population,
        )
        .outerjoin(Organisation, Organisation.id == case.organisation_id)
        .where(case.deleted_at.is_(None), case.received_on >= begin, case.received_on < end)
        .order_by(case.id)
    )
    return [
        _Case(id_, uid, body_id, project_id, form, channel, state or NONE, places.size_class(population))
        for id_, uid, body_id, project_id, form, channel, state, population in rows
    ]


def _notes(session: Session, begin: date, end: date) -> list[_Note]:
    rows = session.execute(
        select(Note.id, Note.kind, Note.organisation_id, AdvisoryCase.organisation_id)
        .outerjoin(AdvisoryCase, AdvisoryCase.id == Note.case_id)
        .where(Note.deleted_at.is_(None), Note.happened_at >= _moment(begin), Note.happened_at < _moment(end))
        .order_by(Note.id)
    )
    return [_Note(id_, kind, own or of_case) for id_, kind, own, of_case in rows]


def _events(session: Session, begin: date, end: date) -> list[_Event]:
    rows = session.execute(
        select(Event.id, Event.format)
        .where(
            Event.deleted_at.is_(None),
            Event.state != EventState.CANCELLED.value,
            Event.starts_at >= _moment(begin),
            Event.starts_at < _moment(end),
        )
        .order_by(Event.id)
    )
    return [_Event(id_, code) for id_, code in rows]


def _projects(session: Session, cases: Sequence[_Case]) -> dict[int, int]:
    """Return the model project of each case: its own, else that its body takes part in."""
    member = ProjectMember
    rows = session.execute(
        select(member.organisation_id, member.project_id)
        .where(
            member.organisation_id.in_({case.body_id for case in cases if case.body_id}),
            member.deleted_at.is_(None),
        )
        .order_by(member.role != "lead", member.position, member.project_id)
    )
    of_body: dict[int, int] = {}
    for body_id, project_id in rows:
        of_body.setdefault(body_id, project_id)
    found = {case.id: case.project_id or of_body.get(case.body_id or 0) for case in cases}
    return {case_id: project_id for case_id, project_id in found.items() if project_id}


def _cohorts(session: Session, projects: Iterable[int]) -> dict[int, str]:
    rows = session.execute(
        select(Project.id, Cohort.code)
        .join(Cohort, Cohort.id == Project.cohort_id)
        .where(Project.id.in_(list(projects)))
    )
    return {id_: code for id_, code in rows}  # noqa: C416 - rows, not pairs


def _fields(session: Session, projects: Iterable[int]) -> dict[int, list[str]]:
    rows = session.execute(select(Project.id, Project.uid).where(Project.id.in_(list(projects)))).all()
    codes = taggings.codes_of_many(session, [uid for _, uid in rows], "programme_field")
    return {id_: codes.get(uid, []) for id_, uid in rows}


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), PAPER_ZONE).astimezone(UTC)
