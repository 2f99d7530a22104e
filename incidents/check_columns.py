"""Check every cell of a table against its declaration, column by column, and turn numbers into float64."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from incidents import ways_out
from incidents.codes import LANGUAGES, STATES
from incidents.errors import Problem
from incidents.instants import FIRST_YEAR, LAST_YEAR, parse_instants, parse_partial
from incidents.patterns import BLANK, CONTROL, DOCUMENT, ID, INTEGER, NUMBER, URL
from incidents.schema import Column
from incidents.vocabulary import VOCABULARIES

LONGEST = {"id": 100, "url": 2000, "text": 20_000}

Finding = tuple[np.ndarray, str, Callable[[str], str]]


_MOST_GUESSES = 200


def _always(way: str) -> Callable[[str], str]:
    return lambda _value: way


def remembered(way_out: Callable[[str], str]) -> Callable[[str], str]:
    """Ask for each value once, and no more after many: a guess costs a millisecond and a table may hold a million bad cells."""
    known: dict[str, str] = {}

    def ask(value: str) -> str:
        if value not in known:
            if len(known) >= _MOST_GUESSES:
                return "correct it as in the rows above"
            known[value] = way_out(value)
        return known[value]

    return ask


def _words(
    text: pd.Series, given: np.ndarray, allowed: frozenset[str], what: str, way: Callable[..., str], **more: str
) -> Iterator[Finding]:
    ordered = sorted(allowed)
    yield given & ~text.isin(ordered).to_numpy(), what, lambda value: way(value, ordered, **more)


def _many(text: pd.Series, given: np.ndarray, good: Callable[[str], bool], what: str) -> Iterator[Finding]:
    bad = [bool(value) and not all(good(part) for part in value.split(";")) for value in text]
    yield given & np.asarray(bad, dtype=bool), what, _always("separate the parts with ; and nothing else")


def _years(values: np.ndarray) -> np.ndarray:
    years = values.astype("datetime64[Y]").astype(int) + 1970
    return ~np.isnat(values) & ((years < FIRST_YEAR) | (years > LAST_YEAR))


def _dates(text: pd.Series, given: np.ndarray, *, partial: bool) -> Iterator[Finding]:
    values = parse_partial(text) if partial else parse_instants(text)[0]
    what = "is not a year, month or day in ISO 8601" if partial else "is not an ISO 8601 date or UTC time"
    yield given & np.isnat(values), what, ways_out.of_partial if partial else ways_out.of_date
    yield given & _years(values), f"lies outside {FIRST_YEAR} to {LAST_YEAR}", _always("check the year")


def _limits(column: Column, values: np.ndarray) -> Iterator[Finding]:
    low, high, above = column.minimum, column.maximum, column.above
    unit = f" {column.unit}" if column.unit and column.unit != "see unit" else ""
    if high is not None:
        span = f"write a value from {low if low is not None else above:g} to {high:,.10g}{unit}".replace(",", " ")
        if column.name.endswith("latitude"):
            span += "; longitude and latitude may be swapped"
        yield values > high, "is too large", _always(span)
        if low is not None:
            yield values < low, "is too small", _always(span)
    if above is not None:
        yield values <= above, "is too small", _always(f"write a value above {above:g}{unit}")


def _findings(column: Column, text: pd.Series, given: np.ndarray) -> Iterator[Finding]:
    kind = column.kind
    if kind == "id":
        yield given & ~text.str.fullmatch(ID).to_numpy(dtype=bool), "is not an id", ways_out.of_id
    elif kind == "word":
        allowed = frozenset(VOCABULARIES[column.vocabulary])
        yield from _words(text, given, allowed, f"is not a word of {column.vocabulary}", ways_out.of_word)
    elif kind == "state":
        yield from _words(
            text,
            given,
            STATES | frozenset(column.also),
            "is not an ISO 3166-1 alpha-3 code",
            ways_out.of_state,
            otherwise="write the three-letter code, such as EST",
        )
    elif kind == "language":
        code = "write the two-letter code, such as en"
        yield from _words(text, given, LANGUAGES, "is not an ISO 639-1 code", ways_out.of_word, otherwise=code)
    elif kind == "url":
        good = text.str.fullmatch(URL).to_numpy(dtype=bool) | text.str.fullmatch(DOCUMENT).to_numpy(dtype=bool)
        yield (
            given & ~good,
            "is not a web address",
            _always("write an address that begins with https:// or http://, spaces as %20"),
        )
    elif kind == "ids":
        yield from _many(text, given, _is_id, "is not a list of ids")
    elif kind == "words":
        yield from _many(
            text, given, VOCABULARIES[column.vocabulary].__contains__, f"holds words that {column.vocabulary} lacks"
        )
    elif kind in ("instant", "partial"):
        yield from _dates(text, given, partial=kind == "partial")


def _is_id(value: str) -> bool:
    return re.fullmatch(ID, value) is not None


def _numbers(column: Column, text: pd.Series) -> tuple[np.ndarray, list[Finding]]:
    """Return the column as float64 and what is wrong with it; numbers of a Parquet file come as numbers already."""
    if pd.api.types.is_numeric_dtype(text):
        values = text.to_numpy(dtype="float64")
        findings: list[Finding] = [(np.isinf(values), "is not a finite number", _always("write a finite number"))]
        given = ~np.isnan(values)
        if column.kind == "integer":
            findings.append((given & (values != np.floor(values)), "is not a whole number", _always("round it")))
    else:
        whole = column.kind == "integer"
        given = (text != "").to_numpy()
        good = text.str.fullmatch(INTEGER if whole else NUMBER).to_numpy(dtype=bool)
        values = np.full(len(text), np.nan)
        values[good] = text[good].to_numpy(dtype="object").astype("float64")
        what = "is not a whole number" if whole else "is not a plain decimal number"
        findings = [(given & ~good, what, lambda value: ways_out.of_number(value, whole=whole))]
    if column.required:
        findings.append((~given, "is empty", _always("write a number")))
    findings.extend(_limits(column, values))
    return values, findings


def _texts(column: Column, text: pd.Series) -> Iterator[Finding]:
    given = (text != "").to_numpy()
    yield from _findings(column, text, given)
    if column.required:
        yield (
            (text.str.strip(BLANK) == "").to_numpy(dtype=bool),
            "is empty",
            _always(f"write {column.description[0].lower()}{column.description[1:].rstrip('.')}"),
        )
    yield (
        text.str.contains(CONTROL, regex=True).to_numpy(dtype=bool),
        "holds control characters",
        _always("remove them"),
    )
    limit = LONGEST.get(column.kind, LONGEST["text"])
    yield (text.str.len() > limit).to_numpy(), "is too long", _always(f"write at most {limit} characters")


def examine_column(column: Column, text: pd.Series) -> tuple[pd.Series, list[Finding]]:
    """Return the column, numbers as float64 (NaN for empty or broken), and what is wrong: mask, message, way out of a value."""
    if column.is_number:
        values, findings = _numbers(column, text)
        return pd.Series(values, name=column.name), findings
    return text, list(_texts(column, text))


def check_column(column: Column, text: pd.Series, *, file: str, rows: np.ndarray) -> tuple[pd.Series, list[Problem]]:
    """Check one column.

    Parameters
    ----------
    column : Column
        Declaration.
    text : Series of str
        Cells as they stand in the file.
    file : str
        Name of the file, for the problems.
    rows : ndarray of int
        Row of each cell in a spreadsheet, for the problems.

    Returns
    -------
    values : Series
        float64 for numbers (NaN for empty or broken), otherwise `text`.
    problems : list of Problem
        One for each bad cell.
    """
    result, findings = examine_column(column, text)
    problems, seen = [], np.zeros(len(text), dtype=bool)
    for mask, message, advice in findings:
        way_out = remembered(advice)
        for at in np.flatnonzero(mask & ~seen):
            value = str(text.iat[at])
            problems.append(Problem(file, int(rows[at]), column.name, value, message, way_out(value)))
        seen |= mask
    return result, problems
