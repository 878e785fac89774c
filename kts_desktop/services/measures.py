"""Measures: what projects and bodies do, with stage, cost class and ratings that stand with their reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.link import Tagging
from kts_desktop.models.measure import Measure
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.project import Project
from kts_desktop.models.vocab import MeasureId
from kts_desktop.services import taggings
from kts_desktop.storage import search
from kts_desktop.storage.sessions import Session

KIND = Measure.__tablename__


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDraft:
    """What is entered about a measure; a rating other than unknown needs its reason."""

    title: str
    project_id: int | None = None
    organisation_id: int | None = None
    summary: str = ""
    stage: str = ""
    needs: str = ""
    cost_class: str = "unknown"
    open_source: bool | None = None
    transferability: str = "unknown"
    transferability_reason: str = ""
    durability: str = ""
    durability_reason: str = ""
    contact_id: int | None = None
    themes: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFilter:
    """Which measures are wanted; empty fields do not narrow the list."""

    text: str = ""
    project_id: int | None = None
    organisation_ids: tuple[int, ...] = ()
    theme: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """What a list shows of a measure."""

    id: MeasureId
    title: str
    stage: str
    project_id: int | None
    project: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCard(MeasureDraft):
    """Everything about a measure, with the names it refers to."""

    id: MeasureId
    uid: bytes
    project: str
    body: str
    contact: str
    source: str
    deleted_at: datetime | None


def ids(session: Session, wanted: MeasureFilter) -> list[MeasureId]:
    """Return the ids of measures by title."""
    query = select(Measure.id).where(Measure.deleted_at.is_(None), *_conditions(wanted))
    return [MeasureId(id_) for id_ in session.scalars(query.order_by(Measure.sort_key, Measure.id))]


def rows(session: Session, ids: Sequence[int]) -> dict[int, MeasureRow]:
    """Return the rows of a window of ids, with their themes."""
    found = session.execute(
        select(
            Measure.id,
            Measure.uid,
            Measure.title,
            Measure.stage,
            Measure.project_id,
            func.coalesce(Project.title, "").label("project"),
        )
        .outerjoin(Project, Project.id == Measure.project_id)
        .where(Measure.id.in_(ids))
    ).all()
    themes = taggings.codes_of_many(session, [row.uid for row in found], taggings.THEME)
    return {
        row.id: MeasureRow(
            id=MeasureId(row.id),
            title=row.title,
            stage=row.stage,
            project_id=row.project_id,
            project=row.project,
            themes=tuple(themes.get(row.uid, ())),
        )
        for row in found
    }


def listed(session: Session, wanted: MeasureFilter) -> list[MeasureRow]:
    """Return the rows of all measures that are wanted, by title."""
    found = ids(session, wanted)
    by_id = rows(session, found)
    return [by_id[id_] for id_ in found]


def card(session: Session, measure_id: int) -> MeasureCard:
    """Return everything about a measure, also of one in the bin; raises NotFoundError."""
    contact = func.trim(Person.degree + " " + Person.given_name + " " + Person.family_name)
    row = session.execute(
        select(
            *(getattr(Measure, name) for name in (*_PLAIN, "id", "uid", "source", "deleted_at")),
            func.coalesce(Project.title, "").label("project"),
            func.coalesce(Organisation.name, "").label("body"),
            func.coalesce(contact, "").label("contact"),
        )
        .outerjoin(Project, Project.id == Measure.project_id)
        .outerjoin(Organisation, Organisation.id == Measure.organisation_id)
        .outerjoin(Person, Person.id == Measure.contact_id)
        .where(Measure.id == measure_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError("gone", id=measure_id)
    return MeasureCard(
        **row._mapping,  # noqa: SLF001 - its public name
        themes=taggings.codes(session, row.uid, taggings.THEME),
        guidelines=taggings.codes(session, row.uid, taggings.GUIDELINE),
    )


def draft_of(session: Session, measure_id: int) -> MeasureDraft:
    """Return what a form edits; raises NotFoundError."""
    measure = _alive(session, measure_id)
    return MeasureDraft(
        **{name: getattr(measure, name) for name in _PLAIN},
        themes=taggings.codes(session, measure.uid, taggings.THEME),
        guidelines=taggings.codes(session, measure.uid, taggings.GUIDELINE),
    )


def add(session: Session, draft: MeasureDraft, *, source: str = "") -> MeasureId:
    """Add a measure; raises ValidationError without title, project or body, or reason for a rating."""
    _check(draft)
    measure = Measure(title=draft.title.strip(), source=source)
    session.add(measure)
    _fill(measure, draft)
    session.flush()
    _set_links(session, measure, draft, source)
    return MeasureId(measure.id)


def edit(session: Session, measure_id: MeasureId, draft: MeasureDraft) -> None:
    """Change a measure; raises NotFoundError or ValidationError."""
    _check(draft)
    measure = _alive(session, measure_id)
    _fill(measure, draft)
    _set_links(session, measure, draft, measure.source)


def delete(session: Session, measure_ids: Sequence[int]) -> None:
    """Move measures to the bin."""
    for measure_id in measure_ids:
        _alive(session, measure_id).deleted_at = utc_now()


def restore(session: Session, measure_id: int) -> None:
    """Take a measure out of the bin; raises NotFoundError."""
    measure = session.get(Measure, measure_id)
    if measure is None:
        raise NotFoundError("gone", id=measure_id)
    measure.deleted_at = None


def _conditions(wanted: MeasureFilter) -> list[ColumnElement[bool]]:
    given: list[ColumnElement[bool]] = []
    if wanted.text.strip():
        given.append(Measure.id.in_(search.matching(KIND, wanted.text)))
    if wanted.project_id is not None or wanted.organisation_ids:
        given.append(
            or_(
                Measure.project_id == (wanted.project_id or 0),
                Measure.organisation_id.in_(wanted.organisation_ids),
            )
        )
    if wanted.stage:
        given.append(Measure.stage == wanted.stage)
    if wanted.theme:
        tagged = select(Tagging.owner).where(
            Tagging.list_key == taggings.THEME, Tagging.code == wanted.theme, Tagging.deleted_at.is_(None)
        )
        given.append(Measure.uid.in_(tagged))
    return given


def _fill(measure: Measure, draft: MeasureDraft) -> None:
    for name in _PLAIN:
        value = getattr(draft, name)
        setattr(measure, name, value.strip() if isinstance(value, str) else value)


def _set_links(session: Session, measure: Measure, draft: MeasureDraft, source: str) -> None:
    taggings.set_codes(session, KIND, measure.uid, taggings.THEME, draft.themes, source=source)
    taggings.set_codes(session, KIND, measure.uid, taggings.GUIDELINE, draft.guidelines, source=source)


def _check(draft: MeasureDraft) -> None:
    if not draft.title.strip():
        raise ValidationError("title", "blank")
    if draft.project_id is None and draft.organisation_id is None:
        raise ValidationError("organisation_id", "measure_without_owner")
    for field in ("transferability", "durability"):
        is_rated = getattr(draft, field) not in ("", "unknown")
        if is_rated and not getattr(draft, f"{field}_reason").strip():
            raise ValidationError(f"{field}_reason", "rating_without_reason")


def _alive(session: Session, measure_id: int) -> Measure:
    measure = session.get(Measure, measure_id)
    if measure is None or measure.deleted_at is not None:
        raise NotFoundError("gone", id=measure_id)
    return measure


_PLAIN = (
    "title",
    "project_id",
    "organisation_id",
    "summary",
    "stage",
    "needs",
    "cost_class",
    "open_source",
    "transferability",
    "transferability_reason",
    "durability",
    "durability_reason",
    "contact_id",
)
