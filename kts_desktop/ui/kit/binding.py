"""Spare the program what PySide6 does at every import.

Once QtCore is loaded, PySide6 stands in the place of Python's own import. It reads and tokenises the source
of every module imported afterwards, only to see whether its text names PySide6, and keeps a register of them:
for the switches of spelling behind ``__feature__``, which this program does not use. On the modules an office
needs that costs 15 to 50 % of the import itself, and two microseconds at each of thousands of import
statements. Python's own import takes its place again.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts the other import in place


def spare_imports() -> bool:
    """Give Python its own import back; returns False where a newer PySide6 goes another way."""
    own = vars(builtins).get("__orig_import__")  # where PySide6 keeps it
    if own is None:
        return False
    builtins.__import__ = own
    return True
