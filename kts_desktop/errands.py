"""What the window's lanes do with an office: each runs in a worker and loads the engine when it is called."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, cast

from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import ProfileError, UserFacingError
from kts_desktop.core.postponing import postpone
from kts_desktop.ui.jobs import Jobs, Ticket
from kts_desktop.ui.shell.arrivals import Arrival, Key, NewOffice, Secret
from kts_desktop.ui.shell.inquiries import Found, Steps
from kts_desktop.ui.shell.looking import Looked, Wish
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.exchange.sync.office import Exchange
    from kts_desktop.services.earlier import Choice, Earlier
    from kts_desktop.storage.opening import Opened
    from kts_desktop.storage.unlocking import Unlock

_LOG = logging.getLogger(__name__)
_CODE_LETTERS = 40  # of a recovery code, without what stands between its groups
_PLACES = 6  # of the directory, in the palette


class ProfileKeeper:
    """Opens, makes and restores offices in the lane of writes; the engine is imported there."""

    def __init__(self, lane: Jobs, folder: Path) -> None:
        postpone("asyncio", ["iscoroutine"])
        postpone("importlib.metadata")
        self._lane = lane
        self._folder = folder

    def open(self, folder: Path, key: Key) -> Ticket:
        """Open an office."""
        return self._lane.run(partial(_open, folder, key))

    def create(self, wishes: NewOffice) -> Ticket:
        """Make an office in a folder of its own."""
        return self._lane.run(partial(_create, self._folder, wishes))

    def create_demo(self) -> Ticket:
        """Make the demo office, or open the one there is."""
        return self._lane.run(partial(_open_demo, self._folder / "demo"))

    def restore(self, backup: Path, folder: Path | None, key: Key) -> Ticket:
        """Put a backup in the place of an office, or make an office of it, and open it."""
        return self._lane.run(partial(_restore, folder or _free_folder(self._folder, "office"), backup, key))

    def rekey(self, office: object, passphrase: str, tell: Callable[[str], None]) -> Ticket:
        """Encrypt an office with a new key, and open it again."""
        return self._lane.run(partial(_rekey, cast("Opened", office), passphrase, tell))

    def find_keyring(self) -> Ticket:
        """Bring whether this computer has a keyring that keeps keys."""
        return self._lane.run(_has_keyring)


class Archive:
    """Looks into the backups of the open office, in a reader's lane: work goes on meanwhile."""

    def __init__(self, lane: Jobs, workspace: Workspace) -> None:
        self._lane, self.workspace = lane, workspace
        self._office: Opened | None = None
        self._looking: Ticket | None = None

    def serve(self, office: object) -> None:
        """Serve an office that was opened; None: it is being closed, and what runs stops."""
        self._office = cast("Opened | None", office)
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    @property
    def can_take(self) -> bool:
        """Tell whether anything can be taken over."""
        return self._office is not None and not self._office.is_read_only

    def backups(self) -> Ticket:
        """Bring the backups, the newest first."""
        return self._lane.run(partial(_backups, self._office))

    def look(self, wish: Wish) -> Ticket:
        """Compare a record in a backup with today."""
        ticket = self._lane.run(partial(_look, self._office, self.workspace.language, wish))
        self._looking = ticket
        return ticket

    def take(self, looked: Looked, chosen: "frozenset[Choice]") -> Ticket:
        """Take chosen differences over as one step."""
        return self.workspace.write("earlier.take", partial(_take, looked.earlier, chosen))


class Inquirer:
    """Answers the shell's questions from the open office."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def records(self, text: str) -> Ticket:
        """Bring the records a text names."""
        return self._workspace.fetch(partial(_records, text))

    def steps(self) -> Steps:
        """Return what can be undone and redone."""
        from kts_desktop.services import history

        found = self._workspace.read(history.next_steps)
        return Steps(undo=found.undo, redo=found.redo)

    def counts(self) -> Ticket:
        """Bring how many open things each area holds."""
        return self._workspace.fetch(partial(_counts, local_date(self._workspace.clock())))


def _backups(office: "Opened | None", _ticket: Ticket) -> object:
    from kts_desktop.services import offices

    return offices.backups(office) if office is not None else []


def _look(office: "Opened | None", language: str, wish: Wish, ticket: Ticket) -> Looked:
    """Compare, and read the words of the value lists that what differs needs."""
    from kts_desktop.services import earlier, value_lists

    if office is None:  # closed a moment ago, and the dialog goes with its page
        raise CancelledError
    found = earlier.compare(
        office,
        wish.backup,
        wish.kind,
        earlier.by_id(wish.kind, wish.id),
        unlock=_of_then(wish.secret),
        now=utc_now(),
        progress=ticket.step,
    )
    with office.store.read() as session:
        return Looked(earlier=found, labels=value_lists.labels(session, found.list_keys(), language))


def _of_then(secret: str) -> "Unlock | None":
    """Tell a recovery code by its length from a passphrase."""
    if not secret:
        return None
    is_code = sum(letter.isalnum() for letter in secret) == _CODE_LETTERS
    return _unlock(Key(secret=Secret.CODE if is_code else Secret.PASSPHRASE, text=secret, remember=False))


def _take(found: "Earlier", chosen: "frozenset[Choice]", session: Any, _ticket: Ticket) -> object:
    from kts_desktop.services import earlier_taking

    return earlier_taking.take_over(session, found, chosen)


def _open(folder: Path, key: Key, ticket: Ticket) -> Arrival:
    from kts_desktop.services import opening

    return Arrival(office=opening.open_office(folder, _unlock(key), progress=ticket.step))


def _unlock(key: Key) -> "Unlock":
    from kts_desktop.storage.unlocking import Unlock

    return Unlock(
        passphrase=key.text if key.secret is Secret.PASSPHRASE else None,
        recovery_code=key.text if key.secret is Secret.CODE else None,
        remember=key.remember,
    )


def _create(folder: Path, wishes: NewOffice, _ticket: Ticket) -> Arrival:
    from kts_desktop.services import offices
    from kts_desktop.storage.keys import KeySources

    names = offices.Names(office=wishes.office, adviser=wishes.adviser)
    place = _free_folder(folder, "office")
    made = offices.found_office(place, names, keys=KeySources(), passphrase=wishes.passphrase or None)
    return Arrival(office=made.opened, code=made.recovery_code, name=wishes.office)


def _open_demo(folder: Path, ticket: Ticket) -> Arrival:
    from kts_desktop.services import offices
    from kts_desktop.services.demo import making
    from kts_desktop.storage.creating import create_demo_profile

    try:
        return _open(folder, Key(), ticket)
    except ProfileError as error:
        if error.code not in {"no_profile", "unfinished"}:
            raise
    made = create_demo_profile(folder, now=utc_now())
    try:
        making.make_demo(made.store, today=local_date(utc_now()), progress=ticket.step)
        offices.act_as_owner(made.store)
    except BaseException:
        made.opened.close()
        raise
    return Arrival(office=made.opened)


def _records(text: str, session: Any, _ticket: Ticket) -> list[Found]:
    """Return what the office knows by name, then places that only the directory knows."""
    from kts_desktop.services import directory, search

    hits = search.named(session, text)
    places = [place for place in directory.find(session, text, _PLACES) if not place.is_adopted]
    return [
        *(Found(kind=hit.kind, id=hit.id, title=hit.title, aside=hit.subtitle) for hit in hits),
        *(Found(kind="organisation", id=one.token, title=one.name, aside=one.district) for one in places),
    ]


def _counts(day: date, session: Any, _ticket: Ticket) -> dict[str, int]:
    from kts_desktop.services import advisers, today

    me = advisers.me(session)
    found = today.day(session, day, me.id if me else None)
    events = sum(1 for one in found.appointments if one.kind == "event")
    due = found.counts.overdue + found.counts.today
    return {"today": due, "cases": found.counts.open_cases, "events": events}


def _restore(folder: Path, backup: Path, key: Key, ticket: Ticket) -> Arrival:
    from kts_desktop.services import offices

    offices.restore(folder, backup, _unlock(key))
    arrival = _open(folder, key, ticket)
    office = cast("Opened", arrival.office)
    return replace(arrival, office=replace(office, notes=(*office.notes, *offices.returned(office))))


def facts(office: "Opened | None", _ticket: Ticket) -> object:
    """Return what can be said of the open office, and its backups."""
    from kts_desktop.services import offices

    return (offices.facts(office), offices.backups(office)) if office is not None else None


def set_passphrase(office: "Opened", passphrase: str, _ticket: Ticket) -> "Opened":
    """Set or change the passphrase and return the office as it is known now."""
    from kts_desktop.services import offices
    from kts_desktop.storage.keys import KeySources

    return offices.set_passphrase(office, passphrase, keys=KeySources())


def renew_code(office: "Opened", _ticket: Ticket) -> str:
    """Make a new recovery code and return it."""
    from kts_desktop.services import offices
    from kts_desktop.storage.keys import KeySources

    return offices.renew_recovery_code(office, keys=KeySources())


def _rekey(office: "Opened", passphrase: str, tell: Callable[[str], None], ticket: Ticket) -> Arrival:
    from kts_desktop.services import offices, opening
    from kts_desktop.storage.keys import KeySources
    from kts_desktop.storage.unlocking import Unlock

    done = offices.rekey(
        office, keys=KeySources(), tell=tell, passphrase=passphrase or None, progress=ticket.step
    )
    unlock = Unlock(recovery_code=done.recovery_code, remember=False)
    opened = opening.open_office(office.folder.root, unlock)
    return Arrival(office=replace(opened, notes=(*opened.notes, *done.notes)))


def _has_keyring(_ticket: Ticket) -> bool:
    from kts_desktop.services import offices
    from kts_desktop.storage.keys import KeySources

    return offices.has_keyring(KeySources())


def back_up(office: "Opened", ticket: Ticket) -> object:
    """Make a backup, open it and check it."""
    from kts_desktop.services import offices

    return offices.back_up(office, ticket.step)


def copy_aside(office: "Opened", place: Path, made: object, ticket: Ticket) -> object:
    """Copy the backup just made, or the newest, to the second place and compare."""
    from kts_desktop.services import offices

    return offices.copy_aside(office, place, cast("offices.BackupRow | None", made), ticket.step)


def days_without_backup(office: "Opened", _ticket: Ticket) -> object:
    """Return for how many days no backup was checked, if those are too many; 0 if there never was one."""
    from kts_desktop.services import offices

    return offices.days_without_backup(office)


def back_up_if_due(office: "Opened", ticket: Ticket) -> object:
    """Make the backup of the day or week if there is none yet."""
    from kts_desktop.services import offices

    return offices.back_up_if_due(office, ticket.step)


def get_ready(office: "Opened", _ticket: Ticket) -> None:
    """Load what the first list did without and a form or change would wait for; keep the words of indexes.

    Raises as UserFacingError what a copied or restored office has to tell: it is another laptop from now on.
    """
    from kts_desktop.services import attachments, callers, cases, directory, project_lists  # noqa: F401
    from kts_desktop.storage import sessions, terms

    sessions.load_mapper()
    with office.store.maintain() as connection:
        terms.renew(connection, utc_now())
    exchange = _exchange(office)
    for note in exchange.notes if exchange is not None else ():
        raise note


def rehearse_if_due(office: "Opened", ticket: Ticket) -> None:
    """Rehearse a restore once a week; raises StorageError if the last one failed, now or before."""
    from kts_desktop.services import rehearsal

    rehearsal.rehearse_if_due(office, ticket.step)
    failure = rehearsal.last_failure(office)
    if failure is not None:
        raise failure


def wait_for(ended: Sequence[Event], _ticket: Ticket) -> None:
    """Wait for long work that was told to stop: it still writes what it has done."""
    for one in ended:
        one.wait()


def close(office: "Opened", _ticket: Ticket) -> None:
    """Close the office: seal the day's work for the colleagues, tidy up, checkpoint, give the lock free."""
    try:
        exchange = None if office.is_read_only else _exchange(office)
        if exchange is not None:
            exchange.seal()
            exchange.tend()
    except UserFacingError as error:
        _LOG.warning("not sealed at the end: %s", error.code)  # the next export seals it
    finally:
        office.close()


def _exchange(office: "Opened") -> "Exchange | None":
    """Return the exchange of an office that has colleagues; None for all others."""
    if not office.folder.exchange.identity.exists():
        return None
    from kts_desktop.exchange.sync.office import exchange_of
    from kts_desktop.storage.keys import KeySources

    return exchange_of(office, KeySources().keyring)


def _free_folder(folder: Path, name: str) -> Path:
    """Return a folder that holds no profile yet."""
    number = 1
    while (folder / (name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return folder / (name if number == 1 else f"{name}-{number}")
