"""What presenters of a list with one record shown do about news: read anew what they concern."""

from typing import ClassVar

from kts_desktop.core.changes import Changes


class RecordNews:
    """Mixin; the presenter connects ``workspace.changed`` to ``follow``."""

    LISTED: ClassVar[tuple[str, ...]] = ()  # kinds the list tells of
    SHOWN: ClassVar[tuple[str, ...]] = ()  # kinds only the record shown tells of
    current = 0  # id of the record shown, 0 for none

    def read_words(self) -> None:
        """Read the labels of the value lists anew."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read list and card anew."""
        raise NotImplementedError

    def choose(self, record_id: int) -> None:
        """Show a record; 0 shows none."""
        raise NotImplementedError

    def follow(self, changes: Changes) -> None:
        """Read anew what may have become of what is shown."""
        if changes.concerns("vocabulary"):
            self.read_words()
        if changes.concerns(*self.LISTED):
            self.refresh()
        elif changes.concerns(*self.SHOWN):
            self.choose(self.current)
