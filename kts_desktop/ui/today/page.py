"""The page of the day: widgets and wiring; what it does stands in the presenter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseOrder, NoteId, TaskId
from kts_desktop.services import advisers, drafts, vocabulary
from kts_desktop.services.tasks import TaskRow
from kts_desktop.services.today import Appointment, Day
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.dialogs import Dialog, message
from kts_desktop.ui.kit.facts import Line, LineBox
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.value_words import Choices, ValueWords
from kts_desktop.ui.today.agenda import Agenda
from kts_desktop.ui.today.cards import LISTS, NOTE_KIND, TaskWords
from kts_desktop.ui.today.presenter import DayView, TodayPresenter, Waiting
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.ui.today.assign_form import AssignForm
    from kts_desktop.ui.today.call_form import CallForm

_DISPOSAL = "settings.privacy"  # where what is due for disposal is listed
_DRAFT = "draft:"  # before the kind of the record a draft belongs to
_OFFERED_CASES = 200
_SIDE_WIDTH = 340


class TodayPage(Page):
    """Agenda on the left; appointments and what waits on the right."""

    key = "today"

    def __init__(self, workspace: Workspace, _settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._day: DayView | None = None
        self._due_cases = 0
        self._form: CallForm | AssignForm | None = None
        self.presenter = TodayPresenter(workspace, self, self)
        self._words = TaskWords(self.presenter.today)
        self._title, self._sub = QLabel(self), QLabel(self)
        self.call = QPushButton(icon("phone", QPalette.ColorRole.HighlightedText), "", self)
        self.everyone = QPushButton(self)
        self.agenda = Agenda(self._words, self)
        self.appointments = LineBox("today.appointments", self)
        self.waiting = LineBox("today.waiting", self)
        self.cover = LineBox("today.cover", self)
        self.notice = Notice(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.presenter.begin()

    def abilities(self) -> frozenset[str]:
        """Return what can be done now."""
        return frozenset({"create", "refresh"})

    def show_day(self, view: DayView) -> None:
        """Show the figures and what waits."""
        self._day = view
        self._words.today = view.day.today
        self.agenda.show_scope(self.presenter.scope, view.day.counts)
        self._tell(view)

    def show_tasks(self, ids: Sequence[TaskId], load: Loader[TaskRow]) -> None:
        """Show the follow-ups of the part chosen."""
        if self._day is not None:
            self.agenda.show_scope(self.presenter.scope, self._day.day.counts)
        self.agenda.show_tasks(ids, load)

    def show_due_cases(self, count: int) -> None:
        """Remind of filed cases that are due for disposal; 0: of none."""
        if count != self._due_cases:
            self._due_cases = count
            self._tell_waiting()

    def show_logged(self) -> None:
        """Close the quick entry: the call is kept."""
        dialog = self._form.window() if self._form is not None else None
        self._form = None
        if isinstance(dialog, Dialog):
            dialog.close()

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused, at the field where the quick entry is open; what was typed stays."""
        if self._form is not None:
            self._form.show_error(error)
        else:
            message(self, self.tr("Not possible"), sentence(error, self.workspace.language))

    def show_undo(self, text: str) -> None:
        """Offer to take back what was done."""
        self.notice.show_undo(text)

    def do_create(self) -> None:
        """Open the quick entry of a call."""
        from kts_desktop.ui.kit.draft_keeper import DraftKeeper
        from kts_desktop.ui.today.call_form import CallForm

        dialog = Dialog(self.tr("Log a call"), self)
        dialog.setObjectName("today.call_dialog")
        kinds = self._words.words.choices(NOTE_KIND)
        me = self.workspace.read(advisers.me)
        self._form = form = CallForm(self.workspace, kinds, self._cases(), me.id if me else None, dialog)
        if (keeper := DraftKeeper(self.workspace, form, drafts, drafts.NEW)).restore():
            at = formats.current().moment(keeper.restored_at or self.workspace.clock())
            form.set_title(self.tr("Draft of {0}").format(at))
        form.saved.connect(self._on_call)
        form.discarded.connect(dialog.close)
        dialog.finished.connect(self._on_call_closed)
        dialog.body.addWidget(form)
        sized(dialog, min_width=680, min_height=730)
        dialog.open()
        form.setFocus()

    def do_refresh(self) -> None:
        """Read everything anew."""
        self.presenter.refresh()

    def retranslate(self) -> None:
        """Set every text."""
        language = self.workspace.language
        self._words.words = ValueWords(
            self.workspace.read(lambda session: vocabulary.many_labels(session, LISTS, language))
        )
        self._title.setText(self.tr("My day"))
        name_button(self.call, self.tr("Log a call"), "Ctrl+N")
        self.everyone.setText(self.tr("Everybody's"))
        self.everyone.setAccessibleName(self.tr("Show everybody's follow-ups"))
        self.appointments.set_heading(self.tr("Visits and events"))
        self.waiting.set_heading(self.tr("Waiting"))
        self.cover.set_heading(self.tr("Standing in"))
        self.agenda.retranslate()
        if self._day is not None:
            self.show_day(self._day)

    def showEvent(self, event: QShowEvent) -> None:
        """See whether what was reminded of has been looked at."""
        super().showEvent(event)
        self.presenter.come_back()

    def looks(self) -> dict[str, object]:
        """Remember whose agenda is shown."""
        return {**super().looks(), "everyone": self.everyone.isChecked()}

    def set_looks(self, looks: dict[str, object]) -> None:
        """Show the agenda of whom it was shown last."""
        super().set_looks(looks)
        self.everyone.setChecked(looks.get("everyone", True) is True)

    def _tell(self, view: DayView) -> None:
        self._sub.setText(self._date_line(view.day))
        self.appointments.set_lines(
            [self._appointment(one) for one in view.day.appointments],
            self.tr("No visit and no event in the next two weeks."),
        )
        self._tell_waiting()
        self.cover.setVisible(bool(view.day.stand_ins))
        self.cover.set_lines(
            [
                Line(one.adviser, self.tr("until {0}").format(formats.current().day(one.ends_on)), "users")
                for one in view.day.stand_ins
            ]
        )

    def _tell_waiting(self) -> None:
        view = self._day
        if view is None:
            return
        lines = [
            Line(
                ": ".join(part for part in (note.caller, note.title or note.text[:80]) if part),
                formats.current().day(note.happened_at.astimezone().date()),
                "phone",
                "note",
                note.id,
            )
            for note in view.unassigned
        ]
        lines += [self._draft(one) for one in view.drafts]
        if self._due_cases:
            told = self.tr("%n filed case(s) due for disposal", "", self._due_cases)
            lines.append(Line(told, "", "archive", _DISPOSAL))
        self.waiting.set_lines(lines, self.tr("No call waits to be assigned, and no draft."))

    def _date_line(self, day: Day) -> str:
        open_cases = self.tr("%n open case(s)", "", day.counts.open_cases)
        return f"{formats.current().weekday(day.today)}, {formats.current().day(day.today)} · {open_cases}"

    def _appointment(self, one: Appointment) -> Line:
        local = one.starts_at.astimezone()
        is_today = local.date() == self.presenter.today
        when = self.tr("today") if is_today else formats.current().day(local.date())
        told = one.title if not one.place else f"{one.place}: {one.title}"
        kind, id_ = ("event", one.id) if one.kind == "event" else ("note", one.id)
        sign = "calendar-days" if one.kind == "event" else "footprints"
        return Line(told, f"{when}, {formats.current().time(local.time())}", sign, kind, id_)

    def _draft(self, one: Waiting) -> Line:
        told = one.place.name or {
            "advisory_case": self.tr("new case"),
            "event": self.tr("new event"),
            "person": self.tr("new person"),
            "organisation": self.tr("new body"),
            "project": self.tr("new project"),
        }.get(one.place.kind, self.tr("Call not saved"))
        when = formats.current().relative(one.at, self.workspace.clock())
        kind = f"{_DRAFT}{one.place.kind}"
        return Line(self.tr("Draft: {0}").format(told), when, "notebook-pen", kind, one.place.id)

    def _cases(self) -> Choices:
        """Offer the open cases, the latest worked on first."""
        from kts_desktop.services import case_lists
        from kts_desktop.services.case_lists import CaseFilter

        def read(session: "Session") -> list[tuple[str, str]]:
            wanted = CaseFilter(only_open=True)
            ids = case_lists.ids(session, wanted, CaseOrder.LAST_NOTE)[:_OFFERED_CASES]
            rows = case_lists.rows(session, ids)
            return [(str(id_), f"{rows[id_].body} · {rows[id_].subject}") for id_ in ids]

        return self.workspace.read(read)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._sub.setProperty("role", "muted")
        self.call.setObjectName("today.call")
        self.call.setProperty("primary", True)
        self.everyone.setObjectName("today.everyone")
        self.everyone.setCheckable(True)
        self.everyone.setChecked(self.presenter.shows_everyone)
        sized(self.call, icon=16)
        names = QVBoxLayout()
        spaced(names, (0, 0, 0, 0), 2)
        names.addWidget(self._title)
        names.addWidget(self._sub)
        head = QHBoxLayout()
        spaced(head, (0, 0, 0, 0), 10)
        head.addLayout(names, 1)
        head.addWidget(self.everyone, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.call, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        spaced(row, (0, 0, 0, 0), 16)
        row.addWidget(self.agenda, 3)
        row.addWidget(self._side(), 2)
        column = QVBoxLayout(self)
        spaced(column, (28, 16, 28, 16), 16)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _side(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        spaced(column, (0, 0, 0, 0), 16)
        for box in (self.appointments, self.waiting, self.cover):
            column.addWidget(box)
        column.addStretch()
        side = QScrollArea(self)
        side.setWidgetResizable(True)
        side.setFrameShape(QScrollArea.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setWidget(inner)
        sized(side, min_width=_SIDE_WIDTH)
        return side

    def _connect(self) -> None:
        self.call.clicked.connect(self.do_create)
        self.everyone.toggled.connect(self.presenter.set_everyone)
        self.agenda.scope_wanted.connect(self.presenter.choose)
        self.agenda.verb_wanted.connect(self._on_verb)
        self.agenda.cards.selection.opened.connect(self._on_opened)
        self.appointments.link_wanted.connect(self.workspace.open_record)
        self.waiting.link_wanted.connect(self._on_waiting)
        self.notice.undo_wanted.connect(self.workspace.undo)

    @Slot(str)
    def _on_verb(self, verb: str) -> None:
        chosen = self.agenda.chosen()
        if not chosen:
            return
        if verb == "open":
            self._on_opened(chosen[0])
        elif verb == "done":
            self.presenter.complete(chosen)
        elif verb == "monday":
            self.presenter.move_to_monday(chosen)
        else:
            self.presenter.move_by(chosen, 1 if verb == "tomorrow" else 7)

    @Slot(int)
    def _on_opened(self, task_id: int) -> None:
        self.workspace.open_record("task", task_id)

    @Slot(str, int)
    def _on_waiting(self, kind: str, note_id: int) -> None:
        """Ask for the case an unassigned call belongs to; go on with a draft."""
        from kts_desktop.ui.today.assign_form import AssignForm

        if kind == _DRAFT:
            self.do_create()
            return
        if kind == _DISPOSAL:
            self.workspace.open_record(kind, 0)
            return
        if kind.startswith(_DRAFT):
            self.workspace.open_record(kind.removeprefix(_DRAFT), note_id)
            return
        note = next((one for one in self._day.unassigned if one.id == note_id), None) if self._day else None
        if note is None:
            return
        dialog = Dialog(self.tr("Assign the call"), self)
        dialog.add_sentence(": ".join(part for part in (note.caller, note.text) if part))
        self._form = form = AssignForm(self._cases(), dialog)
        form.setProperty("record", note_id)
        form.saved.connect(self._on_assign)
        form.discarded.connect(dialog.close)
        dialog.finished.connect(self._on_call_closed)
        dialog.body.addWidget(form)
        sized(dialog, min_width=560, min_height=300)
        dialog.open()
        form.setFocus()

    @Slot()
    def _on_assign(self) -> None:
        from kts_desktop.ui.today.assign_form import AssignForm

        if isinstance(self._form, AssignForm):
            self.presenter.assign(NoteId(int(self._form.property("record"))), self._form.entered())

    @Slot()
    def _on_call(self) -> None:
        from kts_desktop.ui.today.call_form import CallForm

        if isinstance(self._form, CallForm):
            self.presenter.log(self._form.entered())

    @Slot()
    def _on_call_closed(self) -> None:
        self._form = None
