"""Names of files that come from elsewhere: shown without tricks, written so that every system takes them."""

import re
import unicodedata
from pathlib import Path

_LONGEST = 180  # bytes: most systems take 255, and a number may follow
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
# what turns the direction of writing: "invoice<turn>fdp.exe" would read as "invoice exe.pdf"
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BLANK = re.compile(r"\s+")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
_NAMELESS = "document"
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")


def tidy(name: str) -> str:
    """Return a file name that shows what it is: its last part, no signs of control, not too long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = _BLANK.sub(
        " ", _TURNS.sub("", "".join(sign for sign in last if sign.isprintable() or sign == " "))
    )
    return _shortened(plain.strip()) or _NAMELESS


def on_disk(name: str) -> str:
    """Return a name for a new file that Windows, macOS and Linux take."""
    safe = _FORBIDDEN.sub("_", tidy(name)).strip(" .")
    if safe.partition(".")[0].strip().casefold() in _RESERVED:
        safe = f"_{safe}"
    return safe or _NAMELESS


def suffix(name: str) -> str:
    """Return the ending of a name with its dot, if it is a plain one; else nothing."""
    found = Path(tidy(name)).suffix.casefold()
    return found if _SUFFIX.fullmatch(found) else ""


def free(folder: Path, name: str) -> Path:
    """Return a place in a folder that no file has yet, with a number where the name is taken."""
    place, stem, ending, number = folder / name, Path(name).stem, Path(name).suffix, 2
    while place.exists() or place.is_symlink():
        place = folder / f"{stem} ({number}){ending}"
        number += 1
    return place


def _shortened(name: str) -> str:
    """Cut a long name before its ending, between letters."""
    ending = Path(name).suffix
    room = _LONGEST - len(ending.encode())
    if len(name.encode()) <= _LONGEST:
        return name
    if room <= 0:
        return name.encode()[:_LONGEST].decode(errors="ignore")
    return name.removesuffix(ending).encode()[:room].decode(errors="ignore").rstrip() + ending
