"""Killed while it takes a package over: an office has all of it or nothing."""

import os
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kts_desktop.exchange.sync import cutting, merging
from kts_desktop.exchange.sync.cutting import Order
from kts_desktop.services import bulk
from kts_desktop.services.bulk import PersonAt
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage import direct
from kts_desktop.storage.replica import invariants
from kts_desktop.storage.store import Store
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.killing import Victim
from tests.helpers.profiles import PASSPHRASE, make_office

PEOPLE = 1500


@pytest.fixture
def victim() -> Iterator[Victim]:
    program = Victim()
    yield program
    program.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program to be killed is forked")
def test_a_package_is_taken_whole_or_not_at_all(store: Store, victim: Victim, tmp_path: Path) -> None:
    people = [PersonAt(draft=PersonDraft(family_name=f"Ahorn{number}")) for number in range(PEOPLE)]
    store.run("import.csv", lambda session: bulk.add_people(session, people))
    with cutting.cut(store, Order(office=bytes(16), created_ms=0, app="1", schema=1)) as streamed:
        content = replace(streamed, blocks=tuple(streamed.blocks))
    package = tmp_path / "package"
    package.write_bytes(pickle.dumps(content))
    outcomes = set()
    for number, wait in enumerate((0.0, 0.05, 0.1, 0.2, 3.0)):
        office = make_office(tmp_path / f"office{number}", MemoryKeyring())
        victim.kill(
            act="take", folder=str(office.folder), package=str(package), after_acks=1, after_seconds=wait
        )
        opened = office.open(passphrase=PASSPHRASE)
        with opened.store.read() as session:
            there = session.scalar(text("SELECT count(*) FROM person"))
            assert session.execute(text("SELECT tx, mode FROM journal_ctx")).all() == [(None, 0)]
        assert there in {0, PEOPLE}
        outcomes.add(there)
        with opened.store.maintain() as connection:
            assert list(invariants.broken(direct.driver_of(connection))) == []
        if not there:
            assert merging.apply(opened.store, content).changes
        cutting.seal(opened.store)
        with opened.store.read() as session:
            own = session.scalar(
                text("SELECT count(*) FROM sync_ver v JOIN note n ON n.uid=v.rec WHERE n.title='own'")
            )
        assert own == 1  # what was saved before is sealed, whatever happened to the import
        opened.close()
    assert outcomes == {0, PEOPLE}  # both sides of the commit were met
