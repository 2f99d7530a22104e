"""What the frame with the map of supply lines is made of: see ``bundle.py``."""

from __future__ import annotations

from dashboard.language import tr
from dashboard.layers.bundle import config
from dashboard.layers.flow_style import CLASSES, DASHES, GROUPS
from dashboard.layers.text import SUPPLY_TEXT, translated

SCRIPTS = (
    "topology",
    "incident_map",
    "still",
    "canvas_layer",
    "base_map",
    "map_labels",
    "supply_map",
    "supply_lines",
    "view_controls",
    "supply_legend",
)
"""In the order in which they need each other."""

HOME = [[30.0, 25.0], [66.0, 140.0]]
"""South-west and north-east corner of the first view, (lat, lon): from Ukraine to Korea."""


THEATRES = (
    ("All lines", HOME),
    ("Ukraine and western Russia", [[43.0, 24.0], [61.0, 58.0]]),
    ("Caspian Sea and Volga", [[34.0, 42.0], [58.0, 60.0]]),
    ("Korea and the Russian Far East", [[35.0, 118.0], [48.0, 140.0]]),
)
"""Areas to go to: name, south-west and north-east corner, (lat, lon)."""


def supply_config() -> dict:
    """Constants for the map of supply lines: those of the base map, and how lines are drawn."""
    shared = config()
    kept = ("lang", "names", "members", "airspace", "seas", "palette", "font", "legendFrom", "baseMap")
    return {name: shared[name] for name in kept} | {
        "options": {"airspace": False, "places": False, "members": False},
        "css": shared["css"] + ":root{--time-height:0px!important}",
        "home": HOME,
        "minZoom": 1.5,
        "maxZoom": 9,
        "theatres": [(tr(name), area) for name, area in THEATRES],
        "groups": {kind: name for name, kinds in GROUPS.items() for kind in kinds},
        "dashes": {name: list(dash) for name, dash in DASHES.items()},
        "widths": [width for _, width in CLASSES],
        "text": translated(SUPPLY_TEXT),
    }
