"""What the command lines of all rooms have in common: exit status, faults in one line, writing what was asked for.

Exit 0 done, 1 the data is at fault, 2 the call is at fault.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from incidents.check_command import problem_count
from incidents.errors import PackageError, shown
from incidents.package import Package
from incidents.write_whole import write_whole

DONE, DATA_AT_FAULT, CALL_AT_FAULT = 0, 1, 2
EPILOG = "The data is the folder that AIRSPACE_DATA names, or the seeds. Exit 0 done, 1 the data is at fault, 2 the call is at fault."


class CallError(Exception):
    """The call is at fault; the message is one line."""


def write_output(path: str, content: bytes | Iterable[bytes], package: Package | None = None) -> None:
    """Write a file that is whole or absent.

    Parameters
    ----------
    path : str
        Where to; ``-`` is standard output.
    content : bytes or iterable of bytes
        What.
    package : Package, optional
        The data from which it is made; the output must not take the place of one of its files.

    Raises
    ------
    CallError
        The path cannot be used.
    """
    if package is not None:
        refuse_tables(path, package)
    try:
        write_whole(path, content)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as err:
        what = getattr(err, "strerror", None) or str(err)
        raise CallError(f"{shown(path)} cannot be written: {what}; name another file") from err


def refuse_tables(path: str, package: Package) -> None:
    """Raise when a path is a file of the package that is being read."""
    target = Path(os.path.realpath(path))
    if path != "-" and target.exists() and target.parent == package.path.resolve():
        raise CallError(f"{shown(path)} is a file of the package that is being read; name another file")


def run_command(
    parser: argparse.ArgumentParser, argv: Sequence[str] | None, *, run: Callable[[argparse.Namespace], int]
) -> int:
    """Run one command and return its exit status: faults are one line each, never a traceback.

    Parameters
    ----------
    parser : ArgumentParser
        Reads the call; its ``prog`` begins each line.
    argv : sequence of str or None
        The call; None: the arguments of the process.
    run : callable
        Does what was asked for and returns the status.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = run(parser.parse_args(argv))
        sys.stdout.flush()
    except SystemExit as err:
        status = int(err.code or 0)
    except BrokenPipeError:
        # The reader has had enough. Python would complain while closing standard output; give it another place to write to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = DONE
    except CallError as err:
        print(f"{parser.prog}: {err}", file=sys.stderr)
        status = CALL_AT_FAULT
    except PackageError as err:
        print(f"{parser.prog}: {err}", file=sys.stderr)
        status = CALL_AT_FAULT if err.missing else DATA_AT_FAULT
        if not err.missing:
            print(problem_count(err.problems), file=sys.stderr)
    return status
