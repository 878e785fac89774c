"""What changed since the last visit: told from the journal, without what the program set up itself."""

from dataclasses import replace
from datetime import timedelta

from kts_desktop.core.clock import stopped
from kts_desktop.models.vocab import CaseId, ChangeKind
from kts_desktop.services import cases, packs
from kts_desktop.services.snapshot import Change
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_body, a_case, a_note

VISIT = NOON - timedelta(days=20)


def a_visited_case(store: Store) -> CaseId:
    with stopped(VISIT), store.write("case.open") as session:
        case = a_case(session, subject="Wirkungsmessung", organisation_id=a_body(session))
        a_note(session, case_id=case, kind="visit", happened_at=VISIT)
    return case


def rename(store: Store, case: CaseId, subject: str, kind: ChangeKind = ChangeKind.EDIT) -> None:
    with stopped(NOON - timedelta(days=2)), store.write("case.edit", kind=kind) as session:
        draft = cases.draft_of(session, case)
        cases.edit(session, case, replace(draft, subject=subject))


def told(store: Store, case: CaseId) -> list[Change]:
    with store.read() as session:
        return list(packs.gather_case(session, case, now=NOON).changes)


def test_an_edit_after_the_visit_is_told_with_the_value_before(office: Store) -> None:
    case = a_visited_case(office)
    assert told(office, case) == []
    rename(office, case, "Zwischenstand")
    rename(office, case, "Wirkung 2026")
    (found,) = told(office, case)
    assert (found.old, found.new) == ("Wirkungsmessung", "Wirkung 2026")


def test_a_step_taken_back_is_not_told(office: Store) -> None:
    case = a_visited_case(office)
    rename(office, case, "Wirkung 2026")
    undo.undo(office)
    assert told(office, case) == []
    undo.redo(office)
    assert [(one.old, one.new) for one in told(office, case)] == [("Wirkungsmessung", "Wirkung 2026")]


def test_what_the_program_set_up_itself_is_no_news(office: Store) -> None:
    case = a_visited_case(office)
    rename(office, case, "Wirkung 2026", ChangeKind.MAINTENANCE)
    assert told(office, case) == []
