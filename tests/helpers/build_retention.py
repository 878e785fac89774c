"""The retention classes of the value list, without the rest of the reference data."""

import json
from types import MappingProxyType

from kts_desktop.models.vocab import ChangeKind
from kts_desktop.models.vocabulary import Vocabulary
from kts_desktop.storage.store import Store

_CLASSES = MappingProxyType(
    {
        "ephemeral": {"days": 365, "starts": "closed"},
        "case": {"days": 1826, "starts": "filed"},
        "funding": {"days": 1826, "starts": "proof_of_use"},
        "archival": {"days": None, "starts": "filed"},
    }
)


def add_classes(store: Store) -> None:
    """Add the classes a case may have, as the value list that comes with the program tells them."""
    with store.write("reference.load", kind=ChangeKind.MAINTENANCE) as session:
        for code, details in _CLASSES.items():
            session.add(
                Vocabulary(
                    list_key="retention_class",
                    code=code,
                    label_de=code,
                    label_en=code,
                    details=json.dumps(details),
                )
            )
