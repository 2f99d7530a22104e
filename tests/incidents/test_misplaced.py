"""Points that lie too far from the state they concern."""

import numpy as np
import pandas as pd
import pytest

from geodata import locate_many
from incidents import read_package
from incidents.airspace.airspace_problems import airspace_problems
from incidents.imports import read_any, to_package, write_package
from incidents.misplaced import misplaced

HEAD = "event_id,event_type,title,start,country,longitude,latitude,airspace_claim,coordinate_uncertainty_m\n"


def _row(lon, lat, country="LTU", *, claim="none", radius=10_000):
    return f"a,drone_sighting,t,2025-09-10,{country},{lon},{lat},{claim},{radius}\n"


# longitude, latitude, part of the message, part of the way out
FAR = [
    (-97.5, 38.2, "lies about 8 030 km from the airspace of LTU", "check the position"),
    (116.4, 39.9, "lies about 6 437 km", "check the position"),
    (25.3, -54.7, "lies about 12 076 km", "at 25.3, 54.7 it would lie in LTU: did a minus get lost or added in latitude?"),
    (-25.3, 54.7, "lies about 2 857 km", "lost or added in longitude?"),
    (-25.3, -54.7, "km from the airspace of LTU", "lost or added in both?"),
    (2.53, 54.7, "lies about 1 154 km", "did the decimal point slip in longitude?"),
    (24.0, 40.0, "is not where the point lies", "check the position"),
]  # fmt: skip


@pytest.mark.parametrize(("lon", "lat", "message", "way"), FAR)
def test_a_point_far_from_its_country_is_flagged(lon, lat, message, way):
    """With the distance, and the slip that would have put it there; it is kept."""
    report = read_any((HEAD + _row(lon, lat)).encode(), name="far.csv").report
    (found,) = [problem for problem in report.problems if problem.column == "country"]
    assert (report.accepted, report.flagged, found.row, found.value) == (1, 1, 2, "LTU")
    assert message in found.message
    assert way in found.way_out


NEAR = [
    _row(18.5, 56.2),  # the Baltic Sea, 130 km off
    _row(31.0, 43.5, "GBR", claim="international"),  # a British aircraft over the Black Sea
    _row(17.0, 56.2, radius=500_000),
    _row(131.9, 43.1, "RUS"),  # Vladivostok: beyond what is known of Russia
    _row(-74.0, 40.7, "USA"),  # not in the atlas
]


@pytest.mark.parametrize("row", NEAR)
def test_a_point_that_may_be_right_is_not_called_far(row):
    """Seas beside a state, its ships and aircraft over the high seas, states of which not all is known."""
    report = read_any((HEAD + row).encode(), name="near.csv").report
    assert report.accepted == 1
    assert not [problem for problem in report.problems if "km from" in problem.message]


def test_the_uncertainty_is_taken_off():
    """A point 1 154 km off with a radius of 900 km may lie near enough."""
    for radius, flagged in ((700_000, True), (900_000, False)):
        report = read_any((HEAD + _row(2.53, 54.7, radius=radius)).encode(), name="far.csv").report
        assert any("km from" in problem.message for problem in report.problems) is flagged


def test_no_seed_event_is_called_far():
    """Ships and aircraft of distant states are said to be in international airspace, and statements are not asked."""
    events = read_package().events
    codes = locate_many(events["longitude"].to_numpy(), events["latitude"].to_numpy()).code
    assert not misplaced(events, codes).far.any()
    moved = events.assign(longitude=-events["longitude"])
    assert misplaced(moved, np.full(len(moved), "OUTSIDE")).far.sum() > 100


def test_a_check_of_the_package_says_so_too(tmp_path):
    """The warning names the row of events.csv."""
    imported = read_any((HEAD + _row(2.53, 54.7)).encode(), name="far.csv")
    write_package(to_package(imported), tmp_path / "far")
    (found,) = airspace_problems(read_package(tmp_path / "far"))
    assert (found.row, found.column, found.severity) == (2, "country", "warning")
    assert "lies about 1 154 km from the airspace of LTU" in found.message
    assert "decimal point" in found.way_out


def test_positions_that_are_none_are_left_alone():
    """They are refused elsewhere."""
    frame = pd.DataFrame({"longitude": [np.nan, 540.0], "latitude": [54.0, 54.0], "country": ["LTU", "LTU"], "category": ["incident"] * 2, "airspace_claim": ["none"] * 2, "coordinate_uncertainty_m": [1.0, np.nan]})  # fmt: skip
    found = misplaced(frame, np.full(2, "OUTSIDE"))
    assert not (found.far | found.elsewhere).any()
