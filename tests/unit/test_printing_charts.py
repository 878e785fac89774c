"""Charts: the finding in words, every number in the rows, pictures that read in grey."""

import io
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from kts_desktop.printing import charts, place_charts
from kts_desktop.printing.charts import Chart, Count, Parts
from kts_desktop.printing.flowables import Para
from kts_desktop.printing.look import Look
from kts_desktop.printing.map_picture import PositionMap
from kts_desktop.printing.patterns import SERIES, fill_box
from kts_desktop.printing.place_charts import Place
from kts_desktop.printing.theme import HEIGHT, LARGE, NORMAL, WIDTH
from kts_desktop.services.snapshot import LooseDate, Milestone, Phase, Position
from tests.helpers.pdf_checks import elements
from tests.helpers.snapshots import TAKEN, TODAY
from tests.unit.test_printing_layout import document, findings

THEMES = (
    Count(label="Mobilität", value=17, before=12),
    Count(label="Bildung & Kultur", value=1217, before=0),
    Count(label="Energie", value=0, before=3),
)
ZWOENITZ = Place(name="Zwönitz", position=Position(lat=50.63, lon=12.81), state="Sachsen", group="2019")
BOTTROP = Place(
    name="Bottrop", position=Position(lat=51.52, lon=6.93), state="Nordrhein-Westfalen", group="2020"
)
KIEL = Place(name="Kiel", position=Position(lat=54.32, lon=10.13), state="Schleswig-Holstein", group="2019")


def dress(language: str = "de", size: float = NORMAL) -> Look:
    return Look(language, TAKEN, size=size)


def shown(chart: Chart | None) -> Chart:
    assert chart is not None
    return chart


def crowd(count: int) -> list[Place]:
    """Return places so near to one another that their names cannot all stand on the map."""
    return [
        Place(
            name=f"Ort {i}",
            position=Position(lat=51.4 + 0.06 * (i % 9), lon=6.9 + 0.09 * (i // 9)),
            group=["2019", "2020", "2021"][i % 3],
        )
        for i in range(count)
    ]


@pytest.mark.parametrize(
    ("language", "finding"),
    [
        (
            "de",
            "Vorgänge: am meisten: Bildung & Kultur mit 1.217; am wenigsten: Energie mit 0; insgesamt 1.234.",
        ),
        ("en", "Vorgänge: most: Bildung & Kultur with 1,217; least: Energie with 0; 1,234 in all."),
    ],
)
def test_bars_tell_the_most_the_least_and_the_sum(language: str, finding: str) -> None:
    chart = shown(charts.bars(dress(language), "Vorgänge", THEMES, head=("Feld", "Vorgänge")))

    assert chart.finding == finding
    assert [row[0] for row in chart.rows] == ["Mobilität", "Bildung & Kultur", "Energie"]


def test_bars_compared_with_the_period_before_tell_both_sums() -> None:
    chart = shown(charts.bars(dress(), "Vorgänge", THEMES, head=("Feld", "IV/2026", "III/2026")))

    assert chart.finding.endswith("insgesamt 1.234, III/2026: 15.")
    assert chart.rows[0] == ("Mobilität", "17", "12")


def test_labels_that_share_the_highest_value_are_all_named_or_counted() -> None:
    alike = [Count(label=name, value=4) for name in "ABCDE"]

    finding = shown(charts.bars(dress(), "X", [*alike, Count(label="F", value=1)], head=("", ""))).finding

    assert "am meisten: A, B, C, 2 weitere mit je 4" in finding
    assert shown(charts.bars(dress(), "X", alike, head=("", ""))).finding.startswith(
        "X: überall gleich, je 4"
    )


def test_more_bars_than_a_page_holds_are_taken_together_but_stay_in_the_table() -> None:
    counts = [Count(label=f"Feld {i}", value=200 - i) for i in range(120)]

    chart = shown(charts.bars(dress(size=LARGE), "Vorgänge", counts, head=("Feld", "Vorgänge")))

    assert chart.picture.wrap(WIDTH, HEIGHT)[1] <= HEIGHT
    assert len(chart.rows) == 120


def test_a_course_tells_its_span_and_the_last_change() -> None:
    counts = [Count(label=f"{q}/2026", value=v) for q, v in (("I", 4), ("II", 9), ("III", 6))]

    finding = shown(charts.course(dress(), "Kontakte", counts, head=("Quartal", "Kontakte"))).finding

    assert finding.startswith("Kontakte, I/2026 bis III/2026: am meisten: II/2026 mit 9")
    assert "zuletzt III/2026: 6, 3 weniger als davor" in finding


def test_stacked_bars_tell_the_largest_group() -> None:
    parts = [Parts(label="Sachsen", values=(3, 1)), Parts(label="Bremen", values=(0, 2))]

    chart = shown(charts.stacked(dress(), "Projekte", ("2019", "2020"), parts, head="Land"))

    assert "größte Gruppe: 2019 mit 3 von 6" in chart.finding
    assert chart.head == ("Land", "2019", "2020", "Summe")
    assert chart.rows[0] == ("Sachsen", "3", "1", "4")


def test_nothing_counted_is_told_and_nothing_at_all_gives_no_chart() -> None:
    none = [Count(label="Mobilität", value=0)]

    assert shown(charts.bars(dress(), "Vorgänge", none, head=("", ""))).finding == "Vorgänge: keine Einträge."
    assert charts.bars(dress(), "Vorgänge", [], head=("", "")) is None
    assert charts.course(dress(), "Vorgänge", [], head=("", "")) is None
    assert charts.stacked(dress(), "Vorgänge", (), [], head="") is None


def test_a_time_line_tells_what_runs_what_is_over_and_what_comes_next() -> None:
    def around(first: int, last: int) -> tuple[LooseDate, LooseDate]:
        return LooseDate(on=TODAY + timedelta(days=first)), LooseDate(on=TODAY + timedelta(days=last))

    spans = {"Strategie": around(-900, -10), "Umsetzung": around(-30, 30), "Transfer": around(31, 90)}
    found = [Phase(label=name, begins=begins, ends=ends) for name, (begins, ends) in spans.items()]
    steps = [Milestone(on=LooseDate(on=date(2027, 1, 8)), label="Beschluss")]

    finding = shown(place_charts.phases(dress(), [*found, Phase(label="Offen")], steps, TODAY)).finding

    assert "läuft: Umsetzung (25.10.2026 – 24.12.2026)" in finding.replace("\u00a0", " ")
    assert "beendet: Strategie" in finding
    assert "noch vor uns: Transfer" in finding
    assert "ohne Termine: Offen (nicht bekannt)" in finding
    assert "nächster Meilenstein: Beschluss, 08.01.2027" in finding
    assert place_charts.phases(dress(), [Phase(label="Offen")], [], TODAY) is None


def test_a_map_tells_where_the_body_lies_and_how_far_its_partners_are() -> None:
    chart = shown(place_charts.positions(dress(), ZWOENITZ, [KIEL, BOTTROP], state_key="14"))

    assert "Zwönitz liegt im Osten des Landes" in chart.finding
    assert "am nächsten: Bottrop, 422 km entfernt; am weitesten: Kiel, 449 km entfernt" in chart.finding
    assert chart.head == ("Nr.", "Ort", "Land", "Staffel", "Entfernung")
    assert chart.rows[1] == ("2", "Bottrop", "Nordrhein-Westfalen", "2020", "422 km")


def test_a_map_without_a_body_tells_where_most_lie() -> None:
    finding = shown(place_charts.positions(dress(), None, [KIEL, BOTTROP, BOTTROP])).finding

    assert "die meisten in Nordrhein-Westfalen, 2 von 3" in finding
    assert "nach Gruppe: 2019 1, 2020 2" in finding


def test_places_off_the_map_are_left_out() -> None:
    abroad = Place(name="Santiago", position=Position(lat=-33.4, lon=-70.6))

    assert place_charts.positions(dress(), abroad, []) is None
    assert len(shown(place_charts.positions(dress(), abroad, [KIEL])).rows) == 1


def test_the_map_names_what_has_room_and_numbers_what_crowds() -> None:
    alone = _map_of(shown(place_charts.positions(dress(), ZWOENITZ, [KIEL, BOTTROP])))
    crowded = _map_of(shown(place_charts.positions(dress(), ZWOENITZ, [KIEL, *crowd(12)])))

    assert alone.numbered == ()
    assert 0 < len(crowded.numbered) < 13


def test_no_label_of_a_crowded_map_hides_another() -> None:
    picture = _map_of(shown(place_charts.positions(dress(), ZWOENITZ, crowd(60))))
    boxes = [picture._box(label) for label in picture._labels]

    assert len(boxes) == 61
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_credit_stands_on_the_map() -> None:
    content = document(shown(place_charts.positions(dress(), None, [KIEL])).picture)

    page = pypdfium2.PdfDocument(content)[0]
    text = page.get_textpage().get_text_range()
    assert "MapSVG / svg-maps (V. Cazanave), CC BY 4.0" in text
    assert "Orte: GeoNames, CC BY 4.0" in text


def test_series_differ_in_grey() -> None:
    target = io.BytesIO()
    canvas: Any = Canvas(target, pagesize=(100, 20 * len(SERIES)))
    for row, pattern in enumerate(SERIES):
        fill_box(canvas, pattern, (0, 20 * row, 100, 20))
    canvas.save()

    image = pypdfium2.PdfDocument(target.getvalue())[0].render(scale=3, grayscale=True).to_pil()
    strips = [image.crop((6, 60 * row + 6, 294, 60 * row + 54)) for row in range(len(SERIES))]
    shades = [[sum(strip.histogram()[i : i + 32]) for i in range(0, 256, 32)] for strip in strips]

    for one, other in combinations(shades, 2):
        assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) > sum(one) * 0.1


@settings(max_examples=5, deadline=None)
@given(
    # no hyphens of the writer's own: at a line end nothing tells them from ours
    labels=st.lists(st.text(st.characters(exclude_characters="-"), max_size=60), min_size=1, max_size=14),
    value=st.integers(0, 10**9),
    size=st.sampled_from([NORMAL, LARGE]),
)
def test_whatever_is_counted_the_charts_are_valid_and_stay_in_their_width(
    labels: list[str], value: int, size: float
) -> None:
    look = dress(size=size)
    counts = [Count(label=label, value=value * (i % 3), before=i) for i, label in enumerate(labels)]
    made = [
        charts.bars(look, labels[0], counts, head=("", "a", "b")),
        charts.course(look, labels[0], counts[:40], head=("", "")),
        charts.stacked(
            look,
            labels[0],
            labels[:6],
            [Parts(label=c.label, values=(c.value,) * len(labels[:6])) for c in counts[:20]],
            head="",
        ),
        place_charts.positions(
            look, ZWOENITZ, [Place(name=label, position=KIEL.position) for label in labels]
        ),
    ]
    pictures = [chart.picture for chart in made if chart is not None]

    content = document(*pictures, Para("Ende", look.styles.body))

    assert findings(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(elements(pdf, "Figure")) == len(pictures)


def _map_of(chart: Chart) -> PositionMap:
    picture = chart.picture.inner
    assert isinstance(picture, PositionMap)
    return picture
