"""The printed key card: the digits of the laptop's real key, its owner."""

from dataclasses import replace
from pathlib import Path

import pytest

from kts_desktop.core.errors import RefusedError
from kts_desktop.printing.papers import keycard
from kts_desktop.services import keycard_paper
from kts_desktop.services.keycard_paper import KeycardOptions
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.store import Store
from tests.helpers import exchange_rows
from tests.helpers.day import NOW, Present
from tests.helpers.members import Member
from tests.helpers.pdf_checks import texts, words_of

GERMAN = Ask(kind="", ids=(), options=KeycardOptions(), now=NOW)


def test_the_sheet_shows_owner_laptop_and_the_digits_colleagues_compare(tmp_path: Path) -> None:
    Present.begin()
    anna = Member.new(tmp_path / "anna", "Anna Ahorn")
    own = anna.exchange.own()
    with anna.opened.store.read() as session:
        data = keycard_paper.gather(session, GERMAN)
    anna.close()

    pages = texts(keycard.render(data).content)

    assert len(pages) == 1
    said = words_of(pages[0])
    assert own.digits in said
    assert own.person in said
    assert own.label in said
    assert "kein Geheimnis" in said


def test_a_group_that_begins_with_naughts_keeps_them(store: Store) -> None:
    exchange_rows.have_card(store)
    with store.read() as session:
        data = keycard_paper.gather(session, GERMAN)

    said = words_of(texts(keycard.render(replace(data, groups=(7, *data.groups[1:]))).content)[0])

    assert "00007" in said


def test_before_the_first_exchange_a_sentence_says_that_there_is_no_card(store: Store) -> None:
    with store.read() as session, pytest.raises(RefusedError) as caught:
        keycard_paper.gather(session, GERMAN)
    assert caught.value.code == "keycard_none"
