"""Table signs on paper: the name large on the front, its twin for the other side unheard."""

import io

import pikepdf

from kts_desktop.models.vocab import RegistrationState
from kts_desktop.printing.papers.signs import render
from kts_desktop.services import signs_paper
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.signs_paper import Sign, SignsData, SignsFor, SignsOptions
from kts_desktop.storage.store import Store
from tests.helpers import pdf_checks, pdf_tiles
from tests.helpers.build_events import NOW, register, schedule
from tests.helpers.hostile import LONGEST, NAMES
from tests.helpers.paper_heads import a_head
from tests.helpers.pdf_checks import texts, words_of

LONG = 100  # letters; more end with an ellipsis, unlike the bookmark
ANNA = Sign(name="Dr. Anna Lichtmoos", body="Stadt Zwönitz")


def data(*signs: Sign) -> SignsData:
    """Return what signs are made from."""
    return SignsData(head=a_head(), event="Regionalkonferenz Nr. 24", signs=signs)


def test_signs_of_hard_names_meet_both_standards_and_leave_nothing_unread() -> None:
    content = render(data(*(Sign(name=name, body=name) for name in NAMES if len(name) < LONG))).content

    assert pdf_tiles.problems(content) == []
    assert pdf_checks.violations(content, "ua1") == []
    assert pdf_checks.violations(content, "2a") == []


def test_a_sign_is_read_once_though_it_is_seen_from_both_sides() -> None:
    content = render(data(ANNA)).content

    assert words_of(texts(content)[0]).count("Anna Lichtmoos") == 2  # on paper
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf_checks.elements(pdf, "H1")) == 1
        assert len(pdf_checks.elements(pdf, "P")) == 1


def test_front_and_back_stand_each_in_a_third_of_the_page() -> None:
    content = render(data(ANNA, Sign(name=LONGEST, body=LONGEST))).content

    for page in pdf_tiles.places(content):
        thirds = {int(top // 99) for _, _, top, _, bottom in page if int(top // 99) == int(bottom // 99)}
        assert thirds == {0, 1}
        assert all(int(top // 99) == int(bottom // 99) for _, _, top, _, bottom in page)
        assert all(left > 10 and right < 200 for _, left, _, right, _ in page)


def test_a_name_of_sixty_letters_is_whole() -> None:
    content = render(data(Sign(name=LONGEST, body=""))).content

    assert LONGEST in "".join(texts(content)[0].split())


def test_nobody_in_front_is_told_in_a_sentence() -> None:
    content = render(data()).content

    assert "ist niemand angemeldet, der spricht" in words_of(texts(content)[0])
    assert pdf_checks.violations(content, "2a") == []


def test_the_same_signs_give_the_same_bytes() -> None:
    assert render(data(ANNA)).content == render(data(ANNA)).content


def test_signs_are_for_those_in_front_unless_all_are_wanted(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        register(session, event_id, "Dr. Bo Zander", role="speaker", typed_body="Lemgo")
        register(session, event_id, "Eva Ahorn", role="host")
        listener = register(session, event_id, "Anna Lichtmoos")
        register(session, event_id, "Ida Krank", role="speaker", state=RegistrationState.CANCELLED)

    def names(kind: str, id_: int, who: SignsFor = SignsFor.STAGE) -> list[str]:
        with store.read() as session:
            ask = Ask(kind=kind, ids=(id_,), options=SignsOptions(who=who), now=NOW)
            return [sign.name for sign in signs_paper.gather(session, ask).signs]

    assert names("event", event_id) == ["Eva Ahorn", "Dr. Bo Zander"]
    assert names("event", event_id, SignsFor.ALL) == ["Eva Ahorn", "Anna Lichtmoos", "Dr. Bo Zander"]
    assert names("registration", listener) == ["Anna Lichtmoos"]
