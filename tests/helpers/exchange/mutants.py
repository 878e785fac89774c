"""Known mistakes, each planted in the real code: every one must be noticed by the case named beside it.

Each mutant is a way in which an exchange of this kind has lost data somewhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import pytest

from kts_desktop.exchange.sync import (
    cutting,
    deciding,
    forgetting,
    merging,
    placing,
    received,
    registers,
    versions,
    vetting,
)
from kts_desktop.exchange.sync.registers import Register, Taken, Version
from kts_desktop.models.catalogue import BY_NUMBER
from kts_desktop.storage import compacting, erasing, undo
from kts_desktop.storage.replica import masks, me, sealing
from tests.helpers.exchange.histories import stores

Patch = pytest.MonkeyPatch
_SEAL, _TAKE, _FORGET, _CONTENT = sealing.seal, Register.take, erasing._forget, cutting.content_of


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake, how it is planted, and the directed case that must notice it."""

    what: str
    plant: Callable[[Patch], None]
    case: str


def _one_vector(patch: Patch) -> None:
    def known(driver: Any) -> dict[str, dict[int, int]]:
        spaces = me.own_spaces(driver)
        most: dict[int, int] = {}
        for space in spaces:
            for rep, seq in me.have(driver, space).items():
                most[rep] = max(seq, most.get(rep, 0))
        return dict.fromkeys(spaces, most)

    patch.setattr(sealing, "known_now", known)


def _last_sent(patch: Patch) -> None:
    sent: dict[bytes, dict[str, dict[int, int]]] = {}

    def content_of(driver: Any, order: Any) -> Any:
        content = _CONTENT(driver, order)
        content = replace(content, blocks=tuple(content.blocks))
        numbers = {replica: number for number, replica in me.replicas(driver).items()}
        for peer in order.peers:
            sent[peer] = {
                space: {numbers[replica]: seq for replica, seq in vector.items()}
                for space, vector in content.header.to_vec.items()
            }
        return content

    def before(_driver: Any, peers: Any, spaces: Any) -> dict[str, dict[int, int]]:
        known = sent.get(peers[0], {}) if peers else {}
        return {space: known.get(space, {}) for space in spaces}

    patch.setattr(cutting, "content_of", content_of)
    patch.setattr(cutting, "since", before)


def _last_sent_without_gaps(patch: Patch) -> None:
    _last_sent(patch)
    patch.setattr(vetting, "gaps", lambda *_: ())


def _erased_come_again(patch: Patch) -> None:
    patch.setattr(forgetting, "erased", lambda _: frozenset())


def _last_writer_wins(patch: Patch) -> None:
    def take(self: Register, version: Version, knowledge: Any) -> Taken:
        taken = _TAKE(self, version, knowledge)
        for other in self.versions:
            if other.dot != version.dot and other.ms <= version.ms:
                other.mask = masks.without(other.mask, taken.concurrent)
        return Taken(taken.mask, 0)

    patch.setattr(Register, "take", take)


def _ties_keep_the_own(patch: Patch) -> None:
    def take(self: Register, version: Version, knowledge: Any) -> Taken:
        for other in self.versions:
            shared = other.mask & version.mask
            unseen = not knowledge.sees(version.dot, other.dot, other.space)
            if other.dot != version.dot and shared and unseen and other.ms // 1000 >= version.ms // 1000:
                return Taken(0, 0)
        return _TAKE(self, version, knowledge)

    patch.setattr(Register, "take", take)


def _a_delete_wins(patch: Patch) -> None:
    patch.setattr(registers, "is_dead", lambda live, *_: any(one.mask & masks.BINNED for one in live))


def _no_copies_noticed(patch: Patch) -> None:
    patch.setattr(vetting, "check_copies", lambda *_: None)


def _sealed_too_late(patch: Patch) -> None:
    advance = merging._Merging.advance

    def and_seal(self: Any) -> None:
        advance(self)
        _SEAL(self._driver, self._now)

    patch.setattr(merging, "_seal_own", lambda *_: None)
    patch.setattr(merging._Merging, "advance", and_seal)


def _received_as_own(patch: Patch) -> None:
    patch.setattr(received, "_LINE", received._LINE.replace("?,0,?", "?,1,?"))


def _taken_back_is_sealed(patch: Patch) -> None:
    patch.setattr(sealing._Field, "is_changed", property(lambda self: self.is_written))


def _no_touch(patch: Patch) -> None:
    patch.setattr(deciding, "touch", lambda *_: None)


def _only_what_changed_of_a_new_record(patch: Patch) -> None:
    def fields(pending: Any, state: Any) -> int:
        if not state.versions and not state.is_alive:
            return 0
        mask = int(state.filled) if pending.is_inserted else 0
        for number, one in pending.fields.items():
            if one.touches > 0 or one.is_changed:
                mask |= masks.bit(number)
        return mask

    patch.setattr(sealing, "fields_to_seal", fields)


def _undo_edits_in_the_bin(patch: Patch) -> None:
    def set_many(connection: Any, moment: Any, table: int, *rest: Any) -> None:
        _number, column, rows, _present = rest
        name = BY_NUMBER[table].name
        for uid, _, wanted in rows:
            connection.exec_driver_sql(
                f'UPDATE {name} SET "{column}"=?, updated_at=? WHERE uid=?', (wanted, moment, uid)
            )

    for store in stores():
        if store.driver.in_transaction:
            store.driver.execute("DROP TRIGGER person_jb")
    patch.setattr(undo, "_set_many", set_many)


def _binned_again_is_unchanged(patch: Patch) -> None:
    real = sealing.fields_to_seal

    def fields(pending: Any, state: Any) -> int:
        mask = real(pending, state)
        one = pending.fields.get(0)
        said = one is not None and (one.touches > 0 or one.is_changed)
        return mask if said or state.is_alive or not state.versions else mask & ~1

    patch.setattr(sealing, "fields_to_seal", fields)


def _numbers_come_again(patch: Patch) -> None:
    def forget(driver: Any, at: int) -> None:
        _FORGET(driver, at)
        driver.execute(
            "UPDATE sqlite_sequence SET seq=(SELECT coalesce(max(seq), 0) FROM change) WHERE name='change'"
        )

    patch.setattr(erasing, "_forget", forget)


def _compaction_takes_all(patch: Patch) -> None:
    patch.setattr(compacting, "_AGED", compacting._AGED.replace("OR c.seq > ?", "OR c.seq > ? + (1 << 60)"))


def _no_look_after_the_seal(patch: Patch) -> None:
    patch.setattr(sealing, "waiting_rows", lambda _: 0)


def _references_stay_empty(patch: Patch) -> None:
    patch.setattr(placing._Placing, "_wake", lambda *_: None)


def _losers_are_forgotten(patch: Patch) -> None:
    patch.setattr(versions, "_write_losers", lambda *_: None)


def _erasures_take_nothing_along(patch: Patch) -> None:
    patch.setattr(erasing, "owners", lambda _: frozenset())
    patch.setattr(erasing, "_dependent", lambda: iter(()))


MUTANTS: Mapping[str, Mutant] = MappingProxyType(
    {
        "deps_max": Mutant("one vector for all spaces", _one_vector, "one_vector_for_all_spaces"),
        "last_sent": Mutant("cut from what was sent", _last_sent, "a_lost_package"),
        "last_sent_nogap": Mutant("and no gap noticed", _last_sent_without_gaps, "a_lost_package"),
        "erase_forget": Mutant("erased records accepted again", _erased_come_again, "an_old_package"),
        "lww": Mutant("the newest time wins", _last_writer_wins, "edits_of_the_same_second"),
        "lww_tie": Mutant("whole seconds, ties keep the own", _ties_keep_the_own, "edits_of_the_same_second"),
        "delete_wins": Mutant("a delete beats what it has not seen", _a_delete_wins, "a_delete_does_not_win"),
        "no_fork": Mutant("copies are not noticed", _no_copies_noticed, "a_copy_is_noticed_through"),
        "late_seal": Mutant("sealed after the merge", _sealed_too_late, "an_edit_made_before_an_import"),
        "reseal_import": Mutant("received lines are own", _received_as_own, "what_was_received_is_history"),
        "no_net": Mutant("taken back and yet sealed", _taken_back_is_sealed, "an_edit_taken_back"),
        "no_touch": Mutant("no touch for the value shown", _no_touch, "a_decision_for_the_value_shown"),
        "never_rule": Mutant(
            "a record that comes back goes out in part",
            _only_what_changed_of_a_new_record,
            "a_record_undone_before_the_seal",
        ),
        "edit_in_bin": Mutant("undo edits in the bin", _undo_edits_in_the_bin, "undo_leaves_a_record_alone"),
        "bin_net": Mutant(
            "binned again is unchanged", _binned_again_is_unchanged, "restored_edited_and_binned"
        ),
        "no_autoincrement": Mutant("numbers come again", _numbers_come_again, "numbers_of_erased"),
        "compact_all": Mutant("compaction takes unsealed rows", _compaction_takes_all, "compaction_keeps"),
        "s10": Mutant("no look after the seal", _no_look_after_the_seal, "an_edit_between_seal"),
        "no_wake": Mutant("references stay empty", _references_stay_empty, "a_missing_reference"),
        "no_losers": Mutant("values of losers are lost", _losers_are_forgotten, "edits_of_the_same_second"),
        "no_dependents": Mutant(
            "erasures take nothing along", _erasures_take_nothing_along, "a_record_of_something_erased"
        ),
    }
)
