"""What the parts of the demo share while it is made: calendar, chance, texts, and who is there by now."""

import csv
import json
import random
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from kts_desktop.core.clock import stopped
from kts_desktop.core.paths import resource
from kts_desktop.models.vocab import AdviserId, CaseId, EventId, MeasureId
from kts_desktop.services.demo.calendar import Calendar
from kts_desktop.services.demo.texts import Texts

SOURCE = "Beispieldaten"
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body of the demo; ``key`` is its official key, its name where it has none, or a short code."""

    id: int
    key: str
    name: str
    group: str
    state: str
    domain: str
    population: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person of the demo; ``named`` is how a note speaks of them, ``mark`` tells what is special."""

    id: int
    given: str
    family: str
    named: str
    full: str
    mail: str
    body: Body | None
    function: str
    mark: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A case of the demo."""

    id: CaseId
    number: int
    body: Body
    lead: AdviserId
    people: tuple[Someone, ...]
    received: date
    state: str


@dataclass(slots=True, kw_only=True)
class Desk:
    """The table the demo is made on: what came before is found here by the parts that follow."""

    calendar: Calendar
    rng: random.Random
    texts: Texts
    scale: int = 1
    advisers: dict[str, AdviserId] = field(default_factory=dict)
    adviser_names: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    people: list[Someone] = field(default_factory=list)
    cases: list[Opened] = field(default_factory=list)
    measures: list[MeasureId] = field(default_factory=list)
    events: dict[int, EventId] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """Return the day the demo is made for."""
        return self.calendar.today

    def count(self, kind: str, more: int = 1) -> None:
        """Add to the counts that are told at the end."""
        self.counts[kind] = self.counts.get(kind, 0) + more

    def at_body(self, key: str) -> list[Someone]:
        """Return the people of a body in their order."""
        return [person for person in self.people if person.body is not None and person.body.key == key]

    def marked(self, mark: str) -> list[Someone]:
        """Return the people with a mark."""
        return [person for person in self.people if person.mark == mark]

    def group(self, *names: str) -> list[Someone]:
        """Return the people of some groups."""
        return [person for person in self.people if person.group in names]

    @contextmanager
    def at(self, day: date, hour: int = 9, minute: int = 0) -> Generator[datetime]:
        """Let records of the block be made on a day, never after the demo's own morning."""
        moment = min(self.calendar.moment(day, hour, minute), self.calendar.morning)
        with stopped(moment):
            yield moment


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of a table of the demo."""
    with resource(f"demo/{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def document(name: str) -> Any:
    """Return a JSON document of the demo."""
    return json.loads(resource(f"demo/{name}.json").read_text(encoding="utf-8"))
