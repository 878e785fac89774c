"""Random histories of four members and a partner, compared with an oracle that knows who has seen what."""

import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kts_desktop.models import everything
from tests.helpers.exchange.histories import BINNING, MEMBERS, USUAL, check_floors, run, script

assert everything.MODULES
SEEDS = (11, 23, 37, 41)
A_SEED, LONG = 60, 20_000  # histories
STEP = st.tuples(
    st.sampled_from(sorted({*USUAL, *BINNING})),
    st.integers(0, MEMBERS),
    st.integers(0, 30),
    st.integers(0, 5),
)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_histories_lose_nothing_and_end_alike(seed: int) -> None:
    play(seed, A_SEED)


@pytest.mark.long_run
@pytest.mark.timeout(4 * 60 * 60)
@pytest.mark.parametrize("seed", range(100, 110))
def test_thousands_of_histories_lose_nothing(seed: int) -> None:
    play(seed, LONG // 10, longest=160)


@settings(max_examples=12, suppress_health_check=list(HealthCheck), database=None)
@given(st.lists(STEP, min_size=20, max_size=60))
def test_no_sequence_of_steps_loses_anything(steps: list[tuple[str, int, int, int]]) -> None:
    run([("add", 0, 0, 0), ("add", 0, 1, 0), ("share", 0, 0, 0), *steps])


def play(seed: int, count: int, *, longest: int = 60) -> None:
    """Play histories of a seed; a failure names the one it was, and repeats."""
    tally: Counter[str] = Counter()
    rng = random.Random(seed)  # noqa: S311 - repeatable on purpose
    for number in range(count):
        steps = script(rng, longest=longest)
        try:
            run(steps, tally)
        except AssertionError as broken:
            raise AssertionError(f"history {number} of seed {seed}: {broken}") from broken
    check_floors(tally, count)
