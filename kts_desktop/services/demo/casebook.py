"""The forty cases of the demo with their notes, spread from the first day to yesterday."""

from datetime import date, timedelta

from kts_desktop.models.vocab import CaseId, CaseState
from kts_desktop.services import cases, drafts, notes, projects, vocabulary
from kts_desktop.services.cases import CaseDraft
from kts_desktop.services.demo.desk import SOURCE, Body, Desk, Opened, Row, Someone, document, table
from kts_desktop.services.demo.texts import filled
from kts_desktop.services.notes import NoteDraft
from kts_desktop.storage.sessions import Session

_STATES = {
    "o": CaseState.IN_PROGRESS,
    "w": CaseState.WAITING,
    "c": CaseState.CLOSED,
    "f": CaseState.FILED,
}
_FORMS = {
    "I": "individual",
    "V": "individual",
    "S": "start_smart_first",
    "M": "peer_referral",
    "K": "quick_answer",
    "P": "peer_consultation",
}
_KINDS = ("call", "email", "video", "call", "visit")
_MINUTES = {"call": 15, "email": None, "video": 45, "visit": 120}
_CHANNELS = ("phone", "email", "at_event", "phone", "video")
_ON_SITE = (4, 13)  # cases whose advice is on the spot
_PLANNED_VISIT, _LONG, _ODD, _NOBODY = 13, 15, 36, 26
_VISIT_HOUR = 10
_ADVISED = 4  # every fourth note ends with a recommendation
_LONG_SUBJECT, _LONGEST = 34, 180
_WITH_DRAFTS = (23, 34)


def open_cases(session: Session, desk: Desk) -> None:
    """Open the cases with their notes, ``scale`` times, relate some, and leave what is half done."""
    themes = vocabulary.labels(session, "theme", "de")
    for turn in range(desk.scale):
        opened = {row["no"]: _open(session, desk, row, themes, turn) for row in table("cases")}
        for row in table("cases"):
            for other in row["related"].split():
                with desk.at(desk.calendar.on(-8)):
                    cases.relate(session, opened[row["no"]].id, opened[other].id, source=SOURCE)
        desk.cases.extend(opened.values())
    _unassigned(session, desk)
    _on_bodies(session, desk)
    _half_done(session, desk)


def _open(session: Session, desk: Desk, row: Row, themes: dict[str, str], turn: int) -> Opened:
    number = int(row["no"])
    body = desk.bodies[row["key"]]
    received = desk.calendar.day(row["received"])
    state = _STATES[row["state"]]
    people = () if number == _NOBODY else tuple(_fitting(desk, body, turn))
    mine = projects.of_body(session, body.id)
    theme = themes[row["themes"].split()[0]]
    draft = CaseDraft(
        subject=_subject(row, turn),
        received_on=received,
        organisation_id=body.id,
        project_id=mine[0][0] if mine else None,
        advice_form=_FORMS[row["form"]],
        channel="visit" if number in _ON_SITE else _CHANNELS[number % len(_CHANNELS)],
        state=CaseState.IN_PROGRESS.value if state in (CaseState.CLOSED, CaseState.FILED) else state.value,
        priority="high" if number in (2, 13, 25) else "low" if number in (8, 22) else "normal",
        lead_id=desk.advisers[row["lead"]],
        deputy_id=desk.advisers["A1" if row["lead"] != "A1" else "A3"],
        concern=_concern(desk, row["no"], body, theme, turn),
        file_place="E-Akte, Ablage Beratung",
        themes=tuple(row["themes"].split()),
        guidelines=tuple(f"L{code}" for code in row["guidelines"].split()),
        person_ids=tuple(person.id for person in people[:2]),
    )
    with desk.at(received, 10):
        case_id = cases.open_case(session, draft, number=_file_number(row, received, turn), source=SOURCE)
    case = Opened(
        id=case_id,
        number=number + 40 * turn,
        body=body,
        lead=desk.advisers[row["lead"]],
        people=people,
        received=received,
        state=state.value,
    )
    ended = _close(session, desk, case, theme) if state in (CaseState.CLOSED, CaseState.FILED) else None
    _write_notes(session, desk, case, int(row["notes"]), theme=theme, until=ended)
    desk.count("cases")
    return case


def _concern(desk: Desk, number: str, body: Body, theme: str, turn: int) -> str:
    """Return what the body wants to know: its own words first, a block when cases come again."""
    own: str = document("matters")["matters"][number]["concern"]
    return desk.texts.say("concern", kommune=body.name, thema=theme) if turn else own


def _fitting(desk: Desk, body: Body, turn: int) -> list[Someone]:
    """Return the people a case of the body is talked over with, those of its own turn first."""
    there = [
        person
        for person in desk.at_body(body.key)
        if person.mark not in ("merged", "restricted", "term_ended", "spelling")
    ]
    start = turn * body.people % max(len(there), 1)
    return [*there[start:], *there[:start]]


def _subject(row: Row, turn: int) -> str:
    if not turn:
        return row["subject"]
    subject = f"{row['subject']} ({turn + 1})"
    if int(row["no"]) == _LONG_SUBJECT:
        more = ", Abstimmung mit Datenschutz, Personalrat und Ratsgremien"
        subject = (subject + more * 4)[:_LONGEST]
    return subject


def _file_number(row: Row, received: date, turn: int) -> str:
    mark = next(a["mark"] for a in table("advisers") if a["id"] == row["lead"])
    return f"KTS-PB/{mark}{int(row['no']) + 40 * turn:04}#{received.year}"


def _close(session: Session, desk: Desk, case: Opened, theme: str) -> date:
    """Close a case after two thirds of the time since it came, with its result."""
    span = (desk.today - case.received).days
    ended = desk.calendar.past(case.received + timedelta(days=span * 2 // 3))
    with desk.at(ended, 15):
        draft = cases.draft_of(session, case.id)
        result = desk.texts.say("result", kommune=case.body.name, thema=theme)
        values = {name: getattr(draft, name) for name in draft.__dataclass_fields__}
        cases.edit(session, case.id, CaseDraft(**{**values, "result": result}))
        cases.set_state(session, [case.id], CaseState(case.state), ended)
    return ended


def _write_notes(
    session: Session, desk: Desk, case: Opened, count: int, *, theme: str, until: date | None
) -> None:
    number = (case.number - 1) % 40 + 1
    planned = number == _PLANNED_VISIT
    last = until or desk.calendar.exactly(-1)
    days = desk.calendar.spread(case.received, last, count - planned)
    on_site = number in _ON_SITE
    for place, day in enumerate(days):
        kind = "visit" if on_site and place == 1 else _KINDS[place % len(_KINDS)]
        long = number == _LONG and place == len(days) // 2
        _note(session, desk, case, day, kind, theme=theme, place=place, is_long=long)
    if planned:
        _plan_visit(session, desk, case)


def _note(
    session: Session, desk: Desk, case: Opened, day: date, kind: str, *, theme: str, place: int, is_long: bool
) -> None:
    person = case.people[place % len(case.people)] if case.people else None
    named = person.named if person else "die Verwaltung"
    names = {"kommune": case.body.name, "thema": theme, "person": named}
    if is_long:
        text = filled("\n\n".join(document("texts")["long_note"]), **names)
    elif case.number == _ODD and place == 1:
        text = filled(desk.texts.block("odd_note", 0), **names)
    elif place < len(own := document("matters")["notes"].get(str(case.number), ())):
        text = filled(own[place], **names)
    else:
        text = desk.texts.say(kind, **names)
        if place % _ADVISED == _ADVISED - 1:
            text = f"{text} {desk.texts.say('recommendation', **names)}"
    hour, minute = 8 + desk.rng.randrange(9), 5 * desk.rng.randrange(12)
    minutes = _MINUTES[kind]
    with desk.at(day, hour, minute) as moment:
        draft = NoteDraft(
            kind=kind,
            happened_at=moment,
            text=text,
            title="Vermerk zur interkommunalen Vergabe" if is_long else "",
            duration_min=minutes + 5 * desk.rng.randrange(6) if minutes else None,
            next_step=desk.texts.say("next_step") if place % 3 == 1 else "",
            author_id=case.lead,
            case_id=case.id,
            organisation_id=case.body.id,
            person_ids=(person.id,) if person else (),
        )
        notes.add(session, draft, source=SOURCE)
    desk.count("notes")


def _plan_visit(session: Session, desk: Desk, case: Opened) -> None:
    """Enter the visit of tomorrow, as a note of kind visit that is yet to come."""
    draft = NoteDraft(
        kind="visit",
        happened_at=desk.calendar.moment(desk.calendar.exactly(1), _VISIT_HOUR),
        text=filled(desk.texts.block("visit_plan", 0), person=case.people[0].named),
        title="Vor-Ort-Termin: Auswahl der Messstandorte",
        duration_min=150,
        author_id=case.lead,
        case_id=case.id,
        organisation_id=case.body.id,
        person_ids=tuple(person.id for person in case.people),
    )
    with desk.at(desk.calendar.past(desk.calendar.exactly(-3)), 14):
        notes.add(session, draft, source=SOURCE)
    desk.count("notes")


def _unassigned(session: Session, desk: Desk) -> None:
    """Log three calls nobody has put on a case yet."""
    for place, call in enumerate(document("texts")["unassigned"]):
        with desk.at(desk.calendar.past(desk.calendar.exactly(-1 - place)), 14 + place % 3, 20) as moment:
            draft = NoteDraft(
                happened_at=moment,
                text=call["text"],
                caller=call["caller"],
                duration_min=5,
                author_id=desk.advisers["A1"],
            )
            notes.add(session, draft, source=SOURCE)
        desk.count("notes")


def _on_bodies(session: Session, desk: Desk) -> None:
    """Write notes that stand on a body without a case."""
    for place, key in enumerate(("14713000", "09475", "03351006")):
        with desk.at(desk.calendar.past(desk.calendar.exactly(-25 * (place + 1))), 11) as moment:
            draft = NoteDraft(
                kind=("call", "talk", "email")[place],
                happened_at=moment,
                text=desk.texts.block("body_note", place),
                author_id=desk.advisers[("A2", "A3", "A6")[place]],
                organisation_id=desk.bodies[key].id,
                person_ids=(desk.at_body(key)[0].id,),
            )
            notes.add(session, draft, source=SOURCE)
        desk.count("notes")


def _uid(session: Session, case_id: int) -> bytes:
    uid: bytes = cases.card(session, CaseId(case_id)).uid
    return uid


def _half_done(session: Session, desk: Desk) -> None:
    """Leave two notes that were begun and never saved."""
    for place, case in enumerate(case for case in desk.cases if case.number in _WITH_DRAFTS):
        content = {"kind": "call", "text": f"Gespräch mit {case.people[0].named}: noch ergänzen"}
        at = desk.calendar.moment(desk.calendar.past(desk.calendar.exactly(-1 - place)), 16, 40)
        drafts.keep(session, "cases.note_form", _uid(session, case.id), content, at)
