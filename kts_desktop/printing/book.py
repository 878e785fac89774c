"""Binding: from a story to the bytes of a tagged PDF, with metadata, templates and furniture."""

import io
from collections.abc import Sequence
from typing import Protocol

from reportlab.platypus import PageTemplate

from kts_desktop.printing import formats
from kts_desktop.printing.flowables import Flowable
from kts_desktop.printing.fonts import REGULAR
from kts_desktop.printing.furniture import Furniture, pages
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.tagged.document import TaggedDoc
from kts_desktop.printing.words.common import LOCALES
from kts_desktop.services.paper_head import Head


class PaperData(Protocol):
    """What the data of any paper has."""

    @property
    def head(self) -> Head:
        """Return from which office the paper comes, and as at when."""


def furnished(look: Look, head: Head, *, kind: str, about: str = "", right: str | None = None) -> Furniture:
    """Return the furniture of a paper: what kind it is, and about whom.

    At the right stands the office's line on confidentiality unless ``right`` says otherwise.
    """
    text, words = look.glyphs.text, look.words
    stamp = words("as_at", moment=formats.moment(head.taken, look.language))
    corner = head.office.confidentiality or words("confidential") if right is None else right
    return Furniture(
        header=text(" · ".join(part for part in (kind, about) if part)),
        header_right=text(corner),
        footer=text(f"{head.number} · {stamp}" if head.number else stamp),
        remark=words("demo") if head.demo else "",
        counter=words("counter", page="{page}", pages="{pages}"),
    )


def bound(
    story: Sequence[Flowable],
    look: Look,
    head: Head,
    *,
    title: str,
    subject: str = "",
    furniture: Furniture | None = None,
    templates: Sequence[PageTemplate] = (),
    grey: bool = False,
    progress: Progress = no_progress,
) -> Paper:
    """Return the finished paper: the same story gives the same bytes.

    With ``furniture`` the pages are A4 upright, the first without a header; else a paper brings its own
    ``templates``, whose first takes the first page. ``progress`` hears of work done, work in all and words
    for it; what it raises ends the work. ``title`` and ``subject`` are raw text.
    """
    text = look.glyphs.text
    target = io.BytesIO()
    name = text(title)
    document = TaggedDoc(
        target,
        stamp=head.taken,
        lang=LOCALES[look.language],
        font=REGULAR,
        title=name,
        subject=text(subject) or name,
        author=text(head.office.name),
        creator="KTS Desktop",
        producer="ReportLab",
        keywords=text(head.number),
        grey=grey,
    )
    document.addPageTemplates(list(templates) if furniture is None else pages(furniture))

    def watch(done: int, total: int, page: int) -> None:
        progress(done, total, look.words("page", page=page))

    document.write(list(story), watch)
    return Paper(content=target.getvalue(), pages=document.page_count, replaced=look.glyphs.replaced())
