"""Opening an office: the part of ``offices`` that every start needs, without the tables it does not show."""

from pathlib import Path

from kts_desktop.core.clock import utc_now
from kts_desktop.services import advisers
from kts_desktop.storage.opening import Opened, open_profile
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.store import Store
from kts_desktop.storage.unlocking import Unlock


def open_office(folder: Path, unlock: Unlock, *, progress: Progress = no_progress) -> Opened:
    """Open an office and act as the adviser of this laptop; raises ProfileError or StorageError."""
    opened = open_profile(folder, unlock, now=utc_now(), progress=progress)
    act_as_owner(opened.store)
    return opened


def act_as_owner(store: Store) -> None:
    """Let changes bear the name of the adviser of this laptop, if there is one."""
    with store.read() as session:
        owner = advisers.me(session)
    store.author_id = owner.id if owner else 0
