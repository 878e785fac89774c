"""How the exchange is told: trust, stages, effects, times."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.exchange.sync.views import Colleague, Conflict, Entry, Opinion, OwnLaptop, Stage, Trust
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import Card

CHIPS = {Trust.CONFIRMED: "done", Trust.UNCONFIRMED: "wait", Trust.REVOKED: "due"}
STAGE_CHIPS = {
    Stage.NEW: "open",
    Stage.WAITING: "wait",
    Stage.TAKEN: "done",
    Stage.TAKEN_BACK: "empty",
    Stage.REFUSED: "due",
    Stage.SENT: "empty",
}


def trust_word(trust: Trust) -> str:
    """Return a state of trust in the language in force."""
    return {
        Trust.CONFIRMED: QCoreApplication.translate("exchange", "confirmed"),
        Trust.UNCONFIRMED: QCoreApplication.translate("exchange", "not confirmed"),
        Trust.REVOKED: QCoreApplication.translate("exchange", "revoked"),
    }[trust]


def stage_word(stage: Stage) -> str:
    """Return where a package stands in the language in force."""
    return {
        Stage.NEW: QCoreApplication.translate("exchange", "new"),
        Stage.WAITING: QCoreApplication.translate("exchange", "waiting"),
        Stage.TAKEN: QCoreApplication.translate("exchange", "taken over"),
        Stage.TAKEN_BACK: QCoreApplication.translate("exchange", "taken back"),
        Stage.REFUSED: QCoreApplication.translate("exchange", "refused"),
        Stage.SENT: QCoreApplication.translate("exchange", "sent"),
    }[stage]


def effect_word(effect: str) -> str:
    """Return what a package does to a record; an effect without a word is shown as it is."""
    return {
        "new": QCoreApplication.translate("exchange", "new"),
        "newer": QCoreApplication.translate("exchange", "changed"),
        "concurrent": QCoreApplication.translate("exchange", "conflict"),
        "deleted": QCoreApplication.translate("exchange", "to the bin"),
        "restored": QCoreApplication.translate("exchange", "out of the bin"),
        "erased": QCoreApplication.translate("exchange", "erased"),
    }.get(effect, effect)


def effect_chip(effect: str) -> str:
    """Return the colour of an effect's chip."""
    chips = {"new": "done", "newer": "open", "concurrent": "wait", "deleted": "due", "erased": "due"}
    return chips.get(effect, "empty")


def opinion_word(opinion: Opinion) -> str:
    """Return why a field is on the list of conflicts."""
    return {
        Opinion.VALUES: QCoreApplication.translate("exchange", "two values"),
        Opinion.TEXT: QCoreApplication.translate("exchange", "two wordings"),
        Opinion.EXISTENCE: QCoreApplication.translate("exchange", "deleted or kept"),
    }[opinion]


def conflict_field(conflict: Conflict, language: str) -> str:
    """Return what a conflict is about."""
    if conflict.opinion is Opinion.EXISTENCE:
        return QCoreApplication.translate("exchange", "Bin")
    return field_name(conflict.field, language)


def moment(ms: int | None) -> datetime | None:
    """Return milliseconds since 1970 as a moment."""
    return None if ms is None else datetime.fromtimestamp(ms / 1000, UTC)


def age(ms: int | None, now: datetime) -> str:
    """Return how long ago, or that there was nothing yet."""
    at = moment(ms)
    if at is None:
        return QCoreApplication.translate("exchange", "never")
    return formats.current().relative(at, now)


class LaptopCards:
    """Tells a laptop in three lines: name, owner and trust, how old the knowledge of each other is."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self, row: Colleague | OwnLaptop) -> Card:
        """Return the card of a row."""
        if isinstance(row, OwnLaptop):
            own = row.unsealed_changes
            told = QCoreApplication.translate("exchange", "%n own change(s) not yet given out", "", own)
            return Card(
                headline=QCoreApplication.translate("exchange", "This laptop"),
                line=" · ".join(part for part in (row.person, row.label) if part),
                note=told if row.unsealed_changes else "",
            )
        count = row.unconfirmed_changes
        waiting = QCoreApplication.translate("exchange", "%n change(s) not confirmed", "", count)
        return Card(
            headline=row.person or row.label,
            aside=age(row.theirs_ms, self.now),
            line=row.label if row.person else "",
            chip=trust_word(row.trust),
            kind=CHIPS[row.trust],
            note=waiting if row.unconfirmed_changes and row.trust is Trust.CONFIRMED else "",
        )


class EntryCards:
    """Tells a package in three lines: from or to whom, when, how it stands."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self, row: Entry) -> Card:
        """Return the card of a row."""
        whom = QCoreApplication.translate("exchange", "to {0}") if row.stage is Stage.SENT else "{0}"
        return Card(
            headline=whom.format(row.partner or QCoreApplication.translate("exchange", "unknown sender")),
            aside=age(row.at_ms, self.now),
            line=formats.current().size(row.size),
            chip=stage_word(row.stage),
            kind=STAGE_CHIPS[row.stage],
        )


class ConflictCards:
    """Tells a conflict in three lines: record, field, whose values."""

    def __init__(self) -> None:
        self.language = "de"

    def __call__(self, row: Conflict) -> Card:
        """Return the card of a row."""
        people = dict.fromkeys(side.person or side.laptop for side in row.sides)
        return Card(
            headline=row.title,
            line=f"{kind_name(row.kind, self.language)} · {conflict_field(row, self.language)}",
            chip=opinion_word(row.opinion),
            kind="wait",
            note=", ".join(people),
        )
