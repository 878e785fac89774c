"""Recipes of briefing packs: named, ordered choices of parts with options.

Three recipes of the office come along and cannot be changed; whoever wants another one makes a copy. What a
recipe of the table has no column for stands in a part of its own with an empty key: the pack as a whole.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.models.pack import PackPart, PackRecipe
from kts_desktop.services.briefing_options import PARTS, BriefingOptions, Redaction
from kts_desktop.services.pack_parts import PartChoice, as_line, from_line
from kts_desktop.services.paper_options import with_values
from kts_desktop.storage.sessions import Session

KIND = PackRecipe.__tablename__
BRIEFING = "briefing"
_WHOLE = ""  # the key of the part that holds what concerns the whole pack
_IN_WHOLE = ("grey", "duplex", "second", "own_text")  # options without a column
_LONGEST_NAME = 80
_COPY = {"de": "{name} (Kopie)", "en": "{name} (copy)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One recipe; ``id`` is 0 for those of the office, which have a ``key`` and cannot be changed."""

    id: int
    name: str
    options: BriefingOptions
    key: str = ""
    is_personal: bool = False

    @property
    def is_office(self) -> bool:
        """Tell whether the recipe came along."""
        return not self.id


# key: name in English and in German, and the options
_OFFICE: Mapping[str, tuple[str, str, BriefingOptions]] = MappingProxyType(
    {
        "talk": ("Preparing a talk", "Gesprächsvorbereitung", BriefingOptions(parts=PARTS)),
        "short": (
            "Short version (2 pages)",
            "Kurzfassung (2 Seiten)",
            BriefingOptions(
                parts="glance persons:rows=3 changes:rows=3 tasks:rows=3 promises:rows=2 event:rows=1",
                months_back=6,
                note_pages=0,
            ),
        ),
        "file": (
            "File print",
            "Aktenausdruck",
            BriefingOptions(
                parts="cover contents profile:right project persons cases:rows=500,oldest"
                " history:oldest,right tasks promises documents",
                months_back=600,
                note_pages=0,
            ),
        ),
    }
)


def all_of(session: Session, language: str) -> list[Recipe]:
    """Return the recipes of the office, then those of its people by name."""
    return [*office(language), *_own(session)]


def office(language: str) -> list[Recipe]:
    """Return the recipes that come along."""
    return [
        Recipe(id=0, key=key, name=(german if language == "de" else english), options=options)
        for key, (english, german, options) in _OFFICE.items()
    ]


def get(session: Session, recipe_id: int) -> Recipe:
    """Return one recipe of the table; raises NotFoundError."""
    row = _alive(session, recipe_id)
    return _recipe(row, _parts(session, [row.id]).get(row.id, ()))


def named(session: Session, name: str, language: str) -> Recipe:
    """Return a recipe by its name in either language, or by its key; raises NotFoundError."""
    wanted = name.strip().casefold()
    for one in _own(session):
        if one.name.casefold() == wanted:
            return one
    for place, (key, texts) in enumerate(_OFFICE.items()):
        if wanted in {key, texts[0].casefold(), texts[1].casefold()}:
            return office(language)[place]
    raise NotFoundError("recipe_unknown", name=name)


def options_of(recipe: Recipe, language: str) -> BriefingOptions:
    """Return the options of a pack made after a recipe, in a language."""
    second = "" if recipe.options.second == language else recipe.options.second
    return replace(recipe.options, recipe=recipe.name, language=language, second=second)


def save(session: Session, name: str, options: BriefingOptions, *, is_personal: bool = False) -> int:
    """Keep a choice under a name and return its id; a recipe of this name is changed.

    Raises ValidationError for a name that is empty, too long, or one of the office's.
    """
    name = _checked(session, name)
    found = session.scalar(select(PackRecipe).where(PackRecipe.name == name, PackRecipe.deleted_at.is_(None)))
    row = found or PackRecipe(name=name, paper=BRIEFING, is_personal=is_personal)
    if found is None:
        session.add(row)
    _fill(row, options)
    session.flush()
    _set_parts(session, row.id, options)
    return row.id


def change(session: Session, recipe_id: int, options: BriefingOptions) -> None:
    """Give a recipe other parts and options; raises NotFoundError."""
    row = _alive(session, recipe_id)
    _fill(row, options)
    session.flush()
    _set_parts(session, row.id, options)


def rename(session: Session, recipe_id: int, name: str) -> None:
    """Give a recipe another name; raises NotFoundError or ValidationError."""
    row = _alive(session, recipe_id)
    row.name = _checked(session, name, besides=recipe_id)


def copy(session: Session, recipe: Recipe, language: str) -> int:
    """Make a recipe of one's own out of another one and return its id."""
    taken = {one.name for one in all_of(session, language)}
    name = first = _COPY[language].format(name=recipe.name)[:_LONGEST_NAME]
    count = 1
    while name in taken:
        count += 1
        name = f"{first} {count}"
    return save(session, name, recipe.options, is_personal=recipe.is_personal)


def delete(session: Session, recipe_id: int) -> None:
    """Put a recipe into the bin; raises NotFoundError."""
    row = _alive(session, recipe_id)
    row.deleted_at = utc_now()
    for part in _rows(session, [recipe_id]):
        part.deleted_at = row.deleted_at
    session.flush()


def _own(session: Session) -> list[Recipe]:
    rows = session.scalars(
        select(PackRecipe)
        .where(PackRecipe.deleted_at.is_(None), PackRecipe.paper == BRIEFING)
        .order_by(PackRecipe.name, PackRecipe.id)
    ).all()
    parts = _parts(session, [row.id for row in rows])
    return [_recipe(row, parts.get(row.id, ())) for row in rows]


def _recipe(row: PackRecipe, parts: Sequence[PackPart]) -> Recipe:
    whole = next((_told(part.options) for part in parts if part.part == _WHOLE), {})
    line = " ".join(_word(part) for part in parts if part.part != _WHOLE)
    values: dict[str, object] = {
        **{key: whole[key] for key in _IN_WHOLE if key in whole},
        "parts": as_line(from_line(line)),
        "months_back": row.months_back,
        "redaction": row.redaction,
        "large": row.large_print,
        "note_pages": row.note_lines,
        "confidentiality": row.confidentiality,
    }
    options = with_values(BriefingOptions(), values)
    return Recipe(id=row.id, name=row.name, options=options, is_personal=row.is_personal)


def _word(part: PackPart) -> str:
    told = _told(part.options)
    options = [f"{key}={told[key]}" for key in ("rows", "months") if key in told]
    options += [key for key in ("oldest", "right") if told.get(key)]
    return f"{part.part}:{','.join(options)}"


def _told(text: str) -> dict[str, Any]:
    """Return what a JSON text of a part tells; nothing where it is no object."""
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _fill(row: PackRecipe, options: BriefingOptions) -> None:
    row.redaction = Redaction(options.redaction).value
    row.language = options.language
    row.large_print = options.large
    row.note_lines = options.note_pages
    row.months_back = options.months_back
    row.confidentiality = options.confidentiality


def _set_parts(session: Session, recipe_id: int, options: BriefingOptions) -> None:
    """Make exactly these parts stand in the recipe; a part that stays keeps its row."""
    usual = BriefingOptions()
    whole = {key: getattr(options, key) for key in _IN_WHOLE if getattr(options, key) != getattr(usual, key)}
    wanted: list[tuple[str, str]] = [(one.part.value, _json(_options(one))) for one in options.choices()]
    wanted += [(_WHOLE, _json(whole))] if whole else []
    present = {row.part: row for row in _rows(session, [recipe_id])}
    for part, row in present.items():
        if part not in dict(wanted):
            row.deleted_at = utc_now()
    for position, (part, text) in enumerate(wanted):
        kept = present.get(part)
        if kept is None:
            session.add(PackPart(recipe_id=recipe_id, part=part, position=position, options=text))
        else:
            kept.position, kept.options = position, text
    session.flush()


def _options(one: PartChoice) -> dict[str, Any]:
    told = {"rows": one.rows, "months": one.months, "oldest": one.oldest, "right": one.right}
    return {key: value for key, value in told.items() if value}


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True) if values else ""


def _rows(session: Session, recipe_ids: Sequence[int]) -> Sequence[PackPart]:
    return session.scalars(
        select(PackPart)
        .where(PackPart.recipe_id.in_(recipe_ids), PackPart.deleted_at.is_(None))
        .order_by(PackPart.recipe_id, PackPart.position, PackPart.id)
    ).all()


def _parts(session: Session, recipe_ids: Sequence[int]) -> dict[int, list[PackPart]]:
    found: dict[int, list[PackPart]] = {}
    for row in _rows(session, recipe_ids):
        found.setdefault(row.recipe_id, []).append(row)
    return found


def _alive(session: Session, recipe_id: int) -> PackRecipe:
    row = session.get(PackRecipe, recipe_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError("gone", id=recipe_id)
    return row


def _checked(session: Session, name: str, *, besides: int = 0) -> str:
    """Return a name that can be taken; raises ValidationError."""
    name = " ".join(name.split())
    if not name:
        raise ValidationError("name", "recipe_without_name")
    if len(name) > _LONGEST_NAME:
        raise ValidationError("name", "recipe_name_long", most=_LONGEST_NAME)
    reserved = {text.casefold() for english, german, _ in _OFFICE.values() for text in (english, german)}
    if name.casefold() in reserved:
        raise ValidationError("name", "recipe_of_office", name=name)
    if besides:
        taken = session.scalar(
            select(PackRecipe.id).where(
                PackRecipe.name == name, PackRecipe.deleted_at.is_(None), PackRecipe.id != besides
            )
        )
        if taken:
            raise RefusedError("recipe_name_taken", name=name)
    return name
