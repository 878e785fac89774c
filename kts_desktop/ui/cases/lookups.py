"""What the forms of this page can choose from: bodies of office and directory, people, advisers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kts_desktop.core.clock import local_date
from kts_desktop.models.vocab import CaseOrder
from kts_desktop.services import advisers, case_lists
from kts_desktop.services.case_lists import CaseFilter
from kts_desktop.ui.kit.value_words import Choices
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.ui.kit.choosers import Hit

_MOST = 12


class Lookups:
    """Answers the choosers, each within a frame."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def places(self, typed: str) -> "Sequence[Hit]":
        """Return bodies; one of the directory that is not taken over yet has a negative number."""
        from kts_desktop.services import directory
        from kts_desktop.ui.kit.choosers import Hit

        found = self._workspace.read(lambda session: directory.find(session, typed, _MOST))
        return [Hit(hit.token, hit.name, hit.district or hit.designation) for hit in found]

    def people(self, typed: str) -> "Sequence[Hit]":
        """Return people with their function and body."""
        from kts_desktop.services import callers
        from kts_desktop.ui.kit.choosers import Hit

        found = self._workspace.read(lambda session: callers.callers(session, typed, _MOST))
        return [
            Hit(one.person_id, one.name, " · ".join(part for part in (one.function, one.body) if part))
            for one in found
            if one.person_id is not None
        ]

    def projects(self, typed: str) -> "Sequence[Hit]":
        """Return model projects with their cohort."""
        from kts_desktop.services import project_lists
        from kts_desktop.services.project_lists import ProjectFilter
        from kts_desktop.ui.kit.choosers import Hit

        today = local_date(self._workspace.clock())

        def read(session: "Session") -> "list[Hit]":
            ids = project_lists.ids(session, ProjectFilter(text=typed), today)[:_MOST]
            rows = project_lists.rows(session, ids, today)
            return [Hit(id_, rows[id_].title, rows[id_].cohort) for id_ in ids]

        return self._workspace.read(read)

    def cases(self, typed: str) -> "Sequence[Hit]":
        """Return cases by what is typed, the newest first."""
        from kts_desktop.ui.kit.choosers import Hit

        def read(session: "Session") -> "list[Hit]":
            ids = case_lists.ids(session, CaseFilter(text=typed), CaseOrder.RECEIVED)[:_MOST]
            rows = case_lists.rows(session, ids)
            return [Hit(id_, rows[id_].subject, f"{rows[id_].number} · {rows[id_].body}") for id_ in ids]

        return self._workspace.read(read)

    def advisers(self) -> Choices:
        """Return the advisers who have not left, as choices."""
        today = local_date(self._workspace.clock())
        found = self._workspace.read(lambda session: advisers.choices(session, today=today))
        return [(str(id_), name) for id_, name in found]

    def me(self) -> int | None:
        """Return the adviser of this laptop."""
        adviser = self._workspace.read(advisers.me)
        return adviser.id if adviser else None
