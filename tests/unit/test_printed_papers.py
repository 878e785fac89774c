"""The log of printed papers: what was told, to whom, from which state of the data."""

import pytest

from kts_desktop.core.errors import NotFoundError
from kts_desktop.printing.papers.briefing import render
from kts_desktop.services import briefing_paper, packs, paper_log, papers
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet, fingerprint
from kts_desktop.services.snapshot import Snapshot
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_body


def gathered(store: Store, body: int) -> Snapshot:
    """Return the snapshot of a body."""
    with store.read() as session:
        return packs.gather_body(session, body, now=NOON)


def asked(*ids: int, kind: str = "organisation") -> Ask:
    return Ask(kind=kind, ids=ids, options=BriefingOptions(), now=NOON)


def sheet(snapshot: Snapshot, content: bytes, pages: int) -> Sheet:
    return Sheet(paper="briefing", data=snapshot, content=content, pages=pages, file_name="a.pdf")


def test_what_was_printed_is_kept_with_both_hashes(store: Store) -> None:
    with store.write("body.add") as session:
        body = a_body(session)
    snapshot = gathered(store, body)
    paper = render(snapshot)

    with store.write("paper.printed") as session:
        papers.note_print(session, asked(body), sheet(snapshot, paper.content, paper.pages))

    with store.read() as session:
        (row,) = papers.printed(session, "organisation", body)
    assert (row.paper, row.pages, row.file_name, row.state_hash) == (
        "briefing",
        paper.pages,
        "a.pdf",
        fingerprint(snapshot),
    )
    assert len(row.file_hash) == 64
    assert row.printed_at == NOON


def test_printing_about_a_body_that_is_gone_is_refused(store: Store) -> None:
    with store.write("body.add") as session:
        snapshot_of = a_body(session)
    snapshot = gathered(store, snapshot_of)

    with pytest.raises(NotFoundError), store.write("paper.printed") as session:
        papers.note_print(session, asked(4711), sheet(snapshot, b"", 0))


def test_a_paper_about_several_records_is_found_at_each_of_them(store: Store) -> None:
    with store.write("body.add") as session:
        bodies = [a_body(session, name) for name in ("Zwönitz", "Eichenzell")]
    snapshot = gathered(store, bodies[0])

    with store.write("paper.printed") as session:
        entries = papers.note_print(session, asked(*bodies), sheet(snapshot, b"%PDF", 2))

    with store.read() as session:
        found = [row.id for body in bodies for row in papers.printed(session, "organisation", body)]
    assert found == entries


def test_a_paper_about_the_office_is_logged_as_such(store: Store) -> None:
    with store.write("body.add") as session:
        snapshot_of = a_body(session)
    snapshot = gathered(store, snapshot_of)

    with store.write("paper.printed") as session:
        papers.note_print(session, asked(kind=""), sheet(snapshot, b"%PDF", 2))

    with store.read() as session:
        assert len(papers.printed(session, "", 0)) == 1
        assert papers.printed(session, "organisation", snapshot_of) == []


def test_a_paper_is_made_again_with_the_options_of_then_byte_for_byte(store: Store) -> None:
    with store.write("body.add") as session:
        body = a_body(session)
    options = BriefingOptions(language="en", parts="glance notes:right", large=True, recipe="Meine")
    ask = Ask(kind="organisation", ids=(body,), options=options, now=NOON)
    with store.read() as session:
        snapshot = briefing_paper.gather(session, ask)
    first = render(snapshot)
    with store.write("paper.printed") as session:
        (entry,) = papers.note_print(session, ask, sheet(snapshot, first.content, first.pages))

    with store.read() as session:
        row = paper_log.rows(session, [entry])[entry]
        again = briefing_paper.gather(session, paper_log.ask_again(row, BriefingOptions))

    assert fingerprint(again) == row.state
    assert render(again).content == first.content
