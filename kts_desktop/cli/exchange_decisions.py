"""``exchange conflicts``, ``resolve`` and ``take-back``: what the laptops differ on."""

import argparse
from typing import Any

from kts_desktop.cli.answers import Answer
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.errors import NotFoundError, RefusedError
from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.exchange.sync import conflicts, deciding, taking_back
from kts_desktop.exchange.sync.content import EXISTENCE_NAME, Value
from kts_desktop.exchange.sync.context import at
from kts_desktop.exchange.sync.views import Conflict
from kts_desktop.models.catalogue import BY_NAME
from kts_desktop.storage.replica.shapes import shape_of

_ID_BYTES = 16


def add_to(acts: Any) -> None:
    """Add the three commands."""
    listed = acts.add_parser("conflicts", help="list what the laptops differ on")
    resolve = acts.add_parser("resolve", help="decide one difference; undo takes it back")
    back = acts.add_parser("take-back", help="set the values of before a package again")
    for parser, run in ((listed, _list), (resolve, _resolve), (back, _take_back)):
        add_common(parser)
        parser.set_defaults(run=run)
    resolve.add_argument("kind", choices=sorted(BY_NAME))
    resolve.add_argument("record", type=int, help="its number")
    resolve.add_argument("field", help="its name, as JSON answers tell it")
    how = resolve.add_mutually_exclusive_group(required=True)
    how.add_argument("--take", type=int, metavar="N", help="the value with this number in the list")
    how.add_argument("--value", metavar="TEXT", help="another value")
    back.add_argument("package", type=_id, help="its id, as exchange status tells it")
    back.add_argument("--yes", action="store_true", help="without it only tell what would be set again")


def _list(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        found = conflicts.conflicts(profile.store)
    return Answer(lines=[line for one in found for line in _told(one, chosen.lang)], data=found)


def _resolve(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        one = next(
            (
                each
                for each in conflicts.conflicts(profile.store)
                if (each.kind, each.record_id, each.field) == (chosen.kind, chosen.record, chosen.field)
            ),
            None,
        )
        if one is None:
            raise NotFoundError("no_difference", kind=chosen.kind, field=chosen.field)
        value = _typed(one, chosen.value) if chosen.take is None else _side(one, chosen.take)
        deciding.decide(profile.store, one.kind, one.uid, one.field, value)
    return Answer(lines=[f"#{chosen.record} {chosen.field}"], data={"kind": one.kind, "field": one.field})


def _take_back(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        plan = taking_back.plan(profile.store, chosen.package)
        if chosen.yes:
            taking_back.take_back(profile.store, chosen.package)
    lines = [
        f"{kind_name(one.kind, chosen.lang)} {one.title}: {field_name(name, chosen.lang)}: {old!r} → {new!r}"
        for one in plan.arrivals
        for name, old, new in one.changes
    ]
    return Answer(lines=lines, data={"plan": plan, "done": chosen.yes})


def _told(one: Conflict, language: str) -> list[str]:
    field = one.field if one.field == EXISTENCE_NAME else field_name(one.field, language)
    head = f"{kind_name(one.kind, language)} #{one.record_id} {one.title}: {field} ({one.field})"
    sides = [
        f"  {number} {side.shown!r} {side.person}, {side.laptop}, {at(side.at_ms):%Y-%m-%d %H:%M}"
        + (" *" if side.is_displayed else "")
        for number, side in enumerate(one.sides, start=1)
    ]
    return [head, *sides]


def _side(one: Conflict, number: int) -> Value:
    if not 1 <= number <= len(one.sides):
        raise RefusedError("no_such_side", n=len(one.sides))
    return one.sides[number - 1].value


def _typed(one: Conflict, text: str) -> Value:
    """Return what was typed as the field stores it; raises RefusedError ``no_such_side`` where it cannot."""
    column = next(
        (each for each in shape_of(BY_NAME[one.kind].number).columns if each.name == one.field), None
    )
    if column is not None and not column.target and column.kind is str:
        return text
    if column is not None and not column.target and column.kind is int and text.lstrip("-").isdecimal():
        return int(text)
    raise RefusedError("no_such_side", n=len(one.sides))


def _id(text: str) -> bytes:
    found = bytes.fromhex(text)
    if len(found) != _ID_BYTES:
        raise ValueError(text)
    return found
