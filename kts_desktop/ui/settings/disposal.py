"""The page of disposal: what is due, proposing it, and a question before anything goes for good."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.services.disposals import DueCase, Outlook
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import Card, CardList
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.dialogs import ConfirmDialog, confirm, message
from kts_desktop.ui.kit.flow import FlowLayout
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.settings.disposal_presenter import CLASSES, DisposalPresenter, DueList
from kts_desktop.ui.workspace import Workspace

_MOST = 8  # file numbers named in the question
_SIGNS = {"propose": "check", "withdraw": "undo-2", "dispose": "trash-2", "show": "arrow-right"}


@dataclass(frozen=True, slots=True)
class DueRow:
    """A case with the words of its class."""

    case: DueCase
    class_words: str


class DisposalPane(QWidget):
    """The cases that are due as cards, the longest overdue first, and what can be done to the chosen ones."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: dict[int, DueRow] = {}
        self._is_busy = False
        self.presenter = DisposalPresenter(workspace, self, self)
        self._told, self._count = QLabel(self), QLabel(self)
        self.list: CardList[DueRow] = CardList("disposal.list", _card, self)
        self.verbs: dict[str, QPushButton] = {}
        self._nothing = Placeholder(icon="circle-check", parent=self)
        self._card = QFrame(self)
        self._place = QStackedWidget(self)
        self.notice = Notice(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_now(self) -> None:
        """Read what is due."""
        self.presenter.refresh()

    def show_due(self, found: DueList) -> None:
        """Show the cases that are due."""
        words = found.words
        self._rows = {one.id: DueRow(one, words.of(CLASSES, one.retention_class)) for one in found.cases}
        self.list.show_ids(self._rows, self._load)
        self._place.setCurrentWidget(self._card if found.cases else self._nothing)
        self._nothing.set_texts(self.tr("Nothing is due for disposal"), self._next(found))
        proposed = sum(one.proposed_on is not None for one in found.cases)
        due = self.tr("%n case(s) due", "", len(found.cases))
        self._count.setText(", ".join((due, self.tr("%n proposed", "", proposed))))
        self._on_selection()

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused, and look again: another step may have come before."""
        message(self, self.tr("Not possible"), sentence(error, self._workspace.language))
        self.presenter.refresh()

    def show_undo(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""
        self.notice.show_undo(text)

    def ask(self, outlook: Outlook) -> None:
        """Ask before cases go for good: what goes, what stays, until when backups hold it."""
        question = confirm(
            self,
            self.tr("Dispose of %n case(s) for good?", "", len(outlook.numbers)),
            self._what_goes(outlook),
            self.tr("Dispose of for good"),
        )
        question.setObjectName("disposal.question")
        self._add_what_stays(question, outlook)
        question.confirmed.connect(self.presenter.dispose)

    def show_disposed(self, count: int) -> None:
        """Say that it is done."""
        self.notice.show_text(self.tr("%n case(s) disposed of and logged.", "", count))

    def retranslate(self) -> None:
        """Set every text."""
        self._told.setText(
            self.tr(
                "Filed cases whose retention period is over. Disposal takes two steps, best by two people: "
                "one proposes, another approves. Until then nothing is erased."
            )
        )
        self.list.setAccessibleName(self.tr("Cases due for disposal"))
        names = {
            "propose": self.tr("Propose"),
            "withdraw": self.tr("Withdraw"),
            "dispose": self.tr("Dispose of …"),
            "show": self.tr("Show the case"),
        }
        for key, button in self.verbs.items():
            name_button(button, names[key])
        self._on_selection()

    def _next(self, found: DueList) -> str:
        if found.next_on is None:
            return self.tr("No filed case waits for the end of its retention period.")
        return self.tr("The next case is due on {day}.").format(day=formats.current().day(found.next_on))

    def _what_goes(self, outlook: Outlook) -> str:
        parts = (
            self.tr("%n note(s)", "", outlook.notes),
            self.tr("%n follow-up(s)", "", outlook.tasks),
            self.tr("%n document(s)", "", outlook.documents),
        )
        numbers = ", ".join(outlook.numbers[:_MOST])
        if len(outlook.numbers) > _MOST:
            numbers = self.tr("{0} and {1} more").format(numbers, len(outlook.numbers) - _MOST)
        return self.tr(
            "For good go {numbers}, with {parts}, their links, drafts and history. Neither undo nor the bin "
            "brings them back, nor does restoring a backup."
        ).format(numbers=numbers, parts=", ".join(parts))

    def _add_what_stays(self, question: ConfirmDialog, outlook: Outlook) -> None:
        question.add_sentence(
            self.tr(
                "People and bodies stay, and so does what other cases and notes say. The log keeps file "
                "numbers and dates, no names; no number is given again."
            )
        )
        until = self._workspace.backups_until()
        if until is not None:
            day = formats.current().day(until.astimezone().date())
            question.add_sentence(self.tr("In backups until {0}.").format(day))
        if outlook.own:
            question.add_sentence(
                self.tr("You proposed %n of them yourself: best let somebody else approve.", "", outlook.own)
            )

    def _load(self, ids: Sequence[int]) -> dict[int, DueRow]:
        return {id_: self._rows[id_] for id_ in ids if id_ in self._rows}

    def _chosen(self, *, proposed: bool) -> list[int]:
        return [
            id_
            for id_ in self.list.selection.selected_ids()
            if id_ in self._rows and (self._rows[id_].case.proposed_on is not None) is proposed
        ]

    def _lay_out(self) -> None:
        for label, role in ((self._told, "muted"), (self._count, "caption")):
            label.setProperty("role", role)
            label.setWordWrap(True)
        sized(self._told, max_width=760)
        self._card.setProperty("role", "card")
        row = FlowLayout(gap=8)
        for key, sign in _SIGNS.items():
            button = QPushButton(icon(sign), "", self._card)
            button.setObjectName(f"disposal.{key}")
            button.setProperty("verb", key)
            sized(button, icon=16)
            row.addWidget(button)
            self.verbs[key] = button
        head, foot = QVBoxLayout(), QVBoxLayout()
        spaced(head, (10, 4, 10, 0))
        spaced(foot, (12, 0, 12, 0))
        head.addLayout(row)
        foot.addWidget(self._count)
        inner = QVBoxLayout(self._card)
        spaced(inner, (8, 8, 8, 10), 8)
        inner.addLayout(head)
        inner.addWidget(self.list, 1)
        inner.addLayout(foot)
        self._place.addWidget(self._card)
        self._place.addWidget(self._nothing)
        column = QVBoxLayout(self)
        spaced(column, (28, 14, 28, 20), 14)
        column.addWidget(self._told)
        column.addWidget(self._place, 1)

    def _connect(self) -> None:
        self.list.selection.selection_changed.connect(self._on_selection)
        self.list.selection.opened.connect(self._on_opened)
        self.notice.undo_wanted.connect(self._workspace.undo)
        self.presenter.busy.connect(self._on_busy)
        for button in self.verbs.values():
            button.clicked.connect(self._on_verb)

    @Slot()
    def _on_selection(self) -> None:
        chosen = self.list.selection.selected_ids()
        may = {
            "propose": bool(self._chosen(proposed=False)),
            "withdraw": bool(self._chosen(proposed=True)),
            "dispose": bool(self._chosen(proposed=True)),
            "show": len(chosen) == 1 and not self._rows[chosen[0]].case.is_in_bin,
        }
        for key, button in self.verbs.items():
            button.setEnabled(may[key] and (key == "show" or not self._is_busy))

    @Slot(bool)
    def _on_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._on_selection()

    @Slot()
    def _on_verb(self) -> None:
        match str(self.sender().property("verb")):
            case "propose":
                self.presenter.propose(self._chosen(proposed=False))
            case "withdraw":
                self.presenter.withdraw(self._chosen(proposed=True))
            case "dispose":
                self.presenter.ask(self._chosen(proposed=True))
            case _:
                self._on_opened(self.list.selection.current_id())

    @Slot(int)
    def _on_opened(self, case_id: int) -> None:
        if case_id in self._rows and not self._rows[case_id].case.is_in_bin:
            self._workspace.open_record("advisory_case", case_id)


def _card(row: DueRow) -> Card:
    case, write = row.case, formats.current()
    is_proposed = case.proposed_on is not None
    translate = QCoreApplication.translate
    told = [translate("disposal", "filed on {0}").format(write.day(case.filed_on))]
    if case.proposed_on is not None:
        source = translate("disposal", "proposed on {0}").format(write.day(case.proposed_on))
        told.append(f"{source}, {case.proposed_by}" if case.proposed_by else source)
    if case.is_in_bin:
        told.append(translate("disposal", "in the bin"))
    return Card(
        headline=case.subject,
        aside=translate("disposal", "due since {0}").format(write.day(case.due_since)),
        line=f"{case.number} · {row.class_words}",
        chip=translate("disposal", "proposed") if is_proposed else translate("disposal", "due"),
        kind="wait" if is_proposed else "due",
        note=" · ".join(told),
    )
