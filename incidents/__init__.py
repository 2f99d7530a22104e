"""Recorded airspace incidents on NATO's eastern flank: read, check, filter, count and export them.

>>> from incidents import Filter, filter_events, read_package
>>> package = read_package()
>>> estonia = filter_events(package.events, Filter(country=("EST",), category=("incident",)))
"""

from incidents.errors import PackageError, Problem
from incidents.facet_counts import facet_counts
from incidents.filter import Filter, count_range, filter_events, filter_mask
from incidents.package import Package
from incidents.read_package import read_package
from incidents.summarise import summarise
from incidents.to_geodataframe import to_geodataframe
from incidents.vocabulary import VOCABULARIES

__all__ = [
    "VOCABULARIES",
    "Filter",
    "Package",
    "PackageError",
    "Problem",
    "count_range",
    "facet_counts",
    "filter_events",
    "filter_mask",
    "read_package",
    "summarise",
    "to_geodataframe",
]
