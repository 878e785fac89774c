"""The labels of value lists in the language in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ValueWords:
    """The labels of some value lists; a code without a label stands for itself."""

    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, list_key: str, code: str) -> str:
        """Return the label of one code."""
        return self.labels.get(list_key, {}).get(code, code)

    def of_many(self, list_key: str, codes: Sequence[str]) -> str:
        """Return several labels in one line."""
        return ", ".join(self.of(list_key, code) for code in codes)

    def choices(self, list_key: str) -> Choices:
        """Return (code, label) in the order of the list."""
        return tuple(self.labels.get(list_key, {}).items())
