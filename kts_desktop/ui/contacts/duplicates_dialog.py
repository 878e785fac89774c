"""The dialog that compares two people side by side: merge, not duplicates, next."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton, QScrollArea, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.sentences.fields import field_name
from kts_desktop.services.duplicates import Pair
from kts_desktop.services.person_cards import PersonCard
from kts_desktop.services.persons import PersonDraft
from kts_desktop.ui.contacts.duplicates_presenter import FIELDS, DuplicatesPresenter
from kts_desktop.ui.contacts.words import SALUTATION, Words, joined, language_name, reasons, span
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.workspace import Workspace

LEFT, RIGHT = 0, 1
_NAMES = ("family_name", "given_name", "salutation", "degree", "name_prefix", "name_suffix", "office_title")


class DuplicatesDialog(Dialog):
    """Shows a pair; what differs is chosen by a radio button, what hangs on both comes along anyway."""

    undoable = Signal(str)  # what was done

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(self.tr("Possible duplicates"), parent)
        self.setObjectName("contacts.duplicates")
        self._workspace = workspace
        self._groups: dict[str, QButtonGroup] = {}
        self._drafts: tuple[PersonDraft, PersonDraft] = (PersonDraft(), PersonDraft())
        self._why = self.add_sentence(self.tr("Looking for duplicates …"))
        self._error = self.add_sentence("")
        self._error.setProperty("role", "error")
        self._error.setVisible(False)
        self._table = QWidget(self)
        self._table.setProperty("role", "clear")
        self._grid = QGridLayout(self._table)
        spaced(self._grid, (0, 0, 12, 0), 10)
        self._area = QScrollArea(self)
        self._area.setWidget(self._table)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._area, 1)
        self.leave = self.add_close(self.tr("Close"))
        self.skip = self.add_verb(self.tr("Decide later"))
        self.distinct = self.add_verb(self.tr("Not duplicates"))
        self.merge = self.add_verb(self.tr("Merge"), primary=True)
        self.presenter = DuplicatesPresenter(workspace, self, self)
        self._name_parts()
        self._connect()
        self._enable(is_on=False)
        sized(self, min_width=760, min_height=480)

    @property
    def words(self) -> Words:
        """Return the labels in the language in force."""
        return self.presenter.words

    def show_pair(self, pair: Pair, left: PersonCard, right: PersonCard, place: int, count: int) -> None:
        """Show two people side by side; the left one would be kept."""
        self._drafts = (left.draft, right.draft)
        self._error.setVisible(False)
        counted = self.tr("Pair {0} of {1}").format(place, count) if count > 1 else ""
        self._why.setText(joined(counted, reasons(pair.reasons)) or self.tr("Two people you chose"))
        self._fill(left, right)
        self.skip.setVisible(count > 1)
        self._enable(is_on=True)
        announce(self, f"{left.draft.full}, {right.draft.full}")
        self.merge.setFocus()

    def show_end(self, decided: int) -> None:
        """Say that no pair is left."""
        self._clear()
        self._enable(is_on=False)
        done = self.tr("%n pair(s) decided.", "", decided) if decided else ""
        self._why.setText(joined(done, self.tr("No possible duplicates are left."), by=" "))
        self.leave.setFocus()

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused."""
        self._error.setText(sentence(error, self._workspace.language))
        self._error.setVisible(True)

    def show_undo(self, text: str) -> None:
        """Pass on what was done, so that the page offers to take it back."""
        self.undoable.emit(text)

    def chosen(self) -> PersonDraft:
        """Return the fields as chosen; those without a choice are the same on both sides."""
        left, right = self._drafts
        taken: dict[str, Any] = {
            key: getattr(right, key) for key, group in self._groups.items() if group.checkedId() == RIGHT
        }
        return replace(left, **taken)

    def _name_parts(self) -> None:
        for key, button in (
            ("close", self.leave),
            ("skip", self.skip),
            ("distinct", self.distinct),
            ("merge", self.merge),
        ):
            button.setObjectName(f"contacts.duplicates.{key}")

    def _connect(self) -> None:
        self.skip.clicked.connect(self.presenter.advance)
        self.distinct.clicked.connect(self.presenter.distinct)
        self.merge.clicked.connect(self._on_merge)

    def _enable(self, *, is_on: bool) -> None:
        for button in (self.skip, self.distinct, self.merge):
            button.setEnabled(is_on)
            button.setVisible(is_on)

    def _clear(self) -> None:
        for group in self._groups.values():
            group.deleteLater()
        self._groups = {}
        empty(self._grid)

    def _fill(self, left: PersonCard, right: PersonCard) -> None:
        self._clear()
        self._add_heads()
        for key in FIELDS:
            values = [getattr(card.draft, key) for card in (left, right)]
            texts = [self._text(key, value) for value in values]
            if texts[LEFT] == texts[RIGHT]:
                if texts[LEFT] and key in _NAMES:
                    self._add_row(field_name(key, self._workspace.language), texts)
            else:
                self._add_choice(key, texts)
        for heading, told in self._hanging(left, right):
            self._add_row(heading, told)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _add_heads(self) -> None:
        for column, text in ((1, self.tr("Older record (is kept)")), (2, self.tr("Younger record"))):
            head = QLabel(text, self._table)
            head.setProperty("role", "heading")
            self._grid.addWidget(head, 0, column)

    def _add_row(self, name: str, texts: list[str]) -> int:
        row = self._grid.rowCount()
        label = QLabel(name, self._table)
        label.setProperty("role", "label")
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        for column, text in enumerate(texts, start=1):
            value = QLabel(text or "–", self._table)
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            self._grid.addWidget(value, row, column, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_choice(self, key: str, texts: list[str]) -> None:
        name = field_name(key, self._workspace.language)
        row, group = self._grid.rowCount(), QButtonGroup(self)
        label = QLabel(name, self._table)
        label.setProperty("role", "label")
        self._grid.addWidget(label, row, 0)
        for side, text in enumerate(texts):
            button = QRadioButton(text or "–", self._table)
            button.setObjectName(f"contacts.duplicates.{key}.{side}")
            button.setAccessibleName(f"{name}: {text or '–'}")
            group.addButton(button, side)
            self._grid.addWidget(button, row, side + 1)
        group.button(LEFT if texts[LEFT] else RIGHT).setChecked(True)
        self._groups[key] = group

    def _hanging(self, left: PersonCard, right: PersonCard) -> list[tuple[str, list[str]]]:
        rows = (
            (self.tr("Posts"), [self._posts(card) for card in (left, right)]),
            (self.tr("Contact"), ["\n".join(line.shown for line in card.contacts) for card in (left, right)]),
            (self.tr("Cases"), [str(len(card.cases)) for card in (left, right)]),
            (self.tr("Events"), [str(len(card.visits)) for card in (left, right)]),
            (self.tr("Notes"), [str(len(card.notes)) for card in (left, right)]),
            (self.tr("Origin"), [card.source for card in (left, right)]),
        )
        return [(name, texts) for name, texts in rows if any(text not in ("", "0") for text in texts)]

    def _posts(self, card: PersonCard) -> str:
        return "\n".join(
            joined(
                joined(post.function, post.body, by=", "),
                self.words.place(post.district, post.state, name=post.body),
                span(post.valid_from, post.valid_to),
            )
            for post in card.posts
        )

    def _text(self, key: str, value: object) -> str:
        if isinstance(value, date):
            return formats.current().day(value)
        if key == "salutation":
            return self.words.of(SALUTATION, str(value))
        if key == "language":
            return language_name(str(value))
        return str(value or "")

    @Slot()
    def _on_merge(self) -> None:
        self.presenter.merge(self.chosen())
