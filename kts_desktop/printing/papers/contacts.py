"""The contact list: A4 landscape, one line a person, quick for thousands."""

from reportlab.platypus import NextPageTemplate

from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.flowables import Flowable, Para, heading
from kts_desktop.printing.furniture import pages
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.row_lists import Column, list_table
from kts_desktop.printing.theme import LEFT, PAGE_HEIGHT, RIGHT
from kts_desktop.printing.words.contacts import TEXTS
from kts_desktop.services.contacts_paper import ContactLine, ContactList

_ROOM = PAGE_HEIGHT - LEFT - RIGHT  # the width of a landscape page
_SIZE = 9.5
_COLUMNS = {
    "name": Column(key="name", share=50, strong=True),
    "function": Column(key="function", share=54),
    "body": Column(key="body", share=44),
    "phone": Column(key="phone", share=30),
    "mail": Column(key="mail", share=74),
}


def render(data: ContactList, *, progress: Progress = no_progress) -> Paper:
    """Return the list: the same data gives the same bytes."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    title = title_of(data, look)
    furniture = furnished(look, data.head, kind=look.words("kind_of_paper"), about=title)
    return bound(
        [NextPageTemplate("page"), *_head(data, title, look), *_list(data, look), *_foot(look)],
        look,
        data.head,
        title=title,
        templates=pages(furniture, landscape=True),
        progress=progress,
    )


def title_of(data: ContactList, look: Look) -> str:
    """Return what the list is called."""
    about = data.about[0] if data.about else ""
    if len(data.about) > 1:
        about = look.words("and_more", first=about, count=len(data.about) - 1)
    return look.words(f"title_{data.kind}", about=about)


def _head(data: ContactList, title: str, look: Look) -> list[Flowable]:
    count = len(data.lines)
    told = [f"{look.words(key)}: {value}" for key, value in data.filters]
    told.append(f"{look.words('sorted')}: {look.words(f'by_{data.order.value}')}")
    told.append(look.words("people_one" if count == 1 else "people_many", count=count))
    line = look.glyphs.line
    return [
        heading(line(title), look.styles.h2, 1, in_toc=False),
        Para(line(" · ".join(told)), look.styles.meta),
        Para(line(look.words("personal")), look.styles.meta),
    ]


def _list(data: ContactList, look: Look) -> list[Flowable]:
    if not data.lines:
        return [look.sentence("nobody")]
    keys = [key for key in _COLUMNS if (key != "phone" or data.phone) and (key != "mail" or data.mail)]
    columns = [_COLUMNS[key] for key in keys]
    rows = [[_text(line, key) for key in keys] for line in data.lines]
    return list_table(columns, rows, look, room=_ROOM, size=_SIZE, summary=look.words("kind_of_paper"))


def _text(line: ContactLine, key: str) -> str:
    if key == "function":
        return ", ".join(text for text in (line.function, line.unit) if text)
    return str(getattr(line, key))


def _foot(look: Look) -> list[Flowable]:
    count = len(look.glyphs.replaced())
    return [Para(look.glyphs.line(look.words("replaced", count=count)), look.styles.meta)] if count else []
