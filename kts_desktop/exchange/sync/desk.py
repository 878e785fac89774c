"""The exchange as the window sees it: laptops, packages that came, went or lie in a folder, conflicts."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from kts_desktop.core.changes import Changes
from kts_desktop.exchange.sync import conflicts as conflict_list
from kts_desktop.exchange.sync import deciding, incoming, people, sorting, taking_back, trust
from kts_desktop.exchange.sync.content import Value
from kts_desktop.exchange.sync.context import Context
from kts_desktop.exchange.sync.office import Exchange, exchange_of
from kts_desktop.exchange.sync.views import (
    Colleague,
    Conflict,
    Entry,
    Exported,
    Inspection,
    KindCounts,
    Loss,
    OwnLaptop,
    Report,
    Stage,
    Standing,
    TakeBackPlan,
    Token,
)
from kts_desktop.storage.keys import Keyring, KeySources
from kts_desktop.storage.opening import Opened

Tell = Callable[[int, int], None]  # done, total; raises CancelledError once cancelled
_STAGES = {
    Standing.READY: Stage.NEW,
    Standing.WAITING: Stage.WAITING,
    Standing.REFUSED: Stage.REFUSED,
}
_LOST = ("person", "organisation", "advisory_case", "note", "task", "event", "registration", "attachment")
_LISTED = 200  # packages shown of those that came and went


@dataclass(frozen=True, slots=True)
class _Look:
    """What a file was the last time it was looked at, and of which state of the office that is true."""

    stamp: tuple[int, int, int]  # size, time of change, packages known
    inspection: Inspection


class Desk:
    """All calls are for a worker; one after the other where they write."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._looks: dict[Path, _Look] = {}

    @property
    def _context(self) -> Context:
        return self._exchange.context

    def own(self) -> OwnLaptop:
        """Return this laptop."""
        return self._exchange.own()

    def colleagues(self) -> Sequence[Colleague]:
        """Return the other laptops."""
        return self._exchange.colleagues()

    def conflicts(self) -> Sequence[Conflict]:
        """Return the fields on which the laptops differ; for the lane of writes."""
        return conflict_list.conflicts(self._context.store)

    def save_card(self, folder: Path) -> Path:
        """Write this laptop's key card; raises PackageError."""
        return self._exchange.write_card(folder)

    def take_card(self, path: Path) -> bytes:
        """Keep a colleague's card as unconfirmed, and return its fingerprint; raises PackageError."""
        return self._exchange.read_card(path).fingerprint

    def confirm(self, fingerprint: bytes, typed: str) -> Changes:
        """Trust a laptop whose digits were typed as heard; raises PackageError."""
        self._exchange.confirm(fingerprint, typed)
        return Changes()

    def loss(self, fingerprint: bytes) -> Loss:
        """Return what lies on a colleague's laptop, by kind."""
        found = people.loss(self._context, fingerprint)
        counts: list[tuple[str, int]] = []
        if found.records:
            with self._context.reading() as driver:
                for kind in _LOST:
                    (count,) = driver.execute(
                        f"SELECT count(*) FROM {kind} WHERE deleted_at IS NULL"
                    ).fetchone()
                    counts.append((kind, count))
        return Loss(
            label=found.name,
            known_until_ms=found.known_to_ms,
            counts=tuple((kind, count) for kind, count in counts if count),
        )

    def revoke(self, fingerprint: bytes) -> Changes:
        """Accept nothing from a laptop any more, and give it nothing."""
        self._exchange.revoke(fingerprint)
        return Changes()

    def export(self, to: Sequence[bytes], folder: Path, tell: Tell, *, whole: bool = False) -> Exported:
        """Write a package; raises PackageError, StorageError."""
        tell(0, 0)
        return self._exchange.export(to, folder, is_full=whole)

    def entries(self, folder: Path | None) -> Sequence[Entry]:
        """Return what lies in the watched folder, what waits, and the latest that came and went."""
        known = self._known()
        lying = [self._lying(path, len(known)) for path in _files(folder)]
        taken = {one.path for one in lying}
        waiting = [
            Entry(
                id=b"",
                stage=Stage.WAITING,
                partner=one.sender,
                at_ms=one.created_ms,
                size=one.path.stat().st_size,
                path=one.path,
                problem=incoming.WAITING,
                details=_gap(one.missing),
            )
            for one in self._exchange.parked()
            if one.path not in taken
        ]
        return (*(_entry(one) for one in lying if one.standing in _STAGES), *waiting, *known)

    def preview(self, path: Path, tell: Tell) -> Report:
        """Return what a package would do; nothing is changed. Raises PackageError, StorageError."""
        tell(0, 0)
        return self._exchange.preview(path)

    def apply(
        self, path: Path, token: Token, accepted: Collection[str], tell: Tell
    ) -> tuple[Report, Changes]:
        """Take a package over as it was shown; raises PackageError, RefusedError, StorageError."""
        tell(0, 0)
        taken = self._exchange.apply(path, token, accepted=accepted)
        return taken.report, taken.changes

    def plan_back(self, package: bytes) -> TakeBackPlan:
        """Return what taking a package back would do; for the lane of writes."""
        return taking_back.plan(self._context.store, package)

    def take_back(self, package: bytes) -> Changes:
        """Put the values from before a package in place again; raises RefusedError."""
        changes = taking_back.take_back(self._context.store, package)
        with self._context.writing() as driver:
            (text,) = driver.execute("SELECT report FROM sync_pkg WHERE id=?", (package,)).fetchone()
            told = {**json.loads(text or "{}"), "taken_back": self._context.now_ms()}
            driver.execute("UPDATE sync_pkg SET report=? WHERE id=?", (json.dumps(told), package))
        return changes

    def resolve(self, conflict: Conflict, value: Value) -> Changes:
        """Decide for a value; raises NotFoundError."""
        return deciding.decide(self._context.store, conflict.kind, conflict.uid, conflict.field, value)

    def _lying(self, path: Path, packages: int) -> Inspection:
        found = path.stat()
        stamp = (found.st_size, found.st_mtime_ns, packages)
        look = self._looks.get(path)
        if look is None or look.stamp != stamp:
            look = self._looks[path] = _Look(stamp, self._exchange.inspect(path))
        return look.inspection

    def _known(self) -> list[Entry]:
        with self._context.reading() as driver:
            keys = trust.keys(driver)
            names = {one.public.replica: one.name for one in keys.values()}
            by_key = {one.fingerprint.hex(): one.name for one in keys.values() if one.trust != trust.OWN}
            rows = driver.execute(
                "SELECT id, dir, peer, ms, report FROM sync_pkg ORDER BY ms DESC LIMIT ?", (_LISTED,)
            ).fetchall()
        return [_known(row, names, by_key) for row in rows]


class Desks:
    """Makes the desk of an office once; a copied office gets its new identity then."""

    def __init__(self, keyring: Keyring | None = None) -> None:
        self._keyring, self._lock = keyring, Lock()
        self._made: tuple[Opened, Desk] | None = None

    def __call__(self, opened: Opened) -> Desk:
        """Return the desk of an open office; raises ProfileError, PackageError."""
        with self._lock:
            if self._made is None or self._made[0] is not opened:
                self._made = (opened, Desk(exchange_of(opened, self._keyring or KeySources().keyring)))
            return self._made[1]


def _files(folder: Path | None) -> list[Path]:
    """Return the packages in the watched folder; a folder that is away now holds none."""
    if folder is None:
        return []
    try:
        return sorting.packages_in(folder)
    except OSError:
        return []


def _entry(one: Inspection) -> Entry:
    return Entry(
        id=b"",
        stage=_STAGES[one.standing],
        partner=one.sender,
        at_ms=one.created_ms or round(one.path.stat().st_mtime * 1000),
        size=one.size,
        path=one.path,
        problem=one.problem,
        details=one.details,
    )


def _gap(missing: Sequence[tuple[str, int, int]]) -> tuple[tuple[str, object], ...]:
    if not missing:
        return (("name", ""), ("have", 0), ("since", 0))
    name, have, since = missing[0]
    return (("name", name), ("have", have), ("since", since))


def _known(row: Any, names: Mapping[bytes, str], by_key: Mapping[str, str]) -> Entry:
    id_, direction, peer, ms, text = row
    told = json.loads(text or "{}")
    if direction == "out":
        to = [by_key[one] for one in told.get("to", ()) if one in by_key]
        partner, stage = ", ".join(dict.fromkeys(name for name in to if name)), Stage.SENT
    else:
        partner = names.get(peer, peer.hex()[:8] if peer else "")
        stage = Stage.TAKEN_BACK if "taken_back" in told else Stage.TAKEN
    return Entry(
        id=id_,
        stage=stage,
        partner=partner,
        at_ms=ms,
        size=told.get("size", 0),
        report=_report(id_, told, partner, ms),
    )


def _report(id_: bytes, told: Mapping[str, Any], sender: str, ms: int) -> Report | None:
    if "counts" not in told:
        return None
    return Report(
        token=Token(package=id_, seq=0, mark=0, top=0),
        sender=sender,
        created_ms=told.get("created", ms),
        counts=tuple(KindCounts(**one) for one in told["counts"]),
        arrivals=(),
        conflicts=told["conflicts"],
        erasures=told["erasures"],
        warnings=(),
    )
