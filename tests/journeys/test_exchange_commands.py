"""The exchange on the command line: two laptops, a third by a full package, any order, one content."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from kts_desktop.cli.main import DONE, REFUSED, main
from kts_desktop.core.clock import utc_now
from kts_desktop.services import advisers, dump
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.opening import open_office
from kts_desktop.storage.creating import create_profile
from kts_desktop.storage.keys import KeySources, NoKeyring
from kts_desktop.storage.unlocking import Unlock
from tests.helpers.profiles import CHEAP

Run = Callable[..., Any]
SECRET = "Apfelbaum im Regen 7"  # noqa: S105
NAMES = {"anna": "Anna Ahorn", "ben": "Ben Birke", "clara": "Clara Buche", "dora": "Dora Eibe"}
THREE = ("anna", "ben", "clara")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("exchange")
    (folder / "stick").mkdir()
    secret = folder / "passphrase"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    secret.chmod(0o600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KTS_PASSPHRASE_FILE", str(secret))
        for laptop, name in NAMES.items():
            _found(folder / laptop, name)
        run = _runner(folder)
        for laptop in NAMES:
            run(laptop, "exchange", "identity", "--label", f"Laptop {laptop}")
        for other in ("ben", "clara", "dora"):
            _trust(run, "anna", other, folder / "stick")
            _trust(run, other, "anna", folder / "stick")
        run("anna", "add", "person", "--family-name", "Ottersund", "--given-name", "Katharina")
        first = run("anna", "exchange", "export", "--to", NAMES["ben"], "--out", str(folder / "stick"))
        assert run("ben", "exchange", "inspect", first["path"])["standing"] == "ready"
        new = {one["kind"]: one["new"] for one in run("ben", "exchange", "preview", first["path"])["counts"]}
        assert new["person"] == 1
        run("ben", "exchange", "apply", first["path"])
        yield folder


@pytest.fixture
def run(place: Path) -> Run:
    return _runner(place)


def _runner(place: Path) -> Run:
    """Return what runs a command on a laptop and returns its JSON."""

    def command(laptop: str, *words: str, status: int = DONE) -> Any:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            found = main([*words, "--profile", str(place / laptop), "--json"])
        assert found == status, err.getvalue()
        return json.loads(out.getvalue()) if out.getvalue() else err.getvalue()

    return command


def test_three_laptops_end_with_the_same_in_whatever_order(run: Run, place: Path) -> None:
    stick = place / "stick"
    run("ben", "add", "note", "--text", "Telefonat zur Straßenbeleuchtung")
    _edit(run, "anna", "Ottersund-Meier")
    _edit(run, "ben", "Ottersund-Groß")
    from_ben = run("ben", "exchange", "export", "--all", "--out", str(stick))
    taken = run("anna", "exchange", "apply", from_ben["path"])
    assert taken[0]["report"]["conflicts"] == 1
    (difference,) = run("anna", "exchange", "conflicts")
    assert {side["shown"] for side in difference["sides"]} == {"Ottersund-Meier", "Ottersund-Groß"}
    number = 1 + [side["shown"] for side in difference["sides"]].index("Ottersund-Groß")
    what = (difference["kind"], str(difference["record_id"]), difference["field"])
    run("anna", "exchange", "resolve", *what, "--take", "9", status=REFUSED)
    run("anna", "exchange", "resolve", *what, "--take", str(number))
    assert run("anna", "exchange", "conflicts") == []

    full = run("anna", "exchange", "export", "--to", NAMES["clara"], "--full", "--out", str(stick))
    run("clara", "exchange", "apply", full["path"])
    run("anna", "exchange", "apply", run("clara", "exchange", "export", "--all", "--out", str(stick))["path"])
    for title in ("Ortstermin", "Nachfrage"):
        run("anna", "add", "task", "--title", title, "--due-on", "2030-01-31")
        run("anna", "exchange", "export", "--all", "--out", str(stick))
    for laptop in ("clara", "ben"):
        run(laptop, "exchange", "apply", str(stick), "--yes", status=REFUSED)  # not all are for this laptop
    run("anna", "exchange", "apply", run("ben", "exchange", "export", "--all", "--out", str(stick))["path"])
    run("clara", "exchange", "apply", run("anna", "exchange", "export", "--all", "--out", str(stick))["path"])
    dumps = {laptop: _dump(place / laptop) for laptop in THREE}
    assert dumps["anna"] == dumps["clara"] == dumps["ben"]
    status = run("anna", "exchange", "status")
    assert {one["trust"] for one in status["laptops"]} == {"confirmed"} or any(
        one["trust"] == "revoked" and one["person"] == NAMES["dora"] for one in status["laptops"]
    )
    assert status["waiting"] == []
    assert len(status["packages"]) >= 5


def test_a_package_is_taken_back(run: Run, place: Path) -> None:
    stick = place / "stick"
    run("ben", "add", "person", "--family-name", "Irrtum", "--given-name", "I")
    path = run("ben", "exchange", "export", "--to", NAMES["anna"], "--out", str(stick))["path"]
    before = {one["id"] for one in run("anna", "exchange", "status")["packages"]}
    run("anna", "exchange", "apply", path)
    (number,) = {one["id"] for one in run("anna", "exchange", "status")["packages"]} - before
    assert run("anna", "exchange", "take-back", number)["done"] is False
    assert run("anna", "list", "person", "--text", "irrtum")["total"] == 1
    run("anna", "exchange", "take-back", number, "--yes")
    assert run("anna", "list", "person", "--text", "irrtum")["total"] == 0


def test_an_extract_goes_out_and_a_laptop_is_revoked(run: Run, place: Path) -> None:
    number = run("anna", "add", "person", "--family-name", "Auszug", "--given-name", "K")["id"]
    made = run(
        *("anna", "exchange", "extract", "person", str(number), "--to", NAMES["dora"]),
        *("--out", str(place / "stick")),
    )
    assert made["records"] == 1
    held = run("anna", "exchange", "members", NAMES["dora"], "--remove", "office")
    assert held["spaces"] == ["dir"]
    assert run("anna", "exchange", "revoke", NAMES["dora"])["revoked"] is False
    assert (
        run("anna", "exchange", "revoke", NAMES["dora"], "--yes")["loss"]["name"] == "Dora Eibe, Laptop dora"
    )
    run("anna", "exchange", "export", "--to", NAMES["dora"], "--out", str(place / "stick"), status=REFUSED)


def test_answers_for_people_are_in_their_language(
    place: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("anna", "exchange", "status")
    for language, words in (("de", "Kennung"), ("en", "Identifier")):
        assert main(["exchange", "status", "--profile", str(place / "anna"), "--lang", language]) == DONE
        assert words in capsys.readouterr().out


def _found(folder: Path, name: str) -> None:
    """Make an office without the directory, whose passphrase is quick to try."""
    keys = KeySources(keyring=NoKeyring(), cost=CHEAP)
    made = create_profile(folder, keys=keys, passphrase=SECRET, now=utc_now())
    with made.store.write("setup") as session:
        advisers.be(session, advisers.add(session, AdviserDraft(name=name)))
    made.opened.close()


def _trust(run: Run, reader: str, owner: str, stick: Path) -> None:
    card = run(owner, "exchange", "card", "--out", str(stick))
    assert run(reader, "exchange", "trust", card["path"])["laptop"]["trust"] == "unconfirmed"
    told = run(
        *(reader, "exchange", "trust", NAMES[owner], "--digits", card["digits"], "--how", "Telefon"),
    )
    assert told["laptop"]["trust"] == "confirmed"
    Path(card["path"]).unlink()


def _edit(run: Run, laptop: str, name: str) -> None:
    person = run(laptop, "list", "person", "--text", "ottersund")["rows"][0]["id"]
    run(laptop, "edit", "person", str(person), "--family-name", name)


def _dump(folder: Path) -> list[str]:
    opened = open_office(folder, Unlock(passphrase=SECRET, remember=False))
    try:
        with opened.store.read() as session:
            return list(dump.lines(session))
    finally:
        opened.close()
