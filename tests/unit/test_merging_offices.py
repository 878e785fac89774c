"""The exchange on real encrypted offices: search, lists, journal, check, and being killed in the middle."""

import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kts_desktop.exchange.sync import cutting, lines, merging
from kts_desktop.exchange.sync.content import Content
from kts_desktop.exchange.sync.cutting import Order
from kts_desktop.exchange.sync.lines import Writer
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.person import Person
from kts_desktop.services import bulk, history, search
from kts_desktop.services.bulk import PersonAt
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage import direct
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.connect import connect
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.replica import invariants, me
from kts_desktop.storage.store import Store
from tests.conftest import KEY
from tests.helpers.build import a_case, a_note, a_person, a_task

OFFICE = b"office".ljust(16, b"-")


@pytest.fixture
def other(tmp_path: Path, empty_file: bytes) -> Iterator[Store]:
    """A second laptop of the same office."""
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "kts.db").write_bytes(empty_file)
    store = Store(folder / "kts.db", KEY)
    store.blobs = Blobs(folder / "blobs", DataKey(KEY))
    yield store
    store.close()


def order(*peers: bytes) -> Order:
    return Order(office=OFFICE, created_ms=1_795_500_000_000, app="0.1.0", schema=1, peers=peers)


def replica(store: Store) -> bytes:
    with store.maintain() as connection:
        return me.begin(direct.driver_of(connection)).replica


def package(one: Store, other: Store) -> Content:
    with cutting.cut(one, order(replica(other))) as content:
        return replace(content, blocks=tuple(content.blocks))


def send(one: Store, other: Store) -> merging.Merged:
    return merging.apply(other, package(one, other))


def broken(store: Store) -> list[str]:
    with store.maintain() as connection:
        return list(invariants.broken(direct.driver_of(connection)))


def found(store: Store, typed: str) -> set[str]:
    with store.read() as session:
        return {hit.title for hit in search.find(session, typed)}


def test_a_case_of_a_colleague_is_found_by_search_and_stands_in_its_list(store: Store, other: Store) -> None:
    case, _ = store.run("case.open", lambda session: a_case(session, subject="Starkregen an der Mulde"))
    store.run("note.add", lambda session: a_note(session, case_id=case, text="Pegel und Brückenbau"))
    store.run("task.add", lambda session: a_task(session, case_id=case))
    merged = send(store, other)
    assert merged.changes.concerns("advisory_case", "note", "task")
    with other.read() as session:
        row = session.query(AdvisoryCase).one()
        assert row.next_due_on is not None  # kept by triggers, not exchanged
        assert row.last_note_at is not None
        told = history.of_record(session, "advisory_case", row.id)
        assert {line.label for line in told} == {"sync.received"}
    assert len(found(other, "Brückenbau")) == 1
    assert len(found(other, "Mulde")) == 1
    assert broken(store) == broken(other) == []


def test_hundreds_of_people_are_indexed_and_sorted_like_own_ones(store: Store, other: Store) -> None:
    people = [PersonAt(draft=PersonDraft(family_name=f"Ährenfeld{number:03}")) for number in range(300)]
    store.run("import.csv", lambda session: bulk.add_people(session, people))
    send(store, other)
    with other.read() as session:
        assert (
            session.scalar(text("SELECT count(*) FROM person_fts WHERE person_fts MATCH 'ahrenfeld*'")) == 300
        )
        assert session.scalar(text("SELECT min(sort_key) FROM person")).startswith("aehrenfeld000")
    with other.write("bulk.edit") as session:
        for person in session.query(Person).all():
            person.given_name = "Erle"
    send(other, store)
    with store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM person_fts WHERE person_fts MATCH 'erle'")) == 300
        names = session.scalars(
            text("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='person'")
        )
        assert "person_fi" in set(names)
    assert broken(store) == broken(other) == []


def test_a_record_that_goes_to_the_bin_elsewhere_leaves_the_search(store: Store, other: Store) -> None:
    store.run("person.add", lambda session: a_person(session, "Ahornthal"))
    send(store, other)
    with other.write("person.delete") as session:
        session.query(Person).filter_by(family_name="Ahornthal").one().deleted_at = other.clock()
    merged = send(other, store)
    [counts] = [one for one in merged.report.counts if one.kind == "person"]
    assert counts.deleted == 1
    [arrival] = merged.report.arrivals
    assert (arrival.effect, arrival.title) == ("deleted", "Anna Ahornthal")
    with store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM person_fts WHERE person_fts MATCH 'ahornthal'")) == 0


def test_two_offices_with_the_same_reference_data_agree_at_once(
    office: Store, other: Store, tmp_path: Path, reference_file: bytes
) -> None:
    path = tmp_path / "second.db"
    path.write_bytes(reference_file)
    second = Store(path, KEY)
    report = send(office, second).report
    assert report.conflicts == 0
    with second.read() as session:
        doubled = session.execute(
            text("SELECT list_key, code FROM vocabulary GROUP BY list_key, code HAVING count(*)>1")
        ).all()
    assert doubled == []
    second.close()
    assert broken(office) == []
    del other


def test_one_acknowledged_change_costs_few_bytes(store: Store, other: Store) -> None:
    store.run("person.add", lambda session: a_person(session, "Ahornthal"))
    send(store, other)
    send(other, store)
    with store.write("person.edit") as session:
        session.query(Person).one().given_name = "Erle"
    small = package(store, other)
    assert len(small.blocks) == 1  # type: ignore[arg-type]
    write = Writer(sorted(lines.replicas_of(small.seals, small.erased, small.header.to_vec.values())))
    told = [*map(write.seal, small.seals), *map(write.block, small.blocks)]
    assert len(zlib.compress(b"\n".join(told))) < 300


def test_the_check_names_a_broken_state_of_the_exchange(store: Store, other: Store) -> None:
    store.run("person.add", lambda session: a_person(session, "Ahornthal"))
    send(store, other)
    with store.maintain() as connection:
        connection.exec_driver_sql("UPDATE sync_have SET seq=7")
    assert [words[:2] for words in broken(store)] == ["I1", "I1"]


def test_a_package_half_applied_leaves_no_trace(
    store: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [PersonAt(draft=PersonDraft(family_name=f"Ahorn{number}")) for number in range(300)]
    store.run("import.csv", lambda session: bulk.add_people(session, people))
    content = package(store, other)

    def fail(self: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(merging._Merging, "advance", fail)
    with pytest.raises(KeyboardInterrupt):
        merging.apply(other, content)
    monkeypatch.undo()
    with closing(connect(other.path, KEY)) as raw:
        assert raw.execute("SELECT count(*) FROM person").fetchone() == (0,)
        assert raw.execute("SELECT tx, mode FROM journal_ctx").fetchall() == [(None, 0)]
        assert raw.execute("SELECT 1 FROM sqlite_master WHERE name='person_fi'").fetchone() == (1,)
    counts = {one.kind: one.new for one in merging.apply(other, content).report.counts}
    assert counts["person"] == 300
