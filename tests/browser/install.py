"""Find a Chromium for the browser tests, or install one: `python -m tests.browser.install`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VARIABLE = "CHROMIUM"
APT = (("apt-get", "update"), ("apt-get", "install", "-y", "--no-install-recommends", "chromium"))
PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "chromium")


class NoBrowserError(Exception):
    """There is no Chromium; the message is one line with a way out."""


def _playwrights_own() -> str | None:
    """Return the browser that `python -m playwright install chromium` has put in place, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).is_file() else None


def find_chromium() -> str | None:
    """Return the path of a Chromium, or None when there is none.

    The environment variable CHROMIUM comes first, then the browsers on PATH, then Playwright's own.

    Raises
    ------
    NoBrowserError
        CHROMIUM names something that cannot be run.
    """
    if given := os.environ.get(VARIABLE):
        found = shutil.which(given)
        if found is None:
            raise NoBrowserError(f"{VARIABLE}={given} cannot be run; name a Chromium or unset it")
        return found
    return next((found for name in NAMES if (found := shutil.which(name))), None) or _playwrights_own()


def chromium_path() -> str:
    """Return the path of a Chromium.

    Raises
    ------
    NoBrowserError
        There is none.
    """
    found = find_chromium()
    if found is None:
        raise NoBrowserError("no Chromium found; run python -m tests.browser.install")
    return found


def chromium_or_exit(program: str) -> str:
    """Return the path of a Chromium, or end a program with a line that names it and the way out."""
    try:
        return chromium_path()
    except NoBrowserError as err:
        sys.exit(f"{program}: {err}")


def plans() -> list[Sequence[Sequence[str]]]:
    """Return the ways to install one on this machine, best first; each is a list of commands."""
    found: list[Sequence[Sequence[str]]] = []
    if shutil.which("apt-get"):
        if os.geteuid() == 0:
            found.append(APT)
        elif shutil.which("sudo"):
            found.append([("sudo", "-n", *command) for command in APT])
    return [*found, [PLAYWRIGHT]]


def _run(command: Sequence[str]) -> bool:
    print("+", " ".join(command), flush=True)
    return subprocess.run(command, check=False).returncode == 0


def install(run: Callable[[Sequence[str]], bool] = _run) -> str:
    """Return the path of a Chromium, installing one where there is none.

    Raises
    ------
    NoBrowserError
        Every way to install one failed.
    """
    if found := find_chromium():
        return found
    for plan in plans():
        if all(run(command) for command in plan) and (found := find_chromium()):
            return found
    raise NoBrowserError(f"no Chromium, and none could be installed; install one and set {VARIABLE} to its path")


def main() -> int:
    """Print which browser the tests use; 1 when there is none."""
    try:
        path = install()
    except NoBrowserError as err:
        print(f"tests.browser.install: {err}", file=sys.stderr)
        return 1
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    print(f"Browser tests use {path} ({answer.stdout.strip() or 'version unknown'})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
