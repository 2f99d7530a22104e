"""Payloads in a real browser: nothing runs, everything is shown as typed; and where a sink is wrong on purpose, they do run."""

import pytest

from incidents import read_package
from tests.trust import sinks
from tests.trust.hostile import Account, addresses, one_page, screens
from tests.trust.hostile_package import names, write
from tests.trust.payloads import PAYLOADS, tagged
from tests.trust.sentinel import Sentinel, as_typed, typed

FEW = (
    "<script>@</script>",
    "</script><script>@</script>",
    '"><img src=x onerror=@>',
    "'><img src=x onerror=@>",
    "</title><script>@</script>",
    "</desc></svg><script>@</script>",
    "<svg onload=@>",
    "${@}",
    '";@;//',
    "*/@/*",
    "[#](javascript:@)",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The package of payloads."""
    return write(tmp_path_factory.mktemp("hostile") / "package")


@pytest.fixture
def tab(browser):
    """A tab with a sentinel."""
    made = Sentinel(browser)
    yield made
    made.close()


def check(account, least):
    """Nothing ran, nothing failed, nothing left, nothing looks otherwise; and there was something to see."""
    assert account.ran == account.odd == account.foreign == account.broken == []
    assert len(account.cases) >= least


def test_there_are_enough_payloads():
    """At least 60, all different, and none loses its tag."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60
    assert [each for each in PAYLOADS if "x-001" not in tagged(each, "x-001") and "base64" not in each] == []


def test_the_package_is_whole(folder):
    """All rows are read but those with characters that change the direction of text."""
    package = read_package(folder, strict=False)
    assert len(PAYLOADS) - len(package.events) == 2
    assert {problem.row for problem in package.problems if problem.file == "events.csv"} == {88, 89}


def test_screens(tab, start_server, folder):
    """An event, the list, the plain table, and the screens that show most texts."""
    account = Account()
    paths = ("/chronicle?", "/watch-list?", "/data?")
    screens(account, tab, start_server(data=folder).url, names()[52:53], [], paths)
    check(account, 700)


def test_an_address(tab, server):
    """A payload in all parameters of an address."""
    account = Account()
    addresses(account, tab, server.url, [52])
    check(account, 15)


def test_the_page_in_one_file(tab, folder, tmp_path):
    """The list and some events of the page that needs no server."""
    account = Account()
    one_page(account, tab, read_package(folder, strict=False), tmp_path, names()[3::47])
    check(account, 60)


def test_the_sentinel_sees(tab, monkeypatch):
    """Every sink that is wrong on purpose lets a payload run."""
    monkeypatch.setattr(sinks, "PATIENCE_MS", 400)
    few = [PAYLOADS.index(each) for each in FEW]
    assert set(sinks.fired(tab, few)) == set(sinks.SINKS)


def test_wrong_elements_are_seen(tab):
    """Handlers and links that nobody has touched yet, and a text that is shown as markup."""
    at = PAYLOADS.index("**#** _#_ ~~#~~ `#` # #")
    tag = f"events-title-{at:03}"
    tab.page.set_content(
        f"""<p onmouseover="trip('{tag}')">x</p><a href="javascript:trip('x')">x</a><p><b>{tag}</b> {tag}</p>
        <a href="https://elsewhere.example/">x</a><p data-testid="stException">x</p>"""
    )
    seen = tab.seen()
    assert len(seen.wrong) == 3
    assert seen.odd == [tag]
    assert seen.broken


@pytest.mark.parametrize(
    ("text", "expected"),
    [("**T** _T_", True), ("before **T** _T…", True), ("**T…", True), ("T _T_", False), ("**T** T", False)],
)
def test_as_typed(text, expected):
    """Whole, or cut with an ellipsis; never without its signs."""
    assert as_typed("T", text, ["**T** _T_"]) is expected


def test_what_was_typed_is_known():
    """The tag leads back to the payload; addresses and lists have their own forms."""
    assert typed("events-title-000") == ["<script>trip('events-title-000')</script>"]
    assert len(typed("watchlist-signs-056")) > 1
    assert typed("sources-url-001")[0].startswith("https://elsewhere.example/")
