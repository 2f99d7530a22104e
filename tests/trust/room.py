"""What a part needs to measure: a folder, servers, a browser; all of it ends with the part."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.install import chromium_path
from tests.browser.opened import ARGUMENTS, Opened
from tests.server import Server

LONGEST_MS = 90_000


class Room:
    """Where one part is measured.

    Parameters
    ----------
    folder : Path
        Empty folder for what the part writes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ends = ExitStack()
        self._servers = 0

    def __enter__(self) -> Room:
        return self

    def __exit__(self, *_error: object) -> None:
        self._ends.close()

    @cached_property
    def browser(self) -> Browser:
        """A Chromium, started when it is first asked for."""
        playwright = self._ends.enter_context(sync_playwright())
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        self._ends.callback(chromium.close)
        return chromium

    def server(self, **options: Any) -> Server:
        """Start the app with the options of `tests.server.Server`."""
        self._servers += 1
        made = Server(log=self.folder / f"server-{self._servers}.log", **options)
        self._ends.callback(made.stop)
        return made.start()

    def opened(self, url: str, **options: Any) -> Opened:
        """Open a tab with the options of `tests.browser.opened.Opened`; it has more patience than a test, for machines that do other things as well."""
        made = Opened(self.browser, url, **options)
        made.context.set_default_timeout(LONGEST_MS)
        return made
