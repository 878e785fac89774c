"""Everything the read view shows of one case, gathered in one reading; a list does without it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kts_desktop.models.vocab import CaseId
from kts_desktop.services import cases, notes, tasks
from kts_desktop.services.cases import CaseCard
from kts_desktop.services.notes import NoteFilter, NoteRow
from kts_desktop.services.tasks import TaskFilter, TaskRow, TaskScope

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with its notes and follow-ups."""

    card: CaseCard
    notes: tuple[NoteRow, ...]
    open_tasks: tuple[TaskRow, ...]
    done_tasks: tuple[TaskRow, ...]


def gathered(session: "Session", case_id: CaseId, today: date) -> CaseView:
    """Return a case as the read view shows it; raises NotFoundError if there is none."""
    note_ids = notes.ids(session, NoteFilter(case_id=case_id))
    wanted = TaskFilter(today=today, case_id=case_id)
    still_open = tasks.ids(session, wanted)
    done = tasks.ids(session, replace(wanted, scope=TaskScope.DONE))
    note_rows, task_rows = notes.rows(session, note_ids), tasks.rows(session, [*still_open, *done])
    return CaseView(
        card=cases.card(session, case_id),
        notes=tuple(note_rows[id_] for id_ in note_ids if id_ in note_rows),
        open_tasks=tuple(task_rows[id_] for id_ in still_open if id_ in task_rows),
        done_tasks=tuple(task_rows[id_] for id_ in done if id_ in task_rows),
    )


def case_of(session: "Session", kind: str, record_id: int) -> int | None:
    """Return the case that a note or follow-up stands on."""
    if kind == "note":
        note = notes.rows(session, [record_id]).get(record_id)
        return note.case_id if note else None
    task = tasks.rows(session, [record_id]).get(record_id)
    return task.case_id if task else None
