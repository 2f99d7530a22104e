"""What the map frame is made of: its scripts, its style sheet, the files that it draws and its constants."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import streamlit
from xstatic.pkg import leaflet

import geodata
from dashboard.language import ENGLISH, current, tr
from dashboard.layers.glyphs import STATUSES, TYPES
from dashboard.layers.packing import Blob
from dashboard.layers.palette import CATEGORIES, THEMES, custom_properties
from dashboard.layers.text import TEXT, translated
from dashboard.state_names import states
from incidents import VOCABULARIES

HERE = Path(__file__).parent
ASSETS = "../../assets/"
"""From the component frame (/component/<name>/index.html) to our assets, below any base path."""

SCRIPTS = (
    "topology",
    "incident_map",
    "packing",
    "glyphs",
    "command",
    "still",
    "canvas_layer",
    "base_map",
    "airspace_lines",
    "map_labels",
    "incident_layer",
    "incident_overlay",
    "incident_pick",
    "follow",
    "view_controls",
    "area_control",
    "legend",
    "picture",
    "time_histogram",
    "time_play",
    "time_control",
)
"""In the order in which they need each other."""

LEGEND_OPEN_FROM = 880
"""Width of the frame in CSS pixels from which the legend is open at first."""
LABEL_CHUNK = 512
HOME = [[42.0, 4.0], [69.0, 41.0]]
"""South-west and north-east corner of the first view, (lat, lon)."""

THEATRES = (
    ("Whole theatre", HOME),
    ("Baltic Sea", [[53.5, 9.5], [60.8, 31.0]]),
    ("Poland and Kaliningrad", [[48.9, 13.8], [56.0, 25.5]]),
    ("Romania and the Black Sea", [[40.8, 22.0], [47.6, 42.0]]),
    ("Nordic states", [[54.5, 3.0], [71.5, 32.0]]),
    ("North Sea", [[50.5, -6.0], [61.5, 10.0]]),
)
"""Areas to go to: name, south-west and north-east corner, (lat, lon)."""


def font(media: str = "../../static/media/") -> tuple[str, str]:
    """Font stack and @font-face rule for the family that Streamlit ships; `media` leads from the page to its files."""
    stack = '"Source Sans", "Source Sans 3", system-ui, sans-serif'
    folder = Path(streamlit.__file__).parent / "static" / "static" / "media"
    upright = sorted(folder.glob("SourceSansVF-Upright*.woff2"))
    if not upright:
        return stack, ""
    url = f"{media}{upright[0].name}"
    return (
        stack,
        f'@font-face{{font-family:"Source Sans";font-weight:200 900;font-display:swap;src:url("{url}") format("woff2")}}',
    )


def leaflet_file(name: str) -> str:
    """Text of a file of Leaflet, from the pip package."""
    return (Path(leaflet.BASE_DIR) / name).read_text(encoding="utf-8")


SCALES = (("countries-overview", 0), ("countries-50m", 5.5), ("countries-10m", 8))
AIRSPACE_SCALES = (("airspace", 0), ("airspace-close", 7))
"""Display files of geodata and the zoom from which each is drawn; the closer ones are fetched only then."""


@cache
def base_map_blobs() -> dict[str, Blob]:
    """Return what the base map draws, by the names of geodata's display files."""
    files = geodata.display_files()
    return {
        name: Blob(name, "json", files[name].read_bytes())
        for name in (*dict(SCALES), *dict(AIRSPACE_SCALES), "seas", "places")
    }


def css() -> str:
    """Everything that styles the frame; placed by the script, so that no second request is waited for."""
    stack, face = font()
    sheet = (HERE / "incident_map.css").read_text(encoding="utf-8")
    return "\n".join([face, leaflet_file("leaflet.css"), custom_properties(), f":root{{--font:{stack}}}", sheet])


@cache
def seas() -> tuple[str, ...]:
    """Return the names of the seas on the base map, in English."""
    return tuple(sea["name"] for sea in json.loads(base_map_blobs()["seas"].data)["seas"])


def _sea_names() -> dict[str, str]:
    return {} if current() == ENGLISH else {name: tr(name) for name in seas()}


def config() -> dict:
    """Constants that the scripts read from ``window.incidentConfig``: none of them comes from the data."""
    blobs, labels = base_map_blobs(), VOCABULARIES["event_type"]
    return {
        "types": {
            name: {
                "category": glyph.category,
                "shape": glyph.shape,
                "light": glyph.light,
                "dark": glyph.dark,
                "label": tr(labels[name].label),
            }
            for name, glyph in TYPES.items()
        },
        "options": {"discs": "all", "airspace": True, "places": True, "members": False, "sizes": False, "fade": False},
        "members": sorted(geodata.members("NATO", on=date.today())),
        "airspace": [{"url": ASSETS + blobs[name].name, "minZoom": zoom} for name, zoom in AIRSPACE_SCALES],
        "seas": ASSETS + blobs["seas"].name,
        "places": ASSETS + blobs["places"].name,
        "statuses": STATUSES,
        "categories": CATEGORIES,
        "palette": THEMES,
        "font": font()[0],
        "css": css(),
        "home": HOME,
        "theatres": [(tr(name), area) for name, area in THEATRES],
        "legendFrom": LEGEND_OPEN_FROM,
        "keyType": "article_4",
        "labelChunk": LABEL_CHUNK,
        "baseMap": [{"url": ASSETS + blobs[name].name, "minZoom": zoom} for name, zoom in SCALES],
        "text": translated(TEXT),
        "lang": current(),
        "names": states() | _sea_names(),
    }
