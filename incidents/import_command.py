"""`python -m incidents import` and `template`: other people's tables become a package."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from incidents.errors import shown
from incidents.imports import DATES, PROFILES, Limits, read_any, template, to_package, write_package


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `import`."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="CSV, TSV, XLSX, GeoJSON, Parquet, KML, JSON of this program, or the zip of a package",
    )
    parser.add_argument("-o", "--output", metavar="PACKAGE", help="folder to write; it must not exist, or be empty")
    parser.add_argument("--dry-run", action="store_true", help="report only, write nothing")
    parser.add_argument(
        "--profile", choices=PROFILES, default="generic", help="how columns are read (default: generic)"
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help="which column is which field; may be repeated; COLUMN= takes it for none",
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE", help="one value for all rows; may be repeated"
    )
    parser.add_argument(
        "--dates",
        choices=DATES,
        default="iso",
        help="what 03/04/2025 means: day or month first; iso refuses it (default: iso)",
    )
    parser.add_argument(
        "--zone",
        default="",
        metavar="NAME",
        help="zone of times without one, such as Europe/Vilnius; without it they are refused",
    )
    parser.add_argument("--decimal-comma", action="store_true", help="read 54,5 as a number")
    parser.add_argument("--dms", action="store_true", help="read 54°30'15\"N as a position")
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help="of a CSV, such as cp1257 (default: its mark, else UTF-8)"
    )
    parser.add_argument(
        "--delimiter", default="", metavar="CHARACTER", help="of a CSV; tab for a tab (default: found out)"
    )
    parser.add_argument(
        "--lenient", action="store_true", help="leave out refused rows; without it one of them stops the import"
    )
    parser.add_argument("--report", metavar="FILE", help="write the report as CSV; - is standard output")
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="NAME=N",
        help="change a limit, such as bytes=1000000000 or rows=5000000; may be repeated",
    )


def _pairs(option: str, words: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        left, sign, right = word.rpartition("=") if option == "map" else word.partition("=")
        if not sign or not left:
            form = "COLUMN=FIELD" if option == "map" else "FIELD=VALUE"
            raise ValueError(f"{option}: “{shown(word, limit=40)}” is not {form}")
        found[left] = right
    return found


def run_import(args: argparse.Namespace, write: Callable[[str, bytes], None]) -> bool:
    """Import a file and print the report.

    Parameters
    ----------
    args : Namespace
        From a parser with `add_import_arguments`.
    write : callable
        Writes a file, whole or absent.

    Returns
    -------
    bool
        False when the data is at fault: a row was refused and --lenient not given, or none was accepted. Nothing is written then but the report.

    Raises
    ------
    ValueError
        The call is at fault.
    PackageError
        The file cannot be read as a whole.
    OSError
        The package cannot be written.
    """
    if args.output is None and not args.dry_run:
        raise ValueError("import: name a folder to write (-o PACKAGE), or give --dry-run")
    target = Path(args.output) if args.output is not None else None
    if target is not None and not args.dry_run and target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ValueError(f"{shown(args.output)} is there already; name a new folder")
    imported = read_any(
        args.file,
        profile=args.profile,
        mapping=_pairs("map", args.map),
        fixed=_pairs("set", args.set),
        dates=args.dates,
        zone=args.zone,
        decimal_comma=args.decimal_comma,
        dms=args.dms,
        encoding=args.encoding,
        delimiter="\t" if args.delimiter in ("tab", "\\t") else args.delimiter,
        limits=Limits().with_words(args.limit),
    )
    report = imported.report
    out = sys.stderr if args.report == "-" else sys.stdout
    print("\n".join(report.lines()), file=out)
    if args.report:
        write(args.report, report.to_csv())
    if (report.any_refused and not args.lenient) or not report.accepted:
        hint = "; --lenient leaves out the refused rows" if report.accepted and not args.lenient else ""
        print(f"nothing written{hint}", file=out)
        return False
    if args.dry_run:
        print("nothing written: --dry-run", file=out)
        return True
    write_package(to_package(imported), args.output)
    print(
        f"{shown(os.fspath(args.output))}: written; AIRSPACE_DATA={shown(os.fspath(args.output))} serves it", file=out
    )
    return True


def run_template(args: argparse.Namespace, write: Callable[[str, bytes], None]) -> None:
    """Write the file to start from."""
    write(args.output, template())
