"""Turn what the options allow into what the tables hold: dates, times of a zone, decimal commas, degrees and minutes. Anything else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pandas as pd

from incidents.imports.options import Options, zone_of
from incidents.instants import DATE, TIME
from incidents.patterns import NUMBER
from incidents.plain_number import decimal
from incidents.schema import Column

_DAY = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})(.*)", re.DOTALL)
_CLOCK = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.0+)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_COMMA = re.compile(r"-?[0-9]{1,18},[0-9]{1,18}")
_DMS = re.compile(
    r"(-?)([0-9]{1,3})°(?:\s*([0-9]{1,2}(?:\.[0-9]+)?)[′'’])?(?:\s*([0-9]{1,2}(?:\.[0-9]+)?)[″\"”])?\s*([NSEW]?)"
)


def _day_first(value: str, *, day_first: bool) -> str:
    """Return a date with the day or the month first in ISO order, whatever follows it behind it."""
    found = _DAY.fullmatch(value)
    if not found:
        return value
    one, _, two, year, rest = found.groups()
    day, month = (one, two) if day_first else (two, one)
    try:
        return date(int(year), int(month), int(day)).isoformat() + rest
    except ValueError:
        return value


def instant(value: str, options: Options) -> str:
    """Return a date or time as ISO 8601 in UTC where it names its offset or the options say how to read it, else as it was."""
    given = value
    if options.dates != "iso":
        value = _day_first(value, day_first=options.dates == "dmy")
    found = _CLOCK.fullmatch(value)
    if not found:
        return value
    day, clock, offset = found.groups()
    if offset == "Z":
        return f"{day}T{clock}Z"
    if not offset and not options.zone:
        return value
    try:
        local = datetime.fromisoformat(f"{day}T{clock}{offset or ''}")
        if offset is None:
            local = local.replace(tzinfo=zone_of(options.zone))
            moment = local.astimezone(UTC)
            if moment.astimezone(local.tzinfo).replace(tzinfo=None) != local.replace(tzinfo=None):
                return given  # the clocks jumped over it
            if local.utcoffset() != local.replace(fold=1).utcoffset():
                return given  # the clocks showed it twice
        moment = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return given
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ" if moment.second else "%Y-%m-%dT%H:%MZ")


def number(value: str, options: Options, *, axis: str = "") -> str:
    """Return a number with a decimal point where the options say how to read it, else as it was.

    `axis` is "longitude" or "latitude" for positions: 54°30'N is no longitude.
    """
    if options.decimal_comma and _COMMA.fullmatch(value):
        return value.replace(",", ".")
    if options.dms and axis and (found := _DMS.fullmatch(value.strip())):
        sign, degrees, minutes, seconds, side = found.groups()
        wrong = (side and side not in ("EW" if axis == "longitude" else "NS")) or (sign and side)
        parts = [float(part or 0) for part in (degrees, minutes, seconds)]
        if wrong or parts[1] >= 60 or parts[2] >= 60:
            return value
        turned = -1 if sign or side in ("W", "S") else 1
        return decimal(round(turned * (parts[0] + parts[1] / 60 + parts[2] / 3600), 7))
    return value


def convert(column: Column, text: pd.Series, options: Options) -> tuple[pd.Series, int]:
    """Return a column as the options read it, and how many cells that changed.

    Parameters
    ----------
    column : Column
        Its declaration.
    text : Series
        Text, or float64, which is left alone.
    options : Options
        What is allowed.
    """
    one: Callable[[str], str]
    if pd.api.types.is_numeric_dtype(text):
        return text, 0
    if column.kind == "instant":
        plain, one = f"({DATE})|({TIME})", lambda value: instant(value, options)
    elif column.is_number and (options.decimal_comma or options.dms):
        axis = column.name if column.name in ("longitude", "latitude") else ""
        plain, one = NUMBER, lambda value: number(value, options, axis=axis)
    else:
        return text, 0
    odd = (text != "").to_numpy() & ~text.str.fullmatch(plain).to_numpy(dtype=bool)
    if not odd.any():
        return text, 0
    values = text[odd]
    known = {value: one(value) for value in values.unique()}
    changed = values.map(known).astype("str")
    result = text.copy()
    result[odd] = changed
    return result, int((changed != values).sum())


def offer(column: Column, value: str, options: Options) -> str:
    """Return the option that would read a value, "" when there is none: the choice is the person's."""
    if column.kind == "instant":
        if options.dates == "iso" and _DAY.fullmatch(value):
            return "or read all dates so: --dates dmy (day first) or --dates mdy (month first)"
        found = _CLOCK.fullmatch(_day_first(value, day_first=options.dates == "dmy"))
        if found and found[3] is None:
            if not options.zone:
                return "or name the zone of all times: --zone Europe/Vilnius"
            return f"the clocks of {options.zone} did not show it, or showed it twice"
    elif column.is_number:
        if not options.decimal_comma and _COMMA.fullmatch(value):
            return "or read commas as decimal points: --decimal-comma"
        if not options.dms and column.name in ("longitude", "latitude") and _DMS.fullmatch(value.strip()):
            return "or read degrees and minutes: --dms"
    return ""


def shift(day: str, days: int) -> str:
    """Return an ISO date some days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
