"""The briefing pack: what an adviser carries to a town hall."""

import io
from collections.abc import Callable

from kts_desktop.printing import formats
from kts_desktop.printing.flowables import Flowable
from kts_desktop.printing.fonts import REGULAR
from kts_desktop.printing.furniture import Furniture, pages
from kts_desktop.printing.packs.cases import about, cases, events, measures, notes
from kts_desktop.printing.packs.cover import contents, cover
from kts_desktop.printing.packs.look import Look
from kts_desktop.printing.packs.people import follow_ups, people, promises
from kts_desktop.printing.packs.place import profile, project
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.tagged.document import TaggedDoc
from kts_desktop.printing.theme import NORMAL
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
_LOCALES = {"de": "de-DE", "en": "en-GB"}


def render(snapshot: Snapshot, *, progress: Progress = no_progress, size: float = NORMAL) -> Paper:
    """Return the pack of a snapshot: the same snapshot gives the same bytes.

    ``progress`` hears of work done, work in all and words for it; what it raises ends the work.
    """
    look = Look(snapshot.language, snapshot.taken, size=size)
    story = [flowable for part in PARTS for flowable in part(snapshot, look)]
    text = look.glyphs.text
    target = io.BytesIO()
    title = text(look.words("title", name=snapshot.profile.name))
    document = TaggedDoc(
        target,
        stamp=snapshot.taken,
        lang=_LOCALES[snapshot.language],
        font=REGULAR,
        title=title,
        subject=text(snapshot.subject) or title,
        author=text(snapshot.office.name),
        creator="KTS Desktop",
        producer="ReportLab",
        keywords=text(snapshot.number),
    )
    document.addPageTemplates(pages(_furniture(snapshot, look)))

    def watch(done: int, total: int, page: int) -> None:
        progress(done, total, look.words("page", page=page))

    document.write(story, watch)
    return Paper(content=target.getvalue(), pages=document.page_count, replaced=look.glyphs.replaced())


def _furniture(data: Snapshot, look: Look) -> Furniture:
    text, words = look.glyphs.text, look.words
    stamp = words("as_at", moment=formats.moment(data.taken, look.language))
    return Furniture(
        header=text(f"{words('pack')} · {data.profile.name}"),
        header_right=text(data.office.confidentiality or words("confidential")),
        footer=text(f"{data.number} · {stamp}" if data.number else stamp),
        remark=words("demo") if data.demo else "",
        counter=words("counter", page="{page}", pages="{pages}"),
    )
