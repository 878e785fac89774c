"""The large office: 12,600 bodies, 200,000 people, 100,000 cases, 600,000 notes; generated, not stored."""

import json
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.wording import Wording
from kts_desktop.core.ids import seeded
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.link import Tagging
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import ContactPoint
from kts_desktop.models.task import Task
from kts_desktop.models.vocab import AdviserId, ChangeKind
from kts_desktop.services import advisers, bulk, offices, reference
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.bulk import NumberedCase, PersonAt
from kts_desktop.services.cases import CaseDraft
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage import bulk as stored
from kts_desktop.storage import terms
from kts_desktop.storage.bulk import Row
from kts_desktop.storage.creating import create_demo_profile, create_profile
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.store import Store
from kts_desktop.storage.unlocking import Unlock

KEPT = "KTS_BENCH_OFFICE"  # a folder in which the office is kept for further runs
TODAY = date(2026, 11, 24)
MADE_AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
_SEED = 73
_FORM = 2  # raised when the office is made in another way
_BLOCK = 25_000
_YEARS = 4 * 365
_STATES = ("new", "in_progress", "waiting", "on_follow_up", "closed", "closed", "closed", "filed")
_THEMES = (
    "data_platform",
    "digital_twin",
    "sensors",
    "heavy_rain",
    "smart_mobility",
    "impact",
    "funding",
    "strategy",
)
_PHONE = ("person_id", "kind", "value", "normal")
_THEME = ("owner_kind", "owner", "list_key", "code")
_TASK = ("title", "due_on", "assignee_id", "case_id")
_KINDS = ("municipality", "municipality", "municipality", "district", "business", "press")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many records of each kind."""

    bodies: int = 12_600
    people: int = 200_000
    cases: int = 100_000
    notes: int = 600_000

    def scaled(self, scale: float) -> "Size":
        """Return the same office smaller or larger, with ten of each kind at least."""
        return Size(**{kind: max(10, round(count * scale)) for kind, count in asdict(self).items()})


@dataclass(slots=True, kw_only=True)
class Ground:
    """Where the benchmarks run; the offices are made when first asked for."""

    root: Path
    scale: float = 1.0
    rounds: int = 7
    _made: set[str] = field(default_factory=set)

    @property
    def size(self) -> Size:
        """Return the size of the large office here."""
        return Size().scaled(self.scale)

    def encrypted(self) -> Path:
        """Return the folder of the large office, encrypted."""
        return self._office("encrypted")

    def plain(self) -> Path:
        """Return the folder of its plain twin: the same records, written in the same order."""
        return self._office("plain")

    def _office(self, name: str) -> Path:
        folder, mark = self.root / name, self.root / f"{name}.json"
        wanted = {"form": _FORM, **asdict(self.size)}
        if name in self._made or (mark.is_file() and json.loads(mark.read_text()) == wanted):
            return folder
        shutil.rmtree(folder, ignore_errors=True)
        made = (
            create_profile(folder, keys=KeySources(), plain=True, now=MADE_AT)
            if name == "plain"
            else create_demo_profile(folder, now=MADE_AT)
        )
        try:
            fill(made.store, self.size)
        finally:
            made.opened.close()
        mark.write_text(json.dumps(wanted))
        self._made.add(name)
        return folder


@contextmanager
def grounds(scale: float, rounds: int) -> Iterator[Ground]:
    """Yield a temporary place, or the one that the environment names and that stays."""
    kept = os.environ.get(KEPT)
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield Ground(root=Path(kept), scale=scale, rounds=rounds)
        return
    with tempfile.TemporaryDirectory(prefix="kts-bench-") as folder:
        yield Ground(root=Path(folder), scale=scale, rounds=rounds)


@contextmanager
def opened(folder: Path) -> Iterator[Opened]:
    """Open an office as the program does, and close it."""
    office = offices.open_office(folder, Unlock())
    try:
        yield office
    finally:
        office.close()


def fill(store: Store, size: Size) -> None:
    """Fill an empty office through the services; the same size gives the same records."""
    rng = random.Random(_SEED)  # noqa: S311 - repeatable on purpose, never a secret
    making = _Making(store, Wording(_SEED), rng)
    with seeded(_SEED, MADE_AT - timedelta(days=_YEARS)):
        making.begin()
        making.bodies(size.bodies)
        making.people(size.people)
        making.cases(size.cases)
        making.notes(size.notes)
    with store.maintain() as connection:
        terms.renew(connection, MADE_AT)


class _Making:
    """Adds one kind after the other, a block a transaction."""

    def __init__(self, store: Store, wording: Wording, rng: random.Random) -> None:
        self._store = store
        self._wording = wording
        self._random = rng
        self._advisers: list[AdviserId] = []
        self._bodies = range(0)
        self._cases = range(0)

    def begin(self) -> None:
        """Load the reference data and name ten advisers."""
        with self._writing() as session:
            reference.load(session, now=MADE_AT)
            self._advisers = [
                advisers.add(session, AdviserDraft(name=f"Beraterin {mark}", mark=mark))
                for mark in "ABCDEFGHIJ"
            ]
            advisers.be(session, self._advisers[0])
        offices.act_as_owner(self._store)

    def bodies(self, count: int) -> None:
        """Add what is missing of so many bodies."""
        with self._writing() as session:
            present = session.scalar(select(func.count(Organisation.id))) or 0
            missing = max(1, count - present)
            made = bulk.add_bodies(session, [self._body(number) for number in range(missing)])
        self._bodies = range(1, made.stop)

    def people(self, count: int) -> None:
        """Add people, each with a post and a phone."""
        for first in range(0, count, _BLOCK):
            numbers = range(first, min(first + _BLOCK, count))
            with self._writing() as session:
                ids = bulk.add_people(session, [self._person(number) for number in numbers])
                phones = [self._phone(id_, number) for id_, number in zip(ids, numbers, strict=True)]
                stored.insert_many(session, ContactPoint, _PHONE, phones)

    def cases(self, count: int) -> None:
        """Add cases, each with a theme, and a follow-up for every fourth."""
        for first in range(0, count, _BLOCK):
            numbers = range(first, min(first + _BLOCK, count))
            with self._writing() as session:
                ids = bulk.add_cases(session, [self._case(number) for number in numbers])
                stored.insert_many(session, Tagging, _THEME, self._themes(session, ids))
                stored.insert_many(session, Task, _TASK, [self._task(id_) for id_ in ids[::4]])
            self._cases = range(self._cases.start or ids.start, ids.stop)

    def notes(self, count: int) -> None:
        """Add notes to the cases, the oldest first."""
        for first in range(0, count, _BLOCK):
            with self._writing() as session:
                numbers = range(first, min(first + _BLOCK, count))
                bulk.add_notes(session, [self._note(number / count) for number in numbers])

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self._store.write("import.csv", kind=ChangeKind.MAINTENANCE) as session:
            yield session

    def _body(self, number: int) -> OrganisationDraft:
        return OrganisationDraft(
            name=f"{self._wording.family(number)} {self._wording.subject().split()[0]} {number}",
            kind=_KINDS[number % len(_KINDS)],
            state=f"{number % 16 + 1:02}",
            district=f"Kreis {self._wording.family(number // 9)}",
            population=self._random.randint(500, 200_000),
            population_source="Destatis",
        )

    def _person(self, number: int) -> PersonAt:
        draft = PersonDraft(family_name=self._wording.family(number), given_name=self._wording.given(number))
        return PersonAt(draft=draft, organisation_id=self._some(self._bodies), function="Stadtplanung")

    @staticmethod
    def _phone(person_id: int, number: int) -> Row:
        return person_id, "phone", f"030 23125 {number:06}", f"+493023125{number:06}"

    def _case(self, number: int) -> NumberedCase:
        draft = CaseDraft(
            subject=self._wording.subject(),
            received_on=TODAY - timedelta(days=self._random.randrange(_YEARS)),
            organisation_id=self._some(self._bodies),
            state=self._random.choice(_STATES),
            priority="high" if number % 9 == 0 else "normal",
            lead_id=self._random.choice(self._advisers),
            concern=self._wording.subject(),
        )
        return NumberedCase(number=f"{draft.received_on.year}-A-{number:06}", draft=draft)

    def _themes(self, session: Session, ids: range) -> list[Row]:
        uids = session.scalars(select(AdvisoryCase.uid).where(AdvisoryCase.id >= ids.start)).all()
        return [(AdvisoryCase.__tablename__, uid, "theme", self._random.choice(_THEMES)) for uid in uids]

    def _task(self, case_id: int) -> Row:
        due_on = TODAY + timedelta(days=self._random.randrange(-20, 200))
        return self._wording.subject(), due_on, self._random.choice(self._advisers), case_id

    def _note(self, part: float) -> NoteDraft:
        text = self._wording.note()
        return NoteDraft(
            kind="call",
            happened_at=MADE_AT - timedelta(days=_YEARS * (1 - part)),
            text=text,
            title=" ".join(text.split()[:4]),
            author_id=self._random.choice(self._advisers),
            case_id=self._some(self._cases),
        )

    def _some(self, ids: range) -> int:
        return self._random.randrange(ids.start, ids.stop)
