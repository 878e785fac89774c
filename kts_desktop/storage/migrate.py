"""Bringing an older file to the present schema: one transaction, all or nothing.

Foreign keys are off before the transaction begins, because a rebuilt table would take its children along;
triggers and indexes of search go first and come back last, because a rebuilt table loses them silently.
"""

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from kts_desktop.storage import schema, search_schema
from kts_desktop.storage.maintenance import whole_file

SCRIPTS = Path(__file__).resolve().parent / "migrations"
_VERSION_TABLE = "alembic_version"  # there during an upgrade only; ``meta`` is what every release can read


class BrokenReferencesError(RuntimeError):
    """An upgrade left references that lead nowhere; it is rolled back."""


def upgrade(path: Path, key: bytes | None, *, since: str | None, scripts: Path = SCRIPTS) -> str:
    """Run all revisions after ``since`` (None: from an empty file) and return the new one.

    Anything raised means that the file is as it was.
    """
    with whole_file(path, key) as connection:
        _clear(connection)
        _prepare_versions(connection, since)
        _run(connection, scripts)
        revision = str(connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION_TABLE}").scalar_one())
        connection.exec_driver_sql(f"DROP TABLE {_VERSION_TABLE}")
        schema.install(connection)
        _fill_indexes(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise BrokenReferencesError(f"{len(broken)} rows, first in {broken[0][0]}")
        connection.exec_driver_sql(
            "INSERT INTO meta(key,value) VALUES('schema_rev',?) "
            "ON CONFLICT(key) DO UPDATE SET value=excluded.value",
            (revision,),
        )
    return revision


def _clear(connection: Connection) -> None:
    schema.drop_triggers(connection)
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type='table' AND sql LIKE 'CREATE VIRTUAL TABLE%'"
    ).scalars()
    for name in names.all():
        connection.exec_driver_sql(f'DROP TABLE "{name}"')


def _prepare_versions(connection: Connection, since: str | None) -> None:
    connection.exec_driver_sql(f"CREATE TABLE {_VERSION_TABLE}(version_num TEXT PRIMARY KEY)")
    if since is not None:
        connection.exec_driver_sql(f"INSERT INTO {_VERSION_TABLE} VALUES(?)", (since,))


def _run(connection: Connection, scripts: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    directory = ScriptDirectory.from_config(config)

    def steps(present: Any, _context: Any) -> Any:
        return directory._upgrade_revs("head", present)  # noqa: SLF001 - what Alembic's own command calls

    with EnvironmentContext(config, directory, fn=steps, destination_rev="head") as environment:
        environment.configure(connection=connection, version_table=_VERSION_TABLE)
        environment.run_migrations()


def _fill_indexes(connection: Connection) -> None:
    for kind in (*search_schema.INDEXED, *search_schema.LOCAL):
        connection.exec_driver_sql(search_schema.fill_statement(kind))
