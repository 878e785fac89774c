"""Binding several papers into one file: laid out as one document, each a chapter of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reportlab.platypus import PageTemplate

from kts_desktop.core.errors import UserFacingError
from kts_desktop.printing.book import bound
from kts_desktop.printing.chapters import Chapter, Course, Leaves, NewLeaf, template_of
from kts_desktop.printing.flowables import Flowable
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Bundle, Paper, Progress, Share, ShareError, no_progress
from kts_desktop.services.paper_head import Head

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """One paper as it goes into a bundle; ``leaves`` counts its pages.

    ``first`` is the template of its first page.
    """

    look: Look
    story: Sequence[Flowable]
    templates: Sequence[PageTemplate]
    first: str
    leaves: Leaves
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What stands before the papers of a bundle: nothing, or pages of its own.

    With pages of its own, the headings of the papers lie one level below the one they hold. ``empty`` are
    templates of pages between the papers.
    """

    look: Look
    head: Head
    title: str
    subject: str = ""
    story: Sequence[Flowable] = ()
    templates: Sequence[PageTemplate] = ()
    empty: Sequence[PageTemplate] = ()


def portions_of(data: Sequence[T], make: Callable[[T, int], Portion]) -> list[Portion]:
    """Return the papers of a bundle; ``make`` takes the data of one and its number, from 1.

    Raises ShareError where one of them cannot be made.
    """
    made = []
    for place, one in enumerate(data):
        try:
            made.append(make(one, place + 1))
        except Exception as error:
            raise ShareError(place) from error
    return made


def bundled(
    front: Front,
    portions: Sequence[Portion],
    *,
    right: bool = False,
    blank: str = "",
    grey: bool = False,
    progress: Progress = no_progress,
) -> Bundle:
    """Return the papers in one file: the same papers give the same bytes.

    ``right``: each begins on a right-hand page, after an empty one of the template ``blank`` if need be.
    Raises ShareError where one of them cannot be laid out; what ``progress`` raises ends the work.
    """
    course, watch = Course(), _Watch(progress)
    story = list(front.story)
    for place, portion in enumerate(portions, start=1):
        if story:
            story.append(NewLeaf(template_of(portion.first, place), right=right, blank=blank))
        story += [Chapter(place, course, depth=1 if front.story else 0), *portion.story]
    try:
        paper = bound(
            story,
            front.look,
            front.head,
            title=front.title,
            subject=front.subject,
            templates=[
                *front.templates,
                *(one for portion in portions for one in portion.templates),
                *front.empty,
            ],
            grey=grey,
            progress=watch,
        )
    except UserFacingError:
        raise
    except Exception as error:
        if watch.is_ended or not course.chapter:
            raise
        raise ShareError(course.chapter - 1) from error
    return _bundle(paper, portions)


def _bundle(paper: Paper, portions: Sequence[Portion]) -> Bundle:
    shares = tuple(
        Share(pages=one.leaves.total, replaced=one.look.glyphs.replaced(), remarks=one.remarks)
        for one in portions
    )
    replaced = sorted({*paper.replaced, *(letter for share in shares for letter in share.replaced)})
    remarks = dict.fromkeys(remark for share in shares for remark in share.remarks)
    return Bundle(paper=replace(paper, replaced=tuple(replaced), remarks=tuple(remarks)), shares=shares)


class _Watch:
    """Passes progress on, and knows whether it was that which ended the work."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.is_ended = False

    def __call__(self, done: int, total: int, words: str) -> None:
        self.is_ended = True
        self._progress(done, total, words)
        self.is_ended = False
