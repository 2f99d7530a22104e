"""A package, made in code, in which every text of every table is a payload: one event, supply line, scenario and reading for each payload."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

from incidents.patterns import CONTROL
from incidents.read_package import SEEDS
from incidents.schema import Table
from incidents.tables import TABLES
from tests.trust.payloads import PAYLOADS, address, tagged

DAYS = 30


def names() -> list[str]:
    """Return the ids of the events, in the order of their payloads."""
    return [f"hostile-{at:03}" for at in range(len(PAYLOADS))]


def _texts(table: Table, at: int) -> dict[str, str]:
    return {
        column.name: tagged(PAYLOADS[at], f"{table.name}-{column.name}-{at:03}")
        for column in table.columns
        if column.kind == "text"
    }


def _url(at: int) -> str:
    """Return an address that may stand there; for texts that are refused anyway, one that may not."""
    tag = f"sources-url-{at:03}"
    odd = re.search(CONTROL, PAYLOADS[at])
    return f"javascript:trip('{tag}')" if odd else address(tag)


def _keys(at: int) -> dict[str, dict[str, Any]]:
    """Return for each table what its row number `at` has beside its texts; ids tie them to the event of the same number."""
    event, source, day = names()[at], f"source-{at:03}", f"2025-09-{1 + at % DAYS:02}"
    category = ("incident", "incident", "incident", "response", "statement")[at % 5]
    kind = {"incident": "drone_incursion", "response": "policy", "statement": "statement"}[category]
    unit = ("drones", "") if category == "incident" else ("", "")
    return {
        "events": {
            "event_id": event, "category": category, "event_type": kind, "start": day, "end": "", "time_precision": "day", "country": "EST",
            "actor": "RUS", "longitude": f"{22 + at % 10:.2f}", "latitude": f"{54 + at / 20:.2f}", "coordinate_uncertainty_m": "5000",
            "status": "disputed", "resolution": "unresolved" if unit[0] else "not_applicable", "count_min": "1" if unit[0] else "", "count_max": "2" if unit[0] else "",
        },
        "sources": {"source_id": source, "event_id": event, "url": _url(at), "published": day, "language": "en"},
        "claims": {"claim_id": f"claim-{at:03}", "event_id": event, "party": "RUS" if at % 2 else "EST", "stance": "denies" if at % 2 else "asserts", "source_id": source},
        "relations": {"event_id": event, "related_event_id": names()[at - 1], "relation": "follows"},
        "updates": {"update_id": f"update-{at:03}", "event_id": event, "date": "2026-01-02", "status": "confirmed", "source_id": source},
        "flows": {"flow_id": f"flow-{at:03}", "source_ids": source},
        "watchlist": {"indicator_id": f"scenario-{at:03}"},
        "assessments": {"assessment_id": f"reading-{at:03}"},
    }  # fmt: skip


def write(folder: Path) -> Path:
    """Write the package into a new folder and return it; what the tables need beside texts and ids is that of the first seed row."""
    folder.mkdir()
    for table in TABLES.values():
        with (SEEDS / table.file).open(encoding="utf-8", newline="") as file:
            first = next(iter(csv.DictReader(file)))
        rows = [first | _texts(table, at) | _keys(at)[table.name] for at in range(len(PAYLOADS))]
        rows = rows[1:] if table.name == "relations" else rows
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(first), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    words = [tagged(PAYLOADS[at], f"descriptor-{at:03}") for at in (0, 5, 7, 50)]
    descriptor = {
        "name": words[0], "title": words[1], "created": words[2], "version": words[3], "description": words[0],
        "licenses": [{"name": words[1], "title": words[2], "path": f"javascript:trip('descriptor-{0:03}')"}],
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder
