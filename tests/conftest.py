"""What every test needs: no screen, no key ring, no folder of the real user."""

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kts_desktop.core.clock import stopped
from kts_desktop.core.settings import Settings
from kts_desktop.models import everything
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.services import advisers, reference
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.demo import making
from kts_desktop.storage import undo
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.sidecar import ProfileKind, Sidecar
from kts_desktop.storage.store import Store
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.workspace import Workspace
from tests.helpers.day import MORNING, Present
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import Office, make_office

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
hypothesis.settings.register_profile("house", deadline=None)  # a busy machine is no fault
hypothesis.settings.load_profile("house")
KEY = bytes(range(32))
MADE_AT = MORNING
assert everything.MODULES  # a new file needs every table


def pytest_collection_finish() -> None:
    """Let the collector pass over the tests themselves: they stay to the end, and it came by often."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Delete what a test closed before its workspace goes: a closed page would still hear of the language."""
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let each test begin on the day its records are of, whatever day and hour it is really."""
    Present.begin()


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests, and the processes they start, out of the user's own folders."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An office without a record, made once; each test gets a copy."""
    return _made(tmp_path_factory.mktemp("empty") / "kts.db", with_reference=False)


@pytest.fixture(scope="session")
def reference_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An office with value lists, directory and projects, made once; each test gets a copy."""
    return _made(tmp_path_factory.mktemp("reference") / "kts.db", with_reference=True)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The demo office, made once; each test gets a copy."""
    path = tmp_path_factory.mktemp("demo") / "kts.db"
    store = Store(path, KEY)
    store.create_schema()
    with stopped(MADE_AT):
        making.make_demo(store, today=MADE_AT.date())
    store.close()
    return path.read_bytes()


@pytest.fixture
def store(tmp_path: Path, empty_file: bytes) -> Iterator[Store]:
    """An open, empty, encrypted store whose adviser is Mira Ahornthal."""
    yield from _opened(tmp_path / "kts.db", empty_file)


@pytest.fixture
def office(tmp_path: Path, reference_file: bytes) -> Iterator[Store]:
    """The same with value lists, municipality directory and the model projects."""
    yield from _opened(tmp_path / "kts.db", reference_file)


@pytest.fixture
def workspace(qapp: object, store: Store) -> Iterator[Workspace]:
    """A workspace over the empty store."""
    yield from _workspace(store)


@pytest.fixture
def office_workspace(qapp: object, office: Store) -> Iterator[Workspace]:
    """A workspace over the office with reference data."""
    yield from _workspace(office)


@pytest.fixture
def demo(tmp_path: Path, demo_file: bytes) -> Iterator[Store]:
    """The demo office: invented people and cases, real municipalities."""
    yield from _opened(tmp_path / "kts.db", demo_file)


@pytest.fixture
def demo_workspace(qapp: object, demo: Store) -> Iterator[Workspace]:
    """A workspace over the demo office."""
    yield from _workspace(demo)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of a user who never changed one."""
    return Settings(tmp_path / "settings.json")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A profile on disk with one note, made once; each test gets a copy."""
    return make_office(tmp_path_factory.mktemp("template") / "office", MemoryKeyring())


@pytest.fixture
def profile(template: Office, tmp_path: Path) -> Office:
    """A closed profile with one note, and what opens it."""
    return template.copy_to(tmp_path / "office")


@pytest.fixture
def opened(profile: Office) -> Iterator[Opened]:
    """The same, open."""
    found = profile.open()
    yield found
    found.close()


def _made(path: Path, *, with_reference: bool) -> bytes:
    store = Store(path, KEY)
    store.create_schema()
    if with_reference:
        with store.write("reference.load", kind=ChangeKind.MAINTENANCE) as session:
            reference.load(session, now=MADE_AT)
    with store.write("setup", kind=ChangeKind.MAINTENANCE) as session:
        adviser = advisers.add(session, AdviserDraft(name="Mira Ahornthal", mark="A"))
        advisers.be(session, adviser)
    store.close()
    return path.read_bytes()


def _opened(path: Path, content: bytes) -> Iterator[Store]:
    path.write_bytes(content)
    store = Store(path, KEY)
    with store.read() as session:
        adviser = advisers.me(session)
    assert adviser is not None
    store.author_id = adviser.id
    store.blobs = Blobs(path.parent / "blobs", DataKey(KEY))
    yield store
    store.close()


def _workspace(store: Store) -> Iterator[Workspace]:
    writer, readers = Jobs(), Jobs(2)
    workspace = Workspace(writer, readers)
    writer.setParent(workspace)
    readers.setParent(workspace)
    known = Sidecar(uid="00000000000040008000000000000001", kind=ProfileKind.DEMO)
    opened = Opened(
        folder=ProfileFolder(store.path.parent), store=store, known=known, key=DataKey(KEY), lock=None
    )
    workspace.attach(store, undo, opened)
    yield workspace
    workspace.detach()
    readers.shutdown()
    writer.shutdown()
