"""Similar municipalities: whose model project has something in common, with the reason in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from kts_desktop.models.measure import Measure, PeerLink
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.project import Project, ProjectMember
from kts_desktop.services import places, taggings
from kts_desktop.services.briefing_labels import Asked
from kts_desktop.services.snapshot import Peer

MOST = 8
_LEAD = "lead"
_WORDS = {
    "linked": ("in exchange already", "tauschen sich bereits aus"),
    "themes": ("same themes: {names}", "gleiche Themen: {names}"),
    "fields": ("same fields: {names}", "gleiche Handlungsfelder: {names}"),
    "size": ("same size: {names}", "gleiche Größenklasse: {names}"),
    "kind": ("same kind of body: {names}", "gleiche Art der Gebietskörperschaft: {names}"),
    "state": ("same state", "gleiches Land"),
}
_WEIGHTS = {"linked": 6, "themes": 4, "fields": 3, "size": 3, "kind": 1, "state": 1}
_NEEDED = 4  # less than this is no likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    id: int
    name: str
    state: str
    body_type: str
    size: str
    fields: frozenset[str]
    themes: frozenset[str]
    measures: tuple[tuple[str, frozenset[str]], ...]


def peers(asked: Asked, organisation_id: int, wanted: Sequence[str]) -> tuple[Peer, ...]:
    """Return the bodies that have most in common, the nearest first; ``wanted`` are themes of the cases."""
    row = asked.session.execute(
        select(Organisation.state, Organisation.body_type, Organisation.population).where(
            Organisation.id == organisation_id
        )
    ).one_or_none()
    if row is None:
        return ()
    everyone = _candidates(asked)
    own = [one for one in everyone if one.id == organisation_id]
    me = _Candidate(
        id=organisation_id,
        name="",
        state=row.state,
        body_type=row.body_type,
        size=places.size_class(row.population) if row.population else "",
        fields=frozenset().union(*(one.fields for one in own)),
        themes=frozenset(wanted).union(*(one.themes for one in own)),
        measures=(),
    )
    linked = _linked(asked, organisation_id)
    found = []
    for one in everyone:
        if one.id == organisation_id:
            continue
        reasons = _reasons(asked, me, one, is_linked=one.id in linked)
        score = sum(_WEIGHTS[key] for key in reasons)
        if score >= _NEEDED:
            found.append((-score, one.name, one, reasons))
    found.sort(key=lambda pair: (pair[0], pair[1], pair[2].id))
    return tuple(_peer(asked, me, one, reasons) for _, _, one, reasons in found[:MOST])


def _candidates(asked: Asked) -> list[_Candidate]:
    query = (
        select(
            Organisation.id,
            Organisation.name,
            Organisation.state,
            Organisation.body_type,
            Organisation.population,
            Project.id.label("project"),
            Project.uid,
        )
        .select_from(ProjectMember.__table__)
        .join(Organisation.__table__, Organisation.id == ProjectMember.organisation_id)
        .join(Project.__table__, Project.id == ProjectMember.project_id)
        .where(
            ProjectMember.role == _LEAD,
            ProjectMember.deleted_at.is_(None),
            Organisation.deleted_at.is_(None),
            Project.deleted_at.is_(None),
            or_(ProjectMember.valid_to.is_(None), ProjectMember.valid_to >= asked.today),
        )
        .order_by(Organisation.sort_key, Organisation.id, Project.id)
    )
    rows = asked.session.execute(query).all()
    fields = taggings.codes_of_many(asked.session, [row.uid for row in rows], "programme_field")
    measures = _measures(asked)
    first = {row.id: row for row in reversed(rows)}
    out = []
    for id_, row in sorted(first.items(), key=lambda pair: (pair[1].name, pair[0])):
        mine = measures.get((id_, row.project), [])
        out.append(
            _Candidate(
                id=id_,
                name=row.name,
                state=row.state,
                body_type=row.body_type,
                size=places.size_class(row.population) if row.population else "",
                fields=frozenset(fields.get(row.uid, ())),
                themes=frozenset(theme for _, themes in mine for theme in themes),
                measures=tuple(mine),
            )
        )
    return out


def _measures(asked: Asked) -> "_OfBody":
    query = (
        select(Measure.uid, Measure.title, Measure.organisation_id, Measure.project_id)
        .where(Measure.deleted_at.is_(None))
        .order_by(Measure.sort_key, Measure.id)
    )
    rows = asked.session.execute(query).all()
    themes = taggings.codes_of_many(asked.session, [row.uid for row in rows], taggings.THEME)
    out = _OfBody()
    for row in rows:
        out.add(row.organisation_id, row.project_id, (row.title, frozenset(themes.get(row.uid, ()))))
    return out


class _OfBody:
    """Measures by body and by project."""

    def __init__(self) -> None:
        self._bodies: dict[int, list[tuple[str, frozenset[str]]]] = {}
        self._projects: dict[int, list[tuple[str, frozenset[str]]]] = {}

    def add(self, body: int | None, project: int | None, found: tuple[str, frozenset[str]]) -> None:
        """Keep one measure."""
        if body:
            self._bodies.setdefault(body, []).append(found)
        if project:
            self._projects.setdefault(project, []).append(found)

    def get(self, key: tuple[int, int], default: list[tuple[str, frozenset[str]]]) -> Any:
        """Return the measures of a body and its project, each once."""
        body, project = key
        return list(dict.fromkeys([*self._bodies.get(body, ()), *self._projects.get(project, ())])) or default


def _linked(asked: Asked, organisation_id: int) -> frozenset[int]:
    query = select(PeerLink.from_id, PeerLink.to_id).where(
        PeerLink.deleted_at.is_(None),
        or_(PeerLink.from_id == organisation_id, PeerLink.to_id == organisation_id),
    )
    return frozenset(id_ for pair in asked.session.execute(query) for id_ in pair)


def _reasons(asked: Asked, me: _Candidate, one: _Candidate, *, is_linked: bool) -> Mapping[str, str]:
    """Return what two have in common: key to words, in the order they are told."""
    common = {
        "linked": _said(asked, "linked") if is_linked else "",
        "themes": _named(asked, "themes", "theme", me.themes & one.themes),
        "fields": _named(asked, "fields", "programme_field", me.fields & one.fields),
        "size": _named(asked, "size", "size_class", {me.size} & {one.size} - {""}),
        "kind": _named(asked, "kind", "body_type", {me.body_type} & {one.body_type} - {""}),
        "state": _said(asked, "state") if me.state and me.state == one.state else "",
    }
    return {key: text for key, text in common.items() if text}


def _named(asked: Asked, key: str, list_key: str, codes: "frozenset[str] | set[str]") -> str:
    names = sorted(asked.label(list_key, code) for code in codes)
    return _said(asked, key).format(names=", ".join(names)) if names else ""


def _said(asked: Asked, key: str) -> str:
    return _WORDS[key][asked.language == "de"]


def _peer(asked: Asked, me: _Candidate, one: _Candidate, reasons: Mapping[str, str]) -> Peer:
    fitting = [title for title, themes in one.measures if themes & me.themes]
    what = fitting[:3] or [title for title, _ in one.measures[:2]]
    return Peer(
        name=one.name,
        place=asked.label("state", one.state) if one.state else "",
        what="; ".join(what),
        reason="; ".join(reasons.values()),
    )
