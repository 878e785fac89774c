"""Reading papers back: the whole text as one line, its order, both standards."""

from collections.abc import Sequence

from kts_desktop.printing.paper import Paper
from tests.helpers import pdf_checks
from tests.helpers.pdf_checks import texts, words_of

# what people type and paste: markup, control characters, bidi, an emoji, a word without end, empty lines
HOSTILE = (
    "<b>fett</b> & <para> &amp; ]]>",
    "\x00\x07 Steuer\u200bzeichen\u202e\ufffe",
    "Straße 🌲 漢 Ω",
    "Donaudampfschifffahrtsgesellschaft" * 12,
    "\n\n \n",
    '"=HYPERLINK(1)" \t;,',
)


def whole(paper: Paper) -> str:
    """Return the text of a paper as one line."""
    return words_of(" ".join(texts(paper.content)))


def in_order(text: str, wanted: Sequence[str]) -> None:
    """Assert that the texts follow one another, each whole."""
    place = 0
    for part in wanted:
        found = text.find(words_of(part), place)
        assert found >= 0, f"{part!r} does not follow {text[max(0, place - 60) : place]!r}"
        place = found + len(words_of(part))


def assert_sound(paper: Paper) -> None:
    """Assert that a paper meets both standards and that nothing of it stays unread."""
    assert pdf_checks.problems(paper.content) == []
    assert pdf_checks.violations(paper.content, "ua1") == []
    assert pdf_checks.violations(paper.content, "2a") == []
