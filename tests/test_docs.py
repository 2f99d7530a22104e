"""The README mentions every command, option and setting that the code has. The check is shown to fail."""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server import ROOT

README = ROOT / "README.md"
PROGRAMS = {
    "python -m incidents": "incidents.cli",
    "python -m dashboard": "dashboard.press.cli",
    "python -m geodata": "geodata.__main__",
}
"""Programs and the modules that make their parsers with `_parser()` or `parser()`; those that do not exist are passed over."""
VARIABLES = ("AIRSPACE_DATA", "AIRSPACE_FRAME_ANCESTORS")
NOT_FOR_READERS = {"-h", "--help"}
HIDDEN_TARGETS = {"clean"}
PACKAGES = ("geodata", "incidents", "dashboard")


def make_targets(makefile: str) -> list[str]:
    """Return the phony targets of a Makefile."""
    found = re.search(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)
    return sorted(set(found[1].split()) - HIDDEN_TARGETS) if found else []


def words_of(parser: argparse.ArgumentParser, program: str) -> Iterator[str]:
    """Yield each command with its program and each long option of a parser, those of its commands included."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                yield f"{program} {name}"
                yield from words_of(child, f"{program} {name}")
        else:
            yield from (word for word in action.option_strings if word.startswith("--") and word not in NOT_FOR_READERS)


def parser_of(module: str) -> argparse.ArgumentParser | None:
    """Return the parser of a command line, None when the module does not exist."""
    try:
        if importlib.util.find_spec(module) is None:
            return None
    except ModuleNotFoundError:
        return None
    found = importlib.import_module(module)
    make = getattr(found, "_parser", None) or getattr(found, "parser", None)
    return make() if callable(make) else None


def variables_of(root: Path) -> set[str]:
    """Return the names of our environment variables that stand as strings in the code."""
    found: set[str] = set()
    for package in PACKAGES:
        for path in (root / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= set(re.findall(r"^AIRSPACE_[A-Z_]+$", node.value))
    return found


def unmentioned(text: str, words: list[str]) -> list[str]:
    """Return the words that a text does not hold as words of their own."""
    return [word for word in words if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]


def expected_words() -> list[str]:
    """Return all that the README must mention."""
    words = [f"make {target}" for target in make_targets((ROOT / "Makefile").read_text(encoding="utf-8"))]
    for program, module in PROGRAMS.items():
        if (parser := parser_of(module)) is not None:
            words += words_of(parser, program)
    return sorted({*words, *VARIABLES, *variables_of(ROOT)})


def test_the_readme_mentions_everything():
    """Every make target, command, option and environment variable stands in the README."""
    assert unmentioned(README.read_text(encoding="utf-8"), expected_words()) == []


def test_there_is_something_to_mention():
    """The words come from the code: targets, commands, options, variables."""
    words = expected_words()
    assert {"make run", "make test", "make bench", "python -m incidents check", "--period", "AIRSPACE_DATA"} <= set(
        words
    )


def test_every_variable_is_known():
    """The environment variables of the contract are those that the code reads."""
    assert set(VARIABLES) <= variables_of(ROOT)


@pytest.mark.parametrize("word", expected_words())
def test_the_check_can_fail(word):
    """A README without one of the words is found out."""
    text = "\n".join(each for each in expected_words() if not each.startswith(word))
    assert word in unmentioned(text, [word])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("--formats", "--format"),
        ("make runs", "make run"),
        ("python -m incidents checked", "python -m incidents check"),
    ],
)
def test_parts_of_words_do_not_count(text, word):
    """A longer word does not stand for a shorter one."""
    assert unmentioned(text, [word]) == [word]
