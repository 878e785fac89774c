"""The parts of a case file: notes, duties, related records, documents, enclosures, papers."""

from collections import defaultdict
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.document import Attachment, Document, KnowledgeItem
from kts_desktop.models.event import Event
from kts_desktop.models.link import RecordLink
from kts_desktop.models.measure import Measure
from kts_desktop.models.note import Note, NotePerson
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.models.person import Person
from kts_desktop.models.project import Project
from kts_desktop.models.task import Task
from kts_desktop.models.vocab import TaskKind
from kts_desktop.services import case_file
from kts_desktop.services.briefing_labels import Asked, day_of, name_of
from kts_desktop.services.briefing_place import visible
from kts_desktop.services.case_file import Duty, Enclosure, Entry, Printed, Relation
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.storage.sessions import Session

# kind of a record: its table and the columns that name it
_LINKED: MappingProxyType[str, tuple[Any, ...]] = MappingProxyType(
    {
        "measure": (Measure, Measure.title),
        "event": (Event, Event.title),
        "project": (Project, Project.title),
        "organisation": (Organisation, Organisation.name),
        "knowledge_item": (KnowledgeItem, KnowledgeItem.title),
        "document": (Document, Document.title),
    }
)


def entries(asked: Asked, case_id: int) -> tuple[tuple[int, Entry], ...]:
    """Return all notes of a case with their ids, the oldest first, numbered from 1."""
    rows = asked.session.execute(
        select(Note, Adviser.name)
        .outerjoin(Adviser, Adviser.id == Note.author_id)
        .where(Note.case_id == case_id, Note.deleted_at.is_(None))
        .order_by(Note.happened_at, Note.id)
    ).all()
    people = _note_people(asked, case_id)
    return tuple(
        (
            note.id,
            Entry(
                number=number,
                at=note.happened_at.astimezone(PAPER_ZONE),
                kind=asked.label("note_kind", note.kind),
                minutes=note.duration_min,
                author=author or "",
                people=tuple(people.get(note.id, [note.caller] if note.caller else [])),
                title=note.title,
                text=note.text,
                next_step=note.next_step,
            ),
        )
        for number, (note, author) in enumerate(rows, 1)
    )


def duties(asked: Asked, case_id: int) -> tuple[Duty, ...]:
    """Return all tasks and promises of a case by day, the settled ones included."""
    rows = asked.session.execute(
        select(Task, Adviser.name, Person)
        .outerjoin(Adviser, Adviser.id == Task.assignee_id)
        .outerjoin(Person, (Person.id == Task.owed_by_id) & visible(Person))
        .where(Task.case_id == case_id, Task.deleted_at.is_(None))
        .order_by(Task.due_on, Task.id)
    )
    return tuple(
        Duty(
            kind=asked.label("task_kind", task.kind),
            what=task.title,
            due=task.due_on,
            who=(name_of(person, asked.language) if task.kind == TaskKind.THEIR_PROMISE else "")
            or assignee
            or "",
            done=day_of(task.done_at),
            result=task.result,
        )
        for task, assignee, person in rows
    )


def relations(session: Session, uid: bytes) -> tuple[Relation, ...]:
    """Return the records that belong to the case: cases first, then the other kinds, each by its title."""
    others: defaultdict[str, list[bytes]] = defaultdict(list)
    link = RecordLink
    for left_kind, left, right_kind, right in session.execute(
        select(link.left_kind, link.left, link.right_kind, link.right)
        .where((link.left == uid) | (link.right == uid), link.deleted_at.is_(None))
        .order_by(link.id)
    ):
        kind, other = (right_kind, right) if left == uid else (left_kind, left)
        others[kind].append(other)
    found = _related_cases(session, others.get("advisory_case", []))
    for kind, (model, name) in _LINKED.items():
        titles = session.scalars(
            select(name).where(model.uid.in_(others.get(kind, [])), model.deleted_at.is_(None)).order_by(name)
        )
        found += [Relation(kind=kind, title=title) for title in titles]
    return tuple(found)


def documents(session: Session, case_id: int) -> tuple[case_file.Document, ...]:
    """Return the documents of a case by their date; undated ones come last."""
    rows = session.scalars(
        select(Document)
        .where(Document.case_id == case_id, Document.deleted_at.is_(None))
        .order_by(Document.dated_on.is_(None), Document.dated_on, Document.title, Document.id)
    )
    return tuple(
        case_file.Document(
            kind=row.kind, title=row.title, dated=row.dated_on, origin=row.origin, link=row.link
        )
        for row in rows
    )


def enclosures(asked: Asked, case: AdvisoryCase, numbers: dict[int, int]) -> tuple[Enclosure, ...]:
    """Return the files of the case, of its notes, tasks and documents, in the order they came.

    ``numbers`` holds the number of each note, so that a file says on which entry it hangs.
    """
    places = _places(asked, case, numbers)
    rows = asked.session.scalars(
        select(Attachment)
        .where(Attachment.owner.in_(list(places)), Attachment.deleted_at.is_(None))
        .order_by(Attachment.created_at, Attachment.id)
    )
    return tuple(
        Enclosure(
            number=number,
            name=row.name,
            place=places[row.owner],
            mime=row.mime,
            size=row.size,
            sha256=row.sha256.hex(),
            dated=row.dated_on,
            remark=row.remark,
        )
        for number, row in enumerate(rows, 1)
    )


def papers(session: Session, uid: bytes) -> tuple[Printed, ...]:
    """Return the papers that were made about the case, the oldest first."""
    rows = session.execute(
        select(PrintedPaper, Adviser.name)
        .outerjoin(Adviser, Adviser.id == PrintedPaper.by_id)
        .where(PrintedPaper.subject == uid, PrintedPaper.deleted_at.is_(None))
        .order_by(PrintedPaper.printed_at, PrintedPaper.id)
    )
    return tuple(
        Printed(
            at=row.printed_at.astimezone(PAPER_ZONE),
            paper=row.paper,
            pages=row.pages,
            file_name=row.file_name,
            by=by or "",
            redaction=row.redaction,
            sha256=row.file_hash,
        )
        for row, by in rows
    )


def _note_people(asked: Asked, case_id: int) -> dict[int, list[str]]:
    rows = asked.session.execute(
        select(NotePerson.note_id, Person)
        .join(Note, (Note.id == NotePerson.note_id) & (Note.case_id == case_id))
        .join(Person, (Person.id == NotePerson.person_id) & visible(Person))
        .where(NotePerson.deleted_at.is_(None))
        .order_by(NotePerson.note_id, NotePerson.id)
    )
    out: defaultdict[int, list[str]] = defaultdict(list)
    for note_id, person in rows:
        out[note_id].append(name_of(person, asked.language))
    return dict(out)


def _related_cases(session: Session, uids: Sequence[bytes]) -> list[Relation]:
    rows = session.execute(
        select(AdvisoryCase.number, AdvisoryCase.subject, Organisation.name)
        .outerjoin(Organisation, Organisation.id == AdvisoryCase.organisation_id)
        .where(AdvisoryCase.uid.in_(uids), AdvisoryCase.deleted_at.is_(None))
        .order_by(AdvisoryCase.received_on, AdvisoryCase.id)
    )
    return [
        Relation(kind="advisory_case", number=number, title=subject, aside=body or "")
        for number, subject, body in rows
    ]


def _places(asked: Asked, case: AdvisoryCase, numbers: dict[int, int]) -> dict[bytes, str]:
    """Return the records a file of the case may hang on, each in words; empty for the case itself."""
    german = asked.language == "de"
    places = {case.uid: ""}
    for note_id, uid in asked.session.execute(
        select(Note.id, Note.uid).where(Note.case_id == case.id, Note.deleted_at.is_(None))
    ):
        places[uid] = f"{'Eintrag' if german else 'Entry'} {numbers[note_id]}"
    owners: tuple[tuple[Any, Any], ...] = ((Task, Task.title), (Document, Document.title))
    for model, name in owners:
        found = asked.session.execute(
            select(model.uid, name).where(model.case_id == case.id, model.deleted_at.is_(None))
        )
        places |= {uid: title for uid, title in found}  # noqa: C416 - rows, not pairs
    return places
