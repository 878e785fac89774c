"""Samples of every paper of the catalogue: subjects of an office, options, and the checks each must pass."""

import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from kts_desktop.core.errors import UserFacingError
from kts_desktop.printing.catalogue import PAPERS, PaperKind
from kts_desktop.services.paper_options import Ask, Option, PaperOptions, options_of
from kts_desktop.storage.sessions import Session
from tests.helpers import pdf_checks

WITHOUT_NUMBERS = frozenset({"badges", "labels", "signs", "certificate", "calibration", "letter", "keycard"})
NOW = datetime.fromisoformat("2026-11-24T09:30:00+01:00")
_RICHEST = {  # of each kind the records most is known of
    "organisation": "SELECT organisation_id FROM advisory_case WHERE deleted_at IS NULL"
    " GROUP BY organisation_id ORDER BY count(*) DESC, organisation_id",
    "advisory_case": "SELECT case_id FROM note WHERE deleted_at IS NULL AND case_id IS NOT NULL"
    " GROUP BY case_id ORDER BY count(*) DESC, case_id",
    "event": "SELECT event_id FROM registration WHERE deleted_at IS NULL"
    " GROUP BY event_id ORDER BY count(*) DESC, event_id",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One paper about one subject, with options."""

    kind: PaperKind
    ask: Ask

    def __str__(self) -> str:
        return f"{self.kind.key} of {self.ask.kind or 'the office'} {self.ask.ids} {self.ask.options}"


def chosen(session: Session, word: str, chance: random.Random) -> Sample:
    """Return a sample of a paper with subject and options by chance."""
    kind = PAPERS[word]
    subject = chance.choice(sorted(kind.subjects))
    options = kind.options()
    for option in options_of(kind.options):
        options = replace(options, **{option.name: _value(option, chance)})
    ids = _ids(session, subject)
    return Sample(kind, _ask(subject, ids, options))


def every(session: Session, word: str) -> Iterator[Sample]:
    """Yield the paper for each kind of subject, in both languages and with each option changed alone."""
    kind = PAPERS[word]
    for subject in sorted(kind.subjects):
        ids = _ids(session, subject)
        for options in _each(kind.options):
            yield Sample(kind, _ask(subject, ids, options))


def gathered(session: Session, sample: Sample) -> Any:
    """Return the data, or None where the paper says in a sentence that it has nothing to print."""
    try:
        return sample.kind.gather(session, sample.ask)
    except UserFacingError:
        return None


def findings(word: str, content: bytes) -> list[str]:
    """Return what every check says about a paper."""
    sheet = word in WITHOUT_NUMBERS
    found = pdf_checks.problems(content, numbered=not sheet, margin=0 if sheet else 20)
    for profile in ("ua1", "2a"):
        found += pdf_checks.violations(content, profile)
    return found


def complaints(content: bytes, folder: Path) -> list[str]:
    """Return what poppler and qpdf say about a file, where they are installed."""
    path = folder / "paper.pdf"
    path.write_bytes(content)
    out = []
    for command in (["qpdf", "--check"], ["pdffonts"], ["pdfinfo", "-struct-text"], ["pdftotext"]):
        if shutil.which(command[0]):
            more = [str(folder / "paper.txt")] if command[0] == "pdftotext" else []
            done = subprocess.run([*command, str(path), *more], capture_output=True, check=False)
            if done.returncode or done.stderr:
                out.append(f"{command[0]}: {done.stderr.decode('utf-8', 'replace')[:200]}")
    return out


def _ids(session: Session, kind: str) -> list[int]:
    if not kind:
        return []
    query = _RICHEST.get(kind, f"SELECT id FROM {kind} WHERE deleted_at IS NULL ORDER BY id")
    return [int(row[0]) for row in session.execute(text(f"{query} LIMIT 3"))]


def _ask(kind: str, ids: list[int], options: PaperOptions) -> Ask:
    return Ask(kind=kind, ids=tuple(ids[:1]), options=options, now=NOW)


def _values(option: Option) -> list[Any]:
    """Return the values worth trying."""
    if option.choices:
        return [option.kind(choice) for choice in option.choices]
    if option.kind is bool:
        return [False, True]
    if option.kind is int:
        edges = (option.at_least, option.default, option.at_most)
        return [value for value in edges if value is not None]
    return [option.default]


def _value(option: Option, chance: random.Random) -> Any:
    return chance.choice(_values(option))


def _each(kind: type[PaperOptions]) -> Iterator[PaperOptions]:
    for language in ("de", "en"):
        usual = replace(kind(), language=language)
        yield usual
        for option in options_of(kind):
            for value in _values(option):
                if option.name != "language" and value != option.default:
                    yield replace(usual, **{option.name: value})
