"""The command that erases: it asks for a yes, tells what else names the person, and redacts."""

import json
from pathlib import Path

import pytest

from kts_desktop.cli.main import DONE, REFUSED, main
from kts_desktop.core.clock import utc_now
from kts_desktop.storage.creating import create_demo_profile
from tests.helpers.build_contacts import a_person


@pytest.fixture
def office(tmp_path: Path) -> str:
    """An office with one person, opened without a key."""
    made = create_demo_profile(tmp_path / "office", now=utc_now())
    with made.store.write("person.add") as session:
        a_person(session)
    made.opened.close()
    return str(tmp_path / "office")


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == DONE
    return capsys.readouterr().out


def test_without_a_yes_nobody_is_erased(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    for language, told in (("en", "cannot be undone"), ("de", "kommt nicht zurück")):
        assert main(["erase", "person", "#1", "--profile", office, "--lang", language]) == REFUSED
        assert told in capsys.readouterr().err
    assert "Lichtmoos" in answer(capsys, "dump", "--profile", office)


def test_a_person_is_erased_and_what_else_names_it_is_told(
    office: str, capsys: pytest.CaptureFixture[str]
) -> None:
    note = ("--text", "Gespräch mit Frau Lichtmoos", "--kind", "call", "--profile", office)
    id_ = json.loads(answer(capsys, "add", "note", *note, "--json"))["id"]
    told = answer(capsys, "erase", "person", "Lichtmoos", "--yes", "--profile", office, "--json")
    [mention] = json.loads(told)["mentions"]
    assert (mention["kind"], mention["field"], mention["id"]) == ("note", "text", id_)
    answer(capsys, "edit", "note", str(id_), "--text", "Gespräch", "--profile", office)
    answer(capsys, "erase", "field", "note", str(id_), "text", "--yes", "--profile", office)
    past = answer(capsys, "show", "note", str(id_), "--history", "--profile", office)
    assert "Lichtmoos" not in past + answer(capsys, "dump", "--profile", office)


def test_what_is_not_there_is_said(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", "person", "99", "--yes", "--profile", office]) == REFUSED
    assert main(["erase", "field", "person", "99", "remark", "--yes", "--profile", office]) == REFUSED
    assert main(["erase", "field", "person", "1", "colour", "--yes", "--profile", office]) == REFUSED
    assert "colour" in capsys.readouterr().err
