"""The command that compares one record with a backup, and takes values over as one step."""

import json
import shutil
from pathlib import Path

import pytest

from kts_desktop.cli.main import DONE, NO_KEY, REFUSED, main
from kts_desktop.core.clock import utc_now
from kts_desktop.services import offices
from kts_desktop.storage.creating import create_demo_profile
from tests.helpers.build import a_case, a_task
from tests.helpers.build_contacts import a_body, a_person, a_phone
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import make_office


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a case, a person and a body, and a backup of them, opened without a key."""
    folder = tmp_path_factory.mktemp("template") / "office"
    made = create_demo_profile(folder, now=utc_now())
    with made.store.write("case.open") as session:
        body = a_body(session, "Krefeld")
        person = a_person(session, "Lichtmoos", at=body)
        a_phone(session, person, "02151 3660-10")
        case_id = a_case(session, subject="Starkregen", concern="Mit Kosten", organisation_id=body)
        a_task(session, case_id=case_id, title="Angebot senden")
    offices.back_up(made.opened)
    made.opened.close()
    return folder


@pytest.fixture
def office(template: Path, tmp_path: Path) -> str:
    return str(shutil.copytree(template, tmp_path / "office"))


def answer(capsys: pytest.CaptureFixture[str], office: str, *words: str) -> str:
    capsys.readouterr()
    assert main([*words, "--profile", office]) == DONE
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], office: str, *words: str) -> str:
    capsys.readouterr()
    assert main([*words, "--profile", office]) == REFUSED
    return capsys.readouterr().err


def backup(office: str) -> str:
    (path,) = (Path(office) / "backups").glob("manual-*.ktsbackup")
    return path.name


def subject(capsys: pytest.CaptureFixture[str], office: str) -> str:
    return str(json.loads(answer(capsys, office, "show", "case", "1", "--json"))["record"]["subject"])


def test_what_differs_is_shown_and_only_taken_over_when_asked(
    office: str, capsys: pytest.CaptureFixture[str]
) -> None:
    look = ("restore", "--record", "case", "#1", "--from", backup(office))
    assert "Nichts unterscheidet sich." in answer(capsys, office, *look, "--lang", "de")
    answer(capsys, office, "edit", "case", "1", "--subject", "Dürre", "--concern", "", "--channel", "letter")
    told = answer(capsys, office, *look, "--lang", "de")
    assert [line.split("  ")[0] for line in told.splitlines()][1].startswith("Beratungsfall KTS")
    assert "Betreff" in told
    assert "Dürre" in told
    assert "Starkregen" in told
    data = json.loads(answer(capsys, office, *look, "--json"))
    assert {one["field"] for one in data["records"][0]["differences"]} == {"subject", "concern", "channel"}
    assert subject(capsys, office) == "Dürre"
    taken = json.loads(answer(capsys, office, *look, "--apply", "--field", "concern", "--json"))
    assert (taken["values"], taken["records"]) == (1, 0)
    assert subject(capsys, office) == "Dürre"
    assert "2 Werte" in answer(capsys, office, *look, "--apply", "--lang", "de")
    assert subject(capsys, office) == "Starkregen"
    assert "nichts übernommen" in refused(capsys, office, *look, "--apply", "--lang", "de")


def test_parts_are_chosen_by_their_kind(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, office, "edit", "case", "1", "--subject", "Dürre")
    answer(capsys, office, "edit", "task", "1", "--title", "Absagen", "--due-on", "2027-01-01")
    number = json.loads(answer(capsys, office, "show", "case", "1", "--json"))["record"]["number"]
    look = ("restore", "--record", "case", number, "--from", backup(office), "--apply")
    answer(capsys, office, *look, "--field", "task.title")
    task = json.loads(answer(capsys, office, "show", "task", "1", "--json"))["record"]
    assert (task["title"], task["due_on"]) == ("Angebot senden", "2027-01-01")
    answer(capsys, office, *look, "--field", "task")
    assert (
        json.loads(answer(capsys, office, "show", "task", "1", "--json"))["record"]["due_on"] == "2026-11-24"
    )
    assert subject(capsys, office) == "Dürre"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--record", "cases", "#1", "--from", "x"), "cases"),
        (("--record", "case", "#1"), "--from"),
        (("--apply",), "--record"),
        (("--record", "case", "#1", "--from", "gibt-es-nicht"), "gibt-es-nicht"),
        (("--record", "case", "#99", "--from", "{backup}"), "erased for good"),
        (("--record", "body", "Gibtesnicht", "--from", "{backup}"), "Gibtesnicht"),
        (("--record", "case", "#1", "--from", "{backup}", "--apply", "--field", "colour"), "colour"),
        (("--record", "case", "#1", "--from", "{backup}", "--apply", "--field", "task.colour"), "colour"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    office: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    asked = [word.format(backup=backup(office)) for word in words]
    said = refused(capsys, office, "restore", *asked)
    assert told in said
    assert len(said.strip().splitlines()) == 1


def test_people_and_bodies_are_named_as_they_are_called(
    office: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind, name in (("person", "Anna Lichtmoos"), ("person", "Lichtmoos"), ("body", "Krefeld")):
        look = ("restore", "--record", kind, name, "--from", backup(office))
        assert "Nothing differs." in answer(capsys, office, *look)


def test_a_profile_without_its_key_says_so_by_the_status(tmp_path: Path) -> None:
    made = make_office(tmp_path / "locked", MemoryKeyring())
    look = ["restore", "--record", "case", "#1", "--from", "x", "--profile", str(made.folder)]
    assert main(look) == NO_KEY
