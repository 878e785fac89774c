"""What goes into a pack: the recipe it follows, its parts, and the options of each part."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from kts_desktop.services.pack_parts import (
    TAKES_MONTHS,
    TAKES_ROWS,
    Part,
    PartChoice,
    as_line,
    from_line,
)
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.fields import CheckField, ChoiceField, Field, NumberField
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.packs import words
from kts_desktop.ui.packs.parts_list import PartsList
from kts_desktop.ui.packs.recipe_dialog import RecipeDialog

_WIDTH = 264


class PartsPanel(QWidget):
    """Every change asks for the pack anew; nothing is kept until it is saved as a recipe."""

    changed = Signal(str)  # the line of parts
    recipe_chosen = Signal(str)
    save_wanted = Signal(str)  # name
    delete_wanted = Signal(str)  # name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packs.parts_panel")
        sized(self, width=_WIDTH)
        self._is_showing = False
        self._choices: dict[Part, PartChoice] = {}
        self._own: frozenset[str] = frozenset()
        self._dialog: RecipeDialog | None = None
        self.recipe, self.parts = ChoiceField(nothing=""), PartsList()
        self.rows, self.months = NumberField(), NumberField()
        self.oldest, self.right = CheckField(), CheckField()
        self._labels = {key: QLabel(self) for key in ("recipe", "parts", "rows", "months")}
        self.up, self.down = self._button("up", "arrow-up"), self._button("down", "arrow-down")
        self.save, self.delete = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_recipes(self, names: Sequence[str], own: Sequence[str], chosen: str) -> None:
        """Offer the recipes; ``own`` are those that can be deleted."""
        self._is_showing = True
        self._own = frozenset(own)
        self.recipe.set_choices(tuple((name, name) for name in names))
        self.recipe.set_value(chosen if chosen in names else "")
        self.delete.setEnabled(chosen in self._own)
        self._is_showing = False

    def show_parts(self, line: str) -> None:
        """Show which parts the pack has."""
        if line == self.line():
            return
        self._is_showing = True
        choices = from_line(line)
        self._choices = {one.part: one for one in choices}
        self.parts.show_parts([one.part for one in choices], words.part_names())
        self._show_part()
        self._is_showing = False

    def line(self) -> str:
        """Return the parts that are ticked, with their options, as one line."""
        return as_line(self._choices.get(part, PartChoice(part=part)) for part in self.parts.parts())

    def close_dialog(self) -> None:
        """Close the question for a name: it is kept."""
        if self._dialog is not None:
            self._dialog.accept()

    def show_problem(self, sentence: str) -> bool:
        """Say in the open question why a name was refused; false if no question is open."""
        if self._dialog is None:
            return False
        self._dialog.show_problem(sentence)
        return True

    def retranslate(self) -> None:
        """Set every text."""
        texts = {
            "recipe": self.tr("Recipe"),
            "parts": self.tr("Parts"),
            "rows": self.tr("At most rows (0: all)"),
            "months": self.tr("Months back (0: as the pack)"),
        }
        for key, text in texts.items():
            self._labels[key].setText(text)
        self.recipe.set_name(self.tr("Recipe the pack follows"))
        self.parts.setAccessibleName(self.tr("Parts of the pack, in their order"))
        self.rows.set_name(texts["rows"])
        self.months.set_name(texts["months"])
        self.oldest.set_name(self.tr("Oldest first"))
        self.right.set_name(self.tr("Begins on a right-hand page"))
        self.parts.rename(words.part_names())
        name_button(self.up, self.tr("Move the part up"), "Alt+Up", icon_only=True)
        name_button(self.down, self.tr("Move the part down"), "Alt+Down", icon_only=True)
        name_button(self.save, self.tr("Save as recipe …"))
        name_button(self.delete, self.tr("Delete recipe"))

    def _button(self, name: str, picture: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"packs.part_{name}")
        button.setIcon(icon(picture))
        button.setProperty("flat", True)
        sized(button, icon=16)
        return button

    def _lay_out(self) -> None:
        for label in self._labels.values():
            label.setProperty("role", "label")
        head = QHBoxLayout()
        spaced(head, (0, 0, 0, 0), 4)
        head.addWidget(self._labels["parts"], 1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        column = QVBoxLayout(self)
        spaced(column, (0, 0, 0, 0), 6)
        column.addWidget(self._labels["recipe"])
        column.addWidget(self.recipe)
        column.addSpacing(6)
        column.addLayout(head)
        column.addWidget(self.parts, 1)
        for key, field in (("rows", self.rows), ("months", self.months)):
            column.addWidget(self._labels[key])
            column.addWidget(field)
        for part in (self.oldest, self.right, self.save, self.delete):
            column.addWidget(part)
        self.delete.setProperty("flat", True)
        named: tuple[tuple[str, Field], ...] = (
            ("recipe", self.recipe),
            ("rows", self.rows),
            ("months", self.months),
            ("oldest", self.oldest),
            ("right", self.right),
        )
        for name, one in named:
            one.editors()[0].setObjectName(f"packs.part.{name}")
        for key, one in (("recipe", self.recipe), ("rows", self.rows), ("months", self.months)):
            self._labels[key].setBuddy(one.editors()[0])
        self._labels["parts"].setBuddy(self.parts)
        self.save.setObjectName("packs.recipe_save")
        self.delete.setObjectName("packs.recipe_delete")

    def _connect(self) -> None:
        self.recipe.changed.connect(self._on_recipe)
        self.parts.changed.connect(self._on_changed)
        self.parts.currentRowChanged.connect(self._on_current)
        for field in (self.rows, self.months, self.oldest, self.right):
            field.changed.connect(self._on_option)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.save.clicked.connect(self._on_save)
        self.delete.clicked.connect(self._on_delete)

    def _show_part(self) -> None:
        """Show the options of the part the keyboard stands on."""
        part = self.parts.current()
        choice = self._choices.get(part, PartChoice(part=part)) if part else None
        was_showing, self._is_showing = self._is_showing, True
        rows, months = part in TAKES_ROWS, part in TAKES_MONTHS
        for key, field, is_there in (("rows", self.rows, rows), ("months", self.months, months)):
            self._labels[key].setVisible(is_there)
            field.setVisible(is_there)
        self.oldest.setVisible(part in {Part.HISTORY, Part.CASES})
        self.right.setVisible(part is not None)
        if choice is not None:
            self.rows.set_value(choice.rows)
            self.months.set_value(choice.months)
            self.oldest.set_value(choice.oldest)
            self.right.set_value(choice.right)
        self._is_showing = was_showing

    @Slot()
    def _on_recipe(self) -> None:
        if not self._is_showing and self.recipe.value():
            self.recipe_chosen.emit(self.recipe.value())

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit(self.line())

    @Slot()
    def _on_current(self) -> None:
        if not self._is_showing:
            self._show_part()

    @Slot()
    def _on_option(self) -> None:
        part = self.parts.current()
        if self._is_showing or part is None:
            return
        choice = self._choices.get(part, PartChoice(part=part))
        self._choices[part] = replace(
            choice,
            rows=self.rows.value() or 0,
            months=self.months.value() or 0,
            oldest=self.oldest.value(),
            right=self.right.value(),
        )
        self.changed.emit(self.line())

    @Slot()
    def _on_up(self) -> None:
        self.parts.move_current(-1)

    @Slot()
    def _on_down(self) -> None:
        self.parts.move_current(1)

    @Slot()
    def _on_save(self) -> None:
        name = self.recipe.value()
        self._dialog = RecipeDialog(name if name in self._own else "", self)
        self._dialog.named.connect(self.save_wanted)
        self._dialog.finished.connect(self._on_dialog_closed)
        self._dialog.open()

    @Slot()
    def _on_dialog_closed(self) -> None:
        self._dialog = None

    @Slot()
    def _on_delete(self) -> None:
        self.delete_wanted.emit(self.recipe.value())
