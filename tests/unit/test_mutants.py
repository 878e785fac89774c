"""A test of the tests: every known mistake, planted in the real code, is noticed by a directed case."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from kts_desktop.core.errors import UserFacingError
from tests.helpers.exchange.acting import forget_files, laptops, two_who_know_one
from tests.helpers.exchange.mutants import MUTANTS
from tests.unit import test_merging


def case_named(start: str) -> Callable[..., None]:
    """Return the directed case whose name begins so."""
    [case] = [found for name, found in vars(test_merging).items() if name.startswith(f"test_{start}")]
    assert callable(case)
    return case  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", MUTANTS)
def test_a_known_mistake_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mutant = MUTANTS[name]
    case = case_named(mutant.case)
    wanted = inspect.signature(case).parameters
    # an assertion fails, a package or a row is refused, or a refusal that was due does not come
    noticing = (AssertionError, UserFacingError, IntegrityError, pytest.fail.Exception)
    with pytest.raises(noticing), laptops() as make:
        given: dict[str, Any] = {"make": make, "monkeypatch": monkeypatch}
        if "pair" in wanted:
            given["pair"] = two_who_know_one(make)
        mutant.plant(monkeypatch)
        case(**{key: given[key] for key in wanted})
    monkeypatch.undo()
    forget_files()
