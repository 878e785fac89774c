"""How a case looks in the list."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kts_desktop.models.vocab import OPEN_CASE_STATES
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.ui.cases import words
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import Card
from kts_desktop.ui.kit.value_words import ValueWords


class CaseWords:
    """Makes the texts of the cards; words and day are exchanged when language or date change."""

    def __init__(self, today: date) -> None:
        self.words = ValueWords()
        self.today = today

    def card(self, row: CaseRow) -> Card:
        """Return the card of a case: body, day, subject, state or what is due, first theme."""
        is_open = row.state in OPEN_CASE_STATES
        is_due = is_open and row.next_due_on is not None and row.next_due_on <= self.today
        return Card(
            headline=row.body or QCoreApplication.translate("cases", "Without a body"),
            aside=formats.current().day(row.received_on),
            line=row.subject,
            chip=words.due(row.next_due_on, self.today) if is_due else self.words.of(words.STATE, row.state),
            kind="due" if is_due else words.CHIPS.get(row.state, ""),
            note=" · ".join(
                part for part in (self.words.of_many(words.THEME, row.themes[:1]), row.number) if part
            ),
        )
