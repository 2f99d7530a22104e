"""Write exactly the rows that a filter lets through, as CSV, GeoJSON or JSON.

Each writer takes a package and a filter and returns bytes; the same call gives the same bytes.
"""

from incidents.export.event_record import event_record
from incidents.export.export_csv import export_csv
from incidents.export.export_geojson import export_geojson
from incidents.export.export_json import export_json
from incidents.export.metadata import file_name, metadata

FORMATS = {"csv": export_csv, "geojson": export_geojson, "json": export_json}

__all__ = ["FORMATS", "event_record", "export_csv", "export_geojson", "export_json", "file_name", "metadata"]
