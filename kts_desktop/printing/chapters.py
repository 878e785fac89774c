"""Chapters: several papers bound into one file, each with page templates and page numbers of its own."""

from typing import Any

from reportlab.platypus import PageTemplate
from reportlab.platypus.doctemplate import ActionFlowable

from kts_desktop.printing.tagged.document import TaggedDoc
from kts_desktop.printing.tagged.structure import Node


def template_of(name: str, chapter: int) -> str:
    """Return what a page template of a chapter is called; 0 is a paper that has none."""
    return f"{name} {chapter}" if chapter else name


class Leaves:
    """Numbers the pages of one chapter: all are counted before the first is drawn."""

    def __init__(self) -> None:
        self.total = self._drawn = 0

    def add(self) -> None:
        """Count a page."""
        self.total += 1

    def turn(self) -> tuple[int, int]:
        """Return the number of the next page drawn, and how many there are."""
        self._drawn += 1
        return self._drawn, self.total


class LeafTemplate(PageTemplate):
    """A page that counts as one of a chapter."""

    def __init__(self, *args: Any, leaves: Leaves | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves


class Course:
    """Knows which chapter is being laid out; 0 before the first."""

    def __init__(self) -> None:
        self.document: TaggedDoc | None = None

    @property
    def chapter(self) -> int:
        """Return the number of the chapter."""
        return self.document.chapter if self.document is not None else 0


class Chapter(ActionFlowable):
    """Begins a chapter: a section of the structure, with headings ``depth`` levels deeper."""

    def __init__(self, number: int, course: Course, *, depth: int) -> None:
        super().__init__()
        self.begins = number, depth
        self._course, self._node = course, Node("Sect")

    def apply(self, doc: Any) -> None:
        """Let what follows belong to the chapter."""
        self._course.document = doc
        number, depth = self.begins
        doc.begin_chapter(number, self._node, depth)


class NewLeaf(ActionFlowable):
    """Goes on to a page of another template, if ``right`` to a right-hand one.

    A left-hand page that stays empty takes the template ``blank``, or that of the page before.
    """

    def __init__(self, template: str, *, right: bool, blank: str = "") -> None:
        super().__init__()
        self._template, self._right, self._blank = template, right, blank

    def apply(self, doc: Any) -> None:
        """End the page."""
        if self._right and doc.page % 2:
            if self._blank:
                doc.handle_nextPageTemplate(self._blank)
            doc.handle_pageBreak()
            doc.clean_hanging()
        doc.handle_nextPageTemplate(self._template)
        doc.handle_pageBreak()
