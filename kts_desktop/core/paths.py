"""Where things lie: shipped resources, and the user's own folders."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(name: str) -> Path:
    """Return the path of a shipped file: in the frozen bundle, in the wheel, or in a checkout.

    Raises FileNotFoundError if it is in none of the three.
    """
    places = (
        Path(getattr(sys, "_MEIPASS", _PACKAGE)) / "resources",
        _PACKAGE / "_resources",
        _PACKAGE.parent / "resources",
        _PACKAGE.parent / "docs",  # the manual; elsewhere it lies among the resources
    )
    for place in places:
        if (place / name).exists():
            return place / name
    raise FileNotFoundError(name)


def user_data() -> Path:
    """Return the folder that holds settings, logs and profiles of this user; made on first use."""
    match sys.platform:
        case "win32":
            base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
            folder = base / "KTS Desktop"
        case "darwin":
            folder = Path.home() / "Library" / "Application Support" / "KTS Desktop"
        case _:
            base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
            folder = base / "kts-desktop"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def profiles() -> Path:
    """Return the folder in which profiles are kept by default."""
    return user_data() / "profiles"
