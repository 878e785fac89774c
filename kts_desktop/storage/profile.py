"""What lies where in the folder of a profile."""

import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class ProfileFolder:
    """The folder of one profile; nothing is read or made by asking for a path."""

    root: Path

    @property
    def sidecar(self) -> Path:
        """Return the plain file that says which key fits."""
        return self.root / "profile.json"

    @property
    def database(self) -> Path:
        """Return the database; ``-wal`` and ``-shm`` stand beside it while it is open."""
        return self.root / "kts.db"

    @property
    def lock(self) -> Path:
        """Return the file that is locked while the profile is open."""
        return self.root / "kts.lock"

    @property
    def unfinished(self) -> Path:
        """Return the mark of a profile that is being made; whatever lies beside it may be thrown away."""
        return self.root / "unfinished"

    @property
    def backups(self) -> Path:
        """Return the folder of backups."""
        return self.root / "backups"

    @property
    def rehearsal(self) -> Path:
        """Return the folder in which a restore is rehearsed; it is there only meanwhile."""
        return self.root / "rehearsal"

    @property
    def looking_back(self) -> Path:
        """Return the folder in which a backup is looked into; it is there only meanwhile."""
        return self.root / "looking-back"

    @property
    def blobs(self) -> Path:
        """Return the folder of encrypted attachments."""
        return self.root / "blobs"

    @property
    def erased(self) -> Path:
        """Return the list of erased records, by which a restored backup is filtered."""
        return self.root / "erased.lst"

    @property
    def disposed(self) -> Path:
        """Return the log of disposals, by which a restored backup is completed."""
        return self.root / "disposed.lst"

    @property
    def exchange(self) -> "ExchangePlaces":
        """Return what lies where for the exchange with other laptops."""
        return ExchangePlaces(self.root)

    @property
    def logs(self) -> Path:
        """Return the folder of log files."""
        return self.root / "logs"

    def journals(self) -> tuple[Path, Path]:
        """Return the write-ahead log and its index."""
        return self.root / "kts.db-wal", self.root / "kts.db-shm"

    def make(self) -> None:
        """Make the folder and its parts, closed to other users."""
        self.root.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        for name in ("backups", "blobs", "outbox", "inbox", "quarantine", "logs"):
            (self.root / name).mkdir(mode=PRIVATE, exist_ok=True)
        if os.name == "posix":
            self.root.chmod(PRIVATE)

    def is_profile(self) -> bool:
        """Tell whether a profile was made here (it may be damaged)."""
        return self.sidecar.exists() or self.sidecar.with_name("profile.json.bak").exists()


@dataclass(frozen=True, slots=True)
class ExchangePlaces:
    """What the exchange with other laptops keeps in the folder of a profile."""

    root: Path

    @property
    def identity(self) -> Path:
        """Return the private keys of this laptop, sealed by a key that does not lie in the folder."""
        return self.root / "identity.key"

    @property
    def laptop(self) -> Path:
        """Return this laptop's secret, sealed, where no keyring keeps it."""
        return self.root / "identity.local"

    @property
    def outbox(self) -> Path:
        """Return the folder of copies of packages that went out."""
        return self.root / "outbox"

    @property
    def inbox(self) -> Path:
        """Return the folder of packages that wait for one before them."""
        return self.root / "inbox"

    @property
    def quarantine(self) -> Path:
        """Return the folder of packages that are looked at."""
        return self.root / "quarantine"


def is_writable(folder: Path) -> bool:
    """Tell by trying whether files can be made in a folder; what modes say is not true for every user."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError as error:
        return error.errno not in {errno.EROFS, errno.EACCES, errno.EPERM}
