"""What a check found, each with its sentence and what would cure it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kts_desktop.core.errors import StorageError, UserFacingError


class Repair(StrEnum):
    """What cures a finding; ``fts``, ``context`` and ``blobs`` are done by the program when asked to."""

    FTS = "fts"
    CONTEXT = "context"
    BLOBS = "blobs"
    REOPEN = "reopen"
    RESTORE = "restore"
    BACKUP = "backup"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be."""

    failure: UserFacingError  # its code and details give the sentence
    repair: Repair

    @property
    def code(self) -> str:
        """Return the code of the sentence."""
        return self.failure.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a check."""

    is_deep: bool
    checked_at: datetime
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found."""
        return not self.findings


def finding(code: str, repair: Repair, **details: object) -> Finding:
    """Make a finding."""
    return Finding(failure=StorageError(code, **details), repair=repair)
