"""Failures a user can cause or cure, as a closed hierarchy.

* UserFacingError
  - ValidationError   (a field is wrong; says which)
  - NotFoundError     (the record is gone, perhaps through an exchange)
  - RefusedError      (the action is not possible now; nothing was changed)
  - ConflictError     (two versions; the user must choose)
  - StorageError      (the disk or the file failed while working; says what was kept)
  - ProfileError      (the profile cannot be opened; says why)
  - ImportFileError   (a file that came in cannot be read)
  - PackageError      (a package of the exchange is refused or cannot be written)
Each carries a code; ``core.sentences.failures`` turns it into a sentence in German or English.
Anything else that is raised is a bug and goes to the log and the crash report.
"""


class UserFacingError(Exception):
    """Base of all failures that are shown to the user as a sentence; ``code`` selects it."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code} {details}" if details else code)
        self.code = code
        self.details = details


class ValidationError(UserFacingError):
    """A field's value cannot be accepted."""

    def __init__(self, field: str, code: str, **details: object) -> None:
        super().__init__(code, field=field, **details)
        self.field = field


class NotFoundError(UserFacingError):
    """The record does not exist (any more)."""


class RefusedError(UserFacingError):
    """The action is not possible in the present state; nothing was changed."""


class ConflictError(UserFacingError):
    """Two laptops changed the same field; both values are kept until someone chooses."""


class StorageError(UserFacingError):
    """The file or the disk failed during work: ``disk_full``, ``read_only``, ``io_error``."""


class ProfileError(UserFacingError):
    """The profile cannot be opened: ``wrong_key``, ``damaged``, ``missing``, ``newer``, ``in_use``."""


class ImportFileError(UserFacingError):
    """A file that came in cannot be read; nothing was taken over."""


class PackageError(UserFacingError):
    """A package of the exchange is refused, or could not be written; nothing was taken over."""
