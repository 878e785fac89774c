"""The benchmarks: the large office, made small, is what it says, and each of them runs on it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from benchmarks import __main__ as bench
from benchmarks import (
    bulk_import,
    case_list,
    encryption,
    exchange,
    measuring,
    opening,
    pack,
    papers,
    save,
    search,
    undo,
    wording,
)
from benchmarks.measuring import Figure, Limit
from benchmarks.office import Ground, opened
from kts_desktop.storage.store import Store

SCALE = 0.001
KINDS = {"organisation": "bodies", "person": "people", "advisory_case": "cases", "note": "notes"}


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(root=tmp_path_factory.mktemp("bench"), scale=SCALE, rounds=1)


@pytest.fixture(scope="module")
def worked_on(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Another one, in which the benchmarks write."""
    return Ground(root=tmp_path_factory.mktemp("worked-on"), scale=SCALE, rounds=1)


def test_the_large_office_is_the_one_the_figures_speak_of() -> None:
    size = Ground(root=Path()).size
    assert (size.bodies, size.people, size.cases, size.notes) == (12_600, 200_000, 100_000, 600_000)


def test_the_office_holds_as_many_records_as_it_says(ground: Ground) -> None:
    with opened(ground.encrypted()) as office, office.store.read() as session:
        counts = {kind: session.scalar(text(f"SELECT count(*) FROM {kind}")) for kind in KINDS}
        assert {kind: counts[kind] for kind in ("person", "advisory_case", "note")} == {
            kind: getattr(ground.size, KINDS[kind]) for kind in ("person", "advisory_case", "note")
        }
        assert (counts["organisation"] or 0) >= ground.size.bodies
        assert session.scalar(text("SELECT count(*) FROM advisory_case WHERE last_note_at IS NOT NULL"))
        assert session.scalar(text("SELECT count(*) FROM note_fts WHERE note_fts MATCH 'f*'"))


def test_the_plain_twin_holds_the_same_in_a_file_anybody_can_read(ground: Ground) -> None:
    contents = []
    for folder in (ground.encrypted(), ground.plain()):
        with opened(folder) as office, office.store.read() as session:
            contents.append(session.execute(text("SELECT uid, title, text FROM note ORDER BY id")).all())
    assert contents[0] == contents[1]
    assert (ground.plain() / "kts.db").read_bytes().startswith(b"SQLite format 3")
    assert not (ground.encrypted() / "kts.db").read_bytes().startswith(b"SQLite format 3")


def test_an_office_is_made_once_for_a_size(ground: Ground) -> None:
    file = ground.encrypted() / "kts.db"
    before = file.stat().st_ino
    again = Ground(root=ground.root, scale=SCALE)
    assert (again.encrypted() / "kts.db").stat().st_ino == before


def test_the_same_seed_gives_the_same_text() -> None:
    assert wording.Wording(5).note() == wording.Wording(5).note() != wording.Wording(6).note()


@pytest.mark.parametrize("one", [opening, search, save, undo, bulk_import, encryption, exchange])
def test_each_benchmark_gives_its_figures(one: object, worked_on: Ground) -> None:
    figures = list(one.measure(worked_on))  # type: ignore[attr-defined]
    assert figures
    assert all(figure.ours > 0 for figure in figures)
    assert any(figure.limit for figure in figures)
    assert all(figure.name in bench.line(figure) for figure in figures)


def test_the_case_list_is_painted_in_every_view(qtbot: QtBot, ground: Ground) -> None:
    figures = list(case_list.measure(ground))
    assert len(figures) == len(case_list.VIEWS) + 1
    assert all(figure.ours > 0 for figure in figures)


@pytest.mark.parametrize("view", case_list.VIEWS, ids=lambda view: view.name)
def test_the_raw_list_shows_the_same_cases_in_the_same_order(
    qtbot: QtBot, ground: Ground, view: case_list.View
) -> None:
    with (
        opened(ground.encrypted()) as office,
        case_list.paged(office, ground) as page,
        case_list.RawList(office) as raw,
    ):
        case_list.Shown(page, view)()
        assert list(page.pane.rows.table.ids()) == raw.ids(view.statement)


def test_papers_are_measured_by_time_and_badges_by_size_too(demo: Store) -> None:
    figures = [papers.of_packs(demo, 2, 1), *papers.of_badges(8, 1), papers.of_contacts(10, 1)]
    assert [figure.judged for figure in figures] == [Limit.TIME, Limit.TIME, Limit.SIZE, Limit.TIME]
    assert all(figure.ours > 0 for figure in figures)
    assert figures[2].is_kept
    assert " MB" in bench.line(figures[2])


def test_a_pack_is_not_compared_and_says_so_where_the_rivals_cannot_be_installed(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pack, "_installed", lambda _folder: None)
    assert list(pack.of_rivals(store, 1)) == []
    assert "not compared" in capsys.readouterr().err


def test_an_exchange_is_not_compared_and_says_so_where_the_rival_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(exchange, "RIVAL", "no-such-program")
    assert exchange.rival_in(tmp_path, 10) is None
    assert "not compared" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("judged", "ours", "rival", "limit", "is_kept"),
    [
        (Limit.RATIO, 3.0, 2.0, 1.5, True),
        (Limit.RATIO, 3.1, 2.0, 1.5, False),
        (Limit.RATIO, 3.0, None, 1.5, False),
        (Limit.SPEED, 4.0, 1.0, 0.25, True),
        (Limit.SPEED, 4.1, 1.0, 0.25, False),
        (Limit.TIME, 0.050, None, 50.0, True),
        (Limit.TIME, 0.051, None, 50.0, False),
        (Limit.SIZE, 0.8, None, 0.8, True),
        (Limit.SIZE, 0.9, None, 0.8, False),
        (Limit.NONE, 9.0, 1.0, None, True),
    ],
)
def test_a_limit_is_judged_by_its_kind(
    judged: Limit, ours: float, rival: float | None, limit: float | None, is_kept: bool
) -> None:
    figure = Figure(name="one", ours=ours, rival=rival, limit=limit, judged=judged)
    assert figure.is_kept is is_kept


def test_nearly_all_is_the_last_but_the_worst() -> None:
    assert measuring.percentile(range(1, 1001), 0.99) == 991


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        bench.main(["sorting"])
    assert "no such benchmark: sorting" in capsys.readouterr().err
