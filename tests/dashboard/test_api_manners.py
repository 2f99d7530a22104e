"""How the API answers: description, page, pages of rows, entity tags, gzip, methods, errors."""

import csv
import io
import json
import re
from urllib.parse import parse_qs

import pytest
from jsonschema import Draft202012Validator
from starlette.applications import Starlette
from starlette.middleware import Middleware
from streamlit.web.server.starlette.starlette_gzip_middleware import SelectiveGZipMiddleware
from streamlit.web.server.starlette.starlette_path_security_middleware import PathSecurityMiddleware

from dashboard.server import api, paging
from dashboard.server.api_first import ApiFirst
from dashboard.server.openapi import openapi
from incidents import Filter, filter_events
from incidents.export import FORMATS
from incidents.filter_params import NAMES
from tests.dashboard.asgi import ask

APP = Starlette(routes=api.ROUTES)
ESTONIA = Filter(country=("EST",))
BAD_PAGES = [
    ("limit=0", "1 to"),
    (f"limit={paging.MOST + 1}", "1 to"),
    ("limit=ten", "limit"),
    ("limit=5&limit=6", "give one"),
    ("offset=-1", "offset"),
    ("offset=1.5", "offset"),
]
METHODS = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "FOO"]


def ids(answer):
    """Return the ids of an answer in JSON."""
    return [event["event_id"] for event in answer.json()["events"]]


def schema(name):
    """Return a validator of a schema of the description."""
    document = openapi()
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": document["components"]})


# ---- the description -------------------------------------------------------------------------------------------------
def test_every_filter_and_format_is_described():
    """Parameters are those that the address knows, paths those that answer; every reference leads somewhere."""
    document = ask(APP, "/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert set(document["components"]["parameters"]) == {*NAMES, "limit", "offset"}
    assert {f"/api/events.{kind}" for kind in FORMATS} <= set(document["paths"])
    for kind, name in re.findall(r'"#/components/(\w+)/([\w-]+)"', json.dumps(document)):
        assert name in document["components"][kind]
    for name in document["components"]["schemas"]:
        Draft202012Validator.check_schema(schema(name).schema)


def test_a_csv_leads_to_its_description(served):
    """The Link header of the whole CSV, and of a page, leads to a description whose address is that CSV."""
    for query in ("", "country=EST", "country=EST&limit=5&offset=10"):
        asked = "/api/events.csv" + (f"?{query}" if query else "")
        link = ask(APP, asked).headers["link"]
        address = re.search(r'<([^>]+)>; rel="describedby"; type="application/csvm\+json"', link)[1]
        answer = ask(APP, f"/api/{address}")
        assert answer.headers["content-type"] == "application/csvm+json"
        assert f"/api/{answer.json()['url']}" == asked
        (about,) = answer.json()["notes"]
        assert (about["version"], about["licence"]) == (served.package.version, "CC-BY-4.0")
    assert about["page"]["offset"] == 10
    assert "describedby" not in ask(APP, "/api/events.json?limit=5").headers["link"]
    assert ask(APP, "/api/events.csv-metadata.json?country=XX").status == 400


def test_oembed_is_described():
    """A real answer fits the schema of the description."""
    answer = ask(APP, "/api/oembed?url=http%3A%2F%2F127.0.0.1%2F%3Fcountry%3DEST", headers={"host": "127.0.0.1"})
    schema("oembed").validate(answer.json())
    assert {each["name"] for each in openapi()["paths"]["/api/oembed"]["get"]["parameters"]} == {
        "url", "format", "maxwidth", "maxheight", "dnt",
    }  # fmt: skip


def test_every_described_path_answers(served):
    """Each path of the description is there."""
    one = served.package.events["event_id"][0]
    needed = {"/api/oembed": "?url=http%3A%2F%2F127.0.0.1%2F"}
    addresses = [path.replace("{event_id}", one) + needed.get(path, "") for path in openapi()["paths"]]
    assert [each for each in addresses if ask(APP, each, headers={"host": "127.0.0.1"}).status != 200] == []
    assert {
        route.path
        for route in api.ROUTES
        if "{" not in route.path and route.path.count("/") > 1 and route.path != "/api/"
    } <= set(openapi()["paths"])


def test_headers_are_described(served):
    """Each answer has the headers that the description gives it, and none of those that it knows beside; a wrong method and a problem too."""
    one, document = served.package.events["event_id"][0], openapi()
    known = {name.lower() for name in document["components"]["headers"]}
    needed = {"/api/oembed": "?url=http%3A%2F%2F127.0.0.1%2F"}
    for path, operations in document["paths"].items():
        responses = operations["get"]["responses"]
        paged = "?limit=5" if "Link" in responses["200"]["headers"] and path.startswith("/api/events.") else ""
        address = path.replace("{event_id}", one) + needed.get(path, paged)
        answer = ask(APP, address, headers={"host": "127.0.0.1"})
        assert {name.lower() for name in responses["200"]["headers"]} == known & set(answer.headers), address
        assert responses["405"] == {"$ref": "#/components/responses/405"}
        if "304" in responses:
            same = ask(APP, address, headers={"If-None-Match": answer.headers["etag"]})
            described = document["components"]["responses"]["304"]["headers"]
            assert (same.status, {name.lower() for name in described}) == (304, known & set(same.headers))
    for code, asked in (("404", {}), ("405", {"method": "TRACE"})):
        found = ask(APP, "/api/events/no-such.json", **asked)
        described = document["components"]["responses"][code]["headers"]
        assert (str(found.status), {name.lower() for name in described}) == (code, known & set(found.headers))


@pytest.mark.parametrize(("kind", "name"), [("json", "events"), ("geojson", "collection")])
def test_answers_are_as_described(kind, name):
    """All events, valid by the schema that the description gives; a broken one would be found."""
    found = ask(APP, f"/api/events.{kind}").json()
    assert [error.message for error in schema(name).iter_errors(found)][:3] == []
    rows = found["events" if kind == "json" else "features"]
    rows[0].pop("event_id" if kind == "json" else "geometry")
    assert list(schema(name).iter_errors(found))


def test_errors_are_as_described():
    """A problem holds what the description says."""
    assert list(schema("problem").iter_errors(ask(APP, "/api/events.json?country=Atlantis").json())) == []


def test_the_page(served):
    """Every example on it answers with as many events as it says; nothing on it is loaded from anywhere but the app's font."""
    text = ask(APP, "/api").content.decode()
    examples = re.findall(r'<span>(\d+) of (\d+) recorded events</span><br><a href="api/(events\.\w+\?[^"]+)"', text)
    assert len(examples) >= 5
    for n, total, address in examples:
        answer = ask(APP, "/api/" + address.replace("&amp;", "&"))
        assert (answer.status, answer.headers["x-total-count"], int(total)) == (200, n, len(served.package.events))
        assert int(n) > 0
    assert not re.findall(r"<(?:script|link|img|iframe)|@import", text)
    (font,) = re.findall(r'url\("([^"]+)"\)', text)
    assert font.startswith("static/media/SourceSans")
    assert 'url("../static/media/' in ask(APP, "/api/").content.decode()
    assert all(f"<code>{name}</code>" in text for name in NAMES)
    assert 'href="openapi.json"' in ask(APP, "/api/").content.decode()


# ---- pages of rows ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("limit", [1, 7, 42, 43, 44])
def test_following_next_gives_every_row_once(events, limit):
    """From page to page by the Link header: all rows of the view, in their order, and the counts stay those of the view."""
    expected = filter_events(events, ESTONIA)["event_id"].tolist()
    query, found, pages = f"country=EST&limit={limit}", [], 0
    while query:
        answer = ask(APP, f"/api/events.json?{query}")
        about = answer.json()["metadata"]
        assert (about["n"], about["N"], answer.headers["x-total-count"]) == (43, len(events), "43")
        assert about["page"]["returned"] == len(ids(answer)) <= limit
        found += ids(answer)
        following = re.search(r'<\?([^>]+)>; rel="next"', answer.headers["link"])
        query, pages = following[1] if following else "", pages + 1
    assert found == expected
    assert pages == -(-len(expected) // limit)


@pytest.mark.parametrize("kind", paging.PAGED)
def test_every_paged_format_has_the_same_page(kind, events):
    """The third page of ten."""
    expected = filter_events(events, ESTONIA)["event_id"].tolist()[20:30]
    answer = ask(APP, f"/api/events.{kind}?country=EST&limit=10&offset=20")
    if kind == "csv":
        found = [row["event_id"] for row in csv.DictReader(io.StringIO(answer.content.decode(), newline=""))]
    else:
        found = ids(answer) if kind == "json" else [feature["id"] for feature in answer.json()["features"]]
    assert found == expected
    rels = dict(re.findall(r'<\?([^>]+)>; rel="(\w+)"', answer.headers["link"]))
    assert {rel: parse_qs(query)["offset"] for query, rel in rels.items()} == {
        "first": ["0"], "last": ["40"], "prev": ["10"], "next": ["30"],
    }  # fmt: skip


def test_beyond_the_end():
    """An offset beyond the last row is an empty page, not an error, has no next one, and the one before it has rows."""
    answer = ask(APP, "/api/events.json?country=EST&limit=10&offset=1000")
    assert (answer.status, ids(answer)) == (200, [])
    assert 'rel="next"' not in answer.headers["link"]
    (before,) = re.findall(r'<([^>]*)>; rel="prev"', answer.headers["link"])
    assert ids(ask(APP, f"/api/events.json{before}"))


@pytest.mark.parametrize(("query", "hint"), BAD_PAGES)
def test_broken_pages(query, hint):
    """What is no page is refused by name."""
    answer = ask(APP, f"/api/events.json?{query}")
    assert answer.status == 400
    assert query.split("=")[0] in answer.json()["detail"]
    assert hint in answer.json()["detail"]


def test_formats_without_pages():
    """A workbook holds the whole view; asking for a page of it says so."""
    assert "csv, geojson, json" in ask(APP, "/api/events.xlsx?limit=5").json()["detail"]


def test_too_many_events_for_one_answer(monkeypatch):
    """Formats that are built as a whole say their limit and the way out; streamed and compact ones go on."""
    monkeypatch.setattr(paging, "MOST", 10)
    answers = {kind: ask(APP, f"/api/events.{kind}") for kind in FORMATS}
    assert {kind for kind, answer in answers.items() if answer.status == 200} == set(paging.UNLIMITED)
    assert "limit and offset" in answers["json"].json()["detail"]
    assert "csv or parquet" in answers["xlsx"].json()["detail"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("events/2025-09-19-ee-mig31-vaindloo.json?foo=1", "foo"),
        ("events.json?q=%ff", "UTF-8"),
        ("flows.csv?period=%e0%a4", "UTF-8"),
        ("openapi.json?x=1", "x: the description takes no parameters"),
    ],
)
def test_strange_queries(path, hint):
    """One event takes no parameters; text that is not UTF-8 is refused, not searched for in another form."""
    answer = ask(APP, f"/api/{path}")
    assert (answer.status, answer.headers["content-type"]) == (400, "application/problem+json")
    assert hint in answer.json()["detail"]


# ---- tags, encodings, methods -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "path",
    [
        "events.json?country=EST",
        "events.csv",
        "flows.json",
        "events/2025-09-19-ee-mig31-vaindloo.json",
        "openapi.json",
    ],
)
def test_unchanged_things_are_not_sent_again(path):
    """With the tag of the last answer: 304 without a body, also among other tags; with another tag the answer."""
    tag = ask(APP, f"/api/{path}").headers["etag"]
    for given in (tag, f'"x", {tag}', tag.removeprefix("W/"), "*"):
        answer = ask(APP, f"/api/{path}", headers={"If-None-Match": given})
        assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)
    assert ask(APP, f"/api/{path}", headers={"If-None-Match": 'W/"another"'}).status == 200


def test_tags_differ(serve, seed_copy):
    """Another filter, format or version of the data has another tag."""
    paths = ["events.json", "events.csv", "events.json?country=EST", "events.json?limit=5"]
    tags = {ask(APP, f"/api/{path}").headers["etag"] for path in paths}
    seed_copy.edit("events", 2, title="Another title")
    serve(seed_copy.path)
    tags |= {ask(APP, f"/api/{path}").headers["etag"] for path in paths}
    assert len(tags) == 2 * len(paths)


@pytest.mark.parametrize("path", ["events.json", "events.geojson", "events.csv", "events.kml", "openapi.json"])
def test_gzip(path):
    """Gzipped it is less than half as long and the same; refused, or not asked for, it comes as it is."""
    plain = ask(APP, f"/api/{path}")
    zipped = ask(APP, f"/api/{path}", headers={"Accept-Encoding": "br, gzip;q=0.8"})
    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.headers["vary"] == "Accept-Encoding"
    assert zipped.content == plain.content
    assert len(zipped.body) * 2 < len(plain.body)
    assert "content-encoding" not in ask(APP, f"/api/{path}", headers={"Accept-Encoding": "gzip;q=0"}).headers


@pytest.mark.parametrize("path", ["events.parquet", "events.xlsx", "events.zip"])
def test_packed_formats_are_not_packed_again(path):
    """They would not get shorter."""
    assert "content-encoding" not in ask(APP, f"/api/{path}", headers={"Accept-Encoding": "gzip"}).headers


WITHIN = ApiFirst(
    Starlette(
        routes=api.ROUTES,
        middleware=[Middleware(PathSecurityMiddleware), Middleware(SelectiveGZipMiddleware, minimum_size=500)],
    ),
    routes=api.ROUTES,
    unknown=api.NOWHERE,
)
"""As in the app: what Streamlit puts around all answers, and the API ahead of it."""


@pytest.mark.parametrize("path", ["events.parquet", "events.xlsx", "events.zip", "events.kml", "healthz", "nothing"])
def test_streamlit_packs_nothing_of_the_api(path):
    """GET and HEAD have the same headers, and what is packed already is not packed again."""
    asked = {"Accept-Encoding": "gzip"}
    got, head = (ask(WITHIN, f"/api/{path}", method=method, headers=asked) for method in ("GET", "HEAD"))
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")
    assert (got.headers.get("content-encoding") == "gzip") == (path == "events.kml")
    assert ask(WITHIN.app, "/api/events.parquet", headers=asked).headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    "path",
    ["/api/events/%2e%2e%2fx.json", "//api/events.json", "/api//events.json", "///api", "/api/%00", "/api/..%5cx"],
)
def test_paths_that_look_unsafe(path):
    """A problem as for any other path that is none, also where Streamlit would answer for itself."""
    answer = ask(WITHIN, path)
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.headers["access-control-allow-origin"] == "*"


def test_only_the_api_is_answered_ahead():
    """Other paths, and other kinds of request, go on to the app; below a folder and behind a proxy it is the same."""
    seen = []

    async def app(scope, _receive, send):
        seen.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    inside = ApiFirst(app, routes=api.ROUTES, unknown=api.NOWHERE, base="maps")
    assert ask(inside, "/maps/api/healthz").json()["status"] == "ok"
    assert ask(inside, "/maps/api").headers["content-type"].startswith("text/html")
    for path in ("/maps/apix", "/api/healthz", "/maps/data", "//x/api/healthz"):
        assert ask(inside, path).body == b""
    assert seen == ["/maps/apix", "/api/healthz", "/maps/data", "//x/api/healthz"]


@pytest.mark.parametrize("path", ["", "events.json?country=EST", "events.csv", "healthz", "nothing"])
def test_head_is_get_without_a_body(path):
    """Status and headers are those of GET."""
    got, head = (ask(APP, f"/api/{path}", method=method) for method in ("GET", "HEAD"))
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")


@pytest.mark.parametrize("path", ["events.json", "events.csv?country=EST", "nothing"])
def test_options(path):
    """Any page may ask, and learns what is allowed."""
    answer = ask(APP, f"/api/{path}", method="OPTIONS")
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == answer.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", ["events.json", "healthz", "nothing"])
def test_other_methods(method, path):
    """Refused as a problem that says what is allowed."""
    answer = ask(APP, f"/api/{path}", method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["nothing", "events", "events/", "events.", "a/b/c", "v1/events.json", "events.xml"])
def test_nothing_there(path):
    """Every unknown path below /api is a problem, not a page."""
    answer = ask(APP, f"/api/{path}")
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["detail"]
