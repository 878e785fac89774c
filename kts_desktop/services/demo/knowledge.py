"""Measures of the demo."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kts_desktop.models.project import Project
from kts_desktop.services import measures
from kts_desktop.services.demo.desk import SOURCE, Desk, table
from kts_desktop.services.measures import MeasureDraft


def collect(session: Session, desk: Desk) -> None:
    """Enter the measures."""
    numbers = {number: id_ for number, id_ in session.execute(select(Project.number, Project.id))}
    for place, row in enumerate(table("measures")):
        draft = MeasureDraft(
            title=row["title"],
            project_id=numbers[f"MPSC-{row['project']}"],
            stage=row["stage"],
            themes=tuple(row["themes"].split()),
        )
        with desk.at(desk.calendar.on(-260 + 5 * place)):
            desk.measures.append(measures.add(session, draft, source=SOURCE))
        desk.count("measures")
