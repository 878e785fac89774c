"""Gathering of briefing packs: from records to a frozen snapshot, within one reading transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.services import (
    briefing_changes,
    briefing_history,
    briefing_more,
    briefing_peers,
    briefing_people,
    briefing_place,
    briefing_work,
    office_head,
)
from kts_desktop.services.briefing_labels import Asked, asked
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.briefing_work import Depth
from kts_desktop.services.pack_parts import Part
from kts_desktop.services.paper_head import Head, Office
from kts_desktop.services.snapshot import Case, Profile, Scope, Snapshot
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
) -> Snapshot:
    """Return all a pack says about a body; ``adviser`` is who carries it, 0 for the one of this laptop.

    Raises NotFoundError if the body is gone.
    """
    question = asked(session, language=options.language, now=now, months_back=options.months_back)
    ids = briefing_work.case_ids(question, organisation_id)
    project_id = briefing_place.project_of(question, organisation_id)
    found = _Found(organisation_id, project_id, ids)
    cases = briefing_work.cases(question, ids, {}, _depth(options, _IN_BODY_PACK))
    head = office_head.head(session, language=options.language, now=now, adviser=adviser)
    return _snapshot(question, found, cases, scope=Scope.BODY, head=head, options=options)


def gather_case(
    session: Session,
    case_id: int,
    *,
    now: datetime,
    options: BriefingOptions = USUAL,
    adviser: int = 0,
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
    cases = briefing_work.cases(question, ids, depth, _depth(options, _OF_OTHER_CASES))
    found = _Found(body_id, project_id, ids)
    head = office_head.head(session, language=options.language, now=now, adviser=adviser)
    return _snapshot(question, found, cases, scope=Scope.CASE, head=head, options=options)


class _Found:
    """The keys of what a pack is about."""

    __slots__ = ("case_ids", "organisation_id", "project_id")

    def __init__(self, organisation_id: int, project_id: int | None, case_ids: Sequence[int]) -> None:
        self.organisation_id = organisation_id
        self.project_id = project_id
        self.case_ids = case_ids


def _depth(options: BriefingOptions, usual: Depth) -> Depth:
    """Return how many notes of a case are shown: as many as its part asks for."""
    rows = next((one.rows for one in options.choices() if one.part is Part.CASES), 0)
    return Depth(notes=rows, letters=_OF_THE_CASE.letters) if rows else usual


def _snapshot(
    question: Asked,
    found: _Found,
    cases: tuple[Case, ...],
    *,
    scope: Scope,
    head: Head,
    options: BriefingOptions,
) -> Snapshot:
    body_id, project_id = found.organisation_id, found.project_id
    body = briefing_place.body(question, body_id) if body_id else None
    if body is None and scope is Scope.BODY:
        raise NotFoundError("gone", id=body_id)
    profile = (
        briefing_place.profile(question, body, project_id) if body else _no_body(cases, question.language)
    )
    duties = briefing_work.duties(question, body_id, project_id, found.case_ids)
    snapshot = Snapshot(
        scope=scope,
        language=question.language,
        taken=head.taken,
        number=cases[0].number if scope is Scope.CASE else _file_number(cases, profile),
        subject=cases[0].subject if scope is Scope.CASE else "",
        office=_office(head, options),
        adviser=head.adviser,
        visit=briefing_more.visit(question, body_id, found.case_ids, profile.address),
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
        options=options,
    )
    return _with_more(question, found, snapshot)


def _with_more(question: Asked, found: _Found, snapshot: Snapshot) -> Snapshot:
    """Return the snapshot with what its parts ask for; what no part prints is not looked for."""
    body_id, project_id, ids = found.organisation_id, found.project_id, found.case_ids
    parts = {one.part for one in snapshot.options.choices()}
    more: dict[str, Any] = {}
    if Part.MAP in parts:
        more["partners"] = briefing_more.partners(question, body_id, project_id)
    if Part.HISTORY in parts:
        more["history"] = briefing_history.entries(question, body_id, ids, snapshot.events)
    if Part.CHANGES in parts:
        since = briefing_changes.since(question, body_id, ids)
        more["since"] = since
        more["changes"] = briefing_changes.changes(question, since, body_id, project_id, ids)
    if Part.PEERS in parts and body_id:
        themes = briefing_more.theme_codes(question, ids)
        more["peers"] = briefing_peers.peers(question, body_id, themes)
    if Part.FIGURES in parts:
        more["quarters"] = briefing_more.quarters(question, body_id, ids)
        more["topics"] = briefing_more.topics(question, ids)
    if Part.DOCUMENTS in parts:
        more["documents"] = briefing_more.documents(question, body_id, project_id, ids)
    return replace(snapshot, **more)


def _office(head: Head, options: BriefingOptions) -> Office:
    wanted = options.confidentiality
    return replace(head.office, confidentiality=wanted) if wanted else head.office


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
