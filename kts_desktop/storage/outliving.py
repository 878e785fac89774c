"""What was decided since a backup and must outlive its return: who was erased, what was disposed of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kts_desktop.storage import disposed, erasures
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.profile import ProfileFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Outliving:
    """The records erased for good, and the entries of the log of disposals."""

    erased: frozenset[bytes] = frozenset()
    disposals: Mapping[str, str] = field(default_factory=dict)

    def __or__(self, other: "Outliving") -> "Outliving":
        return Outliving(erased=self.erased | other.erased, disposals={**self.disposals, **other.disposals})

    def impose(self, path: Path, key: DataKey | None, at: datetime) -> None:
        """Let a closed copy of a backup know it, before anyone reads it.

        An older one is brought to the present schema first: what erases knows no other.
        """
        if not self.erased and not self.disposals:
            return
        from kts_desktop.storage import upgrading

        upgrading.bring_copy_up_to_date(path, key)
        erasures.erase_again(path, key, self.erased)
        disposed.complete(path, key, self.disposals, at)


def outliving(place: ProfileFolder, key: DataKey | None) -> Outliving:
    """Return what the lists beside a profile's database say under a key."""
    return Outliving(erased=erasures.erased_records(place, key), disposals=disposed.noted(place, key))
