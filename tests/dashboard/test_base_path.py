"""Below a base path, as behind a proxy that serves several apps, everything is there and nothing is at the root."""

import pytest

from tests.server import Server
from tests.trust.plain_http import PlainHttp


@pytest.fixture(scope="module")
def http(tmp_path_factory):
    """Ask the app in a folder of its own."""
    log = tmp_path_factory.mktemp("base") / "log.txt"
    server = Server(log=log, env={"STREAMLIT_SERVER_BASE_URL_PATH": "maps"}).start(wait=False)
    try:
        server.wait("/maps/_stcore/health")
        http = PlainHttp(server.port)
        yield http
        http.close()
    finally:
        server.stop()


def test_our_own_routes_lie_below_it(http):
    """API, icon and files of the map answer there as they do at the root of an app without one."""
    assert b'"status"' in http.ask("/maps/api/healthz").body
    assert http.ask("/maps/favicon.ico").headers["content-type"] == "image/png"
    page = http.ask("/maps/?lang=pl").body.decode()
    named = [part.partition('"')[0] for part in page.split('href="./')[1:]]
    ours = [name for name in named if name.startswith(("assets/", "blobs/"))]
    assert len(ours) >= 4
    assert [name for name in ours if http.ask(f"/maps/{name}").headers["content-type"].startswith("text/html")] == []
    assert [name for name in ours if http.ask(f"/{name}").status != 404] == []
    assert http.ask("/maps/nope").status == 404


def test_oembed_speaks_of_the_folder(http):
    """The address to embed is that of the app."""
    own = f"http://127.0.0.1:{http.port}/maps/?country=EST"
    found = http.ask(f"/maps/api/oembed?url={own}")
    assert found.status == 200
    assert f"http://127.0.0.1:{http.port}/maps/?" in found.body.decode()
