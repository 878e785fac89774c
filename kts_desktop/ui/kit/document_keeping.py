"""What is done with the documents of the record shown: attach, open, copy out, remove."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import NotFoundError, StorageError
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.documents import DocumentsBox, DropVeil
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.services.attachments import AttachmentRow, KeptFile

_Progress = Callable[[int, int], None]
_NEWS = ("attachment", "note", "task", "document")


class Attachments(Protocol):
    """The use cases; the module ``services.attachments`` is one."""

    def of_record(self, session: "Session", kind: str, id_: int) -> "Sequence[AttachmentRow]":
        """Return the documents of a record and of what stands on it."""

    def keep(self, session: "Session", path: Path, *, progress: _Progress) -> "KeptFile":
        """Put a file away."""

    def attach(self, session: "Session", kind: str, id_: int, files: "Sequence[KeptFile]") -> object:
        """Hang files on a record."""

    def detach(self, session: "Session", ids: Sequence[int]) -> None:
        """Take files off their records."""

    def view_copy(self, session: "Session", id_: int, *, progress: _Progress) -> Path:
        """Return a copy to look at."""

    def save_as(self, session: "Session", id_: int, path: Path, *, progress: _Progress) -> None:
        """Write a copy to a place the user chose."""


class DocumentKeeping(Writing):
    """Fills the box of documents and does what it asks; files dropped on the pane are attached."""

    counted = Signal(int)
    listed = Signal(object)  # Sequence[AttachmentRow]

    def __init__(
        self,
        workspace: Workspace,
        telling: Telling,
        attachments: Attachments,
        box: DocumentsBox,
        detail: Detail,
    ) -> None:
        super().__init__(workspace, telling, box)
        self._attachments, self._box, self._detail = attachments, box, detail
        self._record: tuple[str, int] | None = None
        self._target: tuple[str, int] | None = None  # where chosen files go: the record, or a note of it
        self._lines: Sequence[AttachmentRow] = ()
        self._saving = 0
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._veil = DropVeil(detail)
        self._veil.dropped.connect(self._on_dropped)
        box.add_wanted.connect(self.choose)
        box.open_wanted.connect(self.open)
        box.save_wanted.connect(self.save)
        box.remove_wanted.connect(self.remove)
        workspace.changed.connect(self._follow)

    def show(self, kind: str, id_: int | None) -> None:
        """Show the documents of a record; of none without one."""
        self._record = (kind, id_) if id_ else None
        self._veil.take(self.tr("Attach to the record shown") if self._record else "")
        self._read()

    @Slot()
    def choose(self) -> None:
        """Ask which files to attach to the record shown."""
        if self._record is not None:
            self.choose_for(*self._record)

    def choose_for(self, kind: str, id_: int) -> None:
        """Ask which files to attach to a record, such as a note of the one shown."""
        self._target = kind, id_
        dialog = QFileDialog(self._detail, self.tr("Attach files"))
        dialog.setObjectName("documents.choose")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setDirectory(str(self._folder))
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def add(self, paths: Sequence[Path], kind: str, id_: int) -> None:
        """Encrypt files beside the database, then attach them all as one step."""
        attachments = self._attachments

        def keep(session: "Session", ticket: Ticket) -> object:
            return kind, id_, [attachments.keep(session, path, progress=ticket.step) for path in paths]

        ticket = self._workspace.fetch(keep, self.tr("Encrypting documents"))
        ticket.succeeded.connect(self._on_kept)
        ticket.failed.connect(self._on_failed)

    @Slot(int)
    def open(self, id_: int) -> None:
        """Open a read-only copy with the program the system has for it."""
        attachments = self._attachments

        def view(session: "Session", ticket: Ticket) -> object:
            return id_, attachments.view_copy(session, id_, progress=ticket.step)

        ticket = self._workspace.fetch(view)
        ticket.succeeded.connect(self._on_view)
        ticket.failed.connect(self._on_failed)

    @Slot(int)
    def save(self, id_: int) -> None:
        """Ask where a copy shall go."""
        self._saving = id_
        dialog = QFileDialog(self._detail, self.tr("Save a copy"))
        dialog.setObjectName("documents.save")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(self._name(id_))
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    @Slot(int)
    def remove(self, id_: int) -> None:
        """Take a document off its record; a bar offers to take that back."""
        self.write(
            "attachment.remove", lambda session: self._attachments.detach(session, [id_]), offers_undo=True
        )

    def _read(self) -> None:
        record = self._record
        try:
            self._lines = (
                self._workspace.read(lambda session: self._attachments.of_record(session, *record))
                if record
                else ()
            )
        except NotFoundError:
            self._lines = ()
        self._box.show_documents(self._lines, record[0] if record else "", self._workspace.clock())
        self.counted.emit(len(self._lines))
        self.listed.emit(self._lines)

    def _name(self, id_: int) -> str:
        return next((line.name for line in self._lines if line.id == id_), "")

    @Slot(object)
    def _on_dropped(self, paths: object) -> None:
        if self._record is not None:
            self.add(cast("list[Path]", paths), *self._record)

    @Slot("QStringList")
    def _on_chosen(self, names: list[str]) -> None:
        if self._target is not None and names:
            self._folder = Path(names[0]).parent
            self.add([Path(name) for name in names], *self._target)

    @Slot(object)
    def _on_kept(self, kept: object) -> None:
        kind, id_, files = cast("tuple[str, int, list[KeptFile]]", kept)
        self.write(
            "attachment.add",
            lambda session: self._attachments.attach(session, kind, id_, files),
            offers_undo=True,
        )

    @Slot(object)
    def _on_view(self, found: object) -> None:
        id_, path = cast("tuple[int, Path]", found)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._telling.show_error(StorageError("file_no_viewer", name=self._name(id_)))

    @Slot(str)
    def _on_place(self, name: str) -> None:
        id_, path, attachments = self._saving, Path(name), self._attachments
        self._folder = path.parent

        def copy(session: "Session", ticket: Ticket) -> object:
            attachments.save_as(session, id_, path, progress=ticket.step)
            return path

        ticket = self._workspace.fetch(copy, self.tr("Saving a copy"))
        ticket.succeeded.connect(self._on_saved)
        ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_saved(self, path: object) -> None:
        self._workspace.say(self.tr("Saved as {0}.").format(cast("Path", path).name))

    @Slot(Changes)
    def _follow(self, changes: Changes) -> None:
        if changes.concerns(*_NEWS) and self._workspace.is_open:
            self._read()
