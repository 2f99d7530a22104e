"""Take in other people's tables: CSV, XLSX, GeoJSON, Parquet, KML, JSON and packed packages, with a report on every row.

>>> from incidents.imports import read_any, to_package
>>> imported = read_any("mine.csv", fixed={"event_type": "drone_sighting"})
>>> package = to_package(imported)
"""

from incidents.imports.generic import MARKS as ACLED_MARKS
from incidents.imports.imported import Imported, to_package
from incidents.imports.limits import Limits
from incidents.imports.options import DATES, PROFILES, Options
from incidents.imports.raw import Raw
from incidents.imports.read_any import read_any
from incidents.imports.report import Report
from incidents.imports.suggest import suggest
from incidents.imports.template import template
from incidents.imports.write_package import write_package

__all__ = [
    "ACLED_MARKS",
    "DATES",
    "PROFILES",
    "Imported",
    "Limits",
    "Options",
    "Raw",
    "Report",
    "read_any",
    "suggest",
    "template",
    "to_package",
    "write_package",
]
