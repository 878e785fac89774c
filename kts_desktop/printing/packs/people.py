"""People with their phone numbers, follow-ups, and the promises of both sides."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle

from kts_desktop.printing.flowables import Flowable, Para
from kts_desktop.printing.fonts import REGULAR, width
from kts_desktop.printing.formats import NO_BREAK
from kts_desktop.printing.look import Look, columns
from kts_desktop.printing.theme import MUTED_HEX
from kts_desktop.services.snapshot import Contact, Duty, Snapshot

_PEOPLE = (58, 43, 64)
_DUTIES = (34, 68, 30, 33)


def people(data: Snapshot, look: Look) -> list[Flowable]:
    """Return who is to be met or called, phone numbers foremost."""
    title = look.section("people")
    if not data.contacts:
        return look.whole([*title, look.sentence("no_people")])
    return look.whole([*title, *contact_table(data.contacts, look)])


def contact_table(contacts: Sequence[Contact], look: Look) -> list[Flowable]:
    """Return people with their bodies and how to reach them, as one table."""
    wide = columns(_PEOPLE)
    shown, more = look.shown(contacts)
    rows = [_person(contact, look, wide) for contact in shown]
    return [*look.table(("person", "unit", "reach"), rows, _PEOPLE, look.words("people")), *more]


def follow_ups(data: Snapshot, look: Look) -> list[Flowable]:
    """Return what is to be looked at again, by date."""
    title = look.section("follow_ups")
    if look.is_redacted:
        return look.whole([*title, look.sentence("left_part")])
    if not data.follow_ups:
        return look.whole([*title, look.sentence("no_follow_ups")])
    return look.whole([*title, *_duties(data.follow_ups, look, "what", look.words("follow_ups"))])


def promises(data: Snapshot, look: Look) -> list[Flowable]:
    """Return who owes whom, in two groups: ours first."""
    out = look.section("promises")
    for key, none, duties in (("ours", "no_ours", data.ours), ("theirs", "no_theirs", data.theirs)):
        rows = _duties(duties, look, "promised", look.words(key)) if duties else [look.sentence(none)]
        group = [*look.named(key), *rows]
        out = look.whole([*out, *group]) if key == "ours" else [*out, *look.whole(group)]
    return look.whole(out)


def _person(contact: Contact, look: Look, wide: Sequence[float]) -> list[list[Flowable]]:
    styles = look.styles
    name: list[Flowable] = [look.cell(contact.name, wide[0], styles.cell_strong)]
    about = [text for text in (look.words("primary") if contact.primary else "", contact.remark) if text]
    if contact.function:
        name.append(look.cell(contact.function, wide[0]))
    if about:
        name.append(look.cell(" · ".join(about), wide[0], styles.cell_muted))
    place = [look.cell(text, wide[1]) for text in (contact.unit, contact.body) if text]
    number_style = ParagraphStyle(
        "number", styles.cell_strong, fontSize=styles.size, leading=styles.size * 1.35
    )
    reach: list[Flowable] = []
    for phone in contact.phones:
        number = look.glyphs.line(phone.number.replace(" ", NO_BREAK))
        label = look.glyphs.line(phone.label)
        small = f' <font name="{REGULAR}" size="{styles.cell.fontSize}" color="{MUTED_HEX}">{label}</font>'
        reach.append(Para(number + (small if label else ""), number_style))
    if look.is_redacted:
        reach.append(look.cell(look.words("withheld"), wide[2], styles.cell_muted))
    elif not contact.phones:
        reach.append(look.cell(look.words("no_phone"), wide[2], styles.cell_muted))
    if contact.email:
        reach.append(_email(contact.email, look, wide[2]))
    return [name, [*place] or [look.cell("–", wide[1], styles.cell_muted)], reach]


def _email(address: str, look: Look, wide: float) -> Flowable:
    """Return an address that breaks behind its @ where it is too long for one line."""
    style = look.styles.cell
    if width(address, style.fontName, style.fontSize) <= wide - look.styles.size or "@" not in address:
        return look.cell(address, wide)
    name, _, host = address.partition("@")
    return Para(f"{look.glyphs.line(name)}@<br/>{look.glyphs.line(host)}", style)


def _duties(duties: Sequence[Duty], look: Look, what: str, summary: str) -> list[Flowable]:
    wide = columns(_DUTIES)
    shown, more = look.shown(duties)
    rows = [_duty(duty, look, wide) for duty in shown]
    return [*look.table(("due", what, "who", "number"), rows, _DUTIES, summary), *more]


def _duty(duty: Duty, look: Look, wide: Sequence[float]) -> list[Flowable | list[Flowable]]:
    styles = look.styles
    text: list[Flowable] = [look.cell(duty.what, wide[1])]
    if duty.since is not None:
        text.append(
            look.cell(look.words("promised_on", date=look.day(duty.since)), wide[1], styles.cell_muted)
        )
    who = look.cell(duty.who, wide[2], styles.cell_plain)
    return [_due(duty, look, wide[0]), text, who, look.cell(duty.number, wide[3], styles.cell_muted)]


def _due(duty: Duty, look: Look, wide: float) -> list[Flowable]:
    """Return the date, with a word where it is today or past."""
    if duty.due is None:
        return [look.cell(look.words("no_date"), wide, look.styles.cell_muted)]
    days = (look.today - duty.due).days
    cells: list[Flowable] = [look.cell(look.day(duty.due), wide)]
    if days > 0:
        late = look.words("overdue_one") if days == 1 else look.words("overdue_days", count=days)
        cells.append(look.cell(late, wide, look.styles.cell_strong))
    elif days == 0:
        cells.append(look.cell(look.words("today"), wide, look.styles.cell_strong))
    return cells
