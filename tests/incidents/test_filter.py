"""Filtering equals a brute-force look at each row; the value round-trips through the URL."""

import gc
import math
import pickle
import unicodedata
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlencode

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents import VOCABULARIES, Filter, count_range, facet_counts, filter_events, filter_mask, read_package
from incidents.filter import FACETS, RANGES, SAID
from incidents.frame_index import FrameIndex
from incidents.read_package import SEEDS
from incidents.zone_of import zone_of

PACKAGE = read_package(SEEDS)
ROWS = PACKAGE.events.to_dict("records")
TEXT_SAID = PACKAGE.claims.groupby("event_id")["text"].agg("\n".join).to_dict()
CLAIMS = PACKAGE.claims.groupby("event_id")[["party", "stance"]].agg(list).to_dict("index")
SPECIAL = {
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "æ": "ae",
    "Æ": "ae",
    "’": "'",
    "–": "-",
    "ı": "i",
}
CYRILLIC = dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True))
SPECIAL |= CYRILLIC | {
    "х": "kh",
    "ы": "y",
    "ь": "",
    "ч": "ch",
    "ш": "sh",
    "ж": "zh",
    "ц": "ts",
    "ю": "yu",
    "я": "ya",
    "э": "e",
    "щ": "shch",
}


def hours_of(row):
    """Return the hour in which an event began by each clock, None where it is not known."""
    zone, known = zone_of(row["country"], row["longitude"]), row["time_precision"] in ("minute", "hour")
    begun = row["earliest"]
    return {
        "utc": begun.hour if known else None,
        "local": begun.astimezone(zone).hour if known and zone is not None else None,
    }


HOURS_OF = {row["event_id"]: hours_of(row) for row in ROWS}
NEWEST = {
    row["event_id"]: max(
        [row["earliest"].date().isoformat()]
        + [
            f"{day}-31"[:10]
            for day in PACKAGE.sources.loc[PACKAGE.sources["event_id"] == row["event_id"], "published"]
            if day
        ]
        + [
            f"{day}-31"[:10]
            for day in PACKAGE.updates.loc[PACKAGE.updates["event_id"] == row["event_id"], "date"]
            if day
        ]
    )
    for row in ROWS
}
"""Last day that anything about an event is dated; "2026-02-31" sorts as the end of that month does, "2026-31" before any month it could mean."""
# Odd hundredths of a degree: no event lies right on an edge.
LONS = st.integers(-500, 4500).map(lambda n: n / 100 + 0.0013)
LATS = st.integers(3500, 7200).map(lambda n: n / 100 + 0.0017)
PLACES = {
    "Narva": (28.1903, 59.3772),
    "21.5,55.75": (21.5, 55.75),
    "Rzeszów": (21.999, 50.0413),
    "Tulcea": (28.8, 45.17833),
}
DAYS = st.dates(date(2013, 12, 1), date(2026, 7, 1))
TEXTS = st.sampled_from(
    [
        "",
        "drone",
        "DRONE poland",
        "Łódź",
        "lodz",
        "şile",
        "MiG-31 vaindloo",
        "zzz",
        "é",
        "2025-09-19-ee",
        "the  jets",
        "Таллин",
    ]
)

VALUES = {
    name: sorted({0.0, 0.5, 12.25} | {value for one in columns for value in PACKAGE.events[one].dropna()})
    for name, columns in RANGES.items()
}


def plain(text):
    """Fold text in a second, independent way: letter by letter."""
    out = ""
    for letter in text:
        for part in unicodedata.normalize("NFKD", letter.casefold()):
            if unicodedata.category(part) != "Mn":
                out += SPECIAL.get(part, part.casefold())
    return out


def moment(day):
    """Midnight UTC of a day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def lets_through(row, chosen, *, claims=True):
    """Decide for one row, in plain Python."""
    first, last = chosen.period
    if first is not None and not row["latest"] > moment(first):
        return False
    if last is not None and not row["earliest"] < moment(last) + timedelta(days=1):
        return False
    for name, column in FACETS.items():
        words = getattr(chosen, name)
        if words and row[column] not in words:
            return False
        if row[column] in getattr(chosen, f"not_{name}"):
            return False
    for name, columns in RANGES.items():
        if (bounds := getattr(chosen, name)) != (None, None) and not could_lie(bounds, *(row[one] for one in columns)):
            return False
    if chosen.party or chosen.stance:
        lists = CLAIMS.get(row["event_id"], {"party": [], "stance": []})
        said = zip(lists["party"], lists["stance"], strict=True)
        fits = (
            party in (chosen.party or (party,)) and stance in (chosen.stance or (stance,)) for party, stance in said
        )
        if not claims or not any(fits):
            return False
    if chosen.changed is not None and NEWEST[row["event_id"]] < chosen.changed.isoformat():
        return False
    if chosen.hours and HOURS_OF[row["event_id"]][chosen.hours[2]] not in span(*chosen.hours[:2]):
        return False
    if chosen.area and not in_shape(chosen.area, row):
        return False
    if chosen.near and haversine_km(chosen.near[0], row) > chosen.near[1]:
        return False
    return not chosen.q or all(plain(word) in text_of(row, claims) for word in chosen.q.split())


def span(first, last):
    """Return the hours from one until another, over midnight where the last is the less."""
    return [hour % 24 for hour in range(first, last if last > first else last + 24)]


def could_lie(bounds, least, most):
    """Decide whether some value between least and most lies in the bounds."""
    known = [value for value in (least, most) if value == value]
    low, high = (0 if bounds[0] is None else bounds[0]), (float("inf") if bounds[1] is None else bounds[1])
    return bool(known) and max(known) >= low and min(known) <= high


TEXT_OF = {}


def text_of(row, claims):
    """Return what is searched of an event."""
    key = (row["event_id"], claims)
    if key not in TEXT_OF:
        texts = [row[name] for name in ("title", "summary", "place_name", "platform", "event_id")]
        TEXT_OF[key] = plain("\n".join(texts + ([TEXT_SAID.get(row["event_id"], "")] if claims else [])))
    return TEXT_OF[key]


def in_shape(area, row):
    """Decide with shapely."""
    shape = shapely.box(*area) if len(area) == 4 else shapely.Polygon(zip(area[::2], area[1::2], strict=True))
    return bool(shape.intersects(shapely.Point(row["longitude"], row["latitude"])))


def haversine_km(place, row):
    """Distance on a sphere of the mean radius: within 0.6 % of that on the ellipsoid."""
    lon, lat = PLACES[place]
    phi, psi = math.radians(lat), math.radians(row["latitude"])
    half = (
        math.sin((psi - phi) / 2) ** 2
        + math.cos(phi) * math.cos(psi) * math.sin(math.radians(row["longitude"] - lon) / 2) ** 2
    )
    return 2 * 6371.0088 * math.asin(math.sqrt(half))


def clear_distances():
    """Places with distances that no event is near to: where sphere and ellipsoid must agree."""
    found = []
    for place in PLACES:
        far = np.array([haversine_km(place, row) for row in ROWS])
        found += [(place, km) for km in (20.0, 55.5, 150.0, 400.0, 1100.0) if (np.abs(far / km - 1) > 0.006).all()]
    assert len(found) >= 4
    return found


def some(words):
    """Up to three words of a facet."""
    return st.lists(st.sampled_from(sorted(words)), max_size=3).map(tuple)


HOURS = st.tuples(st.integers(0, 23), st.integers(1, 24), st.sampled_from(["utc", "local"])).filter(
    lambda hours: hours[0] != hours[1]
)
NEARS = st.sampled_from(clear_distances())
AREAS = st.one_of(
    st.tuples(LONS, LATS, LONS, LATS).map(
        lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
    ),
    st.tuples(LONS, LATS, LONS, LATS, LONS, LATS),
)


@st.composite
def filters(draw):
    """Any filter."""
    days = sorted(draw(st.tuples(DAYS, DAYS)))
    period = draw(st.sampled_from([(None, None), (days[0], None), (None, days[1]), tuple(days), (days[0], days[0])]))
    facets = {name: draw(some(set(PACKAGE.events[column]))) for name, column in FACETS.items()}
    kept = draw(st.sets(st.sampled_from(sorted(facets)), max_size=2))
    parts = {name: facets[name] for name in kept}
    for name in draw(st.sets(st.sampled_from(sorted(facets)), max_size=2)):
        parts[f"not_{name}"] = draw(some(set(PACKAGE.events[FACETS[name]])))
    for name in draw(st.sets(st.sampled_from(sorted(SAID)), max_size=2)):
        parts[name] = draw(some(set(PACKAGE.claims[SAID[name]])))
    for name in draw(st.sets(st.sampled_from(sorted(RANGES)), max_size=1)):
        low, high = sorted(draw(st.tuples(*[st.sampled_from(VALUES[name])] * 2)))
        parts[name] = draw(st.sampled_from([(low, high), (low, None), (None, high), (low, low)]))
    event = draw(st.sampled_from(["", ROWS[0]["event_id"]]))
    place = draw(st.sampled_from(["", "", "area", "near", "changed", "hours"]))
    if place:
        parts[place] = draw({"area": AREAS, "near": NEARS, "changed": DAYS, "hours": HOURS}[place])
    return Filter(period=period, q=draw(TEXTS), event=event, **parts)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filters())
def test_filter_equals_the_oracle(chosen):
    """The vectorised filter lets through exactly the rows that the oracle does, in order and with their index."""
    expected = [at for at, row in enumerate(ROWS) if lets_through(row, chosen)]
    assert np.flatnonzero(filter_mask(PACKAGE.events, chosen)).tolist() == expected
    assert filter_events(PACKAGE.events, chosen).index.tolist() == expected


@settings(max_examples=300, deadline=None)
@given(filters())
def test_url_round_trip(chosen):
    """What goes into a URL comes back equal, without a note."""
    query = urlencode(chosen.to_params())
    assert Filter.from_params(parse_qs(query, keep_blank_values=True), PACKAGE) == (chosen, ())


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ((date(2025, 9, 9), date(2025, 9, 9)), True),
        ((date(2025, 9, 10), date(2025, 9, 10)), True),
        ((date(2025, 9, 8), date(2025, 9, 8)), False),
        ((date(2025, 9, 11), date(2025, 9, 11)), False),
    ],
)
def test_an_event_over_midnight_counts_on_both_days(period, found):
    """The Polish drones of 9 September 21:30 to 10 September 04:45 UTC."""
    events = filter_events(PACKAGE.events, Filter(period=period))
    assert ("2025-09-09-pl-drone-incursion" in set(events["event_id"])) is found


@pytest.mark.parametrize(
    ("day", "found"), [(date(2025, 11, 1), True), (date(2025, 11, 30), True), (date(2025, 12, 1), False)]
)
def test_an_event_known_to_the_month_counts_on_each_day_of_it(day, found):
    """It could have happened then."""
    events = filter_events(PACKAGE.events, Filter(period=(day, day)))
    assert ("2025-11-19-gb-yantar-lasers" in set(events["event_id"])) is found


@pytest.mark.parametrize("column", FACETS.values())
def test_each_word_of_each_facet(column):
    """Each word of a column lets through its rows and no other."""
    name = next(name for name, looked_at in FACETS.items() if looked_at == column)
    for word, n in PACKAGE.events[column].value_counts().items():
        events = filter_events(PACKAGE.events, Filter(**{name: (word,)}))
        assert len(events) == n
        assert set(events[column]) == {word}


def test_the_selected_event_leaves_nothing_out():
    """`event` opens a detail; it is not a condition."""
    assert filter_mask(PACKAGE.events, Filter(event="2025-09-19-ee-mig31-vaindloo")).all()


@pytest.mark.parametrize("q", ["Łódź", "lodz", "LODZ", "łódź"])
def test_search_knows_no_accents_and_no_case(folder, q):
    """Łódź is found as lodz and the other way round."""
    assert len(filter_events(folder.read().events, Filter(q=q))) == 4


def test_the_claims_of_a_package_are_searched(folder):
    """Whoever searches the events of a package finds the Cyrillic text of a claim, and only the event that it is about."""
    package = folder.read()
    for events in (package, package.events):
        assert filter_events(events, Filter(q="НЕ БЫЛО"))["event_id"].tolist() == ["2025-09-09-pl-drones"]
    assert filter_events(package.events, Filter(q="не было"), claims=package.claims.head(0)).empty
    part = package.events.copy()
    assert filter_events(part, Filter(q="НЕ БЫЛО")).empty
    assert len(filter_events(part, Filter(q="НЕ БЫЛО"), claims=package.claims)) == 1


def test_party_and_stance_are_of_one_claim():
    """Where Estonia says and Russia denies, there is no denial by Estonia; without claims nothing was said."""
    vaindloo = "2025-09-19-ee-mig31-vaindloo"
    for party, stance, found in (("RUS", "denies", True), ("EST", "asserts", True), ("EST", "denies", False)):
        events = filter_events(PACKAGE, Filter(party=(party,), stance=(stance,)))
        assert (vaindloo in set(events["event_id"])) is found
    assert filter_events(PACKAGE.events.copy(), Filter(party=("RUS",))).empty


def test_rows_of_a_table_can_be_filtered_again():
    """A part of the events table is as good as the whole."""
    part = PACKAGE.events[PACKAGE.events["country"] == "POL"].sample(frac=1, random_state=1)
    chosen = Filter(type=("drone_incursion",), q="drone")
    expected = [row["event_id"] for row in part.to_dict("records") if lets_through(row, chosen, claims=False)]
    assert filter_events(part, chosen)["event_id"].tolist() == expected
    assert filter_events(part.head(0), chosen).empty


def test_the_index_dies_with_its_frame():
    """Nothing is kept for a table that is gone."""
    gc.collect()
    before = len(FrameIndex._cache)
    part = PACKAGE.events.head(7).copy()
    filter_mask(part, Filter(q="drone", country=("POL",)))
    assert len(FrameIndex._cache) == before + 1
    del part
    gc.collect()
    assert len(FrameIndex._cache) == before


def test_equal_filters_are_equal_values():
    """Order and doubles of words do not matter; the value is hashable and can be pickled."""
    one = Filter(country=("POL", "EST"), q=" a  b ")
    two = Filter(country=["EST", "POL", "EST"], q="a b")
    assert one == two
    assert hash(one) == hash(two)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("parts", "error", "match"),
    [
        ({"country": "EST"}, TypeError, "give a tuple"),
        ({"period": (date(2025, 9, 2), date(2025, 9, 1))}, ValueError, "swap the two"),
        ({"period": ("2025-09-01", None)}, TypeError, "give two dates"),
        ({"q": "x" * 201}, ValueError, "at most 200"),
        ({"q": "a\x00"}, ValueError, "printable"),
        ({"event": "A B"}, ValueError, "event id"),
        ({"not_country": "RUS"}, TypeError, "give a tuple"),
        ({"depth": (2, 1)}, ValueError, "swap the two"),
        ({"depth": (-1, None)}, ValueError, "from 0"),
        ({"count": (None, float("nan"))}, ValueError, "from 0"),
    ],
)
def test_a_filter_that_cannot_be_is_refused(parts, error, match):
    """The constructor names the part and the way out."""
    with pytest.raises(error, match=match):
        Filter(**parts)


def test_parts_are_removed_one_by_one():
    """`without` takes one word or a whole part; `is_active` says whether any condition is left."""
    chosen = Filter(period=(date(2025, 9, 1), None), country=("EST", "POL"), q="x", event="a-b")
    assert chosen.without("country", "EST").country == ("POL",)
    assert chosen.without("country").country == ()
    assert not chosen.without("period").has_period
    bare = chosen.without("period").without("country").without("q")
    assert bare == Filter(event="a-b")
    assert not bare.is_active
    assert chosen.is_active
    chosen = chosen.replace(not_status=("retracted",), depth=(1, None))
    assert chosen.without("not-status", "retracted").not_status == ()
    assert chosen.without("depth").depth == (None, None)
    assert len(chosen.chips()) == 6
    for name, value, _ in chosen.chips():
        assert chosen.without(name, value or None) != chosen


def test_facets_are_columns_of_the_events_table():
    """Each facet looks at a column that exists, and its words are known."""
    assert set(FACETS.values()) <= set(PACKAGE.events)
    assert set(PACKAGE.events["event_type"]) <= set(VOCABULARIES["event_type"])


def test_times_with_another_unit_are_compared_alike():
    """A frame whose times are in nanoseconds gives the same rows."""
    other = PACKAGE.events.assign(
        earliest=PACKAGE.events["earliest"].astype("datetime64[ns, UTC]"),
        latest=PACKAGE.events["latest"].astype("datetime64[ns, UTC]"),
    )
    chosen = Filter(period=(date(2025, 9, 1), date(2025, 9, 30)))
    pd.testing.assert_index_equal(filter_events(other, chosen).index, filter_events(PACKAGE.events, chosen).index)


@settings(max_examples=100, deadline=None)
@given(filters())
def test_facet_counts_equal_the_oracle(chosen):
    """The count of a word is what the filter would let through with this word alone in place of the facet's own words."""
    for name, counts in facet_counts(PACKAGE, chosen).items():
        bare = chosen.without(name).without(f"not_{name}")
        rows = filter_events(PACKAGE, bare)
        assert set(counts) == set(PACKAGE.events[FACETS[name]])
        assert {word: n for word, n in counts.items() if n} == rows[FACETS[name]].value_counts().to_dict()
        assert list(counts.values()) == sorted(counts.values(), reverse=True)


@settings(max_examples=200, deadline=None)
@given(filters())
def test_count_range_equals_the_oracle(chosen):
    """At most all events that could lie in the period, at least those whose whole interval does."""
    first, last = chosen.period
    could = [row for row in ROWS if lets_through(row, chosen)]
    surely = [
        row
        for row in could
        if (first is None or row["earliest"] >= moment(first))
        and (last is None or row["latest"] <= moment(last) + timedelta(days=1))
    ]
    assert count_range(PACKAGE, chosen) == count_range(PACKAGE.events, chosen) == (len(surely), len(could))


def test_an_event_known_to_the_month_may_or_may_not_count():
    """In half of its month it could have happened; in the whole of it it did."""
    one = Filter(q="2025-11-19-gb-yantar-lasers")
    assert count_range(PACKAGE, one.replace(period=(date(2025, 11, 1), date(2025, 11, 15)))) == (0, 1)
    assert count_range(PACKAGE, one.replace(period=(date(2025, 11, 1), date(2025, 11, 30)))) == (1, 1)
    assert count_range(PACKAGE, one) == (1, 1)
