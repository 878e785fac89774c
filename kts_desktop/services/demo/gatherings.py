"""The twelve events of the demo with their sessions, minutes and notes."""

from dataclasses import replace
from datetime import date, timedelta

from kts_desktop.models.vocab import EventId, TaskKind
from kts_desktop.services import event_sessions, events, notes, tasks
from kts_desktop.services.demo import conference, participants
from kts_desktop.services.demo.desk import SOURCE, Desk, Row, document, table
from kts_desktop.services.event_sessions import SessionDraft
from kts_desktop.services.events import EventDraft
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.storage.sessions import Session

_CONFERENCE = 1
_REPORTS = {2: (0, True), 3: (1, True), 4: (2, True), 6: (3, True), 7: (4, False), 9: (5, False)}
_DECIDING, _DECISIONS = 4, 3
_FULL_DAY = "Einlass ab 30 Minuten vor Beginn; Pausen nach jedem Block; Ausklang bei Kaffee."
_AGENDA = {
    1: "09:30 Begrüßung\n10:00 Plenum\n11:30 Workshops\n13:00 Mittagspause und Markt der Möglichkeiten\n"
    "14:30 Exkursion\n16:00 Ausklang",
    5: "Entwurf: 1. Protokoll der 9. Sitzung\n2. Empfehlung zur Pflege der Datenmodelle\n3. Neue Mitglieder\n"
    "4. Verschiedenes",
    12: "Welcome, two short inputs on open data in mid-sized cities, discussion, next steps.",
}


def hold(session: Session, desk: Desk) -> None:
    """Schedule the events, register who comes, write minutes, tasks and notes; all but one come again."""
    for turn in range(desk.scale):
        for row in table("events"):
            if turn == 0 or int(row["no"]) != _CONFERENCE:
                _hold_one(session, desk, row, turn)
    _set_tasks(session, desk)
    _write_notes(session, desk)


def _hold_one(session: Session, desk: Desk, row: Row, turn: int) -> None:
    number = int(row["no"])
    draft = _draft(desk, row)
    if turn:
        draft = replace(draft, title=f"{draft.title} ({turn + 1})", series_number=None)
    announced = desk.calendar.past(min(desk.calendar.day(row["day"]), desk.today) - timedelta(days=75))
    with desk.at(announced):
        event_id = events.schedule(session, draft, source=SOURCE)
        desk.events.setdefault(number, event_id)
        _add_sessions(session, desk, row, event_id)
    desk.count("events")
    if number == _CONFERENCE:
        conference.register(session, desk, event_id)
    else:
        participants.register(session, desk, row, event_id, turn)
    if number in _REPORTS:
        _write_minutes(session, desk, row, event_id)


def _draft(desk: Desk, row: Row) -> EventDraft:
    begins_on = desk.calendar.day(row["day"])
    ends_on = begins_on + timedelta(days=int(row["days"]))
    is_online = row["mode"] == "online"
    host = desk.bodies[row["host"]].id if row["host"] else None
    place = row["place"]
    number = int(row["no"])
    return EventDraft(
        title=row["title"],
        starts_at=desk.calendar.moment(begins_on, *_clock(row["begins"])),
        ends_at=desk.calendar.moment(ends_on, *_clock(row["ends"])),
        format=row["format"],
        mode=row["mode"],
        state=row["state"],
        new_series=row["series"],
        series_number=int(row["number"]) or None,
        host_ids=(host,) if host else (),
        organiser_id=desk.advisers[row["organiser"]],
        venue=f"Beispielhalle {place}" if place else "",
        venue_address=f"Musterplatz 1, 00000 {place}" if place else "",
        capacity=int(row["capacity"]) or None,
        accessibility=""
        if is_online
        else "stufenloser Zugang, Induktionsschleife, Behindertenparkplätze am Eingang",
        online_link="" if row["mode"] == "on_site" else f"https://konferenz.example/raum-{number}",
        registration_deadline=_deadline(desk, row, begins_on),
        agenda=_AGENDA.get(number, "" if is_online else _FULL_DAY),
        themes=tuple(row["themes"].split()),
        guidelines=("L3",) if "sensors" in row["themes"] else ("L1",),
    )


def _deadline(desk: Desk, row: Row, begins_on: date) -> date | None:
    return min(desk.calendar.day(row["deadline"]), begins_on) if row["deadline"] else None


def _clock(text: str) -> tuple[int, int]:
    hour, _, minute = text.partition(":")
    return int(hour), int(minute)


def _add_sessions(session: Session, desk: Desk, row: Row, event_id: EventId) -> None:
    begins_on = desk.calendar.day(row["day"])
    own = [one for one in table("sessions") if one["event"] == row["no"]]
    for position, one in enumerate(own):
        day = begins_on + timedelta(days=int(one["day"]))
        draft = SessionDraft(
            title=one["title"],
            starts_at=desk.calendar.moment(day, *_clock(one["begins"])),
            ends_at=desk.calendar.moment(day, *_clock(one["ends"])),
            room=one["room"],
            capacity=int(one["capacity"]),
            sign_up=one["sign_up"] == "1",
            position=position,
        )
        event_sessions.add(session, event_id, draft, source=SOURCE)


def _write_minutes(session: Session, desk: Desk, row: Row, event_id: EventId) -> None:
    number = int(row["no"])
    block, is_approved = _REPORTS[number]
    decisions = [desk.texts.block("decision", place) for place in range(_DECISIONS)]
    told = " ".join(f"({place}) {text}" for place, text in enumerate(decisions, start=1))
    report = desk.texts.block("report", block).format(decision=told if number == _DECIDING else "")
    written = desk.calendar.past(desk.calendar.day(row["day"]) + timedelta(days=3))
    with desk.at(written, 13):
        events.write_minutes(session, event_id, report)
        if is_approved:
            events.approve_minutes(session, event_id)


def _set_tasks(session: Session, desk: Desk) -> None:
    """Set five tasks from the minutes, and the day on which a registration closes."""
    for place in range(5):
        draft = TaskDraft(
            title=desk.texts.block("minutes_task", place),
            due_on=desk.calendar.on(10 + 9 * place),
            kind=TaskKind.MINUTES_TASK.value,
            assignee_id=desk.advisers[("A7", "A7", "A3", "A2", "A1")[place]],
            event_id=desk.events[_DECIDING],
        )
        with desk.at(desk.calendar.past(desk.calendar.exactly(-18)), 14):
            tasks.add(session, draft, source=SOURCE)
        desk.count("open tasks")
    closing = TaskDraft(
        title="Anmeldeschluss: Teilnahmeliste abschließen und Zugangsdaten versenden",
        due_on=desk.calendar.day("T+8"),
        kind=TaskKind.DEADLINE.value,
        assignee_id=desk.advisers["A6"],
        event_id=desk.events[10],
    )
    with desk.at(desk.calendar.on(-30)):
        tasks.add(session, closing, source=SOURCE)
    desk.count("open tasks")


def _write_notes(session: Session, desk: Desk) -> None:
    for place, text in enumerate(document("texts")["event_note"]):
        with desk.at(desk.calendar.past(desk.calendar.exactly((-6, -9, -70)[place])), 15) as moment:
            draft = NoteDraft(
                kind=("call", "email", "talk")[place],
                happened_at=moment,
                text=text,
                author_id=desk.advisers[("A8", "A8", "A1")[place]],
                event_id=desk.events[(1, 1, 6)[place]],
            )
            notes.add(session, draft, source=SOURCE)
        desk.count("notes")
