"""The handover list: what the next person needs to carry on, gathered and on paper."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.adviser import Absence
from kts_desktop.models.vocab import CaseState, TaskKind
from kts_desktop.printing.papers.handover import render
from kts_desktop.services import advisers, handover_paper, tasks
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.handover_paper import (
    Appointment,
    CaseLine,
    Contact,
    Handover,
    HandoverOptions,
    LooseTask,
    Owed,
)
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, TODAY, a_body, a_case, a_note, a_person, a_task
from tests.helpers.build_events import schedule
from tests.helpers.case_files import a_head
from tests.helpers.reading import HOSTILE, assert_sound, in_order, whole
from tests.helpers.snapshots import TAKEN

ME = 1


def gathered(store: Store, *ids: int, **options: Any) -> Handover:
    """Return the list of an adviser, of the one of this laptop without any."""
    ask = Ask(kind="adviser" if ids else "", ids=ids, options=HandoverOptions(**options), now=NOON)
    with store.read() as session:
        return handover_paper.gather(session, ask)


def a_handover(language: str = "de", **fields: Any) -> Handover:
    """Return a list with something in every part."""
    case = CaseLine(
        number="KTS-PB/B0001#2026",
        subject="Rufbus",
        body="Zwönitz",
        state="in Bearbeitung",
        last=Contact(at=TAKEN, kind="Telefonat", text="Der Rat begrüßt die Fortführung."),
        ours=(Owed(what="Muster senden", due=date(2026, 11, 20)),),
        theirs=(Owed(what="Beschluss zusenden", due=date(2026, 12, 9), who="Frau Silbertau"),),
        next=Owed(what="Muster senden", due=date(2026, 11, 20)),
        file_place="E-Akte",
    )
    made = Handover(
        head=a_head(language, number=""),
        adviser="Jonas Birkenfurt",
        unit="Projektbüro Berlin",
        away_from=date(2026, 12, 1),
        away_to=date(2026, 12, 14),
        remark="Urlaub",
        deputy="Mira Ahornthal",
        deputy_phone="0221 4710-101",
        cases=(case, CaseLine(number="KTS-PB/B0002#2026", subject="Ohne alles")),
        tasks=(
            LooseTask(kind="Frist", owed=Owed(what="Bericht", due=date(2026, 12, 3)), place="Ministerium"),
        ),
        appointments=(Appointment(at=TAKEN + timedelta(days=9), what="Netzwerktreffen", place="Halle"),),
        until=date(2026, 12, 14),
    )
    return replace(made, **fields)


def test_a_case_tells_its_last_contact_the_promises_of_both_sides_and_the_next_date(store: Store) -> None:
    with store.write("case.open") as session:
        body = a_body(session)
        person = a_person(session, salutation="ms")
        case = a_case(session, organisation_id=body, lead_id=ME, file_place="E-Akte")
        a_note(session, case_id=case, text="Älter", happened_at=NOON - timedelta(days=9))
        a_note(session, case_id=case, text="Zuletzt", happened_at=NOON - timedelta(days=1))
        a_note(session, case_id=case, text="Geplant", happened_at=NOON + timedelta(days=5))
        our, their = TaskKind.OUR_PROMISE.value, TaskKind.THEIR_PROMISE.value
        a_task(session, case_id=case, title="Wir", kind=our, due_on=TODAY + timedelta(days=3))
        a_task(session, case_id=case, title="Die", kind=their, owed_by_id=person, due_on=TODAY)
        done = a_task(session, case_id=case, title="Erledigt", kind=our)
        tasks.complete(session, done)

    (line,) = gathered(store).cases

    assert line.last is not None
    assert (line.last.text, line.body, line.file_place) == ("Zuletzt", "Zwönitz", "E-Akte")
    assert [one.what for one in line.ours] == ["Wir"]
    assert [(one.what, one.who) for one in line.theirs] == [("Die", "Frau Anna Lichtmoos")]
    assert line.next == line.theirs[0]


def test_only_open_cases_of_the_adviser_stand_on_the_list_the_most_urgent_first(store: Store) -> None:
    with store.write("case.open") as session:
        other = advisers.add(session, AdviserDraft(name="Jonas Birkenfurt"))
        late, soon = (a_case(session, lead_id=ME, subject=one) for one in ("Später", "Bald"))
        a_case(session, lead_id=ME, subject="Ohne Termin")
        a_case(session, lead_id=ME, subject="Zu", state=CaseState.CLOSED.value)
        a_case(session, lead_id=other, subject="Fremd")
        a_task(session, case_id=late, due_on=TODAY + timedelta(days=30))
        a_task(session, case_id=soon, due_on=TODAY + timedelta(days=3))

    assert [one.subject for one in gathered(store).cases] == ["Bald", "Später", "Ohne Termin"]
    assert [one.subject for one in gathered(store, other).cases] == ["Fremd"]


def test_the_absence_that_comes_next_names_the_deputy_and_bounds_the_appointments(store: Store) -> None:
    with store.write("absence.add") as session:
        deputy = advisers.add(session, AdviserDraft(name="Jonas Birkenfurt", phone="030 12345-6"))
        for begin, end in ((date(2026, 10, 1), date(2026, 10, 9)), (date(2026, 12, 1), date(2026, 12, 8))):
            session.add(Absence(adviser_id=ME, deputy_id=deputy, starts_on=begin, ends_on=end))
        for day, title in (
            (date(2026, 11, 30), "Davor"),
            (date(2026, 12, 3), "Darin"),
            (date(2026, 12, 9), "Danach"),
        ):
            at = NOON.replace(month=day.month, day=day.day)
            a_note(session, kind="visit", title=title, text=title, happened_at=at, author_id=ME)
            schedule(session, title=f"Treffen {title}", starts_at=at, ends_at=at, organiser_id=ME)

    data = gathered(store)

    assert (data.away_from, data.away_to) == (date(2026, 12, 1), date(2026, 12, 8))
    assert (data.deputy, data.deputy_phone) == ("Jonas Birkenfurt", "030 12345-6")
    assert [one.what for one in data.appointments] == ["Darin", "Treffen Darin"]


def test_without_an_absence_the_days_ahead_bound_the_appointments(store: Store) -> None:
    assert gathered(store, days_ahead=10).until == TODAY + timedelta(days=10)
    assert gathered(store).away_from is None


def test_tasks_outside_ones_own_cases_are_told(store: Store) -> None:
    with store.write("task.add") as session:
        own = a_case(session, lead_id=ME)
        foreign = a_case(session)
        a_task(session, case_id=own, title="Eigener", assignee_id=ME)
        a_task(session, case_id=foreign, title="Fremder", assignee_id=ME)
        a_task(session, title="Keiner", assignee_id=ME, due_on=TODAY + timedelta(days=1))

    assert [one.owed.what for one in gathered(store).tasks] == ["Fremder", "Keiner"]


def test_an_adviser_who_is_gone_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError):
        gathered(store, 99)


def test_every_field_stands_on_the_list_in_its_order() -> None:
    in_order(
        whole(render(a_handover())),
        [
            *("Übergabe: Jonas Birkenfurt", "Projektbüro Berlin · Abwesend 01.12.2026 bis 14.12.2026"),
            *("Vertretung: Mira Ahornthal, 0221 4710-101", "Urlaub", "1 Offene Vorgänge (2)"),
            *("KTS-PB/B0001#2026", "Rufbus", "Zwönitz · in Bearbeitung", "24.11.2026 · Telefonat"),
            *("Der Rat begrüßt die Fortführung.", "Muster senden", "bis 20.11.2026, überfällig"),
            *("Beschluss zusenden", "bis 09.12.2026 · Frau Silbertau", "20.11.2026 überfällig", "E-Akte"),
            *("KTS-PB/B0002#2026", "Ohne alles", "noch keiner", "keiner gesetzt"),
            *("2 Termine bis 14.12.2026", "03.12.2026, 09:30 Uhr", "Netzwerktreffen", "Halle"),
            *("3 Weitere Aufgaben", "03.12.2026", "Frist", "Bericht", "Ministerium"),
        ],
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_full_and_empty_lists_meet_both_standards(language: str) -> None:
    assert_sound(render(a_handover(language)))
    empty = a_handover(language, cases=(), tasks=(), appointments=(), away_from=None, away_to=None)
    assert_sound(render(empty))
    sentence = {"de": "Keine offenen Vorgänge.", "en": "No open cases."}[language]
    assert sentence in whole(render(empty))


def test_sixty_cases_stand_in_order_and_hostile_texts_as_they_are() -> None:
    many = tuple(CaseLine(number=f"Nr-{i:03}", subject=HOSTILE[i % len(HOSTILE)]) for i in range(60))

    paper = render(a_handover(cases=many, adviser=HOSTILE[0], remark=HOSTILE[1]))

    assert_sound(paper)
    in_order(whole(paper), [f"Nr-{i:03}" for i in range(60)])
    assert render(a_handover(cases=many)) == render(a_handover(cases=many))
