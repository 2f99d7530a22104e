"""The one script of a map frame: Leaflet, our layers and their constants, under a name that carries its hash.

st_folium loads scripts one after the other, each waiting for the one before; one file makes that one request. Other languages have
their words in a small file before it: when the language changes, the browser keeps what it has made of the large one.
"""

from __future__ import annotations

import json
import re
from functools import cache

from dashboard.language import ENGLISH, languages, using
from dashboard.layers import bundle, supply_bundle
from dashboard.layers.packing import Blob

FRAMES = {
    "map": (bundle.config, bundle.SCRIPTS),
    "supply": (supply_bundle.supply_config, supply_bundle.SCRIPTS),
}
"""Maps, each with its constants and our scripts in the order in which they need each other."""


@cache
def _constants(frame: str, language: str) -> dict:
    with using(language):
        return FRAMES[frame][0]()


@cache
def _script(frame: str) -> Blob:
    """Return Leaflet, the constants in English, overlaid with the words of another language if they are there, and our scripts."""
    constants = f"Object.assign({literal(_constants(frame, ENGLISH))},window.incidentWords)"
    return Blob(frame, "js", _ascii(joined(constants, FRAMES[frame][1])).encode())


@cache
def _words(frame: str, language: str) -> Blob:
    """Return the constants that another language has otherwise."""
    english = _constants(frame, ENGLISH)
    spoken = {name: value for name, value in _constants(frame, language).items() if value != english[name]}
    return Blob(f"{frame}-{language}", "js", f"window.incidentWords={literal(spoken)};".encode())


def joined(constants: str, names: tuple[str, ...]) -> str:
    """Return Leaflet, the constants (JavaScript for ``window.incidentConfig``) and some of our scripts as one."""
    leaflet = bundle.leaflet_file("leaflet.js").partition("\n//# sourceMappingURL")[0]
    ours = [(bundle.HERE / f"{name}.js").read_text(encoding="utf-8") for name in names]
    return "\n;".join([leaflet, f"window.incidentConfig={constants};", *ours])


@cache
def shapes_script() -> str:
    """Return the script that reads shapes, for the page around the maps: in their frames it stands in `scripts`."""
    return (bundle.HERE / "topology.js").read_text(encoding="utf-8")


def literal(value: dict) -> str:
    """Return constants as JavaScript, in ASCII."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _ascii(text: str) -> str:
    """Escape what is not ASCII: a browser keeps a script with such a character in twice the memory."""
    return re.sub("[^\x00-\x7f]", lambda found: json.dumps(found[0])[1:-1], text)


def scripts(frame: str, language: str = ENGLISH) -> tuple[Blob, ...]:
    """Return the scripts of a map, "map" or "supply", in a language, in the order in which they are to be loaded."""
    return (*(() if language == ENGLISH else (_words(frame, language),)), _script(frame))


@cache
def assets() -> dict[str, Blob]:
    """Return all files of the map frames by their served names."""
    spoken = [blob for frame in FRAMES for language in languages() for blob in scripts(frame, language)]
    return {blob.name: blob for blob in (*spoken, *bundle.base_map_blobs().values())}
