"""The office's own people: advisers, their absences, what they are responsible for."""

from datetime import date

from sqlalchemy import ForeignKey

from kts_desktop.models.base import Record
from kts_desktop.models.declaring import Mapped, mapped_column


class Adviser(Record, kw_only=True):
    """An adviser of the office; ``mark`` stands in the file numbers given on this adviser's laptop."""

    __tablename__ = "adviser"

    name: Mapped[str]
    mark: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), default=None)
    left_on: Mapped[date | None] = mapped_column(default=None)


class Absence(Record, kw_only=True):
    """A time away, and who stands in."""

    __tablename__ = "absence"

    adviser_id: Mapped[int] = mapped_column(ForeignKey("adviser.id"), index=True)
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None, index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    remark: Mapped[str] = mapped_column(default="")


class Responsibility(Record, kw_only=True):
    """Who looks after a federal state, a project or a theme."""

    __tablename__ = "responsibility"

    adviser_id: Mapped[int] = mapped_column(ForeignKey("adviser.id"), index=True)
    scope: Mapped[str]  # state, project or theme
    code: Mapped[str] = mapped_column(default="")  # key of the state or code of the theme
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), default=None, index=True)
    is_deputy: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
