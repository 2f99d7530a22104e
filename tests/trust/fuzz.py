"""Part 3: odd addresses and requests. No answer of 5xx, no exception on a screen, no way out of a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from urllib.parse import quote, urlencode

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode

from dashboard.server.openapi import openapi
from incidents.filter_params import NAMES, WORDS
from tests.benchmarks.figure import Figure
from tests.server import Server
from tests.trust.headers import PLACES, failed, key_of
from tests.trust.payloads import PAYLOADS, tagged
from tests.trust.plain_http import PlainHttp, Reply
from tests.trust.room import Room

LANE, BUDGET_S = "server", 250
SPECIFIED, PARAMETERS, SCREENS = 6000, 4700, 300
HEAVY, FEW = (".xlsx", ".kml", ".zip", ".parquet"), 25
"""Files that take up to a second to make, and how many of each kind are asked for in each mode."""
LONGEST_REPLY = 8 << 20
"""Bytes of the largest answer that the recorded data may give; more would be a way to wear the server out."""
BESIDE = (
    "at",
    "aspect",
    "flow",
    "chart",
    "step",
    "by",
    "clock",
    "versus",
    "against",
    "pair",
    "chapter",
    "entries",
    "embed",
    "lang",
)
TRAVERSALS = (
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//....//etc/passwd", "..\\..\\etc\\passwd",
    "..%5c..%5cetc%5cpasswd", "%252e%252e%252fetc%252fpasswd", "/etc/passwd", "//etc/passwd", "C:\\windows\\win.ini", "\\\\host\\share",
    "..%c0%af..%c0%afetc/passwd", "core.bin%00.js", "..;/..;/etc/passwd", "%ff%fe", "a" * 5000,
)  # fmt: skip
BELOW = ("/assets/{}", "/blobs/{key}/{}", "/blobs/{key}/{}.bin", "/blobs/{}/core.bin", "/blobs/{key}/labels/{}.json", "/api/events/{}.json", "/api/events.{}", "/api/flows.{}", "/api/{}", "/media/{}", "/component/{}", "/static/{}", "/app/static/{}", "/{}")  # fmt: skip
ODD = st.one_of(
    st.text(max_size=60),
    st.sampled_from([tagged(payload, "parameter-x-000") for payload in PAYLOADS]),
    st.sampled_from(["", "0", "-1", "9" * 40, "nan", "inf", "1e999", "null", "true", "..", "2025-02-30", "0000-00-00", "9999-12-31", "\x00", "\ud7ff", "x" * 5000]),
    st.from_regex(r"-?[0-9]{1,4}(\.[0-9]{1,3})?(,-?[0-9]{1,4}){1,9}", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    st.sampled_from(sorted(set().union(*WORDS.values()))),
)  # fmt: skip
QUERY = st.lists(st.tuples(st.sampled_from([*NAMES, *BESIDE, "limit", "offset", "nonsense"]), ODD), max_size=6)
"""Parameters of an address: known names with odd values, more than once."""


def wrong(reply: Reply) -> bool:
    """Tell whether an answer is a fault of the server, tells where it lies, or is larger than anything recorded."""
    return (
        failed(reply)
        or (reply.path.startswith("/api") and PLACES.search(reply.body) is not None)
        or len(reply.body) > LONGEST_REPLY
    )


def specified(server: Server, most: int) -> tuple[int, list[str]]:
    """Ask what schemathesis makes of the API's own description, good and bad; return the number of answers and the wrong ones."""
    document = openapi() | {"servers": [{"url": server.url}]}
    schema = schemathesis.openapi.from_dict(document)
    http, asked, found = PlainHttp(server.port), 0, []
    operations = [each.ok() for each in schema.get_all_operations()]
    light = -(-most // (2 * sum(not operation.path.endswith(HEAVY) for operation in operations)))
    for operation in operations:
        share = min(light, FEW) if operation.path.endswith(HEAVY) else light
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @seed(8)
            @settings(
                max_examples=share,
                database=None,
                deadline=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case) -> None:
                nonlocal asked
                sent = case.as_transport_kwargs(base_url=server.url)
                query = urlencode(sent.get("params") or {}, doseq=True)
                path = quote(sent["url"].removeprefix(server.url), safe="/%?&=,;:@") + (f"?{query}" if query else "")
                reply = http.ask(path, method=sent["method"])
                asked += 1
                if wrong(reply):
                    found.append(str(reply))

            # Nothing can be wrong with what has no parameters.
            with suppress(Unsatisfiable):
                ask()
    http.close()
    return asked, found


def _asked(most: int, strategy: st.SearchStrategy, ask: Callable[[object], None]) -> None:
    """Ask with examples of a strategy, always the same ones."""

    @seed(8)
    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def each(example: object) -> None:
        ask(example)

    each()


def parameters(server: Server, most: int) -> tuple[int, list[str]]:
    """Put odd parameters on API, packed files, oEmbed and pages; read, ask for the head, ask again with the tag."""
    http = PlainHttp(server.port)
    key, found, asked = key_of(http), [], [0]
    few = ["/api/events.json", "/api/events.csv"] * 4
    places = [
        *few,
        "/api/flows.json",
        "/api/oembed",
        f"/blobs/{key}/mask.bin",
        f"/blobs/{key}/labels/find.json",
        f"/blobs/{key}/mask.bin",
        "/",
        "/analysis",
    ]

    def ask(example: tuple[str, list[tuple[str, str]], str]) -> None:
        place, query, method = example
        path = f"{place}?{urlencode([*query, *([('limit', '5')] if place in few else [])], errors='surrogatepass')}"
        reply = http.ask(path, method=method)
        asked[0] += 1
        found.extend([str(reply)] if wrong(reply) else [])
        if reply.status == 200 and (tag := reply.headers.get("ETag")) and place.startswith("/api"):
            again = http.ask(path, headers={"If-None-Match": tag})
            asked[0] += 1
            found.extend([f"{again} instead of 304"] if again.status != 304 or again.body else [])
        if method == "HEAD" and reply.body:
            found.append(f"{reply} with a body")

    _asked(most, st.tuples(st.sampled_from(places), QUERY, st.sampled_from(["GET", "GET", "HEAD"])), ask)
    http.close()
    return asked[0], found


def traversals(server: Server) -> tuple[int, list[str]]:
    """Try every way out of the folder below every route; return the number of answers and those that were not refused."""
    http = PlainHttp(server.port)
    key, asked, found = key_of(http), 0, []
    for below in BELOW:
        for way in TRAVERSALS:
            reply = http.ask(below.replace("{key}", key).replace("{}", quote(way, safe="/%.\\:;")).replace("\\", "%5C"))
            asked += 1
            # Some ways lead back to the root: the page of the app itself.
            given = reply.status == 200 and b"<title>" not in reply.body
            if given or failed(reply) or b"root:" in reply.body or PLACES.search(reply.body):
                found.append(str(reply))
    http.close()
    return asked, found


def screens(most: int) -> tuple[int, list[str]]:
    """Open screens with odd parameters, without a browser; return the number of runs and the exceptions shown."""
    from tests.dashboard.screen import pages, run

    names = [name for name in pages(run()) if name != "map"]
    found, asked = [], [0]

    def ask(example: tuple[str, list[tuple[str, str]]]) -> None:
        page, query = example
        params: dict[str, list[str]] = {}
        for name, value in query:
            params.setdefault(name, []).append(value.replace("\x00", ""))
        app = run(page, **params)
        asked[0] += 1
        found.extend(f"/{page}?{urlencode(params, doseq=True)[:300]}: {each.message}" for each in app.exception)

    _asked(most, st.tuples(st.sampled_from(["", *names]), QUERY), ask)
    return asked[0], found


def measure(room: Room) -> Iterator[Figure]:
    """Ask ten thousand things."""
    server, total = room.server(), 0
    for name, ask in (
        ("ways out of the folders", lambda: traversals(server)),
        ("odd addresses of screens, without a browser", lambda: screens(SCREENS)),
        ("odd parameters", lambda: parameters(server, PARAMETERS)),
        ("the API's own description", lambda: specified(server, SPECIFIED)),
    ):
        n, found = ask()
        total += n
        for line in found:
            print(f"  {line}", file=sys.stderr)
        yield Figure(f"{name}: 5xx, exceptions, paths told, wrong manners (of {n} requests)", len(found), "answers", 0)
    yield Figure("requests in all", total, "requests", 10_000, at_least=True)
