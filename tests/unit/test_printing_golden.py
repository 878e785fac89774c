"""The text of each page of a pack against stored pages, which were looked at before they were stored.

After a wanted change run the test with ``KTS_WRITE_GOLDEN=1``, look at the difference, and commit it.
"""

import os
from pathlib import Path

import pytest

from kts_desktop.printing.papers.briefing import render
from tests.helpers.pdf_checks import texts
from tests.helpers.snapshots import rich, sparse

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["rich", "sparse"])
def test_the_pages_are_as_stored(name: str, language: str) -> None:
    snapshot = (rich if name == "rich" else sparse)(language=language)
    pages = [page.replace("\r\n", "\n").strip() for page in texts(render(snapshot).content)]
    lines = [line.rstrip() for page in pages for line in (*page.split("\n"), "-" * 72)]
    text = "\n".join(lines) + "\n"
    path = GOLDEN / f"briefing_{name}_{language}.txt"
    if os.environ.get("KTS_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")
