"""The browser tests find their browser, install one where there is none, and never pass without one."""

import os

import pytest

from tests.browser import install


@pytest.fixture
def bare(monkeypatch):
    """A machine without any Chromium."""
    monkeypatch.delenv(install.VARIABLE, raising=False)
    monkeypatch.setattr(install.shutil, "which", lambda _name: None)
    monkeypatch.setattr(install, "_playwrights_own", lambda: None)
    return monkeypatch


def test_the_variable_comes_first(monkeypatch, tmp_path):
    """CHROMIUM wins over what is on PATH."""
    mine = tmp_path / "my-chromium"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert install.chromium_path() == str(mine)


def test_a_wrong_variable_is_named(monkeypatch, capsys):
    """A CHROMIUM that cannot be run ends in one line and status 1, not in another browser."""
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    assert install.main() == 1
    assert capsys.readouterr().err.splitlines() == [
        "tests.browser.install: CHROMIUM=/no/such/browser cannot be run; name a Chromium or unset it"
    ]


def test_none_is_an_error(bare):
    """Without any browser the fixtures raise instead of skipping."""
    with pytest.raises(install.NoBrowserError, match=r"run python -m tests\.browser\.install"):
        install.chromium_path()


def test_all_ways_failing_is_one_line(bare, capsys):
    """When nothing can be installed, the status is 1 and the message one line."""
    bare.setattr(install.install, "__defaults__", (lambda _command: False,))
    assert install.main() == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("user", "programs", "first"),
    [
        (0, {"apt-get"}, "apt-get"),
        (1000, {"apt-get", "sudo"}, "sudo"),
        (1000, {"apt-get"}, install.PLAYWRIGHT[0]),
        (0, set(), install.PLAYWRIGHT[0]),
    ],
)
def test_the_ways_to_install(bare, user, programs, first):
    """Root on Debian takes apt, others sudo, everyone else Playwright's download, which is always the last way."""
    bare.setattr(os, "geteuid", lambda: user)
    bare.setattr(install.shutil, "which", lambda name: name if name in programs else None)
    assert install.plans()[0][0][0] == first
    assert install.plans()[-1] == [install.PLAYWRIGHT]


def test_an_installed_browser_is_used(bare):
    """After a way succeeded, its browser is the answer and no other way is tried."""
    ran = []

    def run(command):
        ran.append(command)
        bare.setattr(install, "_playwrights_own", lambda: "/there")
        return True

    assert install.install(run) == "/there"
    assert ran == [install.PLAYWRIGHT]
