"""An office with colleagues is sealed at the end of a day, and a copy of it notices at its start."""

from pathlib import Path
from typing import cast

import pytest

from kts_desktop import errands
from kts_desktop.core.errors import UserFacingError
from kts_desktop.storage.keys import OsKeyring
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.replica import sealing
from kts_desktop.ui.jobs import Ticket
from tests.helpers.members import Member

TICKET = cast("Ticket", None)


def at_computer_of(member: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the keyring of the system be that of a member's computer."""
    for name in ("get", "put", "remove"):
        kept = getattr(member.keyring, name)
        monkeypatch.setattr(OsKeyring, name, lambda _self, *words, kept=kept: kept(*words))


def waiting(opened: Opened) -> int:
    with opened.store.read() as session:
        return sealing.waiting_rows(session.connection().connection.driver_connection)


@pytest.mark.parametrize("has_colleagues", [True, False])
def test_the_days_work_is_sealed_when_an_office_with_colleagues_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_colleagues: bool
) -> None:
    member = Member.new(tmp_path / "a", "Katrin Albers")
    at_computer_of(member, monkeypatch)
    member.add_person("Vogt")
    if not has_colleagues:
        member.opened.folder.exchange.identity.unlink()
    assert waiting(member.opened) > 0
    errands.close(member.opened, TICKET)
    again = member.office.open()
    assert (waiting(again) == 0) is has_colleagues
    again.close()


def test_a_copied_office_says_once_at_its_start_that_it_is_another_laptop_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = Member.new(tmp_path / "a", "Katrin Albers")
    at_computer_of(member, monkeypatch)
    errands.get_ready(member.opened, TICKET)
    member.close()
    for user in [one for one in member.keyring.entries if one.startswith("identity")]:
        member.keyring.remove(user)  # another computer, to which only the key was told
    at_computer_of(member, monkeypatch)
    copied = member.office.copy_to(tmp_path / "b").open()
    with pytest.raises(UserFacingError) as told:
        errands.get_ready(copied, TICKET)
    assert told.value.code == "own_identity"
    errands.get_ready(copied, TICKET)
    copied.close()
