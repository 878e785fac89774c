"""The exchange of 10,000 changed people between two laptops, against the merge of a password manager.

All of it is processor time. Ours is everything a user waits for: sealing, encrypting, writing and reading
back; then quarantine, checks, backup, merge and journal. The rival is ``keepassxc-cli merge`` of two files in
which as many entries, of two words each, differ in one field; it runs where it is installed.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from time import process_time
from uuid import UUID
from xml.sax.saxutils import escape

from sqlalchemy import update

from benchmarks.measuring import Figure, Limit
from benchmarks.office import MADE_AT, Ground
from benchmarks.wording import Wording
from kts_desktop.exchange.sync.office import Exchange, exchange_of
from kts_desktop.models.person import Person
from kts_desktop.services import advisers, bulk
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.bulk import PersonAt
from kts_desktop.services.opening import act_as_owner
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage.creating import create_profile
from kts_desktop.storage.keys import KeySources, NoKeyring
from kts_desktop.storage.recovery import Cost
from kts_desktop.storage.store import Store

PEOPLE = 10_000
RIVAL = "keepassxc-cli"
MOST_MS_OUT, MOST_MS_IN, MOST_RATIO = 1000, 2000, 0.5
_LEAST, _ROUNDS = 50, 3
_QUICK = Cost(memory_kib=64, passes=1, lanes=1)
_PASSPHRASE = "measured only"  # noqa: S105
_DAYS = ("2026-11-24T08:00:00Z", "2026-11-25T08:00:00Z")
_TIMES = (
    "<Times><CreationTime>{0}</CreationTime><LocationChanged>{0}</LocationChanged>"
    "<LastModificationTime>{1}</LastModificationTime></Times>"
)


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield export, taking over, and taking over against the rival."""
    count, rounds = max(_LEAST, round(PEOPLE * ground.scale)), min(ground.rounds, _ROUNDS)
    with tempfile.TemporaryDirectory(dir=ground.root) as place, _two(Path(place), count) as pair:
        rival = rival_in(Path(place), count)
        out, taken, merged = [], [], []
        for number in range(rounds + 1):  # the first one warms up
            written, read = pair.exchange(f"Fassung {number}")
            out.append(written)
            taken.append(read)
            if rival is not None:
                merged.append(rival.merge())
    ours = median(taken[1:])
    yield Figure(name="export of changed people", ours=median(out[1:]), limit=MOST_MS_OUT, judged=Limit.TIME)
    yield Figure(name="taking changed people over", ours=ours, limit=MOST_MS_IN, judged=Limit.TIME)
    if merged:
        yield Figure(
            name="taking over against a merge",
            ours=ours,
            rival=median(merged[1:]),
            rival_name=f"{RIVAL} merge",
            limit=MOST_RATIO,
            judged=Limit.RATIO,
        )


class _Pair:
    """Two laptops that know each other and hold the same people."""

    def __init__(self, stick: Path, stores: tuple[Store, Store], laptops: tuple[Exchange, Exchange]) -> None:
        self._stick, self._store = stick, stores[0]
        self._one, self._other = laptops
        for reader, owner in (laptops, laptops[::-1]):
            reader.read_card(owner.write_card(stick))
            reader.confirm(owner.own().fingerprint, owner.own().digits)

    def fill(self, people: list[PersonAt]) -> None:
        """Enter people on the first laptop, and bring them to the other."""
        self._count = len(people)
        self._store.run("import.csv", lambda session: bulk.add_people(session, people))
        self._other.apply(self._sent(self._one, self._other, is_full=True))
        self._one.apply(self._sent(self._other, self._one))

    def exchange(self, remark: str) -> tuple[float, float]:
        """Change everybody, hand it on and have it acknowledged; return the time out and the time in."""
        with self._store.write("person.edit") as session:
            session.execute(update(Person).values(remark=remark))
        begun = process_time()
        package = self._sent(self._one, self._other)
        written = process_time()
        report = self._other.apply(package).report
        read = process_time()
        newer = sum(one.newer for one in report.counts if one.kind == "person")
        if newer != self._count:
            raise AssertionError(newer)
        self._one.apply(self._sent(self._other, self._one))
        return written - begun, read - written

    def _sent(self, sender: Exchange, to: Exchange, *, is_full: bool = False) -> Path:
        return sender.export([to.own().fingerprint], self._stick, is_full=is_full).path


@contextmanager
def _two(place: Path, count: int) -> Iterator[_Pair]:
    """Yield two laptops that hold as many people as wanted."""
    stick = place / "stick"
    stick.mkdir()
    wording = Wording(19)
    people = [
        PersonAt(draft=PersonDraft(family_name=wording.family(n), given_name=wording.given(n)))
        for n in range(count)
    ]
    with ExitStack() as stack:
        made = [_laptop(place / name, name, stack) for name in ("Anna Ahorn", "Ben Birke")]
        (store, one), (other_store, other) = made
        pair = _Pair(stick, (store, other_store), (one, other))
        pair.fill(people)
        yield pair


def _laptop(folder: Path, name: str, stack: ExitStack) -> tuple[Store, Exchange]:
    keys = KeySources(keyring=NoKeyring(), cost=_QUICK)
    made = create_profile(folder, keys=keys, passphrase=_PASSPHRASE, now=MADE_AT)
    stack.callback(made.opened.close)
    with made.store.write("setup") as session:
        advisers.be(session, advisers.add(session, AdviserDraft(name=name)))
    act_as_owner(made.store)
    return made.store, exchange_of(made.opened, NoKeyring())


def rival_in(place: Path, count: int) -> "Rival | None":
    """Return the rival with its files, or say that there is none."""
    if shutil.which(RIVAL):
        return Rival(place, count)
    print(f"{RIVAL} is not installed: taking over is not compared", file=sys.stderr)
    return None


class Rival:
    """Two files of the password manager, the second with every entry changed a day later."""

    def __init__(self, place: Path, count: int) -> None:
        self._work = place / "work.kdbx"
        self._old, self._new = (self._made(place, count, is_changed=changed) for changed in (False, True))

    def merge(self) -> float:
        """Merge the changed file into a copy of the old one; return the child's processor time."""
        shutil.copy(self._old, self._work)
        before = os.times()
        self._run("merge", "-q", "-s", str(self._work), str(self._new))
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    def _made(self, place: Path, count: int, *, is_changed: bool) -> Path:
        source = place / "entries.xml"
        source.write_text(_entries(count, is_changed=is_changed), encoding="utf-8")
        made = place / f"entries-{is_changed}.kdbx"
        self._run("import", "-q", "-p", "-t", "100", str(source), str(made))
        return made

    def _run(self, *words: str) -> None:
        typed = f"{_PASSPHRASE}\n{_PASSPHRASE}\n"
        subprocess.run((RIVAL, *words), input=typed, text=True, check=True, capture_output=True)


def _entries(count: int, *, is_changed: bool) -> str:
    """Return a file as the password manager imports it."""
    wording = Wording(19)
    day, note = _DAYS[is_changed], "geändert" if is_changed else ""
    entries = []
    for number in range(count):
        fields = {"Title": wording.family(number), "UserName": wording.given(number), "Notes": note}
        values = "".join(
            f"<String><Key>{key}</Key><Value>{escape(value)}</Value></String>"
            for key, value in fields.items()
        )
        times = _TIMES.format(_DAYS[0], day)
        entries.append(f"<Entry><UUID>{_uuid(number + 1)}</UUID>{times}{values}</Entry>")
    group = f"<UUID>{_uuid(0)}</UUID><Name>Root</Name>{_TIMES.format(_DAYS[0], _DAYS[0])}"
    return (
        '<?xml version="1.0" encoding="utf-8"?><KeePassFile><Meta><DatabaseName>People</DatabaseName></Meta>'
        f"<Root><Group>{group}{''.join(entries)}</Group></Root></KeePassFile>"
    )


def _uuid(number: int) -> str:
    return base64.b64encode(UUID(int=number + 1).bytes).decode()
