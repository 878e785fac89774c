"""Options of ``add`` and ``edit`` made from the drafts of the use cases, so that none is forgotten."""

import argparse
import dataclasses
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any

from kts_desktop.cli import references
from kts_desktop.core.errors import ValidationError
from kts_desktop.storage.sessions import Session

_TRUE = frozenset({"yes", "ja", "true", "1"})
_FALSE = frozenset({"no", "nein", "false", "0"})


def add_options(parser: argparse.ArgumentParser, draft: type[Any]) -> None:
    """Add one option a field; a list is given by repeating it, a record by name, key, number or id."""
    hints = _hints(draft)
    for field in dataclasses.fields(draft):
        parser.add_argument(
            option(field.name),
            dest=f"field_{field.name}",
            action="append" if _is_many(hints[field.name]) else "store",
            metavar=references.MARKS.get(_stem(field.name), "VALUE"),
        )


def option(name: str) -> str:
    """Return the option of a field: ``organisation_id`` is ``--organisation``."""
    return "--" + _stem(name).replace("_", "-")


def given(chosen: argparse.Namespace, draft: type[Any], session: Session) -> dict[str, Any]:
    """Return the values typed, by field; raises ValidationError for one that cannot be read."""
    hints = _hints(draft)
    typed = {field.name: getattr(chosen, f"field_{field.name}") for field in dataclasses.fields(draft)}
    return {name: _read(name, hints[name], text, session) for name, text in typed.items() if text is not None}


def made(draft: type[Any], values: Mapping[str, Any], defaults: Mapping[str, Any]) -> Any:
    """Return a draft of the values; raises ValidationError for a required field that is missing."""
    together = {**defaults, **values}
    for field in dataclasses.fields(draft):
        has_default = (
            field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        )
        if not has_default and field.name not in together:
            raise ValidationError(field.name, "option_missing", option=option(field.name))
    return draft(**together)


def _read(name: str, hint: Any, typed: Any, session: Session) -> Any:
    if _is_many(hint):
        words = [word.strip() for one in typed for word in one.split(",") if word.strip()]
        if name.endswith("_ids"):
            return tuple(references.find(session, _stem(name), word) for word in words)
        return tuple(words)
    if typed == "":
        return None if NoneType in typing.get_args(hint) else ""
    if name.endswith("_id"):
        return references.find(session, _stem(name), typed)
    return _value(name, hint, typed)


def _value(name: str, hint: Any, typed: str) -> Any:
    kinds = set(typing.get_args(hint)) or {hint}
    try:
        if datetime in kinds:
            moment = datetime.fromisoformat(typed)
            return (moment if moment.tzinfo else moment.astimezone()).astimezone(UTC)
        if date in kinds:
            return date.fromisoformat(typed)
        if bool in kinds:
            return _truth(typed)
        return int(typed) if int in kinds else typed
    except ValueError:
        raise ValidationError(name, "option_unreadable", option=option(name), value=typed) from None


def _truth(typed: str) -> bool:
    if typed.casefold() in _TRUE | _FALSE:
        return typed.casefold() in _TRUE
    raise ValueError(typed)


def _hints(draft: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(draft)


def _is_many(hint: Any) -> bool:
    return typing.get_origin(hint) is tuple


def _stem(name: str) -> str:
    return name.removesuffix("_ids").removesuffix("_id")
