"""How the office is called and how it writes: name, letterhead, file numbers."""

from dataclasses import asdict, replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.services import office_settings
from kts_desktop.services.office_settings import OfficeSettings
from kts_desktop.ui.kit.fields import ChoiceField, Field, LongTextField, PhoneField, TextField
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.settings.section import Section
from kts_desktop.ui.workspace import Workspace

# the keys of the federal states, in the order of the official register
_STATES = tuple(f"{number:02}" for number in range(1, 17))


class OfficeSection(Section):
    """A form over the settings of the office, which lie in the encrypted file."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("office", parent, scrolls=False)
        self._workspace = workspace
        self._shown = OfficeSettings()
        self._is_loaded = False
        self._states = ChoiceField(parent=self)
        self._form = Form("settings.office.form", self)
        self._add_fields()
        self.body.addWidget(self._form)
        self._form.saved.connect(self._on_saved)
        self._form.discarded.connect(self.show_now)
        self.retranslate()

    def show_now(self) -> None:
        """Read the settings anew, unless something typed would be lost."""
        if self.is_dirty() and self.sender() is not self._form:
            return
        self._is_loaded = True
        self._shown = self._workspace.read(office_settings.read)
        known = self._form.values()
        values = {key: value for key, value in asdict(self._shown).items() if key in known}
        self._form.set_values(values)

    def is_dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self._is_loaded and self._form.is_dirty()

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Office"))
        self._form.set_labels(
            {
                "names": self.tr("Name"),
                "office_name": self.tr("Name of the office"),
                "office_short": self.tr("Short name"),
                "unit": self.tr("Unit"),
                "home_state": self.tr("Federal state (public holidays)"),
                "letterhead": self.tr("Letterhead"),
                "street": self.tr("Street and number"),
                "postcode": self.tr("Postcode"),
                "city": self.tr("Town"),
                "phone": self.tr("Phone"),
                "email": self.tr("E-mail"),
                "website": self.tr("Website"),
                "papers": self.tr("Papers and files"),
                "number_pattern": self.tr("Pattern of file numbers"),
                "confidentiality": self.tr("Note on confidentiality"),
                "controller": self.tr("Controller (data protection)"),
                "privacy_officer": self.tr("Data protection officer"),
                "history_years": self.tr("Old values of people and bodies are kept (years)"),
            },
            {
                "number_pattern": self.tr("Knows {unit}, {mark}, {running} and {year}."),
                "history_years": self.tr("1 to 10; see Data protection."),
                "confidentiality": self.tr("Stands at the foot of every printed page."),
            },
        )
        self._states.set_choices(tuple(zip(_STATES, self._state_names(), strict=True)))

    def _state_names(self) -> tuple[str, ...]:
        return (
            "Schleswig-Holstein",
            "Hamburg",
            "Niedersachsen",
            "Bremen",
            "Nordrhein-Westfalen",
            "Hessen",
            "Rheinland-Pfalz",
            "Baden-Württemberg",
            "Bayern",
            "Saarland",
            "Berlin",
            "Brandenburg",
            "Mecklenburg-Vorpommern",
            "Sachsen",
            "Sachsen-Anhalt",
            "Thüringen",
        )

    def _add_fields(self) -> None:
        form = self._form
        form.add_section("names")
        form.add("office_name", TextField(form), required=True, wide=True)
        self._add(("office_short", "unit"))
        form.add("home_state", self._states)
        form.add_section("letterhead")
        self._add(("street", "postcode", "city"))
        form.add("phone", PhoneField(form))
        self._add(("email", "website"))
        form.add_section("papers")
        form.add("number_pattern", TextField(form), required=True)
        form.add("confidentiality", TextField(form), wide=True)
        fields: tuple[tuple[str, Field], ...] = (
            ("controller", LongTextField(form, lines=3)),
            ("privacy_officer", LongTextField(form, lines=3)),
        )
        for key, field in fields:
            form.add(key, field)
        form.add("history_years", TextField(form), required=True)

    def _add(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            self._form.add(key, TextField(self._form))

    @Slot()
    def _on_saved(self) -> None:
        wanted = replace(self._shown, **self._form.values())
        ticket = self._workspace.write(
            "settings.office", lambda session, _: office_settings.save(session, wanted)
        )
        ticket.succeeded.connect(self._on_done)
        ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_done(self, _nothing: object) -> None:
        self._form.set_values(self._form.values())
        self._workspace.say(self.tr("The settings of the office are saved."))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        self._form.show_error(error)
