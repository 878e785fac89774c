"""Which lines of the attendance sheet are meant by a number or the beginning of a name. Knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from kts_desktop.core import folding
from kts_desktop.models.vocab import RegistrationState
from kts_desktop.services.registration_lists import SheetLine

KEYS = {
    "+": RegistrationState.ATTENDED,
    "-": RegistrationState.ABSENT,
    "*": RegistrationState.EXCUSED,
}
ENTERED = frozenset(KEYS.values())


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet as it lies beside the screen."""

    lines: Sequence[SheetLine] = ()

    @property
    def open(self) -> int:
        """Return how many lines nobody has entered yet."""
        return sum(line.state not in ENTERED for line in self.lines)

    def matching(self, typed: str) -> list[SheetLine]:
        """Return the lines meant: the number itself first, then what begins with it; names by every word."""
        wanted = typed.strip()
        if not wanted:
            return list(self.lines)
        if wanted.isdecimal():
            exact = [line for line in self.lines if line.number == int(wanted)]
            more = [line for line in self.lines if str(line.number).startswith(wanted.lstrip("0"))]
            return [*exact, *(line for line in more if line not in exact)]
        words = folding.fold(wanted).replace(",", " ").split()
        return [line for line in self.lines if _begins(line, words)]

    def state_for(self, typed: str, key: str) -> RegistrationState | None:
        """Return the state a key sets; None where the key goes on with a name, such as Gross-Linde."""
        state = KEYS.get(key)
        if state is None or not typed.strip() or typed.strip().isdecimal():
            return state
        goes_on = folding.fold(typed + key)
        is_name = any(goes_on in folding.fold(f"{line.family_name} {line.given_name}") for line in self.lines)
        return None if is_name else state


def _begins(line: SheetLine, words: Sequence[str]) -> bool:
    parts = folding.fold(f"{line.family_name} {line.given_name}").replace(",", " ").replace("-", " ").split()
    whole = folding.fold(f"{line.family_name} {line.given_name}").replace(",", " ").split()
    return all(any(part.startswith(word) for part in (*whole, *parts)) for word in words)
