"""What a person sees and does of an exchange: conflicts, packages taken back, spaces, identities."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.errors import NotFoundError
from kts_desktop.exchange.sync import conflicts, cutting, deciding, membership, merging, taking_back
from kts_desktop.exchange.sync.text_merge import merged
from kts_desktop.exchange.sync.views import Opinion
from kts_desktop.storage import erasing
from kts_desktop.storage.replica import renewing
from tests.helpers.exchange.acting import (
    ONE,
    THREE,
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
from tests.helpers.exchange.laptop import Laptop


@pytest.fixture
def make() -> Iterator[Make]:
    with laptops() as one:
        yield one


@pytest.fixture
def pair(make: Make) -> tuple[Laptop, Laptop]:
    return two_who_know_one(make)


@pytest.fixture
def spoilt() -> Iterator[None]:
    """Files that are copied outside their history are made anew afterwards."""
    yield
    forget_files()


# ---- the list of conflicts -------------------------------------------------------------------------------
def test_a_conflict_says_who_said_what_and_when(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="Ahorn")
    put(other, family_name="Birke")
    exchange(one, other)
    one.store.driver.execute("UPDATE sync_replica SET label='Laptop 2' WHERE rep_id=?", (other.replica,))
    [conflict] = conflicts.conflicts(one.store)
    assert (conflict.kind, conflict.uid, conflict.field) == ("person", ONE, "family_name")
    assert conflict.opinion is Opinion.VALUES
    assert conflict.title == conflict.sides[0].shown == get(one, "family_name")
    assert {(side.shown, side.laptop, side.is_own) for side in conflict.sides} == {
        ("Ahorn", "", True),
        ("Birke", "Laptop 2", False),
    }
    assert [side.is_displayed for side in conflict.sides] == [True, False]
    assert conflicts.count(one.store) == 1
    assert conflicts.conflicts(one.store, "office") == ()


def test_two_texts_of_one_beginning_are_shown_merged(make: Make) -> None:
    one, other = make(), make()
    one.add("note", TWO, title="t", text="Erster Satz. Zweiter Satz.\nDritte Zeile")
    exchange(one, other)
    put(one, TWO, text="Erster Satz, ergänzt. Zweiter Satz.\nDritte Zeile")
    put(other, TWO, text="Erster Satz. Zweiter Satz.\nDritte Zeile, auch.")
    exchange(one, other)
    both = "Erster Satz, ergänzt. Zweiter Satz.\nDritte Zeile, auch."
    for laptop in (one, other):
        [conflict] = conflicts.conflicts(laptop.store)
        assert conflict.opinion is Opinion.TEXT
        assert conflict.base == "Erster Satz. Zweiter Satz.\nDritte Zeile"
        assert conflict.merged == both
    deciding.decide(one.store, "note", TWO, "text", both)
    exchange(one, other)
    assert conflicts.conflicts(other.store) == ()
    assert get(other, "text", TWO) == both


def test_a_delete_against_an_edit_asks_whether_the_record_stays(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    bin_(one)
    put(other, given_name="neu")
    exchange(one, other)
    [conflict] = conflicts.conflicts(other.store)
    assert conflict.opinion is Opinion.EXISTENCE
    assert {(side.value, side.is_displayed) for side in conflict.sides} == {(1, True), (0, False)}
    deciding.decide(other.store, "person", ONE, "!", 1)
    exchange(one, other)
    assert conflicts.conflicts(one.store) == ()
    assert one.ids() == other.ids() == [ONE]


def test_a_decision_names_a_target_that_is_there(pair: tuple[Laptop, Laptop]) -> None:
    one, _ = pair
    one.add("person", TWO, family_name="Ziel")
    deciding.decide(one.store, "person", ONE, "merged_into_id", TWO)
    assert get(one, "merged_into_id") == TWO
    with pytest.raises(NotFoundError):
        deciding.decide(one.store, "person", ONE, "merged_into_id", THREE)
    with pytest.raises(NotFoundError):
        deciding.decide(one.store, "person", THREE, "family_name", "x")
    with pytest.raises(ValueError, match="family_name"):
        deciding.decide(one.store, "person", ONE, "family_name", 5)


# ---- texts -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("base", "texts", "expected"),
    [
        ("A. B. C.", ["A! B. C.", "A. B. C?"], "A! B. C?"),
        ("A. B.", ["A. X.", "A. Y."], None),
        ("A. B.", ["A. X.", "A. X."], "A. X."),
        ("A\nB\n", ["A\nB\nC\n", "0\nA\nB\n"], "0\nA\nB\nC\n"),
        ("A. B. C.", ["B. C.", "A. B. "], "B. "),
        ("", ["a", "b"], None),
        ("a. b. c. d.", ["x. b. c. d.", "a. y. c. d.".replace("y", "b"), "a. b. c. z."], "x. b. c. z."),
    ],
)
def test_texts_are_merged_by_sentences(base: str, texts: list[str], expected: str | None) -> None:
    assert merged(base, texts) == expected


@given(st.text("ab. \n", max_size=30), st.text("ab. \n", max_size=30))
def test_a_text_merged_with_its_beginning_stays_as_it_is(base: str, text: str) -> None:
    assert merged(base, [text, base]) == text
    assert merged(base, [base, text]) == text
    assert merged(base, [text, text]) == text


# ---- taking a package back -------------------------------------------------------------------------------
def test_a_package_is_taken_back_where_its_values_still_stand(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a", given_name="b")
    one.add("person", TWO, family_name="neu")
    package, _, _ = one.cut((other.replica,))
    merging.apply(other.store, package)
    assert taking_back.plan(other.store, package.header.id).can_restore
    put(other, given_name="inzwischen")
    plan = taking_back.plan(other.store, package.header.id)
    assert not plan.can_restore
    assert plan.changed_since == 1
    assert {(arrival.title, arrival.effect) for arrival in plan.arrivals} == {
        ("inzwischen a", "newer"),
        ("neu", "deleted"),
    }
    taking_back.take_back(other.store, package.header.id)
    assert (get(other, "family_name"), get(other, "given_name")) == ("n", "inzwischen")
    assert other.ids() == [ONE]
    assert other.undo()  # one step, like any other
    assert get(other, "family_name") == "a"
    assert other.undo(redo=True)
    exchange(one, other)
    assert get(one, "family_name") == "n"
    assert same(one, other)
    assert refusal(lambda: taking_back.take_back(other.store, package.header.id)) == "nothing_to_take_back"


# ---- spaces ----------------------------------------------------------------------------------------------
CIRCLE = "case:closed"


def test_a_record_moved_to_a_closed_circle_arrives_there_and_stays_away_elsewhere(make: Make) -> None:
    one, inside, outside = make(("dir", "office", CIRCLE)), make(("dir", "office", CIRCLE)), make()
    one.add("note", TWO, title="t", text="offen")
    exchange(one, inside, outside)
    membership.move(one.store, "note", [TWO], CIRCLE)
    exchange(one, inside, outside)
    put(one, TWO, text="vertraulich")
    exchange(one, inside, outside)
    assert get(inside, "text", TWO) == "vertraulich"
    assert get(outside, "text", TWO) == "offen"
    assert one.versions() == inside.versions()
    put(inside, TWO, text="weiter")
    exchange(one, inside, outside)
    assert get(one, "text", TWO) == "weiter"
    assert "weiter" not in str(outside.cut()[0].blocks)


def test_a_record_moved_to_where_others_already_know_its_numbers_arrives(make: Make) -> None:
    one, other = make(("dir", "office", CIRCLE)), make(("dir", CIRCLE))
    one.add("note", TWO, title="t", text="im Büro")
    exchange(one, other)
    assert other.ids() == []
    membership.move(one.store, "note", [TWO], CIRCLE)
    send(one, other)
    assert get(other, "text", TWO) == "im Büro"


def test_a_note_of_a_moved_case_lies_in_its_circle(make: Make) -> None:
    one, inside, outside = make(("dir", "office", CIRCLE)), make(("dir", "office", CIRCLE)), make()
    with one.store.set_of("case.open") as driver:
        driver.execute(
            "INSERT INTO advisory_case(uid,number,subject,advice_form,channel,received_on,state,priority,"
            "concern,result,retention_class,file_place,source,created_at,updated_at) "
            "VALUES(?,'1','Fall','individual','phone','2026-11-02','new','normal','','','case','','',0,0)",
            (ONE,),
        )
    exchange(one, inside, outside)
    membership.move(one.store, "advisory_case", [ONE], CIRCLE)
    one.add("note", TWO, title="intern", text="x", case_id=1)
    exchange(one, inside, outside)
    assert get(inside, "text", TWO) == "x"
    assert outside.records() == {}
    with pytest.raises(ValueError, match="office"):
        membership.move(one.store, "person", [ONE], "office")


def test_who_joins_a_space_gets_it_whole_and_who_leaves_keeps_none_of_it(make: Make) -> None:
    one, partner = make(), make(("dir",))
    one.add("person", ONE, family_name="n")
    one.add("note", TWO, title="t", text="im Büro")
    exchange(one, partner)
    assert partner.ids() == [ONE]
    membership.join(partner.store, "office")
    partner.spaces = ("dir", "office")
    exchange(one, partner)
    assert get(partner, "text", TWO) == "im Büro"
    assert same(one, partner)
    membership.leave(partner.store, "office")
    partner.spaces = ("dir",)
    assert partner.ids() == [ONE]
    assert partner.store.all("SELECT 1 FROM change WHERE rec=?", TWO) == []
    exchange(one, partner)
    assert one.ids() == [ONE, TWO]  # nobody else lost it
    membership.join(partner.store, "office")
    assert refusal(lambda: send(one, partner)) == "package_gap"  # the others believe it to have all
    merging.apply(partner.store, one.cut()[0])
    assert get(partner, "text", TWO) == "im Büro"


# ---- identities ------------------------------------------------------------------------------------------
@pytest.mark.usefixtures("spoilt")
def test_a_copy_with_a_new_identity_exchanges_like_any_other(make: Make) -> None:
    one, other, copy = make(), make(), make()
    one.add("person", ONE, family_name="start")
    exchange(one, other)
    copied(one, copy)
    put(copy, given_name="sealed before it was noticed")
    cutting.seal(copy.store)
    renewing.renew(copy.store.driver, replica=bytes([9]) * 16)
    copy.replica = bytes([9]) * 16
    put(one, family_name="of the first")
    put(copy, family_name="of the copy")
    exchange(one, other, copy)
    assert one.versions() == other.versions() == copy.versions()
    assert len(other.conflicts()) == 1
    assert get(other, "given_name") == "sealed before it was noticed"


def test_a_new_identity_leaves_open_conflicts_open(pair: tuple[Laptop, Laptop]) -> None:
    one, other = pair
    put(one, family_name="a")
    put(other, family_name="b")
    send(other, one)  # the colleague has not acknowledged the own side
    assert len(one.conflicts()) == 1
    renewing.renew(one.store.driver, replica=bytes([9]) * 16)
    one.replica = bytes([9]) * 16
    assert len(one.conflicts()) == 1
    exchange(one, other)
    assert len(other.conflicts()) == 1
    assert same(one, other)


# ---- redaction -------------------------------------------------------------------------------------------
def test_a_former_wording_is_forgotten_by_everybody(make: Make) -> None:
    one, other = make(), make()
    one.add("note", TWO, title="t", text="Frau Mustername rief an.")
    exchange(one, other)
    put(one, TWO, text="Jemand rief an.")
    put(other, TWO, text="Frau Mustername rief zweimal an.")
    exchange(one, other)
    deciding.decide(one.store, "note", TWO, "text", "Jemand rief an.")
    erasing.redact(one.store, "note", TWO, "text")
    exchange(one, other)
    for laptop in (one, other):
        assert get(laptop, "text", TWO) == "Jemand rief an."
        held = [
            laptop.store.all(f"SELECT * FROM {table}")
            for table in ("change", "sync_sib", "sync_base", "draft")
        ]
        assert "Mustername" not in str(held)
        assert "Mustername" not in str(laptop.cut()[0].blocks)
    assert same(one, other)


def test_a_redacted_edit_that_was_not_sealed_yet_still_reaches_the_others(make: Make) -> None:
    one, other = make(), make()
    one.add("note", TWO, title="t", text="alt")
    exchange(one, other)
    put(one, TWO, text="neu")
    erasing.redact(one.store, "note", TWO, "text")
    exchange(one, other)
    assert get(other, "text", TWO) == "neu"
    assert same(one, other)
