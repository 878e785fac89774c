"""What the stored values of a field mean: codes of which value list, ticks, days."""

from collections.abc import Iterable
from types import MappingProxyType

from kts_desktop.core.sentences.codes import code_words
from kts_desktop.models.base import IsoDate, YesNo, table_named
from kts_desktop.services import vocabulary
from kts_desktop.storage.sessions import Session

YES_NO = "yes_no"
_LISTS = MappingProxyType(
    {
        "advisory_case": "state:case_state advice_form:advice_form channel:channel priority:case_priority "
        "retention_class:retention_class",
        "note": "kind:note_kind",
        "task": "kind:task_kind",
        "organisation": "kind:organisation_kind body_type:body_type state:state language:language",
        "person": "salutation:salutation language:language",
        "contact_point": "kind:contact_kind",
        "consent": "purpose:consent_purpose",
        "event": "format:event_format mode:event_mode state:event_state minutes_state:minutes_state",
        "registration": "state:registration_state role:event_role",
        "registration_step": "state:registration_state",
        "session_registration": "state:registration_state",
        "special_need": "kind:special_need_kind",
        "project": "state:state category:programme_category form:project_form",
        "project_member": "role:project_member_role",
        "project_phase": "phase:project_phase",
        "milestone": "kind:milestone_kind",
        "funding": "kind:funding_kind",
        "measure": "stage:measure_stage cost_class:cost_class transferability:transferability",
        "network": "kind:network",
    }
)
_BY_FIELD = MappingProxyType(
    {
        (table, column): key
        for table, words in _LISTS.items()
        for column, _, key in (word.partition(":") for word in words.split())
    }
)
_AS_KNOWN = frozenset({("project_phase", "starts"), ("project_phase", "ends")})  # a day, a month or a year


def list_of(table: str, column: str) -> str:
    """Return the value list of a field, ``YES_NO`` for a tick; empty for a field without codes."""
    if isinstance(table_named(table).c[column].type, YesNo):
        return YES_NO
    return _BY_FIELD.get((table, column), "")


def is_day(table: str, column: str) -> bool:
    """Tell whether a field holds a day, or as much of one as is known: a month or a year."""
    return isinstance(table_named(table).c[column].type, IsoDate) or (table, column) in _AS_KNOWN


def labels(session: Session, keys: Iterable[str], language: str) -> dict[str, dict[str, str]]:
    """Return the word of each code of some lists, those that only code knows included."""
    wanted = sorted(keys)
    found = vocabulary.many_labels(session, wanted, language)
    return {key: found[key] | code_words(key, language) for key in wanted}
