"""The directory of a real store, replaced by invented editions; and the shipped one as it stands."""

import gzip
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from kts_desktop.core.errors import ImportFileError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.exchange import stage
from kts_desktop.exchange.register import directory, entries, gv100ad
from kts_desktop.services.register_editions import Edition, Entry, Level, shipped
from kts_desktop.storage.store import Store, changes_of
from tests.helpers.gv100ad import Place, country, packed

OFFICIAL = Path(__file__).parents[2].parent / "shared/data/official/GV100AD_30112025.txt.gz"
LONG_NAME = "Musterstadt / Muśćańskie Město, Stadt, Hochschulstadt / Wysokošulske město"
LAT, LON = 510_000_000, 100_000_000


def edition(*places: Place) -> Edition:
    return entries.of_register(gv100ad.parse(country(*places)))


def located(source: Edition, ags: str, *, exact: bool = True) -> Edition:
    """Give one municipality a point."""
    found = (
        replace(entry, lat=LAT, lon=LON, position_is_exact=exact) if entry.ags == ags else entry
        for entry in source.entries
    )
    return replace(source, entries=tuple(found))


def put(store: Store, new: Edition) -> directory.Outcome:
    outcome, _ = store.run("register.import", partial(directory.apply, edition=new))
    return outcome


def entry_of(store: Store, ags: str) -> Entry:
    with store.read() as session:
        now = directory.present(session)
    assert now is not None
    [found] = [entry for entry in now.entries if entry.ags == ags]
    return found


def hits(session: Session, words: str) -> int:
    query = text("SELECT count(*) FROM register_entry_fts WHERE register_entry_fts MATCH :words")
    return int(session.execute(query, {"words": words}).scalar_one())


def test_a_new_profile_has_no_directory(store: Store) -> None:
    with store.read() as session:
        assert directory.present(session) is None


def test_an_edition_comes_back_as_it_was_put(store: Store) -> None:
    new = edition(Place("Musterdorf", ags="16077042", association="5103"))
    put(store, new)
    with store.read() as session:
        assert directory.present(session) == new


def test_the_first_edition_tells_no_differences(store: Store) -> None:
    assert put(store, edition()).difference.is_empty


def test_new_vanished_renamed_and_rekeyed_places_are_told_apart(store: Store) -> None:
    old = (
        Place("Altdorf", ags="16077001"),
        Place("Bad Bleib", ags="16077002"),
        Place("Wanderfeld", ags="16077003"),
        Place("Gleichen", ags="16077004"),
    )
    new = (
        Place("Neudorf", ags="16077009"),
        Place("Bad Bleib, Kurstadt", ags="16077002"),
        Place("Wanderfeld", ags="16077008"),
        Place("Gleichen", ags="16077004"),
    )
    put(store, edition(*old))
    told = put(store, edition(*new)).difference
    assert [entry.name for entry in told.added] == ["Neudorf"]
    assert [entry.name for entry in told.vanished] == ["Altdorf"]
    assert [pair.after.full_name for pair in told.renamed] == ["Bad Bleib, Kurstadt"]
    assert [(pair.before.ags, pair.after.ags) for pair in told.rekeyed] == [("16077003", "16077008")]


def test_another_association_under_the_same_key_is_told(store: Store) -> None:
    put(store, edition(Place("Musterdorf", association="5103")))
    told = put(store, edition(Place("Musterdorf", association="5104"))).difference
    assert [pair.after.ars for pair in told.rekeyed] == ["160775104", "160775104042"]


def test_two_places_of_one_name_are_not_taken_for_one_that_moved(store: Store) -> None:
    put(store, edition(Place("Neustadt", ags="16077001"), Place("Neustadt", ags="16077002")))
    told = put(store, edition(Place("Neustadt", ags="16077003"))).difference
    assert (len(told.added), len(told.vanished), told.rekeyed) == (1, 2, ())


@pytest.mark.parametrize("exact", [True, False])
def test_a_known_point_is_kept(store: Store, exact: bool) -> None:
    put(store, located(edition(Place("Musterdorf")), "16077042", exact=exact))
    put(store, edition(Place("Musterdorf, Stadt")))
    kept = entry_of(store, "16077042")
    assert (kept.lat, kept.lon, kept.position_is_exact) == (LAT, LON, exact)


def test_a_point_follows_a_place_to_its_new_key(store: Store) -> None:
    put(store, located(edition(Place("Musterdorf", ags="16077001")), "16077001"))
    put(store, edition(Place("Musterdorf", ags="16077002")))
    assert entry_of(store, "16077002").is_located


def test_a_place_without_a_point_stands_at_the_mean_of_its_district_and_says_so(store: Store) -> None:
    put(store, located(edition(Place("Musterdorf", ags="16077001")), "16077001"))
    outcome = put(store, edition(Place("Musterdorf", ags="16077001"), Place("Neuhof", ags="16077002")))
    new = entry_of(store, "16077002")
    assert (new.lat, new.lon, new.position_is_exact) == (LAT, LON, False)
    assert outcome.without_point == len(outcome.edition.entries) - 16 - 1  # all but one municipality


def test_a_name_that_was_cut_does_not_overwrite_the_longer_one(store: Store) -> None:
    whole = edition(Place("Musterstadt, Stadt"))
    name, designation = entries.split_name(LONG_NAME)
    known = (
        replace(entry, name=name, designation=designation) if entry.ags == "16077042" else entry
        for entry in whole.entries
    )
    put(store, replace(whole, entries=tuple(known)))
    outcome = put(store, edition(Place(LONG_NAME)))
    assert entry_of(store, "16077042").full_name == LONG_NAME
    assert outcome.difference.renamed == ()


def test_search_finds_the_new_names_and_no_longer_the_old(store: Store) -> None:
    put(store, edition(Place("Altdörfchen")))
    put(store, edition(Place("Neuweiler")))
    with store.read() as session:
        assert (hits(session, "altdorfchen"), hits(session, "neuweiler")) == (0, 1)
    with store.write("check") as session:
        session.execute(text("INSERT INTO register_entry_fts(register_entry_fts) VALUES('integrity-check')"))


def test_an_entry_that_stays_keeps_its_row(store: Store) -> None:
    find = text("SELECT id FROM register_entry WHERE ags = '16077042'")
    put(store, edition(Place("Musterdorf")))
    with store.read() as session:
        before = session.execute(find).scalar_one()
    put(store, edition(Place("Aachdorf", ags="01077001"), Place("Musterdorf")))
    with store.read() as session:
        assert session.execute(find).scalar_one() == before


def test_views_hear_of_it_and_nothing_can_be_undone(store: Store) -> None:
    with store.write("register.import") as session:
        directory.apply(session, edition())
    assert changes_of(session).concerns("register_entry")
    with store.read() as session:
        assert (
            session.execute(
                text("SELECT count(*) FROM change_set WHERE label = 'register.import'")
            ).scalar_one()
            == 0
        )


def test_the_preview_says_what_apply_does_and_does_nothing(store: Store) -> None:
    put(store, edition(Place("Altdorf")))
    new = edition(Place("Neudorf"))
    with store.write("preview") as session:
        shown = stage.preview(session, partial(directory.apply, edition=new))
    assert entry_of(store, "16077042").name == "Altdorf"
    with store.read() as session:
        assert (hits(session, "altdorf"), hits(session, "neudorf")) == (1, 0)
    assert put(store, new) == shown


def test_a_preview_that_fails_leaves_the_session_usable(store: Store) -> None:
    def fail(session: Session) -> None:
        directory.replace_all(session, edition())
        raise ImportFileError("import_empty", name="x")

    with store.write("preview") as session:
        with pytest.raises(ImportFileError):
            stage.preview(session, fail)
        assert directory.present(session) is None


def test_apply_backs_up_first_and_does_nothing_if_that_fails(store: Store) -> None:
    def no_backup() -> None:
        raise ImportFileError("import_unreadable", name="backup")

    with pytest.raises(ImportFileError):
        stage.apply(store, "register.import", partial(directory.apply, edition=edition()), backup=no_backup)
    with store.read() as session:
        assert directory.present(session) is None
    told: list[str] = []
    run = partial(directory.apply, edition=edition())
    outcome, changes = stage.apply(store, "register.import", run, backup=partial(told.append, "backup"))
    assert (told, outcome.population, bool(changes)) == (["backup"], 16_000, True)


def test_a_file_is_copied_away_before_it_is_read(tmp_path: Path) -> None:
    source = tmp_path / "GV100AD.txt"
    source.write_bytes(country())
    staged = stage.quarantine(source, tmp_path / "staged")
    source.write_bytes(b"changed meanwhile")
    assert stage.content(staged) == country()
    assert staged.name == "GV100AD.txt"


def test_a_packed_file_is_read_unpacked(tmp_path: Path) -> None:
    source = tmp_path / "GV100AD.txt.gz"
    source.write_bytes(packed(country()))
    assert stage.content(stage.quarantine(source, tmp_path / "staged")) == country()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "import_empty"),
        (packed(b""), "import_empty"),
        (packed(country())[:-20], "import_packing_damaged"),
        (packed(country())[:40] + b"\xff" * 9 + packed(country())[49:], "import_packing_damaged"),
        (bytes(300_000), "import_too_large"),
        (packed(bytes(3_000_000)), "import_too_large"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    source = tmp_path / "file.gz"
    source.write_bytes(data)
    with pytest.raises(ImportFileError) as caught:
        stage.content(stage.quarantine(source, tmp_path / "staged", limit=250_000), limit=2_000_000)
    assert caught.value.code == code
    assert "file.gz" in sentence(caught.value, "de")


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    for source, code in ((tmp_path / "none", "import_missing"), (tmp_path, "import_unreadable")):
        with pytest.raises(ImportFileError) as caught:
            stage.quarantine(source, tmp_path / "staged")
        assert caught.value.code == code
    assert list((tmp_path / "staged").iterdir()) == []


def test_the_shipped_directory_is_whole() -> None:
    edition = shipped()
    levels = [entry.level for entry in edition.entries]
    assert (edition.municipalities, levels.count(Level.DISTRICT)) == (10_773, 294)
    assert all(entry.lat is not None and 47 * 10**7 < entry.lat < 56 * 10**7 for entry in edition.entries)
    assert len({entry.key for entry in edition.entries}) == len(edition.entries)


def test_a_new_office_holds_the_shipped_directory(office: Store) -> None:
    with office.read() as session:
        assert directory.present(session) == shipped()


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official file is not part of the product")
def test_the_official_register_replaces_the_shipped_directory(store: Store) -> None:
    put(store, shipped())
    new = entries.of_register(gv100ad.parse(gzip.decompress(OFFICIAL.read_bytes())))
    outcome = put(store, new)
    told = outcome.difference
    assert [len(part) for part in (told.added, told.vanished, told.renamed, told.rekeyed)] == [1, 23, 16, 2]
    assert (outcome.edition.municipalities, outcome.without_point) == (10_751, 1_084)
    assert entry_of(store, "14625020").name == "Bautzen / Budyšin"
