"""The app in a process of its own, as `streamlit run dashboard/app.py` serves it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_START_S = 90


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One Streamlit server.

    Parameters
    ----------
    log : Path
        Where its output goes.
    data : path, optional
        Package for AIRSPACE_DATA. Default: the seeds.
    env : dict, optional
        More environment variables.
    script : path, optional
        What to run. Default: the app.
    """

    def __init__(
        self, *, log: Path, data: Path | None = None, env: dict[str, str] | None = None, script: Path | None = None
    ) -> None:
        self.log, self.data, self.env = log, data, env or {}
        self.script = script or ROOT / "dashboard" / "app.py"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None

    def start(self, *, wait: bool = True) -> Server:
        """Start the process and, unless told otherwise, wait until it answers."""
        environment = {name: value for name, value in os.environ.items() if name != "AIRSPACE_DATA"} | self.env
        if self.data is not None:
            environment["AIRSPACE_DATA"] = str(self.data)
        command = [sys.executable, "-m", "streamlit", "run", str(self.script)]
        command += ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
        if wait:
            self.wait()
        return self

    def wait(self, path: str = "/_stcore/health") -> None:
        """Return when the server answers, with whatever status."""
        end = time.monotonic() + LONGEST_START_S
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with status {self.process.returncode}:\n{self.text()}")
            try:
                urllib.request.urlopen(self.url + path, timeout=5).close()  # noqa: S310 - our own server
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
        raise TimeoutError(f"the server did not answer in {LONGEST_START_S} s:\n{self.text()}")

    def stop(self) -> None:
        """End the process."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def text(self) -> str:
        """Return what the server has said so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")
