"""The case file: everything about one case for the e-file, with a metadata file beside it."""

from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import NextPageTemplate

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.flowables import (
    Flowable,
    PageBreak,
    Panel,
    Para,
    Toc,
    fitted,
    gap,
    heading,
    mm,
    room,
)
from kts_desktop.printing.look import NAMELESS, Look
from kts_desktop.printing.packs.people import contact_table
from kts_desktop.printing.paper import Beside, Paper, Progress, no_progress
from kts_desktop.printing.papers import case_metadata
from kts_desktop.printing.papers.case_lists import documents, duties, journal, papers, relations
from kts_desktop.printing.theme import ACCENT, FILL, INK, LARGE, NORMAL, WIDTH
from kts_desktop.printing.volumes import VolumeMark, Volumes
from kts_desktop.printing.words.case import TEXTS
from kts_desktop.services.case_file import CaseFile, Entry

Part = Callable[[CaseFile, Look, Volumes], list[Flowable]]
_PAD = 9 * mm
_TITLE_SIZES = (28, 25, 22, 19, 17, 15, 13)
_NEEDED_BY_ENTRY = 26 * mm


def render(data: CaseFile, *, progress: Progress = no_progress) -> Paper:
    """Return the file of a case with its metadata beside it: the same data gives the same bytes."""
    look = Look(data.head.language, data.head.taken, size=LARGE if data.large else NORMAL, texts=TEXTS)
    volumes = Volumes(data.volume_pages, lambda number: _volume(number, look))
    story = [flowable for part in _PARTS for flowable in part(data, look, volumes)]
    facts = data.facts
    about = " · ".join(text for text in (facts.subject, facts.body) if text)
    paper = bound(
        story,
        look,
        data.head,
        title=look.words("title", number=facts.number),
        subject=facts.subject,
        furniture=furnished(look, data.head, kind=look.words("kind_of_paper"), about=about),
        progress=progress,
    )
    return replace(paper, beside=(Beside(suffix=".xml", content=case_metadata.written(data, paper)),))


def extent(data: CaseFile, look: Look) -> str:
    """Return how much the file holds, in words."""
    counts = [
        ("entries", len(data.entries)),
        ("duties", len(data.duties)),
        ("enclosures", len(data.enclosures)),
    ]
    if data.journal is not None:
        counts.append(("steps", len(data.journal)))
    return ", ".join(look.words(f"{key}_{'one' if n == 1 else 'many'}", count=n) for key, n in counts)


def _title(data: CaseFile, look: Look, _volumes: Volumes) -> list[Flowable]:
    styles, line, office = look.styles, look.glyphs.line, data.head.office
    out: list[Flowable] = [NextPageTemplate("page"), Para(f"<b>{line(office.name)}</b>", styles.office)]
    more = " · ".join(part for part in (office.unit, office.address) if part)
    if more:
        out.append(Para(line(more), styles.cell_muted))
    kicker = f"{look.words('kind_of_paper')} · {data.facts.number}"
    inner = WIDTH - 2 * _PAD
    title = fitted(
        look.glyphs.text(data.facts.subject) or NAMELESS,
        styles.h1,
        width=inner,
        sizes=_TITLE_SIZES,
        lines=4,
        level=1,
    )
    where = " · ".join(part for part in (data.facts.body, data.facts.place) if part)
    panel: list[Flowable] = [Para(line(kicker), styles.kicker), gap(3 * mm), title]
    if where:
        panel += [gap(3 * mm), Para(line(where), styles.place)]
    out += [gap(16 * mm), Panel(panel, ground=FILL, bar=ACCENT, pad=_PAD, minimum=58 * mm), gap(8 * mm)]
    return [*out, *look.facts(_title_facts(data, look)), PageBreak()]


def _title_facts(data: CaseFile, look: Look) -> list[tuple[str, str]]:
    facts = data.facts
    day = look.day
    received = ", ".join(text for text in (day(facts.received), facts.channel) if text)
    return [
        ("file_number", facts.number),
        ("project", facts.project),
        ("state", facts.state),
        ("form", facts.form),
        ("priority", facts.priority),
        ("lead", facts.lead),
        ("deputy", facts.deputy),
        ("received", received),
        ("closed", day(facts.closed) if facts.closed else ""),
        ("filed", day(facts.filed) if facts.filed else ""),
        ("retention", facts.retention),
        ("keep_until", day(facts.keep_until) if facts.keep_until else ""),
        ("file_place", facts.file_place),
        ("extent", extent(data, look)),
        ("as_at_label", formats.moment(data.head.taken, look.language)),
    ]


def _contents(_data: CaseFile, look: Look, _volumes: Volumes) -> list[Flowable]:
    title = Para(look.words("contents"), look.styles.h2)
    return [title, Toc(look.styles.toc, look.words("jump", title="{title}", page="{page}")), gap(4 * mm)]


def _case(data: CaseFile, look: Look, _volumes: Volumes) -> list[Flowable]:
    facts = data.facts
    out = look.section("case")
    out += look.facts([("themes", ", ".join(facts.themes)), ("guidelines", ", ".join(facts.guidelines))])
    told = [(key, raw) for key, raw in (("concern", facts.concern), ("result", facts.result)) if raw.strip()]
    if not told:
        return [*out, look.sentence("nothing_said")]
    for key, raw in told:
        out += [*look.subsection(look.words(key)), *_wording(raw, look)]
    return out


def _people(data: CaseFile, look: Look, _volumes: Volumes) -> list[Flowable]:
    title = look.section("people")
    if not data.people:
        return look.whole([*title, look.sentence("no_people")])
    return look.whole([*title, *contact_table(data.people, look)])


def _entries(data: CaseFile, look: Look, volumes: Volumes) -> list[Flowable]:
    title = look.section("entries")
    if not data.entries:
        return look.whole([*title, look.sentence("no_entries")])
    count = look.words(f"entries_{'one' if len(data.entries) == 1 else 'many'}", count=len(data.entries))
    out = [*title, Para(look.glyphs.line(look.words("entries_order", count=count)), look.styles.meta)]
    style = ParagraphStyle("entry", look.styles.h3, textColor=INK, fontSize=look.styles.size * 1.04)
    for entry in data.entries:
        out += [VolumeMark(volumes), *_entry(entry, look, style)]
    return out


def _entry(entry: Entry, look: Look, style: ParagraphStyle) -> list[Flowable]:
    line, words = look.glyphs.line, look.words
    head = f"{entry.number} · {formats.moment(entry.at, look.language)} · {entry.kind}"
    who = [
        entry.author,
        words("with_people", names=", ".join(entry.people)) if entry.people else "",
        words("minutes", count=entry.minutes) if entry.minutes else "",
    ]
    out: list[Flowable] = [room(_NEEDED_BY_ENTRY), heading(line(head), style, 3, in_toc=False)]
    if any(who):
        out.append(Para(line(" · ".join(text for text in who if text)), look.styles.meta))
    if look.glyphs.line(entry.title):
        out.append(Para(f"<b>{line(entry.title)}</b>", look.styles.text))
    out += _wording(entry.text, look)
    if entry.next_step.strip():
        step = words("next_step", text=look.glyphs.text(entry.next_step))
        out.append(Para(f"<i>{line(step)}</i>", look.styles.text))
    return out


def _wording(raw: str, look: Look) -> list[Flowable]:
    """Return a text of a record, one paragraph for each of its own."""
    clean = look.glyphs.markup(raw)
    return [Para(part, look.styles.text) for part in clean.split("<br/><br/>") if part.strip()]


def _about(data: CaseFile, look: Look, _volumes: Volumes) -> list[Flowable]:
    moment = formats.moment(data.head.taken, look.language)
    sentences = [look.words("about_text", moment=moment, extent=extent(data, look))]
    if data.journal is None:
        sentences.append(look.words("without_journal"))
    if count := len(look.glyphs.replaced()):
        sentences.append(look.words("replaced", count=count))
    text = [Para(look.glyphs.line(one), look.styles.cell_muted) for one in sentences]
    return look.whole([*look.section("about"), *text])


def _volume(number: int, look: Look) -> list[Flowable]:
    about = look.words("volume_about", before=number - 1)
    return [
        heading(look.glyphs.line(look.words("volume", number=number)), look.styles.h2, 2),
        Para(look.glyphs.line(about), look.styles.meta),
    ]


_PARTS: tuple[Part, ...] = (
    _title,
    _contents,
    _case,
    _people,
    _entries,
    duties,
    relations,
    documents,
    papers,
    journal,
    _about,
)
