"""Follow-ups, promises of both sides and deadlines of the demo, and what was done lately."""

from datetime import date, timedelta

from kts_desktop.models.vocab import AdviserId, TaskKind
from kts_desktop.services import tasks
from kts_desktop.services.demo.desk import SOURCE, Desk, Opened, document, table
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.storage.sessions import Session

_OURS, _THEIRS = 10, 8
_OVERDUE_PROMISE = -5
_FIRST_LATER, _LAST_LATER = 9, 60
_DONE, _DONE_DAYS = 61, 90
_ACCESS_DUE, _CLOSING_DUE = 6, 8


def set_tasks(session: Session, desk: Desk) -> None:
    """Set what is open, so that the window counts it as it should, and tick off what is done."""
    follow_ups = {row["no"]: row["follow_up"] for row in table("cases") if row["follow_up"]}
    for case in desk.cases:
        offset = follow_ups.get(str((case.number - 1) % 40 + 1))
        if offset:
            number = (case.number - 1) % 40 + 1
            title = document("matters")["matters"][str(number)]["next_step"]
            _add(session, desk, title, desk.calendar.day(offset), on=case, assignee=case.lead)
    running = [case for case in desk.cases if str((case.number - 1) % 40 + 1) in follow_ups]
    _promise(session, desk, running)
    _answer_requests(session, desk)
    _tick_off(session, desk, running)


def _promise(session: Session, desk: Desk, running: list[Opened]) -> None:
    """Set our promises, one of them overdue, and theirs, one of them on a Saturday."""
    kept = {case.number: case for case in running}
    ours = [kept[number] for number in (25, 13, 29, 3, 39, 9, 1, 4, 6, 34)]
    for place, case in enumerate(ours[:_OURS]):
        due = desk.calendar.on(_OVERDUE_PROMISE) if place == 0 else _later(desk, place, _OURS)
        title = desk.texts.block("our_promise", place)
        _add(session, desk, title, due, on=case, assignee=case.lead, kind=TaskKind.OUR_PROMISE)
    theirs = [kept[number] for number in (29, 1, 13, 39, 6, 5, 15, 38)]
    for place, case in enumerate(theirs[:_THEIRS]):
        due = desk.calendar.next_saturday(14) if place == 3 else _later(desk, place, _THEIRS)  # noqa: PLR2004
        title = desk.texts.block("their_promise", place)
        _add(session, desk, title, due, on=case, assignee=case.lead, kind=TaskKind.THEIR_PROMISE)


def _later(desk: Desk, place: int, count: int) -> date:
    """Return a day of the weeks ahead; none of them within the coming five working days."""
    return desk.calendar.on(_FIRST_LATER + (_LAST_LATER - _FIRST_LATER - 3) * place // count)


def _answer_requests(session: Session, desk: Desk) -> None:
    """Set two requests for access, one open and one answered."""
    first, second = desk.at_body("05554008")[0], desk.at_body("03351006")[0]
    title = "Auskunft nach Art. 15 DSGVO erteilen"
    with desk.at(desk.calendar.on(-24)):
        draft = TaskDraft(
            title=title,
            due_on=desk.calendar.on(_ACCESS_DUE),
            kind=TaskKind.DEADLINE.value,
            assignee_id=desk.advisers["A1"],
            person_id=first.id,
        )
        tasks.add(session, draft, source=SOURCE)
    desk.count("open tasks")
    draft = TaskDraft(
        title=title,
        due_on=desk.calendar.on(-31),
        kind=TaskKind.DEADLINE.value,
        assignee_id=desk.advisers["A1"],
        person_id=second.id,
    )
    _finish(
        session,
        desk,
        draft,
        desk.calendar.past(desk.calendar.exactly(-33)),
        "Auskunft erteilt, Frist gewahrt.",
    )


def _tick_off(session: Session, desk: Desk, running: list[Opened]) -> None:
    """Tick off tasks of the last ninety days, each on a case that was open then."""
    for place in range(_DONE - 1):
        done = desk.calendar.past(desk.calendar.exactly(-1 - (_DONE_DAYS - 3) * place // _DONE))
        open_then = [case for case in running if case.received < done] or running
        case = open_then[place * 5 % len(open_then)]
        draft = TaskDraft(
            title=desk.texts.say("done"),
            due_on=desk.calendar.working(done),
            kind=(TaskKind.FOLLOW_UP, TaskKind.OUR_PROMISE)[place % 2].value,
            assignee_id=case.lead,
            case_id=case.id,
        )
        _finish(session, desk, draft, done, desk.texts.say("done_result") if place % 3 else "")


def _finish(session: Session, desk: Desk, draft: TaskDraft, done: date, result: str) -> None:
    with desk.at(done - timedelta(days=7)):
        task = tasks.add(session, draft, source=SOURCE)
    with desk.at(done, 16):
        tasks.complete(session, task, result)
    desk.count("tasks done")


def _add(
    session: Session,
    desk: Desk,
    title: str,
    due: date,
    *,
    on: Opened,
    assignee: AdviserId,
    kind: TaskKind = TaskKind.FOLLOW_UP,
) -> None:
    is_theirs = kind is TaskKind.THEIR_PROMISE
    draft = TaskDraft(
        title=title,
        due_on=due,
        kind=kind.value,
        assignee_id=assignee,
        owed_by_id=on.people[0].id if is_theirs and on.people else None,
        case_id=on.id,
    )
    with desk.at(max(on.received, desk.calendar.exactly(-6))):
        tasks.add(session, draft, source=SOURCE)
    desk.count("open tasks")
