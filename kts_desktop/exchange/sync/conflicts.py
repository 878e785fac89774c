"""The list of conflicts: on which fields laptops differ, who says what, how texts would merge."""

from collections.abc import Mapping
from typing import Any

from kts_desktop.exchange.sync import naming, text_merge
from kts_desktop.exchange.sync.content import EXISTENCE_NAME
from kts_desktop.exchange.sync.differing import Difference, differences, value
from kts_desktop.exchange.sync.registers import Version
from kts_desktop.exchange.sync.views import Conflict, Opinion, Side
from kts_desktop.models.catalogue import EXISTENCE
from kts_desktop.storage import direct
from kts_desktop.storage.replica import me
from kts_desktop.storage.replica.shapes import field_name
from kts_desktop.storage.store import Store

_BASES = "SELECT rep, seq, val FROM sync_base WHERE rec=? AND fld=?"
_WHO = (
    "SELECT r.n, coalesce(a.name, ''), coalesce(r.label, '') "
    "FROM sync_replica r LEFT JOIN adviser a ON a.uid=r.person"
)


def conflicts(store: Store, space: str | None = None) -> tuple[Conflict, ...]:
    """Return what waits for a decision, by kind and title; ``space`` limits it to records that lie there."""
    with store.maintain() as connection:  # records are listed in a table of the writing connection
        return conflicts_in(direct.driver_of(connection), space)


def conflicts_in(driver: Any, space: str | None = None) -> tuple[Conflict, ...]:
    """Return the same from a connection of the driver that may write to its temporary tables."""
    ids = me.replicas(driver)
    found = [
        one
        for one in differences(driver)
        if space is None or one.register.space(one.shape.table.space, ids) == space
    ]
    by_kind: dict[str, list[bytes]] = {}
    for one in found:
        by_kind.setdefault(one.shape.name, []).append(one.register.record)
    titles = {kind: naming.titles(driver, kind, records) for kind, records in by_kind.items()}
    own = me.who(driver)
    teller = _Teller(driver, own.number if own is not None else 0)
    listed = [teller.conflict(one, titles[one.shape.name].get(one.register.record, "")) for one in found]
    return tuple(sorted(listed, key=lambda one: (one.kind, one.title, one.uid, one.field)))


def count(store: Store) -> int:
    """Return how many fields wait for a decision."""
    with store.maintain() as connection:
        return sum(1 for _ in differences(direct.driver_of(connection)))


class _Teller:
    """Puts differences into words."""

    def __init__(self, driver: Any, own: int) -> None:
        self._driver, self._own = driver, own
        self._who = {number: (person, label) for number, person, label in driver.execute(_WHO)}

    def conflict(self, one: Difference, title: str) -> Conflict:
        """Return one conflict."""
        row, shape = one.register.row, one.shape
        assert row is not None
        is_text = bool(shape.text_mask & (1 << one.field)) and one.field != EXISTENCE
        base, merged = self._merged(one) if is_text else (None, None)
        opinion = Opinion.TEXT if is_text else Opinion.VALUES
        return Conflict(
            kind=shape.name,
            uid=one.register.record,
            record_id=row.id,
            title=title,
            field=field_name(shape.table, one.field, EXISTENCE_NAME),
            opinion=Opinion.EXISTENCE if one.field == EXISTENCE else opinion,
            base=base,
            sides=tuple(self._side(one, version, place) for place, version in enumerate(one.versions)),
            merged=merged,
        )

    def _side(self, one: Difference, version: Version, place: int) -> Side:
        person, label = self._who.get(version.rep, ("", ""))
        said = value(one.register, one.field, version)
        return Side(
            value=said,
            shown=naming.shown(self._driver, one.shape, one.field, said),
            person=person,
            laptop=label,
            at_ms=one.register.time(one.field, version),
            is_own=version.rep == self._own,
            is_displayed=bool(said) if one.field == EXISTENCE else place == 0,
        )

    def _merged(self, one: Difference) -> tuple[str | None, str | None]:
        """Return the text that all versions were written on from, and all of them in one; None if not so."""
        rows = self._driver.execute(_BASES, (one.register.record, one.field))
        bases: Mapping[tuple[int, int], Any] = {(rep, seq): text for rep, seq, text in rows}
        known = [bases.get(version.dot) for version in one.versions]
        base = known[0]
        if not isinstance(base, str) or any(other != base for other in known):
            return None, None
        ordered = sorted(one.versions, key=lambda version: version.dot)
        texts = [str(one.register.value(one.field, version) or "") for version in ordered]
        return base, text_merge.merged(base, texts)
