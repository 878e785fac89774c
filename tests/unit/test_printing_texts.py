"""Texts on paper: printable letters, formats, words of both languages, properties over odd strings."""

import ast
import importlib
import pkgutil
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kts_desktop.printing
from kts_desktop.printing import formats, words
from kts_desktop.printing.flowables import Glyphs
from kts_desktop.printing.fonts import REGULAR, clipped, printable, width
from kts_desktop.printing.papers.briefing import render
from kts_desktop.printing.words.common import Texts, Words
from kts_desktop.services.snapshot import Case, Contact, Duty, LooseDate, Note, Phone, Precision, Profile
from tests.helpers import pdf_checks
from tests.helpers.snapshots import TAKEN, TODAY, sparse

PRINTING = Path(kts_desktop.printing.__file__).parent
LETTERS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x24F),
        st.sampled_from("<>&\"'\n\t\u00ad\u202f\u200b\u2028ŁěḾẞ😀漢\ufe0f\u0301"),
    ),
    max_size=120,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=LETTERS, long=LETTERS, word=st.text("WM-x", max_size=400))
def test_whatever_is_typed_the_pack_is_whole_and_valid(name: str, long: str, word: str) -> None:
    notes = (Note(at=TAKEN, kind=name, text=long * 9),)
    snapshot = sparse(
        number=name,
        subject=long,
        profile=Profile(name=name, district=word, remark=long),
        contacts=(Contact(name=word, function=name, phones=(Phone(number=long),), email=word),),
        ours=(Duty(what=long, due=TODAY, who=word, number=name),),
        cases=(Case(number=name, subject=word, concern=long, notes=notes),),
    )

    content = render(snapshot).content

    assert pdf_checks.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


@given(text=st.text(max_size=80))
def test_printable_text_printed_again_stays_the_same(text: str) -> None:
    once, _ = printable(text)

    assert printable(once) == (once, frozenset())


def test_letters_outside_the_font_become_boxes_and_are_named() -> None:
    glyphs = Glyphs()

    assert glyphs.line("Ä <🌲> \ud800") == "Ä &lt;□&gt; □"
    assert glyphs.replaced() == ("U+D800", "🌲")


def test_line_breaks_of_all_kinds_are_kept_in_running_text() -> None:
    assert Glyphs().markup("eins\r\nzwei\u2028drei") == "eins<br/>zwei<br/>drei"


def test_clipping_keeps_to_the_width_and_shows_that_it_cut() -> None:
    short = clipped("Koordinierungs- und Transferstelle", REGULAR, 10, 80)

    assert short.endswith("…")
    assert width(short, REGULAR, 10) <= 80


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ("02.01.2026", "11.852", "5,4 Mio. EUR", "09/2020")),
        ("en", ("2 Jan 2026", "11,852", "5.4 million EUR", "Sep 2020")),
    ],
)
def test_numbers_and_dates_follow_the_language(language: str, expected: tuple[str, ...]) -> None:
    loose = LooseDate(on=date(2020, 9, 1), precision=Precision.MONTH)
    written = (
        formats.day(date(2026, 1, 2), language),
        formats.number(11852, language),
        formats.money(Decimal(5_400_000), "EUR", language),
        formats.loose_day(loose, language),
    )

    assert tuple(text.replace("\u00a0", " ") for text in written) == expected


@pytest.mark.parametrize(
    ("amount", "german"),
    [
        ("1234567.89", "1.234.567,89 EUR"),
        ("17450000", "17,45 Mio. EUR"),
        ("1000000", "1 Mio. EUR"),
        ("20000000", "20 Mio. EUR"),
        ("12345", "12.345 EUR"),
        ("0.5", "0,50 EUR"),
    ],
)
def test_money_is_exact(amount: str, german: str) -> None:
    assert formats.money(Decimal(amount), "EUR", "de").replace("\u00a0", " ") == german


def test_times_are_told_in_the_zone_they_carry() -> None:
    assert formats.moment(TAKEN, "de").replace("\u00a0", " ") == "24.11.2026, 09:30 Uhr"
    assert formats.moment(TAKEN.replace(hour=7), "en").replace("\u00a0", " ") == "24 Nov 2026, 07:30"


def texts_of_papers() -> dict[str, Texts]:
    """Return the words by the module they stand in."""
    names = [found.name for found in pkgutil.iter_modules(words.__path__)]
    return {name: importlib.import_module(f"{words.__name__}.{name}").TEXTS for name in names}


def test_both_languages_fill_the_same_places() -> None:
    for key, pair in [pair for texts in texts_of_papers().values() for pair in texts.items()]:
        english, german = (sorted(_places(text)) for text in pair)
        assert english == german, key


def test_every_word_is_used() -> None:
    nodes = [
        node
        for place in (PRINTING, PRINTING.parent / "services")  # data may name the words that tell it
        for path in place.rglob("*.py")
        if path.parent.name != "words"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]
    used = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    made = [_pattern(n) for n in nodes if isinstance(n, ast.JoinedStr)]
    keys = {key for texts in texts_of_papers().values() for key in texts} - used
    keys = {key for key in keys if key.partition("_")[0] not in used}  # a family: its name and a code

    assert {key for key in keys if not any(re.fullmatch(pattern, key) for pattern in made)} == set()


def test_an_unknown_word_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Words("de")("no_such_word")


def test_nothing_outside_the_tagged_layer_uses_private_names_of_reportlab() -> None:
    for path in PRINTING.rglob("*.py"):
        if "tagged" in path.parts:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"):
                assert not [n.name for n in node.names if n.name.startswith("_")], path
            if (
                isinstance(node, ast.Attribute)
                and node.attr.startswith("_")
                and not node.attr.startswith("__")
            ):
                assert isinstance(node.value, ast.Name), (path, node.attr)
                assert node.value.id in {"self", "cls"}, (path, node.attr)


def test_papers_lay_out_with_our_building_blocks_only() -> None:
    allowed = {"reportlab.lib.styles", "reportlab.platypus"}
    for path in (PRINTING / "packs").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"):
                assert node.module in allowed
                assert {n.name for n in node.names} <= {"ParagraphStyle", "NextPageTemplate"}


def _places(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]


def _pattern(made: ast.JoinedStr) -> str:
    """Return what keys an f-string such as ``region_{place}`` can make, none where no word is fixed."""
    fixed = [str(part.value) if isinstance(part, ast.Constant) else "" for part in made.values]
    has_word = any(re.search("[a-z]{2}", text) for text in fixed)
    return "".join(re.escape(text) or r"\w+" for text in fixed) if has_word else ""
