"""The handover list: A4 landscape, one row an open case, then what else waits in the time."""

from collections.abc import Sequence

from reportlab.platypus import NextPageTemplate

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.flowables import Flowable, Para, heading
from kts_desktop.printing.furniture import pages
from kts_desktop.printing.look import NAMELESS, Look, columns
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.theme import LEFT, PAGE_HEIGHT, RIGHT
from kts_desktop.printing.words.handover import TEXTS
from kts_desktop.services.handover_paper import CaseLine, Handover, Owed

_ROOM = PAGE_HEIGHT - LEFT - RIGHT  # the width of a landscape page
_CASES = (60, 60, 42, 42, 28, 20)
_TASKS = (28, 40, 114, 70)
_APPOINTMENTS = (44, 108, 60, 40)


def render(data: Handover, *, progress: Progress = no_progress) -> Paper:
    """Return the list: the same data gives the same bytes."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    title = look.words("title", name=data.adviser)
    furniture = furnished(look, data.head, kind=look.words("kind_of_paper"), about=data.adviser)
    story = [
        NextPageTemplate("page"),
        *_head(data, title, look),
        *_cases(data, look),
        *_appointments(data, look),
        *_tasks(data, look),
        *_foot(look),
    ]
    templates = pages(furniture, landscape=True)
    return bound(story, look, data.head, title=title, templates=templates, progress=progress)


def _head(data: Handover, title: str, look: Look) -> list[Flowable]:
    line, words = look.glyphs.line, look.words
    if data.away_from and data.away_to:
        away = words("away", begin=look.day(data.away_from), end=look.day(data.away_to))
        deputy = ", ".join(text for text in (data.deputy, data.deputy_phone) if text)
        told = [away, words("deputy", name=deputy) if deputy else words("no_deputy"), data.remark]
    else:
        told = [words("no_absence")]
    told = [data.unit, *told]
    return [
        heading(line(title), look.styles.h2, 1, in_toc=False),
        Para(line(" · ".join(text for text in told if text.strip())), look.styles.body),
    ]


def _cases(data: Handover, look: Look) -> list[Flowable]:
    title = look.section("cases", count=len(data.cases))
    if not data.cases:
        return [*title, look.sentence("no_cases")]
    wide = columns(_CASES, _ROOM)
    rows = [_case(case, look, wide) for case in data.cases]
    head = ("case", "last", "ours", "theirs", "next", "papers")
    return [*title, *look.table(head, rows, _CASES, look.words("kind_of_paper"), width=_ROOM)]


def _case(case: CaseLine, look: Look, wide: Sequence[float]) -> list[Flowable | list[Flowable]]:
    styles = look.styles
    about = " · ".join(text for text in (case.body, case.state, case.priority) if text)
    name: list[Flowable] = [
        look.cell(case.number, wide[0], styles.cell_strong),
        look.cell(case.subject, wide[0]),
    ]
    if about:
        name.append(look.cell(about, wide[0], styles.cell_muted))
    last: list[Flowable] = [look.cell(look.words("never"), wide[1], styles.cell_muted)]
    if case.last is not None:
        when = f"{look.day(case.last.at.date())} · {case.last.kind}"
        last = [look.cell(when, wide[1], styles.cell_strong), look.cell(case.last.text or NAMELESS, wide[1])]
    return [
        name,
        last,
        _promises(case.ours, look, wide[2]),
        _promises(case.theirs, look, wide[3]),
        _next(case.next, look, wide[4]),
        look.cell(case.file_place or NAMELESS, wide[5]),
    ]


def _promises(owed: Sequence[Owed], look: Look, wide: float) -> list[Flowable]:
    out: list[Flowable] = []
    for one in owed:
        due = look.words("until", date=look.day(one.due))
        late = f", {look.words('overdue')}" if one.due < look.today else ""
        out.append(look.cell(one.what, wide))
        about = " · ".join(text for text in (f"{due}{late}", one.who) if text)
        out.append(look.cell(about, wide, look.styles.cell_muted))
    return out or [look.cell(NAMELESS, wide, look.styles.cell_muted)]


def _next(owed: Owed | None, look: Look, wide: float) -> list[Flowable]:
    if owed is None:
        return [look.cell(look.words("nothing_due"), wide, look.styles.cell_muted)]
    out: list[Flowable] = [look.cell(look.day(owed.due), wide, look.styles.cell_strong)]
    if owed.due < look.today:
        out.append(look.cell(look.words("overdue"), wide, look.styles.cell_strong))
    return [*out, look.cell(owed.what, wide)]


def _appointments(data: Handover, look: Look) -> list[Flowable]:
    title = look.section("appointments", date=look.day(data.until))
    if not data.appointments:
        return [*title, look.sentence("no_appointments")]
    wide = columns(_APPOINTMENTS, _ROOM)
    rows: list[list[Flowable | list[Flowable]]] = [
        [
            look.cell(formats.moment(one.at, look.language), wide[0], look.styles.cell_strong),
            look.cell(one.what or NAMELESS, wide[1]),
            look.cell(one.place or NAMELESS, wide[2]),
            look.cell(one.number or NAMELESS, wide[3]),
        ]
        for one in data.appointments
    ]
    summary = look.words("appointments", date=look.day(data.until))
    return [*title, *look.table(("when", "what", "place", "case"), rows, _APPOINTMENTS, summary, width=_ROOM)]


def _tasks(data: Handover, look: Look) -> list[Flowable]:
    title = look.section("tasks")
    if not data.tasks:
        return [*title, look.sentence("no_tasks")]
    wide = columns(_TASKS, _ROOM)
    rows: list[list[Flowable | list[Flowable]]] = []
    for one in data.tasks:
        due: list[Flowable] = [look.cell(look.day(one.owed.due), wide[0])]
        if one.owed.due < look.today:
            due.append(look.cell(look.words("overdue"), wide[0], look.styles.cell_strong))
        rows.append(
            [
                due,
                look.cell(one.kind, wide[1]),
                look.cell(one.owed.what, wide[2]),
                look.cell(one.place or NAMELESS, wide[3]),
            ]
        )
    head = ("due", "kind", "what", "about")
    return [*title, *look.table(head, rows, _TASKS, look.words("tasks"), width=_ROOM)]


def _foot(look: Look) -> list[Flowable]:
    count = len(look.glyphs.replaced())
    return [Para(look.glyphs.line(look.words("replaced", count=count)), look.styles.meta)] if count else []
