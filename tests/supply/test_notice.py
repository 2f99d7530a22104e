"""NOTICE says what the packages say, and the lock file holds what the ranges ask for, with hashes and without an address."""

import re

from packaging.requirements import Requirement
from packaging.version import Version

from tests.server import ROOT
from tests.supply.notice import NOTICE, REQUIREMENTS, closure, lines, notice, wanted

LOCK = ROOT / "requirements.lock"
PIN = re.compile(r"^([\w.-]+)==(\S+)(?: ; [^\\]+)? \\$", re.MULTILINE)


def named(text: str) -> set[str]:
    """Return the names of the packages in a NOTICE."""
    return {line.split()[0] for line in text.splitlines() if re.match(r"^[a-z0-9-]+ {2,}\S", line)}


def locked(text: str) -> dict[str, str]:
    """Return the pinned versions of a lock file by name."""
    return dict(PIN.findall(text))


def unmet(pins: dict[str, str], ranges: list[Requirement]) -> list[str]:
    """Return the requirements that a lock file does not meet."""
    key = {requirement: re.sub(r"[-_.]+", "-", requirement.name).lower() for requirement in ranges}
    return [str(each) for each in ranges if key[each] not in pins or Version(pins[key[each]]) not in each.specifier]


def test_notice_names_all_that_the_app_needs():
    """Every package that is locked for all systems stands in NOTICE, with the licence that its metadata gives where that version is here."""
    text, pins = NOTICE.read_text(encoding="utf-8"), LOCK.read_text(encoding="utf-8")
    everywhere = set(re.findall(r"^([\w.-]+)==\S+ \\$", pins, re.MULTILINE))
    assert everywhere <= named(text)
    here = closure(wanted(REQUIREMENTS.read_text(encoding="utf-8")))
    same = {name: package for name, package in here.items() if locked(pins).get(name) == package.version}
    assert [line for line in lines(same) if line.split() not in map(str.split, text.splitlines())] == []


def test_the_lock_meets_the_ranges():
    """Each range has a pin inside it, each pin has hashes, and no index or host is named."""
    text = LOCK.read_text(encoding="utf-8")
    pins = locked(text)
    assert unmet(pins, wanted(REQUIREMENTS.read_text(encoding="utf-8"))) == []
    assert all("--hash=sha256:" in part for part in PIN.split(text)[3::3])
    assert not re.search(r"https?://|index-url|find-links|file:", text)


def test_the_checks_can_fail():
    """A pin below its range, and one that is missing, are found; a package that is not needed is in no NOTICE."""
    assert unmet({"a": "1.0"}, [Requirement("a>=2"), Requirement("b")]) == ["a>=2", "b"]
    assert named("pandas  BSD\n") == {"pandas"}
    assert "pytest" not in named(notice())
