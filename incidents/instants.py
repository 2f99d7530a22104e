"""Strict reading of dates and times, and the interval in which an event could have happened. All in UTC."""

from __future__ import annotations

import numpy as np
import pandas as pd

DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?Z"
PARTIAL = r"[0-9]{4}(-[0-9]{2}){0,2}"
FIRST_YEAR, LAST_YEAR = 1900, 2100
MICROSECONDS = "datetime64[us]"


def _parse(text: pd.Series, mask: np.ndarray, form: str, into: np.ndarray) -> None:
    if mask.any():
        parsed = pd.to_datetime(text[mask], format=form, errors="coerce")
        into[mask] = parsed.to_numpy().astype(MICROSECONDS)


def parse_instants(text: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Read ISO 8601 dates and UTC date-times; nothing is guessed.

    Parameters
    ----------
    text : Series of str
        ``2025-09-10``, ``2025-09-10T06:58Z`` or ``2025-09-10T06:58:30Z``.

    Returns
    -------
    values : ndarray of datetime64[us]
        UTC without a zone mark; NaT for anything else, days that do not exist included.
    is_date : ndarray of bool
        True where the text is a date without a time.
    """
    values = np.full(len(text), np.datetime64("NaT"), dtype=MICROSECONDS)
    is_date = text.str.fullmatch(DATE).to_numpy(dtype=bool)
    is_time = text.str.fullmatch(TIME).to_numpy(dtype=bool)
    has_seconds = is_time & (text.str.len().to_numpy() == len("2025-09-10T06:58:30Z"))
    _parse(text, is_date, "%Y-%m-%d", values)
    _parse(text, is_time & ~has_seconds, "%Y-%m-%dT%H:%MZ", values)
    _parse(text, has_seconds, "%Y-%m-%dT%H:%M:%SZ", values)
    return values, is_date


def parse_partial(text: pd.Series) -> np.ndarray:
    """Read a year, a year and month, or a date; return its first day as datetime64[us], NaT for anything else."""
    shaped = text.str.fullmatch(PARTIAL).to_numpy(dtype=bool)
    values = np.full(len(text), np.datetime64("NaT"), dtype=MICROSECONDS)
    for length in (len("2025"), len("2025-09")):
        text = text.where(text.str.len() != length, text + "-01")
    _parse(text, shaped, "%Y-%m-%d", values)
    return values


def intervals(start: pd.Series, end: pd.Series, precision: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return the half-open interval [earliest, latest) in which each event could have happened.

    A minute lasts one minute and an hour one hour from `start`; a day and a month are the whole UTC day or month; a range goes from `start`
    to `end`. With an end, the interval runs through the end of `end` at its precision; an end that is a date includes that day.

    Parameters
    ----------
    start, end, precision : Series of str
        Columns of the events table; `end` may be empty.

    Returns
    -------
    earliest, latest : ndarray of datetime64[us]
        UTC; NaT where `start` or a given `end` cannot be read.
    """
    first, first_is_date = parse_instants(start)
    last, last_is_date = parse_instants(end)
    no_end = (end == "").to_numpy(dtype=bool)
    last = np.where(no_end, first, last)
    last_is_date = np.where(no_end, first_is_date, last_is_date)
    words = precision.to_numpy()
    whole_day = (words == "day") | (words == "month")
    month = words == "month"
    earliest = np.where(whole_day, first.astype("datetime64[D]").astype(MICROSECONDS), first)
    earliest = np.where(month, first.astype("datetime64[M]").astype(MICROSECONDS), earliest)
    latest = last + np.where(words == "hour", np.timedelta64(1, "h"), np.timedelta64(1, "m"))
    next_day = (last.astype("datetime64[D]") + np.timedelta64(1, "D")).astype(MICROSECONDS)
    next_month = (last.astype("datetime64[M]") + np.timedelta64(1, "M")).astype(MICROSECONDS)
    latest = np.where(whole_day | last_is_date, next_day, latest)
    return earliest, np.where(month, next_month, latest)
