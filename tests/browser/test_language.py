"""The interface in Polish in a real browser: the page says its language, the frame speaks it, and the way back is a click."""


def test_polish_and_back(open_map):
    """The map's frame, the panel and the page's own language follow the address and the switch; the view stays."""
    opened = open_map("/?lang=pl&country=EST")
    assert opened.frame.evaluate("document.documentElement.lang") == "pl"
    opened.page.wait_for_function("document.documentElement.lang === 'pl'")
    assert opened.at("visible-count").text_content() == opened.page.locator(".st-key-count strong").inner_text()
    opened.page.get_by_role("button", name="English").click()
    opened.page.wait_for_function("document.documentElement.lang === 'en'")
    opened.wait_for_params(lang=None, country=["EST"])
    opened.wait_for_map()
    assert opened.frame.evaluate("document.documentElement.lang") == "en"
    n = opened.page_count()[0]
    opened.wait_for_count(n)
    assert 0 < n < 385
