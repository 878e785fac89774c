"""The value lists of cases, notes and follow-ups, and how their states are coloured."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from kts_desktop.models.vocab import CaseState
from kts_desktop.ui.kit import formats

FORM, CHANNEL, STATE, PRIORITY = "advice_form", "channel", "case_state", "case_priority"
THEME, GUIDELINE, RETENTION, LAND = "theme", "charter_guideline", "retention_class", "state"
NOTE, TASK = "note_kind", "task_kind"
LISTS = (FORM, CHANNEL, STATE, PRIORITY, THEME, GUIDELINE, RETENTION, LAND, NOTE, TASK)
FIELDS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("advisory_case", "state"): STATE,
        ("advisory_case", "advice_form"): FORM,
        ("advisory_case", "channel"): CHANNEL,
        ("advisory_case", "priority"): PRIORITY,
        ("advisory_case", "retention_class"): RETENTION,
        ("note", "kind"): NOTE,
        ("task", "kind"): TASK,
    }
)
CHIPS: Mapping[str, str] = MappingProxyType(
    {
        CaseState.NEW: "open",
        CaseState.IN_PROGRESS: "open",
        CaseState.WAITING: "wait",
        CaseState.ON_FOLLOW_UP: "wait",
        CaseState.CLOSED: "done",
        CaseState.FILED: "done",
    }
)
NOTE_ICONS: Mapping[str, str] = MappingProxyType(
    {
        "call": "phone",
        "email": "mail",
        "visit": "footprints",
        "video": "video",
        "letter": "file-text",
        "talk": "message-square",
        "remark": "sticky-note",
    }
)


def due(day: date | None, today: date) -> str:
    """Return when a follow-up is due, in words: overdue and today are said, not only coloured."""
    if day is None:
        return ""
    told = formats.current().day(day)
    if day < today:
        return QCoreApplication.translate("cases", "overdue since {0}").format(told)
    if day == today:
        return QCoreApplication.translate("cases", "due today")
    return QCoreApplication.translate("cases", "due {0}").format(told)
