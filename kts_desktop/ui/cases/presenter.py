"""The list of cases and the one shown: answers the page's gestures and follows the news."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.vocab import CaseId, CaseOrder, CaseState
from kts_desktop.services import case_lists
from kts_desktop.services.case_lists import CaseFilter, CaseRow
from kts_desktop.ui.kit.among import among
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.services.cases import CaseDraft
    from kts_desktop.services.history import HistoryRow
    from kts_desktop.ui.cases.one_case import CaseView

NEWS = (
    "advisory_case",
    "case_person",
    "note",
    "note_person",
    "task",
    "record_link",
    "tagging",
    "organisation",
    "person",
    "project",
    "adviser",
    "vocabulary",
)


class CasesView(Protocol):
    """What the presenter needs of the page."""

    def show_cases(self, ids: Sequence[CaseId], load: Loader[CaseRow]) -> None: ...
    def show_case(self, view: "CaseView | None") -> None: ...
    def show_saved(self, case_id: CaseId) -> None: ...


class CasesPresenter(Writing):
    """Knows what is searched, in which order, and which case is shown."""

    def __init__(self, workspace: Workspace, view: CasesView, telling: Telling, parent: QObject) -> None:
        super().__init__(workspace, telling, parent)
        self._view = view
        self._filter = CaseFilter(only_open=True)
        self._order, self._descending = CaseOrder.RECEIVED, True
        self._shown: CaseId | None = None
        workspace.changed.connect(self._follow)

    @property
    def shown(self) -> CaseId | None:
        """Return the case shown."""
        return self._shown

    @property
    def today(self) -> date:
        """Return the day of the workspace's clock."""
        return local_date(self._workspace.clock())

    def refresh(self) -> None:
        """Read list and card anew."""
        self._list()
        self.show(self._shown)

    def search(self, text: str) -> None:
        """Narrow the list to what holds these words."""
        self._filter = replace(self._filter, text=text)
        self._list()

    def narrow(self, values: Mapping[str, str]) -> None:
        """Narrow the list by the filters of the page; ``state`` may be a state, ``open`` or ``all``."""
        these = among(values)
        state = values.get("state", "open" if these is None else "all")
        due = values.get("due", "")
        lead = values.get("lead", "")
        self._filter = CaseFilter(
            text=self._filter.text,
            only_open=state == "open",
            states=() if state in {"open", "all"} else (state,),
            lead_ids=(int(lead),) if lead else (),
            theme=values.get("theme", ""),
            guideline=values.get("guideline", ""),
            advice_form=values.get("form", ""),
            body_state=values.get("land", ""),
            priority=values.get("priority", ""),
            due_until=self.today if due == "now" else None,
            without_follow_up=due == "none",
            among=these,
        )
        self._list()

    def sort(self, order: CaseOrder) -> None:
        """Sort by something; the same again turns the order round."""
        newest_first = order in {CaseOrder.RECEIVED, CaseOrder.LAST_NOTE}
        self._descending = not self._descending if order is self._order else newest_first
        self._order = order
        self._list()

    def show(self, case_id: CaseId | None) -> None:
        """Show a case; none if it is gone."""
        self._shown = case_id
        try:
            view = self._read(case_id) if case_id else None
        except NotFoundError:
            view = None
        if view is None or view.card.deleted_at is not None:
            self._shown = view = None
        self._view.show_case(view)

    def draft(self) -> "CaseDraft | None":
        """Return what the form of the case shown edits."""
        from kts_desktop.services import cases

        shown = self._shown
        return self._workspace.read(lambda session: cases.draft_of(session, shown)) if shown else None

    def history(self) -> "list[HistoryRow]":
        """Return the history of the case shown, its notes and follow-ups included."""
        from kts_desktop.services import cases, history

        shown = self._shown
        if shown is None:
            return []
        return self._workspace.read(lambda session: history.of_record(session, cases.KIND, shown))

    def save(self, draft: "CaseDraft", case_id: CaseId | None) -> None:
        """Open a case, or change one; a body of the directory is taken over with it."""
        from kts_desktop.services import cases

        def use_case(session: "Session") -> CaseId:
            settled = _settled(session, draft)
            if case_id is None:
                return cases.open_case(session, settled)
            cases.edit(session, case_id, settled)
            return case_id

        ticket = self.write("case.edit" if case_id else "case.open", use_case)
        ticket.succeeded.connect(self._on_saved)

    def set_state(self, case_ids: Sequence[CaseId], state: CaseState) -> None:
        """Put cases into a state, as one step."""
        from kts_desktop.services import cases

        on = self.today
        self.write(
            "case.set_state", lambda session: cases.set_state(session, case_ids, state, on), offers_undo=True
        )

    def delete(self, case_ids: Sequence[CaseId]) -> None:
        """Move cases to the bin."""
        from kts_desktop.services import cases

        label = "case.delete" if len(case_ids) == 1 else "bulk.delete"
        self.write(label, lambda session: cases.delete(session, case_ids), offers_undo=True)

    def relate(self, other: CaseId) -> None:
        """Note that the case shown and another belong together."""
        from kts_desktop.services import cases

        shown = self._shown
        if shown is not None:
            self.write("case.link", lambda session: cases.relate(session, shown, other))

    def _read(self, case_id: CaseId) -> "CaseView":
        from kts_desktop.ui.cases.one_case import gathered

        return self._workspace.read(lambda session: gathered(session, case_id, self.today))

    def _list(self) -> None:
        ids = self._workspace.read(
            lambda session: case_lists.ids(session, self._filter, self._order, descending=self._descending)
        )
        self._view.show_cases(ids, self._load)

    def _load(self, ids: Sequence[int]) -> dict[int, CaseRow]:
        return self._workspace.read(lambda session: case_lists.rows(session, ids))

    @Slot(object)
    def _on_saved(self, case_id: object) -> None:
        self._view.show_saved(CaseId(cast("int", case_id)))

    @Slot(Changes)
    def _follow(self, changes: Changes) -> None:
        if changes.concerns(*NEWS):
            self.refresh()


def _settled(session: "Session", draft: "CaseDraft") -> "CaseDraft":
    """Take the body over from the directory where a place of it was chosen."""
    from kts_desktop.services import directory

    if draft.organisation_id is None or draft.organisation_id >= 0:
        return draft
    return replace(draft, organisation_id=directory.resolve(session, draft.organisation_id))
