"""The forms of what stands on a case: a note with its next step, a follow-up or promise."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.models.vocab import TaskKind
from kts_desktop.services.notes import CallDraft, NoteDraft, NoteRow
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.ui.cases import words
from kts_desktop.ui.cases.lookups import Lookups
from kts_desktop.ui.kit.choosers import Hit
from kts_desktop.ui.kit.date_fields import DateField, DateTimeField
from kts_desktop.ui.kit.fields import ChoiceField, LongTextField, NumberField, TextField
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.many_field import ManyField
from kts_desktop.ui.kit.value_words import ValueWords


class NoteForm(Form):
    """A note; a new one may set its follow-up at once, and both are one step."""

    begins_at = "text"

    def __init__(
        self,
        lookups: Lookups,
        known: ValueWords,
        clock: Clock,
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("cases.note_form", parent)
        self._base: NoteDraft | None = None
        self.is_new = is_new
        self.add("kind", ChoiceField(known.choices(words.NOTE)))
        self.add("happened_at", DateTimeField(clock=clock), required=True)
        self.add("person_ids", ManyField(lookups.people))
        self.add("duration_min", NumberField())
        self.add("title", TextField(), wide=True)
        self.add("text", LongTextField(lines=7), required=True, wide=True)
        if is_new:
            self.add_section("next")
            self.add("follow_up", TextField())
            self.add("due_on", DateField(clock=clock))
        self.retranslate_fields()

    def show_draft(self, draft: NoteDraft, people: tuple[Hit, ...] = ()) -> None:
        """Show a note."""
        self._base = draft
        values: dict[str, object] = {
            "kind": draft.kind,
            "happened_at": draft.happened_at,
            "person_ids": people,
            "duration_min": draft.duration_min,
            "title": draft.title,
            "text": draft.text,
        }
        if self.is_new:
            values |= {"follow_up": "", "due_on": None}
        self.set_values(values)

    def entered(self) -> CallDraft:
        """Return what was entered."""
        assert self._base is not None
        values = self.values()
        happened_at: datetime = values["happened_at"]
        note = replace(
            self._base,
            kind=values["kind"],
            happened_at=happened_at,
            person_ids=values["person_ids"],
            duration_min=values["duration_min"],
            title=values["title"],
            text=values["text"],
        )
        return CallDraft(note=note, follow_up=values.get("follow_up", ""), due_on=values.get("due_on"))

    def retranslate_fields(self) -> None:
        """Set the labels."""
        labels = {
            "kind": self.tr("Kind"),
            "happened_at": self.tr("When"),
            "person_ids": self.tr("With"),
            "duration_min": self.tr("Minutes"),
            "title": self.tr("Heading"),
            "text": self.tr("Text"),
        }
        helps: dict[str, str] = {}
        if self.is_new:
            labels |= {
                "next": self.tr("Next step"),
                "follow_up": self.tr("Follow-up"),
                "due_on": self.tr("Due on"),
            }
            helps = {"due_on": self.tr("For example +14, Fr or 15.1.")}
        self.set_labels(labels, helps)


class TaskForm(Form):
    """A follow-up, a promise of ours or of theirs, a deadline."""

    def __init__(
        self, lookups: Lookups, known: ValueWords, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__("cases.task_form", parent)
        self._base: TaskDraft | None = None
        self.add("title", TextField(), required=True, wide=True)
        self.add("kind", ChoiceField(known.choices(words.TASK)))
        self.add("due_on", DateField(clock=clock), required=True)
        self.add("assignee_id", ChoiceField(lookups.advisers(), nothing="–"))
        self.retranslate_fields()

    def show_draft(self, draft: TaskDraft) -> None:
        """Show a follow-up."""
        self._base = draft
        self.set_values(
            {
                "title": draft.title,
                "kind": draft.kind or TaskKind.FOLLOW_UP.value,
                "due_on": draft.due_on,
                "assignee_id": str(draft.assignee_id or ""),
            }
        )

    def entered(self) -> TaskDraft:
        """Return what was entered."""
        assert self._base is not None
        values = self.values()
        assignee = values["assignee_id"]
        return replace(
            self._base,
            title=values["title"],
            kind=values["kind"],
            due_on=values["due_on"],
            assignee_id=int(assignee) if assignee else None,
        )

    def retranslate_fields(self) -> None:
        """Set the labels."""
        self.set_labels(
            {
                "title": self.tr("What"),
                "kind": self.tr("Kind"),
                "due_on": self.tr("Due on"),
                "assignee_id": self.tr("Who"),
            },
            {"due_on": self.tr("For example +14, Fr or 15.1.")},
        )


def people_of(row: NoteRow, draft: NoteDraft) -> tuple[Hit, ...]:
    """Return the people of a note as choosers show them."""
    return tuple(Hit(id_, name) for id_, name in zip(draft.person_ids, row.people, strict=False))
