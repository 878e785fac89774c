"""Every synced table and field with its number, kind and space; triggers and the exchange are made from it.

Numbers are for ever: a table's is written out, a field's is its place in the list, counted from 1. New fields
go to the end; a field that is given up keeps its place with a leading ``-``. Behind the colon of a field
stands the table it refers to, or ``text`` for long text that may be merged by lines.
Spaces: ``dir`` (people, bodies, programme), ``office`` (advice, events, papers).
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a synced table; ``target`` is the table a reference points to, else empty."""

    number: int
    name: str
    target: str = ""
    is_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedTable:
    """One synced table."""

    number: int
    name: str
    space: str
    fields: tuple[Field, ...]

    def field_named(self, name: str) -> Field:
        """Return a field by its column name; raises KeyError."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


EXISTENCE = 0  # the field number of being alive (1) or in the bin (0)


def _table(number: int, name: str, space: str, words: str) -> SyncedTable:
    fields = tuple(
        _field(place, word) for place, word in enumerate(words.split(), start=1) if not word.startswith("-")
    )
    return SyncedTable(number=number, name=name, space=space, fields=fields)


def _field(number: int, word: str) -> Field:
    name, _, kind = word.partition(":")
    is_text = kind == "text"
    return Field(number=number, name=name, target="" if is_text else kind, is_text=is_text)


TABLES: tuple[SyncedTable, ...] = (
    _table(
        1,
        "organisation",
        "dir",
        "kind name designation short_name body_type state district country population "
        "population_as_of population_source area_ha lat lon language parent_id:organisation seat "
        "budget_emergency remark:text merged_into_id:organisation source",
    ),
    _table(
        2,
        "organisation_key",
        "dir",
        "organisation_id:organisation scheme value valid_from valid_to successor source",
    ),
    _table(
        3,
        "person",
        "dir",
        "family_name given_name salutation degree name_prefix name_suffix office_title "
        "letter_salutation language pronouns photo_sha256 informed_on restricted_at "
        "merged_into_id:person remark:text source",
    ),
    _table(
        4,
        "affiliation",
        "dir",
        "person_id:person organisation_id:organisation function unit valid_from valid_to is_primary source",
    ),
    _table(
        5,
        "contact_point",
        "dir",
        "kind value normal label preferred street postcode city country person_id:person "
        "affiliation_id:affiliation organisation_id:organisation source",
    ),
    _table(6, "consent", "dir", "person_id:person purpose wording given_on way proof withdrawn_on source"),
    _table(7, "duplicate_verdict", "dir", "left_id:person right_id:person source"),
    _table(8, "programme", "dir", "name short_name funder volume_cents currency remark:text source"),
    _table(9, "cohort", "dir", "programme_id:programme code name source"),
    _table(
        10,
        "project",
        "dir",
        "cohort_id:cohort number title project_name working_title form category state population "
        "population_as_of population_source entry vision:text strategy:text website lat lon "
        "phase_note:text remark:text source",
    ),
    _table(
        11,
        "project_member",
        "dir",
        "project_id:project organisation_id:organisation role position valid_from valid_to evidence source",
    ),
    _table(12, "project_phase", "dir", "project_id:project phase starts ends remark:text source"),
    _table(13, "milestone", "dir", "project_id:project kind due_on reached_on remark:text source"),
    _table(
        14,
        "funding",
        "dir",
        "project_id:project kind amount_cents currency as_of origin is_official remark:text source",
    ),
    _table(
        15,
        "measure",
        "dir",
        "title project_id:project organisation_id:organisation summary:text stage needs:text "
        "cost_class open_source transferability transferability_reason:text durability "
        "durability_reason:text contact_id:person source",
    ),
    _table(
        16,
        "peer_link",
        "dir",
        "from_id:organisation to_id:organisation relation theme measure_id:measure since origin source",
    ),
    _table(17, "network", "dir", "kind name remark:text source"),
    _table(
        18,
        "network_membership",
        "dir",
        "network_id:network person_id:person organisation_id:organisation role group level "
        "valid_from valid_to source",
    ),
    _table(19, "adviser", "dir", "name mark unit email phone employer_id:organisation left_on source"),
    _table(20, "absence", "dir", "adviser_id:adviser deputy_id:adviser starts_on ends_on remark:text source"),
    _table(
        21,
        "responsibility",
        "dir",
        "adviser_id:adviser scope code project_id:project is_deputy valid_from valid_to source",
    ),
    _table(
        22,
        "advisory_case",
        "office",
        "number subject organisation_id:organisation project_id:project advice_form channel "
        "received_on state priority lead_id:adviser deputy_id:adviser concern:text result:text "
        "closed_on filed_on retention_class file_place source",
    ),
    _table(23, "case_person", "office", "case_id:advisory_case person_id:person role position source"),
    _table(
        24,
        "note",
        "office",
        "kind happened_at duration_min title text:text next_step:text author_id:adviser "
        "case_id:advisory_case organisation_id:organisation project_id:project event_id:event "
        "caller source",
    ),
    _table(25, "note_person", "office", "note_id:note person_id:person source"),
    _table(
        26,
        "task",
        "office",
        "title due_on kind assignee_id:adviser owed_by_id:person case_id:advisory_case "
        "note_id:note organisation_id:organisation person_id:person project_id:project "
        "event_id:event done_at result:text source",
    ),
    _table(27, "event_series", "office", "name format source"),
    _table(
        28,
        "event",
        "office",
        "title starts_at ends_at zone format mode state series_id:event_series series_number "
        "venue venue_address capacity accessibility online_link registration_deadline "
        "budget_cents currency agenda:text report:text minutes_state organiser_id:adviser source",
    ),
    _table(29, "event_host", "office", "event_id:event organisation_id:organisation position source"),
    _table(
        30,
        "event_session",
        "office",
        "event_id:event title starts_at ends_at room capacity speakers sign_up position source",
    ),
    _table(
        31,
        "registration",
        "office",
        "event_id:event person_id:person organisation_id:organisation typed_name typed_body state "
        "role registered_at badge_text badge_printed_at badge_code no_photo arrived_at "
        "deputy_for_id:registration remark:text source",
    ),
    _table(
        32, "registration_step", "office", "registration_id:registration state at by_id:adviser reason source"
    ),
    _table(
        33,
        "session_registration",
        "office",
        "session_id:event_session registration_id:registration state source",
    ),
    _table(34, "special_need", "office", "registration_id:registration kind remark:text source"),
    _table(
        35,
        "document",
        "office",
        "kind title dated_on origin link summary:text project_id:project "
        "organisation_id:organisation case_id:advisory_case event_id:event source",
    ),
    _table(36, "attachment", "office", "owner_kind owner name mime size sha256 dated_on remark:text source"),
    _table(
        37,
        "knowledge_item",
        "office",
        "kind title text:text state audience origin as_of editor_id:adviser source",
    ),
    _table(38, "record_link", "office", "left_kind left right_kind right relation source"),
    _table(39, "tagging", "office", "owner_kind owner list_key code position source"),
    _table(
        40,
        "pack_recipe",
        "office",
        "name paper language redaction large_print note_lines months_back confidentiality is_personal source",
    ),
    _table(41, "pack_part", "office", "recipe_id:pack_recipe part position options source"),
    _table(
        42,
        "printed_paper",
        "office",
        "paper subject_kind subject printed_at recipe redaction language pages state_hash "
        "file_hash file_name by_id:adviser source",
    ),
    _table(
        43, "vocabulary", "dir", "list_key code label_de label_en position editable details valid_to source"
    ),
    _table(44, "setting", "dir", "key value source"),
    _table(45, "saved_search", "office", "name area query position is_personal source"),
)
BY_NAME = MappingProxyType({table.name: table for table in TABLES})
BY_NUMBER = MappingProxyType({table.number: table for table in TABLES})
