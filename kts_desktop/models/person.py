"""People, where they work, how to reach them, what they agreed to."""

from datetime import date, datetime

from sqlalchemy import Computed, ForeignKey, Index

from kts_desktop.core import folding
from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE

_NAME = "family_name || ' ' || given_name"


class Person(Record, kw_only=True):
    """One person. A merge of duplicates is a field, so that it can be undone and exchanged."""

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_name", "sort_key", "id", sqlite_where=ALIVE),
        Index("ix_person_updated", "updated_at", "id", sqlite_where=ALIVE),
        SYNCED,
    )

    family_name: Mapped[str]
    given_name: Mapped[str] = mapped_column(default="")
    salutation: Mapped[str] = mapped_column(default="neutral")  # value list salutation
    degree: Mapped[str] = mapped_column(default="")
    name_prefix: Mapped[str] = mapped_column(
        default=""
    )  # von, zu: printed before, sorted after the family name
    name_suffix: Mapped[str] = mapped_column(default="")
    office_title: Mapped[str] = mapped_column(default="")
    letter_salutation: Mapped[str] = mapped_column(default="")  # overrides the computed one
    language: Mapped[str] = mapped_column(default="de")
    pronouns: Mapped[str] = mapped_column(default="")
    photo_sha256: Mapped[bytes | None] = mapped_column(default=None)
    informed_on: Mapped[date | None] = mapped_column(default=None)  # Art. 13/14 GDPR
    restricted_at: Mapped[datetime | None] = mapped_column(default=None)  # Art. 18 GDPR
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), default=None, index=True)
    remark: Mapped[str] = mapped_column(default="")
    sort_key: Mapped[str] = mapped_column(
        Computed(folding.sql(_NAME, folding.NAME_ORDER), persisted=False), init=False
    )


class Affiliation(Record, kw_only=True):
    """A person's post at a body, from and to; a change of job ends one and begins another."""

    __tablename__ = "affiliation"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    function: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
    is_primary: Mapped[bool] = mapped_column(default=True)


class ContactPoint(Record, kw_only=True):
    """A way to reach a person, a post or a body; phones keep the typed text beside E.164."""

    __tablename__ = "contact_point"
    __table_args__ = (
        Index("ix_contact_point_normal", "normal", sqlite_where=ALIVE),
        SYNCED,
    )

    kind: Mapped[str]
    value: Mapped[str]
    normal: Mapped[str] = mapped_column(default="")  # E.164 of a phone, lower case of an address; for look-up
    label: Mapped[str] = mapped_column(default="")
    preferred: Mapped[bool] = mapped_column(default=False)
    street: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), default=None, index=True)
    affiliation_id: Mapped[int | None] = mapped_column(ForeignKey("affiliation.id"), default=None, index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id"), default=None, index=True
    )


class Consent(Record, kw_only=True):
    """What a person agreed to, in which wording, when and how, and until when."""

    __tablename__ = "consent"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[str]  # value list consent_purpose
    wording: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date | None] = mapped_column(default=None)
    way: Mapped[str] = mapped_column(default="")
    proof: Mapped[str] = mapped_column(default="")
    withdrawn_on: Mapped[date | None] = mapped_column(default=None)


class DuplicateVerdict(Record, kw_only=True):
    """A decision that two people are not the same, so that the pair is not offered again."""

    __tablename__ = "duplicate_verdict"

    left_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    right_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
