"""Printers set right: each for itself, kept on the computer, used for what stands on sheets of labels."""

from pathlib import Path

import pytest

from kts_desktop.cli import printer_command
from kts_desktop.cli.main import DONE, main
from kts_desktop.core import paths
from kts_desktop.core.errors import RefusedError
from kts_desktop.core.printer_shifts import Shift, keep_shift, shift_of
from kts_desktop.core.settings import Settings
from kts_desktop.printing.sheets import SHEETS
from kts_desktop.services.badges_paper import BadgesOptions
from kts_desktop.services.calibration_paper import CalibrationData
from kts_desktop.services.labels_paper import LabelsOptions
from kts_desktop.services.letter_paper import LetterOptions
from kts_desktop.services.sheet_options import (
    LABELS_ON,
    BadgeSheet,
    LabelSheet,
    SheetUse,
    shifted,
)
from tests.helpers.case_files import a_head

NAME = "Müller, Flur 2"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path)
    return tmp_path


def test_each_printer_has_its_own_shift_which_lasts(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    keep_shift(settings, NAME, Shift(-15, 3))
    keep_shift(settings, "Andere", Shift(2, 0))

    again = Settings(tmp_path / "settings.json")
    assert shift_of(again, NAME) == Shift(-15, 3)
    assert shift_of(again, "Andere") == Shift(2, 0)
    assert shift_of(again, "Dritte") == Shift()
    assert "Müller" not in (tmp_path / "settings.json").read_text(encoding="utf-8")
    keep_shift(again, NAME, Shift())
    assert shift_of(Settings(tmp_path / "settings.json"), NAME) == Shift()


def test_what_is_measured_with_a_shift_in_force_corrects_it() -> None:
    assert Shift().corrected(15, 0) == Shift(-15, 0)
    assert Shift(-15, 4).corrected(-2, 4) == Shift(-13, 0)
    assert Shift(-40, 0).corrected(50, 0) == Shift(-50, 0)


@pytest.mark.parametrize("kept", ["[1]", "{", '{"x": "y"}', '{"x": [1, 2, 3]}'])
def test_settings_that_were_damaged_shift_nothing(tmp_path: Path, kept: str) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings._values["printer_shifts"] = kept
    assert shift_of(settings, NAME) == Shift()


def test_data_on_a_sheet_is_shifted_and_anything_else_stays() -> None:
    data = CalibrationData(head=a_head(), use=SheetUse(sheet="a7", shift_x=1))
    moved = shifted(data, Shift(4, -2))
    assert (moved.use.shift_x, moved.use.shift_y) == (5, -2)
    assert shifted("letter", Shift(4, -2)) == "letter"
    assert shifted(data, Shift()) is data


def test_the_command_line_sets_a_printer_right_and_lays_out_for_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["printer", NAME, "--right=-1.5", "--down", "0,8"]) == DONE
    assert capsys.readouterr().out == "-1.5 mm to the right, +0.8 mm down\n"
    assert main(["printer", NAME, "--down", "0"]) == DONE

    found = printer_command.for_printer(LabelsOptions(shift_x=5), NAME)
    assert isinstance(found, LabelsOptions)
    assert (found.shift_x, found.shift_y) == (-10, 0)
    letter = LetterOptions()
    assert printer_command.for_printer(letter, NAME) is letter
    assert printer_command.for_printer(found, None) is found


def test_every_sheet_knows_how_many_labels_it_holds() -> None:
    assert dict(LABELS_ON) == {name: sheet.count for name, sheet in SHEETS.items()}


def test_a_first_label_beyond_the_sheet_is_refused() -> None:
    assert BadgesOptions(sheet=BadgeSheet.A6, start=4).use(BadgeSheet.A6).start == 4
    with pytest.raises(RefusedError) as refused:
        BadgesOptions(sheet=BadgeSheet.A6, start=5).use(BadgeSheet.A6)
    assert (refused.value.code, dict(refused.value.details)) == (
        "sheet_place_beyond",
        {"place": 5, "most": 4},
    )
    assert LabelsOptions(sheet=LabelSheet.L99X38).limit_of("start") == 14
    assert LabelsOptions().limit_of("shift_x") is None
