"""Two real Syncthing programs that keep two folders alike over the loopback, without a look outside."""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("syncthing")
FOLDER = "exchange"
_KEY = "loopback-only"
_PATIENCE = 60.0  # seconds until two folders must be alike
_QUIET = {
    "globalAnnounceEnabled": False,
    "localAnnounceEnabled": False,
    "relaysEnabled": False,
    "natEnabled": False,
    "urAccepted": -1,
    "crashReportingEnabled": False,
    "autoUpgradeIntervalH": 0,
    "startBrowser": False,
    "reconnectionIntervalS": 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """One of the two programs: its name for the other, its folder, where it listens."""

    home: Path
    folder: Path
    device: str
    gui: int
    port: int

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Ask its interface; returns what it answers as JSON, or None."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.gui}/rest/{path}",
            data=data,
            method=method,
            headers={"X-API-Key": _KEY, "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            text = answer.read()
        return json.loads(text) if text else None

    def is_alike(self, other: "Carrier") -> bool:
        """Look through the folder, and tell whether the other has all of it."""
        self.ask("POST", f"db/scan?folder={FOLDER}")
        found = self.ask("GET", f"db/completion?folder={FOLDER}&device={other.device}")
        return bool(found["completion"] == 100 and found["needBytes"] == 0 and found["needDeletes"] == 0)


@contextmanager
def carrying(place: Path) -> Iterator[tuple[Carrier, Carrier]]:
    """Start two programs below ``place`` that keep the folders ``one`` and ``two`` alike, and end them."""
    ports = _free_ports(4)
    one = _made(place / "one", gui=ports[0], port=ports[1])
    two = _made(place / "two", gui=ports[2], port=ports[3])
    with ExitStack() as stack:
        for carrier in (one, two):
            stack.enter_context(_running(carrier))
        for here, there in ((one, two), (two, one)):
            _introduce(here, there)
        yield one, two


def settle(one: Carrier, two: Carrier) -> None:
    """Wait until both folders hold the same; raises TimeoutError."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if one.is_alike(two) and two.is_alike(one) and _names(one) == _names(two):
            return
        time.sleep(0.2)
    raise TimeoutError(f"{sorted(_names(one))} / {sorted(_names(two))}")


def _names(carrier: Carrier) -> dict[str, int]:
    return {one.name: one.stat().st_size for one in carrier.folder.iterdir() if not one.name.startswith(".")}


def _made(home: Path, *, gui: int, port: int) -> Carrier:
    folder = home / "shared"
    folder.mkdir(parents=True)
    program = PROGRAM or "syncthing"
    base = (program, f"--home={home / 'config'}")
    subprocess.run(
        (program, "generate", f"--home={home / 'config'}", "--skip-port-probing", "--no-default-folder"),
        check=True,
        capture_output=True,
    )
    device = subprocess.run((*base, "--device-id"), check=True, capture_output=True, text=True).stdout.strip()
    return Carrier(home=home, folder=folder, device=device, gui=gui, port=port)


@contextmanager
def _running(carrier: Carrier) -> Iterator[None]:
    process = subprocess.Popen(
        (
            PROGRAM or "syncthing",
            f"--home={carrier.home / 'config'}",
            f"--gui-address=127.0.0.1:{carrier.gui}",
            f"--gui-apikey={_KEY}",
            "--no-browser",
            "--no-restart",
            "--no-upgrade",
        ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(carrier)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(carrier: Carrier) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            carrier.ask("GET", "system/ping")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the carrier does not answer")


def _introduce(here: Carrier, there: Carrier) -> None:
    """Name the folder and the other's address, and nothing beyond the loopback."""
    here.ask("PATCH", "config/options", {**_QUIET, "listenAddresses": [f"tcp://127.0.0.1:{here.port}"]})
    here.ask(
        "PUT",
        f"config/devices/{there.device}",
        {"deviceID": there.device, "name": "other", "addresses": [f"tcp://127.0.0.1:{there.port}"]},
    )
    here.ask(
        "PUT",
        f"config/folders/{FOLDER}",
        {
            "id": FOLDER,
            "label": FOLDER,
            "path": str(here.folder),
            "devices": [{"deviceID": here.device}, {"deviceID": there.device}],
            "fsWatcherEnabled": True,
            "fsWatcherDelayS": 1,
            "rescanIntervalS": 5,
        },
    )


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
