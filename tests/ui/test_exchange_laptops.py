"""Two laptops and their windows: cards, a stick, a conflict, a package taken back; real files throughout."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.exchange.sync.desk import Desks
from kts_desktop.exchange.sync.views import Colleague, Stage, Trust
from kts_desktop.storage import undo
from kts_desktop.ui.exchange.page import ExchangePage
from kts_desktop.ui.exchange.trust_dialogs import CompareDialog
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.workspace import Workspace
from tests.helpers.members import Member

LONG = 30_000  # milliseconds: keys are made and backups are written


@dataclass
class Laptop:
    """One laptop with its window."""

    member: Member
    page: ExchangePage

    def rows(self) -> int:
        """Return how many laptops are listed."""
        return self.page.laptops.list.rows.table.rowCount()

    def question(self) -> CompareDialog | None:
        """Return the question whether a card belongs to its owner."""
        return self.page.findChild(CompareDialog)

    def trusts(self) -> bool:
        """Tell whether the other laptop is confirmed."""
        return self.colleague().trust is Trust.CONFIRMED

    def colleague(self) -> Colleague:
        """Return the other laptop as this one sees it."""
        found = self.page.laptops.presenter.laptop(2)
        assert isinstance(found, Colleague)
        return found


@pytest.fixture
def laptops(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    made: list[Laptop] = []
    workspaces: list[Workspace] = []
    for name in ("Katrin Albers", "Jonas Petersen"):
        member = Member.new(tmp_path / name.split()[0], name)
        workspace = Workspace(Jobs(), Jobs(2))
        workspace.language = "en"
        workspace.attach(member.opened.store, undo, member.opened)
        settings = Settings(tmp_path / f"{name}.json")
        page = ExchangePage(workspace, settings, Desks(member.keyring))
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        made.append(Laptop(member, page))
        workspaces.append(workspace)
    qtbot.waitUntil(lambda: [one.rows() for one in made] == [1, 1], timeout=LONG)
    yield made[0], made[1]
    for one, workspace in zip(made, workspaces, strict=True):
        one.page.hide()
        workspace.detach()
        workspace._readers.shutdown()
        workspace._writer.shutdown()
        one.member.opened.close()


def trust(qtbot: QtBot, taker: Laptop, giver: Laptop, place: Path) -> None:
    """Read a card, and type the digits as they are heard."""
    taker.page.take_file(giver.member.exchange.write_card(place))
    qtbot.waitUntil(lambda: taker.question() is not None, timeout=LONG)
    dialog = taker.question()
    assert dialog is not None
    dialog.last.setText(giver.member.exchange.own().digits.split()[-1])
    dialog.go.click()
    qtbot.waitUntil(taker.trusts, timeout=LONG)


def send(qtbot: QtBot, giver: Laptop, taker: Laptop, stick: Path) -> None:
    """Write a package in one window, look into it and take it over in the other."""
    before = set(stick.glob("*.ktspaket"))
    giver.page.laptops.presenter.export([giver.colleague()], stick, "", whole=False)
    qtbot.waitUntil(lambda: len(set(stick.glob("*.ktspaket")) - before) == 1, timeout=LONG)
    (package,) = set(stick.glob("*.ktspaket")) - before
    pane = taker.page.packages
    taker.page.take_file(package)
    qtbot.waitUntil(pane.reading.apply.isVisible, timeout=LONG)
    pane.reading.apply.click()
    qtbot.waitUntil(
        lambda: any(one.stage is Stage.TAKEN for one in pane.presenter._entries[:1]), timeout=LONG
    )


def test_two_windows_exchange_work_by_a_stick_and_decide_what_both_have_changed(
    qtbot: QtBot, laptops: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    one, two = laptops
    stick = tmp_path / "stick"
    stick.mkdir()
    trust(qtbot, one, two, stick)
    trust(qtbot, two, one, stick)
    person = one.member.add_person("Vogt")
    one.page.laptops.presenter.export([one.colleague()], stick, "", whole=True)
    qtbot.waitUntil(lambda: bool(list(stick.glob("*.ktspaket"))), timeout=LONG)
    two.page.take_file(next(stick.glob("*.ktspaket")))
    qtbot.waitUntil(two.page.packages.reading.apply.isVisible, timeout=LONG)
    two.page.packages.reading.apply.click()
    qtbot.waitUntil(lambda: "Vogt" in two.member.names(), timeout=LONG)
    send(qtbot, two, one, stick)  # and so one knows that two knows
    with two.member.exchange.context.reading() as driver:
        (theirs,) = driver.execute("SELECT id FROM person WHERE family_name='Vogt'").fetchone()
    one.member.rename(person, "Vogt-Albers")
    two.member.rename(theirs, "Vogt-Petersen")
    send(qtbot, two, one, stick)
    conflicts = one.page.conflicts
    qtbot.waitUntil(lambda: conflicts.list.rows.table.rowCount() == 1, timeout=LONG)
    one.page.open_record("exchange.conflicts", 0)
    conflict = conflicts.reading._conflict
    assert conflict is not None
    sides = {side.shown: number for number, side in enumerate(conflict.sides)}
    assert set(sides) == {"Vogt-Albers", "Vogt-Petersen"}
    conflicts.reading.group.button(sides["Vogt-Petersen"]).setChecked(True)
    conflicts.reading.decide.click()
    qtbot.waitUntil(lambda: conflicts.list.rows.table.rowCount() == 0, timeout=LONG)
    send(qtbot, one, two, stick)
    assert one.member.names() == two.member.names() == {"Vogt-Petersen"}
    assert one.member.lines() == two.member.lines()
