"""The files of the map frame: hashed names, kept for ever by browsers, gzipped, and nothing else is served."""

import hashlib
import json
import re

import pytest
from starlette.applications import Starlette

from dashboard.layers import bundle, scripts
from dashboard.server import assets
from tests.dashboard.asgi import ask

APP = Starlette(routes=assets.ROUTES)
GZIP = {"Accept-Encoding": "gzip, br"}
NOT_SERVED = ["map.js", "map.000000000000.js", "", "..%2fapp.py", "..%2f..%2fREADME.md", "%2e%2e/app.py", "a/b", "%00"]
BASE_MAP_BYTES = 80 * 1024
TEXT_OF_EVENTS = ("Vaindloo", "Gerbera", "Denmark says")


@pytest.mark.parametrize("name", scripts.assets())
def test_names_carry_their_hash(name):
    """Each file's name holds the hash of its bytes."""
    answer = ask(APP, f"/assets/{name}")
    assert answer.status == 200
    assert name.split(".")[1] == hashlib.sha256(answer.content).hexdigest()[:12]


@pytest.mark.parametrize("name", scripts.assets())
def test_they_are_kept_for_ever(name):
    """Browsers may keep them for ever, apart for each encoding."""
    headers = ask(APP, f"/assets/{name}").headers
    assert "immutable" in headers["cache-control"]
    assert int(re.search(r"max-age=(\d+)", headers["cache-control"])[1]) >= 31536000
    assert headers["vary"].lower() == "accept-encoding"


@pytest.mark.parametrize("name", scripts.assets())
def test_gzip(name):
    """Browsers that take gzip get it, others the plain bytes, and both get the same."""
    plain, packed = ask(APP, f"/assets/{name}"), ask(APP, f"/assets/{name}", headers=GZIP)
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert (packed.content, len(packed.body) < len(plain.body)) == (plain.body, True)


@pytest.mark.parametrize("name", NOT_SERVED)
def test_nothing_else_is_served(name):
    """Names without the right hash, and ways out of the folder, are 404."""
    assert ask(APP, f"/assets/{name}").status == 404


def test_the_first_base_map_is_small():
    """The countries of the first view take at most 80 KB on the wire."""
    assert len(bundle.base_map_blobs()["countries-overview"].gzipped) <= BASE_MAP_BYTES


def test_every_scale_of_the_base_map_is_served():
    """Each address of the base map that the script holds answers."""
    scales = bundle.config()["baseMap"]
    assert scales[0]["minZoom"] == 0
    for scale in scales:
        assert scale["url"].startswith(bundle.ASSETS)
        assert ask(APP, "/assets/" + scale["url"].removeprefix(bundle.ASSETS)).status == 200


def test_the_script_loads_nothing_foreign():
    """The script fetches no absolute address; those it holds are namespaces, credits or comments."""
    script = scripts.scripts("map")[-1].data.decode()
    hosts = set(re.findall(r"https?://([^/\"'\s\\)]+)", script))
    assert hosts <= {"www.w3.org", "leafletjs.com", "bugzilla.mozilla.org"}
    assert "importScripts" not in script
    assert not re.search(r"url\(\s*[\"']?(https?:)?//", script)


def test_the_script_holds_no_data():
    """Constants only: no text of an event is in the script."""
    script = scripts.scripts("map")[-1].data.decode()
    assert not [text for text in TEXT_OF_EVENTS if text in script]


def test_the_constants_are_plain_json():
    """The constants survive JSON, so that nothing of them can run."""
    config = bundle.config()
    assert json.loads(json.dumps(config))["home"] == config["home"]
