"""Offers what was typed in a form and not saved yet, once, when the form is opened again."""

from PySide6.QtCore import Slot

from kts_desktop.ui.kit import draft_keeper, formats
from kts_desktop.ui.kit.dialogs import confirm


class DraftKeeper(draft_keeper.DraftKeeper):
    """Asks before it brings a draft back, because forms of this page open with much in them."""

    def offer(self) -> None:
        """Ask whether to go on with a draft that waits."""
        kept = self.waiting()
        if kept is None:
            return
        since = formats.current().moment(kept.at)
        question = confirm(
            self._form,
            self.tr("Go on with the draft?"),
            self.tr("Something typed here on {0} was not saved.").format(since),
            self.tr("Restore the draft"),
            danger=False,
        )
        question.confirmed.connect(self._on_restore)
        question.rejected.connect(self.forget)

    @Slot()
    def _on_restore(self) -> None:
        self.restore()
