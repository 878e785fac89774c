"""Texts nobody expects: the whole Latin range, Sorbian, other scripts, markup, endless words, nothing at all.

``spoilt`` puts them into any paper's data, ``spoil`` into the records of an office.
"""

import dataclasses
import random
from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import Column, Integer, case, update

from kts_desktop.models import everything
from kts_desktop.models.base import Base
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage.store import Store

ENDLESS = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 5
TEXTS = (
    "".join(chr(code) for code in range(0xC0, 0x250)),
    "Chóśebuz, Wjelike Ždźary, Łužyska rěc, Šćěpan Bjeńš-Gałązka",
    "<b>Fett</b> & <a href='x'>Link</a> </para> &amp; &#65; <br/> <font size=99>",
    ENDLESS[:300],
    "Αθήνα Київ 漢字 😀👩‍👩‍👧 עברית مرحبا \u202eumgekehrt\u202c",
    "Zeile eins\nZeile zwei\r\n\tZeile drei\u2028vier",
    "",
    "  \u200b \u00ad ",
    "\ud800 einzeln \x00\x07 und \ufffe\ufeff Ende",
    "a@" + "b" * 200 + ".example",
    "https://www.example.org/sachsen/chemnitz-stollberg/" + "pfad-" * 40 + "ende.html?x=1&y=<2>",
    "Satz um Satz, sehr lang. " * 200,
    "(%s) {page} \\u0041 \\) %d%%",
)
FREE = frozenset(  # columns that hold what people type
    {"family_name", "given_name", "degree", "name_suffix", "name", "title", "subject", "text", "remark"}
    | {"function", "unit", "concern", "result", "summary", "purpose", "place", "venue", "address"}
    | {"street", "town", "label", "description", "next_step", "contact"}
)
KEPT = frozenset(
    {"language", "state_key", "key", "kind", "code", "currency", "uid", "sheet", "number", "columns", "kinds"}
)
_NAME_LENGTH = 400
DataT = TypeVar("DataT")


def spoilt(data: DataT, chance: random.Random, *, share: float = 0.5) -> DataT:
    """Return the data with a share of its texts replaced; keys, dates and words of code stay."""
    result: DataT = _spoilt(data, chance, share, "")
    return result


def slim(data: DataT, most: int) -> DataT:
    """Return the data with no more than so many of anything: a sample need not be long."""
    if isinstance(data, tuple) and type(data) is tuple:
        return tuple(slim(one, most) for one in data[:most])  # type: ignore[return-value]
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        fields = [field.name for field in dataclasses.fields(data) if field.init]
        return dataclasses.replace(data, **{name: slim(getattr(data, name), most) for name in fields})
    return data


def spoil(store: Store) -> None:
    """Overwrite what people typed in all records of an office, each row by another text."""
    texts = [text for text in TEXTS if "\ud800" not in text and "\x00" not in text]
    with store.write("setup", kind=ChangeKind.MAINTENANCE) as session:
        for column in _typed():
            shown = [text[:_NAME_LENGTH] if column.name not in ("text", "remark") else text for text in texts]
            keep = column if column.name in ("name", "title") else None
            values = case(
                *((column.table.c.id % (len(shown) + 2) == i, text) for i, text in enumerate(shown)),
                else_=column if keep is None else keep,
            )
            session.execute(update(column.table).values({column: values}))


def _typed() -> Iterator[Column[Any]]:
    assert everything.MODULES
    for table in Base.metadata.sorted_tables:
        if table.name in ("vocabulary", "adviser", "register_entry") or "id" not in table.c:
            continue
        if not isinstance(table.c.id.type, Integer):  # a table of what other stations did
            continue
        for column in table.columns:
            if column.name in FREE and column.computed is None and not column.foreign_keys:
                yield column


def _spoilt(value: Any, chance: random.Random, share: float, name: str) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        is_key = name in KEPT or name.endswith(("_key", "_kind", "_state"))
        return value if is_key or chance.random() > share else chance.choice(TEXTS)
    if isinstance(value, tuple):
        return tuple(_spoilt(one, chance, share, name) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _spoilt(getattr(value, field.name), chance, share, field.name)
            for field in dataclasses.fields(value)
            if field.init
        }
        return dataclasses.replace(value, **changed)
    return value
