"""Citations in three forms, and embedding."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlencode

import pytest

from dashboard.language import using
from dashboard.press.citation import cite
from dashboard.press.embed import oembed, snippet
from dashboard.press.errors import PressError
from dashboard.press.pasted import IDLE
from dashboard.screens.view import BESIDE
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


def test_each_view_has_a_key_of_its_own(served):
    """Entries of different views do not collide in a bibliography; the unfiltered view keeps the plain key, and a language changes none."""
    views = [Filter(), Filter(country=("POL",)), Filter(country=("EST",)), Filter(country=("EST", "POL")), VAINDLOO]
    found = [cite(served.package, view, url=URL, at="26.4,59.8,7") for view in views]
    keys = [each.key for each in found]
    assert keys[0] == f"airspace-incidents-{served.package.version}"
    assert len(set(keys)) == len(views)
    assert re.fullmatch(rf"{keys[0]}-[0-9a-f]{{8}}", keys[1])
    assert all(f"@misc{{{each.key}," in each.bibtex and f"ID  - {each.key}\r" in each.ris for each in found)
    with using("pl"):
        assert [cite(served.package, view, url=URL).key for view in views] == keys


def test_the_position_of_the_map_is_cited(served):
    """A link leads to the same part of the map, in the same language."""
    with using("pl"):
        found = cite(served.package, Filter(country=("POL",)), url=URL, at="26.4,59.8,7")
    assert found.link == f"{URL}/?country=POL&lang=pl&at=26.4,59.8,7"


def test_without_an_address_there_is_no_link(served):
    """A bibliography gets no address that leads nowhere; the text names the record instead."""
    found = cite(served.package, VAINDLOO)
    assert "url =" not in found.bibtex
    assert "UR  -" not in found.ris
    assert f"Record {VAINDLOO.event}." in found.text


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
    answer = oembed(served.package, f"{URL}/?country=EST&embed=true&table=1", url=URL, maxwidth=500)
    assert (answer["type"], answer["version"], answer["width"], answer["height"]) == ("rich", "1.0", 500, 640)
    assert f'src="{URL}/?country=EST&amp;embed=true"' in answer["html"]


def test_oembed_keeps_language_position_and_shape(served):
    """What the address says beside the filters is in the frame: its title speaks the language, its size has the shape."""
    answer = oembed(served.package, f"{URL}/map?country=EST&lang=pl&at=26.4,59.8,7&aspect=16:9", url=URL)
    assert "?country=EST&amp;lang=pl&amp;at=26.4,59.8,7&amp;embed=true&amp;aspect=16%3A9" in answer["html"]
    assert answer["title"].startswith("Estonia: zapisane zdarzenia")
    assert (answer["width"], answer["height"]) == (960, 540)
    with pytest.raises(PressError, match="maxheight: 400 pixels are too few for a map of 9:16; it needs 569"):
        oembed(served.package, f"{URL}/?aspect=9:16", url=URL, maxheight=400)


def test_oembed_of_the_supply_lines(served):
    """The other screen with a clean view is answered with itself: dates, selected line and language."""
    flow = served.package.flows["flow_id"].iloc[0]
    answer = oembed(served.package, f"{URL}/supply-lines?flow={flow}&period=2024-01-01&period=", url=URL)
    assert f'src="{URL}/supply-lines?period=2024-01-01&amp;period=..&amp;flow={flow}&amp;embed=true"' in answer["html"]
    assert answer["title"].startswith("Supply lines to Russia and to its war, from 1 January 2024")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("country=XXX", "country: “XXX” is not known; did you mean XKX?"),
        ("event=nope", "event: there is no event “nope”"),
        ("cuntry=EST", "there is no filter “cuntry”; use one of period"),
        ("lang=xx", "lang: there is no xx; use one of en"),
        ("at=here", "at: write longitude,latitude,zoom"),
        ("aspect=7:3", "aspect: there is no 7:3"),
    ],
)
def test_oembed_refuses_what_it_cannot_read(served, query, words):
    """A frame that left out a filter would show another view than the address: it is refused in the words of the page's note."""
    with pytest.raises(PressError, match=re.escape(words)):
        oembed(served.package, f"{URL}/?{query}", url=URL)


def test_beside_the_filters_all_parameters_are_known(served):
    """No parameter that the app itself writes is refused."""
    idle = dict.fromkeys(IDLE, "1")
    assert set(BESIDE) <= {*IDLE, "at", "aspect", "lang", "flow"}
    assert oembed(served.package, f"{URL}/?{urlencode(idle)}&flow=x", url=URL)["html"].count("?embed=true") == 1


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/map/?country=EST",
        "javascript:alert(1)",
        "",
        "https://example.org/other",
        "https://example.org/map2/",
        "https://example.org/map/chronicle",
        "https://example.org/map/nosuchpage",
        "https://example.org/map/api/events.csv",
        "https://example.org/map/map/",
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
