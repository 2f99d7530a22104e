"""What holds for every page of the app; new pages are tested by themselves."""

import pytest

from tests.dashboard.screen import MAP, count, go, pages, run, text


@pytest.fixture(scope="module")
def addresses():
    """The addresses of all pages."""
    return sorted(pages(run()))


def test_there_are_pages(addresses):
    """The map is the start page, and there is more than the map."""
    assert MAP in addresses
    assert len(addresses) >= 3


def test_each_page_shows_something(addresses):
    """Each page runs without an exception and says something."""
    for page in addresses:
        app = run(page)
        assert not app.exception, page
        assert len(text(app)) > 100, page


def test_each_page_survives_a_broken_address(addresses):
    """A broken address breaks no page."""
    for page in addresses:
        app = go(run(period="x", event="<b>", nonsense="1"), page)
        assert not app.exception, page


def test_each_page_without_data(addresses, serve, tmp_path):
    """Without a package each page says plainly that there are no data, and what to do."""
    serve(tmp_path / "nothing")
    for page in addresses:
        app = run(page)
        assert not app.exception, page
        assert "AIRSPACE_DATA" in text(app), page
        assert "Traceback" not in text(app), page


def test_the_view_is_kept(addresses):
    """Coming back to the map from any page, the filters are still set."""
    for page in addresses:
        app = run(country="EST")
        before = count(app)
        go(go(app, page), MAP)
        assert count(app) == before, page
