"""Every record and every field an exchange can bring is told by its name, never by that of a column."""

import pytest

from kts_desktop.core.sentences.fields import FIELDS
from kts_desktop.core.sentences.kinds import KINDS, kind_name
from kts_desktop.models import catalogue


@pytest.mark.parametrize("table", catalogue.TABLES, ids=lambda table: table.name)
def test_every_synced_kind_and_field_has_a_name_in_both_languages(table: catalogue.SyncedTable) -> None:
    assert all(KINDS[table.name])
    unnamed = [field.name for field in table.fields if not all(FIELDS.get(field.name, ("",)))]
    assert unnamed == []


def test_a_kind_of_a_newer_version_is_shown_as_it_is() -> None:
    assert kind_name("drone_flight", "de", many=True) == "drone_flight"
    assert kind_name("advisory_case", "de", many=True) == "Beratungsfälle"
