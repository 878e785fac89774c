"""What a flowable may know of the frame it is about to stand in."""
# ruff: noqa: SLF001 - ReportLab has no public name for it

from typing import Any

from reportlab.platypus import Flowable


def stands_at_top(flowable: Flowable) -> bool:
    """Tell whether the flowable would be the first in its frame; false outside of any."""
    frame: Any = getattr(flowable, "_frame", None)
    return frame is not None and bool(frame._atTop)


def split_within(outer: Flowable, inner: Flowable, width: float, height: float) -> list[Flowable]:
    """Return the parts of a flowable that stands in another one, as if it stood in that one's frame."""
    frame: Any = getattr(outer, "_frame", None)
    if frame is not None:
        inner._frame = frame  # type: ignore[attr-defined]
    return list(
        inner.splitOn(outer.canv, width, height) if hasattr(outer, "canv") else inner.split(width, height)
    )
