"""The command that disposes of cases: what is due is listed, proposed, approved with a yes, and logged."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from kts_desktop.cli.main import DONE, REFUSED, main
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.models.vocab import CaseState
from kts_desktop.services import cases
from kts_desktop.storage.creating import create_demo_profile
from tests.helpers.build import a_case
from tests.helpers.build_retention import add_classes


@pytest.fixture
def office(tmp_path: Path) -> str:
    """An office with a case filed six years ago and one filed today, opened without a key."""
    now = utc_now()
    made = create_demo_profile(tmp_path / "office", now=now)
    add_classes(made.store)
    with made.store.write("case.open") as session:
        old, young = a_case(session, subject="Zisterne"), a_case(session, subject="Brunnen")
        cases.set_state(session, [old], CaseState.FILED, local_date(now) - timedelta(days=6 * 366))
        cases.set_state(session, [young], CaseState.FILED, local_date(now))
    made.opened.close()
    return str(tmp_path / "office")


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == DONE
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == REFUSED
    return capsys.readouterr().err


def test_a_case_is_disposed_of_in_two_steps(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--profile", office)
    [case] = json.loads(answer(capsys, "dispose", "list", *place, "--json"))
    number = case["number"]
    assert (case["subject"], case["proposed_on"]) == ("Zisterne", None)
    assert "not proposed" in refused(capsys, "dispose", "approve", number, "--yes", *place)
    answer(capsys, "dispose", "propose", number, *place)
    assert "kommt nicht zurück" in refused(capsys, "dispose", "approve", number, *place, "--lang", "de")
    told = answer(capsys, "dispose", "list", *place, "--lang", "de")
    assert "vorgeschlagen" in told
    assert local_date(utc_now()).isoformat() in told
    assert "In backups until" in answer(capsys, "dispose", "approve", number, "--yes", *place)
    assert answer(capsys, "dispose", "list", *place) == ""
    log = answer(capsys, "dispose", "log", *place, "--lang", "de")
    assert number in log
    assert "ausgesondert" in log
    assert "Zisterne" not in log + answer(capsys, "dump", *place)


def test_a_proposal_is_withdrawn(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--profile", office)
    answer(capsys, "dispose", "propose", "#1", *place)
    answer(capsys, "dispose", "withdraw", "#1", *place)
    assert "not proposed" in refused(capsys, "dispose", "approve", "#1", "--yes", *place)
    assert json.loads(answer(capsys, "dispose", "log", *place, "--json")) == []


def test_what_is_not_due_is_refused(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--profile", office)
    assert "not due" in refused(capsys, "dispose", "propose", "#2", *place)
    told = refused(capsys, "dispose", "propose", "#1", "#2", *place, "--lang", "de")
    assert "Aufbewahrungsfrist läuft noch" in told
    assert '"proposed_on": null' in answer(capsys, "dispose", "list", *place, "--json")
    assert "KTS-9" in refused(capsys, "dispose", "propose", "KTS-9", *place)
