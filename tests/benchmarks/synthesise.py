"""A package of N synthetic events for load and speed: `python -m tests.benchmarks.synthesise N -o DIR`.

The same N and seed give the same bytes. Places and kinds are drawn from the seeds, times from 2014 to 2025, more towards the end.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from incidents import VOCABULARIES, read_package
from incidents.read_package import SEEDS
from incidents.tables import TABLES

CSV_UP_TO = 100_000
SEED = 20250919
FIRST, LAST = np.datetime64("2014-03-03", "m"), np.datetime64("2025-12-31", "m")
DAY = 1440
SOURCES_FOR_EACH = 3
"""One event in this many has a source and two claims."""


def _days(minutes: np.ndarray) -> np.ndarray:
    return np.char.array(np.datetime_as_string(minutes.astype("datetime64[D]")))


def _times(minutes: np.ndarray) -> np.ndarray:
    return np.char.array(np.datetime_as_string(minutes)) + "Z"


def synthetic_events(n: int, *, seed: int = SEED) -> pd.DataFrame:
    """Return n events with the columns of events.csv; numbers are float64, all else text.

    Parameters
    ----------
    n : int
        How many.
    seed : int, default SEED
        Another seed gives other events.
    """
    rng = np.random.default_rng(seed)
    models = read_package(SEEDS).events
    events = models.iloc[rng.integers(0, len(models), n)].reset_index(drop=True)
    columns = [column.name for column in TABLES["events"].columns]
    events = events[columns].copy()
    span = int((LAST - FIRST).astype(int))
    start = FIRST + np.floor(span * np.sqrt(rng.random(n))).astype("timedelta64[m]")
    long = rng.random(n) < 0.03
    stop = start + rng.integers(1, 40, n).astype("timedelta64[D]")
    day = np.isin(events["time_precision"], ["day", "range", "month"])
    events["start"] = np.where(day, _days(start), _times(start))
    events["end"] = np.where(day & long, _days(stop), "")
    events["time_precision"] = np.where(day, np.where(long, "range", "day"), events["time_precision"])
    number = pd.Series(np.arange(n)).astype(str).str.zfill(len(str(max(n - 1, 1))))
    events["event_id"] = pd.Series(_days(start)) + "-" + events["country"].str.lower() + "-s" + number
    label = events["event_type"].map(VOCABULARIES["event_type"]).astype(str)
    events["title"] = label + " near " + events["place_name"] + ", synthetic event " + number
    events["summary"] = (
        "Invented for tests of speed; nothing of this happened. " + label + " at " + events["place_name"] + "."
    )
    # About 30 km around the place; the poles stay out of reach.
    events["longitude"] = (events["longitude"] + rng.normal(0, 0.4, n)).clip(-179.9, 179.9).round(4)
    events["latitude"] = (events["latitude"] + rng.normal(0, 0.25, n)).clip(-80, 80).round(4)
    order = np.lexsort((events["event_id"], start))
    return events.iloc[order].reset_index(drop=True)


def _children(events: pd.DataFrame) -> dict[str, pd.DataFrame]:
    some = events.iloc[::SOURCES_FOR_EACH]
    ids = some["event_id"].reset_index(drop=True)
    source = "src-" + ids
    sources = pd.DataFrame(
        {"source_id": source, "event_id": ids, "url": "https://example.org/" + ids, "publisher": "Synthetic press"}
    )
    sources = sources.assign(published=some["start"].str[:10].to_numpy(), language="en")
    sides = (("a", some["country"].to_numpy(), "asserts", "It happened."), ("b", "RUS", "denies", "It did not happen."))
    claims = [
        pd.DataFrame(
            {"claim_id": f"claim-{side}-" + ids, "event_id": ids, "party": party, "speaker": "Spokesperson"}
        ).assign(stance=stance, text=words, source_id=source)
        for side, party, stance, words in sides
    ]
    return {"sources": sources, "claims": pd.concat(claims, ignore_index=True)}


def synthesise(n: int, folder: Path, *, seed: int = SEED) -> Path:
    """Write a package of n synthetic events and return its folder.

    Up to 100 000 rows the events are CSV; beyond, Parquet, which `incidents` reads as well.
    """
    folder.mkdir(parents=True, exist_ok=True)
    events = synthetic_events(n, seed=seed)
    tables = {"events": events, **_children(events)}
    for name, table in TABLES.items():
        columns = [column.name for column in table.columns]
        frame = tables.get(name, pd.DataFrame(columns=columns))[columns]
        if name == "events" and n > CSV_UP_TO:
            frame.to_parquet(folder / f"{name}.parquet", index=False)
        else:
            whole = {column.name: "Int64" for column in table.columns if column.kind == "integer"}
            frame = frame.astype(whole)
            frame.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")
    about = {
        "name": "synthetic-airspace-incidents",
        "title": f"{n} synthetic events: invented, for tests of speed",
        "created": "2025-01-01",
    }
    (folder / "datapackage.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return folder


def main(argv: list[str] | None = None) -> int:
    """Write the package that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.synthesise", description="Write N synthetic events."
    )
    parser.add_argument("n", metavar="N", type=int, help="number of events")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="folder of the package")
    parser.add_argument("--seed", type=int, default=SEED, help=f"default: {SEED}")
    args = parser.parse_args(argv)
    if args.n < 1:
        parser.error("N: give at least 1")
    print(f"{synthesise(args.n, args.output, seed=args.seed)}: {args.n} synthetic events")
    return 0


if __name__ == "__main__":
    sys.exit(main())
