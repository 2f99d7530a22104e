"""A small valid package made in code, and ways to break it."""

import csv
from pathlib import Path

import pytest

from incidents import read_package
from incidents.tables import TABLES

A, B, C, D = "2025-09-09-pl-drones", "2025-09-10-lt-warning", "2025-09-10-pl-debris", "2025-11-01-se-month"

BASE = {
    "event_id": A, "category": "incident", "event_type": "drone_incursion", "title": "Drones over Łódź", "summary": "Drones.",
    "start": "2025-09-09T21:30Z", "end": "2025-09-10T04:45Z", "time_precision": "hour", "country": "POL", "actor": "RUS",
    "place_name": "Łódź", "longitude": "19.46", "latitude": "51.76", "coordinate_uncertainty_m": "30000",
    "georeference_basis": "named_place", "platform": "Gerbera", "platform_class": "uav", "count_min": "19", "count_max": "21",
    "duration_min": "", "depth_km": "", "outcome": "shot_down", "status": "disputed", "airspace_claim": "national",
    "resolution": "proven",
}  # fmt: skip
EVENTS = [
    BASE,
    BASE | {
        "event_id": B, "category": "statement", "event_type": "statement", "title": "=A warning", "start": "2025-09-10", "end": "",
        "time_precision": "day", "country": "LTU", "actor": "LTU", "count_min": "", "count_max": "", "depth_km": "", "status": "confirmed",
        "platform": "", "platform_class": "none", "outcome": "none", "airspace_claim": "none", "resolution": "not_applicable",
    },
    BASE | {"event_id": C, "event_type": "crash_debris", "title": "Debris", "start": "2025-09-10", "end": "2025-09-12", "time_precision": "range"},
    BASE | {"event_id": D, "event_type": "drone_sighting", "title": "In Göteborg", "country": "SWE", "actor": "UNK", "start": "2025-11-01",
            "end": "", "time_precision": "month", "duration_min": "0.28", "longitude": "-5.5", "airspace_claim": "international"},
]  # fmt: skip
SOURCE = {
    "event_id": A,
    "url": "https://example.org/a",
    "publisher": "Example",
    "published": "2025-09",
    "language": "en",
}
ROWS = {
    "events": EVENTS,
    "sources": [
        SOURCE | {"source_id": "s-a"},
        SOURCE | {"source_id": "s-c", "event_id": C, "published": ""},
        SOURCE | {"source_id": "s-flow", "event_id": "", "url": "seed.txt"},
    ],
    "claims": [
        {"claim_id": "c-1", "event_id": A, "party": "POL", "speaker": "Army", "stance": "asserts", "text": "It did.", "source_id": "s-a"},
        {"claim_id": "c-2", "event_id": A, "party": "RUS", "speaker": "Ministry", "stance": "denies", "text": "Не было", "source_id": "s-a"},
        {"claim_id": "c-3", "event_id": C, "party": "POL", "speaker": "Police", "stance": "asserts", "text": "Found.", "source_id": "s-c"},
    ],
    "relations": [
        {"event_id": C, "related_event_id": A, "relation": "part_of"},
        {"event_id": B, "related_event_id": A, "relation": "response_to"},
    ],
    "updates": [
        {"update_id": "u-1", "event_id": A, "date": "", "status": "reported", "note": "First.", "source_id": "s-a"},
        {"update_id": "u-2", "event_id": C, "date": "2025-10", "status": "confirmed", "note": "Then.", "source_id": "s-c"},
    ],
    "flows": [
        {
            "flow_id": "f-1", "origin": "PRK", "destination": "RUS", "category": "ammunition", "commodity": "shells", "quantity_min": "20000",
            "quantity_max": "", "unit": "containers", "period_start": "2023-09", "period_end": "2025", "origin_place": "Rason",
            "origin_longitude": "130.3", "origin_latitude": "42.25", "destination_place": "Vladivostok", "destination_longitude": "131.9",
            "destination_latitude": "43.1", "summary": "Shells.", "status": "reported", "source_ids": "s-flow;s-a",
        }
    ],
    "watchlist": [
        {"indicator_id": "w-1", "title": "T", "summary": "S", "signs": "a;b", "related_event_types": "drone_incursion;shoot_down", "horizon": "",
         "origin": "seed"}
    ],
    "assessments": [{"assessment_id": "a-1", "subject": "RUS", "title": "T", "text": "X", "origin": "seed"}],
}  # fmt: skip


class Folder:
    """A package on disk; `edit` changes one cell, `raw` a whole file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = {name: [dict(row) for row in rows] for name, rows in ROWS.items()}
        for name in TABLES:
            self.write(name)

    def write(self, name: str) -> None:
        """Write one table from its rows."""
        with (self.path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [column.name for column in TABLES[name].columns], lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows[name])

    def edit(self, file: str, row: int, **cells: str) -> "Folder":
        """Change cells of a row; rows count as in a spreadsheet, the first record is row 2."""
        name = file.removesuffix(".csv")
        self.rows[name][row - 2].update(cells)
        self.write(name)
        return self

    def raw(self, name: str, content: bytes) -> "Folder":
        """Replace a file."""
        (self.path / name).write_bytes(content)
        return self

    def text(self, name: str) -> str:
        """Return a file as text."""
        return (self.path / name).read_text(encoding="utf-8")

    def read(self, **options):
        """Read the package."""
        return read_package(self.path, **options)


@pytest.fixture
def folder(tmp_path):
    """A small valid package in a folder of its own."""
    path = tmp_path / "package"
    path.mkdir()
    return Folder(path)


@pytest.fixture(scope="session")
def seeds():
    """The seeds, read once."""
    from incidents.read_package import SEEDS

    return read_package(SEEDS)
