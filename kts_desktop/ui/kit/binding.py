"""Spare the program what PySide6 does at every import.

Once QtCore is loaded, PySide6 reads and tokenises the source of every module imported afterwards, only to see
whether its text names PySide6 (for the switches of spelling behind ``__feature__``, which this program does
not use). On the modules an office needs that costs 15 to 50 % of the import itself. The answer is known
without reading: modules of this package may name it, others do not matter.
"""

from types import ModuleType

import PySide6.QtCore  # noqa: F401 - loads the support modules
import shibokensupport.feature as _feature

OWN = "kts_desktop."


def spare_imports() -> bool:
    """Put the short answer in place; returns False where a newer PySide6 asks in another way."""
    if not hasattr(_feature, "_mod_uses_pyside"):
        return False
    _feature._mod_uses_pyside = names_qt  # noqa: SLF001 - the one private name of PySide6 used, guarded above
    return True


def names_qt(module: ModuleType) -> bool:
    """Tell whether a module may use Qt: only ours do."""
    return module.__name__.startswith(OWN)
