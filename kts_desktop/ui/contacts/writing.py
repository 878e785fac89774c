"""What the presenters of this page share beside writing: labels of value lists, bodies by name, histories."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kts_desktop.services import directory, history
from kts_desktop.ui.contacts.words import CODED, Words, words_of
from kts_desktop.ui.kit import record_history, writing
from kts_desktop.ui.kit.choosers import Hit
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.writing import Telling
from kts_desktop.ui.workspace import Workspace

_FEW = 12


class Writing(writing.Writing):
    """Base of the presenters of this page."""

    def __init__(self, workspace: Workspace, telling: Telling, parent: QObject) -> None:
        super().__init__(workspace, telling, parent)
        self.words = self._read_words()

    def read_words(self) -> None:
        """Read the labels of the value lists anew."""
        self.words = self._read_words()

    def bodies(self, typed: str) -> Sequence[Hit]:
        """Return bodies by name, with district and state; one of the directory has a negative id."""
        found = self._workspace.read(lambda session: directory.find(session, typed, _FEW))
        return [
            Hit(hit.token, hit.name, self.words.place(hit.district, hit.state, name=hit.name))
            for hit in found
        ]

    def history_of(self, kind: str, record_id: int) -> list[HistoryLine]:
        """Return the history of a person or body in words."""
        rows = self._workspace.read(lambda session: history.of_record(session, kind, record_id))
        now, language = self._workspace.clock(), self._workspace.language
        return record_history.lines(rows, CODED, self.words, language, now)

    def _read_words(self) -> Words:
        return self._workspace.read(lambda session: words_of(session, self._workspace.language))
