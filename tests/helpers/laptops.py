"""Laptops of one office that work by the command line alone: real profiles in folders, without a keyring."""

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from kts_desktop.cli.main import DONE, main
from kts_desktop.core.clock import utc_now
from kts_desktop.services import advisers, dump
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.opening import open_office
from kts_desktop.storage.creating import create_profile
from kts_desktop.storage.keys import KeySources, NoKeyring
from kts_desktop.storage.unlocking import Unlock
from tests.helpers.profiles import CHEAP

_SECRET = "Apfelbaum im Regen 7"  # noqa: S105


class Laptops:
    """Several laptops below one folder, each named by its folder, with a stick between them."""

    def __init__(self, place: Path, names: Mapping[str, str]) -> None:
        self.place, self.names = place, names
        self.stick = place / "stick"

    def __call__(self, laptop: str, *words: str, status: int = DONE) -> Any:
        """Run a command on a laptop and return its JSON, or what it said where it refused."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            found = main([*words, "--profile", str(self.place / laptop), "--json"])
        assert found == status, err.getvalue() or out.getvalue()
        return json.loads(out.getvalue()) if out.getvalue() else err.getvalue()

    def acquaint(self, one: str, other: str) -> None:
        """Let two laptops read each other's cards and compare the digits."""
        for reader, owner in ((one, other), (other, one)):
            card = self(owner, "exchange", "card", "--out", str(self.stick))
            self(reader, "exchange", "trust", card["path"])
            digits = ("--digits", card["digits"], "--how", "Telefon")
            self(reader, "exchange", "trust", self.names[owner], *digits)
            Path(card["path"]).unlink()

    def send(self, laptop: str, *whom: str, to: Path | None = None) -> Path:
        """Write a package for everybody, or as the words say, and return it."""
        words = whom or ("--all",)
        made = self(laptop, "exchange", "export", *words, "--out", str(to or self.stick))
        return Path(made["path"])

    def apply(self, laptop: str, package: Path) -> Any:
        """Take one package over."""
        return self(laptop, "exchange", "apply", str(package))

    def dump(self, laptop: str) -> list[str]:
        """Return all that a laptop holds, comparable."""
        opened = open_office(self.place / laptop, Unlock(passphrase=_SECRET, remember=False))
        try:
            with opened.store.read() as session:
                return list(dump.lines(session))
        finally:
            opened.close()


@contextmanager
def founded(place: Path, names: Mapping[str, str]) -> Iterator[Laptops]:
    """Make offices without the directory, whose passphrase is quick to try; the first one knows them all."""
    laptops = Laptops(place, names)
    laptops.stick.mkdir()
    secret = place / "passphrase"
    secret.write_text(f"{_SECRET}\n", encoding="utf-8")
    secret.chmod(0o600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KTS_PASSPHRASE_FILE", str(secret))
        for laptop, name in names.items():
            keys = KeySources(keyring=NoKeyring(), cost=CHEAP)
            made = create_profile(place / laptop, keys=keys, passphrase=_SECRET, now=utc_now())
            with made.store.write("setup") as session:
                advisers.be(session, advisers.add(session, AdviserDraft(name=name)))
            made.opened.close()
            laptops(laptop, "exchange", "identity", "--label", f"Laptop {laptop}")
        yield laptops
