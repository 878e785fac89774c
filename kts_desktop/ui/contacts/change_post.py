"""The dialog for somebody who moves on: which posts end, what begins when, what still names them."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.services.person_cards import OpenMatters
from kts_desktop.services.posts import PostDraft, PostRow
from kts_desktop.ui.contacts.part_forms import FormDialog, post_form
from kts_desktop.ui.contacts.words import joined
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.choosers import MultiChoice, Query
from kts_desktop.ui.kit.form import Form

_ENDS = "ends"
_MOST_TOLD = 4


class ChangePostDialog(FormDialog):
    """Ends the ticked posts on the day before the new one begins."""

    def __init__(
        self, name: str, held: Sequence[PostRow], bodies: Query, clock: Clock, parent: QWidget
    ) -> None:
        form = post_form(bodies, clock, parent, with_end=False)
        super().__init__(self.tr("{0} changes post").format(name), form, "change_post", 0, parent)
        self._add_ends(form, held)
        self._warning = QLabel(self)
        self._warning.setWordWrap(True)
        self._warning.setProperty("role", "muted")
        self.body.insertWidget(0, self._warning)
        self._warning.setObjectName("contacts.change_post.warning")
        self._warning.setVisible(False)
        form.changed.connect(self._on_changed)

    def post(self) -> PostDraft:
        """Return the post that begins."""
        values = self.form.values()
        values.pop(_ENDS, None)
        return PostDraft(**values)

    def ends(self) -> tuple[int, ...]:
        """Return the posts that end."""
        return tuple(int(code) for code in self.form.values().get(_ENDS, ()))

    def show_matters(self, matters: OpenMatters) -> None:
        """Say what still names the person, so that nobody is forgotten."""
        day = formats.current().day
        told = [f"{case.number} · {case.subject}" for case in matters.cases]
        told += [joined(visit.title, day(visit.starts_at.astimezone().date())) for visit in matters.visits]
        if not told:
            return
        more = len(told) - _MOST_TOLD
        shown = "\n".join(f"• {text}" for text in told[:_MOST_TOLD])
        if more > 0:
            shown += "\n" + self.tr("and %n more", "", more)
        self._warning.setText(self.tr("These open matters still name the person:") + "\n" + shown)
        self._warning.setVisible(True)

    def _add_ends(self, form: Form, held: Sequence[PostRow]) -> None:
        if not held:
            return
        choices = [(str(post.id), joined(post.function, post.body, by=", ")) for post in held]
        form.add(_ENDS, MultiChoice(choices, lines=min(4, max(2, len(held)))), wide=True)
        form.set_labels({_ENDS: self.tr("Posts that end")})
        main = next((post for post in held if post.is_primary), held[0])
        form.set_values({_ENDS: (str(main.id),)})

    @Slot()
    def _on_changed(self) -> None:
        begins = self.form.values().get("valid_from")
        if begins is None or _ENDS not in self.form.grid.fields():
            return
        last = formats.current().day(begins - timedelta(days=1))
        self.form.grid.set_helps({_ENDS: self.tr("Last day: {0}").format(last)})
