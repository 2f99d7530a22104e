"""How many bytes travel."""

from __future__ import annotations

from playwright.sync_api import Browser

from dashboard.layers import bundle
from dashboard.layers.scripts import scripts
from dashboard.store import Store
from incidents import read_package
from incidents.read_package import SEEDS
from tests.benchmarks.figure import Figure
from tests.browser.opened import Opened
from tests.dashboard.screen import message, run
from tests.server import Server

KB = 1024
VIEWS = [{}, {"country": ["EST", "POL"]}, {"event": "2025-09-19-ee-mig31-vaindloo", "q": "drone"}]


def sizes() -> list[Figure]:
    """Return the sizes of what the map fetches and of what each rerun sends to it."""
    store = Store(read_package(SEEDS))
    base_map = len(bundle.base_map_blobs()["countries-overview"].gzipped)
    rerun = max(message(run(**view)).ByteSize() for view in VIEWS)
    return [
        Figure("base map of the first view, gzipped", base_map / KB, "KB", 80),
        Figure("message to the map a rerun (largest)", rerun / KB, "KB", 5),
        Figure("script of the map frame, gzipped", len(scripts("map")[-1].gzipped) / KB, "KB"),
        Figure("packed events", len(store.core.data) / len(store.package.events), "bytes an event", 10),
    ]


def first_load(browser: Browser, server: Server) -> list[Figure]:
    """Return what of ours a first visit fetches, apart from Streamlit's own files."""
    opened = Opened(browser, server.url)
    ours: dict[str, int] = {}

    def note(response) -> None:
        if any(part in response.url for part in ("/assets/", "/blobs/")):
            ours[response.url] = response.request.sizes()["responseBodySize"]

    try:
        opened.page.on("requestfinished", lambda request: note(request.response()))
        opened.go("/")
        opened.wait_until_idle()
    finally:
        opened.close()
    return [Figure(f"our files on a first visit ({len(ours)} of them), on the wire", sum(ours.values()) / KB, "KB")]
