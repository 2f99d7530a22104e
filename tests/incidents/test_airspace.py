"""Where events lie relative to national airspace: figures, words, and the comparison with what sources say."""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geodata import DataError
from incidents.airspace import airspace_words, compare_airspace, place_events
from incidents.cli import main
from incidents.read_package import SEEDS

ROOT = Path(__file__).resolve().parents[2]

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"


def event(lon, lat, country, *, radius=2_000.0, claim="national", basis="named_place", **more):
    """An event with what the comparison needs."""
    return {
        "event_id": "2025-01-01-xx-test", "category": "incident", "country": country, "longitude": lon, "latitude": lat,
        "coordinate_uncertainty_m": radius, "airspace_claim": claim, "georeference_basis": basis, "depth_km": None, **more,
    }  # fmt: skip


def table(*events):
    """The events as a DataFrame."""
    return pd.DataFrame(list(events))


PLACES = [
    # lon, lat, country, radius in m, claim -> airspace, border_of, inside
    (26.37, 59.82, "EST", 5_000, "national", "EST", "EST", "inside"),
    (26.37, 59.82, "EST", 30_000, "national", "EST", "EST", "uncertain"),
    (19.3, 56.3, "LVA", 2_000, "international", "HIGHSEAS", "LVA", "outside"),
    (34.1, 45.3, "UKR", 2_000, "national", "UKR", "UKR", "inside"),
    (34.1, 45.3, "RUS", 2_000, "national", "UKR", "RUS", "outside"),
    (31.5, 43.2, "USA", 2_000, "international", "HIGHSEAS", "TUR", "outside"),
    (31.5, 43.2, "GBR", 2_000, "international", "HIGHSEAS", "TUR", "outside"),
    (36.6, 46.15, "UKR", 2_000, "none", "DISPUTED", "UKR", "uncertain"),
    (-150.0, 65.0, "USA", 2_000, "national", "OUTSIDE", "", "uncertain"),
]


@pytest.mark.parametrize(("lon", "lat", "country", "radius", "claim", "airspace", "of", "inside"), PLACES)
@pytest.mark.parametrize("measured", [True, False])
def test_place(measured, lon, lat, country, radius, claim, airspace, of, inside):
    """Airspace at the point, whose border is meant, and where the disc lies, in both ways of computing."""
    found = place_events(table(event(lon, lat, country, radius=radius, claim=claim)), measured=measured).iloc[0]
    assert (found["airspace"], found["border_of"], found["inside"]) == (airspace, of, inside)


def test_measured_ranges_lie_within_the_widest_possible(seeds):
    """Both ways agree on which discs cross the line; a measured range is never wider."""
    exact, widest = place_events(seeds.events, measured=True), place_events(seeds.events, measured=False)
    assert (exact["inside"] == widest["inside"]).all()
    known = exact["border_km"].notna()
    assert (exact["depth_low_km"] >= widest["depth_low_km"] - 0.5)[known].all()
    assert (exact["depth_high_km"] <= widest["depth_high_km"] + 0.5)[known].all()
    same_side = np.sign(exact["depth_low_km"]) == np.sign(widest["depth_low_km"])
    assert (same_side | (exact["depth_low_km"].abs() < 0.5))[known].all()


BAD = [
    (None, 59.8, 5e3),
    (np.nan, np.nan, 5e3),
    (np.inf, 59.8, 5e3),
    (26.4, 95.0, 5e3),
    (26.4, 59.8, None),
    (26.4, 59.8, -1.0),
]


def test_bad_values_are_uncertain_and_alone():
    """A row without a usable position or radius is uncertain, its range NaN; the other rows are not touched."""
    rows = [event(lon, lat, "EST", radius=radius) for lon, lat, radius in BAD]
    found = place_events(table(*rows, event(26.37, 59.82, "EST")))
    assert found["inside"].tolist() == ["uncertain"] * len(BAD) + ["inside"]
    assert found["depth_low_km"].isna().tolist() == [True] * len(BAD) + [False]


def test_index_and_columns_are_kept():
    """The index is that of the events, also of none."""
    rows = table(event(26.37, 59.82, "EST"), event(19.3, 56.3, "LVA")).set_axis([7, "b"])
    assert place_events(rows).index.tolist() == [7, "b"]
    empty = place_events(rows.iloc[:0])
    assert list(empty.columns) == list(place_events(rows).columns)
    assert len(empty) == 0


WORDS = [
    # event -> what the sentence says
    (event(26.37, 59.82, "EST", radius=5_000), "12 nautical miles: inside Estonian airspace, between "),
    (
        event(26.37, 59.82, "EST", radius=30_000),
        "With an uncertainty of 30 km it may lie in Estonian (55 %), Russian (",
    ),
    (event(26.37, 59.82, "EST", radius=30_000), " or over the high seas (28 %)."),
    (event(18.9, 55.1, "POL", radius=8_000, claim="international"), "Over the high seas (Baltic Sea), "),
    (event(26.37, 59.82, "EST", radius=2_500.0), "given an uncertainty of 2.5 km."),
    (event(19.46, 51.76, "POL"), "The point lies inside Polish airspace, "),
    (event(36.6, 46.15, "UKR", claim="none"), "status disputed"),
    (event(27.4, 59.62, "EST", radius=50_000, basis="region_centroid"), "too coarse to tell whose airspace"),
    (event(19.4, 52.0, "POL", radius=30_000, basis="region_centroid"), "too coarse to tell how deep"),
    (event(34.1, 45.3, "UKR"), "inside Ukrainian airspace"),
    (event(28.6, 59.37, "EST"), "inside Russian airspace"),
    (event(-150.0, 65.0, "USA"), "beyond the boundaries held here"),
    (event(None, None, "EST"), "no usable position"),
    (event(26.37, 59.82, "EST", radius=None), "is not recorded"),
]


@pytest.mark.parametrize(("given", "expected"), WORDS)
def test_words(given, expected):
    """The sentence that fits the position."""
    assert expected in airspace_words(given)


def test_every_event_has_words(seeds):
    """Each incident gets sentences with a full stop; statements and responses none."""
    for event_id, category in zip(seeds.events["event_id"], seeds.events["category"], strict=True):
        words = airspace_words(seeds.event(event_id))
        assert words.endswith(".") == (category == "incident")
        assert "nan" not in words


def test_words_take_a_place_at_hand(seeds):
    """With the row of `place_events` the sentence is the same."""
    at = seeds.place_of(VAINDLOO)
    place = place_events(seeds.events).iloc[at].to_dict()
    assert airspace_words(seeds.event(VAINDLOO), place=place) == airspace_words(seeds.event(VAINDLOO))


# ---- the comparison --------------------------------------------------------------------------------------------------
EXAMPLES = [
    # event -> verdict, column
    (event(26.37, 59.82, "EST", radius=30_000.0, depth_km=10.0), "within_uncertainty", "airspace_claim"),
    (event(26.37, 59.82, "EST", radius=5_000.0, depth_km=11.0), "agrees", "airspace_claim"),
    (event(26.37, 59.82, "EST", radius=5_000.0, depth_km=14.0), "within_uncertainty", "depth_km"),
    (event(26.37, 59.82, "EST", radius=5_000.0, depth_km=2.0), "contradicts", "depth_km"),
    (event(26.37, 59.82, "EST", radius=5_000.0, depth_km=60.0), "contradicts", "depth_km"),
    (event(26.37, 59.82, "EST", radius=5_000.0, claim="international"), "contradicts", "airspace_claim"),
    (event(26.37, 59.82, "EST", radius=30_000.0, claim="international"), "within_uncertainty", "airspace_claim"),
    (event(19.3, 56.3, "LVA", claim="international"), "agrees", "airspace_claim"),
    (event(19.3, 56.3, "LVA", claim="international", depth_km=3.0), "contradicts", "depth_km"),
    (event(19.3, 56.3, "LVA"), "contradicts", "airspace_claim"),
    (event(19.3, 56.3, "LVA", claim="none"), "agrees", "country"),
    (event(31.5, 43.2, "USA", claim="international"), "agrees", "airspace_claim"),
    (event(34.1, 45.3, "UKR"), "agrees", "airspace_claim"),
    (event(34.1, 45.3, "RUS"), "contradicts", "airspace_claim"),
    (event(30.0, 60.0, "EST"), "contradicts", "airspace_claim"),
    (event(30.0, 60.0, "EST", claim="none"), "contradicts", "country"),
    (event(30.0, 60.0, "EST", claim="none", category="statement"), "not_applicable", "airspace_claim"),
    (event(36.6, 46.15, "UKR"), "within_uncertainty", "airspace_claim"),
    (event(36.6, 46.15, "UKR", claim="international"), "within_uncertainty", "airspace_claim"),
    (event(-150.0, 65.0, "USA"), "not_applicable", "airspace_claim"),
    (event(np.nan, np.nan, "EST"), "not_applicable", "airspace_claim"),
    (event(26.37, 59.82, "EST", radius=np.nan), "not_applicable", "airspace_claim"),
]


def package_of(seeds, *events):
    """The seeds with other events."""
    frame = table(*events).astype({"depth_km": float, "coordinate_uncertainty_m": float})
    return replace(seeds, events=frame)


@pytest.mark.parametrize(("given", "verdict", "column"), EXAMPLES)
def test_compare(seeds, given, verdict, column):
    """One event: what the comparison comes to, and what it rests on."""
    (found,) = compare_airspace(package_of(seeds, given))
    assert (found.verdict, found.column) == (verdict, column)
    assert "nan" not in found.words


def test_compare_keeps_the_order(seeds):
    """One finding for each event, alone or together."""
    together = compare_airspace(package_of(seeds, *(given for given, _, _ in EXAMPLES)))
    assert [(found.verdict, found.column) for found in together] == [tuple(expected) for _, *expected in EXAMPLES]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (event(19.3, 56.3, "LVA"), "the record says inside Latvian airspace, but its point lies over the high seas, 81 km outside Latvian airspace"),
        (event(26.37, 59.82, "EST", claim="international"), "the record says international airspace, but its point lies in Estonian airspace, 11 km from the border, with an uncertainty of 2 km"),
        (event(26.37, 59.82, "EST", depth_km=60.0), "the record says 60 km deep, but its position is between 9.2 and 13.1 km deep in Estonian airspace"),
        (event(30.0, 60.0, "EST", claim="none"), "the record names Estonian airspace or the high seas by country EST, but its point lies in Russian airspace, 122 km outside"),
    ],
)  # fmt: skip
def test_both_figures_are_in_words(seeds, given, words):
    """A contradiction says what the record says and what the position says, with kilometres."""
    (found,) = compare_airspace(package_of(seeds, given))
    assert found.words.startswith(words)


def test_vaindloo_in_the_seeds(seeds):
    """Three MiG-31s: inside Estonian airspace, and with 30 km of uncertainty not surely."""
    found = {each.event_id: each for each in compare_airspace(seeds)}[VAINDLOO]
    assert (found.verdict, found.airspace) == ("within_uncertainty", "EST")
    assert found.depth_low_km < 0 < 10 < found.depth_high_km


# ---- the seeds and their README --------------------------------------------------------------------------------------
def section(text):
    """The part of seeds/README.md on the airspace check."""
    return text[text.index("## Airspace check") : text.index("## Changing them")]


def unexplained(findings, text):
    """Contradictions, and events whose point lies on another side than the record says, that a text does not name."""
    return [each.event_id for each in findings if _to_explain(each) and f"`{each.event_id}`" not in text]


def _to_explain(found):
    if found.verdict == "within_uncertainty":
        places = {"national": {found.country}, "international": {"HIGHSEAS"}, "none": {found.country, "HIGHSEAS"}}
        return found.column != "depth_km" and found.airspace not in places.get(found.value, places["none"])
    return found.verdict == "contradicts"


@pytest.fixture(scope="module")
def readme():
    """The section of seeds/README.md."""
    return section((SEEDS / "README.md").read_text(encoding="utf-8"))


def test_every_contradiction_of_the_seeds_is_explained(seeds, readme):
    """Each event_id stands in the README, and no other one does."""
    findings = compare_airspace(seeds)
    assert unexplained(findings, readme) == []
    named = set(re.findall(r"`(\d{4}-\d\d-\d\d-[a-z0-9-]+)`", readme))
    assert named == {each.event_id for each in findings if _to_explain(each)}


def test_the_readme_counts_right(seeds, readme):
    """The four counts of the README are those of the comparison."""
    counts = Counter(each.verdict for each in compare_airspace(seeds))
    assert [int(n) for n in re.findall(r"^\| .*\| (\d+) \|$", readme, re.MULTILINE)] == [
        counts[verdict] for verdict in ("agrees", "within_uncertainty", "contradicts", "not_applicable")
    ]


def test_an_unexplained_contradiction_is_found(seeds, readme):
    """The check fails on a README without one of the ids, and on a new contradiction."""
    findings = compare_airspace(seeds)
    for each in filter(_to_explain, findings):
        assert unexplained(findings, readme.replace(each.event_id, "")) == [each.event_id]
    moved = seeds.events.copy()
    at = seeds.place_of("2025-09-10-pl-czyzow")
    moved.loc[at, ["longitude", "latitude"]] = 30.0, 60.0
    assert unexplained(compare_airspace(replace(seeds, events=moved)), readme) == ["2025-09-10-pl-czyzow"]


# ---- the command line ------------------------------------------------------------------------------------------------
def test_check_warns_of_a_contradiction(folder, capsys):
    """File, row, column, value, both figures and a way out in one line; status 0."""
    folder.edit("events.csv", 2, longitude="25", latitude="57.5")
    assert main(["check", str(folder.path)]) == 0
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first.startswith(
        'events.csv, row 2, column airspace_claim: warning: "national" (2025-09-09-pl-drones): the record says inside Polish airspace, '
        "but its point lies in Latvian airspace, "
    )
    assert first.endswith("explain in the README of the data")
    assert last == "0 problems, 1 warning"


def test_check_with_errors_and_contradictions(folder, capsys):
    """Faulty data is status 1; its airspace is compared once it can be read."""
    folder.edit("events.csv", 2, longitude="25", latitude="57.5").edit("events.csv", 3, status="sure")
    assert main(["check", str(folder.path)]) == 1
    assert "airspace" not in capsys.readouterr().out


def test_check_names_the_row_of_the_file(folder, capsys):
    """The row is that of the file, in whatever order events are read."""
    folder.edit("events.csv", 5, longitude="19.46")
    assert main(["check", str(folder.path)]) == 0
    assert capsys.readouterr().out.startswith('events.csv, row 5, column airspace_claim: warning: "international" ')


@pytest.mark.parametrize(
    "cells", [{"longitude": "nan"}, {"longitude": ""}, {"latitude": "95"}, {"coordinate_uncertainty_m": ""}]
)
def test_check_of_bad_positions(folder, capsys, cells):
    """A position that cannot be read is a problem of its own, never a traceback."""
    folder.edit("events.csv", 2, **cells)
    assert main(["check", str(folder.path)]) == 1
    assert next(iter(cells)) in capsys.readouterr().out


def test_check_without_boundaries(folder, capsys, monkeypatch):
    """A missing file of geodata is a warning with the way out."""

    def missing(package):
        raise DataError("airspace.parquet cannot be read; run python -m geodata build")

    monkeypatch.setattr(sys.modules["incidents.airspace.airspace_problems"], "compare_airspace", missing)
    assert main(["check", str(folder.path)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "geodata: warning: airspace is not checked; airspace.parquet cannot be read; run python -m geodata build\n"
    )
    assert out.endswith("0 problems, 1 warning\n")


def test_importing_stays_light():
    """The library of geometry is not loaded before the first question."""
    code = "import sys, incidents.airspace; print([m for m in ('shapely', 'pyproj', 'geopandas') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
