"""What hangs on a person or a body: posts, ways to reach them, consents, keys; no widget here."""

from dataclasses import replace
from typing import TYPE_CHECKING

from kts_desktop.core.clock import local_date
from kts_desktop.services import consents, contact_points, directory, organisations, person_cards, posts
from kts_desktop.services.consents import ConsentDraft
from kts_desktop.services.contact_points import ContactDraft, Owner
from kts_desktop.services.organisations import KeyDraft
from kts_desktop.services.person_cards import OpenMatters
from kts_desktop.services.posts import PostDraft
from kts_desktop.ui.contacts.writing import Writing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.ui.jobs import Ticket


class PartsPresenter(Writing):
    """Reads and writes the parts; 0 as the id of a part means a new one."""

    def post(self, post_id: int) -> PostDraft:
        """Return the draft of a post."""
        return self._workspace.read(lambda session: posts.draft_of(session, post_id))

    def way(self, contact_id: int) -> ContactDraft:
        """Return the draft of a way to reach somebody."""
        return self._workspace.read(lambda session: contact_points.draft_of(session, contact_id))

    def consent(self, consent_id: int) -> ConsentDraft:
        """Return the draft of a consent."""
        return self._workspace.read(lambda session: consents.draft_of(session, consent_id))

    def open_matters(self, person_id: int) -> OpenMatters:
        """Return what still names a person."""
        now = self._workspace.clock()
        return self._workspace.read(lambda session: person_cards.open_matters(session, person_id, now))

    def save_post(self, person_id: int, post_id: int, draft: PostDraft) -> "Ticket":
        """Change a post, or give the person a new one."""
        if post_id:
            return self.write(
                "post.edit", lambda session: posts.edit(session, post_id, _resolved(session, draft))
            )
        return self.write(
            "post.add", lambda session: posts.add(session, person_id, _resolved(session, draft))
        )

    def change_post(self, person_id: int, draft: PostDraft, ends: tuple[int, ...]) -> "Ticket":
        """End posts and begin another, as one step."""
        return self.write(
            "person.change_post",
            lambda session: posts.change(session, person_id, _resolved(session, draft), ends=ends),
            offers_undo=True,
        )

    def remove_post(self, post_id: int) -> None:
        """Take a post away that was entered by mistake."""
        self.write("post.delete", lambda session: posts.remove(session, post_id), offers_undo=True)

    def save_way(self, owner: Owner, contact_id: int, draft: ContactDraft) -> "Ticket":
        """Change a way to reach somebody, or add one."""
        if contact_id:
            return self.write("contact.edit", lambda session: contact_points.edit(session, contact_id, draft))
        return self.write("contact.add", lambda session: contact_points.add(session, owner, draft))

    def remove_way(self, contact_id: int) -> None:
        """Take a way to reach somebody away."""
        self.write(
            "contact.delete", lambda session: contact_points.remove(session, contact_id), offers_undo=True
        )

    def save_consent(self, person_id: int, consent_id: int, draft: ConsentDraft) -> "Ticket":
        """Correct a consent, or note a new one."""
        if consent_id:
            return self.write("consent.edit", lambda session: consents.edit(session, consent_id, draft))
        return self.write("consent.add", lambda session: consents.add(session, person_id, draft))

    def withdraw(self, consent_id: int) -> None:
        """Note that a consent was withdrawn today."""
        on = local_date(self._workspace.clock())
        self.write(
            "consent.withdraw", lambda session: consents.withdraw(session, consent_id, on), offers_undo=True
        )

    def remove_consent(self, consent_id: int) -> None:
        """Take a consent away that was entered by mistake."""
        self.write("consent.delete", lambda session: consents.remove(session, consent_id), offers_undo=True)

    def save_key(self, organisation_id: int, key_id: int, draft: KeyDraft) -> "Ticket":
        """Change an official key, or add one."""
        if key_id:
            return self.write(
                "organisation.key", lambda session: organisations.edit_key(session, key_id, draft)
            )
        return self.write(
            "organisation.key", lambda session: organisations.add_key(session, organisation_id, draft)
        )

    def remove_key(self, key_id: int) -> None:
        """Take a key away that was entered by mistake."""
        self.write(
            "organisation.key", lambda session: organisations.remove_key(session, key_id), offers_undo=True
        )


def _resolved(session: "Session", draft: PostDraft) -> PostDraft:
    """Return the draft with its body taken over, if it was only in the directory."""
    if draft.organisation_id is None:
        return draft
    return replace(draft, organisation_id=directory.resolve(session, draft.organisation_id))
