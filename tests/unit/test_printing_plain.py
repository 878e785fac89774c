"""Plain paragraphs take a short way through the layout: it must lead where the long one does."""

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import paragraph as engine
from reportlab.platypus.paraparser import ParaParser

from kts_desktop.printing.flowables import Flowable, Glyphs, Para, chunked_table
from kts_desktop.printing.tagged import plain
from kts_desktop.printing.theme import styles
from tests.helpers import hostile
from tests.helpers.pdf_checks import texts, words_of
from tests.unit.test_printing_layout import LONG, document, findings

Box = tuple[float, ...]
TEXTS = (
    "Zwönitz",
    "  zwei   Leerzeichen ",
    "eine\nzweite Zeile",
    "geschütztes\u00a0Leerzeichen 5\u202f%",
    "Verwaltungs\u00adgemeinschaft",
    "Donau-Ries-Kreis (Schwaben) \\ 100",
    "Straßenverkehrsbehörde Beteiligungsverfahren Daseinsvorsorge " * 4,
    *hostile.NAMES,
)


def letters(content: bytes) -> list[tuple[str, Box]]:
    """Return every letter of a file with its box."""
    found = []
    with pypdfium2.PdfDocument(io.BytesIO(content)) as pdf:
        for page in pdf:
            text = page.get_textpage()
            places = range(text.count_chars())
            found += [(text.get_text_range(place, 1), text.get_charbox(place)) for place in places]
    return found


def story(style: ParagraphStyle) -> list[Flowable]:
    glyphs = Glyphs()
    cells = [[Para(glyphs.line(text), style), Para(glyphs.markup(text), style)] for text in TEXTS]
    loose = [Para(glyphs.line(text), style) for text in TEXTS]
    return [
        *loose,
        Para(LONG, style),
        *chunked_table(["a", "b"], cells, colWidths=[140, 90], style=list(styles().table)),
    ]


@pytest.mark.parametrize("text", [text for text in TEXTS if not set("<&") & set(text)])
@pytest.mark.parametrize("name", ["body", "cell", "head", "h2"])
def test_a_plain_text_is_parsed_as_by_reportlab(text: str, name: str) -> None:
    style = getattr(styles(), name)

    parser: Any = ParaParser()
    _, frags, _ = parser.parse(engine.cleanBlockQuotedText(text), style)
    found = plain.parsed(text, style)

    if found is not None:
        assert [vars(one) for one in found] == [vars(one) for one in frags]
    else:
        assert not text.strip()


@pytest.mark.parametrize("name", ["body", "cell", "h3", "item"])
def test_every_letter_stands_where_the_long_way_puts_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    short = document(*story(getattr(styles(), name)))
    for part in ("parsed", "one_line"):
        monkeypatch.setattr(plain, part, lambda *_: None)
    monkeypatch.setattr(plain, "is_plain", lambda *_: False)

    long = document(*story(getattr(styles(), name)))

    for (letter, box), (wanted, place) in zip(letters(short), letters(long), strict=True):
        assert letter == wanted
        assert box == pytest.approx(place, abs=0.01)
    assert len(short) < len(long)  # or both went the same way
    assert findings(short) == []


def test_a_font_with_more_letters_than_one_subset_holds_shows_them_all() -> None:
    glyphs = Glyphs()
    names = [glyphs.line(hostile.LATIN[at : at + 20]) for at in range(0, len(hostile.LATIN), 20)]

    content = document(*[Para(name, styles().body) for name in names])

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages[0].Resources.Font) > 1
    assert words_of(" ".join(texts(content))) == words_of(" ".join(["Probe", *names]))
    assert findings(content) == []
