"""A desk of the exchange with given answers: for what the window does with them, without two laptops."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import PackageError, UserFacingError
from kts_desktop.exchange.sync.content import Value
from kts_desktop.exchange.sync.views import (
    Arrival,
    Colleague,
    Conflict,
    Entry,
    Exported,
    KindCounts,
    Loss,
    Opinion,
    OwnLaptop,
    Report,
    Side,
    Stage,
    TakeBackPlan,
    Token,
    Trust,
)
from kts_desktop.ui.exchange.desk import Tell

DIGITS = "40217 88310 19574 02236 71940 55012 63377 90481"
NOON_MS = 1_795_600_000_000
TOKEN = Token(package=b"p" * 16, seq=3, mark=40, top=41)


def a_colleague(person: str = "Jonas Petersen", trust: Trust = Trust.CONFIRMED) -> Colleague:
    """Return a laptop of a colleague."""
    return Colleague(
        fingerprint=person.encode().ljust(32, b"."),
        person=person,
        label="ThinkPad",
        digits=DIGITS,
        trust=trust,
        verified_by="",
        spaces=("dir", "office"),
        theirs_ms=NOON_MS - 86_400_000,
        ours_ms=None,
        unconfirmed_changes=4,
    )


def a_conflict(opinion: Opinion = Opinion.VALUES, texts: tuple[str, str] = ("CDO", "Leiterin")) -> Conflict:
    """Return a conflict of two laptops; the first side is this laptop's."""
    sides = tuple(
        Side(
            value=text,
            shown=text,
            person=person,
            laptop="L",
            at_ms=NOON_MS,
            is_own=is_own,
            is_displayed=not is_own,
        )
        for text, person, is_own in zip(
            texts, ("Katrin Albers", "Jonas Petersen"), (True, False), strict=True
        )
    )
    return Conflict(
        kind="person",
        uid=b"u" * 16,
        record_id=7,
        title="Henrike Vogt",
        field="function",
        opinion=opinion,
        base="Sachbearbeiterin",
        sides=sides,
        merged=None,
    )


def a_report(warnings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()) -> Report:
    """Return what a package with one new and one disputed record would do."""
    counts = KindCounts(kind="person", new=1, newer=0, stale=2, concurrent=1, deleted=0, erased=0, dropped=0)
    arrival = Arrival(
        kind="person",
        uid=b"u" * 16,
        title="Henrike Vogt",
        effect="concurrent",
        changes=(("function", "Leiterin", "CDO"),),
    )
    return Report(
        token=TOKEN,
        sender="Jonas Petersen",
        created_ms=NOON_MS,
        counts=(counts,),
        arrivals=(arrival,),
        conflicts=1,
        erasures=0,
        warnings=warnings,
    )


@dataclass
class GivenDesk:
    """Answers as told and keeps what it was asked to do."""

    laptops: list[Colleague] = field(default_factory=lambda: [a_colleague()])
    packages: list[Entry] = field(default_factory=list)
    open_conflicts: list[Conflict] = field(default_factory=list)
    report: Report = field(default_factory=a_report)
    refusal: UserFacingError | None = None
    stale_once: bool = False
    done: list[tuple[object, ...]] = field(default_factory=list)

    def own(self) -> OwnLaptop:
        """Return this laptop."""
        return OwnLaptop(
            fingerprint=b"o" * 32,
            person="Katrin Albers",
            label="Laptop 14",
            digits=DIGITS,
            replica=b"r" * 16,
            unsealed_changes=2,
        )

    def colleagues(self) -> Sequence[Colleague]:
        """Return the given laptops."""
        return tuple(self.laptops)

    def entries(self, _folder: Path | None) -> Sequence[Entry]:
        """Return the given packages."""
        return tuple(self.packages)

    def conflicts(self) -> Sequence[Conflict]:
        """Return the given conflicts."""
        return tuple(self.open_conflicts)

    def save_card(self, folder: Path) -> Path:
        """Keep where the card was wanted."""
        self.done.append(("save_card", folder))
        return folder / "albers.ktskarte"

    def take_card(self, path: Path) -> bytes:
        """Keep a new laptop as unconfirmed."""
        self.done.append(("take_card", path))
        self.laptops.append(a_colleague("Sven Krüger", Trust.UNCONFIRMED))
        return self.laptops[-1].fingerprint

    def confirm(self, fingerprint: bytes, typed: str) -> Changes:
        """Trust a laptop."""
        self.done.append(("confirm", fingerprint, typed))
        self._set(fingerprint, Trust.CONFIRMED)
        return Changes()

    def loss(self, _fingerprint: bytes) -> Loss:
        """Return what lay on a laptop."""
        return Loss(label="ThinkPad", known_until_ms=NOON_MS, counts=(("person", 160),))

    def revoke(self, fingerprint: bytes) -> Changes:
        """Give a laptop up."""
        self.done.append(("revoke", fingerprint))
        self._set(fingerprint, Trust.REVOKED)
        return Changes()

    def export(self, to: Sequence[bytes], folder: Path, tell: Tell, *, whole: bool = False) -> Exported:
        """Keep for whom a package was wanted."""
        tell(1, 1)
        self.done.append(("export", tuple(to), folder, whole))
        return Exported(
            path=folder / "a-b.ktspaket",
            size=900,
            records=2,
            fields=5,
            erased=0,
            blobs=0,
            recipients=("Jonas",),
        )

    def preview(self, _path: Path, tell: Tell) -> Report:
        """Return the given report, or refuse."""
        tell(1, 1)
        if self.refusal is not None:
            raise self.refusal
        self.done.append(("preview",))
        return self.report

    def plan_back(self, package: bytes) -> TakeBackPlan:
        """Return a plan for the records of the given report."""
        return TakeBackPlan(
            package=package, can_restore=False, arrivals=self.report.arrivals, changed_since=1
        )

    def apply(
        self, path: Path, token: Token, accepted: Collection[str], tell: Tell
    ) -> tuple[Report, Changes]:
        """Keep with which token a package was taken over."""
        tell(1, 1)
        if self.refusal is not None:
            raise self.refusal
        if self.stale_once:
            self.stale_once = False
            raise PackageError("package_stale_preview")
        self.done.append(("apply", path, token, *sorted(accepted)))
        self.packages = [replace(one, stage=Stage.TAKEN, report=self.report) for one in self.packages]
        return self.report, Changes()

    def take_back(self, package: bytes) -> Changes:
        """Keep which package was taken back."""
        self.done.append(("take_back", package))
        return Changes()

    def resolve(self, conflict: Conflict, value: Value) -> Changes:
        """Keep the decision."""
        self.done.append(("resolve", value))
        self.open_conflicts.remove(conflict)
        return Changes()

    def _set(self, fingerprint: bytes, trust: Trust) -> None:
        self.laptops = [
            replace(one, trust=trust) if one.fingerprint == fingerprint else one for one in self.laptops
        ]
