"""Where: boundaries, national airspace, names of places and seas; which airspace a point lies in, and how deep.

Everything is EPSG:4326, longitude before latitude, degrees; distances are kilometres on the WGS 84 ellipsoid unless a
name ends in `_m`. Importing this package is cheap: the geometry libraries are loaded by the first call that needs them.
"""

from importlib import import_module

from geodata.errors import ArgumentError, CallError, DataError, GeodataError
from geodata.files import NOT_COUNTRIES, country_names, display_files
from geodata.gazetteer import Place, find_place, places
from geodata.membership import Membership, members, memberships

_HEAVY = {
    "locate": "_locate",
    "locate_many": "_locate",
    "Location": "_locate",
    "Locations": "_locate",
    "distance_to_border_km": "_border",
    "nearest_airspace": "_border",
    "distance_km": "_distance",
    "rough_distance_km": "_far",
    "depth_range_km": "_depth",
    "DepthRange": "_depth",
    "airspaces_within": "_within",
    "nearest_place": "_place",
    "NearestPlace": "_place",
    "sea_name": "_sea",
    "geodesic_arc": "_arc",
    "cut_at_antimeridian": "_arc",
}

__all__ = [
    "ArgumentError",
    "CallError",
    "DataError",
    "GeodataError",
    "NOT_COUNTRIES",
    "Membership",
    "Place",
    "country_names",
    "display_files",
    "find_place",
    "members",
    "memberships",
    "places",
    *_HEAVY,
]


def __getattr__(name: str) -> object:
    """Load the module of a heavy name when it is first asked for."""
    if name not in _HEAVY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"geodata.{_HEAVY[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
