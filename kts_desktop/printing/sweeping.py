"""Garbage that waits for the end of a paper."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def unswept() -> Generator[None]:
    """Let the collector of garbage wait: it costs a paper an eighth, a long list a quarter, for little."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
