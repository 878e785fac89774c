"""An earlier state of one record: what differs is told, what is chosen comes back, and undo takes it away."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kts_desktop.core.sentences.failures import sentence
from kts_desktop.models.vocab import CaseId, EventId, RegistrationState
from kts_desktop.services import (
    attachments,
    cases,
    consents,
    contact_points,
    duplicates,
    earlier,
    erasure,
    event_sessions,
    events,
    notes,
    persons,
    registrations,
    search,
    tasks,
)
from kts_desktop.services.earlier import WHOLE, Standing
from kts_desktop.storage import looking_back, rekeying, undo
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.check import check
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.unlocking import Unlock
from tests.helpers.build import a_case, a_person, a_task
from tests.helpers.build_contacts import a_body
from tests.helpers.build_earlier import (
    CONCERN,
    LATER,
    Made,
    attached,
    edit_case,
    edit_way,
    look,
    make,
    record,
    take,
    told,
)
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import CHEAP, make_office, refusal

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("template"))


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    return template.copy_to(tmp_path / "office")


@pytest.fixture
def opened(made: Made) -> Iterator[Opened]:
    found = made.office.open()
    yield found
    found.close()


def value(opened: Opened, statement: str) -> Any:
    with opened.store.read() as session:
        return session.scalar(text(f"SELECT {statement}"))


def step(opened: Opened, use_case: Any, *given: Any, label: str = "bulk.edit") -> Any:
    return opened.store.run(label, lambda session: use_case(session, *given))[0]


def state(opened: Opened) -> list[Any]:
    """Return all that the records hold; of the moment they went to the bin only that they did."""
    tables = ("advisory_case", "note", "task", "case_person", "tagging", "person", "contact_point")
    with opened.store.read() as session:
        return [
            {**row, "updated_at": 0, "deleted_at": row["deleted_at"] is not None}
            for table in tables
            for row in session.execute(text(f"SELECT * FROM {table} ORDER BY id")).mappings()
        ]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("advisory_case", "case"), ("person", "person"), ("organisation", "body"), ("event", "event")],
)
def test_an_unchanged_record_does_not_differ(opened: Opened, made: Made, kind: str, name: str) -> None:
    found = look(opened, made, kind, made.ids[name])
    assert (found.records, found.newer, found.notes) == ((), 0, ())
    assert not opened.folder.looking_back.exists()


def test_changed_fields_are_told_and_the_chosen_ones_come_back(opened: Opened, made: Made) -> None:
    edit_case(opened, made.ids["case"], subject="Dürre", concern="Neu", received_on=date(2026, 11, 9))
    found = look(opened, made, "advisory_case", made.ids["case"])
    assert told(found) == {
        ("advisory_case", "subject"): ("Dürre", "Starkregen"),
        ("advisory_case", "concern"): ("Neu", CONCERN),
        ("advisory_case", "received_on"): ("2026-11-09", "2026-11-02"),
    }
    taken = take(opened, found, (found.uid, "concern"))
    assert (taken.values, taken.records) == (1, 0)
    assert value(opened, "subject FROM advisory_case") == "Dürre"
    assert value(opened, "concern FROM advisory_case") == CONCERN
    with opened.store.read() as session:
        assert search.find(session, "Einschätzung", 5)
        assert undo.next_steps(session.connection()).undo == "earlier.take"
    undo.undo(opened.store)
    assert value(opened, "concern FROM advisory_case") == "Neu"
    undo.redo(opened.store)
    assert value(opened, "concern FROM advisory_case") == CONCERN


def test_references_and_codes_are_told_by_name(opened: Opened, made: Made) -> None:
    with opened.store.write("organisation.add") as session:
        other = a_body(session, "Moers")
    edit_case(opened, made.ids["case"], organisation_id=other, channel="letter")
    found = look(opened, made, "advisory_case", made.ids["case"])
    assert told(found)["advisory_case", "organisation_id"] == ("Moers", "Krefeld")
    (channel,) = (one for one in record(found, "advisory_case").differences if one.field == "channel")
    assert channel.list_key == "channel"
    take(opened, found)
    assert value(opened, "organisation_id FROM advisory_case") == made.ids["body"]


def test_a_whole_case_comes_back_with_its_parts_and_undo_takes_all_away(opened: Opened, made: Made) -> None:
    ids = made.ids
    edit_case(opened, ids["case"], subject="Dürre", person_ids=(), themes=())
    step(opened, notes.delete, [ids["note"]])
    step(opened, tasks.complete, ids["task"], "erledigt")
    step(opened, cases.delete, [ids["case"]])
    before = state(opened)
    found = look(opened, made, "advisory_case", ids["case"])
    standings = {one.table: one.standing for one in found.records}
    assert standings == {
        "advisory_case": Standing.BINNED,
        "note": Standing.BINNED,
        "task": Standing.THERE,
        "case_person": Standing.BINNED,
        "tagging": Standing.BINNED,
    }
    assert record(found, "note").name == "Rückruf"
    assert record(found, "case_person").name == "Anna Lichtmoos"
    taken = take(opened, found)
    assert (taken.records, taken.emptied, taken.left_out) == (4, (), ())
    with opened.store.read() as session:
        card = cases.card(session, CaseId(ids["case"]))
        assert (card.subject, [one.name for one in card.people]) == ("Starkregen", ["Anna Lichtmoos"])
        assert tuple(card.themes) == ("data",)
    assert look(opened, made, "advisory_case", ids["case"]).records == ()
    undo.undo(opened.store)
    assert state(opened) == before
    undo.redo(opened.store)
    assert look(opened, made, "advisory_case", ids["case"]).records == ()
    assert check(opened.folder, opened.key, now=LATER, deep=True).findings == ()


def test_a_part_of_something_in_the_bin_brings_it_along(opened: Opened, made: Made) -> None:
    step(opened, notes.delete, [made.ids["note"]])
    step(opened, cases.delete, [made.ids["case"]])
    found = look(opened, made, "advisory_case", made.ids["case"])
    take(opened, found, (record(found, "note").uid, WHOLE))
    assert value(opened, "deleted_at FROM advisory_case") is None
    assert value(opened, "deleted_at FROM note WHERE case_id IS NOT NULL") is None


def test_a_field_of_something_in_the_bin_brings_it_along(opened: Opened, made: Made) -> None:
    edit_case(opened, made.ids["case"], subject="Dürre")
    step(opened, cases.delete, [made.ids["case"]])
    found = look(opened, made, "advisory_case", made.ids["case"])
    take(opened, found, (found.uid, "subject"))
    assert value(opened, "subject FROM advisory_case WHERE deleted_at IS NULL") == "Starkregen"


def test_parts_made_since_are_counted_and_stay(opened: Opened, made: Made) -> None:
    with opened.store.write("task.add") as session:
        a_task(session, case_id=made.ids["case"], title="Neu")
    edit_case(opened, made.ids["case"], subject="Dürre")
    found = look(opened, made, "advisory_case", made.ids["case"])
    assert found.newer == 1
    take(opened, found)
    assert value(opened, "count(*) FROM task WHERE title='Neu' AND deleted_at IS NULL") == 1


def test_a_number_comes_back_with_what_is_searched_by(opened: Opened, made: Made) -> None:
    edit_way(opened, made.ids["phone"], "0203 9999-1")
    step(opened, contact_points.remove, made.ids["mail"])
    found = look(opened, made, "person", made.ids["person"])
    assert set(told(found)) == {("contact_point", "value"), ("contact_point", WHOLE)}
    take(opened, found)
    with opened.store.read() as session:
        rows = session.execute(text("SELECT value, normal FROM contact_point WHERE deleted_at IS NULL")).all()
    assert ("02151 3660-10", "+492151366010") in [tuple(row) for row in rows]
    assert ("anna@krefeld.example", "anna@krefeld.example") in [tuple(row) for row in rows]


def test_a_right_somebody_used_does_not_lapse_in_passing(opened: Opened, made: Made) -> None:
    ids = made.ids
    step(opened, consents.withdraw, ids["consent"], date(2026, 11, 24))
    with opened.store.write("person.restrict") as session:
        persons.restrict(session, ids["person"], at=LATER)
    edit_way(opened, ids["phone"], "0203 9999-1")
    found = look(opened, made, "person", ids["person"])
    assert {("person", "restricted_at"), ("consent", "withdrawn_on")} < set(told(found))
    take(opened, found)
    assert value(opened, "restricted_at FROM person") is not None
    assert value(opened, "withdrawn_on FROM consent") is not None
    assert value(opened, "count(*) FROM contact_point WHERE value='02151 3660-10'") == 1
    again = look(opened, made, "person", ids["person"])
    take(opened, again, (record(again, "consent").uid, "withdrawn_on"))
    assert value(opened, "withdrawn_on FROM consent") is None


def test_an_event_comes_back_with_sessions_and_participants(opened: Opened, made: Made) -> None:
    ids = made.ids
    step(opened, event_sessions.delete, [ids["session"]])
    step(opened, registrations.delete, [ids["guest"]])
    with opened.store.write("registration.set_state") as session:
        registrations.set_states(session, [ids["registration"]], RegistrationState.CANCELLED)
    found = look(opened, made, "event", ids["event"])
    assert {one.table for one in found.records} == {"event_session", "registration"}
    take(opened, found)
    assert value(opened, "count(*) FROM registration WHERE deleted_at IS NULL AND state='confirmed'") == 2
    assert value(opened, "count(*) FROM event_session WHERE deleted_at IS NULL") == 1
    steps = "group_concat(state) FROM registration_step WHERE registration_id="
    assert value(opened, f"{steps}{ids['registration']}") == "confirmed,cancelled,confirmed"


def test_approved_minutes_stay_as_they_are(opened: Opened, made: Made) -> None:
    event = EventId(made.ids["event"])
    step(opened, events.write_minutes, event, "Protokoll")
    step(opened, events.approve_minutes, event)
    with opened.store.write("event.edit") as session:
        events.edit(session, event, replace(events.draft_of(session, event), title="Fachtag"))
    found = look(opened, made, "event", event)
    assert set(told(found)) == {("event", "title")}
    assert [note.code for note in found.notes] == ["earlier_minutes"]
    take(opened, found)
    assert value(opened, "report FROM event") == "Protokoll"


def test_a_document_that_was_swept_away_comes_back_from_the_backup(opened: Opened, made: Made) -> None:
    step(opened, attachments.detach, [made.ids["file"]])
    assert opened.store.blobs is not None
    sha256 = value(opened, "sha256 FROM attachment")
    opened.store.blobs.drop([sha256])
    found = look(opened, made, "advisory_case", made.ids["case"])
    assert take(opened, found).left_out == ()
    assert attached(opened) == ["Angebot.pdf"]
    assert opened.store.blobs.verify(sha256) == ""


def test_a_document_that_is_nowhere_any_more_is_told(opened: Opened, made: Made) -> None:
    step(opened, attachments.detach, [made.ids["file"]])
    assert opened.store.blobs is not None
    opened.store.blobs.drop([value(opened, "sha256 FROM attachment")])
    for blob in (made.office.place.backups / "blobs").rglob("*"):
        if blob.is_file():
            blob.unlink()
    found = look(opened, made, "advisory_case", made.ids["case"])
    assert take(opened, found).left_out == ("Angebot.pdf",)
    assert attached(opened) == []


def test_an_erased_person_never_comes_back(opened: Opened, made: Made) -> None:
    ids = made.ids
    uid = value(opened, "uid FROM person")
    erasure.erase_person(opened.store, ids["person"])
    found = look(opened, made, "advisory_case", ids["case"])
    assert [one.table for one in found.records] == []
    event = look(opened, made, "event", ids["event"])
    assert "Fährmann" not in str(event)
    assert "Lichtmoos" not in str(event) + str(found)
    refused = refusal(lambda: earlier.compare(opened, made.path, "person", lambda _session: uid, now=LATER))
    assert refused.code == "earlier_not_there"


def test_a_list_of_erased_records_that_was_lost_brings_nobody_back(opened: Opened, made: Made) -> None:
    uid = value(opened, "uid FROM person")
    erasure.erase_person(opened.store, made.ids["person"])
    made.office.place.erased.unlink()
    refused = refusal(lambda: earlier.compare(opened, made.path, "person", lambda _session: uid, now=LATER))
    assert refused.code == "earlier_erased"
    case = look(opened, made, "advisory_case", made.ids["case"])
    assert "case_person" not in {one.table for one in case.records}


def test_a_merged_record_is_told(opened: Opened, made: Made) -> None:
    with opened.store.write("person.merge") as session:
        young = a_person(session, "Lichtmos", "Anna")
        duplicates.merge(session, made.ids["person"], young)
    found = look(opened, made, "person", made.ids["person"])
    assert [note.code for note in found.notes] == ["earlier_with_merged"]
    newer = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=LATER)
    refused = refusal(
        lambda: earlier.compare(opened, newer.path, "person", earlier.by_id("person", young), now=LATER)
    )
    assert refused.code == "earlier_merged"
    assert f"#{made.ids['person']}" in sentence(refused, "de")


def test_a_record_made_later_is_told(opened: Opened, made: Made) -> None:
    with opened.store.write("case.open") as session:
        young = a_case(session)
    refused = refusal(lambda: look(opened, made, "advisory_case", young))
    assert refused.code == "earlier_not_there"
    assert "24.11.2026" in sentence(refused, "de")
    assert refusal(lambda: look(opened, made, "advisory_case", 99)).code == "gone"


def test_a_record_lost_by_a_restore_comes_back_from_the_file_kept_aside(made: Made) -> None:
    opened = made.office.open()
    with opened.store.write("case.open") as session:
        young = a_case(session, subject="Zisterne", organisation_id=made.ids["body"])
        a_task(session, case_id=young, title="Rückruf Zisterne")
    newer = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=LATER)
    uid = value(opened, f"uid FROM advisory_case WHERE id={young}")
    opened.close()
    restore(made.office.folder, made.path, made.office.unlock(), now=LATER)
    opened = made.office.open()
    with opened.store.write("case.open") as session:
        assert a_case(session, subject="Inzwischen") == young  # the number was given again
    found = earlier.compare(opened, newer.path, "advisory_case", lambda _session: uid, now=LATER)
    assert [(one.table, one.standing) for one in found.records] == [
        ("advisory_case", Standing.MISSING),
        ("task", Standing.MISSING),
    ]
    assert take(opened, found).records == 2
    with opened.store.read() as session:
        (new,) = session.scalars(text("SELECT id FROM advisory_case WHERE subject='Zisterne'"))
        assert session.scalar(text("SELECT case_id FROM task WHERE title='Rückruf Zisterne'")) == new
        assert cases.card(session, CaseId(new)).body == "Krefeld"
    undo.undo(opened.store)
    assert value(opened, "count(*) FROM task WHERE title='Rückruf Zisterne' AND deleted_at IS NULL") == 0
    opened.close()


def test_what_a_field_referred_to_and_is_not_there_today_stays_empty(made: Made) -> None:
    opened = made.office.open()
    with opened.store.write("organisation.add") as session:
        lost = a_body(session, "Moers")
    edit_case(opened, made.ids["case"], organisation_id=lost)
    newer = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=LATER)
    opened.close()
    restore(made.office.folder, made.path, made.office.unlock(), now=LATER)
    opened = made.office.open()
    find = earlier.by_id("advisory_case", made.ids["case"])
    found = earlier.compare(opened, newer.path, "advisory_case", find, now=LATER)
    (one,) = record(found, "advisory_case").differences
    assert (one.now, one.then, one.is_lost) == ("Krefeld", "Moers", True)
    assert take(opened, found).emptied == ("organisation_id",)
    assert value(opened, "organisation_id FROM advisory_case") is None
    opened.close()


def test_a_record_changed_since_it_was_compared_is_left_alone(opened: Opened, made: Made) -> None:
    edit_case(opened, made.ids["case"], subject="Dürre", concern="Neu")
    found = look(opened, made, "advisory_case", made.ids["case"])
    edit_case(opened, made.ids["case"], subject="Hitze")
    assert refusal(lambda: take(opened, found)).code == "earlier_changed"
    assert value(opened, "concern FROM advisory_case") == "Neu"
    assert refusal(lambda: take(opened, found, (b"nobody", "subject"))).code == "earlier_nothing"


def test_the_backup_is_not_touched_and_nothing_is_left(opened: Opened, made: Made) -> None:
    before, names = made.path.read_bytes(), sorted(path.name for path in opened.folder.root.iterdir())
    look(opened, made, "advisory_case", made.ids["case"])
    assert made.path.read_bytes() == before
    assert sorted(path.name for path in opened.folder.root.iterdir()) == names


@pytest.mark.parametrize("at", [0, 1])
def test_cancelled_it_leaves_nothing(opened: Opened, made: Made, at: int) -> None:
    calls = []

    def cancel(done: int, total: int) -> None:
        calls.append((done, total))
        if len(calls) > at:
            raise CancelledError

    find = earlier.by_id("person", made.ids["person"])
    with pytest.raises(CancelledError):
        earlier.compare(opened, made.path, "person", find, now=LATER, progress=cancel)
    assert calls[-1][1] == made.path.stat().st_size
    assert not opened.folder.looking_back.exists()


def test_what_a_killed_look_left_does_not_matter(opened: Opened, made: Made) -> None:
    opened.folder.looking_back.mkdir()
    (opened.folder.looking_back / "kts.db").write_bytes(b"half")
    assert look(opened, made, "person", made.ids["person"]).records == ()


def test_a_damaged_backup_is_named_as_the_damaged_one(opened: Opened, made: Made) -> None:
    content = bytearray(made.path.read_bytes())
    for place in range(8192, len(content), 4096):
        content[place] ^= 1
    made.path.write_bytes(content)
    assert refusal(lambda: look(opened, made, "person", made.ids["person"])).code == "backup_unsound"
    made.path.write_bytes(b"\0" * 8192)
    assert refusal(lambda: look(opened, made, "person", made.ids["person"])).code == "backup_unsound"


def test_a_backup_of_another_office_and_one_that_is_gone_are_refused(
    opened: Opened, made: Made, tmp_path: Path
) -> None:
    other = make_office(tmp_path / "other", MemoryKeyring(), passphrase=None).open()
    foreign = make_backup(other.folder, other.key, BackupKind.MANUAL, now=LATER)
    other.close()
    find = earlier.by_id("person", made.ids["person"])
    for path, code in (
        (foreign.path, "backup_foreign"),
        (made.path.with_name("daily-x.ktsbackup"), "backup_missing"),
    ):
        refused = refusal(lambda path=path: earlier.compare(opened, path, "person", find, now=LATER))  # type: ignore[misc]
        assert refused.code == code


def test_a_full_disk_is_told_and_nothing_is_left(
    opened: Opened, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(looking_back, "_copy_file", full)
    assert refusal(lambda: look(opened, made, "person", made.ids["person"])).code == "looking_back_full"
    assert not opened.folder.looking_back.exists()


def test_a_backup_of_before_a_change_of_key_opens_with_the_code_of_then(made: Made) -> None:
    opened = made.office.open()
    keys = KeySources(keyring=made.office.keyring, cost=CHEAP)
    rekeying.rekey(opened, sources=keys, tell=lambda _code: None, now=LATER)
    opened = made.office.open()
    edit_case(opened, made.ids["case"], subject="Dürre")
    find = earlier.by_id("advisory_case", made.ids["case"])
    refused = refusal(lambda: earlier.compare(opened, made.path, "advisory_case", find, now=LATER))
    assert refused.code.startswith(("keyring_", "wrong_"))
    unlock = Unlock(keys=keys, recovery_code=made.office.code, remember=False)
    found = earlier.compare(opened, made.path, "advisory_case", find, unlock=unlock, now=LATER)
    take(opened, found)
    assert value(opened, "subject FROM advisory_case") == "Starkregen"
    opened.close()
