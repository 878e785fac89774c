"""The forms for projects, bodies and measures, and the way from their values to drafts."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.services.measures import MeasureDraft
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.project_parts import PhaseRow
from kts_desktop.services.projects import ProjectDraft
from kts_desktop.ui.kit.choosers import MultiChoice
from kts_desktop.ui.kit.date_fields import DateField
from kts_desktop.ui.kit.fields import CheckField, ChoiceField, LongTextField, NumberField, TextField
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.projects.words import (
    BODY,
    CATEGORY,
    COST,
    FIELD,
    FORM,
    GUIDELINE,
    KIND,
    PHASE,
    STAGE,
    STATE,
    THEME,
    TRANSFER,
    Words,
)

PHASES = ("strategy", "implementation_after_strategy", "implementation_direct", "funding_period")
NOTHING = "–"
_OPEN = {"yes": True, "no": False}


def project_form(words: Words, cohorts: Sequence[tuple[int, str]], clock: Clock, parent: QWidget) -> Form:
    """Return an empty form for a project."""
    form = Form("projects.form", parent)
    form.add("title", TextField(), required=True, wide=True)
    form.add("project_name", TextField())
    form.add("working_title", TextField())
    form.add("cohort_id", ChoiceField([(str(id_), code) for id_, code in cohorts], nothing=NOTHING))
    form.add("form", ChoiceField(words.choices(FORM), nothing=NOTHING))
    form.add("category", ChoiceField(words.choices(CATEGORY), nothing=NOTHING))
    form.add("number", TextField())
    form.add("population", NumberField())
    form.add("population_as_of", DateField(clock=clock))
    form.add("population_source", TextField(), wide=True)
    form.add("state", MultiChoice(words.choices(STATE), lines=5))
    form.add("fields", MultiChoice(words.choices(FIELD), lines=5))
    form.add("website", TextField(), wide=True)
    form.add("vision", LongTextField(lines=4), wide=True)
    form.add("strategy", LongTextField(lines=4), wide=True)
    form.add_section("phases")
    for phase in PHASES:
        form.add(f"{phase}_from", TextField())
        form.add(f"{phase}_to", TextField())
    form.add("entry", TextField())
    form.add("phase_note", TextField())
    form.add("remark", LongTextField(lines=4), wide=True)
    _label_project(form, words)
    return form


def project_values(draft: ProjectDraft) -> dict[str, Any]:
    """Return what the form shows of a draft."""
    values: dict[str, Any] = {key: getattr(draft, key) for key in _PROJECT}
    values["cohort_id"] = str(draft.cohort_id or "")
    values["state"] = tuple(draft.state.split())
    for phase in draft.phases:
        if phase.phase in PHASES:
            values[f"{phase.phase}_from"], values[f"{phase.phase}_to"] = phase.starts, phase.ends
    return values


def project_draft(values: dict[str, Any], before: ProjectDraft) -> ProjectDraft:
    """Return the draft that a form holds; phases the form does not offer stay as they were."""
    phases = [
        PhaseRow(phase=phase, starts=values[f"{phase}_from"], ends=values[f"{phase}_to"]) for phase in PHASES
    ]
    phases += [phase for phase in before.phases if phase.phase not in PHASES]
    told = {key: values[key] for key in _PROJECT}
    told["cohort_id"] = int(values["cohort_id"]) if values["cohort_id"] else None
    told["state"] = " ".join(values["state"])
    return ProjectDraft(**told, phases=tuple(phases))


def body_form(words: Words, clock: Clock, parent: QWidget) -> Form:
    """Return an empty form for a body."""
    form = Form("places.form", parent)
    form.add("name", TextField(), required=True, wide=True)
    form.add("kind", ChoiceField(words.choices(KIND)), required=True)
    form.add("body_type", ChoiceField(words.choices(BODY), nothing=NOTHING))
    form.add("designation", TextField())
    form.add("short_name", TextField())
    form.add("state", ChoiceField(words.choices(STATE), nothing=NOTHING))
    form.add("district", TextField())
    form.add("population", NumberField())
    form.add("population_as_of", DateField(clock=clock))
    form.add("population_source", TextField(), wide=True)
    form.add("area_ha", NumberField())
    form.add("seat", TextField())
    form.add("country", TextField(limit=2))
    form.add("budget_emergency", CheckField())
    form.add("remark", LongTextField(lines=4), wide=True)
    _label_body(form)
    return form


def body_values(draft: OrganisationDraft) -> dict[str, Any]:
    """Return what the form shows of a draft."""
    return {key: getattr(draft, key) for key in _BODY}


def body_draft(values: dict[str, Any], before: OrganisationDraft) -> OrganisationDraft:
    """Return the draft that a form holds; what it does not offer stays as it was."""
    kept = {field.name: getattr(before, field.name) for field in fields(OrganisationDraft)}
    told = {key: values[key] for key in _BODY}
    told["country"] = values["country"].upper() or "DE"
    return OrganisationDraft(**{**kept, **told})


def measure_form(words: Words, parent: QWidget) -> Form:
    """Return an empty form for a measure."""
    form = Form("projects.measure_form", parent)
    form.add("title", TextField(), required=True, wide=True)
    form.add("summary", LongTextField(lines=4), wide=True)
    form.add("stage", ChoiceField(words.choices(STAGE), nothing=NOTHING))
    form.add("cost_class", ChoiceField(words.choices(COST)))
    form.add("themes", MultiChoice(words.choices(THEME), lines=5))
    form.add("guidelines", MultiChoice(words.choices(GUIDELINE), lines=5))
    form.add("open_source", ChoiceField(_yes_no(), nothing=NOTHING))
    form.add("needs", TextField())
    form.add("transferability", ChoiceField(words.choices(TRANSFER)))
    form.add("transferability_reason", TextField())
    form.add("durability", TextField())
    form.add("durability_reason", TextField())
    _label_measure(form)
    return form


def measure_values(draft: MeasureDraft) -> dict[str, Any]:
    """Return what the form shows of a draft."""
    values = {key: getattr(draft, key) for key in _MEASURE}
    values["open_source"] = next((code for code, told in _OPEN.items() if told is draft.open_source), "")
    return values


def measure_draft(values: dict[str, Any], before: MeasureDraft) -> MeasureDraft:
    """Return the draft that a form holds; project, body and contact stay as they were."""
    told = {key: values[key] for key in _MEASURE}
    told["open_source"] = _OPEN.get(values["open_source"])
    return MeasureDraft(
        **told,
        project_id=before.project_id,
        organisation_id=before.organisation_id,
        contact_id=before.contact_id,
    )


_PROJECT = tuple(field.name for field in fields(ProjectDraft) if field.name != "phases")
_BODY = (
    *("name", "kind", "body_type", "designation", "short_name", "state", "district", "population"),
    *("population_as_of", "population_source", "area_ha", "seat", "country", "budget_emergency", "remark"),
)
_MEASURE = (
    *("title", "summary", "stage", "cost_class", "themes", "guidelines", "open_source", "needs"),
    *("transferability", "transferability_reason", "durability", "durability_reason"),
)


def _label_project(form: Form, words: Words) -> None:
    labels = {
        "title": QCoreApplication.translate("projects", "Title as announced"),
        "project_name": QCoreApplication.translate("projects", "Name the project uses"),
        "working_title": QCoreApplication.translate("projects", "Working title"),
        "cohort_id": QCoreApplication.translate("projects", "Cohort"),
        "form": QCoreApplication.translate("projects", "Form"),
        "category": QCoreApplication.translate("projects", "Size category"),
        "number": QCoreApplication.translate("projects", "Our number"),
        "population": QCoreApplication.translate("projects", "Population"),
        "population_as_of": QCoreApplication.translate("projects", "Population as of"),
        "population_source": QCoreApplication.translate("projects", "Source of the population"),
        "state": QCoreApplication.translate("projects", "Federal states"),
        "fields": QCoreApplication.translate("projects", "Fields"),
        "website": QCoreApplication.translate("projects", "Website"),
        "vision": QCoreApplication.translate("projects", "Vision"),
        "strategy": QCoreApplication.translate("projects", "Strategy"),
        "phases": QCoreApplication.translate("projects", "Phases: year, month or day; they may overlap"),
        "entry": QCoreApplication.translate("projects", "Entry"),
        "phase_note": QCoreApplication.translate("projects", "Note on the phases"),
        "remark": QCoreApplication.translate("projects", "Remarks"),
    }
    for phase in PHASES:
        name = words.of(PHASE, phase)
        labels[f"{phase}_from"] = QCoreApplication.translate("projects", "{0}, from").format(name)
        labels[f"{phase}_to"] = QCoreApplication.translate("projects", "{0}, until").format(name)
    form.set_labels(labels)


def _label_body(form: Form) -> None:
    form.set_labels(
        {
            "name": QCoreApplication.translate("projects", "Name"),
            "kind": QCoreApplication.translate("projects", "Kind"),
            "body_type": QCoreApplication.translate("projects", "Type of body"),
            "designation": QCoreApplication.translate("projects", "Designation"),
            "short_name": QCoreApplication.translate("projects", "Short name"),
            "state": QCoreApplication.translate("projects", "State"),
            "district": QCoreApplication.translate("projects", "District"),
            "population": QCoreApplication.translate("projects", "Population"),
            "population_as_of": QCoreApplication.translate("projects", "Population as of"),
            "population_source": QCoreApplication.translate("projects", "Source of the population"),
            "area_ha": QCoreApplication.translate("projects", "Area in hectares"),
            "seat": QCoreApplication.translate("projects", "Seat"),
            "country": QCoreApplication.translate("projects", "Country, two letters"),
            "budget_emergency": QCoreApplication.translate(
                "projects", "Budgetary emergency: federal share 90 %"
            ),
            "remark": QCoreApplication.translate("projects", "Remarks"),
        }
    )


def _label_measure(form: Form) -> None:
    form.set_labels(
        {
            "title": QCoreApplication.translate("projects", "Title"),
            "summary": QCoreApplication.translate("projects", "Summary"),
            "stage": QCoreApplication.translate("projects", "Stage"),
            "cost_class": QCoreApplication.translate("projects", "Cost to a municipality that takes it over"),
            "themes": QCoreApplication.translate("projects", "Themes"),
            "guidelines": QCoreApplication.translate("projects", "Charter guidelines"),
            "open_source": QCoreApplication.translate("projects", "Open source"),
            "needs": QCoreApplication.translate("projects", "What it needs"),
            "transferability": QCoreApplication.translate("projects", "Transferability"),
            "transferability_reason": QCoreApplication.translate("projects", "Reason for transferability"),
            "durability": QCoreApplication.translate("projects", "Durability"),
            "durability_reason": QCoreApplication.translate("projects", "Reason for durability"),
        }
    )


def _yes_no() -> tuple[tuple[str, str], ...]:
    return (
        ("yes", QCoreApplication.translate("projects", "yes")),
        ("no", QCoreApplication.translate("projects", "no")),
    )
