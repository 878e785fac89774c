"""The figures of a report as text that is kept for good: the same figures give the same bytes.

Figures and labels alone are in it, no record: what is erased later stays counted, and is named nowhere.
"""

import json
from datetime import datetime
from typing import Any

from kts_desktop.core.errors import StorageError
from kts_desktop.services.report_figures import Quarter
from kts_desktop.services.report_tables import Cell, Section, Table

_FORM = 1


def written(
    sections: tuple[Section, ...], quarter: Quarter, *, as_at: datetime, language: str, suppressed: bool
) -> bytes:
    """Return the figures as canonical JSON."""
    told = {
        "form": _FORM,
        "quarter": [quarter.year, quarter.number],
        "as_at": as_at.isoformat(timespec="seconds"),
        "language": language,
        "suppressed": suppressed,
        "sections": [{"key": one.key, "tables": [_told(table) for table in one.tables]} for one in sections],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read(content: bytes) -> tuple[Section, ...]:
    """Return the tables that were kept; raises StorageError ``report_unreadable`` for a newer form."""
    told = json.loads(content)
    if told["form"] != _FORM:
        raise StorageError("report_unreadable")
    return tuple(Section(one["key"], tuple(map(_table, one["tables"]))) for one in told["sections"])


def _told(table: Table) -> dict[str, Any]:
    return {
        "key": table.key,
        "rows": [_line(row) for row in table.rows],
        "total": _line(table.total) if table.total is not None else None,
        "multiple": table.is_multiple,
    }


def _line(cell: Cell) -> list[str | int | None]:
    return [cell.code, cell.label, cell.value, cell.before]


def _table(told: dict[str, Any]) -> Table:
    return Table(
        key=told["key"],
        rows=tuple(map(_cell, told["rows"])),
        total=_cell(told["total"]) if told["total"] is not None else None,
        is_multiple=told["multiple"],
    )


def _cell(line: list[Any]) -> Cell:
    code, label, value, before = line
    return Cell(code=code, label=label, value=value, before=before)
