"""The command line: a thin shell that turns errors into one line with a hint.

Exit 0 done, 1 the data is at fault, 2 the call is at fault.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from incidents import describe
from incidents.check_command import run_check
from incidents.compare_command import add_compare_arguments, compare_report
from incidents.diff_command import add_diff_arguments, run_diff
from incidents.errors import shown
from incidents.export.metadata import metadata
from incidents.export.records import to_bytes
from incidents.export_command import add_export_arguments, described, exported
from incidents.filter import Filter, count_range, filter_events
from incidents.filter_arguments import OneLineParser, add_filter_arguments
from incidents.import_command import add_import_arguments, run_import, run_template
from incidents.read_package import read_package
from incidents.run_command import (
    DATA_AT_FAULT,
    DONE,
    EPILOG,
    CallError,
    refuse_tables,
    run_command,
    write_output,
)
from incidents.summarise import summarise
from incidents.summary_text import summary_text
from incidents.write_whole import write_whole


def _check(args: argparse.Namespace) -> int:
    return DONE if run_check(args.package) else DATA_AT_FAULT


def _summary(args: argparse.Namespace) -> int:
    package, chosen = read_package(), Filter.from_args(args)
    counts = summarise(filter_events(package, chosen), total=len(package.events))
    counts["n_certain"] = count_range(package, chosen)[0]
    about = metadata(package, filter=chosen, n=counts["n"])
    if args.format == "json":
        write_whole("-", to_bytes(about | counts))
    else:
        print(summary_text(counts, about))
    return DONE


def _compare(args: argparse.Namespace) -> int:
    try:
        report = compare_report(read_package(), args)
    except ValueError as err:
        raise CallError(str(err)) from err
    if isinstance(report, str):
        print(report)
    else:
        write_whole("-", to_bytes(report))
    return DONE


def _export(args: argparse.Namespace) -> int:
    package = read_package()
    refuse_tables(args.output, package)
    try:
        content, beside = exported(args, package), described(args, package)
    except OSError as err:  # sheets are put together in temporary files
        raise CallError(f"{shown(args.output)} cannot be written: {err.strerror}; make room") from err
    except ValueError as err:
        raise CallError(str(err)) from err
    write_output(args.output, content)
    if beside is not None:
        write_output(f"{args.output}-metadata.json", beside)
    return DONE


def _import(args: argparse.Namespace) -> int:
    try:
        return DONE if run_import(args, write_output) else DATA_AT_FAULT
    except ValueError as err:
        raise CallError(str(err)) from err
    except BrokenPipeError:
        raise
    except OSError as err:
        raise CallError(f"{shown(args.output)} cannot be written: {err.strerror}; name another folder") from err


def _template(args: argparse.Namespace) -> int:
    run_template(args, write_output)
    return DONE


def _describe(args: argparse.Namespace) -> int:
    text = describe.descriptor_text() if args.format == "json" else describe.columns_text()
    write_output(args.output, text.encode())
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = OneLineParser(
        prog="python -m incidents", description="Check, count and export recorded events.", epilog=EPILOG
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words, epilog=EPILOG)
        made.set_defaults(run=run)
        return made

    check = command(
        "check",
        _check,
        "list every problem of a package: file, row, column, value, way out; a position that contradicts the airspace claim is a warning",
    )
    check.add_argument(
        "package", nargs="?", metavar="PACKAGE", help="folder with the tables (default: the data in use)"
    )
    summary = command("summary", _summary, "count the events that the filters let through")
    add_filter_arguments(summary)
    summary.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    add_compare_arguments(
        command("compare", _compare, "compare two periods, countries or types: counts, rates per 30 days, ratio")
    )
    export = command("export", _export, "write exactly the events, or supply lines, that the filters let through")
    add_export_arguments(export)
    changes = command(
        "diff", run_diff, "list the rows of all tables that were added, changed and removed between two packages"
    )
    add_diff_arguments(changes)
    taken = command("import", _import, "turn a table of another format into a package, with a report on every row")
    add_import_arguments(taken)
    start = command("template", _template, "write a CSV to start from: the header and one example row")
    start.add_argument(
        "-o", "--output", metavar="FILE", default="-", help="where to; - is standard output (default: -)"
    )
    about = command("describe", _describe, "write the description of the tables that comes from the schema")
    about.add_argument(
        "--format",
        choices=("json", "markdown"),
        default="json",
        help="json: datapackage.json; markdown: list of columns (default: json)",
    )
    about.add_argument(
        "-o", "--output", metavar="FILE", default="-", help="where to; - is standard output (default: -)"
    )
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; `argv` defaults to the arguments of the process."""
    return run_command(_parser(), argv, run=lambda args: args.run(args))
