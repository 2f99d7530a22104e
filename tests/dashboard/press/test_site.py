"""The static site: whole, linked, valid, inert, the same each time, and incremental."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from dashboard.press.errors import PressError
from dashboard.press.site import MANIFEST, build_site
from dashboard.press.site_words import feed
from incidents import read_package
from tests.dashboard.press.conftest import HOSTILE, KEPT, keep
from tests.seed_copy import SeedCopy

URL = "https://example.org/airspace"


@pytest.fixture(scope="module")
def site(hostile, tmp_path_factory) -> Path:
    """A site of four events."""
    folder = tmp_path_factory.mktemp("site") / "out"
    build_site(hostile, folder)
    return folder


def test_what_is_there(site):
    """Map, chronicle, a page and a picture for each event, downloads, sitemap and feed."""
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    expected = {
        "index.html",
        "chronicle.html",
        "sitemap.xml",
        "feed.xml",
        "icon.png",
        MANIFEST,
        "data/events.csv",
        "data/events.csv-metadata.json",
        "data/events.geojson",
        "data/events.json",
    }
    assert names == expected | {f"events/{i}.html" for i in KEPT} | {f"pictures/{i}.png" for i in KEPT}


def test_links_lead_somewhere(site):
    """Every relative address in every page is a file of the site; nothing is loaded from elsewhere."""
    for path in site.rglob("*.html"):
        text = re.sub(r"<script.*?</script>", "", path.read_text("utf-8"), flags=re.DOTALL)
        for name, address in re.findall(r'\s(href|src)="([^"]*)"', text):
            parts = urlsplit(unescape(address))
            if parts.scheme:
                assert name == "href", f"{path.name} loads {address}"
            elif parts.path:
                assert not parts.path.startswith("/"), f"{path.name} needs the root: {address}"
                assert (path.parent / unquote(parts.path)).is_file(), f"{path.name}: {address}"


def test_the_name_of_the_package_is_text_in_the_feed(hostile):
    """Whatever datapackage.json calls it, the id of the feed is one word."""
    named = replace(hostile, descriptor={"name": '<script xmlns="http://www.w3.org/1999/xhtml">x</script>'})
    found = ElementTree.fromstring(feed(named, url=URL, title="x"))  # noqa: S314 - our own file
    (name,) = [each for each in found.iter() if each.tag.endswith("id") and "airspace-incidents" in (each.text or "")]
    assert len(name) == 0
    assert "script" not in {each.tag.rpartition("}")[2] for each in found.iter()}


def test_feed_and_sitemap(hostile, tmp_path):
    """With the address of the site, feed and sitemap are absolute and well-formed."""
    build_site(hostile, tmp_path / "out", url=URL)
    found = ElementTree.fromstring((tmp_path / "out" / "feed.xml").read_bytes())  # noqa: S314 - our own file
    atom = "{http://www.w3.org/2005/Atom}"
    entries = found.findall(f"{atom}entry")
    assert len(entries) == 4
    assert entries[0].find(f"{atom}link").get("href") == f"{URL}/events/2025-09-25-us-lavrov-real-war.html"
    assert {entry.find(f"{atom}title").text for entry in entries} >= {HOSTILE}
    sitemap = ElementTree.fromstring((tmp_path / "out" / "sitemap.xml").read_bytes())  # noqa: S314 - our own file
    assert len(sitemap) == 6
    page = (tmp_path / "out" / "events" / f"{KEPT[0]}.html").read_text("utf-8")
    assert f'<meta property="og:image" content="{URL}/pictures/{KEPT[0]}.png">' in page
    assert f'<link rel="canonical" href="{URL}/events/{KEPT[0]}.html">' in page


def test_without_an_address_none_is_printed(site):
    """Whoever builds without the address of the site gets no links that lead nowhere: citations, Open Graph and JSON-LD do without."""
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert [
            words for words in ("url = {", "UR  - ", 'property="og:image', 'property="og:url', '"@id"') if words in text
        ] == []


def test_nothing_is_updated_before_it_is_published(served):
    """Entries of the feed are updated when they are published, or later."""
    found = ElementTree.fromstring(feed(served.package, url=URL, title="x"))  # noqa: S314 - our own file
    atom = "{http://www.w3.org/2005/Atom}"
    dates = [
        tuple(entry.find(f"{atom}{name}").text for name in ("published", "updated"))
        for entry in found.iter(f"{atom}entry")
    ]
    assert len(dates) == 60
    assert [pair for pair in dates if pair[0] > pair[1]] == []
    assert any(not pair[1].endswith("T00:00:00Z") for pair in dates)


def test_headings_and_icon(site):
    """Each page has one title, levels of headings follow each other, and it names an icon that is there."""
    for path in site.rglob("*.html"):
        text = re.sub(r"<script.*?</script>", "", path.read_text("utf-8"), flags=re.DOTALL)
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", text)]
        assert levels.count(1) == 1, path.name
        assert all(after - before <= 1 for before, after in pairwise(levels)), path.name
        (icon,) = re.findall(r'<link rel="icon"[^>]* href="([^"]+)"', text)
        assert icon.startswith("data:image/png;base64,iVBOR") or (path.parent / icon).read_bytes().startswith(
            b"\x89PNG"
        ), path.name


def test_the_chronicle_describes_itself(site):
    """Its description is not that of the map."""
    (words,) = re.findall(r'name="description" content="([^"]*)"', (site / "chronicle.html").read_text("utf-8"))
    assert words.startswith("All 4 recorded airspace events by year, newest first: 3 incidents, 1 statement. ")


def test_json_ld(site, hostile):
    """Each page holds JSON-LD with time, a circle of uncertainty and sources."""
    for event_id in KEPT:
        text = (site / "events" / f"{event_id}.html").read_text("utf-8")
        found = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1])
        event = hostile.event(event_id)
        assert found["name"] == event["title"]
        assert found["location"]["geo"]["geoRadius"] == event["coordinate_uncertainty_m"]
        assert found["startDate"] == event["start"]


def test_same_bytes_and_nothing_to_do(site, hostile, tmp_path):
    """A second site is the same, byte by byte; a second build into the same folder writes nothing."""
    build_site(hostile, tmp_path / "again")
    for path in site.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(site)).read_bytes(), path.name
    done = build_site(hostile, site)
    assert (done.written, done.removed) == (0, 0)


def test_only_what_changed(hostile_folder, tmp_path):
    """A changed title redraws no picture; an event that is gone takes its page and picture with it; a lost file comes back."""
    copy = SeedCopy(tmp_path)
    keep(copy, KEPT)
    folder = tmp_path / "out"
    build_site(read_package(tmp_path), folder)
    times = {path.name: path.stat().st_mtime_ns for path in (folder / "pictures").iterdir()}
    copy.edit("events", 2, title="Another title")
    (folder / "feed.xml").unlink()
    build_site(read_package(tmp_path), folder)
    assert {path.name: path.stat().st_mtime_ns for path in (folder / "pictures").iterdir()} == times
    assert "Another title" in (folder / "chronicle.html").read_text("utf-8")
    assert (folder / "feed.xml").is_file()
    keep(copy, KEPT[:3])
    done = build_site(read_package(tmp_path), folder)
    assert done.removed == 2
    assert not (folder / "events" / f"{KEPT[3]}.html").exists()


def test_other_folders_are_safe(hostile, hostile_folder, tmp_path):
    """A folder with data or other files is refused and left alone."""
    (tmp_path / "mine.txt").write_text("mine")
    for folder, words in (
        (hostile_folder, "holds a package of data"),
        (tmp_path, "holds other files"),
        (tmp_path / "mine.txt", "is a file"),
    ):
        with pytest.raises(PressError, match=words):
            build_site(hostile, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_opens_from_disk(open_file, site, width, theme):
    """Pages of the site open from disk with the network off, with their picture, and do not scroll sideways."""
    for event_id in KEPT:
        made = open_file(site / "events" / f"{event_id}.html", width=width, theme=theme)
        assert made.evaluate("[...document.images].every((image) => image.naturalWidth === 600)")
        assert made.evaluate("document.documentElement.scrollWidth") <= width
        assert made.evaluate("window.pwned") is None
    made = open_file(site / "chronicle.html", width=width, theme=theme)
    assert made.locator(".chronicle li").count() == 4
    assert made.evaluate("window.pwned") is None


@pytest.mark.browser
def test_the_map_of_the_site(open_file, site):
    """The map opens from disk and leads to the page of an event."""
    made = open_file(site / "index.html", fragment=f"#{KEPT[0]}")
    made.wait_for_function("() => window.incidentLayer && incidentLayer.ready.then(() => true)")
    for words, place in (
        ("Selected event", "panel-body"),
        ("Time control", "time-start"),
        ("Pages and downloads", "Chronicle"),
    ):
        made.evaluate("document.activeElement.blur()")
        made.locator(".skips a", has_text=words).focus()
        made.keyboard.press("Enter")
        now = made.evaluate(
            "(() => { const e = document.activeElement; return e.id || e.dataset.testid || e.textContent; })()"
        )
        assert now == place
    assert made.url.endswith(f"#{KEPT[0]}")
    assert made.locator(".skips a").first.bounding_box()["width"] <= 1
    made.click("text=Page of this event")
    made.wait_for_selector("article")
    assert made.url.endswith(f"events/{KEPT[0]}.html")
    assert made.evaluate("window.pwned") is None
