"""Format, lint, types and import contracts, checked with the tests so that nobody can forget them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def check(*words: str) -> None:
    """Run a tool of the environment in the checkout and show what it says if it is not content."""
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_code_is_formatted() -> None:
    check("-m", "ruff", "format", "--check")


def test_the_linter_finds_nothing() -> None:
    check("-m", "ruff", "check", "--output-format", "concise")


@pytest.mark.timeout(600)
def test_the_types_are_right() -> None:
    check("-m", "mypy")


@pytest.mark.timeout(300)
def test_the_import_contracts_are_kept() -> None:
    check("-c", "from importlinter.cli import lint_imports_command as lint; lint()")
