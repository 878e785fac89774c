"""Reading an encrypted office against its plain twin, on paths that go by an index."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

from sqlalchemy.orm import Session

from benchmarks.measuring import Figure, Limit, alternating, seconds
from benchmarks.office import TODAY, Ground, opened
from kts_desktop.models.vocab import CaseId, CaseOrder
from kts_desktop.services import callers, case_lists, cases, notes, person_lists, search
from kts_desktop.services.case_lists import CaseFilter
from kts_desktop.services.notes import NoteFilter
from kts_desktop.services.person_lists import PersonFilter
from kts_desktop.storage.store import Store

INDEXED = 1.3
_REPEATS = 20
Path = Callable[[Session, int], object]


def _case_ids(session: Session, _: int) -> object:
    return case_lists.ids(session, CaseFilter(lead_ids=(3,)), CaseOrder.RECEIVED)


def _case_rows(session: Session, number: int) -> object:
    return case_lists.rows(session, range(number, number + 100))


def _card(session: Session, number: int) -> object:
    return cases.card(session, CaseId(number))


def _course(session: Session, number: int) -> object:
    return notes.rows(session, notes.ids(session, NoteFilter(case_id=number)))


def _people(session: Session, _: int) -> object:
    return person_lists.ids(session, PersonFilter(organisation_id=90))


def _found(session: Session, number: int) -> object:
    words = ("förderung", "beleuchtung", "zuständig", "marktüb")
    return search.find(session, words[number % len(words)], 50, kinds=("note",))


def _calling(session: Session, _: int) -> object:
    return callers.callers(session, "030 23125 0001", today=TODAY)


PATHS: tuple[tuple[str, Path], ...] = (
    ("ids of cases", _case_ids),
    ("rows of cases", _case_rows),
    ("card of a case", _card),
    ("notes of a case", _course),
    ("people of a body", _people),
    ("search in notes", _found),
    ("caller by number", _calling),
)


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield one figure a path; each is asked in places all over the file."""
    spread = max(1, ground.size.cases // (_REPEATS + 1))
    with ExitStack() as stack:
        encrypted = stack.enter_context(opened(ground.encrypted())).store
        plain = stack.enter_context(opened(ground.plain())).store
        for name, path in PATHS:
            ours, rival = alternating(
                _Asked(encrypted, path, spread), _Asked(plain, path, spread), ground.rounds
            )
            yield Figure(
                name=f"encryption, {name}",
                ours=ours / _REPEATS,
                rival=rival / _REPEATS,
                rival_name="the plain twin",
                limit=INDEXED,
                judged=Limit.RATIO,
            )


class _Asked:
    """Asks a path in many places and returns the time."""

    def __init__(self, store: Store, path: Path, spread: int) -> None:
        self._store, self._path, self._spread = store, path, spread

    def __call__(self) -> float:
        return seconds(self._ask)

    def _ask(self) -> None:
        for place in range(_REPEATS):
            with self._store.read() as session:
                self._path(session, 1 + place * self._spread)
