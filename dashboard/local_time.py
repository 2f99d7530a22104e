"""The clock of the place beside UTC."""

from __future__ import annotations

from datetime import datetime


def offset_words(moment: datetime) -> str:
    """Return the offset of an aware datetime as ``UTC+3`` or ``UTC+5:30``."""
    minutes = int(moment.utcoffset().total_seconds() // 60)
    sign, (hours, rest) = "−" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
