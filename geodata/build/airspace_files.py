"""Writes national airspace: a GeoParquet for analysis, TopoJSON for display."""

from pathlib import Path

import geopandas
import shapely

from geodata.build.airspace import Airspace
from geodata.build.limits import seaward_lines
from geodata.build.topology import Topology
from geodata.theatre import DISPUTED, WEST

OCCUPIED_NAMES = {"UKR": "Crimea, annexed by Russia in 2014"}


def write_airspace(path: Path, airspace: Airspace, names: dict[str, str]) -> None:
    """Write columns iso3, name, kind (airspace, occupied, uncertain) and geometry (EPSG:4326) as GeoParquet."""
    rows = [
        *((iso3, names[iso3], "airspace", shape) for iso3, shape in airspace.states.items()),
        *((iso3, OCCUPIED_NAMES[iso3], "occupied", shape) for iso3, shape in airspace.occupied.items()),
        *((parties, _parties(parties, names), "uncertain", shape) for parties, shape in airspace.uncertain.items()),
    ]
    iso3, name, kind, shapes = zip(*rows, strict=True)
    table = geopandas.GeoDataFrame({"iso3": iso3, "name": name, "kind": kind}, geometry=list(shapes), crs=4326)
    table.to_parquet(path, index=False, compression="zstd")


def display_airspace(airspace: Airspace, land: shapely.Geometry, *, step: float, polygons: bool) -> dict:
    """Return the TopoJSON with the objects airspace (when `polygons`), occupied, uncertain and limits.

    Parameters
    ----------
    airspace : Airspace
        At display tolerance.
    land : Geometry
        All land, EPSG:4326.
    step : float
        Grid step in degrees of longitude; half of it in latitude.
    polygons : bool
        False leaves the national polygons out (close scale: the lines suffice).
    """
    topology = Topology(step=(step, step / 2), origin=(WEST, 0.0))
    if polygons:
        topology.add("airspace", (({"iso3": iso3}, shape) for iso3, shape in airspace.states.items()))
    topology.add("occupied", (({"iso3": iso3}, shape) for iso3, shape in airspace.occupied.items()))
    topology.add("uncertain", (({"iso3": parties}, shape) for parties, shape in airspace.uncertain.items()))
    lines = seaward_lines(airspace.states, land)
    topology.add("limits", (({"kind": kind, "iso3": iso3}, shape) for kind, iso3, shape in lines))
    return topology.encode()


def _parties(parties: str, names: dict[str, str]) -> str:
    if parties == DISPUTED:
        return "Sea of Azov, status disputed"
    return " / ".join(names[iso3] for iso3 in parties.split("/"))
