"""The records and areas visited, to go back and forth between them."""

from dataclasses import dataclass

_KEPT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page, and the record open on it (no kind: the page itself)."""

    page: str
    kind: str = ""
    id: int = 0


class Visits:
    """A walk through places; going somewhere new forgets what lay ahead, as in a browser."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """Return the place where one is."""
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether a place lies behind."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a place lies ahead."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Note a place; the same place twice in a row counts once, and a record replaces its bare page."""
        if self._at >= 0:
            here = self._places[self._at]
            if here == place or (place.kind == "" and here.page == place.page):
                return
            if here.kind == "" and here.page == place.page:
                self._at -= 1
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-_KEPT]
        self._at = len(self._places) - 1

    def back(self) -> Place | None:
        """Step back and return where that is; None at the beginning."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """Step forward and return where that is; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._places[self._at]

    def forget(self) -> None:
        """Drop the whole walk, as when the office is locked."""
        self._places.clear()
        self._at = -1
