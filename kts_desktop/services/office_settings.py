"""What the office is called and how it writes: settings, never constants."""

from dataclasses import dataclass, fields

from sqlalchemy import select

from kts_desktop.core.errors import ValidationError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.vocabulary import Setting
from kts_desktop.storage.sessions import Session

KIND = Setting.__tablename__
_YEARS = frozenset(str(year) for year in range(1, 11))  # after ten the lines go as well


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSettings:
    """Name, letterhead and numbering of the office.

    ``number_pattern`` knows ``{unit}``, ``{mark}``, ``{running}`` (also ``{running:04}``) and ``{year}``.
    """

    office_name: str = "Koordinierungs- und Transferstelle Modellprojekte Smart Cities"
    office_short: str = "KTS"
    unit: str = "PB"
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    controller: str = ""  # Art. 4 GDPR
    privacy_officer: str = ""
    history_years: str = "3"  # how long old values of people and bodies are kept
    number_pattern: str = "KTS-{unit}/{mark}{running:04}#{year}"
    home_state: str = "05"  # whose public holidays count
    confidentiality: str = ""
    is_demo: bool = False


def read(session: Session) -> OfficeSettings:
    """Return the settings; what was never set has its default."""
    found = session.execute(select(Setting.key, Setting.value).where(Setting.deleted_at.is_(None)))
    stored = {key: value for key, value in found}  # noqa: C416 - rows, not pairs
    values: dict[str, str | bool] = {}
    for field in fields(OfficeSettings):
        if f"office.{field.name}" in stored:
            text = stored[f"office.{field.name}"]
            values[field.name] = text == "1" if field.name == "is_demo" else text
    return OfficeSettings(**values)  # type: ignore[arg-type]


def save(session: Session, settings: OfficeSettings) -> None:
    """Store what differs; raises ValidationError for a pattern that gives no file number."""
    _check(settings)
    rows = {row.key: row for row in session.scalars(select(Setting).where(Setting.key.like("office.%")))}
    present = read(session)
    for field in fields(OfficeSettings):
        value = getattr(settings, field.name)
        key = f"office.{field.name}"
        if value == getattr(present, field.name):
            continue
        text = ("1" if value else "0") if isinstance(value, bool) else value.strip()
        if key in rows:
            rows[key].value, rows[key].deleted_at = text, None
        else:
            session.add(Setting(uid=link_uid("setting", key.encode()), key=key, value=text))
    session.flush()


def _check(settings: OfficeSettings) -> None:
    if not settings.office_name.strip():
        raise ValidationError("office_name", "blank")
    if settings.history_years.strip() not in _YEARS:
        raise ValidationError("history_years", "bad_years")
    try:
        one = settings.number_pattern.format(unit="U", mark="A", running=1, year=2026)
        two = settings.number_pattern.format(unit="U", mark="A", running=2, year=2026)
    except (KeyError, IndexError, ValueError):
        raise ValidationError("number_pattern", "bad_number_pattern") from None
    if one == two:
        raise ValidationError("number_pattern", "bad_number_pattern")
