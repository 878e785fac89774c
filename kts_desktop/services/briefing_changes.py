"""What changed since the last visit, told from the journal: fields, people, phases, promises."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import func, or_, select

from kts_desktop.core.sentences.fields import field_name
from kts_desktop.models.note import Note
from kts_desktop.services import vocabulary
from kts_desktop.services.briefing_journal import Step, steps
from kts_desktop.services.briefing_labels import Asked, day_of, loose
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.services.snapshot import Change, Precision, Since

# column of a table: the value list its codes are of
_LISTS = MappingProxyType(
    {
        ("advisory_case", "state"): "case_state",
        ("advisory_case", "priority"): "case_priority",
        ("advisory_case", "advice_form"): "advice_form",
        ("organisation", "state"): "state",
        ("organisation", "body_type"): "body_type",
        ("organisation", "kind"): "organisation_kind",
        ("project", "form"): "project_form",
        ("project", "category"): "programme_category",
        ("project", "state"): "state",
        ("project_member", "role"): "project_member_role",
        ("project_phase", "phase"): "project_phase",
        ("milestone", "kind"): "milestone_kind",
        ("funding", "kind"): "funding_kind",
        ("note", "kind"): "note_kind",
    }
)
_RECORDS = MappingProxyType(
    {
        "organisation": ("Body", "Stelle"),
        "organisation_key": ("Official key", "Amtlicher Schlüssel"),
        "contact_point": ("Way to reach", "Kontaktweg"),
        "advisory_case": ("Case", "Vorgang"),
        "case_person": ("Person of a case", "Person am Vorgang"),
        "note": ("Note", "Vermerk"),
        "task": ("Follow-up", "Wiedervorlage"),
        "project": ("Project", "Projekt"),
        "project_member": ("Member of the project", "Beteiligte am Projekt"),
        "project_phase": ("Phase", "Phase"),
        "milestone": ("Milestone", "Meilenstein"),
        "funding": ("Funding", "Förderung"),
    }
)
_PUBLIC = frozenset({"organisation", "organisation_key", "project_member", "project_phase", "milestone"})
_SILENT = frozenset(
    {
        *("source", "position", "sort_key", "lat", "lon", "normal", "uid", "merged_into_id"),
        *("organisation_id", "project_id", "case_id", "note_id", "owner", "sha256"),
        *("person_id", "owed_by_id", "contact_id", "caller"),  # restricted people are named nowhere
    }
)
_SWITCHES = frozenset({"budget_emergency", "is_official", "preferred"})
_NEW = {"de": "neu", "en": "new"}
_BIN = {"de": "in den Papierkorb", "en": "to the bin"}
_YES, _NO = {"de": "ja", "en": "yes"}, {"de": "nein", "en": "no"}
_SHORT = 160


def since(asked: Asked, organisation_id: int, case_ids: Sequence[int]) -> Since:
    """Return the day of the last visit, else that of the last contact, else where the period begins."""
    mine = or_(Note.case_id.in_(case_ids), Note.organisation_id == (organisation_id or -1))
    for what, wanted in (("visit", Note.kind == "visit"), ("contact", Note.kind.is_not(None))):
        query = select(func.max(Note.happened_at)).where(
            mine, wanted, Note.deleted_at.is_(None), Note.happened_at <= asked.now
        )
        day = day_of(asked.session.scalar(query))
        if day is not None:
            return Since(on=day, what=what)
    return Since(on=asked.since.date())


def changes(
    asked: Asked, begins: Since, organisation_id: int, project_id: int | None, case_ids: Sequence[int]
) -> tuple[Change, ...]:
    """Return what was changed after the day, the newest first; steps that were undone are not told."""
    families = {
        "organisation": [organisation_id] if organisation_id else [],
        "project": [project_id] if project_id else [],
        "advisory_case": list(case_ids),
    }
    after = datetime.combine(begins.on + timedelta(days=1), time(), PAPER_ZONE)
    found = [step for step in steps(asked.session, families, after) if step.at <= asked.now]
    labels = vocabulary.many_labels(asked.session, sorted(set(_LISTS.values())), asked.language)
    told = [_change(asked, step, labels, old) for step, old in _last_word(found)]
    return tuple(dict.fromkeys(told))


def _day(step: Step) -> date:
    return day_of(step.at) or date.min


def _last_word(found: Sequence[Step]) -> Iterator[tuple[Step, Any]]:
    """Yield each field once, newest first, with its latest value and the value before the first change."""
    made = {step.uid for step in found if not step.field}
    first = {(step.uid, step.field): step.old for step in found}
    seen: set[tuple[bytes, str]] = set()
    for step in found:
        key = (step.uid, step.field)
        is_part_of_new = bool(step.field) and step.uid in made
        if key in seen or is_part_of_new or step.field in _SILENT:
            continue
        seen.add(key)
        if not step.field or first[key] != step.new:
            yield step, first[key]


def _change(asked: Asked, step: Step, labels: Any, old: Any) -> Change:
    record = _RECORDS[step.table][asked.language == "de"]
    if step.record:
        record = f"{record}: {asked.cut(' '.join(step.record.split()), _SHORT)}"
    if not step.field:
        field, before, after = _NEW[asked.language], "", _held(asked, step, labels)
    elif step.field == "deleted_at":
        field, before, after = (_NEW if step.new else _BIN)[asked.language], "", ""
    else:
        field = field_name(step.field, asked.language)
        before, after = (_told(asked, step, labels, value) for value in (old, step.new))
    return Change(
        on=_day(step), record=record, field=field, old=before, new=after, is_public=step.table in _PUBLIC
    )


def _held(asked: Asked, step: Step, labels: Any) -> str:
    """Return what a new record holds, a code by its label."""
    column = {"project_phase": "phase", "milestone": "kind", "funding": "kind"}.get(step.table, "")
    known = labels.get(_LISTS.get((step.table, column), ""), {})
    return asked.cut(str(known.get(step.new, step.new or "")), _SHORT)


def _told(asked: Asked, row: Step, labels: Any, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        moment = day_of(value)
        return _written(asked, moment) if moment else ""
    text = str(value)
    known = labels.get(_LISTS.get((row.table, row.field), ""), {})
    if text in known:
        return str(known[text])
    if row.field in _SWITCHES:
        return (_YES if text == "1" else _NO)[asked.language]
    day = loose(text) if row.field.endswith("_on") or row.field in {"starts", "ends"} else None
    if day is not None and day.precision is Precision.DAY:
        return _written(asked, day.on)
    return asked.cut(" ".join(text.split()), _SHORT)


def _written(asked: Asked, day: date) -> str:
    return f"{day:%d.%m.%Y}" if asked.language == "de" else day.isoformat()
