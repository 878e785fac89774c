"""Dialogs of the report's page: freezing a quarter, and records that no list of the window holds."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.services.report_records import RecordLine
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.cards import Card, CardList
from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.fields import CheckField
from kts_desktop.ui.kit.measure import sized


class FreezeDialog(Dialog):
    """Says what freezing does, and asks whether small counts are left out."""

    wanted = Signal(bool)  # suppress

    def __init__(self, name: str, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Freeze the report {0}?").format(name), parent)
        self.setObjectName("reports.freeze_dialog")
        for text in sentences:
            self.add_sentence(text)
        self.suppress = CheckField()
        self.suppress.set_name(self.tr("Leave out counts below 3"))
        self.suppress.editors()[0].setObjectName("reports.suppress")
        self.body.addWidget(self.suppress)
        self.add_close(self.tr("Cancel"))
        self.go = self.add_verb(self.tr("Freeze"), primary=True)
        self.go.clicked.connect(self._on_go)

    @Slot()
    def _on_go(self) -> None:
        self.wanted.emit(bool(self.suppress.value()))
        self.accept()


class RecordsDialog(Dialog):
    """The records behind a figure; Enter or a double click opens one."""

    record_wanted = Signal(str, int)

    def __init__(self, heading: str, lines: Sequence[RecordLine], parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self.setObjectName("reports.records")
        self._lines = {line.id: line for line in lines}
        self.list: CardList[RecordLine] = CardList("reports.records_list", _card, self)
        self.list.setAccessibleName(heading)
        self.list.show_ids(list(self._lines), self._load)
        self.list.selection.opened.connect(self._on_opened)
        self.list.doubleClicked.connect(self._on_double_clicked)
        self.body.addWidget(self.list, 1)
        self.add_close(self.tr("Close"))
        self.go = self.add_verb(self.tr("Open"), primary=True)
        self.go.clicked.connect(self._on_go)
        sized(self, min_width=620)
        sized(self.list, min_height=420)
        if lines:
            self.list.selection.select(lines[0].id)

    def _load(self, ids: Sequence[int]) -> Mapping[int, RecordLine]:
        return {id_: self._lines[id_] for id_ in ids if id_ in self._lines}

    @Slot(int)
    def _on_opened(self, record_id: int) -> None:
        line = self._lines.get(record_id)
        if line is not None:
            self.record_wanted.emit(line.kind, line.record_id)
            self.accept()

    @Slot()
    def _on_double_clicked(self) -> None:
        self._on_go()

    @Slot()
    def _on_go(self) -> None:
        self._on_opened(self.list.selection.current_id())


def _card(line: RecordLine) -> Card:
    return Card(headline=line.title, aside=formats.current().day(line.day), line=line.about)
