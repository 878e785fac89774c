"""The figures of a report as CSV, as the office's spreadsheet opens it: semicolons, UTF-8 with a mark."""

import csv
import io
from collections.abc import Sequence

from kts_desktop.printing.look import Look
from kts_desktop.services.report_tables import Table

_FORMULA = ("=", "+", "-", "@")  # a spreadsheet would compute a label that begins so


def written(tables: Sequence[Table], look: Look, quarter: str, before: str) -> bytes:
    """Return all tables below one head: title, code, label, the figures of both quarters."""
    target = io.StringIO(newline="")
    out = csv.writer(target, delimiter=";", lineterminator="\r\n")
    out.writerow([look.words("figure"), "Code", look.words("row"), quarter, before])
    for table in tables:
        title = look.words(table.key)
        for row in table.rows:
            label = look.words(row.label) if table.total is None else row.label
            out.writerow([title, _plain(row.code), _plain(label), _figure(row.value), _figure(row.before)])
        if table.total is not None:
            total = table.total
            out.writerow([title, "", look.words("total"), _figure(total.value), _figure(total.before)])
    return target.getvalue().encode("utf-8-sig", "replace")


def _figure(value: int | None) -> str:
    return "" if value is None else str(value)


def _plain(text: str) -> str:
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(_FORMULA) else flat
