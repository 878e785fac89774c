"""Papers in quantity: packs of a batch, badges of a conference, and a long list of contacts.

The time is the processor's: layout is work from end to end, and waiting for other programs is not ours.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks import pack
from benchmarks.measuring import Figure, Limit
from benchmarks.office import MADE_AT, Ground, opened
from benchmarks.start_up import ROOT
from benchmarks.wording import Wording
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.printing import batch
from kts_desktop.printing.catalogue import BRIEFING, PAPERS
from kts_desktop.printing.paper import Paper
from kts_desktop.printing.papers import badges, contacts
from kts_desktop.services import briefing_paper, paper_batch
from kts_desktop.services.attendees import code_of
from kts_desktop.services.badges_paper import Badge, BadgesData
from kts_desktop.services.contacts_paper import ContactLine, ContactList, ContactOrder
from kts_desktop.services.paper_batch import Wanted
from kts_desktop.services.paper_head import Advisor, Head, Office
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.sheet_options import BadgeSheet, SheetUse
from kts_desktop.storage.store import Store

PACK_MS, BADGES_MS, CONTACTS_MS = 120.0, 1_000.0, 2_000.0
BADGES_MB = 0.8
PACKS, BADGES, CONTACTS = 73, 500, 4_000
FEWEST = 5  # papers, badges or rows in a small office
_ROUNDS = 3
_BYTES = 1_000_000
_SEED = 73
_ROLES = (
    ("participant", "Teilnahme"),
    ("speaker", "Vortrag"),
    ("facilitator", "Moderation"),
    ("organiser", "Organisation"),
    ("press", "Presse"),
)


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield the figures of a batch of packs, of badges and of a list of contacts."""
    rounds = min(ground.rounds, _ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        demo = [sys.executable, "-m", "kts_desktop", "demo", "--folder", folder]
        subprocess.run(demo, check=True, cwd=ROOT, capture_output=True)
        with opened(Path(folder) / "office") as office:
            yield of_packs(office.store, _scaled(PACKS, ground), rounds)
            yield from pack.of_rivals(office.store, rounds)
    yield from of_badges(_scaled(BADGES, ground), rounds)
    yield of_contacts(_scaled(CONTACTS, ground), rounds)


def of_packs(store: Store, count: int, rounds: int) -> Figure:
    """Return what a pack costs after the first one, among those of the model projects' leads."""
    now = utc_now()
    with store.read() as session:
        leads = paper_batch.bodies(session, Wanted(all_projects=True), local_date(now))[:count]
    options = PAPERS[BRIEFING].options()
    asks = [Ask(kind=briefing_paper.BODY, ids=(id_,), options=options, now=now) for id_ in leads]
    spent = median(_batch(store, asks) for _ in range(rounds))
    return Figure(name="papers, a pack of a batch", ours=spent, limit=PACK_MS, judged=Limit.TIME)


def of_badges(count: int, rounds: int) -> Iterator[Figure]:
    """Yield time and size of a run of badges with name, body, bar of the role and code."""
    data = _badges(count)
    spent, made = _timed(lambda: badges.render(data), rounds)
    name = f"papers, {count} badges"
    yield Figure(name=name, ours=spent, limit=BADGES_MS, judged=Limit.TIME)
    size = len(made.content) / _BYTES
    yield Figure(name=f"{name}, size", ours=size, limit=BADGES_MB, judged=Limit.SIZE)


def of_contacts(count: int, rounds: int) -> Figure:
    """Return how long the layout of a list of contacts takes."""
    data = _contacts(count)
    spent, _ = _timed(lambda: contacts.render(data), rounds)
    return Figure(name=f"papers, list of {count} contacts", ours=spent, limit=CONTACTS_MS, judged=Limit.TIME)


def _scaled(count: int, ground: Ground) -> int:
    """Return the count of the large office, or less for a smaller one; a larger one asks for no more."""
    return max(FEWEST, round(count * min(1.0, ground.scale)))


def _batch(store: Store, asks: list[Ask]) -> float:
    """Return the time of each pack but the first, which loads fonts and pictures for all."""
    with tempfile.TemporaryDirectory() as folder, store.read() as session:
        made = batch.each(session, PAPERS[BRIEFING], asks, Path(folder))
        outcomes = [next(made)]
        begun = process_time()
        outcomes += made
        spent = process_time() - begun
    for one in outcomes:
        if one.error is not None:
            raise one.error
    return spent / (len(outcomes) - 1)


def _timed(render: Callable[[], Paper], rounds: int) -> tuple[float, Paper]:
    """Return the median of the rounds after one that warms up, and the paper."""
    made, times = render(), []
    for _ in range(rounds):
        begun = process_time()
        made = render()
        times.append(process_time() - begun)
    return median(times), made


def _head() -> Head:
    office = Office(
        name="Koordinierungs- und Transferstelle", unit="PB", address="Musterstraße 1, Musterstadt"
    )
    return Head(language="de", taken=MADE_AT, office=office, adviser=Advisor(name="Mira Ahornthal"))


def _badges(count: int) -> BadgesData:
    words = Wording(_SEED)
    made = []
    for number in range(count):
        role, label = _ROLES[number % len(_ROLES)]
        made.append(
            Badge(
                registration_id=number + 1,
                degree="Dr." if number % 10 == 0 else "",
                given_name=words.given(number),
                family_name=words.family(number),
                body=f"Stadt {words.family(number // 3)}",
                role=role,
                role_label=label,
                no_photo=number % 7 == 0,
                code=code_of(number.to_bytes(16), None),
            )
        )
    return BadgesData(
        head=_head(),
        event="Regionalkonferenz Nr. 24",
        held_on=MADE_AT,
        badges=tuple(made),
        again=0,
        printed_last=None,
        left_out=0,
        use=SheetUse(sheet=BadgeSheet.B90X54.value),
    )


def _contacts(count: int) -> ContactList:
    words = Wording(_SEED)
    return ContactList(
        head=_head(),
        kind="",
        about=(),
        filters=(),
        order=ContactOrder.NAME,
        lines=tuple(
            ContactLine(
                name=f"{words.family(number)}, {words.given(number)}",
                function="Projektleitung" if number % 3 else "Leitung",
                unit="Stabsstelle Digitalisierung" if number % 2 else "",
                body=f"Stadt {words.family(number // 3)}",
                phone=f"0221 4710-{number}",
                mail=f"person.{number}@stadt{number // 3}.example",
            )
            for number in range(count)
        ),
    )
