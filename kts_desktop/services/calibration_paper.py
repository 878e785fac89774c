"""The page by which a printer is set right: for one kind of sheet, with the shift that was tried."""

from dataclasses import dataclass

from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.sheet_options import SheetName, SheetUse, ShiftOptions
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationOptions(ShiftOptions):
    """The sheet whose labels are marked."""

    sheet: SheetName = SheetName.BADGE_90X54


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationData:
    """What the page is for."""

    head: Head
    use: SheetUse


def gather(session: Session, ask: Ask) -> CalibrationData:
    """Return what the page says; it is about no record."""
    options = ask.options
    assert isinstance(options, CalibrationOptions)
    return CalibrationData(
        head=head(session, language=options.language, now=ask.now, adviser=ask.adviser),
        use=SheetUse(sheet=options.sheet.value, shift_x=options.shift_x, shift_y=options.shift_y),
    )
