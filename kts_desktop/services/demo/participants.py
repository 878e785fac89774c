"""Who comes to the events of the demo beside the conference."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services import registrations, special_needs
from kts_desktop.services.demo.desk import SOURCE, Desk, Row, Someone
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.services.special_needs import Need
from kts_desktop.storage.sessions import Session

_KEPT_AWAY = ("merged", "restricted", "former", "spelling", "press", "term_ended")
_AFTER = ("attended", "absent", "excused", "cancelled")  # states entered when the day is over
_NEEDS = {
    7: ("vegetarian", "vegetarian", "vegan", "allergy", "large_print"),
    8: ("vegetarian", "vegetarian", "vegan", "wheelchair"),
    10: ("captioning", "large_print", "captioning", "sign_language"),
    11: ("vegetarian", "wheelchair"),
}
_REMARKS = {"allergy": "Haselnüsse", "large_print": "Unterlagen in 16 Punkt", "wheelchair": "Platz am Gang"}
_ISCN, _PLATFORM, _START_SMART, _OPEN_INVITATION = 12, 11, 10, 5
_LEARNING, _LEARNING_HOST = (6, 7, 8), "06631006"
_SERIES = {4: 0, 5: 0, 6: 40, 7: 40, 8: 40}  # events of one group begin at the same place of the list


def register(session: Session, desk: Desk, row: Row, event_id: EventId, turn: int = 0) -> None:
    """Register the people of an event with their states, steps and needs."""
    number = int(row["no"])
    states = list(_states(row["states"]))
    people = _people(desk, number, len(states), turn)
    held_on = desk.calendar.day(row["day"])
    first = min(held_on, desk.today) - timedelta(days=50)
    made: list[RegistrationId] = []
    for place, (person, state) in enumerate(zip(people, states, strict=True)):
        asked = desk.calendar.past(first + timedelta(days=place % 30))
        begins = RegistrationState.CONFIRMED.value if state in _AFTER else state
        with desk.at(asked, 8 + place % 9, place * 7 % 60) as moment:
            draft = RegistrationDraft(
                person_id=person.id,
                organisation_id=person.body.id if person.body else None,
                state=begins,
                registered_at=moment,
                no_photo=place % 13 == 5,  # noqa: PLR2004 - a few
            )
            made.append(registrations.add(session, event_id, draft, source=SOURCE))
        if state in _AFTER:
            with desk.at(desk.calendar.past(held_on), 18):
                registrations.set_states(session, [made[-1]], RegistrationState(state))
    for place, kind in enumerate(_NEEDS.get(number, ())):
        note_need(session, made[place * 2], kind)
        desk.count("special needs")
    desk.count("registrations", len(made))


def note_need(session: Session, registration: RegistrationId, kind: str) -> None:
    """Note one need of one participant."""
    special_needs.set_needs(
        session, registration, [Need(kind=kind, remark=_REMARKS.get(kind, ""))], source=SOURCE
    )


def may_come(desk: Desk, *groups: str, turn: int = 0) -> list[Someone]:
    """Return the people who are invited to events, all groups at home unless some are named."""
    each = len(desk.people) // desk.scale
    wanted = groups or ("model", "other", "state", "platform", "research")
    return [
        person
        for person in desk.people[each * turn : each * (turn + 1)]
        if person.group in wanted and person.mark not in _KEPT_AWAY
    ]


def _people(desk: Desk, number: int, count: int, turn: int) -> Sequence[Someone]:
    if number == _ISCN:
        return may_come(desk, "abroad", turn=turn)[:count]
    if number == _PLATFORM:
        return may_come(desk, "platform", turn=turn)[:count]
    pool = may_come(desk, *(("other",) if number == _START_SMART else ()), turn=turn)
    start = _SERIES.get(number, number * 17)
    found = [pool[(start + place * 3) % len(pool)] for place in range(len(pool))]
    hosts = desk.at_body(_LEARNING_HOST)[:2] if number in _LEARNING and turn == 0 else []
    unique = list(dict.fromkeys([*hosts, *found, *pool]))[:count]
    if number == _OPEN_INVITATION and turn == 0:  # the mayor whose term has ended since
        unique[0] = desk.marked("term_ended")[0]
    return unique


def _states(text: str) -> Iterator[str]:
    words = text.split()
    for state, count in zip(words[::2], words[1::2], strict=True):
        yield from [state] * int(count)
