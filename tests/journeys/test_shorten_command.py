"""The command that shortens the history: it counts, and removes after a yes."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from kts_desktop.cli.main import DONE, main
from kts_desktop.core.clock import utc_now
from kts_desktop.models.person import Person
from kts_desktop.storage.creating import create_demo_profile
from tests.helpers.build_contacts import a_person


def due(capsys: pytest.CaptureFixture[str], office: Path, *words: str) -> int:
    capsys.readouterr()
    assert main(["shorten", "--profile", str(office), "--json", *words]) == DONE
    return int(json.loads(capsys.readouterr().out)["due"]["values"])


def test_it_counts_and_removes_after_a_yes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = tmp_path / "office"
    made = create_demo_profile(office, now=utc_now())
    made.store.clock = lambda: utc_now() - timedelta(days=5 * 366)
    with made.store.write("person.add") as session:
        person = a_person(session, "Eins")
    with made.store.write("person.edit") as session:
        session.get_one(Person, person).family_name = "Zwei"
    made.opened.close()
    assert [due(capsys, office), due(capsys, office, "--yes"), due(capsys, office)] == [1, 1, 0]
    for language, word in (("en", "values: 0"), ("de", "Werte: 0")):
        assert main(["shorten", "--profile", str(office), "--lang", language]) == DONE
        assert word in capsys.readouterr().out
