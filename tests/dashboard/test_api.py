"""The API answers exactly what the same filters show everywhere else, and refuses what it cannot read."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from urllib.parse import urlencode

import geopandas
import pytest
from python_calamine import CalamineWorkbook
from starlette.applications import Starlette

from dashboard.server import api
from incidents import Filter, filter_events
from incidents.flows import FLOW_FORMATS, export_flows
from tests.dashboard.asgi import ask

SEPTEMBER = (date(2025, 9, 1), date(2025, 9, 30))
VIEWS = [
    Filter(),
    Filter(period=SEPTEMBER),
    Filter(period=(None, date(2020, 12, 31))),
    Filter(country=("EST", "POL"), category=("incident",)),
    Filter(type=("drone_incursion",), status=("confirmed", "disputed")),
    Filter(actor=("RUS",), q="airport"),
    Filter(q="no event holds these words"),
]
BROKEN = [
    "period=tomorrow",
    "country=Estonia",
    "type=ufo",
    "colour=red",
    "period=2025-09-30&period=2025-09-01",
    "event=1999-01-01-xx-no",
]
UNKNOWN = [
    "events.xml",
    "events.",
    "events.exe",
    "events/1999-01-01-xx-nothing.json",
    "events/..%2f..%2fREADME.md.json",
    "nothing",
]
APP = Starlette(routes=api.ROUTES)


def address(kind, view):
    """Return the address of a view."""
    return f"/api/events.{kind}?{urlencode(view.to_params())}"


def _csv_ids(text):
    return [row["event_id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


def _xlsx_ids(content):
    header, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("events").to_python()
    return [row[header.index("event_id")] for row in rows]


READERS = {
    "csv": lambda content: _csv_ids(content.decode()),
    "geojson": lambda content: [feature["id"] for feature in json.loads(content)["features"]],
    "json": lambda content: [event["event_id"] for event in json.loads(content)["events"]],
    "parquet": lambda content: geopandas.read_parquet(io.BytesIO(content))["event_id"].tolist(),
    "xlsx": _xlsx_ids,
    "kml": lambda content: re.findall(r'<Placemark id="e-([^"]+)"', content.decode()),
    "zip": lambda content: _csv_ids(zipfile.ZipFile(io.BytesIO(content)).read("events.csv").decode()),
}


def ids_of(kind, answer):
    """Return the ids that an answer holds."""
    return READERS[kind](answer.content)


@pytest.mark.parametrize("kind", api.MEDIA_TYPES)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.to_words())
def test_filters_mean_the_same(events, view, kind):
    """Each format holds the rows that the filter lets through, in their order, under the right type."""
    answer = ask(APP, address(kind, view))
    assert answer.status == 200
    assert ids_of(kind, answer) == filter_events(events, view)["event_id"].tolist()
    assert answer.headers["content-type"] == api.MEDIA_TYPES[kind]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.to_words())
def test_n_of_n(events, view):
    """JSON and GeoJSON say how many events of how many."""
    for kind in ("json", "geojson"):
        about = ask(APP, address(kind, view)).json()["metadata"]
        assert (about["n"], about["N"]) == (len(filter_events(events, view)), len(events))


def test_the_command_line_agrees(events):
    """`python -m incidents summary` counts the same n of N for the same words."""
    view = VIEWS[3]
    command = [sys.executable, "-m", "incidents", "summary", "--format", "json"]
    command += ["--country", *view.country, "--category", *view.category]
    counts = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    about = ask(APP, address("json", view)).json()["metadata"]
    assert (counts["n"], counts["N"]) == (about["n"], about["N"])


def test_every_event_answers(served):
    """Each event id leads to its record with all claims and sources."""
    package = served.package
    for event_id in package.events["event_id"]:
        answer = ask(APP, f"/api/events/{event_id}.json")
        found = answer.json()
        assert (answer.status, found["event_id"]) == (200, event_id)
        assert len(found["claims"]) == len(package.claims_of(event_id))
        assert len(found["sources"]) == len(package.sources_of(event_id))


@pytest.mark.parametrize("query", BROKEN)
def test_broken_parameters_are_refused(query):
    """What the page's address would ignore is an error here, explained as problem+json."""
    answer = ask(APP, f"/api/events.json?{query}")
    assert answer.status == 400
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == 400
    assert query.split("=")[0] in body["detail"]


@pytest.mark.parametrize("path", UNKNOWN)
def test_unknown_paths(path):
    """An unknown format, event or path is 404."""
    assert ask(APP, f"/api/{path}").status == 404


@pytest.mark.parametrize("path", ["events.xml", "events/1999-01-01-xx-nothing.json"])
def test_unknown_things_are_explained(path):
    """What is missing is said as problem+json."""
    answer = ask(APP, f"/api/{path}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "path", ["healthz", "events.json", "events.csv", "events/1999-01-01-xx-nothing.json", "events.json?x=1"]
)
def test_every_page_may_read_it(path):
    """Any page may read the API, errors included."""
    assert ask(APP, f"/api/{path}").headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_it_is_read_only(method):
    """Nothing can be sent to it."""
    assert ask(APP, "/api/events.json", method=method).status == 405


def test_health(served):
    """The health check names version and number of events and is never cached."""
    answer = ask(APP, "/api/healthz")
    assert (
        answer.json() | {"status": "ok", "version": served.package.version, "events": len(served.package.events)}
        == answer.json()
    )
    assert answer.headers["cache-control"] == "no-store"


def test_the_csv_says_what_it_holds():
    """The file name of a download names period and version."""
    name = ask(APP, address("csv", VIEWS[1])).headers["content-disposition"]
    assert "2025-09-01_2025-09-30" in name
    assert name.endswith('.csv"')


@pytest.mark.parametrize("path", ["healthz", "events.json", "events/x.json"])
def test_no_data(serve, tmp_path, path):
    """Without a package every path answers 503 and tells nothing of the machine's folders."""
    serve(tmp_path / "nothing")
    answer = ask(APP, f"/api/{path}")
    assert answer.status == 503
    assert str(tmp_path) not in answer.content.decode()


@pytest.mark.parametrize("kind", FLOW_FORMATS)
@pytest.mark.parametrize("query", ["", "?period=2025-09-01&period=2025-09-30"])
def test_supply_lines(served, kind, query):
    """The lines that the period touches, as the writer gives them."""
    period = SEPTEMBER if query else (None, None)
    answer = ask(APP, f"/api/flows.{kind}{query}")
    assert answer.status == 200
    assert answer.content == export_flows(served.package, kind, filter=Filter(period=period))
    assert answer.headers["access-control-allow-origin"] == "*"


def test_the_csv_of_supply_lines_leads_to_its_description(served):
    """The `Link` header has the same dates, and so has what it leads to."""
    link = ask(APP, "/api/flows.csv?period=2025-09-01&period=2025-09-30").headers["link"]
    address, _, rest = link.partition(">")
    assert 'rel="describedby"' in rest
    answer = ask(APP, f"/api/{address[1:]}")
    assert answer.headers["content-type"] == "application/csvm+json"
    found = json.loads(answer.content)
    assert found["url"] == "flows.csv?period=2025-09-01&period=2025-09-30"
    assert found["notes"][0]["N"] == len(served.package.flows)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("flows.kml", 404),
        ("flows.csv?country=EST", 400),
        ("flows.csv?period=tomorrow", 400),
        ("flows.json?event=%3Cb%3E", 400),
    ],
)
def test_supply_lines_that_cannot_be(address, status):
    """What speaks of events only, or cannot be read, is an error."""
    answer = ask(APP, f"/api/{address}")
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
