"""The part of the check that looks at attachments: that they are there, and are what was attached."""

from collections.abc import Iterable, Iterator
from contextlib import closing

from kts_desktop.storage import attached, rewrapping, sidecar
from kts_desktop.storage.connect import connect
from kts_desktop.storage.findings import Finding, Repair, finding
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.opening import blobs_of_profile
from kts_desktop.storage.profile import ProfileFolder


def files(
    folder: ProfileFolder, key: DataKey | None, contents: Iterable[bytes], *, deep: bool
) -> Iterator[Finding]:
    """Look for the contents that rows need; ``deep`` reads every one of them through."""
    store = blobs_of_profile(folder, sidecar.read(folder.sidecar), key)
    missing, wrong = 0, 0
    for sha256 in contents:
        if not store.has(sha256):
            missing += 1
        elif deep and store.verify(sha256):
            wrong += 1
    if missing:
        yield finding("check_files_missing", Repair.BLOBS, count=missing)
    if wrong:
        yield finding("check_files_altered", Repair.BLOBS, count=wrong)
    if rewrapping.is_due(folder):
        yield finding("check_files_former", Repair.BLOBS)


def mend(folder: ProfileFolder, key: DataKey | None) -> None:
    """Bring missing and altered contents back from the backups, and end a change of key; raises StorageError.

    What no backup has sound stays as it is, and the next check tells so.
    """
    store = blobs_of_profile(folder, sidecar.read(folder.sidecar), key)
    with closing(connect(folder.database, key.database if key else None, read_only=True)) as connection:
        contents = attached.needed(connection)
    for sha256 in contents:
        if store.verify(sha256):
            store.mend(sha256, (folder.backups / "blobs",))
    rewrapping.rewrap(folder, key)
