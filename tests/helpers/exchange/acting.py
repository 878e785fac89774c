"""Laptops for directed cases, and what people do with them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kts_desktop.core.errors import UserFacingError
from kts_desktop.exchange.sync import merging
from kts_desktop.models import everything
from kts_desktop.storage.replica import invariants
from tests.helpers.exchange.histories import stores
from tests.helpers.exchange.laptop import Laptop
from tests.helpers.exchange.oracle import Oracle

assert everything.MODULES
ONE, TWO, THREE = (name.ljust(16, b".") for name in (b"rec-one", b"rec-two", b"rec-three"))
Make = Callable[..., Laptop]


@contextmanager
def laptops() -> Iterator[Make]:
    """Yield what makes up to five laptops of one office; in the end nothing may be wrong with them."""
    made: list[Laptop] = []
    oracle = Oracle()

    def one(spaces: tuple[str, ...] = ("dir", "office"), *, skew: int = 0) -> Laptop:
        store = stores()[len(made)]
        store.clock = _ticking(len(made), skew)
        laptop = Laptop(store, oracle, bytes([len(made) + 1]) * 16, spaces)
        made.append(laptop)
        return laptop

    try:
        yield one
        for laptop in made:
            if laptop.store.driver.in_transaction:
                assert not list(invariants.broken(laptop.store.driver))
                assert not laptop.store.all("PRAGMA foreign_key_check")
    finally:
        for laptop in made:
            if laptop.store.driver.in_transaction:
                laptop.close()


def two_who_know_one(make: Make) -> tuple[Laptop, Laptop]:
    """Return two laptops that both know one person."""
    one, other = make(), make()
    one.add("person", ONE, family_name="n")
    exchange(one, other)
    return one, other


def send(one: Laptop, other: Laptop) -> Any:
    """Bring a package from one to the other and return the report."""
    content, _, _ = one.cut((other.replica,))
    return merging.apply(other.store, content).report


def exchange(*laptops: Laptop) -> None:
    """Let everybody hear everything, twice."""
    for _ in range(2):
        for one in laptops:
            for other in laptops:
                if one is not other:
                    send(one, other)


def put(laptop: Laptop, record: bytes = ONE, **values: Any) -> None:
    """Change fields in one step."""
    laptop.ids(), laptop.ids(alive=False)
    laptop.edit([(record, name, value) for name, value in values.items()])


def get(laptop: Laptop, name: str, record: bytes = ONE) -> Any:
    """Return what a field shows."""
    found = laptop.records()
    assert record in found, "the record is not here"
    return found[record][name]


def bin_(laptop: Laptop, record: bytes = ONE, *, back: bool = False) -> None:
    """Put a record into the bin or take it out."""
    laptop.ids(), laptop.ids(alive=False)
    laptop.bin(record, back=back)


def refusal(attempt: Callable[[], object]) -> str:
    """Return the code of a refusal."""
    with pytest.raises(UserFacingError) as refused:
        attempt()
    return refused.value.code


def same(one: Laptop, other: Laptop) -> bool:
    """Tell whether two laptops hold the same."""
    return one.versions() == other.versions() and one.state() == other.state()


def _ticking(place: int, skew: int) -> Callable[[], Any]:
    state = {"now": datetime(2026, 11, 24, 8, tzinfo=UTC) + timedelta(milliseconds=skew + place)}

    def clock() -> Any:
        state["now"] += timedelta(milliseconds=170)
        return state["now"]

    return clock


def copied(one: Laptop, to: Laptop) -> None:
    """Make a laptop the copy of another, identity included."""
    to.close()
    one.store.driver.execute("COMMIT")
    one.store.driver.backup(to.store.driver)
    for laptop in (one, to):
        laptop.store.driver.execute("BEGIN")


def forget_files() -> None:
    """Make all files anew: some were copied outside a history."""
    for store in stores():
        store.driver.close()
    stores.cache_clear()
