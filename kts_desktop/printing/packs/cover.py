"""Cover, contents and the page that says it all at a glance."""

from collections.abc import Callable
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import NextPageTemplate

from kts_desktop.printing import figures, formats
from kts_desktop.printing.chapters import template_of
from kts_desktop.printing.flowables import (
    CHAPTERS,
    Flowable,
    Foot,
    Panel,
    Para,
    Toc,
    entries_in,
    fitted,
    gap,
    mm,
)
from kts_desktop.printing.look import NAMELESS, Look
from kts_desktop.printing.theme import ACCENT, FILL, WIDTH
from kts_desktop.services.briefing_options import Redaction
from kts_desktop.services.snapshot import Duty, Scope, Snapshot

_ART = 56 * mm
_PANEL = 96 * mm
_PAD = 9 * mm
_BETWEEN = 1.5  # points between the lines of long contents
_READERS = {
    Redaction.INTERNAL: "confidential_long",
    Redaction.EXTERNAL: "pack_external",
    Redaction.ANONYMOUS: "pack_anonymous",
}
_HEAD_SIZES = (25, 21, 17, 14)
_NOT_IN_HEAD = frozenset({"adviser", "day_phone"})
_TITLE_SIZES = (44, 38, 33, 29, 25, 21, 17, 14)


def cover(data: Snapshot, look: Look) -> list[Flowable]:
    """Return the cover: whose pack, about whom, as at when, carried by whom."""
    styles, line = look.styles, look.glyphs.line
    office = [Para(f"<b>{line(data.office.name)}</b>", styles.office)]
    more = " · ".join(part for part in (data.office.unit, data.office.address) if part)
    if more:
        office.append(Para(line(more), styles.cell_muted))
    confidential = look.glyphs.text(data.office.confidentiality or look.words("confidential"))
    return [
        NextPageTemplate(template_of("page", look.chapter)),
        *office,
        gap(26 * mm),
        _panel(data, look),
        *_credit(data, look),
        gap(9 * mm),
        *look.facts(_cover_facts(data, look), label=42 * mm),
        Foot(
            [
                Para(f"<b>{line(confidential)}</b>", styles.office),
                *kind_of_pack(data, look),
            ]
        ),
    ]


def masthead(data: Snapshot, look: Look) -> list[Flowable]:
    """Return the head of a pack without a cover: whose pack, about whom, for which appointment."""
    styles, line = look.styles, look.glyphs.line
    place = place_of(data)
    name = look.glyphs.text(data.profile.name) or NAMELESS
    facts = [pair for pair in _cover_facts(data, look) if pair[0] not in _NOT_IN_HEAD]
    return [
        NextPageTemplate(template_of("page", look.chapter)),
        Para(line(_kicker(data, look)), styles.kicker),
        fitted(name, styles.h1, width=WIDTH, sizes=_HEAD_SIZES, lines=2, level=1),
        gap(1.5 * mm),
        *[Para(line(text), styles.cell_muted) for text in (place,) if text],
        *[look.cell(text, WIDTH, styles.kicker) for text in (data.subject,) if text],
        gap(3 * mm),
        *look.facts(facts, label=42 * mm),
    ]


def contents(_data: Snapshot, look: Look) -> list[Flowable]:
    """Return the contents with the numbers of the pages."""
    title = Para(look.words("contents"), look.styles.h2)
    spoken = look.words("jump", title="{title}", page="{page}")
    toc = Toc(look.styles.toc, spoken, about=entries_in(look.chapter))
    return [title, *look.again("contents", look.styles.again), toc, gap(6 * mm)]


def front(first: Snapshot, look: Look, title: str) -> list[Flowable]:
    """Return what stands before many packs in one file: whose they are, and on which page each begins.

    ``first`` is one of them: all were made at the same time for the same readers.
    """
    styles, line = look.styles, look.glyphs.line
    moment = look.words("as_at", moment=formats.moment(first.taken, look.language))
    confidential = look.glyphs.text(first.office.confidentiality or look.words("confidential"))
    spoken = look.words("jump", title="{title}", page="{page}")
    told = [line(moment), *_letters_apart(first, look)]
    return [
        NextPageTemplate("page"),
        Para(f"<b>{line(first.office.name)}</b>", styles.office),
        gap(10 * mm),
        fitted(title, styles.h1, width=WIDTH, sizes=_HEAD_SIZES, lines=2, level=1),
        gap(1.5 * mm),
        *[Para(text, styles.cell_muted) for text in told],
        gap(3 * mm),
        Para(f"<b>{line(confidential)}</b>", styles.office),
        *kind_of_pack(first, look),
        gap(6 * mm),
        Para(look.words("contents"), styles.h2),
        *look.again("contents", styles.again),
        Toc(
            [ParagraphStyle("pack", one, spaceBefore=_BETWEEN) for one in styles.toc], spoken, about=CHAPTERS
        ),
    ]


def _letters_apart(first: Snapshot, look: Look) -> list[str]:
    """Return that a pseudonym means one person within a pack, and another one in the next."""
    if first.options.redaction is not Redaction.ANONYMOUS:
        return []
    return [look.glyphs.line(look.words("pseudonyms_apart"))]


def glance(data: Snapshot, look: Look) -> list[Flowable]:
    """Return what matters most today."""
    return look.whole([*look.section("glance"), *look.facts(_glance(data, look))], share=0.6)


def place_of(data: Snapshot) -> str:
    """Return district and state in one line, without repeating the body's own name."""
    profile = data.profile
    parts = (profile.district if profile.district != profile.name else "", profile.state, profile.country)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def kind_of_pack(data: Snapshot, look: Look) -> list[Flowable]:
    """Return for whom the pack is, and that things were left out, if they were."""
    key = _READERS[data.options.redaction]
    style = look.styles.cell_muted
    return [Para(look.glyphs.line(look.words(key)), style), *look.again(key, look.styles.again_small)]


def _panel(data: Snapshot, look: Look) -> Flowable:
    styles, line, profile = look.styles, look.glyphs.line, data.profile
    drawn = figures.is_known_state(profile.state_key)
    on_map = profile.position if profile.position and figures.is_on_map(profile.position) else None
    art = figures.Silhouette(_ART, profile.state_key, on_map) if drawn else None
    art_width = _ART + 4 * mm if drawn else 0
    inner = WIDTH - 2 * _PAD - art_width
    flowables: list[Flowable] = [
        Para(line(_kicker(data, look)), styles.kicker),
        gap(3 * mm),
        fitted(
            look.glyphs.text(profile.name) or NAMELESS,
            styles.h1,
            width=inner,
            sizes=_TITLE_SIZES,
            lines=4,
            level=1,
        ),
        gap(3 * mm),
    ]
    place = place_of(data)
    flowables += [Para(line(text), styles.place) for text in (profile.designation, place) if text]
    if data.subject:
        flowables += [gap(5 * mm), look.cell(data.subject, inner, styles.kicker)]
    return Panel(flowables, ground=FILL, bar=ACCENT, art=art, art_width=art_width, pad=_PAD, minimum=_PANEL)


def _kicker(data: Snapshot, look: Look) -> str:
    return look.words("pack_case" if data.scope is Scope.CASE else "pack_body")


def _credit(data: Snapshot, look: Look) -> list[Flowable]:
    if not figures.is_known_state(data.profile.state_key):
        return []
    return [Para(look.glyphs.line(look.words("map_credit")), look.styles.credit)]


def _cover_facts(data: Snapshot, look: Look) -> list[tuple[str, str]]:
    adviser = ", ".join(part for part in (data.adviser.name, data.adviser.unit) if part)
    visit = data.visit
    is_file_number = any(case.number == data.number for case in data.cases)
    when = (
        "" if visit is None else _long_moment(visit.at.date(), formats.clock(visit.at, look.language), look)
    )
    return [
        (
            "file_number" if is_file_number else "reference",
            data.number,
        ),
        ("as_at_label", formats.moment(data.taken, look.language)),
        ("visit", when),
        ("visit_place", visit.place if visit else ""),
        ("purpose", visit.purpose if visit else ""),
        ("adviser", adviser),
        ("day_phone", data.adviser.phone),
    ]


def _long_moment(day: date, clock: str, look: Look) -> str:
    return f"{formats.long_day(day, look.language)}, {clock}"


def _glance(data: Snapshot, look: Look) -> list[tuple[str, str]]:
    rows = [
        ("open_cases", str(sum(case.open for case in data.cases)) if data.cases else look.words("none")),
        ("last_contact", _last_contact(data, look)),
        ("next_due", _next_due(data, look)),
        ("ours_short", _promises(data.ours, look)),
        ("theirs_short", _promises(data.theirs, look)),
        ("first_contact", _first_contact(data, look)),
    ]
    extra: tuple[tuple[str, Callable[[Snapshot, Look], str]], ...] = (
        ("phase_now", _phase_now),
        ("next_event", _next_event),
    )
    return rows + [(key, text) for key, find in extra if (text := find(data, look))]


def _last_contact(data: Snapshot, look: Look) -> str:
    if look.is_redacted:
        return look.words("withheld")
    notes = [(note.at, note) for case in data.cases for note in case.notes]
    if not notes:
        return look.words("last_contact_none")
    note = max(notes, key=lambda pair: pair[0])[1]
    parts = (look.day(note.at.date()), note.kind, note.who)
    return " · ".join(part for part in parts if part)


def _next_due(data: Snapshot, look: Look) -> str:
    duties = [d for d in (*data.follow_ups, *data.ours, *data.theirs) if d.due is not None]
    coming = sorted(duties, key=lambda d: (d.due or date.max, d.what))
    if not coming:
        return look.words("nothing_due")
    first = coming[0]
    late = f" ({look.words('overdue')})" if first.due and first.due < look.today else ""
    return f"{look.day(first.due or date.max)}{late} · {first.what}"


def _promises(duties: tuple[Duty, ...], look: Look) -> str:
    if not duties:
        return look.words("none")
    late = sum(1 for duty in duties if duty.due and duty.due < look.today)
    text = look.words("open_count", count=len(duties))
    return f"{text}, {look.words('overdue_count', count=late)}" if late else text


def _first_contact(data: Snapshot, look: Look) -> str:
    if not data.contacts:
        return look.words("no_contact")
    person = next((c for c in data.contacts if c.primary), data.contacts[0])
    number = person.phones[0].number.replace(" ", formats.NO_BREAK) if person.phones else ""
    phone = number or ("" if look.is_redacted else look.words("no_phone"))
    return " · ".join(part for part in (person.name, person.function, phone) if part)


def _phase_now(data: Snapshot, look: Look) -> str:
    if data.project is None:
        return ""
    running = [
        phase
        for phase in data.project.phases
        if phase.begins and phase.begins.on <= look.today and (not phase.ends or phase.ends.on >= look.today)
    ]
    texts = []
    for phase in running:
        end = look.words("until", date=formats.loose_day(phase.ends, look.language)) if phase.ends else ""
        texts.append(f"{phase.label} {end or look.words('end_unknown')}")
    return "; ".join(texts)


def _next_event(data: Snapshot, look: Look) -> str:
    coming = sorted(
        (e for e in data.events if e.begins.date() >= look.today), key=lambda e: (e.begins, e.title)
    )
    return f"{look.day(coming[0].begins.date())} · {coming[0].title}" if coming else ""
