"""Every failure of storage has its sentence in both languages."""

import pytest

from kts_desktop.core.errors import ProfileError, RefusedError
from kts_desktop.core.sentences import storage as sentences
from kts_desktop.core.sentences.failures import sentence
from tests.helpers.day import NOW

EXAMPLES = {
    "checked": NOW,
    "count": 2,
    "days": 8,
    "expected": 40,
    "field": "Text",
    "file": "daily-1.ktsbackup",
    "folder": "/home/a",
    "found": 35,
    "free": 120,
    "group": 3,
    "host": "laptop-3",
    "label": "Notiz",
    "minimum": 8,
    "name": "Bescheid.pdf",
    "page": 4711,
    "place": "/media/usb",
    "sampled": 500,
    "table": "note",
    "time": "8:12",
    "version": "2.0",
    "what": "note_ji",
    "when": "gestern",
    "who": "Mira",
}


@pytest.mark.parametrize("code", sorted(sentences.SENTENCES))
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sentence_can_be_said(code: str, language: str) -> None:
    said = sentence(ProfileError(code, **EXAMPLES), language)
    assert said.endswith((".", "?"))
    assert "!" not in said
    assert "{" not in said


def test_no_sentence_says_the_same_as_another() -> None:
    for place in (0, 1):
        texts = [texts[place] for texts in sentences.SENTENCES.values()]
        assert len(set(texts)) == len(texts)


def test_the_two_languages_tell_the_same_details() -> None:
    for english, german in sentences.SENTENCES.values():
        names = [
            {part.partition(":")[0] for part in text.replace("}", "{").split("{")[1::2]}
            for text in (english, german)
        ]
        assert names[0] == names[1]


def test_a_failure_of_ours_is_passed_on_as_it_is() -> None:
    assert sentence(RefusedError("in_bin"), "de").startswith("Der Eintrag liegt im Papierkorb.")
