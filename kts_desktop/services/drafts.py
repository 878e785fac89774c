"""What was typed but not saved: kept in the encrypted file, local, outside the journal."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from kts_desktop.models.base import UtcMs
from kts_desktop.models.journal import draft
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import also_changed

KIND = "draft"
NEW = b"\x00" * 16  # the record of a form for a new one

Content = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A draft that waits: of which form, for which record (``NEW`` for a new one), since when."""

    form: str
    record: bytes
    content: Content
    at: datetime


def keep(session: Session, form: str, record: bytes, content: Content, at: datetime) -> None:
    """Keep what stands in a form; ``content`` is plain JSON."""
    moment = UtcMs().process_bind_param(at, session.get_bind().dialect)
    values = {"content": json.dumps(content, ensure_ascii=False), "at": moment}
    statement = insert(draft).values(form=form, record=record, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["form", "record"], set_=values))
    also_changed(session, KIND)


def drop(session: Session, form: str, record: bytes) -> None:
    """Forget a draft, because it was saved or thrown away."""
    gone = delete(draft).where(draft.c.form == form, draft.c.record == record).returning(draft.c.id)
    if session.scalars(gone).all():
        also_changed(session, KIND)


def waiting(session: Session) -> list[KeptDraft]:
    """Return all drafts, the newest first."""
    found = session.execute(select(draft).order_by(draft.c.at.desc()))
    return [_kept(row.form, row.record, row.content, row.at, session) for row in found]


def of(session: Session, form: str, record: bytes) -> KeptDraft | None:
    """Return the draft of a form for a record, if one waits."""
    row = session.execute(select(draft).where(draft.c.form == form, draft.c.record == record)).one_or_none()
    return _kept(row.form, row.record, row.content, row.at, session) if row else None


def _kept(form: str, record: bytes, content: str, at: int, session: Session) -> KeptDraft:
    moment = UtcMs().process_result_value(at, session.get_bind().dialect)
    assert moment is not None
    return KeptDraft(form=form, record=record, content=json.loads(content), at=moment)
