"""What is typed into a letter, kept as it is typed: a crash or a power cut loses a blink of it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from kts_desktop.services import drafts, papers
from kts_desktop.services.letter_paper import BODY, CASE, PERSON, LetterOptions
from kts_desktop.services.pack_requests import Subject
from kts_desktop.services.paper_options import as_text, from_text
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LABEL = "draft"  # never seen: drafts are no undo steps
_OPTIONS = "options"
_FORMS: Mapping[str, str] = MappingProxyType(  # the first word tells the start page whose draft it is
    {PERSON: "people.letter", BODY: "bodies.letter", CASE: "cases.letter"}
)
_EMPTY = LetterOptions()


class LetterDrafts:
    """One draft for each record that is written to; it goes once the letter is saved or printed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def begin(self, subject: Subject, last: LetterOptions) -> LetterOptions:
        """Return the draft that waits, else an empty letter signed and closed like the last one.

        What was written to somebody else is never taken over.
        """
        kept = self._workspace.read(lambda session: _kept(session, subject))
        if kept is not None:
            return from_text(LetterOptions, str(kept.content.get(_OPTIONS, "")))
        return _without_words(last)

    def keep(self, subject: Subject, options: LetterOptions) -> None:
        """Keep what is typed; an empty letter is none."""
        if _without_words(options) == options:
            self.drop(subject)
            return
        content, at = {_OPTIONS: as_text(options)}, self._workspace.clock()

        def write(session: "Session", _ticket: object) -> None:
            uid = papers.lasting_name(session, subject.kind, subject.id)
            drafts.keep(session, _FORMS[subject.kind], uid, content, at)

        self._workspace.write(LABEL, write)

    def drop(self, subject: Subject) -> None:
        """Forget the draft of a letter that went out, or that was emptied."""

        def write(session: "Session", _ticket: object) -> None:
            uid = papers.lasting_name(session, subject.kind, subject.id)
            drafts.drop(session, _FORMS[subject.kind], uid)

        if self._workspace.read(lambda session: _kept(session, subject)) is not None:
            self._workspace.write(LABEL, write)


def _kept(session: "Session", subject: Subject) -> drafts.KeptDraft | None:
    uid = papers.lasting_name(session, subject.kind, subject.id)
    return drafts.of(session, _FORMS[subject.kind], uid)


def _without_words(options: LetterOptions) -> LetterOptions:
    return replace(
        options,
        subject=_EMPTY.subject,
        letter_text=_EMPTY.letter_text,
        enclosures=_EMPTY.enclosures,
        your_sign=_EMPTY.your_sign,
        your_letter=_EMPTY.your_letter,
        dated=_EMPTY.dated,
    )
