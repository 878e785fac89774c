"""The structure a reader follows: nested lists, notes, captions, languages, links, long tables."""

import ast
import io
import re
from pathlib import Path

import pikepdf
import pytest
import reportlab
from reportlab.lib.styles import ParagraphStyle

import kts_desktop
from kts_desktop.printing.flowables import (
    Flowable,
    PageBreak,
    Para,
    Toc,
    bullets,
    captioned,
    chunked_table,
    foreign,
    gap,
    heading,
    mm,
    note_mark,
    notes,
    pictured,
)
from kts_desktop.printing.tagged import cures
from kts_desktop.printing.tagged.table import DataTable
from kts_desktop.printing.theme import styles
from tests.helpers.pdf_checks import elements, shape, texts, words_of
from tests.helpers.pdf_tree import inner
from tests.unit.test_printing_layout import LONG, document, findings

PACKAGE = Path(kts_desktop.__file__).parent
ADDRESS = "https://www.example.org/leitfaden"


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def cells(text: str) -> Para:
    return Para(text, styles().cell)


def test_a_list_in_a_list_belongs_to_its_item() -> None:
    content = document(*bullets(["eins", ("zwei", ["zwei a", ("zwei b", ["tief"])]), "drei"], styles().item))

    with opened(content) as pdf:
        shapes = [shape(e) for e in elements(pdf, "L") if e.P.S == "/Document"]
    inner = "L(LI(Lbl LBody))"
    assert shapes == [
        f"L(LI(Lbl LBody) LI(Lbl LBody(L(LI(Lbl LBody) LI(Lbl LBody({inner}))))) LI(Lbl LBody))"
    ]
    assert words_of(texts(content)[0]).endswith("• eins • zwei • zwei a • zwei b • tief • drei")
    assert findings(content) == []


def test_a_note_has_its_number_its_name_and_is_reached_by_a_link() -> None:
    mark = note_mark(1, "quelle", "Anmerkung 1")
    content = document(
        Para(f"Zahlen{mark} des Jahres.", styles().body), *notes([("quelle", "Statistik.")], styles().item)
    )

    with opened(content) as pdf:
        (note,) = elements(pdf, "Note")
        names = pdf.Root.StructTreeRoot.IDTree.Kids[0].Names
        assert shape(note) == "Note(Lbl P)"
        assert str(note.ID) == "note-quelle"
        assert str(names[0]) == "note-quelle"
        assert names[1].objgen == note.objgen
        assert next(shape(e) for e in elements(pdf, "P")) == "P(Reference(Link))"
        assert str(pdf.pages[0].Annots[0].Contents) == "Anmerkung 1"
    assert findings(content) == []


def test_a_table_caption_is_the_first_in_its_table() -> None:
    table = chunked_table([cells("Nr.")], [[cells("1")]], colWidths=[80])

    with opened(document(*captioned(table, "Zusagen", styles().caption))) as pdf:
        assert [shape(e) for e in elements(pdf, "Table")] == [
            "Table(Caption THead(TR(TH(P))) TBody(TR(TD(P))))"
        ]


def test_a_figure_and_its_caption_stand_in_one_group() -> None:
    content = document(*pictured(gap(20), "Nichts zu sehen", "Bild 1", styles().caption))

    with opened(content) as pdf:
        assert [shape(e) for e in elements(pdf, "Div")] == ["Div(Figure Caption)"]
    assert findings(content) == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("Der {} gilt.", "P(Span)"),
        ("{}", "P(Span)"),
        (f'Siehe <a href="{ADDRESS}">{{}}</a> dort.', "P(Link(Span))"),
        (f'<a href="{ADDRESS}">{{}}</a>', "P(Link(Span))"),
        (f'<a href="{ADDRESS}">Leitfaden {{}}</a>', "P(Link(Span))"),
        (f'<a href="{ADDRESS}">{{}} Leitfaden</a>', "P(Link(Span))"),
    ],
)
def test_words_of_another_language_carry_it(markup: str, expected: str) -> None:
    content = document(Para(markup.format(foreign("digital <b>twin</b>", "en")), styles().body))

    with opened(content) as pdf:
        assert [shape(e) for e in elements(pdf, "P")] == [expected]
        assert [str(e.Lang) for e in elements(pdf, "Span")] == ["en"]
        assert len(pdf.pages[0].get("/Annots", [])) == (1 if "Link" in expected else 0)
    assert findings(content) == []


def test_words_of_another_language_may_go_on_over_the_page() -> None:
    content = document(Para(f"Zitat: {foreign(LONG, 'en')} Ende.", styles().body), height=90 * mm)

    with opened(content) as pdf:
        assert len(pdf.pages) > 1
        assert [shape(e) for e in elements(pdf, "P")] == ["P(Span)"]
    assert findings(content) == []


@pytest.mark.parametrize("target", [ADDRESS, "mailto:rathaus@stadt-zwoenitz.example"])
def test_a_link_over_a_page_end_is_one_link_that_says_where_it_leads(target: str) -> None:
    words = "die Arbeitshilfe zu Datenplattformen " * 60
    content = document(Para(f'Siehe <a href="{target}">{words}</a> dort.', styles().body), height=60 * mm)

    with opened(content) as pdf:
        assert len(pdf.pages) > 1
        (link,) = elements(pdf, "Link")
        annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
        objects = [k for k in link.K if isinstance(k, pikepdf.Dictionary) and k.get("/Type") == "/OBJR"]
        assert len(objects) == len(annotations) > len(pdf.pages)
        assert {str(note.Contents) for note in annotations} == {target.removeprefix("mailto:")}
    assert findings(content) == []


def test_links_side_by_side_lead_each_to_its_own_place() -> None:
    markup = " ".join(f'<a href="{ADDRESS}/{i}">Teil {i}</a>' for i in range(30))

    with opened(document(Para(markup, styles().body))) as pdf:
        for link in elements(pdf, "Link"):
            (mark,) = [k for k in link.K if isinstance(k, pikepdf.Dictionary)]
            assert str(mark.Obj.A.URI).startswith(ADDRESS)
        assert len(elements(pdf, "Link")) == 30


def test_the_contents_of_a_hundred_pages_lead_to_the_right_ones() -> None:
    toc = Toc(styles().toc, "{title}, Seite {page}")
    story: list[Flowable] = [toc]
    for i in range(130):
        story += [PageBreak(), heading(f"Abschnitt {i}", styles().h2, 2), Para("Text", styles().body)]

    content = document(*story)

    pages = texts(content)
    assert len(pages) > 130
    front = words_of(" ".join(pages[: len(pages) - 130]))
    for i in range(130):
        number = next(
            n
            for n, page in enumerate(pages, 1)
            if n > len(pages) - 130 and re.search(rf"Abschnitt {i}\b", page)
        )
        assert f"Abschnitt {i} {number}" in front
    with opened(content) as pdf:
        spoken = [str(n.Contents) for page in pdf.pages for n in page.get("/Annots", [])]
    assert spoken[-1] == f"Abschnitt 129, Seite {len(pages)}"


def test_four_thousand_rows_with_heads_on_both_sides_are_one_table() -> None:
    rows = [[f"Zeile {i}", str(i), str(2 * i)] for i in range(4000)]
    over = [["", "Kontakte", ""]]
    table = chunked_table(
        ["Stelle", "2025", "2026"],
        rows,
        over=over,
        colWidths=[80, 60, 60],
        head_cols=1,
        style=[*styles().table, ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 0))],
    )

    content = document(*table)

    with opened(content) as pdf:
        (found,) = elements(pdf, "Table")
        head, body = found.K
        assert shape(head) == "THead(TR(TH TH) TR(TH TH TH))"
        assert len(body.K) == 4000
        assert int(head.K[0].K[1].A.ColSpan) == 2
        for row in (body.K[0], body.K[1999], body.K[3999]):
            assert [str(cell.S) for cell in row.K] == ["/TH", "/TD", "/TD"]
            assert str(row.K[0].A.Scope) == "/Row"
    text = words_of(" ".join(texts(content)))
    assert "Zeile 3999 3999 7998" in text


def test_a_cell_higher_than_a_page_goes_on_in_the_same_cell() -> None:
    long = "Wort und " * 2500
    rows = [[cells("vorher"), cells("kurz")], [cells("Kopf"), cells(long)], [cells("nachher"), cells("kurz")]]

    content = document(
        DataTable(
            [[cells("Nr."), cells("Text")], *rows],
            head_rows=1,
            head_cols=1,
            colWidths=[80, 200],
            style=list(styles().table),
        )
    )

    with opened(content) as pdf:
        assert len(pdf.pages) > 2
        assert len(elements(pdf, "TR")) == 4
        assert len(elements(pdf, "TD")) == 3
    assert words_of(" ".join(texts(content))).count("Wort und") == 2500
    assert findings(content) == []


def test_the_heads_of_a_long_table_stand_once_on_each_page() -> None:
    rows = [[cells(f"Zeile {i}")] for i in range(500)]

    pages = texts(document(*chunked_table([cells("Kopf")], rows, colWidths=[200], size=7)))

    assert [page.count("Kopf") for page in pages] == [1] * len(pages)


def test_a_command_of_style_finds_its_row_on_a_later_page() -> None:
    rows = [["links", "rechts"] for _ in range(300)]
    style = [("SPAN", (0, 250), (1, 250))]

    with opened(document(*chunked_table(["a", "b"], rows, colWidths=[80, 80], style=style))) as pdf:
        spanning = [i for i, row in enumerate(elements(pdf, "TR")) if len(inner(row)) == 1]
    assert spanning == [250]


def test_a_row_that_fits_a_page_is_not_torn() -> None:
    rows = [[cells("Satz um Satz. " * 60)] for _ in range(12)]

    content = document(DataTable([[cells("Text")], *rows], head_rows=1, colWidths=[200]))

    assert all(page.count("Satz um Satz.") % 60 == 0 for page in map(words_of, texts(content)))


def test_a_word_the_line_breaker_cut_is_searched_as_one() -> None:
    style = ParagraphStyle("narrow", styles().text)
    words = "Straßenverkehrsbehörde Beteiligungsverfahren Daseinsvorsorge "
    content = document(
        *[Para(words * 3, style) for _ in range(3)], Para(f"<b>{words}</b> {words * 8}", style)
    )

    text = words_of(" ".join(texts(content)))

    assert all(text.count(word) == 18 for word in words.split())


def test_reportlab_is_the_version_the_layer_was_made_for() -> None:
    pinned = re.search(r'"reportlab==([\d.]+)"', (PACKAGE.parent / "pyproject.toml").read_text("utf-8"))

    assert pinned is not None, "the pin of ReportLab must be exact"
    assert pinned[1] == cures.KNOWN == reportlab.Version, (
        "ReportLab has another version: read its CHANGES against printing/tagged, run all checks of papers,"
        " look at the pages, then raise the pin and cures.KNOWN together"
    )


def test_another_version_of_reportlab_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reportlab, "Version", "5.2.0")

    with pytest.raises(RuntimeError, match=r"ReportLab 5\.2\.0 is installed; papers are made and checked"):
        document(Para("Text", styles().body))


def test_reportlab_is_known_to_printing_alone_and_its_privates_to_the_tagged_layer() -> None:
    for path in PACKAGE.rglob("*.py"):
        if "reportlab" not in (source := path.read_text("utf-8")):
            continue
        names = [
            name
            for node in ast.walk(ast.parse(source))
            for name in _imported(node)
            if name.partition(".")[0] == "reportlab"
        ]
        inside = path.relative_to(PACKAGE).parts
        if names:
            assert inside[0] == "printing", path
        if inside[:2] != ("printing", "tagged"):
            assert not [name for name in names if re.search(r"\._|pdfdoc\.(?!PDFName$)", name)], path


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
