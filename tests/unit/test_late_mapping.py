"""Tables are there at once; the mapper comes when something needs it, and all is as if it had been there."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from kts_desktop.models.adviser import Adviser
from kts_desktop.models.base import Record
from kts_desktop.models.declaring import aliased
from kts_desktop.models.task import Task
from kts_desktop.storage.store import Store

ROOT = Path(__file__).parents[2]
BEGIN = """
import sys
from datetime import date
from pathlib import Path
from sqlalchemy import select
from kts_desktop.models import late
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.declaring import aliased
from kts_desktop.storage.store import Store, changes_of

def has_mapper():
    assert late.is_mapped() == ("sqlalchemy.orm" in sys.modules)
    return late.is_mapped()
"""
STORE = """
store = Store(Path(sys.argv[1]), bytes(32))
def names(session):
    return list(session.scalars(select(Adviser.name).order_by(Adviser.name)))
"""


def run(program: str, path: Path | None = None) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program, str(path)],
        cwd=ROOT,
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "kts.db"
    store = Store(place, bytes(32))
    store.create_schema()
    with store.write("adviser.add") as session:
        session.add_all(Adviser(name=name) for name in ("Berta", "Anton"))
    store.close()
    return place


def test_lists_are_read_without_the_mapper(path: Path) -> None:
    run(
        STORE
        + """
other = aliased(Adviser)
with store.read() as session:
    assert names(session) == ["Anton", "Berta"]
    assert session.scalar(select(other.name).where(other.name == "Berta")) == "Berta"
    assert session.execute(select(Adviser.id, Adviser.name)).first()._mapping["name"] == "Berta"
    assert session.connection().exec_driver_sql("SELECT count(*) FROM adviser").scalar_one() == 2
assert not has_mapper()
store.close()
""",
        path,
    )


@pytest.mark.parametrize(
    "asking",
    [
        "session.get(Adviser, 1).name",
        "session.scalars(select(Adviser).where(Adviser.id == 1)).one().name",
        "session.scalar(select(Adviser).where(Adviser.name == 'Berta')).name",
        "session.execute(select(Adviser).where(Adviser.id == 1)).scalar_one().name",
    ],
)
def test_whoever_asks_for_a_record_gets_one_in_the_same_transaction(path: Path, asking: str) -> None:
    run(
        STORE
        + f"""
with store.read() as session:
    assert names(session) == ["Anton", "Berta"] and not has_mapper()
    assert {asking} == "Berta" and has_mapper()
    assert names(session) == ["Anton", "Berta"]
with store.read() as session:
    assert names(session) == ["Anton", "Berta"]
store.close()
""",
        path,
    )


def test_a_reading_session_cannot_write_either_way(path: Path) -> None:
    run(
        STORE
        + """
from kts_desktop.core.errors import StorageError
for makes in (lambda: Adviser.__table__.insert(), lambda: Adviser.__table__.update()):
    try:
        with store.read() as session:
            session.execute(makes().values(name="Cäsar", uid=bytes(16)))
    except Exception as error:
        assert "readonly" in repr(error.__cause__) + repr(error)
    else:
        raise AssertionError
    late.map_all()
store.close()
""",
        path,
    )


def test_writing_first_of_all_loads_the_mapper_and_tells_what_changed(path: Path) -> None:
    run(
        STORE
        + """
with store.write("adviser.add") as session:
    session.add(Adviser(name="Cäsar"))
assert has_mapper() and changes_of(session).concerns("adviser")
with store.read() as session:
    assert names(session) == ["Anton", "Berta", "Cäsar"]
store.close()
""",
        path,
    )


def test_a_table_that_comes_after_the_mapper_is_mapped_as_well(path: Path) -> None:
    run(
        STORE
        + """
late.map_all()
from kts_desktop.models.note import Note
with store.read() as session:
    assert session.scalars(select(Note)).all() == []
store.close()
""",
        path,
    )


def test_a_table_is_made_when_it_is_first_asked_for(path: Path) -> None:
    run(
        STORE
        + """
from kts_desktop.models.base import METADATA, table_named
assert "adviser" not in METADATA.tables
with store.read() as session:
    assert names(session) == ["Anton", "Berta"]
assert "adviser" in METADATA.tables and "absence" not in METADATA.tables
assert table_named("absence").c.remark is METADATA.tables["absence"].c.remark
store.close()
""",
        path,
    )


def test_a_root_without_a_table_has_no_columns() -> None:
    with pytest.raises(AttributeError, match="Record has no table"):
        Record.uid  # noqa: B018 - the asking is the test


def test_two_threads_may_ask_for_a_table_at_once() -> None:
    run(
        """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from kts_desktop.models import case, event, note, organisation, person, project
together = Barrier(8)
def ask(_):
    together.wait()
    return [str(one.uid) for one in sorted(late.classes(), key=lambda one: one.__name__)]
with ThreadPoolExecutor(8) as pool:
    first, *others = pool.map(ask, range(8))
assert len(first) > 20 and all(other == first for other in others)
"""
    )


def test_two_threads_may_need_the_mapper_at_once(path: Path) -> None:
    run(
        STORE
        + """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
together = Barrier(2)
def ask(_):
    together.wait()
    with store.read() as session:
        return session.get(Adviser, 1).name
with ThreadPoolExecutor(2) as pool:
    assert list(pool.map(ask, range(2))) == ["Berta", "Berta"]
store.close()
""",
        path,
    )


def test_a_record_is_made_by_the_names_of_its_columns_alone() -> None:
    adviser = Adviser(name="Anton")
    assert (adviser.name, adviser.mark, len(adviser.uid)) == ("Anton", "", 16)
    assert [name for name in ("left_on", "id", "deleted_at") if getattr(adviser, name) is not None] == []
    with pytest.raises(TypeError, match="needs name"):
        Adviser()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="takes no nick"):
        Adviser(name="Anton", nick="Toni")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="takes no id"):
        Adviser(name="Anton", id=3)  # type: ignore[call-arg]


def test_a_record_tells_no_content_where_it_is_logged() -> None:
    assert repr(Adviser(name="Anton")) == "Adviser(id=None)"


def test_a_table_under_another_name_has_the_same_columns_and_no_more() -> None:
    other = aliased(Task)
    text = str(select(Task.id, other.title).join(other, other.case_id == Task.case_id))
    assert "JOIN task AS task_1 ON task_1.case_id = task.case_id" in text
    with pytest.raises(AttributeError, match="subject"):
        other.subject  # type: ignore[attr-defined] # noqa: B018 - the asking is the test
