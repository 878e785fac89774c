"""The funding programme with its model projects and member bodies, as the reference data bring it."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from kts_desktop.core.ids import link_uid
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.project import (
    Cohort,
    Funding,
    Programme,
    Project,
    ProjectMember,
    ProjectPhase,
)
from kts_desktop.services.places import designation_in_words
from kts_desktop.services.reference_files import (
    FUNDING_PERIOD,
    Row,
    Stamp,
    body_type_of,
    code_of,
    degrees,
    insert_rows,
    key_uid,
    number,
    organisation_uid,
    rows_of,
    value_lists,
)
from kts_desktop.storage.sessions import Session

_PROGRAMME = link_uid("programme", b"MPSC")
_VOLUME_CENTS = 820_000_000_00
_CENTS_PER_MILLION = 100_000_000
_DIRECT = "Direkteinstieg in die Umsetzung"
# what a member is, where the type alone does not say it: type in the list → kind, type of body
_KINDS = {
    "Kommunales Unternehmen": ("municipal_enterprise", ""),
    "Verein": ("municipality", "network"),
    "Landkreis": ("district", "44"),
    "Kreis": ("district", "43"),
    "Regionalverband": ("municipality", "regional_association"),
}
_STATES_APART = "; "


def load_programme(session: Session, stamp: Stamp) -> None:
    """Insert programme, cohorts, projects with phases and funding, and their members as bodies."""
    cohorts = _load_cohorts(session, stamp)
    projects = rows_of("model_projects.csv")
    members = rows_of("model_project_members.csv")
    project_ids = insert_rows(
        session, Project, [_project(stamp, row, cohorts[_cohort_uid(row["cohort"])]) for row in projects]
    )
    insert_rows(session, ProjectPhase, list(_phases(stamp, projects, project_ids)))
    insert_rows(session, Funding, list(_fundings(stamp, projects, project_ids)))
    bodies = {_body_uid(row): row for row in reversed(members)}  # the first mention of a body counts
    body_ids = insert_rows(session, Organisation, [_body(stamp, uid, bodies[uid]) for uid in sorted(bodies)])
    insert_rows(session, OrganisationKey, list(_keys(stamp, bodies, body_ids)))
    insert_rows(session, ProjectMember, [_member(stamp, row, project_ids, body_ids) for row in members])


def project_uid(project_id: str) -> bytes:
    """Return the uid of a shipped project by its number in our list."""
    return link_uid("project", project_id.encode())


def _load_cohorts(session: Session, stamp: Stamp) -> dict[bytes, int]:
    programme = stamp.record(
        _PROGRAMME,
        name="Modellprojekte Smart Cities",
        short_name="MPSC",
        funder="Bundesministerium für Wohnen, Stadtentwicklung und Bauwesen (BMWSB)",
        volume_cents=_VOLUME_CENTS,
    )
    programme_id = insert_rows(session, Programme, [programme])[_PROGRAMME]
    rows = [
        stamp.record(_cohort_uid(item["code"]), programme_id=programme_id, code=item["code"], name=item["de"])
        for item in value_lists()["cohort"]["items"]
    ]
    return insert_rows(session, Cohort, rows)


def _cohort_uid(code: str) -> bytes:
    return link_uid("cohort", _PROGRAMME, code.encode())


def _project(stamp: Stamp, row: Row, cohort_id: int) -> dict[str, Any]:
    return stamp.record(project_uid(row["project_id"])) | {
        "cohort_id": cohort_id,
        "number": row["project_id"],
        "title": row["announced_as"],
        "project_name": row["project_name"],
        "working_title": row["working_title"],
        "form": code_of("project_form", row["form"]),
        "category": code_of("programme_category", row["category"]),
        "state": " ".join(code_of("state", name) for name in row["state"].split(_STATES_APART)),
        "population": number(row["population"]),
        "population_as_of": _day(row["population_as_of"]),
        "population_source": row["population_source"],
        "entry": row["entry"],
        "lat": degrees(row["lat"]),
        "lon": degrees(row["lon"]),
        "phase_note": row["phase_note"],
        "remark": _remark(row),
        "source": " ".join(part for part in (row["name_source"], row["selection_source"]) if part),
    }


def _remark(row: Row) -> str:
    parts = [row["remark"]]
    if row["funding_note"] and not (row["federal_funding_meur"] or row["total_volume_meur"]):
        parts.append(f"Förderung laut öffentlichen Angaben: {row['funding_note']}")
    return "\n".join(part for part in parts if part)


def _phases(stamp: Stamp, projects: Iterable[Row], ids: dict[bytes, int]) -> Iterator[dict[str, Any]]:
    for row in projects:
        project = project_uid(row["project_id"])
        second = "implementation_direct" if row["entry"] == _DIRECT else "implementation_after_strategy"
        spans = (
            ("strategy", row["strategy_from"], row["strategy_to"]),
            (second, row["implementation_from"], row["implementation_to"]),
            (FUNDING_PERIOD, row["funding_from"], row["funding_to"]),
        )
        for phase, starts, ends in spans:
            if starts or ends:
                yield stamp.record(
                    link_uid("project_phase", project, phase.encode()),
                    project_id=ids[project],
                    phase=phase,
                    starts=starts,
                    ends=ends,
                )


def _fundings(stamp: Stamp, projects: Iterable[Row], ids: dict[bytes, int]) -> Iterator[dict[str, Any]]:
    for row in projects:
        project = project_uid(row["project_id"])
        for kind, column in (("granted", "federal_funding_meur"), ("total", "total_volume_meur")):
            if row[column]:
                yield stamp.record(
                    link_uid("funding", project, kind.encode()),
                    project_id=ids[project],
                    kind=kind,
                    amount_cents=int(Decimal(row[column]) * _CENTS_PER_MILLION),
                    origin=row["funding_source"],
                    is_official=False,
                    remark=row["funding_note"],
                )


def _body_uid(row: Row) -> bytes:
    if row["ags"]:
        return organisation_uid("AGS", row["ags"])
    if row["ars"]:
        return organisation_uid("ARS", row["ars"])
    return organisation_uid("name", row["name"])


def _body(stamp: Stamp, uid: bytes, row: Row) -> dict[str, Any]:
    kind, body_type = _KINDS.get(row["member_type"], ("municipality", body_type_of(row["member_type"])))
    states = row["state"].split(_STATES_APART)
    return stamp.record(uid) | {
        "kind": kind,
        "name": row["name"],
        "designation": designation_in_words(row["designation"]),
        "body_type": body_type,
        "state": code_of("state", states[0]),
        "district": row["district"] if len(row["ags"] or row["ars"]) > len("00000") else "",
        "population": number(row["population"]),
        "population_as_of": _day(row["population_as_of"]),
        "population_source": row["population_source"],
        "lat": degrees(row["lat"]),
        "lon": degrees(row["lon"]),
        "seat": row["point_of"] if len(states) > 1 else "",
        "remark": row["note"],
    }


def _keys(stamp: Stamp, bodies: dict[bytes, Row], ids: dict[bytes, int]) -> Iterator[dict[str, Any]]:
    for uid, row in sorted(bodies.items()):
        for scheme, value in (("AGS", row["ags"]), ("ARS", row["ars"])):
            if value:
                yield stamp.record(
                    key_uid(uid, scheme, value), organisation_id=ids[uid], scheme=scheme, value=value
                )


def _member(stamp: Stamp, row: Row, projects: dict[bytes, int], bodies: dict[bytes, int]) -> dict[str, Any]:
    project, body = project_uid(row["project_id"]), _body_uid(row)
    return stamp.record(
        link_uid("project_member", project, body, row["role"].encode()),
        project_id=projects[project],
        organisation_id=bodies[body],
        role=row["role"],
        position=int(row["member_no"]),
        evidence=row["evidence"],
    )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
