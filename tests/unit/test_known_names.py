"""Names the office knows, found in free texts of a pack that must name nobody."""

import re

import pytest

from kts_desktop.core.folding import fold
from kts_desktop.models.registration import Registration
from kts_desktop.services import briefing_paper
from kts_desktop.services.briefing_options import BriefingOptions, Redaction
from kts_desktop.services.known_names import KnownNames, known_names
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.snapshot import Snapshot
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_body, a_case, a_person
from tests.helpers.build_events import schedule

KNOWN = KnownNames(
    surnames=frozenset(map(fold, ("Silbermoos", "Müllerbach", "Aue", "Berg", "Weißdorn-Hagen"))),
    given=frozenset(map(fold, ("Nora", "Karl", "Anne-Marie"))),
    places=frozenset(map(fold, ("Berg",))),
)


def hidden(text: str) -> str:
    return KNOWN.replaced(text, "<{}>".format)


def _folded(found: "re.Match[str]") -> str:
    return f"<{fold(found.group(1))}>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Silbermoos rief an.", "<silbermoos> rief an."),
        ("Rückruf an Frau Nora Silbermoos, danach", "Rückruf an Frau <silbermoos>, danach"),
        ("Silbermoos, Nora (Bauamt)", "<silbermoos> (Bauamt)"),
        ("Silbermoos' Wunsch, Müllerbachs Antwort", "<silbermoos>' Wunsch, <müllerbach> Antwort"),
        ("Muellerbach und MÜLLERBACH", "<müllerbach> und <müllerbach>"),
        ("Karl von der Aue kommt", "<aue> kommt"),
        ("Herr von der Aue kommt", "Herr von der <aue> kommt"),
        ("Anne-Marie Weißdorn-Hagen", "<weißdorn-hagen>"),
        ("die Stadt Berg", "die Stadt Berg"),
        ("Herr Berg und Nora Berg in Berg", "Herr <berg> und <berg> in Berg"),
        ("im bergigen Land, silbermoosartig", "im bergigen Land, silbermoosartig"),
        ("Nora war da", "Nora war da"),
        ("", ""),
    ],
)
def test_a_name_is_found_however_it_is_written_and_a_place_stays_a_place(text: str, shown: str) -> None:
    assert hidden(text) == re.sub("<([^>]*)>", _folded, shown)


def test_names_of_the_directory_and_those_typed_for_events_are_known(store: Store) -> None:
    with store.write("person.add") as session:
        a_person(session, "Silbermoos", "Nora")
        a_body(session, "Gemeinde Berg")
        event = schedule(session)
        session.add(Registration(event_id=event, typed_name="Dr. Timo Fernab", state="confirmed"))
    with store.read() as session:
        found = known_names(session)

    assert {"silbermoos", "fernab"} <= found.surnames
    assert {"nora", "timo"} <= found.given
    assert "berg" in found.places


def test_an_anonymous_pack_names_nobody_of_the_directory_though_the_pack_is_not_about_them(
    store: Store,
) -> None:
    with store.write("case.open") as session:
        a_person(session, "Silbermoos", "Nora")
        body = a_body(session)
        a_case(
            session,
            organisation_id=body,
            subject="Anfrage von Nora Silbermoos",
            concern="Silbermoos und Fremdling melden sich; Zwönitz antwortet Frau Silbermoos.",
        )
    with store.read() as session:
        options = BriefingOptions(redaction=Redaction.ANONYMOUS)
        ask = Ask(kind="organisation", ids=(body,), options=options, now=NOON)
        data: Snapshot = briefing_paper.gather(session, ask)

    (case,) = data.cases
    assert case.subject == "Anfrage von Person A"
    assert case.concern == "Person A und Fremdling melden sich; Zwönitz antwortet Frau Person A."
    assert "Silbermoos" not in str(data)
    assert data.profile.name == "Zwönitz"
