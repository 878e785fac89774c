"""Folders in which the database would break: network drives, and folders that another program synchronises.

A write-ahead log needs shared memory, which network drives lack; synchronising programs tear database and
log apart.
"""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

if sys.platform == "win32":
    import ctypes
elif sys.platform == "darwin":
    import subprocess

_NETWORK = re.compile(
    r"(fuse\.)?(afpfs|afs|beegfs|ceph|cephfs|cifs|coda|curlftpfs|davfs2?|gcsfuse|glusterfs|gpfs|gvfsd-fuse|lustre|"
    r"ncpfs|nfs4?|rclone|s3fs|smb[23]?|smbfs|smbnetfs|sshfs|webdav)"
)
_CLOUD_NAMES = re.compile(
    r"(dropbox|onedrive|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|"
    r"owncloud|seafile|syncthing|tresorit|hidrive|magentacloud|pclouddrive|megasync|box sync|sync\.com)"
    r"( ?[-–(].*)?",
    re.IGNORECASE,
)
_CLOUD_MARKS = (
    ".dropbox",
    ".stfolder",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".csync_journal.db",
    ".tresorit",
)
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_WINDOWS_REMOTE = 4
_MOUNT_LINE = re.compile(r"^.+ on (?P<place>.+) \((?P<kind>\w+)", re.MULTILINE)


def odd_place(folder: Path, environment: Mapping[str, str] | None = None) -> str | None:
    """Return why a profile must not lie here, ``network`` or ``cloud``; None if it may."""
    place = Path(os.path.realpath(folder))
    if is_on_network(place):
        return "network"
    if is_synchronised(place, os.environ if environment is None else environment):
        return "cloud"
    return None


def is_synchronised(place: Path, environment: Mapping[str, str]) -> bool:
    """Tell whether a folder or one above it belongs to a program that synchronises files."""
    roots = {Path(environment[name]) for name in _CLOUD_VARIABLES if environment.get(name)}
    return any(
        folder in roots
        or _CLOUD_NAMES.fullmatch(folder.name) is not None
        or any((folder / mark).exists() for mark in _CLOUD_MARKS)
        for folder in (place, *place.parents)
    )


def is_on_network(place: Path) -> bool:
    """Tell whether a folder lies on a drive of another computer."""
    if sys.platform == "win32":
        drive = place.drive
        return (
            drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _WINDOWS_REMOTE
        )
    return _NETWORK.fullmatch(file_system(place, _mounts())) is not None


def file_system(place: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """Return the kind of file system a place lies on, given mount points and kinds in mounting order."""
    best, kind = "", ""
    for point, found in mounts:
        inside = place == Path(point) or Path(point) in place.parents
        if inside and len(point) >= len(best):  # of two on one point the later one counts
            best, kind = point, found
    return kind


def linux_mounts(table: str) -> list[tuple[str, str]]:
    """Return mount points and kinds from the text of ``/proc/self/mountinfo``."""
    found = []
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(), after.split()
        if len(fields) > 4 and kinds:  # noqa: PLR2004 - the fifth field is the mount point
            point = re.sub(r"\\(\d{3})", _octal, fields[4])
            found.append((point, kinds[0]))
    return found


def mac_mounts(table: str) -> list[tuple[str, str]]:
    """Return mount points and kinds from what ``mount`` prints."""
    return [(line["place"], line["kind"]) for line in _MOUNT_LINE.finditer(table)]


def _octal(match: re.Match[str]) -> str:
    return chr(int(match[1], 8))


def _mounts() -> list[tuple[str, str]]:
    if sys.platform == "darwin":
        try:
            answer = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5)
        except (OSError, subprocess.TimeoutExpired):
            return []
        return mac_mounts(answer.stdout)
    try:
        return linux_mounts(Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return []
