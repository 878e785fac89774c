"""The log of disposals outside the database: a backup of before is completed by it before first use.

What the log says would else be lost with a damaged file, or with every change since the backup. Each entry is
sealed by itself: file numbers are nobody else's business, and a line that was tampered with is passed over.
"""

import base64
import binascii
import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from kts_desktop.core.ids import link_uid
from kts_desktop.models.base import UtcMs
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import change_sets
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.maintenance import whole_file
from kts_desktop.storage.profile import ProfileFolder

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEYS = "disposal.log."  # begins the key of each entry, a row of ``setting``
LABEL = "disposal.log"
_PLAIN = hashlib.sha256(b"plain").digest()  # an unencrypted profile: the same form, with a key everyone has
_NONCE = 12


def note(folder: ProfileFolder, key: DataKey | None, entries: Mapping[str, str]) -> None:
    """Add entries, key to value, that are not there yet."""
    present = noted(folder, key)
    missing = {name: value for name, value in sorted(entries.items()) if name not in present}
    if not missing:
        return
    cipher = _cipher(key)
    lines = "".join(f"{_sealed(cipher, name, value)}\n" for name, value in missing.items())
    with os.fdopen(os.open(folder.disposed, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        file.write(lines.encode("ascii"))
        file.flush()
        os.fsync(file.fileno())


def noted(folder: ProfileFolder, key: DataKey | None) -> dict[str, str]:
    """Return the entries that this key opens, key to value."""
    if not folder.disposed.exists():
        return {}
    cipher = _cipher(key)
    lines = folder.disposed.read_text(encoding="ascii", errors="replace").splitlines()
    return dict(entry for line in lines for entry in _opened(cipher, line))


def complete(path: Path, key: DataKey | None, entries: Mapping[str, str], at: datetime) -> None:
    """Put entries that are missing into a closed database, as a step that undo passes over."""
    if not entries:
        return
    with whole_file(path, key.database if key else None) as connection:
        present = set(connection.exec_driver_sql("SELECT key FROM setting").scalars())
        missing = {name: value for name, value in sorted(entries.items()) if name not in present}
        if missing:
            _insert(connection, missing, at)


def _insert(connection: Connection, entries: Mapping[str, str], at: datetime) -> None:
    opened = change_sets.begin(
        connection, kind=ChangeKind.MAINTENANCE, label=LABEL, args=None, author=0, at=at
    )
    moment = UtcMs().process_bind_param(at, connection.dialect)
    for name, value in entries.items():
        connection.exec_driver_sql(
            "INSERT INTO setting(uid, key, value, source, created_at, updated_at) VALUES(?,?,?,'',?,?)",
            (link_uid("setting", name.encode()), name, value, moment, moment),
        )
    change_sets.end(connection, opened)


def _cipher(key: DataKey | None) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key.log if key else _PLAIN)


def _sealed(cipher: "AESGCM", name: str, value: str) -> str:
    nonce = secrets.token_bytes(_NONCE)
    told = json.dumps([name, value]).encode("ascii")
    return base64.b64encode(nonce + cipher.encrypt(nonce, told, None)).decode("ascii")


def _opened(cipher: "AESGCM", line: str) -> Iterator[tuple[str, str]]:
    """Yield the entry of a line; none if it was sealed with another key, or tampered with."""
    from cryptography.exceptions import InvalidTag

    try:
        sealed = base64.b64decode(line, validate=True)
        name, value = json.loads(cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], None))
    except (InvalidTag, ValueError, binascii.Error):
        return
    yield str(name), str(value)
