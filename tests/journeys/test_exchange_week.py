"""A week of two advisers by the command line alone: sticks in the wrong order, a new laptop, a lost one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kts_desktop.cli.main import REFUSED
from tests.helpers.laptops import Laptops, founded

ANNA, BEN, CLARA = "anna", "ben", "clara"
NAMES = {ANNA: "Anna Ahorn", BEN: "Ben Birke", CLARA: "Clara Buche"}
CASE = "Datenplattform"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptops]:
    """Yield three laptops that know each other; two of them share an office, the third is still empty."""
    with founded(tmp_path_factory.mktemp("week"), NAMES) as laptops:
        for one, other in ((ANNA, BEN), (ANNA, CLARA), (BEN, CLARA)):
            laptops.acquaint(one, other)
        laptops(ANNA, "add", "person", "--family-name", "Ottersund", "--given-name", "Katharina")
        laptops(ANNA, "add", "person", "--family-name", "Vergissmein", "--given-name", "Nils")
        laptops(ANNA, "add", "case", "--subject", CASE)
        laptops.apply(BEN, laptops.send(ANNA, "--to", NAMES[BEN], "--full"))
        yield laptops


def test_a_week_of_two_ends_equal_and_outlives_a_new_laptop_an_erasure_and_a_loss(office: Laptops) -> None:
    _work_and_exchange(office)
    _decide(office)
    _join(office)
    late = _erase(office)
    _lose(office, late)


def _work_and_exchange(office: Laptops) -> None:
    """Let both work for three days; one stick is lost, the others come in the wrong order, one twice."""
    office(ANNA, "edit", "case", _number(office, ANNA, "case", CASE), "--priority", "high")
    office(ANNA, "add", "note", "--text", "Anruf aus dem Rathaus", "--title", "Montag")
    office.send(ANNA).unlink()  # the stick that is lost
    office(BEN, "edit", "case", _number(office, BEN, "case", CASE), "--concern", "Welche Daten zuerst?")
    office(BEN, "add", "event", "--title", "Werkstatt Sensorik")
    tuesday = office.send(BEN)
    _rename(office, ANNA, "Ottersund-Meier")
    office(ANNA, "add", "task", "--title", "Nachfrage", "--due-on", "2030-01-31")
    second = office.send(ANNA)
    _rename(office, BEN, "Ottersund-Groß")
    office(BEN, "add", "person", "--family-name", "Zugang", "--given-name", "Ida")
    wednesday = office.send(BEN)
    office(ANNA, "edit", "task", _number(office, ANNA, "task", "Nachfrage"), "--due-on", "2030-02-15")
    third = office.send(ANNA)

    for laptop, packages in ((BEN, (third, second)), (ANNA, (wednesday, tuesday))):
        for package in packages:
            office.apply(laptop, package)
    twice = shutil.copy(third, third.with_name("noch einmal.ktspaket"))
    assert office(BEN, "exchange", "inspect", str(twice))["standing"] == "already"
    assert office(BEN, "list", "note", "--text", "Rathaus")["total"] == 1  # the lost stick cost nothing
    for laptop in (ANNA, BEN):
        (case,) = office(laptop, "list", "case", "--text", CASE)["rows"]
        held = office(laptop, "show", "case", str(case["id"]))
        assert (held["record"]["priority"], held["record"]["concern"]) == ("high", "Welche Daten zuerst?")


def _decide(office: Laptops) -> None:
    """Resolve what both changed, hand the decision on, and find both equal."""
    for laptop in (ANNA, BEN):
        (difference,) = office(laptop, "exchange", "conflicts")
        assert {side["shown"] for side in difference["sides"]} == {"Ottersund-Meier", "Ottersund-Groß"}
        assert {side["person"] for side in difference["sides"]} == {NAMES[ANNA], NAMES[BEN]}
    (difference,) = office(BEN, "exchange", "conflicts")
    what = (difference["kind"], str(difference["record_id"]), difference["field"])
    office(BEN, "exchange", "resolve", *what, "--value", "Ottersund-Meier-Groß")
    office.apply(ANNA, office.send(BEN))
    for laptop in (ANNA, BEN):
        assert office(laptop, "exchange", "conflicts") == []
    assert office.dump(ANNA) == office.dump(BEN)


def _join(office: Laptops) -> None:
    """Let a third laptop join by a full package, tell the others who works on it, and find all equal."""
    office.apply(CLARA, office.send(ANNA, "--to", NAMES[CLARA], "--full"))
    first = office.send(CLARA)
    for laptop in (ANNA, BEN):
        office.apply(laptop, first)
    held = office.dump(CLARA)
    assert held == office.dump(ANNA) == office.dump(BEN)
    assert any("Ottersund-Meier-Groß" in line for line in held)


def _erase(office: Laptops) -> Path:
    """Erase somebody whom an older package still holds; return that package, taken over by Anna alone."""
    somebody = _number(office, CLARA, "person", "Vergissmein")
    office(CLARA, "edit", "person", somebody, "--remark", "ruft donnerstags an")
    office(CLARA, "add", "note", "--text", "Protokoll der Werkstatt")
    old = office.send(CLARA)
    office(ANNA, "erase", "person", _number(office, ANNA, "person", "Vergissmein"), "--yes")
    office.apply(ANNA, old)
    erasure = office.send(ANNA)
    for laptop in (BEN, CLARA):
        taken = office.apply(laptop, erasure)
        assert taken[0]["report"]["erasures"] == 1
    for laptop in NAMES:
        assert not any("Vergissmein" in line or "donnerstags" in line for line in office.dump(laptop))
        assert office(laptop, "list", "note", "--text", "Protokoll")["total"] == 1
    return old


def _lose(office: Laptops, old: Path) -> None:
    """Revoke Clara's laptop: what it still holds is told, and neither of the others takes its packages."""
    told = office(ANNA, "exchange", "revoke", NAMES[CLARA])["loss"]
    assert told["name"] == "Clara Buche, Laptop clara"
    assert {"dir", "office"} <= set(told["spaces"])
    assert told["known_to_ms"] is not None
    assert told["records"] >= len(
        ("Ottersund", "Zugang", CASE, "Rathaus", "Protokoll", "Werkstatt", "Nachfrage")
    )
    office(ANNA, "exchange", "revoke", NAMES[CLARA], "--yes")
    office.apply(BEN, office.send(ANNA))
    before = {laptop: office.dump(laptop) for laptop in (ANNA, BEN)}
    assert before[ANNA] == before[BEN]
    office(CLARA, "add", "note", "--text", "Aus fremder Hand")
    late = office.send(CLARA)
    for laptop in (ANNA, BEN):
        for package in (late, old):
            office(laptop, "exchange", "apply", str(package), status=REFUSED)
        assert (
            office(laptop, "exchange", "inspect", str(late), status=REFUSED)["problem"] == "package_revoked"
        )
        assert office.dump(laptop) == before[laptop]
    office(BEN, "exchange", "export", "--to", NAMES[CLARA], "--out", str(office.stick), status=REFUSED)


def _number(office: Laptops, laptop: str, kind: str, text: str) -> str:
    (row,) = office(laptop, "list", kind, "--text", text)["rows"]
    return str(row["id"])


def _rename(office: Laptops, laptop: str, name: str) -> None:
    office(laptop, "edit", "person", _number(office, laptop, "person", "Ottersund"), "--family-name", name)
