"""Licences of all that the app needs to run, from the metadata of the packages: `python -m tests.supply.notice` writes NOTICE."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement

from tests.server import ROOT

NOTICE = ROOT / "NOTICE"
REQUIREMENTS = ROOT / "requirements.txt"
LONGEST = 60
HEAD = """Airspace incidents on NATO's eastern flank

Licences of the packages that the app needs to run, as their own metadata state them. None of them is part of this repository: they
are installed from a package index. Tables: CC BY 4.0. Boundaries and their sources: geodata/README.md.
Written by `python -m tests.supply.notice`.

"""


def wanted(text: str) -> list[Requirement]:
    """Return the requirements of a requirements file."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-")]


def closure(first: list[Requirement]) -> dict[str, Distribution]:
    """Return all packages that are needed, by their names in small letters, those of packages included."""
    found: dict[str, Distribution] = {}
    left = [(requirement, extra) for requirement in first for extra in ("", *requirement.extras)]
    while left:
        requirement, extra = left.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        package = distribution(requirement.name)
        key = re.sub(r"[-_.]+", "-", package.name).lower()
        if key in found and not requirement.extras:
            continue
        found[key] = package
        inner = [Requirement(each) for each in package.requires or []]
        left += [(each, name) for each in inner for name in ("", *requirement.extras)]
    return found


def licence(package: Distribution) -> str:
    """Return the licence that a package states: its SPDX expression, else its classifiers, else its licence field, else "not stated"."""
    about = package.metadata
    if expression := about.get("License-Expression"):
        return expression
    named = [each.rpartition(" :: ")[2] for each in about.get_all("Classifier") or [] if each.startswith("License ::")]
    if named and named != ["OSI Approved"]:
        return ", ".join(named)
    lines = (about.get("License") or "").strip().splitlines()
    return lines[0].strip()[:LONGEST] if lines and lines[0].strip() else "not stated"


def lines(found: dict[str, Distribution]) -> list[str]:
    """Return a line for each package: its name and its licence."""
    width = max(map(len, found), default=0) + 2
    return [f"{name:<{width}}{licence(package)}" for name, package in sorted(found.items())]


def notice() -> str:
    """Return the text of NOTICE."""
    return HEAD + "\n".join(lines(closure(wanted(REQUIREMENTS.read_text(encoding="utf-8"))))) + "\n"


if __name__ == "__main__":
    NOTICE.write_text(notice(), encoding="utf-8")
