"""One program per profile, and no profile where it would break."""

import os
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from kts_desktop.core.errors import ProfileError
from kts_desktop.storage import odd_places
from kts_desktop.storage.lock import ProfileLock
from tests.helpers.day import NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kts.lock"


def test_a_second_lock_is_refused_and_told_who_holds_the_first(path: Path) -> None:
    lock = ProfileLock.acquire(path, NOW)
    with pytest.raises(ProfileError) as refused:
        ProfileLock.acquire(path, NOW)
    assert refused.value.code == "in_use"
    assert refused.value.details["host"] == socket.gethostname()
    assert refused.value.details["pid"] == os.getpid()
    assert refused.value.details["time"] == f"{NOW.astimezone():%d.%m.%Y %H:%M}"
    lock.release()


def test_a_released_lock_can_be_taken_again(path: Path) -> None:
    first = ProfileLock.acquire(path, NOW)
    first.release()
    first.release()
    ProfileLock.acquire(path, NOW).release()
    assert path.read_bytes() == b""


def test_the_lock_of_a_killed_program_is_free(path: Path) -> None:
    program = f"""
        from pathlib import Path
        from kts_desktop.core.clock import utc_now
        from kts_desktop.storage.lock import ProfileLock
        lock = ProfileLock.acquire(Path({str(path)!r}), utc_now())
        print("held", flush=True)
        input()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(ProfileError, match="in_use") as refused:
            ProfileLock.acquire(path, NOW)
        assert refused.value.details["pid"] == other.pid
        other.kill()
    ProfileLock.acquire(path, NOW).release()


def test_a_note_nobody_can_read_does_not_hide_the_lock(path: Path) -> None:
    lock = ProfileLock.acquire(path, NOW)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ProfileError) as refused:
        ProfileLock.acquire(path, NOW)
    assert refused.value.details == {"host": "?", "pid": 0, "time": "?"}
    lock.release()


MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda1 rw
40 22 0:40 / /srv/office rw,relatime shared:1 - cifs //nas/office rw
41 22 0:41 / /home/a\\040b/far rw - fuse.sshfs host:/ rw
42 40 0:42 / /srv/office/local rw - xfs /dev/vdb1 rw
43 22 0:43 / /mnt/twice rw - nfs4 nas:/x rw
44 22 0:44 / /mnt/twice rw - ext4 /dev/vdc rw
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/srv/office/profiles/a", "cifs"),
        ("/srv/office", "cifs"),
        ("/srv/office2", "ext4"),
        ("/srv/office/local/a", "xfs"),
        ("/home/a b/far/x", "fuse.sshfs"),
        ("/home/a", "ext4"),
        ("/mnt/twice/a", "ext4"),
    ],
)
def test_the_innermost_mount_decides(place: str, kind: str) -> None:
    assert odd_places.file_system(Path(place), odd_places.linux_mounts(MOUNTS)) == kind


def test_the_mac_names_its_drives() -> None:
    table = "/dev/disk1s1 on / (apfs, local, journaled)\n//me@nas/a%20b on /Volumes/a b (smbfs, nodev)\n"
    assert odd_places.mac_mounts(table) == [("/", "apfs"), ("/Volumes/a b", "smbfs")]


@pytest.mark.parametrize(
    "kind", ["cifs", "nfs", "nfs4", "fuse.sshfs", "smbfs", "smb3", "webdav", "fuse.rclone"]
)
def test_a_drive_of_another_computer_is_odd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(odd_places, "_mounts", lambda: [("/", kind)])
    assert odd_places.odd_place(tmp_path, {}) == "network"


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs", "apfs", ""])
def test_a_drive_of_this_computer_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(odd_places, "_mounts", lambda: [("/", kind)])
    assert odd_places.odd_place(tmp_path, {}) is None


@pytest.mark.parametrize(
    "name",
    ["Dropbox", "OneDrive", "OneDrive - Amt Süderbrarup", "Nextcloud", "ownCloud", "Google Drive",
     "CloudStorage", "iCloud Drive", "Syncthing", "Dropbox (Privat)"],
)  # fmt: skip
def test_folders_of_synchronising_programs_are_known_by_name(tmp_path: Path, name: str) -> None:
    assert odd_places.odd_place(tmp_path / name / "KTS", {}) == "cloud"


@pytest.mark.parametrize("name", ["Dropboxer", "Cloud", "office", "nextcloudless"])
def test_folders_with_similar_names_are_left_alone(tmp_path: Path, name: str) -> None:
    assert odd_places.odd_place(tmp_path / name, {}) is None


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".nextcloudsync.log"])
def test_folders_of_synchronising_programs_are_known_by_their_marks(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()
    assert odd_places.odd_place(tmp_path / "a" / "b", {}) == "cloud"


def test_a_folder_named_by_the_environment_is_known(tmp_path: Path) -> None:
    assert odd_places.odd_place(tmp_path / "a", {"OneDriveCommercial": str(tmp_path)}) == "cloud"


def test_a_link_into_such_a_folder_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    link = tmp_path / "office"
    link.symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert odd_places.odd_place(link, {}) == "cloud"
