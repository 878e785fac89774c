"""``file``: documents attached to records."""

import argparse
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType

from kts_desktop.cli import references
from kts_desktop.cli.answers import Answer, table
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.services import attachments

OWNERS = MappingProxyType(
    {
        "body": "organisation",
        "case": "advisory_case",
        "document": "document",
        "event": "event",
        "measure": "measure",
        "note": "note",
        "person": "person",
        "project": "project",
        "task": "task",
    }
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about documents."""
    acts = commands.add_parser("file", help="documents attached to records").add_subparsers(
        required=True, metavar="WHAT"
    )
    attach = acts.add_parser("attach", help="attach files to a record; they stay where they are")
    listed = acts.add_parser("list", help="list the documents of a record and of what stands on it")
    for parser in (attach, listed):
        add_common(parser)
        parser.add_argument("kind", choices=sorted(OWNERS))
        parser.add_argument("record", help="its number, or what it is called")
    attach.add_argument("files", nargs="+", type=Path, metavar="FILE")
    attach.set_defaults(run=_attach)
    listed.set_defaults(run=_list)
    export = acts.add_parser("export", help="write copies of documents into a folder; none is replaced")
    detach = acts.add_parser("detach", help="take documents off their records; undo brings them back")
    for parser in (export, detach):
        add_common(parser)
        parser.add_argument("numbers", nargs="+", type=int, metavar="NUMBER", help="as the list tells it")
    export.add_argument("--out", type=Path, metavar="DIR", default=Path(), help="default: this folder")
    export.set_defaults(run=_export)
    detach.set_defaults(run=_detach)


def _attach(chosen: argparse.Namespace) -> Answer:
    kind = OWNERS[chosen.kind]
    with opened(chosen) as profile:
        with profile.store.read() as session:
            id_ = references.numbered(session, kind, chosen.record)
            kept = [attachments.keep(session, path) for path in chosen.files]
        with profile.store.write("attachment.add") as session:
            ids = attachments.attach(session, kind, id_, kept)
    lines = [f"#{number} {file.name}" for number, file in zip(ids, kept, strict=True)]
    return Answer(lines=lines, data={"kind": chosen.kind, "id": id_, "attachments": ids, "files": kept})


def _list(chosen: argparse.Namespace) -> Answer:
    kind = OWNERS[chosen.kind]
    with opened(chosen) as profile, profile.store.read() as session:
        rows = attachments.of_record(session, kind, references.numbered(session, kind, chosen.record))
    missing = "fehlt" if chosen.lang == "de" else "missing"
    told = [
        [f"#{row.id}", f"{row.attached_at:%Y-%m-%d}", row.size, row.name, "" if row.is_there else missing]
        for row in rows
    ]
    return Answer(lines=table(told), data=rows)


def _export(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session, ExitStack() as undo:
        paths = []
        for number in chosen.numbers:
            paths.append(attachments.save_copy(session, number, chosen.out))
            undo.callback(paths[-1].unlink, missing_ok=True)
        undo.pop_all()  # all are there: none is taken away again
    return Answer(lines=[str(path) for path in paths], data=paths)


def _detach(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.write("attachment.remove") as session:
        attachments.detach(session, chosen.numbers)
    return Answer(lines=[f"#{number}" for number in chosen.numbers], data={"removed": chosen.numbers})
