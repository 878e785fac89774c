"""In which space a record lies: that of its table, unless it or the case it belongs to was moved."""

from types import MappingProxyType

from kts_desktop.models.catalogue import SyncedTable

# the record that decides with it, as SQL that gives its uid; the row's alias is ``t``
_CASE = "(SELECT c.uid FROM advisory_case c WHERE c.id=t.case_id)"
OWNED = MappingProxyType(
    {
        "note": _CASE,
        "task": _CASE,
        "document": _CASE,
        "case_person": _CASE,
        "note_person": "(SELECT c.uid FROM note n JOIN advisory_case c ON c.id=n.case_id "
        "WHERE n.id=t.note_id)",
        "attachment": "t.owner",
        "tagging": "t.owner",
    }
)


def owner_of(table: SyncedTable) -> str:
    """Return the SQL of the uid of the record that decides where a row lies; the row's alias is ``t``."""
    return OWNED[table.name]


def of_row(table: SyncedTable) -> str:
    """Return the SQL of the space of a row with the alias ``t``."""
    own = "(SELECT s.space FROM sync_space s WHERE s.rec=t.uid)"
    owner = OWNED.get(table.name)
    if owner is None:
        return f"coalesce({own},'{table.space}')"
    return f"coalesce({own},(SELECT s.space FROM sync_space s WHERE s.rec={owner}),'{table.space}')"
