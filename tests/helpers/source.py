"""The program's own source as syntax trees, for rules that no linter checks."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "kts_desktop"


@cache
def files() -> tuple[Path, ...]:
    """Return the program's modules."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def gui_files() -> tuple[Path, ...]:
    """Return the modules of the window."""
    return tuple(path for path in files() if path.is_relative_to(PACKAGE / "ui"))


@cache
def tree(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Yield each call of a module with the bare name of what is called."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            yield node, name


def place(path: Path, node: ast.AST) -> str:
    """Return where a node stands, as an editor understands it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


@cache
def tracked() -> tuple[str, ...]:
    """Return the paths git tracks; empty where there is no checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - whichever git the checkout was made with
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return tuple(name for name in listed.stdout.split("\0") if name) if listed.returncode == 0 else ()
