"""What leaves the office: no redacted word in text, bookmarks, alternative texts or metadata of the file."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from kts_desktop.printing.papers.briefing import PARTS, render
from kts_desktop.services.briefing_options import BriefingOptions, Redaction
from kts_desktop.services.pack_parts import PartChoice, as_line
from kts_desktop.services.redaction import redacted
from kts_desktop.services.snapshot import Change, Entry, Event, Paperwork, Snapshot
from tests.helpers import pdf_checks
from tests.helpers.pdf_checks import texts, words_of
from tests.helpers.snapshots import TAKEN, TODAY, rich

ALL = as_line(PartChoice(part=part) for part in PARTS)
SECRET = (
    *(
        "0221 4710-211",
        "0171 39200-12",
        "@zwoenitz",
        "lichtmoos@",
        "Hauptansprechperson",
        "Verkehrsgesellschaft nennt",
    ),
    *("Verstetigungskonzepts erhalten", "Geheimvermerk", "geheim.pdf", "0800 555 777"),
)


def full(redaction: Redaction, language: str = "de") -> Snapshot:
    """Return a pack of all parts about people whose names stand everywhere."""
    data = rich(
        language=language,
        options=BriefingOptions(
            parts=ALL, redaction=redaction, own_text="Titel\n\nHerr Lichtmoos kommt mit."
        ),
        history=(
            Entry(on=TODAY, kind="Telefonat", who="Anna Lichtmoos", what="Geheimvermerk", number="X-1"),
            Entry(on=TODAY, kind="Veranstaltung", who="Anna Lichtmoos (Zusage)", what="Geheimvermerk"),
        ),
        changes=(Change(on=TODAY, record="Vermerk: Geheimvermerk", field="Text", new="Geheimvermerk"),),
        documents=(Paperwork(name="geheim.pdf", on=TODAY, size=9_000, mark="abcdef"),),
    )
    case = replace(
        data.cases[0],
        subject="Anfrage von Frau Lichtmoos",
        concern="Lichtmoos' Wunsch: ruft Anna an unter 0800 555 777 oder a.lichtmoos@zwoenitz.example.",
    )
    events = (Event(begins=TAKEN, title="Werkstatt mit ANNA LICHTMOOS", people=("Anna Lichtmoos (Zusage)",)),)
    return redacted(replace(data, cases=(case, *data.cases[1:]), events=events))


def everything(content: bytes) -> str:
    """Return every text a file holds: streams, bookmarks, alternative texts, metadata, names."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return "\n".join([*texts(content), *_strings(pdf), str(pdf.open_metadata())])


def _strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            yield thing.read_bytes().decode("latin-1")
        yield from _texts_of(thing)


def _texts_of(thing: object) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for one in thing:
            if not getattr(one, "is_indirect", False):
                yield from _texts_of(one)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for one in thing.values():
            if not getattr(one, "is_indirect", False):
                yield from _texts_of(one)


def test_the_search_finds_what_is_there() -> None:
    text = everything(render(full(Redaction.INTERNAL)).content)
    assert [word for word in ("Lichtmoos", "0221", "geheim.pdf", "@zwoenitz") if word not in text] == []


@pytest.mark.parametrize("redaction", [Redaction.EXTERNAL, Redaction.ANONYMOUS])
def test_no_redacted_word_is_anywhere_in_the_file(redaction: Redaction) -> None:
    content = render(full(redaction)).content
    text = everything(content)
    assert [word for word in SECRET if word in text] == []
    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


def test_no_name_is_anywhere_in_an_anonymous_file() -> None:
    text = everything(render(full(Redaction.ANONYMOUS)).content).casefold()
    assert [name for name in ("lichtmoos", "anna ", "rěčk", "hanka") if name in text] == []


def test_one_person_has_one_pseudonym_throughout() -> None:
    data = full(Redaction.ANONYMOUS)
    assert data.contacts[0].name == "Person A"
    assert data.cases[0].subject == "Anfrage von Frau Person A"
    assert data.cases[0].concern.startswith("Person A' Wunsch: ruft Person A an")
    assert data.events[0].title == "Werkstatt mit Person A"
    assert data.options.own_text == "Titel\n\nHerr Person A kommt mit."
    assert {contact.name for contact in data.contacts} == {
        f"Person {letter}" for letter in "ABCDEFGH"[: len(data.contacts)]
    }


def test_the_office_keeps_its_names() -> None:
    data = full(Redaction.ANONYMOUS)
    assert data.adviser.name == "Jonas Birkenfurt"
    assert data.cases[0].lead == "Jonas Birkenfurt"


def test_keys_numbers_and_months_are_no_phone_numbers() -> None:
    data = full(Redaction.EXTERNAL)
    assert data.profile.keys == rich().profile.keys
    assert data.number == rich().number
    assert data.project is not None
    assert data.project.milestones == rich().project.milestones  # type: ignore[union-attr]
    told = replace(rich(), subject="Seit 09/2020, 04.2021 und 31.12.2024")
    external = replace(told, options=BriefingOptions(redaction=Redaction.EXTERNAL))
    assert redacted(external).subject == told.subject


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("redaction", [Redaction.EXTERNAL, Redaction.ANONYMOUS])
def test_the_cover_says_what_kind_of_pack_it_is_and_the_last_page_what_is_missing(
    redaction: Redaction, language: str
) -> None:
    pages = [words_of(page) for page in texts(render(full(redaction, language)).content)]
    kind = {
        "de": {"external": "Fassung zur Weitergabe", "anonymous": "Anonymisierte Fassung"},
        "en": {"external": "Version for readers outside", "anonymous": "Anonymous version"},
    }[language][redaction.value]
    assert kind in pages[0]
    still = "können noch Namen stehen" if language == "de" else "may still stand in free texts"
    assert (still in pages[0]) == (redaction is Redaction.ANONYMOUS)
    assert ("Weggelassen: " if language == "de" else "Left out: ") in pages[-1]


def test_what_is_left_out_is_not_told_as_missing() -> None:
    text = words_of(" ".join(texts(render(full(Redaction.EXTERNAL)).content)))
    assert "keine Telefonnummer" not in text
    assert "Keine offenen Wiedervorlagen" not in text
    assert "Noch keine Vermerke" not in text
    assert "In dieser Fassung weggelassen" in text


def test_an_internal_pack_is_left_as_it_is() -> None:
    data = rich()
    assert redacted(data) is data
