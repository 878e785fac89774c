"""What a briefing pack may print, frozen at one moment.

Labels of value lists are already in the paper's language; moments carry the zone they are printed in.
The same snapshot gives the same paper, byte for byte: nothing here points back to a record that may change.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.paper_head import Advisor, Head, Office

USUAL = BriefingOptions()


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Scope(StrEnum):
    """What a pack is about."""

    BODY = "body"
    CASE = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseDate:
    """A date that may be known to the month or the year only."""

    on: date
    precision: Precision = Precision.DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place in WGS 84; ``exact`` is false for the mean of a district."""

    lat: float
    lon: float
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The body the pack is about."""

    name: str
    kind: str = ""
    designation: str = ""
    district: str = ""
    state: str = ""
    state_key: str = ""
    country: str = ""
    population: int | None = None
    population_as_of: date | None = None
    population_source: str = ""
    size_class: str = ""
    area_km2: Decimal | None = None
    keys: tuple[tuple[str, str], ...] = ()
    address: str = ""
    website: str = ""
    phone: str = ""
    email: str = ""
    responsible: str = ""
    remark: str = ""
    position: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase of a project; phases may overlap."""

    label: str
    begins: LooseDate | None = None
    ends: LooseDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A dated step of a project."""

    on: LooseDate
    label: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A body that takes part in a project."""

    name: str
    role: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """An amount of money with its kind; ``public_figure`` marks what the press says."""

    kind: str
    amount: Decimal
    currency: str = "EUR"
    as_of: date | None = None
    source: str = ""
    public_figure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a project does."""

    title: str
    stage: str = ""
    themes: tuple[str, ...] = ()
    summary: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The model project of the body."""

    title: str
    cohort: str = ""
    category: str = ""
    form: str = ""
    fields: tuple[str, ...] = ()
    vision: str = ""
    summary: str = ""
    remark: str = ""
    members: tuple[Member, ...] = ()
    phases: tuple[Phase, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    funding: tuple[Funding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number as it is to be dialled, and what kind it is."""

    number: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person with the function held at the body."""

    name: str
    function: str = ""
    unit: str = ""
    body: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    remark: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A follow-up or a promise: what is owed, by whom, until when."""

    what: str
    due: date | None = None
    who: str = ""
    number: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One dated entry of a case."""

    at: datetime
    kind: str
    who: str = ""
    people: str = ""
    text: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One advisory case with as many of its notes as the pack shows, newest first."""

    number: str
    subject: str
    state: str = ""
    open: bool = True
    priority: str = ""
    form: str = ""
    lead: str = ""
    deputy: str = ""
    received: date | None = None
    closed: date | None = None
    concern: str = ""
    result: str = ""
    themes: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    note_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event the body takes part in or hosts."""

    begins: datetime
    title: str
    place: str = ""
    mode: str = ""
    part: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The appointment the pack is printed for; ``agenda`` has lines.

    ``is_public``: it is an event, whose agenda everybody may read, and no visit of ours.
    """

    at: datetime
    place: str = ""
    purpose: str = ""
    address: str = ""
    agenda: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the chronology: a day, what kind of thing happened, who did it, and what."""

    on: date
    kind: str
    who: str = ""
    what: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was changed in a record since the last visit; ``old`` is empty for something new."""

    on: date
    record: str
    field: str
    old: str = ""
    new: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A similar municipality, what it has, and the reason in words."""

    name: str
    place: str = ""
    what: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of something."""

    label: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paperwork:
    """A document on a case, a body or a project; ``mark`` is the beginning of its SHA-256."""

    name: str
    on: date | None = None
    size: int = 0
    mark: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Another body of the project, as the map shows it."""

    name: str
    position: Position
    state: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """From when changes are told, and of what that was the day: ``visit``, ``contact`` or ``period``."""

    on: date
    what: str = "period"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All a briefing pack may print; ``number`` is the file number of every page.

    ``left_out`` names what redaction took away, by keys of words.
    """

    scope: Scope
    language: str
    taken: datetime
    number: str
    office: Office
    adviser: Advisor
    profile: Profile
    subject: str = ""
    visit: Visit | None = None
    project: Project | None = None
    contacts: tuple[Contact, ...] = ()
    follow_ups: tuple[Duty, ...] = ()
    ours: tuple[Duty, ...] = ()
    theirs: tuple[Duty, ...] = ()
    cases: tuple[Case, ...] = ()
    events: tuple[Event, ...] = ()
    measures: tuple[Measure, ...] = ()
    partners: tuple[Partner, ...] = ()
    history: tuple[Entry, ...] = ()
    since: Since | None = None
    changes: tuple[Change, ...] = ()
    peers: tuple[Peer, ...] = ()
    quarters: tuple[Count, ...] = ()
    topics: tuple[Count, ...] = ()
    documents: tuple[Paperwork, ...] = ()
    months_back: int = 24
    demo: bool = False
    options: BriefingOptions = USUAL
    left_out: tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """Return what the pack says of itself."""
        return Head(
            language=self.language,
            taken=self.taken,
            office=self.office,
            adviser=self.adviser,
            number=self.number,
            demo=self.demo,
        )
