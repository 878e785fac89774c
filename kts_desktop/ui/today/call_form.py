"""Log a call in under a minute: caller, text, next step."""

from PySide6.QtWidgets import QWidget

from kts_desktop.services import callers
from kts_desktop.services.callers import Caller
from kts_desktop.services.notes import CallDraft, NoteDraft
from kts_desktop.ui.kit.choosers import Hit, SearchField
from kts_desktop.ui.kit.date_fields import DateField, DateTimeField
from kts_desktop.ui.kit.fields import ChoiceField, LongTextField, NumberField, TextField
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.value_words import Choices
from kts_desktop.ui.workspace import Workspace

_MOST = 10
_BODY_ALONE = -1  # numbers of hits that are a body without a person count down from here


class CallForm(Form):
    """Who called, what about, what comes next; an unknown caller stays as heard and waits on the page."""

    def __init__(
        self, workspace: Workspace, kinds: Choices, cases: Choices, author_id: int | None, parent: QWidget
    ) -> None:
        super().__init__("today.call", parent)
        self._workspace = workspace
        self._author_id = author_id
        self._found: dict[int, Caller] = {}
        self._caller = SearchField(self._callers)
        self._cases = ChoiceField(cases, nothing="–")
        self.add("caller", self._caller, wide=True)
        self.add("text", LongTextField(lines=4), required=True, wide=True)
        self.add("follow_up", TextField())
        self.add("due_on", DateField(clock=workspace.clock))
        self.add("heard", TextField())
        self.add("case_id", self._cases)
        self.add("kind", ChoiceField(kinds))
        self.add("happened_at", DateTimeField(clock=workspace.clock), required=True)
        self.add("duration_min", NumberField())
        self.retranslate_fields()
        self.set_values(
            {
                "caller": None,
                "heard": "",
                "case_id": "",
                "text": "",
                "kind": "call",
                "happened_at": workspace.clock(),
                "duration_min": None,
                "follow_up": "",
                "due_on": None,
            }
        )

    def entered(self) -> CallDraft:
        """Return the call; without a chosen caller and case it is an unassigned one."""
        values = self.values()
        chosen = self._found.get(values["caller"]) if values["caller"] is not None else None
        case_id = int(values["case_id"]) if values["case_id"] else None
        note = NoteDraft(
            kind=values["kind"],
            happened_at=values["happened_at"],
            text=values["text"],
            duration_min=values["duration_min"],
            author_id=self._author_id,
            case_id=case_id,
            organisation_id=chosen.organisation_id if chosen else None,
            caller=values["heard"],
            person_ids=(chosen.person_id,) if chosen and chosen.person_id else (),
        )
        return CallDraft(note=note, follow_up=values["follow_up"], due_on=values["due_on"])

    def retranslate_fields(self) -> None:
        """Set the labels."""
        self.set_labels(
            {
                "caller": self.tr("Caller"),
                "heard": self.tr("Caller as heard"),
                "case_id": self.tr("Case"),
                "text": self.tr("What about"),
                "kind": self.tr("Kind"),
                "happened_at": self.tr("When"),
                "duration_min": self.tr("Minutes"),
                "follow_up": self.tr("Follow-up"),
                "due_on": self.tr("Due on"),
            },
            {
                "caller": self.tr("Name, body or digits of the phone number."),
                "heard": self.tr("Only if nobody is found."),
                "due_on": self.tr("For example +14, Fr or 15.1."),
            },
        )

    def _callers(self, typed: str) -> list[Hit]:
        language = self._workspace.language
        found = self._workspace.read(
            lambda session: callers.callers(session, typed, _MOST, language=language)
        )
        hits = []
        for place, one in enumerate(found):
            number = one.person_id if one.person_id is not None else _BODY_ALONE - place
            self._found[number] = one
            where = ", ".join(dict.fromkeys(part for part in (one.body, one.district, one.state) if part))
            hits.append(Hit(number, one.name, " · ".join(part for part in (one.function, where) if part)))
        return hits
