"""The programme of an event on A4: the facts, the items by day and time, and the way there."""

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote

from reportlab.lib.styles import ParagraphStyle

from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.flowables import Beside, Figure, Flowable, Para, gap, heading, mm, room
from kts_desktop.printing.formats import NO_BREAK, long_day
from kts_desktop.printing.look import NAMELESS, Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.qr import QrCode
from kts_desktop.printing.spans import clocks, span
from kts_desktop.printing.theme import WIDTH
from kts_desktop.printing.words.programme import TEXTS
from kts_desktop.services.event_facts import EventFacts, Part
from kts_desktop.services.programme_paper import ProgrammeData

_MAP = "https://www.openstreetmap.org/search?query="  # a free map that needs no account
_CODE = 30 * mm
_SHARES = (30, 98, 37)
_NEEDED = 40 * mm


def render(data: ProgrammeData, *, progress: Progress = no_progress) -> Paper:
    """Return the programme; without items a sentence says that they are not fixed yet."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    event = data.event
    title = look.words("title", event=event.title)
    return bound(
        [*_head(data, look), *_items(event, look)],
        look,
        data.head,
        title=title,
        furniture=furnished(look, data.head, kind=look.words("programme"), about=event.title, right=""),
        progress=progress,
    )


def _head(data: ProgrammeData, look: Look) -> list[Flowable]:
    """Return title and facts, beside them the code to the map."""
    event, styles = data.event, look.styles
    big = ParagraphStyle("big", styles.h1, fontSize=26, leading=30, spaceAfter=4 * mm)
    name = look.glyphs.line(event.title) or NAMELESS
    title: list[Flowable] = [
        Para(look.words("programme"), styles.kicker),
        heading(name, big, 1, in_toc=False),
    ]
    if not data.destination:
        return [*title, *look.facts(_facts(data, look))]
    wide = WIDTH - _CODE - 8 * mm
    alt = look.glyphs.text(look.words("travel_alt", place=data.destination))
    address = _MAP + quote(data.destination)
    code = Figure(QrCode(address, _CODE), alt)
    small = ParagraphStyle("way", styles.caption, alignment=1)
    right = [code, Para(f'<link href="{address}">{look.words("travel")}</link>', small)]
    return [
        *title,
        Beside(look.facts(_facts(data, look), width=wide, label=34 * mm), right, right_width=_CODE),
    ]


def _facts(data: ProgrammeData, look: Look) -> list[tuple[str, str]]:
    event = data.event
    series = event.series
    if series and event.series_number is not None:
        series = look.words("numbered", series=series, number=event.series_number)
    return [
        ("when", span(event.starts_at, event.ends_at, look.language)),
        ("where", ", ".join(part for part in (event.venue, event.venue_address) if part)),
        ("where_online", data.online_link),
        ("hosts", ", ".join(event.hosts)),
        ("series", series),
        ("access", event.accessibility),
        ("office", data.head.office.name),
    ]


def _items(event: EventFacts, look: Look) -> list[Flowable]:
    """Return the items: a table for each day, headed by the day where there are several."""
    days = [(day, list(parts)) for day, parts in groupby(event.parts, key=_day)]
    if not days and event.agenda.strip():
        words = heading(look.words("agenda"), look.styles.h2, 2, in_toc=False)
        return [gap(4 * mm), words, Para(look.glyphs.markup(event.agenda), look.styles.text)]
    if not days:
        return [gap(4 * mm), look.sentence("no_items")]
    out: list[Flowable] = [gap(3 * mm)]
    for _, parts in days:
        if len(days) > 1:
            day = long_day(parts[0].starts_at.date(), look.language)
            out += [room(_NEEDED), heading(look.glyphs.line(day), look.styles.h2, 2, in_toc=False)]
        out += look.table(
            ("time", "item", "room"), [_row(part, look) for part in parts], _SHARES, look.words("programme")
        )
    return out


def _row(part: Part, look: Look) -> Sequence[Flowable | Sequence[Flowable]]:
    styles, wide = look.styles, [WIDTH * share / sum(_SHARES) for share in _SHARES]
    item = [look.cell(part.title, wide[1], styles.cell_strong)]
    if part.speakers:
        item.append(look.cell(part.speakers, wide[1], styles.cell_plain))
    if part.sign_up:
        item.append(look.cell(look.words("sign_up"), wide[1], styles.cell_muted))
    time = clocks(part.starts_at, part.ends_at, look.language).replace(" ", NO_BREAK)
    return [look.cell(time, wide[0]), item, look.cell(part.room or NAMELESS, wide[2])]


def _day(part: Part) -> object:
    return part.starts_at.date()
