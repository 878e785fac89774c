"""The report of a package: from whom and when, the counts by kind, then each field before and after."""

from reportlab.platypus import NextPageTemplate

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.flowables import Flowable, Para, heading
from kts_desktop.printing.furniture import pages
from kts_desktop.printing.look import NAMELESS, Look, columns
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.words.exchange import TEXTS
from kts_desktop.services.exchange_paper import EFFECTS, ExchangeReport, RecordLine

_COUNTS = (42, 14, 20, 18, 20, 22, 22, 20)
_RECORDS = (52, 34, 40, 40)


def render(data: ExchangeReport, *, progress: Progress = no_progress) -> Paper:
    """Return the report: the same data gives the same bytes."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    title = look.words("title", name=data.sender or NAMELESS)
    furniture = furnished(look, data.head, kind=look.words("kind_of_paper"), about=data.sender)
    story = [
        NextPageTemplate("page"),
        heading(look.glyphs.line(title), look.styles.h2, 1, in_toc=False),
        *_facts(data, look),
        *_warnings(data, look),
        *_counts(data, look),
        *_records(data, look),
    ]
    templates = pages(furniture, landscape=False)
    return bound(story, look, data.head, title=title, templates=templates, progress=progress)


def _facts(data: ExchangeReport, look: Look) -> list[Flowable]:
    created = formats.moment(data.created_at, look.language) if data.created_at else ""
    out = look.facts(
        (
            ("taken", formats.moment(data.taken_at, look.language)),
            ("created", created),
            ("size", formats.file_size(data.size, look.language) if data.size else ""),
            ("conflicts", str(data.conflicts) if data.counts is not None else ""),
            ("package", data.package),
        )
    )
    return [*out, look.sentence("taken_back")] if data.is_taken_back else out


def _warnings(data: ExchangeReport, look: Look) -> list[Flowable]:
    if not data.warnings:
        return []
    said = [Para(look.glyphs.line(one) or NAMELESS, look.styles.body) for one in data.warnings]
    return [*look.section("warnings"), *said]


def _counts(data: ExchangeReport, look: Look) -> list[Flowable]:
    title = look.section("counts")
    if not data.counts:
        return [*title, look.sentence("no_counts" if data.counts is None else "nothing")]
    wide = columns(_COUNTS)
    rows: list[list[Flowable | list[Flowable]]] = [
        [
            look.cell(one.kind or NAMELESS, wide[0], look.styles.cell_strong),
            *(
                look.cell(formats.number(number, look.language) if number else NAMELESS, width)
                for number, width in zip(one.numbers, wide[1:], strict=True)
            ),
        ]
        for one in data.counts
    ]
    return [*title, *look.table(("kind", *EFFECTS), rows, _COUNTS, look.words("counts"))]


def _records(data: ExchangeReport, look: Look) -> list[Flowable]:
    title = look.section("records")
    if not data.records:
        return [*title, look.sentence("no_records")]
    rows = [row for one in data.records for row in _record(one, look)]
    head = ("record", "field", "old", "now")
    out = [*title, *look.table(head, rows, _RECORDS, look.words("records"))]
    return [*out, look.sentence("cut_off")] if data.is_cut else out


def _record(one: RecordLine, look: Look) -> list[list[Flowable | list[Flowable]]]:
    wide = columns(_RECORDS)
    name: list[Flowable] = [
        look.cell(one.name or NAMELESS, wide[0], look.styles.cell_strong),
        look.cell(one.kind, wide[0], look.styles.cell_muted),
    ]
    if one.is_new:
        added = look.cell(look.words("added"), wide[1])
        return [[name, added, look.cell(NAMELESS, wide[2]), look.cell(NAMELESS, wide[3])]]
    return [
        [
            name,
            look.cell(change.field or NAMELESS, wide[1]),
            look.cell(change.old or NAMELESS, wide[2]),
            look.cell(change.new or NAMELESS, wide[3]),
        ]
        for change in one.changes
    ]
