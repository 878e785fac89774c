"""Recipes of packs: those of the office, one's own, and the line a choice of parts is written as."""

import io
from dataclasses import replace

import pikepdf
import pytest

from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.printing.papers import briefing
from kts_desktop.services import briefing_paper, directory, recipes
from kts_desktop.services.briefing_options import BriefingOptions, Redaction
from kts_desktop.services.pack_parts import Part, PartChoice, as_line, from_line
from kts_desktop.services.paper_options import Ask, as_text, from_text
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers import pdf_checks
from tests.helpers.build import NOON
from tests.helpers.snapshots import rich

MINE = BriefingOptions(
    parts="cover persons:rows=4 history:months=12,oldest,right text notes",
    months_back=6,
    redaction=Redaction.ANONYMOUS,
    second="en",
    large=True,
    grey=True,
    duplex=True,
    note_pages=3,
    own_text="Vorab\n\nBitte lesen.",
    confidentiality="Vertraulich",
)


def saved(store: Store, name: str = "Meine", options: BriefingOptions = MINE) -> int:
    with store.write("recipe.save") as session:
        return recipes.save(session, name, options)


def names(store: Store) -> list[str]:
    with store.read() as session:
        return [one.name for one in recipes.all_of(session, "de")]


def test_a_choice_of_parts_is_one_line_and_back() -> None:
    line = "cover history:rows=20,months=12,oldest,right notes"
    assert as_line(from_line(line)) == line
    assert from_line(line)[1] == PartChoice(part=Part.HISTORY, rows=20, months=12, oldest=True, right=True)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("cover of_a_newer_version notes", "cover notes"),
        ("cover cover", "cover"),
        ("history:rows=viele,months=-3,upside_down", "history"),
        ("history:rows=99999999", "history:rows=500"),
        ("", ""),
    ],
)
def test_what_a_newer_version_wrote_is_passed_over(line: str, kept: str) -> None:
    assert as_line(from_line(line)) == kept


def test_three_recipes_of_the_office_come_along(store: Store) -> None:
    assert names(store) == ["Gesprächsvorbereitung", "Kurzfassung (2 Seiten)", "Aktenausdruck"]


def test_every_part_of_the_office_recipes_is_known() -> None:
    for recipe in recipes.office("de"):
        assert as_line(recipe.options.choices()) == recipe.options.parts


def test_a_recipe_keeps_every_option(store: Store) -> None:
    id_ = saved(store)
    with store.read() as session:
        assert recipes.get(session, id_).options == MINE
        assert recipes.named(session, "meine", "de").id == id_


def test_the_log_keeps_every_option_as_well() -> None:
    assert from_text(BriefingOptions, as_text(MINE)) == MINE


def test_a_recipe_saved_again_is_changed_and_its_parts_keep_their_place(store: Store) -> None:
    id_ = saved(store)
    other = replace(MINE, parts="notes persons text:right")
    assert saved(store, options=other) == id_
    with store.read() as session:
        assert recipes.get(session, id_).options.parts == "notes persons text:right"


def test_a_recipe_is_renamed_copied_and_deleted(store: Store) -> None:
    id_ = saved(store)
    with store.write("recipe.rename") as session:
        recipes.rename(session, id_, "  Für   Krefeld ")
    with store.write("recipe.copy") as session:
        copies = [recipes.copy(session, recipes.get(session, id_), "de") for _ in range(2)]
    assert names(store)[3:] == ["Für Krefeld", "Für Krefeld (Kopie)", "Für Krefeld (Kopie) 2"]
    with store.write("recipe.delete") as session:
        recipes.delete(session, copies[0])
    assert names(store)[3:] == ["Für Krefeld", "Für Krefeld (Kopie) 2"]


def test_deleting_a_recipe_can_be_undone(store: Store) -> None:
    id_ = saved(store)
    with store.write("recipe.delete") as session:
        recipes.delete(session, id_)
    with store.read() as session, pytest.raises(NotFoundError):
        recipes.get(session, id_)
    undo.undo(store)
    with store.read() as session:
        assert recipes.get(session, id_).options == MINE


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "Aktenausdruck", "file PRINT"])
def test_a_name_that_cannot_be_taken_is_refused(store: Store, name: str) -> None:
    with pytest.raises(ValidationError), store.write("recipe.save") as session:
        recipes.save(session, name, MINE)


def test_two_recipes_cannot_have_one_name(store: Store) -> None:
    first = saved(store, "Eins")
    saved(store, "Zwei")
    with pytest.raises(RefusedError), store.write("recipe.rename") as session:
        recipes.rename(session, first, "Zwei")


@pytest.mark.parametrize("name", ["Kurzfassung (2 Seiten)", "short version (2 pages)", "short"])
def test_an_office_recipe_is_found_in_either_language(store: Store, name: str) -> None:
    with store.read() as session:
        found = recipes.named(session, name, "de")
    options = recipes.options_of(found, "en")
    assert (options.language, options.recipe) == ("en", "Kurzfassung (2 Seiten)")
    with store.read() as session, pytest.raises(NotFoundError):
        recipes.named(session, "unbekannt", "de")


def test_the_second_language_goes_where_it_is_the_first() -> None:
    recipe = recipes.Recipe(id=1, name="x", options=MINE)
    assert recipes.options_of(recipe, "en").second == ""
    assert recipes.options_of(recipe, "de").second == "en"


def test_recipes_of_the_demo_office_are_whole(demo: Store) -> None:
    with demo.read() as session:
        for recipe in recipes.all_of(session, "de"):
            assert recipe.options.choices()


def test_the_short_version_takes_two_pages(demo: Store) -> None:
    (short,) = [one for one in recipes.office("de") if one.key == "short"]
    for language in ("de", "en"):
        options = recipes.options_of(short, language)
        with demo.read() as session:
            for key in ("14521710", "06631006", "14625020"):
                body = directory.find(session, key)[0].token
                ask = Ask(kind="organisation", ids=(body,), options=options, now=NOON)
                assert briefing.render(briefing_paper.gather(session, ask)).pages <= 2


def test_a_page_may_begin_on_the_right_and_the_file_may_be_grey() -> None:
    plain = BriefingOptions(parts="cover contents profile:right notes:right")
    with_blank = briefing.render(rich(options=plain))
    grey = briefing.render(rich(options=replace(plain, grey=True, second="en")))
    starts = [n for n, page in enumerate(pdf_checks.texts(with_blank.content), 1) if "Steckbrief" in page]
    assert starts[-1] % 2 == 1
    assert colours(with_blank.content)
    assert colours(grey.content) == set()
    for paper in (with_blank, grey):
        assert pdf_checks.problems(paper.content) == []
        assert pdf_checks.violations(paper.content, "ua1") == []
        assert pdf_checks.violations(paper.content, "2a") == []


def colours(content: bytes) -> set[tuple[str, ...]]:
    """Return the colours set on the pages that are no grey."""
    found = set()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            for step in pikepdf.parse_content_stream(page):
                if str(step.operator) in {"rg", "RG"}:
                    found.add(tuple(str(one) for one in step.operands))
    return {colour for colour in found if len(set(colour)) > 1}


def test_two_languages_stand_below_each_other() -> None:
    content = briefing.render(rich(options=BriefingOptions(second="en"))).content
    text = pdf_checks.words_of(" ".join(pdf_checks.texts(content)))
    for pair in ("Personen People", "Fällig Due", "Steckbrief Profile"):
        assert pair in text
