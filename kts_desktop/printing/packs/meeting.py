"""The appointment: agenda, travel, figures, own words, ruled pages, and what the pack says of itself."""

from kts_desktop.printing import charts, formats
from kts_desktop.printing.codes import Code
from kts_desktop.printing.flowables import Beside, Figure, Flowable, Lines, PageBreak, Para, gap, mm
from kts_desktop.printing.look import NAMELESS, Look, rows_of
from kts_desktop.printing.theme import WIDTH
from kts_desktop.services.pack_parts import Part
from kts_desktop.services.snapshot import Scope, Snapshot

_CODE = 28 * mm
_BETWEEN = 8 * mm
_FOREVER = 600  # months


def agenda(data: Snapshot, look: Look) -> list[Flowable]:
    """Return what is to be talked about at the next appointment."""
    title = look.section("agenda")
    visit = data.visit
    if visit is None:
        return look.whole([*title, look.sentence("no_visit")])
    when = f"{formats.long_day(visit.at.date(), look.language)}, {formats.clock(visit.at, look.language)}"
    facts = look.facts([("visit", when), ("purpose", visit.purpose)])
    if not visit.agenda.strip():
        return look.whole([*title, *facts, look.sentence("no_agenda")])
    return [*title, *facts, Para(look.glyphs.markup(visit.agenda), look.styles.text)]


def route(data: Snapshot, look: Look) -> list[Flowable]:
    """Return where to go: address, meeting point, and a code that opens the place on a map."""
    title = look.section("route")
    visit, body = data.visit, data.profile
    address = (visit.address if visit else "") or body.address
    facts = look.facts(
        [
            ("address", address),
            ("meeting_point", visit.place if visit else ""),
            ("day_phone", data.adviser.phone),
            ("website", body.website),
        ],
        width=WIDTH - _CODE - _BETWEEN,
    )
    if not facts and body.position is None:
        return look.whole([*title, look.sentence("no_route")])
    if body.position is None:
        return look.whole([*title, *facts])
    spot = f"geo:{body.position.lat:.5f},{body.position.lon:.5f}"
    alt = look.glyphs.text(look.words("route_code", name=body.name, spot=spot))
    key = "route_scan" if body.position.exact else "route_scan_mean"
    picture = [
        Figure(Code(spot, _CODE), alt),
        Para(look.glyphs.line(look.words(key)), look.styles.caption, tag="Caption"),
    ]
    left = facts or [look.sentence("no_address")]
    return look.whole([*title, Beside(left, picture, right_width=_CODE, between=_BETWEEN)])


def figures(data: Snapshot, look: Look) -> list[Flowable]:
    """Return contacts per quarter and cases by theme, each with its table."""
    out = look.section("figures")
    if not any(count.value for count in (*data.quarters, *data.topics)):
        return look.whole([*out, look.sentence("no_figures")])
    for key, head, counts, draw in (
        ("contacts_quarter", "quarter", data.quarters, charts.course),
        ("cases_theme", "theme", data.topics, charts.bars),
    ):
        if not counts:
            continue
        told = [charts.Count(label=one.label, value=one.value) for one in counts]
        names = (look.words(head), look.words("count"))
        chart = draw(look, look.words(key), told, head=names)
        if chart is not None:
            out += look.whole([*look.named(key), chart.picture, gap(2 * mm)], share=0.6)
            out += look.whole(rows_of(chart, look))
    return out


def own_text(data: Snapshot, look: Look) -> list[Flowable]:
    """Return a page of the user's own words; the first line is its heading."""
    first, _, rest = data.options.own_text.strip().partition("\n")
    if not first:
        return look.whole([*look.section("own_text"), look.sentence("no_own_text")])
    paragraphs = [part for part in rest.split("\n\n") if part.strip()]
    return [
        *look.section_of(first),
        *[Para(look.glyphs.markup(part), look.styles.text) for part in paragraphs],
    ]


def notes(data: Snapshot, look: Look) -> list[Flowable]:
    """Return pages to write on, found again by the file number."""
    out: list[Flowable] = []
    for page in range(data.options.note_pages):
        title = look.section("notes") if page == 0 else [PageBreak()]
        form = look.form(("note_date", "note_place", "note_present")) if page == 0 else []
        number = f"{look.words('number')}: {data.number}" if data.scope is Scope.CASE and data.number else ""
        known = [Para(look.glyphs.line(number), look.styles.meta)] if number and page == 0 else []
        out += [*title, *known, *form, gap(2 * mm), Lines()]
    return out


def about(data: Snapshot, look: Look) -> list[Flowable]:
    """Return what the pack was printed from, how far back it goes, and what was left out of it."""
    small = look.styles.cell_muted
    months = data.options.months_back
    moment = formats.moment(data.taken, look.language)
    key = "about_text" if months < _FOREVER else "about_text_all"
    has_cover = any(choice.part is Part.COVER for choice in data.options.choices())
    title = (
        look.section("about") if has_cover else [gap(look.styles.size)]
    )  # a short pack says it in two lines
    out: list[Flowable] = [
        *title,
        Para(_line(look, key, moment=moment, months=months), small),
    ]
    out += look.again(key, look.styles.again_small, moment=moment, months=months)
    if data.left_out:
        told = "; ".join(look.words(one) for one in data.left_out)
        out.append(Para(_line(look, "left_out", told=told), small))
    if data.options.recipe:
        out.append(Para(_line(look, "by_recipe", name=data.options.recipe), small))
    if count := len(look.glyphs.replaced()):
        out.append(Para(_line(look, "replaced", count=count), small))
    return look.whole(out)


def _line(look: Look, key: str, **values: object) -> str:
    return look.glyphs.line(look.words(key, **values)) or NAMELESS
