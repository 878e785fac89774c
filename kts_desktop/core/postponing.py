"""Spare a start the modules that a library imports for cases which do not arise here.

SQLAlchemy imports asyncio, for asynchronous engines, and the metadata of installed packages, for plug-ins.
Both are large, and neither is needed to read a file. A placeholder takes the place of each; who asks it for
anything gets the real one.
"""

import importlib
import sys
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any


def postpone(name: str, functions: Iterable[str] = ()) -> None:
    """Import a module when something of it is first wanted; nothing happens if it is imported already.

    ``functions`` are taken from the module by name at once, and called much later or never.
    """
    if name not in sys.modules:
        sys.modules[name] = _Placeholder(name, functions)


class _Placeholder(ModuleType):
    def __init__(self, name: str, functions: Iterable[str]) -> None:
        super().__init__(name)
        for function in functions:
            setattr(self, function, self._deferred(function))

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self._real(), attribute)

    def _deferred(self, function: str) -> Callable[..., Any]:
        def call(*args: Any, **values: Any) -> Any:
            return getattr(self._real(), function)(*args, **values)

        return call

    def _real(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return importlib.import_module(self.__name__)
