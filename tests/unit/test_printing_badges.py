"""Name badges on paper: every name whole, on its label, in its order, and a code that can be read."""

from dataclasses import replace
from functools import cache
from itertools import combinations, product
from typing import Any

import pypdfium2
import pytest

from kts_desktop.printing import qr
from kts_desktop.printing.papers.badges import render
from kts_desktop.printing.sheets import PAGE, SHEETS
from kts_desktop.services.attendees import code_of
from kts_desktop.services.badges_paper import Badge, BadgesData
from kts_desktop.services.sheet_options import BadgeSheet, LabelSheet, SheetName, SheetUse
from tests.helpers import pdf_checks, pdf_tiles
from tests.helpers.hostile import LONGEST, NAMES
from tests.helpers.paper_heads import STARTS, TAKEN, a_head
from tests.helpers.pdf_checks import texts, words_of

CODE = code_of(b"0123456789abcdef", None)
MODULES = 21
MARKS_BELOW = 0.7  # mm by which a cedilla may reach into the next line
ALL_BADGES = [sheet.value for sheet in BadgeSheet]


def a_badge(**values: Any) -> Badge:
    """Return the badge of Anna Lichtmoos, with the values given in place of hers."""
    own: dict[str, Any] = {
        "registration_id": 1,
        "degree": "",
        "given_name": "Anna",
        "family_name": "Lichtmoos",
        "body": "Stadt Zwönitz",
        "role": "participant",
        "role_label": "Teilnahme",
        "no_photo": False,
        "code": "",
    }
    return Badge(**{**own, **values})


def data(*badges: Badge, sheet: str = "90x54", **values: Any) -> BadgesData:
    """Return what a run of badges is made from."""
    own: dict[str, Any] = {
        "head": a_head(),
        "event": "Regionalkonferenz Nr. 24",
        "held_on": STARTS,
        "badges": badges,
        "again": 0,
        "printed_last": None,
        "left_out": 0,
        "use": SheetUse(sheet=sheet),
    }
    return BadgesData(**{**own, **values})


@cache
def hostile(sheet: str) -> bytes:
    """Return badges of names that are hard to set."""
    names = [
        a_badge(given_name=name, family_name=name, body=name, degree="Prof. Dr.", no_photo=True, code=CODE)
        for name in NAMES
    ]
    names += [a_badge(family_name=name, code=CODE, body="X") for name in NAMES]
    return render(data(*names, a_badge(role="unknown", role_label=""), sheet=sheet)).content


@pytest.mark.parametrize("sheet", ALL_BADGES)
def test_badges_of_hard_names_meet_both_standards_and_leave_nothing_unread(sheet: str) -> None:
    content = hostile(sheet)

    assert pdf_tiles.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


@pytest.mark.parametrize("sheet", ALL_BADGES)
def test_no_text_leaves_its_label(sheet: str) -> None:
    kind = SHEETS[sheet]
    spots = [kind.spot(place) for place in range(kind.count)]

    for page in pdf_tiles.places(hostile(sheet)):
        for text, left, top, right, bottom in page:
            on = [
                (x, y)
                for x, y in spots
                if x <= left and right <= x + kind.width and y <= top and bottom <= y + kind.height
            ]
            assert len(on) == 1, f"{text!r} at {left:.1f}–{right:.1f}, {top:.1f}–{bottom:.1f} mm"


@pytest.mark.parametrize("sheet", ALL_BADGES)
def test_neither_texts_nor_code_overlap(sheet: str) -> None:
    kind = SHEETS[sheet]
    size = 17 * MODULES / (MODULES + 2 * qr.QUIET)
    codes = []
    for place in range(kind.count):
        x, y = kind.spot(place)
        right, bottom = x + kind.width - kind.air, y + kind.height - kind.air
        codes.append(("code", right - size, bottom - size, right, bottom))

    for page in pdf_tiles.places(hostile(sheet)):
        pairs = [*combinations(page, 2), *product(page, codes)]
        over = [(one[0], other[0]) for one, other in pairs if _overlap(one, other) > MARKS_BELOW]
        assert over == []


def _overlap(one: pdf_tiles.Piece, other: pdf_tiles.Piece) -> float:
    """Return by how many millimetres two boxes overlap in both directions."""
    wide = min(one[3], other[3]) - max(one[1], other[1])
    high = min(one[4], other[4]) - max(one[2], other[2])
    return min(wide, high)


@pytest.mark.parametrize("sheet", ["80x50", "90x54", "a7"])
def test_a_surname_of_sixty_letters_is_there_whole_and_large_enough(sheet: str) -> None:
    badge = a_badge(family_name=LONGEST, code=CODE, no_photo=True, body="Verbandsgemeinde Nordpfälzer Land")

    content = render(data(badge, sheet=sheet)).content

    assert LONGEST in "".join(texts(content)[0].split())


def test_a_name_of_three_hundred_letters_ends_with_an_ellipsis() -> None:
    content = render(data(a_badge(family_name=LONGEST * 5, code=CODE), sheet="80x50")).content

    assert "…" in texts(content)[0]
    assert "Stadt Zwönitz" in texts(content)[0]


def test_a_badge_tells_name_body_role_and_that_no_photo_may_be_taken_in_this_order() -> None:
    text = words_of(texts(render(data(a_badge(degree="Dr.", no_photo=True))).content)[0])

    assert "Dr. Anna Lichtmoos Stadt Zwönitz T Teilnahme KEIN FOTO" in text


@pytest.mark.parametrize(("language", "letter"), [("de", "V Impuls"), ("en", "S Impuls")])
def test_the_role_has_its_letter_in_the_language_of_the_paper(language: str, letter: str) -> None:
    badge = a_badge(role="speaker", role_label="Impuls")

    assert letter in words_of(texts(render(data(badge, head=a_head(language))).content)[0])


def test_the_first_badge_stands_where_the_used_sheet_goes_on() -> None:
    use = SheetUse(sheet="90x54", start=4, shift_x=7, shift_y=-5)

    (page,) = pdf_tiles.places(render(data(a_badge(), use=use)).content)
    name = next(box for box in page if "Anna" in box[0])

    left, top = SHEETS["90x54"].spot(3)
    assert left + 0.7 + 15 - 0.2 < name[1] < left + 0.7 + 15 + 1
    assert top - 0.5 < name[2] < top - 0.5 + 15


def test_a_shift_moves_everything_by_tenths_of_a_millimetre() -> None:
    (before,) = pdf_tiles.places(render(data(a_badge())).content)
    use = SheetUse(sheet="90x54", shift_x=12, shift_y=-8)
    (after,) = pdf_tiles.places(render(data(a_badge(), use=use)).content)

    for old, new in zip(before, after, strict=True):
        assert new[1] - old[1] == pytest.approx(1.2, abs=0.02)
        assert new[2] - old[2] == pytest.approx(-0.8, abs=0.02)


def test_a_sheet_too_many_is_begun_only_for_what_does_not_fit() -> None:
    badges = [a_badge(family_name=f"Nummer{number}") for number in range(11)]

    assert render(data(*badges[:10])).pages == 1
    assert render(data(*badges)).pages == 2
    assert render(data(*badges[:10], use=SheetUse(sheet="90x54", start=2))).pages == 2


def test_a_start_beyond_the_sheet_is_its_last_label() -> None:
    assert render(data(a_badge(), use=SheetUse(sheet="a6", start=24))).pages == 1


def test_the_code_on_paper_is_the_code_of_the_badge() -> None:
    scale = 8
    page = pypdfium2.PdfDocument(render(data(a_badge(code=CODE), sheet="80x50")).content)[0]
    picture = page.render(scale=scale, grayscale=True).to_pil()
    per_mm = scale * 72 / 25.4
    sheet, module = SHEETS["80x50"], 17 / (MODULES + 2 * qr.QUIET)
    x = sheet.left + sheet.width - sheet.air - MODULES * module
    y = sheet.top + sheet.height - sheet.air - MODULES * module

    seen = tuple(
        tuple(
            int(
                picture.getpixel(
                    (round((x + (c + 0.5) * module) * per_mm), round((y + (r + 0.5) * module) * per_mm))
                )
                < 128
            )
            for c in range(MODULES)
        )
        for r in range(MODULES)
    )

    assert seen == qr.matrix(CODE)


def test_a_code_is_the_same_on_every_laptop_and_tells_nothing() -> None:
    assert code_of(b"0123456789abcdef", None) == CODE
    assert len(CODE) == 20
    assert CODE.isalnum()
    assert code_of(b"0123456789abcdef", b"issued anew") != CODE
    assert code_of(b"another uid 4567", None) != CODE


def test_nobody_to_print_is_told_in_a_sentence() -> None:
    paper = render(data())

    assert "hat niemand einen Platz" in words_of(texts(paper.content)[0])
    assert pdf_checks.violations(paper.content, "ua1") == []
    assert pdf_checks.violations(paper.content, "2a") == []


def test_what_was_printed_before_is_remarked() -> None:
    paper = render(data(a_badge(), again=3, printed_last=TAKEN, left_out=90))

    assert paper.remarks == (
        "3 dieser Namensschilder wurden schon gedruckt, zuletzt am 24.11.2026, 09:30\u00a0Uhr.",
        "90 schon gedruckte wurden ausgelassen.",
    )
    assert (
        "One of these" in render(data(a_badge(), again=1, printed_last=TAKEN, head=a_head("en"))).remarks[0]
    )


def test_what_the_font_lacks_is_a_box_and_reported() -> None:
    paper = render(data(a_badge(given_name="Kim 🌲", family_name="漢")))

    assert paper.replaced == ("漢", "🌲")
    assert "Kim □ □" in words_of(texts(paper.content)[0])


def test_five_hundred_badges_with_codes_stay_below_eight_tenths_of_a_megabyte() -> None:
    badges = [
        a_badge(
            given_name=f"Anna{n % 17}",
            family_name=f"Lichtmoos{n}",
            body=f"Gemeinde {n}",
            code=code_of(bytes([n // 256, n % 256]), None),
        )
        for n in range(500)
    ]

    paper = render(data(*badges))

    assert paper.pages == 50
    assert len(paper.content) < 800_000


def test_the_same_badges_give_the_same_bytes() -> None:
    badges = data(a_badge(code=CODE), a_badge(given_name="Bo"))

    assert render(badges).content == render(badges).content
    assert render(replace(badges, event="Andere")).content != render(badges).content


def test_every_sheet_that_can_be_chosen_is_known_and_fits_its_page() -> None:
    names = {*ALL_BADGES, *(sheet.value for sheet in LabelSheet)}

    assert names == set(SHEETS) == {sheet.value for sheet in SheetName}
    for name, sheet in SHEETS.items():
        x, y = sheet.spot(sheet.count - 1)
        assert x + sheet.width <= PAGE[0] + 0.01, name
        assert y + sheet.height <= PAGE[1] + 0.01, name
        assert sheet.pitch_x >= sheet.width, name
        assert sheet.pitch_y >= sheet.height, name
        assert x + sheet.width + sheet.left == pytest.approx(PAGE[0], abs=0.02), name
        assert y + sheet.height + sheet.top == pytest.approx(PAGE[1], abs=0.02), name


@pytest.mark.parametrize("field", ["degree", "given_name", "family_name", "body", "role_label"])
def test_a_field_without_end_ends_on_its_label(field: str) -> None:
    content = render(data(a_badge(**{field: "W" * 300}))).content
    assert pdf_checks.violations(content, "ua1") == []
