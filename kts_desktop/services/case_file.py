"""What the case file of the e-file prints, frozen at one moment: everything about one case, nothing cut.

Labels of value lists are already in the paper's language; moments carry the zone they are printed in.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from kts_desktop.services.paper_head import Head
from kts_desktop.services.snapshot import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated note, numbered in the order of time."""

    number: int
    at: datetime
    kind: str
    minutes: int | None = None
    author: str = ""
    people: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A follow-up, a promise or a deadline; ``done`` and ``result`` once it is settled."""

    kind: str
    what: str
    due: date
    who: str = ""
    done: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Another record that belongs to the case: its kind, its number where it has one, its title."""

    kind: str
    title: str
    number: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A strategy, study or other document the case names; its files stand among the enclosures."""

    kind: str
    title: str
    dated: date | None = None
    origin: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file of the case: where it hangs, its size in bytes, and the hash that tells it from others."""

    number: int
    name: str
    place: str
    mime: str
    size: int
    sha256: str
    dated: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A paper that was made about the case before."""

    at: datetime
    paper: str
    pages: int
    file_name: str = ""
    by: str = ""
    redaction: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that a step changed, on which part of the case; both values empty where a record was made."""

    part: str
    field: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the journal."""

    at: datetime
    who: str
    what: str
    changes: tuple[Change, ...] = ()
    is_undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The fields of the case itself; ``retention_code`` is the code whose label ``retention`` is."""

    number: str
    subject: str
    body: str = ""
    place: str = ""
    project: str = ""
    state: str = ""
    state_code: str = ""
    form: str = ""
    channel: str = ""
    priority: str = ""
    lead: str = ""
    deputy: str = ""
    received: date
    closed: date | None = None
    filed: date | None = None
    retention: str = ""
    retention_code: str = ""
    keep_until: date | None = None
    file_place: str = ""
    concern: str = ""
    result: str = ""
    themes: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One case in full; ``uid`` names it on every laptop. ``journal`` is None where it was not asked for."""

    head: Head
    uid: str
    facts: Facts
    people: tuple[Contact, ...] = ()
    entries: tuple[Entry, ...] = ()
    duties: tuple[Duty, ...] = ()
    relations: tuple[Relation, ...] = ()
    documents: tuple[Document, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    papers: tuple[Printed, ...] = ()
    journal: tuple[Step, ...] | None = field(default=None)
    volume_pages: int = 0
    large: bool = False
