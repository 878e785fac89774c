"""``printer``: by how much a printer of this computer is set right for sheets of badges and labels."""

import argparse

from kts_desktop.cli.answers import Answer
from kts_desktop.core import paths
from kts_desktop.core.printer_shifts import FARTHEST, Shift, keep_shift, shift_of
from kts_desktop.core.settings import Settings
from kts_desktop.services.paper_options import PaperOptions, with_values
from kts_desktop.services.sheet_options import ShiftOptions

_TENTHS = 10


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    chosen = commands.add_parser("printer", help="set a printer right for sheets of badges and labels")
    chosen.add_argument("name", metavar="NAME", help="the printer's name, as the system shows it")
    chosen.add_argument("--right", type=_tenths, metavar="MM", help="shift to the right, such as -1.5")
    chosen.add_argument("--down", type=_tenths, metavar="MM", help="shift down, such as 0.8")
    chosen.add_argument("--lang", choices=("de", "en"), default="en", help="language of answers")
    chosen.add_argument("--json", action="store_true", help="answer as JSON")
    chosen.set_defaults(run=_run)


def for_printer(options: PaperOptions, printer: str | None) -> PaperOptions:
    """Return options with the shift of a printer; one that was typed as well comes on top."""
    if printer is None or not isinstance(options, ShiftOptions):
        return options
    shift = shift_of(_settings(), printer)
    values = {"shift_x": options.shift_x + shift.right, "shift_y": options.shift_y + shift.down}
    return with_values(options, {name: _bounded(value) for name, value in values.items()})


def _run(chosen: argparse.Namespace) -> Answer:
    """Tell the shift of a printer, after it was changed where a number is given."""
    settings = _settings()
    shift = shift_of(settings, chosen.name)
    if chosen.right is not None or chosen.down is not None:
        right = shift.right if chosen.right is None else chosen.right
        shift = Shift(right, shift.down if chosen.down is None else chosen.down)
        keep_shift(settings, chosen.name, shift)
    right, down = shift.right / _TENTHS, shift.down / _TENTHS
    words = "{0:+.1f} mm nach rechts, {1:+.1f} mm nach unten" if chosen.lang == "de" else _ENGLISH
    return Answer(lines=[words.format(right, down)], data={"right": right, "down": down})


_ENGLISH = "{0:+.1f} mm to the right, {1:+.1f} mm down"


def _settings() -> Settings:
    return Settings(paths.user_data() / "settings.json")


def _tenths(typed: str) -> int:
    value = round(float(typed.replace(",", ".")) * _TENTHS)
    if abs(value) > FARTHEST:
        raise argparse.ArgumentTypeError(f"{typed} is not from -5 to 5")
    return value


def _bounded(value: int) -> int:
    return max(-FARTHEST, min(FARTHEST, value))
