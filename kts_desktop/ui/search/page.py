"""Search everything: one field, hits of all kinds, the kinds as a choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, cast

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kts_desktop.core.changes import Changes
from kts_desktop.core.settings import Settings
from kts_desktop.core.words import QT_TRANSLATE_NOOP
from kts_desktop.services import directory, search
from kts_desktop.services.directory import PlaceHit
from kts_desktop.services.search import Hit
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.cards import Card, CardList
from kts_desktop.ui.kit.fields import ChoiceField
from kts_desktop.ui.kit.list_pane import SearchLine
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.workspace import Workspace

_PAUSE = 60  # milliseconds after the last letter
_FEWEST_LETTERS = 2
_PER_KIND = 50
_KINDS = {
    "organisation": QT_TRANSLATE_NOOP("search", "Body"),
    "person": QT_TRANSLATE_NOOP("search", "Person"),
    "project": QT_TRANSLATE_NOOP("search", "Model project"),
    "advisory_case": QT_TRANSLATE_NOOP("search", "Advisory case"),
    "event": QT_TRANSLATE_NOOP("search", "Event"),
    "measure": QT_TRANSLATE_NOOP("search", "Measure"),
    "note": QT_TRANSLATE_NOOP("search", "Note"),
    "task": QT_TRANSLATE_NOOP("search", "Follow-up"),
}
_MARKS = str.maketrans("", "", "\x02\x03")


class SearchPage(Page):
    """Finds records of all kinds while one types; Enter opens the chosen one."""

    key: ClassVar[str] = "search"

    def __init__(self, workspace: Workspace, _settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._asked: Ticket | None = None
        self._hits: Sequence[Hit] = ()
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self.field = SearchLine("search.field", self)
        self.kinds = ChoiceField(parent=self)
        self.kinds.editors()[0].setObjectName("search.kinds")
        self._count = QLabel(self)
        self._count.setProperty("role", "caption")
        self.list: CardList[Hit] = CardList("search.list", _card, self)
        self._nothing = Placeholder(icon="search", parent=self)
        self._place = QStackedWidget(self)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._lay_out()
        self._pause.timeout.connect(self._ask)
        self.field.textChanged.connect(self._on_text)
        self.field.left_downwards.connect(self._on_downwards)
        self.kinds.changed.connect(self._ask)
        self.list.selection.opened.connect(self._on_opened)
        workspace.changed.connect(self._follow)
        self.retranslate()

    def abilities(self) -> frozenset[str]:
        """Return that one can look for something and read it anew."""
        return frozenset({"find", "refresh"})

    def do_find(self) -> None:
        """Go to the field."""
        self.field.setFocus()
        self.field.selectAll()

    def do_refresh(self) -> None:
        """Ask again."""
        self._ask()

    def search_for(self, text: str) -> None:
        """Show all results for a text."""
        self.field.setText(text)
        self.do_find()

    def retranslate(self) -> None:
        """Set every text."""
        translate = QCoreApplication.translate
        self._title.setText(self.tr("Search everything"))
        self.field.setPlaceholderText(self.tr("Name, place, number, word of a note …"))
        self.field.setAccessibleName(self.tr("Search everything"))
        self.list.setAccessibleName(self.tr("Hits"))
        named = tuple((kind, translate("search", source)) for kind, source in _KINDS.items())
        self.kinds.set_choices((("", self.tr("All kinds")), *named))
        self.kinds.set_name(self.tr("Kind"))
        self._show(self._hits)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        spaced(row, spacing=8)
        row.addWidget(self.field, 1)
        row.addWidget(self.kinds)
        sized(self.kinds, width=200)
        self._place.addWidget(self._nothing)
        self._place.addWidget(self.list)
        column = QVBoxLayout(self)
        spaced(column, (28, 20, 28, 16), 12)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._count)
        column.addWidget(self._place, 1)

    def _show(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        asked = len(self.field.text().strip()) >= _FEWEST_LETTERS
        self._place.setCurrentWidget(self.list if hits else self._nothing)
        if hits:
            self._count.setText(self.tr("%n hit(s)", "", len(hits)))
        else:
            self._count.setText("")
            self._nothing.set_texts(*self._words_for_nothing(was_asked=asked))
        self.list.show_ids(range(1, len(hits) + 1), _Loading(hits))

    def _words_for_nothing(self, *, was_asked: bool) -> tuple[str, str]:
        if not was_asked:
            return self.tr("Search everything"), self.tr(
                "Bodies, people, projects, cases, events, notes and follow-ups, by two letters or more."
            )
        return self.tr("Nothing found"), self.tr("Try fewer letters or another kind.")

    @Slot()
    def _on_text(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        text = self.field.text().strip()
        if len(text) < _FEWEST_LETTERS:
            self._show(())
            return
        kind = str(self.kinds.value())
        kinds = (kind,) if kind else tuple(_KINDS)
        self._asked = self.workspace.fetch(
            lambda session, _: [
                *search.find(session, text, _PER_KIND, kinds=kinds),
                *(_hit(place) for place in _places(directory.find(session, text, _PER_KIND), kinds)),
            ]
        )
        self._asked.succeeded.connect(self._on_found)

    @Slot(object)
    def _on_found(self, hits: object) -> None:
        if self.sender() is not self._asked:
            return  # the answer to letters typed since
        self._asked = None
        self._show(cast("Sequence[Hit]", hits))
        announce(self._count, self._count.text() or self.tr("Nothing found"))

    @Slot()
    def _on_downwards(self) -> None:
        if self._hits:
            self.list.setFocus()
            self.list.selection.select(1)

    @Slot(int)
    def _on_opened(self, number: int) -> None:
        hit = self._hits[number - 1]
        self.workspace.open_record(hit.kind, hit.id)

    @Slot(Changes)
    def _follow(self, _changes: Changes) -> None:
        if self._hits and self.isVisible():
            self._ask()


@dataclass(frozen=True, slots=True)
class _Loading:
    """Returns hits by their number in the list, counted from one."""

    hits: Sequence[Hit]

    def __call__(self, numbers: Sequence[int]) -> dict[int, Hit]:
        return {number: self.hits[number - 1] for number in numbers}


def _places(found: Sequence[PlaceHit], kinds: Sequence[str]) -> list[PlaceHit]:
    """Return the places that only the directory knows, if bodies are wanted."""
    return [place for place in found if not place.is_adopted] if "organisation" in kinds else []


def _hit(place: PlaceHit) -> Hit:
    return Hit(kind="organisation", id=place.token, title=place.name, subtitle=place.district)


def _card(hit: Hit) -> Card:
    passage = hit.passage.translate(_MARKS)
    if passage == hit.title:
        passage = ""  # found in the title itself
    note = hit.subtitle if passage else ""
    if hit.kind == "organisation" and hit.id < 0:
        note = QCoreApplication.translate("search", "In the municipality directory")
    return Card(
        headline=hit.title,
        aside=formats.current().day(hit.day) if hit.day else "",
        line=passage or hit.subtitle,
        chip=QCoreApplication.translate("search", _KINDS.get(hit.kind, hit.kind)),
        note=note,
    )
