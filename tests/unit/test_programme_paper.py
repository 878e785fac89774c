"""The programme of an event on paper: facts, items by day, and a code that leads to the place."""

import io
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pikepdf
import pypdfium2
import pytest

from kts_desktop.printing import qr
from kts_desktop.printing.papers.programme import render
from kts_desktop.services import programme_paper
from kts_desktop.services.event_facts import Part
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.programme_paper import ProgrammeData, ProgrammeOptions
from kts_desktop.storage.store import Store
from tests.helpers import pdf_checks
from tests.helpers.build_events import NOW, schedule, workshop
from tests.helpers.hostile import NAMES
from tests.helpers.paper_heads import STARTS, a_head, an_event
from tests.helpers.pdf_checks import texts, words_of

PLACE = "Beispielhalle, Rathausplatz 1, 32657 Lemgo"
URL = "https://www.openstreetmap.org/search?query=Beispielhalle%2C%20Rathausplatz%201%2C%2032657%20Lemgo"
PLENUM = Part(
    id=1,
    title="Plenum",
    starts_at=STARTS,
    ends_at=STARTS + timedelta(minutes=75),
    room="Großer Saal",
    speakers="Edda Weißdornhagen, Bo Zander",
    sign_up=False,
    capacity=None,
)


def data(*parts: Part, destination: str = PLACE, online_link: str = "", **values: Any) -> ProgrammeData:
    """Return what a programme is made from."""
    return ProgrammeData(
        head=a_head(),
        event=an_event(parts=parts, **values),
        destination=destination,
        online_link=online_link,
    )


def gathered(store: Store, event_id: int, **options: Any) -> ProgrammeData:
    """Return what the programme of an event is made from."""
    with store.read() as session:
        ask = Ask(kind="event", ids=(event_id,), options=ProgrammeOptions(**options), now=NOW)
        return programme_paper.gather(session, ask)


@pytest.mark.parametrize("count", [0, 1, 8, 120])
def test_programmes_meet_both_standards_and_leave_nothing_unread(count: int) -> None:
    parts = [
        replace(PLENUM, id=n, title=f"Punkt {n}", starts_at=STARTS + timedelta(hours=n)) for n in range(count)
    ]

    content = render(data(*parts)).content

    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


def test_hard_words_are_laid_out_whole() -> None:
    parts = [replace(PLENUM, title=name, speakers=name, room=name) for name in NAMES]

    content = render(data(*parts, title=NAMES[3], accessibility=NAMES[4], venue=NAMES[2])).content

    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "2a") == []


def test_the_head_tells_when_where_hosts_series_and_accessibility() -> None:
    text = words_of(texts(render(data(PLENUM)).content)[0])

    for words in (
        "Programm Regionalkonferenz Nr. 24 Wann Freitag, 11. Dezember 2026, 09:30–16:30 Uhr",
        "Wo Beispielhalle, Rathausplatz 1, 32657 Lemgo Gastgebend Lemgo Reihe Regionalkonferenz, Nr. 24",
        "Barrierefreiheit Stufenloser Zugang, Höranlage im Saal",
        "09:30–10:45 Uhr Plenum Edda Weißdornhagen, Bo Zander Großer Saal",
    ):
        assert words in text


def test_each_of_several_days_has_its_heading() -> None:
    second = replace(PLENUM, id=2, starts_at=STARTS + timedelta(days=1), ends_at=STARTS + timedelta(days=1))

    text = words_of(texts(render(data(PLENUM, second)).content)[0])

    assert "Freitag, 11. Dezember 2026 Zeit Programmpunkt Raum" in text
    assert "Samstag, 12. Dezember 2026 Zeit" in text
    assert "Dezember 2026 Zeit" not in words_of(texts(render(data(PLENUM)).content)[0])


def test_without_items_the_course_is_told_or_that_it_is_not_fixed() -> None:
    told = words_of(texts(render(data(agenda="9:30 Begrüßung\n10:00 Impuls")).content)[0])
    open_ = words_of(texts(render(data()).content)[0])

    assert "Ablauf 9:30 Begrüßung 10:00 Impuls" in told
    assert "stehen noch nicht fest" in open_


def test_the_code_leads_to_a_map_of_the_place_and_says_so() -> None:
    content = render(data(PLENUM)).content

    with pikepdf.open(io.BytesIO(content)) as pdf:
        (figure,) = pdf_checks.elements(pdf, "Figure")
        assert str(figure.Alt) == f"QR-Code, der eine Karte bei {PLACE} öffnet"
        left, bottom, right, top = (float(value) for value in figure.A.BBox)
        (link,) = [note for note in pdf.pages[0].Annots if str(note.Subtype) == "/Link"]
        assert str(link.A.URI) == URL
    scale, wanted = 6, qr.matrix(URL)
    page = pypdfium2.PdfDocument(content)[0]
    picture = page.render(scale=scale, grayscale=True).to_pil()
    module = (right - left) / (len(wanted) + 2 * qr.QUIET)

    def is_dark(row: int, column: int) -> int:
        x = left + (column + qr.QUIET + 0.5) * module
        y = page.get_height() - top + (row + qr.QUIET + 0.5) * module
        return int(picture.getpixel((round(x * scale), round(y * scale))) < 128)

    size = range(len(wanted))
    assert tuple(tuple(is_dark(row, column) for column in size) for row in size) == wanted
    assert top - bottom == pytest.approx(right - left)


def test_the_same_programme_gives_the_same_bytes() -> None:
    assert render(data(PLENUM)).content == render(data(PLENUM)).content


def test_a_programme_is_gathered_in_the_time_of_its_place(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(
            session, venue_address="Rathausplatz 1, 32657 Lemgo", online_link="https://a.example"
        )
        workshop(session, event_id, room="Raum 2")

    found = gathered(store, event_id)

    assert f"{found.event.starts_at:%H:%M}" == "09:30"
    assert f"{found.event.parts[0].starts_at:%H:%M}" == "11:30"
    assert (found.destination, found.online_link) == (PLACE, "")
    assert gathered(store, event_id, online_link=True).online_link == "https://a.example"
    assert gathered(store, event_id, travel=False).destination == ""


def test_an_event_that_is_online_only_has_no_way_there(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session, mode="online", venue="", venue_address="Rathausplatz 1")

    assert gathered(store, event_id).destination == ""
