"""Packages that come in: looked at, previewed, taken over in one transaction after a backup, or parked."""

import json
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import PackageError, StorageError, UserFacingError
from kts_desktop.exchange.sync import extracts, identity, looking, merging, questions, trust, vetting
from kts_desktop.exchange.sync.content import EXTRACT, Content
from kts_desktop.exchange.sync.context import Context
from kts_desktop.exchange.sync.looking import Looked, look
from kts_desktop.exchange.sync.merging import Merged
from kts_desktop.exchange.sync.outgoing import SUFFIX
from kts_desktop.exchange.sync.views import Inspection, Parked, Report, Standing, Token
from kts_desktop.storage.replica import me

WAITING = "package_gap"
_STANDING = {
    "package_already": Standing.ALREADY,
    "package_own": Standing.ALREADY,
    WAITING: Standing.WAITING,
}
_NOTHING = "package_nothing_new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A package that was taken over, and what was waiting for it."""

    report: Report
    changes: Changes
    unparked: tuple[Report, ...] = ()


def inspect(context: Context, path: Path, *, passphrase: str | None = None) -> Inspection:
    """Tell what a package is and whether it can be taken over; the database is only read."""
    size = path.stat().st_size if path.exists() else 0
    try:
        with look(context, path, passphrase=passphrase) as found:
            found.package.verify()
            header = found.header
            known = Inspection(
                path=path,
                standing=Standing.READY,
                problem="",
                details=(),
                kind=header.kind,
                sender=found.sender.name,
                created_ms=header.created_ms,
                records=found.package.checked().counts["blocks"],
                size=size,
            )
            return _with_gaps(context, found, known)
    except UserFacingError as failure:
        return Inspection(
            path=path,
            standing=_STANDING.get(failure.code, Standing.REFUSED),
            problem=failure.code,
            details=tuple(failure.details.items()),
            kind="",
            sender=str(failure.details.get("name", "")),
            created_ms=None,
            records=0,
            size=size,
        )


def preview(context: Context, path: Path, *, passphrase: str | None = None) -> Report:
    """Tell what a package would do, by doing it in a transaction that is rolled back.

    Raises PackageError, StorageError.
    """
    with look(context, path, passphrase=passphrase) as found:
        found.package.verify()
        if found.header.kind == EXTRACT:
            return extracts.preview(context, found)
        with _translated(context, found):
            report = merging.preview(context.store, _content(context, found))
        with context.reading() as driver:
            return questions.asked(context, driver, found, report)


def apply(
    context: Context,
    path: Path,
    token: Token | None = None,
    *,
    accepted: Collection[str] = (),
    passphrase: str | None = None,
    back_up: Callable[[], object] | None = None,
) -> Taken:
    """Take a package over, all of it or nothing; whatever waits for it comes after it.

    ``accepted`` names the questions of the preview that were answered with yes. A package that does not
    follow is kept and waits. Raises PackageError, StorageError.
    """
    with look(context, path, passphrase=passphrase) as found:
        found.package.verify()
        if found.header.kind == EXTRACT:
            back_up = back_up or context.back_up
            back_up()
            report, changes = extracts.take(context, found)
            return Taken(report=report, changes=changes)
        taken = _taken(context, found, token, accepted, back_up or context.back_up)
    context.present()
    return replace(taken, unparked=tuple(_retry(context, accepted)))


def parked(context: Context) -> list[Parked]:
    """Return the packages that wait for one before them, the oldest first."""
    found = []
    for path in sorted(context.places.inbox.glob(f"*{SUFFIX}")):
        with suppress(UserFacingError), look(context, path) as one:
            found.append(
                Parked(
                    path=path,
                    sender=one.sender.name,
                    created_ms=one.header.created_ms,
                    missing=_missing(context, one),
                )
            )
    return sorted(found, key=lambda one: one.created_ms)


def forget_parked(context: Context, path: Path) -> None:
    """Give a waiting package up."""
    if path.parent == context.places.inbox:
        path.unlink(missing_ok=True)


def _taken(
    context: Context,
    found: Looked,
    token: Token | None,
    accepted: Collection[str],
    back_up: Callable[[], object],
) -> Taken:
    _keep_documents(context, found)
    back_up()
    asked: list[Report] = []

    def also(driver: Any, merged: Merged) -> None:
        asked.append(questions.asked(context, driver, found, merged.report))
        questions.refuse_unanswered(asked[0], accepted)
        _learn(context, driver, found, asked[0])

    with _translated(context, found):
        merged = merging.apply(context.store, _content(context, found), token, also=also)
    context.has_counted()
    return Taken(report=asked[0], changes=merged.changes)


def _learn(context: Context, driver: Any, found: Looked, report: Report) -> None:
    """Take in what the package says of keys and what it asks for, in the transaction of the merge."""
    now, header = context.now_ms(), found.header
    if found.is_first:
        identity.be_of_office(driver, header.office)
    if found.sender.fingerprint not in trust.keys(driver):
        trust.learn(driver, [one for one in found.statements() if one.about == found.sender.fingerprint], now)
        trust.confirm(driver, context.keys, found.sender, "passphrase", now)
    trust.learn(driver, found.statements(), now, rooted=found.is_first)
    own = context.keys.public.fingerprint
    if found.is_first and not trust.spaces_of(driver, own):
        for space in me.own_spaces(driver):
            trust.admit(driver, context.keys, own, space, now)
    driver.execute(
        "UPDATE sync_pkg SET sha256=?, report=? WHERE id=?",
        (bytes.fromhex(found.staged.sha256), json.dumps(_kept(found, report)), header.id),
    )


def _kept(found: Looked, report: Report) -> dict[str, Any]:
    """Return what is told of a package later: the journal knows what it changed, not what it met here."""
    return {
        "wanted": [one.hex() for one in found.package.content().wanted],
        "counts": [asdict(one) for one in report.counts],
        "conflicts": report.conflicts,
        "erasures": report.erasures,
        "created": report.created_ms,
        "size": found.staged.path.stat().st_size,
        "warnings": report.warnings,
    }


def _retry(context: Context, accepted: Collection[str]) -> Iterator[Report]:
    """Take over what has waited, as long as something can be."""
    has_moved = True
    while has_moved:
        has_moved = False
        for one in parked(context):
            if one.missing:
                continue
            try:
                with look(context, one.path) as found:
                    found.package.verify()
                    taken = _taken(context, found, None, accepted, _no_backup)
            except UserFacingError as error:
                if error.code in _STANDING and error.code != WAITING:
                    one.path.unlink(missing_ok=True)
                continue
            one.path.unlink(missing_ok=True)
            has_moved = True
            yield taken.report


def _no_backup() -> None:
    """Make none: the one before the package that was waited for is enough."""


def _keep_documents(context: Context, found: Looked) -> None:
    """Put the contents of attachments away before the rows that name them."""
    for section in found.package.checked().sections:
        if section.blob is not None and not context.blobs.has(section.blob):
            context.blobs.take(section.blob, found.package.blob(section.blob))


def _content(context: Context, found: Looked) -> Content:
    with context.reading() as driver:
        return found.content(looking.revoked(driver))


def _with_gaps(context: Context, found: Looked, known: Inspection) -> Inspection:
    """Tell whether a package must wait, or brings nothing."""
    if known.kind == EXTRACT:
        return known
    missing = _missing(context, found)
    if missing:
        name, have, since = missing[0]
        details = (("name", name), ("have", have), ("since", since))
        return replace(known, standing=Standing.WAITING, problem=WAITING, details=details)
    with context.reading() as driver:
        ids = {rep: number for number, rep in me.replicas(driver).items()}
        held = set(me.own_spaces(driver)) & set(found.header.spaces)
        is_known = all(
            me.have(driver, space).get(ids.get(rep, -1), 0) >= seq
            for space in held
            for rep, seq in found.header.to_vec[space].items()
        )
    if is_known and not found.package.content().blobs:
        return replace(known, standing=Standing.NOTHING_NEW, problem=_NOTHING)
    return known


def _missing(context: Context, found: Looked) -> tuple[tuple[str, int, int], ...]:
    with context.reading() as driver:
        names = {key.public.replica: key.name for key in trust.keys(driver).values()}
        held = [space for space in me.own_spaces(driver) if space in found.header.spaces]
        gaps = vetting.gaps(driver, found.header, held)
    return tuple((names.get(rep, rep.hex()[:8]), have, since) for rep, have, since in gaps)


class _translated:  # noqa: N801 - used as a function
    """Keep a package that does not follow, and tell a busy database as people know it."""

    def __init__(self, context: Context, found: Looked) -> None:
        self._context, self._found = context, found

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, PackageError) and error.code == WAITING:
            _park(self._context, self._found)
        if isinstance(error, StorageError) and error.code == "busy":
            raise PackageError("package_locked") from error


def _park(context: Context, found: Looked) -> None:
    inbox = context.places.inbox
    inbox.mkdir(mode=0o700, exist_ok=True)
    waiting = inbox / f"{found.header.id.hex()}{SUFFIX}"
    if not waiting.exists():
        draft = waiting.with_suffix(".part")
        shutil.copyfile(found.staged.path, draft)
        draft.replace(waiting)
