"""Chronology, changes, similar municipalities and documents: what was when, and what is where."""

from kts_desktop.printing import formats
from kts_desktop.printing.flowables import Flowable
from kts_desktop.printing.look import Look, columns
from kts_desktop.services.snapshot import Entry, Snapshot

_SINCE = {"visit": "since_visit", "contact": "since_contact", "period": "since_period"}
_HISTORY = (27, 34, 72, 32)
_CHANGES = (25, 58, 32, 50)
_PEERS = (46, 46, 73)
_DOCUMENTS = (25, 70, 22, 48)
_KILO, _MEGA = 1_000, 1_000_000
_MOST_CHANGES = 30


def history(data: Snapshot, look: Look) -> list[Flowable]:
    """Return the chronology in one table, with the number of entries and the moment it was taken."""
    title = look.section("history")
    found = [entry for entry in data.history if entry.on >= look.first_day()]
    if not found:
        return look.whole([*title, look.sentence("no_history")])
    if not look.choice.oldest:
        found.reverse()
    key = "history_oldest" if look.choice.oldest else "history_newest"
    moment = formats.moment(data.taken, look.language)
    stamp = look.sentence(key, count=len(found), moment=moment)
    shown, more = look.shown(found)
    wide = columns(_HISTORY)
    rows = [_entry(entry, look, wide) for entry in shown]
    table = look.table(("day", "happened", "what_happened", "who"), rows, _HISTORY, look.words("history"))
    return [*title, stamp, *table, *more]


def changes(data: Snapshot, look: Look) -> list[Flowable]:
    """Return what was changed since the last visit, the newest first."""
    title = look.section("changes")
    if data.since is None:
        return look.whole([*title, look.sentence("no_changes")])
    title.append(look.sentence(_SINCE[data.since.what], date=look.day(data.since.on)))
    if not data.changes:
        key = "no_public_changes" if look.is_redacted else "no_changes"
        return look.whole([*title, look.sentence(key)])
    wide = columns(_CHANGES)
    shown, more = look.shown(data.changes, _MOST_CHANGES)
    rows = []
    for one in shown:
        told = " → ".join(text for text in (one.old, one.new) if text)
        rows.append(
            [
                look.cell(look.day(one.on), wide[0]),
                look.cell(one.record, wide[1], look.styles.cell_strong),
                look.cell(one.field, wide[2]),
                look.cell(told or "–", wide[3]),
            ]
        )
    head = ("day", "record", "field", "old_new")
    return look.whole([*title, *look.table(head, rows, _CHANGES, look.words("changes")), *more])


def peers(data: Snapshot, look: Look) -> list[Flowable]:
    """Return similar municipalities with the reason in words."""
    title = look.section("peers")
    if not data.peers:
        return look.whole([*title, look.sentence("no_peers")])
    wide = columns(_PEERS)
    shown, more = look.shown(data.peers)
    rows: list[list[Flowable | list[Flowable]]] = []
    for one in shown:
        name: list[Flowable] = [look.cell(one.name, wide[0], look.styles.cell_strong)]
        if one.place:
            name.append(look.cell(one.place, wide[0], look.styles.cell_muted))
        rows.append([name, look.cell(one.what or "–", wide[1]), look.cell(one.reason, wide[2])])
    table = look.table(("peer", "peer_what", "peer_reason"), rows, _PEERS, look.words("peers"))
    return look.whole([*title, *table, *more])


def documents(data: Snapshot, look: Look) -> list[Flowable]:
    """Return documents and attached files with their size and the beginning of their SHA-256."""
    title = look.section("documents")
    if look.is_redacted:
        return look.whole([*title, look.sentence("left_part")])
    if not data.documents:
        return look.whole([*title, look.sentence("no_documents")])
    wide = columns(_DOCUMENTS)
    shown, more = look.shown(data.documents)
    rows: list[list[Flowable | list[Flowable]]] = []
    for one in shown:
        name: list[Flowable] = [look.cell(one.name, wide[1], look.styles.cell_strong)]
        if one.about:
            name.append(look.cell(one.about, wide[1], look.styles.cell_muted))
        rows.append(
            [
                look.cell(look.day(one.on) if one.on else "–", wide[0]),
                name,
                look.cell(_size(one.size, look) if one.size else "–", wide[2]),
                look.cell(one.mark or "–", wide[3]),
            ]
        )
    head = ("day", "document", "size", "mark")
    return look.whole([*title, *look.table(head, rows, _DOCUMENTS, look.words("documents")), *more])


def _entry(entry: Entry, look: Look, wide: list[float]) -> list[Flowable | list[Flowable]]:
    styles = look.styles
    what: list[Flowable] = [look.cell(entry.what or "–", wide[2])]
    if entry.number:
        what.append(look.cell(entry.number, wide[2], styles.cell_muted))
    return [
        look.cell(look.day(entry.on), wide[0]),
        look.cell(entry.kind, wide[1]),
        what,
        look.cell(entry.who or "–", wide[3], styles.cell_plain),
    ]


def _size(size: int, look: Look) -> str:
    if size < _MEGA:
        return f"{formats.number(max(1, round(size / _KILO)), look.language)}{formats.NO_BREAK}kB"
    return f"{formats.number(round(size / _MEGA), look.language)}{formats.NO_BREAK}MB"
