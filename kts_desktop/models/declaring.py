"""What tables are written with: to the type checker SQLAlchemy's own, at run time ``late``.

So statements, records and constructors are checked as those of any mapped class, and a start does not load
the mapper.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, aliased, mapped_column

    class Declared(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False):
        """Root of all tables."""

else:
    from kts_desktop.models.late import Declared, Mapped, aliased
    from kts_desktop.models.late import Wanted as mapped_column  # noqa: N813 - a class that is called

__all__ = ["Declared", "Mapped", "aliased", "mapped_column"]
