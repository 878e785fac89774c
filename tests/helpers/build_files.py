"""Documents on records: a file is written, put away and attached, as the window and the command line do."""

from collections.abc import Sequence
from pathlib import Path

from kts_desktop.models.vocab import AttachmentId
from kts_desktop.services import attachments
from kts_desktop.storage.store import Store
from tests.helpers.build import a_case

LETTER = "Bescheid über die Förderung\n".encode() * 4000  # more than one chunk


def a_file(folder: Path, name: str = "Bescheid.pdf", content: bytes = LETTER) -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(content)
    return path


def attach(store: Store, kind: str, id_: int, *paths: Path) -> Sequence[AttachmentId]:
    """Attach files to a record, as one step."""
    with store.read() as session:
        kept = [attachments.keep(session, path) for path in paths]
    with store.write("attachment.add") as session:
        return attachments.attach(session, kind, id_, kept)


def case_with_file(store: Store, folder: Path, name: str = "Bescheid.pdf", content: bytes = LETTER) -> int:
    """Open a case with one document and return the document's number."""
    with store.write("case.open") as session:
        case_id = a_case(session)
    return attach(store, "advisory_case", case_id, a_file(folder, name, content))[0]


def blobs_in(folder: Path) -> list[Path]:
    """Return the files of a folder of contents."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
