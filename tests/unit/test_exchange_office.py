"""Packages between laptops of one office: cards, trust, export, import, waiting, copies, refusals."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import cutting, incoming, outgoing, people, trust
from kts_desktop.exchange.sync.office import exchange_of
from kts_desktop.exchange.sync.outgoing import Parcel
from kts_desktop.exchange.sync.views import Inspection, KindCounts, Standing, Trust
from kts_desktop.services import persons
from kts_desktop.storage.backup_notes import listed
from kts_desktop.storage.keys import NoKeyring
from tests.helpers.build_files import case_with_file
from tests.helpers.day import Present
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.members import Member, acquaint, copied, make_pair, pair
from tests.helpers.profiles import PASSPHRASE, refusal

Two = tuple[Member, Member, Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Member, Member]:
    Present.begin()
    return make_pair(tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> list[Member]:
    Present.begin()
    folder = tmp_path_factory.mktemp("others")
    made = [Member.new(folder / name.split()[0].lower(), name) for name in ("Clara Buche", "Dora Eibe")]
    for member in made:
        member.close()
    return made


@pytest.fixture
def two(made: tuple[Member, Member], tmp_path: Path) -> Iterator[Two]:
    yield from pair(made, tmp_path)


@pytest.fixture
def third(others: list[Member], tmp_path: Path) -> Iterator[Member]:
    member = others[0].copy_to(tmp_path / "clara")
    yield member
    member.close()


@pytest.fixture
def dora(others: list[Member], tmp_path: Path) -> Iterator[Member]:
    member = others[1].copy_to(tmp_path / "dora")
    yield member
    member.close()


def problem(seen: Inspection) -> tuple[Standing, str]:
    """Return how a package stands and why."""
    return seen.standing, seen.problem


def test_both_laptops_hold_the_same_after_a_package_each_way(two: Two) -> None:
    anna, ben, stick = two
    ben.add_person("Birkenfeld")
    anna.add_person("Lindner")
    anna.exchange.apply(ben.send(anna, stick))
    ben.exchange.apply(anna.send(ben, stick))
    assert anna.lines() == ben.lines()
    assert anna.names() == {"Ottersund", "Birkenfeld", "Lindner"}


def test_a_package_is_taken_over_once_and_says_when(two: Two) -> None:
    anna, ben, stick = two
    anna.add_person("Lindner")
    path = anna.send(ben, stick)
    ben.exchange.apply(path)
    assert problem(ben.exchange.inspect(path)) == (Standing.ALREADY, "package_already")
    assert refusal(lambda: ben.exchange.apply(path)).code == "package_already"


def test_what_is_known_is_not_sent_again(two: Two) -> None:
    anna, ben, stick = two
    anna.exchange.apply(ben.send(anna, stick))
    anna.add_person("Lindner")
    made = anna.exchange.export([ben.fingerprint], stick)
    assert made.records == 1
    assert made.recipients == (f"Ben Birke, {ben.exchange.own().label}",)


def test_a_preview_changes_nothing_and_says_what_will_be(two: Two) -> None:
    anna, ben, stick = two
    anna.add_person("Lindner")
    path = anna.send(ben, stick)
    before = ben.lines()
    report = ben.exchange.preview(path)
    assert {one.kind: one.new for one in report.counts if one.new} == {"person": 1}
    assert ben.lines() == before
    assert ben.exchange.apply(path, report.token).report.counts == report.counts


def test_what_a_package_did_is_kept_with_it_on_both_laptops(two: Two) -> None:
    anna, ben, stick = two
    anna.add_person("Lindner")
    path = anna.send(ben, stick)
    size = path.stat().st_size
    report = ben.exchange.apply(path).report

    kept = _report_kept(ben, "in")
    assert [KindCounts(**one) for one in kept["counts"]] == list(report.counts)
    assert {one["kind"]: one["new"] for one in kept["counts"]}["person"] == 1
    assert (kept["conflicts"], kept["erasures"]) == (report.conflicts, report.erasures)
    assert (kept["created"], kept["size"]) == (report.created_ms, size)
    assert _report_kept(anna, "out")["size"] == size


def _report_kept(member: Member, way: str) -> dict[str, Any]:
    with member.opened.store.read() as session:
        found = session.scalars(
            text("SELECT report FROM sync_pkg WHERE dir=:way ORDER BY rowid DESC"), {"way": way}
        ).first()
    kept: dict[str, Any] = json.loads(found or "{}")
    return kept


def test_a_preview_of_yesterday_does_not_count(two: Two) -> None:
    anna, ben, stick = two
    path = anna.send(ben, stick)
    token = ben.exchange.preview(path).token
    ben.add_person("Birkenfeld")
    assert refusal(lambda: ben.exchange.apply(path, token)).code == "package_stale_preview"


def test_a_backup_is_made_before_an_import(two: Two) -> None:
    anna, ben, stick = two
    anna.add_person("Lindner")
    before = len(listed(ben.opened.folder, ben.opened.key))
    ben.exchange.apply(anna.send(ben, stick))
    kinds = [one.kind for one in listed(ben.opened.folder, ben.opened.key)]
    assert len(kinds) == before + 1
    assert "import" in kinds


def test_a_package_that_does_not_follow_waits_for_the_missing_one(two: Two) -> None:
    anna, ben, stick = two
    anna.exchange.apply(ben.send(anna, stick))
    anna.add_person("Lindner")
    lost = anna.send(ben, stick)
    anna.exchange.apply(_answered(anna, ben, stick, lost))
    anna.add_person("Kiefer")
    following = anna.send(ben, stick)
    shutil.rmtree(ben.opened.folder.exchange.inbox, ignore_errors=True)
    _forget(ben)
    seen = ben.exchange.inspect(following)
    assert problem(seen) == (Standing.WAITING, "package_gap")
    assert refusal(lambda: ben.exchange.apply(following)).code == "package_gap"
    assert [one.sender for one in ben.exchange.parked()] == [
        anna.exchange.own().person + ", " + anna.exchange.own().label
    ]
    taken = ben.exchange.apply(lost)
    assert len(taken.unparked) == 1
    assert ben.exchange.parked() == []
    assert {"Lindner", "Kiefer"} <= ben.names()


def _answered(anna: Member, ben: Member, stick: Path, package: Path) -> Path:
    """Let Ben take a package over in a copy of his office, and answer: Anna thinks that he has it."""
    saved = ben.opened.folder.root.with_name("saved")
    ben.opened.close()
    shutil.copytree(ben.opened.folder.root, saved)
    entries = dict(ben.keyring.entries)
    ben.opened = ben.office.open()
    ben.exchange = exchange_of(ben.opened, ben.keyring)
    ben.exchange.apply(package)
    answer = ben.send(anna, stick)
    ben.opened.close()
    shutil.rmtree(ben.opened.folder.root)
    shutil.copytree(saved, ben.opened.folder.root)
    ben.keyring.entries.clear()
    ben.keyring.entries.update(entries)
    return answer


def _forget(ben: Member) -> None:
    """Open Ben's office as it was before."""
    ben.opened = ben.office.open()
    ben.exchange = exchange_of(ben.opened, ben.keyring)


def test_a_folder_is_sorted_by_itself_whatever_the_names_of_copies(two: Two, third: Member) -> None:
    anna, _ben, stick = two
    acquaint(anna, third, stick)
    anna.add_person("Lindner")
    full = anna.send(third, stick)
    third.exchange.apply(full)
    anna.exchange.apply(third.send(anna, stick))
    for name in ("Esche", "Fichte", "Ginster"):
        anna.add_person(name)
        made = anna.send(third, stick)
        made.rename(stick / f"z{9 - len(name)}-{name}.ktspaket")
    copied(next(stick.glob("*Esche*")), "a (conflicted copy 2026-11-24 081200).ktspaket")
    copied(next(stick.glob("*Fichte*")), "b.sync-conflict-20261124-081200-ABCDEFG.ktspaket")
    copied(next(stick.glob("*Ginster*")), "c.ktspaket (1)")
    (stick / ".syncthing.d.ktspaket.tmp").write_bytes(b"half")
    (stick / "e.ktspaket.part").write_bytes(b"half")
    (stick / "f.ktspaket").write_bytes(b"kein Paket")
    results = third.exchange.take_folder(stick)
    assert {"Esche", "Fichte", "Ginster"} <= third.names()
    standings = [one.inspection.problem for one in results]
    assert "package_foreign" in standings
    assert len(results) == len(
        {
            hashlib.sha256(p.read_bytes()).digest()
            for p in stick.glob("*")
            if p.suffix not in {".tmp", ".part"}
        }
    )


def test_a_stranger_s_package_is_not_read_and_an_unconfirmed_one_not_believed(
    two: Two, third: Member
) -> None:
    _anna, ben, stick = two
    card = ben.exchange.write_card(stick)
    third.exchange.read_card(card)
    third.exchange.confirm(ben.fingerprint, ben.exchange.own().digits)
    third.add_person("Buchner")
    path = third.send(ben, stick)
    assert refusal(lambda: ben.exchange.apply(path)).code == "package_unknown_sender"
    ben.exchange.read_card(third.exchange.write_card(stick))
    assert refusal(lambda: ben.exchange.preview(path)).code == "package_unconfirmed"
    assert "Buchner" not in ben.names()
    refused = refusal(lambda: ben.exchange.export([third.fingerprint], stick))
    assert refused.code == "package_recipient_unconfirmed"


def test_digits_that_differ_confirm_nothing(two: Two, third: Member) -> None:
    anna, _, stick = two
    seen = anna.exchange.read_card(third.exchange.write_card(stick))
    digits = third.exchange.own().digits
    wrong = str((int(digits[0]) + 1) % 10) + digits[1:]
    assert refusal(lambda: anna.exchange.confirm(seen.fingerprint, wrong)).code == "card_digits"
    assert seen.trust is Trust.UNCONFIRMED
    confirmed = anna.exchange.confirm(seen.fingerprint, digits, "Telefon")
    assert (confirmed.trust, confirmed.verified_by) == (Trust.CONFIRMED, "Anna Ahorn (Telefon)")


def test_two_coordinators_vouch_where_one_is_only_a_hint(two: Two, third: Member, dora: Member) -> None:
    anna, ben, stick = two
    people.admit(anna.exchange.context, ben.fingerprint, trust.COORDINATION, is_in=True)
    acquaint(anna, third, stick)
    third.exchange.apply(anna.send(third, stick))
    for coordinator in (anna, ben):
        coordinator.exchange.read_card(dora.exchange.write_card(stick))
    third.exchange.read_card(ben.exchange.write_card(stick))
    third.exchange.confirm(ben.fingerprint, ben.exchange.own().digits)
    ben.exchange.apply(anna.send(ben, stick))
    anna.exchange.confirm(dora.fingerprint, dora.exchange.own().digits)
    third.exchange.apply(anna.send(third, stick))
    assert _trust(third, dora) is Trust.UNCONFIRMED
    assert len(people.vouchers(third.exchange.context, dora.fingerprint)) == 1
    ben.exchange.confirm(dora.fingerprint, dora.exchange.own().digits)
    anna.exchange.apply(ben.send(anna, stick))
    third.exchange.apply(anna.send(third, stick))
    assert _trust(third, dora) is Trust.CONFIRMED


def _trust(member: Member, other: Member) -> Trust:
    return next(one.trust for one in member.exchange.colleagues() if one.fingerprint == other.fingerprint)


def test_a_revoked_laptop_neither_sends_nor_receives_and_its_loss_is_told(two: Two) -> None:
    anna, ben, stick = two
    ben.add_person("Birkenfeld")
    anna.exchange.apply(ben.send(anna, stick))
    ben.add_person("Dieb")
    late = ben.send(anna, stick)
    loss = anna.exchange.revoke(ben.fingerprint)
    assert loss.spaces == ("dir", "office")
    assert loss.records > 0
    assert loss.known_to_ms is not None
    refused = refusal(lambda: anna.exchange.apply(late))
    assert refused.code == "package_revoked"
    assert (
        refusal(lambda: anna.exchange.export([ben.fingerprint], stick)).code
        == "package_recipient_unconfirmed"
    )
    assert (
        refusal(lambda: anna.exchange.confirm(ben.fingerprint, ben.exchange.own().digits)).code
        == "device_revoked"
    )


def test_what_a_revoked_laptop_made_later_comes_from_nobody(two: Two, third: Member) -> None:
    anna, ben, stick = two
    acquaint(anna, third, stick)
    acquaint(ben, third, stick)
    third.exchange.apply(anna.send(third, stick))
    anna.exchange.apply(third.send(anna, stick))
    anna.exchange.apply(ben.send(anna, stick))
    anna.exchange.revoke(ben.fingerprint)
    ben.add_person("Dieb")
    third.exchange.apply(ben.send(third, stick))
    assert "Dieb" in third.names()
    third.add_person("Buchner")
    anna.exchange.apply(third.send(anna, stick))
    assert "Buchner" in anna.names()
    assert "Dieb" not in anna.names()


def test_a_copied_folder_gets_a_new_identity_and_both_converge(two: Two, tmp_path: Path) -> None:
    anna, ben, stick = two
    anna.exchange.apply(ben.send(anna, stick))
    ben.opened.close()
    copy = ben.office.copy_to(tmp_path / "copy")
    ben.opened = ben.office.open()
    ben.exchange = exchange_of(ben.opened, ben.keyring)
    assert ben.exchange.notes == ()
    opened = copy.open(passphrase=PASSPHRASE)
    try:
        other = exchange_of(opened, MemoryKeyring())
        assert [note.code for note in other.notes] == ["own_identity"]
        assert other.own().fingerprint != ben.fingerprint
        assert other.own().replica != ben.exchange.own().replica
    finally:
        opened.close()


def test_a_restored_backup_gets_a_new_identity(two: Two) -> None:
    anna, ben, stick = two
    before = ben.fingerprint
    ben.opened.close()
    saved = ben.opened.folder.database.read_bytes()
    ben.opened = ben.office.open()
    ben.exchange = exchange_of(ben.opened, ben.keyring)
    ben.add_person("Birkenfeld")
    anna.exchange.apply(ben.send(anna, stick))
    ben.opened.close()
    ben.opened.folder.database.write_bytes(saved)
    ben.opened = ben.office.open()
    ben.exchange = exchange_of(ben.opened, ben.keyring)
    assert [note.code for note in ben.exchange.notes] == ["own_identity"]
    assert ben.fingerprint != before
    acquaint(anna, ben, stick)
    ben.exchange.apply(anna.send(ben, stick, is_full=True))
    assert "Birkenfeld" in ben.names()
    ben.add_person("Neuanfang")
    anna.exchange.apply(ben.send(anna, stick))
    assert "Neuanfang" in anna.names()


def test_the_identity_survives_a_night_with_and_without_keyring(two: Two, tmp_path: Path) -> None:
    _, ben, _ = two
    before = ben.fingerprint
    ben.add_person("Birkenfeld")
    ben.exchange.seal()
    ben.reopen()
    assert (ben.fingerprint, ben.exchange.notes) == (before, ())
    office = ben.office
    alone = exchange_of_headless(ben)
    assert office.place.exchange.laptop.exists() is False
    assert alone == "identity_keyring"


def exchange_of_headless(member: Member) -> str:
    """Return why the exchange cannot be opened where the keyring is not there."""
    return refusal(lambda: exchange_of(member.opened, NoKeyring())).code


def test_without_any_keyring_the_exchange_works_too(tmp_path: Path) -> None:
    member = Member.new(tmp_path / "anna", "Anna Ahorn")
    try:
        member.opened.folder.exchange.identity.unlink()
        first = exchange_of(member.opened, NoKeyring())
        fingerprint = first.own().fingerprint
        again = exchange_of(member.opened, NoKeyring())
        assert (again.own().fingerprint, again.notes) == (fingerprint, ())
        assert member.opened.folder.exchange.laptop.exists()
    finally:
        member.close()


def test_a_new_laptop_takes_a_young_full_package_only(two: Two, third: Member) -> None:
    anna, _ben, stick = two
    acquaint(anna, third, stick)
    path = anna.send(third, stick)
    clock = third.opened.store.clock
    third.opened.store.clock = lambda: clock() + timedelta(days=8)
    assert refusal(lambda: third.exchange.apply(path)).code == "package_old_snapshot"
    third.opened.store.clock = clock
    third.exchange.apply(path)
    assert "Ottersund" in third.names()


def test_an_old_package_asks_first(two: Two) -> None:
    anna, ben, stick = two
    anna.add_person("Lindner")
    path = anna.send(ben, stick)
    clock = ben.opened.store.clock
    ben.opened.store.clock = lambda: clock() + timedelta(days=100)
    assert [code for code, _ in ben.exchange.preview(path).warnings] == ["package_old"]
    assert refusal(lambda: ben.exchange.apply(path)).code == "package_old"
    ben.exchange.apply(path, accepted={"package_old"})
    assert "Lindner" in ben.names()


def test_a_clock_that_is_ahead_is_named(two: Two) -> None:
    anna, ben, stick = two
    clock = anna.opened.store.clock
    anna.opened.store.clock = lambda: clock() + timedelta(hours=3)
    anna.add_person("Lindner")
    warnings = ben.exchange.preview(anna.send(ben, stick)).warnings
    assert [code for code, _ in warnings] == ["package_clock"]


def test_deleting_many_asks_first(two: Two) -> None:
    anna, ben, stick = two
    made = [anna.add_person(f"P{number}") for number in range(25)]
    ben.exchange.apply(anna.send(ben, stick))
    with anna.opened.store.write("person.delete") as session:
        persons.delete(session, made)
    path = anna.send(ben, stick)
    assert refusal(lambda: ben.exchange.apply(path)).code == "package_mass_delete"
    assert "P3" in ben.names()
    ben.exchange.apply(path, accepted={"package_mass_delete"})
    assert "P3" not in ben.names()


def test_a_package_for_another_is_refused_also_when_it_is_handed_on(two: Two, third: Member) -> None:
    anna, ben, stick = two
    path = anna.send(ben, stick)
    acquaint(anna, third, stick)
    assert problem(third.exchange.inspect(path)) == (Standing.REFUSED, "package_not_for_us")


def test_a_package_of_another_office_is_refused(two: Two, third: Member, dora: Member) -> None:
    anna, _ben, stick = two
    acquaint(third, dora, stick)
    dora.exchange.apply(third.send(dora, stick))
    acquaint(anna, dora, stick)
    with dora.exchange.context.writing() as driver:
        for space in ("dir", "office"):
            trust.admit(driver, dora.exchange.context.keys, anna.fingerprint, space, 1)
    path = dora.send(anna, stick)
    assert refusal(lambda: anna.exchange.apply(path)).code == "package_other_office"


def test_a_partner_gets_and_sends_the_directory_alone(two: Two, third: Member) -> None:
    anna, _ben, stick = two
    acquaint(anna, third, stick)
    people.admit(anna.exchange.context, third.fingerprint, "office", is_in=False)
    path = anna.send(third, stick)
    third.exchange.apply(path)
    third.add_person("Partnerin")
    with third.exchange.context.writing() as driver:
        trust.admit(driver, third.exchange.context.keys, anna.fingerprint, "office", 1)
    anna.exchange.context.has_counted()
    refused = refusal(lambda: anna.exchange.apply(third.send(anna, stick)))
    assert refused.code == "package_space"


def test_documents_come_along_and_missing_ones_are_asked_for(two: Two) -> None:
    anna, ben, stick = two
    content = os.urandom(150_000)
    case_with_file(anna.opened.store, stick, "scan.pdf", content)
    sha256 = hashlib.sha256(content).digest()
    bare = outgoing.export(anna.exchange.context, stick, Parcel(to=(ben.fingerprint,), with_documents=False))
    ben.exchange.apply(bare.path)
    assert not ben.exchange.context.blobs.has(sha256)
    anna.exchange.apply(ben.send(anna, stick))
    made = anna.exchange.export([ben.fingerprint], stick)
    assert made.blobs == 1
    ben.exchange.apply(made.path)
    assert b"".join(ben.exchange.context.blobs.read(sha256)) == content


def test_a_first_laptop_is_set_up_by_a_passphrase(two: Two, third: Member) -> None:
    anna, ben, stick = two
    made = outgoing.export(anna.exchange.context, stick, Parcel(passphrase=PASSPHRASE))
    assert refusal(lambda: third.exchange.apply(made.path)).code == "package_passphrase"
    third.exchange.apply(made.path, passphrase=PASSPHRASE)
    assert "Ottersund" in third.names()
    assert _trust(third, anna) is Trust.CONFIRMED
    refused = refusal(lambda: incoming.apply(ben.exchange.context, made.path, passphrase=PASSPHRASE))
    assert refused.code == "package_first_only"


def test_copies_in_the_outbox_go_after_thirty_days(two: Two) -> None:
    anna, ben, stick = two
    anna.send(ben, stick)
    copies = list(anna.opened.folder.exchange.outbox.glob("*"))
    assert copies
    assert anna.exchange.tend() == 0
    for path in copies:
        os.utime(path, (0, 0))
    assert anna.exchange.tend() == len(copies)


def test_an_extract_becomes_own_records_that_say_where_they_come_from(two: Two, third: Member) -> None:
    anna, _, stick = two
    acquaint(anna, third, stick)
    person = anna.add_person("Auszug")
    with anna.exchange.context.reading() as driver:
        (uid,) = driver.execute("SELECT uid FROM person WHERE id=?", (person,)).fetchone()
    made = outgoing.extract(anna.exchange.context, stick, [third.fingerprint], [("person", uid)])
    assert third.exchange.preview(made.path).counts[0].new == 1
    third.exchange.apply(made.path)
    assert third.names() == {"Auszug"}
    with third.exchange.context.reading() as driver:
        (new, source) = driver.execute("SELECT uid, source FROM person").fetchone()
    assert new != uid
    assert source.startswith("erhalten von Anna Ahorn")
    again = third.exchange.preview(made.path)
    assert [code for code, _ in again.warnings] == ["extract_again"]


def test_nothing_is_sealed_but_what_was_edited(two: Two) -> None:
    anna, _, _ = two
    assert cutting.seal(anna.opened.store) == 0
    anna.add_person("Lindner")
    assert anna.exchange.seal() > 0


def test_refusals_are_package_errors_with_sentences(two: Two) -> None:
    anna, ben, stick = two
    assert refusal(lambda: anna.exchange.export([], stick)).code == "package_nobody"
    assert refusal(lambda: anna.exchange.read_card(anna.exchange.write_card(stick))).code == "card_own"
    (stick / "x.ktskarte").write_bytes(b"{}")
    assert refusal(lambda: anna.exchange.read_card(stick / "x.ktskarte")).code == "card_damaged"
    assert isinstance(refusal(lambda: ben.exchange.preview(stick / "x.ktskarte")), PackageError)
    assert refusal(lambda: people.find(anna.exchange.context, "Niemand")).code == "device_unknown"
