"""What codes are called, and the sentences about places that list and card share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from kts_desktop.models.vocab import EventState, RegistrationState
from kts_desktop.services.registration_lists import Places

FORMAT, MODE, STATE, ROLE = "event_format", "event_mode", "event_state", "event_role"
REGISTRATION, NEED, THEME, GUIDELINE = (
    "registration_state",
    "special_need_kind",
    "theme",
    "charter_guideline",
)
FEDERAL_STATE = "state"
LISTS = (FORMAT, MODE, STATE, ROLE, REGISTRATION, NEED, THEME, GUIDELINE, FEDERAL_STATE)
_R = RegistrationState

EVENT_CHIPS: Mapping[str, str] = MappingProxyType(
    {
        EventState.OPEN: "open",
        EventState.CLOSED: "wait",
        EventState.RUNNING: "open",
        EventState.HELD: "done",
        EventState.CANCELLED: "due",
    }
)
REGISTRATION_CHIPS: Mapping[str, str] = MappingProxyType(
    {
        _R.INVITED: "plain",
        _R.REQUESTED: "wait",
        _R.TENTATIVE: "wait",
        _R.CONFIRMED: "open",
        _R.WAITING: "wait",
        _R.DECLINED: "plain",
        _R.CANCELLED: "plain",
        _R.DEPUTY_SENT: "open",
        _R.ATTENDED: "done",
        _R.ABSENT: "due",
        _R.EXCUSED: "plain",
    }
)
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Words:
    """The labels of the value lists in one language; a code without a label stands for itself."""

    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, list_key: str, code: str) -> str:
        """Return the label of one code."""
        return self.labels.get(list_key, {}).get(code, code)

    def of_many(self, list_key: str, codes: Sequence[str]) -> str:
        """Return several labels in one line."""
        return ", ".join(self.of(list_key, code) for code in codes)

    def choices(self, list_key: str, known: Sequence[str] = ()) -> Choices:
        """Return (code, label) in the order of the list; ``known`` are the codes where the list is empty."""
        found = self.labels.get(list_key, {})
        return tuple(found.items()) if found else tuple((code, code) for code in known)


def places_told(places: Places) -> str:
    """Return "106 of 110 taken, 11 waiting"; without a limit how many are coming."""
    if places.capacity is None:
        told = QCoreApplication.translate("events", "%n coming", "", places.taken)
    else:
        told = QCoreApplication.translate("events", "{0} of {1} taken").format(places.taken, places.capacity)
    if places.waiting:
        told = QCoreApplication.translate("events", "{0}, {1} waiting").format(told, places.waiting)
    return told
