"""What codes are called, and the sentences about places that list and card share."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from kts_desktop.models.vocab import EventState, RegistrationState
from kts_desktop.services.registration_lists import Places
from kts_desktop.ui.kit.value_words import Choices, ValueWords

FORMAT, MODE, STATE, ROLE = "event_format", "event_mode", "event_state", "event_role"
REGISTRATION, NEED, THEME, GUIDELINE = (
    "registration_state",
    "special_need_kind",
    "theme",
    "charter_guideline",
)
FEDERAL_STATE = "state"
MINUTES = "minutes_state"  # not a value list: two states that code knows
LISTS = (FORMAT, MODE, STATE, ROLE, REGISTRATION, NEED, THEME, GUIDELINE, FEDERAL_STATE)
CODED: Mapping[tuple[str, str], str] = MappingProxyType(  # the value list of a field, for the history
    {
        ("event", "format"): FORMAT,
        ("event", "mode"): MODE,
        ("event", "state"): STATE,
        ("event", "minutes_state"): MINUTES,
        ("registration", "state"): REGISTRATION,
        ("registration", "role"): ROLE,
    }
)
NAMED = frozenset({"registration", "event_session"})  # the history says whose
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


def choices(told: ValueWords, list_key: str, known: Sequence[str] = ()) -> Choices:
    """Return (code, label) of a list; ``known`` are the codes of an office that has none of it."""
    return told.choices(list_key) or tuple((code, code) for code in known)


def places_told(places: Places) -> str:
    """Return "106 of 110 taken, 11 waiting"; without a limit how many are coming."""
    if places.capacity is None:
        coming = places.taken
        told = QCoreApplication.translate("events", "%n coming", "", coming)
    else:
        told = QCoreApplication.translate("events", "{0} of {1} taken").format(places.taken, places.capacity)
    if places.waiting:
        told = QCoreApplication.translate("events", "{0}, {1} waiting").format(told, places.waiting)
    return told
