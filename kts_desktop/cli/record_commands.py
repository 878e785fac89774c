"""``list``, ``show``, ``search``, ``add``, ``edit``, ``dump``: records on the command line."""

import argparse
import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kts_desktop.cli import drafts, references
from kts_desktop.cli.answers import Answer, plain, table
from kts_desktop.cli.kinds import KINDS, add_label
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError
from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.labels import label
from kts_desktop.models.vocab import CaseId, EventId
from kts_desktop.services import cases, dump, event_lists, history, search, vocabulary

_TOLD = 60  # letters of a cell
_SILENT = frozenset({"id", "uid"})
_COLUMNS = {"body": "organisation_id", "project": "project_id", "lead": "lead_id", "deputy": "deputy_id"}
_COLUMNS |= {"assignee": "assignee_id", "author": "author_id", "body_district": "district"}
LISTS = {
    ("case", "state"): "case_state",
    ("event", "state"): "event_state",
    ("note", "kind"): "note_kind",
    ("task", "kind"): "task_kind",
    ("", "advice_form"): "advice_form",
    ("", "channel"): "channel",
    ("", "priority"): "case_priority",
    ("", "themes"): "theme",
    ("", "guidelines"): "charter_guideline",
    ("", "body_state"): "state",
    ("", "retention_class"): "retention_class",
    ("", "format"): "event_format",
    ("", "mode"): "event_mode",
    ("person", "state"): "state",
}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about records."""
    listed = _command(commands, "list", "list records of a kind, newest or next first", _list)
    listed.add_argument("kind", choices=sorted(KINDS))
    listed.add_argument("--text", default="", help="words that must occur")
    listed.add_argument("--limit", type=int, default=50)

    shown = _command(commands, "show", "show one record", _show)
    shown.add_argument("kind", choices=sorted(KINDS))
    shown.add_argument("record", help="its number, or what it is called")
    shown.add_argument("--history", action="store_true", help="with everything that was changed")

    found = _command(commands, "search", "search everything", _search)
    found.add_argument("words", nargs="+")
    found.add_argument("--limit", type=int, default=20, help="hits of each kind")

    for name, run, what in (("add", _add, "add a record"), ("edit", _edit, "change a record")):
        kinds = commands.add_parser(name, help=what).add_subparsers(required=True, metavar="KIND")
        for word, kind in KINDS.items():
            parser = kinds.add_parser(word, help=f"{what}: {word}")
            add_common(parser)
            if name == "edit":
                parser.add_argument("record", help="its number, or what it is called")
            drafts.add_options(parser, kind.draft)
            parser.set_defaults(run=run, kind=word)

    dumped = _command(commands, "dump", "print the whole content as canonical JSON lines", _dump)
    dumped.add_argument("--out", type=Path, metavar="FILE")


def _command(commands: Any, name: str, what: str, run: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=what)
    add_common(parser)
    parser.set_defaults(run=run)
    return parser


def _list(chosen: argparse.Namespace) -> Answer:
    kind = KINDS[chosen.kind]
    with opened(chosen) as profile, profile.store.read() as session:
        ids = list(kind.ids(session, chosen.text))
        rows = kind.rows(session, ids[: chosen.limit])
    told = [rows[id_] for id_ in ids[: chosen.limit] if id_ in rows]
    cells = [[_cell(getattr(row, column)) for column in kind.columns] for row in told]
    return Answer(
        lines=[*table([[c.upper() for c in kind.columns], *cells]), f"{len(told)}/{len(ids)}"],
        data={"total": len(ids), "rows": told},
    )


def _show(chosen: argparse.Namespace) -> Answer:
    kind = KINDS[chosen.kind]
    with opened(chosen) as profile, profile.store.read() as session:
        id_ = _id(session, chosen)
        found: Any = _card(session, chosen.kind, id_)
        if found is None:
            found = kind.rows(session, [id_]).get(id_)
        if found is None:
            raise NotFoundError("gone", id=id_)
        past = history.of_record(session, kind.table, id_) if chosen.history else []
        labels = vocabulary.many_labels(session, sorted(set(LISTS.values())), chosen.lang)
    lines = list(_told(chosen.kind, found, labels, chosen.lang))
    lines += [
        f"{row.at:%Y-%m-%d %H:%M} {row.who}: {label(row.label, chosen.lang)} "
        f"{field_name(row.field, chosen.lang) if row.field else row.record} {row.old or ''} → {row.new or ''}"
        for row in past
    ]
    return Answer(lines=lines, data={"record": found, "history": past})


def _card(session: Any, word: str, id_: int) -> Any:
    if word == "case":
        return cases.card(session, CaseId(id_))
    if word == "event":
        return event_lists.card(session, EventId(id_), local_date(utc_now()))
    return None


def _search(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        hits = search.find(session, " ".join(chosen.words), chosen.limit)
    rows = [[hit.kind, hit.id, hit.title[:_TOLD], hit.subtitle[:_TOLD], hit.day] for hit in hits]
    return Answer(lines=table(rows), data=hits)


def _add(chosen: argparse.Namespace) -> Answer:
    kind = KINDS[chosen.kind]
    with opened(chosen) as profile, profile.store.write(add_label(chosen.kind)) as session:
        values = drafts.given(chosen, kind.draft, session)
        id_ = kind.add(session, drafts.made(kind.draft, values, kind.defaults()))
    return Answer(lines=[f"#{id_}"], data={"id": id_, "kind": chosen.kind})


def _edit(chosen: argparse.Namespace) -> Answer:
    kind = KINDS[chosen.kind]
    with opened(chosen) as profile, profile.store.write(f"{chosen.kind}.edit") as session:
        id_ = _id(session, chosen)
        values = drafts.given(chosen, kind.draft, session)
        kind.edit(session, id_, dataclasses.replace(kind.draft_of(session, id_), **values))
    return Answer(lines=[f"#{id_}"], data={"id": id_, "kind": chosen.kind})


def _dump(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        lines = list(dump.lines(session))
    if chosen.out is None:
        return Answer(lines=lines, data=lines)
    draft = chosen.out.with_name(chosen.out.name + ".part")
    draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
    draft.replace(chosen.out)
    return Answer(lines=[f"{len(lines)}"], data={"records": len(lines), "file": chosen.out})


def _id(session: Any, chosen: argparse.Namespace) -> int:
    return references.numbered(session, KINDS[chosen.kind].table, chosen.record)


def _told(word: str, found: Any, labels: Mapping[str, Mapping[str, str]], language: str) -> Iterator[str]:
    """Yield a record as a person reads it: names instead of numbers, labels instead of codes."""
    for key, value in plain(found).items():
        if not value or key in _SILENT or key.endswith(("_id", "_ids")):
            continue
        known = labels.get(LISTS.get((word, key), LISTS.get(("", key), "")), {})
        codes = value if isinstance(value, list) else [value]
        text = ", ".join(_item(code, known) for code in codes)
        yield f"{field_name(_COLUMNS.get(key, key), language)}: {text}"


def _item(value: Any, known: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or value.get("number") or value.get("title") or "")
    return known.get(value, _cell(value)) if isinstance(value, str) else _cell(value)


def _cell(value: Any) -> str:
    text = "" if value is None else str(plain(value))
    return text if len(text) <= _TOLD else f"{text[: _TOLD - 1]}…"
