"""The office as a whole: make, check, back up, restore it, change its key, take in files."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kts_desktop.cli import backup_command, demo_command, earlier_command, selftest
from kts_desktop.cli.answers import Answer, table
from kts_desktop.cli.profile import add_common, folder, opened, passphrase, unlock
from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import RefusedError, UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.exchange import stage
from kts_desktop.exchange.register import directory, entries, gv100ad
from kts_desktop.services import offices
from kts_desktop.storage import backup, backup_notes, check, restore
from kts_desktop.storage.findings import Repair
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.rotation import BackupKind

FINDINGS = 3


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about an office."""
    demo = _command(commands, "demo", "make the demo office anew and print its papers", demo_command.run)
    demo.add_argument("--folder", type=Path, default=Path("kts-demo"))
    demo.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the day of the demo")
    demo.add_argument("--seed", type=int, default=73)
    demo.add_argument("--scale", type=int, default=1, help="so many times the records, for measuring")

    new = _command(commands, "new", "make a new, empty office with its reference data", _new)
    new.add_argument("--adviser", required=True, metavar="NAME")
    new.add_argument("--office", default="", metavar="NAME")

    checked = _command(commands, "check", "check the profile (3: something was found)", _check)
    checked.add_argument("--deep", action="store_true", help="everything, takes its time")
    checked.add_argument(
        "--repair", choices=("fts", "context", "blobs"), help="mend one kind of finding, after a backup"
    )

    backed = _command(commands, "backup", "make a backup, open it and check it", backup_command.run)
    backup_command.add_options(backed)
    back = _command(commands, "restore", "list backups, or put one in place of the present file", _restore)
    back.add_argument("backup", nargs="?", type=Path)
    back.add_argument("--preview", action="store_true", help="only tell what would change")
    earlier_command.add_options(back)

    _command(commands, "rekey", "encrypt with a new key and tell the new recovery code, once", _rekey)

    kinds = commands.add_parser("import", help="take in a file").add_subparsers(required=True, metavar="WHAT")
    register = kinds.add_parser("register", help="the official municipality register (GV100AD)")
    add_common(register)
    register.add_argument("file", type=Path)
    register.add_argument("--preview", action="store_true", help="only tell what would change")
    register.set_defaults(run=_import_register)

    _command(commands, "selftest", "try every part of this installation", selftest.run)


def _command(commands: Any, name: str, what: str, run: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=what)
    add_common(parser)
    parser.set_defaults(run=run)
    return parser


def _new(chosen: argparse.Namespace) -> Answer:
    names = offices.Names(office=chosen.office, adviser=chosen.adviser)
    made = offices.found_office(folder(chosen), names, keys=KeySources(), passphrase=passphrase(chosen))
    made.opened.close()
    told = [sentence(note, chosen.lang) for note in made.opened.notes]
    title = "Wiederherstellungscode" if chosen.lang == "de" else "Recovery code"
    return Answer(
        lines=[str(folder(chosen)), f"{title}: {made.recovery_code}", *told],
        data={"profile": folder(chosen), "recovery_code": made.recovery_code, "notes": told},
    )


def _check(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        if chosen.repair:
            check.repair(profile.folder, profile.key, Repair(chosen.repair), now=utc_now())
        report = check.check(profile.folder, profile.key, deep=chosen.deep, now=utc_now())
    told = [sentence(finding.failure, chosen.lang) for finding in report.findings]
    sound = "Alles in Ordnung." if chosen.lang == "de" else "All is sound."
    return Answer(
        lines=told or [sound],
        data={"findings": [{"code": f.code, "repair": f.repair} for f in report.findings]},
        status=FINDINGS if told else 0,
    )


def _restore(chosen: argparse.Namespace) -> Answer:
    if chosen.record is not None:
        return earlier_command.run(chosen)
    if chosen.apply or chosen.field or chosen.source is not None:
        raise RefusedError("option_missing", option="--record")
    if chosen.backup is None:
        with opened(chosen) as profile:
            rows = [
                offices.BackupRow(path=b.path, kind=b.kind, made_at=b.made_at, checked_at=b.checked_at)
                for b in backup_notes.listed(profile.folder, profile.key)
            ]
        return Answer(lines=table([[r.made_at.isoformat(), r.kind, r.path] for r in rows]), data=rows)
    if chosen.preview:
        seen = restore.preview(folder(chosen), chosen.backup, unlock(chosen))
        data = {"made_at": seen.backup.made_at, "newer_steps": seen.newer_sets, "rows": seen.counts}
        return Answer(lines=[f"{key}: {value}" for key, value in data.items()], data=data)
    aside = restore.restore(folder(chosen), chosen.backup, unlock(chosen), now=utc_now())
    told = [sentence(note, chosen.lang) for note in _returned(chosen)]
    return Answer(lines=[str(aside), *told], data={"present_file_kept_as": aside, "notes": told})


def _returned(chosen: argparse.Namespace) -> Sequence[UserFacingError]:
    """Look into what was restored; where that fails, the restore is done all the same."""
    try:
        with opened(chosen) as profile:
            return offices.returned(profile)
    except UserFacingError as failure:
        return [failure]


def _rekey(chosen: argparse.Namespace) -> Answer:
    is_german = chosen.lang == "de"

    def tell(code: str) -> None:
        told = "Gilt nach dem Ende dieses Befehls" if is_german else "Valid when this command has ended"
        print(f"kts-desktop-cli: {told}: {code}", file=sys.stderr, flush=True)

    profile = offices.open_office(folder(chosen), unlock(chosen))  # closed by the change
    for note in profile.notes:
        print(f"kts-desktop-cli: {sentence(note, chosen.lang)}", file=sys.stderr)
    done = offices.rekey(profile, keys=KeySources(), tell=tell, passphrase=passphrase(chosen))
    notes = [sentence(note, chosen.lang) for note in done.notes]
    title = "Wiederherstellungscode" if is_german else "Recovery code"
    return Answer(
        lines=[f"{title}: {done.recovery_code}", *notes],
        data={"profile": folder(chosen), "recovery_code": done.recovery_code, "notes": notes},
    )


def _import_register(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        staged = stage.quarantine(chosen.file, profile.folder.root / "quarantine")
        edition = entries.of_register(gv100ad.parse(stage.content(staged)))

        def take_over(session: Any) -> directory.Outcome:
            return directory.apply(session, edition)

        if chosen.preview:
            with profile.store.write("register.import") as session:
                outcome = stage.preview(session, take_over)
        else:
            outcome, _ = stage.apply(
                profile.store,
                "register.import",
                take_over,
                backup=lambda: backup.make_backup(
                    profile.folder, profile.key, BackupKind.IMPORT, now=utc_now()
                ),
            )
        staged.path.unlink()
    difference = outcome.difference
    data = {
        "as_of": outcome.edition.as_of,
        "municipalities": outcome.edition.municipalities,
        "population": outcome.population,
        "without_point": outcome.without_point,
        "added": [entry.name for entry in difference.added],
        "vanished": [entry.name for entry in difference.vanished],
        "renamed": [[one.before.name, one.after.name] for one in difference.renamed],
        "rekeyed": [[one.before.key[1], one.after.key[1]] for one in difference.rekeyed],
        "preview": chosen.preview,
    }
    lines = [f"{key}: {len(value) if isinstance(value, list) else value}" for key, value in data.items()]
    return Answer(lines=lines, data=data)
