"""Gathering of badges: who gets one, in which order, and who has one already."""

from pathlib import Path
from typing import Any

import pytest

from kts_desktop.cli.paper_commands import print_paper
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import EventId, RegistrationState
from kts_desktop.printing.catalogue import PAPERS
from kts_desktop.services import badges_paper, events, papers, registrations
from kts_desktop.services.badges_paper import BadgesData, BadgesOptions
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.storage.store import Store
from tests.helpers.build_events import NOW, body, person, register, schedule


def ask(*ids: int, kind: str = "event", **options: Any) -> Ask:
    """Return the wish for badges."""
    return Ask(kind=kind, ids=ids, options=BadgesOptions(**options), now=NOW)


def gathered(store: Store, *ids: int, kind: str = "event", **options: Any) -> BadgesData:
    """Return what badges are made from."""
    with store.read() as session:
        return badges_paper.gather(session, ask(*ids, kind=kind, **options))


def a_conference(store: Store, *names: str, **values: Any) -> EventId:
    """Schedule an event with people who typed their names in."""
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        for minute, name in enumerate(names):
            register(session, event_id, name, minute=minute, **values)
    return event_id


def test_badges_are_sorted_by_surname_as_din_5007_wants_it(store: Store) -> None:
    event_id = a_conference(store, "Bo Zander", "Ida von der Auenwiese", "Jo Ärger", "Al Aermel", "Eva Ahorn")

    names = [badge.family_name for badge in gathered(store, event_id).badges]

    assert names == ["Ärger", "Aermel", "Ahorn", "von der Auenwiese", "Zander"]


def test_a_known_person_has_degree_and_body_on_the_badge(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id, lemgo = schedule(session), body(session)
        mayor = person(session, "Edda", "Weißdornhagen", degree="Dr.", name_prefix="von", name_suffix="MdL")
        draft = RegistrationDraft(person_id=mayor, organisation_id=lemgo, role="host", no_photo=True)
        registrations.add(session, event_id, draft)

    (badge,) = gathered(store, event_id).badges

    assert (badge.degree, badge.given_name, badge.family_name) == ("Dr.", "Edda", "von Weißdornhagen MdL")
    assert (badge.body, badge.role, badge.no_photo, badge.code) == ("Lemgo", "host", True, "")


def test_a_typed_degree_is_kept_and_a_lone_name_stands_large(store: Store) -> None:
    event_id = a_conference(store, "Prof. Dr. Anna Lichtmoos", "Łąkowska")

    lone, titled = gathered(store, event_id).badges

    assert (titled.degree, titled.given_name, titled.family_name) == ("Prof. Dr.", "Anna", "Lichtmoos")
    assert (lone.given_name, lone.family_name) == ("Łąkowska", "")


def test_a_text_of_its_own_takes_the_place_of_name_and_body(store: Store) -> None:
    event_id = a_conference(store, "Anna Lichtmoos", typed_body="Lemgo", badge_text="Team Technik, Saal 2")

    (badge,) = gathered(store, event_id).badges

    assert (badge.given_name, badge.family_name, badge.body) == ("Team Technik", "", "Saal 2")


def test_only_those_who_are_expected_get_one(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        for state in RegistrationState:
            register(session, event_id, f"Eva {state.value.title()}", state=state)

    names = {badge.family_name for badge in gathered(store, event_id).badges}

    assert names == {"Confirmed", "Tentative", "Attended"}


def test_who_may_not_be_named_gets_none(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        hidden = person(session, "Bo", "Zander", restricted_at=NOW)
        registrations.add(session, event_id, RegistrationDraft(person_id=hidden))

    assert gathered(store, event_id).badges == ()


def test_after_printing_the_new_ones_alone_are_left(store: Store, tmp_path: Path) -> None:
    event_id = a_conference(store, "Anna Lichtmoos", "Bo Zander")
    print_paper(store, PAPERS["badges"], ask(event_id), tmp_path / "badges.pdf")
    with store.write("registration.add") as session:
        register(session, event_id, "Eva Ahorn")

    new = gathered(store, event_id, only_new=True)
    everybody = gathered(store, event_id)

    assert [badge.given_name for badge in new.badges] == ["Eva"]
    assert (new.again, new.left_out) == (0, 2)
    assert (everybody.again, everybody.left_out) == (2, 0)
    assert everybody.printed_last == NOW.replace(microsecond=0)
    with store.read() as session:
        assert [row.paper for row in papers.printed(session, "event", event_id)] == ["badges"]


def test_one_badge_is_printed_again_for_one_registration(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        register(session, event_id, "Anna Lichtmoos")
        lost = register(session, event_id, "Bo Zander")

    data = gathered(store, lost, kind="registration", code=True)

    assert [badge.given_name for badge in data.badges] == ["Bo"]
    assert data.event == "Regionalkonferenz in Lemgo"


def test_the_code_says_nothing_of_the_person_and_is_unlike_any_other(store: Store) -> None:
    event_id = a_conference(store, "Anna Lichtmoos", "Bo Zander")

    codes = [badge.code for badge in gathered(store, event_id, code=True).badges]

    assert len(set(codes)) == 2
    with store.read() as session:
        uids = [bytes(row.uid) for row in session.query(Registration)]
    assert not any(uid.hex()[:8].upper() in code for uid in uids for code in codes)


def test_an_event_in_the_bin_has_no_badges(store: Store) -> None:
    event_id = a_conference(store, "Anna Lichtmoos")
    with store.write("event.delete") as session:
        events.delete(session, [event_id])

    with pytest.raises(NotFoundError):
        gathered(store, event_id)
