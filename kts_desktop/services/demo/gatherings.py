"""Events of the demo."""

from sqlalchemy.orm import Session

from kts_desktop.services.demo.desk import Desk


def hold(session: Session, desk: Desk) -> None:
    """Hold the events."""
