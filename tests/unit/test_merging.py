"""One way to lose data each: what the merge of packages must get right."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from kts_desktop.core.errors import PackageError, StorageError, UserFacingError
from kts_desktop.exchange.sync import cutting, merging
from kts_desktop.exchange.sync.content import Block, Content, Erasure, Given
from kts_desktop.storage import compacting, undo
from kts_desktop.storage.replica import masks, shapes
from tests.helpers.exchange.acting import (
    ONE,
    TWO,
    Make,
    bin_,
    copied,
    exchange,
    forget_files,
    get,
    laptops,
    put,
    refusal,
    same,
    send,
    two_who_know_one,
)
from tests.helpers.exchange.laptop import Laptop, insert, order
from tests.helpers.exchange.oracle import ALIVE


@pytest.fixture
def make() -> Iterator[Make]:
    """Make up to five laptops of one office."""
    with laptops() as one:
        yield one


@pytest.fixture
def pair(make: Make) -> tuple[Laptop, Laptop]:
    """Two laptops that both know one person."""
    return two_who_know_one(make)


@pytest.fixture
def spoilt() -> Iterator[None]:
    """Files that are copied outside their history are made anew afterwards."""
    yield
    forget_files()


# ---- what the journal must get right ---------------------------------------------------------------------
def test_what_is_rolled_back_is_never_sealed(pair: tuple[Laptop, Laptop]) -> None:
    one, _ = pair
    with pytest.raises(KeyboardInterrupt), one.store.set_of("bulk.edit") as driver:
        driver.execute("UPDATE person SET family_name='never'")
        raise KeyboardInterrupt
    assert cutting.seal(one.store) == 0


def test_an_edit_taken_back_before_the_seal_leaves_the_conflict_open(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    put(other, family_name="b")
    exchange(one, other)
    assert len(one.conflicts()) == 1
    put(one, family_name="typed")
    assert one.conflicts() == []  # decided, until the step is taken back
    assert one.undo()
    assert cutting.seal(one.store) == 0
    assert len(one.conflicts()) == 1


def test_an_undo_after_the_seal_reaches_the_others(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    exchange(one, other)
    assert one.undo()
    exchange(one, other)
    assert get(one, "family_name") == get(other, "family_name") == "n"
    assert not one.conflicts()
    assert same(one, other)
    assert one.undo(redo=True)
    exchange(one, other)
    assert get(other, "family_name") == "a"


def test_undo_never_overwrites_a_newer_value_of_a_colleague(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    exchange(one, other)
    put(other, family_name="b")
    exchange(one, other)
    assert not one.undo()
    assert get(one, "family_name") == "b"


def test_a_record_undone_at_once_is_sealed_only_when_it_comes_back(make: Make) -> None:
    one = make()
    one.add("person", ONE, family_name="n")
    put(one, family_name="m")
    assert one.undo()
    assert one.undo()
    assert one.ids() == []
    assert cutting.seal(one.store) == 0
    assert one.undo(redo=True)
    assert get(one, "family_name") == "n"
    assert cutting.seal(one.store) == 1


def test_undo_leaves_a_record_alone_that_a_colleague_has_binned(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    exchange(one, other)
    bin_(other)
    exchange(one, other)
    assert not one.undo()
    exchange(one, other)
    assert one.ids() == other.ids() == []
    assert same(one, other)


def test_restored_edited_and_binned_again_stays_in_the_bin_everywhere(make: Make) -> None:
    one, other = make(), make()
    one.add("person", ONE, family_name="n")
    bin_(one)
    bin_(one, back=True)
    exchange(one, other)
    bin_(one)
    exchange(one, other)
    assert one.undo()
    put(one, family_name="m")
    bin_(one)
    exchange(one, other)
    assert other.ids() == []
    assert get(other, "family_name") == "m"
    assert same(one, other)


def test_a_merge_of_duplicates_goes_and_comes_back_as_one_step(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    with one.store.set_of("person.merge") as driver:
        driver.execute("UPDATE person SET family_name='m', given_name='x'")
        driver.execute("UPDATE person SET deleted_at=1")
    exchange(one, other)
    assert other.ids() == []
    assert one.undo()
    exchange(one, other)
    assert other.ids() == [ONE]
    assert (get(other, "family_name"), get(other, "given_name")) == ("n", "")
    assert one.undo(redo=True)
    exchange(one, other)
    assert other.ids() == []
    assert get(other, "family_name") == "m"


def test_what_was_received_is_history_and_never_sent_back_as_news(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    assert cutting.seal(other.store) == 0
    put(one, family_name="n2")
    send(one, other)
    assert cutting.seal(other.store) == 0
    assert {version[2] for version in other.versions()} == {one.replica}
    lines = other.store.all("SELECT own, old, new FROM change WHERE op=1")
    assert lines == [(0, "n", "n2")]
    seal = other.store.one("SELECT s.rseq FROM change c JOIN change_set s ON s.id=c.tx WHERE c.new='n2'")
    assert seal == 2


def test_an_edit_made_before_an_import_does_not_claim_to_have_seen_it(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    put(other, family_name="b")
    send(one, other)
    cutting.seal(other.store)
    assert len(other.conflicts()) == 1


def test_a_failed_import_leaves_own_edits_waiting(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(other, family_name="waiting")
    put(one, given_name="x")
    content, _, _ = one.cut((other.replica,))
    [block] = content.blocks
    broken = replace(content, blocks=(block._replace(fields={"given_name": Given(7)}),))
    was = other.store.all("SELECT * FROM sync_me"), other.store.all("SELECT * FROM change")
    assert refusal(lambda: merging.apply(other.store, broken)) == "package_damaged"
    assert was == (other.store.all("SELECT * FROM sync_me"), other.store.all("SELECT * FROM change"))
    merging.apply(other.store, content)
    send(other, one)
    assert get(one, "family_name") == "waiting"


def test_numbers_of_erased_journal_rows_never_come_again(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    one.add("person", TWO, family_name="person", remark="e")
    put(one, TWO, remark="f")
    exchange(one, other)
    one.erase(TWO)
    exchange(one, other)
    put(one, family_name="after the erasure")
    exchange(one, other)
    assert get(other, "family_name") == "after the erasure"


def test_compaction_keeps_what_is_not_sealed(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="unsealed")
    much_later = datetime(2060, 1, 1, tzinfo=UTC)
    done = compacting.shorten(one.store, values_before=much_later, lines_before=much_later)
    assert done.lines == 1
    exchange(one, other)
    assert get(other, "family_name") == "unsealed"


def test_a_record_undone_before_the_seal_never_leaves_and_later_leaves_whole(make: Make) -> None:
    one, other = make(), make()
    one.add("person", ONE, family_name="wrong person", remark="w")
    assert one.undo()
    exchange(one, other)
    assert other.records() == {}
    bin_(one, back=True)
    exchange(one, other)
    assert (get(other, "family_name"), get(other, "remark")) == ("wrong person", "w")
    assert same(one, other)


def test_a_decision_for_the_value_shown_reaches_the_others(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    put(other, family_name="b")
    exchange(one, other)
    one.decide(ONE, "family_name", get(one, "family_name"))
    exchange(one, other)
    assert not one.conflicts()
    assert not other.conflicts()
    assert same(one, other)


def test_a_decision_is_taken_back_until_it_is_handed_on(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    put(other, family_name="b")
    exchange(one, other)
    one.decide(ONE, "family_name", get(one, "family_name"))
    assert one.conflicts() == []
    assert one.undo()
    assert cutting.seal(one.store) == 0
    assert len(one.conflicts()) == 1
    assert one.undo(redo=True)
    exchange(one, other)
    assert not other.conflicts()
    assert refusal(lambda: undo.undo(one.store)) == "already_handed_on"


def test_a_preview_seals_nothing_and_tells_what_the_import_does(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    put(other, family_name="b")
    content, _, _ = one.cut((other.replica,))
    tables = ("sync_me", "sync_ver", "sync_sib", "sync_have", "sync_seal", "change", "change_set", "person")
    was = [other.store.all(f"SELECT * FROM {table}") for table in tables]
    shown = merging.preview(other.store, content)
    assert was == [other.store.all(f"SELECT * FROM {table}") for table in tables]
    done = merging.apply(other.store, content, shown.token).report
    assert done == shown
    assert refusal(lambda: merging.apply(other.store, content)) == "package_already"


def test_a_preview_of_another_state_is_not_applied(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    content, _, _ = one.cut((other.replica,))
    shown = merging.preview(other.store, content)
    put(other, given_name="in between")
    assert refusal(lambda: merging.apply(other.store, content, shown.token)) == "package_stale_preview"


def test_an_erased_id_cannot_come_again(make: Make) -> None:
    one = make()
    one.add("person", ONE, family_name="n")
    one.erase(ONE)
    assert one.store.all("SELECT 1 FROM change WHERE rec=?", ONE) == []
    with pytest.raises(Exception, match="erased-id"), one.store.set_of("person.add") as driver:
        insert(driver, "person", ONE, family_name="again")


# ---- what the merge must get right -----------------------------------------------------------------------
def test_one_vector_for_all_spaces_would_lose_a_note(make: Make) -> None:
    one, other, partner = make(), make(), make(("dir",))
    one.add("person", ONE, family_name="n")
    one.add("note", TWO, title="n", text="t")
    exchange(one, other, partner)
    put(one, ONE, family_name="n2")
    put(one, TWO, text="of one")
    send(one, partner)
    send(partner, other)
    put(other, TWO, text="of other")
    exchange(one, other, partner)
    assert len(one.conflicts()) == 1
    assert one.versions() == other.versions()


@pytest.mark.usefixtures("spoilt")
def test_a_copy_of_a_laptop_is_noticed(make: Make) -> None:
    one, other, copy = make(), make(), make()
    one.add("person", ONE, family_name="start")
    exchange(one, other)
    copied(one, copy)
    copy.replica = one.replica
    put(one, family_name="from the first", given_name="1")
    put(copy, family_name="from the copy", remark="x")
    send(one, other)
    assert refusal(lambda: send(copy, other)) == "package_fork"


@pytest.mark.usefixtures("spoilt")
def test_a_copy_is_noticed_through_a_third_laptop(make: Make) -> None:
    one, other, copy = make(), make(), make()
    one.add("person", ONE, family_name="start")
    exchange(one, other)
    copied(one, copy)
    copy.replica = one.replica
    put(one, given_name="1")
    put(copy, remark="only on the copy")
    cutting.seal(copy.store)
    send(one, other)
    assert refusal(lambda: send(other, copy)) == "package_fork"


@pytest.mark.usefixtures("spoilt")
def test_a_restored_backup_is_noticed(make: Make) -> None:
    one, other, backup = make(), make(), make()
    one.add("person", ONE, family_name="start")
    exchange(one, other)
    copied(one, backup)
    put(one, given_name="111")
    exchange(one, other)
    backup.replica = one.replica
    put(backup, remark="after the restore")
    assert refusal(lambda: send(other, backup)) == "package_fork"


def test_an_old_package_brings_no_erased_person_back(make: Make) -> None:
    one, other, third, fresh = make(), make(), make(), make()
    one.add("person", ONE, family_name="Mustername", remark="e@example.org")
    old, _, _ = one.cut()
    merging.apply(other.store, old)
    exchange(one, other)
    other.erase(ONE)
    exchange(one, other)
    send(other, third)
    report = merging.apply(third.store, old).report
    assert sum(count.dropped for count in report.counts) == 1
    assert third.records() == {}
    for laptop in (one, other, third):
        assert "Mustername" not in str(laptop.cut()[0].blocks)
    merging.apply(fresh.store, old)  # the hole that remains: a fresh laptop and an old package
    assert fresh.ids() == [ONE]
    send(other, fresh)
    assert fresh.records() == {}
    assert fresh.store.all("SELECT 1 FROM change WHERE rec=?", ONE) == []


def test_a_delete_does_not_win_against_an_edit_it_has_not_seen(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    bin_(one)
    put(other, given_name="new")
    exchange(one, other)
    assert one.ids() == other.ids() == [ONE]
    assert [(uid, name) for uid, name, _ in one.conflicts()] == [(ONE, ALIVE)]
    one.decide(ONE, ALIVE, 0)
    exchange(one, other)
    assert one.ids() == other.ids() == []
    assert not other.conflicts()


def test_fields_and_tables_of_a_newer_version_are_kept_and_forwarded(make: Make) -> None:
    newer, old, further, partner = make(), make(), make(), make(("dir",))
    newer.add("person", ONE, family_name="n")
    content, _, _ = newer.cut()
    [block] = content.blocks
    fax = block._replace(fields={**block.fields, "fax": Given("+49")})
    budget = Block(
        "budget", TWO, block.rep, block.seq, "office", block.ms, {"sum": Given(820), "!": Given(1)}
    )
    merging.apply(old.store, replace(content, blocks=(fax, budget)))
    put(old, family_name="n2")
    forwarded, _, _ = old.cut((further.replica,))
    told = {(one.table, name): given.value for one in forwarded.blocks for name, given in one.fields.items()}
    assert told["person", "fax"] == "+49"
    assert told["budget", "sum"] == 820
    merging.apply(further.store, forwarded)
    assert get(further, "family_name") == "n2"
    shared, _, _ = old.cut((partner.replica,))
    merging.apply(partner.store, shared)
    last = {(one.table, name) for one in partner.cut()[0].blocks for name in one.fields}
    assert ("person", "fax") in last  # the block itself names the space
    assert ("budget", "sum") not in last


def test_a_clock_twenty_years_ahead_does_not_beat_a_later_edit(make: Make) -> None:
    one, other = make(skew=630_000_000_000), make()
    one.add("person", ONE, family_name="wrong clock")
    exchange(one, other)
    put(other, family_name="corrected")
    exchange(one, other)
    assert get(one, "family_name") == "corrected"
    assert not one.conflicts()


def test_edits_of_the_same_second_are_both_kept(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    put(other, family_name="b")
    exchange(one, other)
    assert [sorted(values) for _, _, values in one.conflicts()] == [["a", "b"]]


def test_equal_values_are_no_conflict(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="same")
    put(other, family_name="same")
    exchange(one, other)
    assert one.conflicts() == []
    assert same(one, other)


def test_a_lost_package_costs_nothing(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="in the lost package")
    one.cut((other.replica,))
    put(one, given_name="later")
    send(one, other)
    assert (get(other, "family_name"), get(other, "given_name")) == ("in the lost package", "later")


def test_a_package_that_does_not_follow_waits(make: Make) -> None:
    one, other, third = make(), make(), make()
    one.add("person", ONE, family_name="n")
    exchange(one, other)
    put(one, family_name="m")
    delta, _, _ = one.cut((other.replica,))
    with pytest.raises(UserFacingError) as refused:
        merging.apply(third.store, delta)
    assert refused.value.code == "package_gap"
    assert refused.value.details["missing"] == ((one.replica, 0, 1),)
    send(other, third)
    merging.apply(third.store, delta)
    assert get(third, "family_name") == "m"


def test_an_edit_between_seal_and_snapshot_goes_out_under_its_own_number(
    pair: tuple[Laptop, Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = pair
    put(one, family_name="sealed")
    real, late = cutting.seal, iter(("typed meanwhile",))

    def seal_and_type(store: Any) -> int:
        number = real(store)
        for value in late:
            put(one, family_name=value)
        return number

    monkeypatch.setattr(cutting, "seal", seal_and_type)
    send(one, other)
    assert get(other, "family_name") == "typed meanwhile"
    assert [seq for _, name, _, seq, _ in other.versions() if name == "family_name"] == [3]
    assert same(one, other)


def test_a_missing_reference_is_filled_when_its_target_arrives(make: Make) -> None:
    one, other = make(), make()
    one.add("person", ONE, family_name="kept")
    one.add("person", TWO, family_name="merged")
    put(one, TWO, merged_into_id=ONE)
    content, _, _ = one.cut()
    first = replace(content, blocks=tuple(b for b in content.blocks if b.rec == TWO))
    merging.apply(other.store, first)
    assert other.store.one("SELECT merged_into_id FROM person WHERE uid=?", TWO) is None
    assert get(other, "merged_into_id", TWO) == ONE  # it is known, though not here
    second = replace(
        content,
        header=replace(content.header, id=bytes(16)),
        blocks=tuple(b for b in content.blocks if b.rec == ONE),
    )
    merging.apply(other.store, second)
    assert (
        other.store.one(
            "SELECT k.uid FROM person p JOIN person k ON k.id=p.merged_into_id WHERE p.uid=?", TWO
        )
        == ONE
    )
    assert other.store.all("SELECT 1 FROM sync_ref") == []


def test_erasing_twice_independently_does_no_harm(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    one.erase(ONE)
    other.erase(ONE)
    exchange(one, other)
    assert one.records() == other.records() == {}
    assert cutting.seal(one.store) == cutting.seal(other.store) == 0


def test_a_record_of_something_erased_goes_as_well(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    one.erase(ONE)
    other.add("person", TWO, family_name="merged")
    put(other, TWO, merged_into_id=ONE)
    exchange(one, other)
    assert one.records() == other.records() == {}
    assert same(one, other)


def test_a_table_with_more_fields_than_a_mask_has_bits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masks, "MOST_FIELDS", 15)
    shapes.shape_of.cache_clear()
    with pytest.raises(ValueError, match="person"):
        shapes.shape_of(3)
    monkeypatch.undo()
    assert shapes.shape_of(3).name == "person"


# ---- what a package may not say --------------------------------------------------------------------------
def spoil_block(content: Content, **parts: Any) -> Content:
    """Return the package with its first block changed."""
    first, *rest = content.blocks
    return replace(content, blocks=(first._replace(**parts), *rest))


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"rec": b"short"}, "package_damaged"),
        ({"seq": 99}, "package_damaged"),
        ({"seq": 0}, "package_damaged"),
        ({"ms": 1 << 60}, "package_damaged"),
        ({"space": "office"}, "package_space"),
        ({"space": "elsewhere"}, "package_space"),
        ({"fields": {"family_name": Given(1)}}, "package_damaged"),
        ({"fields": {"family_name": Given(None)}}, "package_damaged"),
        ({"fields": {"merged_into_id": Given(b"no uid")}}, "package_damaged"),
        ({"fields": {"informed_on": Given(5)}}, "package_damaged"),
        ({"fields": {"restricted_at": Given(1 << 70)}}, "package_damaged"),
        ({"fields": {"!": Given("yes")}}, "package_damaged"),
        ({"rep": bytes([2]) * 16}, "package_damaged"),
    ],
)
def test_impossible_data_are_refused_and_nothing_is_taken(
    make: Make, parts: dict[str, Any], code: str
) -> None:
    one, other = make(), make()
    one.add("person", ONE, family_name="n")
    content = spoil_block(one.cut()[0], **parts)
    was = other.store.all("SELECT * FROM sync_have"), other.store.all("SELECT * FROM change_set")
    assert refusal(lambda: merging.apply(other.store, content)) == code
    assert was == (other.store.all("SELECT * FROM sync_have"), other.store.all("SELECT * FROM change_set"))


def test_a_package_cannot_erase_what_lies_in_a_foreign_space(make: Make) -> None:
    one, other, partner = make(), make(), make(("dir",))
    one.add("note", TWO, title="n", text="t")
    exchange(one, other)
    content, _, _ = partner.cut()
    forged = replace(content, erased=(Erasure(TWO, partner.replica, 1, 0, ""),))
    assert refusal(lambda: merging.apply(other.store, forged)) == "package_space"
    assert other.ids() == [TWO]


def test_a_sealed_state_that_never_settles_is_said_to_be_busy(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = make()
    one.add("person", ONE, family_name="n")
    monkeypatch.setattr(cutting, "seal", lambda store: 0)
    with pytest.raises(StorageError) as failed, cutting.cut(one.store, order(one.store, ())):
        pass
    assert failed.value.code == "busy"


def test_any_order_with_repeats_gives_the_same(make: Make) -> None:
    rng = random.Random(3)  # noqa: S311 - repeatable on purpose
    laptops = [make() for _ in range(3)]
    packages: list[Content] = []
    made = 0
    for step in range(60):
        one, chance = rng.choice(laptops), rng.random()
        here = one.ids()
        if chance < 0.25:
            made += 1
            one.add("person", bytes([made]) * 16, family_name=str(step))
        elif chance < 0.55 and here:
            put(one, rng.choice(here), **{rng.choice(("family_name", "remark")): str(step)})
        elif chance < 0.62 and here:
            bin_(one, rng.choice(here))
        elif chance < 0.66 and here:
            one.erase(rng.choice(here))
        else:
            other = rng.choice([laptop for laptop in laptops if laptop is not one])
            packages.append(one.cut((other.replica,))[0])
            if rng.random() < 0.7:
                _take_if_it_follows(other, packages[-1])
    packages += [one.cut()[0] for one in laptops]
    results = []
    for _ in range(2):
        reader, waiting = make(), packages * 2
        rng.shuffle(waiting)
        while waiting:
            left = [package for package in waiting if not _take_if_it_follows(reader, package)]
            assert len(left) < len(waiting), "packages wait for ever"
            waiting = left
        results.append((reader.versions(), reader.state()))
    assert results[0] == results[1]


def _take_if_it_follows(laptop: Laptop, package: Content) -> bool:
    try:
        merging.apply(laptop.store, package)
    except PackageError as refused:
        return refused.code != "package_gap"
    return True
