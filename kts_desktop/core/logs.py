"""The log file: small, rotating, without personal data."""

import logging
import logging.handlers
from pathlib import Path

_MEGABYTE = 1_000_000


def start_log(folder: Path) -> None:
    """Send records and Python warnings to ``kts-desktop.log`` in ``folder`` (five files of 1 MB)."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "kts-desktop.log", maxBytes=_MEGABYTE, backupCount=4, encoding="utf-8", delay=True
    )
    logging.basicConfig(
        level=logging.INFO, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    logging.captureWarnings(capture=True)
