"""What a package changed here, as the journal tells it: one change set a seal of a colleague's."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from kts_desktop.core.ids import new_uid
from kts_desktop.exchange.sync.content import Header, Value
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import journal

LABEL = "sync.received"
_SET = (
    "INSERT INTO change_set(uid,kind,label,author,at,final,rep,rseq,pkg,received_at) "
    "VALUES(?,?,?,?,?,1,?,?,?,?) RETURNING id"
)
_AUTHOR = "SELECT a.id FROM sync_replica r JOIN adviser a ON a.uid=r.person WHERE r.n=?"
_LINE = "INSERT INTO change(tx,own,tbl,rec,op,fld,old,new) VALUES(?,0,?,?,?,?,?,?)"
_Dot = tuple[int, int]
_Changed = tuple[int, Value, Value]  # field, before, now


class ReceivedSets:
    """The change sets of one package; lines are gathered, and written together at the end of the block."""

    def __init__(self, driver: Any, header: Header | None, now: int) -> None:
        self._driver, self.now = driver, now
        self._package = header.id if header is not None else None
        self._made_ms = header.created_ms if header is not None else now
        self._lines: dict[_Dot | None, list[tuple[Any, ...]]] = {}
        self.id = 0  # the set of the package itself

    def __enter__(self) -> Self:
        self.id = self._set(None, at=self._made_ms, author=0)
        self._driver.execute("UPDATE journal_ctx SET tx=?, mode=?", (self.id, journal.APPLY))
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._write()
            self._driver.execute("UPDATE journal_ctx SET tx=NULL, mode=?", (journal.EDIT,))

    @contextmanager
    def erasing(self) -> Iterator[None]:
        """Let rows be deleted for good inside the block."""
        self._driver.execute("UPDATE journal_ctx SET mode=?", (journal.ERASE,))
        yield
        self._driver.execute("UPDATE journal_ctx SET mode=?", (journal.APPLY,))

    def inserted(self, dot: _Dot | None, table: int, record: bytes) -> None:
        """Note a record that was not here."""
        self._lines.setdefault(dot, []).append((table, record, journal.INSERTED, None, None, None))

    def changed(self, dot: _Dot | None, table: int, record: bytes, *, field: _Changed) -> None:
        """Note a field that shows another value now."""
        self._lines.setdefault(dot, []).append((table, record, journal.FIELD, *field))

    def _write(self) -> None:
        before = self._last()
        for dot, lines in self._lines.items():
            made = self.id if dot is None else self._set(dot, at=self._time(dot), author=self._author(dot))
            self._driver.executemany(_LINE, [(made, *line) for line in lines])
        self._driver.execute(
            "UPDATE change_set SET lo=r.lo, hi=r.hi FROM "
            "(SELECT tx, min(seq) AS lo, max(seq) AS hi FROM change WHERE seq>? GROUP BY tx) r WHERE id=r.tx",
            (before,),
        )

    def _set(self, dot: _Dot | None, *, at: int, author: int) -> int:
        rep, seq = dot or (None, None)
        values = (new_uid(), int(ChangeKind.RECEIVED), LABEL, author, at, rep, seq, self._package, self.now)
        return int(self._driver.execute(_SET, values).fetchone()[0])

    def _time(self, dot: _Dot) -> int:
        found = self._driver.execute("SELECT ms FROM sync_seal WHERE rep=? AND seq=?", dot).fetchone()
        return int(found[0]) if found else self.now

    def _author(self, dot: _Dot) -> int:
        found = self._driver.execute(_AUTHOR, (dot[0],)).fetchone()
        return int(found[0]) if found else 0

    def _last(self) -> int:
        return int(self._driver.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0])
