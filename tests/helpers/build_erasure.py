"""A person with everything a person can have, one word in every text of it; and where that word still is."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import Text, text
from sqlalchemy.orm import Session

from kts_desktop.core.ids import new_uid
from kts_desktop.models.base import METADATA
from kts_desktop.models.catalogue import BY_NAME
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.store import Store
from tests.helpers.build_contacts import a_body
from tests.helpers.build_events import NOW, schedule

WORD = "Xqzvendel"  # no other word begins so: an index stores it from its first letter on
MARK = b"xqzv"
_POST = ("affiliation", {"person_id": ":person", "organisation_id": ":body"})
_PLACE = ("registration", {"event_id": ":event", "person_id": ":person"})
_DUE = {"title": "Anrufen", "due_on": "2026-12-01", "kind": "follow_up", "case_id": ":case"}
_MEMBER = {"network_id": ":network", "person_id": ":person"}
_OWNED = {"owner_kind": "person", "owner": ":uid"}
_ENDS = {"left_kind": "person", "left": ":uid", "right_kind": "person", "right": b"x" * 16}
# what a person can have: rows of tables; ``:made`` is the row before
ROWS: Mapping[str, Sequence[tuple[str, Mapping[str, object]]]] = {
    "affiliation": [_POST],
    "contact_point": [("contact_point", {"kind": "phone", "value": "1", "person_id": ":person"})],
    "post_contact": [_POST, ("contact_point", {"kind": "phone", "value": "1", "affiliation_id": ":made"})],
    "consent": [("consent", {"person_id": ":person", "purpose": "newsletter"})],
    "verdict": [("duplicate_verdict", {"left_id": ":other", "right_id": ":person"})],
    "case_person": [("case_person", {"case_id": ":case", "person_id": ":person"})],
    "note_person": [("note_person", {"note_id": ":note", "person_id": ":person"})],
    "membership": [("network_membership", _MEMBER)],
    "membership_of_body": [("network_membership", _MEMBER | {"organisation_id": ":body"})],
    "task": [("task", _DUE | {"person_id": ":person", "owed_by_id": ":person"})],
    "measure": [("measure", {"title": "Datenraum", "contact_id": ":person"})],
    "merged": [("person", {"family_name": WORD, "merged_into_id": ":person", "deleted_at": ":ms"})],
    "registration": [_PLACE],
    "special_need": [_PLACE, ("special_need", {"registration_id": ":made", "kind": "diet"})],
    "step": [_PLACE, ("registration_step", {"registration_id": ":made", "state": "waiting", "at": ":ms"})],
    "tagging": [("tagging", _OWNED | {"list_key": "tag", "code": "x"})],
    "link": [("record_link", _ENDS)],
    "attachment": [("attachment", _OWNED | {"name": "Foto", "size": 1, "sha256": b"x"})],
    "paper": [
        (
            "printed_paper",
            {"paper": "letter", "subject_kind": "person", "subject": ":uid", "printed_at": ":ms"},
        )
    ],
    "draft": [],
}
CHILDREN = tuple(ROWS)
_STAYS = {"task", "measure", "advisory_case", "note", "event", "organisation"}
_PAGE, _RESERVED, _IV, _SALT = 4096, 80, 16, 16
_MS = int(NOW.timestamp() * 1000)


class Planter:
    """Plants a person and the children wished for, each row through one labelled step."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: list[tuple[str, int]] = []
        with store.write("setup") as session:
            self.body = a_body(session)
            self.event = int(schedule(session))
            self.case = self._row(
                session, "advisory_case", subject="Datenplattform", received_on="2026-11-01"
            )
            self.note = self._row(session, "note", kind="call", happened_at=_MS, case_id=self.case)
            self.network = self._row(session, "network", kind="network", name="Netz")
            self.other = self._row(session, "person", family_name="Lichtmoos")
        self._rows.clear()

    def person(self, children: tuple[str, ...] = CHILDREN) -> int:
        """Plant a person; every text of hers holds the word, and held another with the word before."""
        self._rows.clear()
        with self._store.write("person.add") as session:
            person = self._row(session, "person", family_name=WORD)
            for child in children:
                self._child(session, child, person)
        for text_ in (f"{WORD} einst", f"{WORD} heute"):
            with self._store.write("person.edit") as session:
                for table, id_ in self._rows:
                    if table not in _STAYS and not _is_of_body(session, table, id_):
                        _fill(session, table, id_, text_)
        return person

    def _child(self, session: Session, child: str, person: int) -> None:
        uid = session.execute(text("SELECT uid FROM person WHERE id=:id"), {"id": person}).scalar_one()
        if child == "draft":
            session.execute(
                text(
                    "INSERT OR IGNORE INTO draft(form, record, content, at) VALUES('person', :uid, :words, 0)"
                ),
                {"uid": uid, "words": f'{{"remark": "{WORD}"}}'},
            )
            return
        ids = {"person": person, "uid": uid, "body": self.body, "case": self.case, "note": self.note}
        ids |= {"other": self.other, "event": self.event, "network": self.network, "ms": _MS}
        for table, values in ROWS[child]:
            wanted = {name: ids.get(str(value)[1:], value) for name, value in values.items()}
            ids["made"] = self._row(session, table, **wanted)

    def _row(self, session: Session, table: str, **values: object) -> int:
        columns = METADATA.tables[table].c
        filled: dict[str, object] = {"uid": new_uid(), "created_at": _MS, "updated_at": _MS, "source": ""}
        for column in columns:
            default = getattr(column.default, "arg", None)
            if column.name not in values and not column.nullable and not callable(default):
                filled.setdefault(column.name, _plain(default))
        filled |= values
        filled = {
            name: value for name, value in filled.items() if name != "id" and not columns[name].computed
        }
        names = ",".join(f'"{name}"' for name in filled)
        marks = ",".join(f":{name}" for name in filled)
        made = session.execute(text(f"INSERT INTO {table}({names}) VALUES({marks}) RETURNING id"), filled)
        id_ = int(made.scalar_one())
        self._rows.append((table, id_))
        return id_


def _is_of_body(session: Session, table: str, id_: int) -> bool:
    """Tell whether a row is a body's membership: it stays, and so do its words."""
    if table != "network_membership":
        return False
    query = text("SELECT organisation_id FROM network_membership WHERE id=:id")
    return session.execute(query, {"id": id_}).scalar_one() is not None


def _plain(default: object) -> object:
    return int(default) if isinstance(default, bool) else default if default is not None else ""


def _fill(session: Session, table: str, id_: int, words: str) -> None:
    """Put words into every text of a row; one in the bin takes none."""
    columns = METADATA.tables[table].c
    names = [field.name for field in BY_NAME[table].fields if type(columns[field.name].type) is Text]
    if table == "registration":
        names = ["typed_name", "badge_text", "remark"]
    if table == "registration_step":
        names = ["reason"]
    sets = ",".join(f'"{name}"=:words' for name in names)
    session.execute(
        text(f"UPDATE {table} SET {sets} WHERE id=:id AND deleted_at IS NULL"), {"words": words, "id": id_}
    )


def raw_pages(path: Path, key: bytes | None) -> bytes:
    """Return every page of a database file, the free ones too, decrypted."""
    content = path.read_bytes()
    if key is None:
        return content
    return b"".join(_decrypted(content, key))


def _decrypted(content: bytes, key: bytes) -> Iterator[bytes]:
    for begin in range(0, len(content), _PAGE):
        page = content[begin : begin + _PAGE]
        sealed = page[_SALT if begin == 0 else 0 : _PAGE - _RESERVED]
        iv = page[_PAGE - _RESERVED : _PAGE - _RESERVED + _IV]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        yield decryptor.update(sealed) + decryptor.finalize()


def raw_log(path: Path, key: bytes) -> bytes:
    """Return the pages of a write-ahead log, decrypted."""
    content = path.read_bytes() if path.exists() else b""
    frames = [content[begin + 24 : begin + 24 + _PAGE] for begin in range(32, len(content), 24 + _PAGE)]
    pages = [b"\0" * _PAGE, *frames]  # the salt of the first page never stands in the log
    return b"".join(_decrypted(b"".join(pages), key))


def places(store: Store) -> set[str]:
    """Return the tables that hold the word, those of the indexes and of the planner among them."""
    found = set()
    with store.maintain() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE '%_fts'"
        ).scalars()
        for name in names.all():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):
                if any(holds(value) for value in row):
                    found.add(name)
    return found


def holds(value: object) -> bool:
    """Tell whether a value holds the word in any case."""
    content = value.encode() if isinstance(value, str) else value
    return isinstance(content, bytes) and MARK in content.lower()


def key_of(opened: Opened) -> bytes:
    """Return the key of the database."""
    assert opened.key is not None
    return opened.key.database


def files_with_the_word(opened: Opened) -> set[str]:
    """Return where on the disk the word still is; a log is looked at before it is brought into the file."""
    found = set()
    key, database = key_of(opened), opened.folder.database
    if MARK in raw_log(database.with_name("kts.db-wal"), key).lower():
        found.add("log")
    opened.store.empty_log()
    if MARK in raw_pages(database, key).lower():
        found.add("file")
    return found
