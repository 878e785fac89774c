"""Gathering of the case file: from records to frozen data, in one reading transaction, nothing left out."""

from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.declaring import aliased
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.project import Project
from kts_desktop.services import (
    briefing_people,
    case_journal,
    case_parts,
    office_head,
    retention_periods,
    taggings,
    vocabulary,
)
from kts_desktop.services.briefing_labels import Asked, asked
from kts_desktop.services.case_file import CaseFile, Facts
from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, Ask, PaperOptions
from kts_desktop.storage.sessions import Session

KIND = AdvisoryCase.__tablename__
_LISTS = ("channel", "retention_class", "task_kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOptions(PaperOptions):
    """How a case file is made; ``volume_pages`` is how many pages a volume takes, 0 for one volume."""

    history: bool = True
    volume_pages: int = field(default=400, metadata={AT_LEAST: 0, AT_MOST: 2_000})
    large: bool = False


def gather(session: Session, ask: Ask) -> CaseFile:
    """Return everything about a case; raises NotFoundError if it is gone."""
    options = ask.options
    assert isinstance(options, CaseOptions)
    case = session.get(AdvisoryCase, ask.ids[0]) if ask.ids else None
    if case is None or case.deleted_at is not None:
        raise NotFoundError("gone", id=ask.ids[0] if ask.ids else 0)
    question = _question(session, ask)
    entries = case_parts.entries(question, case.id)
    numbers = {note_id: entry.number for note_id, entry in entries}
    head = office_head.head(
        session, language=options.language, now=ask.now, adviser=ask.adviser, number=case.number
    )
    return CaseFile(
        head=head,
        uid=case.uid.hex(),
        facts=_facts(question, case),
        people=briefing_people.contacts(question, 0, [case.id]),
        entries=tuple(entry for _, entry in entries),
        duties=case_parts.duties(question, case.id),
        relations=case_parts.relations(session, case.uid),
        documents=case_parts.documents(session, case.id),
        enclosures=case_parts.enclosures(question, case, numbers),
        papers=case_parts.papers(session, case.uid),
        journal=case_journal.steps(session, case.id, question.labels, options.language)
        if options.history
        else None,
        volume_pages=options.volume_pages,
        large=options.large,
    )


def _question(session: Session, ask: Ask) -> Asked:
    language = ask.options.language
    question = asked(session, language=language, now=ask.now, months_back=0)
    more = vocabulary.many_labels(session, _LISTS, language)
    return replace(question, labels={**question.labels, **more})


def _facts(question: Asked, case: AdvisoryCase) -> Facts:
    session = question.session
    lead, deputy = aliased(Adviser), aliased(Adviser)
    body, district, land, project, lead_name, deputy_name = session.execute(
        select(
            Organisation.name,
            Organisation.district,
            Organisation.state,
            Project.title,
            lead.name,
            deputy.name,
        )
        .select_from(AdvisoryCase)
        .outerjoin(Organisation, Organisation.id == AdvisoryCase.organisation_id)
        .outerjoin(Project, Project.id == AdvisoryCase.project_id)
        .outerjoin(lead, lead.id == AdvisoryCase.lead_id)
        .outerjoin(deputy, deputy.id == AdvisoryCase.deputy_id)
        .where(AdvisoryCase.id == case.id)
    ).one()
    state = question.label("state", land) if land else ""
    place = (district if district != body else "", state)
    return Facts(
        number=case.number,
        subject=case.subject,
        body=body or "",
        place=" · ".join(part for part in place if part),
        project=project or "",
        state=question.label("case_state", case.state),
        state_code=case.state,
        form=question.label("advice_form", case.advice_form),
        channel=question.label("channel", case.channel),
        priority=question.label("case_priority", case.priority),
        lead=lead_name or "",
        deputy=deputy_name or "",
        received=case.received_on,
        closed=case.closed_on,
        filed=case.filed_on,
        retention=question.label("retention_class", case.retention_class),
        retention_code=case.retention_class,
        keep_until=_keep_until(session, case),
        file_place=case.file_place,
        concern=case.concern,
        result=case.result,
        themes=question.label_all("theme", taggings.codes(session, case.uid, taggings.THEME)),
        guidelines=question.label_all(
            "charter_guideline", taggings.codes(session, case.uid, taggings.GUIDELINE)
        ),
    )


def _keep_until(session: Session, case: AdvisoryCase) -> date | None:
    """Return the last day of the retention period; None while it has not begun or has no end."""
    period = retention_periods.periods(session).get(case.retention_class, retention_periods.ENDLESS)
    return period.kept_until(filed_on=case.filed_on, closed_on=case.closed_on)
