"""Offices as an earlier revision of the schema made them, and revisions of versions still to come."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kts_desktop.storage import creating, migrate, revision
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.store import Store


@contextmanager
def as_of(number: str, folder: Path) -> Iterator[None]:
    """Be the program of an earlier revision: new offices are made by the revisions until then alone."""
    scripts = folder / f"until-{number}"
    shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for path in numbered(scripts):
        if path.name[:4] > number:
            path.unlink()
    new_store = creating._new_store

    def old_store(place: ProfileFolder, key: DataKey | None) -> Store:
        migrate.upgrade(place.database, key.database if key else None, since=None, scripts=scripts)
        with pytest.MonkeyPatch.context() as present:
            present.setattr(Store, "create_schema", lambda _store: None)
            return new_store(place, key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(revision, "HEAD", number)
        patch.setattr(migrate, "SCRIPTS", scripts)
        patch.setattr(creating, "_new_store", old_store)
        yield


def numbered(scripts: Path) -> list[Path]:
    """Return the files of the revisions, the first first."""
    return sorted((scripts / "versions").glob("0*.*"))


def following(number: str) -> str:
    """Return the number of the revision after another."""
    return f"{int(number) + 1:04}"


def add_later(scripts: Path, text: str) -> str:
    """Add a revision after the last one, its number and that one's filled in; return its number."""
    last = numbered(scripts)[-1].name[:4]
    number = following(last)
    marks = f'revision = "{number}"\ndown_revision = "{last}"\n'
    (scripts / "versions" / f"{number}_later.py").write_text(f"{marks}{text}", encoding="utf-8")
    return number
