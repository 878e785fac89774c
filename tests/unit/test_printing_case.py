"""The case file on paper: every record in its order, whole, with true metadata beside it."""

import hashlib
import io
import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from lxml import etree

from kts_desktop.core.paths import resource
from kts_desktop.printing.papers.case import render
from kts_desktop.services.case_file import CaseFile, Change, Entry, Step
from tests.helpers import pdf_checks
from tests.helpers.case_files import HASH, NUMBER, bare, rich
from tests.helpers.pdf_checks import texts
from tests.helpers.reading import HOSTILE, assert_sound, in_order, whole
from tests.helpers.snapshots import TAKEN

MAKERS: dict[str, Callable[[], CaseFile]] = {
    "rich": rich,
    "english": lambda: rich("en"),
    "bare": bare,
    "large": lambda: rich(large=True),
}


def many(count: int, **fields: Any) -> CaseFile:
    """Return a case with as many notes."""
    notes = tuple(
        Entry(number=i, at=TAKEN + timedelta(days=i), kind="Vermerk", text=f"Wortlaut {i}. " + "Satz. " * 60)
        for i in range(1, count + 1)
    )
    return rich(entries=notes, **fields)


def metadata(data: CaseFile) -> Any:
    """Return the root of the metadata file."""
    return etree.fromstring(render(data).beside[0].content)


@pytest.mark.parametrize("name", MAKERS)
def test_a_case_file_meets_both_standards_and_leaves_nothing_unread(name: str) -> None:
    assert_sound(render(MAKERS[name]()))


def test_every_field_stands_in_the_file_in_its_order() -> None:
    in_order(
        whole(render(rich())),
        [
            *("Koordinierungs- und Transferstelle", f"Fallakte · {NUMBER}", "Interkommunale Vergabe einer"),
            *(
                "Lemgo · Lippe · Nordrhein-Westfalen",
                "Status z. d. A.",
                "Beratungsform Individuelle Beratung",
            ),
            *("Priorität hoch", "Federführung Mira Ahornthal", "Vertretung Dr. Leyla Çiçektepe"),
            *("Eingang 02.03.2026, Telefonat", "Abgeschlossen 01.10.2026", "z. d. A. 08.10.2026"),
            *(
                "Aufbewahrung Beratungsfall",
                "Aufzubewahren bis 08.10.2031",
                "Unterlagen E-Akte, Ablage Beratung",
            ),
            *("2 Vermerke, 2 Aufgaben und Zusagen, 1 Datei, 2 Schritte im Änderungsverlauf", "Inhalt"),
            *("1 Der Vorgang", "Sensorik und LoRaWAN, Vergabe und Recht", "Infrastrukturen, Daten"),
            *("Anliegen", "Zwei Nachbarkommunen", "Zu klären sind die Lose.", "Ergebnis", "in drei Losen."),
            *("2 Personen", "Frau Hanka Rěčkowa", "05261 39200-12", "h.reckowa@stadt-lemgo.example"),
            *("3 Vermerke", "die ältesten zuerst, ungekürzt", "1 · 08.05.2026, 09:30 Uhr · Telefonnotiz"),
            *("Mira Ahornthal · mit Frau Hanka Rěčkowa, Herr Tim Zaunkönig · 30 Min.", "<40> Geräte & mehr."),
            *("Zweiter Absatz.", "Nächster Schritt: Muster senden", "2 · 16.08.2026", "Rundgang im Bauhof"),
            *("4 Aufgaben und Zusagen", "01.06.2026", "Leistungsbeschreibung", "28.05.2026"),
            *("01.12.2026", "Nachfragen", "offen", "5 Bezüge", "Vorgang KTS-PB/B0001#2026 Beitrittsklausel"),
            *("Detmold", "Maßnahme", "Gemeinsames Funknetz", "6 Dokumente und Anlagen", "Konzept Funknetz"),
            *("https://lemgo.example/k", "01.04.2026", "Leistungsbeschreibung_Entwurf.docx", "Eintrag 1"),
            *("1,2 MB", HASH[:12], "7 Gedruckte Papiere", "Briefing-Mappe", "7 Seiten"),
            *("8 Änderungsverlauf", "Fall angelegt", "Betreff: – → LoRaWAN", "später rückgängig gemacht"),
            *("Nachfrage: Text: Kurz. → siehe Wortlaut 1", "Wortlaut 1", "Ein langer Satz.", "Ende."),
            *("9 Zu dieser Akte", "Stand 24.11.2026, 09:30 Uhr"),
        ],
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_bare_case_says_one_sentence_for_each_part(language: str) -> None:
    sentences = {
        "de": ["Anliegen und Ergebnis sind nicht", "keine Personen", "keine Vermerke", "weder Aufgaben"],
        "en": ["Neither a concern nor", "No people", "No notes", "Neither tasks"],
    }
    more = {
        "de": ["keine Bezüge", "weder Dokumente", "keine Papiere", "keine Änderungen"],
        "en": ["No other record", "Neither documents", "No paper", "No change"],
    }

    in_order(whole(render(bare(language))), [*sentences[language], *more[language]])


def test_no_word_of_a_long_note_is_cut() -> None:
    words = [f"Wort{i}" for i in range(4_000)]
    entry = Entry(number=1, at=TAKEN, kind="Vermerk", text=" ".join(words))

    assert re.findall(r"Wort\d+", whole(render(rich(entries=(entry,))))) == words


def test_many_notes_stand_in_the_order_of_time() -> None:
    in_order(whole(render(many(120))), [f"Wortlaut {i}." for i in range(1, 121)])


def test_volumes_begin_on_pages_of_their_own_and_the_numbers_run_on() -> None:
    paper = render(many(60, volume_pages=6))
    pages = texts(paper.content)
    begins = [i for i, text in enumerate(pages, 1) if "Fortsetzung von Band" in text]

    assert begins[0] == 7
    assert len(begins) >= 2
    assert all(later - first >= 6 for first, later in itertools.pairwise(begins))
    assert f"Seite {begins[-1]} von {len(pages)}" in pages[begins[-1] - 1]
    assert_sound(paper)


def test_one_volume_holds_all_where_none_are_wanted() -> None:
    assert "Band 2" not in whole(render(many(40, volume_pages=0)))


def test_the_journal_is_left_out_on_request_and_the_file_says_so() -> None:
    text = whole(render(rich(journal=None)))

    assert "Fall angelegt" not in text
    assert "Der Änderungsverlauf wurde auf Wunsch weggelassen." in text


def test_a_step_with_a_hundred_changes_is_printed_whole() -> None:
    changes = tuple(Change(part="Notiz", field=f"Feld{i}", old="alt", new=f"neu{i}") for i in range(100))
    step = Step(at=TAKEN, who="Mira Ahornthal", what="Import", changes=changes)

    in_order(whole(render(rich(journal=(step,)))), [f"Feld{i}: alt → neu{i}" for i in range(100)])


def test_hostile_texts_are_printed_as_they_are_and_the_file_stays_sound() -> None:
    facts = replace(rich().facts, subject=HOSTILE[0], body=HOSTILE[3], concern="\n".join(HOSTILE))
    entries = tuple(
        Entry(
            number=i, at=TAKEN, kind=text, author=text, people=(text,), title=text, text=text, next_step=text
        )
        for i, text in enumerate(HOSTILE, 1)
    )
    data = rich(facts=facts, entries=entries)
    data = replace(data, enclosures=tuple(replace(data.enclosures[0], name=text) for text in HOSTILE))

    paper = render(data)

    assert_sound(paper)
    assert "<b>fett</b> & <para> &amp; ]]>" in whole(paper)
    assert set(paper.replaced) >= {"🌲", "漢"}
    schema().assertValid(etree.fromstring(paper.beside[0].content))


def test_the_same_case_gives_the_same_bytes() -> None:
    assert render(rich()) == render(rich())


def schema() -> Any:
    """Return the schema that ships with the program."""
    return etree.XMLSchema(etree.parse(str(resource("schemas/case-file-1.xsd"))))


@pytest.mark.parametrize("name", MAKERS)
def test_the_metadata_follow_the_schema(name: str) -> None:
    schema().assertValid(metadata(MAKERS[name]()))


def test_the_schema_refuses_metadata_that_lack_a_hash() -> None:
    root = metadata(rich())
    del root.find("{*}file").attrib["sha256"]

    assert not schema().validate(root)


def test_the_metadata_tell_the_file_and_every_document_by_its_hash() -> None:
    paper = render(rich())
    root = etree.fromstring(paper.beside[0].content)

    assert root.findtext("{*}fileNumber") == NUMBER
    assert root.find("{*}retention").attrib == {"code": "case", "until": "2031-10-08"}
    assert root.find("{*}file").attrib["sha256"] == hashlib.sha256(paper.content).hexdigest()
    assert root.find("{*}file").attrib["pages"] == str(paper.pages)
    assert [one.attrib["sha256"] for one in root.iterfind(".//{*}document")] == [HASH]
    assert paper.beside[0].suffix == ".xml"


def test_each_note_has_a_bookmark() -> None:

    with pikepdf.open(io.BytesIO(render(rich()).content)) as pdf:
        titles = pdf_checks.outline(pdf)

    assert any(title.startswith("1 · 08.05.2026") for title in titles)
