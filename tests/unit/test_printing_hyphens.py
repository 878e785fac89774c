"""Words are cut where the dictionaries say, as ``pyphen`` itself would."""

import subprocess
import sys
from pathlib import Path

import pyphen
import pytest

from kts_desktop.printing import hyphens
from tests.helpers import hostile

ROOT = Path(__file__).parents[2]
WORDS = (
    "Verwaltungsdigitalisierung",
    "Straßenverkehrsbehörde",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Überwachung",
    "UMLAUT",
    "EUROPÄISCHE",
    "Urinstinkt",
    "ökologisch",
    "Baden-Württemberg",
    "z.B.",
    "ab",
    "a",
    "İstanbul",
    "interoperability",
    "municipalities",
    "anthropologically",
    "Ministerpräsidentinnen",
    *" ".join(hostile.NAMES).split(),
)


@pytest.mark.parametrize(("dictionary", "cut"), [("de_DE", hyphens.german), ("en_GB", hyphens.english)])
def test_words_are_cut_as_by_pyphen(dictionary: str, cut: hyphens.Cut) -> None:
    rival = pyphen.Pyphen(lang=dictionary)

    assert [list(cut(word)) for word in WORDS] == [list(rival.iterate(word)) for word in WORDS]


def test_the_longest_first_part_comes_first() -> None:
    assert list(hyphens.german("Kommune")) == [("Kommu", "ne"), ("Kom", "mune")]
    assert hyphens.places("Kommune") == [3, 5]


def test_every_pattern_has_the_weights_it_has_in_pyphen() -> None:
    theirs = pyphen.Pyphen(lang="en_GB").hd.patterns
    mine, longest = hyphens.patterns("en_GB")

    latin = {letters: row for letters, row in theirs.items() if max(letters) < "\u0100"}
    assert {letters.decode("latin-1"): row for letters, row in mine.items()} == latin
    assert longest == max(map(len, latin))


def test_a_pack_is_laid_out_without_the_database_and_the_network() -> None:
    loaded = "import sys, kts_desktop.printing.papers.briefing; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert not {"sqlalchemy", "PySide6", "urllib.request", "ssl"} & set(done.stdout.split())
