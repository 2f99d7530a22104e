"""The filter's words on the command line; anything broken is a fault of the call."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from incidents.filter_params import PARSERS, parse_word
from incidents.filter_parts import EXCLUDED, FACETS, PLACED, RANGED, SAID, parameter
from incidents.parse_period import parse_period
from incidents.parse_range import parse_range

_HELP = {
    "country": ("CODE", "state concerned, ISO 3166-1 alpha-3, such as EST; may be repeated"),
    "type": ("TYPE", "kind of event, such as drone_incursion; may be repeated"),
    "category": ("CATEGORY", "incident, response, statement or posture; may be repeated"),
    "status": ("STATUS", "confirmed, disputed, reported or retracted; may be repeated"),
    "actor": ("CODE", "party it is attributed to, ISO 3166-1 alpha-3, NATO, EU or UNK; may be repeated"),
    "resolution": ("WORD", "what became of it: proven, object_confirmed, unresolved …; may be repeated"),
    "airspace": (
        "WHERE",
        "inside, outside or uncertain: the disc of uncertainty and the airspace of the state concerned; may be repeated",
    ),
    "party": ("CODE", "party that said something of the event, such as RUS, NATO, EU or UN; may be repeated"),
    "stance": ("STANCE", "what was done with words: asserts, denies, attributes …; with --party both in one claim"),
}
_RANGE_HELP = {
    "uncertainty": ("METRES", "radius of uncertainty"),
    "duration": ("MINUTES", "time inside the airspace"),
    "depth": ("KM", "deepest point reached"),
    "count": ("N", "number of objects"),
    "border": ("KM", "distance to the border of airspace, on either side"),
}


_SINGLE_HELP = {
    "area": (
        "DEGREES",
        "in a box, west,south,east,north, or in a polygon, longitude,latitude of 3 to 60 corners",
    ),
    "near": (
        "PLACE,KM",
        "within so many kilometres of a town, airport or air base, or of a position: Narva,50 or 28.19,59.38,50",
    ),
    "hours": (
        "HH-HH",
        "hours of the day between which it began, UTC: 22-04 is 22:00 until 04:00; 22-04,local by the clock of the place; events whose hour is not known are left out",
    ),
    "changed": ("DAY", "new since: the event, a source or an update is dated that day or later"),
    "q": ("TEXT", "words that all occur in title, summary, place, platform, id or claims"),
}


class _Pair(argparse.Action):
    """Turns one or two values into a period or a range."""

    def __call__(self, _parser: Any, namespace: Any, values: Any, _option: str | None = None) -> None:
        if getattr(namespace, self.dest, None) is not None:
            raise argparse.ArgumentError(self, "given twice; give it once")
        try:
            read = parse_period(values) if self.dest == "period" else parse_range(self.dest, values)
            setattr(namespace, self.dest, read)
        except ValueError as err:
            raise argparse.ArgumentError(self, _bare(err)) from None


def _bare(err: ValueError) -> str:
    """Return the message without the name of the part: argparse names the option."""
    return str(err).partition(": ")[2]


def _reader(name: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        try:
            return PARSERS[name](value) if name in PARSERS else parse_word(name, value)
        except ValueError as err:
            raise argparse.ArgumentTypeError(_bare(err)) from None

    return read


def add_filter_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --period, the facets (--country …), their exclusions (--not-country …), the ranges (--uncertainty …) and --q to a parser.

    Read them with `Filter.from_args`.

    Parameters
    ----------
    parser : ArgumentParser
        It ends the program with status 2 and one line when a value is broken.
    """
    group = parser.add_argument_group(
        "filters", "they mean the same in the page's address; without any, all recorded events"
    )
    group.add_argument(
        "--period",
        nargs="+",
        metavar="DAY",
        action=_Pair,
        help="first and last day in UTC, both included, such as 2025-09-01 2025-09-30; one day alone is that day; .. leaves a side open",
    )
    for name in FACETS:
        metavar, words = _HELP[name]
        group.add_argument(f"--{name}", action="extend", nargs="+", metavar=metavar, type=_reader(name), help=words)
    for name in EXCLUDED:
        metavar, _ = _HELP[name.removeprefix("not_")]
        words = "leave these out; may be repeated"
        group.add_argument(
            f"--{parameter(name)}", action="extend", nargs="+", metavar=metavar, type=_reader(name), help=words
        )
    for name in (*PLACED, *SAID):
        metavar, words = _HELP[name]
        group.add_argument(f"--{name}", action="extend", nargs="+", metavar=metavar, type=_reader(name), help=words)
    for name in RANGED:
        metavar, words = _RANGE_HELP[name]
        words += ": least and greatest, both included; one number alone is exactly that; .. leaves a side open"
        group.add_argument(f"--{name}", nargs="+", metavar=metavar, action=_Pair, help=words)
    for name in PARSERS:
        metavar, words = _SINGLE_HELP[name]
        group.add_argument(f"--{name}", metavar=metavar, type=_reader(name), help=words)


class OneLineParser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, without the usage."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, allow_abbrev=False, **kwargs)

    def error(self, message: str) -> Any:
        """Print one line and end with status 2."""
        line = "".join(c if c.isprintable() else " " for c in message)
        self.exit(2, f"{self.prog}: {line} (see {self.prog} --help)\n")
