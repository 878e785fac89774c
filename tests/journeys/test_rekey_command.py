"""The command ``rekey``: asks nothing, tells the new code, keeps the passphrase."""

import json
from pathlib import Path

import pytest

from kts_desktop.cli.main import DONE, NO_KEY, REFUSED, main
from kts_desktop.storage.creating import create_demo_profile
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import Office, titles

SECRET = "Apfelbaum im Regen 7"  # noqa: S105


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_with(tmp_path_factory.mktemp("rekey"))


def make_with(place: Path) -> Path:
    secret = place / "passphrase"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    secret.chmod(0o600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KTS_PASSPHRASE_FILE", str(secret))
        assert main(["new", "--profile", str(place / "office"), "--adviser", "Mira Ahornthal"]) == DONE
    return place / "office"


def test_the_new_code_is_told_and_opens(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KTS_PASSPHRASE_FILE", str(folder.parent / "passphrase"))
    before = json.loads((folder / "profile.json").read_bytes())
    assert main(["rekey", "--profile", str(folder), "--json", "--lang", "de"]) == DONE
    told = capsys.readouterr()
    answer = json.loads(told.out)
    assert json.loads((folder / "profile.json").read_bytes())["kcv"] != before["kcv"]
    assert answer["recovery_code"] in told.err  # before the change was through
    assert answer["notes"] == []
    assert main(["check", "--profile", str(folder)]) == DONE
    office = Office(folder, answer["recovery_code"], MemoryKeyring())
    assert titles(office, code=office.code) == titles(office, passphrase=SECRET) == []


def test_without_the_key_nothing_is_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = (folder / "profile.json").read_bytes()
    wrong = tmp_path / "passphrase"
    wrong.write_text("etwas Falsches\n", encoding="utf-8")
    wrong.chmod(0o600)
    monkeypatch.setenv("KTS_PASSPHRASE_FILE", str(wrong))
    assert main(["rekey", "--profile", str(folder)]) == NO_KEY
    assert (folder / "profile.json").read_bytes() == before


def test_the_demo_has_no_key_to_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create_demo_profile(tmp_path / "demo", now=NOW).opened.close()
    assert main(["rekey", "--profile", str(tmp_path / "demo")]) == REFUSED
    assert "demo office" in capsys.readouterr().err
