"""What a paper is given, a reader hears: every text of its data, in the order of the records."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from kts_desktop.printing.catalogue import PAPERS
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.store import Store
from tests.conftest import KEY
from tests.helpers import paper_samples, spoiling, told
from tests.helpers.paper_samples import Sample
from tests.helpers.pdf_tree import Reader

_MANY = 14
_OF_THE_HEAD = {  # what stands in the furniture of every page, which nobody wants to hear on each of them
    "Office.name",
    "Office.address",
    "Office.confidentiality",
    "Advisor.name",
    "Advisor.unit",
    "Advisor.phone",
}
_ASKED = {"BriefingOptions.parts", "SheetUse.sheet", "HitList.columns", "HitList.kind"}  # words of options
_CODES = {  # told in words, or by other texts of the record
    "Since.what",
    "Row.states",
    "Badge.role",
    "CaseFile.uid",
    "Facts.state_code",
    "Facts.retention_code",
    "Document.kind",
    "Breakdown.key",
    "Breakdown.kind",
    "Figure.code",
    "EventFacts.mode",
    "Door.last",  # the end of a range of letters whose beginning names the sheet
}
_LEFT_OUT = {
    "attendance": {"Date.title"},  # the columns are headed by their dates
    "certificate": {  # confirms that somebody was there, not what the day was like
        *("EventFacts.venue", "EventFacts.venue_address", "EventFacts.accessibility", "EventFacts.agenda"),
        *("EventFacts.hosts", "Part.title", "Part.room", "Part.speakers", "CertificateData.place"),
    },
    "labels": {  # nothing but addresses; who has none is told beside the window
        *("LabelsData.about", "Label.listed", "Missing.name", "Missing.body"),
    },
    "letter": {"Letterhead.website"},  # the information block has room for telephone and e-mail
    "programme": {"EventFacts.agenda"},  # stands in for the parts where there are none
    "signin": {  # a sheet to sign, for one part each
        *("EventFacts.venue_address", "EventFacts.accessibility", "EventFacts.agenda"),
        *("Part.title", "Part.room", "Part.speakers"),
    },
    "signs": {"SignsData.event"},  # a sign bears a name and a body; the event names the file
}

_OF_LAPTOPS = {"keycard", "exchange"}  # the demo office has no other laptops; their own tests read them back


@pytest.fixture(scope="module")
def demo_office(tmp_path_factory: pytest.TempPathFactory, demo_file: bytes) -> Iterator[Store]:
    """The demo office, only read."""
    path = tmp_path_factory.mktemp("told") / "kts.db"
    path.write_bytes(demo_file)
    store = Store(path, KEY)
    yield store
    store.close()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("word", sorted(set(PAPERS) - _OF_LAPTOPS))
def test_every_text_of_a_paper_is_heard_in_order(word: str, language: str, demo_office: Store) -> None:
    left_out = _OF_THE_HEAD | _ASKED | _CODES | _LEFT_OUT.get(word, set())
    with demo_office.read() as session:
        sample = next(paper_samples.every(session, word))
        ask: Ask = replace(sample.ask, options=replace(sample.ask.options, language=language))
        data = spoiling.slim(paper_samples.gathered(session, Sample(sample.kind, ask)), _MANY)

    heard = _heard(sample.kind.render(data).content)

    found = [(path, text) for path, text in told.texts(data) if text.strip() and path not in left_out]
    assert found
    assert [one for one in found if told.spoken(one[1]) not in heard] == []
    assert [path for path, records in told.rows(data) if told.out_of_order(records, heard)] == []


def test_a_paper_that_keeps_a_text_to_itself_is_noticed(demo_office: Store) -> None:
    with demo_office.read() as session:
        sample = next(paper_samples.every(session, "contacts"))
        data = spoiling.slim(paper_samples.gathered(session, sample), _MANY)
    heard = _heard(sample.kind.render(replace(data, lines=data.lines[1:])).content)
    turned = replace(data, lines=(*data.lines[5:], *data.lines[:5]))
    shuffled = _heard(sample.kind.render(turned).content)

    lost = [path for path, text in told.texts(data) if text.strip() and told.spoken(text) not in heard]
    assert "ContactLine.name" in lost
    assert any(told.out_of_order(records, shuffled) for _, records in told.rows(data))


def _heard(content: bytes) -> str:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return told.spoken(Reader(pdf).aloud())
