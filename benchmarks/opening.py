"""Opening a large office whose key lies beside it, against opening the bare file with the key at hand."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.measuring import Figure, Limit, alternating, seconds
from benchmarks.office import Ground, opened
from kts_desktop.services import offices
from kts_desktop.storage.connect import connect
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.unlocking import Unlock

RATIO = 3.0


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield the one figure: lock, key, marks of the file, and the first query."""
    folder = ground.encrypted()
    with opened(folder) as office:
        key = office.key
    ours, rival = alternating(_Ours(folder), _Bare(folder, key), ground.rounds)
    yield Figure(
        name="open an office",
        ours=ours,
        rival=rival,
        rival_name="the bare file and its first query",
        limit=RATIO,
        judged=Limit.RATIO,
    )


class _Ours:
    """Opens the office and closes it, and returns the time of opening."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self) -> float:
        kept = []
        time = seconds(lambda: kept.append(offices.open_office(self._folder, Unlock())))
        kept[0].close()
        return time


class _Bare:
    """Opens the file, asks for the tables, and closes it."""

    def __init__(self, folder: Path, key: DataKey | None) -> None:
        self._file, self._key = folder / "kts.db", key.database if key else None

    def __call__(self) -> float:
        return seconds(self._open)

    def _open(self) -> None:
        with closing(connect(self._file, self._key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
            connection.execute("SELECT max(at) FROM change_set").fetchall()
