"""What the page of projects and places does; no widget here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, cast

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.vocab import MeasureId, ProjectId
from kts_desktop.services import (
    advisers,
    cases,
    directory,
    history,
    measures,
    project_lists,
    project_parts,
    projects,
    vocabulary,
)
from kts_desktop.services.cases import CaseDraft
from kts_desktop.services.measures import MeasureCard, MeasureDraft
from kts_desktop.services.project_lists import ProjectFilter, ProjectRow
from kts_desktop.services.project_parts import FundingDraft, MilestoneDraft
from kts_desktop.services.projects import ProjectCard, ProjectDraft
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import record_history
from kts_desktop.ui.kit.choosers import Hit
from kts_desktop.ui.kit.history import HistoryLine
from kts_desktop.ui.kit.record_news import RecordNews
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling, UseCase, Writing
from kts_desktop.ui.projects.words import CODED, LISTS, LOOSE, Words, part_names
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LISTED = ("project", "project_member", "project_phase", "cohort", "organisation", "vocabulary")
SHOWN = (
    *LISTED,
    *("milestone", "funding", "measure", "tagging", "advisory_case", "person", "affiliation"),
    *("contact_point", "event", "event_host", "registration"),
)
_MOST_PLACES = 12


class ProjectsView(Telling, Protocol):
    """What the presenter needs of the view; a fake in tests."""

    def show_rows(self, ids: Sequence[ProjectId], load: Loader[ProjectRow]) -> None: ...
    def show_card(self, card: ProjectCard, lines: Sequence[HistoryLine]) -> None: ...
    def show_nothing(self) -> None: ...
    def show_measure(self, card: MeasureCard) -> None: ...
    def show_removed(self, count: int) -> None: ...
    def close_forms(self) -> None: ...
    def show_saved(self, record_id: int) -> None: ...
    def select(self, record_id: int) -> None: ...


class ProjectsPresenter(RecordNews, Writing):
    """Answers the gestures on projects and follows the news of the workspace."""

    LISTED: ClassVar = LISTED
    SHOWN: ClassVar = SHOWN

    def __init__(self, workspace: Workspace, view: ProjectsView, parent: QObject | None = None) -> None:
        super().__init__(workspace, view, parent)
        self._view = view
        self.wanted = ProjectFilter()
        self.words = words_of(workspace)
        workspace.changed.connect(self.follow)

    def read_words(self) -> None:
        """Read the labels of the value lists anew."""
        self.words = words_of(self._workspace)

    def refresh(self) -> None:
        """Show the projects that the filter lets pass, and the chosen one."""
        today = local_date(self._workspace.clock())
        ids = self._workspace.read(lambda session: project_lists.ids(session, self.wanted, today))
        self._view.show_rows(ids, self._load)
        self.choose(self.current)

    def search(self, text: str) -> None:
        """Narrow the list to what was typed."""
        self.wanted = replace(self.wanted, text=text)
        self.refresh()

    def narrow(self, values: Mapping[str, str]) -> None:
        """Narrow the list by the filters."""
        self.wanted = replace(
            self.wanted,
            state=values.get("state", ""),
            category=values.get("category", ""),
            phase=values.get("phase", ""),
        )
        self.refresh()

    def narrow_cohorts(self, cohorts: Sequence[str]) -> None:
        """Narrow the list to some cohorts; none means all."""
        self.wanted = replace(self.wanted, cohorts=tuple(cohorts))
        self.refresh()

    def choose(self, record_id: int) -> None:
        """Show a project; 0 shows none."""
        card = self._card(record_id) if record_id else None
        self.current = card.id if card is not None else 0
        if card is None:
            self._view.show_nothing()
        else:
            told = history_of(self._workspace, projects.KIND, card.id, self.words)
            self._view.show_card(card, told)

    def draft(self) -> ProjectDraft:
        """Return the draft of the chosen project, a blank one without any."""
        current = self.current
        if not current:
            return ProjectDraft(title="")
        return self._workspace.read(lambda session: projects.draft_of(session, current))

    def cohorts(self) -> list[tuple[int, str]]:
        """Return the cohorts to choose from."""
        return self._workspace.read(projects.cohorts)

    def save(self, project_id: int, draft: ProjectDraft) -> None:
        """Change a project, or add one for 0."""
        if project_id:
            ticket = self.write("project.edit", lambda session: projects.edit(session, project_id, draft))
        else:
            ticket = self.write("project.add", lambda session: projects.add(session, draft))
        ticket.succeeded.connect(self._on_saved)

    def remove(self, ids: Sequence[int]) -> None:
        """Move projects to the bin."""
        ticket = self.write("project.delete", lambda session: _removed(session, ids))
        ticket.succeeded.connect(self._on_removed)

    def save_part(self, key: str, part_id: int, values: Mapping[str, Any]) -> None:
        """Save a member, milestone or amount of the chosen project."""
        project = ProjectId(self.current)
        if key == "project_member":
            token, role = int(values["organisation_id"]), str(values["role"])
            self._write_part("project.members", lambda session: _join(session, project, token, role))
        elif key == "milestone":
            stone = MilestoneDraft(**values)
            self._write_part(
                "project.milestone",
                lambda session: project_parts.put_milestone(session, project, stone, part_id or None),
            )
        else:
            amount = FundingDraft(**values)
            self._write_part(
                "project.funding",
                lambda session: project_parts.put_funding(session, project, amount, part_id or None),
            )

    def remove_part(self, key: str, part_id: int) -> None:
        """Take a member, milestone or amount away from the chosen project."""
        if key == "project_member":
            self._write_part("project.members", lambda session: project_parts.remove_member(session, part_id))
        elif key == "milestone":
            self._write_part(
                "project.milestone", lambda session: project_parts.remove_milestone(session, part_id)
            )
        else:
            self._write_part(
                "project.funding", lambda session: project_parts.remove_funding(session, part_id)
            )

    def read_measure(self, measure_id: int) -> None:
        """Show a measure."""
        self._view.show_measure(self._workspace.read(lambda session: measures.card(session, measure_id)))

    def measure_draft(self, measure_id: int) -> MeasureDraft:
        """Return the draft of a measure, a blank one of the chosen project for 0."""
        if not measure_id:
            return MeasureDraft(title="", project_id=self.current)
        return self._workspace.read(lambda session: measures.draft_of(session, measure_id))

    def save_measure(self, measure_id: int, draft: MeasureDraft) -> None:
        """Change a measure, or add one for 0."""
        if measure_id:
            self._write_part(
                "measure.edit", lambda session: measures.edit(session, MeasureId(measure_id), draft)
            )
        else:
            self._write_part("measure.add", lambda session: measures.add(session, draft))

    def _card(self, project_id: int) -> ProjectCard | None:
        today = local_date(self._workspace.clock())
        try:
            card = self._workspace.read(lambda session: projects.card(session, project_id, today))
        except NotFoundError:
            return None
        return card if card.deleted_at is None else None

    def _write_part(self, label: str, use_case: UseCase) -> None:
        self.write(label, use_case).succeeded.connect(self._on_part_saved)

    def _load(self, ids: Sequence[int]) -> Mapping[int, ProjectRow]:
        today = local_date(self._workspace.clock())
        return self._workspace.read(lambda session: project_lists.rows(session, ids, today))

    @Slot(object)
    def _on_saved(self, project_id: object) -> None:
        self._view.show_saved(project_id if isinstance(project_id, int) else 0)

    @Slot(object)
    def _on_part_saved(self, _value: object) -> None:
        self._view.close_forms()

    @Slot(object)
    def _on_removed(self, count: object) -> None:
        self._view.show_removed(cast("int", count))


class CaseOpener(QObject):
    """Opens a case on a place, taking the place over if the office does not know it yet."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def advisers(self) -> list[tuple[str, str]]:
        """Return the advisers to choose from."""
        today = local_date(self._workspace.clock())
        found = self._workspace.read(lambda session: advisers.choices(session, today=today))
        return [(str(id_), name) for id_, name in found]

    def me(self) -> str:
        """Return the adviser of this laptop as a choice."""
        me = self._workspace.read(advisers.me)
        return str(me.id) if me else ""

    def open_case(self, values: Mapping[str, Any], token: int, project_id: int = 0) -> Ticket:
        """Open the case and show it; the ticket tells what was refused."""
        lead = int(values["lead_id"]) if values["lead_id"] else None
        told = {key: values[key] for key in ("subject", "received_on", "channel", "advice_form")}
        draft = CaseDraft(**told, lead_id=lead, project_id=project_id or None)
        ticket = self._workspace.write("case.open", lambda session, _: _opened(session, draft, token))
        ticket.succeeded.connect(self._on_opened)
        return ticket

    @Slot(object)
    def _on_opened(self, case_id: object) -> None:
        self._workspace.open_record("advisory_case", cast("int", case_id))


def words_of(workspace: Workspace) -> Words:
    """Return the labels of the value lists in the language in force."""
    return Words(workspace.read(lambda session: vocabulary.many_labels(session, LISTS, workspace.language)))


def history_of(workspace: Workspace, kind: str, record_id: int, words: Words) -> list[HistoryLine]:
    """Return the history of a project or body in words."""
    rows = workspace.read(lambda session: history.of_record(session, kind, record_id))
    now, language = workspace.clock(), workspace.language
    return record_history.lines(rows, CODED, words, language, now, parts=part_names(), loose=LOOSE)


def place_hits(workspace: Workspace, words: Words, text: str) -> list[Hit]:
    """Return places for a field that chooses one; the id is the token of the place."""
    found = workspace.read(lambda session: directory.find(session, text, _MOST_PLACES))
    return [Hit(hit.token, hit.name, words.place(hit.district, hit.state)) for hit in found]


def _removed(session: "Session", ids: Sequence[int]) -> int:
    projects.delete(session, ids)
    return len(ids)


def _join(session: "Session", project: ProjectId, token: int, role: str) -> int:
    return project_parts.add_member(session, project, directory.resolve(session, token), role)


def _opened(session: "Session", draft: CaseDraft, token: int) -> int:
    body = directory.resolve(session, token) if token else None
    return cases.open_case(session, replace(draft, organisation_id=body))
