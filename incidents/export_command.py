"""The command `export`: the rows that the filters let through, in a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from incidents.export import FORMATS, csv_chunks, csv_description_bytes
from incidents.export.csv_description import SUFFIX
from incidents.filter import Filter
from incidents.filter_arguments import add_filter_arguments
from incidents.flows import FLOW_FORMATS, export_flows
from incidents.package import Package
from incidents.write_whole import is_file


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the filters, the table, the format and the file to a parser."""
    add_filter_arguments(parser)
    parser.add_argument(
        "--table",
        choices=("events", "flows"),
        default="events",
        help=f"events, or the supply lines that the period touches, as {', '.join(FLOW_FORMATS)} (default: events)",
    )
    parser.add_argument("--format", choices=tuple(FORMATS), required=True, help="what to write")
    parser.add_argument(
        "--no-description",
        action="store_true",
        help="leave away FILE-metadata.json, which is written beside a CSV: filter, period, version, licence and columns (CSVW)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="where to; - is standard output")


def described(args: argparse.Namespace, package: Package) -> bytes | None:
    """Return what is to be written beside the file to describe it, None when it says all of itself, or is no file."""
    if args.format != "csv" or args.no_description or not is_file(args.output):
        return None
    chosen, url = Filter.from_args(args), quote(Path(args.output).name)
    if args.table == "flows":
        return export_flows(package, SUFFIX, filter=chosen, url=url)
    return csv_description_bytes(package, url=url, filter=chosen)


def exported(args: argparse.Namespace, package: Package) -> bytes | Iterable[bytes]:
    """Return what the call asks for.

    Raises
    ------
    ValueError
        The filter or the format does not suit the table.
    """
    chosen = Filter.from_args(args)
    if args.table == "events":
        return (
            csv_chunks(package, filter=chosen) if args.format == "csv" else FORMATS[args.format](package, filter=chosen)
        )
    if chosen.without("period").is_active:
        raise ValueError("--table flows: of the filters only --period speaks of supply lines; leave out the others")
    if args.format not in FLOW_FORMATS:
        raise ValueError(
            f"--table flows: supply lines are written as {', '.join(FLOW_FORMATS)}; there is no {args.format} of them"
        )
    return export_flows(package, args.format, filter=chosen)
