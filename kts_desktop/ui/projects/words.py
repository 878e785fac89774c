"""How places, projects and their parts are told: labels of codes, populations with day and source, spans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from kts_desktop.services.directory import PlaceHit
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.value_words import ValueWords

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
CODED: Mapping[tuple[str, str], str] = MappingProxyType(  # the value list of a field, for the history
    {
        ("milestone", "kind"): MILESTONE,
        ("funding", "kind"): FUNDING,
        ("organisation", "kind"): KIND,
        ("organisation", "body_type"): BODY,
        ("organisation", "state"): STATE,
        ("project", "state"): STATE,
        ("project", "category"): CATEGORY,
        ("project", "form"): FORM,
        ("project_phase", "phase"): PHASE,
        ("project_member", "role"): ROLE,
        ("measure", "stage"): STAGE,
        ("measure", "cost_class"): COST,
        ("measure", "transferability"): TRANSFER,
    }
)
LOOSE = frozenset(("starts", "ends", "due_on", "reached_on", "as_of", "population_as_of"))
_HECTARES = 100


@dataclass(frozen=True, slots=True)
class Words(ValueWords):
    """The labels of this page's value lists, and what is made of several of them."""

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
    undated = QCoreApplication.translate("projects", "undated")
    return formats.current().counted(count, as_of, source, undated)


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
    return formats.current().loose(kept)


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


def part_names() -> dict[str, str]:
    """Return what the parts of a project or body are called, by table."""
    return {
        "project_member": QCoreApplication.translate("projects", "Member"),
        "project_phase": QCoreApplication.translate("projects", "Phase"),
        "milestone": QCoreApplication.translate("projects", "Milestone"),
        "funding": QCoreApplication.translate("projects", "Amount"),
        "organisation_key": QCoreApplication.translate("projects", "Key"),
        "contact_point": QCoreApplication.translate("projects", "Contact"),
    }
