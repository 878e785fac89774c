"""Small forms in dialogs: a member, a milestone, an amount, a new case; and a measure to read."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.services.measures import MeasureCard
from kts_desktop.ui.kit.choosers import Query, SearchField
from kts_desktop.ui.kit.date_fields import DateField
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.facts import Fact, Facts, TextBlock
from kts_desktop.ui.kit.fields import CheckField, ChoiceField, MoneyField, TextField
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.projects.words import (
    ADVICE,
    CHANNEL,
    COST,
    FUNDING,
    GUIDELINE,
    MILESTONE,
    ROLE,
    STAGE,
    THEME,
    TRANSFER,
    Words,
)

_WIDTH = 460


class FormDialog(Dialog):
    """A form in a dialog; stays open until what it holds was saved. ``key`` says what it is about."""

    saved = Signal(str, int)  # key, id of the part; 0: a new one
    removed = Signal(str, int)

    def __init__(
        self, heading: str, form: Form, key: str, part_id: int, parent: QWidget, *, removable: bool = False
    ) -> None:
        super().__init__(heading, parent)
        self.setObjectName(f"projects.{key}_dialog")
        self.form, self._key, self._id = form, key, part_id
        form.setParent(self)
        column = form.layout()
        if column is not None:
            spaced(column, (0, 0, 0, 0), 12)
        sized(self, min_width=_WIDTH)
        self.body.addWidget(form)
        form.saved.connect(self._on_saved)
        form.discarded.connect(self.reject)
        if removable:
            self.remove = self.add_verb(self.tr("Remove"), danger=True)
            self.remove.setAutoDefault(False)
            self.remove.clicked.connect(self._on_removed)

    @Slot()
    def _on_saved(self) -> None:
        self.saved.emit(self._key, self._id)

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit(self._key, self._id)


class MeasureDialog(Dialog):
    """A measure to read."""

    edit_wanted = Signal(int)

    def __init__(self, card: MeasureCard, words: Words, parent: QWidget) -> None:
        super().__init__(card.title, parent)
        self.setObjectName("projects.measure_dialog")
        self._id = card.id
        facts, texts = Facts("projects.measure_facts", 2, self), []
        facts.set_facts(self._facts_of(card, words))
        for name, text in (
            (self.tr("Summary"), card.summary),
            (self.tr("What it needs"), card.needs),
            (self.tr("Reason for transferability"), card.transferability_reason),
            (self.tr("Reason for durability"), card.durability_reason),
        ):
            block = TextBlock("projects.measure_text", self)
            block.set_text(name, text)
            texts.append(block)
        for part in (facts, *texts):
            self.body.addWidget(part)
        self.close_button = self.add_close(self.tr("Close"))
        self.edit = self.add_verb(self.tr("Edit"), primary=True)
        self.edit.clicked.connect(self._on_edit)

    def _facts_of(self, card: MeasureCard, words: Words) -> list[Fact]:
        open_source = ""
        if card.open_source is not None:
            open_source = self.tr("yes") if card.open_source else self.tr("no")
        facts = (
            Fact(self.tr("Model project"), card.project or card.body),
            Fact(self.tr("Stage"), words.of(STAGE, card.stage), chip="plain"),
            Fact(self.tr("Themes"), words.of_many(THEME, card.themes)),
            Fact(self.tr("Charter guidelines"), words.of_many(GUIDELINE, card.guidelines)),
            Fact(self.tr("Cost"), words.of(COST, card.cost_class)),
            Fact(self.tr("Open source"), open_source),
            Fact(self.tr("Transferability"), words.of(TRANSFER, card.transferability)),
            Fact(self.tr("Durability"), card.durability),
            Fact(self.tr("Contact"), card.contact),
            Fact(self.tr("Source"), card.source),
        )
        return [fact for fact in facts if fact.text]

    @Slot()
    def _on_edit(self) -> None:
        self.accept()
        self.edit_wanted.emit(self._id)


def member_form(words: Words, places: Query, parent: QWidget) -> Form:
    """Return a form for a body that takes part."""
    form = Form("projects.project_member_form", parent, columns=1)
    form.add("organisation_id", SearchField(places), required=True)
    form.add("role", ChoiceField(words.choices(ROLE)), required=True)
    form.set_labels(
        {
            "organisation_id": QCoreApplication.translate("projects", "Body"),
            "role": QCoreApplication.translate("projects", "Role"),
        }
    )
    form.set_values({"role": "partner"})
    return form


def milestone_form(words: Words, clock: Clock, parent: QWidget) -> Form:
    """Return a form for a milestone."""
    form = Form("projects.milestone_form", parent, columns=1)
    form.add("kind", ChoiceField(words.choices(MILESTONE)), required=True, wide=True)
    form.add("due_on", DateField(clock=clock))
    form.add("reached_on", DateField(clock=clock))
    form.add("remark", TextField(), wide=True)
    form.set_labels(
        {
            "kind": QCoreApplication.translate("projects", "Milestone"),
            "due_on": QCoreApplication.translate("projects", "Due on"),
            "reached_on": QCoreApplication.translate("projects", "Reached on"),
            "remark": QCoreApplication.translate("projects", "Remarks"),
        }
    )
    return form


def funding_form(words: Words, clock: Clock, parent: QWidget) -> Form:
    """Return a form for an amount."""
    form = Form("projects.funding_form", parent, columns=1)
    form.add("kind", ChoiceField(words.choices(FUNDING)), required=True)
    form.add("amount", MoneyField(), required=True)
    form.add("as_of", DateField(clock=clock))
    form.add("is_official", CheckField())
    form.add("origin", TextField(), wide=True)
    form.add("remark", TextField(), wide=True)
    form.set_labels(
        {
            "kind": QCoreApplication.translate("projects", "Kind of amount"),
            "amount": QCoreApplication.translate("projects", "Amount"),
            "as_of": QCoreApplication.translate("projects", "As of"),
            "is_official": QCoreApplication.translate("projects", "Told by an official notice"),
            "origin": QCoreApplication.translate("projects", "Source"),
            "remark": QCoreApplication.translate("projects", "Wording, remarks"),
        }
    )
    return form


def case_form(words: Words, advisers: Sequence[tuple[str, str]], clock: Clock, parent: QWidget) -> Form:
    """Return a form for a new case on a body that is known already."""
    form = Form("projects.case_form", parent, columns=1)
    form.add("subject", TextField(), required=True, wide=True)
    form.add("received_on", DateField(clock=clock), required=True)
    form.add("channel", ChoiceField(words.choices(CHANNEL)))
    form.add("advice_form", ChoiceField(words.choices(ADVICE)))
    form.add("lead_id", ChoiceField(advisers, nothing="–"))
    form.set_labels(
        {
            "subject": QCoreApplication.translate("projects", "Subject"),
            "received_on": QCoreApplication.translate("projects", "Received on"),
            "channel": QCoreApplication.translate("projects", "Received by"),
            "advice_form": QCoreApplication.translate("projects", "Form of advice"),
            "lead_id": QCoreApplication.translate("projects", "Adviser"),
        }
    )
    return form
