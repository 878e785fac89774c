"""Value lists: codes that never change and labels in both languages."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kts_desktop.models.vocabulary import Vocabulary
from kts_desktop.storage.sessions import Session

KIND = Vocabulary.__tablename__


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a value list; ``details`` is JSON with bounds, days or a legal basis."""

    code: str
    label_de: str
    label_en: str
    details: str = ""


def full(session: Session, list_key: str) -> list[Item]:
    """Return the items of a list in order, those no longer in use included."""
    found = session.execute(
        select(Vocabulary.code, Vocabulary.label_de, Vocabulary.label_en, Vocabulary.details)
        .where(Vocabulary.list_key == list_key, Vocabulary.deleted_at.is_(None))
        .order_by(Vocabulary.position, Vocabulary.id)
    )
    return [
        Item(code=code, label_de=german, label_en=english, details=details)
        for code, german, english, details in found
    ]


def items(session: Session, list_key: str, language: str) -> list[tuple[str, str]]:
    """Return (code, label) of a list in order, as a choice offers them."""
    return [(item.code, _label(item, language)) for item in full(session, list_key)]


def labels(session: Session, list_key: str, language: str) -> dict[str, str]:
    """Return the label of each code of a list."""
    return dict(items(session, list_key, language))


def many_labels(session: Session, list_keys: Sequence[str], language: str) -> dict[str, dict[str, str]]:
    """Return the labels of several lists by one query; a list without items is there and empty."""
    label = Vocabulary.label_de if language == "de" else Vocabulary.label_en
    found = session.execute(
        select(Vocabulary.list_key, Vocabulary.code, label)
        .where(Vocabulary.list_key.in_(list_keys), Vocabulary.deleted_at.is_(None))
        .order_by(Vocabulary.list_key, Vocabulary.position)
    )
    together: dict[str, dict[str, str]] = {key: {} for key in list_keys}
    for list_key, code, text in found:
        together[list_key][code] = text
    return together


def _label(item: Item, language: str) -> str:
    return item.label_de if language == "de" else item.label_en
