"""The briefing pack: what an adviser carries to a town hall."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from reportlab.platypus import CondPageBreak

from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.bundles import Front, Portion, bundled, portions_of
from kts_desktop.printing.chapters import Leaves
from kts_desktop.printing.flowables import Flowable, Lines, OnRightPage, PageBreak
from kts_desktop.printing.furniture import pages
from kts_desktop.printing.look import Look
from kts_desktop.printing.packs import cases, cover, meeting, people, place, records
from kts_desktop.printing.paper import Bundle, Paper, Progress, no_progress
from kts_desktop.printing.theme import HEIGHT, LARGE, NORMAL, WIDTH
from kts_desktop.printing.words.briefing import TEXTS
from kts_desktop.services.briefing_options import Redaction
from kts_desktop.services.pack_parts import Part, PartChoice
from kts_desktop.services.snapshot import Snapshot

Draw = Callable[[Snapshot, Look], list[Flowable]]
PARTS: Mapping[Part, Draw] = MappingProxyType(
    {
        Part.COVER: cover.cover,
        Part.CONTENTS: cover.contents,
        Part.GLANCE: cover.glance,
        Part.PROFILE: place.profile,
        Part.MAP: place.position,
        Part.PROJECT: place.project,
        Part.MEASURES: cases.measures,
        Part.PERSONS: people.people,
        Part.CHANGES: records.changes,
        Part.HISTORY: records.history,
        Part.TASKS: people.follow_ups,
        Part.PROMISES: people.promises,
        Part.CASES: cases.cases,
        Part.EVENT: cases.events,
        Part.PEERS: records.peers,
        Part.FIGURES: meeting.figures,
        Part.AGENDA: meeting.agenda,
        Part.ROUTE: meeting.route,
        Part.DOCUMENTS: records.documents,
        Part.TEXT: meeting.own_text,
        Part.NOTES: meeting.notes,
    }
)
_OPENS_PAGE = frozenset({Part.CONTENTS, Part.HISTORY, Part.TEXT, Part.NOTES})
_CLOSES_PAGE = frozenset({Part.COVER, Part.HISTORY, Part.TEXT, Part.NOTES})
_GAP = 24.0  # points between the lines of the last page and what follows them


def render(snapshot: Snapshot, *, progress: Progress = no_progress) -> Paper:
    """Return the pack of a snapshot: the same snapshot gives the same bytes.

    ``progress`` hears of work done, work in all and words for it; what it raises ends the work.
    """
    look = _look(snapshot)
    head, name = snapshot.head, snapshot.profile.name
    paper = bound(
        _story(snapshot, look),
        look,
        head,
        title=look.words("title", name=name),
        subject=snapshot.subject,
        furniture=furnished(look, head, kind=look.words("pack"), about=name),
        grey=snapshot.options.grey,
        progress=progress,
    )
    return replace(paper, remarks=_remarks(look))


def render_many(snapshots: Sequence[Snapshot], *, progress: Progress = no_progress) -> Bundle:
    """Return packs in one file, with contents of their own before them; the options are those of the first.

    Raises ShareError where one of them cannot be laid out; what ``progress`` raises ends the work.
    """
    first = snapshots[0]
    return bundled(
        _front(first, len(snapshots)),
        portions_of(snapshots, _portion),
        right=first.options.duplex,
        grey=first.options.grey,
        progress=progress,
    )


def _look(snapshot: Snapshot) -> Look:
    options = snapshot.options
    size = LARGE if options.large else NORMAL
    look = Look(snapshot.language, snapshot.taken, size=size, texts=TEXTS, second=options.second)
    look.is_redacted = options.redaction is not Redaction.INTERNAL
    return look


def _front(first: Snapshot, count: int) -> Front:
    """Return title and contents of a file of packs; all of it is of the office, nothing of one body."""
    look = _look(first)
    title = look.words("packs", count=count)
    return Front(
        look=look,
        head=replace(first.head, number=""),
        title=title,
        story=cover.front(first, look, title),
        templates=pages(furnished(look, replace(first.head, number=""), kind=look.words("packs_kind"))),
    )


def _portion(snapshot: Snapshot, chapter: int) -> Portion:
    look, leaves = _look(snapshot), Leaves()
    look.chapter = chapter
    story = _story(snapshot, look)
    around = furnished(look, snapshot.head, kind=look.words("pack"), about=snapshot.profile.name)
    counter = look.words("counter_of_pack", page="{page}", pages="{pages}", leaf="{leaf}", leaves="{leaves}")
    return Portion(
        look=look,
        story=story,
        templates=pages(replace(around, counter=counter, leaves=leaves), chapter=chapter),
        first="cover",
        leaves=leaves,
        remarks=_remarks(look),
    )


def _remarks(look: Look) -> tuple[str, ...]:
    """Return what whoever prints the pack should know."""
    return (look.words("shortened", count=look.shortened),) if look.shortened else ()


def _story(snapshot: Snapshot, look: Look) -> list[Flowable]:
    choices = snapshot.options.choices()
    story: list[Flowable] = []
    if not choices or choices[0].part is not Part.COVER:
        story += [*cover.masthead(snapshot, look), *cover.kind_of_pack(snapshot, look)]
    before: list[Part] = []
    for choice in choices:
        if choice.part is Part.COVER and story:
            continue  # a cover is the first page or none
        look.choice = choice
        flowables = PARTS[choice.part](snapshot, look)
        if flowables and before and _opens(choice, before):
            story.append(PageBreak())
            if choice.right or snapshot.options.duplex:
                story.append(OnRightPage())
        if flowables:
            story += flowables
            before.append(choice.part)
    return _closed(story, snapshot, look)


def _opens(choice: PartChoice, before: Sequence[Part]) -> bool:
    """Tell whether a part begins on a page of its own; what is seen at a glance stays with the contents."""
    if choice.part is Part.GLANCE and before[-1] is Part.CONTENTS:
        return choice.right
    is_front = before[-1] is Part.CONTENTS or before[-2:] == [Part.CONTENTS, Part.GLANCE]
    return choice.right or is_front or choice.part in _OPENS_PAGE or before[-1] in _CLOSES_PAGE


def _closed(story: list[Flowable], snapshot: Snapshot, look: Look) -> list[Flowable]:
    """Return the story with what the pack says of itself; ruled lines at the end leave room for it."""
    last = meeting.about(snapshot, look)
    if story and isinstance(story[-1], Lines):
        solid = [one for one in last if not isinstance(one, CondPageBreak)]
        height = sum(one.wrap(WIDTH, HEIGHT)[1] + one.getSpaceBefore() + one.getSpaceAfter() for one in solid)
        story[-1].spare = height + _GAP
    return [*story, *last]
