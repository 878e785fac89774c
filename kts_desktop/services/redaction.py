"""Redaction of a pack before it is laid out: what is left out here is nowhere in the file.

``external`` takes internal notes, phones, mail, private addresses and gradings away. ``anonymous`` does the
same and gives every person a pseudonym, the same one throughout, in free text by full name and by each part;
so does everybody else the office knows by name.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from kts_desktop.core import folding
from kts_desktop.services.briefing_options import Redaction
from kts_desktop.services.known_names import KnownNames
from kts_desktop.services.paper_head import Advisor
from kts_desktop.services.snapshot import Case, Contact, Entry, Snapshot

LEFT_OUT = ("left_notes", "left_reach", "left_remarks", "left_grading", "left_changes")
NAMES = "left_names"
_PERSON = {"de": "Person {letters}", "en": "Person {letters}"}
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w#/.])(?:\+|00|0)[\d][\d /()-]{4,}\d(?![\w#])")
_GONE = "…"
_TITLES = frozenset(
    word.casefold()
    for word in (
        *("herr", "herrn", "frau", "dr", "prof", "dipl", "ing", "med", "jur", "phil", "rer", "nat", "pol"),
        *("mr", "mrs", "ms", "von", "van", "der", "den", "de", "zu", "zur", "und", "mdl", "mdb", "ba", "ma"),
        *(
            "oberbürgermeister",
            "oberbürgermeisterin",
            "bürgermeister",
            "bürgermeisterin",
            "landrat",
            "landrätin",
        ),
        *("vertretung", "deputy", "mayor", "lord"),
    )
)
# what is no text of anybody: keys, marks, and what the office says of itself
_FIXED = frozenset(
    {"language", "number", "keys", "mark", "state_key", "office", "adviser", "options", "left_out", "since"}
)
_FEWEST_DIGITS = 7
_SHORTEST = 3  # letters of a part of a name that is looked for in texts


def redacted(snapshot: Snapshot, known: Callable[[], KnownNames] = KnownNames) -> Snapshot:
    """Return what may be printed for the readers the options name.

    ``known`` is asked for all names the office knows, where nobody may be named.
    """
    match snapshot.options.redaction:
        case Redaction.INTERNAL:
            return snapshot
        case Redaction.EXTERNAL:
            return _external(snapshot)
        case Redaction.ANONYMOUS:
            return _anonymous(_external(snapshot), known())


def _external(data: Snapshot) -> Snapshot:
    profile = replace(data.profile, remark="", phone="", email="")
    project = replace(data.project, remark="") if data.project else None
    without = replace(
        data,
        adviser=Advisor(name=data.adviser.name, unit=data.adviser.unit),
        profile=profile,
        project=project,
        contacts=tuple(_contact(one) for one in data.contacts),
        cases=tuple(_case(one) for one in data.cases),
        follow_ups=(),
        history=tuple(_entry(one) for one in data.history),
        changes=tuple(one for one in data.changes if one.is_public),
        documents=(),
        measures=tuple(replace(one, contact="") for one in data.measures),
        left_out=LEFT_OUT,
    )
    if data.visit is not None and not data.visit.is_public:
        without = replace(without, visit=replace(data.visit, agenda=""))
    scrubbed: Snapshot = _texts(without, _without_reach)
    return scrubbed


def _contact(one: Contact) -> Contact:
    return replace(one, phones=(), email="", remark="")


def _case(one: Case) -> Case:
    return replace(one, notes=(), note_count=0, priority="")


def _entry(one: Entry) -> Entry:
    """Return a line of the chronology with the fact that something was, not what it was about."""
    return replace(one, what="")


def _without_reach(text: str) -> str:
    return _PHONE.sub(_unless_short, _MAIL.sub(_GONE, text))


def _unless_short(found: "re.Match[str]") -> str:
    """Return what stands for a number; one with few digits, such as a month, is none of a phone."""
    return _GONE if sum(char.isdigit() for char in found.group()) >= _FEWEST_DIGITS else found.group()


def _anonymous(data: Snapshot, others: KnownNames) -> Snapshot:
    names = _names(data)
    known = {name: _PERSON[data.language].format(letters=_letters(i)) for i, name in enumerate(names)}
    pseudonym = _Pseudonyms(known, _without(others, data), data.language)
    hidden: Snapshot = _texts(data, pseudonym)
    own_text = pseudonym(data.options.own_text)
    return replace(hidden, options=replace(data.options, own_text=own_text), left_out=(NAMES, *data.left_out))


def _letters(place: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _names(data: Snapshot) -> list[str]:
    """Return every name the pack tells of a person outside the office, in the order of the pack."""
    found: list[str] = [one.name for one in data.contacts]
    for case in data.cases:
        found += [name for note in case.notes for name in note.people.split(", ")]
    found += [duty.who for duty in data.theirs]
    for event in data.events:
        found += [_bare(name) for name in event.people]
    found += [one.contact for one in data.measures]
    found += [_bare(name) for entry in data.history for name in entry.who.split(", ")]
    office = _of_office(data)
    return [name for name in dict.fromkeys(name.strip() for name in found) if name and name not in office]


def _without(others: KnownNames, data: Snapshot) -> KnownNames:
    """Return the names without those of the office itself; the places of the pack are words of bodies."""
    own = _of_office(data)
    profile = data.profile
    told = f"{profile.name} {profile.district} {profile.state} {profile.designation}"
    words = {folding.fold(word) for word in re.findall(r"[^\W\d_]+", told)}
    kept = {folding.fold(word) for name in own for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name)}
    return replace(others, surnames=others.surnames - kept, places=others.places | words)


def _of_office(data: Snapshot) -> set[str]:
    office = {data.adviser.name, *(case.lead for case in data.cases), *(case.deputy for case in data.cases)}
    return office | {duty.who for duty in data.ours}


def _bare(name: str) -> str:
    """Return a name without the state of the registration behind it."""
    return name.partition(" (")[0]


class _Pseudonyms:
    """Puts pseudonyms in place of names: the whole name first, then each telling part of it."""

    def __init__(self, known: Mapping[str, str], others: KnownNames, language: str) -> None:
        self._others, self._language = others, language
        self._strangers: dict[str, str] = {}
        self._count = len(known)
        parts: dict[str, str] = {}
        for name, pseudonym in known.items():
            for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name):
                pieces = [word, *(word.split("-") if "-" in word else ())]
                for piece in pieces:
                    if len(piece) >= _SHORTEST and piece.casefold() not in _TITLES:
                        parts.setdefault(piece.casefold(), pseudonym)
        whole = {name.casefold(): pseudonym for name, pseudonym in known.items()}
        self._known = {**parts, **whole}
        words = sorted(self._known, key=lambda word: (-len(word), word))
        pattern = "|".join(re.escape(word) for word in words)
        self._pattern = re.compile(rf"(?<![^\W_])(?:{pattern})s?(?![^\W_])", re.IGNORECASE) if words else None

    def __call__(self, text: str) -> str:
        """Return the text without names."""
        once = self._pattern.sub(self._told, text) if self._pattern is not None else text
        once = self._others.replaced(once, self._stranger)
        return _doubled(once, sorted({*self._known.values(), *self._strangers.values()}))

    def _stranger(self, surname: str) -> str:
        """Return the pseudonym of somebody the pack tells nothing of but the name in a text."""
        if surname not in self._strangers:
            letters = _letters(self._count + len(self._strangers))
            self._strangers[surname] = _PERSON[self._language].format(letters=letters)
        return self._strangers[surname]

    def _told(self, found: "re.Match[str]") -> str:
        word = found.group().casefold()
        return self._known.get(word) or self._known[word.removesuffix("s")]


def _doubled(text: str, pseudonyms: Iterable[str]) -> str:
    """Return the text where first name and surname, replaced one by one, gave the same pseudonym twice."""
    for one in pseudonyms:
        text = re.sub(rf"{re.escape(one)}(?:[ ,.-]+{re.escape(one)})+(?!\w)", one, text)
    return text


def _texts(value: Any, change: Callable[[str], str]) -> Any:
    """Return the value with every text in it changed; keys, codes and moments stay."""
    if isinstance(value, str) and type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(_texts(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        texts = {one.name: getattr(value, one.name) for one in fields(value) if one.name not in _FIXED}
        return replace(value, **{name: _texts(one, change) for name, one in texts.items()})
    return value
