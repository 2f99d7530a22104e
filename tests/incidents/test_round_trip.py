"""What goes out comes back; rows of the filter = count = rows of every format = rows of the import."""

import os
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from incidents import Filter, PackageError, count_range, facet_counts, filter_events, filter_mask, read_package
from incidents.export import FORMATS
from incidents.filter import FACETS
from incidents.imports import Imported, read_any, to_package
from incidents.read_package import SEEDS
from incidents.subset import subset
from incidents.tables import EVENTS, TABLES

PACKAGE = read_package(SEEDS)
CASES = int(os.environ.get("INCIDENTS_CASES", "25"))  # for each property; 250 and more look at over a thousand cases
FAST = ("csv", "geojson", "parquet", "kml")
WHOLE = {"zip": tuple(TABLES), "xlsx": tuple(TABLES), "json": ("events", "sources", "claims", "relations", "updates")}
QUICK = settings(
    max_examples=CASES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def same(found, expected):
    """Compare two event tables cell by cell."""
    names = [column.name for column in EVENTS.columns] + ["earliest", "latest"]
    pd.testing.assert_frame_equal(found[names].reset_index(drop=True), expected[names].reset_index(drop=True))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("chosen", [Filter(), Filter(country=("POL",), period=(date(2025, 9, 1), None))])
def test_each_format_loses_nothing(seeds, name, chosen):
    """Export, import: the same events, cell by cell; nothing refused, assumed or left."""
    imported = read_any(FORMATS[name](seeds, filter=chosen), name=f"x.{name}")
    events = filter_events(seeds, chosen)
    same(imported.table, events)
    report = imported.report
    assert (report.given, report.refused) == (len(events), 0)
    assert report.assumed == {}
    assert report.not_taken == ()


@pytest.mark.parametrize("name", WHOLE)
def test_the_other_tables_come_along(seeds, name):
    """Zip and workbook hold the whole package: the same version after the way there and back; JSON what hangs on its events."""
    chosen = Filter(country=("EST", "POL"))
    part = subset(seeds, filter_events(seeds, chosen))
    found = to_package(read_any(FORMATS[name](seeds, filter=chosen), name=f"x.{name}"))
    for table in WHOLE[name]:
        if table != "events":
            columns = list(TABLES[table].key)
            given = getattr(part, table)
            given = given[given["event_id"] != ""] if (name, table) == ("json", "sources") else given
            frames = [frame.sort_values(columns, ignore_index=True) for frame in (getattr(found, table), given)]
            pd.testing.assert_frame_equal(*frames)
    if name != "json":
        assert to_package(read_any(FORMATS[name](seeds), name=f"x.{name}")).version == seeds.version


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), min_size=1, max_size=12)  # fmt: skip
HARD = st.sampled_from(["=1+1", "'=x", "''-1", "@a", "+1", "-1", "\ta", "a\r\nb", "a\nb", "a\rb", ' "x" ', "NA", "007", "1e5", "TRUE", "_x0041_", "]]>", "&lt;", "a;b,c|d", "Łódź", "Україна"])  # fmt: skip
NUMBERS = st.floats(0.0001, 19_000).map(lambda value: float(f"{value:.15g}")) | st.integers(0, 19_000).map(float)


@QUICK
@given(st.lists(st.tuples(TEXT | HARD, TEXT | HARD, NUMBERS), min_size=1, max_size=4), st.sampled_from(sorted(FORMATS)))
def test_any_text_and_number_comes_back(cells, name):
    """Text of every kind and numbers to 15 digits survive every format, exactly."""
    events = PACKAGE.events.iloc[: len(cells)].copy()
    events["title"] = pd.Series([title for title, _, _ in cells], dtype="str")
    events["platform"] = pd.Series([platform for _, platform, _ in cells], dtype="str")
    events["depth_km"] = [depth for _, _, depth in cells]
    changed = subset(PACKAGE, events)
    same(read_any(FORMATS[name](changed), name=f"x.{name}").table, events)


@st.composite
def filters(draw):
    """Any filter, exclusions and ranges included."""
    days = sorted(draw(st.tuples(*[st.dates(date(2014, 1, 1), date(2026, 7, 1))] * 2)))
    parts = {"period": draw(st.sampled_from([(None, None), tuple(days), (days[0], None)]))}
    for name in draw(st.sets(st.sampled_from(sorted(FACETS)), max_size=2)):
        words = st.sets(st.sampled_from(sorted(set(PACKAGE.events[FACETS[name]]))), min_size=1, max_size=3).map(tuple)
        parts[draw(st.sampled_from([name, f"not_{name}"]))] = draw(words)
    if draw(st.booleans()):
        parts["uncertainty"] = (None, draw(st.sampled_from([1000.0, 10_000.0, 50_000.0])))
    return Filter(q=draw(st.sampled_from(["", "", "drone", "Russia denies", "zzzz"])), **parts)


@QUICK
@given(filters(), st.sampled_from(FAST))
def test_rows_of_the_filter_are_rows_everywhere(chosen, name):
    """Filter, mask, greatest count, facets, address, export and import agree on the rows."""
    events = filter_events(PACKAGE, chosen)
    n = len(events)
    assert filter_mask(PACKAGE.events, chosen).sum() == count_range(PACKAGE, chosen)[1] == n
    assert all(sum(counts.values()) == n for facet, counts in facet_counts(PACKAGE, chosen).items() if not getattr(chosen, facet) and not getattr(chosen, f"not_{facet}"))  # fmt: skip
    params = {}
    for key, value in chosen.to_params():
        params.setdefault(key, []).append(value)
    assert Filter.from_params(params) == (chosen, ())
    imported: Imported = read_any(FORMATS[name](PACKAGE, filter=chosen), name=f"x.{name}")
    assert sorted(imported.table["event_id"]) == sorted(events["event_id"])
    assert imported.report.given == imported.report.accepted == n


@settings(QUICK, max_examples=max(CASES // 10, 10))
@given(filters())
def test_the_heavy_formats_hold_the_same_rows(chosen):
    """Workbook, JSON and zip."""
    events = filter_events(PACKAGE, chosen)
    for name in sorted(set(FORMATS) - set(FAST)):
        assert read_any(FORMATS[name](PACKAGE, filter=chosen), name=f"x.{name}").table["event_id"].tolist() == events["event_id"].tolist()  # fmt: skip


@settings(QUICK, max_examples=CASES)
@given(st.binary(max_size=300), st.sampled_from(["", "PK", "{", "<kml>", "a,b\n"]))
def test_no_bytes_whatsoever_break_an_import(content, start):
    """Any bytes give a report that adds up or one clear error."""
    answered(start.encode() + content, "any")


@settings(QUICK, max_examples=CASES)
@given(
    st.sampled_from(sorted(FORMATS)), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=20)
)
def test_damaged_files_break_no_import(name, changes):
    """Bytes of a real export changed anywhere: the same."""
    content = bytearray(damageable(name))
    for where, value in changes:
        content[int(where * (len(content) - 1))] = value
    answered(bytes(content), f"x.{name}")


def answered(content, name):
    """Import; only a PackageError may come."""
    try:
        report = read_any(content, name=name).report
    except PackageError:
        return
    assert report.accepted + report.refused == report.given


_WRITTEN = {}


def damageable(name):
    """Return a small export, written once."""
    if name not in _WRITTEN:
        _WRITTEN[name] = FORMATS[name](PACKAGE, filter=Filter(q="vaindloo"))
    return _WRITTEN[name]
