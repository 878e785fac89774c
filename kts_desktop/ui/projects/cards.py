"""How a project and a place look in their lists."""

from PySide6.QtCore import QCoreApplication

from kts_desktop.services.place_lists import PlaceRow
from kts_desktop.services.project_lists import ProjectRow
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import Card
from kts_desktop.ui.projects.words import CATEGORY, PHASE_CHIPS, STATE, Words, inhabitants


class ProjectCards:
    """Turns a project into a card, in the words in force."""

    def __init__(self) -> None:
        self.words = Words()

    def __call__(self, row: ProjectRow) -> Card:
        """Return the card: title and cohort, what it calls itself, phase if known, state and category."""
        states = self.words.of_many(STATE, row.states)
        return Card(
            headline=row.title,
            aside=row.cohort,
            line=row.name or inhabitants(row.population),
            chip=self.words.running(row.running[:1]),
            kind=PHASE_CHIPS.get(row.running[0], "plain") if row.running else "",
            note=" · ".join(part for part in (states, self.words.of(CATEGORY, row.category)) if part),
        )


class PlaceCards:
    """Turns a place into a card; district and state always stand there."""

    def __init__(self) -> None:
        self.words = Words()

    def __call__(self, row: PlaceRow) -> Card:
        """Return the card: name and population, district and state, what the office has to do with it."""
        hit = row.hit
        is_project = bool(row.project)
        chip = ""
        if is_project:
            chip = QCoreApplication.translate("projects", "Model project")
        elif hit.is_adopted:
            chip = QCoreApplication.translate("projects", "In the office")
        return Card(
            headline=hit.name,
            aside=formats.current().number(hit.population) if hit.population is not None else "",
            line=self.words.place(hit.district, hit.state),
            chip=chip,
            kind="open" if is_project else "done",
            note=self.words.kind_of(hit),
        )
