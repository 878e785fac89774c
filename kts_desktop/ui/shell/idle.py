"""Notices that nobody has touched keyboard or pointer for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """Announces that the set time has passed without a sign of life; 0 minutes switch it off."""

    idle = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)

    def watch(self, minutes: int) -> None:
        """Set the time anew."""
        self._app.removeEventFilter(self)
        self._timer.stop()
        if minutes > 0:
            self._app.installEventFilter(self)
            self._timer.start(minutes * 60_000)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Start the time anew at every sign of life; take no event away."""
        if event.type() in _SIGNS:
            self._timer.start()
        return False
