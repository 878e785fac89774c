"""Identifiers that stay the same on every laptop."""

import uuid

import uuid_utils

_LINKS = uuid.UUID("6b747364-6c69-6e6b-8000-000000000001")  # namespace of link records


def new_uid() -> bytes:
    """Return a new UUIDv7 as 16 bytes; later ones sort later."""
    return uuid_utils.uuid7().bytes


def link_uid(table: str, *ends: bytes) -> bytes:
    """Return the UUIDv5 of a link: two laptops that set the same link make the same record."""
    return uuid.uuid5(_LINKS, f"{table}:{':'.join(end.hex() for end in ends)}").bytes
