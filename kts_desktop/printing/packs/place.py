"""Profile of the body with its position, and its model project with phases."""

from kts_desktop.printing import figures, formats
from kts_desktop.printing.flowables import Beside, Figure, Flowable, Para, gap, mm
from kts_desktop.printing.look import Look, columns, rows_of
from kts_desktop.printing.packs.cover import place_of
from kts_desktop.printing.place_charts import Place, middle_day, phases, positions
from kts_desktop.printing.theme import WIDTH
from kts_desktop.services.snapshot import Funding, Milestone, Profile, Project, Snapshot

_MAP = 52 * mm
_BETWEEN = 9 * mm
_ALONE = 100 * mm  # a map without a legend


def profile(data: Snapshot, look: Look) -> list[Flowable]:
    """Return the profile: facts at the left, the position in Germany at the right."""
    facts = _profile_facts(data.profile, look)
    picture = _map(data, look)
    left = look.facts(facts, width=WIDTH - _MAP - _BETWEEN, label=33 * mm)
    return [*look.section("profile"), Beside(left, picture, right_width=_MAP, between=_BETWEEN)]


def position(data: Snapshot, look: Look) -> list[Flowable]:
    """Return the map with the body and the other members of its project."""
    title = look.section("map")
    body = data.profile
    here = Place(name=body.name, position=body.position, state=body.state) if body.position else None
    others = [
        Place(name=one.name, position=one.position, state=one.state, group=one.role) for one in data.partners
    ]
    wide = WIDTH if others else _ALONE
    chart = positions(look, here, others, state_key=body.state_key, width=wide)
    if chart is None:
        return look.whole([*title, look.sentence("no_position")])
    return [*look.whole([*title, chart.picture, gap(3 * mm)], share=0.8), *rows_of(chart, look)]


def project(data: Snapshot, look: Look) -> list[Flowable]:
    """Return the model project, its time line, members and funding; one sentence where there is none."""
    title = look.section("project")
    found = data.project
    if found is None:
        return look.whole([*title, look.sentence("no_project")])
    facts = [
        ("project_title", found.title),
        ("cohort", found.cohort),
        ("category", found.category),
        ("form", found.form),
        ("fields", ", ".join(found.fields)),
        ("vision", found.vision),
        ("summary", found.summary),
        ("remark", found.remark),
    ]
    return [
        *title,
        *look.facts(facts),
        *_timeline(found, look),
        *_funding(found.funding, look),
        *_members(found, look),
    ]


def _profile_facts(body: Profile, look: Look) -> list[tuple[str, str]]:
    area = f"{formats.number(body.area_km2, look.language)}{formats.NO_BREAK}km²" if body.area_km2 else ""
    return [
        ("name", ", ".join(part for part in (body.name, body.designation) if part)),
        ("kind", body.kind),
        ("district", body.district if body.district != body.name else ""),
        ("state", body.state),
        ("country", body.country),
        ("population", _population(body, look)),
        ("size_class", body.size_class),
        ("area", area),
        ("keys", ", ".join(f"{scheme} {value}" for scheme, value in body.keys)),
        ("address", body.address),
        ("phone", body.phone),
        ("email", body.email),
        ("website", body.website),
        ("responsible", body.responsible),
        ("remark", body.remark),
    ]


def _population(body: Profile, look: Look) -> str:
    if body.population is None:
        return ""
    as_of = (
        look.words("as_of", date=look.day(body.population_as_of))
        if body.population_as_of
        else look.words("undated")
    )
    about = ", ".join(part for part in (as_of, body.population_source) if part)
    return f"{formats.number(body.population, look.language)} ({about})"


def _map(data: Snapshot, look: Look) -> list[Flowable]:
    body = data.profile
    if body.position is None or not figures.is_on_map(body.position):
        key = "abroad" if body.country and not body.state_key else "no_position"
        return [Para(look.glyphs.line(look.words(key)), look.styles.cell_muted)]
    where = place_of(data) or body.name
    key = "map_alt" if body.position.exact else "map_alt_mean"
    region = look.words(figures.region(body.position))
    alt = look.glyphs.text(look.words(key, name=body.name, where=where, region=region))
    caption = look.words("map_caption" if body.position.exact else "map_caption_mean")
    credit = f"{look.words('map_credit')} · {look.words('places_credit')}"
    return [
        Figure(figures.GermanyMap(_MAP, body.position, body.state_key), alt),
        Para(look.glyphs.line(caption), look.styles.caption, tag="Caption"),
        Para(look.glyphs.line(credit), look.styles.credit),
    ]


def _timeline(found: Project, look: Look) -> list[Flowable]:
    title = look.named("timeline")
    steps = tuple(sorted(found.milestones, key=lambda m: (middle_day(m.on), m.label)))
    chart = phases(look, found.phases, steps, look.today)
    if chart is None:
        return look.whole([*title, look.sentence("timeline_none")])
    return [*look.whole([*title, chart.picture, gap(3 * mm)]), *look.whole(_milestones(steps, look))]


def _milestones(steps: tuple[Milestone, ...], look: Look) -> list[Flowable]:
    if not steps:
        return []
    shares = (10, 28, 52, 75)
    wide = columns(shares)
    rows = [
        [
            look.cell(str(number), wide[0], look.styles.cell_strong),
            look.cell(formats.loose_day(step.on, look.language), wide[1]),
            look.cell(step.label, wide[2]),
            look.cell(step.remark, wide[3]),
        ]
        for number, step in enumerate(steps, 1)
    ]
    return look.table(("step_number", "when", "milestone", "remark"), rows, shares, look.words("milestones"))


def _funding(funding: tuple[Funding, ...], look: Look) -> list[Flowable]:
    if not funding:
        return []
    shares = (48, 40, 77)
    wide = columns(shares)
    rows = []
    for row in funding:
        as_of = look.words("as_of", date=look.day(row.as_of)) if row.as_of else ""
        public = look.words("public_figure") if row.public_figure else ""
        source = ", ".join(part for part in (public, as_of, row.source) if part)
        amount = formats.money(row.amount, row.currency, look.language)
        rows.append(
            [
                look.cell(row.kind, wide[0]),
                look.cell(amount, wide[1], look.styles.cell_strong),
                look.cell(source, wide[2]),
            ]
        )
    table = look.table(("funding_kind", "amount", "source"), rows, shares, look.words("funding"))
    return look.whole([*look.named("funding"), *table])


def _members(found: Project, look: Look) -> list[Flowable]:
    if len(found.members) <= 1:
        return []
    shares = (80, 45, 40)
    wide = columns(shares)
    rows = [
        [
            look.cell(m.name, wide[0], look.styles.cell_strong),
            look.cell(m.role, wide[1]),
            look.cell(m.state, wide[2]),
        ]
        for m in found.members
    ]
    table = look.table(("members_head", "role", "state"), rows, shares, look.words("members"))
    return look.whole([*look.named("members"), *table])
