"""What the next screens need is shown ahead, a part at a press, and then no more."""

from tests.dashboard.screen import DATA, container, go, run


def test_a_part_at_a_press_then_nothing():
    """Small elements, the table, the chart; after the last press all is gone, on other screens too."""
    app, parts = run(), []
    for _ in range(3):
        app.button(key="ahead_on").click().run()
        assert not app.exception
        parts.append([node.type for node in container(app, "ahead")])
    small = {
        "page_link",
        "selectbox",
        "file_uploader",
        "button_group",
        "download_button",
        "number_input",
        "text_area",
        "image",
    }
    assert small <= set(parts[0])
    assert "dataframe" in parts[1]
    assert "vega_lite_chart" in parts[2]
    app.button(key="ahead_on").click().run()
    assert container(app, "ahead") is None
    assert container(go(app, DATA), "ahead") is None
