"""Opens the dialogs for what hangs on a person or a body, and saves what they return."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import UserFacingError
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services.consents import ConsentDraft
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.services.organisation_cards import KeyLine
from kts_desktop.services.person_cards import PersonCard
from kts_desktop.services.posts import PostDraft, PostRow
from kts_desktop.ui.contacts.change_post import ChangePostDialog
from kts_desktop.ui.contacts.part_forms import (
    CONSENT,
    KEY,
    POST,
    WAY,
    FormDialog,
    address_form,
    consent_form,
    consent_values,
    key_draft,
    key_form,
    post_draft,
    post_form,
    post_values,
    way_draft,
    way_form,
    way_values,
)
from kts_desktop.ui.contacts.parts_presenter import PartsPresenter
from kts_desktop.ui.contacts.words import Words
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.ui.jobs import Ticket


class PartDialogs(QObject):
    """At most one dialog is open; a refusal is shown in it, what was typed stays."""

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._notice, self._parent = workspace, notice, parent
        self._dialog: FormDialog | None = None
        self._owner = Owner(Of.PERSON, 0)
        self.presenter = PartsPresenter(workspace, self, self)

    @property
    def dialog(self) -> FormDialog | None:
        """Return the open dialog."""
        return self._dialog

    def read_words(self) -> Words:
        """Read and return the labels in the language in force."""
        self.presenter.read_words()
        return self.presenter.words

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused."""
        if self._dialog is not None:
            self._dialog.show_error(error)
        else:
            self._workspace.failed.emit(error)

    def show_undo(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""
        self._notice.show_undo(text)

    def open_way(self, owner: Owner, kind: ContactKind = ContactKind.PHONE, contact_id: int = 0) -> None:
        """Open the form of a way to reach somebody."""
        draft = self.presenter.way(contact_id) if contact_id else ContactDraft(kind=kind)
        if draft.is_address:
            form = address_form(self._parent, self._workspace.language)
        else:
            form = way_form(self._parent)
        form.set_values(way_values(draft))
        heading = self.tr("Edit contact details") if contact_id else self.tr("Add contact details")
        dialog = FormDialog(heading, form, WAY, contact_id, self._parent)
        self._open(dialog, owner, "street" if draft.is_address else "value")

    def open_post(self, person_id: int, post: PostRow | None = None) -> None:
        """Open the form of a post."""
        form = post_form(self.presenter.bodies, self._workspace.clock, self._parent)
        if post is None:
            form.set_values(post_values(PostDraft(), ""))
        else:
            form.set_values(post_values(self.presenter.post(post.id), post.body))
        heading = self.tr("Edit post") if post else self.tr("Add a post")
        dialog = FormDialog(heading, form, POST, post.id if post else 0, self._parent)
        self._open(dialog, Owner(Of.PERSON, person_id), "organisation_id")

    def open_change(self, card: PersonCard) -> None:
        """Open the dialog for a person who moves on."""
        held = [post for post in card.posts if post.is_present]
        dialog = ChangePostDialog(
            card.draft.full, held, self.presenter.bodies, self._workspace.clock, self._parent
        )
        dialog.form.set_values({"valid_from": local_date(self._workspace.clock())})
        dialog.show_matters(self.presenter.open_matters(card.id))
        self._open(dialog, Owner(Of.PERSON, card.id), "organisation_id")

    def open_consent(self, person_id: int, consent_id: int = 0) -> None:
        """Open the form of a consent."""
        form = consent_form(self.presenter.words, self._workspace.clock, self._parent)
        if consent_id:
            form.set_values(consent_values(self.presenter.consent(consent_id)))
        else:
            form.set_values({"given_on": local_date(self._workspace.clock())})
        heading = self.tr("Edit consent") if consent_id else self.tr("Record a consent")
        dialog = FormDialog(heading, form, CONSENT, consent_id, self._parent)
        self._open(dialog, Owner(Of.PERSON, person_id), "purpose")

    def open_key(self, organisation_id: int, key: KeyLine | None = None) -> None:
        """Open the form of an official key."""
        form = key_form(self._workspace.clock, self._parent)
        if key is not None:
            form.set_values(
                {
                    "scheme": key.scheme.value,
                    "value": key.value,
                    "valid_from": key.valid_from,
                    "valid_to": key.valid_to,
                    "successor": key.successor,
                }
            )
        heading = self.tr("Edit official key") if key else self.tr("Add an official key")
        dialog = FormDialog(heading, form, KEY, key.id if key else 0, self._parent)
        self._open(dialog, Owner(Of.BODY, organisation_id), "value")

    def _open(self, dialog: FormDialog, owner: Owner, first: str) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self._dialog, self._owner = dialog, owner
        dialog.saved.connect(self._on_saved)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        dialog.form.grid.fields()[first].editors()[0].setFocus()

    def _save(self, dialog: FormDialog, form: Form) -> "Ticket":
        presenter, owner, part_id = self.presenter, self._owner, dialog.part_id
        if isinstance(dialog, ChangePostDialog):
            return presenter.change_post(owner.id, dialog.post(), dialog.ends())
        values = form.values()
        if dialog.key == WAY:
            return presenter.save_way(owner, part_id, way_draft(values))
        if dialog.key == POST:
            return presenter.save_post(owner.id, part_id, post_draft(values))
        if dialog.key == CONSENT:
            return presenter.save_consent(owner.id, part_id, ConsentDraft(**values))
        return presenter.save_key(owner.id, part_id, key_draft(values))

    @Slot()
    def _on_saved(self) -> None:
        dialog = self._dialog
        if dialog is not None:
            dialog.follow(self._save(dialog, dialog.form))

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self._dialog = None
