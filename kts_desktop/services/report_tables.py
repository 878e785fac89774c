"""The tables of the quarterly report as they are told: on paper, in files, on the screen, kept for good."""

from collections.abc import Sequence
from dataclasses import dataclass

from kts_desktop.services.report_figures import Breakdown, Figure, Shown, shown_of
from kts_desktop.services.reports import Report

OVERVIEW = "overview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One row of a table; a value is None where it must not be shown.

    ``ids`` and ``ids_before`` name the records of a ``kind`` behind the values; what was kept for good has
    none.
    """

    code: str
    label: str
    value: int | None
    before: int | None
    kind: str = ""
    ids: tuple[int, ...] = ()
    ids_before: tuple[int, ...] = ()

    @property
    def change(self) -> int | None:
        """Return by how much the figure differs from the quarter before; None where one is not shown."""
        return None if self.value is None or self.before is None else self.value - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table by the key of its title; ``total`` is None where the rows have none."""

    key: str
    rows: tuple[Cell, ...]
    total: Cell | None
    is_multiple: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report with its tables."""

    key: str
    tables: tuple[Table, ...]


def sections_of(report: Report, *, suppress: bool) -> tuple[Section, ...]:
    """Return the parts of a report; with ``suppress`` what must not be shown is hidden already."""
    groups = {"cases": report.cases, "contacts": report.contacts, "events": report.events}
    opened, notes, events = "opened", "notes", "events"
    masked = {key: _masked(group, suppress=suppress) for key, group in groups.items()}
    of_total = {opened: masked["cases"], notes: masked["contacts"], events: masked["events"]}
    overview = []
    for one in report.overview:
        now, before = of_total.get(one.key, _masked([one], suppress=suppress))[0]
        overview.append(_cell(one, one.total, _key(one.key), now.total_hidden, before.total_hidden))
    out = [Section(OVERVIEW, (Table(key=OVERVIEW, rows=tuple(overview), total=None),))]
    for key, group in groups.items():
        pairs = zip(group, masked[key], strict=True)
        out.append(Section(key, tuple(_table(one, *masks) for one, masks in pairs)))
    return tuple(out)


def _masked(group: Sequence[Breakdown], *, suppress: bool) -> list[tuple[Shown, Shown]]:
    if not suppress:
        return [(Shown(), Shown())] * len(group)
    return list(zip(shown_of(group, before=False), shown_of(group, before=True), strict=True))


def _key(key: str) -> str:
    return "events_held" if key == "events" else key


def _table(one: Breakdown, now: Shown, before: Shown) -> Table:
    rows = tuple(
        _cell(one, figure, figure.label, place in now.hidden, place in before.hidden)
        for place, figure in enumerate(one.figures)
    )
    total = _cell(one, one.total, "total", now.total_hidden, before.total_hidden)
    return Table(key=f"by_{one.key}", rows=rows, total=total, is_multiple=one.is_multiple)


def _cell(of: Breakdown, figure: Figure, label: str, hide: bool, hide_before: bool) -> Cell:
    return Cell(
        code=figure.code,
        label=label,
        value=None if hide else figure.value,
        before=None if hide_before else figure.before,
        kind=of.kind,
        ids=() if hide else figure.ids,
        ids_before=() if hide_before else figure.ids_before,
    )
