"""Rules about the code itself that no linter checks."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import start
from kts_desktop.__main__ import main
from kts_desktop.core.sentences import failures
from kts_desktop.core.sentences.labels import LABELS
from kts_desktop.models import (
    everything,  # noqa: F401 - so that every table is mapped
    late,
)
from kts_desktop.models.base import Base
from tests.helpers.source import PACKAGE, ROOT, calls, files, gui_files, place, tracked, tree

README = ROOT / "README.md"
TOP_LEVEL = {
    "kts_desktop", "resources", "tests", "docs", "benchmarks", ".ci", ".gitignore", "pyproject.toml",
    "requirements.lock", "build.spec", "start.py", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
}  # fmt: skip
FEATURES = {  # one word a feature, the same in every layer
    "case": ("models/case.py", "services/cases.py", "ui/cases/page.py"),
    "note": ("models/note.py", "services/notes.py"),
    "task": ("models/task.py", "services/tasks.py", "ui/today/page.py"),
    "person": ("models/person.py", "services/persons.py", "ui/contacts/page.py"),
    "organisation": ("models/organisation.py", "services/organisations.py"),
    "project": ("models/project.py", "services/projects.py", "ui/projects/page.py"),
    "event": ("models/event.py", "services/events.py", "ui/events/page.py"),
    "pack": ("models/pack.py", "services/packs.py", "printing/papers/briefing.py", "ui/packs/page.py"),
    "report": ("services/reports.py", "printing/papers/report.py", "ui/reports/page.py"),
    "search": ("storage/search.py", "services/search.py", "ui/search/page.py"),
    "settings": ("core/settings.py", "services/office_settings.py", "ui/settings/page.py"),
    "register": ("models/register.py", "exchange/register/directory.py"),
}
SHOWN = {
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu",
    "setText", "setToolTip", "setStatusTip", "setAccessibleName", "setAccessibleDescription",
    "setWindowTitle", "setPlaceholderText", "setTitle", "addAction", "addTab", "setTabText",
    "setInformativeText",
}  # fmt: skip
# written so that they do not find themselves
MACHINE = re.compile(r"/w[o]rk/|/r[o]ot/|/h[o]me/[a-z]{2}|[A-Z]:\\+U[s]ers")


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_lives_where_everyone_looks(feature: str) -> None:
    missing = [file for file in FEATURES[feature] if not (PACKAGE / file).is_file()]
    assert missing == []


def test_the_gui_contract_refuses_every_mapped_module() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [gui] = [c for c in contracts["tool"]["importlinter"]["contracts"] if c["name"].startswith("3 ")]
    assert "kts_desktop.models.*" in gui["forbidden_modules"]
    mapped = {one.__module__ for one in late.classes()} | {Base.__module__}
    excused = {line.split(" -> ")[1] for line in gui["ignore_imports"]}
    assert not mapped & excused


def test_everything_outside_the_gui_runs_without_qt() -> None:
    gui = {"ui", "app.py", "errands.py", "__main__.py"}
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in files()
        if path.parts[len(PACKAGE.parts)] not in gui and "versions" not in path.parts
    ]
    code = f"import sys, {', '.join(modules)}; sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, cwd=ROOT)


@pytest.mark.parametrize("path", files(), ids=lambda path: "/".join(path.parts[-2:]))
def test_files_functions_and_classes_stay_small(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 400
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 50, f"{node.name} has {length} lines"
        elif isinstance(node, ast.ClassDef):
            public = [n for n in node.body if isinstance(n, ast.FunctionDef) and n.name[0] != "_"]
            assert len(public) <= 15, f"{node.name} has {len(public)} public methods"


def test_packages_hold_a_docstring_only() -> None:
    packages = [path for path in files() if path.name == "__init__.py" and path.parent != PACKAGE]
    assert [place(path, tree(path)) for path in packages if len(tree(path).body) != 1] == []


def test_signals_go_to_bound_methods() -> None:
    """A lambda or a partial that holds its object keeps a closed dialog alive."""
    found = [
        place(path, call)
        for path in (*gui_files(), PACKAGE / "app.py")
        for call, name in calls(path)
        if name == "connect" and any(map(_is_closure, call.args))
    ]
    assert found == []


def test_texts_for_translation_are_literals() -> None:
    """The collector of texts sees literals only, and drops every receiver of ``tr`` but ``self``.

    A module that marks its texts with QT_TRANSLATE_NOOP may look them up by a name.
    """
    found = [
        place(path, call)
        for path in files()
        for call, name in calls(path)
        if (name == "tr" and not (_receiver(call) == "self" and _are_literals(call.args[:1])))
        or (name == "QT_TRANSLATE_NOOP" and not _are_literals(call.args[:2]))
        or (
            name == "translate"
            and _receiver(call).endswith("Application")
            and not (_are_literals(call.args[:2]) or _marks_its_texts(path))
        )
    ]
    assert found == []


def test_no_text_is_shown_untranslated() -> None:
    found = [
        place(path, call)
        for path in gui_files()
        for call, name in calls(path)
        if name in SHOWN and any(map(_has_words, call.args))
    ]
    assert found == []


def test_every_failure_has_its_sentence() -> None:
    raised = {
        code: place(path, call)
        for path in files()
        for call, name in calls(path)
        if name.endswith("Error")
        for code in _codes(call, second=name == "ValidationError")
    }
    assert {where for code, where in raised.items() if code not in failures.ALL} == set()


def test_every_undo_step_has_its_label() -> None:
    used = {
        text: place(path, call)
        for path in files()
        for call, name in calls(path)
        if name in {"write", "run"}
        for text in _first_literal(call)
        if re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", text)
    }
    assert {where for text, where in used.items() if text not in LABELS} == set()


@pytest.mark.skipif(not tracked(), reason="no checkout")
def test_the_top_level_is_what_it_is_said_to_be() -> None:
    assert {name.split("/")[0] for name in tracked()} == TOP_LEVEL


@pytest.mark.skipif(not tracked(), reason="no checkout")
def test_no_file_names_a_place_on_somebody_s_computer() -> None:
    found = []
    for name in tracked():
        data = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if b"\0" not in data and MACHINE.search(data.decode("utf-8", "replace")):
            found.append(name)
    assert found == []


def test_the_commands_of_the_readme_exist(capsys: pytest.CaptureFixture[str]) -> None:
    text = README.read_text(encoding="utf-8")
    starts = set(re.findall(r"start\.py ([a-z]+)", text))
    assert {"demo", "test"} <= starts <= {"demo", "check", "build", *start.COMMANDS}
    for words in set(re.findall(r"(?:kts-desktop-cli|-m kts_desktop) ([a-z]+)", text)):
        with pytest.raises(SystemExit) as left:
            main([words, "--help"])
        assert left.value.code == 0, words
    capsys.readouterr()


def _is_closure(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        called = node.func
        return "partial" in (getattr(called, "id", ""), getattr(called, "attr", ""))
    return isinstance(node, ast.Lambda)


def _receiver(call: ast.Call) -> str:
    """Return the plain name a method is called on, or nothing."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return owner.id if isinstance(owner, ast.Name) else ""


def _marks_its_texts(path: Path) -> bool:
    return any(name == "QT_TRANSLATE_NOOP" for _, name in calls(path))


def _are_literals(nodes: list[ast.expr]) -> bool:
    return bool(nodes) and all(isinstance(n, ast.Constant) and isinstance(n.value, str) for n in nodes)


def _has_words(node: ast.expr) -> bool:
    """Tell whether a literal or the fixed part of an f-string holds a word; the program's name is none."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [n.value for n in parts if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return any(re.search(r"[^\W\d_]{2}", text.replace("KTS Desktop", "")) for text in texts)


def _codes(call: ast.Call, *, second: bool) -> Iterator[str]:
    for node in call.args[1:2] if second else call.args[:1]:
        if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z_]+", str(node.value)):
            yield str(node.value)


def _first_literal(call: ast.Call) -> Iterator[str]:
    for node in call.args[:1]:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
