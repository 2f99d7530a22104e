"""Processes that draw end with the one that started them, killed or not."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.server import ROOT

STARTED = """
import multiprocessing, os, time
from concurrent.futures import ProcessPoolExecutor
from dashboard.press.site import end_with_parent
if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), end_with_parent) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""
LONGEST_S = 30


def _there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")  # Linux: a process that nobody has fetched yet is a zombie
    return not state.exists() or state.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"


def test_a_worker_ends_when_its_parent_is_killed(tmp_path):
    """SIGKILL gives nobody the time to tidy up."""
    script = tmp_path / "start.py"
    script.write_text(STARTED, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, str(script)], env=environment, stdout=subprocess.PIPE, text=True)
    worker = int(process.stdout.readline())
    assert _there(worker)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    end = time.monotonic() + LONGEST_S
    while _there(worker) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _there(worker)
