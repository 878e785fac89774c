"""The list of hits: on one page where it can be, in the largest type and the way round that fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import NextPageTemplate

from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.flowables import Flowable, Para, heading
from kts_desktop.printing.formats import NO_BREAK
from kts_desktop.printing.furniture import pages
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.row_lists import Column, broken_lines, list_table, longest_word, row_height
from kts_desktop.printing.theme import BOTTOM, HEIGHT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP, WIDTH
from kts_desktop.printing.words.hits import TEXTS
from kts_desktop.services.hits_paper import HitList, HitRow

_UPRIGHT, _ACROSS = (WIDTH, HEIGHT), (PAGE_HEIGHT - LEFT - RIGHT, PAGE_WIDTH - TOP - BOTTOM)
_LARGE, _SMALL = 9.5, 8.5
_HEAD = 110.0  # points the head of the list takes
_NATURAL = 240.0  # points a column is given at most before others have theirs
_LONGEST_WORD = 240.0  # a longer one is broken
_SPARE = 1.02


@dataclass(frozen=True, slots=True)
class Fit:
    """How a list is set: its columns with their widths, the type, the way round, what had to go."""

    columns: tuple[Column, ...]
    size: float
    across: bool
    dropped: tuple[str, ...] = ()


def render(data: HitList, *, progress: Progress = no_progress) -> Paper:
    """Return the list: the same data gives the same bytes.

    A column that does not fit is named on the page and in the remarks; it is never cut.
    """
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    fit = fitted(data, look)
    title = _title(data, look)
    furniture = furnished(look, data.head, kind=look.words("kind_of_paper"), about=title)
    dropped = _dropped(fit, look)
    story = [
        NextPageTemplate("page"),
        *_head(data, title, look),
        *(Para(look.glyphs.line(text), look.styles.meta) for text in dropped),
        *_list(data, fit, look),
        *_foot(look),
    ]
    templates = pages(furniture, landscape=fit.across)
    paper = bound(story, look, data.head, title=title, templates=templates, progress=progress)
    return replace(paper, remarks=dropped)


def fitted(data: HitList, look: Look) -> Fit:
    """Return the first way that holds all words whole on one page, else on as few columns less as it takes.

    The ways are: 9.5 points upright, 8.5 points upright, 8.5 points across; then columns go, the last first.
    A list that is too long for one page in any of them runs on, upright and in the larger type if it can.
    """
    ways = ((_LARGE, False), (_SMALL, False), (_SMALL, True))
    rows = {name: [_text(row, name, look) for row in data.rows] for name in data.columns}
    names = list(data.columns)
    while True:
        found = [_set(names, rows, size, across, look) for size, across in ways]
        whole = [fit for fit in found if fit is not None]
        for fit in whole:
            if _height(fit, rows, look) <= (_ACROSS if fit.across else _UPRIGHT)[1]:
                return replace(fit, dropped=tuple(data.columns[len(names) :]))
        if whole or len(names) == 1:
            first = whole[0] if whole else _forced(names)
            return replace(first, dropped=tuple(data.columns[len(names) :]))
        names.pop()


def _set(
    names: Sequence[str], rows: dict[str, list[str]], size: float, across: bool, look: Look
) -> Fit | None:
    """Return columns wide enough for their longest words; None where they are too wide together."""
    room = (_ACROSS if across else _UPRIGHT)[0]
    least = [_least([_label(name, look), *rows[name]], size, strong=name == "title") for name in names]
    if sum(least) > room:
        return None
    natural = [
        min(max(_line(rows[name], size, strong=name == "title"), wide), max(_NATURAL, wide))
        for name, wide in zip(names, least, strict=True)
    ]
    spare, wish = room - sum(least), sum(n - m for n, m in zip(natural, least, strict=True)) or 1.0
    widths = [m + spare * (n - m) / wish for n, m in zip(natural, least, strict=True)]
    columns = tuple(
        Column(key=_key(name), share=wide, strong=name == "title")
        for name, wide in zip(names, widths, strict=True)
    )
    return Fit(columns, size, across)


def _least(texts: Sequence[str], size: float, *, strong: bool) -> float:
    """Return the width at which words stay whole; one without end is broken, not the column dropped."""
    return min(longest_word(texts, size, strong=strong), _LONGEST_WORD)


def _line(texts: Sequence[str], size: float, *, strong: bool) -> float:
    """Return the width of the longest text on one line."""
    unbroken = [text.replace(" ", NO_BREAK).replace("@", "") for text in texts]
    return longest_word(unbroken, size, strong=strong)


def _forced(names: Sequence[str]) -> Fit:
    columns = tuple(Column(key=_key(name), share=1, strong=name == "title") for name in names)
    return Fit(columns, _SMALL, across=True)


def _height(fit: Fit, rows: dict[str, list[str]], look: Look) -> float:
    """Return how high head and rows are together."""
    room = (_ACROSS if fit.across else _UPRIGHT)[0]
    whole = sum(column.share for column in fit.columns)
    names = [_name(column.key) for column in fit.columns]
    lines = [
        [
            broken_lines(text, column, look, size=fit.size, room=room * column.share / whole)
            for text in rows[name]
        ]
        for name, column in zip(names, fit.columns, strict=True)
    ]
    heights = [row_height(max(counts), fit.size) for counts in zip(*lines, strict=True)]
    return (_HEAD + row_height(1, fit.size) + sum(heights)) * _SPARE


def _title(data: HitList, look: Look) -> str:
    if data.query:
        return look.words("title", query=data.query)
    return look.words("title_chosen" if data.rows else "title_nothing")


def _head(data: HitList, title: str, look: Look) -> list[Flowable]:
    line, words, shown = look.glyphs.line, look.words, len(data.rows)
    if shown < data.found:
        count = words("some", shown=shown, found=data.found)
    else:
        count = words("one" if shown == 1 else "all", count=shown)
    told = [count, words("sorted" if data.query else "sorted_chosen")]
    if data.kind:
        told.insert(0, words(f"kind_{data.kind}"))
    kinds = ", ".join(f"{words(f'kind_{kind}')}: {number}" for kind, number in data.counts)
    out: list[Flowable] = [
        heading(line(title), look.styles.h2, 1, in_toc=False),
        Para(line(" · ".join(told)), look.styles.meta),
    ]
    return [*out, Para(line(kinds), look.styles.meta)] if len(data.counts) > 1 else out


def _list(data: HitList, fit: Fit, look: Look) -> list[Flowable]:
    if not data.rows:
        return [look.sentence("nothing")]
    names = [_name(column.key) for column in fit.columns]
    rows = [[_text(row, name, look) for name in names] for row in data.rows]
    room = (_ACROSS if fit.across else _UPRIGHT)[0]
    summary = look.words("kind_of_paper")
    return list_table(fit.columns, rows, look, room=room, size=fit.size, summary=summary)


def _dropped(fit: Fit, look: Look) -> tuple[str, ...]:
    if not fit.dropped:
        return ()
    names = ", ".join(_label(name, look) for name in fit.dropped)
    return (look.words("dropped_one" if len(fit.dropped) == 1 else "dropped_many", columns=names),)


def _text(row: HitRow, name: str, look: Look) -> str:
    match name:
        case "kind":
            return look.words(f"kind_{row.kind}")
        case "day":
            return look.day(row.day) if row.day else ""
        case _:
            return look.glyphs.text(str(getattr(row, name)))


def _key(name: str) -> str:
    """Return the key of a column's word: that of the title is another one than the page's title."""
    return "title_column" if name == "title" else name


def _name(key: str) -> str:
    return "title" if key == "title_column" else key


def _label(name: str, look: Look) -> str:
    return look.words(_key(name))


def _foot(look: Look) -> list[Flowable]:
    count = len(look.glyphs.replaced())
    return [Para(look.glyphs.line(look.words("replaced", count=count)), look.styles.meta)] if count else []
