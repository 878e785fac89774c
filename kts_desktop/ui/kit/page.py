"""What the shell knows of a page: what it can do, how it is asked, when its texts are set anew."""

from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from kts_desktop.ui.kit.field_holder import FieldHolder
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kts_desktop.ui.kit.list_pane import ListPane

ABILITIES = ("create", "edit", "delete", "find", "filter", "print", "refresh", "duplicate")

_OF_SHOWN = frozenset({"edit_field", "earlier"})  # what can be done wherever a record can be edited


@runtime_checkable
class HasLooks(Protocol):
    """A part that remembers how the user arranged it: widths, columns, places; never a record's content."""

    def looks(self) -> dict[str, object]:
        """Return what to remember."""

    def set_looks(self, looks: dict[str, object]) -> None:
        """Arrange as remembered."""


@runtime_checkable
class KeepsTyped(Protocol):
    """A part that can keep at once what is typed in a form."""

    def keep_now(self) -> str:
        """Keep it, and return the name of the form; empty if there is nothing to keep."""


class Gestures:
    """What the user may ask of any page; each does nothing until a page has it."""

    def do_create(self) -> None:
        """Begin a new record."""

    def do_edit(self) -> None:
        """Open the form of the shown record."""

    def do_edit_field(self) -> None:
        """Change one value of the shown record in its place."""

    def do_delete(self) -> None:
        """Move the chosen records to the bin."""

    def do_find(self) -> None:
        """Go to the search field."""

    def do_filter(self) -> None:
        """Open the filter."""

    def do_print(self) -> None:
        """Make the paper of the shown record."""

    def do_refresh(self) -> None:
        """Read everything shown anew."""

    def do_duplicate(self) -> None:
        """Begin a new record as a copy of the shown one."""


class Page(QWidget, Gestures):
    """Base of every page: names its abilities and overrides ``do_<ability>``; the shell calls ``perform``.

    The names differ from the words because QWidget has a ``create`` and a ``find`` of its own.
    """

    key: ClassVar[str] = ""
    abilities_changed = Signal()
    record_shown = Signal(str, int)  # kind, id: for the history of visited records

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName(f"{self.key}.page")

    def abilities(self) -> frozenset[str]:
        """Return which of ``ABILITIES`` make sense now."""
        return frozenset()

    def perform(self, ability: str) -> None:
        """Do what the ability says, if the page has it now."""
        if ("edit" if ability in _OF_SHOWN else ability) in self.abilities():
            getattr(self, f"do_{ability}")()

    def do_edit_field(self) -> None:
        """Change one value in its place; where there is none to choose from, open the form."""
        shown = [detail for detail in self.findChildren(FieldHolder) if detail.isVisible()]
        if not any(detail.choose_field() for detail in shown[:1]):
            self.do_edit()

    def do_earlier(self) -> None:
        """Show what the shown record was in a backup."""
        kind, record_id = self._shown_record()
        if record_id:
            self.workspace.earlier_wanted.emit(kind, record_id)

    def _shown_record(self) -> tuple[str, int]:
        """Return kind and id of the record shown; 0 for none."""
        return "", 0

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a record that belongs to this page."""

    def show_list(self, kind: str, ids: "Sequence[int]", label: str) -> None:
        """Show the list of a kind narrowed to these records, under a label."""
        pane = self._pane_of(kind)
        if pane is not None:
            pane.show_only(ids, label)

    def _pane_of(self, _kind: str) -> "ListPane | None":
        """Return the list of a kind, in sight; a page that has one says which."""
        return None

    def may_leave(self) -> bool:
        """Tell whether nothing typed would be lost by closing; a page with a changed form says no."""
        return True

    def keep_typed(self) -> tuple[str, ...]:
        """Keep as drafts what is typed, and return the names of the forms."""
        keepers = [part for part in self.findChildren(QObject) if isinstance(part, KeepsTyped)]
        return tuple(name for keeper in keepers if (name := keeper.keep_now()))

    def retranslate(self) -> None:
        """Set every text; called by the page itself once, then whenever the language changes."""

    def looks(self) -> dict[str, object]:
        """Return how the user arranged the parts of the page, by the parts' names."""
        return {name: part.looks() for name, part in self._parts().items()}

    def set_looks(self, looks: dict[str, object]) -> None:
        """Arrange the parts as remembered."""
        for name, part in self._parts().items():
            kept = looks.get(name)
            if isinstance(kept, dict):
                part.set_looks(kept)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; a page whose office is closed waits for its deletion and asks nothing."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self.workspace.is_open:
            self.retranslate()

    def _parts(self) -> dict[str, HasLooks]:
        children = {child.objectName(): child for child in self.findChildren(QWidget) if child.objectName()}
        return {name: child for name, child in children.items() if isinstance(child, HasLooks)}
