"""Who is calling: the quick look-up answers like a slow one that reads everybody."""

import re
from dataclasses import dataclass, field
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from kts_desktop.core import folding
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import callers, contact_points, duplicates, person_search, persons, phones
from kts_desktop.services.callers import Caller
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.storage.store import Store
from tests.helpers.build_contacts import a_body, a_person, a_post

TODAY = date(2026, 11, 24)
GONE = date(2026, 3, 31)
FAMILIES = ("Schmitz", "Müller", "Mueller", "Ahornthal", "Groß-Umstadt", "Budysin", "Kref", "Łuczak")
GIVEN = ("Anna", "Bernd", "Köksal", "Mira")
BODIES = ("Krefeld", "Köln", "Budyšin", "Kreis Schmalkalden", "München", "Groß Kreutz")
NUMBERS = ("02151 4711", "02151 86", "089 2330", "0221 221 0")
MAILS = ("mira@krefeld.example", "post@koeln.example", "bernd.schmitz@stadt.example")
WORDS = (*FAMILIES, *GIVEN, *BODIES, "Muenchen", "Koeln", "Gross", *NUMBERS, "+49 2151", *MAILS)


@dataclass
class Known:
    """What the slow look-up reads of a person."""

    name: str
    family: str
    given: str
    posts: list[tuple[int, bool]] = field(default_factory=list)  # body, held today
    reached: list[str] = field(default_factory=list)  # by number or mail, own and of present posts
    stands_for: int = 0
    is_hidden: bool = False


@dataclass(repr=False)
class Town:
    """An office and the same people in plain lists."""

    store: Store
    people: dict[int, Known]
    bodies: dict[int, tuple[str, list[str]]]


@pytest.fixture
def town(store: Store) -> Town:
    made = Town(store, {}, {})
    with store.write("person.add") as session:
        settler = Settler(session, made)
        settler.settle_bodies()
        for _ in range(36):
            settler.settle()
        ids = list(made.people)
        for one, other in zip(ids[:6:2], ids[1:6:2], strict=True):
            kept = duplicates.merge(session, one, other)
            made.people[other if kept == one else one].stands_for = kept
        persons.delete(session, [ids[8]])
        persons.restrict(session, ids[9], at=store.clock())
        made.people[ids[8]].is_hidden = made.people[ids[9]].is_hidden = True
    return made


class Settler:
    """Puts bodies and people into the office and into the plain lists."""

    def __init__(self, session: Session, town: Town) -> None:
        self._session, self._town = session, town
        self._random = Random(11)  # noqa: S311 - repeatable on purpose

    def settle_bodies(self) -> None:
        """Add all bodies, some with a number or a mail."""
        for name in BODIES:
            body = a_body(self._session, name)
            self._town.bodies[body] = (name, self._reached(Owner(Of.BODY, body), 0.5))

    def settle(self) -> None:
        """Add a person with posts, past and present, and ways to reach them."""
        family, given = self._random.choice(FAMILIES), self._random.choice(GIVEN)
        one = a_person(self._session, family, given)
        known = self._town.people[one] = Known(f"{family} {given}", family, given)
        for body in self._random.sample(list(self._town.bodies), self._random.choice((0, 1, 1, 2))):
            is_held = self._random.random() < 0.7
            post = a_post(self._session, one, body, valid_to=None if is_held else GONE)
            known.posts.append((body, is_held))
            at_post = self._reached(Owner(Of.POST, post), 0.4)
            known.reached += at_post if is_held else []
        known.reached += self._reached(Owner(Of.PERSON, one), 0.3)

    def _reached(self, owner: Owner, chance: float) -> list[str]:
        if self._random.random() >= chance:
            return []
        kind, values = self._random.choice(((ContactKind.PHONE, NUMBERS), (ContactKind.EMAIL, MAILS)))
        value = self._random.choice(values)
        contact_points.add(self._session, owner, ContactDraft(kind=kind, value=value))
        return [value]


def fits(words: str, typed: str) -> bool:
    """Tell whether a text has the parts of what is typed one after the other, the last as a beginning."""
    have, want = (re.findall(r"[^\W_]+", folding.fold(one)) for one in (words, typed))
    starts = range(len(have) - len(want) + 1)
    return bool(want) and any(
        have[n : n + len(want) - 1] == want[:-1] and have[n + len(want) - 1].startswith(want[-1])
        for n in starts
    )


def reaches(value: str, typed: str) -> bool:
    if "@" in value:
        return len(typed) >= 3 and value.startswith(typed.lower())
    if len(re.sub(r"\D", "", typed)) < 3 or re.search(r"[a-zA-Z]", typed):
        return False
    return ("+49" + re.sub(r"\D", "", value)[1:]).startswith(phones.prefixes(typed))


def slowly(town: Town, typed: str) -> set[int]:
    found: set[int] = set()
    if not person_search.words(typed):
        return found
    for id_, known in town.people.items():
        held = [body for body, is_held in known.posts if is_held]
        if all(_word_fits(town, known, held, word) for word in person_search.words(typed)):
            found.add(known.stands_for or id_)
    return found


def _word_fits(town: Town, known: Known, held: list[int], word: str) -> bool:
    return (
        fits(f"{known.family} {known.given}", word)
        or any(reaches(value, word) for value in known.reached)
        or any(
            fits(town.bodies[body][0], word) or any(reaches(value, word) for value in town.bodies[body][1])
            for body in held
        )
    )


def beginnings() -> st.SearchStrategy[str]:
    """Return what may stand in the field: beginnings of one or two words."""
    begun = st.builds(
        lambda word, end: word[: 1 + end % len(word)], st.sampled_from(WORDS), st.integers(0, 30)
    )
    return st.lists(begun, min_size=1, max_size=2).map(" ".join)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=beginnings())
def test_the_same_people_are_found_as_by_reading_everybody(town: Town, typed: str) -> None:
    with town.store.read() as session:
        found = person_search.matching(session, typed, TODAY)
    hidden = {id_ for id_, known in town.people.items() if known.is_hidden}
    assert found - hidden == slowly(town, typed) - hidden


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=beginnings())
def test_whoever_is_called_as_typed_comes_first_and_hidden_people_never(town: Town, typed: str) -> None:
    with town.store.read() as session:
        told = [one.person_id for one in callers.callers(session, typed, 40, today=TODAY) if one.person_id]
    expected = [id_ for id_ in slowly(town, typed) if not town.people[id_].is_hidden]
    begins = tuple(folding.name_fold(word) for word in person_search.words(typed))

    def rank(id_: int) -> tuple[bool, bool, str]:
        known = town.people[id_]
        key = folding.name_fold(known.name)
        return _has_left(town, id_), not key.startswith(begins), key

    assert sorted(told) == sorted(expected)
    assert [rank(id_) for id_ in told] == sorted(map(rank, expected))


def _has_left(town: Town, id_: int) -> bool:
    family = [known for one, known in town.people.items() if id_ in (one, known.stands_for)]
    posts = [is_held for known in family for _, is_held in known.posts]
    return bool(posts) and not any(posts)


@pytest.mark.parametrize("typed", ["kref schm", "02151", "schm 02151", "mira@kref"])
def test_a_caller_comes_with_body_district_and_state(office: Store, typed: str) -> None:
    with office.write("person.add") as session:
        body = a_body(session, "Krefeld", district="Regierungsbezirk Düsseldorf")
        other = a_body(session, "Köln")
        one = a_person(session, "Schmitz", "Mira", at=body, function="Stadtplanung")
        for number in range(60):
            a_person(session, "Schmidt", f"Anna {number}", at=other)
        contact_points.add(
            session, Owner(Of.PERSON, one), ContactDraft(kind=ContactKind.PHONE, value="02151 4711")
        )
        mail = ContactDraft(kind=ContactKind.EMAIL, value="mira@krefeld.example")
        contact_points.add(session, Owner(Of.PERSON, one), mail)
    with office.read() as session:
        first, *_ = callers.callers(session, typed, today=TODAY)
    assert first == Caller(
        person_id=one,
        organisation_id=body,
        name="Mira Schmitz",
        function="Stadtplanung",
        body="Krefeld",
        district="Regierungsbezirk Düsseldorf",
        state="Nordrhein-Westfalen",
        phone="02151 4711",
        mail="mira@krefeld.example",
    )


@pytest.mark.parametrize(
    ("typed", "body"), [("Muenchen", "München"), ("Budysin", "Budyšin"), ("gross", "Groß Kreutz")]
)
def test_a_body_is_found_in_any_spelling(town: Town, typed: str, body: str) -> None:
    with town.store.read() as session:
        found = callers.callers(session, typed, 60, today=TODAY)
    assert body in [one.body for one in found if one.person_id is None]
