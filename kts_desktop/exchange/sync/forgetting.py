"""What colleagues erased for good, and whose former wording they had forgotten, goes here as well."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kts_desktop.core.changes import Changes
from kts_desktop.exchange.sync.content import EXISTENCE_NAME, Erasure
from kts_desktop.exchange.sync.received import ReceivedSets
from kts_desktop.models.catalogue import BY_NUMBER
from kts_desktop.storage import attached, erasing
from kts_desktop.storage.replica.sealing import listed

_HERE = "SELECT v.rec, v.tbl FROM temp.listed l CROSS JOIN sync_ver v ON v.rec=l.rec"
_WAITING = (
    "SELECT DISTINCT r.rec FROM sync_ref r JOIN sync_erased e ON e.rec=r.target "
    "WHERE r.rec NOT IN (SELECT rec FROM sync_erased)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What went: the records touched, all ids, and how many records of each table were here."""

    changes: Changes = field(default_factory=Changes)
    gone: tuple[bytes, ...] = ()
    by_table: dict[str, int] = field(default_factory=dict)


def contents(driver: Any) -> frozenset[bytes]:
    """Return the contents of attachments that rows refer to."""
    return frozenset(attached.known(driver))


def erased(driver: Any) -> frozenset[bytes]:
    """Return what is erased here, and must not come again."""
    return frozenset(record for (record,) in driver.execute("SELECT rec FROM sync_erased").fetchall())


def erase(driver: Any, lines: Sequence[Erasure], sets: ReceivedSets, number: Callable[[bytes], int]) -> Done:
    """Erase what the lines name, with all that exists only for it, under the numbers of the lines."""
    if not lines:
        return Done()
    already = erased(driver)
    fresh = [one for one in lines if one.rec not in already]
    done = take_along(driver, [one.rec for one in fresh], sets)
    driver.executemany(
        "UPDATE sync_erased SET rep=?, seq=?, ms=?, space=coalesce(nullif(?, ''), space) WHERE rec=?",
        [(number(one.rep), one.seq, one.ms, one.space, one.rec) for one in fresh],
    )
    return done


def take_along(driver: Any, records: Iterable[bytes], sets: ReceivedSets) -> Done:
    """Erase records, and what exists only for them, as an erasure of this laptop's own."""
    wanted = list(records)
    if not wanted:
        return Done()
    with listed(driver, wanted):
        here = dict(driver.execute(_HERE).fetchall())
    by_table: dict[str, int] = {}
    for table in here.values():
        by_table[BY_NUMBER[table].name] = by_table.get(BY_NUMBER[table].name, 0) + 1
    with sets.erasing():
        changes, gone = erasing.forget(driver, wanted, set_id=sets.id, at=sets.now, is_own=False)
    return Done(changes=changes, gone=tuple(gone), by_table=by_table)


def waiting_for_erased(driver: Any) -> list[bytes]:
    """Return the records that refer to what is erased and was never here."""
    return [record for (record,) in driver.execute(_WAITING).fetchall()]


def redact(driver: Any, lines: Iterable[Erasure], number: Callable[[bytes], int]) -> None:
    """Forget what the named fields held before."""
    for one in lines:
        found = driver.execute("SELECT tbl FROM sync_ver WHERE rec=? LIMIT 1", (one.rec,)).fetchone()
        if found is None:
            continue
        known = {field.name: field.number for field in BY_NUMBER[found[0]].fields}
        numbers = [known[name] for name in one.fields if name in known and name != EXISTENCE_NAME]
        erasing.blank(driver, [(one.rec, field_number) for field_number in numbers], is_own=False)
        driver.executemany(
            "INSERT INTO sync_redacted(rec,fld,rep,seq) VALUES(?,?,?,?) ON CONFLICT DO NOTHING",
            [(one.rec, field_number, number(one.rep), one.seq) for field_number in numbers],
        )
