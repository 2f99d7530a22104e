"""What the map's first view needs, named in the page: browsers load it while Streamlit's own scripts are still starting."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from html import escape
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qs

from starlette.types import Scope

from dashboard.language import ENGLISH, languages
from dashboard.layers import bundle
from dashboard.layers.scripts import scripts
from dashboard.server.passing import home_of
from dashboard.store import store
from incidents import PackageError

PAGES = ("", "map")
"""Addresses at which the map stands, below the app's own."""
ELEMENTS = ("ComponentInstance", "Html")
"""Elements that are needed for the map. Streamlit loads the scripts of each only once the first of them has come, a loop through the server, and
React holds back what comes late by 300 ms. Those of the controls, which follow the map, would only delay it here."""
COMPONENT = "component/streamlit_folium.st_folium/static/js"


@cache
def _scripts() -> str:
    """Return the tags of Streamlit's scripts of ELEMENTS; those that this version does not have are left out."""
    home = Path(find_spec("streamlit").origin).parent / "static" / "static" / "js"
    names = [path.name for name in ELEMENTS for path in sorted(home.glob(f"{name}.*.js"))]
    return "".join(
        f'<script type="module" async crossorigin src="./static/js/{escape(name)}"></script>' for name in names
    )


def _files(language: str) -> list[tuple[str, str]]:
    """Return address and kind of our own files of the first view."""
    files = []
    # Streamlit serves the script of st_folium only after a session has imported the module to its end.
    if (module := sys.modules.get("streamlit_folium")) and hasattr(module, "_component_func"):
        home = Path(module.__file__).parent / "frontend" / "build" / "static" / "js"
        files += [(f"{COMPONENT}/{path.name}", "script") for path in home.glob("main.*.js")]
    files += [(f"assets/{script.name}", "script") for script in scripts("map", language)]
    first_view = (bundle.base_map_blobs()[name] for name in (bundle.SCALES[0][0], bundle.AIRSPACE_SCALES[0][0]))
    files += [(f"assets/{blob.name}", "fetch") for blob in first_view]
    with suppress(PackageError):
        files.append((f"blobs/{store().key}/core.bin", "fetch"))
    return files


def tags(language: str = ENGLISH) -> str:
    """Return what goes into the head of the page in a language."""
    return _scripts() + "".join(
        f'<link rel="prefetch" as="{kind}" href="./{escape(url)}">' for url, kind in _files(language)
    )


def language_of(scope: Scope) -> str:
    """Return the language that the address asks for, English where there is no such language."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])[0]
    return asked if asked in languages() else ENGLISH


def in_head(scope: Scope, *, base: str = "") -> str:
    """Return what the head of a page gets: `tags` in its language for the page of the map, nothing for others; `base` is the folder in which the app is served."""
    return tags(language_of(scope)) if scope["path"] in {home_of(base) + page for page in PAGES} else ""
