"""The form of a case."""

from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from kts_desktop.services.cases import CaseCard, CaseDraft
from kts_desktop.ui.cases import words
from kts_desktop.ui.cases.lookups import Lookups
from kts_desktop.ui.kit.choosers import Hit, MultiChoice, SearchField
from kts_desktop.ui.kit.date_fields import DateField
from kts_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.many_field import ManyField
from kts_desktop.ui.kit.value_words import ValueWords

_LISTS = MappingProxyType(
    {
        "advice_form": words.FORM,
        "channel": words.CHANNEL,
        "state": words.STATE,
        "priority": words.PRIORITY,
        "retention_class": words.RETENTION,
    }
)
_DIRECT = ("subject", "received_on", "concern", "result", "file_place", "themes", "guidelines")


class CaseForm(Form):
    """Everything entered about a case; the file number is given by the program."""

    def __init__(self, lookups: Lookups, known: ValueWords, parent: QWidget | None = None) -> None:
        super().__init__("cases.form", parent)
        self._lookups = lookups
        self.add("subject", TextField(limit=300), required=True, wide=True)
        self.add("organisation_id", SearchField(lookups.places))
        self.add("project_id", SearchField(lookups.projects))
        self.add("person_ids", ManyField(lookups.people), wide=True)
        self.add("concern", LongTextField(lines=6), wide=True)
        self.add_section("handling")
        self.add("received_on", DateField(), required=True)
        for key in ("channel", "advice_form", "state", "priority"):
            self.add(key, ChoiceField(known.choices(_LISTS[key])))
        people = lookups.advisers()
        self.add("lead_id", ChoiceField(people, nothing="–"))
        self.add("deputy_id", ChoiceField(people, nothing="–"))
        self.add("themes", MultiChoice(known.choices(words.THEME)))
        self.add("guidelines", MultiChoice(known.choices(words.GUIDELINE), lines=4))
        self.add_section("ending")
        self.add("result", LongTextField(lines=4), wide=True)
        self.add("file_place", TextField())
        self.add("retention_class", ChoiceField(known.choices(words.RETENTION)))
        self.retranslate_fields()

    def show_new(self, today: date, body: Hit | None = None) -> None:
        """Show an empty form for a case received today and led by oneself."""
        me = self._lookups.me()
        blank = CaseDraft(subject="", received_on=today, lead_id=me)
        self._show(blank, {"organisation_id": body, "project_id": None, "person_ids": ()})

    def show_draft(self, draft: CaseDraft, card: CaseCard) -> None:
        """Show a case to change."""
        body = Hit(draft.organisation_id, card.body, card.body_district) if draft.organisation_id else None
        project = Hit(draft.project_id, card.project) if draft.project_id else None
        people = tuple(Hit(one.person_id, one.name) for one in card.people)
        self._show(draft, {"organisation_id": body, "project_id": project, "person_ids": people})

    def entered(self) -> CaseDraft:
        """Return what was entered; the body may be a place of the directory (negative)."""
        values = self.values()
        return CaseDraft(
            **{key: values[key] for key in (*_DIRECT, *_LISTS)},
            organisation_id=values["organisation_id"],
            project_id=values["project_id"],
            person_ids=values["person_ids"],
            lead_id=_number(values["lead_id"]),
            deputy_id=_number(values["deputy_id"]),
        )

    def retranslate_fields(self) -> None:
        """Set the labels."""
        self.set_labels(
            {
                "subject": self.tr("Subject"),
                "organisation_id": self.tr("Body"),
                "project_id": self.tr("Model project"),
                "person_ids": self.tr("People"),
                "concern": self.tr("Concern"),
                "handling": self.tr("Handling"),
                "received_on": self.tr("Received on"),
                "channel": self.tr("Received by"),
                "advice_form": self.tr("Form of advice"),
                "state": self.tr("State"),
                "priority": self.tr("Priority"),
                "lead_id": self.tr("Lead adviser"),
                "deputy_id": self.tr("Deputy"),
                "themes": self.tr("Themes"),
                "guidelines": self.tr("Charter guidelines"),
                "ending": self.tr("Result and file"),
                "result": self.tr("Result"),
                "file_place": self.tr("Place of the papers"),
                "retention_class": self.tr("Retention class"),
            },
            {"organisation_id": self.tr("Any municipality, district or body; spelling is forgiven.")},
        )

    def _show(self, draft: CaseDraft, chosen: dict[str, object]) -> None:
        self.set_values(
            {
                **{key: getattr(draft, key) for key in (*_DIRECT, *_LISTS)},
                **chosen,
                "lead_id": str(draft.lead_id or ""),
                "deputy_id": str(draft.deputy_id or ""),
            }
        )


def _number(text: str) -> int | None:
    return int(text) if text else None
