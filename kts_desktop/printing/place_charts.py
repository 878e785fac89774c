"""Charts of time and place: the phases of a project, and a body among its partners on the map."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kts_desktop.printing import figures, formats
from kts_desktop.printing.charts import Chart, Dress
from kts_desktop.printing.flowables import Figure, mm
from kts_desktop.printing.map_picture import Dot, PositionMap
from kts_desktop.printing.theme import WIDTH
from kts_desktop.printing.timeline import Bar, Timeline
from kts_desktop.services.snapshot import LooseDate, Milestone, Phase, Position, Precision

_DECEMBER = 12
_EARTH = 6371.0  # km
_MAP_WIDTH = 100 * mm
_LEGEND_WIDTH = WIDTH - _MAP_WIDTH - 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A body on the map; ``group`` such as its cohort, ``state`` by its name."""

    name: str
    position: Position
    state: str = ""
    group: str = ""


def phases(
    dress: Dress, found: Sequence[Phase], steps: Sequence[Milestone], today: date, *, width: float = WIDTH
) -> Chart | None:
    """Return the time line of phases and milestones, which come by date; None where no date is known."""
    bars = [
        Bar(
            label=dress.glyphs.text(phase.label),
            span=_span(phase, dress),
            begins=phase.begins.on if phase.begins else None,
            ends=last_day(phase.ends),
        )
        for phase in found
    ]
    if not any(bar.begins or bar.ends for bar in bars) and not steps:
        return None
    ordered = sorted(steps, key=lambda step: (middle_day(step.on), step.label))
    mark = f"{dress.words('today_mark')} {formats.day(today, dress.language)}"
    size = max(9.0, dress.styles.size * 0.86)
    picture = Timeline(
        bars, [middle_day(step.on) for step in ordered], today, width=width, words=mark, size=size
    )
    finding = dress.glyphs.text(_of_phases(dress, bars, ordered, today))
    head = tuple(dress.words(key) for key in ("chart_phase", "chart_begins", "chart_ends"))
    unknown = dress.words("unknown")
    rows = tuple(
        (
            phase.label,
            formats.loose_day(phase.begins, dress.language) if phase.begins else unknown,
            formats.loose_day(phase.ends, dress.language) if phase.ends else unknown,
        )
        for phase in found
    )
    return Chart(picture=Figure(picture, finding), finding=finding, head=head, rows=rows)


def positions(
    dress: Dress, body: Place | None, others: Sequence[Place], *, state_key: str = "", width: float = WIDTH
) -> Chart | None:
    """Return the map with a body and its partners; None where nothing lies on the map.

    Groups show as shapes in the order of their names. The numbers of the rows are those on the map.
    """
    here = body if body is not None and figures.is_on_map(body.position) else None
    there = [place for place in others if figures.is_on_map(place.position)]
    if here is None and not there:
        return None
    groups = sorted({place.group for place in there if place.group})
    dots = [
        Dot(
            name=dress.glyphs.text(place.name),
            position=place.position,
            number=number,
            group=groups.index(place.group) if place.group in groups else 0,
        )
        for number, place in enumerate(there, 1)
    ]
    if here is not None:
        dots.append(Dot(name=dress.glyphs.text(here.name), position=here.position, number=0, is_body=True))
    legend = _LEGEND_WIDTH if there and width >= WIDTH - 1 else 0
    picture = PositionMap(
        dots,
        groups=[dress.glyphs.text(group) for group in groups],
        credit=(dress.words("map_credit"), dress.words("places_credit")),
        map_width=_MAP_WIDTH if legend else width,
        legend_width=legend,
        size=max(9.0, dress.styles.size * 0.86),
        state_key=state_key,
    )
    finding = dress.glyphs.text(_of_positions(dress, here, there, groups))
    head, rows = _table(dress, here, there, groups)
    return Chart(picture=Figure(picture, finding), finding=finding, head=head, rows=rows)


def last_day(value: LooseDate | None) -> date | None:
    """Return the last day of the month or year that is known."""
    if value is None or value.precision is Precision.DAY:
        return value.on if value else None
    if value.precision is Precision.YEAR or value.on.month == _DECEMBER:
        return date(value.on.year, _DECEMBER, 31)
    return date(value.on.year, value.on.month + 1, 1) - timedelta(days=1)


def middle_day(value: LooseDate) -> date:
    """Return where a date known loosely stands on the time line."""
    match value.precision:
        case Precision.YEAR:
            return date(value.on.year, 7, 1)
        case Precision.MONTH:
            return date(value.on.year, value.on.month, 15)
        case _:
            return value.on


def kilometres(one: Position, other: Position) -> int:
    """Return the distance as the crow flies."""
    lat, lat2 = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((lat2 - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return round(2 * _EARTH * math.asin(math.sqrt(half)))


def _span(phase: Phase, dress: Dress) -> str:
    unknown = dress.words("unknown")
    if phase.begins is None and phase.ends is None:
        return unknown
    begins = formats.loose_day(phase.begins, dress.language) if phase.begins else unknown
    ends = formats.loose_day(phase.ends, dress.language) if phase.ends else unknown
    return dress.words("phase_span", begins=begins, ends=ends)


def _of_phases(dress: Dress, bars: Sequence[Bar], steps: Sequence[Milestone], today: date) -> str:
    """Return what runs, what is over, what comes, and the next milestone."""
    words = dress.words
    day = formats.day(today, dress.language)
    groups: dict[str, list[str]] = {"running": [], "over": [], "ahead": [], "undated": []}
    for bar in bars:
        groups[_state(bar, today)].append(f"{bar.label} ({bar.span})")
    told = [
        words("chart_running", date=day, phases=", ".join(groups["running"]))
        if groups["running"]
        else words("chart_no_phase", date=day)
    ]
    for key, name in (("chart_over", "over"), ("chart_ahead", "ahead"), ("chart_undated", "undated")):
        if groups[name]:
            told.append(words(key, phases=", ".join(groups[name])))
    coming = next((step for step in steps if (last_day(step.on) or step.on.on) >= today), None)
    if coming is not None:
        when = formats.loose_day(coming.on, dress.language)
        told.append(words("chart_next_step", label=coming.label, date=when))
    return f"{words('timeline')}: {'; '.join(told)}."


def _state(bar: Bar, today: date) -> str:
    if bar.begins is None and bar.ends is None:
        return "undated"
    if bar.begins is not None and bar.begins > today:
        return "ahead"
    if bar.ends is not None and bar.ends < today:
        return "over"
    return "running"


def _of_positions(dress: Dress, here: Place | None, there: Sequence[Place], groups: Sequence[str]) -> str:
    words, told = dress.words, []
    if here is not None:
        region = words(figures.region(here.position))
        told.append(
            words("map_here" if here.position.exact else "map_here_mean", name=here.name, region=region)
        )
        far = sorted((kilometres(here.position, p.position), p.name) for p in there)
        if far:
            told.append(words("map_nearest", name=far[0][1], km=far[0][0]))
        if len(far) > 1:
            told.append(words("map_farthest", name=far[-1][1], km=far[-1][0]))
    else:
        states = sorted({p.state for p in there if p.state})
        counted = [(sum(p.state == state for p in there), state) for state in states]
        if counted:
            value, state = max(counted, key=lambda pair: pair[0])
            told.append(words("map_states", state=state, value=value, total=len(there)))
    if len(groups) > 1:
        sizes = ", ".join(f"{group} {sum(p.group == group for p in there)}" for group in groups)
        told.append(words("map_groups", groups=sizes))
    told = told or [there[0].name]
    return f"{words('map_title')}: {'; '.join(told)}."


def _table(
    dress: Dress, here: Place | None, there: Sequence[Place], groups: Sequence[str]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return head and rows; columns nobody fills are left out."""
    words = dress.words
    columns: list[tuple[str, list[str]]] = [
        (words("map_number"), [str(number) for number, _ in enumerate(there, 1)]),
        (words("map_place"), [place.name for place in there]),
    ]
    if any(place.state for place in there):
        columns.append((words("state"), [place.state for place in there]))
    if groups:
        columns.append((words("cohort"), [place.group for place in there]))
    if here is not None:
        far = [words("map_distance", km=kilometres(here.position, p.position)) for p in there]
        columns.append((words("map_far"), far))
    return tuple(name for name, _ in columns), tuple(zip(*(cells for _, cells in columns), strict=True))
