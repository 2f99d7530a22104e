"""The clock of the place beside UTC."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

ZONES = {
    "ALB": "Europe/Tirane", "AUT": "Europe/Vienna", "BEL": "Europe/Brussels", "BGR": "Europe/Sofia", "BIH": "Europe/Sarajevo",
    "BLR": "Europe/Minsk", "CHE": "Europe/Zurich", "CYP": "Asia/Nicosia", "CZE": "Europe/Prague", "DEU": "Europe/Berlin",
    "DNK": "Europe/Copenhagen", "EST": "Europe/Tallinn", "FIN": "Europe/Helsinki", "FRA": "Europe/Paris", "GBR": "Europe/London",
    "GEO": "Asia/Tbilisi", "GRC": "Europe/Athens", "HRV": "Europe/Zagreb", "HUN": "Europe/Budapest", "IRL": "Europe/Dublin",
    "ISL": "Atlantic/Reykjavik", "ITA": "Europe/Rome", "LTU": "Europe/Vilnius", "LUX": "Europe/Luxembourg", "LVA": "Europe/Riga",
    "MDA": "Europe/Chisinau", "MKD": "Europe/Skopje", "MNE": "Europe/Podgorica", "NLD": "Europe/Amsterdam", "NOR": "Europe/Oslo",
    "POL": "Europe/Warsaw", "ROU": "Europe/Bucharest", "SRB": "Europe/Belgrade", "SVK": "Europe/Bratislava", "SVN": "Europe/Ljubljana",
    "SWE": "Europe/Stockholm", "SYR": "Asia/Damascus", "TUR": "Europe/Istanbul", "UKR": "Europe/Kyiv", "XKX": "Europe/Belgrade",
}  # fmt: skip
"""ISO 3166-1 alpha-3 to IANA zone, for the states of the theatre that keep one clock in Europe (source: tz database)."""


def zone_of(country: str, longitude: float) -> ZoneInfo | None:
    """Return the time zone of a place, or None where the country alone does not tell.

    Parameters
    ----------
    country : str
        ISO 3166-1 alpha-3.
    longitude : float
        WGS 84 degrees. Tells Kaliningrad from Moscow, the one split that the theatre needs.
    """
    if country == "RUS":
        return ZoneInfo("Europe/Kaliningrad" if longitude < 23 else "Europe/Moscow") if longitude < 45 else None
    name = ZONES.get(country) if -25 < longitude < 46 else None
    return ZoneInfo(name) if name else None


def offset_words(moment: datetime) -> str:
    """Return the offset of an aware datetime as ``UTC+3`` or ``UTC+5:30``."""
    minutes = int(moment.utcoffset().total_seconds() // 60)
    sign, (hours, rest) = "−" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
