"""The briefing pack as it is asked for: of a body or of a case."""

from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.organisation import Organisation
from kts_desktop.services import packs
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.known_names import known_names
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.redaction import redacted
from kts_desktop.services.snapshot import Snapshot
from kts_desktop.storage.sessions import Session

BODY, CASE = Organisation.__tablename__, AdvisoryCase.__tablename__


def gather(session: Session, ask: Ask) -> Snapshot:
    """Return the data of the pack of one record, redacted for its readers.

    Raises NotFoundError if the record is gone.
    """
    options = ask.options if isinstance(ask.options, BriefingOptions) else BriefingOptions()
    read = packs.gather_case if ask.kind == CASE else packs.gather_body
    snapshot = read(session, ask.ids[0], now=ask.now, options=options, adviser=ask.adviser)
    return redacted(snapshot, lambda: known_names(session))
