"""Language, scheme, size of text, lock: what takes effect at once."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.core.settings import AUTO_LOCK, LANGUAGE, SCHEME, ZOOM, Settings
from kts_desktop.ui.kit.fields import ChoiceField
from kts_desktop.ui.kit.form_grid import FormGrid
from kts_desktop.ui.settings.section import Section

_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
_MINUTES = (0, 5, 10, 15, 30, 60)


class AppearanceSection(Section):
    """Four choices; each is put in force as it is made."""

    looks_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("appearance", parent)
        self._settings = settings
        self._grid = FormGrid(2, self)
        self._fields = {key: ChoiceField(parent=self) for key in ("language", "scheme", "zoom", "auto_lock")}
        for key, field in self._fields.items():
            self._grid.add(key, field, required=False, wide=False)
            field.editors()[0].setObjectName(f"settings.appearance.{key}")
        self.body.addWidget(self._grid)
        self.retranslate()
        self.show_now()
        for field in self._fields.values():
            field.changed.connect(self._on_changed)

    def show_now(self) -> None:
        """Show the settings in force."""
        values = {
            "language": self._settings.get(LANGUAGE),
            "scheme": self._settings.get(SCHEME),
            "zoom": str(self._settings.get(ZOOM)),
            "auto_lock": str(self._settings.get(AUTO_LOCK)),
        }
        for key, field in self._fields.items():
            was_blocked = field.blockSignals(True)
            field.set_value(values[key])
            field.blockSignals(was_blocked)

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Appearance and language"))
        zoom = self._settings.get(ZOOM)
        sizes = sorted({*_SIZES, zoom})
        minutes = sorted({*_MINUTES, self._settings.get(AUTO_LOCK)})
        choices = {
            "language": (("de", "Deutsch"), ("en", "English")),
            "scheme": (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ),
            "zoom": tuple((str(size), self.tr("{percent} %").format(percent=size)) for size in sizes),
            "auto_lock": tuple((str(minute), self._after(minute)) for minute in minutes),
        }
        labels = {
            "language": self.tr("Language"),
            "scheme": self.tr("Appearance"),
            "zoom": self.tr("Text size"),
            "auto_lock": self.tr("Lock the office"),
        }
        for key, field in self._fields.items():
            was_blocked = field.blockSignals(True)
            field.set_choices(choices[key])
            field.blockSignals(was_blocked)
            self._grid.set_label(key, labels[key])
        self._grid.set_helps({"language": self.tr("Papers have a language of their own.")})
        self.show_now()

    def _after(self, minutes: int) -> str:
        if not minutes:
            return self.tr("Only by hand")
        return self.tr("After {minutes} minutes without a key").format(minutes=minutes)

    @Slot()
    def _on_changed(self) -> None:
        values = {key: field.value() for key, field in self._fields.items()}
        self._settings.put(LANGUAGE, values["language"])
        self._settings.put(SCHEME, values["scheme"])
        self._settings.put(ZOOM, int(values["zoom"]))
        self._settings.put(AUTO_LOCK, int(values["auto_lock"]))
        self._settings.save()
        self.looks_changed.emit()
