"""The peers' browser files: npm packages in a cache that git ignores, in place of the CDNs that peers ask."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
from pathlib import Path

from playwright.sync_api import BrowserContext, Route

CACHE = Path(__file__).resolve().parent.parent.parent / ".cache" / "benchmarks"
LONGEST_S = 60
LEAFLET = "leaflet@1.9.3"
AWESOME = "drmonty-leaflet-awesome-markers@2.0.2"
MOMENT = "moment@2.18.1"
PLOTLY = "plotly.js-dist-min@4.1.2"
DECK = "deck.gl@9.3.11"
# What a CDN's address ends with -> package and file in it. What is not here (icon fonts, say) draws no point: it is refused.
FILES = {
    r"/leaflet(@[\d.]+)?/dist/leaflet\.js": (LEAFLET, "dist/leaflet.js"),
    r"/leaflet(@[\d.]+)?/dist/leaflet\.css": (LEAFLET, "dist/leaflet.css"),
    r"/jquery[-/][\d.]+(/jquery)?\.min\.js": ("jquery@3.7.1", "dist/jquery.min.js"),
    r"/bootstrap@[\d.]+/dist/js/bootstrap\.bundle\.min\.js": ("bootstrap@5.2.2", "dist/js/bootstrap.bundle.min.js"),
    r"/iso8601\.min\.js": ("iso8601-js-period@0.2.1", "iso8601.js"),
    r"/leaflet\.awesome-markers\.js": (AWESOME, "js/leaflet.awesome-markers.js"),
    r"/leaflet\.timedimension\.min\.js": ("leaflet-timedimension@1.1.1", "dist/leaflet.timedimension.min.js"),
    r"/leaflet\.timedimension\.control\.css": (
        "leaflet-timedimension@1.1.1",
        "dist/leaflet.timedimension.control.css",
    ),
    r"/leaflet\.timeline\.min\.js": ("leaflet.timeline@1.6.0", "dist/leaflet.timeline.js"),
    r"/moment\.min\.js": (MOMENT, "min/moment.min.js"),
    r"/plotly\.min\.js": (PLOTLY, "plotly.min.js"),
    r"/deck\.gl/dist\.min\.js": (DECK, "dist.min.js"),
}


class UnavailableError(Exception):
    """A peer's file cannot be had; the message says why."""


def wanted(url: str) -> tuple[str, str] | None:
    """Return package and file that answer an address, or None."""
    path = url.partition("?")[0]
    return next((found for pattern, found in FILES.items() if re.search(pattern + "$", path)), None)


def folder_of(package: str) -> str:
    """Return the name of a package's folder in the cache."""
    return re.sub(r"[^\w.@-]", "_", package)


def fetched(package: str, file: str) -> Path:
    """Return a file of an npm package, fetched with `npm pack` unless the cache has it.

    Raises
    ------
    UnavailableError
        There is no npm, or no such package or file.
    """
    home = CACHE / folder_of(package)
    if not home.is_dir():
        npm = shutil.which("npm")
        if npm is None:
            raise UnavailableError("npm is not installed")
        raw = home.with_name(home.name + ".part")
        shutil.rmtree(raw, ignore_errors=True)
        raw.mkdir(parents=True)
        try:
            subprocess.run([npm, "pack", package], cwd=raw, check=True, capture_output=True, timeout=LONGEST_S)
            with tarfile.open(next(raw.glob("*.tgz"))) as archive:
                archive.extractall(raw, filter="data")
        except (subprocess.SubprocessError, StopIteration) as err:
            raise UnavailableError(f"npm pack {package} failed") from err
        raw.replace(home)
    path = home / "package" / file
    if not path.is_file():
        raise UnavailableError(f"{package} has no {file}")
    return path


def serve(context: BrowserContext, pages: dict[str, str], needed: tuple[str, ...] = ()) -> None:
    """Answer a context's requests from pages and the cache; this machine's own servers answer for themselves.

    Parameters
    ----------
    context : BrowserContext
        Where.
    pages : dict
        HTML by address.
    needed : tuple of str
        Packages without which the peer cannot run; fetched now, so that a failure has a reason.
    """
    for package, file in FILES.values():
        if package in needed:
            fetched(package, file)

    def answer(route: Route) -> None:
        url = route.request.url
        if url in pages:
            route.fulfill(body=pages[url], content_type="text/html; charset=utf-8")
        elif url.startswith("http://127.0.0.1:"):
            route.continue_()
        elif found := wanted(url):
            kind = "text/css" if found[1].endswith(".css") else "text/javascript"
            try:
                body = fetched(*found).read_text(encoding="utf-8")
            except UnavailableError:
                route.abort()
                return
            route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")
        else:
            route.abort()

    context.route("**/*", answer)
