"""Gathering of briefing packs: from records to a frozen snapshot, within one reading transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.services import briefing_people, briefing_place, briefing_work, paper_head
from kts_desktop.services.briefing_labels import Asked, asked
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.briefing_work import Depth
from kts_desktop.services.paper_head import Head
from kts_desktop.services.snapshot import Case, Profile, Scope, Snapshot, Visit
from kts_desktop.storage.sessions import Session

USUAL = BriefingOptions()
_IN_BODY_PACK = Depth(notes=3, letters=1_200)
_OF_THE_CASE = Depth(notes=200, letters=3_000)
_OF_OTHER_CASES = Depth(notes=1, letters=600)


def gather_body(
    session: Session,
    organisation_id: int,
    *,
    now: datetime,
    options: BriefingOptions = USUAL,
    adviser: int = 0,
    visit: Visit | None = None,
) -> Snapshot:
    """Return all a pack says about a body; ``adviser`` is who carries it, 0 for the one of this laptop.

    Raises NotFoundError if the body is gone.
    """
    question = asked(session, language=options.language, now=now, months_back=options.months_back)
    ids = briefing_work.case_ids(question, organisation_id)
    project_id = briefing_place.project_of(question, organisation_id)
    found = _Found(organisation_id, project_id, ids)
    cases = briefing_work.cases(question, ids, {}, _IN_BODY_PACK)
    head = paper_head.head(session, language=options.language, now=now, adviser=adviser)
    snapshot = _snapshot(question, found, cases, scope=Scope.BODY, head=head, visit=visit)
    return replace(snapshot, large=options.large)


def gather_case(
    session: Session,
    case_id: int,
    *,
    now: datetime,
    options: BriefingOptions = USUAL,
    adviser: int = 0,
    visit: Visit | None = None,
) -> Snapshot:
    """Return all a pack says about a case, with its notes in full and the body's other cases in short.

    Raises NotFoundError if the case is gone.
    """
    case = session.get(AdvisoryCase, case_id)
    if case is None or case.deleted_at is not None:
        raise NotFoundError("gone", id=case_id)
    question = asked(session, language=options.language, now=now, months_back=options.months_back)
    body_id = case.organisation_id or 0
    others = briefing_work.case_ids(question, body_id) if body_id else []
    ids = [case_id, *(other for other in others if other != case_id)]
    project_id = case.project_id or briefing_place.project_of(question, body_id)
    depth: Mapping[int, Depth] = {case_id: _OF_THE_CASE}
    cases = briefing_work.cases(question, ids, depth, _OF_OTHER_CASES)
    found = _Found(body_id, project_id, ids)
    head = paper_head.head(session, language=options.language, now=now, adviser=adviser)
    snapshot = _snapshot(question, found, cases, scope=Scope.CASE, head=head, visit=visit)
    return replace(snapshot, large=options.large)


class _Found:
    """The keys of what a pack is about."""

    __slots__ = ("case_ids", "organisation_id", "project_id")

    def __init__(self, organisation_id: int, project_id: int | None, case_ids: Sequence[int]) -> None:
        self.organisation_id = organisation_id
        self.project_id = project_id
        self.case_ids = case_ids


def _snapshot(
    question: Asked,
    found: _Found,
    cases: tuple[Case, ...],
    *,
    scope: Scope,
    head: Head,
    visit: Visit | None,
) -> Snapshot:
    body_id, project_id = found.organisation_id, found.project_id
    body = briefing_place.body(question, body_id) if body_id else None
    if body is None and scope is Scope.BODY:
        raise NotFoundError("gone", id=body_id)
    profile = (
        briefing_place.profile(question, body, project_id) if body else _no_body(cases, question.language)
    )
    duties = briefing_work.duties(question, body_id, project_id, found.case_ids)
    return Snapshot(
        scope=scope,
        language=question.language,
        taken=head.taken,
        number=cases[0].number if scope is Scope.CASE else _file_number(cases, profile),
        subject=cases[0].subject if scope is Scope.CASE else "",
        office=head.office,
        adviser=head.adviser,
        visit=visit,
        profile=profile,
        project=briefing_place.project(question, project_id) if project_id else None,
        contacts=briefing_people.contacts(question, body_id, found.case_ids),
        follow_ups=duties.follow_ups,
        ours=duties.ours,
        theirs=duties.theirs,
        cases=cases,
        events=briefing_work.events(question, body_id),
        measures=briefing_place.measures(question, body_id, project_id),
        months_back=_months(question),
        demo=head.demo,
    )


def _months(question: Asked) -> int:
    since, now = question.since, question.now
    return (now.year - since.year) * 12 + now.month - since.month


def _file_number(cases: Sequence[Case], profile: Profile) -> str:
    """Return the number of the newest open case, else of the newest at all, else an official key."""
    numbers = [case.number for case in cases if case.open] or [case.number for case in cases]
    if numbers:
        return numbers[0]
    return " ".join(profile.keys[0]) if profile.keys else ""


def _no_body(cases: Sequence[Case], language: str) -> Profile:
    return Profile(
        name=cases[0].subject or ("Vorgang ohne Stelle" if language == "de" else "Case without a body")
    )
