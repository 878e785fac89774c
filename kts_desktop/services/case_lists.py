"""Lists of cases: ids in order by SQL on indexes, rows a window at a time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, func, or_, select

from kts_desktop.models.base import moment
from kts_desktop.models.case import AdvisoryCase, CasePerson
from kts_desktop.models.link import Tagging
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.vocab import OPEN_CASE_STATES, CaseId, CaseOrder
from kts_desktop.services import taggings
from kts_desktop.storage import direct, search
from kts_desktop.storage.direct import among, ids_of
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases are wanted; empty fields do not narrow the list."""

    text: str = ""
    states: tuple[str, ...] = ()
    only_open: bool = False
    lead_ids: tuple[int, ...] = ()
    organisation_id: int | None = None
    project_id: int | None = None
    person_id: int | None = None
    theme: str = ""
    guideline: str = ""
    advice_form: str = ""
    body_state: str = ""  # federal state of the body
    priority: str = ""
    due_until: date | None = None
    without_follow_up: bool = False
    in_bin: bool = False
    among: tuple[int, ...] | None = None  # these alone


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """What the case list shows of one case."""

    id: CaseId
    number: str
    subject: str
    organisation_id: int | None
    body: str
    body_district: str
    body_state: str
    state: str
    priority: str
    advice_form: str
    received_on: date
    next_due_on: date | None
    last_note_at: datetime | None
    lead_id: int | None
    lead: str
    themes: tuple[str, ...] = ()


def ids(
    session: Session,
    wanted: CaseFilter,
    order: CaseOrder = CaseOrder.RECEIVED,
    *,
    descending: bool = True,
) -> list[CaseId]:
    """Return the ids of cases in order; rows without a value of the order come last.

    By body, cases without one or with one in the bin come last.
    """
    if order in _WALKS and not wanted.in_bin and (wanted != CaseFilter() or order is CaseOrder.BODY):
        return cast("list[CaseId]", _walked(session, wanted, order, descending=descending))
    by = _ORDERS[order]
    identity = AdvisoryCase.id.desc() if descending else AdvisoryCase.id.asc()
    direction = by.desc() if descending else by.asc().nulls_last()  # descending they are last by themselves
    query = _filtered(session, select(AdvisoryCase.id), wanted).order_by(direction, identity)
    return cast("list[CaseId]", ids_of(session, query))


def _walked(session: Session, wanted: CaseFilter, order: CaseOrder, *, descending: bool) -> list[int]:
    """Return what the filter lets through in the order in which an index holds all cases.

    To sort in SQL what an index of the filter found would read each case, and compute its sort key.
    """
    walk = ids_of(session, _WALKS[order].format("DESC" if descending else "ASC"))
    if wanted == CaseFilter():
        return walk + sorted(ids_of(session, _BODILESS), reverse=descending)
    found = set(ids_of(session, _filtered(session, select(AdvisoryCase.id), wanted)))
    placed = [id_ for id_ in walk if id_ in found]
    return placed + sorted(found.difference(placed), reverse=descending)


def count(session: Session, wanted: CaseFilter) -> int:
    """Return how many cases there are."""
    return session.scalar(_filtered(session, select(func.count(AdvisoryCase.id)), wanted)) or 0


def rows(session: Session, ids: Sequence[int]) -> dict[int, CaseRow]:
    """Return the rows of a window of ids, with their themes; one that is gone is left out."""
    found = direct.rows_of(session, _ROWS, (taggings.THEME, json.dumps(list(ids))))
    return {row.id: row for row in map(_row, found)}


def _row(values: tuple[Any, ...]) -> CaseRow:
    *plain, received_on, next_due_on, last_note_at, lead_id, lead, themes = values
    return CaseRow(
        **dict(zip(_PLAIN, plain, strict=True)),
        received_on=date.fromisoformat(received_on),
        next_due_on=date.fromisoformat(next_due_on) if next_due_on else None,
        last_note_at=moment(last_note_at),
        lead_id=lead_id,
        lead=lead,
        themes=tuple(themes.split("\n")) if themes else (),
    )


def _filtered(session: Session, query: "Select[int]", wanted: CaseFilter) -> "Select[int]":
    conditions = [
        AdvisoryCase.deleted_at.is_not(None) if wanted.in_bin else AdvisoryCase.deleted_at.is_(None),
        *_on_columns(wanted),
        *_on_links(wanted),
    ]
    if wanted.among is not None:
        conditions.append(among(AdvisoryCase.id.expression, wanted.among))
    if wanted.text.strip():
        conditions.append(_on_text(session, wanted.text))
    return query.where(*conditions)


def _on_columns(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    case = AdvisoryCase
    states = tuple(s.value for s in OPEN_CASE_STATES) if wanted.only_open else wanted.states
    among: tuple[tuple[Sequence[object], ColumnElement[Any]], ...] = (
        (states, case.state.expression),
        (wanted.lead_ids, case.lead_id.expression),
    )
    equal: tuple[tuple[object, ColumnElement[Any]], ...] = (
        (wanted.organisation_id, case.organisation_id.expression),
        (wanted.project_id, case.project_id.expression),
        (wanted.advice_form, case.advice_form.expression),
        (wanted.priority, case.priority.expression),
    )
    conditions: list[ColumnElement[bool]] = [column.in_(values) for values, column in among if values]
    conditions += [column == value for value, column in equal if value]
    if wanted.without_follow_up:
        conditions.append(case.next_due_on.is_(None))
    if wanted.due_until is not None:
        conditions.append(case.next_due_on <= wanted.due_until)
    return conditions


def _on_links(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.person_id is not None:
        people = select(CasePerson.case_id).where(
            CasePerson.person_id == wanted.person_id, CasePerson.deleted_at.is_(None)
        )
        conditions.append(AdvisoryCase.id.in_(people))
    for list_key, code in ((taggings.THEME, wanted.theme), (taggings.GUIDELINE, wanted.guideline)):
        if code:
            tagged = select(Tagging.owner).where(
                Tagging.list_key == list_key, Tagging.code == code, Tagging.deleted_at.is_(None)
            )
            conditions.append(AdvisoryCase.uid.in_(tagged))
    if wanted.body_state:
        bodies = select(Organisation.id).where(
            Organisation.state == wanted.body_state, Organisation.deleted_at.is_(None)
        )
        conditions.append(AdvisoryCase.organisation_id.in_(bodies))
    return conditions


def _on_text(session: Session, typed: str) -> ColumnElement[bool]:
    """Match the words in the case itself or in the name of its body."""
    in_case = search.matching("advisory_case", typed)
    bodies = search.ids_matching(session, "organisation", typed, limit=500)
    return or_(AdvisoryCase.id.in_(in_case), AdvisoryCase.organisation_id.in_(bodies))


_PLAIN = (
    "id",
    "number",
    "subject",
    "organisation_id",
    "body",
    "body_district",
    "body_state",
    "state",
    "priority",
    "advice_form",
)
_ROWS = """
SELECT c.id, c.number, c.subject, c.organisation_id, coalesce(o.name,''), coalesce(o.district,''),
       coalesce(o.state,''), c.state, c.priority, c.advice_form, c.received_on, c.next_due_on, c.last_note_at,
       c.lead_id, coalesce(a.name,''),
       (SELECT group_concat(code, char(10)) FROM (
          SELECT code FROM tagging WHERE owner=c.uid AND list_key=? AND deleted_at IS NULL
          ORDER BY position, id))
FROM advisory_case c LEFT JOIN organisation o ON o.id=c.organisation_id LEFT JOIN adviser a ON a.id=c.lead_id
WHERE c.id IN (SELECT value FROM json_each(?))
"""
_BY_NAME = (
    select(Organisation.sort_key).where(Organisation.id == AdvisoryCase.organisation_id).scalar_subquery()
)
_ORDERS: dict[CaseOrder, ColumnElement[Any]] = {
    CaseOrder.RECEIVED: AdvisoryCase.received_on.expression,
    CaseOrder.SUBJECT: AdvisoryCase.sort_key.expression,
    CaseOrder.BODY: _BY_NAME,
    CaseOrder.NUMBER: AdvisoryCase.number.expression,
    CaseOrder.DUE: AdvisoryCase.next_due_on.expression,
    CaseOrder.LAST_NOTE: AdvisoryCase.last_note_at.expression,
}
_CASES = "SELECT id FROM advisory_case WHERE deleted_at IS NULL ORDER BY {column} {{0}}{nulls}, id {{0}}"
_BODILESS = (
    "SELECT id FROM advisory_case WHERE organisation_id IS NULL AND deleted_at IS NULL UNION ALL "
    "SELECT c.id FROM organisation o CROSS JOIN advisory_case c ON c.organisation_id=o.id "
    "WHERE o.deleted_at IS NOT NULL AND c.deleted_at IS NULL"
)
_WALKS = {
    CaseOrder.SUBJECT: _CASES.format(column="sort_key", nulls=""),
    CaseOrder.NUMBER: _CASES.format(column="number", nulls=""),
    CaseOrder.DUE: _CASES.format(column="next_due_on", nulls=" NULLS LAST"),
    CaseOrder.LAST_NOTE: _CASES.format(column="last_note_at", nulls=" NULLS LAST"),
    CaseOrder.BODY: (
        "SELECT c.id AS id FROM organisation o CROSS JOIN advisory_case c ON c.organisation_id=o.id "
        "WHERE o.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY o.sort_key {0}, o.id {0}, c.id {0}"
    ),
}
