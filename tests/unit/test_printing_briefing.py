"""The briefing pack: every word of the snapshot on paper, in order, with right page numbers."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.platypus import BaseDocTemplate, Flowable

from kts_desktop.printing.papers.briefing import render
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.snapshot import Contact, Duty, Position, Profile, Scope, Snapshot
from tests.helpers import pdf_checks, snapshots
from tests.helpers.pdf_checks import texts, words_of
from tests.helpers.snapshots import TODAY, rich, sparse, with_notes

ROOT = Path(__file__).parents[2]
LONGEST_WORD = "Donaudampfschifffahrtsgesellschaft" * 9
MAKERS: dict[str, Callable[[], Snapshot]] = {
    "rich": rich,
    "english": lambda: rich(language="en"),
    "sparse": sparse,
    "sparse_english": lambda: sparse(language="en"),
    "two_hundred_notes": lambda: with_notes(200),
}


def whole(snapshot: Snapshot) -> str:
    """Return the text of a pack without headers and footers, as one line."""
    return words_of(" ".join(texts(render(snapshot).content)))


def in_order(text: str, wanted: list[str]) -> None:
    """Assert that the texts follow one another."""
    place = 0
    for part in wanted:
        found = text.find(words_of(part), place)
        assert found >= 0, f"{part!r} does not follow {text[max(0, place - 60) : place]!r}"
        place = found + len(words_of(part))


@pytest.mark.parametrize("name", MAKERS)
def test_a_pack_meets_both_standards_and_leaves_nothing_unread(name: str) -> None:
    content = render(MAKERS[name]()).content

    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


def test_the_parts_follow_the_order_advisers_know() -> None:
    text = whole(rich())

    in_order(
        text,
        [
            *("Koordinierungs- und Transferstelle", "Briefing-Mappe zur Kommune", "Zwönitz", "Bergstadt"),
            *("Aktenzeichen", "KTS-PB/B0001#2026", "Termin", "Donnerstag, 26. November 2026, 10:00 Uhr"),
            *("Telefon am Tag", "0171 39200-12", "Inhalt", "Auf einen Blick", "Offene Vorgänge 2"),
            *("2 Steckbrief", "11.852 (Stand 31.12.2024, Destatis GV-ISys)", "64,52 km²", "AGS 14521710"),
            *("Lage in Deutschland", "Karte: MapSVG", "3 Projekt und Phasen", "1. Staffel 2019", "Zeitplan"),
            *("05.12.2019 Zuwendungsbescheid", "08/2022 Freigabe", "2027 Entscheidung", "5,4 Mio. EUR"),
            *("laut öffentlichen Angaben", "1.234.567,89 EUR", "Beispiel Verkehrsgesellschaft mbH steuernd"),
            *(
                "4 Maßnahmen",
                "Rufbus Erzgebirge",
                "5 Personen",
                "Anna Lichtmoos",
                "Stabsstelle",
                "0221 4710-211 dienstlich",
                "Hanka Rěčkowa",
            ),
            *(
                "6 Was sich geändert hat",
                "7 Wiedervorlagen",
                "20.11.2026 überfällig, 4 Tage",
                "24.11.2026 heute",
                "8 Zusagen",
            ),
            *(
                "Das haben wir zugesagt",
                "überfällig, 1 Tag",
                "Zwei Betreibermodelle",
                "zugesagt am 03.11.2026",
            ),
            *("Das wurde uns zugesagt", "Kostenaufstellung", "ohne Termin Einwilligung", "9 Vorgänge"),
            *(
                "in Bearbeitung · Federführung: Jonas Birkenfurt",
                "Letzte Vermerke (3 von 7)",
                "21.11.2026 Telefonat",
            ),
            *("<40> Fahrten & mehr", "Nächster Schritt: Beispiele", "Ergebnis: Auskunft erteilt."),
            *(
                "10 Veranstaltungen",
                "24. Regionalkonferenz",
                "11 Vergleichbare Kommunen",
                "12 Tagesordnung",
                "13 Anreise",
            ),
            *("14 Notizen zum Gespräch", "Datum, Uhrzeit", "Anwesend", "15 Zu dieser Mappe"),
        ],
    )


def test_all_two_hundred_notes_are_printed_in_order() -> None:
    text = whole(with_notes(200))

    in_order(text, [f"Vermerk {i}." for i in range(200)])
    assert "Vermerke (200)" in text


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_empty_pack_says_one_sentence_for_each_part(language: str) -> None:
    text = whole(sparse(language=language))
    sentences = {
        "de": [
            *("kein Modellprojekt", "noch keine Personen", "Keine offenen Wiedervorlagen"),
            *("Von unserer Seite ist derzeit nichts offen", "Von der Gegenseite", "Bisher keine Vorgänge"),
            *("Keine Veranstaltungen",),
        ],
        "en": [
            *("Not a model project", "No people are recorded", "No open follow-ups"),
            *("We owe nothing", "Nothing is owed to us", "No cases so far", "No events recorded"),
        ],
    }

    in_order(text, sentences[language])


@pytest.mark.parametrize("name", MAKERS)
def test_the_contents_name_the_page_on_which_each_part_stands(name: str) -> None:
    content = render(MAKERS[name]()).content
    pages = [words_of(text) for text in texts(content)]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        titles = [words_of(title) for title in pdf_checks.outline(pdf)[1:]]

    for title in titles:
        found = re.search(re.escape(title) + r" (\d+)", pages[1])
        if found is None:
            continue
        assert title in pages[int(found[1]) - 1]
    listed = [title for title in titles if re.search(re.escape(title) + r" \d+", pages[1])]
    assert [t for t in titles if re.match(r"\d+ ", t)] == [t for t in listed if re.match(r"\d+ ", t)]


def test_a_link_of_the_contents_leads_to_the_page_it_names() -> None:
    content = render(rich()).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        names: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        links = [
            (str(note.Contents), names[note.Dest[0].objgen])
            for note in pdf.pages[1].Annots
            if str(note.Subtype) == "/Link"
        ]

    assert len(links) == 18
    for words, number in links:
        assert words.endswith(f"Seite {number}")


def test_every_page_says_number_stamp_confidence_and_that_the_data_is_invented() -> None:
    for number, text in enumerate(texts(render(rich()).content), 1):
        assert "KTS-PB/B0001#2026 · Stand 24.11.2026, 09:30 Uhr" in text
        assert "Beispieldaten – Personen und Vorgänge erfunden" in text
        assert "Nur für den Dienstgebrauch" in text
        assert f"Seite {number} von 7" in text


def test_a_real_office_prints_no_word_about_samples() -> None:
    assert "Beispieldaten" not in whole(rich(demo=False))


def test_the_same_snapshot_gives_the_same_bytes_in_two_processes() -> None:
    code = (
        "import hashlib\n"
        "from kts_desktop.printing.papers.briefing import render\n"
        "from tests.helpers.snapshots import rich\n"
        "print(hashlib.sha256(render(rich()).content).hexdigest())\n"
    )
    hashes = set()
    for seed, zone in (("0", "UTC"), ("4711", "Asia/Kolkata")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed}
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        hashes.add(done.stdout.strip())

    assert len(hashes) == 1


def test_rendering_twice_in_one_process_gives_the_same_bytes() -> None:
    assert render(rich()).content == render(rich()).content


def test_a_later_stamp_gives_another_file() -> None:
    later = rich(taken=snapshots.TAKEN + timedelta(minutes=1))

    assert render(later).content != render(rich()).content


def test_characters_the_font_lacks_are_boxes_and_are_reported() -> None:
    body = replace(rich().profile, name="Kurort 🌲 Zwönitz 漢")

    paper = render(rich(profile=body))

    assert paper.replaced == ("漢", "🌲")
    assert "Kurort □ Zwönitz □" in words_of(" ".join(texts(paper.content)))
    assert pdf_checks.violations(paper.content, "2a") == []


def test_sorbian_and_turkish_letters_survive() -> None:
    body = Profile(name="Chóśebuz", district="Wjelike Ždźary", remark="Łąkowska, Çiçektepe, Nguyễn")

    in_order(whole(sparse(profile=body)), ["Chóśebuz", "Wjelike Ždźary", "Łąkowska, Çiçektepe, Nguyễn"])


def test_a_word_of_three_hundred_letters_is_cut_but_lost_nowhere() -> None:
    word = LONGEST_WORD[:300]
    body = Profile(name=word, remark=word)
    people = (Contact(name=word, function=word, email="a@" + "b" * 200 + ".example"),)
    promises = (Duty(what=word, due=TODAY, who=word, number=word),)

    content = render(sparse(profile=body, contacts=people, ours=promises, theirs=promises)).content

    assert pdf_checks.problems(content) == []
    letters = "".join("".join(texts(content)).split())
    assert letters.count(word) >= 6


def test_a_table_cell_never_grows_beyond_its_page() -> None:
    long = "Zusage mit sehr vielen Worten. " * 400

    paper = render(sparse(ours=(Duty(what=long, due=TODAY),)))

    assert "… siehe Akte" in words_of(" ".join(texts(paper.content)))


def test_a_note_longer_than_a_page_goes_on_the_next() -> None:
    case = replace(rich().cases[0], notes=(replace(rich().cases[0].notes[0], text="Satz um Satz. " * 900),))

    text = whole(sparse(cases=(case,)))

    assert text.count("Satz um Satz.") == 900


def test_a_mean_position_is_told_as_such() -> None:
    position = Position(lat=53.0, lon=8.8, exact=False)
    body = Profile(name="Weyhe", state="Niedersachsen", state_key="03", position=position)

    assert "Lage des Kreises; der genaue Ort ist nicht bekannt" in whole(sparse(profile=body))


@pytest.mark.parametrize(("lat", "lon"), [(-33.4, -70.6), (89.9, 10.0), (48.2, 16.4)])
def test_a_place_off_the_map_is_told_in_words(lat: float, lon: float) -> None:
    body = Profile(name="Municipalidad de Ejemplo", country="CL", position=Position(lat=lat, lon=lon))

    assert "liegt im Ausland, daher ohne Karte" in whole(sparse(profile=body))


def test_a_figure_states_the_finding() -> None:
    with pikepdf.open(io.BytesIO(render(rich()).content)) as pdf:
        alts = [str(element.Alt) for element in pdf_checks.elements(pdf, "Figure")]

    assert alts == [
        "Karte von Deutschland mit der Lage von Zwönitz, Erzgebirgskreis · Sachsen, im Osten des Landes.",
        (
            "Zeitplan: am 24.11.2026 läuft: Umsetzungsphase (09/2022 – 08/2027); beendet: Strategiephase"
            " (09/2020 – 03/2023); nächster Meilenstein: Entscheidung über Verstetigung, 2027."
        ),
        "Code für Karten: Zwönitz, geo:50.63000,12.81000",
    ]


def test_a_table_over_several_pages_is_one_table() -> None:
    many = tuple(Duty(what=f"Zusage {i}", due=date(2026, 12, 1), who="Jonas Birkenfurt") for i in range(450))

    content = render(sparse(ours=many)).content

    assert pdf_checks.problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        tables = pdf_checks.elements(pdf, "Table")
        assert len([e for e in pdf_checks.elements(pdf, "TR") if e.P.P in tables]) >= 451
        assert len(tables) == 5  # cover, glance, profile, promises, form of the notes
    in_order(words_of(" ".join(texts(content))), [f"Zusage {i} " for i in range(450)])


def test_large_print_loses_nothing() -> None:
    paper = render(rich(options=BriefingOptions(large=True)))

    assert pdf_checks.problems(paper.content) == []
    in_order(
        words_of(" ".join(texts(paper.content))),
        ["Zwönitz", "0221 4710-211", "Verstetigungskonzept", "Rufbus"],
    )


def test_a_case_pack_names_case_and_body() -> None:
    text = whole(rich(scope=Scope.CASE, subject="Verstetigung eines Rufbusangebots", cases=rich().cases[:1]))

    in_order(
        text, ["Briefing-Mappe zum Vorgang", "Zwönitz", "Verstetigung eines Rufbusangebots", "9 Der Vorgang"]
    )


def test_markup_in_a_record_is_not_interpreted() -> None:
    body = Profile(name="<b>Fett</b> & <a href='x'>Link</a>", remark="</para> &amp; &#65; <br/>")

    in_order(whole(sparse(profile=body)), ["<b>Fett</b> & <a href='x'>Link</a>", "</para> &amp; &#65; <br/>"])


def test_a_pack_with_contents_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[int] = []
    built = BaseDocTemplate.build

    def counted(document: BaseDocTemplate, flowables: list[Flowable], **options: Any) -> None:
        passes.append(len(flowables))
        built(document, flowables, **options)

    monkeypatch.setattr(BaseDocTemplate, "build", counted)

    content = render(with_notes(200)).content

    assert len(passes) == 1
    assert pdf_checks.problems(content) == []


def test_progress_counts_up_to_the_end_in_words() -> None:
    seen: list[tuple[int, int, str]] = []

    render(rich(), progress=lambda *step: seen.append(step))

    done = [step[0] for step in seen]
    assert done == sorted(done)
    assert seen[-1][0] == seen[-1][1]
    assert seen[-1][2] == "Seite 7"


def test_what_progress_raises_ends_the_work() -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, _total: int, _words: str) -> None:
        if done > 20:
            raise StoppedError

    with pytest.raises(StoppedError):
        render(with_notes(200), progress=stop)


def test_poppler_and_qpdf_have_nothing_to_say(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(render(with_notes(30)).content)
    for command in (["qpdf", "--check", str(path)], ["pdftotext", str(path), str(tmp_path / "pack.txt")]):
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            pytest.skip(f"{command[0]} is not installed")
        assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def _hasty_threads() -> Iterator[None]:
    """Let threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_hasty_threads")
def test_several_threads_print_the_same_bytes_at_once() -> None:
    alone = [render(make()).content for make in (rich, sparse)]

    with ThreadPoolExecutor(4) as pool:
        papers = list(pool.map(lambda i: render((rich, sparse)[i % 2]()).content, range(24)))

    assert all(content == alone[i % 2] for i, content in enumerate(papers))
