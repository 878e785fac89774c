"""The texts beside the code: every link resolves, every name exists, nothing of the program is left out."""

import argparse
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kts_desktop.cli import main as command_line
from kts_desktop.core import paths
from tests.helpers.source import PACKAGE, ROOT

DOCS = ROOT / "docs"
MANUAL = DOCS / "manual"
LANGUAGES = {"en": MANUAL, "de": MANUAL / "de"}
TEXTS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
PLACE = re.compile(
    r"(?:kts_desktop|core|models|storage|services|printing|exchange|cli|ui|docs|tests)/[\w/.]*"
)
TOP = re.compile(r"^\| `kts_desktop/([a-z.]+)/?` \|", re.MULTILINE)
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield every command of the command line with its options."""
    yield from _of(command_line._parser(), "")


def _of(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, list[str]]]:
    nested = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not nested:
        yield name, [option for action in parser._actions for option in action.option_strings[-1:]]
    for action in nested:
        for word, inner in action.choices.items():
            yield from _of(inner, f"{name} {word}".strip())


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_every_link_leads_somewhere(path: Path) -> None:
    targets = [
        link for link in LINK.findall(read(path)) if "://" not in link and not link.startswith("mailto:")
    ]
    assert [link for link in targets if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_a_text_begins_with_its_title_and_skips_no_level_of_headings(path: Path) -> None:
    levels = [len(marks) for marks in re.findall(r"^(#+) ", FENCE.sub("", read(path)), re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize(
    "path",
    [DOCS / "architecture.md", ROOT / "CONTRIBUTING.md", *sorted((DOCS / "decisions").glob("*.md"))],
    ids=named,
)
def test_every_place_named_for_developers_exists(path: Path) -> None:
    places = {place for code in CODE.findall(read(path)) for place in PLACE.findall(code) if "*" not in code}
    missing = [place for place in places if not ((ROOT / place).exists() or (PACKAGE / place).exists())]
    assert missing == []


def test_the_map_of_the_architecture_is_that_of_the_tree() -> None:
    told = set(TOP.findall(read(DOCS / "architecture.md")))
    layers = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    roots = {path.name for path in PACKAGE.glob("*.py") if not path.name.startswith("__")}
    assert told == layers - {"_resources"} | roots


def test_the_architecture_names_every_page_of_the_window() -> None:
    text = read(DOCS / "architecture.md")
    [listed] = re.findall(r"^Pages: (.*?)\. ", text, re.MULTILINE | re.DOTALL)
    pages = {path.parent.name for path in (PACKAGE / "ui").glob("*/page.py")} - {"kit"}
    assert set(re.findall(r"`(\w+)/`", listed)) == pages


def test_the_index_lists_every_decision_in_order() -> None:
    files = sorted(path.name for path in (DOCS / "decisions").glob("[0-9]*.md"))
    assert LINK.findall(read(DOCS / "decisions/index.md")) == files
    assert [name[:3] for name in files] == [f"{number:03}" for number in range(1, len(files) + 1)]


@pytest.mark.parametrize("path", sorted((DOCS / "decisions").glob("[0-9]*.md")), ids=named)
def test_a_decision_has_its_four_parts(path: Path) -> None:
    headings = re.findall(r"^## (.*)$", read(path), re.MULTILINE)
    assert headings == ["Context", "Decision", "Consequences", "Alternatives"]


def test_both_languages_have_the_same_pages_of_the_same_build() -> None:
    shapes = {
        language: {
            path.name: [
                len(marks) for marks in re.findall(r"^(#+) ", FENCE.sub("", read(path)), re.MULTILINE)
            ]
            for path in folder.glob("*.md")
        }
        for language, folder in LANGUAGES.items()
    }
    assert shapes["en"] == shapes["de"]


@BOTH
def test_a_page_of_the_manual_links_to_the_manual_alone(language: str) -> None:
    """It is read in the program too, where nothing else of the repository is."""
    folder = LANGUAGES[language]
    links = {link for path in folder.glob("*.md") for link in LINK.findall(read(path))}
    assert {link for link in links if not re.fullmatch(r"[a-z]+\.md", link)} == set()


@BOTH
def test_the_index_leads_to_every_page(language: str) -> None:
    folder = LANGUAGES[language]
    linked = set(LINK.findall(read(folder / "index.md")))
    assert linked == {path.name for path in folder.glob("*.md")} - {"index.md"}


@BOTH
def test_every_command_and_option_is_explained(language: str) -> None:
    text = read(LANGUAGES[language] / "commands.md")
    missing = []
    for name, options in commands():
        word, _, kind = name.partition(" ")
        is_told = f"`{name}" in text or (
            word in {"add", "edit"} and f"`{kind}`" in text and f"`{word} KIND" in text
        )
        missing += [] if is_told else [name]
        missing += [f"{name} {option}" for option in options if not re.search(rf"`[^`]*{option}\b", text)]
    assert missing == []


@BOTH
def test_no_command_or_option_is_invented(language: str) -> None:
    known = {option for _, options in commands() for option in options} | {"--version"}
    words = {word for name, _ in commands() for word in name.split()}
    text = read(LANGUAGES[language] / "commands.md")
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - known == set()
    assert set(re.findall(r"^kts-desktop-cli ([a-z]+)", text, re.MULTILINE)) - words == set()


@BOTH
def test_every_exit_code_is_explained(language: str) -> None:
    table = dict(re.findall(r"^\| (\d) \| (.+) \|$", read(LANGUAGES[language] / "commands.md"), re.MULTILINE))
    codes = ("DONE", "FAULT", "REFUSED", "FINDINGS", "NO_KEY")
    assert sorted(table) == sorted(str(getattr(command_line, code)) for code in codes)


@BOTH
def test_the_program_finds_its_manual(language: str) -> None:
    place = "manual/index.md" if language == "en" else f"manual/{language}/index.md"
    assert paths.resource(place).is_file()


def test_the_manual_travels_in_wheel_and_frozen_program() -> None:
    assert '"docs/manual" = "kts_desktop/_resources/manual"' in read(ROOT / "pyproject.toml")
    assert '("docs/manual", "resources/manual")' in read(ROOT / "build.spec")


def test_the_pictures_of_the_readme_stay_small() -> None:
    pictures = [DOCS / "pictures" / name for name in ("cases.png", "today.png", "pack.png")]
    assert [path.name for path in pictures if not 0 < path.stat().st_size < 250_000] == []
