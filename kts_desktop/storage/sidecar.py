"""``profile.json``: which key fits, and the wrapped keys; no secret and no person's name stands in it."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from kts_desktop.core.errors import ProfileError
from kts_desktop.storage.recovery import Cost, Wrapped

FORMAT = 1
RECOVERY = "recovery"
PASSPHRASE = "passphrase"  # noqa: S105 - the name of a slot


class ProfileKind(StrEnum):
    """What a profile is for: a demo holds invented people only, so its key may lie in the open."""

    OFFICE = "office"
    DEMO = "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A key that is to follow; as long as this stands, either key may be the one that opens."""

    check: bytes
    wrapped: Mapping[str, Wrapped]
    bridge: bytes  # the new key, sealed by the old one: whoever holds the old secrets is never locked out
    back: bytes = b""  # the old key, sealed by the new one: attachments follow one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What is known of a profile without its key."""

    uid: str
    kind: ProfileKind = ProfileKind.OFFICE
    check: bytes = b""  # key check value; empty: not encrypted
    wrapped: Mapping[str, Wrapped] = field(default_factory=dict)
    open_key: bytes | None = field(default=None, repr=False)  # demo offices only
    pending: Pending | None = None
    former: bytes = b""  # the key before the last change, sealed by this one, until no attachment needs it
    created_by: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)  # what a newer version wrote

    @property
    def is_plain(self) -> bool:
        """Tell whether the database is not encrypted."""
        return not self.check

    def binding(self, slot: str) -> str:
        """Return what a slot's seal is bound to."""
        return f"{self.uid}:{slot}"

    def with_slot(self, slot: str, wrapped: Wrapped) -> "Sidecar":
        """Return a copy with one slot put in or replaced."""
        return replace(self, wrapped={**self.wrapped, slot: wrapped})


def read(path: Path) -> Sidecar:
    """Read the sidecar, or its copy if it is missing or damaged.

    Raises ProfileError ``no_profile``, ``sidecar_damaged`` or ``newer_format``.
    """
    problem = ProfileError("no_profile")
    for place in (path, _copy_of(path)):
        try:
            return parse(place.read_bytes())
        except FileNotFoundError:
            continue
        except ProfileError as error:
            if error.code == "newer_format":
                raise
            problem = error
    raise problem


def write(path: Path, sidecar: Sidecar) -> None:
    """Write the sidecar and its copy, each whole or not at all; the copy never keeps an older slot."""
    content = dump(sidecar)
    write_whole(path, content)
    write_whole(_copy_of(path), content)


def mend(path: Path, sidecar: Sidecar) -> bool:
    """Bring file and copy into step with what was read; tell whether that was needed."""
    if is_in_step(path, sidecar):
        return False
    write(path, sidecar)
    return True


def is_in_step(path: Path, sidecar: Sidecar) -> bool:
    """Tell whether file and copy both say what was read."""
    content = dump(sidecar)
    return all(place.exists() and place.read_bytes() == content for place in (path, _copy_of(path)))


def parse(content: bytes) -> Sidecar:
    """Read a sidecar from its text; raises ProfileError ``sidecar_damaged`` or ``newer_format``."""
    try:
        raw = json.loads(content)
        if int(raw["format"]) > FORMAT:
            raise ProfileError("newer_format", version=str(raw.get("created_by", "?")))
        known = {"format", "uid", "kind", "kcv", "cipher", "slots", "open_key", "pending", "former"}
        known.add("created_by")
        return Sidecar(
            uid=_uid(raw["uid"]),
            kind=ProfileKind(raw["kind"]),
            check=bytes.fromhex(raw["kcv"]),
            wrapped={name: _slot(value) for name, value in raw["slots"].items()},
            open_key=bytes.fromhex(raw["open_key"]) if "open_key" in raw else None,
            pending=_pending(raw["pending"]) if "pending" in raw else None,
            former=bytes.fromhex(raw.get("former", "")),
            created_by=str(raw["created_by"]),
            extra={name: value for name, value in raw.items() if name not in known},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProfileError("sidecar_damaged") from error


def dump(sidecar: Sidecar) -> bytes:
    """Return the sidecar's text."""
    raw: dict[str, Any] = {
        **sidecar.extra,
        "format": FORMAT,
        "uid": sidecar.uid,
        "kind": sidecar.kind,
        "cipher": "none" if sidecar.is_plain else "sqlcipher-4",
        "kcv": sidecar.check.hex(),
        "slots": {name: _raw_slot(wrapped) for name, wrapped in sidecar.wrapped.items()},
        "created_by": sidecar.created_by,
    }
    if sidecar.open_key is not None:
        raw["open_key"] = sidecar.open_key.hex()
    if sidecar.pending is not None:
        raw["pending"] = {
            "kcv": sidecar.pending.check.hex(),
            "slots": {name: _raw_slot(wrapped) for name, wrapped in sidecar.pending.wrapped.items()},
            "bridge": sidecar.pending.bridge.hex(),
            "back": sidecar.pending.back.hex(),
        }
    if sidecar.former:
        raw["former"] = sidecar.former.hex()
    return json.dumps(raw, indent=1, sort_keys=True).encode("ascii")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a power cut either the old or the new content stands there."""
    draft = path.with_name(f"{path.name}.new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.bak")


def _uid(text: str) -> str:
    if len(bytes.fromhex(text)) != 16:  # noqa: PLR2004 - bytes of a UUID
        raise ValueError(text)
    return text


def _pending(raw: Mapping[str, Any]) -> Pending:
    return Pending(
        check=bytes.fromhex(raw["kcv"]),
        wrapped={name: _slot(value) for name, value in raw["slots"].items()},
        bridge=bytes.fromhex(raw["bridge"]),
        back=bytes.fromhex(raw.get("back", "")),
    )


def _slot(raw: Mapping[str, Any]) -> Wrapped:
    cost = Cost(memory_kib=int(raw["memory_kib"]), passes=int(raw["passes"]), lanes=int(raw["lanes"]))
    if raw["kdf"] != "argon2id" or not cost.is_sane():
        raise ValueError(raw["kdf"])
    salt, nonce, sealed = (bytes.fromhex(raw[name]) for name in ("salt", "nonce", "sealed"))
    if (len(salt), len(nonce), len(sealed)) != (16, 12, 48):
        raise ValueError("length of a slot")
    return Wrapped(cost=cost, salt=salt, nonce=nonce, sealed=sealed)


def _raw_slot(wrapped: Wrapped) -> dict[str, object]:
    return {
        "kdf": "argon2id",
        "memory_kib": wrapped.cost.memory_kib,
        "passes": wrapped.cost.passes,
        "lanes": wrapped.cost.lanes,
        "salt": wrapped.salt.hex(),
        "nonce": wrapped.nonce.hex(),
        "sealed": wrapped.sealed.hex(),
    }
