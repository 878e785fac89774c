"""The commands about documents: attach, list, export, detach; and the repair of what is missing."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from kts_desktop.cli.main import DONE, FINDINGS, REFUSED, main
from kts_desktop.core.clock import utc_now
from kts_desktop.storage import sidecar
from kts_desktop.storage.connect import connect
from kts_desktop.storage.creating import create_demo_profile
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.profile import ProfileFolder
from tests.helpers.build import a_case
from tests.helpers.build_files import LETTER, a_file, blobs_in


@pytest.fixture
def office(tmp_path: Path) -> str:
    """An office with one case, opened without a key."""
    made = create_demo_profile(tmp_path / "office", now=utc_now())
    with made.store.write("case.open") as session:
        a_case(session)
    made.opened.close()
    return str(tmp_path / "office")


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == DONE
    return capsys.readouterr().out


def test_a_document_goes_in_is_listed_comes_out_and_is_taken_off(
    office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--profile", office)
    files = [str(a_file(tmp_path)), str(a_file(tmp_path, "Lageplan.png", b"plan"))]
    assert "#1 Bescheid.pdf" in answer(capsys, "file", "attach", "case", "1", *files, *at)
    rows = json.loads(answer(capsys, "file", "list", "case", "1", *at, "--json"))
    assert {row["name"]: row["is_there"] for row in rows} == {"Bescheid.pdf": True, "Lageplan.png": True}
    out = tmp_path / "out"
    out.mkdir()
    answer(capsys, "file", "export", "1", "2", "--out", str(out), *at)
    assert (out / "Bescheid.pdf").read_bytes() == LETTER
    answer(capsys, "file", "detach", "1", *at)
    told = answer(capsys, "file", "list", "case", "1", *at)
    assert "Lageplan.png" in told
    assert "Bescheid.pdf" not in told


def test_what_is_missing_is_listed_found_and_mended(
    office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--profile", office)
    answer(capsys, "file", "attach", "case", "1", str(a_file(tmp_path)), *at)
    answer(capsys, "backup", *at)
    [blob] = blobs_in(Path(office) / "blobs")
    blob.unlink()
    for language, word in (("en", "missing"), ("de", "fehlt")):
        assert word in answer(capsys, "file", "list", "case", "1", *at, "--lang", language)
    assert main(["check", *at]) == FINDINGS
    answer(capsys, "check", "--repair", "blobs", *at)
    assert "missing" not in answer(capsys, "file", "list", "case", "1", *at)


def test_a_change_set_left_open_is_closed_by_the_repair_of_that_name(
    office: str, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--profile", office)
    known = sidecar.read(ProfileFolder(Path(office)).sidecar)
    key = DataKey(known.open_key or b"")
    with closing(connect(ProfileFolder(Path(office)).database, key.database)) as connection:
        connection.execute("UPDATE journal_ctx SET tx=1")
    assert main(["check", *at]) == FINDINGS
    answer(capsys, "check", "--repair", "context", *at)


def test_an_export_that_fails_half_way_leaves_nothing(
    office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--profile", office)
    answer(capsys, "file", "attach", "case", "1", str(a_file(tmp_path)), *at)
    out = tmp_path / "out"
    out.mkdir()
    assert main(["file", "export", "1", "99", "--out", str(out), *at]) == REFUSED
    assert list(out.iterdir()) == []


def test_refusals_are_said(office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = str(a_file(tmp_path, "leer.pdf", b""))
    for language, word in (("en", "is empty"), ("de", "ist leer")):
        words = ["file", "attach", "case", "1", empty, "--profile", office, "--lang", language]
        assert main(words) == REFUSED
        assert word in capsys.readouterr().err
