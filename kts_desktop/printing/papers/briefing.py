"""The briefing pack: what an adviser carries to a town hall."""

from collections.abc import Callable

from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.flowables import Flowable
from kts_desktop.printing.look import Look
from kts_desktop.printing.packs.cases import about, cases, events, measures, notes
from kts_desktop.printing.packs.cover import contents, cover
from kts_desktop.printing.packs.people import follow_ups, people, promises
from kts_desktop.printing.packs.place import profile, project
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.theme import LARGE, NORMAL
from kts_desktop.printing.words.briefing import TEXTS
from kts_desktop.services.snapshot import Snapshot

Part = Callable[[Snapshot, Look], list[Flowable]]
PARTS: tuple[Part, ...] = (
    cover,
    contents,
    profile,
    project,
    people,
    follow_ups,
    promises,
    cases,
    events,
    measures,
    about,
    notes,
)


def render(snapshot: Snapshot, *, progress: Progress = no_progress) -> Paper:
    """Return the pack of a snapshot: the same snapshot gives the same bytes.

    ``progress`` hears of work done, work in all and words for it; what it raises ends the work.
    """
    size = LARGE if snapshot.large else NORMAL
    look = Look(snapshot.language, snapshot.taken, size=size, texts=TEXTS)
    story = [flowable for part in PARTS for flowable in part(snapshot, look)]
    head, name = snapshot.head, snapshot.profile.name
    return bound(
        story,
        look,
        head,
        title=look.words("title", name=name),
        subject=snapshot.subject,
        furniture=furnished(look, head, kind=look.words("pack"), about=name),
        progress=progress,
    )
