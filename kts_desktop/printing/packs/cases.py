"""Cases with their notes, events and measures."""

from dataclasses import replace

from kts_desktop.printing import formats
from kts_desktop.printing.flowables import Flowable, Para, dated
from kts_desktop.printing.fonts import REGULAR
from kts_desktop.printing.look import NAMELESS, Look, columns
from kts_desktop.services.snapshot import Case, Event, Measure, Note, Scope, Snapshot

_SPACE = f" {formats.NO_BREAK}"
_SHORT_NOTE = 0.12  # of a page: what is shorter is not cut
_EVENTS = (34, 71, 60)
_MEASURES = (48, 28, 89)


def cases(data: Snapshot, look: Look) -> list[Flowable]:
    """Return each case as a block: number, subject, state, lead, the last notes."""
    out = look.section("case" if data.scope is Scope.CASE and len(data.cases) == 1 else "cases")
    if not data.cases:
        return look.whole([*out, look.sentence("no_cases")])
    if look.is_redacted:
        out.append(look.sentence("left_notes_here"))
    for case in data.cases:
        out += _case(_told(case, look), look)
    return out


def _told(case: Case, look: Look) -> Case:
    """Return the case with its notes of the months the part looks back, in the order it asks for."""
    notes = [note for note in case.notes if note.at.date() >= look.first_day()]
    return replace(case, notes=tuple(reversed(notes) if look.choice.oldest else notes))


def events(data: Snapshot, look: Look) -> list[Flowable]:
    """Return the events the body hosts or takes part in."""
    title = look.section("events")
    found = [event for event in data.events if event.begins.date() >= look.first_day()]
    if not found:
        return look.whole([*title, look.sentence("no_events")])
    wide = columns(_EVENTS)
    events, more = look.shown(found)
    rows = [_event(event, look, wide) for event in events]
    table = look.table(("when", "event", "part"), rows, _EVENTS, look.words("events"))
    return look.whole([*title, *table, *more])


def measures(data: Snapshot, look: Look) -> list[Flowable]:
    """Return the measures of the project and of the body."""
    title = look.section("measures")
    if not data.measures:
        return look.whole([*title, look.sentence("no_measures")])
    wide = columns(_MEASURES)
    measures, more = look.shown(data.measures)
    rows = [_measure(measure, look, wide) for measure in measures]
    table = look.table(("measure", "stage", "summary"), rows, _MEASURES, look.words("measures"))
    return look.whole([*title, *table, *more])


def _case(case: Case, look: Look) -> list[Flowable]:
    line, styles = look.glyphs.line, look.styles
    number = f'<font name="{REGULAR}">{line(case.number)}</font>{_SPACE}' if line(case.number) else ""
    out = look.subsection(number + (line(case.subject) or NAMELESS), in_toc=True)
    out.append(Para(_case_line(case, look), styles.meta))
    for key, items in (("themes", case.themes), ("guidelines", case.guidelines)):
        if items:
            text = f"{line(look.words(key))}: {line(', '.join(items))}"
            out.append(Para(text, styles.meta))
    for key, raw in (("concern", case.concern), ("result", case.result)):
        if raw.strip():
            out.append(Para(f"<b>{line(look.words(key))}:</b> {look.glyphs.markup(raw)}", styles.text))
    if not case.notes:
        return out if look.is_redacted else [*out, Para(line(look.words("no_notes")), styles.meta)]
    shown, count = len(case.notes), max(case.note_count, len(case.notes))
    key = "notes_all" if shown == count else "notes_some"
    out.append(Para(f"<b>{line(look.words(key, shown=shown, count=count))}</b>", styles.meta))
    for entry in dated([_note(note, look) for note in case.notes], styles.dated):
        out += look.whole([entry], share=_SHORT_NOTE)
    return out


def _case_line(case: Case, look: Look) -> str:
    line, words = look.glyphs.line, look.words
    parts = [f"<b>{line(case.state)}</b>"] if case.state else []
    facts = (
        ("lead", case.lead),
        ("deputy", case.deputy),
        ("received", look.day(case.received) if case.received else ""),
        ("closed", look.day(case.closed) if case.closed else ""),
        ("advice_form", case.form),
        ("priority", case.priority),
    )
    parts += [f"{line(words(key))}:{formats.NO_BREAK}{line(value)}" for key, value in facts if value]
    return " · ".join(parts)


def _note(note: Note, look: Look) -> tuple[str, str]:
    line = look.glyphs.line
    kind = f"<b>{line(note.kind)}</b>" if line(note.kind) else ""
    head = " · ".join(part for part in (kind, line(note.who), line(note.people)) if part)
    step = look.words("next_step", text=look.glyphs.text(note.next_step)) if note.next_step.strip() else ""
    lines = (head, look.glyphs.markup(note.text), f"<i>{line(step)}</i>" if step else "")
    text = "<br/>".join(part for part in lines if part)
    return look.day(note.at.date()), text or NAMELESS  # an empty paragraph would lose its date


def _event(event: Event, look: Look, wide: list[float]) -> list[Flowable | list[Flowable]]:
    styles = look.styles
    when: list[Flowable] = [
        look.cell(look.day(event.begins.date()), wide[0]),
        look.cell(formats.clock(event.begins, look.language), wide[0], styles.cell_muted),
    ]
    what: list[Flowable] = [look.cell(event.title, wide[1], styles.cell_strong)]
    about_place = ", ".join(part for part in (event.place, event.mode) if part)
    if about_place:
        what.append(look.cell(about_place, wide[1]))
    part: list[Flowable] = [look.cell(event.part, wide[2])] if event.part else []
    if event.people:
        part.append(look.cell(", ".join(event.people), wide[2], styles.cell_muted))
    return [when, what, part or [look.cell("–", wide[2], styles.cell_muted)]]


def _measure(measure: Measure, look: Look, wide: list[float]) -> list[Flowable | list[Flowable]]:
    styles = look.styles
    title: list[Flowable] = [look.cell(measure.title, wide[0], styles.cell_strong)]
    if measure.themes:
        title.append(look.cell(", ".join(measure.themes), wide[0], styles.cell_muted))
    summary: list[Flowable] = [look.cell(measure.summary or "–", wide[2])]
    if measure.contact:
        summary.append(look.cell(measure.contact, wide[2], styles.cell_muted))
    return [title, look.cell(measure.stage or "–", wide[1]), summary]
