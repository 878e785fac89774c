"""Builders around projects and places, so that a test names only what it is about."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kts_desktop.models.person import Affiliation
from kts_desktop.models.project import Project
from kts_desktop.models.vocab import MeasureId, OrganisationId, ProjectId
from kts_desktop.services import directory, measures, projects
from kts_desktop.services.measures import MeasureDraft
from kts_desktop.services.projects import ProjectDraft
from tests.helpers.build import a_person

PROJECT = ProjectDraft(title="Musterstadt und Umland")
MEASURE = MeasureDraft(title="Überwachung von Wasserständen über LoRaWAN")


def a_project(session: Session, **fields: Any) -> ProjectId:
    """Add a project, with the given fields replaced."""
    return projects.add(session, replace(PROJECT, **fields))


def a_measure(session: Session, **fields: Any) -> MeasureId:
    """Add a measure."""
    return measures.add(session, replace(MEASURE, **fields))


def the_project(session: Session, title: str) -> ProjectId:
    """Return a project of the reference data by its title."""
    return ProjectId(session.scalars(select(Project.id).where(Project.title == title)).one())


def the_body(session: Session, name: str) -> OrganisationId:
    """Return the first body found under a name, taken over from the directory if need be."""
    return directory.resolve(session, directory.find(session, name)[0].token)


def a_post(session: Session, body: int, family_name: str = "Lichtmoos", **fields: Any) -> int:
    """Add a person with a post at a body; return the person."""
    person = a_person(session, family_name, **fields)
    session.add(Affiliation(person_id=person, organisation_id=body, function="Leitung Stabsstelle"))
    session.flush()
    return person
