"""Which schema this version of the program writes, and how it stands to that of a file."""

from enum import StrEnum

from kts_desktop.storage.file_facts import FileFacts

HEAD = "0002"  # the newest revision in ``migrations/versions``; four digits, so that they can be compared
COMPAT_MIN_APP = "0.1.0"  # the oldest version that may write a file of this schema


class Age(StrEnum):
    """How a file stands to this version of the program."""

    EQUAL = "equal"
    OLDER = "older"
    NEWER_WRITABLE = "newer_writable"
    NEWER = "newer"


def age(facts: FileFacts, app: str, head: str) -> Age:
    """Compare a file with this version of the program."""
    if facts.schema_rev == head:
        return Age.EQUAL
    if facts.schema_rev < head:
        return Age.OLDER
    return Age.NEWER_WRITABLE if numbers(facts.compat_min_app) <= numbers(app) else Age.NEWER


def numbers(version: str) -> tuple[int, ...]:
    """Return a version's numbers; what is no number counts as higher than any, so that it is not trusted."""
    parts = [int(part) if part.isdigit() else 1_000_000 for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)
