"""Values as the file stores them, told so that a person can read them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from kts_desktop.models.catalogue import Field

Value = str | datetime | None
_MOMENTS = ("_at",)
_MONEY = ("_cents",)
_DEGREES = frozenset({"lat", "lon"})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def told(field: Field, raw: object, name: Callable[[str, int], str]) -> Value:
    """Return a stored value for reading; ``name`` names the record a reference points to.

    None for nothing. Codes of value lists and ticks (0, 1) are left to the view.
    """
    if raw is None or raw == "":
        return None
    if isinstance(raw, int):
        return _number(field, raw, name)
    return raw.hex()[:12] if isinstance(raw, bytes) else str(raw)


def moment(milliseconds: int) -> datetime:
    """Return the moment of stored milliseconds."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


def _number(field: Field, raw: int, name: Callable[[str, int], str]) -> str | datetime:
    if field.target:
        return name(field.target, raw)
    if field.name.endswith(_MOMENTS):
        return moment(raw)
    if field.name.endswith(_MONEY):
        return f"{raw / 100:.2f}"
    return f"{raw / 1e7:.5f}" if field.name in _DEGREES else str(raw)
