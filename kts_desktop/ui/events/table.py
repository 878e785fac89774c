"""How an event looks in the list: a card with its day in front; and the columns of the participants."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from kts_desktop.core.clock import local_date
from kts_desktop.core.words import QT_TRANSLATE_NOOP
from kts_desktop.models.vocab import EventState
from kts_desktop.services.event_lists import EventRow
from kts_desktop.services.registration_lists import RegistrationOrder, RegistrationRow, SheetLine
from kts_desktop.ui.events import times, words
from kts_desktop.ui.kit import formats, theme
from kts_desktop.ui.kit.cards import Card, CardDelegate
from kts_desktop.ui.kit.measure import px
from kts_desktop.ui.kit.table import ROW_ROLE, Column
from kts_desktop.ui.kit.tokens import Tokens
from kts_desktop.ui.kit.value_words import ValueWords

_BLOCK = 46  # width of the day in front of a card
_HEADINGS = MappingProxyType(
    {
        "name": QT_TRANSLATE_NOOP("events", "Name"),
        "body": QT_TRANSLATE_NOOP("events", "Body"),
        "state": QT_TRANSLATE_NOOP("events", "State"),
        "role": QT_TRANSLATE_NOOP("events", "Role"),
        "waiting": QT_TRANSLATE_NOOP("events", "Waiting"),
        "registered": QT_TRANSLATE_NOOP("events", "Registered"),
        "badge": QT_TRANSLATE_NOOP("events", "Badge"),
        "arrived": QT_TRANSLATE_NOOP("events", "Arrived"),
        "photo": QT_TRANSLATE_NOOP("events", "Photo"),
        "remark": QT_TRANSLATE_NOOP("events", "Remark"),
        "no": QT_TRANSLATE_NOOP("events", "No."),
    }
)
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class EventWords:
    """Makes the texts of list and tables; ``words`` is exchanged when the language changes."""

    def __init__(self) -> None:
        self.words = ValueWords()

    def card(self, row: EventRow) -> Card:
        """Return the card of an event."""
        begin = times.in_zone(row.starts_at, row.zone)
        is_off = row.state == EventState.CANCELLED
        state = self.words.of(words.STATE, row.state)
        mode = self.words.of(words.MODE, row.mode)
        return Card(
            headline=row.title,
            aside=f"{begin:%H:%M}",
            line=" · ".join(part for part in (mode if is_off else state, self._place(row)) if part),
            chip=state if is_off else mode,
            kind="due" if is_off else "plain",
            note=words.places_told(row.places),
        )

    def state(self, row: RegistrationRow) -> str:
        """Return the state of a participant, and whether they moved up."""
        told = self.words.of(words.REGISTRATION, row.state)
        return (
            QCoreApplication.translate("events", "{0}, moved up").format(told) if row.has_moved_up else told
        )

    def role(self, row: RegistrationRow) -> str:
        """Return the role of a participant; nothing for the usual one."""
        return "" if row.role == "participant" else self.words.of(words.ROLE, row.role)

    def line_state(self, line: SheetLine) -> str:
        """Return the state of a line of the attendance sheet."""
        return self.words.of(words.REGISTRATION, line.state)

    def _place(self, row: EventRow) -> str:
        return ", ".join(dict.fromkeys(part for part in (row.host, row.venue) if part))


def participant_columns(told: EventWords) -> tuple[Column[RegistrationRow], ...]:
    """Return the columns of the participants."""
    order = RegistrationOrder
    return (
        Column(order.NAME, _Heading("name"), _name, width=200),
        Column(order.BODY, _Heading("body"), _body, width=140),
        Column(
            order.STATE,
            _Heading("state"),
            told.state,
            width=140,
            chip=_state_chip,
        ),
        Column(order.ROLE, _Heading("role"), told.role, width=110),
        Column(order.RANK, _Heading("waiting"), _rank, number=True, width=72),
        Column(order.REGISTERED, _Heading("registered"), _registered, width=96),
        Column(
            "badge",
            _Heading("badge"),
            _badge,
            width=90,
            shown=False,
            sortable=False,
        ),
        Column(
            "arrived",
            _Heading("arrived"),
            _arrived,
            width=90,
            shown=False,
            sortable=False,
        ),
        Column(
            "photo",
            _Heading("photo"),
            _photo,
            width=90,
            shown=False,
            sortable=False,
        ),
        Column(
            "remark",
            _Heading("remark"),
            _remark,
            width=160,
            shown=False,
            sortable=False,
        ),
    )


def sheet_columns(told: EventWords) -> tuple[Column[SheetLine], ...]:
    """Return the columns of the attendance sheet on the screen."""
    return (
        Column(
            "number",
            _Heading("no"),
            _number,
            number=True,
            width=64,
            sortable=False,
        ),
        Column("name", _Heading("name"), _sheet_name, width=220, sortable=False),
        Column("body", _Heading("body"), _sheet_body, width=200, sortable=False),
        Column(
            "state",
            _Heading("state"),
            told.line_state,
            width=150,
            sortable=False,
            chip=_line_chip,
        ),
    )


class EventDelegate(CardDelegate):
    """Draws the card of an event behind its day, month and day of the week."""

    def __init__(self, card: Callable[[Any], Card], parent: QWidget | None = None) -> None:
        super().__init__(card, parent)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground, the day, the words."""
        row, tokens, rect = index.data(ROW_ROLE), theme.tokens(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, tokens, rect, option.state)
        if row is not None:
            self._day(painter, tokens, rect, row)
            self._words(painter, tokens, rect.adjusted(px(_BLOCK + 12), 0, 0, 0), self._card(row))
        painter.restore()

    @staticmethod
    def _day(painter: QPainter, tokens: Tokens, rect: QRect, row: EventRow) -> None:
        day = times.in_zone(row.starts_at, row.zone).date()
        small, big = theme.font(12), theme.font(20, QFont.Weight.DemiBold)
        line, tall = QFontMetrics(small).height(), QFontMetrics(big).height()
        left, width = rect.left() + px(18), px(_BLOCK)
        top = rect.top() + (rect.height() - 2 * line - tall + px(2)) // 2
        for text, font, colour, height in (
            (times.month(day), small, tokens.accent, line),
            (str(day.day), big, tokens.text, tall - px(2)),
            (times.weekday(day), small, tokens.muted, line),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRect(left, top, width, height), _CENTRE, text)
            top += height
        edge = left + width + px(6)
        painter.fillRect(QRect(edge, rect.top() + px(12), 1, rect.height() - px(24)), QColor(tokens.border))


class _Heading:
    """The heading of a column in the language in force."""

    def __init__(self, key: str) -> None:
        self._source = _HEADINGS[key]

    def __call__(self) -> str:
        return QCoreApplication.translate("events", self._source)


def _name(row: RegistrationRow) -> str:
    if row.deputy_for:
        deputy = QCoreApplication.translate("events", "{0} (deputy for {1})")
        return deputy.format(row.name, row.deputy_for)
    return row.name


def _body(row: RegistrationRow) -> str:
    return row.body


def _state_chip(row: RegistrationRow) -> str:
    return words.REGISTRATION_CHIPS.get(row.state, "plain")


def _rank(row: RegistrationRow) -> str:
    return str(row.rank) if row.rank else ""


def _registered(row: RegistrationRow) -> str:
    return formats.current().day(local_date(row.registered_at)) if row.registered_at else ""


def _badge(row: RegistrationRow) -> str:
    return QCoreApplication.translate("events", "printed") if row.badge_printed_at else ""


def _arrived(row: RegistrationRow) -> str:
    return f"{row.arrived_at.astimezone():%H:%M}" if row.arrived_at else ""


def _photo(row: RegistrationRow) -> str:
    return QCoreApplication.translate("events", "no photo") if row.no_photo else ""


def _remark(row: RegistrationRow) -> str:
    return row.remark


def _number(line: SheetLine) -> str:
    return str(line.number)


def _sheet_name(line: SheetLine) -> str:
    return f"{line.family_name}, {line.given_name}" if line.given_name else line.family_name


def _sheet_body(line: SheetLine) -> str:
    return line.body


def _line_chip(line: SheetLine) -> str:
    return words.REGISTRATION_CHIPS.get(line.state, "plain")
