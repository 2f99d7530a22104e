"""Browsers find an icon where they ask for one by themselves: without it each page would note a file that is missing."""

import io

import pytest
from PIL import Image

from tests.trust.plain_http import PlainHttp


@pytest.mark.parametrize("path", ["/favicon.ico", "/favicon.png", "/apple-touch-icon.png"])
def test_the_icon_is_there(server, path):
    """It is a square picture of few bytes with something on its ground, and stays valid for a day."""
    http = PlainHttp(server.port)
    found = http.ask(path)
    http.close()
    assert (found.status, found.headers["content-type"]) == (200, "image/png")
    assert "max-age=86400" in found.headers["cache-control"]
    assert len(found.body) < 8_000
    with Image.open(io.BytesIO(found.body)) as picture:
        assert picture.size == (180, 180)
        assert picture.getpixel((0, 0))[3] == 0  # rounded corners
        assert picture.getpixel((90, 90))[:3] != picture.getpixel((90, 8))[:3]
