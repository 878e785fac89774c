"""Charts of the papers: a picture, its finding in words, and the rows of the table that follows it.

The finding stands for the picture where it cannot be seen; the paper prints the rows as a table below, so
that every number can be read as well.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kts_desktop.printing import formats
from kts_desktop.printing.bar_pictures import Bars, Columns, Row, Stacked
from kts_desktop.printing.flowables import Figure, Flowable, Glyphs, mm
from kts_desktop.printing.patterns import SERIES
from kts_desktop.printing.theme import WIDTH, Styles
from kts_desktop.printing.words.common import Words

AT_MOST = 24  # bars in one picture; the smallest others are taken together
_COLUMNS_HIGH = 52 * mm
_NAMED = 3  # labels named in a finding before "and more"


class Dress(Protocol):
    """What a chart takes from its paper: language, words, styles, and the letters that can be printed."""

    @property
    def language(self) -> str:
        """Return the language of the paper."""
        ...

    @property
    def words(self) -> Words:
        """Return the words of the paper."""
        ...

    @property
    def styles(self) -> Styles:
        """Return its styles."""
        ...

    @property
    def glyphs(self) -> Glyphs:
        """Return what makes its texts printable."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture with the finding as its alternative text, and head and rows of its table, as plain text."""

    picture: Figure
    finding: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of something; ``before`` is the same of the period before."""

    label: str
    value: int
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """One bar made of parts, in the order of the series."""

    label: str
    values: tuple[int, ...]


def bars(
    dress: Dress, what: str, counts: Sequence[Count], *, head: Sequence[str], width: float = WIDTH
) -> Chart | None:
    """Return lying bars, such as cases by theme; None where there is nothing to count.

    ``head`` names label and value; with figures of the period before, that period as a third. The order is
    kept; from ``AT_MOST`` bars on the last ones are taken together, the table has them all.
    """
    if not counts:
        return None
    write = _writer(dress)
    compared = len(head) > 2  # noqa: PLR2004 - label, value, value before
    shown = _shortened(dress, counts)
    rows = [
        Row(
            label=dress.glyphs.text(count.label),
            values=(count.value, count.before or 0) if compared else (count.value,),
            written=(write(count.value), write(count.before or 0)) if compared else (write(count.value),),
        )
        for count in shown
    ]
    legend = [dress.glyphs.text(text) for text in head[1:]] if compared else []
    picture = Bars(rows, wide=width, size=_size(dress), legend=legend)
    finding = _of_counts(dress, what, counts, head[2] if compared else "")
    table = tuple(
        (count.label, write(count.value), *((write(count.before or 0),) if compared else ()))
        for count in counts
    )
    return _chart(dress, picture, finding, head, table)


def course(
    dress: Dress, what: str, counts: Sequence[Count], *, head: Sequence[str], width: float = WIDTH
) -> Chart | None:
    """Return standing columns over time, such as contacts per quarter, the oldest first."""
    if not counts:
        return None
    write = _writer(dress)
    rows = [
        Row(label=dress.glyphs.text(c.label), values=(c.value,), written=(write(c.value),)) for c in counts
    ]
    picture = Columns(rows, wide=width, size=_size(dress), high=_COLUMNS_HIGH)
    words = dress.words
    finding = _of_counts(dress, what, counts, "")
    if len(counts) > 1 and any(c.value for c in counts):
        span = words("chart_span", first=counts[0].label, last=counts[-1].label)
        last, step = counts[-1], counts[-1].value - counts[-2].value
        key = "chart_more" if step > 0 else "chart_fewer" if step < 0 else "chart_unchanged"
        change = words(key, count=write(abs(step)))
        latest = words("chart_last", label=last.label, value=write(last.value), change=change)
        finding = _of_counts(dress, f"{what}, {span}", counts, "", latest)
    return _chart(dress, picture, finding, head, tuple((c.label, write(c.value)) for c in counts))


def stacked(
    dress: Dress,
    what: str,
    series: Sequence[str],
    parts: Sequence[Parts],
    *,
    head: str,
    width: float = WIDTH,
) -> Chart | None:
    """Return bars made of parts, such as projects by state and cohort; None where there is nothing.

    At most six series; raises ValueError for more, which no pattern would tell apart.
    """
    if len(series) > len(SERIES):
        raise ValueError("more series than patterns")
    if not parts:
        return None
    write = _writer(dress)
    rows = [
        Row(
            label=dress.glyphs.text(part.label),
            values=part.values,
            written=tuple(map(write, part.values)),
            total=write(sum(part.values)),
        )
        for part in parts
    ]
    legend = [dress.glyphs.text(text) for text in series]
    picture = Stacked(rows, wide=width, size=_size(dress), legend=legend)
    totals = [Count(label=part.label, value=sum(part.values)) for part in parts]
    groups = [Count(label=name, value=sum(part.values[i] for part in parts)) for i, name in enumerate(series)]
    total, largest = sum(c.value for c in totals), max(groups, key=lambda c: c.value, default=None)
    more = ""
    if total and largest is not None:
        more = dress.words("chart_group", label=largest.label, value=write(largest.value), total=write(total))
    table = tuple((part.label, *map(write, part.values), write(sum(part.values))) for part in parts)
    names = (head, *series, dress.words("chart_sum"))
    return _chart(dress, picture, _of_counts(dress, what, totals, "", more), names, table)


def _chart(
    dress: Dress, picture: Flowable, finding: str, head: Sequence[str], rows: tuple[tuple[str, ...], ...]
) -> Chart:
    clean = dress.glyphs.text(finding)
    return Chart(picture=Figure(picture, clean), finding=clean, head=tuple(head), rows=rows)


def _of_counts(dress: Dress, what: str, counts: Sequence[Count], before: str, more: str = "") -> str:
    """Return what the counts show: the most, the least, the sum."""
    words, write = dress.words, _writer(dress)
    total = sum(count.value for count in counts)
    if not total:
        return words("chart_none", what=what)
    most, least = max(c.value for c in counts), min(c.value for c in counts)
    told = []
    if len(counts) == 1:
        told.append(words("chart_only", labels=counts[0].label, value=write(most)))
    elif most == least:
        told.append(words("chart_alike", value=write(most)))
    else:
        told += [
            _extreme(dress, key, [c.label for c in counts if c.value == value], write(value))
            for key, value in (("chart_most", most), ("chart_least", least))
        ]
    if more:
        told.append(more)
    if before:
        then = write(sum(count.before or 0 for count in counts))
        told.append(words("chart_total_before", total=write(total), before=before, then=then))
    elif len(counts) > 1:
        told.append(words("chart_total", total=write(total)))
    return f"{what}: {'; '.join(told)}."


def _extreme(dress: Dress, key: str, labels: Sequence[str], value: str) -> str:
    """Return which labels have the highest or lowest value, the first few by name."""
    named = list(labels[:_NAMED])
    if len(labels) > _NAMED:
        named.append(dress.words("chart_more_labels", count=len(labels) - _NAMED))
    each = {"chart_most": "chart_most_each", "chart_least": "chart_least_each"}
    return dress.words(each[key] if len(labels) > 1 else key, labels=", ".join(named), value=value)


def _shortened(dress: Dress, counts: Sequence[Count]) -> list[Count]:
    if len(counts) <= AT_MOST:
        return list(counts)
    kept, rest = counts[: AT_MOST - 1], counts[AT_MOST - 1 :]
    label = dress.words("chart_others", count=len(rest))
    value, before = sum(c.value for c in rest), sum(c.before or 0 for c in rest)
    return [*kept, Count(label=label, value=value, before=before)]


def _writer(dress: Dress) -> Callable[[int], str]:
    language = dress.language
    return lambda value: formats.number(value, language)


def _size(dress: Dress) -> float:
    return max(9.0, dress.styles.size * 0.88)
