"""By how much each printer of this computer has to be set right; kept with the settings, never synchronised.

A printer is known by a hash of its name, since the settings lie outside the encryption and a printer may be
called after somebody.
"""

import hashlib
import json
from dataclasses import dataclass

from kts_desktop.core.settings import Setting, Settings

PRINTERS = Setting("printer_shifts", "")
FARTHEST = 50  # tenths of a millimetre


@dataclass(frozen=True, slots=True)
class Shift:
    """Tenths of a millimetre to the right, and down."""

    right: int = 0
    down: int = 0

    def corrected(self, off_right: int, off_down: int) -> "Shift":
        """Return the shift for a printer that, with this one, still prints too far right and too low."""
        return Shift(_bounded(self.right - off_right), _bounded(self.down - off_down))


def shift_of(settings: Settings, printer: str) -> Shift:
    """Return the shift of a printer; none where it was never set right."""
    found = _kept(settings).get(_key(printer))
    match found:
        case [int(right), int(down)]:
            return Shift(_bounded(right), _bounded(down))
    return Shift()


def keep_shift(settings: Settings, printer: str, shift: Shift) -> None:
    """Keep the shift of a printer at once; no shift forgets it."""
    kept = _kept(settings)
    kept.pop(_key(printer), None)
    if shift != Shift():
        kept[_key(printer)] = [shift.right, shift.down]
    settings.put(PRINTERS, json.dumps(kept, sort_keys=True) if kept else "")
    settings.save()


def _kept(settings: Settings) -> dict[str, object]:
    try:
        found = json.loads(settings.get(PRINTERS) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _key(printer: str) -> str:
    return hashlib.sha256(printer.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _bounded(tenths: int) -> int:
    return max(-FARTHEST, min(FARTHEST, tenths))
