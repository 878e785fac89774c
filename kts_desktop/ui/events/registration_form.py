"""The form of a registration: somebody of the directory, or a typed-in name with hints who it may be."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kts_desktop.models.vocab import PersonId, RegistrationState
from kts_desktop.services.event_sessions import SessionRow
from kts_desktop.services.registrations import RegistrationDraft, Step
from kts_desktop.services.special_needs import Need
from kts_desktop.services.typed_names import Namesake
from kts_desktop.ui.events import words
from kts_desktop.ui.events.choices import Lookup
from kts_desktop.ui.events.participants_presenter import Registering
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.choosers import Hit, MultiChoice, SearchField
from kts_desktop.ui.kit.date_fields import DateTimeField
from kts_desktop.ui.kit.fields import CheckField, ChoiceField, LongTextField, TextField
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.value_words import ValueWords

_PAUSE = 300
_ALLERGY = "allergy"
_PLAIN = ("typed_name", "typed_body", "state", "role", "registered_at", "badge_text", "no_photo", "remark")


class NameField(TextField):
    """A typed-in name; below it stand people of the directory who may be meant, each a button."""

    meant = Signal(object)  # Namesake

    def __init__(self, lookup: Lookup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookup = lookup
        self._found: list[Namesake] = []
        self._hints = QWidget(self)
        self._rows = QVBoxLayout(self._hints)
        spaced(self._rows, (0, 4, 0, 0), 4)
        self._column.addWidget(self._hints)
        self._hints.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look_up)
        self.line.textEdited.connect(self._on_edited)

    @Slot()
    def look_up(self) -> None:
        """Show who of the directory has such a name."""
        self._found = self._lookup.namesakes(self.value()) if self.value() else []
        empty(self._rows)
        if self._found:
            hint = QLabel(
                QCoreApplication.translate("events", "Already in the directory? Choose:"), self._hints
            )
            hint.setProperty("role", "caption")
            self._rows.addWidget(hint)
        for number, namesake in enumerate(self._found):
            self._rows.addWidget(self._button(number, namesake))
        self._hints.setVisible(bool(self._found))

    def _button(self, number: int, namesake: Namesake) -> QPushButton:
        told = f"{namesake.name}, {namesake.body}" if namesake.body else namesake.name
        button = QPushButton(told, self._hints)
        button.setObjectName(f"{self.line.objectName()}.namesake.{number}")
        button.setProperty("flat", True)
        button.setProperty("place", number)
        button.setAccessibleName(
            QCoreApplication.translate("events", "Take {0} of the directory").format(told)
        )
        button.clicked.connect(self._on_meant)
        return button

    @Slot()
    def _on_edited(self) -> None:
        self._pause.start()

    @Slot()
    def _on_meant(self) -> None:
        namesake = self._found[int(self.sender().property("place"))]
        QTimer.singleShot(0, self._clear)
        self.meant.emit(namesake)

    @Slot()
    def _clear(self) -> None:
        self.set_value("")
        self.look_up()


class RegistrationForm(Form):
    """One registration, with the sessions chosen and, for organisers, special needs."""

    def __init__(self, lookup: Lookup, sessions: Sequence[SessionRow], entry: Registering) -> None:
        super().__init__("events.registration")
        self._lookup, self._entry = lookup, entry
        self._sessions = tuple(one for one in sessions if one.sign_up)
        self._person, self._body = SearchField(lookup.people), SearchField(lookup.bodies)
        self._typed = NameField(lookup)
        self._lists = {"state": ChoiceField(), "role": ChoiceField()}
        self._chosen, self._needs = MultiChoice(lines=4), MultiChoice(lines=5)
        self._add_fields()
        self.retranslate_fields()
        self._show()
        self._person.picked.connect(self._on_person)
        self._typed.meant.connect(self._on_meant)

    def entered(self) -> Registering:
        """Return what was entered; a body not taken over yet has a negative number."""
        found = self.values()
        needs = self._entry.needs
        if needs is not None:
            needs = _needs(found["needs"], found["need_remark"])
        return replace(
            self._entry,
            draft=RegistrationDraft(
                **{key: found[key] for key in _PLAIN},
                person_id=found["person_id"],
                organisation_id=found["organisation_id"],
            ),
            session_ids=tuple(int(id_) for id_ in found.get("sessions", ())),
            needs=needs,
        )

    def type_name(self, name: str, state: RegistrationState) -> None:
        """Begin with a name and a state, for somebody who came without registering."""
        self._typed.set_value(name)
        self._lists["state"].set_value(state.value)
        self._typed.look_up()

    def retranslate_fields(self) -> None:
        """Set labels and choices."""
        offered = self._lookup.offered().words
        self._lists["state"].set_choices(words.choices(offered, words.REGISTRATION, tuple(RegistrationState)))
        self._lists["role"].set_choices(words.choices(offered, words.ROLE, ("participant",)))
        self._needs.set_choices(offered.choices(words.NEED))
        self._chosen.set_choices(tuple((str(one.id), one.title) for one in self._sessions))
        names = {key: text for key, text in self._names().items() if key in self.grid.fields()}
        self.set_labels(names, self._helps(offered))

    def _add_fields(self) -> None:
        self.add("person_id", self._person, wide=True)
        self.add("typed_name", self._typed)
        self.add("typed_body", TextField())
        self.add("organisation_id", self._body, wide=True)
        self.add("state", self._lists["state"], required=True)
        self.add("role", self._lists["role"], required=True)
        self.add("registered_at", DateTimeField())
        self.add("badge_text", TextField(limit=80))
        self.add("no_photo", CheckField(), wide=True)
        if self._sessions:
            self.add("sessions", self._chosen, wide=True)
        if self._entry.needs is not None:
            self.add("needs", self._needs)
            self.add("need_remark", LongTextField(lines=3))
        self.add("remark", LongTextField(lines=3), wide=True)

    def _show(self) -> None:
        draft, entry = self._entry.draft, self._entry
        values: dict[str, Any] = {key: getattr(draft, key) for key in _PLAIN}
        values["person_id"] = self._lookup.person(draft.person_id) if draft.person_id else None
        bodies = self._lookup.bodies_named((draft.organisation_id,)) if draft.organisation_id else []
        values["organisation_id"] = next(iter(bodies), None)
        if self._sessions:
            values["sessions"] = tuple(str(id_) for id_ in entry.session_ids)
        if entry.needs is not None:
            values["needs"] = tuple(need.kind for need in entry.needs)
            values["need_remark"] = next((need.remark for need in entry.needs if need.remark), "")
        self.set_values(values)

    def _names(self) -> dict[str, str]:
        return {
            "person_id": self.tr("Person of the directory"),
            "typed_name": self.tr("Or a name typed in"),
            "typed_body": self.tr("Body typed in"),
            "organisation_id": self.tr("Body of the directory"),
            "state": self.tr("State"),
            "role": self.tr("Role"),
            "registered_at": self.tr("Registered"),
            "badge_text": self.tr("Text on the badge"),
            "no_photo": self.tr("Wants no photo taken"),
            "sessions": self.tr("Sessions"),
            "needs": self.tr("Special needs"),
            "need_remark": self.tr("Remark on the needs"),
            "remark": self.tr("Remark"),
        }

    def _helps(self, told: ValueWords) -> dict[str, str]:
        helps = {
            "badge_text": self.tr("Left open: name and body."),
            "registered_at": self.tr("Left open: now. It decides the place on the waiting list."),
        }
        if self._entry.needs is not None:
            helps["needs"] = self.tr("For organisers only; erased 14 days after the event.")
        if self._entry.steps:
            helps["state"] = " → ".join(self._step(step, told) for step in self._entry.steps)
        return helps

    @staticmethod
    def _step(step: Step, told: ValueWords) -> str:
        day = formats.current().day(step.at.astimezone().date())
        return f"{told.of(words.REGISTRATION, step.state)} ({day})"

    @Slot(int)
    def _on_person(self, person_id: int) -> None:
        """Put the body of the person's post into the field while that is blank."""
        body = self._lookup.body_of(PersonId(person_id))
        if self._body.value() is None and body is not None:
            self._body.set_value(body)

    @Slot(object)
    def _on_meant(self, namesake: Namesake) -> None:
        self._person.set_value(Hit(namesake.person_id, namesake.name, namesake.body))
        self._on_person(namesake.person_id)


def _needs(kinds: Sequence[str], remark: str) -> tuple[Need, ...]:
    """Return the needs; the remark stands with the intolerance if there is one, else with the first."""
    holder = _ALLERGY if _ALLERGY in kinds else next(iter(kinds), "")
    return tuple(Need(kind=kind, remark=remark if kind == holder else "") for kind in kinds)
