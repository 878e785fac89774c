"""How places, projects and their parts are told: labels of codes, populations with day and source, spans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from kts_desktop.services.directory import PlaceHit
from kts_desktop.ui.kit import formats

STATE, SIZE, KIND, BODY = "state", "size_class", "organisation_kind", "body_type"
CATEGORY, FORM, PHASE, FIELD, ROLE = (
    "programme_category",
    "project_form",
    "project_phase",
    "programme_field",
    "project_member_role",
)
MILESTONE, FUNDING, STAGE, COST, TRANSFER = (
    "milestone_kind",
    "funding_kind",
    "measure_stage",
    "cost_class",
    "transferability",
)
THEME, GUIDELINE, CASE, ADVICE, CHANNEL = (
    "theme",
    "charter_guideline",
    "case_state",
    "advice_form",
    "channel",
)
LISTS = (
    *(STATE, SIZE, KIND, BODY, CATEGORY, FORM, PHASE, FIELD, ROLE, MILESTONE, FUNDING, STAGE, COST, TRANSFER),
    *(THEME, GUIDELINE, CASE, ADVICE, CHANNEL),
)
PHASE_CHIPS: Mapping[str, str] = MappingProxyType(
    {
        "strategy": "wait",
        "implementation_after_strategy": "open",
        "implementation_direct": "open",
        "consolidation": "done",
        "ended": "plain",
    }
)
_HECTARES = 100
_MONTH_PARTS, _DAY_PARTS = 2, 3
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The labels of the value lists in one language; a code without a label stands for itself."""

    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, list_key: str, code: str) -> str:
        """Return the label of a code, empty for none."""
        return self.labels.get(list_key, {}).get(code, code)

    def of_many(self, list_key: str, codes: Sequence[str]) -> str:
        """Return several labels in one line."""
        return ", ".join(self.of(list_key, code) for code in codes)

    def choices(self, list_key: str) -> Choices:
        """Return (code, label) of a list in its order."""
        return tuple(self.labels.get(list_key, {}).items())

    def place(self, district: str, state: str) -> str:
        """Return district and state, which tell places of one name apart."""
        return " · ".join(part for part in (district, self.of(STATE, state)) if part)

    def kind_of(self, hit: PlaceHit) -> str:
        """Return what a place is: its type, else its designation, else its kind."""
        return self.of(BODY, hit.body_type) or hit.designation or self.of(KIND, hit.kind)

    def running(self, phases: Sequence[str]) -> str:
        """Return the phases running now in one line."""
        return " + ".join(self.of(PHASE, phase) for phase in phases)


def inhabitants(count: int | None) -> str:
    """Return the number of inhabitants; empty if it is not known."""
    if count is None:
        return ""
    number = formats.current().number(count)
    return QCoreApplication.translate("projects", "{0} inhabitants").format(number)


def population(count: int | None, as_of: date | None, source: str) -> str:
    """Return a population with its day and source, or that it bears no date."""
    if count is None:
        return ""
    now = formats.current()
    day = now.day(as_of) if as_of else QCoreApplication.translate("projects", "undated")
    origin = ", ".join(part for part in (day, source) if part)
    return f"{now.number(count)} ({origin})"


def area(hectares: int | None) -> str:
    """Return an area in square kilometres."""
    if hectares is None:
        return ""
    return f"{formats.current().number(round(hectares / _HECTARES))} km²"


def kilometres(distance: float) -> str:
    """Return a distance in whole kilometres."""
    return f"{formats.current().number(round(distance))} km"


def loose(kept: str) -> str:
    """Return a day, a month or a year as exactly as it is kept."""
    parts = kept.split("-")
    if len(parts) == _DAY_PARTS:
        return formats.current().day(date.fromisoformat(kept))
    if len(parts) == _MONTH_PARTS:
        return f"{parts[1]}/{parts[0]}"
    return kept


def span(starts: str, ends: str) -> str:
    """Return a span of which either end may be unknown."""
    if starts and ends:
        return f"{loose(starts)} – {loose(ends)}"
    if starts:
        return QCoreApplication.translate("projects", "from {0}").format(loose(starts))
    return QCoreApplication.translate("projects", "until {0}").format(loose(ends)) if ends else ""


def cohort(code: str) -> str:
    """Return the short name of a cohort."""
    return QCoreApplication.translate("projects", "Cohort {0}").format(code) if code else ""
