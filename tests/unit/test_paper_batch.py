"""Many packs in one go: whole files, an error skips one paper alone, and the log knows what was printed."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kts_desktop.cli.paper_commands import print_each, print_in_one
from kts_desktop.core.errors import NotFoundError, StorageError
from kts_desktop.models.organisation import Organisation
from kts_desktop.printing import batch
from kts_desktop.printing.catalogue import PAPERS
from kts_desktop.printing.paper import ShareError
from kts_desktop.services import paper_batch, paper_log, papers
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.paper_batch import Wanted
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, TODAY, a_body, a_case

PACK = PAPERS["briefing"]
SHORT = BriefingOptions(parts="glance", note_pages=0)


def asks(*ids: int) -> list[Ask]:
    return [Ask(kind="organisation", ids=(id_,), options=SHORT, now=NOON) for id_ in ids]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder beside the store's file."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def bodies(store: Store) -> list[int]:
    with store.write("body.add") as session:
        return [a_body(session, name) for name in ("Zwönitz", "Eichenzell", "Krefeld")]


def test_each_pack_is_a_file_and_an_entry_of_the_log(store: Store, bodies: list[int], folder: Path) -> None:
    report = print_each(store, PACK, asks(*bodies), folder)
    names = [one.path.name for one in report.printed if one.path]
    assert names == [f"2026-11-24_Briefing_{name}.pdf" for name in ("Zwoenitz", "Eichenzell", "Krefeld")]
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert (report.skipped, report.missing) == ((), ())
    with store.read() as session:
        rows = [papers.printed(session, "organisation", id_) for id_ in bodies]
    assert [[row.file_name for row in found] for found in rows] == [[name] for name in names]


def test_a_pack_of_a_batch_is_the_pack_made_alone(store: Store, bodies: list[int], folder: Path) -> None:
    print_each(store, PACK, asks(*bodies), folder)
    with store.read() as session:
        alone = PACK.render(PACK.gather(session, asks(bodies[1])[0]))
    assert (folder / "2026-11-24_Briefing_Eichenzell.pdf").read_bytes() == alone.content


def test_a_record_that_is_gone_skips_its_paper_alone(store: Store, bodies: list[int], folder: Path) -> None:
    report = print_each(store, PACK, asks(bodies[0], 4711, bodies[2]), folder)
    assert [one.name for one in report.printed] == ["Zwönitz", "Krefeld"]
    assert [one.ask.ids for one in report.skipped] == [(4711,)]
    assert isinstance(report.skipped[0].error, NotFoundError)


def test_a_fault_of_the_layout_skips_its_paper_alone(store: Store, bodies: list[int], folder: Path) -> None:
    def render(data: Any, **options: Any) -> Any:
        if data.profile.name == "Eichenzell":
            raise ValueError("too tall")
        return PACK.render(data, **options)

    report = print_each(store, replace(PACK, render=render), asks(*bodies), folder)
    assert [one.name for one in report.printed] == ["Zwönitz", "Krefeld"]
    assert [one.error.code for one in report.skipped if one.error] == ["paper_failed"]
    assert not list(folder.glob("*.part"))


def test_a_batch_that_is_stopped_leaves_whole_files_and_says_what_is_missing(
    store: Store, bodies: list[int], folder: Path
) -> None:
    wanted = asks(*bodies)
    with store.read() as session:
        run: Iterator[paper_batch.Outcome] = batch.each(session, PACK, wanted, folder)
        first = next(run)
        run.close()  # type: ignore[attr-defined]
    report = paper_batch.report([first], wanted)
    assert [path.name for path in folder.iterdir()] == ["2026-11-24_Briefing_Zwoenitz.pdf"]
    assert report.missing == tuple(wanted[1:])


def test_a_full_disk_is_told_before_the_first_paper(
    store: Store, bodies: list[int], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1_000))
    with pytest.raises(StorageError) as caught:
        print_each(store, PACK, asks(*bodies), folder)
    assert caught.value.code == "batch_no_room"
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_gone_is_told_before_the_first_paper(
    store: Store, bodies: list[int], folder: Path
) -> None:
    with pytest.raises(StorageError) as caught:
        print_each(store, PACK, asks(*bodies), folder / "weg")
    assert caught.value.code == "paper_folder_gone"


def test_progress_counts_the_papers_and_ends_the_batch_by_what_it_raises(
    store: Store, bodies: list[int], folder: Path
) -> None:
    told = []

    def progress(done: int, total: int, name: str) -> None:
        told.append((done, total, name))
        if done == 2:
            raise KeyboardInterrupt

    with store.read() as session, pytest.raises(KeyboardInterrupt):
        list(batch.each(session, PACK, asks(*bodies), folder, progress=progress))
    assert told == [(1, 3, "Zwönitz"), (2, 3, "Eichenzell")]
    assert len(list(folder.glob("*.pdf"))) == 2


def test_all_projects_are_the_73_of_the_programme(office: Store) -> None:
    with office.read() as session:
        everybody = paper_batch.bodies(session, Wanted(all_projects=True), TODAY)
        cohorts = [
            paper_batch.bodies(session, Wanted(cohort=code), TODAY) for code in ("2019", "2020", "2021")
        ]
        saxony = paper_batch.bodies(session, Wanted(state="14"), TODAY)
        states = {session.get(Organisation, id_).state for id_ in saxony}  # type: ignore[union-attr]
    assert 65 < len(everybody) <= 73
    assert states == {"14"}
    assert 0 < len(saxony) < len(everybody)
    assert {len(found) > 0 for found in cohorts} == {True}
    assert {id_ for found in cohorts for id_ in found} == set(everybody)


def test_a_state_takes_its_bodies_with_a_case_along_and_ids_given_come_first(store: Store) -> None:
    with store.write("case.open") as session:
        ids = [a_body(session, name) for name in ("Aue", "Bautzen", "Chemnitz")]
        for id_ in ids:
            session.get(Organisation, id_).state = "14"  # type: ignore[union-attr]
        a_case(session, organisation_id=ids[0])
        a_case(session, organisation_id=ids[1])
        assert paper_batch.bodies(session, Wanted(state="14"), TODAY) == ids[:2]
        assert paper_batch.bodies(session, Wanted(state="14", ids=(ids[2],)), TODAY) == [ids[2], *ids[:2]]


def test_packs_in_one_file_are_an_entry_each_of_the_log(
    store: Store, bodies: list[int], folder: Path
) -> None:
    report = print_in_one(store, PACK, asks(*bodies), folder)
    (path,) = folder.iterdir()
    assert path.name == "2026-11-24_Briefing_3-Kommunen.pdf"
    assert {one.path for one in report.printed} == {path}
    with store.read() as session:
        rows = [papers.printed(session, "organisation", id_) for id_ in bodies]
        alone = [papers.fingerprint(PACK.gather(session, ask)) for ask in asks(*bodies)]
        (file,) = paper_log.recent(session, 9)
        together = paper_log.rows(session, [file])[file].record_ids
    assert [[(row.file_name, row.pages) for row in found] for found in rows] == [[(path.name, 1)]] * 3
    assert [row.state_hash for (row,) in rows] == alone
    assert together == tuple(bodies)


def test_the_same_packs_in_one_file_are_the_same_bytes(store: Store, bodies: list[int], folder: Path) -> None:
    for name in ("first.pdf", "second.pdf"):
        print_in_one(store, PACK, asks(*bodies), folder / name)
    assert (folder / "first.pdf").read_bytes() == (folder / "second.pdf").read_bytes()


def test_what_fails_is_left_out_of_the_file_and_reported(
    store: Store, bodies: list[int], folder: Path
) -> None:
    tries: list[int] = []

    def render_many(data: Any, **options: Any) -> Any:
        tries.append(len(data))
        names = [one.profile.name for one in data]
        if "Eichenzell" in names:
            raise ShareError(names.index("Eichenzell")) from ValueError("too tall")
        assert PACK.render_many is not None
        return PACK.render_many(data, **options)

    with store.write("body.add") as session:
        more = a_body(session, "Aue")
    paper = replace(PACK, render_many=render_many)
    report = print_in_one(store, paper, asks(bodies[0], 4711, *bodies[1:], more), folder)
    assert tries == [4, 3]
    assert [one.name for one in report.printed] == ["Zwönitz", "Krefeld", "Aue"]
    assert [(one.ask.ids, one.name) for one in report.skipped] == [
        ((4711,), ""),
        ((bodies[1],), "Eichenzell"),
    ]
    assert [path.name for path in folder.iterdir()] == ["2026-11-24_Briefing_3-Kommunen.pdf"]


def test_the_only_pack_left_of_a_file_is_the_pack_made_alone(
    store: Store, bodies: list[int], folder: Path
) -> None:
    report = print_in_one(store, PACK, asks(bodies[0], 4711), folder)
    with store.read() as session:
        alone = PACK.render(PACK.gather(session, asks(bodies[0])[0]))
    (path,) = folder.iterdir()
    assert path.name == "2026-11-24_Briefing_Zwoenitz.pdf"
    assert path.read_bytes() == alone.content
    assert (len(report.printed), len(report.skipped)) == (1, 1)


@pytest.mark.parametrize("stage", [1, 4])
def test_a_file_of_packs_that_is_stopped_leaves_nothing(
    store: Store, bodies: list[int], folder: Path, stage: int
) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int, _words: str) -> None:
        told.append((done, total))
        if len(told) == stage:
            raise KeyboardInterrupt

    with store.read() as session, pytest.raises(KeyboardInterrupt):
        batch.in_one(session, PACK, asks(*bodies), folder, progress=stop)
    assert list(folder.iterdir()) == []
    assert told == sorted(told)


def test_the_progress_of_one_file_runs_to_its_end(store: Store, bodies: list[int], folder: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, words: str) -> None:
        told.append((done, total, words))

    with store.read() as session:
        batch.in_one(session, PACK, asks(*bodies), folder, progress=progress)
    assert [words for _, _, words in told[:3]] == ["Zwönitz", "Eichenzell", "Krefeld"]
    assert told[-1][0] == told[-1][1]
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
