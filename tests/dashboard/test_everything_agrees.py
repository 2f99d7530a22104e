"""Whatever the filter: map, table, count, every export, API, command line and a reloaded address hold the same rows.

A thousand drawn filters go through the functions that screen, API and command line call, in this process; a few go through the whole page.
"""

import base64
import csv
import io
import json
import re
import zipfile
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch
from urllib.parse import parse_qs, urlencode

import geopandas
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from starlette.applications import Starlette
from starlette.requests import Request

from dashboard.event_table import event_table, rows_of
from dashboard.screens import frame
from dashboard.screens.table import OPEN
from dashboard.server import api
from dashboard.store import Store
from incidents import Filter, cli, filter_events, filter_mask, read_package
from incidents.export import FORMATS
from incidents.filter_parts import FACETS, RANGES, SAID, parameter
from incidents.read_package import SEEDS
from incidents.subset import subset
from tests.dashboard.asgi import ask
from tests.dashboard.screen import command, container, count, run, text

WHOLE = read_package(SEEDS)
PACKAGE = subset(WHOLE, WHOLE.events.iloc[::4].reset_index(drop=True))
"""Every fourth event: a thousand exports of all of them would take minutes."""
STORE = Store(PACKAGE)
EVENTS = PACKAGE.events
PARSER = cli._parser()
APP = Starlette(routes=api.ROUTES)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KINDS = ["geojson"] * 13 + ["csv", "json", "parquet"] * 2 + ["kml", "xlsx", "zip"]
CASES = 1000

DAYS = st.dates(date(2014, 1, 1), date(2026, 6, 30))
WORDS = {name: sorted(set(EVENTS[column])) for name, column in FACETS.items()}
SAYINGS = {name: sorted(set(PACKAGE.claims[column])) for name, column in SAID.items()}
NUMBERS = {
    name: sorted({value for one in columns for value in EVENTS[one].dropna()}) for name, columns in RANGES.items()
}
TEXTS = ["drone", "Łódź", "lodz", "Вайндлоо", "ŠIAULIAI", "airport closed", "a", "-", "=1+1", "nothing holds this"]
PLACES = ["Narva", "Rzeszów", "Tulcea", "12.65,55.62", "-3.1,58.2"]


def some(words, most=3):
    """One to three words."""
    return st.lists(st.sampled_from(words), min_size=1, max_size=most, unique=True).map(tuple)


def pair(values):
    """A range with both sides or one."""
    both = st.tuples(values, values).map(lambda two: tuple(sorted(two)))
    return st.one_of(both, values.map(lambda low: (low, None)), values.map(lambda high: (None, high)))


DEGREES = st.tuples(st.floats(-5, 45), st.floats(35, 72))
PARTS = {
    "period": pair(DAYS),
    **{name: some(words) for name, words in WORDS.items()},
    **{f"not_{name}": some(words) for name, words in WORDS.items()},
    **{name: some(words) for name, words in SAYINGS.items()},
    **{name: pair(st.sampled_from(values)) for name, values in NUMBERS.items()},
    "airspace": some(["inside", "outside", "uncertain"], most=2),
    "border": pair(st.floats(0, 300).map(lambda km: round(km, 1))),
    "area": st.one_of(
        st.tuples(DEGREES, DEGREES).map(lambda two: (*map(min, *two), *map(max, *two))),
        st.lists(DEGREES, min_size=3, max_size=6).map(
            lambda corners: tuple(value for corner in corners for value in corner)
        ),
    ),
    "near": st.tuples(st.sampled_from(PLACES), st.integers(1, 1500)),
    "changed": DAYS,
    "hours": st.tuples(st.integers(0, 23), st.integers(1, 24), st.sampled_from(["utc", "local"])).filter(
        lambda hours: hours[0] != hours[1]
    ),
    "q": st.sampled_from(TEXTS),
    "event": st.sampled_from(EVENTS["event_id"].tolist()),
}


@st.composite
def filters(draw):
    """A filter of up to three parts, each as likely as any other."""
    names = draw(st.lists(st.sampled_from(sorted(PARTS)), max_size=3, unique=True))
    return Filter(**{name: draw(PARTS[name]) for name in names})


# ---- the rows in each place ------------------------------------------------------------------------------------------
def on_the_map(mask, window, store):
    """Return the ids that the frame shows: bits of the mask, and days that each event could have happened on."""
    bits = np.unpackbits(np.frombuffer(base64.b64decode(mask["bits"]), np.uint8), bitorder="little") if mask else None
    first, last = (EPOCH + timedelta(days=day) for day in window or store.days)
    columns = (store.package.events[name].tolist() for name in ("event_id", "earliest", "latest"))
    end = last + timedelta(days=1)
    return [
        event_id
        for at, (event_id, earliest, latest) in enumerate(zip(*columns, strict=True))
        if (bits is None or bits[at]) and latest > first and earliest < end
    ]


def from_the_api(kind, view):
    """Return the bytes that the API answers, and how many events it says these are; a stream by way of the whole server."""
    query = urlencode(view.to_params())
    if kind == "csv":
        answer = ask(APP, f"/api/events.csv?{query}")
        return answer.content, int(answer.headers["x-total-count"])
    scope = {
        "type": "http",
        "method": "GET",
        "path": f"/api/events.{kind}",
        "query_string": query.encode(),
        "headers": [],
        "path_params": {"format": kind},
    }
    answer = api.events(Request(scope))
    assert answer.status_code == 200
    return answer.body, int(answer.headers["x-total-count"])


def words_of(view):
    """Return the filter as options of the command line."""
    words, ranges = [], ("period", "border", *RANGES)
    params = view.replace(event="").to_params()
    for name in dict.fromkeys(name for name, _ in params):
        values = [value for other, value in params if other == name]
        words += [f"--{parameter(name)}", *values] if name in ranges or len(values) > 1 else [f"--{name}={values[0]}"]
    return words


def of_the_command_line(*words):
    """Return what a command prints, run in this process on the data of this test."""
    out = io.TextIOWrapper(io.BytesIO())
    with (
        patch.object(cli, "read_package", lambda: PACKAGE),
        patch.object(cli, "_parser", lambda: PARSER),
        redirect_stdout(out),
    ):
        assert cli.main(words) == 0
    return out.buffer.getvalue()


def _csv_ids(content):
    return [row["event_id"] for row in csv.DictReader(io.StringIO(content.decode(), newline=""))]


def _xlsx_ids(content):
    header, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("events").to_python()
    return [row[header.index("event_id")] for row in rows]


READERS = {
    "csv": _csv_ids,
    "geojson": lambda content: [feature["id"] for feature in json.loads(content)["features"]],
    "json": lambda content: [event["event_id"] for event in json.loads(content)["events"]],
    "parquet": lambda content: geopandas.read_parquet(io.BytesIO(content))["event_id"].tolist(),
    "xlsx": _xlsx_ids,
    "kml": lambda content: re.findall(r'<Placemark id="e-([^"]+)"', content.decode()),
    "zip": lambda content: _csv_ids(zipfile.ZipFile(io.BytesIO(content)).read("events.csv")),
}


@settings(
    max_examples=CASES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(view=filters(), kind=st.sampled_from(KINDS))
def test_the_same_rows_everywhere(view, kind):
    """Map = table = count = export = API = command line = reloaded address, row by row and byte by byte."""
    expected = filter_events(EVENTS, view)["event_id"].tolist()
    assert on_the_map(frame._mask(STORE, view, ""), frame._window(STORE, view), STORE) == expected
    mask = filter_mask(PACKAGE, view)
    assert event_table(STORE, rows_of(mask)).index.tolist() == expected[::-1]
    content = FORMATS[kind](PACKAGE, filter=view)
    assert READERS[kind](content) == expected
    with patch.object(api, "store", lambda: STORE):
        assert from_the_api(kind, view) == (content, len(expected))
    assert of_the_command_line("export", "--format", kind, "-o", "-", *words_of(view)) == content
    if kind != "geojson":  # a part of the cases: what the command counts
        said = json.loads(of_the_command_line("summary", "--format", "json", *words_of(view)))
        assert (said["n"], said["N"]) == (int(mask.sum()), len(EVENTS))
    assert int(mask.sum()) == len(expected)
    assert Filter.from_params(parse_qs(urlencode(view.to_params()), keep_blank_values=True), PACKAGE) == (view, ())


def test_every_part_is_drawn():
    """No part of the filter is left out of the draw, and no format."""
    assert set(PARTS) == set(Filter.__dataclass_fields__)
    assert set(KINDS) == set(READERS) == set(FORMATS)


SAMPLE = [
    Filter(),
    Filter(period=(date(2025, 9, 1), None), not_country=("EST", "USA")),
    Filter(period=(date(2025, 11, 3), date(2025, 11, 9)), category=("incident",)),
    Filter(party=("RUS",), stance=("denies",), uncertainty=(None, 30_000.0)),
    Filter(area=(18, 53, 30, 53, 24, 61), not_status=("retracted",)),
    Filter(near=("Tulcea", 120), changed=date(2024, 6, 1)),
    Filter(hours=(22, 4, "local"), category=("incident",)),
    Filter(q="Вайндлоо", airspace=("inside", "uncertain")),
]


@pytest.mark.parametrize("view", SAMPLE, ids=lambda view: view.to_words())
def test_the_whole_page(view):
    """The page itself: what the frame is told, the table, the count and the download links, from the address."""
    params = {}
    for name, value in view.to_params():
        params.setdefault(name, []).append(value)
    app = run(**params)
    app.toggle(key=OPEN).set_value(True).run()
    assert not app.exception
    expected = filter_events(WHOLE.events, view)["event_id"].tolist()
    told = command(app)
    assert on_the_map(told["mask"], told["window"], Store(WHOLE)) == expected
    assert app.dataframe[0].value.index.tolist() == expected[::-1]
    assert count(app) == (len(expected), len(WHOLE.events))
    links = re.findall(r'href="(api/events\.(\w+)(?:\?[^"]*)?)"', text(container(app, "head")))
    assert {kind for _, kind in links} == set(FORMATS)
    for address, kind in links:
        assert READERS[kind](ask(APP, f"/{address.replace('&amp;', '&')}").content) == expected
