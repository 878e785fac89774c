"""What is asked before a package is taken over, and what is only said."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync.context import Context
from kts_desktop.exchange.sync.looking import OLD_DAYS, Looked
from kts_desktop.exchange.sync.views import KindCounts, Report
from kts_desktop.models.catalogue import BY_NAME

ASKED = frozenset({"package_mass_delete", "package_mass_erasure", "package_old"})
MANY = 20  # records; beyond it, or beyond five per cent, a deletion is asked about
_SHARE = 20  # one in so many
_FEW = 5  # records: below it no share is looked at
_DAY_MS = 86_400_000
Warning_ = tuple[str, tuple[tuple[str, str], ...]]


def asked(context: Context, driver: Any, found: Looked, report: Report) -> Report:
    """Return the report with everything that is to be asked or said."""
    warnings: list[Warning_] = []
    age = (context.now_ms() - found.header.created_ms) // _DAY_MS
    if age > OLD_DAYS:
        warnings.append(("package_old", (("n", str(age)),)))
    for counts in report.counts:
        warnings.extend(_of_kind(driver, counts))
    if report.erasures:
        warnings.append(("package_erasures", (("n", str(report.erasures)),)))
    for code, details in report.warnings:
        if code == "clock":
            warnings.append(("package_clock", (("name", found.sender.name), *details)))
        else:
            warnings.append((code, details))
    return replace(report, sender=found.sender.name, warnings=tuple(warnings))


def refuse_unanswered(report: Report, accepted: Collection[str]) -> None:
    """Raise the first question that was not answered with yes, as PackageError."""
    for code, details in report.warnings:
        if code in ASKED and code not in accepted:
            raise PackageError(code, **dict(details))


def _of_kind(driver: Any, counts: KindCounts) -> list[Warning_]:
    if counts.kind not in BY_NAME or not (counts.deleted or counts.erased):
        return []
    # before or after the deletion: the share is of all there were
    (alive,) = driver.execute(f"SELECT count(*) FROM {counts.kind} WHERE deleted_at IS NULL").fetchone()
    found: list[Warning_] = []
    for code, n in (("package_mass_delete", counts.deleted), ("package_mass_erasure", counts.erased)):
        total = max(alive, n)
        if n > MANY or (n >= _FEW and n * _SHARE > total):
            found.append((code, (("n", str(n)), ("m", str(total)), ("kind", counts.kind))))
    return found
