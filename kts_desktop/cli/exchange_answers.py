"""What the commands of the exchange tell people, in both languages."""

from collections.abc import Mapping, Sequence

from kts_desktop.cli.answers import table
from kts_desktop.core.errors import PackageError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.exchange.sync.context import at
from kts_desktop.exchange.sync.people import Loss
from kts_desktop.exchange.sync.post_book import Posted
from kts_desktop.exchange.sync.sorting import Sorted
from kts_desktop.exchange.sync.views import (
    Colleague,
    Exported,
    Inspection,
    KindCounts,
    OwnLaptop,
    Parked,
    Report,
    Standing,
    Trust,
)

_WORDS: Mapping[str, tuple[str, str]] = {
    "digits": ("Identifier", "Kennung"),
    "waiting_edits": ("Changes not yet handed on", "Noch nicht weitergegebene Änderungen"),
    "vouched": ("Compared by", "Verglichen von"),
    "holds": ("It may hold", "Es darf halten"),
    "until": ("Last package to it", "Letztes Paket dorthin"),
    "held": ("Records, documents at most", "Höchstens Einträge, Dokumente"),
    "revoked": ("Revoked.", "Gesperrt."),
    "written": ("Written, read back and checked", "Geschrieben, zurückgelesen und geprüft"),
    "for": ("for", "für"),
    "records": ("records", "Einträge"),
    "from": ("from", "von"),
    "waits": ("waits", "wartet"),
    "known": ("their state here", "ihr Stand hier"),
    "unknown": ("never", "nie"),
    "open": ("own changes not acknowledged", "eigene Änderungen unbestätigt"),
    "conflicts": ("Differences to decide", "Zu entscheidende Unterschiede"),
    "nobody": ("No other laptop is known.", "Kein anderes Gerät ist bekannt."),
    Trust.UNCONFIRMED: ("unconfirmed", "unbestätigt"),
    Trust.CONFIRMED: ("confirmed", "bestätigt"),
    Trust.REVOKED: ("revoked", "gesperrt"),
    Standing.READY: ("can be taken over", "kann übernommen werden"),
    Standing.WAITING: ("waits for one before it", "wartet auf ein früheres"),
    Standing.ALREADY: ("taken over before", "bereits übernommen"),
    Standing.NOTHING_NEW: ("nothing new", "keine Neuerungen"),
    Standing.REFUSED: ("refused", "abgelehnt"),
    "new": ("new", "neu"),
    "newer": ("newer", "neuer"),
    "stale": ("known", "bekannt"),
    "concurrent": ("differing", "abweichend"),
    "deleted": ("deleted", "gelöscht"),
    "erased": ("erased for good", "endgültig gelöscht"),
    "dropped": ("erased before", "früher gelöscht"),
}


def of_own(own: OwnLaptop, language: str) -> list[str]:
    """Tell who this laptop is."""
    name = ", ".join(filter(None, (own.person, own.label)))
    waiting = f"{_word('waiting_edits', language)}: {own.unsealed_changes}"
    return [name, f"{_word('digits', language)}: {own.digits}", waiting]


def of_colleague(one: Colleague, by: Sequence[str], language: str) -> list[str]:
    """Tell one laptop and its digits."""
    lines = [f"{_named(one)}: {_word(one.trust, language)}", f"{_word('digits', language)}: {one.digits}"]
    return [*lines, f"{_word('vouched', language)}: {'; '.join(by)}"] if by else lines


def of_loss(loss: Loss, language: str, *, is_done: bool) -> list[str]:
    """Tell what a laptop holds that is or was to be revoked."""
    until = _moment(loss.known_to_ms, language)
    lines = [
        loss.name,
        f"{_word('holds', language)}: {', '.join(loss.spaces)}",
        f"{_word('until', language)}: {until}",
        f"{_word('held', language)}: {loss.records}, {loss.documents}",
    ]
    return [*lines, _word("revoked", language)] if is_done else lines


def of_export(made: Exported, language: str) -> list[str]:
    """Tell what was written."""
    whom = f"{_word('for', language)} {', '.join(made.recipients)}" if made.recipients else ""
    counts = f"{made.records} {_word('records', language)}, {made.size} B {whom}".rstrip()
    return [str(made.path), f"{_word('written', language)}: {counts}"]


def of_inspection(seen: Inspection, language: str) -> list[str]:
    """Tell what a package is."""
    when = f" {at(seen.created_ms):%Y-%m-%d %H:%M}" if seen.created_ms else ""
    whom = f" {_word('from', language)} {seen.sender}" if seen.sender else ""
    lines = [f"{seen.path.name}:{whom}{when} {_word(seen.standing, language)}"]
    if seen.problem:
        lines.append(sentence(PackageError(seen.problem, **dict(seen.details)), language))
    return lines


def of_report(report: Report, language: str) -> list[str]:
    """Tell what a package does."""
    rows = [_counted(one, language) for one in report.counts]
    lines = table([row for row in rows if row[1]])
    if report.conflicts:
        lines.append(f"{_word('conflicts', language)}: {report.conflicts}")
    for code, details in report.warnings:
        lines.append(sentence(PackageError(code, **dict(details)), language))
    return lines or [_word(Standing.NOTHING_NEW, language)]


def of_sorted(one: Sorted, language: str) -> list[str]:
    """Tell what became of one package."""
    if one.report is None:
        return of_inspection(one.inspection, language)
    return [f"{one.inspection.path.name}: {one.report.sender}", *of_report(one.report, language)]


def of_status(
    own: OwnLaptop, others: Sequence[Colleague], waiting: Sequence[Parked], language: str
) -> list[str]:
    """Tell how the exchange stands."""
    rows = [
        [
            _named(one),
            _word(one.trust, language),
            f"{_word('known', language)}: {_moment(one.theirs_ms, language)}",
            f"{_word('open', language)}: {one.unconfirmed_changes}",
        ]
        for one in others
    ]
    parked = [f"{one.path.name}: {one.sender} {_word('waits', language)}" for one in waiting]
    return [*of_own(own, language), *(table(rows) or [_word("nobody", language)]), *parked]


def of_posted(one: Posted) -> str:
    """Tell one package of the past."""
    return (
        f"{one.id.hex()} {at(one.at_ms):%Y-%m-%d %H:%M} {'→' if one.is_out else '←'} {', '.join(one.people)}"
    )


def _counted(one: KindCounts, language: str) -> list[str]:
    counts = {
        "new": one.new,
        "newer": one.newer,
        "concurrent": one.concurrent,
        "deleted": one.deleted,
        "erased": one.erased,
        "dropped": one.dropped,
    }
    told = ", ".join(f"{count} {_word(name, language)}" for name, count in counts.items() if count)
    return [kind_name(one.kind, language, many=True), told]


def _moment(ms: int | None, language: str) -> str:
    return f"{at(ms):%Y-%m-%d %H:%M}" if ms else _word("unknown", language)


def _named(one: Colleague) -> str:
    return ", ".join(filter(None, (one.person, one.label)))


def _word(key: str, language: str) -> str:
    return _WORDS[key][language == "de"]
