"""Bulk import through the services, with index and journal, against raw inserts into the same tables.

The rival's file is encrypted like ours and has the same tables with their ordinary indexes, but no journal,
no full-text index and no checks.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from benchmarks.measuring import Figure, Limit, alternating, seconds
from benchmarks.office import MADE_AT, TODAY, Ground
from benchmarks.wording import Wording
from kts_desktop.core.ids import new_uid
from kts_desktop.models import everything
from kts_desktop.services import bulk
from kts_desktop.services.bulk import NumberedCase, PersonAt
from kts_desktop.services.cases import CaseDraft
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage.connect import connect
from kts_desktop.storage.store import Store

LEAST = 0.25
_ROUNDS = 3
_KEY = bytes(range(32))
assert everything.MODULES  # a new file needs every table


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """What is brought in: how many, by which use case, and the columns of the raw insert."""

    name: str
    count: int
    drafts: Callable[[Wording, int], list[Any]]
    add: Callable[[Session, Any], object]
    rows: Callable[[list[Any]], list[tuple[str, list[tuple[Any, ...]]]]]


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield one figure a kind."""
    with tempfile.TemporaryDirectory(dir=ground.root) as folder:
        empty = _Empty(Path(folder))
        for one in LISTS:
            drafts = one.drafts(Wording(11), max(50, round(one.count * ground.scale)))
            ours, rival = alternating(
                lambda one=one, drafts=drafts: empty.import_by_services(one, drafts),  # type: ignore[misc]
                lambda one=one, drafts=drafts: empty.import_raw(one, drafts),  # type: ignore[misc]
                min(ground.rounds, _ROUNDS),
            )
            yield Figure(
                name=f"import of {one.name}",
                ours=ours,
                rival=rival,
                rival_name="raw inserts, ordinary indexes only",
                limit=LEAST,
                judged=Limit.SPEED,
            )


class _Empty:
    """Two empty files, copied for each round."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ours, self._raw = folder / "ours-empty.db", folder / "raw-empty.db"
        store = Store(self._ours, _KEY)
        store.create_schema()
        store.close()
        _strip(self._ours, self._raw)

    def import_by_services(self, one: List, drafts: list[Any]) -> float:
        """Return the time of the whole step, commit included."""
        store = Store(self._copied(self._ours), _KEY)
        try:
            return seconds(lambda: store.run("import.csv", lambda session: one.add(session, drafts)))
        finally:
            store.close()

    def import_raw(self, one: List, drafts: list[Any]) -> float:
        """Return the time of the inserts, commit included; the rows are ready before."""
        tables = one.rows(drafts)
        with closing(connect(self._copied(self._raw), _KEY)) as raw:
            return seconds(lambda: _insert(raw, tables))

    def _copied(self, empty: Path) -> Path:
        for old in self._folder.glob("round.db*"):
            old.unlink()
        return Path(shutil.copy(empty, self._folder / "round.db"))


def _strip(ours: Path, raw: Path) -> None:
    """Make the rival's file: our tables and ordinary indexes, nothing else."""
    with closing(connect(ours, _KEY)) as source, closing(connect(raw, _KEY)) as target:
        wanted = source.execute(
            "SELECT sql FROM sqlite_master WHERE type IN ('table','index') AND sql IS NOT NULL "
            "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' "
            "AND name NOT LIKE '%\\_terms' ESCAPE '\\' ORDER BY type DESC"
        ).fetchall()
        for (statement,) in wanted:
            target.execute(statement)


def _insert(raw: Any, tables: list[tuple[str, list[tuple[Any, ...]]]]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    for statement, rows in tables:
        raw.executemany(statement, rows)
    raw.execute("COMMIT")


_AT = int(MADE_AT.timestamp() * 1000)
_NOTE = (
    "INSERT INTO note(uid,kind,happened_at,text,title,next_step,caller,source,created_at,updated_at) "
    "VALUES(?,?,?,?,?,?,?,?,?,?)"
)
_PERSON = (
    "INSERT INTO person(uid,family_name,given_name,salutation,degree,name_prefix,name_suffix,office_title,"
    "letter_salutation,language,pronouns,remark,source,created_at,updated_at) "
    "VALUES(?,?,?,'neutral','','','','','','de','','','',?,?)"
)
_CASE = (
    "INSERT INTO advisory_case(uid,number,subject,advice_form,channel,received_on,state,priority,concern,"
    "result,retention_class,file_place,source,created_at,updated_at) "
    "VALUES(?,?,?,'individual','phone',?,'new','normal',?,'','case','','',?,?)"
)


def _notes(wording: Wording, count: int) -> list[NoteDraft]:
    return [
        NoteDraft(happened_at=MADE_AT, text=wording.note(), title=wording.subject()) for _ in range(count)
    ]


def _note_rows(drafts: list[NoteDraft]) -> list[tuple[str, list[tuple[Any, ...]]]]:
    rows = [
        (new_uid(), one.kind, _AT, one.text, one.title, one.next_step, one.caller, "", _AT, _AT)
        for one in drafts
    ]
    return [(_NOTE, rows)]


def _people(wording: Wording, count: int) -> list[PersonAt]:
    return [
        PersonAt(draft=PersonDraft(family_name=wording.family(n), given_name=wording.given(n)))
        for n in range(count)
    ]


def _person_rows(drafts: list[PersonAt]) -> list[tuple[str, list[tuple[Any, ...]]]]:
    rows = [(new_uid(), one.draft.family_name, one.draft.given_name, _AT, _AT) for one in drafts]
    return [(_PERSON, rows)]


def _cases(wording: Wording, count: int) -> list[NumberedCase]:
    return [
        NumberedCase(
            number=f"2026-A-{number:06}",
            draft=CaseDraft(subject=wording.subject(), received_on=TODAY, concern=wording.note()),
        )
        for number in range(count)
    ]


def _case_rows(drafts: list[NumberedCase]) -> list[tuple[str, list[tuple[Any, ...]]]]:
    day = TODAY.isoformat()
    rows = [(new_uid(), one.number, one.draft.subject, day, one.draft.concern, _AT, _AT) for one in drafts]
    return [(_CASE, rows)]


LISTS = (
    List(name="notes", count=60_000, drafts=_notes, add=bulk.add_notes, rows=_note_rows),
    List(name="people", count=60_000, drafts=_people, add=bulk.add_people, rows=_person_rows),
    List(name="cases", count=30_000, drafts=_cases, add=bulk.add_cases, rows=_case_rows),
)
