"""The list of 100,000 cases: from a change of filter to the painted list, against raw ids and equal paint."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication

from benchmarks.measuring import Figure, Limit, alternating, seconds
from benchmarks.office import Ground, opened
from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseOrder
from kts_desktop.storage import undo
from kts_desktop.storage.connect import connect
from kts_desktop.storage.opening import Opened
from kts_desktop.ui.cases.page import CasesPage
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.cards import Card, CardList
from kts_desktop.ui.workspace import Workspace

RATIO, MOST_MS = 1.5, 150.0
_NEWEST = "ORDER BY received_on DESC, id DESC"
_ALL = f"SELECT id FROM advisory_case WHERE deleted_at IS NULL {_NEWEST}"  # noqa: S608 - constants
_ROWS = """
SELECT c.id, coalesce(o.name,''), c.received_on, c.subject, c.state, c.number FROM advisory_case c
LEFT JOIN organisation o ON o.id=c.organisation_id WHERE c.id IN ({})
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One way to see the list: what the page is told, and the raw query of the same ids."""

    name: str
    statement: str
    filters: Mapping[str, str]
    order: CaseOrder = CaseOrder.RECEIVED


def _where(condition: str) -> str:
    return f"SELECT id FROM advisory_case WHERE deleted_at IS NULL AND {condition} {_NEWEST}"  # noqa: S608


def _by(order: str) -> str:
    return f"SELECT id FROM advisory_case WHERE deleted_at IS NULL ORDER BY {order}"  # noqa: S608


_FILED = _where("state='filed'")  # what is shown before
VIEWS = (
    View(name="all", filters={"state": "all"}, statement=_ALL),
    View(
        name="open",
        filters={"state": "open"},
        statement=_where("state IN ('new','in_progress','waiting','on_follow_up')"),
    ),
    View(name="of a state", filters={"state": "closed"}, statement=_where("state='closed'")),
    View(name="of an adviser", filters={"state": "all", "lead": "3"}, statement=_where("lead_id=3")),
    View(
        name="of a priority",
        filters={"state": "all", "priority": "high"},
        statement=_where("priority='high'"),
    ),
    View(
        name="of a theme",
        filters={"state": "all", "theme": "sensors"},
        statement=_where(
            "uid IN (SELECT owner FROM tagging WHERE list_key='theme' AND code='sensors' "
            "AND owner_kind='advisory_case' AND deleted_at IS NULL)"
        ),
    ),
    View(
        name="of a federal state",
        filters={"state": "all", "land": "09"},
        statement=_where(
            "organisation_id IN (SELECT id FROM organisation WHERE state='09' AND deleted_at IS NULL)"
        ),
    ),
    View(
        name="all by subject",
        filters={"state": "all"},
        order=CaseOrder.SUBJECT,
        statement=_by("sort_key, id"),
    ),
    View(
        name="all by body",
        filters={"state": "all"},
        order=CaseOrder.BODY,
        statement="SELECT c.id FROM organisation o CROSS JOIN advisory_case c ON c.organisation_id=o.id "
        "WHERE o.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY o.sort_key, o.id, c.id",
    ),
    View(
        name="all by next follow-up",
        filters={"state": "all"},
        order=CaseOrder.DUE,
        statement=_by("next_due_on NULLS LAST, id"),
    ),
    View(
        name="all by last note",
        filters={"state": "all"},
        order=CaseOrder.LAST_NOTE,
        statement=_by("last_note_at DESC, id DESC"),
    ),
)


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield one figure a view, then the slowest of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    slowest = 0.0
    with opened(ground.encrypted()) as office, paged(office, ground) as page, RawList(office) as raw:
        raw.list.resize(page.pane.rows.size())
        raw.list.show()
        for view in VIEWS:
            ours, rival = alternating(Shown(page, view), _RawShown(raw, view), ground.rounds)
            slowest = max(slowest, ours)
            yield Figure(
                name=f"case list, {view.name}",
                ours=ours,
                rival=rival,
                rival_name="raw ids and the same paint",
                limit=RATIO,
                judged=Limit.RATIO,
            )
    yield Figure(name="case list, slowest", ours=slowest, limit=MOST_MS, judged=Limit.TIME)


@contextmanager
def paged(office: Opened, ground: Ground) -> Iterator[CasesPage]:
    """Show the page of cases over an office."""
    writer, readers = Jobs(), Jobs(2)
    workspace = Workspace(writer, readers)
    workspace.attach(office.store, undo)
    page = CasesPage(workspace, Settings(ground.root / "settings.json"))
    page.resize(1280, 800)
    page.show()
    try:
        yield page
    finally:
        page.close()
        page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        readers.shutdown()
        writer.shutdown()


class Shown:
    """Puts the page into a view and returns the time until its list is painted."""

    def __init__(self, page: CasesPage, view: View) -> None:
        self._page, self._view = page, view

    def __call__(self) -> float:
        """Show other cases, then those of the view, and return the time of the second step."""
        presenter = self._page.presenter
        presenter.narrow({"state": "filed"})
        self._bring_into_order()
        return until_painted(self._page.pane.rows, self._narrow)

    def _bring_into_order(self) -> None:
        presenter, wanted = self._page.presenter, self._view.order
        presenter.sort(CaseOrder.NUMBER)
        presenter.sort(wanted)

    def _narrow(self) -> None:
        self._page.presenter.narrow(self._view.filters)


class RawList:
    """The same widget over statements that go straight to SQLite."""

    def __init__(self, office: Opened) -> None:
        self._connection: Any = connect(office.folder.database, office.key.database if office.key else None)
        self.list: CardList[tuple[Any, ...]] = CardList("bench.raw", _card)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.list.close()
        self.list.deleteLater()
        self._connection.close()

    def ids(self, statement: str) -> list[int]:
        """Return the ids of a statement."""
        return [id_ for (id_,) in self._connection.execute(statement)]

    def rows(self, ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
        """Return what a card shows."""
        places = ",".join(map(str, ids))
        return {row[0]: row for row in self._connection.execute(_ROWS.format(places))}


class _RawShown:
    """Puts the raw list into a view and returns the time until it is painted."""

    def __init__(self, raw: RawList, view: View) -> None:
        self._raw, self._view = raw, view

    def __call__(self) -> float:
        self._raw.list.show_ids(self._raw.ids(_FILED), self._raw.rows)
        return until_painted(self._raw.list, self._fill)

    def _fill(self) -> None:
        self._raw.list.show_ids(self._raw.ids(self._view.statement), self._raw.rows)


class _Paints(QObject):
    """Notes that a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.happened = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look, and let everything pass."""
        self.happened = self.happened or event.type() is QEvent.Type.Paint
        return False


def until_painted(view: QAbstractItemView, action: Callable[[], object]) -> float:
    """Do something that changes a list and return the time until the list was painted anew."""
    QApplication.processEvents()
    paints = _Paints()
    view.viewport().installEventFilter(paints)

    def wait() -> None:
        action()
        if view.model().rowCount() == 0:
            raise RuntimeError("nothing to paint")
        while not paints.happened:
            QApplication.processEvents()

    try:
        return seconds(wait)
    finally:
        view.viewport().removeEventFilter(paints)


def _card(row: tuple[Any, ...]) -> Card:
    _, body, received_on, subject, state, number = row
    day = date.fromisoformat(received_on)
    return Card(headline=body, aside=f"{day:%d.%m.%Y}", line=subject, chip=state, kind="open", note=number)
