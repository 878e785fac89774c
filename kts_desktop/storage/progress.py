"""How long steps tell how far they are."""

from collections.abc import Callable

Progress = Callable[[int, int], None]  # done, of how many; may raise to stop


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""
