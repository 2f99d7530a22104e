"""Loaded data in a real browser: only in its own tab, only as long as that is open; what is too large is refused at once."""

import re
import urllib.error
import urllib.request

from tests.incidents.hostile_files import good, oversized, table

LONGEST_MS = 60_000


def status(url):
    """Return the status and the caching of an address."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - our own server
            return answer.status, answer.headers["Cache-Control"]
    except urllib.error.HTTPError as error:
        return error.code, ""


def choose(opened, path):
    """Choose a file on the Data screen."""
    opened.page.locator(".st-key-own [data-testid=stFileUploaderDropzone]").wait_for()
    opened.page.locator(".st-key-own input[type=file]").set_input_files(path)


def test_loaded_data_live_in_one_session(open_map, tmp_path):
    """Three rows show on the map of the tab that loaded them; another tab shows the seeds; with the tab the files are gone."""
    path = tmp_path / "mine.csv"
    path.write_text(table(*good(3)), encoding="utf-8")
    other = open_map()
    everything = other.frame_count()
    mine = open_map("/data", ready=False)
    fetched = []
    mine.page.on("response", lambda answer: fetched.append(answer.url) if "/blobs/" in answer.url else None)
    choose(mine, path)
    mine.page.locator(".st-key-own_use button").click(timeout=LONGEST_MS)
    mine.page.locator(".st-key-own_banner", has_text="3 events of mine.csv").wait_for()
    mine.page.get_by_role("link", name="Map", exact=True).first.click()
    mine.wait_for_map()
    mine.wait_for_count(3)
    assert mine.frame_count() == (3, 3)
    assert mine.page.locator(".st-key-own_banner").is_visible()
    (core,) = {url for url in fetched if re.search(r"/blobs/[0-9a-f]{32}/core\.bin$", url)}
    assert status(core) == (200, "private, no-store")
    other.page.reload()
    other.wait_for_map()
    assert other.frame_count() == everything
    mine.close()
    other.eventually(lambda: status(core)[0] == 404, "the files end with the tab")


def test_too_large_a_file_is_refused_at_once(open_map, tmp_path):
    """201 MB are not even sent; the page says what the limit is, and goes on."""
    opened = open_map("/data", ready=False)
    choose(opened, oversized(tmp_path / "201-mb.csv"))
    opened.page.get_by_text("95.0MB or smaller").wait_for(timeout=5000)
    assert opened.page.locator(".st-key-own_use").count() == 0
    assert opened.page.locator(".st-key-own [data-testid=stAlert]").count() == 0
