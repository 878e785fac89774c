"""What the window and the command line see of the exchange: frozen, plain, without a connection."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kts_desktop.exchange.sync.content import Value


class Trust(StrEnum):
    """How far a laptop's key is trusted; only a confirmed one may receive and send."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    REVOKED = "revoked"


class Standing(StrEnum):
    """What may be done with a package after it was looked at."""

    READY = "ready"
    WAITING = "waiting"  # changes before it are missing
    ALREADY = "already"
    NOTHING_NEW = "nothing_new"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """One other laptop; ``theirs_ms`` is the newest state of theirs here, ``ours_ms`` of ours there.

    ``unconfirmed_changes`` counts the own changed fields they have not acknowledged; ``digits`` is the
    fingerprint in 8 groups of 5 digits.
    """

    fingerprint: bytes
    person: str
    label: str
    digits: str
    trust: Trust
    verified_by: str
    spaces: tuple[str, ...]
    theirs_ms: int | None
    ours_ms: int | None
    unconfirmed_changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLaptop:
    """The laptop at hand as its card shows it."""

    fingerprint: bytes
    person: str
    label: str
    digits: str
    replica: bytes
    unsealed_changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A package written, verified and safe to carry away."""

    path: Path
    size: int
    records: int
    fields: int
    erased: int
    blobs: int
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What a package says of itself before the database is touched; ``problem`` is an error code or empty."""

    path: Path
    standing: Standing
    problem: str
    details: tuple[tuple[str, object], ...]
    kind: str
    sender: str
    created_ms: int | None
    records: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCounts:
    """How the package's records of one kind meet the office's."""

    kind: str
    new: int
    newer: int
    stale: int
    concurrent: int
    deleted: int
    erased: int
    dropped: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One record a package changes, to be looked at before it is taken over.

    ``before`` and ``after`` are by field; what a field holds is named as the history names it.
    """

    kind: str
    uid: bytes
    title: str
    effect: str  # new, newer, concurrent, deleted, restored
    changes: tuple[tuple[str, Value, Value], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Of which state of the office a preview speaks."""

    package: bytes
    seq: int
    mark: int
    top: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a package did or, as a preview, would do: the same counts, always."""

    token: Token
    sender: str
    created_ms: int
    counts: tuple[KindCounts, ...]
    arrivals: tuple[Arrival, ...]
    conflicts: int
    erasures: int
    warnings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # code, details


class Stage(StrEnum):
    """Where a package stands on this laptop."""

    NEW = "new"
    WAITING = "waiting"
    TAKEN = "taken"
    TAKEN_BACK = "taken_back"
    REFUSED = "refused"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One package that came or went, or lies in the watched folder; ``partner`` is who sent or gets it."""

    id: bytes
    stage: Stage
    partner: str
    at_ms: int
    size: int
    path: Path | None = None
    report: Report | None = None
    problem: str = ""
    details: tuple[tuple[str, object], ...] = ()


class Opinion(StrEnum):
    """Why a field is on the list of conflicts."""

    VALUES = "values"
    TEXT = "text"
    EXISTENCE = "existence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the values two laptops gave a field without having seen each other's."""

    value: Value
    shown: str
    person: str
    laptop: str
    at_ms: int
    is_own: bool
    is_displayed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One field on which the laptops differ until somebody decides; ``base`` is what both began from."""

    kind: str
    uid: bytes
    record_id: int
    title: str
    field: str
    opinion: Opinion
    base: str | None
    sides: tuple[Side, ...]
    merged: str | None  # the three-way merge of a text where it is possible


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """A package that waits for one before it."""

    path: Path
    sender: str
    created_ms: int
    missing: tuple[tuple[str, int, int], ...]  # whose, number here, number the package starts after


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What lay on a laptop that was lost, by kind, with the day of its last known state."""

    label: str
    known_until_ms: int | None
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPlan:
    """What taking a package back would do.

    ``can_restore`` says that nothing was edited, sealed or taken over since: then the backup made before the
    import can be restored instead. ``arrivals`` lists what would be set again; ``changed_since`` counts the
    fields that would stay, because somebody has changed them since.
    """

    package: bytes
    can_restore: bool
    arrivals: tuple[Arrival, ...]
    changed_since: int
