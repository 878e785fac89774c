"""The right side of the page: what the paper is about, how it is made, the preview, and where it goes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.services import vocabulary
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.calibration_paper import CalibrationOptions
from kts_desktop.services.pack_requests import BODY, CASE, EVENT, OFFICE, PERSON, Subject
from kts_desktop.services.paper_options import PaperOptions, options_of
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.packs.making import Made, Order
from kts_desktop.ui.packs.offers import Offer
from kts_desktop.ui.packs.option_fields import LISTS, Choices
from kts_desktop.ui.packs.options_bar import OptionsBar
from kts_desktop.ui.packs.parts_panel import PartsPanel
from kts_desktop.ui.packs.preview import Preview
from kts_desktop.ui.workspace import Workspace

_QUIET = 300  # milliseconds in which making shows nothing


class Making(QWidget):
    """What is being done, how far it is, and a way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.bar, self.cancel = QLabel(self), QProgressBar(self), QPushButton(self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setProperty("role", "heading")
        self.bar.setTextVisible(False)
        self.bar.setObjectName("packs.progress")
        self.cancel.setObjectName("packs.cancel")
        sized(self.bar, width=280)
        column = QVBoxLayout(self)
        spaced(column, (24, 24, 24, 24), 12)
        column.addStretch(2)
        for part in (self.words, self.bar, self.cancel):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is; without a total the records are still being gathered."""
        words = self.tr("Laying out the pages …") if total else self.tr("Gathering the records …")
        if words != self.words.text():
            self.words.setText(words)
            announce(self.words, words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def retranslate(self) -> None:
        """Set every text."""
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Stop making the paper"))
        self.bar.setAccessibleName(self.tr("Progress"))


class PaperPane(Detail):
    """Shows one paper, or why there is none."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._is_built = self._has_parts = False
        super().__init__("packs", parent)
        self._workspace = workspace
        self.options = OptionsBar()
        self.many, self.printer = self.options.many, self.options.printer
        self.preview = Preview(workspace)
        self.making = Making()
        self.panel = PartsPanel()
        self.trouble = Placeholder(icon="file-text")
        self.replaced, self.stale = QLabel(), QLabel()
        self.remake = QPushButton()
        self.parts = self.add_action("parts", "list-checks")
        self.parts.setCheckable(True)
        self.open = self.add_action("open", "external-link", flat=True)
        self.print = self.add_action("print", "printer")
        self.save = self.add_action("save", "download", primary=True)
        self._body = QWidget(self)
        self._stage = QStackedWidget(self._body)
        self._stale_line = QWidget(self._body)
        self._fill()
        self.add_tab("paper", self._body, scroll=False)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._show_making)
        self.parts.toggled.connect(self._on_parts_toggled)
        self.parts.hide()
        self.many.hide()
        self.panel.hide()
        self._is_built = True
        self._set_ready(is_ready=False)
        self.retranslate()

    def show_making(self, order: Order, found: Sequence[Offer]) -> None:
        """Show what is being made and what else could be; what was shown goes after a moment."""
        self._show_subject(order.subject)
        self.options.show_offers(found, Offer(paper=order.paper, subject=order.subject).code)
        self.options.show_options(order.options, self._lists(order.options))
        self._has_parts = isinstance(order.options, BriefingOptions)
        self.parts.setVisible(self._has_parts)
        self.many.setVisible(self._has_parts)
        self.printer.setVisible(isinstance(order.options, CalibrationOptions))
        self.panel.setVisible(self._has_parts and self.parts.isChecked())
        self.options.setEnabled(True)
        self._set_ready(is_ready=False)
        self.replaced.hide()
        self._stale_line.hide()
        self.making.show_progress(0, 0)
        self._quiet.start()
        self.show_content()

    def show_paper(self, made: Made) -> None:
        """Show a finished paper."""
        self._quiet.stop()
        self.preview.show_paper(made.paper.content)
        self._stage.setCurrentWidget(self.preview)
        self._set_ready(is_ready=True)
        letters = " ".join(made.paper.replaced)
        lacking = self.tr("The font lacks these characters; they are printed as boxes: {0}").format(letters)
        told = [*made.paper.remarks, *([lacking] if letters else [])]
        self.replaced.setText("\n".join(told))
        self.replaced.setVisible(bool(told))

    def show_stale(self, *, is_stale: bool) -> None:
        """Say that the records have changed since the paper was made, or not."""
        self._stale_line.setVisible(is_stale)
        if is_stale:
            announce(self.stale, self.stale.text())

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.making.show_progress(done, total)

    def show_offer(self, subject: Subject) -> None:
        """Offer to take a municipality over from the directory."""
        self._show_subject(subject)
        self._has_parts = False
        for part in (self.many, self.printer, self.parts, self.panel):
            part.hide()
        self.options.setEnabled(False)
        text = self.tr(
            "This municipality stands in the directory only. Take it over to make a briefing pack."
        )
        self._show_trouble(subject.title, text, self.tr("Take over and make the pack"))

    def show_stopped(self) -> None:
        """Show that making was stopped."""
        self._show_trouble(self.tr("Stopped"), self.tr("The paper was not finished."), self.tr("Make again"))

    def show_failure(self, error: UserFacingError) -> None:
        """Say why the paper could not be made."""
        text = sentence(error, self._workspace.language)
        self._show_trouble(self.tr("No paper"), text, self.tr("Make again"))

    def show_no_paper(self) -> None:
        """Say that there is no paper for what was chosen."""
        self.set_placeholder(
            self.tr("No paper for this record"),
            self.tr("Papers are about bodies, cases, events and people. Search for one on the left."),
        )
        self.show_placeholder()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        if not self._is_built:  # the base sets its texts before there are parts
            return
        self.set_placeholder(
            self.tr("No paper chosen"),
            self.tr("Search for a body, a case, an event or a person, or choose a paper printed before."),
        )
        self.options.retranslate()
        self.preview.retranslate()
        self.making.retranslate()
        self.panel.retranslate()
        self.stale.setText(self.tr("The records have changed since this paper was made."))
        self.remake.setText(self.tr("Make again"))
        self.remake.setAccessibleName(self.tr("Make again"))
        name_button(self.parts, self.tr("Parts and recipe"))
        name_button(self.save, self.tr("Save as PDF …"), "Ctrl+S")
        name_button(self.print, self.tr("Print …"), "Ctrl+P")
        name_button(self.open, self.tr("Open in the system's viewer"), icon_only=True)

    def minimumSizeHint(self) -> QSize:
        """Ask for little: the page scrolls."""
        return QSize(px(300), px(300))

    def _set_ready(self, *, is_ready: bool) -> None:
        """Let the paper go out, or not while there is none."""
        for button in (self.open, self.print, self.save):
            button.setEnabled(is_ready)

    def _show_trouble(self, heading: str, text: str, button: str) -> None:
        """Show why there is no paper, with what can be done."""
        self._quiet.stop()
        self.trouble.set_texts(heading, text, button)
        self._stage.setCurrentWidget(self.trouble)
        self._set_ready(is_ready=False)
        self._stale_line.hide()
        self.replaced.hide()
        self.show_content()
        announce(self.trouble, f"{heading}. {text}")

    @Slot(bool)
    def _on_parts_toggled(self, is_wanted: bool) -> None:
        self.panel.setVisible(is_wanted and self._has_parts)

    def _show_making(self) -> None:
        self._stage.setCurrentWidget(self.making)

    def _lists(self, options: PaperOptions) -> dict[str, Choices]:
        """Return the items of the value lists that the options of a paper choose from."""
        wanted = {one.name: LISTS[one.name] for one in options_of(type(options)) if one.name in LISTS}
        if not wanted:
            return {}
        language = self._workspace.language
        found = self._workspace.read(
            lambda session: vocabulary.many_labels(session, tuple(wanted.values()), language)
        )
        return {name: tuple(found[key].items()) for name, key in wanted.items()}

    def _show_subject(self, subject: Subject) -> None:
        crumbs = []
        if subject.kind == OFFICE:
            crumbs.append(Crumb(self.tr("Papers")))
        elif not subject.is_adopted:
            crumbs.append(Crumb(subject.aside))
        elif subject.kind == CASE:
            if subject.body_id:
                crumbs.append(Crumb(subject.body, BODY, subject.body_id))
            crumbs.append(Crumb(subject.aside, subject.kind, subject.id))
        else:
            crumbs.append(Crumb(self._aside(subject), subject.kind, subject.id))
        self.set_crumb(crumbs)
        self.set_title(subject.title or self.tr("The whole office"))

    def _aside(self, subject: Subject) -> str:
        kinds = {EVENT: self.tr("Event"), PERSON: self.tr("Person")}
        return kinds.get(subject.kind) or subject.aside or self.tr("Body")

    def _fill(self) -> None:
        self.replaced.setObjectName("packs.replaced")
        self.stale.setObjectName("packs.stale")
        self.remake.setObjectName("packs.remake")
        self.remake.setProperty("flat", True)
        for label in (self.replaced, self.stale):
            label.setWordWrap(True)
            label.setProperty("role", "muted")
        row = QHBoxLayout(self._stale_line)
        spaced(row, (0, 0, 0, 0), 8)
        row.addWidget(self.stale, 1)
        row.addWidget(self.remake)
        line = QFrame(self._body)
        line.setProperty("role", "line")
        places: tuple[QWidget, ...] = (self.preview, self.making, self.trouble)
        for place in places:
            self._stage.addWidget(place)
        self._stage.setCurrentWidget(self.making)
        column = QVBoxLayout(self._body)
        spaced(column, (0, 0, 0, 12), 10)
        lines: tuple[QWidget, ...] = (self.options, self.replaced, self._stale_line, line)
        for part in lines:
            column.addWidget(part)
        beside = QHBoxLayout()
        spaced(beside, (0, 0, 0, 0), 16)
        beside.addWidget(self._stage, 1)
        beside.addWidget(self.panel)
        column.addLayout(beside, 1)
