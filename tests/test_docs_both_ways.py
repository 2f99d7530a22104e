"""What the documents name exists: commands, options, targets, variables, addresses, settings; and what exists of these is named. Shown to fail."""

from __future__ import annotations

import re
import tomllib

import pytest

from dashboard.screens.view import BESIDE
from dashboard.server import api
from dashboard.server.openapi import openapi
from incidents import VOCABULARIES
from incidents.describe import columns_text
from incidents.filter_params import NAMES
from incidents.tables import TABLES
from tests.server import ROOT
from tests.test_docs import PROGRAMS, README, make_targets, parser_of, unmentioned, variables_of, words_of

ELSEWHERE = {"--server.port", "--write", "--kept"}
"""Options of programs that are not ours, and of the tests' own programs."""
DOCUMENTS = (README, ROOT / "seeds" / "README.md", ROOT / "docs" / "TRUST.md")
CODE = re.compile(r"```.*?```|`[^`\n]+`|^    .+$", re.DOTALL | re.MULTILINE)


def said(text: str) -> str:
    """Return what a document sets as code."""
    return "\n".join(CODE.findall(text))


def known() -> set[str]:
    """Return commands with their programs and all options that our programs have."""
    found = set()
    for program, module in PROGRAMS.items():
        found |= {program, *words_of(parser_of(module), program)}
    return found


def invented(text: str) -> list[str]:
    """Return what a text sets as code although there is no such thing."""
    code, there = said(text), known()
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z0-9.-]*[a-z0-9]", code)) - there - ELSEWHERE
    commands = {
        f"python -m {found[1]}{found[2]}"
        for found in re.finditer(r"python -m (incidents|dashboard|geodata)( [a-z]+)?(?![\w.])", code)
    } - there
    targets = {*make_targets((ROOT / "Makefile").read_text(encoding="utf-8")), "clean"}
    makes = {f"make {name}" for name in re.findall(r"(?<![\w-])make ([a-z]+)", code)} - {
        f"make {name}" for name in targets
    }
    variables = set(re.findall(r"AIRSPACE_[A-Z_]+", code)) - variables_of(ROOT)
    return sorted(options | commands | makes | variables | strange_routes(code) | strange_settings(code))


def strange_routes(code: str) -> set[str]:
    """Return addresses of the API that it does not have."""
    patterns = [
        re.compile(re.sub(r"\{\w+\}", r"[^/\\s]+", re.escape(route.path).replace(r"\{", "{").replace(r"\}", "}")))
        for route in api.ROUTES
        if ":path" not in route.path
    ]
    named = set(re.findall(r"(?<![\w.])/api(?:/[\w.<>/*-]+)?", code))
    return {path for path in named if "*" not in path and not any(pattern.fullmatch(path) for pattern in patterns)}


def strange_settings(code: str) -> set[str]:
    """Return settings of Streamlit that .streamlit/config.toml does not make."""
    made = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    named = set(re.findall(r"(?<![\w.-])(server|client|browser|theme)\.([a-z]\w+)(?![\w(])", code))
    return {f"{section}.{name}" for section, name in named if name not in made.get(section, {})}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_invented(path):
    """Each command, option, target, variable, address and setting that a document names exists."""
    assert invented(path.read_text(encoding="utf-8")) == []


def test_parameters_are_named():
    """Each parameter of an address and of the API stands in the README, and the API describes exactly those that filters have."""
    text = README.read_text(encoding="utf-8")
    shown = set(re.findall(r"`([\w-]+)`|[?&`]([\w-]+)=|--([a-z-]+)", text))
    assert {*NAMES, *BESIDE} - {word for each in shown for word in each} == set()
    described = {each["name"] for each in openapi()["components"]["parameters"].values()}
    assert described == {*NAMES, "limit", "offset"}


def test_columns_and_vocabularies_are_named():
    """seeds/README.md lists each table, column and vocabulary as the code has them, and no others."""
    text = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    assert columns_text() in text
    headings = re.findall(r"^### (\S+)$", text, re.MULTILINE)
    used = {
        column.vocabulary
        for table in TABLES.values()
        for column in table.columns
        if getattr(column, "vocabulary", None)
    }
    assert [
        name for name in headings if name not in {table.file for table in TABLES.values()} | set(VOCABULARIES)
    ] == []
    assert used <= set(headings)


@pytest.mark.parametrize(
    "text",
    [
        "`--no-such-option`",
        "`python -m incidents conjure`",
        "`make coffee`",
        "`AIRSPACE_NOTHING`",
        "`/api/secrets.json`",
        "`server.maxUploads`",
    ],
)
def test_the_check_can_fail(text):
    """What does not exist is found; the same words outside of code are not looked at."""
    assert invented(text) == [text.strip("`")]
    assert invented(text.strip("`")) == []


def test_there_is_something_to_check():
    """The README sets much as code, and one word that is missing is missed."""
    assert len(said(README.read_text(encoding="utf-8"))) > 3000
    assert unmentioned("`not-country`", ["country"]) == ["country"]
