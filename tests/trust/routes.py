"""All routes that the app serves, as the app itself lists them, with values for their parameters."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys

from tests.server import ROOT

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
LIST = """
import json
from streamlit import config
config._main_script_path = "dashboard/app.py"  # as `streamlit run` does
from dashboard.app import app
from dashboard.server import api
from starlette.routing import WebSocketRoute
routes = [*app._build_starlette_app().routes, *api.ROUTES]
print("ROUTES" + json.dumps([r.path for r in routes if not isinstance(r, WebSocketRoute)]))
"""
KNOWN = {
    # parameter: values that exist and values that do not
    "event_id": ("2025-09-19-ee-mig31-vaindloo", "no-such-event"),
    "format": ("csv", "geojson", "json", "exe"),
    "key": ("{key}", "000000000000"),
    "name": ("core", "nothing.js"),
    "lang": ("pl", "xx"),
    "chunk": ("0", "99999999999"),
    "path": ("streamlit_folium.st_folium/index.html", "no/such/thing"),
    "file_id": ("0" * 32 + ".csv",),
    "session_id": ("00000000-0000-0000-0000-000000000000",),
    "component_path": ("x/y.js",),
}
SCREENS = (
    "/",
    "/map",
    "/chronicle",
    "/claims",
    "/cases",
    "/watch-list",
    "/reaction",
    "/supply-lines",
    "/analysis",
    "/data",
    "/about",
)
NOWHERE = (
    "/no/such/page",
    "/static/js/nothing.js",
    "/favicon.png",
    "/_stcore/nothing",
    "/component/no.such/index.html",
    "/data/_stcore/health",
    "/?embed=true",
    "/?country=%FF%FE",
    "/api/events.json?period=never",
    "/api/events.json?hours=22-04,moon",
    "/api/events.csv-metadata.json?limit=0",
    "/api/flows.csv-metadata.json?period=2025-09-01",
    "/?table=plain-2&hours=22-04,local",
    "/api/oembed?url=https://elsewhere.example/",
)


def templates() -> list[str]:
    """Return the paths of all HTTP routes, those of Streamlit included, from the app itself."""
    answer = subprocess.run([sys.executable, "-c", LIST], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(answer.stdout.partition("ROUTES")[2])


def filled(template: str, key: str) -> list[str]:
    """Return the paths of a template with all values of its parameters; an unknown parameter is a KeyError."""
    names = re.findall(r"\{(\w+)(?::\w+)?\}", template)
    pattern = re.sub(r"\{(\w+)(?::\w+)?\}", "{}", template)
    values = [[value.replace("{key}", key) for value in KNOWN[name]] for name in names]
    return [pattern.format(*each) or "/" for each in itertools.product(*values)]


def paths(key: str) -> list[str]:
    """Return paths that reach every route, every screen, and nothing at all.

    Parameters
    ----------
    key : str
        Key under which the server serves its packed data.
    """
    found = [path for template in templates() for path in filled(template, key)]
    return list(dict.fromkeys([*found, *SCREENS, *NOWHERE]))
