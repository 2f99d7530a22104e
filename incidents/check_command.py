"""`python -m incidents check`: every problem of a package."""

from __future__ import annotations

from collections.abc import Sequence

from incidents.airspace.airspace_problems import airspace_problems
from incidents.errors import PackageError, Problem, shown
from incidents.read_package import read_package
from incidents.tables import TABLES


def problem_count(problems: Sequence[Problem]) -> str:
    """Return how many problems and warnings there are, in words."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    words = [f"{errors} problem{'' if errors == 1 else 's'}"]
    if warnings:
        words.append(f"{warnings} warning{'' if warnings == 1 else 's'}")
    return ", ".join(words)


def run_check(path: str | None) -> bool:
    """Print every problem of a package and what its tables hold; return whether it could be read."""
    try:
        package = read_package(path)
    except PackageError as err:
        if err.missing:
            raise
        print("\n".join([*map(str, err.problems), problem_count(err.problems)]))
        return False
    problems = [*package.problems, *airspace_problems(package)]
    for problem in problems:
        print(problem)
    print(f"{shown(str(package.path))}: {', '.join(f'{len(getattr(package, name))} {name}' for name in TABLES)}")
    print(problem_count(problems))
    return True
