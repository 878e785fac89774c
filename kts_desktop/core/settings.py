"""Declared settings, and the small file the window is painted from before the store is open.

The file is plain JSON outside the encrypted profile: it must never hold personal data.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from kts_desktop.core.words import QT_TRANSLATE_NOOP

T = TypeVar("T", str, int, bool)
_ZOOMS = range(80, 201)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting: its key, its default, its title (empty: kept, but not offered), what it takes."""

    key: str
    default: T
    title: str = ""
    accepts: Callable[[T], bool] = lambda _: True


LANGUAGE = Setting("language", "de", QT_TRANSLATE_NOOP("settings", "Language"), {"de", "en"}.__contains__)
SCHEME = Setting(
    "scheme",
    "system",
    QT_TRANSLATE_NOOP("settings", "Appearance"),
    {"system", "light", "dark", "contrast"}.__contains__,
)
ZOOM = Setting("zoom", 100, QT_TRANSLATE_NOOP("settings", "Text size in percent"), _ZOOMS.__contains__)
AUTO_LOCK = Setting(
    "auto_lock", 0, QT_TRANSLATE_NOOP("settings", "Lock after minutes without a key (0: never)")
)
LAST_PAGE = Setting("last_page", "today")
GEOMETRY = Setting("geometry", "")
LAST_PROFILE = Setting("last_profile", "")
SECOND_PLACE = Setting("second_place", "")  # a folder to which backups are copied; empty: none
EXCHANGE_FOLDER = Setting("exchange_folder", "")  # a folder watched for packages; empty: none


class Settings:
    """The settings of one user; unknown keys of a newer version survive."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _load(path)

    def get(self, setting: Setting[T]) -> T:
        """Return the value, or the default where none or a foreign one is stored."""
        value = self._values.get(setting.key)
        if type(value) is type(setting.default) and setting.accepts(value):
            return value
        return setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Change a value; raises ValueError if the setting does not take it."""
        if not setting.accepts(value):
            raise ValueError(f"{setting.key}: {value!r}")
        self._values[setting.key] = value

    def view(self, name: str) -> dict[str, object]:
        """Return what a list or splitter wishes to remember about its looks; never a record's content."""
        kept = self._values.get(f"view.{name}")
        return dict(kept) if isinstance(kept, dict) else {}

    def put_view(self, name: str, state: dict[str, object]) -> None:
        """Remember the looks of a list or splitter."""
        self._values[f"view.{name}"] = state

    def save(self) -> None:
        """Write the file whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(self._values, indent=1, sort_keys=True), encoding="utf-8")
        draft.replace(self._path)


def _load(path: Path) -> dict[str, object]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
