"""Attachments follow a change of key one by one; cut short, the rest follow when somebody asks again."""

from contextlib import closing
from dataclasses import replace

from kts_desktop.storage import attached, sidecar
from kts_desktop.storage.connect import connect
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.opening import blobs_of_profile
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress


def is_due(place: ProfileFolder) -> bool:
    """Tell whether attachments may still lie under the key of before."""
    return bool(sidecar.read(place.sidecar).former)


def rewrap(place: ProfileFolder, key: DataKey | None, progress: Progress = no_progress) -> int:
    """Encrypt what lies under the former key with the present one; return how many were found altered.

    Raises StorageError; the former key stays known then, sealed by the present one.
    """
    known = sidecar.read(place.sidecar)
    if key is None or not known.former:
        return 0
    with closing(connect(place.database, key.database, read_only=True)) as connection:
        contents = attached.known(connection)
    altered = blobs_of_profile(place, known, key).rewrap(contents, progress)
    sidecar.write(place.sidecar, replace(sidecar.read(place.sidecar), former=b""))
    return altered
