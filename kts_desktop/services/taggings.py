"""Themes, Charter guidelines and keywords on records."""

from collections.abc import Sequence

from sqlalchemy import select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.ids import link_uid
from kts_desktop.models.link import Tagging
from kts_desktop.storage.sessions import Session

THEME = "theme"
GUIDELINE = "charter_guideline"
TAG = "tag"


def codes(session: Session, owner: bytes, list_key: str) -> tuple[str, ...]:
    """Return the codes of one list on a record, in their order."""
    found = session.scalars(
        select(Tagging.code)
        .where(Tagging.owner == owner, Tagging.list_key == list_key, Tagging.deleted_at.is_(None))
        .order_by(Tagging.position, Tagging.id)
    )
    return tuple(found)


def codes_of_many(session: Session, owners: Sequence[bytes], list_key: str) -> dict[bytes, list[str]]:
    """Return the codes of one list on several records by one query."""
    found = session.execute(
        select(Tagging.owner, Tagging.code)
        .where(Tagging.owner.in_(owners), Tagging.list_key == list_key, Tagging.deleted_at.is_(None))
        .order_by(Tagging.position, Tagging.id)
    )
    together: dict[bytes, list[str]] = {}
    for owner, code in found:
        together.setdefault(owner, []).append(code)
    return together


def set_codes(
    session: Session, kind: str, owner: bytes, list_key: str, wanted: Sequence[str], *, source: str = ""
) -> None:
    """Make exactly these codes stand on a record; a code taken off and put on again is the same link."""
    present = {
        link.code: link
        for link in session.scalars(
            select(Tagging).where(Tagging.owner == owner, Tagging.list_key == list_key)
        )
    }
    for code, link in present.items():
        if code not in wanted and link.deleted_at is None:
            link.deleted_at = utc_now()
    for position, code in enumerate(dict.fromkeys(wanted)):
        old = present.get(code)
        if old is None:
            uid = link_uid("tagging", owner, list_key.encode(), code.encode())
            session.add(
                Tagging(
                    uid=uid,
                    owner_kind=kind,
                    owner=owner,
                    list_key=list_key,
                    code=code,
                    position=position,
                    source=source,
                )
            )
        else:
            old.deleted_at = None
            old.position = position
    session.flush()
