"""Tables when they are asked for, mapping when it is first needed.

A class of ``models`` is written as SQLAlchemy's mapped dataclasses are. When one of its attributes is first
asked for, its table is made, and the attributes are its columns: enough for a statement that names columns.
Once anyone makes a record or names a class as a whole, ``map_all`` loads SQLAlchemy's mapper and maps all
classes to their tables; from then on they are ordinary mapped classes. A list needs none of it, so no start.
"""

from collections.abc import Callable, Iterator, Mapping
from inspect import get_annotations
from threading import RLock
from typing import Any, get_args

from sqlalchemy import CheckConstraint, Column, Table

_ABSENT: Any = object()


class Mapped:
    """Marks an annotation as a column: ``Mapped[str]``, ``Mapped[int | None]``."""

    __slots__ = ("is_optional", "kind")

    def __init__(self, kind: object) -> None:
        parts = get_args(kind)
        self.is_optional = type(None) in parts
        (self.kind,) = [part for part in parts if part is not type(None)] if parts else [kind]

    def __class_getitem__(cls, kind: object) -> "Mapped":
        return cls(kind)


class Wanted:
    """What a class says of one column."""

    __slots__ = ("args", "default", "factory", "in_constructor", "options", "place")

    def __init__(
        self,
        *args: Any,
        default: Any = _ABSENT,
        default_factory: Callable[[], Any] | None = None,
        init: bool = True,
        sort_order: int = 0,
        **options: Any,
    ) -> None:
        self.args = args
        self.default, self.factory = default, default_factory
        self.in_constructor = init
        self.place = sort_order
        self.options = options

    def column(self, name: str, marked: Mapped, types: Mapping[Any, Any]) -> Column[Any]:
        """Return a new column; a class may be the root of several tables."""
        options = dict(self.options)
        if self.default not in (_ABSENT, None):
            options["default"] = self.default
        if "primary_key" not in options:
            options.setdefault("nullable", marked.is_optional)
        return Column(name, types[marked.kind], *map(_fresh, self.args), **options)

    def is_required(self) -> bool:
        """Tell whether the constructor asks for it."""
        return self.in_constructor and self.default is _ABSENT and self.factory is None


_PLAIN = Wanted()


class Tabled(type):
    """Class of the classes: they are mapped when one is called or named as a whole in a statement."""

    def __call__(cls, *args: Any, **values: Any) -> Any:
        """Make a record."""
        map_all()
        return super().__call__(*args, **values)

    def __getattr__(cls, name: str) -> Any:
        wanted: Mapping[str, object] = type.__getattribute__(cls, "__wanted__")
        if name == "__table__" or name in wanted:
            return _found(cls, name)
        # what SQLAlchemy asks of anything it does not know; a mapped class has the second and lacks the first
        if name in {"__clause_element__", "__mapper__"} and _MAPPING.awaits(cls):
            map_all()
            return getattr(cls, name)
        raise AttributeError(f"{cls.__name__} has no {name}")


class Declared(metaclass=Tabled):
    """Root of all tables; the constructor takes each column by its name."""

    __wanted__: Mapping[str, tuple[Mapped, Wanted]] = {}

    def __init_subclass__(cls, **_for_the_type_checker: bool) -> None:
        super().__init_subclass__()
        own = {name: mark for name, mark in get_annotations(cls).items() if isinstance(mark, Mapped)}
        cls.__wanted__ = {
            **cls.__wanted__,
            **{name: (mark, cls.__dict__.get(name, _PLAIN)) for name, mark in own.items()},
        }
        for name in own:
            if name in cls.__dict__:
                delattr(cls, name)  # an attribute that is not there asks for the table
        if "__tablename__" in cls.__dict__:
            _MAPPING.add(cls)

    def __init__(self, **values: Any) -> None:
        wanted = type(self).__wanted__
        for name in values:
            if name not in wanted or not wanted[name][1].in_constructor:
                raise TypeError(f"{type(self).__name__} takes no {name}")
        for name, (_, one) in wanted.items():
            if name in values:
                setattr(self, name, values[name])
            elif one.is_required():
                raise TypeError(f"{type(self).__name__} needs {name}")
            elif one.in_constructor:
                setattr(self, name, one.factory() if one.factory else one.default)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(id={getattr(self, 'id', None)})"


class Other:
    """A table under another name, to be joined to itself; its columns are attributes as on the class."""

    def __init__(self, table: Table) -> None:
        self._alias = table.alias()

    def __clause_element__(self) -> Any:
        return self._alias

    def __getattr__(self, name: str) -> Any:
        try:
            return self._alias.c[name]
        except KeyError:
            raise AttributeError(name) from None


def aliased(entity: Any) -> Any:
    """Return the table of a class under another name; for statements that name columns."""
    return Other(entity.__table__)


def map_all() -> None:
    """Map every class there is; those defined later are mapped at once."""
    _MAPPING.begin()


def make_tables() -> None:
    """Make the tables of all classes there are, for what looks through the metadata as a whole."""
    for cls in classes():
        _MAPPING.table(cls)


def classes() -> frozenset["type[Declared]"]:
    """Return the classes that have a table."""
    return _MAPPING.classes()


def is_mapped() -> bool:
    """Tell whether the mapper is loaded: only since then can a statement name a class as a whole."""
    return _MAPPING.has_begun


class _Mapping:
    """The classes that wait for their table or for the mapper, and the mapper once it is loaded."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._known: dict[type[Declared], Table | None] = {}
        self._unmapped: set[type] = set()
        self._registry: Any = None

    @property
    def has_begun(self) -> bool:
        return self._registry is not None

    def awaits(self, cls: type) -> bool:
        return cls in self._unmapped

    def classes(self) -> frozenset["type[Declared]"]:
        return frozenset(self._known)

    def add(self, cls: type[Declared]) -> None:
        with self._lock:
            self._known[cls] = None
            self._unmapped.add(cls)
            if self.has_begun:
                self.begin()

    def table(self, cls: type[Declared]) -> Table:
        with self._lock:
            made = self._known[cls]
            if made is None:
                made = self._known[cls] = _make_table(cls)
            return made

    def begin(self) -> None:
        if self.has_begun and not self._unmapped:
            return
        with self._lock:
            if self._registry is None:
                from sqlalchemy.orm import registry

                self._registry = registry()
            for cls in [one for one in self._known if one in self._unmapped]:
                self._registry.map_imperatively(cls, self.table(cls))
                self._unmapped.discard(cls)


_MAPPING = _Mapping()


def _found(cls: type, name: str) -> Any:
    if not issubclass(cls, Declared) or cls not in _MAPPING.classes():
        raise AttributeError(f"{cls.__name__} has no table")
    table = _MAPPING.table(cls)
    return table if name == "__table__" else table.c[name]


def _make_table(cls: type[Declared]) -> Table:
    told = getattr(cls, "__table_args__", ())
    args, options = (told[:-1], told[-1]) if isinstance(told, tuple) and told else ((), told or {})
    table = Table(vars(cls)["__tablename__"], cls.metadata, *_columns(cls), *args, **options)
    for column in table.columns:
        setattr(cls, column.name, column)
    cls.__table__ = table  # type: ignore[attr-defined] # last: whoever finds it finds all columns
    return table


def _columns(cls: type[Declared]) -> Iterator[Column[Any]]:
    types: Mapping[Any, Any] = cls.type_annotation_map
    for name, (mark, wanted) in sorted(cls.__wanted__.items(), key=lambda item: item[1][1].place):
        yield wanted.column(name, mark, types)


def _fresh(argument: Any) -> Any:
    """Return a constraint anew, since one belongs to one table; all else is used once anyway."""
    if isinstance(argument, CheckConstraint):
        return CheckConstraint(argument.sqltext, name=argument.name)
    return argument
