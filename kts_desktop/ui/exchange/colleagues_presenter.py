"""Laptops: this one and the colleagues', their trust, what they know, packages for them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.exchange.sync.views import Colleague, Exported, Loss, OwnLaptop, Trust
from kts_desktop.ui.exchange.asking import Asking
from kts_desktop.ui.exchange.desk import Desk, DeskOf
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace

Laptop = OwnLaptop | Colleague
OWN = 1  # the id of this laptop in the list; the colleagues follow


class ColleaguesView(Protocol):
    """What the presenter shows things on."""

    def show_laptops(self, ids: Sequence[int], load: Loader[Laptop]) -> None:
        """Show the list."""

    def select(self, place: int) -> None:
        """Choose a line of the list."""

    def show_laptop(self, laptop: Laptop | None) -> None:
        """Show one laptop."""

    def show_card_saved(self, path: Path) -> None:
        """Say where the key card lies."""

    def show_unconfirmed(self, colleague: Colleague) -> None:
        """Ask to compare the identifier of a card that was just read."""

    def show_loss(self, colleague: Colleague, loss: Loss) -> None:
        """Tell what lies on a laptop before it is revoked."""

    def show_exported(self, exported: Exported) -> None:
        """Say that a package may be carried away."""

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused."""


class ColleaguesPresenter(Asking):
    """Knows the laptops as of the last reading."""

    known = Signal()  # the laptops are read: this one has its keys

    def __init__(self, workspace: Workspace, desk_of: DeskOf, view: ColleaguesView, parent: QObject) -> None:
        super().__init__(workspace, desk_of, view, parent)
        self._view = view
        self._laptops: tuple[Laptop, ...] = ()
        self._wanted = b""  # the card just read, to be compared
        self._losing: Colleague | None = None

    def refresh(self) -> None:
        """Read all laptops anew."""
        self.look(_laptops).succeeded.connect(self._on_read)

    def choose(self, place: int) -> None:
        """Show a laptop of the list; 0 shows none."""
        self.current = place
        self._view.show_laptop(self.laptop(place))

    def laptop(self, place: int) -> Laptop | None:
        """Return a laptop by its id in the list."""
        return self._laptops[place - 1] if 0 < place <= len(self._laptops) else None

    def confirmed(self) -> tuple[Colleague, ...]:
        """Return the colleagues a package may be made for."""
        return tuple(
            one for one in self._laptops if isinstance(one, Colleague) and one.trust is Trust.CONFIRMED
        )

    def save_card(self, folder: Path) -> None:
        """Write this laptop's key card."""
        self.look(lambda desk: desk.save_card(folder)).succeeded.connect(self._on_card_saved)

    def take_card(self, path: Path) -> None:
        """Read a colleague's key card."""
        self.write(lambda desk, _: (desk.take_card(path), Changes())).succeeded.connect(self._on_card_taken)

    def confirm(self, colleague: Colleague, typed: str) -> None:
        """Trust a laptop whose digits were typed as heard."""
        key = colleague.fingerprint
        self.write(lambda desk, _: (None, desk.confirm(key, typed))).succeeded.connect(self._on_done)

    def ask_loss(self, colleague: Colleague) -> None:
        """Find out what lies on a laptop."""
        self._losing = colleague
        self.look(lambda desk: desk.loss(colleague.fingerprint)).succeeded.connect(self._on_loss)

    def revoke(self, colleague: Colleague) -> None:
        """Accept nothing from a laptop any more."""
        self.write(lambda desk, _: (None, desk.revoke(colleague.fingerprint))).succeeded.connect(
            self._on_done
        )

    def export(self, to: Sequence[Colleague], folder: Path, title: str, *, whole: bool) -> Ticket:
        """Write a package."""
        keys = tuple(one.fingerprint for one in to)

        def write(desk: Desk, ticket: Ticket) -> tuple[object, Changes]:
            return desk.export(keys, folder, ticket.step, whole=whole), Changes()

        ticket = self.write(write, title)
        ticket.succeeded.connect(self._on_exported)
        return ticket

    @Slot(object)
    def _on_read(self, laptops: object) -> None:
        self._laptops = cast("tuple[Laptop, ...]", laptops)
        self.known.emit()
        rows = dict(enumerate(self._laptops, start=OWN))
        self._view.show_laptops(tuple(rows), lambda ids: {id_: rows[id_] for id_ in ids})
        wanted, self._wanted = self._wanted, b""
        for place, one in rows.items():
            if wanted and isinstance(one, Colleague) and one.fingerprint == wanted:
                self.go_to(place)
                self._view.show_unconfirmed(one)
                return
        self.go_to(self.current or OWN)

    @Slot(object)
    def _on_card_saved(self, path: object) -> None:
        self._view.show_card_saved(cast("Path", path))

    @Slot(object)
    def _on_card_taken(self, fingerprint: object) -> None:
        self._wanted = cast("bytes", fingerprint)
        self.refresh()

    @Slot(object)
    def _on_loss(self, loss: object) -> None:
        if self._losing is not None:
            self._view.show_loss(self._losing, cast("Loss", loss))

    @Slot(object)
    def _on_exported(self, exported: object) -> None:
        self._view.show_exported(cast("Exported", exported))
        self.refresh()

    @Slot(object)
    def _on_done(self, _value: object) -> None:
        self.refresh()


def _laptops(desk: Desk) -> tuple[Laptop, ...]:
    return (desk.own(), *desk.colleagues())
