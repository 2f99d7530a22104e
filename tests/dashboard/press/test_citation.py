"""Citations in three forms, and embedding."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dashboard.press.citation import cite
from dashboard.press.embed import oembed, snippet
from dashboard.press.errors import PressError
from incidents import Filter

URL = "https://example.org/map"
VAINDLOO = Filter(country=("EST",), event="2025-09-19-ee-mig31-vaindloo")
DAY = date(2026, 6, 7)


def test_an_event(served):
    """An event is cited by its title, with version, permalink and day of access."""
    found = cite(served.package, VAINDLOO, url=URL, accessed=DAY)
    for words in (
        "three Russian MiG-31s",
        served.package.version,
        f"{URL}/?event=2025-09-19-ee-mig31-vaindloo",
        "Accessed 7 Jun 2026",
    ):
        assert words in found.text
    assert found.bibtex.startswith("@misc{2025-09-19-ee-mig31-vaindloo,")
    assert "urldate = {2026-06-07}" in found.bibtex


def test_a_view(served):
    """A view is cited by its filter in words; without a day of access none is written."""
    found = cite(served.package, Filter(country=("POL",)), url=URL)
    assert "Poland" in found.title
    assert found.link == f"{URL}/?country=POL"
    assert "Accessed" not in found.text
    assert "Y2" not in found.ris


def test_ris_is_well_formed(served):
    """Each line of RIS has a tag, the first says the type, the last ends the record."""
    lines = cite(served.package, VAINDLOO, url=URL, accessed=DAY).ris.split("\r\n")
    assert lines[0] == "TY  - DATA"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])


def test_special_characters_in_bibtex(hostile):
    """TeX's own characters in a title are escaped, and braces balance."""
    entry = cite(hostile, Filter(event=hostile.events["event_id"].iloc[0])).bibtex
    assert r"\$\{window.pwned=3\}" in entry
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")


def test_an_unknown_event(served):
    """An event that does not exist is refused."""
    with pytest.raises(PressError, match="there is no 2025-01-01-nothing"):
        cite(served.package, Filter(event="2025-01-01-nothing"))


def test_snippet():
    """The iframe has a title, a size and the view, with quotes escaped."""
    code = snippet(VAINDLOO, url=URL, title='Estonia "near" <Vaindloo>')
    assert f'src="{URL}/?country=EST&amp;event=2025-09-19-ee-mig31-vaindloo&amp;embed=true"' in code
    assert 'title="Estonia &quot;near&quot; &lt;Vaindloo&gt;"' in code
    assert 'width="100%"' in code


def test_snippet_with_a_shape():
    """A shape is in the address and in the style; one that does not exist is refused."""
    code = snippet(VAINDLOO, url=URL, title="Estonia", aspect="16:9")
    assert "embed=true&amp;aspect=16%3A9" in code
    assert "aspect-ratio:16/9" in code
    with pytest.raises(PressError, match="aspect: there is no 7:3; use one of 16:9, 4:3, 1:1, 9:16"):
        snippet(VAINDLOO, url=URL, title="Estonia", aspect="7:3")


def test_oembed(served):
    """An address of the app is answered with a rich embed that keeps to the limits."""
    answer = oembed(served.package, f"{URL}/?country=EST&junk=<script>", url=URL, maxwidth=500)
    assert (answer["type"], answer["version"], answer["width"], answer["height"]) == ("rich", "1.0", 500, 640)
    assert "country=EST" in answer["html"]
    assert "junk" not in answer["html"]


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/map/?country=EST",
        "javascript:alert(1)",
        "",
        "https://example.org/other",
        "https://example.org/map2/",
    ],
)
def test_oembed_refuses_others(served, address):
    """Addresses of other sites are refused."""
    with pytest.raises(PressError, match="is not an address of this map"):
        oembed(served.package, address, url=URL)


def test_oembed_refuses_tiny_frames(served):
    """A frame too small for a map is refused."""
    with pytest.raises(PressError, match="maxwidth: 100 pixels are too few"):
        oembed(served.package, f"{URL}/", url=URL, maxwidth=100)
