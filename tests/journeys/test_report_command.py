"""The quarterly report on the command line: counted, kept for good, shown again, its files written."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kts_desktop.cli.main import DONE, FINDINGS, main


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    secret = tmp_path / "secret"
    secret.write_text("ein langer Satz zum Merken\n")
    secret.chmod(0o600)
    monkeypatch.setenv("KTS_PASSPHRASE_FILE", str(secret))
    place = tmp_path / "office"
    assert main(["new", "--profile", str(place), "--adviser", "Mira Ahornthal", "--office", "Büro"]) == DONE
    capsys.readouterr()
    return place


def test_a_report_is_frozen_and_answers_alike_after_a_case_came_late(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*words: str, status: int = DONE) -> Any:
        assert main([*words, "--profile", str(office), "--json"]) == status
        return json.loads(capsys.readouterr().out)

    quarter = ("--year", "2026", "--quarter", "2")
    run("add", "case", "--subject", "Starkregen", "--received-on", "2026-05-04")
    frozen = run("report", "freeze", *quarter)
    run("add", "case", "--subject", "Nachgetragen", "--received-on", "2026-05-05")

    entry = str(frozen["id"])
    shown = run("report", "show", entry)
    (tmp_path / "out").mkdir()
    written = run("report", "export", entry, "--out", str(tmp_path / "out"))["files"]

    def opened(told: Any) -> int:
        rows: list[dict[str, Any]] = told["sections"][0]["tables"][0]["rows"]
        return next(int(row["value"]) for row in rows if row["code"] == "opened")

    assert (opened(shown), opened(run("report", "figures", *quarter))) == (1, 2)
    paper = next(Path(path) for path in written if path.endswith(".pdf"))
    assert hashlib.sha256(paper.read_bytes()).hexdigest() == shown["report"]["sha256"]
    assert {Path(path).suffix for path in written} == {".pdf", ".csv", ".xlsx", ".json"}

    for path in (office / "blobs").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1] + b"\0")
    assert run("report", "show", entry, status=FINDINGS)["faults"]
