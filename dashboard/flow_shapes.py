"""Supply lines as the map draws them."""

from __future__ import annotations

from typing import Any

import numpy as np

from dashboard.flow_record import capital, flow_rows, period, quantity, status, way
from dashboard.layers.flow_style import class_of
from incidents import Package
from incidents.flows import is_contradicted

ENDS = ("origin_longitude", "origin_latitude", "destination_longitude", "destination_latitude")
DIGITS = 3
"""Of degrees: about 100 m, far below a pixel at the closest zoom."""


def flow_shapes(package: Package) -> list[dict[str, Any]]:
    """Return each supply line with its geodesic, in the order of the table.

    Returns
    -------
    list of dict
        ``arc`` is a list of [longitude, latitude] in degrees (EPSG:4326) whose longitudes run on over 180. ``title``, ``line``, ``from`` and
        ``to`` are text of the data: the map sets them as text only.
    """
    from geodata import geodesic_arc

    return [
        {
            "id": row["flow_id"],
            "arc": np.round(geodesic_arc(*(row[name] for name in ENDS)), DIGITS).tolist(),
            "kind": row["category"],
            "status": row["status"],
            "size": class_of(row),
            "contradicted": is_contradicted(row),
            "from": row["origin_place"],
            "to": row["destination_place"],
            "title": capital(row["commodity"]),
            "line": " · ".join(part for part in (way(row), quantity(row), period(row), status(row)) if part),
        }
        for row in flow_rows(package)
    ]
