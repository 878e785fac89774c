"""Networks and who belongs to them."""

from datetime import date

from sqlalchemy import ForeignKey

from kts_desktop.models.base import Record
from kts_desktop.models.declaring import Mapped, mapped_column


class Network(Record, kw_only=True):
    """A network, platform, working community or learning group."""

    __tablename__ = "network"

    kind: Mapped[str]  # value list network
    name: Mapped[str]
    remark: Mapped[str] = mapped_column(default="")


class NetworkMembership(Record, kw_only=True):
    """A person, a body, or a person for a body in a network."""

    __tablename__ = "network_membership"

    network_id: Mapped[int] = mapped_column(ForeignKey("network.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), default=None, index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id"), default=None, index=True
    )
    role: Mapped[str] = mapped_column(default="")
    group: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")  # national or municipal (ISCN)
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
