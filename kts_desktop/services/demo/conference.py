"""The regional conference of the demo: 135 registrations, a full house, a waiting list that moved up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services import event_sessions, registrations
from kts_desktop.services.demo import participants
from kts_desktop.services.demo.desk import SOURCE, Desk, Someone, document, table
from kts_desktop.services.demo.names import Names
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.storage.sessions import Session

_ALL, _KNOWN, _MISSPELT = 135, 84, 6
_STAYED, _SENT_DEPUTY, _CALLED_OFF_LATE, _WAITED = 101, 4, 5, 16
_EARLY = ("cancelled", "cancelled", "tentative", "tentative", "tentative", *("declined",) * 4)
_ROLES = (*("speaker",) * 7, *("facilitator",) * 3)
_NEEDS = (
    *("wheelchair",) * 2,
    "sign_language",
    "large_print",
    *("vegetarian",) * 31,
    *("vegan",) * 9,
    *("allergy",) * 4,
)
_NO_PHOTO = 12
_PRINTED = 90
_EVERY = 8  # every eighth does not want to be photographed, up to twelve
# this one asked in the same minute as the next
_TWINS = len(_EARLY) + _STAYED + _SENT_DEPUTY + _CALLED_OFF_LATE + 8
_BODIES = (
    "Gemeinde Beispielhausen",
    "Stadt Beispielburg",
    "Beispielkreis",
    "Beispielwerke",
    "Stadt Beispielau",
)
_FIRST_WORKSHOP, _SECOND_WORKSHOP, _EXCURSION = 46, 34, 22
_State = RegistrationState


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guest:
    """Somebody who wants to come, known or typed in."""

    person: Someone | None = None
    typed_name: str = ""
    typed_body: str = ""
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class _Wish:
    """The state somebody begins with, and the place in the order of registration."""

    state: str
    place: int


def register(session: Session, desk: Desk, event_id: EventId) -> None:
    """Register everybody in the order of time; late cancellations let five of the waiting list move up."""
    guests = _guests(desk)
    early, rest = guests[-len(_EARLY) :], guests[: -len(_EARLY)]
    made: list[RegistrationId] = []
    for place, (guest, state) in enumerate(zip(early, _EARLY, strict=True)):
        begins = _State.CONFIRMED.value if state == "cancelled" else state
        made.append(_add(session, desk, event_id, guest, _Wish(begins, place)))
        if state == "cancelled":
            with desk.at(_asked(desk, place) + timedelta(days=2), 12):
                registrations.set_states(session, [made[-1]], _State.CANCELLED, reason="Terminkonflikt")
    seats = [
        _add(session, desk, event_id, guest, _Wish(_State.CONFIRMED.value, place))
        for place, guest in enumerate(rest, start=len(early))
    ]
    _let_move_up(session, desk, event_id, seats[_STAYED + _SENT_DEPUTY :])
    _send_deputies(session, desk, seats[_STAYED : _STAYED + _SENT_DEPUTY])
    desk.count("registrations", len(made) + len(seats))
    moved_up = seats[-_WAITED:][:_CALLED_OFF_LATE]
    coming = [*seats[:_STAYED], *moved_up]
    _note_needs(session, desk, coming)
    _print_badges(session, desk, [*seats[: _STAYED + _SENT_DEPUTY], *moved_up])
    _choose_sessions(session, event_id, coming, rest)


def _guests(desk: Desk) -> list[_Guest]:
    """Return all guests, so ordered that the first ones are sure to stay."""
    hosts = [desk.at_body("05766044")[place] for place in (1, 2)]
    press = desk.marked("press")
    others = [person for person in participants.may_come(desk) if person not in hosts]
    desk.rng.shuffle(others)
    known = others[: _KNOWN - len(hosts) - len(press)]
    misspelt = others[len(known) : len(known) + _MISSPELT]
    typed = [*_misspelt(misspelt), *_typed(desk, _ALL - _KNOWN - _MISSPELT)]
    sure = [
        *(_Guest(person=person, role="host") for person in hosts),
        *(_Guest(person=person, role="press") for person in press),
        *(_Guest(person=person, role=role) for person, role in zip(known, _ROLES, strict=False)),
    ]
    more = [*(_Guest(person=person) for person in known[len(_ROLES) :]), *typed]
    desk.rng.shuffle(more)
    return [*sure, *more]


def _misspelt(people: list[Someone]) -> Iterator[_Guest]:
    """Yield people of the office as they typed themselves into the form."""
    for place, person in enumerate(people):
        plain = person.family.replace("ß", "ss").replace("ü", "ue").replace("ö", "oe").replace("ä", "ae")
        name = (f"{plain}, {person.given}", f"{person.given[0]}. {plain}", f"{person.given} {plain}")[
            place % 3
        ]
        yield _Guest(typed_name=name, typed_body=person.body.name if person.body else "")


def _typed(desk: Desk, count: int) -> Iterator[_Guest]:
    """Yield people the office does not know yet."""
    taken = [(person.given, person.family) for person in desk.people]
    names = Names(document("names"), desk.rng, taken)
    for place in range(count):
        name = names.deal()
        full = " ".join(part for part in (name.given, name.prefix, name.family) if part)
        yield _Guest(typed_name=full, typed_body=_BODIES[place % len(_BODIES)])


def _asked(desk: Desk, place: int) -> date:
    """Return the day of the place in the order of registration: from ten weeks ago to last week."""
    return desk.calendar.past(desk.calendar.exactly(-70 + place * 56 // _ALL))


def _add(session: Session, desk: Desk, event_id: EventId, guest: _Guest, wish: _Wish) -> RegistrationId:
    place = wish.place
    is_twin = place in (_TWINS, _TWINS + 1)
    minute = _TWINS % 60 if is_twin else place % 60
    hour = 16 if is_twin else 8 + place * 9 // _ALL
    with desk.at(_asked(desk, _TWINS if is_twin else place), hour, minute) as moment:
        draft = RegistrationDraft(
            person_id=guest.person.id if guest.person else None,
            organisation_id=guest.person.body.id if guest.person and guest.person.body else None,
            typed_name=guest.typed_name,
            typed_body=guest.typed_body,
            state=wish.state,
            role=guest.role,
            registered_at=moment,
            no_photo=place % _EVERY == 1 and place // _EVERY < _NO_PHOTO,
        )
        return registrations.add(session, event_id, draft, source=SOURCE)


def _let_move_up(session: Session, desk: Desk, event_id: EventId, late: list[RegistrationId]) -> None:
    """Call off five places; each time the first of the waiting list takes it."""
    for place, registration in enumerate(late[:_CALLED_OFF_LATE]):
        with desk.at(desk.calendar.past(desk.calendar.exactly(-6 + place)), 10 + place):
            registrations.set_states(session, [registration], _State.CANCELLED, reason="verhindert")
            first = registrations.next_in_line(session, event_id)
            assert first is not None
            registrations.move_up(session, first, reason="Platz frei geworden")


def _send_deputies(session: Session, desk: Desk, people: list[RegistrationId]) -> None:
    with desk.at(desk.calendar.past(desk.calendar.exactly(-2)), 15):
        for registration in people:
            draft = registrations.draft_of(session, registration)
            remark = "Vertretung kommt, Name folgt"
            registrations.edit(session, registration, replace(draft, remark=remark))
            registrations.set_states(session, [registration], _State.DEPUTY_SENT)


def _note_needs(session: Session, desk: Desk, coming: list[RegistrationId]) -> None:
    for registration, kind in zip(coming[::2], _NEEDS, strict=False):
        participants.note_need(session, registration, kind)
        desk.count("special needs")


def _print_badges(session: Session, desk: Desk, with_place: list[RegistrationId]) -> None:
    """Note which badges were printed; those who came later have none yet."""
    printed = desk.calendar.moment(desk.calendar.past(desk.calendar.exactly(-1)), 16)
    for registration in with_place[:_PRINTED]:
        registrations.alive(session, registration).badge_printed_at = printed
    session.flush()


def _choose_sessions(
    session: Session, event_id: EventId, coming: list[RegistrationId], guests: list[_Guest]
) -> None:
    """Sign participants up, fill the first workshop beyond its places, and name the speakers."""
    programme = event_sessions.of_event(session, event_id)
    chosen = [one for one in programme if one.sign_up]
    second = _FIRST_WORKSHOP + _SECOND_WORKSHOP
    groups = (
        coming[:_FIRST_WORKSHOP],
        coming[_FIRST_WORKSHOP:second],
        [coming[second - 1], *coming[second:]],  # one of them sits in two workshops at once
        coming[3 : 3 + 4 * _EXCURSION : 4],
    )
    for one, group in zip(chosen, groups, strict=True):
        event_sessions.sign_up(session, one.id, group, source=SOURCE)
    host, *_ = (guest.person.full for guest in guests if guest.person and guest.role == "host")
    speaking = [host, *(guest.person.full for guest in guests if guest.person and guest.role == "speaker")]
    for one, row in zip(programme, (r for r in table("sessions") if r["event"] == "1"), strict=True):
        names = list(_speakers(row["speakers"], speaking))
        if names:
            draft = event_sessions.draft_of(session, one.id)
            event_sessions.edit(session, one.id, replace(draft, speakers=", ".join(names)))


def _speakers(words: str, speaking: list[str]) -> Iterator[str]:
    """Yield who speaks: some of the registered speakers, or somebody who has not registered."""
    known, _, gap = words.partition("gap:")
    for _ in range(int(known.partition(":")[2] or 0)):
        yield speaking.pop(0)
    if gap:
        yield gap
