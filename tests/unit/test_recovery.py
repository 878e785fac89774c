"""The recovery code: readable, forgiving, and telling which group is mistyped; and what it wraps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.errors import ProfileError
from kts_desktop.storage import recovery
from tests.helpers.profiles import CHEAP

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE = recovery.new_code()
KEY = bytes(range(32))


def refusal(text: str) -> ProfileError:
    with pytest.raises(ProfileError) as refused:
        recovery.code_groups(text)
    return refused.value


def test_a_code_has_eight_groups_of_five() -> None:
    groups = CODE.split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert set("".join(groups)) <= set(ALPHABET)
    assert recovery.code_groups(CODE) == tuple(groups)


def test_no_two_codes_are_alike() -> None:
    assert len({recovery.new_code() for _ in range(200)}) == 200


def test_a_code_may_be_typed_as_it_is_read() -> None:
    typed = CODE.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert recovery.code_secret(typed) == recovery.code_secret(CODE)


@given(place=st.integers(0, 39), letter=st.sampled_from(ALPHABET))
def test_any_wrong_letter_names_its_group(place: int, letter: str) -> None:
    letters = list(CODE.replace("-", ""))
    if letters[place] == letter:
        return
    letters[place] = letter
    error = refusal("".join(letters))
    assert (error.code, error.details) == ("recovery_mistyped", {"group": place // 5 + 1})


@given(group=st.integers(0, 7), place=st.integers(0, 3))
def test_two_swapped_neighbours_name_their_group(group: int, place: int) -> None:
    groups = CODE.split("-")
    letters = list(groups[group])
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    if "".join(letters) == groups[group]:
        return
    groups[group] = "".join(letters)
    assert refusal("-".join(groups)).details == {"group": group + 1}


def test_two_swapped_groups_are_noticed() -> None:
    groups = CODE.split("-")
    groups[2], groups[5] = groups[5], groups[2]
    assert refusal("-".join(groups)).details == {"group": 3}


def test_a_missing_group_is_told_by_the_length() -> None:
    error = refusal(CODE[:-6])
    assert (error.code, error.details) == ("recovery_length", {"found": 35, "expected": 40})


def test_a_sign_that_stands_in_no_code_names_its_group() -> None:
    assert refusal("!" + CODE[1:]).details == {"group": 1}


def test_what_is_wrapped_comes_back_with_the_secret() -> None:
    wrapped = recovery.wrap(KEY, recovery.code_secret(CODE), bound_to="uid:recovery", cost=CHEAP)
    assert recovery.unwrap(wrapped, recovery.code_secret(CODE), bound_to="uid:recovery") == KEY


@pytest.mark.parametrize(
    ("secret", "bound_to"),
    [(b"other", "uid:recovery"), (b"secret", "uid:passphrase"), (b"secret", "x:recovery")],
)
def test_another_secret_profile_or_slot_does_not_fit(secret: bytes, bound_to: str) -> None:
    wrapped = recovery.wrap(KEY, b"secret", bound_to="uid:recovery", cost=CHEAP)
    assert recovery.unwrap(wrapped, secret, bound_to=bound_to) is None


def test_the_standard_cost_is_the_one_that_was_decided() -> None:
    assert recovery.Cost(memory_kib=64 * 1024, passes=3, lanes=4) == recovery.STANDARD


def test_a_passphrase_is_the_same_composed_and_decomposed() -> None:
    assert recovery.passphrase_secret("Tür") == recovery.passphrase_secret("Tu\u0308r")


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(ProfileError, match="passphrase_short"):
        recovery.checked_passphrase("kurz")


@pytest.mark.parametrize(
    "cost",
    [
        recovery.Cost(memory_kib=1 << 30),
        recovery.Cost(passes=10**6),
        recovery.Cost(lanes=0),
        recovery.Cost(memory_kib=8, lanes=4),
    ],
)
def test_costs_that_would_eat_the_computer_are_not_sane(cost: recovery.Cost) -> None:
    assert not cost.is_sane()
