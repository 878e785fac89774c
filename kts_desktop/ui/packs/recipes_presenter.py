"""What the panel of parts does: follow the pack shown, choose a recipe, keep and delete one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.services import recipes
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.packs.presenter import PacksPresenter
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PartsView(Protocol):
    """What the presenter needs of the panel."""

    def show_recipes(self, names: Sequence[str], own: Sequence[str], chosen: str) -> None: ...
    def show_parts(self, line: str) -> None: ...
    def show_problem(self, sentence: str) -> bool: ...
    def close_dialog(self) -> None: ...


class RecipesPresenter(QObject):
    """Stands between the panel of parts and the pack that is shown."""

    def __init__(self, workspace: Workspace, packs: PacksPresenter, view: PartsView, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._packs, self._view = workspace, packs, view
        self._shown: tuple[BriefingOptions, str] | None = None
        packs.moved.connect(self.show_options)
        workspace.changed.connect(self._on_changed)

    @Slot()
    def show_options(self) -> None:
        """Show the recipes, and the parts of the pack that is being made."""
        options = self._options()
        if options is None or not self._workspace.is_open:
            return
        language = self._workspace.language
        if self._shown == (options, language):
            return  # the pack tells several times that it moved while it is made
        self._shown = (options, language)
        found = self._workspace.read(lambda session: recipes.all_of(session, language))
        own = [one.name for one in found if not one.is_office]
        fitting = [one.name for one in found if _is_made_after(options, one)]
        chosen = options.recipe if options.recipe in fitting else (fitting[-1] if fitting else "")
        self._view.show_recipes([one.name for one in found], own, chosen)
        self._view.show_parts(options.parts)

    @Slot(str)
    def set_parts(self, line: str) -> None:
        """Make the pack with other parts."""
        options = self._options()
        if options is not None:
            self._packs.set_options(replace(options, parts=line))

    @Slot(str)
    def choose(self, name: str) -> None:
        """Make the pack after a recipe, in the language it has."""
        options = self._options()
        if options is None:
            return
        language = self._workspace.language
        found = self._workspace.read(lambda session: recipes.named(session, name, language))
        self._packs.set_options(recipes.options_of(found, options.language))

    @Slot(str)
    def save(self, name: str) -> None:
        """Keep the parts and options of the pack under a name."""
        options = self._options()
        if options is None:
            return
        kept = replace(options, recipe="")
        ticket = self._workspace.write("recipe.save", lambda session, _: recipes.save(session, name, kept))
        self._follow(ticket)
        ticket.succeeded.connect(self._on_saved)

    @Slot(str)
    def delete(self, name: str) -> None:
        """Put a recipe into the bin; it can be brought back by undo."""
        self._follow(self._workspace.write("recipe.delete", partial(_delete, name, self._workspace.language)))

    def _options(self) -> BriefingOptions | None:
        order = self._packs.order
        options = order.options if order is not None else None
        return options if isinstance(options, BriefingOptions) else None

    def _follow(self, ticket: Ticket) -> None:
        ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_saved(self, _recipe: object) -> None:
        self._view.close_dialog()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            if not self._view.show_problem(sentence(error, self._workspace.language)):
                self._packs.refused.emit(error)
        elif isinstance(error, BaseException):
            raise error

    @Slot(object)
    def _on_changed(self, changes: object) -> None:
        assert isinstance(changes, Changes)
        if changes.concerns(recipes.KIND):
            self._shown = None
            self.show_options()


def _delete(name: str, language: str, session: "Session", _ticket: Ticket) -> None:
    recipes.delete(session, recipes.named(session, name, language).id)


def _is_made_after(options: BriefingOptions, recipe: recipes.Recipe) -> bool:
    """Tell whether the options are still those of a recipe, whatever the language."""
    return replace(recipes.options_of(recipe, options.language), recipe="") == replace(options, recipe="")
