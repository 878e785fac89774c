"""Keyrings that behave as real ones do on good and bad days."""

from kts_desktop.storage.keys import KeyringProblem, KeyringState


class MemoryKeyring:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}

    def get(self, user: str, /) -> str | None:
        """Return what is kept."""
        return self.entries.get(user)

    def put(self, user: str, secret: str, /) -> None:
        """Keep a text."""
        self.entries[user] = secret

    def remove(self, user: str, /) -> None:
        """Forget a text."""
        self.entries.pop(user, None)


class ForgettingKeyring(MemoryKeyring):
    """Accepts every key and keeps none, as the null backend does."""

    def put(self, user: str, secret: str, /) -> None:
        """Accept and forget."""


class LockedKeyring(MemoryKeyring):
    """Asks to be unlocked while ``is_locked``."""

    is_locked = True

    def get(self, user: str, /) -> str | None:
        """Return what is kept, or say that it is locked."""
        if self.is_locked:
            raise KeyringProblem(KeyringState.LOCKED)
        return super().get(user)

    def put(self, user: str, secret: str, /) -> None:
        """Keep a text, or say that it is locked."""
        if self.is_locked:
            raise KeyringProblem(KeyringState.LOCKED)
        super().put(user, secret)
