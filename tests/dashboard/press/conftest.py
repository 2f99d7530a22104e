"""A small package with hostile text, and pages without network."""

from __future__ import annotations

from pathlib import Path

import pytest

from incidents import Package, read_package
from tests.seed_copy import SeedCopy

KEPT = (
    "2025-09-19-ee-mig31-vaindloo",
    "2025-09-09-pl-drone-incursion",
    "2025-09-25-us-lavrov-real-war",
    "2014-03-03-se-il20-sas681",
)
HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=2>${window.pwned=3}{{7*7}}"
CHILDREN = ("sources", "claims", "updates")


def keep(copy: SeedCopy, ids: tuple[str, ...]) -> None:
    """Leave only some events in a copy of the seeds, with what hangs on them."""
    copy.write("events", [row for row in copy.rows("events") if row["event_id"] in ids])
    for table in CHILDREN:
        copy.write(table, [row for row in copy.rows(table) if row["event_id"] in ids])
    for table in ("relations", "flows"):
        path = copy.path / f"{table}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", encoding="utf-8")


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory) -> Path:
    """A folder with four events, the first with markup in every text."""
    copy = SeedCopy(tmp_path_factory.mktemp("hostile"))
    keep(copy, KEPT)
    event_id = copy.rows("events")[0]["event_id"]
    copy.edit("events", 2, title=HOSTILE, summary=HOSTILE, place_name=HOSTILE)
    for table, columns in (("claims", ("text", "speaker")), ("sources", ("publisher",)), ("updates", ("note",))):
        rows = copy.rows(table)
        copy.write(
            table, [row | dict.fromkeys(columns, HOSTILE) if row["event_id"] == event_id else row for row in rows]
        )
    return copy.path


@pytest.fixture(scope="session")
def hostile(hostile_folder) -> Package:
    """The package of that folder."""
    return read_package(hostile_folder)


@pytest.fixture
def open_file(browser):
    """Open a file with the network off; at the end nothing but files was asked for and no error was on the console."""
    contexts, asked, errors = [], [], []

    def start(path: Path, *, width=1440, height=900, theme="light", fragment=""):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, offline=True)
        contexts.append(context)
        made = context.new_page()
        made.on("request", lambda request: asked.append(request.url))
        made.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        made.on("pageerror", lambda error: errors.append(str(error)))
        made.goto(path.resolve().as_uri() + fragment)
        made.asked = asked
        return made

    yield start
    for context in contexts:
        context.close()
    assert [address for address in asked if not address.startswith("file:")] == []
    assert errors == []
