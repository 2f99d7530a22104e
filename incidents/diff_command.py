"""The command `diff`: what changed from one package to another."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from incidents.diff import diff_packages, diff_words
from incidents.export.records import to_bytes
from incidents.package import Package
from incidents.read_package import read_package
from incidents.write_whole import write_whole


def add_diff_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the two folders and the format to a parser."""
    parser.add_argument("old", metavar="OLD", help="folder of the earlier package")
    parser.add_argument("new", metavar="NEW", help="folder of the later package")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _about(package: Package) -> dict[str, str]:
    return {"version": package.version, "created": package.created}


def run_diff(args: argparse.Namespace) -> int:
    """Print the difference and return the exit status 0: a difference is no fault.

    Raises
    ------
    PackageError
        One of the packages is missing or faulty.
    """
    old, new = read_package(args.old), read_package(args.new)
    found = diff_packages(old, new)
    if args.format == "json":
        tables = {
            each.table: {name: value for name, value in asdict(each).items() if name != "table"} for each in found
        }
        write_whole("-", to_bytes({"old": _about(old), "new": _about(new), "tables": tables}))
    else:
        print("\n".join([f"{old.version} → {new.version}", *diff_words(found)]))
    return 0
