"""A program to be killed: does one act on a profile in a process of its own, as often as asked.

Every other line on stdin is a JSON object with ``act`` and its arguments. A child process is forked from
this warm one, says ``pid N``, then ``ack N`` after every step that was acknowledged, and ``end`` when it is
through.
"""

import json
import os
import pickle
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

from kts_desktop.exchange.sync import merging
from kts_desktop.models import everything
from kts_desktop.models.note import Note
from kts_desktop.storage import backup, migrate, pending_key, rekeying, revision, rewrapping
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.creating import create_profile
from kts_desktop.storage.keys import DataKey, KeySources, NoKeyring
from kts_desktop.storage.opening import Opened, open_profile
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.unlocking import Unlock
from tests.helpers.build_files import case_with_file
from tests.helpers.day import NOW, Present
from tests.helpers.profiles import CHEAP, PASSPHRASE

Order = Mapping[str, str]
KEYS = KeySources(keyring=NoKeyring(), cost=CHEAP)
UNLOCK = Unlock(keys=KEYS, passphrase=PASSPHRASE)
assert everything.MODULES


def main() -> None:
    """Do what is asked until stdin ends."""
    Present.begin()
    for line in sys.stdin:
        order: Order = json.loads(line)
        child = os.fork()
        if child == 0:
            _run(order)
        sys.stdin.readline()  # reaped only now: until then its number belongs to nobody else
        os.waitpid(child, 0)
        say("dead")


def say(words: str) -> None:
    """Write one line at once; what was written survives the writer."""
    os.write(1, f"{words}\n".encode())


def _run(order: Order) -> None:
    say(f"pid {os.getpid()}")
    try:
        ACTS[order["act"]](order)
        say("end")
    except BaseException:  # noqa: BLE001 - the child must end here whatever happens
        traceback.print_exc()
    os._exit(0)


def _open(order: Order) -> Opened:
    return open_profile(Path(order["folder"]), UNLOCK, now=NOW)


def _save(order: Order) -> None:
    opened = _open(order)
    number = int(order["first"])
    while True:
        with opened.store.write("note.log") as session:
            session.add(Note(kind="call", happened_at=NOW, title=f"n{number}", text="Wort " * 200))
        say(f"ack {number}")
        number += 1


def _back_up(order: Order) -> None:
    backup._STEP_PAGES = 10
    opened = _open(order)
    while True:
        say(f"ack {make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW).path.name}")


def _attach(order: Order) -> None:
    opened = _open(order)
    number = int(order["first"])
    folder = Path(order["folder"]).parent
    while True:
        content = f"{number} ".encode() * 60_000  # several chunks
        case_with_file(opened.store, folder, f"{number}.txt", content)
        say(f"ack {number}")
        number += 1


def _upgrade(order: Order) -> None:
    migrate.SCRIPTS = Path(order["scripts"])
    revision.HEAD = order["head"]
    _open(order).close()


def _create(order: Order) -> None:
    create_profile(Path(order["folder"]), keys=KEYS, passphrase=PASSPHRASE, now=NOW).opened.close()


def _rekey(order: Order) -> None:
    def turn(database: Path, old: DataKey, new: DataKey) -> None:
        say("ack turning")
        turned(database, old, new)
        time.sleep(0.05)  # so that some are killed between the file and the sidecar

    def take_time(done: int, total: int) -> None:
        time.sleep(0.01)  # between two documents that follow

    def rewrap(place: ProfileFolder, key: DataKey | None, progress: Progress = no_progress) -> int:
        del progress
        return rewrapped(place, key, take_time)

    turned, rewrapped = pending_key.turn, rewrapping.rewrap
    pending_key.turn = turn
    opened = _open(order)
    rewrapping.rewrap = rewrap
    rekeying.rekey(opened, sources=KEYS, passphrase=PASSPHRASE, tell=_tell, now=NOW)


def _take(order: Order) -> None:
    opened = _open(order)
    content = pickle.loads(Path(order["package"]).read_bytes())  # noqa: S301 - written by the test itself
    with opened.store.write("note.log") as session:
        session.add(Note(kind="call", happened_at=NOW, title="own"))
    say("ack taking")
    merging.apply(opened.store, content)
    say("ack taken")


def _tell(code: str) -> None:
    say(f"ack {code}")


def _restore(order: Order) -> None:
    restore(Path(order["folder"]), Path(order["backup"]), UNLOCK, now=NOW)


ACTS: Mapping[str, Callable[[Order], None]] = {
    "save": _save,
    "attach": _attach,
    "back_up": _back_up,
    "upgrade": _upgrade,
    "create": _create,
    "restore": _restore,
    "rekey": _rekey,
    "take": _take,
}

if __name__ == "__main__":
    main()
