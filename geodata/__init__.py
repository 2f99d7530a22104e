"""Where: boundaries, national airspace, names of places and seas; which airspace a point lies in, and how deep.

Everything is EPSG:4326, longitude before latitude, degrees; distances are kilometres on the WGS 84 ellipsoid unless a
name ends in `_m`. Importing this package is cheap: the geometry libraries are loaded by the first call that needs them.
"""

from geodata.errors import ArgumentError, CallError, DataError, GeodataError
from geodata.files import country_names, display_files

__all__ = ["ArgumentError", "CallError", "DataError", "GeodataError", "country_names", "display_files"]
