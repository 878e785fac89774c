"""Taking a folder for a profile that is being made or brought in from a backup."""

import shutil
from datetime import datetime

from kts_desktop.core.errors import ProfileError
from kts_desktop.storage.lock import ProfileLock
from kts_desktop.storage.profile import ProfileFolder


def claim(place: ProfileFolder, now: datetime) -> ProfileLock:
    """Make the folder and lock it; only the rest of an interrupted creation may be in it."""
    place.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = {path.name for path in place.root.iterdir()} - {place.lock.name}
    if found and not place.unfinished.exists():
        raise ProfileError("folder_in_use", folder=str(place.root))
    return ProfileLock.acquire(place.lock, now)


def clear(place: ProfileFolder) -> None:
    """Throw away what an interrupted creation left, and mark the folder as unfinished again."""
    place.unfinished.touch(mode=0o600)
    for path in (place.sidecar, place.database, *place.journals()):
        path.unlink(missing_ok=True)
    shutil.rmtree(place.backups, ignore_errors=True)
    place.make()
