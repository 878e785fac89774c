"""Inputs made from the options of a paper: a tick, a list, a number, a line or a text for each field."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kts_desktop.services.paper_options import Option
from kts_desktop.ui.kit.fields import (
    CheckField,
    ChoiceField,
    Field,
    LongTextField,
    NumberField,
    TextField,
)
from kts_desktop.ui.packs import words

Choices = tuple[tuple[str, str], ...]
LISTS: Mapping[str, str] = {"state": "state", "body_kind": "organisation_kind"}
ELSEWHERE = frozenset(
    {"recipe", "parts", "session", "shift_x", "shift_y"}
)  # chosen by other means than a field
_RARE = frozenset(
    {
        "second",
        "grey",
        "duplex",
        "note_pages",
        "own_text",
        "confidentiality",
        "volume_pages",
        "columns",
        "closing",
        "your_sign",
        "your_letter",
        "dated",
        "signed_by",
        "on_behalf",
        "marks",
    }
)
_LONG = MappingProxyType({"own_text": 5, "letter_text": 6, "enclosures": 2})  # lines that are seen
_PERIOD = "months_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One option with the field it is chosen in."""

    option: Option
    field: Field

    @property
    def is_tick(self) -> bool:
        """Tell whether its label stands inside the field."""
        return isinstance(self.field, CheckField)

    @property
    def is_rare(self) -> bool:
        """Tell whether it is seldom chosen, so that it is shown on demand."""
        return self.option.name in _RARE

    @property
    def is_typed(self) -> bool:
        """Tell whether letters are typed, so that a change may not be finished yet."""
        return isinstance(self.field, TextField | LongTextField)

    def value(self) -> object:
        """Return what is chosen, as an option takes it."""
        value = self.field.value()
        if self.option.kind is int and value not in (None, ""):
            return int(value)
        return value

    def show(self, value: object) -> None:
        """Show what is chosen."""
        is_period = self.option.name == _PERIOD
        self.field.set_value(str(value) if is_period else value)

    def fits(self) -> bool:
        """Tell whether the option takes what is chosen."""
        value = self.value()
        return self.option.takes(str(value) if issubclass(self.option.kind, str) else value)


def inputs(options: tuple[Option, ...], lists: Mapping[str, Choices]) -> tuple[Input, ...]:
    """Return an input for every option that a field can choose; ``lists`` holds value lists by option."""
    return tuple(
        Input(option=one, field=_field(one, lists.get(one.name, ())))
        for one in options
        if one.name not in ELSEWHERE
    )


def _field(option: Option, items: Choices) -> Field:
    if option.kind is bool:
        return CheckField()
    if option.name in LISTS:
        return ChoiceField(items, nothing=words.choice_of_all())
    if option.name == _PERIOD:
        return ChoiceField(words.periods())
    if option.choices:
        return ChoiceField(words.choice_names(option))
    if option.kind is int:
        return NumberField()
    return LongTextField(lines=_LONG[option.name]) if option.name in _LONG else TextField()
