"""Write exactly the rows that a filter lets through, as CSV, GeoJSON, GeoParquet, JSON, XLSX, KML or a zip of the whole Data Package.

Each writer takes a package and a filter and returns bytes; the same call gives the same bytes. `csv_chunks` gives the CSV piece by piece.
"""

from incidents.export.csv_description import csv_description, csv_description_bytes
from incidents.export.event_record import event_record
from incidents.export.export_csv import csv_chunks, export_csv
from incidents.export.export_geojson import export_geojson
from incidents.export.export_json import export_json
from incidents.export.export_kml import export_kml
from incidents.export.export_parquet import export_parquet
from incidents.export.export_xlsx import export_xlsx
from incidents.export.export_zip import export_zip
from incidents.export.metadata import file_name, metadata
from incidents.export.page import Page

FORMATS = {
    "csv": export_csv,
    "geojson": export_geojson,
    "parquet": export_parquet,
    "json": export_json,
    "xlsx": export_xlsx,
    "kml": export_kml,
    "zip": export_zip,
}
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "kml": "application/vnd.google-earth.kml+xml",
    "zip": "application/zip",
}

__all__ = [
    "FORMATS",
    "MEDIA_TYPES",
    "Page",
    "csv_chunks",
    "csv_description",
    "csv_description_bytes",
    "event_record",
    "export_csv",
    "export_geojson",
    "export_json",
    "export_kml",
    "export_parquet",
    "export_xlsx",
    "export_zip",
    "file_name",
    "metadata",
]
