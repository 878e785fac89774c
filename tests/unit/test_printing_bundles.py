"""Many papers in one file: one document with contents, bookmarks and page numbers over all of it."""

import io
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from kts_desktop.printing.bundles import Front, Portion
from kts_desktop.printing.flowables import Flowable
from kts_desktop.printing.paper import Bundle, ShareError
from kts_desktop.printing.papers import briefing, letter
from kts_desktop.services.briefing_options import BriefingOptions, Redaction
from kts_desktop.services.redaction import redacted
from kts_desktop.services.snapshot import Contact, Profile, Snapshot
from tests.helpers import pdf_checks
from tests.helpers.letters import a_letter
from tests.helpers.pdf_tree import Reader
from tests.helpers.snapshots import rich, sparse

SHORT = BriefingOptions(parts="cover contents glance persons tasks cases", note_pages=0)
LONG = "Ein Satz, der sich wiederholt. " * 120


def packs(language: str = "de", **options: Any) -> list[Snapshot]:
    """Return the snapshots of three bodies."""
    chosen = replace(SHORT, language=language, **options)
    first = rich(language=language, options=chosen)
    others = [
        sparse(language=language, options=chosen, profile=Profile(name=name), number=f"KTS-{name}")
        for name in ("Budyšin", "Krefeld")
    ]
    return [redacted(one) for one in (first, *others)]


def opened(bundle: Bundle) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(bundle.paper.content))


def sound(bundle: Bundle) -> list[str]:
    """Return what the checks of every paper find."""
    content = bundle.paper.content
    found = pdf_checks.problems(content, margin=20)
    return [*found, *(line for profile in ("ua1", "2a") for line in pdf_checks.violations(content, profile))]


@pytest.mark.parametrize(
    ("language", "options"),
    [
        ("de", {}),
        ("en", {"redaction": Redaction.EXTERNAL, "duplex": True}),
        ("de", {"redaction": Redaction.ANONYMOUS, "second": "en", "large": True, "grey": True}),
        ("en", {"parts": "glance persons"}),
    ],
)
def test_packs_in_one_file_pass_every_check_and_are_the_same_bytes_again(
    language: str, options: dict[str, Any]
) -> None:
    bundle = briefing.render_many(packs(language, **options))
    assert sound(bundle) == []
    assert briefing.render_many(packs(language, **options)).paper.content == bundle.paper.content


def test_contents_and_bookmarks_lead_to_every_body_and_then_into_its_pack() -> None:
    bundle = briefing.render_many(packs())
    with opened(bundle) as pdf:
        reader = Reader(pdf)
        tables = [
            [reader.text(line) for line in toc.every() if line.tag == "TOCI"] for toc in reader.all_of("TOC")
        ]
        with pdf.open_outline() as outline:
            (root,) = outline.root
            bodies = [item.title for item in root.children]
            inner = [item.title for item in root.children[1].children]
        sections = [re.sub(r"\D.*", "", line) for line in tables[2]]
    pages = [1 + 1 + sum(share.pages for share in bundle.shares[:place]) for place in range(3)]
    assert bodies == ["Zwönitz", "Budyšin", "Krefeld"]
    assert tables[0] == [f"{name} {page}" for name, page in zip(bodies, pages, strict=True)]
    assert sections == [str(number) for number, _ in enumerate(inner, start=1)]


def test_headings_of_a_pack_lie_below_its_body_and_its_body_below_the_file() -> None:
    with opened(briefing.render_many(packs())) as pdf:
        reader = Reader(pdf)
        chapters = [
            [b.tag for b in one.every() if re.fullmatch("H[1-6]", b.tag)] for one in reader.all_of("Sect")
        ]
        titles = [reader.text(one) for one in reader.all_of("H1")]
    assert titles == ["Briefing-Mappen: 3 Kommunen"]
    assert [tags[0] for tags in chapters] == ["H2"] * 3
    assert {tag for tags in chapters for tag in tags[1:]} == {"H3", "H4"}


def test_every_page_tells_its_number_in_the_file_and_in_its_pack() -> None:
    bundle = briefing.render_many(packs(duplex=True))
    told = [
        re.findall(r"Mappe (\d+)/(\d+) · Seite (\d+) von (\d+)", text)
        for text in pdf_checks.texts(bundle.paper.content)
    ]
    whole = bundle.paper.pages
    front = whole - sum(share.pages for share in bundle.shares)
    expected = [(leaf, share.pages) for share in bundle.shares for leaf in range(1, share.pages + 1)]
    assert told[:front] == [[]] * front
    assert told[front:] == [
        [(str(leaf), str(leaves), str(page), str(whole))]
        for page, (leaf, leaves) in enumerate(expected, start=front + 1)
    ]


def test_for_both_sides_every_pack_begins_on_a_right_hand_page() -> None:
    texts = pdf_checks.texts(briefing.render_many(packs(duplex=True)).paper.content)
    begins = [number for number, text in enumerate(texts, start=1) if "Mappe 1/" in text]
    assert [number % 2 for number in begins] == [1, 1, 1]


def test_nothing_redacted_is_anywhere_in_the_file_of_an_outside_reader() -> None:
    secret = Contact(name="Wilhelmine Quastenberg", email="quastenberg@stadt.example", primary=True)
    chosen = replace(SHORT, redaction=Redaction.ANONYMOUS)
    data = [replace(rich(options=chosen), contacts=(secret,)), sparse(options=chosen)]
    content = briefing.render_many([redacted(one) for one in data]).paper.content
    raw = content + b"".join(_unpacked(content))
    for word in ("Quastenberg", "quastenberg@stadt"):
        for encoding in ("utf-8", "utf-16-be", "latin-1"):
            assert word.encode(encoding) not in raw
    said = pdf_checks.read_aloud(content)
    assert "Quastenberg" not in said
    assert "Ein Pseudonym steht innerhalb einer Mappe" in said


def test_a_pack_that_breaks_while_it_is_laid_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(monkeypatch, briefing, "Budyšin", _Broken())
    with pytest.raises(ShareError) as caught:
        briefing.render_many(packs())
    assert caught.value.place == 1
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_pack_that_breaks_while_it_is_drawn_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(monkeypatch, briefing, "Budyšin", _Broken(at_drawing=True))
    with pytest.raises(ShareError) as caught:
        briefing.render_many(packs())
    assert caught.value.place == 1


def test_what_the_listener_raises_is_no_fault_of_a_pack() -> None:
    def stop(_done: int, _total: int, _words: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        briefing.render_many(packs(), progress=stop)


def test_a_character_that_is_lacking_is_told_of_the_pack_it_stands_in() -> None:
    odd, *others = packs()
    first = replace(others[0], profile=replace(others[0].profile, designation="Kurort 🌲"))
    bundle = briefing.render_many([odd, first, others[1]])
    assert [share.replaced for share in bundle.shares] == [(), ("🌲",), ()]
    assert bundle.paper.replaced == ("🌲",)


def test_a_text_too_long_for_its_table_is_told_of_the_pack_it_stands_in() -> None:
    plain, *others = packs()
    long = replace(plain, follow_ups=(replace(plain.follow_ups[0], what=LONG * 2),))
    bundle = briefing.render_many([others[0], long])
    assert [bool(share.remarks) for share in bundle.shares] == [False, True]
    assert "gekürzt" in bundle.shares[1].remarks[0]
    assert briefing.render(long).remarks == bundle.shares[1].remarks


@pytest.mark.parametrize("language", ["de", "en"])
def test_letters_in_one_file_keep_their_own_page_numbers(language: str) -> None:
    letters = [a_letter(language), a_letter(language, paragraphs=(LONG,) * 3), a_letter(language)]
    bundle = letter.render_many(letters)
    findings = [line for line in sound(bundle) if " says [" not in line]  # each letter counts for itself
    told = [
        re.findall(r"(?:Seite|Page) (\d+) (?:von|of) (\d+)", text)
        for text in pdf_checks.texts(bundle.paper.content)
    ]
    lengths = [share.pages for share in bundle.shares]
    assert findings == []
    assert lengths[0] == lengths[2] == 1 < lengths[1]
    assert told == [[(str(n), str(length))] for length in lengths for n in range(1, length + 1)]


def test_for_both_sides_every_letter_begins_on_a_sheet_of_its_own_behind_an_empty_page() -> None:
    bundle = letter.render_many([a_letter(duplex=True), a_letter(recipient="Jonas Berg")])
    texts = pdf_checks.texts(bundle.paper.content)
    assert [bool(text.strip()) for text in texts] == [True, False, True]
    assert [line for line in sound(bundle) if " says [" not in line] == []


def test_a_letter_among_many_is_laid_out_as_alone() -> None:
    alone = pdf_checks.texts(letter.render(a_letter()).content)
    among = pdf_checks.texts(letter.render_many([a_letter(), a_letter()]).paper.content)
    assert among == alone * 2


class _Broken(Flowable):
    """A flowable that cannot be laid out, or not be drawn."""

    def __init__(self, *, at_drawing: bool = False) -> None:
        super().__init__()
        self._at_drawing = at_drawing

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return (1, 1) if self._at_drawing else (1 / 0, 0)

    def draw(self) -> None:
        raise ZeroDivisionError


def spoil(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, broken: Flowable) -> None:
    """Let a broken flowable stand in the pack of one body."""
    bundled: Callable[..., Bundle] = module.bundled

    def with_broken(front: Front, portions: Sequence[Portion], **options: Any) -> Bundle:
        names = [one.profile.name for one in packs()]
        place = names.index(name)
        bad = replace(portions[place], story=[*portions[place].story, broken])
        return bundled(front, [*portions[:place], bad, *portions[place + 1 :]], **options)

    monkeypatch.setattr(module, "bundled", with_broken)


def _unpacked(content: bytes) -> list[bytes]:
    """Return every stream of a file as it is read."""
    found = []
    for part in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            found.append(zlib.decompress(part))
        except zlib.error:
            continue
    return found
