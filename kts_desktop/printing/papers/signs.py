"""Table signs: A4 folded twice, to be read from both sides; the back is a twin nobody has to hear again."""

from functools import partial

from kts_desktop.printing.book import bound
from kts_desktop.printing.fitting import LEADING, Fit, fit
from kts_desktop.printing.flowables import Flowable, PageBreak, mm
from kts_desktop.printing.fonts import BOLD, REGULAR
from kts_desktop.printing.look import NAMELESS, Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.pen import Pen, Run
from kts_desktop.printing.sheets import PAGE
from kts_desktop.printing.theme import INK, LINE, MUTED, PAGE_WIDTH
from kts_desktop.printing.tiles import Tile, Tiles, bare_page, lone_sentence
from kts_desktop.printing.words.signs import TEXTS
from kts_desktop.services.signs_paper import Sign, SignsData

_THIRD = PAGE[1] / 3 * mm
_SIDE = 15 * mm
_NAME, _BODY = (54, 50, 46, 42, 38, 34, 30, 26), (24, 22, 20, 18, 16)
_BETWEEN = 5 * mm
_FOLD = 6 * mm


def render(data: SignsData, *, progress: Progress = no_progress) -> Paper:
    """Return one page a sign; where nobody needs one, a page that says so."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    story: list[Flowable] = []
    for sign in data.signs:
        front = partial(_front, sign, look)
        tile = Tile(0, _THIRD, PAGE_WIDTH, _THIRD, front)
        title = look.glyphs.text(sign.name) or NAMELESS
        story += [Tiles([tile], title, below=partial(_folds_and_back, front)), PageBreak()]
    return bound(
        story[:-1] or lone_sentence(look, "nobody", "nobody_text", event=data.event),
        look,
        data.head,
        title=look.words("signs", event=data.event),
        templates=[bare_page()],
        progress=progress,
    )


def _front(sign: Sign, look: Look, pen: Pen, wide: float, high: float) -> None:
    """Write name and body in the middle of one third of the page."""
    room = wide - 2 * _SIDE
    text = look.glyphs.text
    name = fit(text(sign.name) or NAMELESS, BOLD, room=room, sizes=_NAME, lines=2)
    body = fit(text(sign.body), REGULAR, room=room, sizes=_BODY, lines=2)
    height = name.height + (_BETWEEN + body.height if body.lines else 0)
    top = (high + height) / 2
    pen.write("H1", _centred(name, BOLD, wide, top))
    pen.write("P", _centred(body, REGULAR, wide, top - name.height - _BETWEEN))


def _centred(found: Fit, font: str, wide: float, top: float) -> list[Run]:
    colour = INK if font == BOLD else MUTED
    return [
        Run(wide / 2, top - (row + 0.8) * found.size * LEADING, line, font, found.size, colour).centred()
        for row, line in enumerate(found.lines)
    ]


def _folds_and_back(front: partial[None], pen: Pen, wide: float, high: float) -> None:
    folds = [(x, y, x + _FOLD, y) for y in (_THIRD, 2 * _THIRD) for x in (0, wide - _FOLD)]
    pen.lines(folds, LINE, 0.4)
    with pen.aside("Page"), pen.turned((wide, high), 180):
        front(pen, wide, _THIRD)
