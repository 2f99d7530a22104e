"""Where events lie relative to national airspace: figures, words, and the comparison with what sources say."""

import numpy as np
import pandas as pd
import pytest

from incidents.airspace import airspace_words, place_events

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
