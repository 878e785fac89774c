"""The command line: a day's work on one office, and what it says when something is wrong."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from kts_desktop.cli.main import DONE, FAULT, NO_KEY, REFUSED, main

ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office opened by a passphrase, as on a computer without a keyring."""
    place = tmp_path_factory.mktemp("cli")
    secret = place / "passphrase"
    secret.write_text("Apfelbaum im Regen 7\n", encoding="utf-8")
    secret.chmod(0o600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KTS_PASSPHRASE_FILE", str(secret))
        assert main(["new", "--profile", str(place / "office"), "--adviser", "Mira Ahornthal"]) == DONE
    return place


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on that office and return its JSON."""
    monkeypatch.setenv("KTS_PASSPHRASE_FILE", str(folder / "passphrase"))

    def command(*words: str, status: int = DONE, answered: bool = False) -> Any:
        assert main([*words, "--profile", str(folder / "office"), "--json"]) == status
        told = capsys.readouterr()
        return json.loads(told.out) if answered or status == DONE else told.err

    return command


def test_a_case_with_its_note_and_follow_up_is_added_found_edited_and_shown(run: Run) -> None:
    case = run(
        "add", "case", "--subject", "Pegelsensorik", "--organisation", "Koeln", "--themes", "sensors,ai"
    )
    run("add", "note", "--text", "Telefonat zur Straßenbeleuchtung", "--case", f"#{case['id']}")
    run("add", "task", "--title", "Rückruf", "--due-on", "2030-01-31", "--case", f"#{case['id']}")
    run("edit", "case", str(case["id"]), "--state", "waiting", "--priority", "high")
    shown = run("show", "case", str(case["id"]), "--history")
    record = shown["record"]
    assert (record["body"], record["state"], record["priority"]) == ("Köln", "waiting", "high")
    assert record["themes"] == ["sensors", "ai"]
    assert record["next_due_on"] == "2030-01-31"
    assert {line["label"] for line in shown["history"]} >= {"case.open", "case.edit", "note.add", "task.add"}
    assert [hit["kind"] for hit in run("search", "strassenbel")] == ["note"]
    assert run("list", "case", "--text", "pegel")["total"] == 1


def test_people_and_events_are_added_too(run: Run) -> None:
    person = run("add", "person", "--family-name", "Ottersund", "--given-name", "Katharina")
    assert run("list", "person", "--text", "otters")["rows"][0]["id"] == person["id"]
    event = run(
        *("add", "event", "--title", "Regionalkonferenz", "--starts-at", "2030-05-04T09:30"),
        *("--ends-at", "2030-05-04T16:00", "--host", "Lemgo"),
    )
    assert run("show", "event", str(event["id"]))["record"]["title"] == "Regionalkonferenz"


def test_a_pack_is_printed_in_the_language_asked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    made = run("print", "briefing", "--body", "Eichenzell", "--out", str(out), "--lang", "en")
    assert out.read_bytes().startswith(b"%PDF")
    assert made["pages"] >= 2


def test_a_backup_is_copied_to_a_second_place_from_then_on(run: Run, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    try:
        first = run("backup", "--second", str(stick))
        second = run("backup")
        for made in (first, second):
            assert Path(made["copy"]).read_bytes() == Path(made["path"]).read_bytes()
        stick.rename(tmp_path / "in the pocket")
        told = run("backup", status=REFUSED, answered=True)
        assert (told["copy"], Path(told["path"]).exists()) == (None, True)
        assert str(stick) in told["trouble"]
        (tmp_path / "in the pocket").rename(stick)
        assert run("backup")["copy"]
    finally:
        assert run("backup", "--no-second")["copy"] is None
    assert "is not there" in run("backup", "--second", str(tmp_path / "mistyped"), status=REFUSED)
    assert run("backup")["copy"] is None


def test_a_backup_is_made_checked_and_put_back(run: Run) -> None:
    made = run("backup")
    run("add", "case", "--subject", "Nach der Sicherung")
    seen = run("restore", made["path"], "--preview")
    assert seen["newer_steps"] == 1
    run("restore", made["path"])
    assert run("list", "case", "--text", "Sicherung")["total"] == 0
    assert run("check", "--deep") == {"findings": []}


def test_the_same_content_is_dumped_in_the_same_words(run: Run, tmp_path: Path) -> None:
    first, second = run("dump"), run("dump")
    assert first == second
    assert all(json.loads(line)["uid"] for line in first)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "case"), "--subject"),
        (("add", "case", "--subject", "x", "--organisation", "Neuenkirchen"), "03358017"),
        (("add", "case", "--subject", "x", "--organisation", "Gibtesnichtstadt"), "Gibtesnichtstadt"),
        (("add", "task", "--title", "x", "--due-on", "morgen"), "morgen"),
        (("edit", "case", "99999", "--state", "closed"), "no longer"),
        (("import", "register", "gibt-es-nicht.txt"), "gibt-es-nicht"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_on_standard_error(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    said = run(*words, status=REFUSED)
    assert told in said
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_a_missing_office_and_a_wrong_passphrase_have_codes_of_their_own(
    run: Run,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["list", "case", "--profile", str(tmp_path / "none")]) == REFUSED
    wrong = tmp_path / "wrong"
    wrong.write_text("falsch geraten", encoding="utf-8")
    wrong.chmod(0o600)
    monkeypatch.setenv("KTS_PASSPHRASE_FILE", str(wrong))
    assert main(["list", "case", "--profile", str(folder / "office"), "--lang", "de"]) == NO_KEY
    assert capsys.readouterr().err.count("\n") == 2


def test_a_fault_of_the_program_is_said_without_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kts_desktop.services.search.find", broken)
    assert main(["search", "x", "--profile", str(folder / "office")]) == FAULT
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert said.count("\n") == 1


def test_the_module_runs_a_command_without_loading_qt() -> None:
    code = (
        "import sys; from kts_desktop.__main__ import main\n"
        "try: main(['list', '--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=os.environ, capture_output=True)


def logged(run: Run, file: Path) -> Any:
    """Return the entry of the log about a file."""
    return next(one for one in run("print", "log") if one["file_name"] == file.name)


def test_a_pack_is_made_after_a_recipe_and_once_more_from_the_log(run: Run, tmp_path: Path) -> None:
    names = [one["name"] for one in run("print", "recipes")]
    assert names[:3] == ["Preparing a talk", "Short version (2 pages)", "File print"]
    first, again = tmp_path / "pack.pdf", tmp_path / "again.pdf"
    run("print", "briefing", "--body", "Eichenzell", "--recipe", names[1], "--out", str(first))
    entry = logged(run, first)
    assert '"recipe":"Short version (2 pages)"' in entry["recipe"]
    told = run("print", "again", str(entry["id"]), "--out", str(again))
    assert told["is_same"] is True
    assert again.read_bytes() == first.read_bytes()
    run("print", "again", "4711", status=REFUSED)


def test_packs_of_a_cohort_are_printed_in_one_go(run: Run, tmp_path: Path) -> None:
    parts = ("--parts", "glance", "--note-pages", "0")
    made = run(
        "print", "briefing", "--each", "--cohort", "2019", "--state", "14", "--out", str(tmp_path), *parts
    )
    assert {Path(one["file"]) for one in made["papers"]} == set(tmp_path.iterdir())
    assert made["papers"]
    assert (made["skipped"], made["missing"]) == ([], [])
    run("print", "briefing", "--each", "--cohort", "1848", "--out", str(tmp_path), status=REFUSED)


def test_packs_in_one_file_are_made_once_more_from_the_log(run: Run, tmp_path: Path) -> None:
    parts = ("--parts", "glance", "--note-pages", "0")
    first, again = tmp_path / "bundle.pdf", tmp_path / "again.pdf"
    chosen = ("--cohort", "2019", "--state", "14")
    made = run("print", "briefing", "--each", "--single", *chosen, "--out", str(first), *parts)
    assert len(made["papers"]) > 1
    assert {one["file"] for one in made["papers"]} == {str(first)}
    entry = logged(run, first)
    assert len(entry["together"]) == len(made["papers"])
    told = run("print", "again", str(entry["id"]), "--out", str(again))
    assert told["is_same"] is True
    assert [one["name"] for one in told["papers"]] == [one["name"] for one in made["papers"]]
    assert again.read_bytes() == first.read_bytes()


def test_a_list_about_several_bodies_is_made_once_more_about_all_of_them(run: Run, tmp_path: Path) -> None:
    first, again = tmp_path / "list.pdf", tmp_path / "again.pdf"
    bodies = [word for name in ("Eichenzell", "Zwönitz", "Bautzen") for word in ("--body", name)]
    run("print", "contacts", *bodies, "--out", str(first))
    entry = logged(run, first)
    assert run("print", "again", str(entry["id"]), "--out", str(again))["is_same"] is True
    assert again.read_bytes() == first.read_bytes()


def test_a_letter_takes_its_text_from_a_file(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "brief.txt"
    text.write_bytes("vielen Dank für Ihre Zeit.\r\n\r\nWir melden uns.".encode("cp1252"))
    made = tmp_path / "brief.pdf"
    run("print", "letter", "--body", "Eichenzell", "--text-file", str(text), "--out", str(made))
    entry = logged(run, made)
    assert "vielen Dank für Ihre Zeit.\\n\\nWir melden uns." in entry["recipe"]
    run("print", "letter", "--body", "Eichenzell", "--text-file", str(made), status=REFUSED)
    run("print", "letter", "--body", "Eichenzell", "--text-file", str(tmp_path / "weg.txt"), status=REFUSED)


def test_letters_to_many_are_one_file_for_the_printer(run: Run, tmp_path: Path) -> None:
    made = tmp_path / "briefe.pdf"
    bodies = [word for name in ("Eichenzell", "Zwönitz") for word in ("--body", name)]
    told = run("print", "letter", *bodies, "--single", "--duplex", "--out", str(made))
    assert [one["pages"] for one in told["papers"]] == [1, 1]
    with PdfDocument(made) as pdf:
        assert len(pdf) == 3
