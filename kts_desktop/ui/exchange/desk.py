"""What the page asks of the exchange; the program hands it in, so that the window paints without it."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kts_desktop.core.changes import Changes
from kts_desktop.exchange.sync.content import Value
from kts_desktop.exchange.sync.views import (
    Colleague,
    Conflict,
    Entry,
    Exported,
    Loss,
    OwnLaptop,
    Report,
    TakeBackPlan,
    Token,
)

if TYPE_CHECKING:
    from kts_desktop.storage.opening import Opened

Tell = Callable[[int, int], None]  # done, total; raises CancelledError once cancelled


class Desk(Protocol):
    """The exchange of an open office; every call runs in a worker and may raise UserFacingError."""

    def own(self) -> OwnLaptop:
        """Return this laptop."""

    def colleagues(self) -> Sequence[Colleague]:
        """Return the other laptops, the confirmed ones first."""

    def entries(self, folder: Path | None) -> Sequence[Entry]:
        """Return the packages that came and went, and those that lie in the watched folder."""

    def conflicts(self) -> Sequence[Conflict]:
        """Return the fields on which the laptops differ."""

    def save_card(self, folder: Path) -> Path:
        """Write this laptop's key card."""

    def take_card(self, path: Path) -> bytes:
        """Keep a colleague's card as unconfirmed, and return its fingerprint."""

    def confirm(self, fingerprint: bytes, typed: str) -> Changes:
        """Trust a laptop whose digits were typed as heard."""

    def loss(self, fingerprint: bytes) -> Loss:
        """Return what lies on a colleague's laptop."""

    def revoke(self, fingerprint: bytes) -> Changes:
        """Accept nothing from a laptop any more, and give it nothing."""

    def export(self, to: Sequence[bytes], folder: Path, tell: Tell, *, whole: bool = False) -> Exported:
        """Write a package for some laptops; ``whole`` gives everything, for a new one."""

    def preview(self, path: Path, tell: Tell) -> Report:
        """Return what a package would do; nothing is changed."""

    def apply(
        self, path: Path, token: Token, accepted: Collection[str], tell: Tell
    ) -> tuple[Report, Changes]:
        """Take a package over as it was shown; ``accepted`` are the questions answered with yes."""

    def plan_back(self, package: bytes) -> TakeBackPlan:
        """Return what taking a package back would do."""

    def take_back(self, package: bytes) -> Changes:
        """Put the values from before a package in place again."""

    def resolve(self, conflict: Conflict, value: Value) -> Changes:
        """Decide for a value."""


DeskOf = Callable[["Opened"], Desk]
