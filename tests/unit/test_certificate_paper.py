"""Certificates of participation: for those who attended alone, with hours and topics, one page each."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kts_desktop.models.vocab import RegistrationState
from kts_desktop.printing.papers.certificate import render
from kts_desktop.services import certificate_paper, event_sessions
from kts_desktop.services.certificate_paper import Certificate, CertificateData, CertificateOptions
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.store import Store
from tests.helpers import pdf_checks, pdf_tiles
from tests.helpers.build_events import HOUR, NOW, START, register, schedule, workshop
from tests.helpers.hostile import NAMES
from tests.helpers.paper_heads import a_head, an_event
from tests.helpers.pdf_checks import texts, words_of

ANNA = Certificate(
    name="Dr. Anna Lichtmoos", body="Stadt Zwönitz", minutes=390, topics=("Starkregen", "Betriebsmodelle")
)


def data(*certificates: Certificate, **values: Any) -> CertificateData:
    """Return what certificates are made from."""
    own: dict[str, Any] = {
        "head": a_head(),
        "event": an_event(),
        "place": "Bonn",
        "certificates": certificates,
    }
    return CertificateData(**{**own, **values})


def gathered(store: Store, id_: int, kind: str = "event", **options: Any) -> CertificateData:
    """Return what certificates are made from."""
    with store.read() as session:
        ask = Ask(kind=kind, ids=(id_,), options=CertificateOptions(**options), now=NOW)
        return certificate_paper.gather(session, ask)


def test_certificates_of_hard_names_meet_both_standards_and_leave_nothing_unread() -> None:
    hard = [replace(ANNA, name=name, body=name, topics=(name,) * 30) for name in NAMES]

    content = render(data(*hard, event=an_event(title=NAMES[4] * 3, venue=NAMES[2]))).content

    assert pdf_tiles.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


def test_a_certificate_tells_who_what_when_how_long_and_what_about() -> None:
    (text,) = texts(render(data(ANNA)).content)

    assert words_of(text) == (
        "Projektbüro Beispiel Teilnahmebescheinigung Dr. Anna Lichtmoos Stadt Zwönitz hat teilgenommen an"
        " Regionalkonferenz Nr. 24 Freitag, 11. Dezember 2026 · Beispielhalle, Rathausplatz 1, 32657 Lemgo"
        " Umfang: 6,5 Stunden Inhalte – Starkregen – Betriebsmodelle"
        " Bonn, den 24.11.2026 Ort, Datum Unterschrift"
    )


def test_nothing_is_written_over_the_line_to_sign() -> None:
    long = replace(ANNA, topics=tuple(f"Thema {n}: {'Betriebsmodelle ' * 8}" for n in range(40)))

    (page,) = pdf_tiles.places(render(data(long)).content)

    assert any("weitere" in piece[0] for piece in page)
    topics = [bottom for text, _, _, _, bottom in page if "Thema" in text or "weitere" in text]
    assert max(topics) < 297 - 52 - 6


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(60, "1 Stunde"), (90, "1,5 Stunden"), (50, "50 Minuten"), (135, "135 Minuten"), (480, "8 Stunden")],
)
def test_the_duration_is_told_in_hours_where_they_are_round(minutes: int, words: str) -> None:
    (text,) = texts(render(data(replace(ANNA, minutes=minutes))).content)

    assert f"Umfang: {words} " in words_of(text)


def test_an_unknown_duration_is_not_told() -> None:
    assert "Umfang" not in texts(render(data(replace(ANNA, minutes=0))).content)[0]


def test_nobody_present_is_told_in_a_sentence() -> None:
    content = render(data()).content

    assert "ist niemand als anwesend erfasst" in words_of(texts(content)[0])
    assert pdf_checks.violations(content, "2a") == []


def test_the_same_certificates_give_the_same_bytes() -> None:
    assert render(data(ANNA)).content == render(data(ANNA)).content
    assert render(data(ANNA, head=a_head("en"))).content != render(data(ANNA)).content


def test_only_those_who_attended_get_one(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        made = {
            state: register(session, event_id, f"Eva {state.value.title()}", state=state)
            for state in RegistrationState
        }

    assert [one.name for one in gathered(store, event_id).certificates] == ["Eva Attended"]
    assert gathered(store, made[RegistrationState.EXCUSED], "registration").certificates == ()
    assert len(gathered(store, made[RegistrationState.ATTENDED], "registration").certificates) == 1


def test_topics_are_what_was_for_all_and_what_was_chosen(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        chosen = workshop(session, event_id, title="Starkregen")
        workshop(session, event_id, title="Betrieb")
        workshop(session, event_id, title="Plenum", sign_up=False, starts_at=START)
        anna = register(session, event_id, "Anna Lichtmoos", state=RegistrationState.ATTENDED)
        event_sessions.sign_up(session, chosen, [anna])

    (one,) = gathered(store, event_id).certificates

    assert one.topics == ("Plenum", "Starkregen")
    assert one.minutes == 7 * 60
    assert gathered(store, event_id, topics=False).certificates[0].topics == ()
    assert gathered(store, event_id, minutes=90).certificates[0].minutes == 90


def test_days_count_from_the_first_to_the_last_item(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session, ends_at=START + timedelta(days=1, hours=4))
        register(session, event_id, "Anna Lichtmoos", state=RegistrationState.ATTENDED)

    assert gathered(store, event_id).certificates[0].minutes == 0
    with store.write("session.add") as session:
        for begin in (timedelta(), 2 * HOUR, timedelta(days=1)):
            workshop(session, event_id, starts_at=START + begin, ends_at=START + begin + HOUR)
    assert gathered(store, event_id).certificates[0].minutes == 4 * 60
