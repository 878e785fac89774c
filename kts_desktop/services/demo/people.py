"""The people of the demo: all invented, with posts, ways to reach them and consents."""

from dataclasses import dataclass, replace
from datetime import date

from kts_desktop.core import folding
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import consents, persons, posts
from kts_desktop.services.consents import ConsentDraft
from kts_desktop.services.contact_points import ContactDraft
from kts_desktop.services.demo import offices
from kts_desktop.services.demo.desk import SOURCE, Body, Desk, Row, Someone, document, table
from kts_desktop.services.demo.names import Names
from kts_desktop.services.demo.numbers import Numbers
from kts_desktop.services.persons import PersonDraft
from kts_desktop.services.posts import PostDraft
from kts_desktop.services.salutations import MR, MS, NEUTRAL
from kts_desktop.storage.sessions import Session

_FORMER = "former"
_DEGREES = {61: "Dr."}  # beside those of the special people
_WITHOUT_SALUTATION = (17, 39, 78, 84, 101)
_CONSENTS = 208
_WITHDRAWN = (17, 71, 118, 190)
_ONE_OF, _WITHOUT_MAIL, _WITHOUT_PHONE = 17, 5, 4
_NOT_ASKED = ("restricted", "merged")
_WORDING = "Fassung 2025-03"
_PURPOSES = (
    ("invitations", 1, 0),
    ("peer_referral", 5, 0),
    ("newsletter", 6, 1),
    ("photos", 9, 2),
    ("participant_list", 7, 3),
)
_LEFT_BEHIND = ("010595974", "09479")  # where the former ones were
_MOVERS = ("07312000", "09461000", "14612000", "02000000", "01003000", "15002000")
_MOVED_FROM = ("05754008", "05124000", "14713000", "16053000", "03404000", "08421000")


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """What is known of a person before they are entered."""

    draft: PersonDraft
    function: str
    body: Body | None
    group: str
    mark: str
    number: int


def welcome(session: Session, desk: Desk, numbers: Numbers) -> None:
    """Enter the people of all bodies, then those who belong to none any more, ``scale`` times."""
    special = {(row["body"], int(row["place"])): row for row in table("people")}
    names = Names(document("names"), desk.rng, _reserved(desk))
    for turn in range(desk.scale):
        for body in desk.bodies.values():
            for place in range(body.people):
                row = special.get((body.key, place)) if turn == 0 else None
                _enter(session, desk, numbers, _sheet(desk, names, body, place, row))
        for place in range(2):
            row = special[_FORMER, place] if turn == 0 else None
            _enter(session, desk, numbers, _sheet(desk, names, None, place, row))
    _second_posts(session, desk)
    _earlier_posts(session, desk)
    _agree(session, desk)


def _reserved(desk: Desk) -> list[tuple[str, str]]:
    """Return the names of advisers, of special people and of speakers who have not registered."""
    reserved = [(row["given"], row["family"]) for row in table("people")]
    words = [name.split() for name in desk.adviser_names.values()]
    words += [row["speakers"].partition("gap:")[2].split() for row in table("sessions")]
    return [*reserved, *((parts[-2], parts[-1]) for parts in words if len(parts) > 1)]


def _sheet(desk: Desk, names: Names, body: Body | None, place: int, row: Row | None) -> _Sheet:
    number = len(desk.people)
    if row is not None:
        draft = PersonDraft(
            family_name=row["family"],
            given_name=row["given"],
            name_prefix=row["prefix"],
            degree=row["degree"],
            salutation=row["salutation"] or NEUTRAL,
        )
        function, mark = row["function"], row["mark"]
    else:
        name = names.deal()
        salutation = NEUTRAL if number in _WITHOUT_SALUTATION else name.salutation
        draft = PersonDraft(
            family_name=name.family,
            given_name=name.given,
            name_prefix=name.prefix,
            degree=_DEGREES.get(number, ""),
            salutation=salutation,
        )
        function = offices.function_of(body, place, number, is_man=name.salutation == MR)
        mark = "" if body else _FORMER
    informed = desk.calendar.on(-300 + number % 250) if number % 9 else None
    draft = replace(
        draft,
        office_title=function if function in offices.TITLES else "",
        language="en" if body and body.group == "abroad" else "de",
        informed_on=informed,
    )
    group = body.group if body else _FORMER
    return _Sheet(draft=draft, function=function, body=body, group=group, mark=mark, number=number)


def _enter(session: Session, desk: Desk, numbers: Numbers, sheet: _Sheet) -> None:
    draft, body, number = sheet.draft, sheet.body, sheet.number
    mail = _mail(draft, body, number) if body and number % _ONE_OF != _WITHOUT_MAIL else ""
    begun = desk.calendar.on(-900 + number % 400)
    with desk.at(desk.calendar.on(-400 + number % 330), 8 + number % 9):
        person = persons.add(
            session,
            draft,
            post=_post(body, sheet.function, number, begun) if body else None,
            contacts=_private(numbers, sheet),
            post_contacts=_at_work(numbers, sheet, mail),
            source=SOURCE,
        )
        if body is None:
            ended = desk.calendar.exactly(-60 - number % 60)
            where = desk.bodies[_LEFT_BEHIND[number % len(_LEFT_BEHIND)]]
            _past(session, desk, person, sheet.function, ended=ended, body=where)
    desk.people.append(
        Someone(
            id=person,
            given=draft.given_name,
            family=draft.family_name,
            named=_named(draft),
            full=draft.full,
            mail=mail,
            body=body,
            function=sheet.function,
            mark=sheet.mark,
            group=sheet.group,
        )
    )
    desk.count("people")


def _post(body: Body, function: str, number: int, begun: date) -> PostDraft:
    return PostDraft(
        organisation_id=body.id,
        function=function,
        unit=offices.unit_of(body, function, number),
        valid_from=begun,
    )


def _private(numbers: Numbers, sheet: _Sheet) -> list[ContactDraft]:
    if sheet.group == "abroad" or (sheet.number % 3 and sheet.mark != "employer"):
        return []
    return [ContactDraft(kind=ContactKind.MOBILE, value=numbers.mobile(), label="dienstlich mobil")]


def _at_work(numbers: Numbers, sheet: _Sheet, mail: str) -> list[ContactDraft]:
    if sheet.body is None:
        return []
    ways = [ContactDraft(kind=ContactKind.EMAIL, value=mail, preferred=True)] if mail else []
    if sheet.group != "abroad" and sheet.number % _ONE_OF != _WITHOUT_PHONE:
        ways.append(ContactDraft(kind=ContactKind.PHONE, value=numbers.fixed(), label="Durchwahl"))
    return ways


def _mail(draft: PersonDraft, body: Body, number: int) -> str:
    parts = (draft.given_name, draft.family_name)
    own = ".".join(folding.name_fold(part).replace(" ", "-") for part in parts)
    plain = own.replace("'", "").replace("..", ".")
    is_repeated = number >= 160  # noqa: PLR2004 - beyond the first turn
    return f"{plain}{number if is_repeated else ''}@{body.domain}"


def _named(draft: PersonDraft) -> str:
    word = {MS: "Frau", MR: "Herr"}.get(draft.salutation, draft.given_name)
    degree = draft.degree.replace("Dr.-Ing.", "Dr.")  # as it is spoken
    return " ".join(part for part in (word, degree, draft.surname) if part)


def _past(session: Session, desk: Desk, person: int, function: str, *, ended: date, body: Body) -> None:
    """Enter a post that is over."""
    draft = PostDraft(
        organisation_id=body.id,
        function=function,
        valid_from=desk.calendar.exactly(-1500),
        valid_to=ended,
        is_primary=False,
    )
    posts.add(session, person, draft, source=SOURCE)


def _second_posts(session: Session, desk: Desk) -> None:
    """Four people who sit at two bodies at once."""
    for key, other, function in (
        ("05762", "B22", "Mitglied im Fachausschuss Digitales"),
        ("08421000", "B21", "Arbeitskreis Smart Cities"),
        ("01002000", "010595974", "Beratung Datenplattform"),
        ("08222000", "Verband Region Rhein-Neckar", "Vertretung in der Lenkungsgruppe"),
    ):
        person = desk.at_body(key)[0]
        with desk.at(desk.calendar.on(-150)):
            draft = PostDraft(
                organisation_id=desk.bodies[other].id,
                function=function,
                valid_from=desk.calendar.exactly(-400),
                is_primary=False,
            )
            posts.add(session, person.id, draft, source=SOURCE)


def _earlier_posts(session: Session, desk: Desk) -> None:
    """One term that ended lately, six changes of job, three of function."""
    (mayor,) = desk.marked("term_ended")
    held = posts.of_people(session, [mayor.id], today=desk.today)
    with desk.at(desk.calendar.past(desk.calendar.exactly(-8))):
        posts.end(session, [held[0].id], desk.calendar.exactly(-9))
    moves = zip(_MOVERS, _MOVED_FROM, strict=True)
    for place, (key, before) in enumerate(moves):
        with desk.at(desk.calendar.on(-90 + place)):
            person, ended = desk.at_body(key)[0], desk.calendar.exactly(-910 - place)
            _past(session, desk, person.id, "Sachgebiet Digitales", ended=ended, body=desk.bodies[before])
    for place, key in enumerate(("14521710", "13074026", "16052000")):
        person = desk.at_body(key)[0]
        with desk.at(desk.calendar.on(-200 + place)):
            ended = desk.calendar.exactly(-910 - place)
            _past(
                session,
                desk,
                person.id,
                "Sachbearbeitung Digitalisierung",
                ended=ended,
                body=desk.bodies[key],
            )


def _agree(session: Session, desk: Desk) -> None:
    """Note consents for some purposes, four of them withdrawn."""
    given = 0
    wanted = _CONSENTS * desk.scale
    for purpose, every, rest in _PURPOSES:
        for number, person in enumerate(desk.people):
            is_asked = person.body is not None and person.mark not in _NOT_ASKED
            if given == wanted or not is_asked or number % every != rest:
                continue
            day = desk.calendar.on(-330 + number % 300)
            withdrawn = desk.calendar.past(desk.calendar.exactly(-20)) if given in _WITHDRAWN else None
            draft = ConsentDraft(
                purpose=purpose,
                wording=_WORDING,
                given_on=day,
                way=("E-Mail", "Formular", "mündlich, bestätigt per E-Mail")[number % 3],
                proof="Ablage Einwilligungen",
                withdrawn_on=withdrawn,
            )
            with desk.at(day, 11):
                consents.add(session, person.id, draft, source=SOURCE)
            given += 1
            desk.count("consents")
