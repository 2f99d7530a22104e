"""Sessions without a browser show what a browser shows; load and soak in small; the balancer's configuration."""

import shutil
import subprocess

import pytest

from incidents import Filter, filter_events, read_package
from tests.awaited import awaited
from tests.trust.load import share
from tests.trust.replicas import CONF, configured
from tests.trust.session import VIEWS, Session
from tests.trust.soak import soaked


def test_a_session_shows_the_count_of_each_view(server):
    """The count that arrives is the count of the filter."""

    async def counts():
        async with Session(server.url) as session:
            return [(await session.act(view))[1] for view in VIEWS]

    package = read_package()
    for view, said in zip(VIEWS, awaited(counts()), strict=True):
        given = {name: [value] if isinstance(value, str) else value for name, value in view.items()}
        n = len(filter_events(package.events, Filter.from_params(given, package)[0]))
        assert said.startswith(f"**{n} of {len(package.events)}**")


def test_share():
    """95 of 100 values lie at or below it; nothing measured is never fast."""
    assert share([float(n) for n in range(1, 101)], 0.95) == 95
    assert share([], 0.95) == float("inf")


def test_sessions_that_go_leave_no_threads(start_server):
    """A few of them in small: open files and threads do not grow with the number of sessions."""
    server = start_server()
    figures = soaked(server.url, server.process.pid, warm=6, cycles=12, settled_s=1)
    assert figures[2].value <= 6


def test_the_configuration_is_whole(tmp_path):
    """Both replicas and the address are in it once; nginx takes it where it is installed."""
    text = configured(CONF.read_text(encoding="utf-8"), (9001, 9002), 9003)
    assert all(f"127.0.0.1:{port}" in text for port in (9001, 9002, 9003))
    with pytest.raises(ValueError, match="stands 0 times"):
        configured(text, (1, 2), 3)
    if program := shutil.which("nginx"):
        (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")
        said = subprocess.run([program, "-t", "-p", f"{tmp_path}/", "-c", "nginx.conf"], capture_output=True, text=True)
        assert said.returncode == 0, said.stderr
