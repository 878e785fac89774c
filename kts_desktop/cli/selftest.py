"""Try every part of an installation, the frozen one above all: what a user needs must be in it."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kts_desktop import __version__
from kts_desktop.cli.answers import Answer, table
from kts_desktop.core import paths
from kts_desktop.core.clock import utc_now
from kts_desktop.models.vocab import Language
from kts_desktop.printing.papers import briefing
from kts_desktop.services import directory, offices, packs
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.offices import Names
from kts_desktop.storage import check
from kts_desktop.storage.creating import create_demo_profile
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.opening import open_profile

_FAILED = 1
_RESOURCES = (
    "fonts/SourceSans3-Regular.ttf",
    "icons/app.svg",
    "reference/municipalities.csv.gz",
    "reference/germany_states.json",
    "i18n/kts_de.qm",
    "sRGB.icc",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One part tried: what was found, or why it failed."""

    part: str
    is_sound: bool
    told: str


def run(_chosen: argparse.Namespace) -> Answer:
    """Try resources, an encrypted office, search, a pack, its preview and the keyring; 1 if any fails."""
    with tempfile.TemporaryDirectory(prefix="kts-selftest-") as place:
        trials = [_tried(name, trial, Path(place)) for name, trial in _TRIALS.items()]
    bad = sum(not trial.is_sound for trial in trials)
    rows = [["ok" if trial.is_sound else "FAILED", trial.part, trial.told] for trial in trials]
    frozen = "frozen" if getattr(sys, "frozen", False) else "source"
    return Answer(
        lines=[f"KTS Desktop {__version__} ({frozen}), Python {sys.version.split()[0]}", *table(rows)],
        data={"version": __version__, "build": frozen, "trials": trials},
        status=_FAILED if bad else 0,
    )


def _tried(name: str, trial: Callable[[Path], str], place: Path) -> Trial:
    try:
        return Trial(part=name, is_sound=True, told=trial(place))
    except Exception as error:  # noqa: BLE001 - a self-test tells whatever goes wrong
        return Trial(part=name, is_sound=False, told=f"{type(error).__name__}: {error}")


def _resources(_: Path) -> str:
    return f"{sum(paths.resource(name).stat().st_size > 0 for name in _RESOURCES)} files"


def _office(place: Path) -> str:
    made = create_demo_profile(place / "office", now=utc_now())
    offices.furnish(made.store, Names(office="", adviser="Selbsttest"))
    made.opened.close()
    again = open_profile(place / "office", now=utc_now())
    try:
        findings = check.check(again.folder, again.key, now=utc_now()).findings
        assert not findings, [finding.code for finding in findings]
        with again.store.read() as session:
            hits = directory.find(session, "Koeln")
        assert hits[0].name == "Köln", hits[0].name
    finally:
        again.close()
    return "encrypted, opened again, checked, searched"


def _paper(place: Path) -> str:
    again = open_profile(place / "office", now=utc_now())
    languages: tuple[Language, ...] = ("de", "en")
    try:
        with again.store.write("organisation.adopt") as session:
            body = directory.resolve(session, directory.find(session, "Bautzen")[0].token)
        with again.store.read() as session:
            made = [
                briefing.render(
                    packs.gather_body(
                        session, body, now=utc_now(), options=BriefingOptions(language=language)
                    )
                )
                for language in languages
            ]
    finally:
        again.close()
    (place / "pack.pdf").write_bytes(made[0].content)
    return f"{made[0].pages} + {made[1].pages} pages"


def _preview(place: Path) -> str:
    import pypdfium2  # only a preview needs it

    document = pypdfium2.PdfDocument(place / "pack.pdf")
    try:
        width, height = document[0].render().to_pil().size
    finally:
        document.close()
    return f"{width} × {height} px"


def _keyring(_: Path) -> str:
    return (
        "present" if offices.has_keyring(KeySources()) else "none: passphrase and recovery code open offices"
    )


def _window(place: Path) -> str:
    """Let the window program paint once, off screen, in a process of its own."""
    frozen = getattr(sys, "frozen", False)
    program = (
        [str(Path(sys.executable).with_name("kts-desktop"))]
        if frozen
        else [sys.executable, "-m", "kts_desktop"]
    )
    told = subprocess.run(  # noqa: S603 - our own program
        [*program, "--selftest", "--profile", str(place / "office")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    if told.returncode:
        raise RuntimeError(told.stderr.decode(errors="replace")[-300:])
    return "painted"


_TRIALS: dict[str, Callable[[Path], str]] = {
    "resources": _resources,
    "office": _office,
    "paper": _paper,
    "preview": _preview,
    "keyring": _keyring,
    "window": _window,
}
