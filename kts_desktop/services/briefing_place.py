"""What a pack says about a body and its model project."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from kts_desktop.models import project as projects
from kts_desktop.models.adviser import Adviser, Responsibility
from kts_desktop.models.measure import Measure
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.person import Person
from kts_desktop.models.register import RegisterEntry
from kts_desktop.models.vocab import ContactKind, KeyScheme
from kts_desktop.services import contact_points, places, snapshot, taggings
from kts_desktop.services.briefing_labels import Asked, loose, name_of
from kts_desktop.services.contact_points import ContactLine, Of, Owner
from kts_desktop.services.reference_files import FUNDING_PERIOD
from kts_desktop.services.snapshot import Position, Profile, Project

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

_DEGREE = 10_000_000
_HECTARES = Decimal(100)
_CENTS = Decimal(100)
_HOME = "DE"
_LONGEST = 1_500


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the rest of the gathering needs it."""

    row: Organisation
    keys: tuple[tuple[str, str], ...]


def body(asked: Asked, organisation_id: int) -> Body | None:
    """Return a body with its official keys; None if it is gone."""
    found = asked.session.get(Organisation, organisation_id)
    if found is None or found.deleted_at is not None:
        return None
    rows = asked.session.execute(
        select(OrganisationKey.scheme, OrganisationKey.value)
        .where(
            OrganisationKey.organisation_id == organisation_id,
            OrganisationKey.deleted_at.is_(None),
            or_(OrganisationKey.valid_to.is_(None), OrganisationKey.valid_to >= asked.today),
        )
        .order_by(OrganisationKey.scheme, OrganisationKey.value)
    )
    return Body(found, tuple((scheme, value) for scheme, value in rows))


def profile(asked: Asked, found: Body, project_id: int | None) -> Profile:
    """Return the profile of a body."""
    row = found.row
    ways = contact_points.lines(asked.session, Owner(Of.BODY, row.id))
    kind = (
        asked.label("body_type", row.body_type)
        if row.body_type
        else asked.label("organisation_kind", row.kind)
    )
    return Profile(
        name=row.name,
        kind=kind,
        designation=places.designation_in_words(row.designation),
        district=row.district,
        state=asked.label("state", row.state) if row.state else "",
        state_key=row.state,
        country="" if row.country == _HOME else row.country,
        population=row.population,
        population_as_of=row.population_as_of,
        population_source=row.population_source,
        size_class=asked.label("size_class", places.size_class(row.population)),
        area_km2=Decimal(row.area_ha) / _HECTARES if row.area_ha else None,
        keys=found.keys,
        address=_address(ways),
        website=_first(ways, ContactKind.WEB),
        phone=_first(ways, ContactKind.PHONE, ContactKind.MOBILE),
        email=_first(ways, ContactKind.EMAIL),
        responsible=_responsible(asked, row, project_id),
        remark=asked.cut(row.remark, _LONGEST),
        position=_position(asked, found),
    )


def project_of(asked: Asked, organisation_id: int) -> int | None:
    """Return the model project a body takes part in; the one it leads before others."""
    member = projects.ProjectMember
    return asked.session.scalar(
        select(member.project_id)
        .join(projects.Project, projects.Project.id == member.project_id)
        .where(
            member.organisation_id == organisation_id,
            member.deleted_at.is_(None),
            projects.Project.deleted_at.is_(None),
            or_(member.valid_to.is_(None), member.valid_to >= asked.today),
        )
        .order_by(member.role != "lead", member.position, member.project_id)
        .limit(1)
    )


def project(asked: Asked, project_id: int) -> Project | None:
    """Return a model project with members, phases, milestones and money; None if it is gone."""
    row = asked.session.get(projects.Project, project_id)
    if row is None or row.deleted_at is not None:
        return None
    cohort = asked.session.execute(
        select(projects.Cohort.code, projects.Cohort.name).where(projects.Cohort.id == row.cohort_id)
    ).one_or_none()
    fields = taggings.codes(asked.session, row.uid, "programme_field")
    return Project(
        title=f"{row.project_name} ({row.title})" if row.project_name else row.title,
        cohort=asked.labels["cohort"].get(cohort.code, cohort.name) if cohort else "",
        category=asked.label("programme_category", row.category) if row.category else "",
        form=asked.label("project_form", row.form) if row.form else "",
        fields=asked.label_all("programme_field", fields),
        vision=asked.cut(row.vision or row.working_title, _LONGEST),
        summary=asked.cut(row.strategy, _LONGEST),
        remark=asked.cut("; ".join(text for text in (row.phase_note, row.remark) if text), _LONGEST),
        members=_members(asked, project_id),
        phases=_phases(asked, project_id),
        milestones=_milestones(asked, project_id),
        funding=_funding(asked, project_id),
    )


def measures(asked: Asked, organisation_id: int, project_id: int | None) -> tuple[snapshot.Measure, ...]:
    """Return the measures of a body and of its project, by title."""
    rows = asked.session.execute(
        select(Measure, Person)
        .outerjoin(Person, (Person.id == Measure.contact_id) & visible(Person))
        .where(
            Measure.deleted_at.is_(None),
            or_(Measure.organisation_id == organisation_id, Measure.project_id == (project_id or 0)),
        )
        .order_by(Measure.sort_key, Measure.id)
    ).all()
    themes = taggings.codes_of_many(asked.session, [row.uid for row, _ in rows], taggings.THEME)
    return tuple(
        snapshot.Measure(
            title=row.title,
            stage=asked.label("measure_stage", row.stage) if row.stage else "",
            themes=asked.label_all("theme", themes.get(row.uid, ())),
            summary=asked.cut(row.summary, _LONGEST),
            contact=name_of(person, asked.language),
        )
        for row, person in rows
    )


def visible(person: type[Person]) -> ColumnElement[bool]:
    """Return what a paper may name: people who are there, not restricted, not merged into another."""
    return person.deleted_at.is_(None) & person.restricted_at.is_(None) & person.merged_into_id.is_(None)


def _address(ways: list[ContactLine]) -> str:
    return next((w.shown for w in ways if w.kind is ContactKind.POSTAL), "")


def _first(ways: list[ContactLine], *kinds: ContactKind) -> str:
    return next((w.shown for w in ways if w.kind in kinds), "")


def _position(asked: Asked, found: Body) -> Position | None:
    """Return the point of a body; the directory knows whether it is its own or a mean."""
    ags = next((value for scheme, value in found.keys if scheme == KeyScheme.AGS), "")
    entry = asked.session.execute(
        select(RegisterEntry.lat, RegisterEntry.lon, RegisterEntry.position_is_exact)
        .where(RegisterEntry.ags == ags, RegisterEntry.ags != "")
        .limit(1)
    ).one_or_none()
    lat, lon = found.row.lat, found.row.lon
    if (lat is None or lon is None) and entry is not None:
        lat, lon = entry.lat, entry.lon
    if lat is None or lon is None:
        return None
    return Position(lat=lat / _DEGREE, lon=lon / _DEGREE, exact=entry is None or entry.position_is_exact)


def _responsible(asked: Asked, row: Organisation, project_id: int | None) -> str:
    """Return the advisers who look after the project, else after the state; deputies behind."""
    duty = Responsibility
    rows = asked.session.execute(
        select(duty.scope, duty.is_deputy, Adviser.name)
        .join(Adviser, Adviser.id == duty.adviser_id)
        .where(
            duty.deleted_at.is_(None),
            Adviser.deleted_at.is_(None),
            *_running(asked.today, duty.valid_from, duty.valid_to),
            or_(
                (duty.scope == "project") & (duty.project_id == (project_id or 0)),
                (duty.scope == "state") & (duty.code == row.state),
            ),
        )
        .order_by(duty.scope, duty.is_deputy, Adviser.name)
    ).all()
    nearest = [r for r in rows if r.scope == "project"] or rows
    deputy = "Vertretung" if asked.language == "de" else "deputy"
    return ", ".join(f"{r.name} ({deputy})" if r.is_deputy else r.name for r in nearest)


def _running(
    today: date, begins: "InstrumentedAttribute[date | None]", ends: "InstrumentedAttribute[date | None]"
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return or_(begins.is_(None), begins <= today), or_(ends.is_(None), ends >= today)


def _members(asked: Asked, project_id: int) -> tuple[snapshot.Member, ...]:
    member = projects.ProjectMember
    rows = asked.session.execute(
        select(Organisation.name, member.role, Organisation.state)
        .join(Organisation, Organisation.id == member.organisation_id)
        .where(
            member.project_id == project_id, member.deleted_at.is_(None), Organisation.deleted_at.is_(None)
        )
        .order_by(member.position, Organisation.sort_key, Organisation.id)
    )
    return tuple(
        snapshot.Member(
            name=name,
            role=asked.label("project_member_role", role),
            state=asked.label("state", state) if state else "",
        )
        for name, role, state in rows
    )


def _phases(asked: Asked, project_id: int) -> tuple[snapshot.Phase, ...]:
    phase = projects.ProjectPhase
    rows = asked.session.execute(
        select(phase.phase, phase.starts, phase.ends)
        .where(phase.project_id == project_id, phase.deleted_at.is_(None))
        .order_by(phase.phase == FUNDING_PERIOD, phase.starts, phase.ends, phase.phase)
    )
    return tuple(
        snapshot.Phase(label=asked.label("project_phase", code), begins=loose(starts), ends=loose(ends))
        for code, starts, ends in rows
    )


def _milestones(asked: Asked, project_id: int) -> tuple[snapshot.Milestone, ...]:
    step = projects.Milestone
    rows = asked.session.execute(
        select(step.kind, step.due_on, step.reached_on, step.remark)
        .where(step.project_id == project_id, step.deleted_at.is_(None))
        .order_by(func.coalesce(step.reached_on, step.due_on), step.id)
    )
    return tuple(
        snapshot.Milestone(
            on=snapshot.LooseDate(on=day),
            label=asked.label("milestone_kind", kind),
            remark=remark,
        )
        for kind, due, reached, remark in rows
        if (day := reached or due)
    )


def _funding(asked: Asked, project_id: int) -> tuple[snapshot.Funding, ...]:
    money = projects.Funding
    rows = asked.session.execute(
        select(money.kind, money.amount_cents, money.currency, money.as_of, money.origin, money.is_official)
        .where(money.project_id == project_id, money.deleted_at.is_(None))
        .order_by(money.kind, money.as_of, money.id)
    )
    return tuple(
        snapshot.Funding(
            kind=asked.label("funding_kind", kind),
            amount=Decimal(cents) / _CENTS,
            currency=currency,
            as_of=as_of,
            source=origin,
            public_figure=not official,
        )
        for kind, cents, currency, as_of, origin, official in rows
    )
