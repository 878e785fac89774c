"""The printed key card: whose laptop this is, and the digits by which colleagues know it."""

import json
from dataclasses import dataclass

from sqlalchemy import text

from kts_desktop.core.errors import RefusedError
from kts_desktop.core.fingerprints import digits_of
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class KeycardOptions(PaperOptions):
    """The language alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keycard:
    """What the sheet says; ``groups`` are the eight groups of five digits as numbers."""

    head: Head
    person: str
    laptop: str
    groups: tuple[int, ...]


def gather(session: Session, ask: Ask) -> Keycard:
    """Return the card of this laptop; raises RefusedError ``keycard_none`` before its first exchange."""
    own = session.execute(text("SELECT fp, card FROM sync_key WHERE trust='own'")).first()
    if own is None:
        raise RefusedError("keycard_none")
    told = json.loads(own.card)["what"]
    return Keycard(
        head=head(session, language=ask.options.language, now=ask.now, adviser=ask.adviser),
        person=told["person"],
        laptop=told["label"],
        groups=tuple(map(int, digits_of(own.fp).split())),
    )
