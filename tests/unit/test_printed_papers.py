"""The log of printed papers: what was told, to whom, from which state of the data."""

import pytest

from kts_desktop.core.errors import NotFoundError
from kts_desktop.printing.packs.briefing import render
from kts_desktop.services import packs, papers
from kts_desktop.services.snapshot import Scope, Snapshot, fingerprint
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_body


def gathered(store: Store, body: int) -> Snapshot:
    """Return the snapshot of a body."""
    with store.read() as session:
        return packs.gather_body(session, body, now=NOON)


def test_what_was_printed_is_kept_with_both_hashes(store: Store) -> None:
    with store.write("body.add") as session:
        body = a_body(session)
    snapshot = gathered(store, body)
    paper = render(snapshot)

    with store.write("paper.printed") as session:
        papers.note_print(
            session, snapshot, body, content=paper.content, pages=paper.pages, file_name="a.pdf"
        )

    with store.read() as session:
        (row,) = papers.printed(session, Scope.BODY, body)
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
        papers.note_print(session, snapshot, 4711, content=b"", pages=0, file_name="a.pdf")
