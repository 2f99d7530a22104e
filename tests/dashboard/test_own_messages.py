"""The guard stands in the frames of components, before their own script, and nowhere else."""

import urllib.request

import pytest

from dashboard.server.own_messages import GUARD, in_head


@pytest.mark.parametrize("path", ["/", "/map", "/api/events.json", "/static/js/index.js"])
def test_only_frames_of_components(path):
    """Other pages stay as they are."""
    assert in_head({"path": path}) == ""


def test_the_frame_of_the_map_has_it(server):
    """It runs while the page is read; the component's script is deferred until then."""
    url = f"{server.url}/component/streamlit_folium.st_folium/index.html"
    with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - our own server
        page = answer.read().decode()
    assert GUARD in page
    assert all("defer" in tag for tag in page.split("<script")[1:] if "src=" in tag.partition(">")[0])
