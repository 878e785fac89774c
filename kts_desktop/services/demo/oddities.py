"""What is odd on purpose: duplicates, a merge, a restricted person; and what an office keeps for itself."""

import json

from kts_desktop.models.pack import PackPart, PackRecipe
from kts_desktop.models.vocab import ContactKind
from kts_desktop.models.vocabulary import SavedSearch
from kts_desktop.services import contact_points, duplicates, persons
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.services.demo.desk import SOURCE, Desk, document
from kts_desktop.storage.sessions import Session

_SHARED = "0171 3920099"


def arrange(session: Session, desk: Desk) -> None:
    """Arrange the odd cases among people, then searches and recipes."""
    with desk.at(desk.calendar.past(desk.calendar.exactly(-7)), 10):
        one, other = desk.marked("merged")
        duplicates.merge(session, one.id, other.id)
        left, right = desk.marked("namesake")
        duplicates.distinct(session, left.id, right.id, source=SOURCE)
        for person in desk.marked("employer"):
            mobile = ContactDraft(kind=ContactKind.MOBILE, value=_SHARED, label="privat gemeldet")
            contact_points.add(session, Owner(Of.PERSON, person.id), mobile, source=SOURCE)
    with desk.at(desk.calendar.past(desk.calendar.exactly(-15)), 10) as moment:
        persons.restrict(session, desk.marked("restricted")[0].id, at=moment)
    _keep_searches(session, desk)
    _keep_recipes(session, desk)


def _keep_searches(session: Session, desk: Desk) -> None:
    for position, wish in enumerate(document("wishes")["searches"]):
        with desk.at(desk.calendar.on(-120)):
            session.add(
                SavedSearch(
                    name=wish["name"],
                    area=wish["area"],
                    query=json.dumps(wish["query"], ensure_ascii=False, sort_keys=True),
                    position=position,
                    is_personal=wish["personal"],
                    source=SOURCE,
                )
            )
            session.flush()
        desk.count("saved searches")


def _keep_recipes(session: Session, desk: Desk) -> None:
    for wish in document("wishes")["recipes"]:
        with desk.at(desk.calendar.on(-120)):
            recipe = PackRecipe(
                name=wish["name"],
                large_print=wish["large_print"],
                redaction=wish["redaction"],
                months_back=wish["months_back"],
                source=SOURCE,
            )
            session.add(recipe)
            session.flush()
            parts = [
                PackPart(recipe_id=recipe.id, part=part, position=position, source=SOURCE)
                for position, part in enumerate(wish["parts"])
            ]
            session.add_all(parts)
            session.flush()
        desk.count("recipes")
