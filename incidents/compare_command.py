"""`python -m incidents compare`: two periods, countries or types, their rates and the ratio."""

from __future__ import annotations

import argparse
import math
from typing import Any

from incidents.analysis.compare import Comparison, compare, covered_days
from incidents.analysis.comparison_words import (
    CAUTION,
    METHOD,
    count_words,
    finding,
    interval_words,
    ratio_words,
    side_words,
)
from incidents.analysis.rate_ratio import RateRatio
from incidents.analysis.windows import same_dates_a_year_before, window_before
from incidents.analysis.words_of import SPLITS
from incidents.export.metadata import metadata
from incidents.facet_counts import facet_counts
from incidents.filter import Filter
from incidents.filter_arguments import add_filter_arguments
from incidents.filter_params import parse_word
from incidents.package import Package
from incidents.parse_period import parse_period
from incidents.vocabulary import VOCABULARIES

WINDOWS = {"year-before": same_dates_a_year_before, "before": window_before}
FACETS = ("country", "type")
_LABELS = {"type": "event_type", "category": "category", "status": "status", "airspace": "airspace"}


def add_compare_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the filters of the first side, and what the second side has instead."""
    add_filter_arguments(parser)
    other = parser.add_argument_group(
        "second side", "the same filters, with one of these instead"
    ).add_mutually_exclusive_group()
    other.add_argument(
        "--against-period",
        nargs="+",
        metavar="DAY",
        default=["year-before"],
        help="first and last day; year-before: the same dates a year before (default); before: as many days just before",
    )
    for name in FACETS:
        other.add_argument(f"--against-{name}", nargs="+", metavar=name.upper(), help=f"another {name}, or several")
    parser.add_argument("--by", choices=SPLITS, default="type", help="facet of the rows (default: type)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def second_side(package: Package, first: Filter, args: argparse.Namespace) -> Filter:
    """Return the filter of the second side; a window is that of the days that the record covers.

    Raises
    ------
    ValueError
        A value is broken, or the first side lacks what is to be exchanged.
    """
    for name in FACETS:
        if words := getattr(args, f"against_{name}"):
            if not getattr(first, name):
                raise ValueError(f"--against-{name}: say what to compare with --{name}")
            return first.replace(**{name: tuple(parse_word(name, word) for word in words)})
    days = args.against_period
    if len(days) == 1 and days[0] in WINDOWS:
        if None in first.period:
            raise ValueError("--period: give a first and a last day, so that there is a period to compare")
        covered = covered_days(package, first.period) or first.period
        return first.replace(period=WINDOWS[days[0]](*covered))
    return first.replace(period=parse_period(days))


def compare_report(package: Package, args: argparse.Namespace) -> dict[str, Any] | str:
    """Return the comparison as text, or as a dict for JSON (without a limit: null)."""
    first = Filter.from_args(args)
    second = second_side(package, first, args)
    found = compare(package, first, second, by=args.by)
    if found is None:
        return "There are no recorded events." if args.format == "text" else {"first": None, "second": None}
    if args.format == "json":
        return _as_dict(package, found)
    return _text(package, found, args.by)


def _as_dict(package: Package, found: Comparison) -> dict[str, Any]:
    sides = {
        name: metadata(package, filter=side.filter, n=side.most)
        | {
            "n_certain": side.least,
            "days": side.days,
            "days_outside_record": side.outside,
            "per_30_days": [_finite(side.rate(n)) for n in (side.least, side.most)],
        }
        for name, side in (("first", found.first), ("second", found.second))
    }
    ratio = {name: _finite(getattr(found.ratio, name)) for name in ("ratio", "low", "high", "least", "most")}
    rows = [{name: _finite(value) for name, value in row.items()} for row in found.table.to_dict("records")]
    return sides | {"ratio": ratio, "shared": found.shared, "table": rows, "method": METHOD, "caution": CAUTION}


def _finite(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _text(package: Package, found: Comparison, by: str) -> str:
    lines = []
    for name, side in (("First", found.first), ("Second", found.second)):
        lines += [f"{name}: {side.filter.to_words()}", f"  {side_words(side)}{_categories(package, side.filter)}"]
    lines += ["", finding(found)]
    if found.shared:
        lines.append(f"{found.shared} events are, or could be, on both sides: the counts are not independent.")
    lines += ["", f"{'':<30}{'first':>10}{'second':>10}{'ratio':>12}  95 % interval"]
    for row in found.table.itertuples(index=False):
        ratio = RateRatio(row.ratio, row.low, row.high, row.ratio_least, row.ratio_most)
        name = VOCABULARIES[_LABELS[by]].get(row.word, row.word) if by in _LABELS else row.word
        counts = (count_words(row.first_least, row.first_most), count_words(row.second_least, row.second_most))
        lines.append(f"{name:<30}{counts[0]:>10}{counts[1]:>10}{ratio_words(ratio):>12}  {interval_words(ratio)}")
    return "\n".join([*lines, "", METHOD, CAUTION])


def _categories(package: Package, view: Filter) -> str:
    """Say which categories are added together, when there is more than one."""
    found = [
        (word, n)
        for word, n in facet_counts(package, view)["category"].items()
        if n and (not view.category or word in view.category)
    ]
    if len(found) < 2:
        return ""
    return f" (added together: {', '.join(f'{word} {n}' for word, n in found)}; --category incident counts one of them)"
