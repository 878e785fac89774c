"""What the shell asks the office; the program answers, so that the shell starts without the engine."""

from dataclasses import dataclass
from typing import Protocol

from kts_desktop.ui.jobs import Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record the palette offers."""

    kind: str
    id: int
    title: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The labels of what undo and redo would do; empty where there is nothing."""

    undo: str = ""
    redo: str = ""


class Inquiries(Protocol):
    """Questions to an open office."""

    def records(self, text: str) -> Ticket:
        """Bring the records a text names: ``list[Found]``."""

    def steps(self) -> Steps:
        """Return what can be undone and redone."""

    def counts(self) -> Ticket:
        """Bring how many open things each area holds: ``dict[str, int]``."""
