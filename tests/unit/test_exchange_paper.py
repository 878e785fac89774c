"""The report of a package that two real laptops exchanged, read back from the printed page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kts_desktop.core.errors import RefusedError
from kts_desktop.printing.papers import exchange
from kts_desktop.services import exchange_paper
from kts_desktop.services.exchange_paper import EFFECTS, ExchangeOptions, ExchangeReport
from kts_desktop.services.paper_options import Ask
from tests.helpers.day import NOW, Present
from tests.helpers.members import Member, make_pair, pair
from tests.helpers.pdf_checks import texts, words_of

Two = tuple[Member, Member, Path]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    Present.begin()
    folder = tmp_path / "made"
    folder.mkdir()
    yield from pair(make_pair(folder), tmp_path)


def gathered(member: Member, package: str = "") -> ExchangeReport:
    """Return the report of a package, of the last one where none is named."""
    options = ExchangeOptions(package=package)
    with member.opened.store.read() as session:
        return exchange_paper.gather(session, Ask(kind="", ids=(), options=options, now=NOW))


def test_the_report_tells_sender_counts_and_each_field_before_and_after(two: Two) -> None:
    anna, ben, stick = two
    person = anna.add_person("Lindner")
    ben.exchange.apply(anna.send(ben, stick))
    first = gathered(ben)
    anna.rename(person, "Birkenfeld")
    path = anna.send(ben, stick)
    size = path.stat().st_size
    ben.exchange.apply(path)

    data = gathered(ben)

    own = anna.exchange.own()
    assert (data.sender, data.size) == (f"{own.person}, {own.label}", size)
    told = {one.kind: dict(zip(EFFECTS, one.numbers, strict=True)) for one in data.counts or ()}
    assert told["Personen"]["newer"] == 1
    changed = [(one.old, one.new) for record in data.records for one in record.changes]
    assert ("Lindner", "Birkenfeld") in changed
    said = words_of(" ".join(texts(exchange.render(data).content)))
    assert own.person in said
    assert "Lindner Birkenfeld" in said
    assert gathered(ben, first.package).counts == first.counts
    assert any(record.is_new for record in first.records)


def test_a_number_nobody_knows_is_refused_in_a_sentence(two: Two) -> None:
    _anna, ben, _stick = two
    with pytest.raises(RefusedError) as caught:
        gathered(ben, "ffff%")
    assert caught.value.code == "exchange_report_none"
