"""An office with a case, a person, a body and an event, each with its parts, and a backup of that state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kts_desktop.models.document import Attachment
from kts_desktop.models.vocab import CaseId
from kts_desktop.services import cases, consents, contact_points, earlier
from kts_desktop.services.consents import ConsentDraft
from kts_desktop.services.contact_points import Of
from kts_desktop.services.earlier import Earlier, EarlierRecord
from kts_desktop.services.earlier_taking import LABEL, Taken, take_over
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.backup_notes import Backup
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.rotation import BackupKind
from tests.helpers import build_contacts, build_events
from tests.helpers.build import a_case, a_note, a_task
from tests.helpers.build_files import a_file, attach
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import Office, make_office

LATER = NOW + timedelta(hours=1)
CONCERN = "Der Rat wünscht eine Einschätzung.\n\nBis Ende März, bitte mit Kosten."


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The office, its backup, and the numbers of its records by what they are called here."""

    office: Office
    backup: str
    ids: Mapping[str, int]

    def copy_to(self, folder: Path) -> "Made":
        """Return a copy in another folder."""
        return replace(self, office=self.office.copy_to(folder))

    @property
    def path(self) -> Path:
        """Return where the backup lies."""
        return self.office.place.backups / self.backup


def make(folder: Path) -> Made:
    """Make it; the documents lie beside the folder of the office."""
    office = make_office(folder / "office", MemoryKeyring(), passphrase=None)
    opened = office.open()
    ids, backup = fill(opened, folder)
    opened.close()
    return Made(office=office, backup=backup.path.name, ids=ids)


def fill(opened: Opened, folder: Path) -> tuple[dict[str, int], Backup]:
    """Write the records into an office and back it up."""
    ids: dict[str, int] = {}
    with opened.store.write("demo") as session:
        ids["body"] = build_contacts.a_body(session, "Krefeld")
        ids["person"] = build_contacts.a_person(session, "Lichtmoos", at=ids["body"], function="Leitung")
        ids["phone"] = build_contacts.a_phone(session, ids["person"], "02151 3660-10")
        ids["mail"] = build_contacts.a_mail(session, ids["person"], "anna@krefeld.example")
        ids["body_phone"] = build_contacts.a_phone(session, ids["body"], "02151 86-0", Of.BODY)
        ids["consent"] = consents.add(
            session, ids["person"], ConsentDraft(purpose="photo", given_on=date(2026, 3, 1))
        )
        ids["case"] = a_case(
            session,
            subject="Starkregen",
            concern=CONCERN,
            organisation_id=ids["body"],
            person_ids=(ids["person"],),
            themes=("data",),
        )
        ids["note"] = a_note(session, case_id=ids["case"], title="Rückruf", person_ids=(ids["person"],))
        ids["task"] = a_task(session, case_id=ids["case"], title="Angebot senden")
        event = build_events.schedule(session, capacity=40)
        ids["event"] = event
        ids["session"] = build_events.workshop(session, event)
        ids["registration"] = build_events.register(
            session, event, "", person_id=ids["person"], badge_text="Anna von Fährmann"
        )
        ids["guest"] = build_events.register(session, event, "Ina Beispiel")
    ids["file"] = attach(opened.store, "note", ids["note"], a_file(folder, "Angebot.pdf"))[0]
    backup = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW + timedelta(minutes=1))
    return ids, backup


def look(opened: Opened, made: Made, kind: str, id_: int) -> Earlier:
    """Compare a record of the backup with today."""
    return earlier.compare(opened, made.path, kind, earlier.by_id(kind, id_), now=LATER)


def told(found: Earlier) -> dict[tuple[str, str], tuple[object, object]]:
    """Return what differs: table and field to now and then."""
    return {
        (record.table, one.field): (one.now, one.then)
        for record in found.records
        for one in record.differences
    }


def record(found: Earlier, table: str) -> EarlierRecord:
    """Return the one record of a table that differs."""
    (one,) = (record for record in found.records if record.table == table)
    return one


def take(opened: Opened, found: Earlier, *chosen: tuple[bytes, str]) -> Taken:
    """Take over what is chosen, or all that is advised, as the window does."""
    taken, _ = opened.store.run(
        LABEL, lambda session: take_over(session, found, frozenset(chosen) or found.advised())
    )
    return taken


def edit_case(opened: Opened, case_id: int, **fields: Any) -> None:
    """Change fields of a case."""
    with opened.store.write("case.edit") as session:
        key = CaseId(case_id)
        cases.edit(session, key, replace(cases.draft_of(session, key), **fields))


def edit_way(opened: Opened, contact_id: int, value: str) -> None:
    """Change a number or an address."""
    with opened.store.write("contact.edit") as session:
        contact_points.edit(
            session, contact_id, replace(contact_points.draft_of(session, contact_id), value=value)
        )


def attached(opened: Opened) -> list[str]:
    """Return the names of the documents that are there."""
    with opened.store.read() as session:
        return [row.name for row in session.query(Attachment).filter(Attachment.deleted_at.is_(None))]
