"""A record too large for the command: the filter's bits come by address, everything else is the same."""

from dashboard.screens.frame import INLINE_UP_TO
from tests.benchmarks.synthesise import synthesise

QUERY = "country=EST&status=confirmed"


def test_a_large_record(open_map, start_server, tmp_path):
    """With more events than the command may carry, page, frame and API still count the same, in a small message."""
    n = INLINE_UP_TO + 500
    server = start_server(data=synthesise(n, tmp_path / "package"))
    server.wait("/api/healthz")
    opened = open_map("/about", at=server, ready=False)
    asked = []
    opened.page.on("request", lambda request: asked.append(request.url))
    opened.page.goto(f"{server.url}/?{QUERY}")
    opened.wait_for_map()
    about = opened.context.request.get(f"{server.url}/api/events.geojson?{QUERY}").json()["metadata"]
    opened.wait_for_count(about["n"])
    assert opened.frame_count() == opened.page_count() == (about["n"], n)
    assert any("/mask.bin?" in url for url in asked)
