"""Imports without a detour, for a quick start; imported before anything that is large.

The Qt binding reads the source of every module imported after it, to see whether that module asks for Python
names of Qt's methods. None of ours does, and reading costs a fifth of the time of all imports: SQLAlchemy
alone has more than two hundred files. The answer "perhaps" spares it, and switches nothing on.
"""

import sys
from types import ModuleType

_BINDING = "shibokensupport.feature"
_QUESTION = "_mod_uses_pyside"


def spare_sources() -> bool:
    """Answer the binding's question without reading; tell whether this version of it asks."""
    binding = sys.modules.get(_BINDING)
    if binding is None or not hasattr(binding, _QUESTION):
        return False
    setattr(binding, _QUESTION, _perhaps)
    return True


def _perhaps(_module: ModuleType) -> bool:
    return True


IS_SPARED = spare_sources()
