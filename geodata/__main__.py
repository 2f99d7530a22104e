"""Command line: `python -m geodata build [--check]`."""

import argparse
import sys
import tempfile
from pathlib import Path

from geodata.errors import CallError, DataError
from geodata.files import DERIVED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geodata", description="Boundaries of the map, derived anew.")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="derive every file of geodata/derived from the pinned packages")
    build.add_argument(
        "--check", action="store_true", help="derive into a temporary folder and compare, change nothing"
    )
    return parser


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 the data is at fault, 2 the call is at fault."""
    options = _parser().parse_args(words)
    try:
        return _check() if options.check else _build()
    except CallError as err:
        print(f"geodata build: {err}", file=sys.stderr)
        return 2
    except DataError as err:
        print(f"geodata build: {err}", file=sys.stderr)
        return 1


def _derive(folder: Path) -> None:
    try:
        from geodata.build.recipe import build
    except ModuleNotFoundError as err:
        raise CallError(f"module {err.name} is missing; pip install -r requirements-dev.txt") from err
    build(folder)


def _build() -> int:
    DERIVED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=DERIVED.parent, prefix=".building-") as folder:
        _derive(Path(folder))
        for path in sorted(Path(folder).iterdir()):
            path.replace(DERIVED / path.name)
            print(f"{path.name}: {(DERIVED / path.name).stat().st_size:,} bytes")
    return 0


def _check() -> int:
    with tempfile.TemporaryDirectory() as folder:
        _derive(Path(folder))
        from geodata.build.compare import differences

        faults = differences(Path(folder), DERIVED)
    print(*faults or ["all files match"], sep="\n", file=sys.stderr if faults else sys.stdout)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
