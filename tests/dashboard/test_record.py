"""One event prepared for people: complete, in words, and harmless whatever the data holds."""

from html.parser import HTMLParser

import pytest

from dashboard import airspace_speech
from dashboard.language import using
from dashboard.record import name_of, part, record, safe_href
from incidents import read_package

PARTS = ("facts", "claims", "record")
VOID = {"br", "hr", "img", "input", "meta", "link"}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "${alert(1)}",
    "{{ 7 * 7 }} {% raw %}",
    "</li></ol><iframe src=//example.org>",
    "'-alert(1)-'",
]
HREFS = [
    ("https://example.org/a?b=c#d", True),
    ("http://example.org", True),
    ("HTTPS://EXAMPLE.ORG", True),
    ("javascript:alert(1)", False),
    ("JavaScript:alert(1)", False),
    (" javascript:alert(1)", False),
    ("java\nscript:alert(1)", False),
    ("data:text/html,<script>alert(1)</script>", False),
    ("vbscript:x", False),
    ("file:///etc/passwd", False),
    ("//example.org", False),
    ("https://", False),
    ("https:example.org", False),
    ("seed.txt", False),
    ("", False),
    ("http://[", False),
]


class Reader(HTMLParser):
    """Collects tags, links and text, and insists on balanced tags."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes, self.text = [], [], [], []

    def handle_starttag(self, tag, attrs):
        """Note a tag."""
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Insist that this very tag is open."""
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data):
        """Note text."""
        self.text.append(data)


def read(html):
    """Return a parsed piece of HTML whose tags are all closed."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_every_event_can_be_shown(served):
    """Each seed event gives balanced HTML whose links are all http or https and open apart from the page."""
    for event_id in served.package.events["event_id"]:
        found = record(served.package, event_id)
        for name in PARTS:
            reader = read(part(name, found))
            hrefs = [value for key, value in reader.attributes if key == "href"]
            assert all(href.startswith(("http://", "https://")) for href in hrefs), event_id
            assert not any(key.startswith("on") or key == "style" for key, _ in reader.attributes)
            assert reader.tags.count("a") == len(hrefs)


def test_every_claim_and_source_is_shown(served):
    """No claim, update or source of an event is lost on the way to the panel."""
    package = served.package
    for event_id in package.events["event_id"]:
        found = record(package, event_id)
        assert [claim["text"] for claim in found["claims"]] == [row["text"] for row in package.claims_of(event_id)]
        assert sorted(row["note"] for row in found["updates"]) == sorted(
            row["note"] for row in package.updates_of(event_id)
        )
        assert [row["source_id"] for row in found["sources"]] == [
            row["source_id"] for row in package.sources_of(event_id)
        ]
        shown = " ".join(read(part("claims", found)).text)
        assert all(" ".join(claim["text"].split()) in " ".join(shown.split()) for claim in found["claims"])


def test_the_claims_say_who_denies(served):
    """The panel of the Vaindloo flight names both sides, and the status is explained."""
    found = record(served.package, "2025-09-19-ee-mig31-vaindloo")
    stances = {claim["stance"] for claim in found["claims"]}
    assert {"asserts", "denies"} <= stances
    text = " ".join(read(part("facts", found)).text)
    assert found["title"] in text
    assert found["status_text"] in text


def test_related_events_are_told_in_both_directions(served):
    """A relation is shown at both of its events."""
    for row in served.package.relations.to_dict("records"):
        here = record(served.package, row["event_id"])["related"]
        there = record(served.package, row["related_event_id"])["related"]
        assert row["related_event_id"] in [other["event"]["event_id"] for other in here]
        assert row["event_id"] in [other["event"]["event_id"] for other in there]


def test_an_unknown_event_is_none(served):
    """An id that nobody has gives nothing."""
    assert record(served.package, "1999-01-01-xx-nothing") is None


def test_unknown_codes_are_shown_as_they_are():
    """A code without a name is shown as the code."""
    assert name_of("QQQ") == "QQQ"


@pytest.mark.parametrize(("url", "link"), HREFS)
def test_safe_href(url, link):
    """Only absolute http and https addresses become links."""
    assert safe_href(url) == (url if link else "")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text(seed_copy, hostile):
    """Markup in any text column is shown as it stands and adds no tag and no attribute."""
    event_id = seed_copy.rows("claims")[0]["event_id"]
    row = next(i for i, event in enumerate(seed_copy.rows("events"), 2) if event["event_id"] == event_id)
    tame = record(read_package(seed_copy.path, strict=False), event_id)
    source = next(i for i, each in enumerate(seed_copy.rows("sources"), 2) if each["event_id"] == event_id)
    seed_copy.edit("events", row, title=hostile, summary=hostile, place_name=hostile, platform=hostile)
    seed_copy.edit("claims", 2, text=hostile, speaker=hostile)
    seed_copy.edit("sources", source, publisher=hostile)
    wild = record(read_package(seed_copy.path, strict=False), event_id)
    for name in PARTS:
        before, after = read(part(name, tame)), read(part(name, wild))
        assert set(after.tags) <= set(before.tags)
        assert {key for key, _ in after.attributes} <= {key for key, _ in before.attributes}
    assert hostile in " ".join(read(part("facts", wild)).text)
    assert hostile in " ".join(read(part("claims", wild)).text)
    assert hostile in " ".join(read(part("record", wild)).text)


def test_a_hostile_address_is_no_link(served):
    """An address that could run as code is shown as text."""
    found = record(served.package, "2025-09-19-ee-mig31-vaindloo")
    found["sources"][0] |= {"url": "javascript:alert(1)", "href": safe_href("javascript:alert(1)")}
    reader = read(part("record", found))
    assert not any("javascript" in (value or "") for _, value in reader.attributes)
    assert "javascript:alert(1)" in " ".join(reader.text)


def test_where_an_event_lies_is_worked_out_once_for_each_language(served, monkeypatch):
    """Every run shows the panel anew; the same event in another language has other words, an event that lies elsewhere its own."""
    asked = []
    words = airspace_speech.airspace_words
    monkeypatch.setattr(
        airspace_speech, "airspace_words", lambda event, **more: asked.append(1) or words(event, **more)
    )
    airspace_speech._kept.cache_clear()
    event = served.package.event("2025-09-19-ee-mig31-vaindloo")
    english = {airspace_speech.airspace_speech(event) for _ in range(3)}
    with using("pl"):
        polish = {airspace_speech.airspace_speech(event) for _ in range(3)}
    elsewhere = airspace_speech.airspace_speech(event | {"longitude": 21.0, "latitude": 52.2})
    assert len(asked) == 3
    assert len(english | polish | {elsewhere}) == 3
    assert english == {words(event)}
