"""Two laptops whose folders a real Syncthing keeps alike: packages cross, names collide, both end equal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import syncthing
from tests.helpers.laptops import Laptops, founded
from tests.helpers.syncthing import carrying, settle

pytestmark = pytest.mark.skipif(syncthing.PROGRAM is None, reason="Syncthing is not installed")
NAMES = {"anna": "Anna Ahorn", "ben": "Ben Birke"}
ANNA, BEN = "anna", "ben"


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[Laptops]:
    with founded(tmp_path, NAMES) as found:
        found.acquaint(ANNA, BEN)
        found(ANNA, "add", "person", "--family-name", "Ottersund", "--given-name", "Katharina")
        found.apply(BEN, found.send(ANNA, "--to", NAMES[BEN], "--full"))
        yield found


def test_packages_that_cross_and_collide_on_the_way_bring_both_laptops_to_the_same(
    laptops: Laptops, tmp_path: Path
) -> None:
    with carrying(tmp_path / "carrier") as (one, two):
        settle(one, two)
        folders = {ANNA: one.folder, BEN: two.folder}
        one.ask("POST", f"system/pause?device={two.device}")
        for laptop, name in ((ANNA, "Ottersund-Meier"), (BEN, "Ottersund-Groß")):
            laptops(laptop, "edit", "person", "1", "--family-name", name)
            laptops(laptop, "add", "note", "--text", f"Telefonat von {NAMES[laptop]}")
            # both call it the same: the carrier must keep one of them under another name
            laptops.send(laptop, to=folders[laptop]).rename(folders[laptop] / "Montag.ktspaket")
            laptops(laptop, "add", "task", "--title", f"Nachfrage {laptop}", "--due-on", "2030-01-31")
            laptops.send(laptop, to=folders[laptop])
        one.ask("POST", f"system/resume?device={two.device}")
        settle(one, two)
        names = {path.name for path in two.folder.glob("*.ktspaket")}
        assert len(names) == 4
        assert any(".sync-conflict-" in name for name in names)
        for laptop, folder in folders.items():
            # its own packages lie there, too, and are no hindrance
            taken = laptops(laptop, "exchange", "apply", str(folder))
            assert sum(each["report"] is not None for each in taken) == 2

        (difference,) = laptops(BEN, "exchange", "conflicts")
        what = (difference["kind"], str(difference["record_id"]), difference["field"])
        laptops(BEN, "exchange", "resolve", *what, "--value", "Ottersund-Meier-Groß")
        laptops.send(BEN, to=two.folder)
        settle(one, two)
        laptops(ANNA, "exchange", "apply", str(one.folder))
    assert laptops(ANNA, "exchange", "conflicts") == []
    held = laptops.dump(ANNA)
    assert held == laptops.dump(BEN)
    assert any("Ottersund-Meier-Groß" in line for line in held)
