"""What a flowable may know of the frame it is about to stand in."""
# ruff: noqa: SLF001 - ReportLab has no public name for it

from typing import Any

from reportlab.platypus import Flowable


def stands_at_top(flowable: Flowable) -> bool:
    """Tell whether the flowable would be the first in its frame; false outside of any."""
    frame: Any = getattr(flowable, "_frame", None)
    return frame is not None and bool(frame._atTop)
