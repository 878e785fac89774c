"""The tables of a case file: duties, related records, documents with their files, papers, the journal."""

from collections.abc import Sequence
from itertools import count
from typing import TypeAlias

from kts_desktop.printing import formats
from kts_desktop.printing.flowables import Flowable, Para
from kts_desktop.printing.look import NAMELESS, Look, columns
from kts_desktop.printing.volumes import VolumeMark, Volumes
from kts_desktop.services.case_file import CaseFile, Change, Duty, Enclosure, Step

Cells: TypeAlias = "list[Flowable | list[Flowable]]"
_DUTIES = (24, 74, 38, 29)
_RELATIONS = (32, 42, 91)
_DOCUMENTS = (30, 75, 24, 36)
_ENCLOSURES = (10, 70, 31, 21, 33)
_PAPERS = (34, 42, 59, 30)
_JOURNAL = (27, 31, 39, 68)
_HASH_LETTERS = 12
_LONG = 240  # letters of a value that still fit a cell of the journal
_CHANGES_PER_ROW = 6
_STEPS_PER_TABLE = 150


def duties(data: CaseFile, look: Look, _volumes: Volumes) -> list[Flowable]:
    """Return all tasks and promises with how they ended."""
    title = look.section("duties")
    if not data.duties:
        return look.whole([*title, look.sentence("no_duties")])
    wide = columns(_DUTIES)
    rows = [_duty(duty, look, wide) for duty in data.duties]
    table = look.table(("due", "what", "who", "settled"), rows, _DUTIES, look.words("duties"))
    return look.whole([*title, *table])


def relations(data: CaseFile, look: Look, _volumes: Volumes) -> list[Flowable]:
    """Return the records that belong to the case."""
    title = look.section("relations")
    if not data.relations:
        return look.whole([*title, look.sentence("no_relations")])
    wide = columns(_RELATIONS)
    rows: list[Cells] = [
        [
            look.cell(_word(look, "kind", one.kind), wide[0]),
            look.cell(one.number or NAMELESS, wide[1]),
            _stack(look, wide[2], one.title, one.aside),
        ]
        for one in data.relations
    ]
    table = look.table(("kind", "number", "record"), rows, _RELATIONS, look.words("relations"))
    return look.whole([*title, *table])


def documents(data: CaseFile, look: Look, volumes: Volumes) -> list[Flowable]:
    """Return the documents the case names and the files attached to it, each with the head of its hash."""
    out = look.section("documents")
    if not data.documents and not data.enclosures:
        return look.whole([*out, look.sentence("no_documents")])
    if data.documents:
        out = look.whole([*out, *look.subsection(look.words("documents_named")), *_named(data, look)])
    if not data.enclosures:
        return out
    about = Para(look.glyphs.line(look.words("hash_about")), look.styles.meta)
    wide = columns(_ENCLOSURES)
    rows = [_enclosure(one, look, wide) for one in data.enclosures]
    head = ("no", "file", "hangs_on", "size", "hash")
    table = look.table(head, rows, _ENCLOSURES, look.words("enclosures"))
    files = [*look.subsection(look.words("enclosures")), about, *table]
    return [*out, VolumeMark(volumes), *look.whole(files)]


def papers(data: CaseFile, look: Look, _volumes: Volumes) -> list[Flowable]:
    """Return the papers that were made about the case before."""
    title = look.section("papers")
    if not data.papers:
        return look.whole([*title, look.sentence("no_papers")])
    wide = columns(_PAPERS)
    rows: list[Cells] = []
    for one in data.papers:
        pages = look.words("pages_one" if one.pages == 1 else "pages_many", count=one.pages)
        extent = " · ".join(text for text in (pages, one.redaction) if text)
        rows.append(
            [
                look.cell(formats.moment(one.at, look.language), wide[0]),
                _stack(look, wide[1], _word(look, "paper", one.paper), extent),
                look.cell(one.file_name or NAMELESS, wide[2], look.styles.cell_plain),
                look.cell(one.by or NAMELESS, wide[3]),
            ]
        )
    table = look.table(("when", "paper", "file", "made_by"), rows, _PAPERS, look.words("papers"))
    return look.whole([*title, *table])


def journal(data: CaseFile, look: Look, volumes: Volumes) -> list[Flowable]:
    """Return every step of the journal; what is too long for a cell follows below the table."""
    if data.journal is None:
        return []
    title = look.section("journal")
    if not data.journal:
        return look.whole([*title, look.sentence("no_journal")])
    out = [*title, Para(look.glyphs.line(look.words("journal_order")), look.styles.meta)]
    wordings: list[str] = []
    wide = columns(_JOURNAL)
    rows = [row for step in data.journal for row in _step(step, look, wide, wordings)]
    for start in range(0, len(rows), _STEPS_PER_TABLE):
        part = rows[start : start + _STEPS_PER_TABLE]
        head = ("when", "who", "step", "changes")
        out += [VolumeMark(volumes), *look.table(head, part, _JOURNAL, look.words("journal"))]
    return [*out, *_wordings(wordings, look, volumes)]


def _duty(duty: Duty, look: Look, wide: Sequence[float]) -> Cells:
    settled = look.day(duty.done) if duty.done else look.words("open")
    style = look.styles.cell if duty.done else look.styles.cell_strong
    return [
        look.cell(look.day(duty.due), wide[0]),
        _stack(look, wide[1], duty.what, duty.kind, duty.result),
        look.cell(duty.who or NAMELESS, wide[2], look.styles.cell_plain),
        look.cell(settled, wide[3], style),
    ]


def _named(data: CaseFile, look: Look) -> list[Flowable]:
    wide = columns(_DOCUMENTS)
    rows: list[Cells] = [
        [
            look.cell(_word(look, "kind", one.kind), wide[0]),
            _stack(look, wide[1], one.title, one.link),
            look.cell(look.day(one.dated) if one.dated else NAMELESS, wide[2]),
            look.cell(one.origin or NAMELESS, wide[3]),
        ]
        for one in data.documents
    ]
    head = ("kind", "document", "dated", "origin")
    return look.table(head, rows, _DOCUMENTS, look.words("documents_named"))


def _enclosure(one: Enclosure, look: Look, wide: Sequence[float]) -> Cells:
    dated = f"{look.words('dated')} {look.day(one.dated)}" if one.dated else ""
    about = " · ".join(text for text in (one.mime, dated) if text)
    return [
        look.cell(str(one.number), wide[0]),
        _stack(look, wide[1], one.name, about, one.remark),
        look.cell(one.place or look.words("the_case"), wide[2]),
        look.cell(formats.file_size(one.size, look.language), wide[3]),
        look.cell(one.sha256[:_HASH_LETTERS], wide[4], look.styles.cell_plain),
    ]


def _step(step: Step, look: Look, wide: Sequence[float], wordings: list[str]) -> list[Cells]:
    """Return the rows of one step: more than one where it changed many fields."""
    told = [_change(change, look, wide[3], wordings) for change in step.changes]
    rows: list[Cells] = []
    for start in range(0, max(len(told), 1), _CHANGES_PER_ROW):
        what = [look.cell(step.what, wide[2])]
        if step.is_undone:
            what.append(look.cell(look.words("undone"), wide[2], look.styles.cell_muted))
        changes = told[start : start + _CHANGES_PER_ROW]
        rows.append(
            [
                look.cell(formats.moment(step.at, look.language), wide[0]),
                look.cell(step.who or NAMELESS, wide[1], look.styles.cell_plain),
                [*what],
                [*changes] or [look.cell(NAMELESS, wide[3], look.styles.cell_muted)],
            ]
        )
    return rows


def _change(change: Change, look: Look, width: float, wordings: list[str]) -> Flowable:
    part = f"{_short(change.part)}: " if change.part else ""
    if not change.field and not change.new:
        return look.cell(f"{part}{look.words('made')}", width)
    if not change.field:
        return look.cell(f"{part}{change.new}", width)
    old, new = (_fitting(value, look, wordings) for value in (change.old, change.new))
    return look.cell(f"{part}{change.field}: {old} → {new}", width)


def _fitting(value: str, look: Look, wordings: list[str]) -> str:
    """Return a value for a cell; a long one is kept for below the table, and named here by its number."""
    if len(value) <= _LONG:
        return value or NAMELESS
    wordings.append(value)
    return look.words("wording", number=len(wordings))


def _wordings(wordings: Sequence[str], look: Look, volumes: Volumes) -> list[Flowable]:
    if not wordings:
        return []
    out = look.subsection(look.words("wordings"))
    for number, raw in zip(count(1), wordings, strict=False):
        label = look.glyphs.line(look.words("wording_head", number=number))
        text = f"<b>{label}</b><br/>{look.glyphs.markup(raw)}"
        out += [VolumeMark(volumes), Para(text, look.styles.text)]
    return out


def _stack(look: Look, width: float, first: str, *more: str) -> list[Flowable]:
    """Return a cell of one text with muted ones below it."""
    muted = [look.cell(text, width, look.styles.cell_muted) for text in more if text]
    return [look.cell(first or NAMELESS, width), *muted]


def _word(look: Look, family: str, code: str) -> str:
    """Return the word of a code; one that is not known stands for itself."""
    key = f"{family}_{code}"
    return look.words(key) if look.words.knows(key) else code


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
