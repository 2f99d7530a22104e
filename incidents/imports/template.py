"""A file to start from."""

from __future__ import annotations

import csv
import io

from incidents.tables import EVENTS

_EXAMPLE = {
    "event_id": "2025-09-19-ee-example", "category": "incident", "event_type": "aircraft_violation", "title": "An example: replace this row",
    "summary": "What is known, in your own words.", "start": "2025-09-19T06:58Z", "end": "2025-09-19T07:10Z", "time_precision": "minute",
    "country": "EST", "actor": "UNK", "place_name": "Vaindloo", "longitude": "26.36", "latitude": "59.82", "coordinate_uncertainty_m": "10000",
    "georeference_basis": "named_place", "platform": "", "platform_class": "fighter", "count_min": "3", "count_max": "3", "duration_min": "12",
    "depth_km": "", "outcome": "left", "status": "reported", "airspace_claim": "national", "resolution": "unresolved",
}  # fmt: skip


def template() -> bytes:
    """Return a CSV with the header of events.csv and one example row, which passes every check."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [column.name for column in EVENTS.columns], lineterminator="\r\n")
    writer.writeheader()
    writer.writerow(_EXAMPLE)
    return out.getvalue().encode()
