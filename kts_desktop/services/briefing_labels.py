"""What the gathering of a pack asks again and again: labels, names, cut texts, loose dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kts_desktop.models.person import Person
from kts_desktop.services import vocabulary
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.services.salutations import Name, named
from kts_desktop.services.snapshot import LooseDate, Precision
from kts_desktop.storage.sessions import Session

LISTS = (
    "advice_form",
    "body_type",
    "case_priority",
    "case_state",
    "charter_guideline",
    "cohort",
    "event_mode",
    "event_role",
    "funding_kind",
    "measure_stage",
    "milestone_kind",
    "note_kind",
    "organisation_kind",
    "programme_category",
    "programme_field",
    "project_form",
    "project_member_role",
    "project_phase",
    "registration_state",
    "size_class",
    "state",
    "theme",
)
_CUT = {"de": "… siehe Akte", "en": "… see file"}
_MONTH_LENGTH, _YEAR_LENGTH = len("2026-11"), len("2026")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """For whom and when a pack is gathered; ``labels`` holds the value lists in its language."""

    session: Session
    language: str
    now: datetime
    today: date
    since: datetime
    labels: Mapping[str, Mapping[str, str]]

    def label(self, list_key: str, code: str) -> str:
        """Return the label of a code; a code without one stands for itself."""
        return self.labels[list_key].get(code, code)

    def label_all(self, list_key: str, codes: Sequence[str]) -> tuple[str, ...]:
        """Return the labels of several codes in their order."""
        return tuple(self.label(list_key, code) for code in codes)

    def cut(self, text: str, longest: int) -> str:
        """Return the text, cut at a word and ending with a hint to the file if it is too long."""
        if len(text) <= longest:
            return text
        return f"{text[:longest].rsplit(maxsplit=1)[0]} {_CUT[self.language]}"


def asked(session: Session, *, language: str, now: datetime, months_back: int) -> Asked:
    """Return the question with its labels read."""
    local = now.astimezone(PAPER_ZONE).replace(microsecond=0)  # as the log keeps it
    months = local.year * 12 + local.month - 1 - months_back
    since = local.replace(year=months // 12, month=months % 12 + 1, day=1, hour=0, minute=0)
    return Asked(
        session=session,
        language=language,
        now=local,
        today=local.date(),
        since=since,
        labels=vocabulary.many_labels(session, LISTS, language),
    )


def name_of(person: Person | None, language: str) -> str:
    """Return a person as a text names them; nothing for nobody, as an outer join may find."""
    if person is None:
        return ""
    name = Name(
        family_name=person.family_name,
        given_name=person.given_name,
        salutation=person.salutation,
        degree=person.degree,
        name_prefix=person.name_prefix,
        name_suffix=person.name_suffix,
        office_title=person.office_title,
    )
    return named(name, language=language)


def day_of(moment: datetime | None) -> date | None:
    """Return the local day of a moment that may be missing."""
    return None if moment is None else moment.astimezone(PAPER_ZONE).date()


def loose(text: str) -> LooseDate | None:
    """Return a date written as ``2021``, ``2021-09`` or ``2021-09-01``; None for anything else."""
    try:
        match len(text):
            case 0:
                return None
            case n if n == _YEAR_LENGTH:
                return LooseDate(on=date(int(text), 1, 1), precision=Precision.YEAR)
            case n if n == _MONTH_LENGTH:
                return LooseDate(on=date.fromisoformat(f"{text}-01"), precision=Precision.MONTH)
            case _:
                return LooseDate(on=date.fromisoformat(text))
    except ValueError:
        return None
