"""Reads the official municipality register GV100AD of the Federal Statistical Office (Destatis).

One record a line, 220 characters, UTF-8: decoded first, sliced afterwards, since a name may hold letters of
two bytes. The file carries no totals, so the checks are those the records allow: every key once, every
municipality in a known district and association, every state and district with a municipality in it.
Unincorporated areas are kept apart: they count in the sums and nowhere else.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kts_desktop.core.errors import ImportFileError

WIDTH = 220
NAME_WIDTH = 50
STATES = tuple(f"{number:02}" for number in range(1, 17))
UNINCORPORATED = frozenset({"65", "66"})
ITS_OWN_ASSOCIATION = "50"
_RECORDS = frozenset({"10", "20", "30", "40", "50", "60"})


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A federal state."""

    key: str
    name: str
    seat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district or an urban district; the key has five digits."""

    key: str
    name: str
    type_code: str
    seat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """An association of municipalities; the key is the first nine digits of its members' ARS."""

    key: str
    name: str
    type_code: str
    seat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality or an unincorporated area; ``name`` is the official one with its designation."""

    ags: str
    ars: str
    name: str
    type_code: str
    area_ha: int
    population: int
    male: int
    postcode: str
    has_several_postcodes: bool

    @property
    def is_cut(self) -> bool:
        """Tell whether the name fills its field, so that its end may be missing."""
        return len(self.name) >= NAME_WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The whole register; sums count the unincorporated areas too, as the published ones do."""

    as_of: date
    states: tuple[State, ...]
    districts: tuple[District, ...]
    associations: tuple[Association, ...]
    municipalities: tuple[Municipality, ...]
    unincorporated: tuple[Municipality, ...]

    @property
    def population(self) -> int:
        """Return the population of the country."""
        return sum(unit.population for unit in (*self.municipalities, *self.unincorporated))

    @property
    def area_ha(self) -> int:
        """Return the area of the country in hectares."""
        return sum(unit.area_ha for unit in (*self.municipalities, *self.unincorporated))


@dataclass(frozen=True, slots=True)
class _Line:
    """One line with its number, sliced by positions as the record description counts them, from 1."""

    number: int
    text: str

    def words(self, first: int, last: int) -> str:
        return self.text[first - 1 : last].strip()

    def digits(self, first: int, last: int) -> str:
        field = self.text[first - 1 : last]
        if not (field.isascii() and field.isdigit()):
            raise self.refusal(first, last)
        return field

    def refusal(self, first: int, last: int) -> ImportFileError:
        value = self.text[first - 1 : last].strip()
        return ImportFileError(
            "register_field", line=self.number, columns=f"{first}\N{EN DASH}{last}", value=value
        )


def parse(data: bytes) -> Register:
    """Read the register; raises ImportFileError with the number of the line that cannot be read."""
    lines = list(_lines(_decoded(data)))
    if not lines:
        raise ImportFileError("register_not_the_format", line=1)
    by_record: dict[str, list[_Line]] = {record: [] for record in _RECORDS}
    for line in lines:
        by_record[line.text[:2]].append(line)
    associations = [_association(line) for line in by_record["50"]]
    units = [_municipality(line) for line in by_record["60"]]
    register = Register(
        as_of=_as_of(lines),
        states=tuple(_state(line) for line in by_record["10"]),
        districts=tuple(_district(line) for line in by_record["40"]),
        associations=tuple(found for found in associations if found.type_code != ITS_OWN_ASSOCIATION),
        municipalities=tuple(unit for unit in units if unit.type_code not in UNINCORPORATED),
        unincorporated=tuple(unit for unit in units if unit.type_code in UNINCORPORATED),
    )
    _check_keys(by_record)
    _check_completeness(register)
    return register


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportFileError("register_encoding", line=line) from error
    if "\0" in text:
        raise ImportFileError("register_not_the_format", line=text.count("\n", 0, text.index("\0")) + 1)
    return text


def _lines(text: str) -> Iterator[_Line]:
    rows = text.split("\n")
    if not rows[-1]:
        rows.pop()
    for number, row in enumerate(rows, start=1):
        line = _Line(number, row.removesuffix("\r"))
        if line.text[:2] not in _RECORDS:
            raise ImportFileError("register_not_the_format", line=number)
        if len(line.text) != WIDTH:
            raise ImportFileError("register_line_length", line=number, length=len(line.text), expected=WIDTH)
        yield line


def _as_of(lines: Iterable[_Line]) -> date:
    """Return the territorial status, which all records share."""
    found: date | None = None
    for line in lines:
        try:
            day = date.fromisoformat(line.digits(3, 10))
        except ValueError as error:
            raise line.refusal(3, 10) from error
        if found is not None and day != found:
            raise line.refusal(3, 10)
        found = day
    if found is None:
        raise ImportFileError("register_not_the_format", line=1)
    return found


def _state(line: _Line) -> State:
    return State(key=line.digits(11, 12), name=_name(line), seat=line.words(73, 122))


def _district(line: _Line) -> District:
    return District(
        key=line.digits(11, 15), name=_name(line), type_code=line.digits(123, 124), seat=line.words(73, 122)
    )


def _association(line: _Line) -> Association:
    return Association(
        key=_association_key(line),
        name=_name(line),
        type_code=line.digits(123, 124),
        seat=line.words(73, 122),
    )


def _municipality(line: _Line) -> Municipality:
    population, male = int(line.digits(140, 150)), int(line.digits(151, 161))
    if male > population:
        raise line.refusal(151, 161)
    return Municipality(
        ags=line.digits(11, 18),
        ars=_association_key(line) + line.digits(16, 18),
        name=_name(line),
        type_code=line.digits(123, 124),
        area_ha=int(line.digits(129, 139)),
        population=population,
        male=male,
        postcode=_postcode(line),
        has_several_postcodes=line.words(171, 175) == "*****",
    )


def _association_key(line: _Line) -> str:
    """Return nine digits; the association stands behind the municipality in the line, not in the key."""
    return line.digits(11, 15) + line.digits(19, 22)


def _postcode(line: _Line) -> str:
    return line.digits(166, 170) if line.words(166, 170) else ""


def _name(line: _Line) -> str:
    name = line.words(23, 72)
    if not name:
        raise line.refusal(23, 72)
    return name


def _check_keys(by_record: dict[str, list[_Line]]) -> None:
    """Refuse keys that come twice, and units whose district or association the file does not name."""
    states = _keys(by_record["10"], lambda line: line.digits(11, 12))
    districts = _keys(by_record["40"], lambda line: line.digits(11, 15))
    associations = _keys(by_record["50"], _association_key)
    _keys(by_record["60"], lambda line: line.digits(11, 18))
    for line in (*by_record["40"], *by_record["50"], *by_record["60"]):
        if line.digits(11, 12) not in states:
            raise ImportFileError("register_key_unknown", line=line.number, key=line.digits(11, 12))
    for line in by_record["60"]:
        lies_in_one = line.digits(123, 124) not in UNINCORPORATED  # shared waters lie in no district
        if lies_in_one and line.digits(11, 15) not in districts:
            raise ImportFileError("register_key_unknown", line=line.number, key=line.digits(11, 15))
        if _association_key(line) not in associations:
            raise ImportFileError("register_key_unknown", line=line.number, key=_association_key(line))


def _keys(lines: Iterable[_Line], key: Callable[[_Line], str]) -> set[str]:
    found: set[str] = set()
    for line in lines:
        if key(line) in found:
            raise ImportFileError("register_key_twice", line=line.number, key=key(line))
        found.add(key(line))
    return found


def _check_completeness(register: Register) -> None:
    """Refuse a file that ends too early: a state or a district without any unit."""
    states = {unit.ags[:2] for unit in register.municipalities}
    districts = {unit.ags[:5] for unit in register.municipalities}
    for key in STATES:
        if key not in states or key not in {state.key for state in register.states}:
            raise ImportFileError("register_incomplete", key=key)
    for district in register.districts:
        if district.key not in districts:
            raise ImportFileError("register_incomplete", key=district.key)
