"""The server's memory for tables."""

import subprocess
import sys

from tests.server import ROOT

ASK = "import pyarrow as pa; {}print(pa.default_memory_pool().backend_name)"
APP = "import sys; sys.argv[0] = 'dashboard/app.py'; import dashboard.app; "


def allocator(start=""):
    """Return the name of Arrow's allocator in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", ASK.format(start)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()[-1]


def test_the_server_uses_the_systems_allocator():
    """The app's entry sets it."""
    assert allocator(APP) == "system"
